/* mp-view.h: the days in view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest view, as a multiple of the view that shows all of an agreement. */
#define MP_VIEW_MAX_ZOOM_OUT 2.0

/* Days from begin to end, begin < end, counted from 1970-01-01T00:00Z. */
typedef struct {
  double begin;
  double end;
} MpView;

static inline double
mp_view_span (MpView view)
{
  return view.end - view.begin;
}

static inline double
mp_view_middle (MpView view)
{
  return view.begin + (view.end - view.begin) / 2;
}

/* Whether two views look the same: they differ by less than a thousandth of their length. */
static inline gboolean
mp_view_is_near (MpView a, MpView b)
{
  double least = MIN (mp_view_span (a), mp_view_span (b)) / 1000;

  return ABS (a.begin - b.begin) < least && ABS (a.end - b.end) < least;
}

G_END_DECLS
