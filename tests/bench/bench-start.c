/* bench-start.c: from the command line to the first frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-start.h"

#include <gio/gio.h>

gboolean
bench_can_start (void)
{
  return (g_getenv ("DISPLAY") != NULL || g_getenv ("WAYLAND_DISPLAY") != NULL) &&
         g_getenv ("MP_PROGRAM") != NULL && g_getenv ("MP_BARE_WINDOW") != NULL &&
         g_getenv ("MP_FIRST_FRAME_SHIM") != NULL;
}

/* A file on standard input is read before the window opens, so the first frame shows it. */
static void
start (const char *program, const char *argument, const char *input)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", g_getenv ("MP_FIRST_FRAME_SHIM"), TRUE);
  if (input != NULL)
    g_subprocess_launcher_set_stdin_file_path (launcher, input);
  process = g_subprocess_launcher_spawn (launcher, &error, program, argument, NULL);
  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    g_error ("%s: %s", program, error->message);
}

void
bench_start_milepost (const char *path)
{
  start (g_getenv ("MP_PROGRAM"), path != NULL ? "-" : NULL, path);
}

void
bench_start_bare_window (void)
{
  start (g_getenv ("MP_BARE_WINDOW"), NULL, NULL);
}
