/* mp-distance.c: how far two milestones are apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-distance.h"

#include "mp-agreement.h"
#include "mp-number.h"

#include <glib/gi18n-lib.h>

/* Returns the first instant of the day in which an instant lies. */
static MpInstant
day_of (MpInstant instant)
{
  MpInstant rest = instant % MP_SECONDS_PER_DAY;

  return instant - (rest < 0 ? rest + MP_SECONDS_PER_DAY : rest);
}

gboolean
mp_distance_between (MpAgreement *agreement, guint32 milestone, guint32 other, MpDistance *distance)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  guint32 a = milestone, b = other;
  MpInstant first_a, last_a, first_b, last_b;

  if (milestones->earliest[a] > milestones->earliest[b]) {
    a = other;
    b = milestone;
  }
  if (milestones->earliest[a] == MP_INSTANT_MIN || milestones->earliest[b] == MP_INSTANT_MIN ||
      milestones->after[a] == MP_INSTANT_MAX || milestones->after[b] == MP_INSTANT_MAX)
    return FALSE;
  first_a = day_of (milestones->earliest[a]);
  last_a = day_of (milestones->after[a] - 1);
  first_b = day_of (milestones->earliest[b]);
  last_b = day_of (milestones->after[b] - 1);
  distance->least_from = MIN (last_a, first_b);
  distance->least_until = first_b;
  /* If the dates overlap, either may be the earlier one. */
  distance->most_from = last_a - first_b > last_b - first_a ? first_b : first_a;
  distance->most_until = last_a - first_b > last_b - first_a ? last_a : last_b;
  distance->least = (distance->least_until - distance->least_from) / MP_SECONDS_PER_DAY;
  distance->most = (distance->most_until - distance->most_from) / MP_SECONDS_PER_DAY;
  return TRUE;
}

/* --- Words ------------------------------------------------------------------------------------ */

/* Counts the whole months between two days, and the days that are left. A day that the last month
 * does not have, such as 31 April, is taken for the last day of that month. */
static gint64
whole_months (MpInstant from, MpInstant until, gint64 *days)
{
  MpCivil a = mp_civil_from_instant (from), b = mp_civil_from_instant (until);
  gint64 months = (b.year - a.year) * 12 + b.month - a.month;
  MpInstant reached;

  for (;; months--) {
    MpCivil at = mp_civil_from_instant (
      mp_instant_from_civil (a.year + months / 12, a.month + (int) (months % 12), 1, 0, 0, 0));
    int day = MIN (a.day, mp_days_in_month (at.year, at.month));

    reached = mp_instant_from_civil (at.year, at.month, day, 0, 0, 0);
    if (reached <= until)
      break;
  }
  *days = (until - reached) / MP_SECONDS_PER_DAY;
  return months;
}

static char *
words_between (MpInstant from, MpInstant until)
{
  gint64 days, months = whole_months (from, until, &days), years = months / 12;
  char *parts[3];
  guint n = 0;
  char *words;

  months %= 12;
  if (years > 0)
    parts[n++] = mp_number_of (MP_COUNT_YEARS, years);
  if (months > 0)
    parts[n++] = mp_number_of (MP_COUNT_MONTHS, months);
  if (days > 0 || n == 0)
    parts[n++] = mp_number_of (MP_COUNT_DAYS, days);
  if (n == 3)
    /* Translators: years, months and days. */
    words = g_strdup_printf (_ ("%s, %s and %s"), parts[0], parts[1], parts[2]);
  else if (n == 2)
    /* Translators: two of years, months and days. */
    words = g_strdup_printf (C_ ("length of time", "%s and %s"), parts[0], parts[1]);
  else
    words = g_strdup (parts[0]);
  while (n > 0)
    g_free (parts[--n]);
  return words;
}

char *
mp_distance_words (const MpDistance *distance)
{
  g_autofree char *least = words_between (distance->least_from, distance->least_until);
  g_autofree char *most = words_between (distance->most_from, distance->most_until);

  if (distance->most == 0)
    return g_strdup (_ ("the same day"));
  if (distance->least == distance->most)
    return g_steal_pointer (&most);
  if (distance->least == 0)
    /* Translators: a distance in time whose dates are vague. */
    return g_strdup_printf (_ ("at most %s"), most);
  /* Translators: a distance in time whose dates are vague. */
  return g_strdup_printf (_ ("at least %s, at most %s"), least, most);
}

char *
mp_distance_days (const MpDistance *distance)
{
  g_autofree char *least = mp_number_whole (distance->least);
  g_autofree char *most = mp_number_whole (distance->most);

  if (distance->least == distance->most)
    return mp_number_of (MP_COUNT_DAYS, distance->most);
  /* Translators: the least and the greatest number of days that a vague distance can be; the plural
   * is that of the greatest. */
  return g_strdup_printf (ngettext ("%s to %s day", "%s to %s days", (gulong) distance->most),
                          least, most);
}
