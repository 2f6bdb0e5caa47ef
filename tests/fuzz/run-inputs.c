/* run-inputs.c: the inputs kept in files, through a fuzz target, without libFuzzer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: TARGET PATH...: each path is an input, a folder of inputs, or a file NAME.lines with an
 * input on each line. Prints the name of an input before it ends the program, and how many there
 * were after the last.
 */
#include "mp-fuzz.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

static guint n_inputs;

/* The input is copied to a block of its own size, so that reading beyond its end is noticed. */
static void
run_input (const char *data, gsize size)
{
  uint8_t *copy = g_malloc (MAX (size, 1));

  memcpy (copy, data, size);
  LLVMFuzzerTestOneInput (copy, size);
  g_free (copy);
  n_inputs++;
}

static void
run_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, &error))
    g_error ("%s", error->message);
  /* Seen only where the next step ends the program. */
  fprintf (stderr, "%s\n", path);
  if (g_str_has_suffix (path, ".lines")) {
    g_auto (GStrv) lines = g_strsplit (contents, "\n", -1);

    for (char **line = lines; *line != NULL; line++)
      run_input (*line, strlen (*line));
  } else {
    run_input (contents, size);
  }
}

static void
run_path (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  if (folder == NULL) {
    run_file (path);
    return;
  }
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (!g_str_has_suffix (name, ".problems"))
      run_path (child);
  }
}

int
main (int argc, char **argv)
{
  LLVMFuzzerInitialize (&argc, &argv);
  for (int i = 1; i < argc; i++)
    run_path (argv[i]);
  printf ("%u inputs\n", n_inputs);
  return n_inputs > 0 ? 0 : 1;
}
