/* mp-search-bar.c: the bar in which entries are searched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-search-bar.h"

#include "mp-agreement.h"
#include "mp-follow.h"
#include "mp-session-words.h"

/* If the agreement has more items than this, the index is made in a thread. */
#define LARGE 20000

struct _MpSearchBar {
  AdwBin parent_instance;

  /* Template */
  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkLabel *problem;
  GtkWidget *previous;
  GtkWidget *next;

  /* Owned */
  MpSession *session;
  MpSearchIndex *index;      /* of the session's agreement, or NULL if it was not needed yet */
  GCancellable *cancellable; /* of making the index, or NULL */
  GtkWidget *focus;          /* weak; the widget that had the focus before the bar was opened */

  gboolean is_new; /* the user has not gone to a result of these words yet */
};

G_DEFINE_FINAL_TYPE (MpSearchBar, mp_search_bar, ADW_TYPE_BIN)

static void search (MpSearchBar *self);

/* --- The index -------------------------------------------------------------------------------- */

static void
make_index (GTask *task, gpointer source, gpointer agreement, GCancellable *cancellable)
{
  (void) source;
  (void) cancellable;
  g_task_return_pointer (task, mp_search_index_new (agreement),
                         (GDestroyNotify) mp_search_index_free);
}

static void
index_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MpSearchBar) self = data;
  MpSearchIndex *index = g_task_propagate_pointer (G_TASK (result), NULL);

  (void) source;
  /* If the agreement changed meanwhile, making the index was cancelled. */
  if (index == NULL)
    return;
  g_clear_object (&self->cancellable);
  self->index = index;
  search (self);
}

/* Returns TRUE if there is an index. Otherwise starts to make one, which will search when it is
 * done. */
static gboolean
ensure_index (MpSearchBar *self)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);
  guint n_items =
    mp_agreement_phases (agreement)->length + mp_agreement_milestones (agreement)->length;
  g_autoptr (GTask) task = NULL;

  if (self->index != NULL)
    return TRUE;
  if (n_items <= LARGE) {
    self->index = mp_search_index_new (agreement);
    return TRUE;
  }
  if (self->cancellable != NULL)
    return FALSE;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, index_made_cb, g_object_ref (self));
  g_task_set_task_data (task, g_object_ref (agreement), g_object_unref);
  g_task_run_in_thread (task, make_index);
  return FALSE;
}

static void
forget_index (MpSearchBar *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->index, mp_search_index_free);
}

/* --- What is said ----------------------------------------------------------------------------- */

/* Shows "3 of 9" if the selection is among what was found, else "9 found". It is also the
 * description of the entry, together with the name of what is selected, so that a screen reader
 * reads it. */
static void
update_count (MpSearchBar *self)
{
  MpMatches *matches = mp_session_get_matches (self->session);
  g_autofree char *words = mp_session_words_found (self->session);
  g_autofree char *said = mp_session_words_found_item (self->session);

  gtk_widget_set_sensitive (self->previous, matches != NULL && matches->n_items > 0);
  gtk_widget_set_sensitive (self->next, matches != NULL && matches->n_items > 0);
  gtk_label_set_label (self->count, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  said, -1);
}

static void
say_problem (MpSearchBar *self, const char *message)
{
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
  if (message != NULL) {
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  } else {
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  }
}

/* --- Searching -------------------------------------------------------------------------------- */

static void
search (MpSearchBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_autoptr (MpSearchQuery) query = NULL;
  g_autoptr (MpMatches) matches = NULL;

  if (mp_session_get_agreement (self->session) == NULL || !mp_search_bar_is_open (self)) {
    mp_session_set_matches (self->session, NULL);
    return;
  }
  query = mp_search_query_parse (text, &error);
  say_problem (self, error != NULL ? error->message : NULL);
  if (query == NULL)
    return;
  if (query->n_clauses > 0) {
    if (!ensure_index (self))
      return;
    matches = mp_search_run (self->index, query, mp_session_get_visible_set (self->session));
  }
  mp_session_set_matches (self->session, matches);
}

/* A new search begins with its best result, wherever the user was in the former one. */
static void
entry_changed_cb (MpSearchBar *self)
{
  self->is_new = TRUE;
  search (self);
}

static void
agreement_changed_cb (MpSearchBar *self)
{
  forget_index (self);
  search (self);
}

void
mp_search_bar_step (MpSearchBar *self, int step)
{
  MpItem from = { MP_ITEM_NONE, 0 };
  MpMatches *matches;
  MpItem item;

  g_return_if_fail (MP_IS_SEARCH_BAR (self));

  matches = mp_session_get_matches (self->session);
  if (matches == NULL) {
    mp_search_bar_open (self);
    return;
  }
  if (!self->is_new)
    from = mp_session_get_selection (self->session);
  item = mp_matches_step (matches, from, step);
  if (item.kind == MP_ITEM_NONE) {
    gtk_widget_error_bell (GTK_WIDGET (self->entry));
    return;
  }
  self->is_new = FALSE;
  mp_session_set_selection (self->session, item);
  mp_session_reveal_selection (self->session);
}

static void
next_cb (MpSearchBar *self)
{
  mp_search_bar_step (self, 1);
}

static void
previous_cb (MpSearchBar *self)
{
  mp_search_bar_step (self, -1);
}

/* Shift+Enter goes back. The entry itself handles Enter. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, MpSearchBar *self)
{
  (void) controller;
  (void) keycode;
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || !(state & GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  mp_search_bar_step (self, -1);
  return GDK_EVENT_STOP;
}

/* Called whichever way the bar was opened or closed. */
static void
mode_changed_cb (MpSearchBar *self)
{
  GtkWidget *focus = self->focus;

  entry_changed_cb (self);
  if (mp_search_bar_is_open (self) || focus == NULL)
    return;
  g_clear_weak_pointer (&self->focus);
  if (gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
}

/* --- The class -------------------------------------------------------------------------------- */

static void
mp_search_bar_dispose (GObject *object)
{
  MpSearchBar *self = MP_SEARCH_BAR (object);

  forget_index (self);
  g_clear_weak_pointer (&self->focus);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mp_search_bar_parent_class)->dispose (object);
}

static void
mp_search_bar_class_init (MpSearchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_search_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MpSearchBar, bar);
  gtk_widget_class_bind_template_child (widget_class, MpSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, MpSearchBar, count);
  gtk_widget_class_bind_template_child (widget_class, MpSearchBar, problem);
  gtk_widget_class_bind_template_child (widget_class, MpSearchBar, previous);
  gtk_widget_class_bind_template_child (widget_class, MpSearchBar, next);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
}

static void
mp_search_bar_init (MpSearchBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *revealer;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Open the bar at once, because what is typed while it slides in would be lost. */
  revealer = gtk_widget_get_first_child (GTK_WIDGET (self->bar));
  if (GTK_IS_REVEALER (revealer))
    gtk_revealer_set_transition_duration (GTK_REVEALER (revealer), 0);
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

void
mp_search_bar_set_session (MpSearchBar *self, MpSession *session)
{
  g_return_if_fail (MP_IS_SEARCH_BAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  /* Not "search-changed", which is delayed. */
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  mp_follow (self->bar, self, G_CALLBACK (mode_changed_cb), "search-mode-enabled", NULL);
  mp_follow (session, self, G_CALLBACK (agreement_changed_cb), "agreement", NULL);
  mp_follow (session, self, G_CALLBACK (search), "visible-set", NULL);
  mp_follow (session, self, G_CALLBACK (update_count), "matches", "selection", NULL);
  update_count (self);
}

void
mp_search_bar_open (MpSearchBar *self)
{
  GtkRoot *root;

  g_return_if_fail (MP_IS_SEARCH_BAR (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!mp_search_bar_is_open (self) && root != NULL)
    g_set_weak_pointer (&self->focus, gtk_root_get_focus (root));
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
mp_search_bar_close (MpSearchBar *self)
{
  g_return_if_fail (MP_IS_SEARCH_BAR (self));
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

gboolean
mp_search_bar_is_open (MpSearchBar *self)
{
  g_return_val_if_fail (MP_IS_SEARCH_BAR (self), FALSE);
  return gtk_search_bar_get_search_mode (self->bar);
}
