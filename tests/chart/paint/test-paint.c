/* test-paint.c: from scenes to pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint.h"

#include "mp-test-image.h"
#include "mp-test-scene.h"

#include <math.h>
#include <string.h>

#define N_RANDOM 25

static const MpItem nothing = { MP_ITEM_NONE, 0 };

/* What a test paints: a scene in real fonts. */
typedef struct {
  MpAgreement *agreement;
  MpText *text;
  MpMeasure measure;
  MpTestView view;
  MpScene *scene;
  const MpStyle *style;
} Painting;

static void
painting_clear (Painting *painting)
{
  mp_scene_unref (painting->scene);
  mp_text_free (painting->text);
  g_object_unref (painting->agreement);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Painting, painting_clear)

/* Takes ownership of the agreement. measure points into the painting, so the painting must stay
 * where it is. */
static void
painting_init (Painting *painting, MpAgreement *agreement, MpTestView view)
{
  painting->agreement = agreement;
  painting->text = mp_text_new (NULL, view.unit > 0 ? view.unit : 1);
  painting->measure = mp_text_get_measure (painting->text);
  painting->style = mp_style_get (MP_THEME_LIGHT);
  painting->view = view;
  painting->view.agreement = agreement;
  painting->view.measure = &painting->measure;
  painting->scene = mp_test_scene (&painting->view);
}

static void
painting_init_random (Painting *painting, guint max_milestones)
{
  MpAgreement *agreement = mp_test_random_agreement (max_milestones);
  MpTestView view = mp_test_random_view (agreement);

  view.width = MIN (view.width, 1300);
  view.height = MIN (view.height, 700);
  painting_init (painting, agreement, view);
  if (g_test_rand_bit ())
    painting->style = mp_style_get (MP_THEME_DARK);
}

static void
painting_init_shipped (Painting *painting)
{
  painting_init (painting, mp_test_shipped_agreement (),
                 (MpTestView) { .width = 1200, .height = 700 });
}

/* Paints a part of it, or all of it if part is NULL. */
static cairo_surface_t *
paint (const Painting *painting, double scale, MpItem selection, const MpRect *part)
{
  cairo_surface_t *image =
    mp_test_image_new (painting->scene->width, painting->scene->height, scale);
  cairo_t *cr = cairo_create (image);

  if (part != NULL) {
    cairo_rectangle (cr, part->x, part->y, part->width, part->height);
    cairo_clip (cr);
  }
  mp_paint_scene (cr, painting->scene, painting->style, painting->text);
  mp_paint_selection (cr, painting->scene, painting->style, painting->text, selection);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return image;
}

static void
assert_same (cairo_surface_t *a, cairo_surface_t *b)
{
  mp_test_image_assert_same (a, b);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* --- The same again --------------------------------------------------------------------------- */

static void
test_twice (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_auto (Painting) painting;

    painting_init_random (&painting, 40);
    assert_same (paint (&painting, 1, nothing, NULL), paint (&painting, 1, nothing, NULL));
  }
}

/* Nothing that was painted before, such as texts that are kept, changes the picture. */
static void
test_afresh (void)
{
  g_auto (Painting) used, fresh;
  MpRect part = { 0, 0, 300, 200 };

  painting_init_shipped (&used);
  painting_init_shipped (&fresh);
  cairo_surface_destroy (paint (&used, 2, nothing, &part));
  cairo_surface_destroy (paint (&used, 1, (MpItem) { MP_ITEM_PHASE, 3 }, NULL));
  assert_same (paint (&used, 1, nothing, NULL), paint (&fresh, 1, nothing, NULL));
}

/* Anything that can be selected, or nothing. */
static MpItem
random_item (const MpScene *scene)
{
  guint n = scene->n_bars + scene->n_marks;
  guint i = n > 0 ? (guint) g_test_rand_int_range (0, (gint32) n) : 0;

  if (n == 0)
    return nothing;
  if (i < scene->n_bars)
    return (MpItem) { MP_ITEM_PHASE, scene->bars[i].phase };
  i -= scene->n_bars;
  return (MpItem) { MP_ITEM_MILESTONE, scene->marks[i].milestone };
}

/* A rectangle of whole pixels within the scene. */
static MpRect
random_part (const MpScene *scene)
{
  gint width = (gint) scene->width, height = (gint) scene->height;
  gint x = g_test_rand_int_range (0, width - 1), y = g_test_rand_int_range (0, height - 1);

  return (MpRect) { x, y, g_test_rand_int_range (1, width - x),
                    g_test_rand_int_range (1, height - y) };
}

static void
erase_outside (cairo_surface_t *image, MpRect rect, double scale)
{
  double width = cairo_image_surface_get_width (image);
  double height = cairo_image_surface_get_height (image);
  double right = (rect.x + rect.width) * scale, bottom = (rect.y + rect.height) * scale;

  mp_test_image_erase (image, (MpRect) { 0, 0, width, rect.y * scale });
  mp_test_image_erase (image, (MpRect) { 0, 0, rect.x * scale, height });
  mp_test_image_erase (image, (MpRect) { 0, bottom, width, height - bottom });
  mp_test_image_erase (image, (MpRect) { right, 0, width - right, height });
}

/* When only a part is painted again, it looks as when all is painted, except for the shades of
 * edges, which Cairo computes from as much of an edge as is in the part. */
static void
test_part_is_cropped_whole (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_auto (Painting) painting;
    cairo_surface_t *whole, *part;
    double scale = g_test_rand_int_range (1, 3);
    MpRect rect;
    MpItem item;

    painting_init_random (&painting, 40);
    rect = random_part (painting.scene);
    item = random_item (painting.scene);
    whole = paint (&painting, scale, item, NULL);
    part = paint (&painting, scale, item, &rect);
    erase_outside (whole, rect, scale);
    /* A pixel or two of a dash that the part cuts off may differ more; a line out of place would be
     * many pixels. */
    g_assert_cmpuint (mp_test_image_count_different (whole, part, 24), <=, 16);
    cairo_surface_destroy (whole);
    cairo_surface_destroy (part);
  }
}

/* Hatching is fixed to what is hatched, not to the part that is painted. */
static void
test_part_of_hatching (void)
{
  g_auto (Painting) painting;
  cairo_surface_t *whole;

  painting_init (&painting,
                 mp_test_agreement ("term t - T\nphase 2025/2028 stated S\n"
                                    "milestone m 2026 1 stated - M"),
                 (MpTestView) { .width = 900 });
  whole = paint (&painting, 1, nothing, NULL);
  for (double x = 300; x < 320; x++) {
    MpRect rect = { x, 0, 900 - x, painting.scene->height };
    cairo_surface_t *part = paint (&painting, 1, nothing, &rect);

    erase_outside (whole, rect, 1);
    mp_test_image_assert_alike (whole, part, 24);
    cairo_surface_destroy (part);
  }
  cairo_surface_destroy (whole);
}

/* --- Within bounds ---------------------------------------------------------------------------- */

static void
test_nothing_outside (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_auto (Painting) painting;
    cairo_surface_t *image;
    cairo_t *cr;
    MpRect ink, bounds;

    painting_init_random (&painting, 40);
    image = mp_test_image_new (painting.scene->width + 200, painting.scene->height + 200, 1);
    cr = cairo_create (image);
    cairo_translate (cr, 100, 100);
    mp_paint_scene (cr, painting.scene, painting.style, painting.text);
    for (guint i = 0; i < painting.scene->n_bars; i++)
      mp_paint_selection (cr, painting.scene, painting.style, painting.text,
                          (MpItem) { MP_ITEM_PHASE, painting.scene->bars[i].phase });
    for (guint i = 0; i < painting.scene->n_marks; i++)
      mp_paint_selection (cr, painting.scene, painting.style, painting.text,
                          (MpItem) { MP_ITEM_MILESTONE, painting.scene->marks[i].milestone });
    ink = mp_test_image_ink (image);
    bounds = (MpRect) { 100, 100, ceil (painting.scene->width), ceil (painting.scene->height) };
    g_assert_true (ink.width == 0 || mp_test_rect_is_within (ink, bounds));
    cairo_destroy (cr);
    cairo_surface_destroy (image);
  }
}

/* The gutter stays put: what moves in the plot never shows in it. */
static void
test_gutter_stays (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_auto (Painting) one, other;
    cairo_surface_t *a, *b;
    MpTestView view;
    double by;

    painting_init_random (&one, 40);
    view = one.view;
    by = (view.end - view.begin) * g_test_rand_double_range (-0.5, 0.5);
    view.begin += by;
    view.end += by;
    painting_init (&other, g_object_ref (one.agreement), view);
    other.style = one.style;
    a = paint (&one, 1, nothing, NULL);
    b = paint (&other, 1, nothing, NULL);
    /* The axis names what is in view; the plot shows it. */
    for (guint i = 0; i < 2; i++) {
      cairo_surface_t *image = i == 0 ? a : b;

      mp_test_image_erase (image, (MpRect) { 0, 0, one.scene->width, one.scene->axis.height });
      mp_test_image_erase (image, one.scene->plot);
      mp_test_image_erase (
        image, (MpRect) { one.scene->gutter.width, 0, one.scene->width, one.scene->height });
    }
    assert_same (a, b);
  }
}

/* Rows that are partly scrolled away do not show above the rows. */
static void
test_band_stays (void)
{
  for (double scroll = 1; scroll < 60; scroll += 7) {
    g_auto (Painting) one, other;
    cairo_surface_t *a, *b;
    MpTestView view = { .width = 1000, .height = 500 };

    painting_init (&one, mp_test_shipped_agreement (), view);
    view.scroll = scroll;
    painting_init (&other, mp_test_shipped_agreement (), view);
    g_assert_cmpfloat (other.scene->scroll, ==, scroll);
    a = paint (&one, 1, nothing, NULL);
    b = paint (&other, 1, nothing, NULL);
    mp_test_image_erase (a, one.scene->rows);
    mp_test_image_erase (b, other.scene->rows);
    assert_same (a, b);
  }
}

/* The settings of the caller's context are as they were. */
static void
test_leaves_context_alone (void)
{
  g_auto (Painting) painting;
  cairo_surface_t *image;
  cairo_matrix_t before, after;
  double x0, y0, x1, y1;
  cairo_t *cr;

  painting_init_shipped (&painting);
  image = mp_test_image_new (1200, 700, 1);
  cr = cairo_create (image);
  cairo_translate (cr, 3, 5);
  cairo_set_line_width (cr, 17);
  cairo_get_matrix (cr, &before);
  mp_paint_scene (cr, painting.scene, painting.style, painting.text);
  mp_paint_selection (
    cr, painting.scene, painting.style, painting.text,
    (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (painting.agreement, "reset-2026") });
  cairo_get_matrix (cr, &after);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  g_assert_cmpfloat (x1 - x0, ==, 1200);
  g_assert_cmpfloat (y1 - y0, ==, 700);
  g_assert_cmpfloat (cairo_get_line_width (cr), ==, 17);
  g_assert_cmpint (cairo_get_dash_count (cr), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

/* A date of several years, at a zoom at which it is millions of pixels long, is painted as far as
 * it is in view. */
static void
test_long_stretches_are_quick (void)
{
  static const char *const dates[] = { "2026", "2026/2029", "2026-11/..", "2026~" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    g_autofree char *lines = g_strdup_printf ("term t - T\nphase 1990/2030 stated S\n"
                                              "phase 2030/2060 stated S\n"
                                              "milestone m %s 1 stated t M\n"
                                              "milestone n 2090 1 stated t M\n",
                                              dates[i]);
    MpAgreement *agreement = mp_test_agreement (lines);
    double day = mp_day_from_instant (mp_test_instant ("2026-12-20"));
    g_auto (Painting) painting;

    painting_init (&painting, agreement,
                   (MpTestView) { .begin = day, .end = day + 1.0 / 24, .height = 400 });
    g_test_timer_start ();
    cairo_surface_destroy (paint (&painting, 1, (MpItem) { MP_ITEM_MILESTONE, 0 }, NULL));
    g_assert_cmpfloat (g_test_timer_elapsed (), <, 2);
  }
}

static guint
blue_at (cairo_surface_t *image, double x, double y)
{
  const guchar *row =
    cairo_image_surface_get_data (image) + (gsize) y * cairo_image_surface_get_stride (image);

  return row[(gsize) x * 4 + 2];
}

/* A bar whose end is unknown fades out, however wide the picture is. */
static void
test_unknown_ends_fade (void)
{
  for (double width = 700; width < 760; width++) {
    g_auto (Painting) painting;
    const MpSceneBar *bar;
    cairo_surface_t *image;
    double y;

    painting_init (&painting,
                   mp_test_agreement ("topic a blue A\nterm t a T\nphase 2020-01-01/ stated S\n"
                                      "term u a U\nphase 2019-03-01/2031 stated S\n"),
                   (MpTestView) { .width = width });
    bar = &painting.scene->bars[0];
    image = paint (&painting, 1, nothing, NULL);
    cairo_surface_flush (image);
    y = bar->rect.y + bar->rect.height / 2;
    g_assert_cmpuint (blue_at (image, bar->rect.x + bar->rect.width - 8, y), >,
                      blue_at (image, bar->rect.x + 20, y) + 15);
    cairo_surface_destroy (image);
  }
}

/* --- The selection ---------------------------------------------------------------------------- */

/* What selecting an item changes, in pixels. */
static MpRect
selection_change (const Painting *painting, MpItem item, MpRect expected)
{
  cairo_surface_t *before = paint (painting, 1, nothing, NULL);
  cairo_surface_t *after = paint (painting, 1, item, NULL);
  MpRect change = mp_test_image_difference (before, after);

  /* And nowhere else. */
  mp_test_image_erase (before, expected);
  mp_test_image_erase (after, expected);
  assert_same (before, after);
  return change;
}

static void
test_select_nothing (void)
{
  g_auto (Painting) painting;

  painting_init_shipped (&painting);
  g_assert_cmpfloat (selection_change (&painting, nothing, (MpRect) { 0, 0, 0, 0 }).width, ==, 0);
}

static void
test_select_phase (void)
{
  g_auto (Painting) painting;

  painting_init_shipped (&painting);
  for (guint i = 0; i < painting.scene->n_bars; i += 3) {
    MpSceneBar *bar = &painting.scene->bars[i];
    MpRect change = selection_change (&painting, (MpItem) { MP_ITEM_PHASE, bar->phase },
                                      mp_rect_grow (bar->visible, 4));

    g_assert_cmpfloat (change.width, >, 0);
  }
}

static void
erase_both (cairo_surface_t *one, cairo_surface_t *other, MpRect rect)
{
  mp_test_image_erase (one, mp_rect_grow (rect, 2));
  mp_test_image_erase (other, mp_rect_grow (rect, 2));
}

/* Selecting a milestone changes its label and its mark, and draws a line down to the terms that it
 * changed. */
static void
test_select_milestone (void)
{
  g_auto (Painting) painting;
  const MpSceneMark *mark = NULL;
  const MpSceneRow *row;
  guint32 reset;
  double top, bottom;
  MpRect change;
  cairo_surface_t *before, *after;

  painting_init_shipped (&painting);
  reset = mp_test_milestone (painting.agreement, "reset-2026");
  for (guint i = 0; i < painting.scene->n_marks; i++)
    if (painting.scene->marks[i].milestone == reset)
      mark = &painting.scene->marks[i];
  g_assert_nonnull (mark);
  row = mp_scene_find_row (painting.scene, MP_ROW_TERM,
                           mp_test_term (painting.agreement, "who-declares-agi"));
  g_assert_nonnull (row);
  top = mark->label.y - 2;
  /* A knot that gives way to words hangs from the foot of the bar. */
  bottom = row->rect.y + row->rect.height + 3;

  before = paint (&painting, 1, nothing, NULL);
  after = paint (&painting, 1, (MpItem) { MP_ITEM_MILESTONE, reset }, NULL);
  change = mp_test_image_difference (before, after);
  g_assert_cmpfloat (change.y, >=, top);
  g_assert_cmpfloat (change.y + change.height, <=, bottom);
  /* Down to the last term that it changed, and no further. */
  g_assert_cmpfloat (change.y + change.height, >, row->rect.y);
  erase_both (before, after, mark->label);
  /* The line passes under a cluster, which is painted again over it. */
  for (guint i = 0; i < painting.scene->n_clusters; i++)
    erase_both (before, after, painting.scene->clusters[i].rect);
  change = mp_test_image_difference (before, after);
  g_assert_cmpfloat (change.x, >=, mark->x - 12);
  g_assert_cmpfloat (change.x + change.width, <=, mark->x + 12);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* What is out of view, or in a cluster, can be selected too. */
static void
test_select_anything (void)
{
  for (guint n = 0; n < N_RANDOM / 5; n++) {
    g_auto (Painting) painting;

    painting_init_random (&painting, 40);
    for (guint32 i = 0; i < mp_agreement_milestones (painting.agreement)->length; i++)
      cairo_surface_destroy (paint (&painting, 1, (MpItem) { MP_ITEM_MILESTONE, i }, NULL));
    for (guint32 i = 0; i < mp_agreement_phases (painting.agreement)->length; i++)
      cairo_surface_destroy (paint (&painting, 1, (MpItem) { MP_ITEM_PHASE, i }, NULL));
  }
}

/* --- Signs, without their colours ------------------------------------------------------------- */

/* Paints one phase, in letters that do not show, so that only the bar is compared. */
static cairo_surface_t *
paint_bar (const char *span, const char *certainty)
{
  g_autofree char *lines =
    g_strdup_printf ("topic g gray G\nterm t g T\nphase %s %s \u00a0\n"
                     "term z g Z\nphase 2019-01-01/2034-01-01 stated \u00a0\n",
                     span, certainty);
  g_auto (Painting) painting;

  painting_init (&painting, mp_test_agreement (lines), (MpTestView) { .width = 900 });
  return paint (&painting, 1, nothing, NULL);
}

static void
assert_all_differ (cairo_surface_t **images, guint n_images)
{
  for (guint i = 0; i < n_images; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpuint (mp_test_image_count_different (images[i], images[j], 24), >, 40);
  for (guint i = 0; i < n_images; i++)
    cairo_surface_destroy (images[i]);
}

static void
test_certainties_look_different (void)
{
  cairo_surface_t *images[4];

  images[0] = paint_bar ("2022-03-01/2030-03-01", "stated");
  images[1] = paint_bar ("2022-03-01/2030-03-01", "reported");
  images[2] = paint_bar ("2022-03-01/2030-03-01", "claimed");
  images[3] = paint_bar ("2019-01-01/2034-01-01", "disputed");
  assert_all_differ (images, G_N_ELEMENTS (images));
}

static void
test_edges_look_different (void)
{
  static const char *const spans[] = { "2022-03-01/2030-03-01", "2022-03-01/2030",
                                       "2022-03-01/2030?", "2022-03-01/", "2022-03-01/.." };
  cairo_surface_t *images[G_N_ELEMENTS (spans)];

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    images[i] = paint_bar (spans[i], "stated");
  assert_all_differ (images, G_N_ELEMENTS (images));
}

/* An open end fades out, but its arrow head does not. */
static void
test_open_end_has_arrow (void)
{
  const MpRect tip = { 880, 30, 16, 100 };
  cairo_surface_t *open = paint_bar ("2022-03-01/..", "stated");
  cairo_surface_t *unknown = paint_bar ("2022-03-01/", "stated");
  cairo_surface_t *open_without = paint_bar ("2022-03-01/..", "stated");
  cairo_surface_t *unknown_without = paint_bar ("2022-03-01/", "stated");

  mp_test_image_erase (open_without, tip);
  mp_test_image_erase (unknown_without, tip);
  g_assert_cmpuint (mp_test_image_count_different (open, open_without, 80), >, 10);
  g_assert_cmpuint (mp_test_image_count_different (unknown, unknown_without, 80), ==, 0);
  cairo_surface_destroy (open);
  cairo_surface_destroy (unknown);
  cairo_surface_destroy (open_without);
  cairo_surface_destroy (unknown_without);
}

static void
test_tenses_look_different (void)
{
  cairo_surface_t *images[3];

  images[0] = paint_bar ("2020-03-01/2026-01-01", "stated");
  images[1] = paint_bar ("2020-03-01/2026-12-31", "stated");
  images[2] = paint_bar ("2027-01-01/2033-06-01", "stated");
  assert_all_differ (images, G_N_ELEMENTS (images));
}

/* The colour of a pixel. */
static MpRgb
color_at (cairo_surface_t *image, double x, double y)
{
  const guchar *row =
    cairo_image_surface_get_data (image) + (int) y * cairo_image_surface_get_stride (image);
  guint32 pixel;

  cairo_surface_flush (image);
  memcpy (&pixel, row + 4 * (int) x, sizeof pixel);
  return (MpRgb) { (pixel >> 16 & 255) / 255.0, (pixel >> 8 & 255) / 255.0, (pixel & 255) / 255.0 };
}

static void
assert_color (cairo_surface_t *image, double x, double y, MpRgb wanted)
{
  MpRgb color = color_at (image, x, y);

  g_assert_cmpfloat_with_epsilon (color.red, wanted.red, 0.005);
  g_assert_cmpfloat_with_epsilon (color.green, wanted.green, 0.005);
  g_assert_cmpfloat_with_epsilon (color.blue, wanted.blue, 0.005);
}

/* Thousands of bars are painted all at once: each still has its body, its stripe and its tense. */
static void
test_crowd (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_auto (Painting) painting;
  cairo_surface_t *image;
  guint n_seen[3] = { 0, 0, 0 };

  for (guint i = 0; i < 20; i++) {
    g_string_append_printf (lines, "term t%u - Term\n", i);
    for (guint year = 2001; year < 2050; year++)
      g_string_append_printf (lines, "phase %u-01-01/%u-10-01 stated \n", year, year);
  }
  painting_init (&painting, mp_test_agreement (lines->str), (MpTestView) { .width = 1400 });
  g_assert_cmpuint (painting.scene->n_bars, >, 800);
  image = paint (&painting, 1, nothing, NULL);
  for (guint i = 0; i < painting.scene->n_bars; i++) {
    const MpSceneBar *bar = &painting.scene->bars[i];
    const MpShades *shades = &painting.style->shades[bar->color];
    double x = bar->rect.x + bar->rect.width * 0.6, y = bar->rect.y + bar->rect.height / 2;

    /* The line of today runs over some. */
    if (fabs (x - painting.scene->today_x) < 4)
      continue;
    n_seen[bar->tense]++;
    assert_color (image, x, y,
                  bar->tense == MP_TENSE_PAST      ? shades->past
                  : bar->tense == MP_TENSE_PRESENT ? shades->present
                                                   : painting.style->future);
    assert_color (image, round (bar->rect.x) + 1, y,
                  bar->tense == MP_TENSE_PAST ? shades->faded : shades->accent);
  }
  g_assert_cmpuint (n_seen[MP_TENSE_PAST], >, 100);
  g_assert_cmpuint (n_seen[MP_TENSE_FUTURE], >, 100);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint/again/twice", test_twice);
  g_test_add_func ("/paint/again/afresh", test_afresh);
  g_test_add_func ("/paint/again/part", test_part_is_cropped_whole);
  g_test_add_func ("/paint/again/part-of-hatching", test_part_of_hatching);
  g_test_add_func ("/paint/bounds/nothing-outside", test_nothing_outside);
  g_test_add_func ("/paint/bounds/gutter-stays", test_gutter_stays);
  g_test_add_func ("/paint/bounds/band-stays", test_band_stays);
  g_test_add_func ("/paint/bounds/context", test_leaves_context_alone);
  g_test_add_func ("/paint/bounds/long-stretches", test_long_stretches_are_quick);
  g_test_add_func ("/paint/unknown-ends-fade", test_unknown_ends_fade);
  g_test_add_func ("/paint/select/nothing", test_select_nothing);
  g_test_add_func ("/paint/select/phase", test_select_phase);
  g_test_add_func ("/paint/select/milestone", test_select_milestone);
  g_test_add_func ("/paint/select/anything", test_select_anything);
  g_test_add_func ("/paint/signs/certainties", test_certainties_look_different);
  g_test_add_func ("/paint/signs/edges", test_edges_look_different);
  g_test_add_func ("/paint/signs/arrow", test_open_end_has_arrow);
  g_test_add_func ("/paint/signs/tenses", test_tenses_look_different);
  g_test_add_func ("/paint/crowd", test_crowd);
  return mp_test_run_with_fonts ();
}
