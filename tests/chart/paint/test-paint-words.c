/* test-paint-words.c: no line runs through words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of the grid, of today and of the as-of dates are painted in black and in white:
 * where words stand there is no difference. So is the line of a selection, with and without.
 */
#include "mp-agreement.h"
#include "mp-paint.h"
#include "mp-test-image.h"
#include "mp-test-scene.h"

#include <math.h>

#define N_RANDOM 40

/* The veils of two stretches may change words a little; a line would change them from black to
 * white. */
#define VEIL 60

typedef struct {
  MpAgreement *agreement;
  MpText *text;
  MpScene *scene;
  GArray *words; /* MpRect */
} Fixture;

static void
add_words (Fixture *f, MpRect rect)
{
  rect = mp_rect_clip_x (rect, 0, f->scene->width);
  /* Without milestones the badge of today hangs over the first row. */
  if (rect.width > 0 && !mp_rect_intersects (rect, f->scene->today_badge) &&
      rect.y >= f->scene->rows.y &&
      rect.y + rect.height <= f->scene->rows.y + f->scene->rows.height)
    g_array_append_val (f->words, rect);
}

/* By the rows and bars of the scene, not by what it keeps for its painter. */
static void
find_words (Fixture *f)
{
  MpMeasure measure = mp_text_get_measure (f->text);

  for (guint i = 0; i < f->scene->n_row_items; i++) {
    const MpSceneRow *row = &f->scene->row_items[i];
    MpRect title = mp_scene_row_title (row);
    MpSize size =
      mp_measure (measure, row->kind == MP_ROW_TOPIC ? MP_TEXT_TOPIC : MP_TEXT_ROW, row->text);

    title.width = MIN (title.width, size.width);
    title.y += (title.height - size.height) / 2;
    title.height = size.height;
    add_words (f, title);
    /* What is unchanged has a ring in the grid's colour. */
    if (!mp_comparison_is_same (&row->comparison))
      add_words (f, row->badge);
  }
  for (guint i = 0; i < f->scene->n_bars; i++) {
    const MpSceneBar *bar = &f->scene->bars[i];

    add_words (f, bar->label);
    add_words (f, bar->start_doubt);
    add_words (f, bar->end_doubt);
    add_words (f, bar->early);
  }
  for (guint i = 0; i < f->scene->n_densities; i++) {
    const MpSceneDensity *density = &f->scene->densities[i];
    MpSize size;
    MpRect rect = density->rect;

    if (density->text == NULL)
      continue;
    size = mp_measure (measure, MP_TEXT_BAR, density->text);
    rect.x += (rect.width - size.width) / 2;
    rect.width = size.width;
    rect.y += (rect.height - size.height) / 2;
    rect.height = size.height;
    add_words (f, rect);
  }
}

static void
fixture_init (Fixture *f, MpAgreement *agreement, MpTestView view)
{
  MpMeasure measure;

  f->agreement = agreement;
  f->text = mp_text_new (NULL, view.unit > 0 ? view.unit : 1);
  measure = mp_text_get_measure (f->text);
  view.agreement = agreement;
  view.measure = &measure;
  f->scene = mp_test_scene (&view);
  f->words = g_array_new (FALSE, FALSE, sizeof (MpRect));
  find_words (f);
}

static void
fixture_clear (Fixture *f)
{
  g_array_unref (f->words);
  mp_scene_unref (f->scene);
  mp_text_free (f->text);
  g_object_unref (f->agreement);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* A random day in view, as text. */
static char *
random_day (const MpTestView *view)
{
  double day = floor (g_test_rand_double_range (view->begin, view->end));

  return mp_instant_to_iso ((MpInstant) day * MP_SECONDS_PER_DAY);
}

static cairo_surface_t *
paint (const Fixture *f, const MpStyle *style, MpItem selection)
{
  cairo_surface_t *image = mp_test_image_new (f->scene->width, f->scene->height, 1);
  cairo_t *cr = cairo_create (image);

  mp_paint_scene (cr, f->scene, style, f->text);
  mp_paint_selection (cr, f->scene, style, f->text, selection);
  cairo_destroy (cr);
  return image;
}

/* With its lines in one colour. */
static cairo_surface_t *
paint_lines (const Fixture *f, MpTheme theme, MpRgb color)
{
  MpStyle style = *mp_style_get (theme);

  style.grid = style.strong_grid = style.today = style.as_of = color;
  return paint (f, &style, (MpItem) { MP_ITEM_NONE, 0 });
}

static cairo_surface_t *
part_of (cairo_surface_t *image, MpRect rect)
{
  cairo_surface_t *part = mp_test_image_new (ceil (rect.width), ceil (rect.height), 1);
  cairo_t *cr = cairo_create (part);

  cairo_set_source_surface (cr, image, -floor (rect.x), -floor (rect.y));
  cairo_paint (cr);
  cairo_destroy (cr);
  return part;
}

/* Takes both pictures. */
static void
assert_same_words (const Fixture *f, cairo_surface_t *one, cairo_surface_t *other)
{
  for (guint i = 0; i < f->words->len; i++) {
    MpRect rect = g_array_index (f->words, MpRect, i);
    cairo_surface_t *first = part_of (one, rect), *second = part_of (other, rect);

    g_test_message ("words at %g %g, %g wide, %g high", rect.x, rect.y, rect.width, rect.height);
    g_assert_cmpuint (mp_test_image_count_different (first, second, VEIL), ==, 0);
    cairo_surface_destroy (first);
    cairo_surface_destroy (second);
  }
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

static void
check_lines (const Fixture *f)
{
  MpTheme theme = g_test_rand_bit () ? MP_THEME_LIGHT : MP_THEME_DARK;
  MpRgb black = { 0, 0, 0 }, white = { 1, 1, 1 };
  cairo_surface_t *one = paint_lines (f, theme, black), *other = paint_lines (f, theme, white);

  /* The colours do change something, unless no line is in view. */
  if (f->scene->today_visible)
    g_assert_cmpfloat (mp_test_image_difference (one, other).width, >, 0);
  assert_same_words (f, one, other);
}

/* Its own label is compared elsewhere, and stands above the rows. */
static void
check_selection (const Fixture *f, guint32 milestone)
{
  const MpStyle *style = mp_style_get (MP_THEME_LIGHT);

  assert_same_words (f, paint (f, style, (MpItem) { MP_ITEM_NONE, 0 }),
                     paint (f, style, (MpItem) { MP_ITEM_MILESTONE, milestone }));
}

static void
test_random (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (20);
    guint32 n_milestones = mp_agreement_milestones (agreement)->length;
    MpTestView view = mp_test_random_view (agreement);
    g_autofree char *today = random_day (&view);
    g_autofree char *as_of = random_day (&view);
    g_autofree char *before = random_day (&view);
    g_autoptr (MpBits) collapsed = NULL;
    g_auto (Fixture) f;
    guint n_topics;

    mp_agreement_topics (agreement, &n_topics);
    collapsed = mp_bits_new (n_topics);
    for (guint i = 0; i < n_topics; i++)
      mp_bits_set (collapsed, i, g_test_rand_int_range (0, 3) == 0);
    view.collapsed = collapsed;
    view.width = MIN (view.width, 1300);
    view.height = MIN (view.height, 700);
    view.today = today;
    view.as_of = as_of;
    view.before = g_test_rand_bit () ? before : NULL;
    fixture_init (&f, g_object_ref (agreement), view);
    check_lines (&f);
    if (n_milestones > 0)
      check_selection (&f, (guint32) g_test_rand_int_range (0, (gint32) n_milestones));
  }
}

/* Every milestone of the shipped agreement, in wide and in narrow pictures. */
static void
test_shipped (void)
{
  static const double widths[] = { 420, 800, 1300 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    MpTestView view = { .width = widths[i], .as_of = "2029-05-01" };
    g_auto (Fixture) f;

    fixture_init (&f, mp_test_shipped_agreement (), view);
    g_assert_cmpuint (f.words->len, >, 30);
    check_lines (&f);
    for (guint32 j = 0; j < mp_agreement_milestones (f.agreement)->length; j++)
      check_selection (&f, j);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/words/random", test_random);
  g_test_add_func ("/paint/words/shipped", test_shipped);
  return mp_test_run_with_fonts ();
}
