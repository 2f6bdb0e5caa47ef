/* mp-item.c: one thing that can be pointed at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-item.h"

#include "mp-agreement.h"
#include "mp-order.h"

#include <string.h>

static gpointer
item_copy (gpointer item)
{
  return g_memdup2 (item, sizeof (MpItem));
}

G_DEFINE_BOXED_TYPE (MpItem, mp_item, item_copy, g_free)

gboolean
mp_item_equal (MpItem a, MpItem b)
{
  return a.kind == b.kind && (a.kind == MP_ITEM_NONE || a.index == b.index);
}

MpInstant
mp_item_earliest (MpAgreement *agreement, MpItem item)
{
  return item.kind == MP_ITEM_MILESTONE
           ? mp_agreement_milestones (agreement)->earliest[item.index]
           : mp_agreement_phases (agreement)->earliest_start[item.index];
}

MpInstant
mp_item_after (MpAgreement *agreement, MpItem item)
{
  return item.kind == MP_ITEM_MILESTONE ? mp_agreement_milestones (agreement)->after[item.index]
                                        : mp_agreement_phases (agreement)->latest_end[item.index];
}

guint32
mp_item_topic (MpAgreement *agreement, MpItem item)
{
  if (item.kind == MP_ITEM_MILESTONE)
    return mp_agreement_milestones (agreement)->topic[item.index];
  return mp_agreement_terms (agreement, NULL)[mp_agreement_phases (agreement)->term[item.index]]
    .topic;
}

int
mp_item_compare (MpAgreement *agreement, MpItem a, MpItem b)
{
  MpInstant x = mp_item_earliest (agreement, a), y = mp_item_earliest (agreement, b);

  if (x != y)
    return x < y ? -1 : 1;
  if (a.kind != b.kind)
    return a.kind == MP_ITEM_MILESTONE ? -1 : 1;
  if (a.kind == MP_ITEM_MILESTONE) {
    guint left = mp_order_rank (agreement, a.index), right = mp_order_rank (agreement, b.index);

    if (left != right)
      return left < right ? -1 : 1;
  }
  return a.index < b.index ? -1 : a.index > b.index;
}

static gboolean
is_same_text (MpAgreement *agreement, MpTextRef ref, MpAgreement *other, MpTextRef other_ref)
{
  return strcmp (mp_agreement_text (agreement, ref), mp_agreement_text (other, other_ref)) == 0;
}

static MpItem
find_phase_again (MpAgreement *agreement, guint32 phase, MpAgreement *other)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpPhases *others = mp_agreement_phases (other);
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[phases->term[phase]];
  guint32 again = mp_agreement_find_term (other, mp_agreement_text (agreement, term->id));
  MpRun run = { 0, 0 };

  if (again != MP_NONE)
    run = mp_agreement_terms (other, NULL)[again].phases;
  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (is_same_text (agreement, phases->span[phase], other, others->span[i]) &&
        is_same_text (agreement, phases->state[phase], other, others->state[i]))
      return (MpItem) { MP_ITEM_PHASE, i };
  return (MpItem) { MP_ITEM_NONE, 0 };
}

MpItem
mp_item_find_again (MpAgreement *agreement, MpItem item, MpAgreement *other)
{
  guint32 found;

  if (item.kind == MP_ITEM_PHASE)
    return find_phase_again (agreement, item.index, other);
  if (item.kind == MP_ITEM_NONE)
    return item;
  found = mp_agreement_find_milestone (
    other, mp_agreement_text (agreement, mp_agreement_milestones (agreement)->id[item.index]));
  return found != MP_NONE ? (MpItem) { MP_ITEM_MILESTONE, found } : (MpItem) { MP_ITEM_NONE, 0 };
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer agreement)
{
  return mp_item_compare (agreement, *(const MpItem *) a, *(const MpItem *) b);
}

MpItem *
mp_items_by_time (MpAgreement *agreement, guint *length)
{
  guint n_milestones = mp_agreement_milestones (agreement)->length;
  guint n_phases = mp_agreement_phases (agreement)->length;
  MpItem *items = g_new (MpItem, n_milestones + n_phases);

  *length = n_milestones + n_phases;
  for (guint32 i = 0; i < n_milestones; i++)
    items[i] = (MpItem) { MP_ITEM_MILESTONE, i };
  for (guint32 i = 0; i < n_phases; i++)
    items[n_milestones + i] = (MpItem) { MP_ITEM_PHASE, i };
  if (*length > 0)
    g_qsort_with_data (items, (gint) *length, sizeof *items, compare_items, agreement);
  return items;
}
