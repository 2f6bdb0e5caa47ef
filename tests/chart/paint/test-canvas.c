/* test-canvas.c: a writer gets all that is painted, and what it leaves to Cairo stays as it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-canvas.h"
#include "test-paint-support.h"

/* What a writer was told. */
typedef struct {
  guint fills;
  guint strokes;
  guint layouts;
  guint clips;
  int depth; /* of saved states */
} Told;

static void
fill (cairo_t *cr, gpointer data)
{
  (void) cr;
  ((Told *) data)->fills++;
}

static void
stroke (cairo_t *cr, gpointer data)
{
  (void) cr;
  ((Told *) data)->strokes++;
}

static void
show_layout (cairo_t *cr, PangoLayout *layout, double x, double y, gpointer data)
{
  (void) cr, (void) layout, (void) x, (void) y;
  ((Told *) data)->layouts++;
}

static void
clip (cairo_t *cr, gpointer data)
{
  (void) cr;
  ((Told *) data)->clips++;
}

static void
save (cairo_t *cr, gpointer data)
{
  (void) cr;
  ((Told *) data)->depth++;
}

static void
restore (cairo_t *cr, gpointer data)
{
  (void) cr;
  ((Told *) data)->depth--;
}

static void
paint_all (const Painting *painting, cairo_t *cr)
{
  mp_paint_scene (cr, painting->scene, painting->style, painting->text);
  for (guint i = 0; i < painting->scene->n_marks; i++)
    mp_paint_selection (cr, painting->scene, painting->style, painting->text,
                        (MpItem) { MP_ITEM_MILESTONE, painting->scene->marks[i].milestone });
  for (guint i = 0; i < painting->scene->n_bars; i++)
    mp_paint_selection (cr, painting->scene, painting->style, painting->text,
                        (MpItem) { MP_ITEM_PHASE, painting->scene->bars[i].phase });
  mp_paint_span (cr, painting->scene, painting->style, painting->text, 100, 400);
  if (painting->scene->n_marks > 1)
    mp_paint_measure (cr, painting->scene, painting->style, painting->text,
                      painting->scene->marks[0].milestone, painting->scene->marks[1].milestone);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
}

/* Nothing is drawn past the writer. */
static void
test_all_told (void)
{
  static const MpCanvasFuncs funcs = { .fill = fill,
                                       .stroke = stroke,
                                       .show_layout = show_layout,
                                       .clip = clip,
                                       .save = save,
                                       .restore = restore };

  for (guint n = 0; n < 25; n++) {
    cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create (surface);
    g_auto (Painting) painting;
    double x, y, width, height;
    Told told = { 0 };

    painting_init_random (&painting, 40);
    mp_pixels_announce (cr, 0);
    mp_canvas_attach (cr, &funcs, &told);
    paint_all (&painting, cr);
    cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
    g_assert_cmpfloat (width * height, ==, 0);
    g_assert_cmpuint (told.fills, >, 0);
    g_assert_cmpuint (told.layouts, >, 0);
    g_assert_cmpuint (told.clips, >, 0);
    g_assert_cmpint (told.depth, ==, 0);
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
  }
}

/* A writer of which Cairo does everything changes no pixel; nor does one that was taken away. */
static void
test_nothing_changed (void)
{
  static const MpCanvasFuncs none = { NULL }, strokes = { .stroke = stroke };
  g_auto (Painting) painting;
  cairo_surface_t *plain, *written;
  Told told = { 0 };

  painting_init_shipped (&painting);
  plain = mp_test_image_new (1200, 700, 1);
  written = mp_test_image_new (1200, 700, 1);
  for (guint i = 0; i < 2; i++) {
    cairo_t *cr = cairo_create (i == 0 ? plain : written);

    if (i == 1) {
      mp_canvas_attach (cr, &strokes, &told);
      mp_canvas_attach (cr, NULL, NULL);
      mp_canvas_attach (cr, &none, NULL);
      g_assert_false (mp_canvas_has_entries (cr));
    }
    paint_all (&painting, cr);
    cairo_destroy (cr);
  }
  g_assert_cmpuint (told.strokes, ==, 0);
  assert_same (plain, written);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/all-told", test_all_told);
  g_test_add_func ("/canvas/nothing-changed", test_nothing_changed);
  return g_test_run ();
}
