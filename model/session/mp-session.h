/* mp-session.h: what is being looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each window has one session. Input changes the session; every widget that shows some of it
 * follows its properties; no widget calls another. Days are doubles, counted from
 * 1970-01-01T00:00Z.
 *
 * Properties, all read-only:
 *
 *     agreement       MpAgreement, or NULL
 *     today           gint64, a MpInstant: the start of the day that counts as today
 *     begin, end      double: the days in view. Both have changed before either is notified
 *     selection       MpItem
 *     measured        MpItem: the milestone to which the distance from the selection is shown
 *     as-of           MpDate. Also notified when only mp_session_is_as_of_today () changes
 *     before          MpDate: the date that the as-of date is compared with, or NULL
 *     hide-unchanged  gboolean
 *     filter          MpFilter, or NULL
 *     visible-set     MpVisibleSet: the entries that pass the filter and are not hidden by a
 *                     comparison; NULL for all
 *     matches         MpMatches: what a search has found, or NULL where nothing is searched
 *     collapsed       MpBits: the topics that are collapsed to one row, or NULL
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"
#include "mp-filter.h"
#include "mp-item.h"
#include "mp-search.h"
#include "mp-view-history.h"

G_BEGIN_DECLS

#define MP_TYPE_SESSION (mp_session_get_type ())
G_DECLARE_FINAL_TYPE (MpSession, mp_session, MP, SESSION, GObject)

#define MP_SESSION_MIN_DAYS (1.0 / 24) /* the shortest span that can be looked at: an hour */

/* A session without an agreement. today is the start of the day that counts as today. */
MpSession *mp_session_new (MpInstant today) G_GNUC_WARN_UNUSED_RESULT;

/* The agreement, borrowed, or NULL. Setting one clears the selection and the filter and
 * fits the view. */
MpAgreement *mp_session_get_agreement (MpSession *self);
void mp_session_set_agreement (MpSession *self, MpAgreement *agreement);

MpInstant mp_session_get_today (MpSession *self);
void mp_session_set_today (MpSession *self, MpInstant today);

/* The as-of date, a day or longer: today, until another is set. Borrowed until it is set
 * anew. */
const MpDate *mp_session_get_as_of (MpSession *self);
gboolean mp_session_is_as_of_today (MpSession *self);

/* Whether it reaches beyond today, so that nothing is in force yet on it. */
gboolean mp_session_is_as_of_future (MpSession *self);

/* Asks about a date that has an earliest and a latest instant; NULL asks about today again, and
 * goes on with today. */
void mp_session_set_as_of (MpSession *self, const MpDate *date);

/* The same for the day that begins at the instant, as mp_date_for_day () has it. */
void mp_session_set_as_of_day (MpSession *self, MpInstant day);

/* The date that the as-of date is compared with, or NULL where nothing is compared. Borrowed
 * until it is set anew. A new agreement ends a comparison. */
const MpDate *mp_session_get_before (MpSession *self);
void mp_session_set_before (MpSession *self, const MpDate *date);

/* The same for the day that begins at the instant. */
void mp_session_set_before_day (MpSession *self, MpInstant day);

/* Compares the two sides of a milestone: before and after of mp_compare_sides (). When the
 * comparison ends, the as-of date is again what it was. Returns FALSE, and changes nothing,
 * where the milestone has no two sides. */
gboolean mp_session_compare_milestone (MpSession *self, guint32 milestone);

/* Begins a comparison with what suggests itself: the sides of the selected milestone, else those of
 * mp_compare_default_milestone () at today, else the year before the as-of date. Nothing is
 * selected then: what is seen is the comparison. */
void mp_session_compare (MpSession *self);

/* Whether a comparison hides the terms that are the same at both dates. */
gboolean mp_session_get_hide_unchanged (MpSession *self);
void mp_session_set_hide_unchanged (MpSession *self, gboolean hide);

/* The filter, or NULL for none. Borrowed until "filter" is notified. Setting takes a reference; the
 * filter must not change any more. */
const MpFilter *mp_session_get_filter (MpSession *self);
void mp_session_set_filter (MpSession *self, MpFilter *filter);

/* The entries that are shown, or NULL for all. Borrowed until "visible-set" is notified, which the
 * filter and a comparison lead to, and a new as-of date where the filter depends on it. */
MpVisibleSet *mp_session_get_visible_set (MpSession *self);
gboolean mp_session_is_filtered (MpSession *self);

/* What a search has found, NULL where nothing is searched. Borrowed until it is set anew; setting
 * takes a reference. A new agreement ends the search. */
MpMatches *mp_session_get_matches (MpSession *self);
void mp_session_set_matches (MpSession *self, MpMatches *matches);

/* The topics that are collapsed to one row, or NULL for none. Borrowed until "collapsed" is
 * notified. A new agreement expands all. */
MpBits *mp_session_get_collapsed (MpSession *self);
void mp_session_set_topic_collapsed (MpSession *self, guint32 topic, gboolean collapsed);
void mp_session_toggle_topic (MpSession *self, guint32 topic);

/* The milestone that the selected one is measured against; of kind MP_ITEM_NONE where nothing is
 * measured. Another selection ends it. Setting the selection itself, or anything while no milestone
 * is selected, measures nothing. */
MpItem mp_session_get_measured (MpSession *self);
void mp_session_set_measured (MpSession *self, MpItem item);

/* The visible days. Setting keeps begin < end, no span shorter than MP_SESSION_MIN_DAYS or much
 * longer than the agreement, and some of the agreement in view: what has no end, or none that is
 * known, goes on for a century at least after everything else, and so does a start to the other
 * side. */
double mp_session_get_begin (MpSession *self);
double mp_session_get_end (MpSession *self);
void mp_session_set_view (MpSession *self, double begin, double end);

/* The same as one, and the nearest to a view that setting would take. */
MpView mp_session_get_view (MpSession *self);
MpView mp_session_limit_view (MpSession *self, MpView view);

/* Sets a view that may lie further out than one can stay: for as long as a hand pulls at it. */
void mp_session_stretch_view (MpSession *self, MpView view);

/* The views that one can go back to; borrowed. Setting an agreement begins it anew; what a hand or
 * a command has come to is to be told to it. */
MpViewHistory *mp_session_get_history (MpSession *self);

/* Shows everything; and the view that does. */
void mp_session_fit (MpSession *self);
MpView mp_session_get_fit_view (MpSession *self);

/* Makes a day factor times as wide; the day at anchor stays where it is. */
void mp_session_zoom (MpSession *self, double anchor, double factor);

/* Moves the view; positive is towards the future. */
void mp_session_pan (MpSession *self, double days);

/* The selection; of kind MP_ITEM_NONE when nothing is selected. Clusters cannot be selected. */
MpItem mp_session_get_selection (MpSession *self);
void mp_session_set_selection (MpSession *self, MpItem item);

/* The days that a milestone or a phase can mean, as far as the agreement goes. FALSE for anything
 * else. */
gboolean mp_session_get_item_days (MpSession *self, MpItem item, MpView *days);

/* Moves the view as little as needed to bring the selected item into sight, and unfolds its
 * topic. */
void mp_session_reveal_selection (MpSession *self);

/* The span that shows all of an agreement, with a margin: what fit () uses. today is inside. */
void mp_session_fit_span (MpAgreement *agreement, MpInstant today, double *begin, double *end);

G_END_DECLS
