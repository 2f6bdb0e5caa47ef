/* mp-test-scene.c: scenes, texts to compare with, and the end of programs that used fonts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-test-scene.h"

#include "mp-session.h"

#include <pango/pangocairo.h>
#include <string.h>

/* In pixels, at the standard size. */
#define CHARACTER_WIDTH 7.0
#define LINE_HEIGHT 16.0

static MpSize
measure_fixed (MpTextRole role, const char *text, gpointer data)
{
  double unit = *(const double *) data;

  (void) role;
  return (MpSize) { CHARACTER_WIDTH * unit * (double) g_utf8_strlen (text, -1),
                    LINE_HEIGHT * unit };
}

MpMeasure
mp_test_measure (double unit)
{
  static double units[] = { 1, 1.5, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i] == unit)
      return (MpMeasure) { measure_fixed, &units[i], unit };
  g_error ("no measure for a text size of %g", unit);
}

/* --- Scenes ----------------------------------------------------------------------------------- */

static MpTestView
complete (const MpTestView *view)
{
  MpTestView whole = *view;

  if (whole.today == NULL)
    whole.today = MP_TEST_TODAY;
  if (whole.width == 0)
    whole.width = 1200;
  if (whole.unit == 0)
    whole.unit = 1;
  if (whole.begin == 0 && whole.end == 0)
    mp_test_fit (&whole, &whole.begin, &whole.end);
  return whole;
}

void
mp_test_fit (const MpTestView *view, double *begin, double *end)
{
  const char *today = view->today != NULL ? view->today : MP_TEST_TODAY;

  mp_session_fit_span (view->agreement, mp_test_instant (today), begin, end);
}

static MpMeasure
measure_of (const MpTestView *view)
{
  return view->measure != NULL ? *view->measure : mp_test_measure (view->unit);
}

MpLayout *
mp_test_layout (const MpTestView *view)
{
  MpTestView whole = complete (view);
  MpMeasure measure = measure_of (&whole);
  double plot = mp_scene_plot_width (whole.width, measure);
  MpLayoutRequest request = { .agreement = whole.agreement,
                              .per_day = plot / (whole.end - whole.begin),
                              .fit_width = plot,
                              .stacked = mp_scene_is_stacked (whole.width, measure),
                              .visible = whole.visible,
                              .collapsed = whole.collapsed,
                              .measure = measure };
  MpLayout *layout;

  mp_test_fit (&whole, &request.begin, &request.end);
  layout = mp_layout_new (&request);
  mp_layout_part_free (mp_layout_find_part (layout, -1e9, 1e9, measure));
  return layout;
}

MpLayoutPart *
mp_test_part (MpLayout *layout)
{
  return mp_layout_find_part (layout, -1e9, 1e9, mp_test_measure (layout->metrics.unit));
}

MpScene *
mp_test_scene (const MpTestView *view)
{
  MpTestView whole = complete (view);
  g_autoptr (MpLayout) layout = mp_test_layout (&whole);
  MpDate as_of = mp_test_date (whole.as_of != NULL ? whole.as_of : whole.today);
  MpDate before = mp_test_date (whole.before != NULL ? whole.before : whole.today);
  MpDate known = mp_test_date (whole.known != NULL ? whole.known : whole.today);
  MpSceneRequest request = { .layout = layout,
                             .begin = whole.begin,
                             .today = mp_test_instant (whole.today),
                             .as_of = &as_of,
                             .before = whole.before != NULL ? &before : NULL,
                             .known = whole.known != NULL ? &known : NULL,
                             .width = whole.width,
                             .height = whole.height,
                             .scroll = whole.scroll,
                             .measure = measure_of (&whole) };

  return mp_scene_new (&request);
}

MpTestView
mp_test_random_view (MpAgreement *agreement)
{
  static const double units[] = { 1, 1, 1.5, 2 };
  MpTestView view = { .agreement = agreement,
                      .width = g_test_rand_int_range (320, 2000),
                      .height = g_test_rand_bit () ? 0 : g_test_rand_int_range (200, 1400),
                      .unit = units[g_test_rand_int_range (0, G_N_ELEMENTS (units))] };
  double middle, span;

  mp_test_fit (&view, &view.begin, &view.end);
  middle = g_test_rand_double_range (view.begin, view.end);
  span = view.end - view.begin;
  /* From twice everything to some thousandth of it, or a day; sometimes just everything. */
  if (g_test_rand_int_range (0, 4) > 0)
    span = MAX (1, span * 2 / g_test_rand_double_range (1, 40) / g_test_rand_double_range (1, 40));
  else
    middle = view.begin + span / 2;
  view.begin = middle - span / 2;
  view.end = middle + span / 2;
  if (view.height > 0)
    view.scroll = g_test_rand_int_range (0, 400);
  return view;
}

/* --- Golden texts ----------------------------------------------------------------------------- */

void
mp_test_assert_same_text (const char *name, const char *expected, const char *actual)
{
  g_auto (GStrv) old_lines = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) new_lines = g_strsplit (actual, "\n", -1);
  guint line = 0;

  if (g_str_equal (expected, actual))
    return;
  while (old_lines[line] != NULL && new_lines[line] != NULL &&
         g_str_equal (old_lines[line], new_lines[line]))
    line++;
  g_test_message ("%s:%u was: %s", name, line + 1,
                  old_lines[line] != NULL ? old_lines[line] : "(nothing)");
  g_test_message ("%s:%u  is: %s", name, line + 1,
                  new_lines[line] != NULL ? new_lines[line] : "(nothing)");
  g_test_fail ();
}

void
mp_test_assert_golden (const char *name, const char *text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "scenes", name, NULL);
  g_autofree char *actual_name = g_strconcat (name, ".actual", NULL);
  g_autofree char *actual = g_test_build_filename (G_TEST_BUILT, actual_name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("MP_UPDATE_GOLDEN") != NULL) {
    g_file_set_contents (path, text, -1, &error);
    g_assert_no_error (error);
    return;
  }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (g_str_equal (expected, text))
    return;
  g_file_set_contents (actual, text, -1, &error);
  g_assert_no_error (error);
  g_test_message ("compare %s with %s; MP_UPDATE_GOLDEN=1 takes the new one", path, actual);
  mp_test_assert_same_text (name, expected, text);
}

/* --- The end ---------------------------------------------------------------------------------- */

int
mp_test_run_with_fonts (void)
{
  int result = g_test_run ();
  PangoFontMap *fonts = g_object_ref (pango_cairo_font_map_get_default ());

  pango_cairo_font_map_set_default (NULL);
  /* Pango sorts fonts in threads, which may hold the last reference for a moment; a layout that is
   * leaked is never finalized, and LeakSanitizer reports it. */
  for (guint i = 0; i < 5000 && g_atomic_int_get (&G_OBJECT (fonts)->ref_count) > 1; i++)
    g_usleep (1000);
  if (g_atomic_int_get (&G_OBJECT (fonts)->ref_count) > 1) {
    g_printerr ("something that uses fonts was not freed\n");
    return 1;
  }
  g_object_unref (fonts);
  cairo_debug_reset_static_data ();
  return result;
}

gboolean
mp_test_is_at_home (const MpScene *scene, const MpSceneMark *mark)
{
  return mark->label.x > scene->plot.x + 1 &&
         mark->label.x + mark->label.width < scene->plot.x + scene->plot.width - 1;
}

gboolean
mp_test_has_stem (const MpScene *scene, const MpSceneMark *mark)
{
  return mark->x > scene->plot.x && mark->x < scene->plot.x + scene->plot.width - 1;
}
