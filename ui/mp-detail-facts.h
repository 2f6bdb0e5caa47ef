/* mp-detail-facts.h: all that the panel's content depends on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever changes in a session, the panel asks here whether it would tell something else now.
 */
#pragma once

#include "mp-session.h"

G_BEGIN_DECLS

/* What does not matter for what is shown is left zero. */
typedef struct {
  MpAgreement *agreement; /* owned; NULL: nothing is shown */
  MpItem item;            /* that is told of; of no kind: the agreement, or a comparison */
  gboolean comparing;
  MpItem measured;
  MpInstant today;
  MpDate as_of;
  gboolean is_today;
  MpDate before;
  gboolean hide_unchanged;
} MpDetailFacts;

/* Fills in what the session has now. Facts that were there must have been cleared. */
void mp_detail_facts_get (MpSession *session, MpDetailFacts *facts);
void mp_detail_facts_clear (MpDetailFacts *facts);

/* Whether both tell of the same thing, whatever they tell of it: an item, the agreement, or what
 * two dates of it are compared for. */
gboolean mp_detail_facts_same_thing (const MpDetailFacts *a, const MpDetailFacts *b);

/* Whether both tell the same. */
gboolean mp_detail_facts_equal (const MpDetailFacts *a, const MpDetailFacts *b);

G_END_DECLS
