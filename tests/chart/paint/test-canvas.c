/* test-canvas.c: a writer gets all that is painted, and what it leaves to Cairo stays as it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-canvas.h"
#include "test-paint-support.h"

/* --- Shapes ----------------------------------------------------------------------------------- */

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
    mp_pixels_announce (cr, 1, FALSE);
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

/* --- Entries ---------------------------------------------------------------------------------- */

/* What a writer was told of entries. */
typedef struct {
  GHashTable *whole; /* id → how often it was drawn, but for parts */
  GHashTable *texts; /* text of an entry → how often it was drawn */
  gboolean is_within;
} Entries;

static void
count (GHashTable *table, const char *key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  g_hash_table_insert (table, g_strdup (key), GUINT_TO_POINTER (n + 1));
}

static void
begin_entry (cairo_t *cr, const MpCanvasEntry *entry, gpointer data)
{
  Entries *entries = data;

  (void) cr;
  g_assert_false (entries->is_within);
  g_assert_cmpstr (entry->title, !=, "");
  entries->is_within = TRUE;
  if (!entry->is_part)
    count (entries->whole, entry->id);
}

static void
end_entry (cairo_t *cr, gpointer data)
{
  Entries *entries = data;

  (void) cr;
  g_assert_true (entries->is_within);
  entries->is_within = FALSE;
}

static void
count_layout (cairo_t *cr, PangoLayout *layout, double x, double y, gpointer data)
{
  Entries *entries = data;

  (void) cr, (void) x, (void) y;
  if (entries->is_within)
    count (entries->texts, pango_layout_get_text (layout));
}

static guint
times (GHashTable *table, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
}

/* Paints a scene with a selection for a writer that counts. */
static Entries
count_entries (const Painting *painting, MpItem selection)
{
  static const MpCanvasFuncs funcs = { .show_layout = count_layout,
                                       .begin_entry = begin_entry,
                                       .end_entry = end_entry };
  Entries entries = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), FALSE };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  mp_pixels_announce (cr, 1, FALSE);
  mp_canvas_attach (cr, &funcs, &entries);
  mp_paint_scene_under (cr, painting->scene, painting->style, painting->text, selection);
  mp_paint_selection (cr, painting->scene, painting->style, painting->text, selection);
  g_assert_false (entries.is_within);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return entries;
}

static void
entries_clear (Entries *entries)
{
  g_hash_table_unref (entries->whole);
  g_hash_table_unref (entries->texts);
}

/* Whatever is selected, each bar and each milestone that is drawn is one whole, and a label's words
 * are drawn once. */
static void
test_each_once (void)
{
  g_auto (Painting) painting;
  const MpScene *scene;

  painting_init_shipped (&painting);
  scene = painting.scene;
  for (guint i = 0; i <= scene->n_marks; i++) {
    MpItem selection =
      i < scene->n_marks ? (MpItem) { MP_ITEM_MILESTONE, scene->marks[i].milestone } : nothing;
    Entries entries = count_entries (&painting, selection);

    g_assert_cmpuint (g_hash_table_size (entries.whole), ==, scene->n_bars + scene->n_marks);
    for (guint j = 0; j < scene->n_marks; j++) {
      const MpSceneMark *mark = &scene->marks[j];
      const char *id = mp_agreement_text (
        painting.agreement, mp_agreement_milestones (painting.agreement)->id[mark->milestone]);

      g_assert_cmpuint (times (entries.whole, id), ==, 1);
      if (mp_rect_intersects (mark->label, scene->band))
        g_assert_cmpuint (times (entries.texts, mark->text), ==, 1);
    }
    entries_clear (&entries);
  }
}

static void
test_ids (void)
{
  g_auto (Painting) painting;
  Entries entries;

  painting_init (&painting,
                 mp_test_agreement ("term rent - Rent\nphase 2024-01-01/2025-01-01 stated Low\n"
                                    "phase 2025-01-01/.. stated High\n"
                                    "milestone signing 2023-12-01 1 stated - Signing"),
                 (MpTestView) { .width = 900 });
  entries = count_entries (&painting, (MpItem) { MP_ITEM_PHASE, 1 });
  g_assert_cmpuint (g_hash_table_size (entries.whole), ==, 3);
  g_assert_cmpuint (times (entries.whole, "rent-1"), ==, 1);
  g_assert_cmpuint (times (entries.whole, "rent-2"), ==, 1);
  g_assert_cmpuint (times (entries.whole, "signing"), ==, 1);
  entries_clear (&entries);
}

/* What the selection paints again need not be painted before. */
static void
test_words_under_selection (void)
{
  g_auto (Painting) painting;

  painting_init_shipped (&painting);
  for (guint32 i = 0; i < mp_agreement_milestones (painting.agreement)->length; i++) {
    MpItem item = { MP_ITEM_MILESTONE, i };
    cairo_surface_t *all = paint (&painting, 1, item, NULL);
    cairo_surface_t *under = mp_test_image_new (1200, 700, 1);
    cairo_t *cr = cairo_create (under);

    mp_paint_scene_under (cr, painting.scene, painting.style, painting.text, item);
    mp_paint_selection (cr, painting.scene, painting.style, painting.text, item);
    cairo_destroy (cr);
    assert_same (all, under);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/all-told", test_all_told);
  g_test_add_func ("/canvas/nothing-changed", test_nothing_changed);
  g_test_add_func ("/canvas/entries/each-once", test_each_once);
  g_test_add_func ("/canvas/entries/ids", test_ids);
  g_test_add_func ("/canvas/entries/words-under-selection", test_words_under_selection);
  return g_test_run ();
}
