/* mp-last-change.c: finds the milestone that changed the agreement last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-last-change.h"

#include "mp-agreement.h"
#include "mp-order.h"

/* Whether one milestone comes before another as the last change. */
static gboolean
is_later (MpAgreement *agreement, guint32 one, guint32 other)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);

  if (milestones->after[one] != milestones->after[other])
    return milestones->after[one] > milestones->after[other];
  if (milestones->earliest[one] != milestones->earliest[other])
    return milestones->earliest[one] > milestones->earliest[other];
  if (milestones->importance[one] != milestones->importance[other])
    return milestones->importance[one] < milestones->importance[other];
  return mp_order_rank (agreement, one) < mp_order_rank (agreement, other);
}

guint32
mp_last_change (MpAgreement *agreement, const MpDate *date)
{
  const MpMilestones *milestones;
  guint32 last = MP_NONE;

  g_return_val_if_fail (MP_IS_AGREEMENT (agreement), MP_NONE);

  milestones = mp_agreement_milestones (agreement);
  for (guint32 i = 0; i < milestones->length; i++)
    if (milestones->changes[i].count > 0 && milestones->after[i] <= date->after &&
        (last == MP_NONE || is_later (agreement, i, last)))
      last = i;
  return last;
}
