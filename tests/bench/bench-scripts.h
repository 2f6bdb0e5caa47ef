/* bench-scripts.h: what a user does in the window while its frames are measured
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-window.h"

G_BEGIN_DECLS

typedef struct {
  MpWindow *window;
  MpSession *session;
  MpAgreement *agreement;
  MpTimeline *timeline;
} BenchSubject;

/* A number of steps, each of which leads to a frame. */
typedef struct {
  const char *name;
  guint n_steps;
  void (*prepare) (BenchSubject *subject); /* or NULL */
  void (*step) (BenchSubject *subject, guint i);
  void (*finish) (BenchSubject *subject); /* or NULL */
} BenchScript;

/* All scripts. Each begins with the view that shows everything, and leaves no trace. */
const BenchScript *bench_scripts_get (guint *n_scripts);

G_END_DECLS
