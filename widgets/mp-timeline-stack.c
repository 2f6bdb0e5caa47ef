/* mp-timeline-stack.c: where the stack of a cluster stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-direction.h"
#include "mp-scene-listing.h"

#include <math.h>

/* The distance of a stack from its cluster, in logical pixels. */
#define STACK_GAP 4

gboolean
mp_timeline_is_stack_open (MpTimeline *self)
{
  return self->stack != NULL && gtk_widget_get_visible (self->stack);
}

gboolean
mp_timeline_is_on_stack (MpTimeline *self, double x, double y)
{
  GdkRectangle point = { (int) x, (int) y, 0, 0 };
  double in_x, in_y;

  if (!mp_timeline_is_stack_open (self) || !gtk_widget_get_child_visible (self->stack))
    return FALSE;
  point = mp_direction_rectangle (self, point);
  return gtk_widget_translate_coordinates (GTK_WIDGET (self), self->stack, point.x, point.y, &in_x,
                                           &in_y) &&
         gtk_widget_contains (self->stack, in_x, in_y);
}

/* It stands under its cluster, or as far above as it needs. While the cluster is out of view, or
 * its milestones stand apart, so is the stack. */
void
mp_timeline_place_stack (MpTimeline *self)
{
  MpSceneItem item;
  GtkRequisition size;
  GtkAllocation place;
  MpRect at = { 0 };
  gboolean seen;

  if (!mp_timeline_is_stack_open (self))
    return;
  item = self->scene != NULL
           ? mp_scene_stand_in (self->scene, (MpItem) { MP_ITEM_MILESTONE, self->opened })
           : (MpSceneItem) { MP_SCENE_ITEM_NONE, 0 };
  seen = item.kind == MP_SCENE_ITEM_CLUSTER && mp_scene_find_in_view (self->scene, item, &at);
  gtk_widget_set_child_visible (self->stack, seen);
  gtk_widget_get_preferred_size (self->stack, NULL, &size);
  if (!seen)
    return;
  place.width = MIN (size.width, (int) self->scene->width);
  place.height = MIN (size.height, (int) self->scene->plot.height);
  place.x = (int) CLAMP (round (at.x + (at.width - place.width) / 2), 0,
                         MAX (0, self->scene->width - place.width));
  place.y =
    (int) CLAMP (at.y + at.height + STACK_GAP, 0, MAX (0, self->scene->height - place.height));
  place = mp_direction_rectangle (self, place);
  gtk_widget_size_allocate (self->stack, &place, -1);
}
