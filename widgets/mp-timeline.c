/* mp-timeline.c: the chart as a widget: its layout, its scene and its children
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-timeline-private.h"

#include "mp-cluster-popover.h"
#include "mp-date-cursor.h"
#include "mp-direction.h"
#include "mp-follow.h"
#include "mp-paint.h"
#include "mp-theme.h"
#include "mp-timeline-items.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_WIDTH 240
#define MIN_HEIGHT 200
#define NATURAL_WIDTH 900
#define NATURAL_HEIGHT 560

struct _MpTimeline {
  GtkWidget parent_instance;

  /* Owned */
  MpSession *session;
  MpText *text;
  MpLayout *layout;
  guint max_lanes; /* that the layout was given */
  MpScene *scene;
  GskRenderNode *picture;   /* the scene, painted */
  GskRenderNode *matches;   /* what a search has found, over it */
  GskRenderNode *selection; /* what lies over that */
  MpTimelineItems *marks;   /* the children that stand for what is drawn */
  MpMotion *motion;
  guint refresh_tick; /* a tick callback, or 0 */
  gboolean stale;     /* the scene is not what the session asks for */
  GtkWidget *popover; /* of a cluster; a child */
  guint opened;       /* the cluster that it lists, or listed last */
  GtkWidget *cursor;  /* of the as-of date; a child */
  GtkWidget *before;  /* of the date that it is compared with; a child */

  MpTimelineInput input;
  double span_x0; /* the days that a hand selects; none where they are the same */
  double span_x1;

  GtkWidget *scrollbar; /* of the rows; a child */
  gulong rows_handler;  /* of rows' changes */
  GtkAdjustment *rows;  /* of the scrollbar: how far the rows are scrolled */
};

G_DEFINE_FINAL_TYPE (MpTimeline, mp_timeline, GTK_TYPE_WIDGET)

/* --- Painting --------------------------------------------------------------------------------- */

static void
drop_selection_node (MpTimeline *self)
{
  g_clear_pointer (&self->selection, gsk_render_node_unref);
}

static void
drop_nodes (MpTimeline *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->matches, gsk_render_node_unref);
  drop_selection_node (self);
}

typedef void (*PaintFunc) (cairo_t *cr, MpTimeline *self);

static void
paint_picture (cairo_t *cr, MpTimeline *self)
{
  mp_paint_scene (cr, self->scene, mp_style_get (mp_theme_get_current ()), self->text);
}

static void
paint_selection (cairo_t *cr, MpTimeline *self)
{
  mp_paint_selection (cr, self->scene, mp_style_get (mp_theme_get_current ()), self->text,
                      mp_session_get_selection (self->session));
  if (mp_session_get_measured (self->session).kind == MP_ITEM_MILESTONE)
    mp_paint_measure (cr, self->scene, mp_style_get (mp_theme_get_current ()), self->text,
                      mp_session_get_selection (self->session).index,
                      mp_session_get_measured (self->session).index);
}

static void
paint_span (cairo_t *cr, MpTimeline *self)
{
  mp_paint_span (cr, self->scene, mp_style_get (mp_theme_get_current ()), self->text,
                 MIN (self->span_x0, self->span_x1), MAX (self->span_x0, self->span_x1));
}

static void
paint_matches (cairo_t *cr, MpTimeline *self)
{
  mp_paint_matches (cr, self->scene, mp_style_get (mp_theme_get_current ()), self->text,
                    mp_session_get_matches (self->session));
}

static GskRenderNode *
record (MpTimeline *self, PaintFunc paint)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->scene->width, (float) self->scene->height));

  mp_mirror_paint (cr, mp_direction_of (self), self->scene->width);
  paint (cr, self);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

/* Lays out nothing, and paints only what is stale: hovering costs nothing. */
static void
mp_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpTimeline *self = MP_TIMELINE (widget);

  if (self->scene != NULL) {
    if (self->picture == NULL)
      self->picture = record (self, paint_picture);
    gtk_snapshot_append_node (snapshot, self->picture);
    if (mp_session_get_matches (self->session) != NULL) {
      if (self->matches == NULL)
        self->matches = record (self, paint_matches);
      gtk_snapshot_append_node (snapshot, self->matches);
    }
    if (mp_session_get_selection (self->session).kind != MP_ITEM_NONE) {
      if (self->selection == NULL)
        self->selection = record (self, paint_selection);
      gtk_snapshot_append_node (snapshot, self->selection);
    }
    if (self->span_x0 != self->span_x1) {
      g_autoptr (GskRenderNode) span = record (self, paint_span);

      gtk_snapshot_append_node (snapshot, span);
    }
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_NATIVE (child) == FALSE)
      gtk_widget_snapshot_child (widget, child, snapshot);
}

/* --- Layout ----------------------------------------------------------------------------------- */

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
                              .measure = measure };

  /* Panning leaves the zoom as it is but for rounding; the layout is then still good, and is kept
   * so that nothing moves. Of the height it knows only how many lanes have room. */
  if (self->layout != NULL && self->layout->agreement == agreement &&
      fabs (self->layout->per_day / request.per_day - 1) < 1e-9 && self->scene != NULL &&
      self->scene->width == width && self->max_lanes == request.max_lanes)
    return;
  mp_session_fit_span (agreement, mp_session_get_today (self->session), &request.begin,
                       &request.end);
  g_clear_pointer (&self->layout, mp_layout_unref);
  self->layout = mp_layout_new (&request);
  self->max_lanes = request.max_lanes;
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
    drop_nodes (self);
    return;
  }
  update_layout (self, width, height);
  request = (MpSceneRequest) { .layout = self->layout,
                               .begin = mp_session_get_begin (self->session),
                               .today = mp_session_get_today (self->session),
                               .as_of = mp_session_get_as_of (self->session),
                               .before = mp_session_get_before (self->session),
                               .width = width,
                               .height = height,
                               .scroll = gtk_adjustment_get_value (self->rows),
                               .measure = mp_text_get_measure (self->text) };
  g_clear_pointer (&self->scene, mp_scene_unref);
  self->scene = mp_scene_new (&request);
  drop_nodes (self);
}

/* What goes down: the rows, or all of the plot where even the milestones are too high. */
static MpRect
scrolled_part (const MpScene *scene)
{
  return scene->max_band_scroll > 0 ? scene->plot : scene->rows;
}

/* Lets the scrollbar say what the scene has. Quietly: allocating must not ask for an allocation. */
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
refresh (MpTimeline *self, int width, int height)
{
  update_scene (self, MAX (width, 1), MAX (height, 1));
  update_scrollbar (self);
}

/* Before a frame is laid out: a new scene, and the marks that go with it. */
static gboolean
refresh_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MpTimeline *self = MP_TIMELINE (widget);

  (void) clock;
  (void) data;
  self->refresh_tick = 0;
  if (self->stale)
    refresh (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  mp_timeline_items_update (self->marks);
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (MpTimeline *self)
{
  if (self->refresh_tick == 0)
    self->refresh_tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self), refresh_tick_cb, NULL, NULL);
}

static void
queue_scene (MpTimeline *self)
{
  self->stale = TRUE;
  queue_refresh (self);
}

static void
view_changed_cb (MpTimeline *self)
{
  mp_motion_view_changed (self->motion);
  queue_scene (self);
}

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

/* At their badges; that of the as-of date at today's, where that is asked about. */
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

static void
mp_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpTimeline *self = MP_TIMELINE (widget);

  (void) baseline;
  width = MAX (width, 1);
  height = MAX (height, 1);
  if (self->stale || self->scene == NULL || self->scene->width != width ||
      self->scene->height != height) {
    refresh (self, width, height);
    queue_refresh (self);
  }
  place_scrollbar (self);
  place_cursors (self);
  mp_timeline_items_place (self->marks);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

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

/* --- Changes ---------------------------------------------------------------------------------- */

static void
forget_scene (MpTimeline *self)
{
  /* Not the scene itself: input goes by what is seen until there is a new one. */
  g_clear_pointer (&self->layout, mp_layout_unref);
  queue_scene (self);
}

static void
agreement_changed_cb (MpTimeline *self)
{
  gtk_adjustment_set_value (self->rows, 0);
  g_clear_pointer (&self->scene, mp_scene_unref);
  drop_nodes (self);
  mp_motion_stop (self->motion);
  /* The marks and the list of a cluster bear words of the old agreement. */
  mp_timeline_items_update (self->marks);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  forget_scene (self);
}

static void
selection_changed_cb (MpTimeline *self)
{
  MpItem item = mp_session_get_selection (self->session);

  mp_timeline_items_select (self->marks);
  if (self->scene != NULL)
    gtk_adjustment_set_value (self->rows, mp_scene_scroll_to (self->scene, item));
  drop_selection_node (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
measured_changed_cb (MpTimeline *self)
{
  drop_selection_node (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
matches_changed_cb (MpTimeline *self)
{
  g_clear_pointer (&self->matches, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
theme_changed_cb (MpTimeline *self)
{
  drop_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fonts_changed_cb (MpTimeline *self)
{
  g_clear_pointer (&self->text, mp_text_free);
  self->text = mp_theme_text_new (GTK_WIDGET (self));
  forget_scene (self);
}

/* The scene is the same the other way round, and what moves by itself goes on; what a hand is doing
 * has lost its place. */
static void
mp_timeline_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  MpTimeline *self = MP_TIMELINE (widget);

  mp_text_set_direction (self->text, mp_direction_of (self));
  mp_timeline_cancel_drag (self);
  self->input.inside = FALSE;
  drop_nodes (self);
  GTK_WIDGET_CLASS (mp_timeline_parent_class)->direction_changed (widget, before);
}

/* --- The class -------------------------------------------------------------------------------- */

static void
mp_timeline_dispose (GObject *object)
{
  MpTimeline *self = MP_TIMELINE (object);

  mp_timeline_set_session (self, NULL);
  if (self->refresh_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->refresh_tick);
  self->refresh_tick = 0;
  g_clear_pointer (&self->motion, mp_motion_free);
  g_clear_pointer (&self->marks, mp_timeline_items_free);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_unparent (child);
  self->popover = NULL;
  self->scrollbar = NULL;
  self->cursor = self->before = NULL;
  g_clear_object (&self->rows);
  drop_nodes (self);
  g_clear_pointer (&self->scene, mp_scene_unref);
  g_clear_pointer (&self->layout, mp_layout_unref);
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
  widget_class->grab_focus = mp_timeline_grab_focus;
  widget_class->direction_changed = mp_timeline_direction_changed;
  widget_class->query_tooltip = mp_timeline_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  mp_timeline_keys_class_init (widget_class);
  mp_timeline_measure_class_init (widget_class);
}

static void
mp_timeline_init (MpTimeline *self)
{
  self->motion = mp_motion_new (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
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
  self->marks = mp_timeline_items_new (self, self->cursor);
  self->rows_handler = g_signal_connect_object (self->rows, "value-changed",
                                                G_CALLBACK (queue_scene), self, G_CONNECT_SWAPPED);
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
  mp_unfollow (self->session, self);
  g_set_object (&self->session, session);
  if (self->cursor != NULL) {
    mp_date_cursor_set_session (MP_DATE_CURSOR (self->cursor), session);
    mp_date_cursor_set_session (MP_DATE_CURSOR (self->before), session);
  }
  if (session == NULL)
    return;
  mp_follow (session, self, G_CALLBACK (agreement_changed_cb), "agreement", NULL);
  mp_follow (session, self, G_CALLBACK (view_changed_cb), "begin", "end", NULL);
  mp_follow (session, self, G_CALLBACK (queue_scene), "as-of", "before", NULL);
  mp_follow (session, self, G_CALLBACK (forget_scene), "today", "collapsed", "filter", NULL);
  mp_follow (session, self, G_CALLBACK (matches_changed_cb), "matches", NULL);
  mp_follow (session, self, G_CALLBACK (measured_changed_cb), "measured", NULL);
  mp_follow (session, self, G_CALLBACK (selection_changed_cb), "selection", NULL);
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
  return (MpTimelineItem *) mp_timeline_items_find (self->marks, item);
}

MpTopicHeading *
mp_timeline_get_heading (MpTimeline *self, guint32 topic)
{
  g_return_val_if_fail (MP_IS_TIMELINE (self), NULL);
  return (MpTopicHeading *) mp_timeline_items_find (self->marks,
                                                    (MpSceneItem) { MP_SCENE_ITEM_HEADING, topic });
}

MpTimelineInput *
mp_timeline_get_input (MpTimeline *self)
{
  return &self->input;
}

MpMotion *
mp_timeline_get_motion (MpTimeline *self)
{
  return self->motion;
}

void
mp_timeline_set_span (MpTimeline *self, double x0, double x1)
{
  if (self->span_x0 == x0 && self->span_x1 == x1)
    return;
  self->span_x0 = x0;
  self->span_x1 = x1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mp_timeline_scroll_rows (MpTimeline *self, double dy)
{
  gtk_adjustment_set_value (self->rows, gtk_adjustment_get_value (self->rows) - dy);
}

void
mp_timeline_go (MpTimeline *self, MpMove direction)
{
  MpItem item;
  double middle;

  g_return_if_fail (MP_IS_TIMELINE (self));

  if (self->scene == NULL)
    return;
  middle = mp_scale_to_day (self->scene->scale, self->scene->plot.width / 2);
  item = mp_layout_neighbour (self->scene->layout, mp_session_get_selection (self->session),
                              direction, middle);
  mp_session_set_selection (self->session, item);
  mp_session_reveal_selection (self->session);
  mp_motion_visit (self->motion);
  /* The focus needs the item's widget now; the view may have moved. */
  refresh (self, gtk_widget_get_width (GTK_WIDGET (self)),
           gtk_widget_get_height (GTK_WIDGET (self)));
  mp_timeline_items_update (self->marks);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->scene != NULL)
    mp_timeline_items_focus (self->marks, mp_scene_stand_in (self->scene, item));
}

/* The list has gone: the focus goes back to what opened it, or to what was chosen from it. */
static void
cluster_closed_cb (MpTimeline *self)
{
  MpSceneItem item;

  if (self->session == NULL || self->scene == NULL)
    return;
  item = mp_scene_stand_in (self->scene, mp_session_get_selection (self->session));
  if (item.kind != MP_SCENE_ITEM_CLUSTER)
    item = (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, self->opened };
  mp_timeline_items_focus (self->marks, item);
}

void
mp_timeline_open_cluster (MpTimeline *self, guint index)
{
  MpSceneCluster *cluster;
  GdkRectangle at;

  if (self->scene == NULL || index >= self->scene->clusters->len)
    return;
  cluster = &g_array_index (self->scene->clusters, MpSceneCluster, index);
  if (self->popover == NULL) {
    self->popover = mp_cluster_popover_new ();
    gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    g_signal_connect_object (self->popover, "closed", G_CALLBACK (cluster_closed_cb), self,
                             G_CONNECT_SWAPPED);
  }
  self->opened = index;
  mp_cluster_popover_list (MP_CLUSTER_POPOVER (self->popover), self->session,
                           self->scene->layout->members + cluster->members.first,
                           cluster->members.count);
  at = (GdkRectangle) { (int) cluster->rect.x, (int) cluster->rect.y, (int) cluster->rect.width,
                        (int) cluster->rect.height };
  at = mp_direction_rectangle (self, at);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  mp_cluster_popover_focus (MP_CLUSTER_POPOVER (self->popover));
}
