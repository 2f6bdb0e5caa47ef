/* mp-entry-columns.c: the columns of the list of entries, and their cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-entry-columns.h"

#include "mp-highlights.h"
#include "mp-session-words.h"
#include "mp-theme.h"

struct _MpEntryColumns {
  GtkColumnView *view; /* borrowed, as the next two are */
  MpEntryModel *model;
  MpSession *session;
  GHashTable *cells;              /* the GtkListItem of each cell that is filled */
  int given[MP_COLUMN_TITLE + 1]; /* the widths that were set for the first columns, in logical
                                     pixels; 0 if none was */
};

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
name_row (MpEntryColumns *self, GtkWidget *label, MpItem item)
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
fill_cell (MpEntryColumns *self, GtkListItem *cell, MpColumn column)
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
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *cell, MpEntryColumns *self)
{
  g_object_set_data (G_OBJECT (cell), "mp-column", GUINT_TO_POINTER (column_of (factory)));
  g_hash_table_add (self->cells, cell);
  fill_cell (self, cell, column_of (factory));
}

static void
unbind_cell_cb (GtkListItemFactory *factory, GtkListItem *cell, MpEntryColumns *self)
{
  (void) factory;
  g_hash_table_remove (self->cells, cell);
}

void
mp_entry_columns_refill (MpEntryColumns *self)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (gtk_list_item_get_item (cell) != NULL)
      fill_cell (self, cell, GPOINTER_TO_UINT (g_object_get_data (cell, "mp-column")));
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
add_column (MpEntryColumns *self, MpColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  g_autoptr (GtkCustomSorter) sorter = NULL;
  Order *order = g_new (Order, 1);

  *order = (Order) { self->model, column };
  g_object_set_data (G_OBJECT (factory), "mp-column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), self);
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
give_width (MpEntryColumns *self, MpColumn column, GtkColumnViewColumn *view_column, double width)
{
  if (self->given[column] != 0 &&
      gtk_column_view_column_get_fixed_width (view_column) != self->given[column])
    return;
  self->given[column] = (int) width;
  gtk_column_view_column_set_fixed_width (view_column, (int) width);
}

void
mp_entry_columns_fit (MpEntryColumns *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  double unit = mp_theme_get_text_scale (gtk_widget_get_settings (GTK_WIDGET (self->view)));
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

MpEntryColumns *
mp_entry_columns_new (GtkColumnView *view, MpEntryModel *model, MpSession *session)
{
  MpEntryColumns *self = g_new0 (MpEntryColumns, 1);

  self->view = view;
  self->model = model;
  self->session = session;
  self->cells = g_hash_table_new (NULL, NULL);
  for (MpColumn column = 0; column < MP_N_COLUMNS; column++)
    add_column (self, column);
  return self;
}

void
mp_entry_columns_free (MpEntryColumns *self)
{
  g_hash_table_unref (self->cells);
  g_free (self);
}
