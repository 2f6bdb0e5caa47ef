/* mp-timeline-scene.c: makes the layout and the scene of a timeline, and places its children
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-direction.h"
#include "mp-last-change.h"

#include <math.h>

static void
update_layout (MpTimeline *self, int width, int height)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);
  MpMeasure measure = mp_text_get_measure (self->text);
  double plot = mp_scene_plot_width (width, measure);
  double span = mp_session_get_end (self->session) - mp_session_get_begin (self->session);
  MpLayoutRequest request = { .agreement = agreement,
                              .per_day = plot / span,
                              .fit_width = plot,
                              .max_lanes = mp_layout_lanes_for_height (height, measure),
                              .stacked = mp_scene_is_stacked (width, measure),
                              .visible = mp_session_get_visible_set (self->session),
                              .collapsed = mp_session_get_collapsed (self->session),
                              .measure = measure,
                              .like = self->layout };
  MpLayout *layout;

  /* Panning changes the zoom by rounding only. The layout is then kept, so that nothing moves. Of
   * the height it depends only on the number of lanes that have room. */
  if (self->layout != NULL && !self->relayout && self->layout->agreement == agreement &&
      fabs (self->layout->per_day / request.per_day - 1) < 1e-9 && self->scene != NULL &&
      self->scene->width == width && self->max_lanes == request.max_lanes)
    return;
  mp_session_fit_span (agreement, mp_session_get_today (self->session), &request.begin,
                       &request.end);
  layout = mp_layout_new (&request);
  g_clear_pointer (&self->layout, mp_layout_unref);
  self->layout = layout;
  self->max_lanes = request.max_lanes;
  self->relayout = FALSE;
  g_debug ("laid out anew: %g pixels a day, %d pixels wide, %u lanes", request.per_day, width,
           self->layout->n_lanes);
}

static void
update_scene (MpTimeline *self, int width, int height)
{
  MpSceneRequest request;

  self->stale = FALSE;
  if (self->session == NULL || mp_session_get_agreement (self->session) == NULL) {
    g_clear_pointer (&self->scene, mp_scene_unref);
    g_clear_pointer (&self->layout, mp_layout_unref);
    mp_timeline_forget_linked (self);
    mp_timeline_forget_nodes (self);
    return;
  }
  update_layout (self, width, height);
  mp_timeline_update_linked (self);
  request = (MpSceneRequest) { .layout = self->layout,
                               .begin = mp_session_get_begin (self->session),
                               .today = mp_session_get_today (self->session),
                               .as_of = mp_session_get_as_of (self->session),
                               .before = mp_session_get_before (self->session),
                               .known = mp_session_get_known (self->session),
                               .linked = self->linked,
                               .width = width,
                               .height = height,
                               .scroll = gtk_adjustment_get_value (self->rows),
                               .measure = mp_text_get_measure (self->text) };
  g_clear_pointer (&self->scene, mp_scene_unref);
  self->scene = mp_scene_new (&request);
  mp_timeline_forget_nodes (self);
}

/* What is scrolled: the rows, or all of the plot where even the milestones are too high for it. */
static MpRect
scrolled_part (const MpScene *scene)
{
  return scene->max_band_scroll > 0 ? scene->plot : scene->rows;
}

/* Gives the scrollbar the range of the scene. Its change is not followed, because this runs while
 * sizes are allocated, which must not ask for another allocation. */
static void
update_scrollbar (MpTimeline *self)
{
  MpScene *scene = self->scene;
  double height;

  if (scene == NULL)
    return;
  height = scrolled_part (scene).height;
  g_signal_handler_block (self->rows, self->rows_handler);
  gtk_adjustment_configure (self->rows, scene->scroll, 0, scene->max_scroll + height,
                            scene->layout->metrics.row_height, height * 0.9, height);
  g_signal_handler_unblock (self->rows, self->rows_handler);
}

static void
make_scene (MpTimeline *self, int width, int height)
{
  update_scene (self, MAX (width, 1), MAX (height, 1));
  update_scrollbar (self);
  mp_timeline_stir (self);
}

void
mp_timeline_stir (MpTimeline *self)
{
  gboolean was_settled = !mp_rest_is_awaited (self->rest);

  mp_rest_stir (self->rest);
  if (was_settled)
    mp_timeline_notify_settled (self);
  mp_timeline_update_hover (self);
}

/* Finding the last change takes time in proportion to the milestones, which a frame of a date that
 * is dragged does not have. */
static void
find_change (MpTimeline *self)
{
  MpAgreement *agreement = self->session != NULL ? mp_session_get_agreement (self->session) : NULL;
  guint32 milestone;

  if (self->has_change || agreement == NULL)
    return;
  milestone = mp_last_change (agreement, mp_session_get_as_of (self->session));
  self->change =
    milestone != MP_NONE ? (MpItem) { MP_ITEM_MILESTONE, milestone } : (MpItem) { MP_ITEM_NONE, 0 };
  self->has_change = TRUE;
  mp_timeline_repaint (self, MP_TIMELINE_LAYER_CHANGE);
}

void
mp_timeline_settle (gpointer timeline)
{
  MpTimeline *self = timeline;

  self->hurried = FALSE;
  find_change (self);
  mp_timeline_items_update (self->items);
  mp_timeline_update_hover (self);
  mp_timeline_notify_shown (self);
  mp_timeline_notify_settled (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
mp_timeline_refresh (MpTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->stale)
    make_scene (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  mp_timeline_notify_shown (self);
  gtk_widget_queue_allocate (widget);
  /* A date that is dragged can change the layout in every frame. */
  if (self->hurried && self->input.drag == MP_DRAG_NONE)
    mp_rest_hasten (self->rest);
}

static gboolean
refresh_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  (void) clock;
  (void) data;
  MP_TIMELINE (widget)->refresh_tick = 0;
  mp_timeline_refresh (MP_TIMELINE (widget));
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (MpTimeline *self)
{
  if (self->refresh_tick == 0)
    self->refresh_tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self), refresh_tick_cb, NULL, NULL);
}

void
mp_timeline_queue_scene (MpTimeline *self)
{
  self->stale = TRUE;
  queue_refresh (self);
}

void
mp_timeline_queue_layout (MpTimeline *self)
{
  self->relayout = TRUE;
  self->hurried = TRUE;
  mp_timeline_queue_scene (self);
}

/* --- Places ----------------------------------------------------------------------------------- */

static void
place_scrollbar (MpTimeline *self)
{
  gboolean visible = self->scene != NULL && self->scene->max_scroll > 0;
  GtkAllocation place;
  MpRect part;
  int width;

  gtk_widget_set_child_visible (self->scrollbar, visible);
  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  if (!visible)
    return;
  part = scrolled_part (self->scene);
  place = (GtkAllocation) { (int) self->scene->width - width, (int) part.y, width,
                            MAX ((int) part.height, 1) };
  place = mp_direction_rectangle (self, place);
  gtk_widget_size_allocate (self->scrollbar, &place, -1);
}

static void
place_cursor (MpTimeline *self, GtkWidget *cursor, gboolean visible, MpRect badge)
{
  GtkAllocation place = { (int) badge.x, (int) badge.y, (int) badge.width, (int) badge.height };

  place = mp_direction_rectangle (self, place);
  gtk_widget_set_child_visible (cursor, visible);
  gtk_widget_measure (cursor, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  if (visible)
    gtk_widget_size_allocate (cursor, &place, -1);
}

/* Places the cursors at the badges of their dates. While the as-of date is today, its cursor is at
 * today's badge. */
static void
place_cursors (MpTimeline *self)
{
  MpScene *scene = self->scene;
  gboolean is_today =
    scene != NULL && scene->today_visible && mp_session_is_as_of_today (self->session);

  if (is_today)
    place_cursor (self, self->cursor, TRUE, scene->today_badge);
  else
    place_cursor (self, self->cursor, scene != NULL && scene->as_of.visible,
                  scene != NULL ? scene->as_of.badge : (MpRect) { 0 });
  place_cursor (self, self->before, scene != NULL && scene->before.visible,
                scene != NULL ? scene->before.badge : (MpRect) { 0 });
}

void
mp_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpTimeline *self = MP_TIMELINE (widget);

  (void) baseline;
  width = MAX (width, 1);
  height = MAX (height, 1);
  if (self->stale ||
      (self->scene != NULL && (self->scene->width != width || self->scene->height != height))) {
    make_scene (self, width, height);
    queue_refresh (self);
  }
  place_scrollbar (self);
  place_cursors (self);
  mp_timeline_items_place (self->items);
  mp_timeline_place_stack (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}
