/* test-reader-values.c: JSON that is no agreement: wrong values, and values that contradict others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-reader-support.h"

static void
test_values (void)
{
  static const struct {
    const char *text;
    const char *value;
    const char *expected; /* as in a .problems file */
  } cases[] = {
    { "@", "5", "1:1: error: : expected an object, not a number" },
    { "@", "\"x\"", "1:1: error: : expected an object, not a string" },
    { "@", "{}", "1:1: error: : missing \"milepost\"" },
    { "@", "{\"name\":\"x\",\"version\":2}", "1:1: error: : missing \"milepost\"" },
    { "@", "{\"milepsot\":1,\"title\":\"T\"}",
      "1:1: error: : missing \"milepost\"\n"
      "1:2: warning: /milepsot: unknown key \"milepsot\"; did you mean \"milepost\"?" },
    { "{\"milepost\":@,\"title\":\"T\"}", "1.0", "" },
    { "{\"milepost\":@,\"title\":\"T\"}", "1e0", "" },
    { "{\"milepost\":@,\"title\":\"T\"}", "2", "1:13: error: /milepost: version 2" },
    { "{\"milepost\":@,\"x\":0}", "99999999999999999999", "1:13: error: /milepost: version 1e+20" },
    { "{\"milepost\":@,\"title\":\"T\"}", "\"1\"",
      "1:13: error: /milepost: expected a number, not a string" },
    { "{\"title\":\"T\",\"milepost\":@}", "1", "1:25: error: /milepost: must be the first" },
    { "{\"milepost\":1,\"title\":@}", "\"\"", "1:23: error: /title: \"title\" is empty" },
    { "{\"milepost\":1,\"title\":@}", "\" \\t\\n\"", "1:23: error: /title: \"title\" is empty" },
    { "{\"milepost\":1,\"title\":@}", "\"a\\nb\"", "1:23: error: /title: line break" },
    { "{\"milepost\":1,\"title\":@}", "\"a\\u007fb\"", "1:23: error: /title: control" },
    { "{\"milepost\":1,\"title\":@}", "\"a\\tb\"", "" },
    { HEAD "\"summary\":@}", "\"a\\nb\\r\\n\\tc\"", "" },
    { HEAD "\"summary\":@}", "\"a\\u001bb\"", "1:37: error: /summary: control character" },
    { HEAD "\"summary\":@}", "\"\"", "" },
    { HEAD "\"summary\":@}", "false",
      "1:37: error: /summary: expected a string, not true or false" },
    { HEAD "\"checked\":@}", "\"2026-11\"", "1:37: error: /checked: must be a day" },
    { HEAD "\"checked\":@}", "\"2026-11-23~\"", "1:37: error: /checked: must be a day" },
    { HEAD "\"checked\":@}", "\"2026-11-23T10:00:00Z\"", "1:37: error: /checked: must be a day" },
    { HEAD "\"checked\":@}", "\"2026-11-31\"", "1:37: error: /checked: \"2026-11-31\": " },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"\"",
      "1:44: error: /parties/0/id: empty" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"A\"",
      "1:44: error: /parties/0/id: no id" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"-a\"",
      "1:44: error: /parties/0/id: no id" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"a-\"",
      "1:44: error: /parties/0/id: no id" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"a--b\"",
      "1:44: error: /parties/0/id: no id" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"a_b\"",
      "1:44: error: /parties/0/id: no id" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"é\"",
      "1:44: error: /parties/0/id: no id" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"1-a-2b\"", "" },
    { HEAD "\"parties\":[@]}", "{\"id\":\"a\",\"name\":\"A\"},\n{\"id\":\"a\",\"name\":\"B\"}",
      "2:7: error: /parties/1/id: duplicate id \"a\"; see line 1" },
    { HEAD "\"topics\":[{\"id\":\"t\",\"title\":\"T\",\"color\":@}]}", "\"Blue\"",
      "1:67: error: /topics/0/color: unknown color \"Blue\"; did you mean \"blue\"?" },
    { HEAD "\"topics\":[{\"id\":\"t\",\"title\":\"T\",\"color\":@}]}", "\"\"",
      "1:67: error: /topics/0/color: unknown color \"\"; it is one of gray, blue," },
    { TERM, "", "" },
    { TERM, "{\"span\":\"2026\",\"state\":\"S\"," CLAIM "}",
      "1:*: error: /terms/0/phases/0/span: needs an interval" },
    { TERM, "{\"span\":\"../..\",\"state\":\"S\"," CLAIM "}", "" },
    { TERM, "{\"span\":\"2030/2026\",\"state\":\"S\"," CLAIM "}",
      "1:*: error: /terms/0/phases/0/span: \"2030/2026\": the interval ends" },
    { TERM, "{\"span\":\"2024/2026\",\"state\":\"S\"," CLAIM ",\"ends_early\":{\"wen\":\"x\"}}",
      "1:*: error: /terms/0/phases/0/ends_early: missing \"when\"\n"
      "1:*: warning: /terms/0/phases/0/ends_early/wen: did you mean \"when\"?" },
    { TERM, "{\"span\":\"2024/2026\",\"state\":\"S\"," CLAIM ",\"ends_early\":\"x\"}",
      "1:*: error: /terms/0/phases/0/ends_early: expected an object" },
    { TERM, "{\"span\":\"2024/2026\",\"state\":\"S\",\"certainty\":\"stated\",\"sources\":[]}",
      "1:*: error: /terms/0/phases/0/sources: at least one source" },
    { TERM,
      "{\"span\":\"2024/"
      "2026\",\"state\":\"S\",\"certainty\":\"stated\",\"sources\":[{\"at\":\"x\"}]}",
      "1:*: error: /terms/0/phases/0/sources/0: missing \"id\"" },
    { MILESTONE, "\"changes\":[\"x\"]", "1:*: error: /milestones/0/changes/0: unknown term \"x\"" },
    { MILESTONE, "\"changes\":[3]", "1:*: error: /milestones/0/changes/0: expected a string" },
    { MILESTONE,
      "\"amounts\":[{\"value\":9007199254740993,\"unit\":\"u\",\"what\":\"w\",\"certainty\":"
      "\"stated\"}]",
      "" },
    { MILESTONE,
      "\"amounts\":[{\"value\":9007199254740994,\"unit\":\"u\",\"what\":\"w\",\"certainty\":"
      "\"stated\"}]",
      "1:*: error: /milestones/0/amounts/0/value: too large" },
    { MILESTONE,
      "\"amounts\":[{\"value\":-1e300,\"unit\":\"u\",\"what\":\"w\",\"certainty\":\"stated\"}]",
      "1:*: error: /milestones/0/amounts/0/value: too large" },
    { MILESTONE, "\"a/b~\":1", "1:*: warning: /milestones/0/a~1b~0: unknown key \"a/b~\"" },
    { MILESTONE, "\"\\u202e\":1", "1:*: warning: /milestones/0/\\u202e: unknown key \"\\u202e\"" },
    { MILESTONE, "\"Summary\":\"x\"", "1:*: warning: *: did you mean \"summary\"?" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = put (cases[i].text, cases[i].value);
    g_auto (Loaded) loaded = load (text, strlen (text));

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    assert_expected (&loaded, cases[i].expected);
  }
}

static void
test_milestone_values (void)
{
  static const char text[] =
    HEAD TOPIC SOURCE "\"milestones\":[{\"id\":\"m\",\"date\":\"%s\",\"title\":\"M\","
                      "\"topic\":\"t\",\"importance\":%s," CLAIM "}]}";
  static const struct {
    const char *date;
    const char *importance;
    const char *expected;
  } cases[] = {
    { "2026", "1", "" },
    { "2026-04~", "3", "" },
    { "2026/2027", "2.0", "" },
    { "2026/..", "1", "" },
    { "/2026", "1", "" },
    { "../..", "1", "1:*: error: /milestones/0/date: at one end" },
    { "2026", "0", "1:*: error: /milestones/0/importance: 1, 2 or 3" },
    { "2026", "4", "1:*: error: /milestones/0/importance: 1, 2 or 3" },
    { "2026", "1.5", "1:*: error: /milestones/0/importance: 1, 2 or 3" },
    { "2026", "-1e99", "1:*: error: /milestones/0/importance: 1, 2 or 3" },
    { "", "1", "1:*: error: /milestones/0/date: empty" },
    { "soon", "1", "1:*: error: /milestones/0/date: \"soon\": " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) parts = g_strsplit (text, "%s", 3);
    g_autofree char *made =
      g_strconcat (parts[0], cases[i].date, parts[1], cases[i].importance, parts[2], NULL);
    g_auto (Loaded) loaded = load (made, strlen (made));

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    assert_expected (&loaded, cases[i].expected);
  }
}

static void
test_addresses (void)
{
  static const char text[] =
    HEAD "\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"press\",\"url\":@}]}";
  static const char *const good[] = {
    "https://example.com",
    "http://example.com/",
    "HTTPS://Example.com/a%20b?c=d&e=f#g",
    "https://example.com:8080/",
    "https://[::1]/",
    "https://exämple.com/ä",
    "https://127.0.0.1",
    "https://example.com/a@b",
    "https://example.com/a(b)'c'~d!e$f*g,h;i=j+k",
  };
  static const char *const bad[] = {
    "",
    "example.com",
    "/a",
    "//example.com",
    "http:",
    "https://",
    "https:///a",
    "http://:80/",
    "ftp://example.com",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:a@example.com",
    "https:example.com",
    "https://example.com/a b",
    "httpsx://example.com",
    "https://user@example.com",
    "https://user:word@example.com/",
    " https://example.com",
    "https://example.com:port/",
    "https://exa<mple.com",
    "https://example.com/%zz",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autofree char *value = g_strdup_printf ("\"%s\"", good[i]);
    g_autofree char *made = put (text, value);
    g_auto (Loaded) loaded = load (made, strlen (made));

    g_test_message ("good: %s", good[i]);
    assert_expected (&loaded, "");
  }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *value = g_strdup_printf ("\"%s\"", bad[i]);
    g_autofree char *made = put (text, value);

    g_test_message ("bad: %s", bad[i]);
    assert_one_error (made, strlen (made), 1, 81, "/sources/0/url", "");
  }
}

static void
test_overlaps (void)
{
  static const struct {
    const char *spans[3];
    const char *expected;
  } cases[] = {
    { { "2020/2022", "2022/2024", NULL }, "" },
    { { "2020/2023", "2022/2024", NULL }, "" }, /* only the uncertain ends overlap */
    { { "2020/2024", "2022/2026", NULL }, "3:9: error: /terms/0/phases/1/span: line 2" },
    { { "2022/2026", "2020/2024", NULL }, "3:9: error: /terms/0/phases/1/span: line 2" },
    { { "2020/2030", "2022/2024", "2025/2027" },
      "3:9: error: /terms/0/phases/1/span: \"A\" (2020/2030) and \"B\" (2022/2024)\n"
      "4:9: error: /terms/0/phases/2/span: \"A\" (2020/2030) and \"C\" (2025/2027)" },
    { { "2020/2030", "2020/2030", NULL }, "3:9: error: /terms/0/phases/1/span: line 2" },
    { { "2020/", "2022/2024", NULL }, "" }, /* it is not said to have lasted until then */
    { { "/2024", "2020/2022", NULL }, "" },
    { { "2020/..", "2022/2024", NULL }, "3:9: error: /terms/0/phases/1/span: line 2" },
    { { "../2024", "2020/2022", NULL }, "3:9: error: /terms/0/phases/1/span: line 2" },
    { { "../..", "../..", NULL }, "3:9: error: /terms/0/phases/1/span: line 2" },
    { { "2020-01-01/2020-01-02", "2020-01-02/2020-01-03", NULL }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) phases = g_string_new (NULL);
    g_autofree char *text = NULL;
    g_auto (Loaded) loaded = { NULL, NULL };

    for (guint j = 0; j < 3 && cases[i].spans[j] != NULL; j++)
      g_string_append_printf (phases, "%s\n{\"span\":\"%s\",\"state\":\"%c\"," CLAIM "}",
                              j > 0 ? "," : "", cases[i].spans[j], 'A' + j);
    text = put (TERM, phases->str);
    loaded = load (text, strlen (text));
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    assert_expected (&loaded, cases[i].expected);
  }
}

static void
test_repeated_change (void)
{
  static const char text[] = HEAD TOPIC SOURCE
    "\"terms\":[{\"id\":\"a\",\"title\":\"A\",\"topic\":\"t\",\"phases\":[]},"
    "{\"id\":\"b\",\"title\":\"B\",\"topic\":\"t\",\"phases\":[]}],\"milestones\":["
    "{\"id\":\"m\",\"date\":\"2026\",\"title\":\"M\",\"topic\":\"t\",\"importance\":1," CLAIM
    ",\"changes\":[\n\"a\",\n\"b\",\n\"a\"]},"
    "{\"id\":\"n\",\"date\":\"2026\",\"title\":\"N\",\"topic\":\"t\",\"importance\":1," CLAIM
    ",\"changes\":[\"a\",\"b\"]}]}";

  assert_one_error (text, strlen (text), 4, 1, "/milestones/0/changes/2",
                    "the term \"a\" is named twice; see line 2");
}

/* If the array of topics is missing its ids are not known, so no reference to them is reported. */
static void
test_no_cascade (void)
{
  static const char text[] = HEAD SOURCE
    "\"topics\":{},\"terms\":[{\"id\":\"a\",\"title\":\"A\",\"topic\":\"t\",\"phases\":[]}]}";
  static const char bad_id[] =
    HEAD SOURCE "\"topics\":[{\"id\":\"T 1\",\"title\":\"T\"}],"
                "\"terms\":[{\"id\":\"a\",\"title\":\"A\",\"topic\":\"T 1\","
                "\"phases\":[]}]}";
  g_auto (Loaded) loaded = load (text, strlen (text));
  g_auto (Loaded) other = load (bad_id, strlen (bad_id));

  assert_expected (&loaded, "1:*: error: /topics: expected an array");
  assert_expected (&other, "1:*: error: /topics/0/id: no id");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/values", test_values);
  g_test_add_func ("/reader/milestone-values", test_milestone_values);
  g_test_add_func ("/reader/addresses", test_addresses);
  g_test_add_func ("/reader/overlaps", test_overlaps);
  g_test_add_func ("/reader/repeated-change", test_repeated_change);
  g_test_add_func ("/reader/no-cascade", test_no_cascade);
  return g_test_run ();
}
