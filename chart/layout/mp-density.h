/* mp-density.h: how much there is of an agreement over time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The overview paints a density. It divides time into cells of equal length, and the terms, in the
 * order of the rows, into a few stripes. It says how much of each stripe is in force in each cell,
 * how many milestones lie there, and where the most important ones are. Its size and the time to
 * paint it do not depend on the number of entries. A density never changes and is shared by
 * reference count.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-color.h"
#include "mp-filter.h"
#include "mp-view.h"

G_BEGIN_DECLS

#define MP_DENSITY_CELLS 1024
#define MP_DENSITY_MAX_STRIPES 8

/* Some terms that are neighbours in the order of the rows. Each term has a stripe of its own unless
 * there are more terms than stripes. */
typedef struct {
  MpColor color;                   /* of the first term */
  guint8 levels[MP_DENSITY_CELLS]; /* from 0: no term is in force, to 255: all certainly are */
} MpDensityStripe;

/* A cell with a milestone of importance 1. */
typedef struct {
  guint cell;
  MpColor color; /* of the first such milestone */
} MpDensityMark;

typedef struct {
  MpView all; /* the days that the cells divide */
  double cells_a_day;
  guint n_stripes;
  MpDensityStripe *stripes;
  guint8 milestones[MP_DENSITY_CELLS]; /* from 0: none, to 255: as many as in any cell */
  MpDensityMark *marks;                /* at most one for each cell, in order of time */
  guint n_marks;

  /* Private */
  gatomicrefcount references;
} MpDensity;

/* Creates the density of the entries in visible, where NULL stands for all, over the given days.
 * Takes time in proportion to the number of entries. Free with mp_density_unref (). */
MpDensity *mp_density_new (MpAgreement *agreement, const MpVisibleSet *visible,
                           MpView all) G_GNUC_WARN_UNUSED_RESULT;
MpDensity *mp_density_ref (MpDensity *density);
void mp_density_unref (MpDensity *density);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpDensity, mp_density_unref)

G_END_DECLS
