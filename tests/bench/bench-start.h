/* bench-start.h: from the command line to the first frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The environment names the programs: MP_PROGRAM, MP_BARE_WINDOW, and MP_FIRST_FRAME_SHIM, which is
 * preloaded into both. They open windows, so they need a display.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether there is a display, and the environment names the programs. */
gboolean bench_can_start (void);

/* Starts Milepost with the agreement of a file, or the shipped one for NULL, and waits until its
 * window is painted. */
void bench_start_milepost (const char *path);

/* The same for a window with nothing in it. */
void bench_start_bare_window (void);

G_END_DECLS
