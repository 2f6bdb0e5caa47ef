/* test-reader-support.h: what the tests of the reader share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement.h"
#include "mp-reader.h"

#include <string.h>

/* --- Loading ---------------------------------------------------------------------------------- */

/* What the reader made of a text. */
typedef struct {
  MpAgreement *agreement;
  MpProblems *problems;
} Loaded;

static inline void
loaded_clear (Loaded *loaded)
{
  g_clear_object (&loaded->agreement);
  g_clear_pointer (&loaded->problems, mp_problems_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loaded, loaded_clear)

/* Asserts what holds for every result, whatever was read. */
static inline void
assert_sane (const Loaded *loaded)
{
  guint n_kept = mp_problems_get_length (loaded->problems);
  guint last_line = 0;

  g_assert_cmpint (loaded->agreement == NULL, ==,
                   mp_problems_count (loaded->problems, MP_SEVERITY_ERROR) > 0);
  for (guint i = 0; i < n_kept; i++) {
    const MpProblem *problem = mp_problems_get (loaded->problems, i);

    g_assert_cmpuint (problem->line, >=, 1);
    g_assert_cmpuint (problem->column, >=, 1);
    g_assert_cmpuint (problem->line, >=, last_line);
    last_line = problem->line;
    g_assert_nonnull (problem->pointer);
    g_assert_true (*problem->pointer == '\0' || *problem->pointer == '/');
    g_assert_cmpuint (strlen (problem->message), >, 0);
    g_assert_true (g_utf8_validate (problem->message, -1, NULL));
    g_assert_null (strpbrk (problem->message, "\n\r\t"));
    g_assert_false (g_str_has_suffix (problem->message, "."));
    /* Each way in which a text is not JSON has its own message. */
    g_assert_false (g_str_has_prefix (problem->message, "there is not enough memory"));
  }
}

/* Reads a text, which may hold NUL. */
static inline Loaded
load (const char *text, gsize length)
{
  /* A block of its own size, so that reading beyond its end is noticed. */
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  Loaded loaded = { NULL, mp_problems_new () };

  loaded.agreement = mp_reader_load_bytes (bytes, loaded.problems);
  assert_sane (&loaded);
  return loaded;
}

/* Reads a file, which must be one that can be read. */
static inline Loaded
load_path (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  Loaded loaded = { NULL, mp_problems_new () };

  loaded.agreement = mp_reader_load_file (file, NULL, NULL, NULL, loaded.problems, &error);
  g_assert_no_error (error);
  assert_sane (&loaded);
  return loaded;
}

/* --- Problems --------------------------------------------------------------------------------- */

/* The problems, a line each, as they stand in a .problems file. Free with g_free (). */
static inline char *
list_problems (const Loaded *loaded)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < mp_problems_get_length (loaded->problems); i++) {
    const MpProblem *problem = mp_problems_get (loaded->problems, i);

    g_string_append_printf (lines, "%u:%u: %s: %s: %s\n", problem->line, problem->column,
                            problem->severity == MP_SEVERITY_ERROR ? "error" : "warning",
                            problem->pointer, problem->message);
  }
  return g_string_free (lines, FALSE);
}

/* Asserts that a text has exactly one problem, an error. */
static inline void
assert_one_error (const char *text, gsize length, guint line, guint column, const char *pointer,
                  const char *part)
{
  g_auto (Loaded) loaded = load (text, length);
  g_autofree char *found = list_problems (&loaded);
  g_autofree char *visible = g_strescape (found, NULL);
  const MpProblem *problem;

  g_test_message ("%s", visible);
  g_assert_cmpuint (mp_problems_get_length (loaded.problems), ==, 1);
  problem = mp_problems_get (loaded.problems, 0);
  g_assert_cmpint (problem->severity, ==, MP_SEVERITY_ERROR);
  g_assert_cmpstr (problem->pointer, ==, pointer);
  g_assert_nonnull (strstr (problem->message, part));
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpuint (problem->column, ==, column);
}

/* Whether a line or column is the expected one; "*" stands for any. */
static inline gboolean
is_place (const char *expected, guint number)
{
  return strcmp (expected, "*") == 0 || g_ascii_strtoull (expected, NULL, 10) == number;
}

/* Whether a problem is the one that a line of a .problems file describes. */
static inline gboolean
is_expected (const MpProblem *problem, const char *expected)
{
  g_auto (GStrv) place = g_strsplit (expected, ":", 3);
  g_auto (GStrv) parts = NULL;
  const char *severity = problem->severity == MP_SEVERITY_ERROR ? "error" : "warning";

  g_assert_cmpuint (g_strv_length (place), ==, 3);
  parts = g_strsplit (place[2], ": ", 3);
  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  return is_place (place[0], problem->line) && is_place (place[1], problem->column) &&
         strcmp (g_strstrip (parts[0]), severity) == 0 &&
         (strcmp (g_strstrip (parts[1]), "*") == 0 || strcmp (parts[1], problem->pointer) == 0) &&
         strstr (problem->message, g_strstrip (parts[2])) != NULL;
}

/* Asserts that the problems are exactly those of a text in the form of a .problems file: a problem
 * a line, as "line:column: severity: pointer: part of the sentence", with "*" for what does not
 * matter. */
static inline void
assert_expected (const Loaded *loaded, const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);
  guint n = mp_problems_get_length (loaded->problems);
  g_autofree gboolean *met = g_new0 (gboolean, n + 1);
  g_autofree char *found = list_problems (loaded);
  guint i;

  for (char **line = lines; *line != NULL; line++) {
    if (**line == '\0' || **line == '#')
      continue;
    for (i = 0; i < n; i++) {
      if (!met[i] && is_expected (mp_problems_get (loaded->problems, i), *line))
        break;
    }
    if (i == n)
      g_error ("expected, but not found: %s\nfound:\n%s", *line, found);
    met[i] = TRUE;
  }
  for (i = 0; i < n; i++) {
    if (!met[i])
      g_error ("problem %u was not expected:\n%s", i + 1, found);
  }
}

/* --- Small agreements ------------------------------------------------------------------------- */

/* Parts of an agreement. TERM and MILESTONE are whole ones, with a "@" for put (). */
#define HEAD "{\"milepost\":1,\"title\":\"T\","
#define TOPIC "\"topics\":[{\"id\":\"t\",\"title\":\"T\"}],"
#define SOURCE "\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"press\"}],"
#define CLAIM "\"certainty\":\"stated\",\"sources\":[\"s\"]"
#define TERM                                                                                       \
  HEAD TOPIC SOURCE "\"terms\":[{\"id\":\"a\",\"title\":\"A\",\"topic\":\"t\",\"phases\":[@]}]}"
#define MILESTONE                                                                                  \
  HEAD TOPIC SOURCE                                                                                \
    "\"milestones\":[{\"id\":\"m\",\"date\":\"2026\",\"title\":\"M\",\"topic\":\"t\","             \
    "\"importance\":1," CLAIM ",@}]}"

/* Returns a text with a value in place of its "@". Free with g_free (). */
static inline char *
put (const char *text, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strconcat (parts[0], value, parts[1], NULL);
}
