/* test-odd-files.c: whatever address comes from outside, the window opens and says what it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-display-support.h"
#include "mp-file-name.h"
#include "mp-recents.h"
#include "mp-test-addresses.h"
#include "mp-window.h"

#include <string.h>

typedef struct {
  MpWindow *window;
  char **addresses;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->addresses = mp_test_addresses ();
  f->window = mp_window_new (NULL, mp_today ());
  mp_window_load_resource (f->window, "/dev/milepost/Milepost/agreements/microsoft-openai.json");
  gtk_window_present (GTK_WINDOW (f->window));
  mp_wait_for_frame (GTK_WIDGET (f->window));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_close (GTK_WINDOW (f->window));
  g_strfreev (f->addresses);
}

/* None of the addresses is an agreement. Once it is read, the window says what is wrong. */
static void
assert_refused (Fixture *f, const char *address)
{
  g_autofree char *escaped = g_strescape (address, NULL);

  g_test_message ("%s", escaped);
  mp_wait_until (!gtk_spinner_get_spinning (mp_template_child (f->window, "spinner")));
  g_assert_cmpstr (mp_window_get_page (f->window), ==, "problems");
}

/* As files arrive from the command line, the desktop and D-Bus. */
static void
test_open (Fixture *f, gconstpointer data)
{
  (void) data;
  for (char **address = f->addresses; *address != NULL; address++) {
    GFile *files[] = { g_file_new_for_uri (*address), g_file_new_for_commandline_arg (*address),
                       g_file_new_for_path (*address) };

    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
      mp_window_load_file (f->window, files[i]);
      assert_refused (f, *address);
      g_object_unref (files[i]);
    }
  }
}

static void
test_drop (Fixture *f, gconstpointer data)
{
  GtkDropTarget *target = mp_find_controller (f->window, GTK_TYPE_DROP_TARGET);

  (void) data;
  for (char **address = f->addresses; *address != NULL; address++) {
    g_autoptr (GFile) file = g_file_new_for_uri (*address);
    GValue value = G_VALUE_INIT;
    gboolean taken = FALSE;

    g_value_init (&value, GDK_TYPE_FILE_LIST);
    g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
    g_signal_emit_by_name (target, "drop", &value, 1.0, 1.0, &taken);
    g_value_unset (&value);
    g_assert_true (taken);
    assert_refused (f, *address);
  }
}

/* Whether an address can stand in the list of recent files, which is XML. */
static gboolean
can_be_kept (const char *address)
{
  if (*address == '\0' || !g_utf8_validate (address, -1, NULL))
    return FALSE;
  for (; *address != '\0'; address++)
    if (g_ascii_iscntrl (*address))
      return FALSE;
  return TRUE;
}

/* Any program can write to the desktop's list of recent files. */
static void
test_recents (Fixture *f, gconstpointer data)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GtkRecentData recent = { .mime_type = (char *) "application/json",
                           .app_name = (char *) MP_APPLICATION_ID,
                           .app_exec = (char *) "milepost %u" };
  guint n_listed = 0;

  (void) data;
  mp_recents_clear ();
  for (char **address = f->addresses; *address != NULL; address++) {
    g_autoptr (GMenu) menu = g_menu_new ();
    g_autoptr (GMenuModel) files = NULL;
    g_autofree char *label = NULL;

    if (!can_be_kept (*address))
      continue;
    g_assert_true (gtk_recent_manager_add_full (manager, *address, &recent));
    /* As a window does when it is created. */
    mp_recents_fill (menu);
    files = g_menu_model_get_item_link (G_MENU_MODEL (menu), 0, G_MENU_LINK_SECTION);
    if (files != NULL &&
        g_menu_model_get_item_attribute (files, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label)) {
      g_assert_cmpstr (label, !=, "");
      n_listed++;
    }
    gtk_widget_activate_action (GTK_WIDGET (f->window), "win.open-recent", "s", *address);
    assert_refused (f, *address);
  }
  g_assert_cmpuint (n_listed, >, 50);
  mp_recents_clear ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  mp_file_name_guard ();
#define ADD(path, func) g_test_add ("/odd-files/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("open", test_open);
  ADD ("drop", test_drop);
  ADD ("recents", test_recents);
#undef ADD
  return g_test_run ();
}
