/* fuzz-date.c: any bytes as a date and as a span
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the promises of mp-date.h: a failure sets an error and a place inside the text and leaves
 * the result alone; a date that is read has its bounds in order, its text as written, the same
 * meaning when that text is read again, and words.
 */
#include "mp-date.h"
#include "mp-fuzz.h"

#include <locale.h>
#include <string.h>

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  (void) argc;
  (void) argv;
  setlocale (LC_ALL, "C.UTF-8");
  return 0;
}

static void
check_failure (const GError *error, gsize where, gsize size)
{
  mp_fuzz_expect (error != NULL && error->domain == MP_DATE_ERROR, "a failure has an error");
  mp_fuzz_expect (error->message[0] != '\0' && mp_fuzz_is_harmless (error->message, -1, FALSE),
                  "its message is a harmless sentence");
  mp_fuzz_expect (!g_str_has_suffix (error->message, "."), "without a full stop");
  mp_fuzz_expect (where <= size, "its place lies in the text");
}

static void
check_round_trip (MpInstant instant)
{
  MpCivil civil;

  if (instant == MP_INSTANT_MIN || instant == MP_INSTANT_MAX)
    return;
  civil = mp_civil_from_instant (instant);
  mp_fuzz_expect (mp_instant_from_civil (civil.year, civil.month, civil.day, civil.hour,
                                         civil.minute, civil.second) == instant,
                  "an instant survives the calendar");
}

static void
check_date (const MpDate *date)
{
  g_autofree char *words = mp_date_words (date);
  g_autofree char *iso = mp_instant_to_iso (date->earliest);

  switch (date->kind) {
  case MP_DATE_KNOWN:
    mp_fuzz_expect (date->earliest < date->after, "a date has its bounds in order");
    mp_fuzz_expect (date->precision <= MP_PRECISION_SECOND, "a date has a precision");
    break;
  case MP_DATE_OPEN:
    mp_fuzz_expect (date->earliest == date->after &&
                      (date->after == MP_INSTANT_MIN || date->after == MP_INSTANT_MAX),
                    "an open date lies at one end of time");
    break;
  case MP_DATE_UNKNOWN:
    mp_fuzz_expect (date->earliest == MP_INSTANT_MIN && date->after == MP_INSTANT_MAX,
                    "an unknown date can be anywhere");
    break;
  default:
    g_assert_not_reached ();
  }
  mp_fuzz_expect (words != NULL && *words != '\0' && mp_fuzz_is_harmless (words, -1, FALSE),
                  "a date has words");
  mp_fuzz_expect (*iso != '\0', "an instant has ISO 8601");
  check_round_trip (date->earliest);
  check_round_trip (date->after);
}

/* Walks through the members of a set, or to a date as its own only member. */
static void
check_members (const MpDate *date)
{
  gsize at = 0;
  guint n_members = 0;
  MpSpan member;
  MpInstant earliest = MP_INSTANT_MAX, after = MP_INSTANT_MIN;

  while (mp_date_next_member (date, &at, &member)) {
    check_date (&member.start);
    check_date (&member.end);
    mp_fuzz_expect (member.start.set == MP_DATE_SET_NONE && member.end.set == MP_DATE_SET_NONE,
                    "no member is a set");
    earliest = MIN (earliest, member.start.earliest);
    after = MAX (after, member.end.after);
    mp_fuzz_expect (++n_members <= MP_DATE_MAX_LENGTH, "a set has an end");
  }
  mp_fuzz_expect (n_members == date->n_members, "a set has as many members as it says");
  mp_fuzz_expect (earliest == date->earliest && after == date->after,
                  "a set reaches as far as its members");
}

static void
expect_same (const MpDate *a, const MpDate *b)
{
  mp_fuzz_expect (a->earliest == b->earliest && a->after == b->after && a->kind == b->kind &&
                    a->precision == b->precision && a->approximate == b->approximate &&
                    a->uncertain == b->uncertain && a->set == b->set &&
                    a->n_members == b->n_members && strcmp (a->text, b->text) == 0,
                  "the same text is the same date");
}

static gboolean
try_date (const char *text, gsize size, MpDate *date)
{
  g_autoptr (GError) error = NULL;
  MpDate untouched;
  gsize where = size + 1;
  MpDate again;

  memset (&untouched, 0x5a, sizeof untouched);
  *date = untouched;
  if (!mp_date_parse (text, (gssize) size, date, &where, &error)) {
    check_failure (error, where, size);
    mp_fuzz_expect (memcmp (date, &untouched, sizeof untouched) == 0, "a failure changes nothing");
    return FALSE;
  }
  mp_fuzz_expect (error == NULL, "a success has no error");
  mp_fuzz_expect (date->kind == MP_DATE_KNOWN, "a date by itself is neither open nor unknown");
  mp_fuzz_expect (strlen (date->text) == size && memcmp (date->text, text, size) == 0,
                  "the text is as written");
  check_date (date);
  check_members (date);
  mp_fuzz_expect (mp_date_parse (date->text, -1, &again, NULL, NULL), "its text can be read again");
  expect_same (date, &again);
  return TRUE;
}

static void
check_span (const MpSpan *span, const char *text, gsize size)
{
  g_autofree char *words = mp_span_words (span);
  g_autofree char *written = span->is_interval
                               ? g_strconcat (span->start.text, "/", span->end.text, NULL)
                               : g_strdup (span->start.text);
  MpSpan again;

  check_date (&span->start);
  check_date (&span->end);
  mp_fuzz_expect (strlen (written) == size && memcmp (written, text, size) == 0,
                  "the text of a span is as written");
  /* It ends no earlier than it starts, if both are known. */
  mp_fuzz_expect (span->start.earliest < span->end.after, "a span has its bounds in order");
  mp_fuzz_expect (words != NULL && *words != '\0' && mp_fuzz_is_harmless (words, -1, FALSE),
                  "a span has words");
  mp_fuzz_expect (mp_span_parse (written, -1, &again, NULL, NULL), "its text can be read again");
  mp_fuzz_expect (again.is_interval == span->is_interval, "as the same kind");
  expect_same (&span->start, &again.start);
  expect_same (&span->end, &again.end);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  g_autoptr (GError) error = NULL;
  gsize where = size + 1;
  MpDate date;
  MpSpan span;
  gboolean is_date = try_date (text, size, &date);

  if (mp_span_parse (text, (gssize) size, &span, &where, &error)) {
    mp_fuzz_expect (error == NULL, "a success has no error");
    mp_fuzz_expect (is_date == !span.is_interval, "a span is an interval or a date");
    check_span (&span, text, size);
    if (is_date) {
      expect_same (&date, &span.start);
      expect_same (&date, &span.end);
    }
  } else {
    check_failure (error, where, size);
    mp_fuzz_expect (!is_date, "a date is a span");
  }
  return 0;
}
