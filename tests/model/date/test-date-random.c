/* test-date-random.c: what holds for every date, of any form of levels 0 to 2, and for no date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-date-support.h"

#define N_RANDOM 20000

/* The number of rounds for tests that look at every day of ten thousand years. */
#define N_SEARCHES 400

#define MAX_MEMBERS 6

static const char *const months[] = { "January",   "February", "March",    "April",
                                      "May",       "June",     "July",     "August",
                                      "September", "October",  "November", "December" };

/* --- Random dates ----------------------------------------------------------------------------- */

/* TRUE one time in n. */
static gboolean
chance (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

static const char *
random_sign (void)
{
  return (const char *[]) { "", "", "", "", "", "?", "~", "%" }[g_test_rand_int_range (0, 8)];
}

/* Replaces some digits by "X": none, the last ones, or any; but none before first. */
static void
mask (char *digits, gsize first)
{
  gsize length = strlen (digits);

  if (chance (2))
    return;
  if (g_test_rand_bit ()) {
    first = (gsize) g_test_rand_int_range ((int) first, (int) length);
    memset (digits + first, 'X', length - first);
    return;
  }
  for (gsize i = first; i < length; i++) {
    if (g_test_rand_bit ())
      digits[i] = 'X';
  }
}

static char *
random_long_year (void)
{
  const char *minus = chance (3) ? "-" : "";
  const char *left = random_sign ();
  const char *right = random_sign ();
  g_autofree char *year =
    g_strdup_printf ("%d%0*d", g_test_rand_int_range (1, 1000), g_test_rand_int_range (4, 8),
                     g_test_rand_int_range (0, 10000));

  switch (g_test_rand_int_range (0, 4)) {
  case 0:
    return g_strdup_printf ("%sY%s%dE%d%s", left, minus, g_test_rand_int_range (1, 1000),
                            g_test_rand_int_range (1, 9), right);
  case 1:
    return g_strdup_printf ("%sY%s%dE%dS%d%s", left, minus, g_test_rand_int_range (10, 1000),
                            g_test_rand_int_range (1, 9), g_test_rand_int_range (1, 4), right);
  case 2:
    return g_strdup_printf ("%sY%s%sS%d%s", left, minus, year, g_test_rand_int_range (1, 6), right);
  default:
    mask (year, 0);
    return g_strdup_printf ("%sY%s%s%s", left, minus, year, right);
  }
}

/* The text of a calendar date, masked at random, of one to three parts. */
static char *
random_masked (int n_parts, gboolean with_signs)
{
  gboolean is_negative = chance (4);
  int year = g_test_rand_int_range (1, 10000);
  int month = g_test_rand_int_range (1, 13);
  int day = g_test_rand_int_range (1, mp_days_in_month (is_negative ? -year : year, month) + 1);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n_parts; i++) {
    char digits[8];

    g_snprintf (digits, sizeof digits, i == 0 ? "%04d" : "%02d",
                i == 0   ? year
                : i == 1 ? month
                         : day);
    mask (digits, 0);
    g_string_append_printf (text, "%s%s%s%s%s", i > 0 ? "-" : "", with_signs ? random_sign () : "",
                            i == 0 && is_negative ? "-" : "", digits,
                            with_signs ? random_sign () : "");
  }
  return g_string_free (text, FALSE);
}

static char *
random_time (void)
{
  int month = g_test_rand_int_range (1, 13);
  int time = g_test_rand_int_range (0, (int) MP_SECONDS_PER_DAY);

  return g_strdup_printf ("%s%04d-%02d-%02dT%02d:%02d:%02d%s", chance (4) ? "-" : "",
                          g_test_rand_int_range (1, 10000), month, g_test_rand_int_range (1, 29),
                          time / 3600, time / 60 % 60, time % 60,
                          (const char *[]) { "", "Z", "+02", "-11:30" }[time % 4]);
}

/* A date of any form, without sets and times of day. */
static char *
random_single (void)
{
  switch (g_test_rand_int_range (0, 8)) {
  case 0:
    return random_long_year ();
  case 1:
    return g_strdup_printf ("%s%s%04dS%d%s", random_sign (), chance (4) ? "-" : "",
                            g_test_rand_int_range (1000, 10000), g_test_rand_int_range (1, 5),
                            random_sign ());
  case 2: {
    g_autofree char *year = random_masked (1, TRUE);

    return g_strdup_printf ("%s-%s%d%s", year, random_sign (), g_test_rand_int_range (21, 42),
                            random_sign ());
  }
  default:
    return random_masked (g_test_rand_int_range (1, 4), TRUE);
  }
}

/* A date that can stand beside "..", within a few years. */
static char *
random_plain (int year, int n_parts)
{
  if (n_parts == 1)
    return g_strdup_printf ("%04d%s", year, random_sign ());
  if (n_parts == 2)
    return g_strdup_printf ("%04d-%s%02d", year, random_sign (), g_test_rand_int_range (1, 13));
  return g_strdup_printf ("%04d-%02d-%02d%s", year, g_test_rand_int_range (1, 13),
                          g_test_rand_int_range (1, 29), random_sign ());
}

static char *
random_set (void)
{
  gboolean is_one_of = g_test_rand_bit ();
  int n_members = g_test_rand_int_range (1, MAX_MEMBERS + 1);
  GString *set = g_string_new (is_one_of ? "[" : "{");

  for (int i = 0; i < n_members; i++) {
    int n_parts = g_test_rand_int_range (1, 4);
    int year = g_test_rand_int_range (1000, 5000);
    g_autofree char *first = random_plain (year, n_parts);
    g_autofree char *second = random_plain (g_test_rand_int_range (year + 1, 9999), n_parts);
    g_autofree char *single = random_single ();

    if (i > 0)
      g_string_append (set, chance (3) ? ", " : ",");
    if (i == 0 && chance (4))
      g_string_append_printf (set, "..%s", first);
    else if (i == n_members - 1 && chance (4))
      g_string_append_printf (set, "%s..", first);
    else if (chance (3))
      g_string_append_printf (set, "%s..%s", first, second);
    else
      g_string_append (set, single);
  }
  g_string_append_c (set, is_one_of ? ']' : '}');
  return g_string_free (set, FALSE);
}

/* A date of any form. */
static char *
random_date (void)
{
  if (chance (8))
    return random_time ();
  return chance (5) ? random_set () : random_single ();
}

/* A date or an interval of any form. */
static char *
random_span (void)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (g_test_rand_bit ())
    return random_date ();
  start = chance (5) ? g_strdup (g_test_rand_bit () ? ".." : "") : random_single ();
  end = chance (5) ? g_strdup (g_test_rand_bit () ? ".." : "") : random_single ();
  return g_strconcat (start, "/", end, NULL);
}

static MpDate
parse_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  MpDate date = { 0 };

  if (!mp_date_parse (text, -1, &date, NULL, &error))
    g_test_message ("%s", text);
  g_assert_no_error (error);
  return date;
}

/* --- Texts and bounds ------------------------------------------------------------------------- */

static void
test_every_form_keeps_its_text (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    g_autofree char *text = random_date ();
    g_autofree char *words = NULL;
    MpDate date = parse_date (text);
    MpDate again = parse_date (date.text);

    g_assert_cmpstr (date.text, ==, text);
    g_assert_cmpmem (&again, sizeof again, &date, sizeof date);
    g_assert_cmpint (date.earliest, <, date.after);
    words = mp_date_words (&date);
    g_assert_true (g_utf8_validate (words, -1, NULL) && *words != '\0');
  }
}

/* Whether some characters, digits or "X", allow a number of the calendar. */
static gboolean
is_allowed (const char *characters, int width, int number)
{
  for (int i = width - 1; i >= 0; i--, number /= 10) {
    if (characters[i] != 'X' && characters[i] != '0' + number % 10)
      return FALSE;
  }
  return TRUE;
}

/* Looks at every month or day of a year, from one end; FALSE if the text allows none. */
static gboolean
search_year (const char *parts, gint64 year, gboolean latest, MpInstant *found)
{
  gboolean has_day = strlen (parts) > strlen ("-04");

  for (int i = 1; i <= 12; i++) {
    int month = latest ? 13 - i : i;
    int n_days = mp_days_in_month (year, month);

    if (*parts != '\0' && !is_allowed (parts + 1, 2, month))
      continue;
    for (int j = 1; j <= n_days; j++) {
      int day = latest ? n_days + 1 - j : j;

      if (has_day && !is_allowed (parts + 4, 2, day))
        continue;
      *found = mp_instant_from_civil (year, month, day, 0, 0, 0);
      return TRUE;
    }
  }
  return FALSE;
}

static MpInstant
search (const char *text, gboolean latest)
{
  gboolean is_negative = *text == '-';
  const char *digits = is_negative ? text + 1 : text;
  MpInstant found = 0;

  for (gint64 i = -9999; i <= 9999; i++) {
    gint64 year = latest ? -i : i;

    if ((year < 0) == is_negative && is_allowed (digits, 4, (int) ABS (year)) &&
        search_year (digits + 4, year, latest, &found))
      return found;
  }
  g_assert_not_reached ();
}

/* The bounds for unspecified digits are those of all days that exist, tried one by one. */
static void
test_bounds_are_the_hull (void)
{
  for (int i = 0; i < N_SEARCHES; i++) {
    g_autofree char *text = random_masked (g_test_rand_int_range (1, 4), FALSE);
    MpDate date = parse_date (text);
    g_autofree char *found = g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, text,
                                              date.earliest, date.after);
    g_autofree char *expected =
      g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, text, search (text, FALSE),
                       search (text, TRUE) + MP_SECONDS_PER_DAY);

    g_assert_cmpstr (found, ==, expected);
  }
}

static void
test_signs_do_not_widen (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    g_autofree char *text = random_date ();
    g_autofree char *bare = g_strdup (text);
    MpDate with = parse_date (text);
    MpDate without;
    gsize length = 0;

    for (const char *at = text; *at != '\0'; at++) {
      if (strchr ("?~%", *at) == NULL)
        bare[length++] = *at;
    }
    bare[length] = '\0';
    without = parse_date (bare);
    g_assert_cmpint (with.earliest, ==, without.earliest);
    g_assert_cmpint (with.after, ==, without.after);
    g_assert_cmpint (with.precision, ==, without.precision);
    g_assert_cmpint (without.approximate | without.uncertain, ==, 0);
  }
}

/* The members put together are the set again, and its bounds enclose each of them. */
static void
test_sets_are_their_members (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    g_autofree char *text = random_set ();
    g_auto (GStrv) pieces = g_strsplit (text, ", ", 0);
    g_autofree char *close = g_strjoinv (",", pieces);
    g_autoptr (GString) rebuilt = g_string_new (NULL);
    MpDate date = parse_date (text);
    MpInstant earliest = MP_INSTANT_MAX;
    MpInstant after = MP_INSTANT_MIN;
    guint n_members = 0;
    MpSpan member;

    for (gsize at = 0; mp_date_next_member (&date, &at, &member); n_members++) {
      gboolean from_start = member.start.kind == MP_DATE_OPEN;
      gboolean to_end = member.end.kind == MP_DATE_OPEN;

      g_string_append_printf (rebuilt, "%s%s%s%s", n_members > 0 ? "," : "",
                              from_start ? "" : member.start.text, member.is_interval ? ".." : "",
                              to_end || !member.is_interval ? "" : member.end.text);
      earliest = MIN (earliest, member.start.earliest);
      after = MAX (after, member.end.after);
    }
    g_assert_cmpuint (n_members, ==, date.n_members);
    g_assert_cmpmem (rebuilt->str, rebuilt->len, close + 1, strlen (close) - 2);
    g_assert_cmpint (earliest, ==, date.earliest);
    g_assert_cmpint (after, ==, date.after);
  }
}

static void
test_intervals_have_an_order (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    g_autofree char *start_text = random_single ();
    g_autofree char *end_text = random_single ();
    g_autofree char *text = g_strconcat (start_text, "/", end_text, NULL);
    g_autoptr (GError) error = NULL;
    MpDate start = parse_date (start_text);
    MpDate end = parse_date (end_text);
    MpSpan span;

    if (mp_span_parse (text, -1, &span, NULL, &error)) {
      g_assert_cmpint (end.after, >, start.earliest);
      g_assert_cmpmem (&span.start, sizeof start, &start, sizeof start);
      g_assert_cmpmem (&span.end, sizeof end, &end, sizeof end);
    } else {
      g_assert_error (error, MP_DATE_ERROR, MP_DATE_ERROR_ORDER);
      g_assert_cmpint (end.after, <=, start.earliest);
    }
  }
}

/* --- Words ------------------------------------------------------------------------------------ */

/* The parts that a text names, without signs and without the "-" of years before 0. */
static guint
split_parts (const char *text, char parts[3][16])
{
  guint n_parts = 1;
  gsize length = 0;

  memset (parts, 0, 3 * 16);
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == '-' && length > 0) {
      n_parts++;
      length = 0;
    } else if (g_ascii_isalnum (*at)) {
      parts[n_parts - 1][length++] = *at;
    }
  }
  return n_parts;
}

/* Whether words have a number right before a month's name. */
static gboolean
has_day_of_month (const char *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++) {
    for (const char *at = strstr (words, months[i]); at != NULL; at = strstr (at + 1, months[i])) {
      if (at - words >= 2 && at[-1] == ' ' && g_ascii_isdigit (at[-2]))
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
has_month (const char *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++) {
    if (strstr (words, months[i]) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* A year stands alone in words that end with it. */
static gboolean
has_exact_year (const char *words, int year)
{
  g_autofree char *number = g_strdup_printf ("%d", year);
  g_autofree char *with_space = g_strconcat (" ", number, NULL);

  return g_str_equal (words, number) ||
         (g_str_has_suffix (words, with_space) && strstr (words, "one of the years") == NULL);
}

/* The words name no month and no day that the text leaves open, and no sign that it does not have.
 */
static void
test_words_claim_no_more (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    g_autofree char *text = random_single ();
    g_autofree char *words = NULL;
    MpDate date = parse_date (text);
    char parts[3][16];
    guint n_parts = split_parts (text, parts);
    gboolean has_about;
    char *written;

    words = mp_date_words (&date);
    g_test_message ("%s: %s", text, words);
    has_about = strstr (words, "about") != NULL || strstr (words, "approximate") != NULL;
    g_assert_cmpint (has_about, ==, date.approximate != 0);
    g_assert_cmpint (strstr (words, "uncertain") != NULL, ==, date.uncertain != 0);

    /* The text may be quoted. */
    written = strstr (words, " (written ");
    if (written != NULL)
      *written = '\0';
    if (n_parts < 3 || g_str_equal (parts[2], "XX"))
      g_assert_false (has_day_of_month (words));
    if (n_parts < 2 || g_str_equal (parts[1], "XX") || atoi (parts[1]) > 12)
      g_assert_false (has_month (words));
    if (strchr (parts[0], 'X') != NULL)
      g_assert_false (has_exact_year (words, (int) mp_civil_from_instant (date.earliest).year));
    g_assert_null (strchr (words, 'X'));
  }
}

/* --- What is no date -------------------------------------------------------------------------- */

/* Parses a copy without any room after it, so that a sanitizer notices reading beyond its end. */
static void
assert_read_or_refused (const char *text, gsize length)
{
  g_autofree char *exact = g_memdup2 (text, length);
  g_autoptr (GError) error = NULL;
  gsize where = G_MAXSIZE;
  MpSpan span;

  if (mp_span_parse (exact != NULL ? exact : "", (gssize) length, &span, &where, &error)) {
    g_autofree char *words = mp_span_words (&span);

    g_assert_no_error (error);
    g_assert_true (g_utf8_validate (words, -1, NULL));
    g_assert_cmpint (span.start.earliest, <=, span.end.after);
  } else {
    g_assert_true (error != NULL && error->domain == MP_DATE_ERROR);
    g_assert_cmpuint (where, <=, length);
    assert_message (error);
  }
}

static void
test_random_bytes (void)
{
  static const char likely[] = "0123456789012--XXYTZ::++?~%./..[]{},,ES \xc3\xa9";

  for (int i = 0; i < N_RANDOM; i++) {
    char bytes[32];
    gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);

    for (gsize j = 0; j < length; j++)
      bytes[j] = i % 2 == 0 ? likely[g_test_rand_int_range (0, sizeof likely)]
                            : (char) g_test_rand_int_range (0, 256);
    assert_read_or_refused (bytes, length);
  }
}

/* Cuts dates short, and changes, adds and removes characters. */
static void
test_damaged_dates (void)
{
  static const char likely[] = "0123-XYTZES?~%./[]{},\xc3";

  for (int i = 0; i < N_RANDOM; i++) {
    g_autofree char *text = random_span ();
    g_autoptr (GString) damaged = g_string_new (text);

    assert_read_or_refused (damaged->str, damaged->len);
    if (damaged->len == 0)
      continue;
    assert_read_or_refused (damaged->str,
                            (gsize) g_test_rand_int_range (0, (int) damaged->len + 1));
    for (int n = g_test_rand_int_range (1, 4); n > 0; n--) {
      gssize at = g_test_rand_int_range (0, (int) damaged->len);
      char byte = g_test_rand_bit () ? likely[g_test_rand_int_range (0, sizeof likely)]
                                     : (char) g_test_rand_int_range (0, 256);

      if (chance (3))
        g_string_insert_c (damaged, at, byte);
      else if (g_test_rand_bit () && damaged->len > 1)
        g_string_erase (damaged, at, 1);
      else
        damaged->str[at] = byte;
    }
    assert_read_or_refused (damaged->str, damaged->len);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-random/every-form-keeps-its-text", test_every_form_keeps_its_text);
  g_test_add_func ("/date-random/bounds-are-the-hull", test_bounds_are_the_hull);
  g_test_add_func ("/date-random/signs-do-not-widen", test_signs_do_not_widen);
  g_test_add_func ("/date-random/sets-are-their-members", test_sets_are_their_members);
  g_test_add_func ("/date-random/intervals-have-an-order", test_intervals_have_an_order);
  g_test_add_func ("/date-random/words-claim-no-more", test_words_claim_no_more);
  g_test_add_func ("/date-random/bytes", test_random_bytes);
  g_test_add_func ("/date-random/damaged-dates", test_damaged_dates);

  return g_test_run ();
}
