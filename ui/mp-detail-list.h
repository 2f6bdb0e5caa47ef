/* mp-detail-list.h: lists in the panel, of which as much is made as somebody looks at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A widget costs about as much as laying out a hundred terms. So a panel has room for so many cards
 * and so many lines; a list takes of it what it needs, and the rest waits behind a button at its
 * end. What somebody has asked for stays, however often the panel is filled with the same thing.
 */
#pragma once

#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The lists of one panel. */
typedef struct _MpDetailLists MpDetailLists;

typedef enum {
  MP_DETAIL_CARDS,
  MP_DETAIL_LINES, /* less than a card each */
  MP_DETAIL_N_KINDS,
} MpDetailKind;

/* Makes the widget of an item, counted from 0; they are made in order. One that has no parent then
 * is put into the list's box. */
typedef GtkWidget *(*MpDetailMake) (gpointer data, guint index);

/* Words that the session's search has found are marked in what is made later too. */
MpDetailLists *mp_detail_lists_new (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Its widgets must be gone: their buttons lead back to it. */
void mp_detail_lists_free (MpDetailLists *self);

/* Begins a panel that is filled from its top. is_new: it shows another thing than before, and
 * nothing has been asked for. */
void mp_detail_lists_begin (MpDetailLists *self, gboolean is_new);

/* Appends a list to a vertical box: as many of its items as there is room for, but some of it
 * always, and a button for more where those are not all. Takes data, which free_data frees once the
 * list is whole, or gone. A list is known again by its place among the panel's lists: one that may
 * be empty is added with n_items 0. */
void mp_detail_lists_add (MpDetailLists *self, GtkBox *box, MpDetailKind kind, guint n_items,
                          MpDetailMake make, gpointer data, GDestroyNotify free_data);

G_END_DECLS
