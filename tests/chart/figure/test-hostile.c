/* test-hostile.c: titles that are meant to do harm stay in their place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-figure.h"
#include "mp-words.h"

#include "mp-test-hostile.h"
#include "mp-test-image.h"
#include "mp-test-scene.h"

#include <math.h>

static MpAgreement *
load (const char *title)
{
  g_autofree char *json = mp_test_hostile_json (title);

  return mp_test_agreement_from_json (json);
}

/* A scene of it, and its picture. */
typedef struct {
  MpAgreement *agreement;
  MpScene *scene;
  cairo_surface_t *picture;
} Shown;

static void
shown_init (Shown *visible, const char *title, double unit)
{
  g_autoptr (MpText) text = mp_text_new (NULL, unit);
  MpMeasure measure = mp_text_get_measure (text);
  cairo_t *cr;

  visible->agreement = load (title);
  visible->scene = mp_test_scene (&(MpTestView) {
    .agreement = visible->agreement, .width = 1100, .measure = &measure, .unit = unit });
  visible->picture = mp_test_image_new (visible->scene->width, visible->scene->height, 1);
  cr = cairo_create (visible->picture);
  mp_paint_scene (cr, visible->scene, mp_style_get (MP_THEME_LIGHT), text);
  cairo_destroy (cr);
}

static void
shown_clear (Shown *visible)
{
  cairo_surface_destroy (visible->picture);
  mp_scene_unref (visible->scene);
  g_object_unref (visible->agreement);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

/* Whether a label stands in the same place in another scene. */
static gboolean
is_same_place (const MpSceneMark *mark, const MpScene *elsewhere)
{
  for (guint i = 0; i < elsewhere->n_marks; i++) {
    const MpSceneMark *other = &elsewhere->marks[i];

    if (other->milestone == mark->milestone)
      return other->label.x == mark->label.x && other->label.y == mark->label.y;
  }
  return FALSE;
}

/* Makes white, in both pictures, what the hostile texts may change: the label of the milestone, the
 * labels that make room for it with their stems, the row of the topic, and the row of the term with
 * its bars. */
static void
erase_own_places (const Shown *visible, const MpScene *elsewhere, cairo_surface_t *one,
                  cairo_surface_t *other)
{
  guint32 milestone = mp_agreement_find_milestone (visible->agreement, "hostile");
  guint32 term = mp_agreement_find_term (visible->agreement, "hostile");
  const MpScene *scene = visible->scene;

  for (guint i = 0; i < scene->n_marks; i++) {
    const MpSceneMark *mark = &scene->marks[i];

    MpRect stem = { mark->x - 2, mark->label.y, 4, mark->mark.y - mark->label.y };

    if (mark->milestone != milestone && is_same_place (mark, elsewhere))
      continue;
    mp_test_image_erase (one, mp_rect_grow (mark->label, 1));
    mp_test_image_erase (other, mp_rect_grow (mark->label, 1));
    mp_test_image_erase (one, stem);
    mp_test_image_erase (other, stem);
  }
  for (guint i = 0; i < scene->n_row_items; i++) {
    const MpSceneRow *row = &scene->row_items[i];

    if (row->kind == MP_ROW_TERM && row->index != term)
      continue;
    mp_test_image_erase (one, row->rect);
    mp_test_image_erase (other, row->rect);
  }
}

/* With a harmless title in its place, everything else has the same pixels. */
static void
test_scene (void)
{
  static const double units[] = { 1, 2 };

  for (guint u = 0; u < G_N_ELEMENTS (units); u++) {
    for (guint kind = 0; kind < mp_test_hostile_count (); kind++) {
      g_autofree char *title = mp_test_hostile_title (kind);
      g_auto (Shown) hostile, plain;

      g_test_message ("%s at %g", mp_test_hostile_name (kind), units[u]);
      shown_init (&hostile, title, units[u]);
      shown_init (&plain, "Harmless", units[u]);
      g_assert_cmpfloat (hostile.scene->height, ==, plain.scene->height);
      g_assert_cmpfloat (hostile.scene->gutter.width, ==, plain.scene->gutter.width);
      erase_own_places (&hostile, plain.scene, hostile.picture, plain.picture);
      erase_own_places (&plain, hostile.scene, hostile.picture, plain.picture);
      mp_test_image_assert_same (hostile.picture, plain.picture);
    }
  }
}

/* --- Figures ---------------------------------------------------------------------------------- */

static cairo_surface_t *
paint_figure (MpAgreement *agreement, MpSize *size)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  g_autoptr (MpFigure) figure = NULL;
  cairo_surface_t *picture;
  cairo_t *cr;

  options.width = 1100;
  figure = mp_figure_new (agreement, &options);
  *size = mp_figure_get_size (figure);
  /* Room around it, which has to stay white. */
  picture = mp_test_image_new (size->width + 200, size->height + 200, 1);
  cr = cairo_create (picture);
  cairo_translate (cr, 100, 100);
  mp_figure_paint (figure, 0, cr);
  cairo_destroy (cr);
  return picture;
}

/* A figure keeps to its size, and its own words under the chart are within the chart's reach. */
static void
test_figure (void)
{
  for (guint kind = 0; kind < mp_test_hostile_count (); kind++) {
    g_autofree char *title = mp_test_hostile_title (kind);
    g_autoptr (MpAgreement) agreement = load (title);
    MpSize size;
    cairo_surface_t *picture = paint_figure (agreement, &size);
    MpRect ink = mp_test_image_ink (picture);

    g_test_message ("%s: %g high", mp_test_hostile_name (kind), size.height);
    g_assert_true (mp_test_rect_is_within (ink, (MpRect) { 100, 100, size.width, size.height }));
    /* Sources, each with a publisher and a title, fill some lines, not whole pages. */
    g_assert_cmpfloat (size.height, <, 800);
    cairo_surface_destroy (picture);
  }
}

/* The words under a chart keep their order. */
static void
test_sources (void)
{
  for (guint kind = 0; kind < mp_test_hostile_count (); kind++) {
    g_autofree char *title = mp_test_hostile_title (kind);
    g_autoptr (MpAgreement) agreement = load (title);
    guint n_sources;

    mp_agreement_sources (agreement, &n_sources);
    g_assert_cmpuint (n_sources, >, 0);
    for (guint32 source = 0; source < n_sources; source++) {
      g_autofree char *words = mp_words_source (agreement, source, FALSE);
      g_autofree char *brief = mp_words_source (agreement, source, TRUE);

      g_test_message ("%s: %s", mp_test_hostile_name (kind), words);
      g_assert_true (mp_test_is_straight (words));
      g_assert_true (mp_test_is_straight (brief));
      g_assert_cmpint (g_utf8_strlen (words, -1), <, 500);
    }
  }
}

/* --- Text ------------------------------------------------------------------------------------- */

/* Many combining marks on one letter are cut off at the edge of the rectangle, on one line and on
 * several. */
static void
test_heap_is_cut (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  g_autoptr (GString) heap = g_string_new ("Z");
  MpRect rect = { 40, 40, 200, 16 };
  cairo_surface_t *picture = mp_test_image_new (300, 100, 1);
  cairo_t *cr = cairo_create (picture);
  MpRect ink;

  for (guint i = 0; i < 200; i++)
    g_string_append (heap, "\314\201\314\226");
  mp_text_draw (text, cr, MP_TEXT_ROW, heap->str, rect, MP_ALIGN_START, (MpRgb) { 0, 0, 0 });
  mp_text_draw_paragraph (text, cr, MP_TEXT_NOTE, heap->str, rect, (MpRgb) { 0, 0, 0 });
  ink = mp_test_image_ink (picture);
  g_assert_cmpfloat (ink.width, >, 0);
  g_assert_true (mp_test_rect_is_within (ink, rect));
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hostile/scene", test_scene);
  g_test_add_func ("/hostile/figure", test_figure);
  g_test_add_func ("/hostile/sources", test_sources);
  g_test_add_func ("/hostile/heap-is-cut", test_heap_is_cut);
  return mp_test_run_with_fonts ();
}
