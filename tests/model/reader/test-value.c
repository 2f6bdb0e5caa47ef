/* test-value.c: single JSON values, which Jansson reads in the same way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-value.h"

#include <string.h>

/* Reads a text in both ways; they agree on what it is, or that it is nothing. Returns whether it is
 * something. */
static gboolean
check (const char *text, gsize length)
{
  /* A block of its own size, so that reading beyond its end is noticed, but never NULL. */
  g_autofree char *copy = g_memdup2 (length > 0 ? text : "", MAX (length, 1));
  gsize duplicate;
  json_error_t error = { 0 };
  json_t *ours = mp_value_read (copy, length, 0, NULL, &duplicate);
  json_t *theirs = json_loadb (
    text, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, &error);
  gboolean is_value = theirs != NULL;

  if ((ours != NULL) != is_value || (is_value && !json_equal (ours, theirs)))
    g_error ("%s: %s", g_strescape (g_strndup (text, length), NULL),
             is_value ? "Jansson reads it" : error.text);
  if (duplicate != G_MAXSIZE) {
    g_assert_cmpint (json_error_code (&error), ==, json_error_duplicate_key);
    g_assert_cmpuint (duplicate, <, length);
    g_assert_cmpint (text[duplicate], ==, '"');
  } else if (!is_value) {
    g_assert_cmpint (json_error_code (&error), !=, json_error_duplicate_key);
  }
  json_decref (ours);
  json_decref (theirs);
  return is_value;
}

static void
test_texts (void)
{
  static const char *const good[] = {
    "0",
    "-0",
    "10",
    "123456789012345",
    "1234567890123456",
    "99999999999999999999",
    "-17",
    "0.5",
    "1e3",
    "1E+3",
    "-1.25e-7",
    "true",
    "false",
    "null",
    "\"\"",
    "\"a\"",
    "\"é€😀\"",
    "\"\\u00e9\\ud83d\\ude00\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
    "[]",
    "{}",
    " [ ] ",
    "\t{\r\n}\n",
    "[1,\"a\",[true,[null]],{\"b\":{}}]",
    "{\"a\":1,\"\\u0062\":[],\"\":{\"a\":\"a\"}}",
    "{\"a\":{\"b\":1},\"b\":{\"a\":2}}",
  };
  static const char *const bad[] = {
    "",
    " ",
    "00",
    "01",
    "-",
    "-a",
    "1.",
    ".5",
    "+1",
    "1e",
    "1e999",
    "tru",
    "truex",
    "nul",
    "\"",
    "\"a",
    "\"\\",
    "\"\\\"",
    "\"\\x\"",
    "\"\\u12\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"\x01\"",
    "\"\n\"",
    "[",
    "[1",
    "[1,",
    "[1,]",
    "[,]",
    "[1 2]",
    "[1}",
    "{",
    "{\"a\"",
    "{\"a\":",
    "{\"a\":1",
    "{\"a\":1,}",
    "{a:1}",
    "{\"a\" 1}",
    "{\"a\":1]",
    "{1:2}",
    "{,}",
    "1 2",
    "{} {}",
    "[]]",
    "'a'",
    "#",
    "/**/1",
    "{\"a\":1,\"a\":2}",
    "{\"a\":{\"b\":1,\"\\u0062\":2}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (check (good[i], strlen (good[i])));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (check (bad[i], strlen (bad[i])));
}

/* Values nested in arrays and objects, to the limit and beyond; depth counts those around. */
static void
test_depth (void)
{
  for (int depth = MP_VALUE_MAX_DEPTH - 2; depth <= MP_VALUE_MAX_DEPTH + 2; depth++) {
    g_autoptr (GString) text = g_string_new (NULL);
    gsize duplicate;
    json_t *value;

    for (int i = 0; i < depth - 1; i++)
      g_string_append (text, i % 2 == 0 ? "[" : "{\"a\":");
    g_string_append (text, "0");
    for (int i = depth - 2; i >= 0; i--)
      g_string_append (text, i % 2 == 0 ? "]" : "}");
    g_assert_cmpint (check (text->str, text->len), ==, depth <= MP_VALUE_MAX_DEPTH);

    value = mp_value_read (text->str, text->len, 1, NULL, &duplicate);
    g_assert_cmpint (value != NULL, ==, depth < MP_VALUE_MAX_DEPTH);
    json_decref (value);
  }
}

static void
test_members (void)
{
  static const char text[] =
    " {\"a\": [{\"x\":1}], \"\\u0062\" :{\"y\":2},\n\"c\":\"{\\\"d\\\":1}\"}";
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (MpMemberPlace));
  static const char *const keys[] = { "\"a\"", "\"\\u0062\"", "\"c\"" };
  static const char *const values[] = { "[{", "{\"y\"", "\"{" };
  gsize duplicate;
  json_t *value = mp_value_read (text, strlen (text), 0, members, &duplicate);

  g_assert_cmpuint (json_object_size (value), ==, G_N_ELEMENTS (keys));
  g_assert_cmpuint (members->len, ==, G_N_ELEMENTS (keys));
  for (guint i = 0; i < members->len; i++) {
    const MpMemberPlace *place = &g_array_index (members, MpMemberPlace, i);

    g_assert_true (g_str_has_prefix (text + place->key, keys[i]));
    g_assert_true (g_str_has_prefix (text + place->value, values[i]));
  }
  json_decref (value);

  /* Only an object has members of its own. */
  g_array_set_size (members, 0);
  value = mp_value_read ("[{\"a\":1}]", 9, 0, members, &duplicate);
  g_assert_nonnull (value);
  g_assert_cmpuint (members->len, ==, 0);
  json_decref (value);
}

/* Pieces of JSON in any order, which are sometimes JSON. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "{",       "}", "[",    "]",    ",",    ":", "\"a\"", "\"b\"",
    "\"\\n\"", "1", "-2.5", "true", "null", " ", "\"é\"",
  };
  guint n_values = 0;

  for (int round = 0; round < 20000; round++) {
    g_autoptr (GString) text = g_string_new (NULL);

    if (g_test_rand_bit ())
      g_string_append (text, g_test_rand_bit () ? "{\"a\":[" : "[{\"a\":");
    for (int n = g_test_rand_int_range (1, 8); n > 0; n--)
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    if (g_test_rand_bit ())
      g_string_append (text, g_test_rand_bit () ? "]}" : "}]");
    n_values += check (text->str, text->len) ? 1 : 0;
  }
  /* Else nothing would have been shown. */
  g_assert_cmpuint (n_values, >, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/texts", test_texts);
  g_test_add_func ("/value/depth", test_depth);
  g_test_add_func ("/value/members", test_members);
  g_test_add_func ("/value/random", test_random);
  return g_test_run ();
}
