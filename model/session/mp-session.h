/* mp-session.h: the state of a window: its agreement, its view, its selection
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
 *     goal            MpView, as a pointer: where the view is going, itself where it rests
 *     selection       MpItem
 *     measured        MpItem: the milestone to which the distance from the selection is shown
 *     lit             MpItem: an entry that stands out while its name is pointed at elsewhere
 *     as-of           MpDate. Also notified when only mp_session_is_as_of_today () changes
 *     known           MpDate: the day as of whose knowledge the agreement is shown, or NULL
 *     before          MpDate: the date that the as-of date is compared with, or NULL
 *     hide-unchanged  gboolean
 *     filter          MpFilter, or NULL
 *     visible-set     MpVisibleSet: the entries that pass the filter and are not hidden by a
 *                     comparison; NULL for all
 *     matches         MpMatches: what a search has found, or NULL where nothing is searched
 *     told            MpMatches: the entries that a step of the story tells of, which stand out, or
 *                     NULL for all
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

#define MP_SESSION_MIN_DAYS (1.0 / 24) /* the shortest view: an hour */

/* A session without an agreement. today is the start of the day that counts as today. */
MpSession *mp_session_new (MpInstant today) G_GNUC_WARN_UNUSED_RESULT;

/* The agreement, borrowed, or NULL. Setting another takes a reference, clears the selection, the
 * comparison, the filter and the search, expands all topics, and fits the view. */
MpAgreement *mp_session_get_agreement (MpSession *self);
void mp_session_set_agreement (MpSession *self, MpAgreement *agreement);

/* Sets an agreement that is the present one with more in it, because more of its file was read.
 * What the user looks at stays: the selection, the as-of date, the collapsed topics, and the view,
 * unless it is the one that fits, which then fits the new agreement. A comparison, a filter and a
 * search end. While "agreement" is notified, mp_session_is_growing () tells the two ways apart. */
void mp_session_grow_agreement (MpSession *self, MpAgreement *agreement);
gboolean mp_session_is_growing (MpSession *self);

/* The date on which the agreement is shown as it was known, or NULL where all that is known is
 * shown. Setting it, to a date that has an end, shows the agreement as mp_agreement_as_known ()
 * makes it: the view, the as-of date and the selection stay, if it was known then. A comparison, a
 * filter and a search end. A new agreement is shown with all that is known of it. */
const MpDate *mp_session_get_known (MpSession *self);
void mp_session_set_known (MpSession *self, const MpDate *date);

/* The agreement with all that is known, borrowed, or NULL: that of the session, unless a date of
 * knowledge is set. */
MpAgreement *mp_session_get_whole_agreement (MpSession *self);

/* The start of the day that counts as today. While the as-of date is today, it moves along. */
MpInstant mp_session_get_today (MpSession *self);
void mp_session_set_today (MpSession *self, MpInstant today);

/* The as-of date, a day or longer: today, until another is set. Borrowed until it is set
 * anew. */
const MpDate *mp_session_get_as_of (MpSession *self);
gboolean mp_session_is_as_of_today (MpSession *self);

/* Whether the as-of date ends after today. What is in force then is not known yet. */
gboolean mp_session_is_as_of_future (MpSession *self);

/* Sets the as-of date, which must have an earliest and a latest instant; it is copied. NULL makes
 * it follow today again. */
void mp_session_set_as_of (MpSession *self, const MpDate *date);

/* The same for the day that begins at the instant, as mp_date_for_day () has it. */
void mp_session_set_as_of_day (MpSession *self, MpInstant day);

/* The date that the as-of date is compared with, or NULL where nothing is compared. Borrowed until
 * "before" is notified. Setting copies the date; NULL ends the comparison, and so does a new
 * agreement. */
const MpDate *mp_session_get_before (MpSession *self);
void mp_session_set_before (MpSession *self, const MpDate *date);

/* The same for the day that begins at the instant. */
void mp_session_set_before_day (MpSession *self, MpInstant day);

/* Compares the two sides of a milestone, as mp_compare_sides () gives them. When the comparison
 * ends, the as-of date is restored. Returns FALSE, and changes nothing, where the milestone does
 * not have two sides. */
gboolean mp_session_compare_milestone (MpSession *self, guint32 milestone);

/* Begins a comparison: of the sides of the selected milestone, else of those of
 * mp_compare_default_milestone () at today, else with the same day a year before the as-of date. It
 * clears the selection, so that the panel shows the comparison. */
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

/* What a search has found, or NULL where nothing is searched. Borrowed until "matches" is notified;
 * setting takes a reference. A new agreement ends the search. */
MpMatches *mp_session_get_matches (MpSession *self);
void mp_session_set_matches (MpSession *self, MpMatches *matches);

/* The entries that a step of the story tells of, or NULL where all are alike. Borrowed until "told"
 * is notified; setting takes a reference. A new agreement ends it. */
MpMatches *mp_session_get_told (MpSession *self);
void mp_session_set_told (MpSession *self, MpMatches *told);

/* The topics that are collapsed to one row, or NULL for none. Borrowed until "collapsed" is
 * notified. A new agreement expands all. */
MpBits *mp_session_get_collapsed (MpSession *self);
void mp_session_set_collapsed (MpSession *self, MpBits *collapsed);
void mp_session_set_topic_collapsed (MpSession *self, guint32 topic, gboolean collapsed);
void mp_session_toggle_topic (MpSession *self, guint32 topic);

/* The milestone to which the distance from the selected one is shown, or an item of kind
 * MP_ITEM_NONE. A new selection resets it. Where no milestone is selected, or the milestone is the
 * selected one, it is set to MP_ITEM_NONE. */
MpItem mp_session_get_measured (MpSession *self);
void mp_session_set_measured (MpSession *self, MpItem item);

/* The entry that stands out on the canvas while its card, or a link to it, has the pointer or the
 * focus; an item of kind MP_ITEM_NONE for none. A new agreement resets it. */
MpItem mp_session_get_lit (MpSession *self);
void mp_session_set_lit (MpSession *self, MpItem item);

/* The days in view. Setting limits them as mp_session_limit_view () does. */
double mp_session_get_begin (MpSession *self);
double mp_session_get_end (MpSession *self);
void mp_session_set_view (MpSession *self, double begin, double end);

/* The same as one value. mp_session_limit_view () returns the allowed view that is nearest to
 * another: no shorter than MP_SESSION_MIN_DAYS, no longer than MP_VIEW_MAX_ZOOM_OUT times the view
 * that fits, and with its middle inside the agreement. On a side where something in the agreement
 * has no bound, the middle may be as far out as the agreement is long, and at least a century. */
MpView mp_session_get_view (MpSession *self);
MpView mp_session_limit_view (MpSession *self, MpView view);

/* Sets a view that may be beyond the limit, for as long as the user drags it. */
void mp_session_stretch_view (MpSession *self, MpView view);

/* The view that the session is going to, or its view where it rests. mp_session_go () sets the one
 * that is allowed and nearest; whoever shows the view takes it there, through views on the way.
 * Setting any other view makes that the goal. */
MpView mp_session_get_goal (MpSession *self);
void mp_session_go (MpSession *self, MpView goal);
void mp_session_pass (MpSession *self, MpView view);

/* The views to go back and forward to; borrowed. A new agreement clears it. Whoever moves the view
 * adds the view at which it comes to rest. */
MpViewHistory *mp_session_get_history (MpSession *self);

/* Sets the view that shows the whole agreement; and that view. */
void mp_session_fit (MpSession *self);
MpView mp_session_get_fit_view (MpSession *self);

/* Makes a day factor times as wide, factor > 0. The day at anchor stays where it is on the screen.
 */
void mp_session_zoom (MpSession *self, double anchor, double factor);

/* Moves the view by a number of days; positive is towards the future. */
void mp_session_pan (MpSession *self, double days);

/* The selection; of kind MP_ITEM_NONE when nothing is selected. Clusters cannot be selected. */
MpItem mp_session_get_selection (MpSession *self);
void mp_session_set_selection (MpSession *self, MpItem item);

/* Stores the days that a milestone or a phase can mean, within the view that fits. Returns FALSE,
 * and stores nothing of use, for an item of another kind or without an agreement. */
gboolean mp_session_get_item_days (MpSession *self, MpItem item, MpView *days);

/* Moves the view as little as needed to bring the selected item into view, and expands its
 * topic. */
void mp_session_reveal_selection (MpSession *self);

/* Stores the days that show all of an agreement, which may be NULL, and today, with a margin. */
void mp_session_fit_span (MpAgreement *agreement, MpInstant today, double *begin, double *end);

G_END_DECLS
