/* mp-linked.h: the labels of the milestones that are linked with the selected one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While a milestone is selected, it and those that it is linked with have labels also where their
 * importance would give them none. Less important labels make room for them. Which ones and where
 * depends on the zoom alone, not on the days in view, so that nothing moves while the user pans.
 */
#pragma once

#include "mp-layout.h"

G_BEGIN_DECLS

typedef struct {
  guint n_labels;
  guint32 *milestones; /* those that the layout gives no label */
  MpPlace *places;     /* their places */
  guint n_hidden;
  guint32 *hidden; /* milestones whose labels make room */

  /* Private */
  gatomicrefcount references;
} MpLinked;

/* Finds places for milestones: the first is the selected one, then come those that it is linked
 * with, the surest first. One that has a label in the layout keeps it, one that is hidden or has no
 * room gets none. like is NULL or what was found at another zoom: a label keeps its lane and its
 * side while there is room. Takes time in proportion to the number of milestones, of which only the
 * first 32 count. Free with mp_linked_unref (). */
MpLinked *mp_linked_new (MpLayout *layout, const guint32 *milestones, guint length,
                         MpMeasure measure, const MpLinked *like) G_GNUC_WARN_UNUSED_RESULT;
MpLinked *mp_linked_ref (MpLinked *linked);
void mp_linked_unref (MpLinked *linked);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpLinked, mp_linked_unref)

/* Returns the place that a milestone has here, or NULL. */
const MpPlace *mp_linked_find_place (const MpLinked *linked, guint32 milestone);

/* Whether the label of a milestone makes room. */
gboolean mp_linked_hides (const MpLinked *linked, guint32 milestone);

/* Adds the labels to a part of the layout, whose clusters then hold the others only. */
void mp_linked_join (const MpLinked *linked, const MpLayout *layout, double begin, double end,
                     MpLayoutPart *part);

G_END_DECLS
