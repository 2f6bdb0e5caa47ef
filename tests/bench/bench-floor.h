/* bench-floor.h: the least that a frame of GTK can cost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes a window of the same size as another one, which must be visible. Where that one has the
 * widget, it has one colour, which bench_floor_step () changes. It is not visible yet. Free with
 * gtk_window_destroy (). */
GtkWindow *bench_floor_new (GtkWindow *window, GtkWidget *widget);

/* The widget of one colour; and a step of it, a BenchStepFunc. */
GtkWidget *bench_floor_get_widget (GtkWindow *floor);
void bench_floor_step (gpointer widget, guint i);

G_END_DECLS
