/* mp-entry-list.h: the entries of an agreement as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It shows the same entries as the timeline, in rows. Its selection is that of the session, in both
 * directions. Entries that a filter hides have no row. During a search it lists what was found, the
 * best first unless it is sorted by a column; a bar says how many of all entries these are, and has
 * a button that lists all, with the others dimmed as on the timeline. The rows are made when the
 * list is first shown.
 */
#pragma once

#include "mp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_ENTRY_LIST (mp_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (MpEntryList, mp_entry_list, MP, ENTRY_LIST, AdwBin)

void mp_entry_list_set_session (MpEntryList *self, MpSession *session);

/* The selected rows as text: a line for each, with tabs between the columns. Empty if no row is
 * selected or the list was never shown. Free with g_free (). */
char *mp_entry_list_copy (MpEntryList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
