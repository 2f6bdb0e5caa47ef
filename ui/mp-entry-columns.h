/* mp-entry-columns.h: the columns of the list of entries, and their cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-entry-model.h"

G_BEGIN_DECLS

typedef struct _MpEntryColumns MpEntryColumns;

/* Adds a column for each MpColumn to a view without columns. The view, the model and the session
 * must outlive what is returned. */
MpEntryColumns *mp_entry_columns_new (GtkColumnView *view, MpEntryModel *model,
                                      MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Frees them. The view must have no model any more. */
void mp_entry_columns_free (MpEntryColumns *self);

/* Fills all cells anew, as they depend on the search and on the as-of date. */
void mp_entry_columns_refill (MpEntryColumns *self);

/* Shows as many columns as there is room for, from the first on; the details have the rest. If not
 * even a date and a title fit, the date is shortened. */
void mp_entry_columns_fit (MpEntryColumns *self);

G_END_DECLS
