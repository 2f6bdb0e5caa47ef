/* mp-detail-facts.c: finds and compares what the details depend on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-detail-facts.h"

void
mp_detail_facts_clear (MpDetailFacts *facts)
{
  g_clear_object (&facts->agreement);
  *facts = (MpDetailFacts) { 0 };
}

void
mp_detail_facts_get (MpSession *session, MpDetailFacts *facts)
{
  const MpDate *before = mp_session_get_before (session);

  *facts = (MpDetailFacts) { 0 };
  if (mp_session_get_agreement (session) == NULL)
    return;
  facts->agreement = g_object_ref (mp_session_get_agreement (session));
  facts->item = mp_session_get_selection (session);
  facts->measured = mp_session_get_measured (session);
  facts->today = mp_session_get_today (session);
  facts->as_of = *mp_session_get_as_of (session);
  facts->is_today = mp_session_is_as_of_today (session);
  facts->comparing = facts->item.kind == MP_ITEM_NONE && before != NULL;
  if (!facts->comparing)
    return;
  facts->before = *before;
  facts->hide_unchanged = mp_session_get_hide_unchanged (session);
}

gboolean
mp_detail_facts_same_thing (const MpDetailFacts *a, const MpDetailFacts *b)
{
  return a->agreement == b->agreement && mp_item_equal (a->item, b->item) &&
         a->comparing == b->comparing;
}

gboolean
mp_detail_facts_equal (const MpDetailFacts *a, const MpDetailFacts *b)
{
  return mp_detail_facts_same_thing (a, b) && mp_item_equal (a->measured, b->measured) &&
         a->today == b->today && g_str_equal (a->as_of.text, b->as_of.text) &&
         a->is_today == b->is_today && g_str_equal (a->before.text, b->before.text) &&
         a->hide_unchanged == b->hide_unchanged;
}
