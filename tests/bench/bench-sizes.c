/* bench-sizes.c: the sizes of agreement that are measured
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-sizes.h"

#include "bench-agreement.h"

#include <gio/gio.h>
#include <stdio.h>

#define FEW_ROWS 16

gboolean
bench_size_parse (int argc, char **argv, BenchSize *size)
{
  guint64 n_rows = 0, n_entries;

  if (argc < 2 || !g_ascii_string_to_unsigned (argv[1], 10, 0, G_MAXUINT, &n_entries, NULL))
    return FALSE;
  if (g_str_equal (argv[0], "many"))
    n_rows = bench_many_rows ((guint) n_entries);
  else if (!g_ascii_string_to_unsigned (argv[0], 10, 1, G_MAXUINT, &n_rows, NULL))
    return FALSE;
  *size = (BenchSize) { (guint) n_rows, (guint) n_entries };
  return TRUE;
}

char *
bench_size_to_string (BenchSize size)
{
  if (size.n_entries == 0)
    return g_strdup ("   -   shipped");
  return g_strdup_printf ("%4u  %8u", size.n_rows, size.n_entries);
}

typedef struct {
  GSubprocess *process;
  GMainLoop *loop;
  guint timeout; /* 0 after it has run out */
} Run;

static gboolean
ran_out_cb (gpointer data)
{
  Run *run = data;

  run->timeout = 0;
  g_subprocess_force_exit (run->process);
  return G_SOURCE_REMOVE;
}

static void
ended_cb (GObject *process, GAsyncResult *result, gpointer data)
{
  Run *run = data;

  g_subprocess_wait_finish (G_SUBPROCESS (process), result, NULL);
  g_main_loop_quit (run->loop);
}

/* Returns whether the process did not fail. */
static gboolean
run_size (const char *program, char **arguments, guint limit_seconds, BenchSize size)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *rows = g_strdup_printf ("%u", size.n_rows);
  g_autofree char *entries = g_strdup_printf ("%u", size.n_entries);
  g_autofree char *words = bench_size_to_string (size);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) command = NULL;
  g_autoptr (GSubprocess) process = NULL;
  Run run = { .loop = loop };
  gboolean in_time;

  g_strv_builder_add_many (builder, program, rows, entries, NULL);
  g_strv_builder_addv (builder, (const char **) arguments);
  command = g_strv_builder_end (builder);
  process = g_subprocess_newv ((const char *const *) command, G_SUBPROCESS_FLAGS_NONE, &error);
  if (process == NULL)
    g_error ("%s", error->message);
  run.process = process;
  run.timeout = g_timeout_add_seconds (limit_seconds, ran_out_cb, &run);
  g_subprocess_wait_async (run.process, NULL, ended_cb, &run);
  g_main_loop_run (loop);
  in_time = run.timeout != 0;
  if (in_time)
    g_source_remove (run.timeout);
  else
    printf ("%-20s  %s  over %u s\n", "the rest", words, limit_seconds);
  fflush (stdout);
  return !in_time || g_subprocess_get_successful (process);
}

int
bench_run_sizes (const char *program, char **arguments, guint limit_seconds)
{
  static const guint sizes[] = { 20, 1000, 10000, 100000, 1000000 };
  gboolean done = run_size (program, arguments, limit_seconds, (BenchSize) { 1, 0 });

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    BenchSize few = { FEW_ROWS, sizes[i] };
    BenchSize many = { bench_many_rows (sizes[i]), sizes[i] };

    done = run_size (program, arguments, limit_seconds, few) && done;
    done = run_size (program, arguments, limit_seconds, many) && done;
  }
  return done ? 0 : 1;
}
