/* mp-saved-toast.c: tells that a file was saved, and leads to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-saved-toast.h"

#include "mp-file-name.h"

#include <glib/gi18n-lib.h>

/* The interface of file managers:
 * https://www.freedesktop.org/wiki/Specifications/file-manager-interface/
 */
#define MANAGER_NAME "org.freedesktop.FileManager1"
#define MANAGER_PATH "/org/freedesktop/FileManager1"

/* In seconds: long enough to read it and to decide. */
#define TIMEOUT 10

char *
mp_saved_toast_words (GFile *file)
{
  g_autofree char *name = mp_file_name (file, 0);

  return g_strdup_printf (_ ("Chart saved as “%s”"), name);
}

/* Returns the button that shows the folder: with words, or with a sign where these have no room. */
static GtkWidget *
folder_button_new (const char *uri)
{
  GtkWidget *squeezer = adw_squeezer_new ();
  GtkWidget *const buttons[] = { gtk_button_new_with_label (_ ("Show in Folder")),
                                 gtk_button_new_from_icon_name ("folder-symbolic") };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++) {
    gtk_actionable_set_action_name (GTK_ACTIONABLE (buttons[i]), "win.show-saved");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (buttons[i]), "s", uri);
    adw_squeezer_add (ADW_SQUEEZER (squeezer), buttons[i]);
  }
  gtk_widget_set_tooltip_text (buttons[1], _ ("Show in Folder"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (buttons[1]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show in Folder"), -1);
  return squeezer;
}

AdwToast *
mp_saved_toast_new (GFile *file)
{
  g_autofree char *words = mp_saved_toast_words (file);
  g_autofree char *uri = g_file_get_uri (file);
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), folder_button_new (uri));
  /* A toast has one button of its own. */
  adw_toast_set_custom_title (toast, box);
  adw_toast_set_button_label (toast, _ ("Open"));
  adw_toast_set_action_name (toast, "win.open-saved");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_set_timeout (toast, TIMEOUT);
  return toast;
}

void
mp_saved_open (GtkWindow *parent, const char *uri, GAsyncReadyCallback callback, gpointer data)
{
  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, callback, data);
}

static void
shown_cb (GObject *connection, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = data;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (connection), result, NULL);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  /* No file manager has this interface: the folder alone is shown. */
  if (reply == NULL && uri != NULL)
    gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

void
mp_saved_show_in_folder (GtkWindow *parent, const char *uri)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (uri), folder = g_file_get_parent (file);
  const char *const uris[] = { uri, NULL };
  g_autofree char *folder_uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (bus != NULL)
    g_dbus_connection_call (bus, MANAGER_NAME, MANAGER_PATH, MANAGER_NAME, "ShowItems",
                            g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                            NULL, shown_cb, g_steal_pointer (&file));
  else if (folder_uri != NULL)
    gtk_show_uri (parent, folder_uri, GDK_CURRENT_TIME);
}
