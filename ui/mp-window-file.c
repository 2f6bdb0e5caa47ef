/* mp-window-file.c: how a window opens files, and keeps where they were left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-file-name.h"
#include "mp-last-view.h"
#include "mp-loader.h"
#include "mp-recents.h"
#include "mp-window-private.h"

#include <glib/gi18n-lib.h>

/* --- Loading ---------------------------------------------------------------------------------- */

static const char *
current_title (MpWindow *self)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);

  return agreement != NULL ? mp_agreement_get_title (agreement) : NULL;
}

void
mp_window_keep_view (MpWindow *self)
{
  if (self->settings != NULL && self->uri != NULL && mp_recents_are_kept () &&
      mp_session_get_agreement (self->session) != NULL)
    mp_last_view_keep (self->settings, self->uri, self->session);
}

/* Shows an agreement, or its problems if it is NULL. uri is that of the file, or NULL. */
static void
show_loaded (MpWindow *self, MpAgreement *agreement, const MpProblems *problems, const char *name,
             const char *uri)
{
  guint warnings = mp_problems_count (problems, MP_SEVERITY_WARNING);
  g_autofree char *words = NULL;
  AdwToast *toast;

  if (agreement == NULL) {
    mp_problem_page_show_problems (self->problems, name, problems, current_title (self));
    gtk_stack_set_visible_child_name (self->stack, "problems");
    return;
  }
  mp_window_keep_view (self);
  g_free (self->uri);
  self->uri = g_strdup (uri);
  mp_session_set_agreement (self->session, agreement);
  if (self->settings != NULL && uri != NULL)
    mp_last_view_restore (self->settings, uri, self->session);
  gtk_stack_set_visible_child_name (self->stack, "agreement");
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  if (warnings == 0)
    return;
  mp_problem_page_show_problems (self->problems, name, problems, current_title (self));
  words = g_strdup_printf (
    ngettext ("The file has %u warning", "The file has %u warnings", warnings), warnings);
  toast = adw_toast_new (words);
  adw_toast_set_button_label (toast, _ ("Details"));
  adw_toast_set_action_name (toast, "win.show-problems");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

typedef struct {
  GWeakRef window;
  GFile *file; /* NULL for a stream */
  char *name;
} Loading;

static void
loading_free (Loading *loading)
{
  g_weak_ref_clear (&loading->window);
  g_clear_object (&loading->file);
  g_free (loading->name);
  g_free (loading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loading, loading_free)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Loading) loading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpLoaded) loaded = mp_loader_load_finish (result, &error);
  g_autoptr (MpWindow) self = g_weak_ref_get (&loading->window);

  (void) source;
  /* The window was closed, or is loading another file. */
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_spinner_stop (self->spinner);
  if (loaded != NULL) {
    g_autofree char *uri = loading->file != NULL ? g_file_get_uri (loading->file) : NULL;

    show_loaded (self, loaded->agreement, loaded->problems, loading->name, uri);
    if (loaded->agreement != NULL && loading->file != NULL)
      mp_recents_add (loading->file);
  } else {
    if (loading->file != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
      mp_recents_remove (loading->file);
    mp_problem_page_show_sentence (self->problems, loading->name, error->message,
                                   current_title (self));
    gtk_stack_set_visible_child_name (self->stack, "problems");
  }
}

/* Gives up what is being loaded, and starts with something else, which has this name. */
static Loading *
start_loading (MpWindow *self, const char *name)
{
  Loading *loading = g_new0 (Loading, 1);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&loading->window, self);
  loading->name = g_strdup (name);
  gtk_spinner_start (self->spinner);
  return loading;
}

void
mp_window_load_file (MpWindow *self, GFile *file)
{
  g_autofree char *name = mp_file_name (file, 0);
  Loading *loading;

  g_return_if_fail (MP_IS_WINDOW (self));

  loading = start_loading (self, name);
  loading->file = g_object_ref (file);
  mp_loader_load_async (file, self->cancellable, loaded_cb, loading);
}

void
mp_window_load_stream (MpWindow *self, GInputStream *stream, const char *name)
{
  Loading *loading;

  g_return_if_fail (MP_IS_WINDOW (self));

  loading = start_loading (self, name);
  mp_loader_load_stream_async (stream, self->cancellable, loaded_cb, loading);
}

static void
load_bytes (MpWindow *self, GBytes *bytes, const char *name, const char *uri)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (MpAgreement) agreement = mp_reader_load_bytes (bytes, problems);

  show_loaded (self, agreement, problems, name, uri);
}

void
mp_window_load_resource (MpWindow *self, const char *path)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *uri = g_strconcat ("resource://", path, NULL);

  g_return_if_fail (MP_IS_WINDOW (self));
  g_return_if_fail (bytes != NULL);

  load_bytes (self, bytes, name, uri);
}

void
mp_window_load_bytes (MpWindow *self, GBytes *bytes, const char *name)
{
  g_return_if_fail (MP_IS_WINDOW (self));

  load_bytes (self, bytes, name, NULL);
}

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

  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  split_button_init (self, self->open);
  split_button_init (self, self->open_small);
  gtk_menu_button_set_create_popup_func (self->menu, main_menu_opened_cb, self, NULL);
  g_menu_insert_submenu (self->file_section, 1, _ ("Open _Recent"),
                         G_MENU_MODEL (self->recent_menu));
}
