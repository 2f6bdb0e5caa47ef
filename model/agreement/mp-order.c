/* mp-order.c: the entries of an agreement in order of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-order.h"

#include "mp-agreement-private.h"
#include "mp-sort.h"

#include <string.h>

static guint32 *
count_up (guint n)
{
  /* An array without items is not NULL either. */
  guint32 *numbers = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    numbers[i] = i;
  return numbers;
}

guint
mp_order_rank (MpAgreement *agreement, guint32 milestone)
{
  guint16 order = mp_agreement_milestones (agreement)->order[milestone];

  return order > 0 ? order : G_MAXUINT16 + 1;
}

/* Sorts the milestones, which come first in a list, by their rank. */
static void
sort_by_rank (MpAgreement *agreement, guint32 *order)
{
  guint n = mp_agreement_milestones (agreement)->length;
  g_autofree gint64 *ranks = g_new (gint64, n + 1);
  gboolean any = FALSE;

  for (guint32 i = 0; i < n; i++) {
    ranks[i] = mp_order_rank (agreement, i);
    any = any || ranks[i] <= G_MAXUINT16;
  }
  if (any)
    mp_sort_by_key (order, n, ranks);
}

const guint32 *
mp_order_milestones (MpAgreement *agreement)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);

  if (g_once_init_enter (&agreement->milestones_by_time)) {
    guint32 *order = count_up (milestones->length);

    sort_by_rank (agreement, order);
    mp_sort_by_key (order, milestones->length, milestones->after);
    mp_sort_by_key (order, milestones->length, milestones->earliest);
    g_once_init_leave (&agreement->milestones_by_time, (gsize) order);
  }
  return (const guint32 *) agreement->milestones_by_time;
}

const guint32 *
mp_order_items (MpAgreement *agreement)
{
  if (g_once_init_enter (&agreement->items_by_time)) {
    const MpMilestones *milestones = mp_agreement_milestones (agreement);
    const MpPhases *phases = mp_agreement_phases (agreement);
    guint n = milestones->length + phases->length;
    guint32 *order = count_up (n);
    g_autofree MpInstant *earliest = g_new (MpInstant, n + 1);

    for (guint32 i = 0; i < milestones->length; i++)
      earliest[i] = milestones->earliest[i];
    for (guint32 i = 0; i < phases->length; i++)
      earliest[milestones->length + i] = phases->earliest_start[i];
    sort_by_rank (agreement, order);
    mp_sort_by_key (order, n, earliest);
    g_once_init_leave (&agreement->items_by_time, (gsize) order);
  }
  return (const guint32 *) agreement->items_by_time;
}

guint
mp_order_n_items (MpAgreement *agreement)
{
  return mp_agreement_milestones (agreement)->length + mp_agreement_phases (agreement)->length;
}

guint
mp_order_number_of (MpAgreement *agreement, MpItem item)
{
  return item.kind == MP_ITEM_MILESTONE ? item.index
                                        : mp_agreement_milestones (agreement)->length + item.index;
}

MpItem
mp_order_item_of (MpAgreement *agreement, guint number)
{
  guint n_milestones = mp_agreement_milestones (agreement)->length;

  return number < n_milestones ? (MpItem) { MP_ITEM_MILESTONE, number }
                               : (MpItem) { MP_ITEM_PHASE, number - n_milestones };
}

const MpInstant *
mp_order_ends_so_far (MpAgreement *agreement)
{
  if (g_once_init_enter (&agreement->ends_so_far)) {
    const MpPhases *phases = mp_agreement_phases (agreement);
    MpInstant *ends = g_new (MpInstant, phases->length + 1);

    for (guint32 i = 0; i < phases->length; i++) {
      ends[i] = phases->latest_end[i];
      if (i > 0 && phases->term[i] == phases->term[i - 1])
        ends[i] = MAX (ends[i], ends[i - 1]);
    }
    g_once_init_leave (&agreement->ends_so_far, (gsize) ends);
  }
  return (const MpInstant *) agreement->ends_so_far;
}
