/* mp-window-load.c: how a window loads agreements, and keeps where they were left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file is loaded in the background. What the window shows stays until the file is whole and
 * right. Only a window that has nothing to show shows what has been read so far; if an error is
 * found after that, or the user gives up, it has nothing again.
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-file-name.h"
#include "mp-last-view.h"
#include "mp-picture-view.h"
#include "mp-recents.h"
#include "mp-window-private.h"

#include <glib/gi18n-lib.h>

/* --- Showing ---------------------------------------------------------------------------------- */

static const char *
current_title (MpWindow *self)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);

  return agreement != NULL ? mp_agreement_get_title (agreement) : NULL;
}

static void
show_page (MpWindow *self, const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
}

void
mp_window_keep_view (MpWindow *self)
{
  if (self->settings != NULL && self->uri != NULL && mp_recents_are_kept () &&
      mp_session_get_agreement (self->session) != NULL)
    mp_last_view_keep (self->settings, self->uri, self->session);
}

static void
show_warnings (MpWindow *self, const MpProblems *problems, const char *name)
{
  guint warnings = mp_problems_count (problems, MP_SEVERITY_WARNING);
  g_autofree char *words = NULL;
  AdwToast *toast;

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

/* Shows a whole agreement. uri is that of its file, or NULL. */
static void
show_agreement (MpWindow *self, MpAgreement *agreement, const char *uri)
{
  gboolean was_partial = self->is_partial;
  gboolean has_moved = FALSE;

  mp_window_keep_view (self);
  g_free (self->uri);
  self->uri = g_strdup (uri);
  self->is_partial = FALSE;
  if (was_partial) {
    mp_session_grow_agreement (self->session, agreement);
    has_moved = mp_session_get_selection (self->session).kind != MP_ITEM_NONE ||
                !mp_view_is_near (mp_session_get_view (self->session),
                                  mp_session_get_fit_view (self->session));
  } else {
    mp_session_set_agreement (self->session, agreement);
  }
  if (self->settings != NULL && uri != NULL && !has_moved)
    mp_last_view_restore (self->settings, uri, self->session);
  show_page (self, "agreement");
  if (!was_partial)
    gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  mp_window_story_loaded (self);
}

/* Shows what there is so far of the agreement that is being loaded. */
static void
show_part (MpWindow *self, MpAgreement *agreement)
{
  if (self->is_partial) {
    mp_session_grow_agreement (self->session, agreement);
    return;
  }
  self->is_partial = TRUE;
  mp_session_set_agreement (self->session, agreement);
  show_page (self, "agreement");
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
}

/* Forgets what was shown so far of an agreement that will not be whole. */
static void
drop_part (MpWindow *self)
{
  if (!self->is_partial)
    return;
  self->is_partial = FALSE;
  mp_session_set_agreement (self->session, NULL);
}

/* Shows an agreement, or its problems if it is NULL. uri is that of the file, or NULL. */
static void
show_loaded (MpWindow *self, MpAgreement *agreement, const MpProblems *problems, const char *name,
             const char *uri)
{
  if (agreement != NULL) {
    show_agreement (self, agreement, uri);
    show_warnings (self, problems, name);
    return;
  }
  drop_part (self);
  mp_problem_page_show_problems (self->problems, name, problems, current_title (self));
  show_page (self, "problems");
}

/* --- Loading ---------------------------------------------------------------------------------- */

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

/* Nothing is being loaded any more. */
static void
end_loading (MpWindow *self)
{
  g_clear_object (&self->loader);
  g_clear_pointer (&self->page_before, g_free);
  gtk_spinner_stop (self->spinner);
  mp_load_bar_watch (self->load_bar, NULL, NULL, NULL);
}

/* Says how loading ended, where it was said that it began. Takes the sentence. */
static void
say_end (MpWindow *self, char *sentence)
{
  g_autofree char *owned = sentence;

  if (mp_load_bar_is_shown (self->load_bar))
    mp_announcer_say (self->announcer, owned, TRUE);
}

static void
part_cb (MpLoader *loader, MpAgreement *agreement, gpointer window)
{
  MpWindow *self = window;

  if (self->loader == loader)
    show_part (self, agreement);
}

/* Shows what a picture shows, and says that it does. */
static void
show_picture (MpWindow *self, const MpLoaded *loaded)
{
  g_autofree char *words = NULL, *escaped = NULL;

  if (loaded->view != NULL) {
    mp_picture_view_show (loaded->view, self->session);
    words = g_strdup (_ ("The agreement is shown as in the picture"));
  } else {
    /* Translators: the reason follows */
    words = g_strdup_printf (_ ("What the picture shows cannot be read: %s"), loaded->view_problem);
  }
  escaped = g_markup_escape_text (words, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
  mp_announcer_say (self->announcer, words, TRUE);
}

/* A file was read to its end: shows it, or what is wrong with it. A picture always opens as what it
 * shows, not as it was left. */
static void
loaded (MpWindow *self, const Loading *loading, const MpLoaded *loaded)
{
  g_autofree char *uri =
    loading->file != NULL && !loaded->is_picture ? g_file_get_uri (loading->file) : NULL;

  if (loaded->agreement != NULL)
    /* Translators: a file's name */
    say_end (self, g_strdup_printf (_ ("“%s” is open"), loading->name));
  else
    say_end (self, g_strdup_printf (_ ("“%s” cannot be shown"), loading->name));
  show_loaded (self, loaded->agreement, loaded->problems, loading->name, uri);
  if (loaded->is_picture)
    show_picture (self, loaded);
  if (loaded->agreement != NULL && loading->file != NULL)
    mp_recents_add (loading->file, loaded->is_picture ? "image/png" : "application/json");
}

/* A file could not be read to its end: says why. */
static void
failed (MpWindow *self, const Loading *loading, const GError *error)
{
  if (loading->file != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    mp_recents_remove (loading->file);
  say_end (self, g_strdup_printf (_ ("“%s” cannot be read"), loading->name));
  drop_part (self);
  mp_problem_page_show_sentence (self->problems, loading->name, error->message,
                                 current_title (self));
  show_page (self, "problems");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Loading) loading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpLoaded) result_of = mp_loader_load_finish (MP_LOADER (source), result, &error);
  g_autoptr (MpWindow) self = g_weak_ref_get (&loading->window);

  /* The window was closed, or has given up, or is loading another file. */
  if (self == NULL || self->loader != MP_LOADER (source))
    return;
  if (result_of != NULL)
    loaded (self, loading, result_of);
  else
    failed (self, loading, error);
  end_loading (self);
}

/* Loads something that has this name. file is NULL for a stream. Takes the loader. */
static void
start_loading (MpWindow *self, MpLoader *loader, GFile *file, const char *name)
{
  gboolean is_empty;
  Loading *loading = g_new0 (Loading, 1);

  mp_window_stop_loading (self);
  is_empty = mp_session_get_agreement (self->session) == NULL;
  self->loader = loader;
  self->page_before = g_strdup (gtk_stack_get_visible_child_name (self->stack));
  if (is_empty)
    show_page (self, "loading");
  gtk_spinner_start (self->spinner);
  mp_load_bar_watch (self->load_bar, loader, name, self->announcer);

  g_weak_ref_init (&loading->window, self);
  loading->file = file != NULL ? g_object_ref (file) : NULL;
  loading->name = g_strdup (name);
  mp_loader_load_async (loader, is_empty ? part_cb : NULL, self, loaded_cb, loading);
}

void
mp_window_stop_loading (MpWindow *self)
{
  g_autofree char *page = NULL;

  if (self->loader == NULL)
    return;
  mp_loader_cancel (self->loader);
  if (self->is_partial || g_str_equal (gtk_stack_get_visible_child_name (self->stack), "loading"))
    page = g_steal_pointer (&self->page_before);
  end_loading (self);
  drop_part (self);
  if (page != NULL)
    show_page (self, page);
}

void
mp_window_load_file (MpWindow *self, GFile *file)
{
  g_autofree char *name = mp_file_name (file, 0);

  g_return_if_fail (MP_IS_WINDOW (self));

  start_loading (self, mp_loader_new (file), file, name);
}

void
mp_window_load_stream (MpWindow *self, GInputStream *stream, const char *name)
{
  g_return_if_fail (MP_IS_WINDOW (self));

  start_loading (self, mp_loader_new_for_stream (stream), NULL, name);
}

static void
load_bytes (MpWindow *self, GBytes *bytes, const char *name, const char *uri)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (MpAgreement) agreement = mp_reader_load_bytes (bytes, problems);

  mp_window_stop_loading (self);
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

/* --- The class -------------------------------------------------------------------------------- */

static void
stop_loading_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  (void) name;
  (void) parameter;
  say_end (self, g_strdup (_ ("Opening was cancelled")));
  mp_window_stop_loading (self);
}

void
mp_window_load_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.stop-loading", NULL, stop_loading_action);
}
