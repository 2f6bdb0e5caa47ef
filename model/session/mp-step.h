/* mp-step.h: what a step of the story shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement.h"
#include "mp-date.h"
#include "mp-item.h"
#include "mp-search.h"
#include "mp-view.h"

G_BEGIN_DECLS

/* The texts of a step, read. A plain value. */
typedef struct {
  gboolean has_view;  /* FALSE: everything is shown */
  MpView view;        /* days; where the step gives one end only, the other is that of everything */
  gboolean has_as_of; /* FALSE: as of today */
  MpDate as_of;       /* in a comparison, the date after */
  gboolean has_before; /* FALSE: nothing is compared */
  MpDate before;
  gboolean has_known; /* FALSE: all that is known is shown */
  MpDate known;
  MpNamed select;    /* what the step selects, as in MpStep */
  guint32 milestone; /* the one whose sides are compared, or MP_NONE */
  MpItem selection;  /* of a term, its phase on the as-of date, else its last; none for a topic */
} MpStepShown;

/* Reads a step, as it is on the day that begins at today. A milestone without a date on one side
 * cannot be compared, and is selected instead. */
void mp_step_read (MpAgreement *agreement, const MpStep *step, MpInstant today, MpStepShown *shown);

/* Makes what was read of a step that of another agreement: of what was known of the first on the
 * day that the step gives. What was not known is not selected. */
void mp_step_find_again (MpAgreement *agreement, MpStepShown *shown, MpInstant today,
                         MpAgreement *known);

/* The entries that a step tells of, or NULL where it tells of all. They are what it selects: a
 * term, the terms of a topic or those that a milestone changes, with the milestones that change
 * them; and of a milestone, what it is linked with. A milestone that neither changes a term nor is
 * linked with one is told with the terms of its topic. In a comparison they are the terms that
 * differ, and what happened between the dates. Free with mp_visible_set_unref (). */
MpVisibleSet *mp_step_entries (MpAgreement *agreement,
                               const MpStepShown *shown) G_GNUC_WARN_UNUSED_RESULT;

/* The same, as a search gives what it has found. Free with mp_matches_unref (). */
MpMatches *mp_step_told (MpAgreement *agreement,
                         const MpStepShown *shown) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
