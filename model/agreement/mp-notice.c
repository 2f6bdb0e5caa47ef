/* mp-notice.c: by when notice must be given before a term ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-notice.h"

#include "mp-agreement.h"
#include "mp-business-day.h"
#include "mp-duration.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* A rule of notice that has been read, and the end that it counts from. */
typedef struct {
  const MpNotice *notice;
  MpDuration period;
  MpDuration opens;
  MpBusinessDays business;
  guint32 phase; /* the last of the term, or MP_NONE */
  MpDate end;
  MpInstant first_end; /* the first day that can be the end */
  MpInstant last_end;  /* the last one; MP_INSTANT_MAX for no bound */
} Rule;

static MpInstant
start_of_day (MpInstant instant)
{
  MpCivil civil = mp_civil_from_instant (instant);

  return mp_instant_from_civil (civil.year, civil.month, civil.day, 0, 0, 0);
}

static MpNoticeReason
read_rule (MpAgreement *agreement, guint32 term, Rule *rule)
{
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  const MpNotice *notice = mp_agreement_notices (agreement) + terms[term].notice;
  MpRun phases = terms[term].phases;
  MpSpan span;

  *rule = (Rule) { .notice = notice, .phase = MP_NONE };
  mp_duration_parse (mp_agreement_text (agreement, notice->period), &rule->period, NULL);
  mp_duration_parse (mp_agreement_text (agreement, notice->opens), &rule->opens, NULL);
  rule->business =
    (MpBusinessDays) { MP_RUN_AT (mp_agreement_closed_days (agreement), notice->closed),
                       notice->closed.count };

  if (phases.count == 0)
    return MP_NOTICE_NO_PHASES;
  rule->phase = phases.first + phases.count - 1;
  mp_agreement_get_phase_span (agreement, rule->phase, &span);
  rule->end = span.end;
  if (span.end.kind == MP_DATE_OPEN)
    return MP_NOTICE_END_OPEN;
  if (span.end.kind == MP_DATE_UNKNOWN)
    return MP_NOTICE_END_UNKNOWN;
  if (span.end.earliest == MP_INSTANT_MIN)
    return MP_NOTICE_END_ANY;
  rule->first_end = start_of_day (span.end.earliest);
  rule->last_end =
    span.end.after == MP_INSTANT_MAX ? MP_INSTANT_MAX : start_of_day (span.end.after - 1);
  return MP_NOTICE_KNOWN;
}

/* Counts back from the day of the end. */
static MpInstant
count_back (const Rule *rule, const MpDuration *length, MpInstant end)
{
  if (rule->notice->days == MP_DAYS_BUSINESS)
    return mp_business_day_before (&rule->business, end, MAX (length->days, 1));
  return mp_duration_shift (length, end, TRUE);
}

/* Moves a day to a business day, if the rule says so. */
static MpInstant
roll (const Rule *rule, MpInstant day, MpInstant end)
{
  MpInstant after;

  if (rule->notice->roll == MP_ROLL_NONE || mp_business_day_is (&rule->business, day))
    return day;
  if (rule->notice->roll == MP_ROLL_PRECEDING)
    return mp_business_day_before (&rule->business, day, 1);
  after = mp_business_day_after (&rule->business, day);
  return after > end ? day : after;
}

static MpInstant
last_day (const Rule *rule, MpInstant end)
{
  return roll (rule, count_back (rule, &rule->period, end), end);
}

/* Returns the first instant after the time for notice on a day. */
static MpInstant
deadline_on (MpAgreement *agreement, const MpNotice *notice, MpInstant day)
{
  const char *until = mp_agreement_text (agreement, notice->until);
  char *rest;
  gint64 hours;

  if (*until == '\0')
    return day + MP_SECONDS_PER_DAY;
  hours = g_ascii_strtoll (until, &rest, 10);
  return day + (hours * 60 + g_ascii_strtoll (rest + 1, NULL, 10)) * 60;
}

gboolean
mp_notice_find (MpAgreement *agreement, guint32 term, MpNoticeDays *days)
{
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);
  Rule rule;

  g_return_val_if_fail (term < n_terms && terms[term].notice != MP_NONE, FALSE);

  *days = (MpNoticeDays) { .reason = read_rule (agreement, term, &rule) };
  if (days->reason != MP_NOTICE_KNOWN)
    return FALSE;
  days->last_safe = last_day (&rule, rule.first_end);
  days->last_possible =
    rule.last_end == MP_INSTANT_MAX ? MP_INSTANT_MAX : last_day (&rule, rule.last_end);
  days->deadline = deadline_on (agreement, rule.notice, days->last_safe);
  days->opens = days->surely_open = MP_INSTANT_MIN;
  if (!mp_duration_is_zero (&rule.opens)) {
    days->opens = count_back (&rule, &rule.opens, rule.first_end);
    days->surely_open = rule.last_end == MP_INSTANT_MAX
                          ? MP_INSTANT_MAX
                          : count_back (&rule, &rule.opens, rule.last_end);
  }
  return TRUE;
}

/* --- Words ------------------------------------------------------------------------------------ */

/* Says why there is no last day for notice. */
static const char *
reason_words (MpNoticeReason reason)
{
  switch (reason) {
  case MP_NOTICE_NO_PHASES:
    return _ ("The term has no phases, so there is no end to give notice before");
  case MP_NOTICE_END_OPEN:
    return _ ("No end of the term is published, so there is no day to count back from");
  case MP_NOTICE_END_UNKNOWN:
    return _ ("It is not known when the term ends, so the last day for notice is not known either");
  case MP_NOTICE_END_ANY:
    return _ ("The term may end on any earlier day, so no day for notice is safe");
  case MP_NOTICE_KNOWN:
  default:
    g_return_val_if_reached ("");
  }
}

static char *
weekday_words (MpInstant day)
{
  g_autofree char *words = mp_words_day (day);
  MpCivil civil = mp_civil_from_instant (day);
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *weekday = NULL;

  /* GDateTime knows the years from 1 to 9999. */
  if (civil.year < 1 || civil.year > 9999)
    return g_steal_pointer (&words);
  date = g_date_time_new_utc ((int) civil.year, civil.month, civil.day, 0, 0, 0);
  weekday = g_date_time_format (date, "%A");
  /* Translators: a day and its day of the week, as in "2 October 2027, a Saturday" */
  return g_strdup_printf (_ ("%s, a %s"), words, weekday);
}

/* Returns the sentence that says when the term ends. */
static char *
end_words (const Rule *rule)
{
  g_autofree char *words = mp_date_words (&rule->end);
  gboolean is_plain =
    rule->end.set == MP_DATE_SET_NONE && !rule->end.approximate && !rule->end.uncertain;

  if (is_plain && rule->first_end == rule->last_end)
    /* Translators: a day */
    return g_strdup_printf (_ ("The term ends on %s."), words);
  if (is_plain && rule->end.precision == MP_PRECISION_YEAR)
    /* Translators: a year */
    return g_strdup_printf (C_ ("year", "The term ends in %s; the day is not known."), words);
  if (is_plain && rule->end.precision == MP_PRECISION_MONTH)
    /* Translators: a month and its year */
    return g_strdup_printf (C_ ("month", "The term ends in %s; the day is not known."), words);
  /* Translators: a date that is not just a day, as in "The end of the term: about 2030." */
  return g_strdup_printf (_ ("The end of the term: %s."), words);
}

/* Returns how far back the rule counts: "90 days", "30 business days". */
static char *
length_words (const Rule *rule, const MpDuration *length)
{
  if (rule->notice->days == MP_DAYS_BUSINESS)
    return g_strdup_printf (
      /* Translators: days on which business is done in the place of the agreement. */
      ngettext ("%'d business day", "%'d business days", (gulong) length->days), length->days);
  return mp_duration_words (length);
}

/* Adds a step that counts back from one end and, if the day is then rolled to a business day, a
 * step for that. */
static void
add_count (GPtrArray *steps, const Rule *rule, const char *from, MpInstant end)
{
  MpInstant counted = count_back (rule, &rule->period, end);
  MpInstant rolled = roll (rule, counted, end);
  g_autofree char *length = length_words (rule, &rule->period);
  g_autofree char *day = weekday_words (counted);
  g_autofree char *moved = weekday_words (rolled);

  if (from == NULL)
    /* Translators: a length of time, and the day that is so long before the end, as in "90 days
     * before: 2 October 2027, a Saturday." */
    g_ptr_array_add (steps, g_strdup_printf (_ ("%s before: %s."), length, day));
  else
    /* Translators: a length of time, the day counted back from, and the day that is so long before
     * it, as in "90 days before 1 January 2030: 3 October 2029, a Wednesday." */
    g_ptr_array_add (steps, g_strdup_printf (_ ("%s before %s: %s."), length, from, day));
  if (rolled < counted)
    /* Translators: a day, when a last day for notice falls on one that is none */
    g_ptr_array_add (steps, g_strdup_printf (_ ("The business day before: %s."), moved));
  else if (rolled > counted)
    g_ptr_array_add (steps, g_strdup_printf (_ ("The business day after: %s."), moved));
}

/* Returns until when notice can be given on the day that the step before has named. */
static char *
that_day_words (const char *what, const char *until)
{
  if (*until == '\0' && *what == '\0')
    return g_strdup (_ ("Notice by the end of that day"));
  if (*until == '\0')
    /* Translators: what the notice is for, as in "Notice to stop renewal by the end of that day" */
    return g_strdup_printf (_ ("Notice %s by the end of that day"), what);
  if (*what == '\0')
    /* Translators: a time, as in "Notice by 17:00 on that day" */
    return g_strdup_printf (_ ("Notice by %s on that day"), until);
  /* Translators: what the notice is for and a time, as in "Notice to stop renewal by 17:00 on that
   * day" */
  return g_strdup_printf (_ ("Notice %s by %s on that day"), what, until);
}

/* Returns until when notice can be given: "17:00", or the end of the day. If on is NULL it is the
 * day that the step before has named. */
static char *
deadline_words (MpAgreement *agreement, const MpNotice *notice, const char *on)
{
  const char *until = mp_agreement_text (agreement, notice->until);
  g_autofree char *what =
    mp_untrusted_text_isolate (mp_agreement_text (agreement, notice->what), 0);

  if (on == NULL)
    return that_day_words (what, until);
  if (*until == '\0' && *what == '\0')
    /* Translators: a day */
    return g_strdup_printf (_ ("Notice by the end of %s"), on);
  if (*until == '\0')
    /* Translators: what the notice is for, and a day, as in "Notice to stop renewal by the end of 1
     * October 2027" */
    return g_strdup_printf (_ ("Notice %s by the end of %s"), what, on);
  if (*what == '\0')
    /* Translators: a time and a day, as in "Notice by 17:00 on 1 October 2027" */
    return g_strdup_printf (_ ("Notice by %s on %s"), until, on);
  /* Translators: what the notice is for, a time and a day, as in "Notice to stop renewal by 17:00
   * on 1 October 2027" */
  return g_strdup_printf (_ ("Notice %s by %s on %s"), what, until, on);
}

/* Adds the step that says on which day the window for notice opens: some day of a range if the end
 * is not known to the day.
 */
static void
add_opening (GPtrArray *steps, const Rule *rule)
{
  g_autofree char *length = length_words (rule, &rule->opens);
  MpInstant first_day = count_back (rule, &rule->opens, rule->first_end);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (rule->first_end == rule->last_end) {
    first = weekday_words (first_day);
    /* Translators: a length of time, and the day that is so long before the end */
    g_ptr_array_add (steps, g_strdup_printf (_ ("The window opens %s before: %s."), length, first));
    return;
  }
  first = mp_words_day (first_day);
  if (rule->last_end == MP_INSTANT_MAX) {
    g_ptr_array_add (
      /* Translators: a length of time, and the first day on which the window may open */
      steps, g_strdup_printf (_ ("The window opens %s before: on %s, or later."), length, first));
    return;
  }
  last = mp_words_day (count_back (rule, &rule->opens, rule->last_end));
  /* Translators: a length of time, and the first and the last day on which the window may open */
  g_ptr_array_add (steps,
                   g_strdup_printf (_ ("The window opens %s before: some day from %s to %s."),
                                    length, first, last));
}

static void
add_sentence (GPtrArray *steps, const char *words)
{
  /* Translators: makes a sentence of words without a full stop */
  g_ptr_array_add (steps, g_strdup_printf (C_ ("sentence", "%s."), words));
}

/* Adds the steps for an end that is not known to the day. */
static void
add_range (GPtrArray *steps, MpAgreement *agreement, const Rule *rule)
{
  g_autofree char *first = mp_words_day (rule->first_end);
  g_autofree char *safe = mp_words_day (last_day (rule, rule->first_end));
  g_autofree char *words = deadline_words (agreement, rule->notice, safe);

  add_count (steps, rule, first, rule->first_end);
  if (rule->last_end != MP_INSTANT_MAX) {
    g_autofree char *last = mp_words_day (rule->last_end);

    add_count (steps, rule, last, rule->last_end);
  }
  g_ptr_array_add (steps, g_strdup (_ ("Only the earliest is safe.")));
  add_sentence (steps, words);
}

static void
add_steps (GPtrArray *steps, MpAgreement *agreement, const Rule *rule)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  g_autofree char *early =
    mp_untrusted_text_isolate (mp_agreement_text (agreement, phases->ends_early[rule->phase]), 0);

  g_ptr_array_add (steps, end_words (rule));
  if (rule->first_end == rule->last_end) {
    g_autofree char *words = deadline_words (agreement, rule->notice, NULL);

    add_count (steps, rule, NULL, rule->first_end);
    add_sentence (steps, words);
  } else {
    add_range (steps, agreement, rule);
  }
  if (!mp_duration_is_zero (&rule->opens))
    add_opening (steps, rule);
  if (*early != '\0')
    /* Translators: a condition, such as "the total cap is reached" */
    g_ptr_array_add (steps,
                     g_strdup_printf (_ ("This leaves out that it ends earlier if %s."), early));
}

char **
mp_notice_steps (MpAgreement *agreement, guint32 term)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);
  MpNoticeReason reason;
  Rule rule;

  g_return_val_if_fail (mp_agreement_terms (agreement, NULL)[term].notice != MP_NONE, NULL);

  reason = read_rule (agreement, term, &rule);
  if (reason == MP_NOTICE_KNOWN)
    add_steps (steps, agreement, &rule);
  else
    add_sentence (steps, reason_words (reason));
  g_ptr_array_add (steps, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&steps), FALSE);
}

char *
mp_notice_words (MpAgreement *agreement, guint32 term)
{
  g_autofree char *day = NULL;
  MpNoticeReason reason;
  Rule rule;

  g_return_val_if_fail (mp_agreement_terms (agreement, NULL)[term].notice != MP_NONE, NULL);

  reason = read_rule (agreement, term, &rule);
  if (reason != MP_NOTICE_KNOWN)
    return g_strdup (reason_words (reason));
  day = mp_words_day (last_day (&rule, rule.first_end));
  return deadline_words (agreement, rule.notice, day);
}
