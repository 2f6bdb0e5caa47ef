/* mp-date-words.c: dates, sets and spans as people read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every phrase has a pattern of its own, so that a translation can put its words in the order of
 * the language. Only numbers and whole phrases, which could stand alone, are put into a pattern.
 */
#include "config.h"

#include "mp-date.h"

#include "mp-date-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Signs ------------------------------------------------------------------------------------ */

/* The names of some parts of a date, but not of all, to stand after a colon. */
static const char *
parts_words (MpDateParts parts, gboolean has_part_of_year)
{
  switch ((guint) parts) {
  case MP_DATE_PART_YEAR:
    return C_ ("parts of a date", "year");
  case MP_DATE_PART_MONTH:
    return has_part_of_year ? C_ ("parts of a date", "part of the year")
                            : C_ ("parts of a date", "month");
  case MP_DATE_PART_DAY:
    return C_ ("parts of a date", "day");
  case MP_DATE_PART_YEAR | MP_DATE_PART_MONTH:
    return C_ ("parts of a date", "month and year");
  case MP_DATE_PART_YEAR | MP_DATE_PART_DAY:
    return C_ ("parts of a date", "day and year");
  case MP_DATE_PART_MONTH | MP_DATE_PART_DAY:
    return C_ ("parts of a date", "day and month");
  default:
    g_return_val_if_reached ("");
  }
}

/* Adds the words for a date that is uncertain; is_about if the whole date is approximate as well.
 * uncertain names the parts that are uncertain, NULL for the whole date. */
static char *
add_uncertain (const char *words, gboolean is_about, const char *uncertain)
{
  if (is_about && uncertain != NULL) {
    /* Translators: a date that is not exact, and what of it is not sure, as in "about May 2026
     * (uncertain: month)" */
    return g_strdup_printf (_ ("about %s (uncertain: %s)"), words, uncertain);
  }
  if (is_about) {
    /* Translators: a date that is neither exact nor sure, as in "about 2030 (uncertain)" */
    return g_strdup_printf (_ ("about %s (uncertain)"), words);
  }
  if (uncertain != NULL) {
    /* Translators: a date, and what of it is not sure, as in "11 June 2004 (uncertain: year)" */
    return g_strdup_printf (_ ("%s (uncertain: %s)"), words, uncertain);
  }
  /* Translators: a date that is not sure, as in "2030 (uncertain)" */
  return g_strdup_printf (_ ("%s (uncertain)"), words);
}

/* Adds the words for a date of which some parts, which approximate names, are approximate. It may
 * be uncertain as well; uncertain is as for add_uncertain (). */
static char *
add_approximate (const char *words, const char *approximate, gboolean is_uncertain,
                 const char *uncertain)
{
  if (!is_uncertain) {
    /* Translators: a date, and what of it is not exact, as in "11 June 2004 (approximate: day)" */
    return g_strdup_printf (_ ("%s (approximate: %s)"), words, approximate);
  }
  if (uncertain == NULL) {
    /* Translators: a date that is not sure, and what of it is not exact, as in "11 June 2004
     * (uncertain; approximate: day)" */
    return g_strdup_printf (_ ("%s (uncertain; approximate: %s)"), words, approximate);
  }
  if (g_str_equal (approximate, uncertain)) {
    /* Translators: a date, and what of it is neither exact nor sure */
    return g_strdup_printf (_ ("%s (approximate and uncertain: %s)"), words, approximate);
  }
  /* Translators: a date, and what of it is not exact, and what is not sure, as in "11 June 2004
   * (approximate: day; uncertain: year)" */
  return g_strdup_printf (_ ("%s (approximate: %s; uncertain: %s)"), words, approximate, uncertain);
}

static char *
add_signs (const char *words, const MpDatePieces *pieces)
{
  gboolean has_part_of_year = pieces->part_of_year != 0;
  /* NULL if there is no such sign, or if it is for the whole date. */
  const char *approximate = NULL;
  const char *uncertain = NULL;

  if (pieces->approximate != 0 && pieces->approximate != pieces->parts)
    approximate = parts_words (pieces->approximate, has_part_of_year);
  if (pieces->uncertain != 0 && pieces->uncertain != pieces->parts)
    uncertain = parts_words (pieces->uncertain, has_part_of_year);

  if (approximate != NULL)
    return add_approximate (words, approximate, pieces->uncertain != 0, uncertain);
  if (pieces->uncertain != 0)
    return add_uncertain (words, pieces->approximate != 0, uncertain);
  if (pieces->approximate != 0) {
    /* Translators: a date that is not exact, as in "about May 2026" */
    return g_strdup_printf (_ ("about %s"), words);
  }
  return g_strdup (words);
}

/* --- Sets ------------------------------------------------------------------------------------- */

static char *
member_words (const MpSpan *member, MpDateSet set)
{
  const MpDate *date = member->start.kind == MP_DATE_KNOWN ? &member->start : &member->end;
  g_autofree char *words = mp_date_words (date);

  if (!member->is_interval)
    return g_steal_pointer (&words);
  if (member->start.kind == MP_DATE_OPEN) {
    return set == MP_DATE_SET_ONE_OF
             /* Translators: a date or any before it, as in "1984 or earlier" */
             ? g_strdup_printf (C_ ("one of a set", "%s or earlier"), words)
             /* Translators: a date and each one before it, as in "1984 and all before it" */
             : g_strdup_printf (C_ ("all of a set", "%s and all before it"), words);
  }
  if (member->end.kind == MP_DATE_OPEN) {
    return set == MP_DATE_SET_ONE_OF
             /* Translators: a date or any after it, as in "December 1760 or later" */
             ? g_strdup_printf (C_ ("one of a set", "%s or later"), words)
             /* Translators: a date and each one after it, as in "1984 and all after it" */
             : g_strdup_printf (C_ ("all of a set", "%s and all after it"), words);
  } else {
    g_autofree char *end = mp_date_words (&member->end);

    /* Translators: the two ends of an interval, as in "27 April 2026 to 2030" */
    return g_strdup_printf (C_ ("dates", "%s to %s"), words, end);
  }
}

/* The words of a set that is one range of days, one of which is meant. */
static char *
some_day_words (const MpSpan *range)
{
  g_autofree char *start = mp_date_words (&range->start);
  g_autofree char *end = mp_date_words (&range->end);

  /* Translators: a day that is not known, and the first and the last that it can be, as in "some
   * day from 1 April 2030 to 31 March 2031" */
  return g_strdup_printf (_ ("some day from %s to %s"), start, end);
}

static gboolean
is_some_day (const MpDate *set, const MpSpan *member)
{
  return set->set == MP_DATE_SET_ONE_OF && set->n_members == 1 && member->is_interval &&
         member->start.kind == MP_DATE_KNOWN && member->end.kind == MP_DATE_KNOWN &&
         member->start.precision == MP_PRECISION_DAY;
}

static char *
set_words (const MpDate *date)
{
  g_autofree char *list = NULL;
  gboolean is_list = date->n_members > 1;
  MpSpan member;

  for (gsize at = 0; mp_date_next_member (date, &at, &member);) {
    g_autofree char *before = g_steal_pointer (&list);
    g_autofree char *words = NULL;

    if (is_some_day (date, &member))
      return some_day_words (&member);
    words = member_words (&member, date->set);
    /* Translators: members of a set of dates, as in "1667, 1668", to which more are added */
    list = before != NULL ? g_strdup_printf (C_ ("set", "%s, %s"), before, words)
                          : g_steal_pointer (&words);
    is_list |=
      member.start.kind == MP_DATE_KNOWN && member.end.kind == MP_DATE_KNOWN && member.is_interval;
  }
  if (!is_list)
    return g_steal_pointer (&list);
  return date->set == MP_DATE_SET_ONE_OF
           /* Translators: a set of dates, as in "one of: 1667, 1668, 1670 to 1672" */
           ? g_strdup_printf (_ ("one of: %s"), list)
           /* Translators: a set of dates, as in "all of: 1667, 1668, 1670 to 1672" */
           : g_strdup_printf (_ ("all of: %s"), list);
}

/* --- Dates and spans -------------------------------------------------------------------------- */

char *
mp_date_words (const MpDate *date)
{
  MpDateScanner scanner = { NULL };
  g_autofree char *words = NULL;
  MpDatePieces pieces;
  MpDate read;

  g_return_val_if_fail (date != NULL, NULL);

  if (date->kind == MP_DATE_UNKNOWN)
    return g_strdup (_ ("not known"));
  if (date->kind == MP_DATE_OPEN)
    return g_strdup (date->after == MP_INSTANT_MIN ? _ ("no beginning published")
                                                   : _ ("no end published"));
  if (date->set != MP_DATE_SET_NONE)
    return set_words (date);

  scanner.text = date->text;
  scanner.end = strlen (date->text);
  if (!mp_date_read (&scanner, &read, &pieces))
    g_return_val_if_reached (g_strdup (date->text));
  words = mp_date_pieces_words (&pieces, date->text);
  return add_signs (words, &pieces);
}

/* Whether the words are those of one date, perhaps with "or earlier" or "or later". */
static gboolean
is_one_date (const MpDate *date)
{
  MpSpan member;
  gsize at = 0;

  return date->set == MP_DATE_SET_NONE ||
         (date->n_members == 1 && mp_date_next_member (date, &at, &member) &&
          (member.start.kind != MP_DATE_KNOWN || member.end.kind != MP_DATE_KNOWN));
}

/* The words of an interval of which at least one end is open or unknown. */
static char *
loose_span_words (const MpDate *start, const MpDate *end)
{
  gboolean open_start = start->kind == MP_DATE_OPEN;
  gboolean open_end = end->kind == MP_DATE_OPEN;

  if (start->kind == MP_DATE_KNOWN) {
    g_autofree char *words = mp_date_words (start);

    return open_end ? g_strdup_printf (_ ("since %s, no end published"), words)
                    : g_strdup_printf (_ ("from %s, end not known"), words);
  }
  if (end->kind == MP_DATE_KNOWN) {
    g_autofree char *words = mp_date_words (end);

    return open_start ? g_strdup_printf (_ ("until %s, no beginning published"), words)
                      : g_strdup_printf (_ ("until %s, beginning not known"), words);
  }
  if (open_start)
    return g_strdup (open_end ? _ ("no beginning published, no end published")
                              : _ ("no beginning published, end not known"));
  return g_strdup (open_end ? _ ("beginning not known, no end published")
                            : _ ("beginning not known, end not known"));
}

char *
mp_span_words (const MpSpan *span)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (span != NULL, NULL);

  if (!span->is_interval)
    return mp_date_words (&span->start);
  if (span->start.kind != MP_DATE_KNOWN || span->end.kind != MP_DATE_KNOWN)
    return loose_span_words (&span->start, &span->end);

  start = mp_date_words (&span->start);
  end = mp_date_words (&span->end);
  if (span->start.set != MP_DATE_SET_NONE && is_one_date (&span->start) && is_one_date (&span->end))
    /* Translators: the two ends of an interval, the first of which has words of its own, as in "21
     * January 2025 or earlier, to 27 April 2026" */
    return g_strdup_printf (C_ ("dates", "%s, to %s"), start, end);
  if (!is_one_date (&span->start) || !is_one_date (&span->end)) {
    /* Translators: the two ends of an interval, at least one of which is several dates, as in
     * "start: some day from 20 May 2023 to 1 June 2023; end: 2030" */
    return g_strdup_printf (_ ("start: %s; end: %s"), start, end);
  }
  /* Translators: the two ends of an interval, as in "27 April 2026 to 2030" */
  return g_strdup_printf (C_ ("dates", "%s to %s"), start, end);
}
