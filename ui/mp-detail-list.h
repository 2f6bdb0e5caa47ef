/* mp-detail-list.h: long lists in the details, which make their items when needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A widget costs about as much time as the layout of a hundred terms. So the details have a budget
 * of cards and of lines. A list takes what it needs of it, and a button at its end makes the rest
 * when asked. Items that the user has asked for are made again whenever the details are filled for
 * the same thing.
 */
#pragma once

#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The lists of one pane of details. */
typedef struct _MpDetailLists MpDetailLists;

typedef enum {
  MP_DETAIL_CARDS,
  MP_DETAIL_LINES, /* items that cost less than a card */
  MP_DETAIL_N_KINDS,
} MpDetailKind;

/* Makes the widget of an item, counted from 0. Items are made in order. A widget without a parent
 * is appended to the box of the list. */
typedef GtkWidget *(*MpDetailMake) (gpointer data, guint index);

/* Creates the lists of a pane. Takes a reference to the session, whose search matches are
 * highlighted also in items that are made later. */
MpDetailLists *mp_detail_lists_new (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Frees the lists. Their widgets must be gone, because the buttons refer to the lists. */
void mp_detail_lists_free (MpDetailLists *self);

/* Begins to fill the pane from its top. is_new: it will show another thing than before, so that
 * nothing the user has asked for counts any more. */
void mp_detail_lists_begin (MpDetailLists *self, gboolean is_new);

/* Appends a list to a vertical box: at least a few of its items, more if the budget allows, and a
 * button if some are left. Takes data and frees it with free_data as soon as the list is complete
 * or destroyed. Lists are identified by the order in which they are added, so a list that may be
 * empty must be added with n_items 0. */
void mp_detail_lists_add (MpDetailLists *self, GtkBox *box, MpDetailKind kind, guint n_items,
                          MpDetailMake make, gpointer data, GDestroyNotify free_data);

G_END_DECLS
