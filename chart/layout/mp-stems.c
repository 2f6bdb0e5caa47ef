/* mp-stems.c: finds the day of each stem, and puts the milestones in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-stems.h"

#include "mp-agreement.h"
#include "mp-array.h"
#include "mp-order.h"
#include "mp-scale.h"

double
mp_stems_day_between (MpInstant earliest, MpInstant after)
{
  double from = mp_day_from_instant (earliest), until = mp_day_from_instant (after);

  if (earliest == MP_INSTANT_MIN)
    return until;
  if (after == MP_INSTANT_MAX || until - from <= 1)
    return from;
  return from + (until - from) / 2;
}

/* Returns the day of a milestone's stem. */
static double
find_day (MpAgreement *agreement, const MpMilestones *milestones, guint32 milestone)
{
  MpInstant earliest = milestones->earliest[milestone], after = milestones->after[milestone];
  MpSpan date, member;
  gsize at = 0;

  /* A date no longer than a day stands at its beginning, even if it is a set. So the text of most
   * dates need not be read. */
  if (after - MP_SECONDS_PER_DAY > earliest) {
    const char *text = mp_agreement_text (agreement, milestones->date[milestone]);

    if (*text == '[' || *text == '{') {
      mp_agreement_get_milestone_date (agreement, milestone, &date);
      mp_date_next_member (&date.start, &at, &member);
      earliest = member.start.earliest;
      after = member.end.after;
    }
  }
  return mp_stems_day_between (earliest, after);
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *days = data;
  double x = days[*(const guint32 *) a], y = days[*(const guint32 *) b];

  return x < y ? -1 : x > y;
}

/* Puts the milestones in the order of their stems. The sort is stable, so those of one day stay in
 * the order of time. */
static void
rank (MpStems *stems)
{
  gboolean is_sorted = TRUE;

  stems->milestones = g_memdup2 (stems->order, stems->length * sizeof *stems->order);
  for (guint i = 1; i < stems->length && is_sorted; i++)
    is_sorted = stems->days[stems->order[i - 1]] <= stems->days[stems->order[i]];
  if (!is_sorted)
    g_qsort_with_data (stems->milestones, (gint) stems->length, sizeof *stems->milestones,
                       compare_days, stems->days);
  stems->ranks = g_new (guint32, stems->length);
  stems->stems = g_new (double, stems->length);
  for (guint32 i = 0; i < stems->length; i++) {
    stems->ranks[stems->milestones[i]] = i;
    stems->stems[i] = stems->days[stems->milestones[i]];
  }
}

/* Lists the milestones that reach further than a day from their stem. */
static void
find_long_ones (MpStems *stems, MpAgreement *agreement)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpAlternative *pool = mp_agreement_alternatives (agreement);
  guint n_from = 0, n_until = 0;

  for (guint32 i = 0; i < stems->length; i++) {
    guint32 milestone = stems->milestones[i];
    MpRun others = milestones->alternatives[milestone];
    MpInstant from = milestones->earliest[milestone], until = milestones->after[milestone];

    for (guint32 j = others.first; j < others.first + others.count; j++) {
      from = MIN (from, pool[j].earliest_start);
      until = MAX (until, pool[j].latest_end);
    }
    if (mp_day_from_instant (from) >= stems->stems[i] &&
        mp_day_from_instant (until) <= stems->stems[i] + 1)
      continue;
    mp_array_append (stems->long_ones, stems->n_long_ones, i);
    mp_array_append (stems->reach_from, n_from, from);
    mp_array_append (stems->reach_until, n_until, until);
  }
  mp_span_index_init (&stems->reach, stems->reach_from, stems->reach_until, stems->n_long_ones);
}

static MpStems *
mp_stems_new (MpAgreement *agreement)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  MpStems *stems = g_new0 (MpStems, 1);

  g_atomic_ref_count_init (&stems->references);
  stems->length = milestones->length;
  stems->days = g_new (double, stems->length);
  for (guint32 i = 0; i < stems->length; i++)
    stems->days[i] = find_day (agreement, milestones, i);
  stems->order = mp_order_milestones (agreement);
  rank (stems);
  find_long_ones (stems, agreement);
  return stems;
}

MpStems *
mp_stems_get (MpAgreement *agreement)
{
  static GMutex mutex;
  static GQuark quark;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  MpStems *stems;

  (void) locker;
  if (quark == 0)
    quark = g_quark_from_static_string ("mp-stems");
  stems = g_object_get_qdata (G_OBJECT (agreement), quark);
  if (stems == NULL) {
    stems = mp_stems_new (agreement);
    g_object_set_qdata_full (G_OBJECT (agreement), quark, stems, (GDestroyNotify) mp_stems_unref);
  }
  return mp_stems_ref (stems);
}

MpStems *
mp_stems_ref (MpStems *stems)
{
  g_atomic_ref_count_inc (&stems->references);
  return stems;
}

void
mp_stems_unref (MpStems *stems)
{
  if (!g_atomic_ref_count_dec (&stems->references))
    return;
  g_free (stems->days);
  g_free (stems->milestones);
  g_free (stems->ranks);
  g_free (stems->stems);
  g_free (stems->long_ones);
  mp_span_index_clear (&stems->reach);
  g_free (stems->reach_from);
  g_free (stems->reach_until);
  g_free (stems);
}

guint
mp_stems_find (const MpStems *stems, double day)
{
  guint first = 0, last = stems->length;

  while (first < last) {
    guint middle = first + (last - first) / 2;

    if (stems->stems[middle] < day)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}
