/* mp-scene-listing.c: chooses what of a scene is listed one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-scene-listing.h"

#include "mp-agreement.h"
#include "mp-scene-private.h"

#include <math.h>

/* Something that may be listed. */
typedef struct {
  MpListed listed;
  double y;     /* of its row, from the top of the rows, in whole pixels; -1 for the milestones */
  MpInstant at; /* its place in the row */
  guint group;  /* into the groups; MP_NONE for what is listed in any case */
  double rank;  /* what has a higher rank is listed first */
  gboolean is_listed;
} Candidate;

/* A row, or all milestones. */
typedef struct {
  MpSceneItem item; /* of the entry that stands for it */
  double y;
  guint n_all;          /* the things in view */
  guint n_listed;       /* of them */
  guint count;          /* the milestones or phases in view */
  gboolean has_room;    /* for one entry, at least */
  gboolean is_complete; /* there is room for all, the narrow ones as well */
  gboolean is_crowded;  /* some phases are drawn as crowds, and not listed */
} Group;

typedef struct {
  const MpScene *scene;
  const MpSceneItem *wanted;
  guint n_wanted;
  GArray *candidates;
  GArray *groups;
} Listing;

/* The ranks of milestones. The importance of a label or a bare mark and the size of a cluster make
 * the difference among their like. The rank of a phase is its width. */
#define RANK_WANTED INFINITY
#define RANK_LABEL 2e10
#define RANK_CLUSTER 1e10
#define RANK_BARE 1e9

static gboolean
is_wanted (const Listing *listing, MpSceneItem item)
{
  for (guint i = 0; i < listing->n_wanted; i++)
    if (mp_scene_item_equal (listing->wanted[i], item))
      return TRUE;
  return FALSE;
}

/* Stores the part of rect that is in bounds. Returns FALSE if there is none. */
static gboolean
clip (MpRect rect, MpRect bounds, MpRect *part)
{
  double x0 = MAX (rect.x, bounds.x), x1 = MIN (rect.x + rect.width, bounds.x + bounds.width);
  double y0 = MAX (rect.y, bounds.y), y1 = MIN (rect.y + rect.height, bounds.y + bounds.height);

  *part = (MpRect) { x0, y0, x1 - x0, y1 - y0 };
  return x0 < x1 && y0 < y1;
}

/* The part of the rows in which phases are drawn. */
static MpRect
rows_plot (const MpScene *scene)
{
  return mp_rect_clip_x (scene->rows, scene->plot.x, scene->plot.x + scene->plot.width);
}

/* Where the view begins and ends. */
static MpInstant
first_instant (const MpScene *scene)
{
  return mp_day_to_instant (scene->scale.begin);
}

static MpInstant
last_instant (const MpScene *scene)
{
  return mp_day_to_instant (mp_scale_to_day (scene->scale, scene->plot.width));
}

/* The row of an entry that stands for a row, or the band for the entry of the milestones. */
static gboolean
find_row (const MpScene *scene, guint32 term, MpRect *rect)
{
  const MpSceneRow *row;

  if (term == MP_NONE) {
    *rect = scene->band;
    return TRUE;
  }
  row = mp_scene_find_row (scene, MP_ROW_TERM, term);
  if (row != NULL)
    *rect = row->rect;
  return row != NULL;
}

gboolean
mp_scene_find_in_view (const MpScene *scene, MpSceneItem item, MpRect *rect)
{
  MpRect whole, bounds = scene->band;

  if (item.kind == MP_SCENE_ITEM_ROW) {
    if (!find_row (scene, item.index, &whole))
      return FALSE;
  } else if (!mp_scene_find (scene, item, &whole)) {
    return FALSE;
  }
  if (item.kind == MP_SCENE_ITEM_HEADING)
    bounds = scene->rows;
  else if (item.kind == MP_SCENE_ITEM_PHASE || item.kind == MP_SCENE_ITEM_CROWD ||
           (item.kind == MP_SCENE_ITEM_ROW && item.index != MP_NONE))
    bounds = rows_plot (scene);
  return clip (whole, bounds, rect);
}

/* --- What there is ---------------------------------------------------------------------------- */

static guint
add_group (Listing *listing, MpSceneItem item, double y)
{
  Group group = { .item = item, .y = y };

  g_array_append_val (listing->groups, group);
  return listing->groups->len - 1;
}

/* Adds an item of a group, which counts for a number of milestones or phases. */
static void
add (Listing *listing, guint group, MpSceneItem item, MpRect rect, MpInstant at, double rank,
     guint count)
{
  Group *of = &g_array_index (listing->groups, Group, group);
  Candidate candidate = { { item, rect, 0 }, of->y, at, group, rank, FALSE };

  if (is_wanted (listing, item))
    candidate.rank = RANK_WANTED;
  of->n_all++;
  of->count += count;
  g_array_append_val (listing->candidates, candidate);
}

static void
add_marks (Listing *listing)
{
  const MpScene *scene = listing->scene;
  const MpMilestones *milestones = mp_agreement_milestones (scene->layout->agreement);

  for (guint i = 0; i < scene->n_marks; i++) {
    const MpSceneMark *mark = &scene->marks[i];
    double rank = mark->label.width > 0 ? RANK_LABEL : RANK_BARE;
    MpRect rect;

    if (mp_scene_find_mark (scene, mark, &rect) && clip (rect, scene->band, &rect))
      add (listing, 0, (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, mark->milestone }, rect,
           milestones->earliest[mark->milestone], rank - mark->importance, 1);
  }
}

static void
add_clusters (Listing *listing)
{
  const MpScene *scene = listing->scene;
  const MpMilestones *milestones = mp_agreement_milestones (scene->layout->agreement);

  for (guint i = 0; i < scene->n_clusters; i++) {
    const MpSceneCluster *cluster = &scene->clusters[i];
    guint32 first;
    MpRect rect;

    if (mp_scene_get_members (scene, cluster, &first, 1) > 0 &&
        clip (cluster->target, scene->band, &rect))
      add (listing, 0, (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, i }, rect,
           milestones->earliest[first], RANK_CLUSTER + cluster->of.count, cluster->of.count);
  }
}

/* The milestones are the first group. */
static void
add_milestones (Listing *listing)
{
  add_group (listing, (MpSceneItem) { MP_SCENE_ITEM_ROW, MP_NONE }, -1);
  add_marks (listing);
  add_clusters (listing);
}

/* Takes it into account that some phases of a row are in crowds. */
static void
add_crowds (Listing *listing, guint32 term, guint group)
{
  const MpScene *scene = listing->scene;
  Group *of = &g_array_index (listing->groups, Group, group);

  for (guint i = 0; i < scene->n_crowds; i++)
    of->is_crowded = of->is_crowded || scene->crowds[i].term == term;
  if (!of->is_crowded)
    return;
  of->n_all++;
  of->count = mp_scene_count_phases (scene, term, first_instant (scene), last_instant (scene));
}

/* Adds the bars of a row, from a place in the scene's bars on. Returns the place of those of the
 * next row. */
static guint
add_bars (Listing *listing, const MpSceneRow *row, double y, guint at)
{
  const MpScene *scene = listing->scene;
  const MpPhases *phases = mp_agreement_phases (scene->layout->agreement);
  guint group = add_group (listing, (MpSceneItem) { MP_SCENE_ITEM_ROW, row->index }, y);

  for (; at < scene->n_bars && phases->term[scene->bars[at].phase] == row->index; at++) {
    const MpSceneBar *bar = &scene->bars[at];
    MpRect rect;

    if (clip (bar->visible, rows_plot (scene), &rect))
      add (listing, group, (MpSceneItem) { MP_SCENE_ITEM_PHASE, bar->phase }, rect,
           (MpInstant) bar->phase, rect.width, 1);
  }
  add_crowds (listing, row->index, group);
  return at;
}

/* Adds something that takes no room from a group. */
static void
add_listed (Listing *listing, MpListed listed, double y, MpInstant at)
{
  Candidate candidate = { listed, y, at, MP_NONE, 0, TRUE };

  g_array_append_val (listing->candidates, candidate);
}

/* Adds the headings, of which at most so many are listed, and the bars. Returns the number of
 * headings. */
static guint
add_rows (Listing *listing, guint max_headings)
{
  const MpScene *scene = listing->scene;
  double top = scene->rows.y - mp_scene_rows_scroll (scene);
  guint at = 0, n_headings = 0;

  for (guint i = 0; i < scene->n_row_items; i++) {
    const MpSceneRow *row = &scene->row_items[i];
    MpSceneItem item = { MP_SCENE_ITEM_HEADING, row->index };
    double y = round (row->rect.y - top);
    MpRect rect;

    if (row->kind == MP_ROW_TERM) {
      at = add_bars (listing, row, y, at);
    } else if ((n_headings < max_headings || is_wanted (listing, item)) &&
               mp_scene_find_in_view (scene, item, &rect)) {
      add_listed (listing, (MpListed) { item, rect, 0 }, y, MP_INSTANT_MIN);
      n_headings++;
    }
  }
  return n_headings;
}

/* --- What is wanted out of view --------------------------------------------------------------- */

/* Stores where the layout has a row. Returns FALSE if it has none. */
static gboolean
find_row_y (const MpLayout *layout, MpRowKind kind, guint32 index, double *y)
{
  for (guint i = 0; i < layout->n_rows; i++) {
    const MpRow *row = &layout->rows[i];

    if (row->kind == kind && row->index == index) {
      *y = round (row->y);
      return TRUE;
    }
  }
  return FALSE;
}

static void
add_out_of_view (Listing *listing, MpSceneItem item)
{
  const MpLayout *layout = listing->scene->layout;
  const MpMilestones *milestones = mp_agreement_milestones (layout->agreement);
  const MpPhases *phases = mp_agreement_phases (layout->agreement);
  MpListed nowhere = { .item = item };
  double y = 0;

  if (item.kind == MP_SCENE_ITEM_MILESTONE &&
      mp_visible_set_has_milestone (layout->visible, item.index))
    add_listed (listing, nowhere, -1, milestones->earliest[item.index]);
  else if (item.kind == MP_SCENE_ITEM_PHASE &&
           find_row_y (layout, MP_ROW_TERM, phases->term[item.index], &y))
    add_listed (listing, nowhere, y, (MpInstant) item.index);
  else if (item.kind == MP_SCENE_ITEM_HEADING && find_row_y (layout, MP_ROW_TOPIC, item.index, &y))
    add_listed (listing, nowhere, y, MP_INSTANT_MIN);
  else if (item.kind == MP_SCENE_ITEM_ROW && find_row_y (layout, MP_ROW_TERM, item.index, &y))
    add_listed (listing, nowhere, y, MP_INSTANT_MAX);
}

/* The entry of a row in view is added later. */
static gboolean
is_in_view (const Listing *listing, MpSceneItem item)
{
  for (guint i = 0; i < listing->candidates->len; i++)
    if (mp_scene_item_equal (g_array_index (listing->candidates, Candidate, i).listed.item, item))
      return TRUE;
  for (guint i = 0; i < listing->groups->len; i++)
    if (mp_scene_item_equal (g_array_index (listing->groups, Group, i).item, item))
      return TRUE;
  return FALSE;
}

static void
add_wanted (Listing *listing)
{
  for (guint i = 0; i < listing->n_wanted; i++)
    if (!is_in_view (listing, listing->wanted[i]))
      add_out_of_view (listing, listing->wanted[i]);
}

/* --- Choosing --------------------------------------------------------------------------------- */

/* Compares two candidates in the order of reading. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;
  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;
  return first->listed.item.index < second->listed.item.index
           ? -1
           : first->listed.item.index > second->listed.item.index;
}

/* Compares two pointers to candidates: the higher rank first and, of the same rank, what is read
 * first. */
static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Candidate *first = *(const Candidate *const *) a, *second = *(const Candidate *const *) b;

  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;
  return compare_places (first, second);
}

/* The candidates of some groups, from the highest rank to the lowest. Free with g_ptr_array_unref
 * ().
 */
static GPtrArray *
rank_candidates (const Listing *listing, guint first, guint last)
{
  GPtrArray *ranked = g_ptr_array_new ();

  for (guint i = 0; i < listing->candidates->len; i++) {
    Candidate *candidate = &g_array_index (listing->candidates, Candidate, i);

    if (candidate->group != MP_NONE && candidate->group >= first && candidate->group < last)
      g_ptr_array_add (ranked, candidate);
  }
  g_ptr_array_sort (ranked, compare_ranks);
  return ranked;
}

/* The number of entries that the groups from first up to last would have without a limit. */
static guint
count_needed (const Listing *listing, guint first, guint last)
{
  guint needed = 0;

  for (guint i = first; i < last; i++)
    needed += g_array_index (listing->groups, Group, i).n_all;
  return needed;
}

/* Whether there is room for one more of a group, which has an entry already. That entry is given up
 * once everything in the group is listed. Adds to used what the candidate needs. */
static gboolean
has_room_for (Group *group, const Candidate *candidate, guint room, guint *used)
{
  guint others = group->n_all - group->n_listed - 1, needed = MIN (others, 1);

  if (candidate->rank == RANK_WANTED || group->is_complete)
    return TRUE;
  if (candidate->rank < MP_LISTING_LEAST_WIDTH)
    needed = others;
  if (!group->has_room || *used + needed > room ||
      (group->is_crowded && candidate->rank < MP_LISTING_LEAST_WIDTH))
    return FALSE;
  *used += needed;
  group->is_complete = candidate->rank < MP_LISTING_LEAST_WIDTH;
  return TRUE;
}

/* Lists what there is room for of some groups. */
static void
choose (Listing *listing, guint first, guint last, guint room)
{
  g_autoptr (GPtrArray) ranked = rank_candidates (listing, first, last);
  guint used = 0;

  for (guint i = first; i < last; i++) {
    Group *group = &g_array_index (listing->groups, Group, i);

    group->has_room = group->n_all > 0 && used < room;
    used += group->has_room;
  }
  for (guint i = 0; i < ranked->len; i++) {
    Candidate *candidate = ranked->pdata[i];
    Group *group = &g_array_index (listing->groups, Group, candidate->group);

    candidate->is_listed = has_room_for (group, candidate, room, &used);
    group->n_listed += candidate->is_listed;
  }
}

/* Whether a row has an entry that stands for it. A wanted one stays as long as it means anything.
 */
static gboolean
has_entry (const Listing *listing, const Group *group)
{
  if (is_wanted (listing, group->item))
    return group->item.index != MP_NONE || listing->scene->layout->n_order > 0;
  return group->has_room && group->n_listed < group->n_all;
}

static void
add_row_entries (Listing *listing)
{
  for (guint i = 0; i < listing->groups->len; i++) {
    const Group *group = &g_array_index (listing->groups, Group, i);
    MpListed entry = { group->item, { 0 }, group->count };

    if (!has_entry (listing, group))
      continue;
    if (!mp_scene_find_in_view (listing->scene, group->item, &entry.rect))
      entry.rect.width = 0;
    add_listed (listing, entry, group->y, MP_INSTANT_MAX);
  }
}

/* --- All of it -------------------------------------------------------------------------------- */

/* Divides the room between milestones and phases. */
static void
choose_all (Listing *listing, guint room)
{
  guint n_groups = listing->groups->len;
  guint milestones = count_needed (listing, 0, 1);
  guint phases = count_needed (listing, 1, n_groups);

  milestones = MIN (milestones, MAX (room / 2, room - MIN (phases, room)));
  choose (listing, 0, 1, milestones);
  choose (listing, 1, n_groups, room - milestones);
  add_row_entries (listing);
}

GArray *
mp_scene_list (const MpScene *scene, guint max, const MpSceneItem *wanted, guint n_wanted)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  Listing listing = { scene, wanted, n_wanted, candidates, groups };
  GArray *listed = g_array_new (FALSE, FALSE, sizeof (MpListed));
  guint n_fixed;

  add_milestones (&listing);
  n_fixed = n_wanted + add_rows (&listing, max / 2);
  add_wanted (&listing);
  choose_all (&listing, max - MIN (n_fixed, max));
  g_array_sort (candidates, compare_places);
  for (guint i = 0; i < candidates->len; i++) {
    const Candidate *candidate = &g_array_index (candidates, Candidate, i);

    if (candidate->is_listed)
      g_array_append_val (listed, candidate->listed);
  }
  return listed;
}

static MpItem
first_milestone (const MpScene *scene)
{
  const MpMilestones *milestones = mp_agreement_milestones (scene->layout->agreement);
  MpItem first = { MP_ITEM_NONE, 0 };
  MpRect rect;

  for (guint i = 0; i < scene->n_marks + scene->n_clusters; i++) {
    MpSceneItem item = { MP_SCENE_ITEM_CLUSTER, i - scene->n_marks };
    guint32 milestone = MP_NONE;

    if (i < scene->n_marks) {
      item = (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, scene->marks[i].milestone };
      milestone = item.index;
    } else {
      mp_scene_get_members (scene, &scene->clusters[item.index], &milestone, 1);
    }
    if ((first.kind == MP_ITEM_NONE ||
         milestones->earliest[milestone] < milestones->earliest[first.index]) &&
        mp_scene_find_in_view (scene, item, &rect))
      first = (MpItem) { MP_ITEM_MILESTONE, milestone };
  }
  return first;
}

MpItem
mp_scene_first_in_row (const MpScene *scene, guint32 term)
{
  const MpCrowd *crowd;
  guint at = 0;

  if (term == MP_NONE)
    return first_milestone (scene);
  crowd = mp_crowds_get_term (scene->layout->crowds, term);
  if (!mp_span_index_next (&crowd->spans, first_instant (scene), last_instant (scene), &at))
    return (MpItem) { MP_ITEM_NONE, 0 };
  at += mp_agreement_terms (scene->layout->agreement, NULL)[term].phases.first;
  return (MpItem) { MP_ITEM_PHASE, at };
}

guint
mp_scene_count_phases (const MpScene *scene, guint32 term, MpInstant from, MpInstant until)
{
  return mp_crowd_count (mp_crowds_get_term (scene->layout->crowds, term), from, until);
}
