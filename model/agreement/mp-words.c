/* mp-words.c: facts in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-words.h"

#include "mp-agreement.h"
#include "mp-date-private.h"
#include "mp-duration.h"
#include "mp-number.h"
#include "mp-untrusted-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In characters. A title of pages must not fill the figure. */
#define MAX_SOURCE_TITLE 200

const char *
mp_words_certainty (MpCertainty certainty)
{
  g_return_val_if_fail (certainty < MP_N_CERTAINTIES, NULL);
  return _ (mp_certainty_get (certainty)->words);
}

const char *
mp_words_source_kind (MpSourceKind kind)
{
  g_return_val_if_fail (kind < MP_N_SOURCE_KINDS, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of source", mp_source_kinds[kind].words);
}

const char *
mp_words_status (MpStatus status)
{
  switch (status) {
  case MP_STATUS_IN_FORCE:
    return _ ("In force");
  case MP_STATUS_POSSIBLY:
    return _ ("Possibly in force");
  case MP_STATUS_NOT:
  default:
    return _ ("Not in force");
  }
}

const char *
mp_words_standing (MpStatus status, MpBasis basis, gboolean is_future)
{
  static const char *const words[MP_N_BASES] = {
    /* Translators: of a day to come: a term is in force then, and its end is stated and later. */
    [MP_BASIS_STATED_END] = N_ ("To be in force until later"),
    /* Translators: of a day to come: a term is in force then, as far as anybody has published. */
    [MP_BASIS_NO_END] = N_ ("To be in force, no end published"),
    /* Translators: of a day to come: a term is in force then unless a condition ends it before. */
    [MP_BASIS_UNLESS] = N_ ("To be in force unless ended early"),
  };

  if (!is_future || status != MP_STATUS_IN_FORCE)
    return mp_words_status (status);
  g_return_val_if_fail (basis < MP_N_BASES, NULL);
  return _ (words[basis]);
}

const char *
mp_words_change (const MpComparison *comparison)
{
  switch (comparison->change) {
  case MP_CHANGE_ADDED:
    return comparison->possibly ? _ ("Possibly added") : _ ("Added");
  case MP_CHANGE_CHANGED:
    return comparison->possibly ? _ ("Possibly changed") : _ ("Changed");
  case MP_CHANGE_ENDED:
    return comparison->possibly ? _ ("Possibly ended") : _ ("Ended");
  case MP_CHANGE_UNCHANGED:
    return _ ("Unchanged");
  case MP_CHANGE_ABSENT:
  default:
    return _ ("Not in force");
  }
}

char *
mp_words_change_badge (const MpComparison *comparison)
{
  if (comparison->change == MP_CHANGE_ABSENT)
    return g_strdup (mp_words_change (comparison));
  /* Translators: a sign, and what it means, such as "+ Added". */
  return g_strdup_printf (C_ ("badge", "%s %s"), mp_change_kind_symbol (comparison->change),
                          mp_words_change (comparison));
}

char *
mp_words_date (MpAgreement *agreement, MpTextRef date)
{
  const char *text = mp_agreement_text (agreement, date);
  MpSpan span;

  return mp_span_parse_derived (text, -1, &span, NULL, NULL) ? mp_span_words (&span)
                                                             : g_strdup (text);
}

char *
mp_words_checked (MpAgreement *agreement)
{
  g_autofree char *words = NULL;
  MpDate date;

  if (!mp_date_parse (mp_agreement_get_checked (agreement), -1, &date, NULL, NULL))
    return NULL;
  words = mp_date_words (&date);
  /* Translators: a date */
  return g_strdup_printf (_ ("Facts last checked on %s."), words);
}

char *
mp_words_known_on (const MpDate *date)
{
  g_autofree char *words = mp_date_words (date);

  /* Translators: a date. It says that what was published later is left out. */
  return g_strdup_printf (
    date->precision == MP_PRECISION_DAY ? _ ("as known on %s") : _ ("as known in %s"), words);
}

char *
mp_words_as_known (MpAgreement *agreement)
{
  MpDate date;

  if (!mp_date_parse (mp_agreement_get_known (agreement), -1, &date, NULL, NULL))
    return NULL;
  return mp_words_known_on (&date);
}

char *
mp_words_day (MpInstant day)
{
  MpDate date;

  mp_date_for_day (day, &date);
  return mp_date_words (&date);
}

/* Distances that are counted in one unit. Negative ones lie in the past. */
static char *
days_words (gint64 days)
{
  gulong n = (gulong) ABS (days);
  g_autofree char *count = mp_number_whole (ABS (days));

  /* Translators: how far away a date is */
  return days < 0 ? g_strdup_printf (ngettext ("%s day ago", "%s days ago", n), count)
                  /* Translators: how far away a date is */
                  : g_strdup_printf (ngettext ("in %s day", "in %s days", n), count);
}

static char *
months_words (gint64 months)
{
  gulong n = (gulong) ABS (months);
  g_autofree char *count = mp_number_whole (ABS (months));

  return months < 0 ? g_strdup_printf (ngettext ("%s month ago", "%s months ago", n), count)
                    : g_strdup_printf (ngettext ("in %s month", "in %s months", n), count);
}

static char *
years_words (gint64 years)
{
  gulong n = (gulong) ABS (years);
  g_autofree char *count = mp_number_whole (ABS (years));

  return years < 0 ? g_strdup_printf (ngettext ("%s year ago", "%s years ago", n), count)
                   : g_strdup_printf (ngettext ("in %s year", "in %s years", n), count);
}

/* A date of at least this many days is too vague for its distance to be counted in days, or in
 * months. */
#define VAGUE_DAYS 2
#define VAGUE_MONTHS 300

/* Up to this many days and months, distances are counted in them. */
#define MAX_DAYS 45
#define MAX_MONTHS 22

/* Says how far a date lies from a day that it does not touch. */
static char *
distance_words (MpInstant day, MpInstant earliest, MpInstant after)
{
  MpCivil now = mp_civil_from_instant (day), then = mp_civil_from_instant (earliest);
  gint64 length = (after - earliest) / MP_SECONDS_PER_DAY;
  /* Yesterday evening counts as one day ago. */
  gint64 days =
    (earliest - day - (earliest < day ? MP_SECONDS_PER_DAY - 1 : 0)) / MP_SECONDS_PER_DAY;
  gint64 months = (then.year - now.year) * 12 + then.month - now.month;

  if (length >= VAGUE_MONTHS && then.year != now.year)
    return years_words (then.year - now.year);
  if (length >= VAGUE_DAYS && months != 0 && ABS (months) <= MAX_MONTHS)
    return months_words (months);
  if (ABS (days) <= MAX_DAYS)
    return days_words (days);
  if (ABS (days) < (gint64) MAX_MONTHS * 30)
    return months_words ((gint64) round ((double) days / 30.44));
  return years_words ((gint64) round ((double) days / 365.25));
}

char *
mp_words_distance (const MpDate *from, gboolean is_today, MpInstant earliest, MpInstant after)
{
  MpInstant first_day = from->earliest, last_day = from->after - MP_SECONDS_PER_DAY;

  if (earliest == MP_INSTANT_MIN || earliest == MP_INSTANT_MAX || after == MP_INSTANT_MIN ||
      after == MP_INSTANT_MAX)
    return g_strdup ("");
  if (earliest < from->after && first_day < after) {
    if (after - earliest >= VAGUE_DAYS * MP_SECONDS_PER_DAY)
      return g_strdup (_ ("under way"));
    if (last_day > first_day)
      /* Translators: a day lies within the time, such as a year, that is asked about. */
      return g_strdup (_ ("at that time"));
    /* Translators: "that day" is the day that is asked about, where it is not today. */
    return g_strdup (is_today ? _ ("today") : _ ("that day"));
  }
  return distance_words (earliest >= from->after ? last_day : first_day, earliest, after);
}

/* Returns a text of the file that can stand within our own words. */
static char *
isolate (MpAgreement *agreement, MpTextRef ref)
{
  return mp_untrusted_text_isolate (mp_agreement_text (agreement, ref), 0);
}

/* Returns the state of a phase, or NULL if the term is not in force. */
static char *
state_of (MpAgreement *agreement, MpStanding standing)
{
  return standing.status == MP_STATUS_NOT
           ? NULL
           : isolate (agreement, mp_agreement_phases (agreement)->state[standing.phase]);
}

char *
mp_words_comparison (MpAgreement *agreement, const MpComparison *comparison)
{
  g_autofree char *badge = mp_words_change_badge (comparison);
  g_autofree char *before = state_of (agreement, comparison->before);
  g_autofree char *after = state_of (agreement, comparison->after);

  if (before == NULL && after == NULL)
    return g_steal_pointer (&badge);
  if (comparison->change == MP_CHANGE_CHANGED)
    /* Translators: what became of a term, the state before, and the state after. */
    return g_strdup_printf (_ ("%s: %s → %s"), badge, before, after);
  /* Translators: what became of a term, and its state. */
  return g_strdup_printf (C_ ("comparison", "%s: %s"), badge, after != NULL ? after : before);
}

/* Returns the name of a currency as it stands beside a number, or NULL if the unit is not a
 * currency. */
static const char *
currency_words (const char *unit)
{
  static const char *const known[] = {
    /* Translators: currencies by their codes. Each may become the sign or the word that stands
     * beside a number in your language, as long as it cannot be taken for another currency. */
    NC_ ("currency", "USD"), NC_ ("currency", "EUR"), NC_ ("currency", "GBP"),
    NC_ ("currency", "CNY"), NC_ ("currency", "JPY"), NC_ ("currency", "CHF"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (unit, known[i]))
      return g_dpgettext2 (GETTEXT_PACKAGE, "currency", unit);
  return strlen (unit) == 3 && g_ascii_isupper (unit[0]) && g_ascii_isupper (unit[1]) &&
             g_ascii_isupper (unit[2])
           ? unit
           : NULL;
}

const char *
mp_words_number_names (void)
{
  /* Translators: the names of large numbers, the largest first, each after the number of its zeros
   * and with "#" for the digits. A language that counts in other steps has a list of its own, such
   * as 8 and 4 zeros in Chinese. */
  return _ ("12 # trillion;9 # billion;6 # million");
}

char *
mp_words_amount (MpAgreement *agreement, const MpAmount *amount)
{
  const char *unit = mp_agreement_text (agreement, amount->unit);
  g_autofree char *number = mp_number_words (amount->value, mp_words_number_names ());
  g_autofree char *isolated = NULL;
  const char *currency = currency_words (unit);

  if (currency != NULL)
    /* Translators: a currency and a number, such as "USD 38 billion". */
    return g_strdup_printf (C_ ("currency", "%s %s"), currency, number);
  if (g_str_equal (unit, "percent"))
    /* Translators: a number */
    return g_strdup_printf (_ ("%s percent"), number);
  isolated = isolate (agreement, amount->unit);
  /* Translators: a number and its unit, such as "7 years". The unit is in the file's language. */
  return g_strdup_printf (C_ ("quantity", "%s %s"), number, isolated);
}

char *
mp_words_parties (MpAgreement *agreement, guint32 term)
{
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  guint n_parties;
  const MpParty *parties = mp_agreement_parties (agreement, &n_parties);
  g_autofree char *obligor = NULL, *obligee = NULL;

  if (terms[term].obligor != MP_NONE)
    obligor = isolate (agreement, parties[terms[term].obligor].name);
  if (terms[term].obligee != MP_NONE)
    obligee = isolate (agreement, parties[terms[term].obligee].name);
  if (obligor != NULL && obligee != NULL)
    /* Translators: who owes, and to whom. */
    return g_strdup_printf (_ ("%s owes this to %s"), obligor, obligee);
  if (obligor != NULL)
    /* Translators: a party */
    return g_strdup_printf (_ ("Owed by %s"), obligor);
  if (obligee != NULL)
    /* Translators: a party */
    return g_strdup_printf (_ ("Owed to %s"), obligee);
  return NULL;
}

static char *
span_words (MpAgreement *agreement, guint32 phase)
{
  MpSpan span;

  mp_agreement_get_phase_span (agreement, phase, &span);
  return mp_span_words (&span);
}

/* Adds the condition that may end a phase early to words that say when it ends. */
static char *
add_condition (MpAgreement *agreement, const char *words, const MpDate *end, guint32 phase)
{
  g_autofree char *condition =
    isolate (agreement, mp_agreement_phases (agreement)->ends_early[phase]);

  if (*condition == '\0')
    return g_strdup (words);
  if (end->kind == MP_DATE_KNOWN)
    /* Translators: a date or a span of time, and a condition, as in "2030, or earlier if the total
     * cap is reached". */
    return g_strdup_printf (_ ("%s, or earlier if %s"), words, condition);
  /* Translators: a span of time whose end nobody says, and a condition, as in "since 27 April 2026,
   * no end published; ends if the total cap is reached". */
  return g_strdup_printf (_ ("%s; ends if %s"), words, condition);
}

char *
mp_words_phase_span (MpAgreement *agreement, guint32 phase)
{
  g_autofree char *words = NULL;
  MpSpan span;

  mp_agreement_get_phase_span (agreement, phase, &span);
  words = mp_span_words (&span);
  return add_condition (agreement, words, &span.end, phase);
}

char *
mp_words_phase_end (MpAgreement *agreement, guint32 phase)
{
  g_autofree char *words = NULL;
  MpSpan span;

  mp_agreement_get_phase_span (agreement, phase, &span);
  words = mp_date_words (&span.end);
  return add_condition (agreement, words, &span.end, phase);
}

char *
mp_words_end_or_before (const MpDate *end)
{
  g_autofree char *words = mp_date_words (end);

  /* Translators: %s is a date, the end of something that a condition may end before: "2030, or
   * before". */
  return g_strdup_printf (_ ("%s, or before"), words);
}

char *
mp_words_before_and_after (MpAgreement *agreement, guint32 milestone)
{
  g_autofree char *title =
    isolate (agreement, mp_agreement_milestones (agreement)->title[milestone]);

  /* Translators: %s is the title of a milestone. */
  return g_strdup_printf (_ ("Before and after %s"), title);
}

char *
mp_words_sides (MpAgreement *agreement, guint32 milestone, const char *before, const char *after)
{
  /* Translators: both %s are dates. */
  g_autofree char *dates = g_strdup_printf (_ ("%s compared with %s"), before, after);
  g_autofree char *name = NULL;

  if (milestone == MP_NONE)
    return g_steal_pointer (&dates);
  name = mp_words_before_and_after (agreement, milestone);
  /* Translators: "Before and after" a milestone, and "26 April 2026 compared with 28 April 2026".
   */
  return g_strdup_printf (C_ ("comparison", "%s: %s"), name, dates);
}

char *
mp_words_milestone (MpAgreement *agreement, guint32 milestone)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  g_autofree char *title = isolate (agreement, milestones->title[milestone]);
  g_autofree char *date = mp_words_date (agreement, milestones->date[milestone]);

  /* Translators: a milestone's title and its date. */
  return g_strdup_printf (C_ ("milestone", "%s, %s"), title, date);
}

char *
mp_words_phase (MpAgreement *agreement, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  g_autofree char *title = isolate (agreement, terms[phases->term[phase]].title);
  g_autofree char *state = isolate (agreement, phases->state[phase]);
  g_autofree char *span = span_words (agreement, phase);

  /* Translators: a term's title, the state it stands in, and when. */
  return g_strdup_printf (C_ ("phase", "%s: %s, %s"), title, state, span);
}

/* Returns the milestone from which a date is counted: "The 2026 reset (27 April 2026)". */
static char *
base_words (MpAgreement *agreement, guint32 milestone)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  g_autofree char *title = isolate (agreement, milestones->title[milestone]);
  g_autofree char *date = mp_words_date (agreement, milestones->date[milestone]);

  /* Translators: a milestone's title and its date, as in "90 days after The 2026 reset (27 April
   * 2026)". */
  return g_strdup_printf (C_ ("counted from", "%s (%s)"), title, date);
}

char *
mp_words_derivation (MpAgreement *agreement, guint32 derivation)
{
  const MpDerivation *from = &mp_agreement_derivations (agreement)[derivation];
  g_autofree char *base = base_words (agreement, from->milestone);
  g_autofree char *length = NULL;
  MpDuration by = { 0 };
  MpSpan date;

  mp_duration_parse (mp_agreement_text (agreement, from->by), &by, NULL);
  mp_agreement_get_milestone_date (agreement, from->milestone, &date);
  length = mp_duration_words (&by);
  if (date.is_interval && mp_duration_is_zero (&by))
    return from->before
             /* Translators: a milestone that lasts, with its dates */
             ? g_strdup_printf (_ ("at the start of %s"), base)
             : g_strdup_printf (_ ("at the end of %s"), base);
  if (date.is_interval)
    return from->before
             /* Translators: a length of time and a milestone that lasts, as in "90 days before the
              * start of The talks (April 2026 to June 2026)" */
             ? g_strdup_printf (_ ("%s before the start of %s"), length, base)
             : g_strdup_printf (_ ("%s after the end of %s"), length, base);
  if (mp_duration_is_zero (&by))
    /* Translators: a milestone and its date */
    return g_strdup_printf (_ ("at the time of %s"), base);
  return from->before
           /* Translators: a length of time and a milestone, as in "90 days after The 2026 reset (27
            * April 2026)" */
           ? g_strdup_printf (_ ("%s before %s"), length, base)
           : g_strdup_printf (_ ("%s after %s"), length, base);
}

char *
mp_words_source (MpAgreement *agreement, guint32 source, gboolean is_short)
{
  const MpSource *of = &mp_agreement_sources (agreement, NULL)[source];
  const char *edtf = mp_agreement_text (agreement, of->date);
  g_autofree char *publisher =
    mp_untrusted_text_isolate (mp_agreement_text (agreement, of->publisher), MAX_SOURCE_TITLE);
  g_autofree char *title =
    mp_untrusted_text_isolate (mp_agreement_text (agreement, of->title), MAX_SOURCE_TITLE);
  g_autofree char *name = *publisher == '\0' ? g_steal_pointer (&title)
                          : is_short
                            ? g_steal_pointer (&publisher)
                            /* Translators: the publisher of a source and its title, in the
                             * quotes of the language */
                            : g_strdup_printf (C_ ("source", "%s, “%s”"), publisher, title);
  g_autofree char *date = NULL;

  if (*edtf == '\0')
    /* Translators: a source without date */
    return g_strdup_printf (_ ("%s, undated"), name);
  date = mp_words_date (agreement, of->date);
  /* Translators: a source and its date */
  return g_strdup_printf (C_ ("source", "%s, %s"), name, date);
}
