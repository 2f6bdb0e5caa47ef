/* mp-detail-compare.h: before and after, in the detail pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-detail-list.h"

G_BEGIN_DECLS

/* Adds the comparison of a session to a panel's box: the two dates, a card for each term with what
 * held before and after, and the sources. The session must have a date to compare with and outlive
 * what is added. */
void mp_detail_add_comparison (MpDetailLists *lists, GtkBox *box, MpSession *session);

G_END_DECLS
