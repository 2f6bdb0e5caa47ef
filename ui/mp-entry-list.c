/* mp-entry-list.c: the list of entries, a table that can be sorted and copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-entry-list.h"

#include "mp-entry-columns.h"
#include "mp-follow.h"
#include "mp-theme.h"

#include <glib/gi18n-lib.h>

struct _MpEntryList {
  AdwBin parent_instance;

  /* Template */
  GtkWidget *found_bar;
  GtkLabel *found_label;
  GtkButton *found_button;
  GtkColumnView *view;

  /* Owned */
  MpSession *session;
  MpEntryModel *model;
  MpEntryColumns *columns;
  GtkMultiSelection *selection;
  guint fit_source;
  gboolean following; /* the rows are being set from the session: ignore their signals */
  gboolean all;       /* entries that a search did not find are listed as well */

  /* While the focus is being moved to the selected row */
  guint arrival; /* a tick callback */
  gboolean scrolled;
};

G_DEFINE_FINAL_TYPE (MpEntryList, mp_entry_list, ADW_TYPE_BIN)

/* --- Columns ---------------------------------------------------------------------------------- */

/* The width is known during allocation, when columns cannot change; so this is called later. */
static gboolean
fit_columns_cb (gpointer data)
{
  MpEntryList *self = data;

  self->fit_source = 0;
  if (self->columns != NULL)
    mp_entry_columns_fit (self->columns);
  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (MpEntryList *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_columns_cb, self, NULL);
}

/* --- What was found --------------------------------------------------------------------------- */

/* Updates the bar that says "9 of 96 entries" and has a button to list the others. */
static void
update_found_bar (MpEntryList *self)
{
  MpMatches *matches = mp_session_get_matches (self->session);
  guint n_all = mp_entry_model_count_visible (self->model);
  g_autofree char *words = NULL, *button = NULL;

  gtk_widget_set_visible (self->found_bar, matches != NULL);
  if (matches == NULL)
    return;
  if (self->all) {
    words = g_strdup_printf (
      /* Translators: of so many entries that are listed, those that were found stand out. */
      ngettext ("%'u entry is listed; what was found stands out.",
                "%'u entries are listed; what was found stands out.", n_all),
      n_all);
    button = g_strdup (_ ("Show Only What Was _Found"));
  } else {
    words = g_strdup_printf (
      /* Translators: how many entries were found, and how many there are. */
      ngettext ("%'u of %'u entry found", "%'u of %'u entries found", n_all), matches->n_items,
      n_all);
    /* Translators: a button: to list not only the entries that were found. */
    button =
      g_strdup_printf (ngettext ("Show _All %'u Entry", "Show _All %'u Entries", n_all), n_all);
  }
  gtk_label_set_label (self->found_label, words);
  gtk_button_set_label (self->found_button, button);
}

static void
set_all (MpEntryList *self, gboolean all)
{
  self->all = all;
  mp_entry_model_set_found_only (self->model, !all);
  update_found_bar (self);
}

static void
found_button_clicked_cb (MpEntryList *self)
{
  set_all (self, !self->all);
}

/* --- Selection -------------------------------------------------------------------------------- */

static GtkWidget *
find_rows (MpEntryList *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Selects the row of the session's selection and scrolls to it. */
static void
follow_session (MpEntryList *self)
{
  guint place = mp_entry_model_find (self->model, mp_session_get_selection (self->session));
  GtkWidget *rows = find_rows (self);

  self->following = TRUE;
  if (place == GTK_INVALID_LIST_POSITION)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  else
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), place, TRUE);
  self->following = FALSE;
  if (place != GTK_INVALID_LIST_POSITION && rows != NULL)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", place);
}

/* Selects in the session what is selected here. While several rows are selected, which is for
 * copying, the session keeps its selection. */
static void
rows_selected_cb (MpEntryList *self)
{
  g_autoptr (GtkBitset) rows = NULL;
  g_autoptr (MpEntry) entry = NULL;

  if (self->following)
    return;
  rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_get_size (rows) != 1)
    return;
  entry = g_list_model_get_item (G_LIST_MODEL (self->model), gtk_bitset_get_minimum (rows));
  self->following = TRUE;
  mp_session_set_selection (self->session, mp_entry_get_item (entry));
  mp_session_reveal_selection (self->session);
  self->following = FALSE;
}

/* --- What has changed ------------------------------------------------------------------------- */

/* A list that is not shown costs nothing. It catches up when it is shown. */
static gboolean
is_shown (MpEntryList *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self));
}

static void
session_selected_cb (MpEntryList *self)
{
  if (is_shown (self) && !self->following)
    follow_session (self);
}

static void
date_changed_cb (MpEntryList *self)
{
  if (is_shown (self))
    mp_entry_columns_refill (self->columns);
}

static void
visible_set_changed_cb (MpEntryList *self)
{
  if (is_shown (self))
    update_found_bar (self);
}

/* A new search lists only what it finds, even if all entries were listed before. */
static void
matches_changed_cb (MpEntryList *self)
{
  self->all = self->all && mp_session_get_matches (self->session) != NULL;
  if (!is_shown (self))
    return;
  set_all (self, self->all);
  /* What was found is listed anew, with cells of its own. */
  if (self->all)
    mp_entry_columns_refill (self->columns);
}

static void
catch_up (MpEntryList *self)
{
  mp_entry_model_set_follows (self->model, TRUE);
  set_all (self, self->all);
  mp_entry_columns_refill (self->columns);
  follow_session (self);
}

/* A row that is activated is shown on the timeline. */
static void
row_activated_cb (MpEntryList *self, guint position)
{
  g_autoptr (MpEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  mp_session_set_selection (self->session, mp_entry_get_item (entry));
  mp_session_reveal_selection (self->session);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.view-timeline", NULL);
}

/* --- Copying ---------------------------------------------------------------------------------- */

static void
append_row (MpEntryList *self, GString *text, guint position)
{
  g_autoptr (MpEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  for (MpColumn column = 0; column < MP_N_COLUMNS; column++) {
    g_autofree char *cell = mp_entry_text (self->session, mp_entry_get_item (entry), column);

    g_string_append (text, g_strdelimit (cell, "\t\n", ' '));
    g_string_append_c (text, column + 1 < MP_N_COLUMNS ? '\t' : '\n');
  }
}

static char *
selected_rows (MpEntryList *self)
{
  g_autoptr (GtkBitset) rows = NULL;
  GString *text = g_string_new (NULL);
  GtkBitsetIter iter;
  guint position;

  if (self->selection == NULL)
    return g_string_free (text, FALSE);
  rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    append_row (self, text, position);
  return g_string_free (text, FALSE);
}

char *
mp_entry_list_copy (MpEntryList *self)
{
  g_return_val_if_fail (MP_IS_ENTRY_LIST (self), NULL);

  return selected_rows (self);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = selected_rows (MP_ENTRY_LIST (widget));

  (void) name;
  (void) parameter;
  if (*text != '\0')
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* --- Showing it ------------------------------------------------------------------------------- */

static void
make_rows (MpEntryList *self)
{
  self->model = mp_entry_model_new (self->session);
  self->columns = mp_entry_columns_new (self->view, self->model, self->session);
  mp_entry_model_set_sorter (self->model, gtk_column_view_get_sorter (self->view));
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (rows_selected_cb),
                           self, G_CONNECT_SWAPPED);
  mp_follow (self->session, self, G_CALLBACK (session_selected_cb), "selection", NULL);
  /* Connected after the handler of the selection model, which drops rows that have moved. */
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (follow_session), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  mp_follow (self->session, self, G_CALLBACK (matches_changed_cb), "matches", NULL);
  mp_follow (self->session, self, G_CALLBACK (date_changed_cb), "as-of", NULL);
  mp_follow (self->session, self, G_CALLBACK (visible_set_changed_cb), "visible-set", NULL);
  width_changed_cb (self);
}

/* The model is set when the list is first shown. GtkColumnView makes and measures the widgets of a
 * whole page of rows at once, even while hidden, which would double the time that a window takes to
 * start. */
static void
mp_entry_list_map (GtkWidget *widget)
{
  MpEntryList *self = MP_ENTRY_LIST (widget);

  if (self->model == NULL && self->session != NULL)
    make_rows (self);
  if (self->model != NULL)
    catch_up (self);
  GTK_WIDGET_CLASS (mp_entry_list_parent_class)->map (widget);
}

static void
mp_entry_list_unmap (GtkWidget *widget)
{
  MpEntryList *self = MP_ENTRY_LIST (widget);

  if (self->model != NULL)
    mp_entry_model_set_follows (self->model, FALSE);
  GTK_WIDGET_CLASS (mp_entry_list_parent_class)->unmap (widget);
}

/* --- The focus -------------------------------------------------------------------------------- */

static GtkWidget *
find_selected_row (GtkWidget *rows)
{
  GtkWidget *row = gtk_widget_get_first_child (rows);

  while (row != NULL && !(gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* GtkColumnView makes the widgets of the visible rows when it has its size: it takes one frame
 * until it can scroll, and another until there is a row to focus. */
static gboolean
arrive_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MpEntryList *self = MP_ENTRY_LIST (widget);
  GtkWidget *rows = find_rows (self), *row;

  (void) clock;
  (void) data;
  if (gtk_widget_get_height (rows) == 0)
    return G_SOURCE_CONTINUE;
  row = find_selected_row (rows);
  if (row == NULL && !self->scrolled &&
      mp_session_get_selection (self->session).kind != MP_ITEM_NONE) {
    follow_session (self);
    self->scrolled = TRUE;
    return G_SOURCE_CONTINUE;
  }
  if (row != NULL)
    gtk_widget_grab_focus (row);
  else
    gtk_widget_child_focus (rows, GTK_DIR_TAB_FORWARD);
  self->arrival = 0;
  return G_SOURCE_REMOVE;
}

/* Focuses the selected row, or the first. */
static gboolean
mp_entry_list_grab_focus (GtkWidget *widget)
{
  MpEntryList *self = MP_ENTRY_LIST (widget);

  if (self->model == NULL || find_rows (self) == NULL)
    return FALSE;
  self->scrolled = FALSE;
  if (self->arrival == 0)
    self->arrival = gtk_widget_add_tick_callback (widget, arrive_cb, NULL, NULL);
  return TRUE;
}

/* --- The class -------------------------------------------------------------------------------- */

static void
mp_entry_list_dispose (GObject *object)
{
  MpEntryList *self = MP_ENTRY_LIST (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_pointer (&self->columns, mp_entry_columns_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mp_entry_list_parent_class)->dispose (object);
}

static void
mp_entry_list_class_init (MpEntryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_entry_list_dispose;
  widget_class->map = mp_entry_list_map;
  widget_class->unmap = mp_entry_list_unmap;
  widget_class->grab_focus = mp_entry_list_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-entry-list.ui");
  gtk_widget_class_set_css_name (widget_class, "entrylist");
  gtk_widget_class_bind_template_child (widget_class, MpEntryList, found_bar);
  gtk_widget_class_bind_template_child (widget_class, MpEntryList, found_label);
  gtk_widget_class_bind_template_child (widget_class, MpEntryList, found_button);
  gtk_widget_class_bind_template_child (widget_class, MpEntryList, view);
  gtk_widget_class_bind_template_callback (widget_class, found_button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "list.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "list.copy",
                                       NULL);
}

static void
mp_entry_list_init (MpEntryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mp_follow (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view)), self,
             G_CALLBACK (width_changed_cb), "page-size", NULL);
  mp_theme_follow_fonts (GTK_WIDGET (self), G_CALLBACK (width_changed_cb));
}

void
mp_entry_list_set_session (MpEntryList *self, MpSession *session)
{
  g_return_if_fail (MP_IS_ENTRY_LIST (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    make_rows (self);
}
