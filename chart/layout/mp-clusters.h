/* mp-clusters.h: bare marks that are too close to draw apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * This is a part of the layout. From left to right, each bare mark joins the cluster before it if
 * it is nearer than a spacing to its middle. Where bare marks follow each other without a gap for a
 * long way, the row of clusters is cut at certain places, so that it need not be followed from its
 * beginning. So what is found for some days is the same whichever days are asked for, and takes a
 * time in proportion to the pixels, not to the marks.
 */
#pragma once

#include "mp-layout.h"

G_BEGIN_DECLS

/* Returns the least distance of the middles of two clusters, in logical pixels. It leaves room for
 * the counts that n_milestones can have. */
double mp_clusters_spacing (guint n_milestones, MpMeasure measure);

/* Appends the clusters (MpCluster) whose middle is on the days from begin to end, from left to
 * right. The labels must have been placed on all days that are nearer than mp_clusters_reach (), in
 * days, to these. */
void mp_clusters_find (const MpLayout *layout, double begin, double end, GArray *clusters);
double mp_clusters_reach (const MpLayout *layout);

G_END_DECLS
