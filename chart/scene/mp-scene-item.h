/* mp-scene-item.h: one thing in a picture that can be pointed at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Milestones and phases are items of the agreement. Clusters and headings exist in a scene only.
 */
#pragma once

#include "mp-item.h"

G_BEGIN_DECLS

typedef enum {
  MP_SCENE_ITEM_NONE,
  MP_SCENE_ITEM_MILESTONE,
  MP_SCENE_ITEM_PHASE,
  MP_SCENE_ITEM_CLUSTER, /* milestones too close to draw apart; index counts the scene's clusters */
  MP_SCENE_ITEM_HEADING, /* of the topic with this index */
} MpSceneItemKind;

typedef struct {
  MpSceneItemKind kind;
  guint32 index;
} MpSceneItem;

/* Returns a milestone or a phase as an item of a scene; no item stays none. */
MpSceneItem mp_scene_item_new (MpItem item);

/* Returns the milestone or the phase that an item of a scene is; none for clusters and headings. */
MpItem mp_scene_item_get_item (MpSceneItem self);

/* Whether two items of one scene are the same. */
gboolean mp_scene_item_equal (MpSceneItem a, MpSceneItem b);

G_END_DECLS
