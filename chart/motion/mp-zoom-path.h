/* mp-zoom-path.h: the path of an animated zoom between two views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The path follows Jarke J. van Wijk and Wim A. A. Nuij, "Smooth and efficient zooming and
 * panning", IEEE Symposium on Information Visualization 2003. The picture seems to move at a
 * constant speed; on the way to a distant view, the path zooms out and in again. If one view lies
 * within the other, the path zooms about the one day that has the same place in both, so that this
 * day stands still.
 */
#pragma once

#include "mp-view.h"

G_BEGIN_DECLS

/* Initialized by mp_zoom_path_init (). All members are private. */
typedef struct {
  MpView from;
  MpView to;
  double length;
  gboolean nested; /* one view lies within the other */
  double start;    /* r0 of the paper */
} MpZoomPath;

/* Sets path to the one between two views, each with begin < end. */
void mp_zoom_path_init (MpZoomPath *path, MpView from, MpView to);

/* Returns how long the path seems to the user, from which the duration of an animation follows:
 * about 1 for panning by the width of the view, and about half of that for zooming by a factor
 * of 2.
 */
double mp_zoom_path_length (const MpZoomPath *path);

/* Returns the view at a share of the path from 0 to 1. At 0 and at 1 it is exactly the one and the
 * other of the two views. */
MpView mp_zoom_path_at (const MpZoomPath *path, double share);

G_END_DECLS
