/* mp-detail-changes.c: tells what a milestone changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-changes.h"

#include "mp-agreement.h"

#include <glib/gi18n-lib.h>

static const char *
state_or (MpAgreement *agreement, guint32 phase, const char *otherwise)
{
  return phase == MP_NONE
           ? otherwise
           : mp_agreement_text (agreement, mp_agreement_phases (agreement)->state[phase]);
}

MpDetailRow *
mp_detail_add_change (MpDetailRows *rows, MpAgreement *agreement, const MpChange *change)
{
  guint32 visible = change->after != MP_NONE ? change->after : change->before;
  MpItem item = { visible != MP_NONE ? MP_ITEM_PHASE : MP_ITEM_NONE, visible };
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[change->term];

  return mp_detail_rows_add_card (rows, item,
                                  mp_agreement_topics (agreement, NULL)[term->topic].color,
                                  mp_agreement_text (agreement, term->title),
                                  state_or (agreement, change->before, _ ("Not in force")),
                                  state_or (agreement, change->after, _ ("Ended")), NULL);
}
