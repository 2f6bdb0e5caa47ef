/* mp-timeline.c: the class of the timeline, and what follows from changes of the session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-timeline-private.h"

#include "mp-direction.h"
#include "mp-follow.h"
#include "mp-theme.h"

#include <glib/gi18n-lib.h>

#define MIN_WIDTH 240
#define MIN_HEIGHT 200
#define NATURAL_WIDTH 900
#define NATURAL_HEIGHT 560

G_DEFINE_FINAL_TYPE (MpTimeline, mp_timeline, GTK_TYPE_WIDGET)

/* --- Changes ---------------------------------------------------------------------------------- */

static void
view_changed_cb (MpTimeline *self)
{
  mp_motion_view_changed (self->motion);
  mp_timeline_queue_scene (self);
}

static void
goal_changed_cb (MpTimeline *self)
{
  mp_motion_goal_changed (self->motion);
}

static void
agreement_changed_cb (MpTimeline *self)
{
  if (!mp_session_is_growing (self->session))
    gtk_adjustment_set_value (self->rows, 0);
  g_clear_pointer (&self->scene, mp_scene_unref);
  mp_timeline_forget_nodes (self);
  mp_motion_stop (self->motion);
  /* The items and the list of a cluster have the words of the old agreement. */
  mp_timeline_items_update (self->items);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  mp_timeline_close_stack (self);
  g_clear_pointer (&self->layout, mp_layout_unref);
  mp_timeline_forget_linked (self);
  self->has_change = FALSE;
  mp_timeline_queue_scene (self);
}

static void
selection_changed_cb (MpTimeline *self)
{
  MpItem item = mp_session_get_selection (self->session);

  /* Children that wait are told when they are brought up to date. */
  if (mp_rest_is_awaited (self->rest) || !mp_timeline_items_select (self->items))
    mp_timeline_stir (self);
  if (self->scene != NULL)
    gtk_adjustment_set_value (self->rows, mp_scene_scroll_to (self->scene, item));
  mp_timeline_repaint (self, MP_TIMELINE_LAYER_SELECTION);
  if (mp_timeline_needs_linked (self))
    mp_timeline_queue_scene (self);
}

static void
measured_changed_cb (MpTimeline *self)
{
  mp_timeline_repaint (self, MP_TIMELINE_LAYER_SELECTION);
}

static void
lit_changed_cb (MpTimeline *self)
{
  mp_timeline_repaint (self, MP_TIMELINE_LAYER_LIT);
}

static void
as_of_changed_cb (MpTimeline *self)
{
  self->has_change = FALSE;
  mp_timeline_queue_scene (self);
}

static void
matches_changed_cb (MpTimeline *self)
{
  mp_timeline_repaint (self, MP_TIMELINE_LAYER_MATCHES);
}

/* Scrolls to the rows that are told of: down to the last of them, unless the first is above. */
static void
told_changed_cb (MpTimeline *self)
{
  MpMatches *told = mp_session_get_told (self->session);
  guint32 first = 0, last;
  double up;

  mp_timeline_repaint (self, MP_TIMELINE_LAYER_MATCHES);
  if (told == NULL || self->scene == NULL)
    return;
  last = told->phases->length;
  while (first < last && !mp_bits_has (told->phases, first))
    first++;
  while (last > first && !mp_bits_has (told->phases, last - 1))
    last--;
  if (first == last)
    return;
  up = mp_scene_scroll_to (self->scene, (MpItem) { MP_ITEM_PHASE, first });
  if (up >= self->scene->scroll)
    up = mp_scene_scroll_to (self->scene, (MpItem) { MP_ITEM_PHASE, last - 1 });
  gtk_adjustment_set_value (self->rows, up);
}

static void
theme_changed_cb (MpTimeline *self)
{
  mp_timeline_forget_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fonts_changed_cb (MpTimeline *self)
{
  g_clear_pointer (&self->text, mp_text_free);
  self->text = mp_theme_text_new (GTK_WIDGET (self));
  g_clear_pointer (&self->layout, mp_layout_unref);
  mp_timeline_forget_linked (self);
  mp_timeline_queue_scene (self);
}

/* The scene stays, because it is mirrored only when it is painted, and a motion goes on. A drag
 * ends, because the pointer is now over another place of the scene. */
static void
mp_timeline_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  MpTimeline *self = MP_TIMELINE (widget);

  mp_text_set_direction (self->text, mp_direction_of (self));
  mp_timeline_cancel_drag (self);
  self->input.inside = FALSE;
  mp_timeline_update_hover (self);
  mp_timeline_forget_nodes (self);
  GTK_WIDGET_CLASS (mp_timeline_parent_class)->direction_changed (widget, before);
}

/* --- The class -------------------------------------------------------------------------------- */

static void
mp_timeline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  (void) widget;
  (void) for_size;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
mp_timeline_dispose (GObject *object)
{
  MpTimeline *self = MP_TIMELINE (object);

  mp_timeline_set_session (self, NULL);
  if (self->refresh_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->refresh_tick);
  self->refresh_tick = 0;
  g_clear_pointer (&self->motion, mp_motion_free);
  g_clear_pointer (&self->rest, mp_rest_free);
  g_clear_pointer (&self->items, mp_timeline_items_free);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_unparent (child);
  self->scrollbar = self->cursor = self->before = self->popover = self->stack = NULL;
  g_clear_object (&self->rows);
  mp_timeline_forget_nodes (self);
  g_clear_pointer (&self->scene, mp_scene_unref);
  g_clear_pointer (&self->layout, mp_layout_unref);
  mp_timeline_forget_linked (self);
  g_clear_pointer (&self->text, mp_text_free);
  G_OBJECT_CLASS (mp_timeline_parent_class)->dispose (object);
}

static void
mp_timeline_class_init (MpTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mp_timeline_dispose;
  widget_class->snapshot = mp_timeline_snapshot;
  widget_class->measure = mp_timeline_measure;
  widget_class->size_allocate = mp_timeline_size_allocate;
  widget_class->focus = mp_timeline_focus;
  widget_class->set_focus_child = mp_timeline_set_focus_child;
  widget_class->grab_focus = mp_timeline_grab_focus;
  widget_class->direction_changed = mp_timeline_direction_changed;
  widget_class->query_tooltip = mp_timeline_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  mp_timeline_properties_class_init (object_class);
  mp_timeline_keys_class_init (widget_class);
  mp_timeline_measure_class_init (widget_class);
  mp_timeline_links_class_init (widget_class);
}

static void
mp_timeline_init (MpTimeline *self)
{
  self->motion = mp_motion_new (self);
  self->rest = mp_rest_new (GTK_WIDGET (self), mp_timeline_settle, self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  /* What is kept was painted for other pixels. */
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (theme_changed_cb), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Agreement timeline"), -1);
  self->rows = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->rows);
  gtk_widget_add_css_class (self->scrollbar, "overlay-indicator");
  gtk_widget_set_cursor_from_name (self->scrollbar, "default");
  gtk_widget_set_parent (self->scrollbar, GTK_WIDGET (self));
  self->cursor = mp_date_cursor_new (MP_CURSOR_AS_OF);
  self->before = mp_date_cursor_new (MP_CURSOR_BEFORE);
  gtk_widget_set_parent (self->before, GTK_WIDGET (self));
  gtk_widget_set_parent (self->cursor, GTK_WIDGET (self));
  self->items = mp_timeline_items_new (self, self->cursor, mp_timeline_activate_item);
  self->rows_handler = g_signal_connect_object (
    self->rows, "value-changed", G_CALLBACK (mp_timeline_queue_scene), self, G_CONNECT_SWAPPED);
  mp_timeline_input_init (self);
  fonts_changed_cb (self);
  mp_theme_follow_fonts (GTK_WIDGET (self), G_CALLBACK (fonts_changed_cb));
  mp_theme_follow (self, G_CALLBACK (theme_changed_cb));
}

GtkWidget *
mp_timeline_new (void)
{
  return g_object_new (MP_TYPE_TIMELINE, NULL);
}

MpSession *
mp_timeline_get_session (MpTimeline *self)
{
  g_return_val_if_fail (MP_IS_TIMELINE (self), NULL);
  return self->session;
}

void
mp_timeline_set_session (MpTimeline *self, MpSession *session)
{
  g_return_if_fail (MP_IS_TIMELINE (self));

  if (self->session == session)
    return;
  mp_motion_stop (self->motion);
  mp_unfollow (self->session, self);
  g_set_object (&self->session, session);
  g_object_notify (G_OBJECT (self), "session");
  if (self->cursor != NULL) {
    mp_date_cursor_set_session (MP_DATE_CURSOR (self->cursor), session);
    mp_date_cursor_set_session (MP_DATE_CURSOR (self->before), session);
  }
  if (session == NULL)
    return;
  mp_follow (session, self, G_CALLBACK (agreement_changed_cb), "agreement", NULL);
  mp_follow (session, self, G_CALLBACK (view_changed_cb), "begin", "end", NULL);
  mp_follow (session, self, G_CALLBACK (goal_changed_cb), "goal", NULL);
  mp_follow (session, self, G_CALLBACK (as_of_changed_cb), "as-of", NULL);
  mp_follow (session, self, G_CALLBACK (mp_timeline_queue_scene), "before", NULL);
  mp_follow (session, self, G_CALLBACK (mp_timeline_queue_layout), "today", "collapsed",
             "visible-set", NULL);
  mp_follow (session, self, G_CALLBACK (matches_changed_cb), "matches", NULL);
  mp_follow (session, self, G_CALLBACK (measured_changed_cb), "measured", NULL);
  mp_follow (session, self, G_CALLBACK (lit_changed_cb), "lit", NULL);
  mp_follow (session, self, G_CALLBACK (selection_changed_cb), "selection", NULL);
  mp_follow (session, self, G_CALLBACK (told_changed_cb), "told", NULL);
  agreement_changed_cb (self);
}

MpScene *
mp_timeline_get_scene (MpTimeline *self)
{
  g_return_val_if_fail (MP_IS_TIMELINE (self), NULL);
  return self->scene;
}

MpText *
mp_timeline_get_text (MpTimeline *self)
{
  g_return_val_if_fail (MP_IS_TIMELINE (self), NULL);
  return self->text;
}

MpTimelineItem *
mp_timeline_get_item (MpTimeline *self, MpSceneItem item)
{
  g_return_val_if_fail (MP_IS_TIMELINE (self), NULL);
  g_return_val_if_fail (item.kind != MP_SCENE_ITEM_HEADING, NULL);
  return (MpTimelineItem *) mp_timeline_items_find (self->items, item);
}

MpTopicHeading *
mp_timeline_get_heading (MpTimeline *self, guint32 topic)
{
  g_return_val_if_fail (MP_IS_TIMELINE (self), NULL);
  return (MpTopicHeading *) mp_timeline_items_find (self->items,
                                                    (MpSceneItem) { MP_SCENE_ITEM_HEADING, topic });
}
