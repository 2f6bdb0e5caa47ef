/* mp-detail-column.h: shows the rows of the details in a box
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When other rows are shown, a widget whose row is still among them stays as it is; the others show
 * the rows that are new, as far as they have their shape. So a step of a date that is dragged costs
 * what it changes.
 */
#pragma once

#include "mp-detail-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _MpDetailColumn MpDetailColumn;

/* Creates a column in an empty vertical box. The box and the session must outlive it. */
MpDetailColumn *mp_detail_column_new (GtkBox *box, MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Frees the column; its widgets stay in the box. */
void mp_detail_column_free (MpDetailColumn *self);

/* Shows these rows, an array of MpDetailRow, from the top, but only the first n_rows for the
 * moment. Takes a reference to the rows. */
void mp_detail_column_show (MpDetailColumn *self, GPtrArray *rows, guint n_rows);

/* Shows so many more of the rows. Returns whether some are still left. */
gboolean mp_detail_column_show_more (MpDetailColumn *self, guint n_rows);

/* The index of the row whose widget is, or contains, this one, which must be in the box; and the
 * widget of a row, or NULL if it is not shown. */
guint mp_detail_column_find (MpDetailColumn *self, GtkWidget *widget);
GtkWidget *mp_detail_column_get (MpDetailColumn *self, guint row);

/* What the row with an index is about, which may be of kind MP_ITEM_NONE; and the index of the
 * first row about an item, or G_MAXUINT. */
MpItem mp_detail_column_get_item (MpDetailColumn *self, guint row);
guint mp_detail_column_find_item (MpDetailColumn *self, MpItem item);

/* The widget of the source with a number, or NULL if it is not shown; and bringing it into sight.
 */
GtkWidget *mp_detail_column_find_source (MpDetailColumn *self, guint number);
void mp_detail_column_scroll_to (MpDetailColumn *self, GtkWidget *widget,
                                 GtkScrolledWindow *scroller);

/* Highlights the words that the session searches for in all rows. Rows that are shown later have
 * them highlighted anyway. */
void mp_detail_column_highlight (MpDetailColumn *self);

G_END_DECLS
