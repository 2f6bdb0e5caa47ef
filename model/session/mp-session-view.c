/* mp-session-view.c: the days in view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-session-private.h"

#include "mp-agreement.h"

#include <math.h>

/* The margin on each side of the view that fits, as a share of the agreement's length. */
#define FIT_MARGIN 0.03

/* On a side where something has no bound, the view can go beyond the agreement by its length, and
 * at least by this many days, a century. */
#define FAR_DAYS 36525.0

static double
instant_to_day (MpInstant instant)
{
  return (double) instant / (double) MP_SECONDS_PER_DAY;
}

void
mp_session_fit_span (MpAgreement *agreement, MpInstant today, double *begin, double *end)
{
  MpInstant earliest = today, latest = today + MP_SECONDS_PER_DAY;
  MpInstant first, last;
  double margin;

  if (agreement != NULL && mp_agreement_get_extent (agreement, &first, &last)) {
    earliest = MIN (earliest, first);
    latest = MAX (latest, last);
  }
  *begin = instant_to_day (earliest);
  *end = instant_to_day (latest);
  /* A single day is shown with 45 days around it. */
  margin = MAX ((*end - *begin) * FIT_MARGIN, 45.0 - (*end - *begin) / 2);
  *begin -= margin;
  *end += margin;
}

void
mp_session_find_limits (MpSession *self)
{
  gboolean has_start = TRUE, has_end = TRUE;
  double far;

  mp_session_fit_span (self->agreement, self->today, &self->fit_begin, &self->fit_end);
  if (self->agreement != NULL) {
    const MpPhases *phases = mp_agreement_phases (self->agreement);
    const MpMilestones *milestones = mp_agreement_milestones (self->agreement);

    for (guint32 i = 0; i < phases->length; i++) {
      has_start = has_start && phases->earliest_start[i] != MP_INSTANT_MIN;
      has_end = has_end && phases->latest_end[i] != MP_INSTANT_MAX;
    }
    for (guint32 i = 0; i < milestones->length; i++) {
      has_start = has_start && milestones->earliest[i] != MP_INSTANT_MIN;
      has_end = has_end && milestones->after[i] != MP_INSTANT_MAX;
    }
  }
  far = MAX (self->fit_end - self->fit_begin, FAR_DAYS);
  self->far_begin = has_start ? self->fit_begin : self->fit_begin - far;
  self->far_end = has_end ? self->fit_end : self->fit_end + far;
}

double
mp_session_get_begin (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), 0);
  return self->begin;
}

double
mp_session_get_end (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), 0);
  return self->end;
}

MpView
mp_session_get_view (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), ((MpView) { 0, 1 }));
  return (MpView) { self->begin, self->end };
}

MpView
mp_session_get_fit_view (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), ((MpView) { 0, 1 }));
  return (MpView) { self->fit_begin, self->fit_end };
}

MpViewHistory *
mp_session_get_history (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->history;
}

static double
limit_span (MpSession *self, double span)
{
  return CLAMP (
    span, MP_SESSION_MIN_DAYS,
    MAX ((self->fit_end - self->fit_begin) * MP_VIEW_MAX_ZOOM_OUT, MP_SESSION_MIN_DAYS));
}

MpView
mp_session_limit_view (MpSession *self, MpView view)
{
  double span, middle;

  g_return_val_if_fail (MP_IS_SESSION (self), view);

  span = limit_span (self, mp_view_span (view));
  middle = CLAMP (mp_view_middle (view), self->far_begin, self->far_end);
  /* A view that is allowed is returned as it is, so that moving there and back is exact. */
  if (span == mp_view_span (view) && middle == mp_view_middle (view))
    return view;
  return (MpView) { middle - span / 2, middle + span / 2 };
}

static void
set_goal (MpSession *self, MpView goal)
{
  if (goal.begin == self->goal.begin && goal.end == self->goal.end)
    return;
  self->goal = goal;
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_GOAL]);
}

MpView
mp_session_get_goal (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), ((MpView) { 0, 1 }));
  return self->goal;
}

void
mp_session_go (MpSession *self, MpView goal)
{
  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (isfinite (goal.begin) && isfinite (goal.end));
  set_goal (self, mp_session_limit_view (self, goal));
}

/* A view as long as a view may be, about the same middle. */
static MpView
limit_length (MpSession *self, MpView view)
{
  double span = limit_span (self, mp_view_span (view)), middle = mp_view_middle (view);

  if (span == mp_view_span (view))
    return view;
  return (MpView) { middle - span / 2, middle + span / 2 };
}

void
mp_session_stretch_view (MpSession *self, MpView view)
{
  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (isfinite (view.begin) && isfinite (view.end));

  view = limit_length (self, view);
  g_object_freeze_notify (G_OBJECT (self));
  set_goal (self, view);
  mp_session_pass (self, view);
  g_object_thaw_notify (G_OBJECT (self));
}

void
mp_session_pass (MpSession *self, MpView view)
{
  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (isfinite (view.begin) && isfinite (view.end));

  view = limit_length (self, view);
  if (view.begin == self->begin && view.end == self->end)
    return;
  self->begin = view.begin;
  self->end = view.end;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_BEGIN]);
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_END]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
mp_session_set_view (MpSession *self, double begin, double end)
{
  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (isfinite (begin) && isfinite (end));

  mp_session_stretch_view (self, mp_session_limit_view (self, (MpView) { begin, end }));
}

void
mp_session_fit (MpSession *self)
{
  g_return_if_fail (MP_IS_SESSION (self));
  mp_session_set_view (self, self->fit_begin, self->fit_end);
}

void
mp_session_zoom (MpSession *self, double anchor, double factor)
{
  double span, most;

  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (factor > 0);

  /* The factor is limited here, because mp_session_set_view () would move the anchor. */
  span = self->end - self->begin;
  most = (self->fit_end - self->fit_begin) * MP_VIEW_MAX_ZOOM_OUT;
  factor = CLAMP (factor, span / MAX (most, span), span / MIN (MP_SESSION_MIN_DAYS, span));
  mp_session_set_view (self, anchor - (anchor - self->begin) / factor,
                       anchor + (self->end - anchor) / factor);
}

void
mp_session_pan (MpSession *self, double days)
{
  g_return_if_fail (MP_IS_SESSION (self));
  mp_session_set_view (self, self->begin + days, self->end + days);
}

gboolean
mp_session_get_item_days (MpSession *self, MpItem item, MpView *days)
{
  g_return_val_if_fail (MP_IS_SESSION (self), FALSE);

  if (self->agreement == NULL)
    return FALSE;
  if (item.kind == MP_ITEM_MILESTONE) {
    const MpMilestones *milestones = mp_agreement_milestones (self->agreement);

    *days = (MpView) { instant_to_day (milestones->earliest[item.index]),
                       instant_to_day (milestones->after[item.index]) };
  } else if (item.kind == MP_ITEM_PHASE) {
    const MpPhases *phases = mp_agreement_phases (self->agreement);

    *days = (MpView) { instant_to_day (phases->earliest_start[item.index]),
                       instant_to_day (phases->latest_end[item.index]) };
  } else {
    return FALSE;
  }
  days->begin = MAX (days->begin, self->fit_begin);
  days->end = MIN (days->end, self->fit_end);
  return days->begin < days->end;
}

void
mp_session_reveal_selection (MpSession *self)
{
  MpView days;
  double span, margin;

  g_return_if_fail (MP_IS_SESSION (self));

  if (!mp_session_get_item_days (self, self->selection, &days))
    return;
  if (self->selection.kind == MP_ITEM_PHASE) {
    guint32 term = mp_agreement_phases (self->agreement)->term[self->selection.index];

    mp_session_set_topic_collapsed (self, mp_agreement_terms (self->agreement, NULL)[term].topic,
                                    FALSE);
  }
  span = self->end - self->begin;
  margin = span * 0.1;
  /* Shows all of it where it fits, else the end that is nearer. */
  if (days.end <= self->begin + margin)
    mp_session_pan (self, MAX (days.begin - margin, days.end + margin - span) - self->begin);
  else if (days.begin >= self->end - margin)
    mp_session_pan (self, MIN (days.end + margin, days.begin - margin + span) - self->end);
}
