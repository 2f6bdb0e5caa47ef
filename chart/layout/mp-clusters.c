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

/* A row of marks without a gap is cut at the beginning of each block of so many spacings. */
#define BLOCK 12

/* No cluster is so many spacings long. */
#define LONGEST 4

typedef struct {
  const MpLayout *layout;
  double spacing;
  guint length;
} Marks;

double
mp_clusters_spacing (guint n_milestones, MpMeasure measure)
{
  g_autofree char *number = mp_number_whole (n_milestones / 2);
  g_autofree char *text = g_strconcat ("+", number, NULL);

  /* Two digits have room. Of two neighbours, one has at most half of all milestones; where the
   * other has more, it is as wide for one digit more. */
  if (n_milestones < 2 * 100)
    return SPACING * measure.unit;
  return MAX (SPACING * measure.unit,
              ceil (mp_measure (measure, MP_TEXT_BADGE, text).width + BADGE_PADDING * measure.unit +
                    mp_measure (measure, MP_TEXT_BADGE, "0").width / 2));
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

/* Returns whether there is a gap between any two marks somewhere between two places, and stores the
 * position of the mark after the last one. Marks with labels count, too: so this can be told where
 * labels have not been placed. */
static gboolean
find_gap (const Marks *marks, double x0, double x1, guint *after)
{
  guint at = find_x (marks, x1);

  if (at == 0)
    return FALSE;
  for (at--; x_of (marks, at) >= x0;) {
    /* The first one that is nearer than a spacing. */
    guint far = find_x (marks, nextafter (x_of (marks, at) - marks->spacing, INFINITY));

    if (far == at) {
      *after = at;
      return TRUE;
    }
    at = far;
  }
  return FALSE;
}

/* --- Clusters --------------------------------------------------------------------------------- */

/* Where a row of clusters is followed from, and where it is cut next. */
typedef struct {
  guint at;     /* a bare mark with which a cluster begins */
  double block; /* the number of the block at whose beginning the next cut may be */
  gboolean is_known;
  guint cut; /* if it is known: the bare mark after it; MP_NONE if the row has a gap before it */
} Walk;

static double
block_size (const Marks *marks)
{
  return BLOCK * marks->spacing;
}

/* Begins at a gap or, in a long row, at a cut, so far before x that no cluster after x depends on
 * more. */
static Walk
walk_from (const Marks *marks, double x)
{
  double size = block_size (marks), block = floor (x / size);
  guint at;

  if (!find_gap (marks, (block - 1) * size, x, &at)) {
    /* The very first mark has nothing before it. */
    if (find_x (marks, (block - 1) * size) > 0)
      return (Walk) { bare_from (marks, find_x (marks, block * size)), block + 1, FALSE, MP_NONE };
    at = 0;
  }
  at = bare_from (marks, at);
  return (Walk) { at, at < marks->length ? floor (x_of (marks, at) / size) + 1 : 0, FALSE,
                  MP_NONE };
}

/* Finds the next cut, once it is near. */
static void
look_ahead (const Marks *marks, Walk *walk)
{
  double size = block_size (marks), x = x_of (marks, walk->at);
  guint after;

  if (walk->block * size <= x) {
    walk->block = floor (x / size) + 1;
    walk->is_known = FALSE;
    walk->cut = MP_NONE;
  }
  if (walk->is_known || walk->block * size > x + LONGEST * marks->spacing)
    return;
  walk->is_known = TRUE;
  if (!find_gap (marks, (walk->block - 1) * size, walk->block * size, &after))
    walk->cut = bare_from (marks, find_x (marks, walk->block * size));
}

/* Returns the next cluster, and moves on to the one after it. */
static MpCluster
next_cluster (const Marks *marks, Walk *walk)
{
  double first = x_of (marks, walk->at);
  guint last = walk->at, end;
  MpCluster cluster = { .run.first = walk->at };

  look_ahead (marks, walk);
  end = walk->cut != MP_NONE ? walk->cut : marks->length;
  for (;;) {
    double middle = (first + x_of (marks, last)) / 2;
    guint next = bare_before (marks, MIN (find_x (marks, middle + marks->spacing), end));

    if (next == last || next == MP_NONE)
      break;
    last = next;
  }
  cluster.run.count = last - walk->at + 1;
  cluster.day = (first + x_of (marks, last)) / 2 / marks->layout->per_day;
  walk->at = bare_from (marks, last + 1);
  return cluster;
}

/* Returns whether two clusters on both sides of a cut are too near to each other. */
static gboolean
are_near (const Marks *marks, const MpCluster *left, const MpCluster *right)
{
  return (right->day - left->day) * marks->layout->per_day < marks->spacing;
}

static void
join (const Marks *marks, MpCluster *left, const MpCluster *right)
{
  guint last = right->run.first + right->run.count - 1;

  left->run.count = last - left->run.first + 1;
  left->day = (x_of (marks, left->run.first) + x_of (marks, last)) / 2 / marks->layout->per_day;
}

double
mp_clusters_reach (const MpLayout *layout)
{
  return (BLOCK + 3 * LONGEST) * layout->cluster_spacing / layout->per_day;
}

void
mp_clusters_find (const MpLayout *layout, double begin, double end, GArray *clusters)
{
  Marks marks = { layout, layout->cluster_spacing, layout->n_order };
  Walk walk = walk_from (&marks, begin * layout->per_day - 2 * LONGEST * marks.spacing);
  double stop = end * layout->per_day + LONGEST * marks.spacing;
  MpCluster cluster;

  if (walk.at == marks.length)
    return;
  cluster = next_cluster (&marks, &walk);
  for (;;) {
    gboolean is_last = walk.at == marks.length || x_of (&marks, walk.at) > stop;
    gboolean is_cut = walk.at == walk.cut;
    MpCluster next;

    if (!is_last) {
      next = next_cluster (&marks, &walk);
      if (is_cut && are_near (&marks, &cluster, &next)) {
        join (&marks, &cluster, &next);
        continue;
      }
    }
    if (cluster.day >= begin && cluster.day <= end)
      g_array_append_val (clusters, cluster);
    if (is_last)
      return;
    cluster = next;
  }
}
