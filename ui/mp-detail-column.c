/* mp-detail-column.c: shows the rows of the details in a box
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-detail-column.h"

#include "mp-detail-parts.h"
#include "mp-highlights.h"

#define NONE G_MAXUINT

struct _MpDetailColumn {
  GtkBox *box; /* borrowed, as the session is */
  MpSession *session;
  GPtrArray *rows;    /* owned: MpDetailRow */
  GPtrArray *widgets; /* borrowed: those of the first rows, in the same order */
};

MpDetailColumn *
mp_detail_column_new (GtkBox *box, MpSession *session)
{
  MpDetailColumn *self = g_new0 (MpDetailColumn, 1);

  self->box = box;
  self->session = session;
  self->rows = g_ptr_array_new ();
  self->widgets = g_ptr_array_new ();
  return self;
}

void
mp_detail_column_free (MpDetailColumn *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->widgets);
  g_free (self);
}

/* --- From the rows before to those now -------------------------------------------------------- */

/* The rows before, by what they say. Rows that say the same are chained. */
typedef struct {
  GPtrArray *rows;
  guint n_rows;     /* those that have a widget */
  GHashTable *same; /* row → index of the first such row that is free, plus 1 */
  guint *next;      /* for each row, the next one that says the same, or NONE */
  gboolean *taken;
} Before;

static void
before_init (Before *self, GPtrArray *rows, guint n_rows)
{
  self->rows = rows;
  self->n_rows = n_rows;
  self->same = g_hash_table_new (mp_detail_row_hash, mp_detail_row_equal);
  self->next = g_new (guint, n_rows + 1);
  self->taken = g_new0 (gboolean, n_rows + 1);
  for (guint i = n_rows; i-- > 0;) {
    gpointer row = g_ptr_array_index (rows, i);

    self->next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (self->same, row)) - 1;
    g_hash_table_insert (self->same, row, GUINT_TO_POINTER (i + 1));
  }
}

static void
before_clear (Before *self)
{
  g_hash_table_unref (self->same);
  g_free (self->next);
  g_free (self->taken);
}

/* Takes a row that says the same, and returns its index, or NONE. */
static guint
take_same (Before *self, MpDetailRow *row)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->same, row)) - 1;

  if (index == NONE)
    return NONE;
  g_hash_table_insert (self->same, row, GUINT_TO_POINTER (self->next[index] + 1));
  self->taken[index] = TRUE;
  return index;
}

/* The same for a row of the same shape. */
static guint
take_shape (Before *self, const MpDetailRow *row)
{
  for (guint i = 0; i < self->n_rows; i++)
    if (!self->taken[i] && mp_detail_row_has_shape_of (g_ptr_array_index (self->rows, i), row)) {
      self->taken[i] = TRUE;
      return i;
    }
  return NONE;
}

/* --- Widgets ---------------------------------------------------------------------------------- */

static GtkWidget *
make_widget (MpDetailColumn *self, const MpDetailRow *row)
{
  GtkWidget *widget = mp_detail_part_new (self->session, row);

  mp_highlights_set (widget, mp_session_get_matches (self->session));
  return widget;
}

/* Puts the widgets into the box in their order. */
static void
arrange (MpDetailColumn *self)
{
  GtkWidget *last = NULL;

  for (guint i = 0; i < self->widgets->len; i++) {
    GtkWidget *widget = g_ptr_array_index (self->widgets, i);

    if (gtk_widget_get_parent (widget) == NULL)
      gtk_box_insert_child_after (self->box, widget, last);
    else if (gtk_widget_get_prev_sibling (widget) != last)
      gtk_box_reorder_child_after (self->box, widget, last);
    last = widget;
  }
}

void
mp_detail_column_show (MpDetailColumn *self, GPtrArray *rows, guint n_rows)
{
  g_autoptr (GPtrArray) widgets = self->widgets;
  Before before;

  n_rows = MIN (n_rows, rows->len);
  before_init (&before, self->rows, widgets->len);
  self->widgets = g_ptr_array_new ();
  g_ptr_array_set_size (self->widgets, (int) n_rows);
  for (guint i = 0; i < n_rows; i++) {
    guint index = take_same (&before, g_ptr_array_index (rows, i));

    if (index != NONE)
      g_ptr_array_index (self->widgets, i) = g_ptr_array_index (widgets, index);
  }
  for (guint i = 0; i < n_rows; i++) {
    const MpDetailRow *row = g_ptr_array_index (rows, i);
    GtkWidget **widget = (GtkWidget **) &g_ptr_array_index (self->widgets, i);
    guint index = *widget == NULL ? take_shape (&before, row) : NONE;

    if (index != NONE) {
      *widget = g_ptr_array_index (widgets, index);
      mp_detail_part_show (*widget, row);
      mp_highlights_set (*widget, mp_session_get_matches (self->session));
    } else if (*widget == NULL) {
      *widget = make_widget (self, row);
    }
  }
  for (guint i = 0; i < widgets->len; i++)
    if (!before.taken[i])
      gtk_box_remove (self->box, g_ptr_array_index (widgets, i));
  arrange (self);
  before_clear (&before);
  g_ptr_array_ref (rows);
  g_ptr_array_unref (self->rows);
  self->rows = rows;
}

gboolean
mp_detail_column_show_more (MpDetailColumn *self, guint n_rows)
{
  guint until = MIN (self->rows->len, self->widgets->len + n_rows);

  for (guint i = self->widgets->len; i < until; i++) {
    GtkWidget *widget = make_widget (self, g_ptr_array_index (self->rows, i));

    gtk_box_append (self->box, widget);
    g_ptr_array_add (self->widgets, widget);
  }
  return self->widgets->len < self->rows->len;
}

guint
mp_detail_column_find (MpDetailColumn *self, GtkWidget *widget)
{
  guint row;

  while (gtk_widget_get_parent (widget) != GTK_WIDGET (self->box))
    widget = gtk_widget_get_parent (widget);
  return g_ptr_array_find (self->widgets, widget, &row) ? row : self->widgets->len;
}

GtkWidget *
mp_detail_column_get (MpDetailColumn *self, guint row)
{
  return row < self->widgets->len ? g_ptr_array_index (self->widgets, row) : NULL;
}

MpItem
mp_detail_column_get_item (MpDetailColumn *self, guint row)
{
  return row < self->rows->len ? ((const MpDetailRow *) g_ptr_array_index (self->rows, row))->item
                               : (MpItem) { MP_ITEM_NONE, 0 };
}

guint
mp_detail_column_find_item (MpDetailColumn *self, MpItem item)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (mp_item_equal (mp_detail_column_get_item (self, i), item))
      return i;
  return NONE;
}

GtkWidget *
mp_detail_column_find_source (MpDetailColumn *self, guint number)
{
  for (guint i = 0; i < self->widgets->len; i++) {
    const MpDetailRow *row = g_ptr_array_index (self->rows, i);

    if (row->kind == MP_DETAIL_SOURCE && row->number == number)
      return g_ptr_array_index (self->widgets, i);
  }
  return NULL;
}

void
mp_detail_column_scroll_to (MpDetailColumn *self, GtkWidget *widget, GtkScrolledWindow *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (widget, GTK_WIDGET (self->box), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

void
mp_detail_column_highlight (MpDetailColumn *self)
{
  mp_highlights_set (GTK_WIDGET (self->box), mp_session_get_matches (self->session));
}
