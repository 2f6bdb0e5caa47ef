/* mp-links.c: how the entries of an agreement are linked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-links.h"

#include "mp-agreement-private.h"
#include "mp-order.h"
#include "mp-query.h"
#include "mp-sort.h"
#include "mp-untrusted-text.h"

/* --- Who has a link, and what leads to an entry ------------------------------------------------
 */

/* Milestones and terms in one row of numbers. */
static guint32
number_of (MpAgreement *agreement, MpNamed named)
{
  return named.kind == MP_ID_KIND_MILESTONE
           ? named.index
           : mp_agreement_milestones (agreement)->length + named.index;
}

/* Returns the table as the number that it is kept as. */
static gsize
sort_links (MpAgreement *agreement)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpPhases *phases = mp_agreement_phases (agreement);
  guint n = agreement->n_links;
  guint32 *table = g_new (guint32, 2 * (gsize) n + 1);
  g_autofree MpInstant *targets = g_new (MpInstant, n + 1);

  for (guint32 i = 0; i < milestones->length; i++)
    for (guint32 k = 0; k < milestones->links[i].count; k++)
      table[milestones->links[i].first + k] =
        mp_order_number_of (agreement, (MpItem) { MP_ITEM_MILESTONE, i });
  for (guint32 i = 0; i < phases->length; i++)
    for (guint32 k = 0; k < phases->links[i].count; k++)
      table[phases->links[i].first + k] =
        mp_order_number_of (agreement, (MpItem) { MP_ITEM_PHASE, i });
  for (guint32 i = 0; i < n; i++) {
    table[n + i] = i;
    targets[i] = number_of (agreement, agreement->links[i].to);
  }
  mp_sort_by_key (table + n, n, targets);
  return (gsize) table;
}

/* For each link the number of the item that has it (mp_order_number_of ()); and behind these all
 * links by what they lead to. */
static const guint32 *
link_table (MpAgreement *agreement)
{
  if (g_once_init_enter (&agreement->links_by_target))
    g_once_init_leave (&agreement->links_by_target, sort_links (agreement));
  return (const guint32 *) agreement->links_by_target;
}

/* Returns where the links to an entry stand among all links by what they lead to. */
static MpRun
links_to (MpAgreement *agreement, MpNamed named)
{
  guint n = agreement->n_links;
  const guint32 *sorted = link_table (agreement) + n;
  guint32 number = number_of (agreement, named);
  guint32 first = 0, end = n, count = 0;

  while (first < end) {
    guint32 middle = first + (end - first) / 2;

    if (number_of (agreement, agreement->links[sorted[middle]].to) < number)
      first = middle + 1;
    else
      end = middle;
  }
  while (first + count < n &&
         number_of (agreement, agreement->links[sorted[first + count]].to) == number)
    count++;
  return (MpRun) { first, count };
}

/* --- The links of an item ----------------------------------------------------------------------
 */

static MpRun
own_links (MpAgreement *agreement, MpItem item)
{
  switch (item.kind) {
  case MP_ITEM_MILESTONE:
    return mp_agreement_milestones (agreement)->links[item.index];
  case MP_ITEM_PHASE:
    return mp_agreement_phases (agreement)->links[item.index];
  case MP_ITEM_NONE:
  default:
    return (MpRun) { 0 };
  }
}

static MpNamed
named_of (MpAgreement *agreement, MpItem item)
{
  if (item.kind == MP_ITEM_MILESTONE)
    return (MpNamed) { MP_ID_KIND_MILESTONE, item.index };
  return (MpNamed) { MP_ID_KIND_TERM, mp_agreement_phases (agreement)->term[item.index] };
}

MpCertainty
mp_link_certainty (MpAgreement *agreement, const MpLink *link)
{
  if (link->certainty != MP_LINK_AS_TARGET)
    return (MpCertainty) link->certainty;
  if (link->to.kind == MP_ID_KIND_MILESTONE)
    return (MpCertainty) mp_agreement_milestones (agreement)->certainty[link->to.index];
  return MP_CERTAINTY_STATED;
}

/* The earliest instant of what a link names; a term has none that matters here. */
static MpInstant
instant_of (MpAgreement *agreement, MpNamed named)
{
  return named.kind == MP_ID_KIND_MILESTONE
           ? mp_agreement_milestones (agreement)->earliest[named.index]
           : MP_INSTANT_MIN;
}

static int
compare_ends_cb (gconstpointer a, gconstpointer b, gpointer agreement)
{
  const MpLinkEnd *left = a, *right = b;
  MpInstant left_instant = instant_of (agreement, left->other);
  MpInstant right_instant = instant_of (agreement, right->other);

  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  if (left->certainty != right->certainty)
    return left->certainty < right->certainty ? -1 : 1;
  if (left_instant != right_instant)
    return left_instant < right_instant ? -1 : 1;
  return (left->link > right->link) - (left->link < right->link);
}

MpLinkEnd *
mp_links_of (MpAgreement *agreement, MpItem item, guint *length)
{
  MpRun own = own_links (agreement, item);
  MpRun back = { 0 };
  MpLinkEnd *ends;
  guint n = 0;

  g_return_val_if_fail (MP_IS_AGREEMENT (agreement), NULL);

  if (item.kind != MP_ITEM_NONE && agreement->n_links > 0)
    back = links_to (agreement, named_of (agreement, item));
  ends = g_new (MpLinkEnd, (gsize) own.count + back.count + 1);
  for (guint32 i = own.first; i < own.first + own.count; i++) {
    const MpLink *link = &agreement->links[i];

    ends[n++] = (MpLinkEnd) { i, mp_link_kinds[link->kind].own, link->to,
                              mp_link_certainty (agreement, link) };
  }
  for (guint32 i = back.first; i < back.first + back.count; i++) {
    const guint32 *table = link_table (agreement);
    guint32 index = table[agreement->n_links + i];
    const MpLink *link = &agreement->links[index];
    MpItem owner = mp_order_item_of (agreement, table[index]);

    ends[n++] = (MpLinkEnd) { index, mp_link_kinds[link->kind].back, named_of (agreement, owner),
                              mp_link_certainty (agreement, link) };
  }
  g_qsort_with_data (ends, (gint) n, sizeof *ends, compare_ends_cb, agreement);
  *length = n;
  return ends;
}

gboolean
mp_links_any (MpAgreement *agreement, MpItem item)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (agreement), FALSE);

  return item.kind != MP_ITEM_NONE && agreement->n_links > 0 &&
         (own_links (agreement, item).count > 0 ||
          links_to (agreement, named_of (agreement, item)).count > 0);
}

MpRun
mp_link_citations (MpAgreement *agreement, const MpLinkEnd *end)
{
  const MpLink *link = &agreement->links[end->link];

  if (link->citations.count > 0 || end->other.kind != MP_ID_KIND_MILESTONE)
    return link->citations;
  return mp_agreement_milestones (agreement)->citations[end->other.index];
}

const char *
mp_links_title (MpAgreement *agreement, MpNamed named)
{
  return mp_agreement_text (agreement, named.kind == MP_ID_KIND_MILESTONE
                                         ? mp_agreement_milestones (agreement)->title[named.index]
                                         : agreement->terms[named.index].title);
}

char *
mp_link_words_at_other (MpAgreement *agreement, const MpLinkEnd *end)
{
  const MpLinkKindInfo *kind = &mp_link_kinds[agreement->links[end->link].kind];
  MpLinkGroup group = end->group == kind->own ? kind->back : kind->own;
  g_autofree char *title = mp_untrusted_text_isolate (mp_links_title (agreement, end->other), 0);
  g_auto (GStrv) parts = g_strsplit (mp_link_group_sentence (group), "%s", 2);

  return g_strconcat (parts[0], title, parts[1], NULL);
}

MpItem
mp_links_item_of (MpAgreement *agreement, MpNamed named, MpInstant at)
{
  g_return_val_if_fail (MP_IS_AGREEMENT (agreement), (MpItem) { MP_ITEM_NONE });

  if (named.index != MP_NONE && named.kind == MP_ID_KIND_MILESTONE)
    return (MpItem) { MP_ITEM_MILESTONE, named.index };
  if (named.index != MP_NONE && named.kind == MP_ID_KIND_TERM) {
    const MpPhases *phases = mp_agreement_phases (agreement);
    MpRun run = agreement->terms[named.index].phases;

    for (guint32 i = run.first; i < run.first + run.count; i++)
      if (phases->latest_end[i] > at || i == run.first + run.count - 1)
        return (MpItem) { MP_ITEM_PHASE, i };
  }
  return (MpItem) { MP_ITEM_NONE };
}
