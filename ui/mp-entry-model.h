/* mp-entry-model.h: what the list of all entries lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GListModel of the milestones and phases that are shown, and while something is searched of
 * those that were found. It keeps them as numbers; an object is made for a row that is looked at,
 * and goes with it.
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

/* One row: an item, nothing else. */
#define MP_TYPE_ENTRY (mp_entry_get_type ())
G_DECLARE_FINAL_TYPE (MpEntry, mp_entry, MP, ENTRY, GObject)

MpItem mp_entry_get_item (MpEntry *self);

#define MP_TYPE_ENTRY_MODEL (mp_entry_model_get_type ())
G_DECLARE_FINAL_TYPE (MpEntryModel, mp_entry_model, MP, ENTRY_MODEL, GObject)

/* A model that follows the session's agreement, filter and search: in order of time what the filter
 * shows, or by rank what was found. */
MpEntryModel *mp_entry_model_new (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Whether only what was found is listed while something is searched, as it is at first, or
 * everything. */
void mp_entry_model_set_found_only (MpEntryModel *self, gboolean found_only);

/* How many are listed where nothing is searched. */
guint mp_entry_model_count_visible (MpEntryModel *self);

/* Sorts by what a sorter makes of two MpEntry, and what it does not tell apart as above; NULL sorts
 * nothing. Takes a reference, and sorts anew when the sorter changes. */
void mp_entry_model_set_sorter (MpEntryModel *self, GtkSorter *sorter);

/* The place of an item, or GTK_INVALID_LIST_POSITION. */
guint mp_entry_model_find (MpEntryModel *self, MpItem item);

/* What stands in a column of an item. Free with g_free (). */
char *mp_entry_text (MpSession *session, MpItem item, MpColumn column) G_GNUC_WARN_UNUSED_RESULT;

/* The name of a column; never freed. */
const char *mp_column_title (MpColumn column);

/* The order of two items by a column alone: below, at or above 0. Titles and topics are in the
 * order of the language. */
int mp_entry_model_compare (MpEntryModel *self, MpItem a, MpItem b, MpColumn column);

G_END_DECLS
