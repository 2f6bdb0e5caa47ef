/* mp-zoom-path.c: the path of an animated zoom between two views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-zoom-path.h"

#include <math.h>

/* The paper's trade-off between zooming and panning; its users liked about 1.4 best. */
#define RHO G_SQRT2

/* The paper's formula divides by the distance between the middles of the views. Where that is less
 * than this share of their length, the path only zooms. */
#define NO_DISTANCE 1e-9

static gboolean
is_nested (MpView a, MpView b)
{
  return (a.begin <= b.begin && b.end <= a.end) || (b.begin <= a.begin && a.end <= b.end);
}

void
mp_zoom_path_init (MpZoomPath *path, MpView from, MpView to)
{
  double w0 = mp_view_span (from), w1 = mp_view_span (to);
  double u = fabs (mp_view_middle (to) - mp_view_middle (from));
  double rho2 = RHO * RHO, b0, b1;

  g_return_if_fail (w0 > 0 && w1 > 0);

  *path = (MpZoomPath) { .from = from, .to = to };
  path->nested = is_nested (from, to) || u < NO_DISTANCE * MAX (w0, w1);
  if (path->nested) {
    path->length = fabs (log (w1 / w0)) / RHO;
    return;
  }
  b0 = (w1 * w1 - w0 * w0 + rho2 * rho2 * u * u) / (2 * w0 * rho2 * u);
  b1 = (w1 * w1 - w0 * w0 - rho2 * rho2 * u * u) / (2 * w1 * rho2 * u);
  /* This is the paper's ln (-b + sqrt (b² + 1)), without its loss of digits. */
  path->start = -asinh (b0);
  path->length = (-asinh (b1) - path->start) / RHO;
}

double
mp_zoom_path_length (const MpZoomPath *path)
{
  return path->length;
}

static MpView
zoom_at (const MpZoomPath *path, double share)
{
  double w0 = mp_view_span (path->from), w1 = mp_view_span (path->to);
  double w = w0 * pow (w1 / w0, share);
  /* The share of the change of length that is done. Each edge has then done the same share of its
   * own way, which keeps the common day in its place. */
  double done = w1 != w0 ? (w - w0) / (w1 - w0) : share;
  double begin = path->from.begin + (path->to.begin - path->from.begin) * done;

  return (MpView) { begin, begin + w };
}

MpView
mp_zoom_path_at (const MpZoomPath *path, double share)
{
  double w0 = mp_view_span (path->from), c0 = mp_view_middle (path->from);
  double c1 = mp_view_middle (path->to);
  double s, u, w;

  if (share <= 0)
    return path->from;
  if (share >= 1)
    return path->to;
  if (path->nested)
    return zoom_at (path, share);
  s = share * path->length;
  u = w0 / (RHO * RHO) * (cosh (path->start) * tanh (RHO * s + path->start) - sinh (path->start));
  w = w0 * cosh (path->start) / cosh (RHO * s + path->start);
  c0 += c1 > c0 ? u : -u;
  return (MpView) { c0 - w / 2, c0 + w / 2 };
}
