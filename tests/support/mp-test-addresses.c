/* mp-test-addresses.c: odd addresses of files, as they may come from outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-test-addresses.h"

char **
mp_test_addresses (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "support", "odd-addresses.lines", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char **lines;
  guint n;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  /* The last line ends with a newline, as all others do. */
  lines = g_strsplit (text, "\n", -1);
  n = g_strv_length (lines) - 1;
  g_assert_cmpstr (lines[n], ==, "");
  g_clear_pointer (&lines[n], g_free);
  g_assert_cmpuint (n, >, 100);
  for (guint i = 0; i < n; i++) {
    char *line = g_strcompress (lines[i]);

    g_free (lines[i]);
    lines[i] = line;
  }
  return lines;
}
