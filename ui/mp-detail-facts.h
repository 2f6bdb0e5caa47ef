/* mp-detail-facts.h: everything that the content of the details depends on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When something changes in a session, the pane compares these facts with the former ones, and
 * fills itself anew only if they differ.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"
#include "mp-session.h"

G_BEGIN_DECLS

/* Facts that do not matter for what is shown are zero. */
typedef struct {
  MpAgreement *agreement; /* owned; NULL: nothing is shown */
  MpItem item; /* what is shown; of kind MP_ITEM_NONE for the agreement or a comparison */
  gboolean comparing;
  MpItem measured;
  MpInstant today;
  MpDate as_of;
  gboolean is_today;
  MpDate before;
  gboolean hide_unchanged;
} MpDetailFacts;

/* Stores the present facts of a session. Any former content must have been cleared. */
void mp_detail_facts_get (MpSession *session, MpDetailFacts *facts);
void mp_detail_facts_clear (MpDetailFacts *facts);

/* Whether both are about the same thing: the same item, the agreement, or the comparison of the
 * same two dates. */
gboolean mp_detail_facts_same_thing (const MpDetailFacts *a, const MpDetailFacts *b);

/* Whether both lead to the same content. */
gboolean mp_detail_facts_equal (const MpDetailFacts *a, const MpDetailFacts *b);

G_END_DECLS
