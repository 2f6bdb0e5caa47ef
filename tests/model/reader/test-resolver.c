/* test-resolver.c: chains and cycles of dates that are counted from other dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A milestone is one text here: its EDTF date, or ">3 P1D" if it is counted forward from milestone
 * 3, "<3 P1D" if it is counted back, or "" if its date is not known. Its id is its index.
 */
#include "mp-resolver.h"

#include <string.h>

static gboolean
find_origin (guint32 milestone, MpDateOrigin *origin, gpointer data)
{
  static char ids[16][3];
  char **lines = data;
  const char *line = lines[milestone];
  char *rest;

  g_snprintf (ids[milestone % 16], sizeof ids[0], "%u", milestone % 16);
  *origin = (MpDateOrigin) { .id = ids[milestone % 16] };
  if (*line != '<' && *line != '>') {
    origin->text = line;
    return *line != '\0';
  }
  origin->milestone = (guint32) strtoul (line + 1, &rest, 10);
  origin->before = *line == '<';
  g_assert_true (mp_duration_parse (rest + 1, &origin->by, NULL));
  return TRUE;
}

static void
test_chains (void)
{
  static const struct {
    const char *lines[8];
    const char *expected[8]; /* a date, "!" and the beginning of its error, or "" if another one has
                              * the error */
  } rows[] = {
    { { "2026-04-27", ">0 P90D" }, { "2026-04-27", "2026-07-26" } },
    { { ">1 P1D", ">2 P1D", "2026" },
      { "[2026-01-03..2027-01-02]", "[2026-01-02..2027-01-01]", "2026" } },
    { { "2026-04/2026-06", ">0 P1M", "<0 P1M" },
      { "2026-04/2026-06", "[2026-07-01..2026-07-30]", "[2026-03-01..2026-03-30]" } },
    { { ">0 P1D" }, { "!these dates are counted from each other: \"0\" → \"0\"" } },
    { { ">2 P1D", ">2 P1D", ">3 P1D", "<1 P1D", "2026" },
      { "", "!these dates are counted from each other: \"1\" → \"2\" → \"3\" → \"1\"", "", "",
        "2026" } },
    { { ">1 P1D", "", ">0 P1D" }, { "", "", "" } },
    { { "2026/..", ">0 P1D", ">1 P1D", "<0 P1Y" },
      { "2026/..", "!the milestone counted from has no end", "", "2025" } },
    { { "/2026", "<0 P1D" }, { "/2026", "!the milestone counted from has no beginning" } },
    { { "9999-12", ">0 P1M", ">1 P1M" }, { "9999-12", "!the date counted to lies beyond", "" } },
  };

  /* The answers do not depend on the order of the questions. */
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint n = 0;

    while (rows[i].lines[n] != NULL)
      n++;
    for (guint first = 0; first < n; first++) {
      g_autoptr (MpResolver) resolver = mp_resolver_new (find_origin, (gpointer) rows[i].lines);

      for (guint j = 0; j < 2 * n; j++) {
        guint32 milestone = (first + j) % n;
        const char *expected = rows[i].expected[milestone];
        const char *fault = "untouched";
        MpSpan date;

        g_test_message ("row %" G_GSIZE_FORMAT ", milestone %u", i, milestone);
        if (mp_resolver_find (resolver, milestone, &date, &fault)) {
          g_autofree char *text =
            date.is_interval ? g_strdup (rows[i].lines[milestone]) : g_strdup (date.start.text);

          g_assert_cmpstr (text, ==, expected);
        } else if (*expected == '!') {
          g_assert_nonnull (fault);
          g_assert_true (g_str_has_prefix (fault, expected + 1));
        } else {
          g_assert_cmpstr (expected, ==, "");
          g_assert_null (fault);
        }
      }
    }
  }
}

/* An end of a phase may be open or unknown, and an error elsewhere is not reported again. */
static void
test_count (void)
{
  static const char *const lines[] = { "2026/..", "2026/", ">2 P1D", "{2026,2027}" };
  g_autoptr (MpResolver) resolver = mp_resolver_new (find_origin, (gpointer) lines);
  MpDateOrigin origin = { .milestone = 0, .by = { .days = 1 } };
  const char *fault;
  MpDate date;

  g_assert_true (mp_resolver_count (resolver, &origin, &date, &fault));
  g_assert_cmpint (date.kind, ==, MP_DATE_OPEN);
  origin.milestone = 1;
  g_assert_true (mp_resolver_count (resolver, &origin, &date, &fault));
  g_assert_cmpint (date.kind, ==, MP_DATE_UNKNOWN);
  origin.milestone = 2;
  g_assert_false (mp_resolver_count (resolver, &origin, &date, &fault));
  g_assert_null (fault);
  origin.milestone = 3;
  g_assert_false (mp_resolver_count (resolver, &origin, &date, &fault));
  g_assert_nonnull (strstr (fault, "several dates"));
}

/* A long chain does not exhaust the stack; of a long cycle only a part is named. */
static void
test_long (void)
{
  const guint n = 200000;
  g_auto (GStrv) lines = g_new0 (char *, n + 1);
  g_autoptr (MpResolver) chain = NULL;
  g_autoptr (MpResolver) ring = NULL;
  const char *fault;
  MpSpan date;

  for (guint i = 0; i < n; i++)
    lines[i] = g_strdup_printf (">%u P1D", (i + 1) % n);
  ring = mp_resolver_new (find_origin, lines);
  g_assert_false (mp_resolver_find (ring, n / 2, &date, &fault));
  g_assert_null (fault);
  g_assert_false (mp_resolver_find (ring, 0, &date, &fault));
  g_assert_nonnull (strstr (fault, "\"0\" → \"1\" → "));
  g_assert_true (g_str_has_suffix (fault, "\"7\" → … → \"0\""));

  g_free (lines[n - 1]);
  lines[n - 1] = g_strdup ("2000-01-01");
  chain = mp_resolver_new (find_origin, lines);
  g_assert_true (mp_resolver_find (chain, 0, &date, &fault));
  g_assert_cmpint (date.start.earliest, ==,
                   mp_instant_from_civil (2000, 1, 1, 0, 0, 0) + (n - 1) * MP_SECONDS_PER_DAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resolver/chains", test_chains);
  g_test_add_func ("/resolver/count", test_count);
  g_test_add_func ("/resolver/long", test_long);
  return g_test_run ();
}
