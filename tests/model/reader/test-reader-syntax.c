/* test-reader-syntax.c: texts that are no JSON, each with its problem and its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-reader-support.h"

static void
test_syntax (void)
{
  static const struct {
    const char *text;
    guint line;
    guint column;
    const char *part;
  } cases[] = {
    { "", 1, 1, "the file is empty" },
    { " \r\n\t", 1, 1, "the file is empty" },
    { "\xef\xbb\xbf", 1, 1, "the file is empty" },
    { "{", 1, 2, "ends before the \"{\" in line 1, column 1" },
    { "{\n \"a\": [1,\n\n", 2, 10, "ends before the \"[\" in line 2, column 7" },
    { "{\"a\"", 1, 5, "ends before" },
    { "{\"a\":", 1, 6, "ends before" },
    { "{\"a\":1", 1, 7, "ends before" },
    { "{\"a\":\"b", 1, 6, "ends inside this string" },
    { "{\"a\":\"b\\", 1, 8, "no escape" },
    { "{\"a\":\"b\n\"}", 1, 6, "not closed on its line" },
    { "{\"a\":1,}", 1, 7, "nothing follows this comma" },
    { "[1, ]", 1, 3, "nothing follows this comma" },
    { "{,}", 1, 2, "a key in double quotes is expected here, not \",\"" },
    { "[,]", 1, 2, "a value is expected here, not \",\"" },
    { "[1,,2]", 1, 4, "a value is expected here, not \",\"" },
    { "{\"a\":}", 1, 6, "a value is expected here, not \"}\"" },
    { "{\"a\" 1}", 1, 6, "a colon is expected here, after a key, not \"1\"" },
    { "{\"a\"=1}", 1, 5, "a colon is expected here" },
    { "{\"a\":1 \"b\":2}", 1, 8, "a comma is missing before \"b\"" },
    { "[1 [2]]", 1, 4, "a comma is missing before \"[\"" },
    { "[1 2]", 1, 4, "a comma or \"]\" is expected here, not \"2\"" },
    { "{\"a\":1]", 1, 7, "\"}\" is expected here, not \"]\"" },
    { "[1}", 1, 3, "\"]\" is expected here, not \"}\"" },
    { "}", 1, 1, "a value is expected here, not \"}\"" },
    { "{} {}", 1, 4, "the agreement has ended before this" },
    { "1 2", 1, 3, "the agreement has ended before this" },
    { "{a:1}", 1, 2, "a key in double quotes is expected here, not \"a\"" },
    { "{'a':1}", 1, 2, "straight double quotes" },
    { "{“a”:1}", 1, 2, "straight double quotes" },
    { "[True]", 1, 2, "unknown word \"True\"; did you mean \"true\"?" },
    { "[nul]", 1, 2, "did you mean \"null\"?" },
    { "[undefined]", 1, 2, "unknown word \"undefined\"; a string stands in double quotes" },
    { "[NaN]", 1, 2, "unknown word \"NaN\"" },
    { "[true1]", 1, 6, "expected here, not \"1\"" },
    { "// x\n{}", 1, 1, "JSON has no comments" },
    { "{\"a\":1 /* x */}", 1, 8, "JSON has no comments" },
    { "{\n# x\n}", 2, 1, "JSON has no comments" },
    { "[01]", 1, 2, "needless 0" },
    { "[-]", 1, 2, "digits are missing after \"-\"" },
    { "[1.]", 1, 2, "after the decimal point" },
    { "[1e+]", 1, 2, "in the exponent" },
    { "[+1]", 1, 2, "starts with a digit" },
    { "[.5]", 1, 2, "starts with a digit" },
    { "[1e999]", 1, 2, "too large" },
    { "[-1e999]", 1, 2, "too large" },
    { "[\"a\tb\"]", 1, 4, "a tab in a string" },
    { "[\"a\x01\"]", 1, 4, "0x01 in a string is written \\u0001" },
    { "[\"a\\x\"]", 1, 4, "no escape" },
    { "[\"\\u12g4\"]", 1, 3, "four digits" },
    { "[\"\\u12\"]", 1, 3, "four digits" },
    { "[\"\\u0000\"]", 1, 3, "NUL" },
    { "{\"\\u0000\":1}", 1, 3, "NUL" },
    { "[\"\\ud800\"]", 1, 3, "surrogate" },
    { "[\"\\udc00\"]", 1, 3, "surrogate" },
    { "[\"\\ud800\\u0041\"]", 1, 3, "surrogate" },
    { "[\"\\ud800\\ud800\"]", 1, 3, "surrogate" },
    { "{\"é\":1,\r\n\"é\":2}", 2, 1, "duplicate key \"é\"" },
    { "{\"a\":{\"b\\\"\":1,\"b\\\"\":2}}", 1, 15, "duplicate key" },
    { "[\"\xe9\"]", 1, 3, "0xE9 is not UTF-8" },
    { "[\"\xc0\x80\"]", 1, 3, "0xC0 is not UTF-8" },
    { "[\"\xed\xa0\x80\"]", 1, 3, "0xED is not UTF-8" },
    { "\xef\xbb\xbf[1,\n,]", 2, 1, "a value is expected here" },
    { "\xef\xbb\xbf\xef\xbb\xbf{}", 1, 1, "a value is expected here" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_one_error (cases[i].text, strlen (cases[i].text), cases[i].line, cases[i].column, "",
                      cases[i].part);
}

static void
test_encodings (void)
{
  static const char little[] = "\xff\xfe{\0}\0";
  static const char big[] = "\xfe\xff\0{\0}";
  static const char little_bare[] = "{\0\"\0a\0";
  static const char big_bare[] = "\0{\0\"\0a";
  static const char little_32[] = "\xff\xfe\0\0{\0\0\0";
  static const char big_32[] = "\0\0\xfe\xff\0\0\0{";
  static const char big_32_bare[] = "\0\0\0{\0\0\0}";
  static const char little_32_bare[] = "{\0\0\0}\0\0\0";
  static const char nul[] = "{\"milepost\"\0: 1}";
  static const char zeros[] = "\0\0\0\0\0\0";

  assert_one_error (little, sizeof little - 1, 1, 1, "", "UTF-16");
  assert_one_error (big, sizeof big - 1, 1, 1, "", "UTF-16");
  assert_one_error (little_bare, sizeof little_bare - 1, 1, 1, "", "UTF-16");
  assert_one_error (big_bare, sizeof big_bare - 1, 1, 1, "", "UTF-16");
  assert_one_error (little_32, sizeof little_32 - 1, 1, 1, "", "UTF-32");
  assert_one_error (big_32, sizeof big_32 - 1, 1, 1, "", "UTF-32");
  assert_one_error (big_32_bare, sizeof big_32_bare - 1, 1, 1, "", "UTF-32");
  assert_one_error (little_32_bare, sizeof little_32_bare - 1, 1, 1, "", "UTF-32");
  assert_one_error (nul, sizeof nul - 1, 1, 12, "", "NUL");
  assert_one_error (zeros, sizeof zeros - 1, 1, 1, "", "NUL");
  assert_one_error ("\x1f\x8b\x08", 3, 1, 2, "", "UTF-8");
}

static void
test_depth (void)
{
  static const guint depths[] = { 2047, 2048, 2049, 300000 };

  for (gsize i = 0; i < G_N_ELEMENTS (depths); i++) {
    g_autoptr (GString) text = g_string_new ("{\"milepost\":1,\"title\":\"Deep\",\"x\":");

    /* The object around it counts as a level, too. */
    for (guint level = 1; level < depths[i]; level++)
      g_string_append_c (text, '[');
    for (guint level = 1; level < depths[i]; level++)
      g_string_append_c (text, ']');
    g_string_append_c (text, '}');

    if (depths[i] <= 2048) {
      g_auto (Loaded) loaded = load (text->str, text->len);

      assert_expected (&loaded, "*:*: warning: /x: unknown key \"x\"");
    } else {
      assert_one_error (text->str, text->len, 1, 33 + 2048, "", "nested too deeply");
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/syntax", test_syntax);
  g_test_add_func ("/reader/encodings", test_encodings);
  g_test_add_func ("/reader/depth", test_depth);
  return g_test_run ();
}
