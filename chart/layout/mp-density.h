/* mp-density.h: a whole agreement in small
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time of an agreement divided into cells, and its terms into a few lanes in the order of the
 * rows: how much of each lane is in force in each cell, how many milestones there are, and where
 * the most important stand. It is made once for an agreement; however many entries there are, it is
 * as large, and as quickly drawn. A value that never changes, shared by reference count.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-color.h"
#include "mp-filter.h"
#include "mp-view.h"

G_BEGIN_DECLS

#define MP_DENSITY_CELLS 1024
#define MP_DENSITY_MAX_LANES 8

/* Some terms of one colour: one each as long as there are lanes. */
typedef struct {
  MpColor color;
  guint8 levels[MP_DENSITY_CELLS]; /* from 0, nothing, to 255, all of its terms certainly */
} MpDensityLane;

/* A cell with a milestone of importance 1. */
typedef struct {
  guint cell;
  MpColor color;
} MpDensityMark;

typedef struct {
  MpView all; /* the days of the cells */
  double cells_a_day;
  guint n_lanes;
  MpDensityLane *lanes;
  guint8 milestones[MP_DENSITY_CELLS]; /* from 0 to 255, the cell that has most */
  MpDensityMark *marks;                /* at most one a cell, in order of time */
  guint n_marks;

  /* Private */
  gatomicrefcount references;
} MpDensity;

/* The density of the entries that are shown, over these days. Takes time in proportion to the
 * number of entries. */
MpDensity *mp_density_new (MpAgreement *agreement, const MpVisibleSet *visible,
                           MpView all) G_GNUC_WARN_UNUSED_RESULT;
MpDensity *mp_density_ref (MpDensity *density);
void mp_density_unref (MpDensity *density);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpDensity, mp_density_unref)

G_END_DECLS
