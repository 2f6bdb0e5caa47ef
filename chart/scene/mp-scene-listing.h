/* mp-scene-listing.h: what of a scene is listed one by one, as for a screen reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nobody listens to thousands of names, so a listing has a limit. Which things it has is one rule:
 *
 *  1. The wanted items, such as the selected one, whether they are in view or not.
 *  2. The headings of the topics in view, which take half of the listing at most.
 *  3. Of the rest, the milestones may take one half and the phases the other, and each of them what
 *     the other leaves. The milestones with labels come first, the most important before the
 *     others; then the clusters, the largest first; then the bare marks by importance. Phases come
 *     by their width in view, the widest first; those narrower than MP_LISTING_LEAST_WIDTH only if
 *     there is room for all of their row.
 *  4. A row of which something in view is not listed, as where phases are drawn as a crowd, has one
 *     entry more, which stands for the row and says how many things are in view there. The
 *     milestones count as a row.
 *
 * If there are more rows than the listing has room for, the lower ones have no entry: they come
 * when the rows are scrolled.
 */
#pragma once

#include "mp-scene.h"

G_BEGIN_DECLS

/* In logical pixels. */
#define MP_LISTING_LEAST_WIDTH 8

typedef struct {
  MpSceneItem item;
  MpRect rect; /* the part in view; of no width for a wanted item that is out of view */
  guint count; /* MP_SCENE_ITEM_ROW: the milestones or phases in view there, listed or not */
} MpListed;

/* Lists at most max things of a scene, of type MpListed, in the order in which they are read: the
 * milestones and clusters by time, then row by row the headings and the phases by time. A row's own
 * entry is its last. A wanted item that the scene's layout does not show is left out. Free with
 * g_array_unref (). */
GArray *mp_scene_list (const MpScene *scene, guint max, const MpSceneItem *wanted,
                       guint n_wanted) G_GNUC_WARN_UNUSED_RESULT;

/* Stores the part of an item that is in view. Returns FALSE if there is none; do not use rect then.
 */
gboolean mp_scene_find_in_view (const MpScene *scene, MpSceneItem item, MpRect *rect);

/* Returns the first milestone or phase in view of the row of an entry, which may be in a cluster;
 * of kind MP_ITEM_NONE if there is none. */
MpItem mp_scene_first_in_row (const MpScene *scene, guint32 term);

/* Returns how many phases of a term touch [from, until), drawn singly or not. */
guint mp_scene_count_phases (const MpScene *scene, guint32 term, MpInstant from, MpInstant until);

G_END_DECLS
