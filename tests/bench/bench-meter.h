/* bench-meter.h: how long the frames of a window take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time of a step is what the main thread spends from the step until the frame that shows it has
 * been painted, and the display server has done what it was told. Time in which the thread waits is
 * left out: the frame clock waits for its next tick, sixty a second, whatever the program does.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What many times of one thing come to, in milliseconds. */
typedef struct {
  guint n;
  double minimum;
  double median;
  double p95; /* one in twenty takes longer */
} BenchSummary;

/* Counts the time that the default main context waits. To be called once, before the others. */
void bench_meter_init (void);

/* Calls step (data, i), waits for the next frame of the window that the widget is in, and returns
 * the time in milliseconds. The widget must be in a visible window. */
typedef void (*BenchStepFunc) (gpointer data, guint i);
double bench_time_step (GtkWidget *widget, BenchStepFunc step, gpointer data, guint i);

/* The longest time that the main thread did not look for events, since the last call, in
 * milliseconds. */
double bench_longest_turn (void);

/* Lets the window come to rest: what it does a moment later is done as well. */
void bench_rest (void);

/* Sorts the times of an array of double, which must not be empty. */
BenchSummary bench_summarize (GArray *times);

G_END_DECLS
