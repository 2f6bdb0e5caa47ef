/* mp-scene-item.h: something in a scene that the user can point at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Milestones and phases are items of the agreement. The others exist in a scene only.
 */
#pragma once

#include "mp-item.h"

G_BEGIN_DECLS

typedef enum {
  MP_SCENE_ITEM_NONE,
  MP_SCENE_ITEM_MILESTONE,
  MP_SCENE_ITEM_PHASE,
  MP_SCENE_ITEM_CLUSTER, /* milestones too close to draw apart; index is into MpScene.clusters */
  MP_SCENE_ITEM_HEADING, /* of a topic; index is the topic's */
  MP_SCENE_ITEM_CROWD,   /* phases too many to draw apart; index is into MpScene.crowds */
  MP_SCENE_ITEM_ROW,     /* all phases of a term in view, index is the term's; or all milestones in
                            view, index is MP_NONE. Listed, but never picked */
} MpSceneItemKind;

typedef struct {
  MpSceneItemKind kind;
  guint32 index;
} MpSceneItem;

/* Returns a milestone or a phase as an item of a scene; MP_ITEM_NONE becomes MP_SCENE_ITEM_NONE. */
MpSceneItem mp_scene_item_new (MpItem item);

/* Returns a milestone or a phase as an item of the agreement; for anything else, an item of kind
 * MP_ITEM_NONE. */
MpItem mp_scene_item_get_item (MpSceneItem self);

/* Returns whether two items of the same scene are the same. */
gboolean mp_scene_item_equal (MpSceneItem a, MpSceneItem b);

G_END_DECLS
