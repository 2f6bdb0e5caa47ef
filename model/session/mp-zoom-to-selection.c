/* mp-zoom-to-selection.c: the view that shows one item
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-zoom-to-selection.h"

/* The length of the view as a multiple of the item's, and at least this share of the agreement's.
 */
static const struct {
  double times;
  double least;
} framings[] = {
  [MP_ZOOM_CONTEXT] = { 3, 1.0 / 12 },
  [MP_ZOOM_CLOSE] = { 1.15, 1.0 / 60 },
};

gboolean
mp_zoom_to_item (MpSession *session, MpItem item, MpZoomDepth depth, MpView *view)
{
  MpView days, all;
  double span, begin;

  g_return_val_if_fail (MP_IS_SESSION (session), FALSE);

  if (!mp_session_get_item_days (session, item, &days))
    return FALSE;
  all = mp_session_get_fit_view (session);
  span =
    MAX (mp_view_span (days) * framings[depth].times, mp_view_span (all) * framings[depth].least);
  span = CLAMP (span, MP_SESSION_MIN_DAYS, MAX (mp_view_span (all), MP_SESSION_MIN_DAYS));
  /* The item is in the middle, unless the view would then go beyond the agreement. */
  begin = mp_view_middle (days) - span / 2;
  begin = CLAMP (begin, all.begin, MAX (all.begin, all.end - span));
  *view = (MpView) { begin, begin + span };
  return TRUE;
}

MpView
mp_zoom_to_selection (MpSession *session, MpView from)
{
  MpItem item;
  MpView context, close;

  g_return_val_if_fail (MP_IS_SESSION (session), from);

  item = mp_session_get_selection (session);
  if (!mp_zoom_to_item (session, item, MP_ZOOM_CONTEXT, &context) ||
      !mp_zoom_to_item (session, item, MP_ZOOM_CLOSE, &close))
    return mp_session_get_fit_view (session);
  if (mp_view_is_near (from, close))
    return mp_session_get_fit_view (session);
  return mp_view_is_near (from, context) ? close : context;
}
