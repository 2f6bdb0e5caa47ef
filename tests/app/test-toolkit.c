/* test-toolkit.c: GTK starts with less, and nobody can see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK starts once in a process, so each start has a process of its own.
 */
#include "mp-display-support.h"
#include "mp-toolkit.h"

#include <adwaita.h>
#include <glib/gstdio.h>

/* Where a process leaves its picture. */
#define PICTURE "MP_PICTURE"

/* --- What is seen ----------------------------------------------------------------------------- */

/* Widgets of many kinds, each of which some rule of a theme is for. */
static GtkWidget *
many_widgets_new (void)
{
  static const char *const words[] = { "One", "Two", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *header = adw_header_bar_new ();
  g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 11, 30, 0, 0, 0);
  GtkWidget *widgets[] = {
    header,
    gtk_button_new_with_label ("Button"),
    gtk_toggle_button_new_with_label ("Toggle"),
    gtk_check_button_new_with_label ("Check"),
    gtk_switch_new (),
    gtk_entry_new (),
    gtk_search_entry_new (),
    gtk_spin_button_new_with_range (0, 9, 1),
    gtk_drop_down_new_from_strings (words),
    gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 9, 1),
    gtk_progress_bar_new (),
    gtk_level_bar_new_for_interval (0, 9),
    gtk_separator_new (GTK_ORIENTATION_HORIZONTAL),
    gtk_list_box_new (),
    gtk_notebook_new (),
    gtk_calendar_new (),
    adw_split_button_new (),
  };

  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             gtk_button_new_from_icon_name ("open-menu-symbolic"));
  gtk_list_box_append (GTK_LIST_BOX (widgets[13]), gtk_label_new ("Row"));
  gtk_notebook_append_page (GTK_NOTEBOOK (widgets[14]), gtk_label_new ("Page"), NULL);
  /* Today may change between the two processes. */
  gtk_calendar_select_day (GTK_CALENDAR (widgets[15]), day);
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    gtk_box_append (GTK_BOX (box), widgets[i]);
  return box;
}

static void
leave_picture (void)
{
  GtkWidget *widgets;
  GtkWindow *window;
  cairo_surface_t *picture;

  adw_init ();
  widgets = many_widgets_new ();
  window = mp_show (widgets, 500, 900);
  picture = mp_picture_of (GTK_WIDGET (window), 1);
  g_assert_cmpint (cairo_surface_write_to_png (picture, g_getenv (PICTURE)), ==,
                   CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (picture);
  mp_close (window);
}

static void
test_plain (void)
{
  g_assert_true (gtk_init_check ());
  leave_picture ();
}

static void
test_started (void)
{
  g_assert_true (mp_toolkit_start ());
  leave_picture ();
}

static cairo_surface_t *
picture_of_process (const char *test)
{
  g_autofree char *path = NULL;
  cairo_surface_t *picture;
  int file = g_file_open_tmp ("milepost-XXXXXX.png", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_setenv (PICTURE, path, TRUE);
  g_test_trap_subprocess (test, 0, 0);
  g_test_trap_assert_passed ();
  picture = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  g_remove (path);
  return picture;
}

static void
test_same_picture (void)
{
  cairo_surface_t *plain = picture_of_process ("/toolkit/same-picture/subprocess/plain");
  cairo_surface_t *started = picture_of_process ("/toolkit/same-picture/subprocess/started");

  g_assert_cmpint (cairo_image_surface_get_width (plain), >=, 500);
  mp_picture_assert_same (started, plain, 0, "toolkit");
  cairo_surface_destroy (plain);
  cairo_surface_destroy (started);
}

/* --- The environment -------------------------------------------------------------------------- */

static const char *const variables[] = { "GDK_DEBUG", "GDK_DISABLE", "GTK_THEME" };

/* Without a graphics processor only GSK_RENDERER stays behind; with one, nothing does. */
static void
test_nothing_chosen (void)
{
  const char *renderer = mp_toolkit_has_gpu ("/dev") ? NULL : "cairo";

  g_unsetenv ("GSK_RENDERER");
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_unsetenv (variables[i]);
  g_assert_true (mp_toolkit_start ());
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, renderer);
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_assert_null (g_getenv (variables[i]));
}

static void
test_chosen (void)
{
  static const char *const values[] = { "help-is-not-asked-for", "none", "Adwaita" };

  g_unsetenv ("GSK_RENDERER");
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_setenv (variables[i], values[i], TRUE);
  mp_toolkit_start ();
  g_assert_null (g_getenv ("GSK_RENDERER"));
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_assert_cmpstr (g_getenv (variables[i]), ==, values[i]);
}

static void
test_environment (void)
{
  g_test_trap_subprocess ("/toolkit/environment/subprocess/nothing-chosen", 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_subprocess ("/toolkit/environment/subprocess/chosen", 0, 0);
  g_test_trap_assert_passed ();
}

/* --- Devices ---------------------------------------------------------------------------------- */

typedef struct {
  const char *folder; /* in the folder of devices */
  const char *name;
  gboolean is_gpu;
} Device;

static const Device devices[] = {
  { "dri", "renderD128", TRUE }, { "dri", "renderD129", TRUE }, { "dri", "card0", FALSE },
  { ".", "nvidiactl", TRUE },    { ".", "dxg", TRUE },          { ".", "null", FALSE },
};

static void
test_gpu (gconstpointer data)
{
  const Device *device = data;
  g_autofree char *root = g_dir_make_tmp ("milepost-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (root, device->folder, NULL);
  g_autofree char *path = g_build_filename (folder, device->name, NULL);

#ifndef __linux__
  g_test_skip ("other systems are not looked at");
  return;
#endif
  g_assert_false (mp_toolkit_has_gpu (root));
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (mp_toolkit_has_gpu (root), ==, device->is_gpu);
  g_remove (path);
  g_rmdir (folder);
  g_rmdir (root);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/toolkit/same-picture", test_same_picture);
  g_test_add_func ("/toolkit/same-picture/subprocess/plain", test_plain);
  g_test_add_func ("/toolkit/same-picture/subprocess/started", test_started);
  g_test_add_func ("/toolkit/environment", test_environment);
  g_test_add_func ("/toolkit/environment/subprocess/nothing-chosen", test_nothing_chosen);
  g_test_add_func ("/toolkit/environment/subprocess/chosen", test_chosen);
  for (guint i = 0; i < G_N_ELEMENTS (devices); i++) {
    g_autofree char *path = g_strconcat ("/toolkit/gpu/", devices[i].name, NULL);

    g_test_add_data_func (path, &devices[i], test_gpu);
  }
  return g_test_run ();
}
