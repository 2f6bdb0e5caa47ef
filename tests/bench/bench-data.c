/* bench-data.c: writes an agreement to measure with, for use by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     usage: bench-data ROWS|many ENTRIES >FILE
 */
#include "bench-agreement.h"
#include "bench-sizes.h"

#include <stdio.h>

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  BenchSize size;
  gsize length;

  if (argc != 3 || !bench_size_parse (argc - 1, argv + 1, &size) || size.n_entries < 2) {
    fputs ("usage: bench-data ROWS|many ENTRIES >FILE, for at least two entries\n", stderr);
    return 2;
  }
  bytes = bench_agreement_new (size.n_rows, size.n_entries);
  data = g_bytes_get_data (bytes, &length);
  return fwrite (data, 1, length, stdout) == length ? 0 : 3;
}
