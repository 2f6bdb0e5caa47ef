/* mp-geometry.h: sizes and rectangles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All lengths are in logical pixels, and y points down.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double width;
  double height;
} MpSize;

typedef struct {
  double x;
  double y;
  double width;
  double height;
} MpRect;

/* Returns whether a point lies in a rectangle. Its right and its lower edge do not belong to it. */
static inline gboolean
mp_rect_contains (MpRect rect, double x, double y)
{
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

/* Returns whether two rectangles share some area. A rectangle without area shares none. */
static inline gboolean
mp_rect_intersects (MpRect a, MpRect b)
{
  return MAX (a.x, b.x) < MIN (a.x + a.width, b.x + b.width) &&
         MAX (a.y, b.y) < MIN (a.y + a.height, b.y + b.height);
}

/* Returns the rectangle grown on all sides. */
static inline MpRect
mp_rect_grow (MpRect rect, double by)
{
  return (MpRect) { rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

/* Returns the rectangle grown about its middle to at least this width and height, so that a finger
 * or a pointer can hit it. */
static inline MpRect
mp_rect_at_least (MpRect rect, double size)
{
  double dx = MAX (0, size - rect.width) / 2, dy = MAX (0, size - rect.height) / 2;

  return (MpRect) { rect.x - dx, rect.y - dy, rect.width + 2 * dx, rect.height + 2 * dy };
}

/* Returns the part of the rectangle between two vertical lines. Its width is 0 if no part of the
 * rectangle lies there. */
static inline MpRect
mp_rect_clip_x (MpRect rect, double begin, double end)
{
  double x0 = MAX (rect.x, begin), x1 = MIN (rect.x + rect.width, end);

  return (MpRect) { x0, rect.y, MAX (0, x1 - x0), rect.height };
}

G_END_DECLS
