/* mp-scene-item.c: items of the agreement as items of a scene, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-scene-item.h"

MpSceneItem
mp_scene_item_new (MpItem item)
{
  switch (item.kind) {
  case MP_ITEM_MILESTONE:
    return (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, item.index };
  case MP_ITEM_PHASE:
    return (MpSceneItem) { MP_SCENE_ITEM_PHASE, item.index };
  case MP_ITEM_NONE:
  default:
    return (MpSceneItem) { MP_SCENE_ITEM_NONE, 0 };
  }
}

MpItem
mp_scene_item_get_item (MpSceneItem self)
{
  switch (self.kind) {
  case MP_SCENE_ITEM_MILESTONE:
    return (MpItem) { MP_ITEM_MILESTONE, self.index };
  case MP_SCENE_ITEM_PHASE:
    return (MpItem) { MP_ITEM_PHASE, self.index };
  case MP_SCENE_ITEM_NONE:
  case MP_SCENE_ITEM_CLUSTER:
  case MP_SCENE_ITEM_HEADING:
  case MP_SCENE_ITEM_CROWD:
  case MP_SCENE_ITEM_ROW:
  default:
    return (MpItem) { MP_ITEM_NONE, 0 };
  }
}

gboolean
mp_scene_item_equal (MpSceneItem a, MpSceneItem b)
{
  return a.kind == b.kind && (a.kind == MP_SCENE_ITEM_NONE || a.index == b.index);
}
