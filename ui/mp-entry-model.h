/* mp-entry-model.h: a list model of the entries of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GListModel of the milestones and phases that the filter shows or, during a search, of those
 * that were found. It stores them as numbers; the object of a row exists only while somebody holds
 * it.
 */
#pragma once

#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  MP_COLUMN_DATE,
  MP_COLUMN_TITLE,
  MP_COLUMN_KIND,
  MP_COLUMN_TOPIC,
  MP_COLUMN_CERTAINTY,
  MP_COLUMN_STATUS,
} MpColumn;
#define MP_N_COLUMNS 6

/* The object of one row. It holds nothing but an item. */
#define MP_TYPE_ENTRY (mp_entry_get_type ())
G_DECLARE_FINAL_TYPE (MpEntry, mp_entry, MP, ENTRY, GObject)

MpItem mp_entry_get_item (MpEntry *self);

#define MP_TYPE_ENTRY_MODEL (mp_entry_model_get_type ())
G_DECLARE_FINAL_TYPE (MpEntryModel, mp_entry_model, MP, ENTRY_MODEL, GObject)

/* A model that follows the session's agreement, filter and search. Without a sorter, what the
 * filter shows is in order of time, and what was found is in order of rank. */
MpEntryModel *mp_entry_model_new (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the list follows the filter and the search, as it does at first. When it does so again,
 * it catches up. Another agreement is listed in any case. */
void mp_entry_model_set_follows (MpEntryModel *self, gboolean follows);

/* Whether a search lists only what was found, which is the default, or everything. */
void mp_entry_model_set_found_only (MpEntryModel *self, gboolean found_only);

/* How many entries the model lists while there is no search. */
guint mp_entry_model_count_visible (MpEntryModel *self);

/* Sorts by a sorter of MpEntry objects; entries that it finds equal stay in the order without a
 * sorter. NULL does not sort. Takes a reference, and sorts again when the sorter changes. */
void mp_entry_model_set_sorter (MpEntryModel *self, GtkSorter *sorter);

/* The position of an item, or GTK_INVALID_LIST_POSITION. */
guint mp_entry_model_find (MpEntryModel *self, MpItem item);

/* The text of an item in a column. Free with g_free (). */
char *mp_entry_text (MpSession *session, MpItem item, MpColumn column) G_GNUC_WARN_UNUSED_RESULT;

/* The translated title of a column; never freed. */
const char *mp_column_title (MpColumn column);

/* Compares two items by one column: below, at or above 0. Titles and topics are in the order of the
 * user's language. */
int mp_entry_model_compare (MpEntryModel *self, MpItem a, MpItem b, MpColumn column);

G_END_DECLS
