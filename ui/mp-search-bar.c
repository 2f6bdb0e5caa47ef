/* mp-search-bar.c: the bar in which entries are searched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-search-bar.h"

#include "mp-agreement.h"
#include "mp-follow.h"
#include "mp-session-words.h"

/* If the agreement has more items than this, a thread searches. */
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
  MpSearchIndex *index; /* of the session's agreement, or NULL if it was not needed yet */
  GtkWidget *focus;     /* weak; the widget that had the focus before the bar was opened */

  gboolean is_new;       /* the user has not gone to a result of these words yet */
  guint n_searches;      /* that have begun; a thread's result counts if none has begun since */
  gboolean is_searching; /* a thread is */
  int step;              /* to a result, as soon as the thread has found it; or 0 */
};

G_DEFINE_FINAL_TYPE (MpSearchBar, mp_search_bar, ADW_TYPE_BIN)

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

/* One search, which a thread may do. All pointers are owned. */
typedef struct {
  MpSearchBar *bar;
  MpAgreement *agreement;
  MpSearchIndex *index;  /* NULL: it is made */
  MpVisibleSet *visible; /* or NULL */
  MpSearchQuery *query;
  MpMatches *matches; /* the result */
  guint number;
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->bar);
  g_object_unref (search->agreement);
  g_clear_pointer (&search->index, mp_search_index_unref);
  g_clear_pointer (&search->visible, mp_visible_set_unref);
  mp_search_query_free (search->query);
  g_clear_pointer (&search->matches, mp_matches_unref);
  g_free (search);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

static Search *
search_new (MpSearchBar *self, MpSearchQuery *query)
{
  Search *search = g_new0 (Search, 1);
  MpVisibleSet *visible = mp_session_get_visible_set (self->session);

  search->bar = g_object_ref (self);
  search->agreement = g_object_ref (mp_session_get_agreement (self->session));
  search->index = self->index != NULL ? mp_search_index_ref (self->index) : NULL;
  search->visible = visible != NULL ? mp_visible_set_ref (visible) : NULL;
  search->query = query;
  search->number = self->n_searches;
  return search;
}

static void
run (Search *search)
{
  if (search->index == NULL)
    search->index = mp_search_index_new (search->agreement);
  search->matches = mp_search_run (search->index, search->query, search->visible);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer search, GCancellable *cancellable)
{
  (void) source;
  (void) cancellable;
  run (search);
  g_task_return_boolean (task, TRUE);
}

static void search_now (MpSearchBar *self);

/* Keeps the index, and shows what was found if nothing else is searched for by now. */
static void
finish (Search *search)
{
  MpSearchBar *self = search->bar;

  if (self->session == NULL || mp_session_get_agreement (self->session) != search->agreement)
    return;
  if (self->index == NULL)
    self->index = mp_search_index_ref (search->index);
  if (self->n_searches == search->number)
    mp_session_set_matches (self->session, search->matches);
}

static void
thread_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Search) search = data;
  MpSearchBar *self = search->bar;
  int step = self->step;

  (void) source;
  (void) result;
  finish (search);
  self->is_searching = FALSE;
  if (self->session == NULL)
    return;
  if (self->n_searches != search->number)
    search_now (self);
  if (!self->is_searching && step != 0) {
    self->step = 0;
    mp_search_bar_step (self, step);
  }
}

/* Searches in a thread. If one is searching already, its end begins the next search, for what is in
 * the entry then. */
static void
start_thread (Search *search)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, thread_done_cb, search);

  search->bar->is_searching = TRUE;
  g_task_set_task_data (task, search, NULL);
  g_task_run_in_thread (task, run_in_thread);
}

static gboolean
is_large (MpAgreement *agreement)
{
  return mp_agreement_phases (agreement)->length + mp_agreement_milestones (agreement)->length >
         LARGE;
}

static void
search_now (MpSearchBar *self)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_autoptr (MpSearchQuery) query = NULL;
  g_autoptr (Search) search = NULL;

  self->n_searches++;
  if (agreement == NULL || !mp_search_bar_is_open (self)) {
    mp_session_set_matches (self->session, NULL);
    return;
  }
  query = mp_search_query_parse (text, &error);
  say_problem (self, error != NULL ? error->message : NULL);
  if (query == NULL)
    return;
  if (query->n_clauses == 0) {
    mp_session_set_matches (self->session, NULL);
  } else if (!is_large (agreement)) {
    search = search_new (self, g_steal_pointer (&query));
    run (search);
    finish (search);
  } else if (!self->is_searching) {
    start_thread (search_new (self, g_steal_pointer (&query)));
  }
}

/* A new search begins with its best result, wherever the user was in the former one. */
static void
entry_changed_cb (MpSearchBar *self)
{
  self->is_new = TRUE;
  search_now (self);
}

static void
agreement_changed_cb (MpSearchBar *self)
{
  g_clear_pointer (&self->index, mp_search_index_unref);
  search_now (self);
}

void
mp_search_bar_step (MpSearchBar *self, int step)
{
  MpItem from = { MP_ITEM_NONE, 0 };
  MpMatches *matches;
  MpItem item;

  g_return_if_fail (MP_IS_SEARCH_BAR (self));

  if (self->is_searching) {
    self->step = step;
    return;
  }
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

  g_clear_pointer (&self->index, mp_search_index_unref);
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
  mp_follow (session, self, G_CALLBACK (search_now), "visible-set", NULL);
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

char *
mp_search_bar_take_query (MpSearchBar *self)
{
  char *query;

  g_return_val_if_fail (MP_IS_SEARCH_BAR (self), NULL);

  if (!mp_search_bar_is_open (self))
    return NULL;
  query = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  mp_search_bar_close (self);
  return query;
}

void
mp_search_bar_restore_query (MpSearchBar *self, const char *query)
{
  g_return_if_fail (MP_IS_SEARCH_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
}
