/* bench-sizes.h: the sizes of agreement that are measured
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An agreement of bench_agreement_new (), or the shipped one. */
typedef struct {
  guint n_rows;
  guint n_entries; /* 0 for the shipped agreement */
} BenchSize;

/* Reads a size from the beginning of the arguments: two numbers, or "many" and a number. Returns
 * FALSE, and stores nothing, where they begin with something else. */
gboolean bench_size_parse (int argc, char **argv, BenchSize *size);

/* Returns the two columns that say which size it is. Free with g_free (). */
char *bench_size_to_string (BenchSize size) G_GNUC_WARN_UNUSED_RESULT;

/* Runs a program for every size, in a process each: "PROGRAM ROWS ENTRIES", then the arguments.
 * Says so on standard output where a process does not end within the given time, and stops it.
 * Returns the status to exit with: 1 where a process failed, which is not to run out of time. */
int bench_run_sizes (const char *program, char **arguments, guint limit_seconds);

G_END_DECLS
