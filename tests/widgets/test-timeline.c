/* test-timeline.c: the timeline shows the session, as a file would
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-last-change.h"
#include "mp-paint.h"
#include "mp-theme.h"
#include "mp-timeline-fixture.h"
#include "mp-topic-arrow.h"

#include <adwaita.h>
#include <math.h>

typedef MpTimelineFixture Fixture;

static MpScene *
scene_of (Fixture *f)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);

  g_assert_nonnull (scene);
  return scene;
}

/* --- Life ------------------------------------------------------------------------------------- */

static void
test_never_visible (void)
{
  GtkWidget *timeline = g_object_ref_sink (mp_timeline_new ());
  MpSession *session = mp_session_new (mp_today ());
  MpAgreement *agreement = mp_agreement_of_size (2, 2);

  mp_session_set_agreement (session, agreement);
  mp_timeline_set_session (MP_TIMELINE (timeline), session);
  g_assert_true (mp_timeline_get_session (MP_TIMELINE (timeline)) == session);
  g_assert_null (mp_timeline_get_scene (MP_TIMELINE (timeline)));
  g_assert_finalize_object (timeline);
  g_assert_finalize_object (session);
  g_assert_finalize_object (agreement);
}

static void
use (MpTimeline *timeline)
{
  mp_timeline_zoom (timeline, 300, 2);
  mp_timeline_pan (timeline, 20, 20);
  mp_timeline_click (timeline, 400, 300);
  mp_timeline_go (timeline, MP_MOVE_LATER);
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.zoom-in", NULL);
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.fit", NULL);
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.clear", NULL);
}

/* Before there is anything to show, input does nothing and breaks nothing. */
static void
test_nothing_to_show (void)
{
  MpTimeline *timeline = MP_TIMELINE (mp_timeline_new ());
  GtkWindow *window = mp_show (GTK_WIDGET (timeline), 600, 400);
  MpSession *session = mp_session_new (mp_today ());
  MpAgreement *agreement =
    mp_test_agreement_from_json ("{ \"milepost\": 1, \"title\": \"Empty\" }");

  use (timeline);
  g_assert_null (mp_timeline_get_scene (timeline));
  mp_timeline_set_session (timeline, session);
  use (timeline);
  mp_wait_for_frame (GTK_WIDGET (timeline));
  g_assert_null (mp_timeline_get_scene (timeline));
  /* An empty agreement gives an empty picture, with an axis. */
  mp_session_set_agreement (session, agreement);
  mp_wait_for_frame (GTK_WIDGET (timeline));
  use (timeline);
  mp_wait_for_frame (GTK_WIDGET (timeline));
  g_assert_cmpuint (mp_timeline_get_scene (timeline)->n_ticks, >, 0);
  g_assert_cmpint (mp_session_get_selection (session).kind, ==, MP_ITEM_NONE);
  mp_session_set_agreement (session, NULL);
  mp_wait_for_frame (GTK_WIDGET (timeline));
  g_assert_null (mp_timeline_get_scene (timeline));
  mp_close (window);
  g_assert_finalize_object (session);
  g_assert_finalize_object (agreement);
}

/* A timeline releases everything when it gets another session. */
static void
test_other_session (Fixture *f, gconstpointer data)
{
  g_autoptr (MpSession) other = mp_session_new (mp_today ());
  g_autoptr (MpAgreement) small = mp_agreement_of_size (1, 1);
  MpScene *scene;

  (void) data;
  mp_session_set_agreement (other, small);
  mp_timeline_set_session (f->timeline, other);
  mp_timeline_wait (f);
  g_assert_true (scene_of (f)->layout->agreement == small);
  scene = mp_scene_ref (scene_of (f));
  mp_session_zoom (f->session, mp_session_get_begin (f->session), 2);
  mp_timeline_wait (f);
  g_assert_true (scene_of (f) == scene);
  mp_scene_unref (scene);
  mp_timeline_set_session (f->timeline, NULL);
}

/* --- Pictures --------------------------------------------------------------------------------- */

/* How many pixels a logical pixel has; GDK_SCALE says so for all windows. */
static int
scale_of (Fixture *f)
{
  return gtk_widget_get_scale_factor (GTK_WIDGET (f->timeline));
}

/* What the timeline shows as the last change: nothing where it is selected, or in a comparison. */
static MpItem
change_of (Fixture *f)
{
  guint32 change = mp_last_change (f->agreement, mp_session_get_as_of (f->session));
  MpItem item = { change != MP_NONE ? MP_ITEM_MILESTONE : MP_ITEM_NONE, change };

  if (mp_session_get_before (f->session) != NULL ||
      mp_item_equal (item, mp_session_get_selection (f->session)))
    return (MpItem) { MP_ITEM_NONE, 0 };
  return item;
}

/* The same scene as in a file, and the arrows that collapse topics: on an image, with fonts of its
 * own. */
static cairo_surface_t *export(Fixture *f)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (f->timeline));
  g_autofree char *family = mp_theme_get_font (settings);
  g_autoptr (MpText) text = mp_text_new (family, mp_theme_get_text_scale (settings));
  const MpStyle *style = mp_style_get (mp_theme_get_current ());
  MpScene *scene = scene_of (f);
  int scale = scale_of (f);
  cairo_surface_t *picture = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) scene->width * scale, (int) scene->height * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (picture, scale, scale);
  cr = cairo_create (picture);
  mp_paint_scene (cr, scene, style, text);
  mp_topic_arrows_paint (cr, scene, style);
  mp_paint_last_change (cr, scene, style, text, change_of (f));
  mp_paint_links (cr, scene, style, text, mp_session_get_selection (f->session));
  mp_paint_selection (cr, scene, style, text, mp_session_get_selection (f->session));
  cairo_destroy (cr);
  return picture;
}

/* A scene by itself is the same to the last bit. What the screen shows over it is kept in layers of
 * their own, which rounds the colours of edges a second time. Where a logical pixel has many pixels
 * GTK has rounded the corners of the arrows as if it had one. */
static int
allowed_levels (Fixture *f)
{
  return mp_session_get_selection (f->session).kind == MP_ITEM_NONE &&
             change_of (f).kind == MP_ITEM_NONE && scale_of (f) == 1
           ? 0
           : 2;
}

/* The scrollbar is not in a file. */
static void
hide_scrollbar (Fixture *f)
{
  gtk_widget_set_opacity (mp_find_type (f->timeline, GTK_TYPE_SCROLLBAR), 0);
}

static void
assert_screen_is_export (Fixture *f, const char *name)
{
  g_autofree char *scaled = g_strdup_printf ("%s-%d", name, scale_of (f));
  cairo_surface_t *screen, *file;

  mp_timeline_wait (f);
  hide_scrollbar (f);
  mp_timeline_wait (f);
  screen = mp_picture_of (GTK_WIDGET (f->timeline), scale_of (f));
  file = export(f);
  g_assert_cmpfloat (scene_of (f)->width, ==, gtk_widget_get_width (GTK_WIDGET (f->timeline)));
  g_assert_cmpfloat (scene_of (f)->height, ==, gtk_widget_get_height (GTK_WIDGET (f->timeline)));
  mp_picture_assert_same (screen, file, allowed_levels (f), scaled);
  cairo_surface_destroy (screen);
  cairo_surface_destroy (file);
}

static void
test_screen_is_export (Fixture *f, gconstpointer scheme)
{
  const char *name = GPOINTER_TO_INT (scheme) == ADW_COLOR_SCHEME_FORCE_DARK ? "dark" : "light";
  MpItem items[] = { { MP_ITEM_NONE, 0 },
                     mp_item_milestone (f->agreement, "reset-2026"),
                     mp_item_milestone (f->agreement, "licence-ends"),
                     mp_item_phase (f->agreement, "openai-pays-microsoft", 2),
                     mp_item_milestone (f->agreement, "jassy-post") };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (scheme));
  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    g_autofree char *picture = g_strdup_printf ("timeline-%s-%u", name, i);

    mp_session_set_selection (f->session, items[i]);
    assert_screen_is_export (f, picture);
  }
}

/* The last change is that of the day asked about; a day before all of them and a comparison have
 * none. */
static void
test_screen_is_export_on_days (Fixture *f, gconstpointer data)
{
  cairo_surface_t *today, *before;

  (void) data;
  mp_timeline_wait (f);
  today = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  mp_session_set_as_of_day (f->session, mp_instant_from_civil (2025, 12, 1, 0, 0, 0));
  assert_screen_is_export (f, "timeline-2025");
  before = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  g_assert_cmpuint (mp_picture_difference (today, before, 2), >, 1000);
  mp_session_set_before_day (f->session, mp_instant_from_civil (2024, 6, 1, 0, 0, 0));
  assert_screen_is_export (f, "timeline-compared");
  mp_session_set_before (f->session, NULL);
  mp_session_set_as_of_day (f->session, mp_instant_from_civil (2000, 1, 1, 0, 0, 0));
  assert_screen_is_export (f, "timeline-2000");
  cairo_surface_destroy (today);
  cairo_surface_destroy (before);
}

/* In any part of the agreement, at any zoom. */
static void
test_screen_is_export_anywhere (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  mp_timeline_zoom (f->timeline, 613, 3.7);
  mp_timeline_pan (f->timeline, -33.3, -77);
  assert_screen_is_export (f, "timeline-zoomed");
  mp_timeline_zoom (f->timeline, 500, 40);
  assert_screen_is_export (f, "timeline-close");
  mp_timeline_zoom (f->timeline, 500, 1e-9);
  assert_screen_is_export (f, "timeline-far");
  mp_timeline_resize (f, 420, 500);
  assert_screen_is_export (f, "timeline-narrow");
}

/* With the program's own style sheet as well, which must not move or colour anything of it. */
static void
test_screen_is_export_with_style (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "style.css", NULL);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();

  (void) data;
  mp_theme_install (display);
  gtk_css_provider_load_from_path (provider, path);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  /* An item under the pointer does look different. */
  if (mp_input_begin (f->window)) {
    assert_screen_is_export (f, "timeline-styled");
    mp_input_end ();
  }
  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (provider));
}

static void
test_theme (Fixture *f, gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  cairo_surface_t *light, *dark, *again;
  MpScene *scene;

  (void) data;
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  mp_timeline_wait (f);
  light = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  scene = mp_scene_ref (scene_of (f));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  mp_timeline_wait (f);
  dark = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  /* Other colours, in the same places. */
  g_assert_true (scene_of (f) == scene);
  g_assert_cmpuint (mp_picture_difference (light, dark, 0), >, 1000 * 600);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  mp_timeline_wait (f);
  again = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  mp_picture_assert_same (again, light, 0, "timeline-light-again");
  mp_scene_unref (scene);
  cairo_surface_destroy (light);
  cairo_surface_destroy (dark);
  cairo_surface_destroy (again);
}

/* Larger text makes rows higher at once, whether it comes from the font or from the text scale. */
static void
test_fonts (Fixture *f, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (f->timeline));
  g_autofree char *font = NULL;
  double row;
  int dpi;

  (void) data;
  g_object_get (settings, "gtk-font-name", &font, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-font-name", "Sans 11", "gtk-xft-dpi", 96 * 1024, NULL);
  mp_timeline_wait (f);
  row = scene_of (f)->layout->metrics.row_height;
  g_object_set (settings, "gtk-font-name", "Sans 22", NULL);
  mp_timeline_wait (f);
  g_assert_cmpfloat (scene_of (f)->layout->metrics.row_height, >=, 2 * row - 1);
  assert_screen_is_export (f, "timeline-large");
  g_object_set (settings, "gtk-font-name", "DejaVu Serif 11", NULL);
  assert_screen_is_export (f, "timeline-serif");
  g_assert_cmpfloat (scene_of (f)->layout->metrics.row_height, ==, row);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  assert_screen_is_export (f, "timeline-dpi");
  g_assert_cmpfloat (scene_of (f)->layout->metrics.row_height, >=, 1.5 * row - 1);
  g_object_set (settings, "gtk-font-name", font, "gtk-xft-dpi", dpi, NULL);
}

/* A frame in which nothing has changed needs neither layout nor painting. */
static void
test_snapshot_lays_nothing_out (Fixture *f, gconstpointer data)
{
  MpScene *scene = mp_scene_ref (scene_of (f));

  (void) data;
  for (guint i = 0; i < 3; i++) {
    gtk_widget_queue_draw (GTK_WIDGET (f->timeline));
    mp_timeline_wait (f);
    cairo_surface_destroy (mp_picture_of (GTK_WIDGET (f->timeline), 1));
  }
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "second-investment"));
  mp_timeline_wait (f);
  g_assert_true (scene_of (f) == scene);
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_NONE, 0 });
  mp_timeline_wait (f);
  g_assert_true (scene_of (f) == scene);
  mp_scene_unref (scene);
}

/* --- Changes ---------------------------------------------------------------------------------- */

/* The days in view do not depend on the size; the scene fills the widget. */
static void
test_size (Fixture *f, gconstpointer data)
{
  double begin, end;

  (void) data;
  mp_timeline_zoom (f->timeline, 700, 2);
  begin = mp_session_get_begin (f->session);
  end = mp_session_get_end (f->session);
  mp_timeline_resize (f, 640, 420);
  g_assert_cmpfloat (mp_session_get_begin (f->session), ==, begin);
  g_assert_cmpfloat (mp_session_get_end (f->session), ==, end);
  g_assert_cmpfloat (scene_of (f)->width, ==, 640);
  g_assert_cmpfloat (scene_of (f)->height, ==, 420);
  g_assert_cmpfloat_with_epsilon (mp_scale_to_day (scene_of (f)->scale, scene_of (f)->plot.width),
                                  end, 1e-6);
}

/* A new timeline of this size on the same agreement. */
static char *
dump_anew (Fixture *f, int width, int height)
{
  g_autoptr (MpSession) session = mp_session_new (mp_session_get_today (f->session));
  MpTimeline *timeline = MP_TIMELINE (mp_timeline_new ());
  GtkWindow *window;
  char *dump;

  mp_session_set_agreement (session, f->agreement);
  mp_timeline_set_session (timeline, session);
  window = mp_show (GTK_WIDGET (timeline), width, height);
  dump = mp_scene_dump (mp_timeline_get_scene (timeline));
  mp_close (window);
  return dump;
}

/* What is shown depends on the present size only, not on earlier ones. */
static void
test_size_forgets (Fixture *f, gconstpointer data)
{
  static const int sizes[][2] = { { 400, 640 }, { 1000, 300 }, { 1000, 800 }, { 1000, 300 } };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autofree char *anew = dump_anew (f, sizes[i][0], sizes[i][1]);
    g_autofree char *dump = NULL;

    mp_timeline_resize (f, sizes[i][0], sizes[i][1]);
    dump = mp_scene_dump (scene_of (f));
    g_test_message ("%d × %d", sizes[i][0], sizes[i][1]);
    g_assert_cmpstr (dump, ==, anew);
  }
}

/* Going to another view and back makes no difference. */
static void
test_there_and_back (Fixture *f, gconstpointer data)
{
  g_autofree char *before = mp_scene_dump (scene_of (f));
  g_autofree char *away = NULL, *after = NULL;

  (void) data;
  mp_timeline_zoom (f->timeline, 431, 8);
  mp_timeline_wait (f);
  mp_timeline_pan (f->timeline, -250, 0);
  mp_timeline_wait (f);
  away = mp_scene_dump (scene_of (f));
  g_assert_cmpstr (away, !=, before);
  mp_timeline_pan (f->timeline, 250, 0);
  mp_timeline_wait (f);
  mp_timeline_zoom (f->timeline, 431, 1.0 / 8);
  mp_timeline_wait (f);
  after = mp_scene_dump (scene_of (f));
  g_assert_cmpstr (after, ==, before);
}

static void
test_today (Fixture *f, gconstpointer data)
{
  double x = scene_of (f)->today_x;

  (void) data;
  mp_session_set_today (f->session, mp_instant_from_civil (2030, 6, 1, 0, 0, 0));
  mp_timeline_wait (f);
  g_assert_cmpfloat (scene_of (f)->today_x, >, x + 10);
}

/* Nothing of the old agreement is left: no child, no words, no scroll position. */
static void
test_agreement (Fixture *f, gconstpointer data)
{
  MpItem first = mp_item_phase (f->agreement, "term-1", 0);
  g_autoptr (MpAgreement) other = mp_agreement_of_size (30, 2);

  (void) data;
  mp_session_set_selection (f->session, mp_item_phase (f->agreement, "term-80", 0));
  mp_timeline_rest (f);
  g_assert_cmpfloat (scene_of (f)->scroll, >, 0);
  mp_session_set_selection (f->session, first);
  mp_timeline_rest (f);
  g_assert_nonnull (mp_timeline_get_item (f->timeline, mp_scene_item_new (first)));
  mp_timeline_pan (f->timeline, 0, -200);
  mp_timeline_rest (f);
  mp_session_set_agreement (f->session, other);
  g_assert_null (mp_find_type (f->timeline, MP_TYPE_TIMELINE_ITEM));
  g_assert_null (mp_timeline_get_scene (f->timeline));
  mp_timeline_rest (f);
  g_assert_true (scene_of (f)->layout->agreement == other);
  g_assert_cmpfloat (scene_of (f)->scroll, ==, 0);
  mp_session_set_agreement (f->session, NULL);
  mp_timeline_rest (f);
  g_assert_null (mp_find_type (f->timeline, MP_TYPE_TIMELINE_ITEM));
}

/* --- Rows ------------------------------------------------------------------------------------- */

static void
test_rows_scroll (Fixture *f, gconstpointer data)
{
  GtkWidget *scrollbar = mp_find_type (f->timeline, GTK_TYPE_SCROLLBAR);
  GtkAdjustment *rows = gtk_scrollbar_get_adjustment (GTK_SCROLLBAR (scrollbar));
  MpItem first = mp_item_phase (f->agreement, "term-1", 0);
  MpItem last = mp_item_phase (f->agreement, "term-80", 0);

  (void) data;
  g_assert_cmpfloat (gtk_adjustment_get_upper (rows) - gtk_adjustment_get_page_size (rows), ==,
                     scene_of (f)->max_scroll);
  g_assert_nonnull (mp_timeline_get_item (f->timeline, mp_scene_item_new (first)));
  g_assert_null (mp_timeline_get_item (f->timeline, mp_scene_item_new (last)));
  gtk_adjustment_set_value (rows, gtk_adjustment_get_upper (rows));
  mp_timeline_rest (f);
  g_assert_cmpfloat (scene_of (f)->scroll, ==, round (scene_of (f)->max_scroll));
  g_assert_null (mp_timeline_get_item (f->timeline, mp_scene_item_new (first)));
  g_assert_nonnull (mp_timeline_get_item (f->timeline, mp_scene_item_new (last)));
  /* The milestones stay where they are. */
  g_assert_cmpfloat (scene_of (f)->band.y, ==, scene_of (f)->axis.height);
  /* A window with room for all rows has no scrollbar. */
  mp_timeline_pan (f->timeline, 0, 1e9);
  mp_timeline_rest (f);
  g_assert_cmpfloat (scene_of (f)->scroll, ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (rows), ==, 0);
}

static void
test_no_scrollbar (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAgreement) small = mp_agreement_of_size (2, 2);

  (void) data;
  g_assert_nonnull (mp_find_type (f->timeline, GTK_TYPE_SCROLLBAR));
  mp_session_set_agreement (f->session, small);
  mp_timeline_rest (f);
  g_assert_cmpfloat (scene_of (f)->max_scroll, ==, 0);
  g_assert_null (mp_find_type (f->timeline, GTK_TYPE_SCROLLBAR));
  mp_session_set_agreement (f->session, NULL);
}

/* Wherever something is selected, in a list, in a panel or by key, its row comes into view. */
static void
test_selection_is_scrolled_to (Fixture *f, gconstpointer data)
{
  static const char *const terms[] = { "term-80", "term-3", "term-40" };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++) {
    MpItem item = mp_item_phase (f->agreement, terms[i], 1);
    MpRect rect;

    mp_session_set_selection (f->session, item);
    mp_timeline_rest (f);
    g_assert_true (mp_scene_find (scene_of (f), mp_scene_item_new (item), &rect));
    g_assert_cmpfloat (rect.y, >=, scene_of (f)->rows.y);
    g_assert_cmpfloat (rect.y + rect.height, <=, scene_of (f)->height);
    g_assert_nonnull (mp_timeline_get_item (f->timeline, mp_scene_item_new (item)));
  }
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  mp_timeline_tear_down (f, data);
}

/* A layout depends on the height only by the number of lanes that fit. What takes a part of the
 * height of the canvas, as the search bar does, needs no new layout. */
static void
test_height_keeps_layout (MpTimelineFixture *f, gconstpointer data)
{
  MpLayout *layout = mp_layout_ref (mp_timeline_get_scene (f->timeline)->layout);

  (void) data;
  mp_timeline_resize (f, 1000, 600);
  g_assert_true (mp_timeline_get_scene (f->timeline)->layout == layout);
  g_assert_cmpfloat (mp_timeline_get_scene (f->timeline)->height, ==, 600);
  mp_timeline_resize (f, 1000, 260);
  g_assert_true (mp_timeline_get_scene (f->timeline)->layout != layout);
  mp_layout_unref (layout);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, up, func) g_test_add (path, Fixture, NULL, up, func, tear_down)
  g_test_add_func ("/timeline/never-shown", test_never_visible);
  g_test_add_func ("/timeline/nothing-to-show", test_nothing_to_show);
  ADD ("/timeline/other-session", mp_timeline_set_up, test_other_session);
  g_test_add ("/timeline/screen-is-export/light", Fixture,
              GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_LIGHT), mp_timeline_set_up,
              test_screen_is_export, tear_down);
  g_test_add ("/timeline/screen-is-export/dark", Fixture,
              GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_DARK), mp_timeline_set_up,
              test_screen_is_export, tear_down);
  ADD ("/timeline/screen-is-export/on-days", mp_timeline_set_up, test_screen_is_export_on_days);
  ADD ("/timeline/screen-is-export/anywhere", mp_timeline_set_up, test_screen_is_export_anywhere);
  ADD ("/timeline/screen-is-export/with-style", mp_timeline_set_up,
       test_screen_is_export_with_style);
  ADD ("/timeline/theme", mp_timeline_set_up, test_theme);
  ADD ("/timeline/fonts", mp_timeline_set_up, test_fonts);
  ADD ("/timeline/snapshot-lays-nothing-out", mp_timeline_set_up, test_snapshot_lays_nothing_out);
  ADD ("/timeline/size", mp_timeline_set_up, test_size);
  ADD ("/timeline/size-forgets", mp_timeline_set_up, test_size_forgets);
  ADD ("/timeline/there-and-back", mp_timeline_set_up, test_there_and_back);
  ADD ("/timeline/today", mp_timeline_set_up, test_today);
  ADD ("/timeline/height-keeps-layout", mp_timeline_set_up, test_height_keeps_layout);
  ADD ("/timeline/agreement", mp_timeline_set_up_tall, test_agreement);
  ADD ("/timeline/rows-scroll", mp_timeline_set_up_tall, test_rows_scroll);
  ADD ("/timeline/no-scrollbar", mp_timeline_set_up_tall, test_no_scrollbar);
  ADD ("/timeline/selection-is-scrolled-to", mp_timeline_set_up_tall,
       test_selection_is_scrolled_to);
#undef ADD
  return g_test_run ();
}
