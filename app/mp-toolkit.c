/* mp-toolkit.c: starts GTK
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-toolkit.h"

#include <gtk/gtk.h>

/* A theme without a single rule, which libadwaita brings along. GTK takes its own theme for a name
 * that it does not know, so nothing is lost where libadwaita no longer has it. */
#define EMPTY_THEME "Adwaita-empty"

/* The first GTK that reads GDK_DISABLE. */
#define DISABLE_SINCE 10

gboolean
mp_toolkit_has_gpu (const char *devices)
{
#ifdef __linux__
  /* The processors of other drivers than those of the kernel: NVIDIA's, and Windows' for Linux. */
  static const char *const others[] = { "nvidiactl", "dxg" };
  g_autofree char *folder = g_build_filename (devices, "dri", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  /* A card without a render node can show a picture, but not draw one. */
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autofree char *path = g_build_filename (devices, others[i], NULL);

    if (g_file_test (path, G_FILE_TEST_EXISTS))
      return TRUE;
  }
  return FALSE;
#else
  (void) devices;
  return TRUE;
#endif
}

/* Without a graphics processor, GL is drawn by the main one: GTK loads a compiler for it, which
 * takes longer than the rest of the start and more memory than the window, and frames take several
 * times as long as those of the Cairo renderer. Returns the name of the variable that was set to
 * tell GTK so for its start, or NULL. */
static const char *
leave_out_gl (void)
{
  if (g_getenv ("GSK_RENDERER") != NULL || g_getenv ("GDK_DEBUG") != NULL ||
      g_getenv ("GDK_DISABLE") != NULL || mp_toolkit_has_gpu ("/dev"))
    return NULL;
  /* It is read for each window, so it stays. */
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_debug ("there is no graphics processor: drawing without GL");
  if (gtk_get_minor_version () >= DISABLE_SINCE) {
    g_setenv ("GDK_DISABLE", "gl", TRUE);
    return "GDK_DISABLE";
  }
  g_setenv ("GDK_DEBUG", "gl-disable", TRUE);
  return "GDK_DEBUG";
}

gboolean
mp_toolkit_start (void)
{
  const char *no_gl = leave_out_gl ();
  gboolean no_theme = g_getenv ("GTK_THEME") == NULL;
  gboolean done;

  if (no_theme)
    g_setenv ("GTK_THEME", EMPTY_THEME, TRUE);
  done = gtk_init_check ();
  /* This reads the name of the theme and loads it, if opening the display has not done so. */
  if (done)
    gtk_settings_get_default ();
  /* libadwaita brings no styles if this is set, and programs that are opened from here must not
   * inherit the other. GTK has started threads that may read the environment meanwhile. They miss
   * nothing: a new variable is the last one, and is gone without another being moved. */
  if (no_theme)
    g_unsetenv ("GTK_THEME");
  if (no_gl != NULL)
    g_unsetenv (no_gl);
  return done;
}
