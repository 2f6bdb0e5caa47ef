/* mp-recents.c: the list of recent files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-recents.h"

#include "mp-file-name.h"

#include <glib/gi18n-lib.h>

/* The most characters of a name in the menu. */
#define NAME_CHARS 60

gboolean
mp_recents_are_kept (void)
{
  gboolean kept = TRUE;

  g_object_get (gtk_settings_get_default (), "gtk-recent-files-enabled", &kept, NULL);
  return kept;
}

void
mp_recents_add (GFile *file, const char *mime_type)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) mime_type,
    .app_name = (char *) MP_APPLICATION_ID,
    .app_exec = (char *) "milepost %u",
  };

  /* GTK itself keeps no list if the desktop's settings say so. */
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
  g_debug ("recent files: added %s", uri);
}

void
mp_recents_remove (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  /* It is no error if the file is not in the list. */
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
  g_debug ("recent files: removed %s", uri);
}

/* Sorts by the time of opening, the latest first. */
static gint
compare_opened (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *const *first = a, *const *second = b;

  GDateTime *opened[] = { gtk_recent_info_get_modified (*first),
                          gtk_recent_info_get_modified (*second) };

  /* An entry of another program may lack the time. */
  if (opened[0] == NULL || opened[1] == NULL)
    return (opened[0] == NULL) - (opened[1] == NULL);
  return g_date_time_compare (opened[1], opened[0]);
}

static GPtrArray *
list_recents (void)
{
  g_autoptr (GPtrArray) recents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *item = all; item != NULL; item = item->next) {
    GtkRecentInfo *info = item->data;

    if (gtk_recent_info_has_application (info, MP_APPLICATION_ID))
      g_ptr_array_add (recents, info);
    else
      gtk_recent_info_unref (info);
  }
  g_list_free (all);
  g_ptr_array_sort (recents, compare_opened);
  return g_steal_pointer (&recents);
}

/* The name of a file in the menu, with its folder if another file has the same name. */
static char *
make_label (GPtrArray *recents, guint index)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (recents->pdata[index]));
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *name = mp_file_name (file, NAME_CHARS);
  g_autofree char *folder = NULL;
  gboolean alone = TRUE;

  for (guint i = 0; i < recents->len && alone; i++) {
    g_autoptr (GFile) other = g_file_new_for_uri (gtk_recent_info_get_uri (recents->pdata[i]));
    g_autofree char *other_name = mp_file_name (other, NAME_CHARS);

    alone = i == index || !g_str_equal (name, other_name);
  }
  if (alone || parent == NULL)
    return g_steal_pointer (&name);
  folder = mp_file_name (parent, NAME_CHARS);
  /* Translators: the name of a file, and of the folder that it is in. */
  return g_strdup_printf (_ ("%s (in %s)"), name, folder);
}

static void
update_menu (GMenu *menu)
{
  g_autoptr (GPtrArray) recents = list_recents ();
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) clear = g_menu_new ();
  guint count = 0;

  g_menu_remove_all (menu);
  for (guint i = 0; i < recents->len && count < MP_RECENTS_MOST; i++) {
    g_auto (GStrv) parts = NULL;
    g_autofree char *label = NULL, *plain = NULL;
    g_autoptr (GMenuItem) item = NULL;

    if (!gtk_recent_info_exists (recents->pdata[i]))
      continue;
    /* In the label of a menu, an underscore would mark a mnemonic. */
    plain = make_label (recents, i);
    parts = g_strsplit (plain, "_", -1);
    label = g_strjoinv ("__", parts);
    item = g_menu_item_new (label, NULL);
    g_menu_item_set_action_and_target (item, "win.open-recent", "s",
                                       gtk_recent_info_get_uri (recents->pdata[i]));
    g_menu_append_item (files, item);
    count++;
  }
  if (count == 0) {
    /* The action does not exist, so the item is shown but cannot be activated. */
    g_menu_append (menu, _ ("No File Opened Yet"), "win.none");
    return;
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append (clear, _ ("_Clear This List"), "win.clear-recents");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clear));
}

void
mp_recents_fill (GMenu *menu)
{
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (update_menu),
                           menu, G_CONNECT_SWAPPED);
  update_menu (menu);
}

void
mp_recents_clear (void)
{
  g_autoptr (GPtrArray) recents = list_recents ();

  for (guint i = 0; i < recents->len; i++)
    gtk_recent_manager_remove_item (gtk_recent_manager_get_default (),
                                    gtk_recent_info_get_uri (recents->pdata[i]), NULL);
}
