/* mp-labels-private.h: what the files that place labels share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels are placed stretch by stretch and zoom by zoom. A stretch is some days between two gaps,
 * at first all of them. Once it has become wide and holds many milestones, it is divided into two
 * which no longer depend on each other, so that only those in view need be gone through. Milestones
 * are named by their ranks; see mp-stems.h.
 */
#pragma once

#include "mp-agreement.h"
#include "mp-labels.h"

G_BEGIN_DECLS

/* The labels of a lane within a stretch, in the order of their stems. They are a list, linked by
 * MpLabels.next and MpLabels.previous. All are ranks, or MP_NONE. */
typedef struct {
  guint32 first;
  guint32 before; /* the last one whose stem is not to the right of that of go_to () */
  guint32 left;   /* the nearest label of the lane before the stretch, and after it, as far as  */
  guint32 right;  /* they were there when the stretch was made */
} MpLane;

typedef struct _MpStretch MpStretch;
struct _MpStretch {
  double begin; /* days; -INFINITY and INFINITY at the ends of time */
  double end;
  MpRun waiting[4]; /* by importance, from 1: into MpLabels.waiting */
  guint n_zooms;    /* at so many zooms its labels have been placed */
  guint n_used;     /* the number of lanes that have labels */
  MpLane lanes[MP_LABELS_MAX_LANES];
  guint32 *labels; /* those that were placed before the stretch was divided, in that order */
  guint n_labels;
  MpStretch *halves[2]; /* NULL until it is divided */
};

struct _MpLabels {
  MpAgreement *agreement; /* owned */
  MpStems *stems;         /* owned */
  MpVisibleSet *visible;  /* owned; NULL: all */
  MpLabels *base;         /* owned: the labels of all, if only some are visible; else NULL */
  const guint8 *importance;
  MpMetrics metrics;
  double begin; /* the days of the view that shows everything */
  double end;
  double fit; /* its zoom, in logical pixels a day */
  double fit_width;
  double widest; /* the first zoom */
  gboolean has_numbers;
  guint max_lanes;
  guint roomy; /* the number of lanes that leave room for the rows */
  guint n_lanes;
  gboolean has_many; /* too many milestones of importance 1 for lanes of their own */

  /* By rank. They are filled as labels are placed, and what is not touched takes no memory. */
  MpPlace *places;
  guint32 *next;
  guint32 *previous;

  guint32 *waiting[4]; /* by importance, from 1: ranks */
  guint n_waiting[4];
  MpStretch *all; /* of labels without a base */

  /* Of labels with a base, which are those of the first n_zooms zooms */
  GPtrArray *current; /* MpStretch, owned: those that have been asked for */
  GArray *copied;     /* guint32, ranks: those that have the place they have in base */
  guint n_zooms;

  /* Only during a call */
  MpMeasure measure;
  double zoom; /* the zoom at which labels are placed now */

  /* Private */
  gatomicrefcount references;
};

/* Places the waiting milestones of a stretch that have room at MpLabels.zoom. */
void mp_labels_place_at (MpLabels *self, MpStretch *stretch, guint n_lanes);

/* Adds a label that has a place to the list of its lane, after those before it. */
void mp_labels_take (MpLabels *self, MpStretch *stretch, guint32 rank);

/* Moves MpLane.before of all lanes back to the beginning, and forward to a stem. */
void mp_labels_go_back (MpStretch *stretch);
void mp_labels_go_to (const MpLabels *self, MpStretch *stretch, double stem);

G_END_DECLS
