/* mp-timeline-fixture.h: a timeline in a window, for the tests of the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-display-support.h"

G_BEGIN_DECLS

typedef struct {
  MpSession *session;
  MpAgreement *agreement;
  MpTimeline *timeline;
  GtkWindow *window;
  MpScene *scene; /* what was shown first */
} MpTimelineFixture;

/* Show, in 1000 × 640 logical pixels: the shipped agreement; one with more terms than fit; one with
 * more milestones than have labels. For g_test_add (); data is not read. */
void mp_timeline_set_up (MpTimelineFixture *f, gconstpointer data);
void mp_timeline_set_up_tall (MpTimelineFixture *f, gconstpointer data);
void mp_timeline_set_up_crowd (MpTimelineFixture *f, gconstpointer data);

/* The same with a row, "Deliveries", of MP_TIMELINE_N_PHASES phases from 1950 to 2049. */
#define MP_TIMELINE_N_PHASES 600
void mp_timeline_set_up_crowded_row (MpTimelineFixture *f, gconstpointer data);

/* The same with the given numbers of terms and milestones. */
void mp_timeline_set_up_sized (MpTimelineFixture *f, guint n_terms, guint n_milestones);

/* Closes it all; fails unless everything is finalized. */
void mp_timeline_tear_down (MpTimelineFixture *f, gconstpointer data);

/* Waits for the frame that shows the present state of the session. */
void mp_timeline_wait (MpTimelineFixture *f);

/* The same, and waits until the view rests and its child widgets are up to date. */
void mp_timeline_rest (MpTimelineFixture *f);

/* Changes the size, and waits until it is drawn and at rest. */
void mp_timeline_resize (MpTimelineFixture *f, int width, int height);

/* Return the day at a point of the timeline, as it is drawn, and how many days are in view. */
double mp_timeline_day_at (MpTimelineFixture *f, double x);
double mp_timeline_span (MpTimelineFixture *f);

/* Returns where a child widget is in the timeline, in logical pixels. */
GdkRectangle mp_timeline_place_of (MpTimelineFixture *f, gpointer child);

/* Returns where an item is drawn; it must be in view. */
MpRect mp_timeline_rect_of (MpTimelineFixture *f, MpItem item);

void mp_timeline_assert_selection (MpTimelineFixture *f, MpItem item);

G_END_DECLS
