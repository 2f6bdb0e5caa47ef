/* mp-entry-list.h: all entries as a table, the twin of the canvas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its selection is the session's, both ways; entries that a filter hides have no row. While
 * something is searched it lists what was found, the best first unless a column sorts; a bar says
 * how many of how many these are, and has a button that lists all, where the others step back as on
 * the canvas. The rows are made when the list is first shown.
 */
#pragma once

#include "mp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_ENTRY_LIST (mp_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (MpEntryList, mp_entry_list, MP, ENTRY_LIST, AdwBin)

void mp_entry_list_set_session (MpEntryList *self, MpSession *session);

/* The selected rows as text, a line each, the columns separated by tabs; empty where no row is
 * selected, and before the list was shown. Free with g_free (). */
char *mp_entry_list_copy (MpEntryList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
