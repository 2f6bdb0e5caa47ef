/* bench-start.h: from the command line to the first frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The programs are named by the environment: MP_PROGRAM, MP_BARE_WINDOW, and what is preloaded into
 * both, MP_FIRST_FRAME_SHIM. They open windows, so they need a display.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether there is a display, and the environment names the programs. */
gboolean bench_can_start (void);

/* Starts Milepost with the agreement in a file, NULL for the shipped one, and waits until its
 * window is painted. */
void bench_start_milepost (const char *path);

/* The same for a window with nothing in it. */
void bench_start_bare_window (void);

G_END_DECLS
