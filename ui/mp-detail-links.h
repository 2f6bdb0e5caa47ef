/* mp-detail-links.h: what the details tell of the links of an entry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-detail-rows.h"
#include "mp-links.h"

G_BEGIN_DECLS

/* Adds a list for each group of links that an entry has: why it happened, what followed, what is
 * doubted, and from their other ends the way back. Adds their sources to an array of MpCitation. */
void mp_detail_add_links (MpDetailRows *rows, MpSession *session, MpItem item, GArray *citations);

/* Adds the first reasons for an entry, the surest first, at most so many. Returns how many it has.
 */
guint mp_detail_add_reasons (MpDetailRows *rows, MpSession *session, MpItem item, guint most);

G_END_DECLS
