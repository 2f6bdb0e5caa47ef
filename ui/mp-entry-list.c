/* mp-entry-list.c: the list of entries, a table that can be sorted and copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-entry-list.h"

#include "mp-entry-model.h"
#include "mp-follow.h"
#include "mp-highlights.h"
#include "mp-session-words.h"
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
  GtkMultiSelection *selection;
  guint fit_source;
  int given[MP_COLUMN_TITLE + 1]; /* the widths that were set for the first columns, in logical
                                     pixels; 0 if none was */
  gboolean following; /* the rows are being set from the session: ignore their signals */
  gboolean all;       /* entries that a search did not find are listed as well */

  /* While the focus is being moved to the selected row */
  guint arrival; /* a tick callback */
  gboolean scrolled;
};

G_DEFINE_FINAL_TYPE (MpEntryList, mp_entry_list, ADW_TYPE_BIN)

/* --- Cells ------------------------------------------------------------------------------------ */

static MpColumn
column_of (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "mp-column"));
}

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* The kinds are our own words, and short in any language. */
  if (column_of (factory) != MP_COLUMN_KIND)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (column_of (factory) == MP_COLUMN_DATE)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (cell, label);
}

/* Names a row for screen readers. The row is a GTK widget, two levels above the cell, and would be
 * named after its class. */
static void
name_row (MpEntryList *self, GtkWidget *label, MpItem item)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *name = mp_session_words_item (self->session, item);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Fills a cell with its text, highlights the words of the search, and dims it if the search did not
 * find it. */
static void
fill_cell (MpEntryList *self, GtkListItem *cell, MpColumn column)
{
  MpItem item = mp_entry_get_item (gtk_list_item_get_item (cell));
  GtkWidget *label = gtk_list_item_get_child (cell);
  MpMatches *matches = mp_session_get_matches (self->session);
  g_autofree char *text = mp_entry_text (self->session, item, column);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  if (column == MP_COLUMN_TITLE)
    name_row (self, label, item);
  if (column == MP_COLUMN_TITLE || column == MP_COLUMN_CERTAINTY)
    mp_highlights_set (label, matches);
  if (matches != NULL && !mp_matches_has (matches, item))
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

static void
refill_cell_cb (GtkListItem *cell)
{
  MpEntryList *self = g_object_get_data (G_OBJECT (cell), "mp-join");

  if (gtk_list_item_get_item (cell) != NULL)
    fill_cell (self, cell, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "mp-column")));
}

/* A bound cell follows the search and the as-of date. */
static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *cell, MpEntryList *self)
{
  g_object_set_data (G_OBJECT (cell), "mp-join", self);
  g_object_set_data (G_OBJECT (cell), "mp-column", GUINT_TO_POINTER (column_of (factory)));
  fill_cell (self, cell, column_of (factory));
  mp_follow (self->session, cell, G_CALLBACK (refill_cell_cb), "matches", "as-of", NULL);
}

static void
unbind_cell_cb (GtkListItemFactory *factory, GtkListItem *cell, MpEntryList *self)
{
  (void) factory;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, refill_cell_cb, cell);
}

/* --- Columns ---------------------------------------------------------------------------------- */

typedef struct {
  MpEntryModel *model; /* borrowed; the model outlives its sorters */
  MpColumn column;
} Order;

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;

  return mp_entry_model_compare (order->model, mp_entry_get_item ((MpEntry *) a),
                                 mp_entry_get_item ((MpEntry *) b), order->column);
}

static void
add_column (MpEntryList *self, MpColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  g_autoptr (GtkCustomSorter) sorter = NULL;
  Order *order = g_new (Order, 1);

  *order = (Order) { self->model, column };
  g_object_set_data (G_OBJECT (factory), "mp-column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cell_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cell_cb), self, 0);
  view_column = gtk_column_view_column_new (mp_column_title (column), factory);
  sorter = gtk_custom_sorter_new (compare_entries, order, g_free);
  gtk_column_view_column_set_sorter (view_column, GTK_SORTER (sorter));
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, column == MP_COLUMN_TITLE);
  gtk_column_view_append_column (self->view, view_column);
}

/* The least widths of a date, a title and the other columns, in logical pixels at the normal font
 * size. */
#define DATE_WIDTH 210
#define NARROW_DATE_WIDTH 130
#define TITLE_WIDTH 220
#define OTHER_WIDTH 110

/* Sets the width of a column, unless the user has dragged it to another. */
static void
give_width (MpEntryList *self, MpColumn column, GtkColumnViewColumn *view_column, double width)
{
  if (self->given[column] != 0 &&
      gtk_column_view_column_get_fixed_width (view_column) != self->given[column])
    return;
  self->given[column] = (int) width;
  gtk_column_view_column_set_fixed_width (view_column, (int) width);
}

/* Shows as many columns as there is room for, from the first on; the details have the rest. If not
 * even a date and a title fit, the date is shortened. */
static void
fit_columns (MpEntryList *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  double unit = mp_theme_get_text_scale (gtk_widget_get_settings (GTK_WIDGET (self)));
  double width =
    gtk_adjustment_get_page_size (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view)));
  gboolean is_narrow = width < (DATE_WIDTH + TITLE_WIDTH) * unit;
  double date = is_narrow ? CLAMP (width * 0.4, NARROW_DATE_WIDTH, NARROW_DATE_WIDTH * unit)
                          : DATE_WIDTH * unit;
  double left = width - date - TITLE_WIDTH * unit;

  if (width <= 1)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

    if (i == MP_COLUMN_DATE)
      give_width (self, MP_COLUMN_DATE, column, date);
    if (i == MP_COLUMN_TITLE)
      give_width (self, MP_COLUMN_TITLE, column, is_narrow ? width - date : TITLE_WIDTH * unit);
    if (i <= MP_COLUMN_TITLE)
      continue;
    left -= OTHER_WIDTH * unit;
    gtk_column_view_column_set_visible (column, left >= 0);
  }
}

/* The width is known during allocation, when columns cannot change; so this is called later. */
static gboolean
fit_columns_cb (gpointer data)
{
  MpEntryList *self = data;

  self->fit_source = 0;
  fit_columns (self);
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

/* A new search lists only what it finds, even if all entries were listed before. */
static void
matches_changed_cb (MpEntryList *self)
{
  set_all (self, self->all && mp_session_get_matches (self->session) != NULL);
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

static void
session_selected_cb (MpEntryList *self)
{
  if (!self->following)
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
  for (MpColumn column = 0; column < MP_N_COLUMNS; column++)
    add_column (self, column);
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
  mp_follow (self->session, self, G_CALLBACK (update_found_bar), "visible-set", NULL);
  update_found_bar (self);
  follow_session (self);
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
  GTK_WIDGET_CLASS (mp_entry_list_parent_class)->map (widget);
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
