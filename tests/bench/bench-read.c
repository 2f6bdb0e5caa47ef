/* bench-read.c: reads a file in a process of its own, for its time and its memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     usage: bench-read milepost|jansson FILE
 *
 * Prints the seconds that reading took, the seconds of processor time, and how many KiB more than
 * before are in memory while what was read is kept. The peak is for whoever waits for the process.
 */
#include "mp-reader.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double
seconds (clockid_t id)
{
  struct timespec time;

  clock_gettime (id, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

/* In KiB. */
static gulong
resident (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line != NULL ? strtoul (line + strlen ("VmRSS:"), NULL, 10) : 0;
}

/* Returns what must stay in memory. */
static gpointer
read_milepost (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  MpAgreement *agreement = mp_reader_load_file (file, NULL, NULL, NULL, problems, &error);

  if (error != NULL)
    g_error ("%s", error->message);
  return agreement;
}

static gpointer
read_jansson (const char *path)
{
  return json_load_file (path, 0, NULL);
}

int
main (int argc, char **argv)
{
  double begin, processor;
  gulong before;
  gpointer kept;

  if (argc != 3) {
    fputs ("usage: bench-read milepost|jansson FILE\n", stderr);
    return 2;
  }
  before = resident ();
  begin = seconds (CLOCK_MONOTONIC);
  processor = seconds (CLOCK_PROCESS_CPUTIME_ID);
  kept = g_str_equal (argv[1], "jansson") ? read_jansson (argv[2]) : read_milepost (argv[2]);
  printf ("%.6f %.6f %lu\n", seconds (CLOCK_MONOTONIC) - begin,
          seconds (CLOCK_PROCESS_CPUTIME_ID) - processor, resident () - before);
  return kept != NULL ? 0 : 1;
}
