/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-session.h"

#include "mp-compare.h"

#include <math.h>

struct _MpSession {
  GObject parent_instance;

  /* Owned */
  MpAgreement *agreement;
  MpViewHistory *history;
  MpFilter *filter;   /* or NULL */
  MpShown *shown;     /* or NULL */
  MpMatches *matches; /* or NULL */
  MpBits *folded;     /* or NULL */

  MpInstant today;
  double begin;
  double end;
  double fit_begin;
  double fit_end;
  MpItem selection;
  MpItem measured;
  MpDate as_of;
  gboolean as_of_today;
  MpDate before;
  gboolean has_before;
  MpDate asked; /* what as_of was before a comparison moved it */
  gboolean has_asked;
  gboolean hide_unchanged;
};

G_DEFINE_FINAL_TYPE (MpSession, mp_session, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_AGREEMENT,
  PROP_TODAY,
  PROP_BEGIN,
  PROP_END,
  PROP_SELECTION,
  PROP_AS_OF,
  PROP_BEFORE,
  PROP_HIDE_UNCHANGED,
  PROP_FILTER,
  PROP_MATCHES,
  PROP_FOLDED,
  PROP_MEASURED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Of the whole span, left free on each side, so that nothing sticks to the edge. */
#define FIT_MARGIN 0.03

/* How far out one can zoom, as a multiple of the fitting span. */
#define MAX_ZOOM_OUT 2.0

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
  /* One day alone would be all there is to see: show it in its season. */
  margin = MAX ((*end - *begin) * FIT_MARGIN, 45.0 - (*end - *begin) / 2);
  *begin -= margin;
  *end += margin;
}

static void
day_to_date (MpInstant day, MpDate *date)
{
  g_autofree char *iso = mp_instant_to_iso (day);

  /* A year beyond four digits, which no clock and no picture asks for, is no day in EDTF. */
  if (!mp_date_parse (iso, -1, date, NULL, NULL))
    *date = (MpDate) { .earliest = day,
                       .after = day + MP_SECONDS_PER_DAY,
                       .kind = MP_DATE_KNOWN,
                       .precision = MP_PRECISION_DAY };
}

static void
mp_session_dispose (GObject *object)
{
  MpSession *self = MP_SESSION (object);

  g_clear_object (&self->agreement);
  g_clear_object (&self->history);
  g_clear_pointer (&self->filter, mp_filter_unref);
  g_clear_pointer (&self->shown, mp_shown_unref);
  g_clear_pointer (&self->matches, mp_matches_unref);
  g_clear_pointer (&self->folded, mp_bits_unref);
  G_OBJECT_CLASS (mp_session_parent_class)->dispose (object);
}

static void
mp_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpSession *self = MP_SESSION (object);

  switch (id) {
  case PROP_AGREEMENT:
    g_value_set_object (value, self->agreement);
    break;
  case PROP_TODAY:
    g_value_set_int64 (value, self->today);
    break;
  case PROP_BEGIN:
    g_value_set_double (value, self->begin);
    break;
  case PROP_END:
    g_value_set_double (value, self->end);
    break;
  case PROP_SELECTION:
    g_value_set_boxed (value, &self->selection);
    break;
  case PROP_AS_OF:
    g_value_set_boolean (value, self->as_of_today);
    break;
  case PROP_BEFORE:
    g_value_set_boolean (value, self->has_before);
    break;
  case PROP_HIDE_UNCHANGED:
    g_value_set_boolean (value, self->hide_unchanged);
    break;
  case PROP_FILTER:
    g_value_set_boolean (value, self->shown != NULL);
    break;
  case PROP_MATCHES:
    g_value_set_boolean (value, self->matches != NULL);
    break;
  case PROP_FOLDED:
    g_value_set_boolean (value, self->folded != NULL);
    break;
  case PROP_MEASURED:
    g_value_set_boxed (value, &self->measured);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mp_session_class_init (MpSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = mp_session_dispose;
  object_class->get_property = mp_session_get_property;

  props[PROP_AGREEMENT] = g_param_spec_object ("agreement", NULL, NULL, MP_TYPE_AGREEMENT, flags);
  props[PROP_TODAY] = g_param_spec_int64 ("today", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_BEGIN] =
    g_param_spec_double ("begin", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  props[PROP_END] = g_param_spec_double ("end", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  props[PROP_SELECTION] = g_param_spec_boxed ("selection", NULL, NULL, MP_TYPE_ITEM, flags);
  props[PROP_AS_OF] = g_param_spec_boolean ("as-of", NULL, NULL, TRUE, flags);
  props[PROP_BEFORE] = g_param_spec_boolean ("before", NULL, NULL, FALSE, flags);
  props[PROP_HIDE_UNCHANGED] = g_param_spec_boolean ("hide-unchanged", NULL, NULL, FALSE, flags);
  props[PROP_FILTER] = g_param_spec_boolean ("filter", NULL, NULL, FALSE, flags);
  props[PROP_MATCHES] = g_param_spec_boolean ("matches", NULL, NULL, FALSE, flags);
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  props[PROP_MEASURED] = g_param_spec_boxed ("measured", NULL, NULL, MP_TYPE_ITEM, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
mp_session_init (MpSession *self)
{
  self->history = mp_view_history_new ();
}

MpSession *
mp_session_new (MpInstant today)
{
  MpSession *self = g_object_new (MP_TYPE_SESSION, NULL);

  self->today = today;
  self->as_of_today = TRUE;
  day_to_date (today, &self->as_of);
  mp_session_fit_span (NULL, today, &self->fit_begin, &self->fit_end);
  self->begin = self->fit_begin;
  self->end = self->fit_end;
  mp_view_history_restart (self->history, mp_session_get_view (self));
  return self;
}

MpAgreement *
mp_session_get_agreement (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->agreement;
}

static void
unfold (MpSession *self)
{
  if (self->folded == NULL)
    return;
  g_clear_pointer (&self->folded, mp_bits_unref);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

void
mp_session_set_agreement (MpSession *self, MpAgreement *agreement)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (self->agreement == agreement)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  mp_session_set_selection (self, (MpItem) { MP_ITEM_NONE, 0 });
  mp_session_set_before (self, NULL);
  mp_session_set_filter (self, NULL);
  mp_session_set_matches (self, NULL);
  unfold (self);
  g_set_object (&self->agreement, agreement);
  mp_session_fit_span (agreement, self->today, &self->fit_begin, &self->fit_end);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AGREEMENT]);
  mp_session_fit (self);
  mp_view_history_restart (self->history, mp_session_get_view (self));
  g_object_thaw_notify (G_OBJECT (self));
}

MpInstant
mp_session_get_today (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), 0);
  return self->today;
}

/* The filter that was set, and the terms that a comparison leaves over. Returns NULL for none. Free
 * with mp_filter_unref (). */
static MpFilter *
effective_filter (MpSession *self)
{
  MpFilter *filter;
  MpBits *terms;
  guint n_terms;

  if (!self->hide_unchanged || !self->has_before)
    return self->filter != NULL ? mp_filter_ref (self->filter) : NULL;
  mp_agreement_terms (self->agreement, &n_terms);
  terms = mp_bits_new (n_terms);
  for (guint32 term = 0; term < n_terms; term++) {
    MpComparison comparison = mp_compare_term (self->agreement, term, &self->before, &self->as_of);

    mp_bits_set (terms, term,
                 !mp_comparison_is_same (&comparison) &&
                   (self->filter == NULL || self->filter->terms == NULL ||
                    mp_bits_has (self->filter->terms, term)));
  }
  filter = mp_filter_copy (self->filter);
  g_clear_pointer (&filter->terms, mp_bits_unref);
  filter->terms = terms;
  return filter;
}

static void
apply_filter (MpSession *self)
{
  g_clear_pointer (&self->shown, mp_shown_unref);
  if (self->agreement != NULL) {
    g_autoptr (MpFilter) filter = effective_filter (self);

    self->shown =
      mp_filter_apply (filter, self->agreement, self->as_of.earliest, self->as_of.after);
  }
}

/* Both at once, so that whoever hears of a date sees the entries that go with it. */
static void
notify_date (MpSession *self, GParamSpec *pspec)
{
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
  if ((self->filter != NULL && self->filter->in_force) || self->hide_unchanged) {
    apply_filter (self);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

void
mp_session_set_today (MpSession *self, MpInstant today)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (self->today == today)
    return;
  self->today = today;
  mp_session_fit_span (self->agreement, today, &self->fit_begin, &self->fit_end);
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TODAY]);
  if (self->as_of_today) {
    day_to_date (today, &self->as_of);
    notify_date (self, props[PROP_AS_OF]);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

const MpDate *
mp_session_get_as_of (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return &self->as_of;
}

gboolean
mp_session_is_as_of_today (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), TRUE);
  return self->as_of_today;
}

void
mp_session_set_as_of (MpSession *self, const MpDate *date)
{
  MpDate today;
  gboolean is_today;

  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (date == NULL || date->kind == MP_DATE_KNOWN);

  day_to_date (self->today, &today);
  if (date == NULL)
    date = &today;
  is_today = date->earliest == today.earliest && date->after == today.after;
  /* A day that was asked about before it came is not today's until it is asked about again. */
  if (date->earliest == self->as_of.earliest && date->after == self->as_of.after &&
      is_today == self->as_of_today && g_str_equal (date->text, self->as_of.text))
    return;
  self->as_of = *date;
  self->as_of_today = is_today;
  notify_date (self, props[PROP_AS_OF]);
}

void
mp_session_set_as_of_day (MpSession *self, MpInstant day)
{
  MpDate date;

  day_to_date (day, &date);
  mp_session_set_as_of (self, &date);
}

const MpDate *
mp_session_get_before (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->has_before ? &self->before : NULL;
}

void
mp_session_set_before (MpSession *self, const MpDate *date)
{
  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (date == NULL || date->kind == MP_DATE_KNOWN);

  if ((date != NULL) == self->has_before &&
      (date == NULL ||
       (date->earliest == self->before.earliest && date->after == self->before.after &&
        g_str_equal (date->text, self->before.text))))
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->has_before = date != NULL;
  if (date != NULL)
    self->before = *date;
  notify_date (self, props[PROP_BEFORE]);
  if (date == NULL && self->has_asked) {
    MpDate asked = self->asked;

    self->has_asked = FALSE;
    mp_session_set_as_of (self, &asked);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

void
mp_session_set_before_day (MpSession *self, MpInstant day)
{
  MpDate date;

  day_to_date (day, &date);
  mp_session_set_before (self, &date);
}

gboolean
mp_session_compare_milestone (MpSession *self, guint32 milestone)
{
  MpDate before, after;

  g_return_val_if_fail (MP_IS_SESSION (self), FALSE);
  g_return_val_if_fail (self->agreement != NULL, FALSE);

  if (!mp_compare_sides (self->agreement, milestone, &before, &after))
    return FALSE;
  if (!self->has_before) {
    self->asked = self->as_of;
    self->has_asked = TRUE;
  }
  g_object_freeze_notify (G_OBJECT (self));
  mp_session_set_as_of (self, &after);
  mp_session_set_before (self, &before);
  g_object_thaw_notify (G_OBJECT (self));
  return TRUE;
}

void
mp_session_compare (MpSession *self)
{
  guint32 milestone;
  MpCivil civil;
  MpDate before;

  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (self->agreement != NULL);

  if (self->selection.kind == MP_ITEM_MILESTONE &&
      mp_session_compare_milestone (self, self->selection.index))
    return;
  milestone = mp_compare_default_milestone (self->agreement, self->today);
  if (milestone != MP_NONE && mp_session_compare_milestone (self, milestone))
    return;
  civil = mp_civil_from_instant (self->as_of.earliest);
  civil.year--;
  day_to_date (mp_instant_from_civil (civil.year, civil.month,
                                      MIN (civil.day, mp_days_in_month (civil.year, civil.month)),
                                      0, 0, 0),
               &before);
  mp_session_set_before (self, &before);
}

gboolean
mp_session_get_hide_unchanged (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), FALSE);
  return self->hide_unchanged;
}

void
mp_session_set_hide_unchanged (MpSession *self, gboolean hide)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (self->hide_unchanged == hide)
    return;
  self->hide_unchanged = hide;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HIDE_UNCHANGED]);
  if (self->has_before) {
    apply_filter (self);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

const MpFilter *
mp_session_get_filter (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->filter;
}

MpShown *
mp_session_get_shown (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->shown;
}

gboolean
mp_session_is_filtered (MpSession *self)
{
  return mp_session_get_shown (self) != NULL;
}

void
mp_session_set_filter (MpSession *self, MpFilter *filter)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (mp_filter_equal (self->filter, filter))
    return;
  if (filter != NULL)
    mp_filter_ref (filter);
  g_clear_pointer (&self->filter, mp_filter_unref);
  self->filter = filter;
  apply_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
}

MpMatches *
mp_session_get_matches (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->matches;
}

void
mp_session_set_matches (MpSession *self, MpMatches *matches)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (self->matches == matches)
    return;
  if (matches != NULL)
    mp_matches_ref (matches);
  g_clear_pointer (&self->matches, mp_matches_unref);
  self->matches = matches;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MATCHES]);
}

MpBits *
mp_session_get_folded (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->folded;
}

void
mp_session_set_topic_folded (MpSession *self, guint32 topic, gboolean folded)
{
  guint n_topics;
  MpBits *bits;

  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (self->agreement != NULL);

  if ((self->folded != NULL && mp_bits_has (self->folded, topic)) == folded)
    return;
  mp_agreement_topics (self->agreement, &n_topics);
  bits = self->folded != NULL ? mp_bits_copy (self->folded) : mp_bits_new (n_topics);
  mp_bits_set (bits, topic, folded);
  g_clear_pointer (&self->folded, mp_bits_unref);
  if (mp_bits_count (bits) > 0)
    self->folded = bits;
  else
    mp_bits_unref (bits);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

void
mp_session_toggle_topic (MpSession *self, guint32 topic)
{
  g_return_if_fail (MP_IS_SESSION (self));
  mp_session_set_topic_folded (self, topic,
                               self->folded == NULL || !mp_bits_has (self->folded, topic));
}

MpItem
mp_session_get_measured (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), ((MpItem) { MP_ITEM_NONE, 0 }));
  return self->measured;
}

void
mp_session_set_measured (MpSession *self, MpItem item)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (item.kind != MP_ITEM_MILESTONE || self->selection.kind != MP_ITEM_MILESTONE ||
      mp_item_equal (item, self->selection))
    item = (MpItem) { MP_ITEM_NONE, 0 };
  if (mp_item_equal (self->measured, item))
    return;
  self->measured = item;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MEASURED]);
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
  return CLAMP (span, MP_SESSION_MIN_DAYS,
                MAX ((self->fit_end - self->fit_begin) * MAX_ZOOM_OUT, MP_SESSION_MIN_DAYS));
}

MpView
mp_session_limit_view (MpSession *self, MpView view)
{
  double span, middle;

  g_return_val_if_fail (MP_IS_SESSION (self), view);

  span = limit_span (self, mp_view_span (view));
  middle = CLAMP (mp_view_middle (view), self->fit_begin, self->fit_end);
  /* Untouched where nothing had to give way, so that moving there and back is exact. */
  if (span == mp_view_span (view) && middle == mp_view_middle (view))
    return view;
  return (MpView) { middle - span / 2, middle + span / 2 };
}

void
mp_session_stretch_view (MpSession *self, MpView view)
{
  double span;

  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (isfinite (view.begin) && isfinite (view.end));

  span = limit_span (self, mp_view_span (view));
  if (span != mp_view_span (view)) {
    double middle = mp_view_middle (view);

    view = (MpView) { middle - span / 2, middle + span / 2 };
  }
  if (view.begin == self->begin && view.end == self->end)
    return;
  self->begin = view.begin;
  self->end = view.end;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BEGIN]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_END]);
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

  /* Limited here and not by set_view (), which would move the anchor. */
  span = self->end - self->begin;
  most = (self->fit_end - self->fit_begin) * MAX_ZOOM_OUT;
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

MpItem
mp_session_get_selection (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), ((MpItem) { MP_ITEM_NONE, 0 }));
  return self->selection;
}

void
mp_session_set_selection (MpSession *self, MpItem item)
{
  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (item.kind != MP_ITEM_CLUSTER);

  if (mp_item_equal (self->selection, item))
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->selection = item;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTION]);
  mp_session_set_measured (self, (MpItem) { MP_ITEM_NONE, 0 });
  g_object_thaw_notify (G_OBJECT (self));
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

    mp_session_set_topic_folded (self, mp_agreement_terms (self->agreement, NULL)[term].topic,
                                 FALSE);
  }
  span = self->end - self->begin;
  margin = span * 0.1;
  /* All of it where it fits, else the end that is nearer. */
  if (days.end <= self->begin + margin)
    mp_session_pan (self, MAX (days.begin - margin, days.end + margin - span) - self->begin);
  else if (days.begin >= self->end - margin)
    mp_session_pan (self, MIN (days.end + margin, days.begin - margin + span) - self->end);
}
