/* mp-compare.c: before and after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-compare.h"

#include "mp-agreement.h"
#include "mp-order.h"

#include <glib/gi18n-lib.h>

MpComparison
mp_compare_term (MpAgreement *agreement, guint32 term, const MpDate *before, const MpDate *after)
{
  MpComparison comparison = {
    .term = term,
    .before = mp_query_standing (agreement, term, before->earliest, before->after),
    .after = mp_query_standing (agreement, term, after->earliest, after->after),
  };
  MpStatus was = comparison.before.status, is = comparison.after.status;

  comparison.possibly = was == MP_STATUS_POSSIBLY || is == MP_STATUS_POSSIBLY;
  if (was == MP_STATUS_NOT && is == MP_STATUS_NOT) {
    comparison.change = MP_CHANGE_ABSENT;
  } else if (was == MP_STATUS_NOT) {
    comparison.change = MP_CHANGE_ADDED;
  } else if (is == MP_STATUS_NOT) {
    comparison.change = MP_CHANGE_ENDED;
  } else if (comparison.before.phase != comparison.after.phase) {
    comparison.change = MP_CHANGE_CHANGED;
  } else if (was == is) {
    comparison.change = MP_CHANGE_UNCHANGED;
    comparison.possibly = FALSE;
  } else {
    comparison.change = was > is ? MP_CHANGE_ENDED : MP_CHANGE_ADDED;
  }
  return comparison;
}

GArray *
mp_compare (MpAgreement *agreement, const MpDate *before, const MpDate *after)
{
  GArray *comparisons;
  guint n_terms;

  mp_agreement_terms (agreement, &n_terms);
  comparisons = g_array_sized_new (FALSE, FALSE, sizeof (MpComparison), n_terms);
  for (guint32 term = 0; term < n_terms; term++) {
    MpComparison comparison = mp_compare_term (agreement, term, before, after);

    g_array_append_val (comparisons, comparison);
  }
  return comparisons;
}

MpBits *
mp_compare_changed (MpAgreement *agreement, const MpDate *before, const MpDate *after)
{
  guint n_terms;
  MpBits *changed;

  mp_agreement_terms (agreement, &n_terms);
  changed = mp_bits_new (n_terms);
  for (guint32 term = 0; term < n_terms; term++) {
    MpComparison comparison = mp_compare_term (agreement, term, before, after);

    mp_bits_set (changed, term, !mp_comparison_is_same (&comparison));
  }
  return changed;
}

/* Stores the day in which an instant lies or, unless is_day, its second. A year of more than four
 * digits has neither days nor seconds, so the year itself is stored. */
static void
date_of (MpInstant instant, gboolean is_day, MpDate *date)
{
  MpCivil civil = mp_civil_from_instant (instant);
  g_autofree char *text = NULL;

  mp_date_for_day (instant, date);
  if (is_day || date->precision < MP_PRECISION_DAY)
    return;
  text = g_strdup_printf ("%sT%02d:%02d:%02dZ", date->text, civil.hour, civil.minute, civil.second);
  if (!mp_date_parse (text, -1, date, NULL, NULL))
    g_return_if_reached ();
}

gboolean
mp_compare_sides (MpAgreement *agreement, guint32 milestone, MpDate *before, MpDate *after)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  MpInstant earliest, latest;
  gboolean is_day;

  g_return_val_if_fail (milestone < milestones->length, FALSE);

  earliest = milestones->earliest[milestone];
  latest = milestones->after[milestone];
  if (earliest == MP_INSTANT_MIN || latest == MP_INSTANT_MAX)
    return FALSE;
  is_day = earliest % MP_SECONDS_PER_DAY == 0 && latest % MP_SECONDS_PER_DAY == 0;
  date_of (earliest - 1, is_day, before);
  date_of (latest, is_day, after);
  return TRUE;
}

static gboolean
is_same_stretch (const MpDate *a, const MpDate *b)
{
  return a->earliest == b->earliest && a->after == b->after;
}

guint32
mp_compare_milestone_between (MpAgreement *agreement, const MpDate *before, const MpDate *after,
                              guint32 preferred)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  guint32 best = MP_NONE;
  MpDate first, last;

  for (guint32 i = 0; i < milestones->length; i++) {
    /* Parsing the dates of thousands of milestones would take long, and few touch both dates. */
    if (milestones->earliest[i] != before->after || milestones->after[i] != after->earliest ||
        !mp_compare_sides (agreement, i, &first, &last) || !is_same_stretch (&first, before) ||
        !is_same_stretch (&last, after))
      continue;
    if (i == preferred)
      return i;
    if (best == MP_NONE || milestones->importance[i] < milestones->importance[best])
      best = i;
  }
  return best;
}

guint32
mp_compare_default_milestone (MpAgreement *agreement, MpInstant instant)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  guint32 best = MP_NONE;
  const guint32 *order = mp_order_milestones (agreement);

  for (guint importance = 1; importance <= 3 && best == MP_NONE; importance++) {
    for (guint32 i = 0; i < milestones->length; i++) {
      guint32 milestone = order[i];

      if (milestones->importance[milestone] != importance ||
          milestones->changes[milestone].count == 0 ||
          milestones->earliest[milestone] == MP_INSTANT_MIN ||
          milestones->after[milestone] == MP_INSTANT_MAX)
        continue;
      if (best == MP_NONE || milestones->after[milestone] <= instant)
        best = milestone;
    }
  }
  return best;
}

void
mp_comparison_join (MpComparison *several, const MpComparison *one)
{
  if (one->change == MP_CHANGE_ABSENT)
    return;
  if (several->change == MP_CHANGE_ABSENT || mp_comparison_is_same (several)) {
    several->change = one->change;
    several->possibly = one->possibly;
  } else if (!mp_comparison_is_same (one)) {
    several->possibly = several->possibly && one->possibly;
    if (several->change != one->change)
      several->change = MP_CHANGE_CHANGED;
  }
}

gboolean
mp_comparison_is_same (const MpComparison *comparison)
{
  return comparison->change == MP_CHANGE_UNCHANGED || comparison->change == MP_CHANGE_ABSENT;
}

const char *
mp_change_kind_to_string (MpChangeKind change)
{
  static const char *const strings[MP_N_CHANGE_KINDS] = {
    [MP_CHANGE_ABSENT] = "absent", [MP_CHANGE_UNCHANGED] = "unchanged",
    [MP_CHANGE_ADDED] = "added",   [MP_CHANGE_CHANGED] = "changed",
    [MP_CHANGE_ENDED] = "ended",
  };

  g_return_val_if_fail (change < MP_N_CHANGE_KINDS, NULL);
  return strings[change];
}

const char *
mp_change_kind_symbol (MpChangeKind change)
{
  static const char *const symbols[MP_N_CHANGE_KINDS] = {
    [MP_CHANGE_ABSENT] = "",
    [MP_CHANGE_UNCHANGED] = "=",
    [MP_CHANGE_ADDED] = "+",
    [MP_CHANGE_ENDED] = "−",
  };

  g_return_val_if_fail (change < MP_N_CHANGE_KINDS, NULL);
  /* Translators: the symbol for what has changed. It points onward, as every arrow between what was
   * and what is: to the left in a language that is read from right to left. */
  return change == MP_CHANGE_CHANGED ? C_ ("change kind", "→") : symbols[change];
}
