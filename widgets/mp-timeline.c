/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-timeline-private.h"

#include "mp-as-of-cursor.h"
#include "mp-cluster-popover.h"
#include "mp-paint.h"
#include "mp-theme.h"

#include <adwaita.h>
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
  MpScene *scene;
  GskRenderNode *picture;   /* the scene, painted */
  GskRenderNode *selection; /* what lies over it */
  GHashTable *marks;        /* hash of an MpItem → its MpTimelineMark, a child */
  guint refresh_tick;       /* a tick callback, or 0 */
  gboolean stale;           /* the scene is not what the session asks for */
  GtkWidget *popover;       /* of a cluster; a child */
  GtkWidget *cursor;        /* of the date asked about; a child */

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
}

static GskRenderNode *
record (MpTimeline *self, PaintFunc paint)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->scene->width, (float) self->scene->height));

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
    if (mp_session_get_selection (self->session).kind != MP_ITEM_NONE) {
      if (self->selection == NULL)
        self->selection = record (self, paint_selection);
      gtk_snapshot_append_node (snapshot, self->selection);
    }
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_NATIVE (child) == FALSE)
      gtk_widget_snapshot_child (widget, child, snapshot);
}

/* --- Marks ------------------------------------------------------------------------------------ */

static gpointer
item_key (MpItem item)
{
  return GSIZE_TO_POINTER (((gsize) item.index << 2 | (gsize) item.kind) + 1);
}

static void
mark_activated_cb (MpTimelineMark *mark, gpointer data)
{
  MpTimeline *self = data;
  MpItem item = mp_timeline_mark_get_item (mark);

  if (item.kind == MP_ITEM_CLUSTER)
    mp_timeline_open_cluster (self, item.index);
  else
    mp_session_set_selection (self->session, item);
}

static void
describe_mark (MpTimeline *self, MpTimelineMark *mark, MpItem item)
{
  guint count = 1;

  if (item.kind == MP_ITEM_CLUSTER)
    count = g_array_index (self->scene->clusters, MpSceneCluster, item.index).members.count;
  mp_timeline_mark_describe (mark, self->scene->layout->agreement, count);
}

static MpTimelineMark *
ensure_mark (MpTimeline *self, MpItem item)
{
  GtkWidget *mark = g_hash_table_lookup (self->marks, item_key (item));

  if (mark == NULL) {
    mark = mp_timeline_mark_new (item);
    g_signal_connect_object (mark, "activated", G_CALLBACK (mark_activated_cb), self, 0);
    gtk_widget_set_parent (mark, GTK_WIDGET (self));
    g_hash_table_insert (self->marks, item_key (item), mark);
    describe_mark (self, MP_TIMELINE_MARK (mark), item);
  } else if (item.kind == MP_ITEM_CLUSTER) {
    /* Clusters are counted anew in every scene. */
    describe_mark (self, MP_TIMELINE_MARK (mark), item);
  }
  return MP_TIMELINE_MARK (mark);
}

/* Where the mark of an item belongs: within the band or the rows, for what is half scrolled out of
 * view. FALSE where it is not in view. */
static gboolean
find_place (MpTimeline *self, MpItem item, GdkRectangle *place)
{
  MpScene *scene = self->scene;
  MpRect bounds = scene->band, rect;
  double x0, y0, x1, y1;

  if (item.kind == MP_ITEM_PHASE)
    bounds = mp_rect_clip_x (scene->rows, scene->plot.x, scene->plot.x + scene->plot.width);
  if (!mp_scene_find (scene, item, &rect) || !mp_rect_intersects (rect, bounds))
    return FALSE;
  x0 = floor (MAX (rect.x, bounds.x));
  y0 = floor (MAX (rect.y, bounds.y));
  x1 = ceil (MIN (rect.x + rect.width, bounds.x + bounds.width));
  y1 = ceil (MIN (rect.y + rect.height, bounds.y + bounds.height));
  *place = (GdkRectangle) { (int) x0, (int) y0, (int) (x1 - x0), (int) (y1 - y0) };
  return place->width >= 1 && place->height >= 1;
}

static void
use_mark (MpTimeline *self, MpItem item, GHashTable *used)
{
  GdkRectangle place;
  MpTimelineMark *mark;

  if (!find_place (self, item, &place))
    return;
  mark = ensure_mark (self, item);
  mp_timeline_mark_set_selected (mark,
                                 mp_item_equal (item, mp_session_get_selection (self->session)));
  g_hash_table_add (used, item_key (item));
}

static gboolean
remove_unused_mark (gpointer key, gpointer mark, gpointer used)
{
  if (g_hash_table_contains (used, key))
    return FALSE;
  gtk_widget_unparent (mark);
  return TRUE;
}

/* Gives each item in view its mark, and takes away the others. Not while sizes are allocated: a
 * child that comes or goes then would leave its parents without a valid size. */
static void
update_marks (MpTimeline *self)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  MpScene *scene = self->scene;

  if (scene != NULL) {
    for (guint i = 0; i < scene->marks->len; i++)
      use_mark (
        self,
        (MpItem) { MP_ITEM_MILESTONE, g_array_index (scene->marks, MpSceneMark, i).milestone },
        used);
    for (guint i = 0; i < scene->clusters->len; i++)
      use_mark (self, (MpItem) { MP_ITEM_CLUSTER, i }, used);
    for (guint i = 0; i < scene->bars->len; i++)
      use_mark (self, (MpItem) { MP_ITEM_PHASE, g_array_index (scene->bars, MpSceneBar, i).phase },
                used);
  }
  g_hash_table_foreach_remove (self->marks, remove_unused_mark, used);
}

/* Places the marks there are. Those that the scene has besides come before the next frame. */
static void
place_marks (MpTimeline *self)
{
  GHashTableIter iter;
  gpointer mark;

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, &mark)) {
    GdkRectangle place;
    gboolean shown =
      self->scene != NULL && find_place (self, mp_timeline_mark_get_item (mark), &place);

    gtk_widget_set_child_visible (mark, shown);
    /* GTK wants a widget to be measured before it is given a size. */
    gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
    if (!shown)
      continue;
    mp_timeline_mark_set_place (mark, place);
    gtk_widget_size_allocate (mark, &place, -1);
  }
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
                              .shown = mp_session_get_shown (self->session),
                              .measure = measure };

  /* Panning leaves the zoom as it is but for rounding; the layout is then still good, and is kept
   * so that nothing moves. */
  if (self->layout != NULL && self->layout->agreement == agreement &&
      fabs (self->layout->per_day / request.per_day - 1) < 1e-9 && self->scene != NULL &&
      self->scene->width == width && self->scene->height == height)
    return;
  mp_session_fit_span (agreement, mp_session_get_today (self->session), &request.begin,
                       &request.end);
  g_clear_pointer (&self->layout, mp_layout_unref);
  self->layout = mp_layout_new (&request);
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
                               .width = width,
                               .height = height,
                               .scroll = gtk_adjustment_get_value (self->rows),
                               .measure = mp_text_get_measure (self->text) };
  g_clear_pointer (&self->scene, mp_scene_unref);
  self->scene = mp_scene_new (&request);
  drop_nodes (self);
}

/* Lets the scrollbar say what the scene has. Quietly: allocating must not ask for an allocation. */
static void
update_scrollbar (MpTimeline *self)
{
  MpScene *scene = self->scene;

  if (scene == NULL)
    return;
  g_signal_handler_block (self->rows, self->rows_handler);
  gtk_adjustment_configure (self->rows, scene->scroll, 0, scene->max_scroll + scene->rows.height,
                            scene->layout->metrics.row_height, scene->rows.height * 0.9,
                            scene->rows.height);
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
  update_marks (self);
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
view_changed_cb (MpTimeline *self)
{
  self->stale = TRUE;
  queue_refresh (self);
}

static void
place_scrollbar (MpTimeline *self)
{
  gboolean shown = self->scene != NULL && self->scene->max_scroll > 0;
  GtkAllocation place;
  int width;

  gtk_widget_set_child_visible (self->scrollbar, shown);
  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  if (!shown)
    return;
  place = (GtkAllocation) { (int) self->scene->width - width, (int) self->scene->rows.y, width,
                            MAX ((int) self->scene->rows.height, 1) };
  gtk_widget_size_allocate (self->scrollbar, &place, -1);
}

/* At the badge of the date asked about; of today, where that is asked about. */
static void
place_cursor (MpTimeline *self)
{
  MpScene *scene = self->scene;
  gboolean shown =
    scene != NULL &&
    (scene->as_of.shown || (scene->today_shown && mp_session_is_as_of_today (self->session)));
  MpRect badge;
  GtkAllocation place;

  gtk_widget_set_child_visible (self->cursor, shown);
  gtk_widget_measure (self->cursor, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  if (!shown)
    return;
  badge = scene->as_of.shown ? scene->as_of.badge : scene->today_badge;
  place = (GtkAllocation) { (int) badge.x, (int) badge.y, (int) badge.width, (int) badge.height };
  gtk_widget_size_allocate (self->cursor, &place, -1);
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
  place_cursor (self);
  place_marks (self);
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
  view_changed_cb (self);
}

static void
agreement_changed_cb (MpTimeline *self)
{
  gtk_adjustment_set_value (self->rows, 0);
  g_clear_pointer (&self->scene, mp_scene_unref);
  drop_nodes (self);
  /* The marks and the list of a cluster bear words of the old agreement. */
  update_marks (self);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  forget_scene (self);
}

static void
selection_changed_cb (MpTimeline *self)
{
  MpItem item = mp_session_get_selection (self->session);
  GHashTableIter iter;
  gpointer mark;

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, &mark))
    mp_timeline_mark_set_selected (mark, mp_item_equal (mp_timeline_mark_get_item (mark), item));
  if (self->scene != NULL)
    gtk_adjustment_set_value (self->rows, mp_scene_scroll_to (self->scene, item));
  drop_selection_node (self);
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
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  g_autofree char *font = mp_theme_get_font (settings);

  g_clear_pointer (&self->text, mp_text_free);
  self->text = mp_text_new (font, mp_theme_get_text_scale (settings));
  forget_scene (self);
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
  if (self->marks != NULL) {
    g_hash_table_remove_all (self->marks);
    g_clear_pointer (&self->marks, g_hash_table_unref);
  }
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_unparent (child);
  self->popover = NULL;
  self->scrollbar = NULL;
  self->cursor = NULL;
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
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  mp_timeline_input_class_init (widget_class);
}

static void
mp_timeline_init (MpTimeline *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  self->marks = g_hash_table_new (NULL, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Agreement timeline"), -1);
  self->rows = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->rows);
  gtk_widget_add_css_class (self->scrollbar, "overlay-indicator");
  gtk_widget_set_cursor_from_name (self->scrollbar, "default");
  gtk_widget_set_parent (self->scrollbar, GTK_WIDGET (self));
  self->cursor = mp_as_of_cursor_new ();
  gtk_widget_set_parent (self->cursor, GTK_WIDGET (self));
  self->rows_handler = g_signal_connect_object (
    self->rows, "value-changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  mp_timeline_input_init (self);
  fonts_changed_cb (self);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (fonts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (fonts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (theme_changed_cb), self, G_CONNECT_SWAPPED);
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
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (self->cursor != NULL)
    mp_as_of_cursor_set_session (MP_AS_OF_CURSOR (self->cursor), session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "notify::agreement", G_CALLBACK (agreement_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::begin", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::end", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::today", G_CALLBACK (forget_scene), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter", G_CALLBACK (forget_scene), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selection", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
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

MpTimelineMark *
mp_timeline_get_mark (MpTimeline *self, MpItem item)
{
  g_return_val_if_fail (MP_IS_TIMELINE (self), NULL);
  return g_hash_table_lookup (self->marks, item_key (item));
}

/* The session's, which may be ahead of the scene: several events can come between two frames. */
static MpScale
current_scale (MpTimeline *self)
{
  return mp_scale_for_span (mp_session_get_begin (self->session),
                            mp_session_get_end (self->session), self->scene->plot.width);
}

void
mp_timeline_zoom (MpTimeline *self, double x, double factor)
{
  g_return_if_fail (MP_IS_TIMELINE (self));

  if (self->scene == NULL)
    return;
  mp_session_zoom (self->session, mp_scale_to_day (current_scale (self), x - self->scene->plot.x),
                   factor);
}

void
mp_timeline_pan (MpTimeline *self, double dx, double dy)
{
  g_return_if_fail (MP_IS_TIMELINE (self));

  if (self->scene == NULL)
    return;
  if (dx != 0)
    mp_session_pan (self->session, -dx / current_scale (self).per_day);
  gtk_adjustment_set_value (self->rows, gtk_adjustment_get_value (self->rows) - dy);
}

/* So near to today the cursor goes there, and stays with it. */
#define SNAP_PIXELS 5

gboolean
mp_timeline_is_axis (MpTimeline *self, double x, double y)
{
  g_return_val_if_fail (MP_IS_TIMELINE (self), FALSE);

  return self->scene != NULL &&
         (mp_rect_contains (self->scene->axis, x, y) ||
          (self->scene->today_shown && mp_rect_contains (self->scene->today_badge, x, y)));
}

void
mp_timeline_ask (MpTimeline *self, double x)
{
  MpInstant instant;

  g_return_if_fail (MP_IS_TIMELINE (self));

  if (self->scene == NULL)
    return;
  if (fabs (x - self->scene->today_x) <= SNAP_PIXELS) {
    mp_session_set_as_of (self->session, NULL);
    return;
  }
  instant =
    mp_day_to_instant (floor (mp_scale_to_day (self->scene->scale, x - self->scene->plot.x)));
  mp_session_set_as_of_day (self->session, instant);
}

void
mp_timeline_click (MpTimeline *self, double x, double y)
{
  MpItem item;

  g_return_if_fail (MP_IS_TIMELINE (self));

  if (self->scene == NULL)
    return;
  item = mp_scene_pick (self->scene, x, y);
  if (item.kind == MP_ITEM_CLUSTER)
    mp_timeline_open_cluster (self, item.index);
  else
    mp_session_set_selection (self->session, item);
}

void
mp_timeline_go (MpTimeline *self, MpDirection direction)
{
  MpTimelineMark *mark;
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
  /* The focus needs the item's widget now; the view may have moved. */
  refresh (self, gtk_widget_get_width (GTK_WIDGET (self)),
           gtk_widget_get_height (GTK_WIDGET (self)));
  update_marks (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  mark = mp_timeline_get_mark (self, item);
  if (mark != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (mark));
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
  }
  mp_cluster_popover_list (MP_CLUSTER_POPOVER (self->popover), self->session,
                           self->scene->layout->members + cluster->members.first,
                           cluster->members.count);
  at = (GdkRectangle) { (int) cluster->rect.x, (int) cluster->rect.y, (int) cluster->rect.width,
                        (int) cluster->rect.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
