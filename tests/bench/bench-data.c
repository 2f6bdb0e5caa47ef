/* bench-data.c: writes an agreement to measure with, for use by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     usage: bench-data ROWS|many ENTRIES >FILE
 */
#include "bench-agreement.h"

#include <stdio.h>

int
main (int argc, char **argv)
{
  guint n_rows, n_entries;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize size;

  if (argc != 3) {
    fputs ("usage: bench-data ROWS|many ENTRIES >FILE\n", stderr);
    return 2;
  }
  n_entries = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  n_rows = g_str_equal (argv[1], "many") ? bench_many_rows (n_entries)
                                         : (guint) g_ascii_strtoull (argv[1], NULL, 10);
  if (n_entries < 2 || n_rows < 1) {
    fputs ("bench-data: at least two entries in a row are needed\n", stderr);
    return 2;
  }
  bytes = bench_agreement_new (n_rows, n_entries);
  data = g_bytes_get_data (bytes, &size);
  return fwrite (data, 1, size, stdout) == size ? 0 : 3;
}
