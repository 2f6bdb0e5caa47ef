/* test-date-table.c: the table of docs/dates.md is what Milepost does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-date.h"

#include <string.h>

/* With fewer rows than these the table was not found, or not read. */
#define MIN_ROWS 100

enum {
  COLUMN_DATE,
  COLUMN_RULE,
  COLUMN_EARLIEST,
  COLUMN_LATEST,
  COLUMN_WORDS,
  N_COLUMNS,
};

/* Returns the cells of a row that has five, or NULL. */
static char **
split_row (const char *line)
{
  g_auto (GStrv) cells = NULL;
  gsize length = strlen (line);

  if (length < 4 || !g_str_has_prefix (line, "| ") || !g_str_has_suffix (line, " |"))
    return NULL;
  cells = g_strsplit (line, "|", 0);
  if (g_strv_length (cells) != N_COLUMNS + 2)
    return NULL;
  for (guint i = 0; i < N_COLUMNS; i++) {
    g_autofree char *cell = cells[i];

    cells[i] = g_strdup (g_strstrip (cells[i + 1]));
  }
  return g_steal_pointer (&cells);
}

/* The last day or, for a date with a time, the last second within the date. */
static char *
latest_of (const MpDate *date)
{
  if (date->after == MP_INSTANT_MAX || date->after == MP_INSTANT_MIN)
    return mp_instant_to_iso (date->after);
  return mp_instant_to_iso (date->after -
                            (date->kind == MP_DATE_KNOWN && date->precision == MP_PRECISION_SECOND
                               ? 1
                               : MP_SECONDS_PER_DAY));
}

/* Returns the code in a cell, written in either of the two ways, or NULL. */
static char *
code_of (const char *cell)
{
  static const char *const marks[][2] = { { "`", "`" }, { "<code>", "</code>" } };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++) {
    gsize length = strlen (marks[i][0]) + strlen (marks[i][1]);

    if (strlen (cell) > length && g_str_has_prefix (cell, marks[i][0]) &&
        g_str_has_suffix (cell, marks[i][1]))
      return g_strndup (cell + strlen (marks[i][0]), strlen (cell) - length);
  }
  return NULL;
}

static void
check_row (const char *text, char **cells)
{
  g_autofree char *earliest = NULL;
  g_autofree char *latest = NULL;
  g_autofree char *words = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  MpSpan span;

  mp_span_parse (text, -1, &span, NULL, &error);
  g_assert_no_error (error);
  earliest = mp_instant_to_iso (span.start.earliest);
  latest = latest_of (&span.end);
  words = mp_span_words (&span);
  expected = g_strjoin (" | ", text, cells[COLUMN_EARLIEST], cells[COLUMN_LATEST],
                        cells[COLUMN_WORDS], NULL);
  found = g_strjoin (" | ", text, earliest, latest, words, NULL);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_every_row (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "docs", "dates.md", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", 0);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) cells = split_row (lines[i]);
    g_autofree char *text = NULL;

    if (cells != NULL)
      text = code_of (cells[COLUMN_DATE]);
    if (text == NULL)
      continue;
    check_row (text, cells);
    n_rows++;
  }
  g_assert_cmpuint (n_rows, >=, MIN_ROWS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-table/every-row", test_every_row);

  return g_test_run ();
}
