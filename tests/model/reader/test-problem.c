/* test-problem.c: lists of problems
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-problem.h"

#include <string.h>

static void
add (MpProblems *problems, MpSeverity severity, guint line, guint column, const char *message)
{
  mp_problems_add (problems, severity, line, column, "", message);
}

static void
assert_messages (MpProblems *problems, const char *expected)
{
  g_autoptr (GString) messages = g_string_new (NULL);

  for (guint i = 0; i < mp_problems_get_length (problems); i++)
    g_string_append (messages, mp_problems_get (problems, i)->message);
  g_assert_cmpstr (messages->str, ==, expected);
}

static void
test_empty (void)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();

  mp_problems_sort (problems);
  g_assert_cmpuint (mp_problems_get_length (problems), ==, 0);
  g_assert_cmpuint (mp_problems_count (problems, MP_SEVERITY_ERROR), ==, 0);
  g_assert_cmpuint (mp_problems_count (problems, MP_SEVERITY_WARNING), ==, 0);
  mp_problems_free (NULL);
}

static void
test_order (void)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();

  add (problems, MP_SEVERITY_ERROR, 3, 1, "e");
  add (problems, MP_SEVERITY_WARNING, 2, 9, "c");
  add (problems, MP_SEVERITY_ERROR, 2, 9, "d");
  add (problems, MP_SEVERITY_ERROR, 2, 1, "b");
  add (problems, MP_SEVERITY_ERROR, 0, 0, "a");
  assert_messages (problems, "ecdba");
  mp_problems_sort (problems);
  assert_messages (problems, "abcde");
  g_assert_cmpuint (mp_problems_count (problems, MP_SEVERITY_ERROR), ==, 4);
  g_assert_cmpuint (mp_problems_count (problems, MP_SEVERITY_WARNING), ==, 1);
}

static void
test_too_many (void)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();

  for (guint i = 0; i < MP_PROBLEMS_MAX + 5; i++)
    add (problems, MP_SEVERITY_WARNING, i + 1, 1, "w");
  g_assert_cmpuint (mp_problems_get_length (problems), ==, MP_PROBLEMS_MAX);
  g_assert_cmpuint (mp_problems_count (problems, MP_SEVERITY_WARNING), ==, MP_PROBLEMS_MAX + 5);

  /* An error is never left out while warnings are kept. */
  add (problems, MP_SEVERITY_ERROR, 1, 1, "e");
  g_assert_cmpuint (mp_problems_get_length (problems), ==, MP_PROBLEMS_MAX);
  g_assert_cmpstr (mp_problems_get (problems, MP_PROBLEMS_MAX - 1)->message, ==, "e");
  g_assert_cmpuint (mp_problems_get (problems, MP_PROBLEMS_MAX - 2)->line, ==, MP_PROBLEMS_MAX - 1);

  for (guint i = 0; i < MP_PROBLEMS_MAX + 5; i++)
    add (problems, MP_SEVERITY_ERROR, 1, 1, "e");
  g_assert_cmpuint (mp_problems_get_length (problems), ==, MP_PROBLEMS_MAX);
  for (guint i = 0; i < MP_PROBLEMS_MAX; i++)
    g_assert_cmpint (mp_problems_get (problems, i)->severity, ==, MP_SEVERITY_ERROR);
  g_assert_cmpuint (mp_problems_count (problems, MP_SEVERITY_ERROR), ==, MP_PROBLEMS_MAX + 6);
}

static void
test_visible (void)
{
  static const struct {
    const char *given;
    const char *kept;
  } cases[] = {
    { "plain é 😀", "plain é 😀" },
    { "a\nb\r\tc", "a\\u000ab\\u000d\\u0009c" },
    { "\x1b[31mred\x7f", "\\u001b[31mred\\u007f" },
    { "\xc2\x85", "\\u0085" },
    { "a\xe2\x80\xae"
      "b",
      "a\\u202eb" },
    { "\xe2\x80\xa8\xe2\x80\xa9", "\\u2028\\u2029" },
    { "\xef\xbb\xbf", "\\ufeff" },
    { "x\xff\xe2\x82", "x\\xff\\xe2\\x82" },
    { "\xed\xa0\x80", "\\xed\\xa0\\x80" },
    /* Joiners are kept: words and emoji are spelt with them. */
    { "👩\xe2\x80\x8d👧", "👩\xe2\x80\x8d👧" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (MpProblems) problems = mp_problems_new ();

    mp_problems_add (problems, MP_SEVERITY_ERROR, 1, 1, cases[i].given, cases[i].given);
    g_assert_cmpstr (mp_problems_get (problems, 0)->message, ==, cases[i].kept);
    g_assert_cmpstr (mp_problems_get (problems, 0)->pointer, ==, cases[i].kept);
  }
}

static void
test_long (void)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autofree char *message = g_strnfill (5000000, 'x');
  const MpProblem *problem;

  mp_problems_add (problems, MP_SEVERITY_ERROR, 1, 1, message, message);
  problem = mp_problems_get (problems, 0);
  g_assert_cmpuint (strlen (problem->message), <, 5000);
  g_assert_true (g_str_has_suffix (problem->message, "…"));
  g_assert_cmpuint (strlen (problem->pointer), <, 5000);
}

static void
test_line (void)
{
  static const struct {
    MpProblem problem;
    const char *name;
    const char *line;
  } cases[] = {
    { { MP_SEVERITY_ERROR, 12, 5, NULL, NULL }, "a.json", "a.json:12:5: error: it is wrong" },
    { { MP_SEVERITY_WARNING, 1, 1, NULL, NULL }, "-", "-:1:1: warning: it is wrong" },
    { { MP_SEVERITY_ERROR, 0, 0, NULL, NULL }, "a.json", "a.json: error: it is wrong" },
    { { MP_SEVERITY_ERROR, 3, 0, NULL, NULL }, "a.json", "a.json:3: error: it is wrong" },
    { { MP_SEVERITY_ERROR, 1, 2, NULL, NULL }, "a\nb%s", "a\\u000ab%s:1:2: error: it is wrong" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    MpProblem problem = cases[i].problem;
    g_autofree char *line = NULL;

    problem.pointer = (char *) "";
    problem.message = (char *) "it is wrong";
    line = mp_problem_to_string (&problem, cases[i].name);
    g_assert_cmpstr (line, ==, cases[i].line);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem/empty", test_empty);
  g_test_add_func ("/problem/order", test_order);
  g_test_add_func ("/problem/too-many", test_too_many);
  g_test_add_func ("/problem/visible", test_visible);
  g_test_add_func ("/problem/long", test_long);
  g_test_add_func ("/problem/line", test_line);
  return g_test_run ();
}
