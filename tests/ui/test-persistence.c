/* test-persistence.c: what is kept from one window to the next, and what is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-display-support.h"
#include "mp-last-view.h"
#include "mp-recents.h"
#include "mp-settings.h"
#include "mp-side-panel.h"
#include "mp-window.h"

#include <glib/gstdio.h>
#include <math.h>

#define TEXT                                                                                       \
  "{ \"milepost\": 1, \"title\": \"Kept\", \"topics\": [ { \"id\": \"t\", \"title\": \"T\" } ],"   \
  "\"sources\": [ { \"id\": \"s\", \"title\": \"S\", \"kind\": \"primary\" } ], \"terms\": [ {"    \
  "\"id\": \"rent\", \"title\": \"Rent\", \"topic\": \"t\", \"phases\": ["                         \
  "{ \"span\": \"2020-01-01/2024-12-31\", \"state\": \"Low\", \"certainty\": \"stated\","          \
  "\"sources\": [ \"s\" ] },"                                                                      \
  "{ \"span\": \"2025-01-01/2030-01-01\", \"state\": \"High\", \"certainty\": \"stated\","         \
  "\"sources\": [ \"s\" ] } ] } ], \"milestones\": [ { \"id\": \"rise\", \"date\": \"2025-01-01\"" \
  ", \"title\": \"Rise\", \"topic\": \"t\", \"importance\": 1, \"certainty\": \"stated\","         \
  "\"sources\": [ \"s\" ] } ] }"

typedef struct {
  GSettings *settings;
  MpWindow *window;
  char *folder;
} Fixture;

static void
open_window (Fixture *f)
{
  f->window = mp_window_new (NULL, mp_today ());
  gtk_window_present (GTK_WINDOW (f->window));
  mp_wait_for_frame (GTK_WIDGET (f->window));
}

static void
close_window (Fixture *f)
{
  mp_close (GTK_WINDOW (f->window));
  f->window = NULL;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const keys[] = { "window-width", "window-height", "window-maximized",
                                      "panel-width",  "show-legend",   "last-views" };
  g_autoptr (GError) error = NULL;

  (void) data;
  f->folder = g_dir_make_tmp ("milepost-XXXXXX", &error);
  g_assert_no_error (error);
  f->settings = mp_settings_new ();
  g_assert_nonnull (f->settings);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (f->settings, keys[i]);
  mp_recents_clear ();
  open_window (f);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    if (g_file_test (inner, G_FILE_TEST_IS_DIR))
      remove_folder (inner);
    else
      g_remove (inner);
  }
  g_rmdir (path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_input_end ();
  if (f->window != NULL)
    close_window (f);
  remove_folder (f->folder);
  g_free (f->folder);
  g_object_unref (f->settings);
}

static GFile *
write_file (Fixture *f, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static MpSession *
session_of (Fixture *f)
{
  return mp_window_get_session (f->window);
}

static void
load (Fixture *f, GFile *file)
{
  mp_window_load_file (f->window, file);
  mp_wait_until (!gtk_spinner_get_spinning (mp_template_child (f->window, "spinner")));
}

static void
assert_view (Fixture *f, double begin, double end)
{
  g_assert_cmpfloat_with_epsilon (mp_session_get_begin (session_of (f)), begin, 1e-6);
  g_assert_cmpfloat_with_epsilon (mp_session_get_end (session_of (f)), end, 1e-6);
}

/* --- Windows ---------------------------------------------------------------------------------- */

static void
assert_size (Fixture *f, int width, int height)
{
  int is_width, is_height;

  gtk_window_get_default_size (GTK_WINDOW (f->window), &is_width, &is_height);
  g_assert_cmpint (is_width, ==, width);
  g_assert_cmpint (is_height, ==, height);
}

static void
test_size (Fixture *f, gconstpointer data)
{
  int before;

  (void) data;
  /* The screen may be smaller than a window is at first. */
  close_window (f);
  g_settings_set_int (f->settings, "window-width", 1200);
  g_settings_set_int (f->settings, "window-height", 800);
  open_window (f);
  assert_size (f, 1200, 800);
  before = gtk_widget_get_width (GTK_WIDGET (f->window));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1010, 720);
  mp_wait_until (gtk_widget_get_width (GTK_WIDGET (f->window)) < before);
  close_window (f);
  open_window (f);
  assert_size (f, 1010, 720);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->window)), <, before);
}

/* Settings that somebody has edited do not make a window that cannot be seen. */
static void
test_senseless_size (Fixture *f, gconstpointer data)
{
  (void) data;
  close_window (f);
  g_settings_set_int (f->settings, "window-width", -5);
  g_settings_set_int (f->settings, "window-height", 0);
  open_window (f);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->window)), >=, 360);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (f->window)), >=, 300);
}

static void
test_legend (Fixture *f, gconstpointer data)
{
  (void) data;
  g_assert_true (gtk_widget_get_visible (mp_template_child (f->window, "legend")));
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "show-legend", NULL);
  close_window (f);
  open_window (f);
  g_assert_false (gtk_widget_get_visible (mp_template_child (f->window, "legend")));
}

/* --- The panel -------------------------------------------------------------------------------- */

static int
panel_width (Fixture *f)
{
  int width;

  g_object_get (mp_template_child (f->window, "panel"), "width", &width, NULL);
  return width;
}

static GtkWidget *
find_edge (Fixture *f)
{
  return gtk_widget_get_last_child (mp_template_child (f->window, "panel"));
}

static void
test_panel_keys (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (f, "a.json", TEXT);
  GtkWidget *panel = mp_template_child (f->window, "panel");

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  load (f, file);
  mp_wait_until (gtk_widget_get_width (panel) == MP_SIDE_PANEL_USUAL);
  gtk_widget_grab_focus (find_edge (f));
  mp_input_key (GDK_KEY_Left);
  mp_wait_until (gtk_widget_get_width (panel) > MP_SIDE_PANEL_USUAL);
  g_assert_cmpint (g_settings_get_int (f->settings, "panel-width"), ==, panel_width (f));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_edge (f)),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) panel_width (f));
  mp_input_key (GDK_KEY_Right);
  mp_wait_until (gtk_widget_get_width (panel) == MP_SIDE_PANEL_USUAL);
  mp_input_key (GDK_KEY_Home);
  mp_wait_until (gtk_widget_get_width (panel) == MP_SIDE_PANEL_LEAST);
  /* There may be less room than is asked for. */
  mp_input_key (GDK_KEY_End);
  mp_wait_until (gtk_widget_get_width (panel) > MP_SIDE_PANEL_USUAL);
  g_assert_cmpint (panel_width (f), ==, MP_SIDE_PANEL_MOST);
  close_window (f);
  open_window (f);
  g_assert_cmpint (panel_width (f), ==, MP_SIDE_PANEL_MOST);
}

/* The edge stays under the pointer, in whatever order events come. */
static void
test_panel_drag (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (f, "a.json", TEXT);
  GtkWidget *panel = mp_template_child (f->window, "panel"), *edge = find_edge (f);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  load (f, file);
  mp_wait_until (gtk_widget_get_width (panel) == MP_SIDE_PANEL_USUAL);
  mp_input_point (edge, 4, 200);
  mp_input_button (GDK_BUTTON_PRIMARY, TRUE);
  mp_input_point (edge, 4 - 30, 210);
  mp_wait_until (gtk_widget_get_width (panel) == MP_SIDE_PANEL_USUAL + 30);
  mp_input_point (edge, 4 - 50, 190);
  mp_wait_until (gtk_widget_get_width (panel) == MP_SIDE_PANEL_USUAL + 80);
  mp_input_point (edge, 4 + 100, 200);
  mp_wait_until (gtk_widget_get_width (panel) == MP_SIDE_PANEL_USUAL - 20);
  mp_input_button (GDK_BUTTON_PRIMARY, FALSE);
  /* Twice: as at first. */
  mp_input_click (edge, 4, 200);
  mp_input_click (edge, 4, 200);
  mp_wait_until (gtk_widget_get_width (panel) == MP_SIDE_PANEL_USUAL);
}

/* --- Where a file was left -------------------------------------------------------------------- */

static void
set_last_view (Fixture *f, const char *uri, MpView view, const char *id, int phase)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sddsi)"));
  g_variant_builder_add (&builder, "(sddsi)", uri, view.begin, view.end, id, phase);
  g_settings_set_value (f->settings, "last-views", g_variant_builder_end (&builder));
}

static void
test_view (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (f, "a.json", TEXT);
  MpItem phase = { MP_ITEM_PHASE, 1 }, milestone = { MP_ITEM_MILESTONE, 0 };

  (void) data;
  load (f, file);
  mp_session_set_view (session_of (f), 19000, 19500);
  mp_session_set_selection (session_of (f), milestone);
  close_window (f);
  open_window (f);
  load (f, file);
  assert_view (f, 19000, 19500);
  g_assert_true (mp_item_equal (mp_session_get_selection (session_of (f)), milestone));
  /* The history of views begins there. */
  g_assert_false (mp_view_history_can_go_back (mp_session_get_history (session_of (f))));
  mp_session_set_selection (session_of (f), phase);
  /* A new version of the file that is loaded in its place keeps it, too. */
  mp_window_load_resource (f->window, "/dev/milepost/Milepost/agreements/microsoft-openai.json");
  g_assert_cmpint (mp_session_get_selection (session_of (f)).kind, ==, MP_ITEM_NONE);
  load (f, file);
  assert_view (f, 19000, 19500);
  g_assert_true (mp_item_equal (mp_session_get_selection (session_of (f)), phase));
}

/* An agreement that was shown whole is shown whole again, however it has grown. */
static void
test_everything (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (f, "a.json", TEXT);
  g_autoptr (GVariant) views = NULL;

  (void) data;
  load (f, file);
  mp_session_set_view (session_of (f), 19000, 19500);
  close_window (f);
  open_window (f);
  load (f, file);
  mp_session_fit (session_of (f));
  close_window (f);
  views = g_settings_get_value (f->settings, "last-views");
  g_assert_cmpuint (g_variant_n_children (views), ==, 0);
}

/* The selected item may be missing from the file now. */
static void
test_changed_file (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (f, "a.json", TEXT), other = NULL;
  g_autofree char *uri = g_file_get_uri (file);
  static const struct {
    const char *id;
    int phase;
  } gone[] = { { "none", -1 }, { "none", 0 }, { "rent", 2 }, { "rise", 0 }, { "rent", -1 } };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++) {
    set_last_view (f, uri, (MpView) { 19000, 19500 }, gone[i].id, gone[i].phase);
    load (f, file);
    assert_view (f, 19000, 19500);
    g_assert_cmpint (mp_session_get_selection (session_of (f)).kind, ==, MP_ITEM_NONE);
    close_window (f);
    open_window (f);
  }
}

static void
test_senseless_view (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (f, "a.json", TEXT);
  g_autofree char *uri = g_file_get_uri (file);
  const double ends[][2] = { { NAN, 1 }, { 1, NAN }, { -INFINITY, INFINITY }, { 5, 5 }, { 9, 3 } };
  MpView all;

  (void) data;
  load (f, file);
  all = mp_session_get_view (session_of (f));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    set_last_view (f, uri, (MpView) { ends[i][0], ends[i][1] }, "", -1);
    mp_last_view_restore (f->settings, uri, session_of (f));
    assert_view (f, all.begin, all.end);
  }
}

/* The latest files are kept, each once. */
static void
test_many_views (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (f, "a.json", TEXT);
  g_autoptr (GVariant) views = NULL, first = NULL;
  const char *uri;

  (void) data;
  load (f, file);
  mp_session_set_view (session_of (f), 19000, 19500);
  for (guint i = 0; i < 2 * MP_LAST_VIEWS; i++) {
    g_autofree char *name = g_strdup_printf ("file:///%u", i % (MP_LAST_VIEWS + 10));

    mp_last_view_keep (f->settings, name, session_of (f));
  }
  views = g_settings_get_value (f->settings, "last-views");
  g_assert_cmpuint (g_variant_n_children (views), ==, MP_LAST_VIEWS);
  first = g_variant_get_child_value (views, 0);
  g_variant_get_child (first, 0, "&s", &uri);
  g_assert_cmpstr (uri, ==, "file:///39");
}

/* --- Recent files ----------------------------------------------------------------------------- */

/* The list is read when a menu is first opened, and kept up to date from then on. */
static gboolean
open_menu (Fixture *f)
{
  if (!mp_can_open_popovers ())
    return FALSE;
  g_assert_cmpint (g_menu_model_get_n_items (mp_template_child (f->window, "recent_menu")), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-menu", NULL);
  g_assert_cmpint (g_menu_model_get_n_items (mp_template_child (f->window, "recent_menu")), >, 0);
  gtk_menu_button_popdown (mp_template_child (f->window, "menu"));
  return TRUE;
}

static GMenuModel *
recent_files (Fixture *f)
{
  return g_menu_model_get_item_link (mp_template_child (f->window, "recent_menu"), 0,
                                     G_MENU_LINK_SECTION);
}

static guint
count_recents (Fixture *f)
{
  g_autoptr (GMenuModel) files = recent_files (f);

  return files != NULL ? (guint) g_menu_model_get_n_items (files) : 0;
}

static char *
recent_label (Fixture *f, int place)
{
  g_autoptr (GMenuModel) files = recent_files (f);
  char *label = NULL;

  g_menu_model_get_item_attribute (files, place, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  return label;
}

static void
test_recents (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (f, "the_lease.json", TEXT);
  g_autofree char *label = NULL, *uri = g_file_get_uri (file);

  (void) data;
  if (!open_menu (f))
    return;
  mp_wait_until (count_recents (f) == 0);
  load (f, file);
  mp_wait_until (count_recents (f) == 1);
  label = recent_label (f, 0);
  g_assert_cmpstr (label, ==, "the__lease.json");
  adw_split_button_popup (mp_template_child (f->window, "open"));
  g_assert_true (adw_split_button_get_menu_model (mp_template_child (f->window, "open")) ==
                 mp_template_child (f->window, "recent_menu"));
  adw_split_button_popdown (mp_template_child (f->window, "open"));
  mp_window_load_resource (f->window, "/dev/milepost/Milepost/agreements/microsoft-openai.json");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.open-recent", "s", uri);
  mp_wait_until (!gtk_spinner_get_spinning (mp_template_child (f->window, "spinner")));
  g_assert_cmpstr (mp_agreement_get_title (mp_session_get_agreement (session_of (f))), ==, "Kept");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.clear-recents", NULL);
  mp_wait_until (count_recents (f) == 0);
}

/* Two files with the same name are told apart by their folders. */
static void
test_recents_of_one_name (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) first = write_file (f, "here/lease.json", TEXT);
  g_autoptr (GFile) second = write_file (f, "there/lease.json", TEXT);
  g_autofree char *a = NULL, *b = NULL;

  (void) data;
  if (!open_menu (f))
    return;
  load (f, first);
  load (f, second);
  mp_wait_until (count_recents (f) == 2);
  a = recent_label (f, 0);
  b = recent_label (f, 1);
  if (g_str_equal (a, "lease.json (in here)"))
    g_assert_cmpstr (b, ==, "lease.json (in there)");
  else
    g_assert_cmpstr (a, ==, "lease.json (in there)");
}

/* A file with errors, or one that is gone, is not offered. */
static void
test_recents_that_fail (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) bad = write_file (f, "bad.json", "{"), file = write_file (f, "a.json", TEXT);
  g_autoptr (GFile) gone = write_file (f, "gone.json", TEXT);
  g_autofree char *label = NULL, *uri = NULL;

  (void) data;
  if (!open_menu (f))
    return;
  load (f, gone);
  load (f, bad);
  load (f, file);
  mp_wait_until (count_recents (f) == 2);
  g_file_delete (gone, NULL, NULL);
  load (f, gone);
  g_assert_cmpstr (mp_window_get_page (f->window), ==, "problems");
  mp_wait_until (count_recents (f) == 1);
  label = recent_label (f, 0);
  g_assert_cmpstr (label, ==, "a.json");
  /* Nor does the desktop list it elsewhere. */
  uri = g_file_get_uri (gone);
  g_assert_false (gtk_recent_manager_has_item (gtk_recent_manager_get_default (), uri));
}

/* If the user keeps no history of files, none is kept here. */
static void
test_privacy (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (f, "a.json", TEXT), other = write_file (f, "b.json", TEXT);
  g_autoptr (GVariant) views = NULL;

  (void) data;
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);
  load (f, file);
  mp_session_set_view (session_of (f), 19000, 19500);
  close_window (f);
  views = g_settings_get_value (f->settings, "last-views");
  g_assert_cmpuint (g_variant_n_children (views), ==, 0);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-recent-files-enabled");
  /* The list may be filled late. Once the next file is in it, it is complete. */
  open_window (f);
  if (!open_menu (f))
    return;
  load (f, other);
  mp_wait_until (count_recents (f) > 0);
  g_assert_cmpuint (count_recents (f), ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/kept/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("size", test_size);
  ADD ("senseless-size", test_senseless_size);
  ADD ("legend", test_legend);
  ADD ("panel-keys", test_panel_keys);
  ADD ("panel-drag", test_panel_drag);
  ADD ("view", test_view);
  ADD ("everything", test_everything);
  ADD ("changed-file", test_changed_file);
  ADD ("senseless-view", test_senseless_view);
  ADD ("many-views", test_many_views);
  ADD ("recents", test_recents);
  ADD ("recents-of-one-name", test_recents_of_one_name);
  ADD ("recents-that-fail", test_recents_that_fail);
  ADD ("privacy", test_privacy);
#undef ADD
  return g_test_run ();
}
