/* mp-window-file.c: how the user tells a window which file to open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-recents.h"
#include "mp-window-private.h"

#include <glib/gi18n-lib.h>

/* --- Choosing a file ---------------------------------------------------------------------------
 */

static void
file_chosen_cb (MpWindow *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    mp_window_load_file (self, file);
  g_clear_object (&self->chooser);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  g_autoptr (GtkFileFilter) agreements = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  (void) name;
  (void) parameter;
  if (self->chooser != NULL)
    return;
  self->chooser =
    gtk_file_chooser_native_new (_ ("Open an Agreement"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (agreements, _ ("Agreements"));
  gtk_file_filter_add_pattern (agreements, "*.json");
  gtk_file_filter_add_pattern (agreements, "*.jsonl");
  /* Pictures that carry one. */
  gtk_file_filter_add_pattern (agreements, "*.png");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), agreements);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), all);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  (void) name;
  mp_window_load_file (MP_WINDOW (widget), file);
}

static void
clear_recents_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) widget;
  (void) name;
  (void) parameter;
  mp_recents_clear ();
}

/* The first file that is dropped opens in this window, the others in windows of their own. */
static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, MpWindow *self)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GSList) files = NULL;

  (void) target;
  (void) x;
  (void) y;
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  if (files == NULL)
    return FALSE;
  mp_window_load_file (self, files->data);
  for (GSList *item = files->next; item != NULL && application != NULL; item = item->next) {
    GFile *file = item->data;

    g_application_open (application, &file, 1, "");
  }
  return TRUE;
}

/* A figure that is dragged out of Milepost is not opened by it. */
static gboolean
drop_accept_cb (GtkDropTarget *target, GdkDrop *drop)
{
  (void) target;
  return gdk_drop_get_drag (drop) == NULL &&
         gdk_content_formats_contain_mime_type (gdk_drop_get_formats (drop), "text/uri-list");
}

/* --- Menus ------------------------------------------------------------------------------------ */

/* Gives a button its menu when it is first opened. Only then is the desktop's list of recent files
 * read, which can be long. */
static void
give_menu (MpWindow *self, GtkMenuButton *button, GMenu *menu)
{
  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  if (g_menu_model_get_n_items (G_MENU_MODEL (self->recent_menu)) == 0)
    mp_recents_fill (self->recent_menu);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
main_menu_opened_cb (GtkMenuButton *button, gpointer data)
{
  MpWindow *self = data;

  give_menu (self, button, self->main_menu);
}

static void
recent_menu_opened_cb (GtkMenuButton *button, gpointer data)
{
  MpWindow *self = data;

  give_menu (self, button, self->recent_menu);
}

/* Names the two buttons inside a split button for screen readers, and gives the second its menu. */
static void
split_button_init (MpWindow *self, AdwSplitButton *split)
{
  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (split)); part != NULL;
       part = gtk_widget_get_next_sibling (part)) {
    const char *name = _ ("Open");

    if (GTK_IS_MENU_BUTTON (part)) {
      name = adw_split_button_get_dropdown_tooltip (split);
      gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (part), recent_menu_opened_cb, self,
                                             NULL);
    }
    gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  }
}

/* --- The class -------------------------------------------------------------------------------- */

void
mp_window_file_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.clear-recents", NULL, clear_recents_action);
}

void
mp_window_file_init (MpWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (drop, "accept", G_CALLBACK (drop_accept_cb), NULL);
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  split_button_init (self, self->open);
  split_button_init (self, self->open_small);
  gtk_menu_button_set_create_popup_func (self->menu, main_menu_opened_cb, self, NULL);
  g_menu_insert_submenu (self->file_section, 1, _ ("Open _Recent"),
                         G_MENU_MODEL (self->recent_menu));
}
