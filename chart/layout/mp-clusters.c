/* mp-clusters.c: finds clusters by jumping from mark to mark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A position is a place in the order of the stems of the visible milestones. Those with labels are
 * passed over: they are few. Places are logical pixels from day 0.
 */
#include "mp-clusters.h"

#include "mp-number.h"

#include <math.h>

/* In design pixels. */
#define SPACING 30
#define BADGE_PADDING 11

/* A row of clusters without a gap is cut at the first place of each block of so many spacings. */
#define BLOCK 32

/* Near a place where it may be cut, the row is cut in its widest gap, so many spacings around. */
#define LEEWAY 4

/* The widest gap is found to this share of a spacing. */
#define FINE 0.0625

typedef struct {
  const MpLayout *layout;
  double spacing;
  guint length;
} Marks;

double
mp_clusters_spacing (guint n_milestones, MpMeasure measure)
{
  g_autofree char *number = mp_number_whole (n_milestones);
  double width = mp_measure (measure, MP_TEXT_BADGE, number).width + BADGE_PADDING * measure.unit;

  /* In a row of many, middles are one and a half spacings apart. */
  return MAX (SPACING * measure.unit, ceil (width / 1.5));
}

/* --- Marks ------------------------------------------------------------------------------------ */

static double
x_of (const Marks *marks, guint position)
{
  const MpLayout *layout = marks->layout;

  return layout->stems->stems[mp_layout_rank_at (layout, position)] * layout->per_day;
}

static gboolean
is_bare (const Marks *marks, guint position)
{
  return mp_layout_place_at (marks->layout, position)->side == MP_SIDE_NONE;
}

/* Returns the first position that is not before x. */
static guint
find_x (const Marks *marks, double x)
{
  guint first = 0, last = marks->length;

  while (first < last) {
    guint middle = first + (last - first) / 2;

    if (x_of (marks, middle) < x)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

/* Returns the first bare mark at a position or after it, or length. */
static guint
bare_from (const Marks *marks, guint position)
{
  while (position < marks->length && !is_bare (marks, position))
    position++;
  return position;
}

/* Returns the last bare mark before a position, or MP_NONE. */
static guint
bare_before (const Marks *marks, guint position)
{
  while (position > 0 && !is_bare (marks, position - 1))
    position--;
  return position > 0 ? position - 1 : MP_NONE;
}

/* --- Gaps ------------------------------------------------------------------------------------- */

/* Returns the last bare mark that is not after x and has a gap before it, or MP_NONE if there is
 * none down to a limit. */
static guint
gap_before (const Marks *marks, double x, double limit)
{
  guint at = bare_before (marks, find_x (marks, nextafter (x, INFINITY)));

  while (at != MP_NONE && x_of (marks, at) >= limit) {
    /* The first one that is nearer than a spacing. */
    guint far = find_x (marks, nextafter (x_of (marks, at) - marks->spacing, INFINITY));

    far = bare_from (marks, far);
    if (far >= at)
      return at;
    at = far;
  }
  return MP_NONE;
}

/* Returns the bare mark after the widest gap around x. */
static guint
after_widest_gap (const Marks *marks, double x)
{
  double leeway = LEEWAY * marks->spacing, fine = FINE * marks->spacing, widest = -1;
  guint at = bare_from (marks, find_x (marks, x - leeway)), found = at;

  while (at < marks->length && x_of (marks, at) <= x + leeway) {
    guint next = bare_from (marks, find_x (marks, x_of (marks, at) + fine));
    guint before = next < marks->length ? bare_before (marks, next) : MP_NONE;

    if (before != MP_NONE && x_of (marks, next) <= x + leeway &&
        x_of (marks, next) - x_of (marks, before) > widest) {
      widest = x_of (marks, next) - x_of (marks, before);
      found = next;
    }
    at = next;
  }
  return found;
}

static double
block_size (const Marks *marks)
{
  return BLOCK * marks->spacing;
}

/* Returns the bare mark at which a row is cut near the beginning of a block, or MP_NONE if it has a
 * gap in the block before. */
static guint
find_cut (const Marks *marks, double block)
{
  double x = block * block_size (marks);

  return gap_before (marks, x, x - block_size (marks)) != MP_NONE ? MP_NONE
                                                                  : after_widest_gap (marks, x);
}

/* --- Clusters --------------------------------------------------------------------------------- */

/* Where a row of clusters is followed from, and where it is cut next. */
typedef struct {
  guint at;     /* a bare mark with which a cluster begins */
  double block; /* the number of the block at whose beginning the next cut may be */
  guint cut;
} Walk;

static gboolean
is_passed (const Marks *marks, const Walk *walk)
{
  return (walk->cut != MP_NONE && walk->cut <= walk->at) ||
         (walk->block * block_size (marks) + LEEWAY * marks->spacing < x_of (marks, walk->at));
}

/* Begins at a gap or, in a long row, at a cut, so far before x that no cluster after x depends on
 * more. */
static Walk
walk_from (const Marks *marks, double x)
{
  double size = block_size (marks);
  double block = floor ((x - 3 * LEEWAY * marks->spacing) / size);
  guint gap = gap_before (marks, x, (block - 1) * size);
  Walk walk;

  /* The very first mark has nothing before it. */
  if (gap == MP_NONE && bare_before (marks, find_x (marks, x)) == MP_NONE)
    gap = bare_from (marks, 0);
  if (gap == marks->length)
    return (Walk) { gap, 0, MP_NONE };
  if (gap != MP_NONE)
    walk = (Walk) { gap, floor (x_of (marks, gap) / size), MP_NONE };
  else
    walk = (Walk) { bare_from (marks, after_widest_gap (marks, block * size)), block + 1, MP_NONE };
  if (walk.at < marks->length)
    walk.cut = find_cut (marks, walk.block);
  return walk;
}

/* Returns the last mark of the cluster that begins at a mark. */
static guint
find_last (const Marks *marks, const Walk *walk)
{
  guint end = walk->cut != MP_NONE ? walk->cut : marks->length, last = walk->at, rest;

  for (;;) {
    double middle = (x_of (marks, walk->at) + x_of (marks, last)) / 2;
    guint next = bare_before (marks, MIN (find_x (marks, middle + marks->spacing), end));

    if (next == last || next == MP_NONE)
      break;
    last = next;
  }
  /* Before a cut no small cluster is left over, which would be too near to the one after it. */
  rest = bare_from (marks, last + 1);
  if (walk->cut != MP_NONE && rest < walk->cut) {
    guint before = bare_before (marks, walk->cut);

    if (x_of (marks, before) - x_of (marks, rest) < marks->spacing)
      last = before;
  }
  return last;
}

double
mp_clusters_reach (const MpLayout *layout)
{
  return (2 * BLOCK + 4 * LEEWAY) * layout->cluster_spacing / layout->per_day;
}

void
mp_clusters_find (const MpLayout *layout, double begin, double end, GArray *clusters)
{
  Marks marks = { layout, layout->cluster_spacing, layout->n_order };
  Walk walk = walk_from (&marks, begin * layout->per_day - 2 * marks.spacing);

  while (walk.at < marks.length) {
    MpCluster cluster = { .run.first = walk.at };
    double first = x_of (&marks, walk.at), last;

    if (first > end * layout->per_day)
      break;
    while (is_passed (&marks, &walk)) {
      walk.block = MAX (walk.block + 1, floor (first / block_size (&marks)));
      walk.cut = find_cut (&marks, walk.block);
    }
    cluster.run.count = find_last (&marks, &walk) - walk.at + 1;
    walk.at += cluster.run.count;
    last = x_of (&marks, walk.at - 1);
    walk.at = bare_from (&marks, walk.at);
    cluster.day = (first + last) / 2 / layout->per_day;
    if (cluster.day >= begin && cluster.day <= end)
      g_array_append_val (clusters, cluster);
  }
}
