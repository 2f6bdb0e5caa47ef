/* mp-timeline-hover.c: what is under the pointer is highlighted, and changes the pointer's shape
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-direction.h"
#include "mp-scene-listing.h"

#include <math.h>

/* The highlight: its corners in logical pixels, and how much of the colour of text it has. */
#define CORNER 6
#define CLUSTER_CORNER 12
#define ALPHA 0.07f

/* Nothing is highlighted while the view moves: it would flicker. */
static MpSceneItem
find_hovered (MpTimeline *self)
{
  const MpTimelineInput *input = &self->input;

  if (self->scene == NULL || !input->inside || input->drag != MP_DRAG_NONE ||
      mp_rest_is_awaited (self->rest) || mp_timeline_is_on_stack (self, input->x, input->y))
    return (MpSceneItem) { MP_SCENE_ITEM_NONE, 0 };
  return mp_scene_pick (self->scene, input->x, input->y);
}

static const char *
cursor_for (const MpTimelineInput *input)
{
  if (input->drag == MP_DRAG_SPAN)
    return "crosshair";
  if (input->drag == MP_DRAG_PAN)
    return "grabbing";
  return input->hovered.kind != MP_SCENE_ITEM_NONE ? "pointer" : NULL;
}

void
mp_timeline_update_hover (MpTimeline *self)
{
  MpTimelineInput *input = &self->input;
  MpSceneItem before = input->hovered;
  const char *cursor;

  input->hovered = find_hovered (self);
  if (!mp_scene_item_equal (before, input->hovered))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  cursor = cursor_for (input);
  if (g_strcmp0 (cursor, input->cursor_name) != 0)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
  input->cursor_name = cursor;
}

void
mp_timeline_snapshot_hover (MpTimeline *self, GtkSnapshot *snapshot)
{
  MpSceneItem item = self->input.hovered;
  float corner = item.kind == MP_SCENE_ITEM_CLUSTER ? CLUSTER_CORNER : CORNER;
  GskRoundedRect outline;
  GdkRectangle place;
  GdkRGBA color;
  MpRect rect;

  if (self->scene == NULL || !mp_scene_find_in_view (self->scene, item, &rect))
    return;
  place = mp_direction_rectangle (self, mp_timeline_item_place (rect));
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= ALPHA;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) place.x, (float) place.y,
                                                        (float) place.width, (float) place.height),
                                   corner);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}
