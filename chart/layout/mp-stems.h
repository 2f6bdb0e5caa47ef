/* mp-stems.h: the milestones of an agreement in the order in which they stand on the axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stem of a milestone is the day at which it is drawn. Its rank is its place in the order of
 * stems, from 0, which is not that of time: a year stands in its middle, after days of its first
 * half. Milestones of one day are ranked by time. Stems never change and are shared by reference
 * count. Any thread may read them.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-span-index.h"

G_BEGIN_DECLS

typedef struct {
  guint length;         /* the number of milestones */
  double *days;         /* by milestone: the day of its stem, counted as in mp-scale.h */
  const guint32 *order; /* the milestones by time; belongs to the agreement */
  guint32 *milestones;  /* by rank */
  guint32 *ranks;       /* by milestone */
  double *stems;        /* by rank: the day again */

  /* The milestones whose dates, those of other sources included, reach further than the day that
   * begins at the stem: a year, a set, an open interval. They can be in view far from their stem.
   */
  guint32 *long_ones; /* ranks */
  guint n_long_ones;
  MpSpanIndex reach; /* an element for each of long_ones */

  /* Private */
  MpInstant *reach_from;
  MpInstant *reach_until;
  gatomicrefcount references;
} MpStems;

/* Returns the stems of an agreement, a new reference. They are made the first time and kept with
 * the agreement, so that a thread which loads one can spare the others the wait. Any thread may
 * call it. Free with mp_stems_unref (). */
MpStems *mp_stems_get (MpAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
MpStems *mp_stems_ref (MpStems *stems);
void mp_stems_unref (MpStems *stems);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpStems, mp_stems_unref)

/* Returns the rank of the first stem that is not before a day; the number of milestones if there is
 * none. */
guint mp_stems_find (const MpStems *stems, double day);

/* Returns the day at which to draw a date that lies somewhere from earliest up to after: the
 * middle. A date no longer than a day is drawn at its beginning, where the phases begin that it
 * changed. If one bound is missing, it is the other one. */
double mp_stems_day_between (MpInstant earliest, MpInstant after);

G_END_DECLS
