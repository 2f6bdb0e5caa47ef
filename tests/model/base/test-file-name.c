/* test-file-name.c: names of files, whatever the address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-file-name.h"
#include "mp-untrusted-text.h"

#include "mp-test-addresses.h"

#include <string.h>

static void
assert_name (GFile *file, const char *address)
{
  g_autofree char *name = mp_file_name (file, 0);
  g_autofree char *cut = mp_file_name (file, 5);
  g_autofree char *escaped = g_strescape (address, NULL);

  g_test_message ("%s: %s", escaped, name);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_cmpstr (name, !=, "");
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_false (mp_untrusted_text_is_unsafe (g_utf8_get_char (p)));
  /* An escaped character is longer than one character. */
  g_assert_cmpint (g_utf8_strlen (cut, -1), <=, 5 * strlen ("\\ue0041") + 1);
}

static void
test_odd (void)
{
  g_auto (GStrv) addresses = mp_test_addresses ();

  for (char **address = addresses; *address != NULL; address++) {
    g_autoptr (GFile) by_uri = g_file_new_for_uri (*address);
    g_autoptr (GFile) by_path = g_file_new_for_path (*address);
    g_autoptr (GFile) by_argument = g_file_new_for_commandline_arg (*address);
    g_autoptr (GFile) by_hand = g_file_parse_name (*address);

    assert_name (by_uri, *address);
    assert_name (by_path, *address);
    assert_name (by_argument, *address);
    assert_name (by_hand, *address);
  }
}

/* What replaces a part of GIO replaces nothing else. */
static void
test_guard (void)
{
  static const struct {
    const char *typed;
    const char *uri;
  } cases[] = {
    { "/tmp/chart.png", "file:///tmp/chart.png" },
    { "/", "file:///" },
    { "file:///tmp/a%20b", "file:///tmp/a%20b" },
    { "resource:///a/b%20c", "resource:///a/b%20c" },
    { "resource:///", "resource:///" },
    { "resource:///a/../b//c", "resource:///b/c" },
  };
  g_autoptr (GFile) home = g_file_parse_name ("~");
  g_autoptr (GFile) nothing = g_file_parse_name ("");

  g_assert_true (g_file_is_native (home));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GFile) file = g_file_parse_name (cases[i].typed);
    g_autofree char *uri = g_file_get_uri (file);

    g_assert_cmpstr (uri, ==, cases[i].uri);
  }
}

static void
test_names (void)
{
  static const struct {
    const char *uri;
    const char *name;
  } cases[] = {
    { "file:///a/b.json", "b.json" },
    { "file:///a/b%20c.json", "b c.json" },
    { "file:///a/%c3%a9.json", "é.json" },
    { "file:///a/%ff.json", "\\xff.json" },
    { "file:///a/%e2%80%ae.json", "\\u202e.json" },
    { "https://doi.org/10.1000%2F182", "https://doi.org/10.1000%2F182" },
    { "nonsense", "nonsense" },
    { "resource:///a/b.json", "b.json" },
    { "resource:///a/%", "resource:///a/%" },
    { "", "?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GFile) file = g_file_new_for_uri (cases[i].uri);
    g_autofree char *name = mp_file_name (file, 0);

    g_assert_cmpstr (name, ==, cases[i].name);
  }
}

static void
test_offer (void)
{
  static const struct {
    const char *title;
    const char *name;
  } cases[] = {
    { "Lease", "Lease.png" },
    { "A/B: \"C\"", "A-B- -C-.png" },
    { "", "chart.png" },
    { " . ", "chart.png" },
    { ".hidden", "hidden.png" },
    { "Lease...", "Lease.png" },
    { "a\tb\nc\177", "a-b-c-.png" },
    { "\342\200\256gnp", "-gnp.png" },
    { "Vertrag für Öl", "Vertrag für Öl.png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = mp_file_name_offer (cases[i].title, "chart", ".png");

    g_assert_cmpstr (name, ==, cases[i].name);
  }
}

/* The name is cut so that it fits, between characters, and the extension is never cut. */
static void
test_offer_long (void)
{
  static const char *const characters[] = { "a", "ä", "€", "😀", "e\314\201\314\202" };

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++) {
    for (guint before = 0; before < 8; before++) {
      g_autoptr (GString) title = g_string_new (NULL);
      g_autofree char *name = NULL;
      gsize length = strlen (characters[i]);

      for (guint n = 0; n < before; n++)
        g_string_append_c (title, 'x');
      while (title->len < 1000)
        g_string_append (title, characters[i]);
      name = mp_file_name_offer (title->str, "chart", ".png");
      g_assert_cmpuint (strlen (name), <=, 255);
      g_assert_cmpuint (strlen (name), >, 255 - length);
      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_true (g_str_has_suffix (name, ".png"));
      g_assert_cmpuint ((strlen (name) - strlen (".png") - before) % length, ==, 0);
    }
  }
}

static void
test_descriptor (void)
{
  g_assert_cmpint (mp_file_name_descriptor ("/dev/stdin"), ==, 0);
  g_assert_cmpint (mp_file_name_descriptor ("/dev/stdout"), ==, 1);
  g_assert_cmpint (mp_file_name_descriptor ("/dev/fd/63"), ==, 63);
  g_assert_cmpint (mp_file_name_descriptor ("/proc/self/fd/0"), ==, 0);
  g_assert_cmpint (mp_file_name_descriptor ("/dev/fd/"), ==, -1);
  g_assert_cmpint (mp_file_name_descriptor ("/dev/fd/-1"), ==, -1);
  g_assert_cmpint (mp_file_name_descriptor ("/dev/fd/99999999999"), ==, -1);
  g_assert_cmpint (mp_file_name_descriptor ("/dev/null"), ==, -1);
  g_assert_cmpint (mp_file_name_descriptor ("stdin"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mp_file_name_guard ();
  g_test_add_func ("/file-name/odd-addresses", test_odd);
  g_test_add_func ("/file-name/guard", test_guard);
  g_test_add_func ("/file-name/of-addresses", test_names);
  g_test_add_func ("/file-name/offer", test_offer);
  g_test_add_func ("/file-name/offer/long", test_offer_long);
  g_test_add_func ("/file-name/descriptor", test_descriptor);
  return g_test_run ();
}
