/* test-reader-limits.c: agreements as large as they may be, and larger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-reader-support.h"

static char *
repeat (const char *piece, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

static void
assert_limit (const char *text, const char *piece, guint limit, const char *pointer)
{
  g_autofree char *most = repeat (piece, limit);
  g_autofree char *more = repeat (piece, limit + 1);
  g_autofree char *good = put (text, most);
  g_autofree char *bad = put (text, more);
  g_autofree char *expected = g_strdup_printf ("1:*: error: %s: %u", pointer, limit);
  g_auto (Loaded) loaded = load (good, strlen (good));
  g_auto (Loaded) refused = load (bad, strlen (bad));

  assert_expected (&loaded, "");
  assert_expected (&refused, expected);
}

static void
test_sizes (void)
{
  assert_limit ("{\"milepost\":1,\"title\":\"@\"}", "é", 1000, "/title");
  assert_limit (HEAD "\"summary\":\"@\"}", "😀", 20000, "/summary");
  assert_limit (HEAD "\"parties\":[{\"id\":\"@\",\"name\":\"N\"}]}", "a", 128, "/parties/0/id");
}

static void
test_too_many_items (void)
{
  g_autofree char *items = repeat ("0,", 1000000);
  g_autofree char *list_of_items = g_strconcat ("[", items, "0]", NULL);
  g_autofree char *text = put (HEAD "\"parties\":@}", list_of_items);
  g_autofree char *values = repeat ("[],", 2000001);
  g_autofree char *list_of_values = g_strconcat ("[", values, "0]", NULL);

  assert_one_error (text, strlen (text), 1, 37, "/parties", "too many items");
  assert_one_error (list_of_values, strlen (list_of_values), 1, 5999999, "", "too many values");
}

/* More problems than are kept, each with a suggestion that is looked for among many ids. Those that
 * come first in the text are kept, even if they are found last. */
static void
test_too_many_problems (void)
{
  const guint n = 5000;
  g_autoptr (GString) text = g_string_new (HEAD "\"checked\":\"x\"," TOPIC SOURCE "\"terms\":[");
  g_auto (Loaded) loaded = { NULL, NULL };

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s\n{\"id\":\"t-%u\",\"title\":\"A\",\"topic\":\"t\",\"phases\":[]}",
                            i > 0 ? "," : "", i);
  g_string_append (text, "],\"milestones\":[");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (
      text,
      "%s\n{\"id\":\"m-%u\",\"date\":\"2026\",\"title\":\"M\",\"topic\":\"t\","
      "\"importance\":1,\"changes\":[\"x-%u\"],\"x\":0," CLAIM "}",
      i > 0 ? "," : "", i, i);
  g_string_append (text, "]}");

  loaded = load (text->str, text->len);
  g_assert_cmpuint (mp_problems_get_length (loaded.problems), ==, MP_PROBLEMS_MAX);
  g_assert_cmpuint (mp_problems_count (loaded.problems, MP_SEVERITY_ERROR), ==, n + 1);
  g_assert_cmpuint (mp_problems_count (loaded.problems, MP_SEVERITY_WARNING), ==, n);
  g_assert_cmpstr (mp_problems_get (loaded.problems, 0)->pointer, ==, "/checked");
  g_assert_cmpstr (mp_problems_get (loaded.problems, 1)->message, ==,
                   "unknown term \"x-0\"; did you mean \"t-0\"?");
  g_assert_cmpstr (mp_problems_get (loaded.problems, MP_PROBLEMS_MAX - 1)->pointer, ==,
                   "/milestones/998/changes/0");
}

/* All these ids have the same g_str_hash (): "ar" and "c0" have the same, and so has everything
 * that is made of them. With a hash that a file can foresee, this would take minutes. */
static void
test_colliding_ids (void)
{
  const guint n_pairs = 16;
  g_autoptr (GString) text = g_string_new (HEAD "\"parties\":[");
  g_auto (Loaded) loaded = { NULL, NULL };

  for (guint i = 0; i < 1u << n_pairs; i++) {
    g_string_append (text, i > 0 ? ",{\"id\":\"" : "{\"id\":\"");
    for (guint j = 0; j < n_pairs; j++)
      g_string_append (text, i >> j & 1 ? "ar" : "c0");
    g_string_append (text, "\",\"name\":\"N\"}");
  }
  g_string_append (text, "]}");
  loaded = load (text->str, text->len);
  assert_expected (&loaded, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/sizes", test_sizes);
  g_test_add_func ("/reader/too-many-items", test_too_many_items);
  g_test_add_func ("/reader/too-many-problems", test_too_many_problems);
  g_test_add_func ("/reader/colliding-ids", test_colliding_ids);
  return g_test_run ();
}
