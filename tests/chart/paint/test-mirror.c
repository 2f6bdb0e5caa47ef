/* test-mirror.c: from right to left everything is the mirror of from left to right, but for letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shapes are compared pixel by pixel, painted with letters too small to be seen; letters are
 * compared by themselves.
 */
#include "mp-mirror.h"

#include "mp-agreement.h"
#include "mp-legend.h"
#include "mp-overview-geometry.h"
#include "mp-paint.h"
#include "mp-search.h"
#include "mp-table.h"

#include "mp-test-image.h"
#include "mp-test-scene.h"

#include <math.h>

#define N_RANDOM 25

/* In levels of 255: how much of a pixel a slanting edge covers is rounded differently from the left
 * and from the right. */
#define ROUNDING 64

/* A size at which letters cannot be seen. */
#define INVISIBLE 0.002

/* A style in which nothing is faint, so that what is out of place differs by far more than
 * rounding. */
static MpStyle
loud_style (void)
{
  const MpRgb black = { 0, 0, 0 }, red = { 0.8, 0, 0 }, blue = { 0, 0, 0.8 };
  MpStyle style = *mp_style_get (MP_THEME_LIGHT);

  style.background = (MpRgb) { 1, 1, 1 };
  style.future = (MpRgb) { 0.6, 1, 0.6 };
  style.grid = red;
  style.strong_grid = style.separator = black;
  for (guint i = 0; i < MP_N_COLORS; i++)
    style.shades[i] = (MpShades) { .accent = black,
                                   .faded = red,
                                   .present = blue,
                                   .future = red,
                                   .past = { 0, 0.5, 0 },
                                   .label = { 0.9, 0.4, 0 },
                                   .label_border = black };
  return style;
}

/* What is painted, over a picture of this size. */
typedef struct {
  void (*paint) (cairo_t *cr, MpText *text, gconstpointer data);
  gconstpointer data;
  double width;
  double height;
  double scale;
} Subject;

static cairo_surface_t *
paint (const Subject *subject, MpTextDirection direction, double text_size)
{
  g_autoptr (MpText) text = mp_text_new (NULL, text_size);
  cairo_surface_t *image = mp_test_image_new (subject->width, subject->height, subject->scale);
  cairo_t *cr = cairo_create (image);

  mp_text_set_direction (text, direction);
  mp_mirror_paint (cr, direction, subject->width);
  subject->paint (cr, text, subject->data);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return image;
}

static void
assert_mirrored (const Subject *subject)
{
  cairo_surface_t *ltr = paint (subject, MP_TEXT_DIRECTION_LTR, INVISIBLE);
  cairo_surface_t *rtl = paint (subject, MP_TEXT_DIRECTION_RTL, INVISIBLE);
  cairo_surface_t *mirror = mp_test_image_mirror (ltr);

  mp_test_image_assert_alike (rtl, mirror, ROUNDING);
  /* At least one pixel is not its own mirror image, or the comparison would prove nothing. */
  g_assert_cmpfloat (mp_test_image_difference (ltr, rtl).width, >, 0);
  cairo_surface_destroy (ltr);
  cairo_surface_destroy (rtl);
  cairo_surface_destroy (mirror);
}

/* --- Scenes ----------------------------------------------------------------------------------- */

typedef struct {
  MpScene *scene;
  MpItem selection;
  const MpMatches *matches; /* or NULL */
  gboolean has_span;
  guint32 measured; /* to this milestone from the selected one, or MP_NONE */
} Picture;

static void
paint_picture (cairo_t *cr, MpText *text, gconstpointer data)
{
  const Picture *picture = data;
  const MpStyle style = loud_style ();
  MpRect plot = picture->scene->plot;

  mp_paint_scene (cr, picture->scene, &style, text);
  if (picture->matches != NULL)
    mp_paint_matches (cr, picture->scene, &style, text, picture->matches);
  mp_paint_selection (cr, picture->scene, &style, text, picture->selection);
  if (picture->measured != MP_NONE)
    mp_paint_measure (cr, picture->scene, &style, text, picture->selection.index,
                      picture->measured);
  if (picture->has_span)
    mp_paint_span (cr, picture->scene, &style, text, plot.x + plot.width * 0.2,
                   plot.x + plot.width * 0.5);
}

static void
assert_picture_mirrored (const Picture *picture, double scale)
{
  assert_mirrored (&(Subject) { paint_picture, picture, round (picture->scene->width),
                                ceil (picture->scene->height), scale });
}

static MpItem
milestone (MpAgreement *agreement, const char *id)
{
  return (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (agreement, id) };
}

static void
test_shipped (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  static const MpTestView views[] = {
    { .width = 1200 },
    { .width = 420, .height = 700 },                                 /* titles above the bars */
    { .width = 1000, .height = 400, .scroll = 77, .as_of = "2028" }, /* an as-of date that is a
                                                                      * stretch */
    { .width = 1100, .before = "2026-04-26", .as_of = "2026-06-01" },
    { .width = 900, .unit = 2, .as_of = "2024-02-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++) {
    MpTestView view = views[i];
    g_autoptr (MpScene) scene = NULL;
    Picture picture = { .measured = MP_NONE };

    view.agreement = agreement;
    scene = picture.scene = mp_test_scene (&view);
    assert_picture_mirrored (&picture, i == 0 ? 2 : 1);
    picture.selection = milestone (agreement, "reset-2026");
    assert_picture_mirrored (&picture, 1);
  }
}

/* What is painted over the picture: matches of a search, days being selected, a distance. */
static void
test_over_the_picture (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpScene) scene = mp_test_scene (&(MpTestView) { .agreement = agreement });
  g_autoptr (MpSearchIndex) index = mp_search_index_new (agreement);
  g_autoptr (MpSearchQuery) query = mp_search_query_parse ("azure", NULL);
  g_autoptr (MpMatches) matches = mp_search_run (index, query, NULL);
  Picture picture = { .scene = scene,
                      .selection = milestone (agreement, "reset-2026"),
                      .matches = matches,
                      .measured = MP_NONE };

  g_assert_cmpuint (matches->n_items, >, 3);
  assert_picture_mirrored (&picture, 1);
  picture.matches = NULL;
  picture.measured = mp_test_milestone (agreement, "first-investment");
  assert_picture_mirrored (&picture, 1);
  picture.measured = MP_NONE;
  picture.has_span = TRUE;
  assert_picture_mirrored (&picture, 1);
}

static void
test_collapsed (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpBits) collapsed = mp_bits_new (7);
  g_autoptr (MpScene) scene = NULL;
  Picture picture = { .measured = MP_NONE };

  mp_bits_set (collapsed, 0, TRUE);
  mp_bits_set (collapsed, 3, TRUE);
  scene = picture.scene =
    mp_test_scene (&(MpTestView) { .agreement = agreement, .collapsed = collapsed });
  g_assert_cmpuint (scene->n_densities, >, 0);
  assert_picture_mirrored (&picture, 1);
}

/* Every legend key that there is. */
static void
test_sample (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_sample_agreement ();
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  g_autoptr (MpScene) scene = mp_test_scene (&(MpTestView) { .agreement = agreement });

  for (guint32 i = 0; i < milestones->length; i++)
    assert_picture_mirrored (
      &(Picture) { .scene = scene, .selection = { MP_ITEM_MILESTONE, i }, .measured = MP_NONE }, 1);
}

/* Any picture, with anything selected; the width of a text can be any fraction of a pixel. */
static void
test_random (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (60);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpScene) scene = NULL;
    Picture picture = { .measured = MP_NONE };

    view.width = MIN (view.width, 1300);
    view.height = MIN (view.height, 700);
    scene = picture.scene = mp_test_scene (&view);
    picture.has_span = g_test_rand_bit ();
    if (scene->n_bars > 0)
      picture.selection = (MpItem) { MP_ITEM_PHASE, scene->bars[n % scene->n_bars].phase };
    assert_picture_mirrored (&picture, n % 2 + 1);
    if (scene->n_marks > 0)
      picture.selection =
        (MpItem) { MP_ITEM_MILESTONE, scene->marks[n % scene->n_marks].milestone };
    assert_picture_mirrored (&picture, 1);
  }
}

/* --- The other pictures ----------------------------------------------------------------------- */

/* Narrow: one line for each key. */
#define LEGEND_WIDTH 130

static void
paint_legend (cairo_t *cr, MpText *text, gconstpointer data)
{
  const MpLegendKeys *signs = data;
  const MpStyle style = loud_style ();

  mp_legend_paint (cr, &style, text, *signs, 0, 4, LEGEND_WIDTH);
}

/* Its badges are as large as its letters: all badges without a letter are compared, and nothing
 * besides them. */
static void
test_legend (void)
{
  const MpLegendKeys signs = MP_LEGEND_ALL & ~MP_LEGEND_COMPARISON & ~(1u << MP_LEGEND_UNCERTAIN) &
                             ~(1u << (MP_LEGEND_CERTAINTY + MP_CERTAINTY_DISPUTED)) &
                             ~(1u << MP_LEGEND_OTHER);
  const Subject subject = { paint_legend, &signs, LEGEND_WIDTH, 320, 1 };
  cairo_surface_t *ltr = paint (&subject, MP_TEXT_DIRECTION_LTR, 1);
  cairo_surface_t *rtl = paint (&subject, MP_TEXT_DIRECTION_RTL, 1);
  cairo_surface_t *mirror = mp_test_image_mirror (ltr);
  MpRect beside = { 0, 0, LEGEND_WIDTH - 34, 320 };

  mp_test_image_erase (mirror, beside);
  mp_test_image_erase (rtl, beside);
  mp_test_image_assert_alike (rtl, mirror, ROUNDING);
  g_assert_cmpfloat (mp_test_image_ink (rtl).height, >, 200);
  cairo_surface_destroy (ltr);
  cairo_surface_destroy (rtl);
  cairo_surface_destroy (mirror);
}

static void
paint_strip (cairo_t *cr, MpText *text, gconstpointer data)
{
  MpAgreement *agreement = (gpointer) data;
  MpTestView fit = { .agreement = agreement };
  g_autoptr (MpDensity) density = NULL;
  MpDate as_of = mp_test_date ("2023-02");
  const MpStyle style = loud_style ();
  MpView all;
  MpOverviewGeometry geometry;

  mp_test_fit (&fit, &all.begin, &all.end);
  density = mp_density_new (agreement, NULL, all);
  geometry = mp_overview_geometry_place ((MpSize) { 900, 58 }, all, (MpView) { 18500, 20000 },
                                         mp_test_measure (1));
  mp_overview_paint_density (cr, &geometry, density, &style, text, "2018 – 2033");
  mp_overview_paint_window (cr, &geometry, &style, text, mp_test_instant (MP_TEST_TODAY), &as_of);
}

static void
test_strip (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  assert_mirrored (&(Subject) { paint_strip, agreement, 900, 58, 1 });
}

static void
paint_table (cairo_t *cr, MpText *text, gconstpointer data)
{
  const MpTable *table = data;
  const MpStyle style = loud_style ();

  mp_table_paint (cr, table, &style, text, table->size.height);
}

static void
test_table (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  MpDate before = mp_test_date ("2026-04-26"), after = mp_test_date ("2026-06-01");
  g_autoptr (MpTable) table = mp_table_new (&(MpTableRequest) {
    .agreement = agreement, .before = &before, .after = &after, .width = 900, .text = text });

  assert_mirrored (&(Subject) { paint_table, table, 900, ceil (table->size.height), 1 });
}

/* --- Letters ---------------------------------------------------------------------------------- */

typedef struct {
  const char *string;
  MpRect rect;
  MpAlign align;
  gboolean is_paragraph;
} Words;

static void
draw_words (cairo_t *cr, MpText *text, gconstpointer data)
{
  const Words *words = data;
  const MpRgb black = { 0, 0, 0 };

  if (words->is_paragraph)
    mp_text_draw_paragraph (text, cr, MP_TEXT_BAR, words->string, words->rect, black);
  else
    mp_text_draw (text, cr, MP_TEXT_BAR, words->string, words->rect, words->align, black);
}

/* The letters are those of a line that is drawn, not mirrored, from the other end of the mirrored
 * rectangle; to the pixel, wherever the rectangle begins. */
static void
test_letters (void)
{
  static const char *const strings[] = { "Selling OpenAI's API",
                                         "27 April 2026",
                                         "?",
                                         "",
                                         "اتفاق البستان",
                                         "A title far too long for its place" };
  static const MpAlign others[] = { [MP_ALIGN_START] = MP_ALIGN_END,
                                    [MP_ALIGN_MIDDLE] = MP_ALIGN_MIDDLE,
                                    [MP_ALIGN_END] = MP_ALIGN_START };
  const double width = 320;

  for (guint i = 0; i < G_N_ELEMENTS (strings) * 9; i++) {
    Words words = { strings[i / 9],
                    { 20 + 0.3 * (i % 3), 4, 160 + 0.25 * (i / 3 % 3), 24 },
                    (MpAlign) (i % 3),
                    FALSE };
    Subject subject = { draw_words, &words, width, 32, 1 };
    cairo_surface_t *rtl = paint (&subject, MP_TEXT_DIRECTION_RTL, 1), *unturned;

    words.rect = mp_mirror_rect (MP_TEXT_DIRECTION_RTL, width, words.rect);
    words.align = others[words.align];
    unturned = paint (&subject, MP_TEXT_DIRECTION_LTR, 1);
    mp_test_image_assert_same (rtl, unturned);
    g_assert_cmpint (*words.string != '\0', ==, mp_test_image_ink (rtl).width > 0);
    cairo_surface_destroy (rtl);
    cairo_surface_destroy (unturned);
  }
}

static MpRect
ink_of (const Words *words, MpTextDirection direction)
{
  cairo_surface_t *image = paint (&(Subject) { draw_words, words, 320, 80, 1 }, direction, 1);
  MpRect ink = mp_test_image_ink (image);

  cairo_surface_destroy (image);
  return ink;
}

/* Lines of either direction are aligned to the right, where reading begins. */
static void
test_paragraphs (void)
{
  static const char *const strings[] = { "Not in force", "اتفاق البستان", "2019",
                                         "Some words of which there are more than for one line" };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++) {
    Words words = { strings[i], { 40, 10, 200, 60 }, MP_ALIGN_START, TRUE };
    MpRect ink = ink_of (&words, MP_TEXT_DIRECTION_RTL);

    /* From 320 - 40 - 200 to 320 - 40. */
    g_assert_cmpfloat (ink.x, >=, 79);
    g_assert_cmpfloat_with_epsilon (ink.x + ink.width, 280, 4);
  }
}

/* A text without a letter has the direction of the language; a sign still stands to the left of its
 * number. */
static void
test_numbers (void)
{
  static const struct {
    const char *string;
    const char *seen; /* the same, from left to right */
  } cases[] = { { "2019 – 2032", "2032 – 2019" }, { "+4", "+4" }, { "2026", "2026" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Words words = { cases[i].string, { 0, 0, 200, 30 }, MP_ALIGN_MIDDLE, FALSE };
    Subject subject = { draw_words, &words, 200, 30, 1 };
    cairo_surface_t *rtl = paint (&subject, MP_TEXT_DIRECTION_RTL, 1), *seen;

    words.string = cases[i].seen;
    seen = paint (&subject, MP_TEXT_DIRECTION_LTR, 1);
    mp_test_image_assert_same (rtl, seen);
    cairo_surface_destroy (rtl);
    cairo_surface_destroy (seen);
  }
}

/* --- Places ----------------------------------------------------------------------------------- */

static void
test_there_and_back (void)
{
  MpRect rect = { 10, 20, 30, 40 };
  MpRect there = mp_mirror_rect (MP_TEXT_DIRECTION_RTL, 100, rect);
  MpRect back = mp_mirror_rect (MP_TEXT_DIRECTION_RTL, 100, there);
  MpRect same = mp_mirror_rect (MP_TEXT_DIRECTION_LTR, 100, rect);

  g_assert_cmpfloat (there.x, ==, 60);
  g_assert_cmpfloat (there.y, ==, 20);
  g_assert_cmpfloat (there.width, ==, 30);
  g_assert_cmpmem (&back, sizeof back, &rect, sizeof rect);
  g_assert_cmpmem (&same, sizeof same, &rect, sizeof rect);
  g_assert_cmpfloat (mp_mirror_x (MP_TEXT_DIRECTION_RTL, 100, 1), ==, 99);
  g_assert_cmpfloat (mp_mirror_x (MP_TEXT_DIRECTION_LTR, 100, 1), ==, 1);
}

static void
test_names (void)
{
  MpTextDirection direction;

  g_assert_true (mp_text_direction_from_string ("rtl", &direction));
  g_assert_cmpint (direction, ==, MP_TEXT_DIRECTION_RTL);
  g_assert_true (mp_text_direction_from_string ("ltr", &direction));
  g_assert_cmpint (direction, ==, MP_TEXT_DIRECTION_LTR);
  g_assert_false (mp_text_direction_from_string ("RTL", &direction));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mirror/shipped", test_shipped);
  g_test_add_func ("/mirror/over-the-picture", test_over_the_picture);
  g_test_add_func ("/mirror/folded", test_collapsed);
  g_test_add_func ("/mirror/sample", test_sample);
  g_test_add_func ("/mirror/random", test_random);
  g_test_add_func ("/mirror/legend", test_legend);
  g_test_add_func ("/mirror/strip", test_strip);
  g_test_add_func ("/mirror/table", test_table);
  g_test_add_func ("/mirror/letters", test_letters);
  g_test_add_func ("/mirror/paragraphs", test_paragraphs);
  g_test_add_func ("/mirror/numbers", test_numbers);
  g_test_add_func ("/mirror/there-and-back", test_there_and_back);
  g_test_add_func ("/mirror/names", test_names);
  return mp_test_run_with_fonts ();
}
