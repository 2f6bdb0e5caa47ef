/* mp-zoom-path.h: the way from one view to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After Jarke J. van Wijk and Wim A. A. Nuij, "Smooth and efficient zooming and panning", IEEE
 * Symposium on Information Visualization 2003: the way on which the picture seems to move at one
 * speed all along. It zooms out to go far, and in again. Where one view lies within the other the
 * way zooms about the one day that has the same place in both, and so that day stands still.
 */
#pragma once

#include "mp-view.h"

G_BEGIN_DECLS

/* Made by mp_zoom_path_init (); its members are for mp_zoom_path_at () alone. */
typedef struct {
  MpView from;
  MpView to;
  double length;
  gboolean nested;
  double start; /* r0 of the paper */
} MpZoomPath;

/* The way between two views, each with begin < end. */
void mp_zoom_path_init (MpZoomPath *path, MpView from, MpView to);

/* How long it seems: about 1 for going on by one view's width, or for zooming to twice as near. */
double mp_zoom_path_length (const MpZoomPath *path);

/* The view at a share of the way, from 0 to 1; exactly the one and the other at its ends. */
MpView mp_zoom_path_at (const MpZoomPath *path, double share);

G_END_DECLS
