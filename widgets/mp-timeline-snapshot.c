/* mp-timeline-snapshot.c: paints the timeline in layers, which are kept as render nodes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-direction.h"
#include "mp-paint.h"
#include "mp-theme.h"
#include "mp-topic-arrow.h"

static const MpStyle *
get_style (void)
{
  return mp_style_get (mp_theme_get_current ());
}

static void
paint_scene (MpTimeline *self, cairo_t *cr)
{
  mp_paint_scene (cr, self->scene, get_style (), self->text);
  mp_topic_arrows_paint (cr, self->scene, get_style ());
}

/* A comparison tells of the changes between its dates instead. */
static gboolean
has_change (MpTimeline *self)
{
  return self->has_change && self->change.kind != MP_ITEM_NONE && !self->scene->is_comparison &&
         !mp_item_equal (self->change, mp_session_get_selection (self->session));
}

static void
paint_change (MpTimeline *self, cairo_t *cr)
{
  mp_paint_last_change (cr, self->scene, get_style (), self->text, self->change);
}

/* What stands out: what a search has found, else what a step of the story tells of. */
static gboolean
has_matches (MpTimeline *self)
{
  return mp_session_get_matches (self->session) != NULL ||
         mp_session_get_told (self->session) != NULL;
}

static void
paint_matches (MpTimeline *self, cairo_t *cr)
{
  MpMatches *matches = mp_session_get_matches (self->session);

  if (matches != NULL)
    mp_paint_matches (cr, self->scene, get_style (), self->text, matches);
  else
    mp_paint_told (cr, self->scene, get_style (), self->text, mp_session_get_told (self->session));
}

static gboolean
has_selection (MpTimeline *self)
{
  return mp_session_get_selection (self->session).kind != MP_ITEM_NONE;
}

static void
paint_selection (MpTimeline *self, cairo_t *cr)
{
  MpItem selected = mp_session_get_selection (self->session);
  MpItem measured = mp_session_get_measured (self->session);

  mp_paint_links (cr, self->scene, get_style (), self->text, selected);
  mp_paint_selection (cr, self->scene, get_style (), self->text, selected);
  if (measured.kind == MP_ITEM_MILESTONE)
    mp_paint_measure (cr, self->scene, get_style (), self->text, selected.index, measured.index);
}

static gboolean
has_lit (MpTimeline *self)
{
  return mp_session_get_lit (self->session).kind != MP_ITEM_NONE;
}

static void
paint_lit (MpTimeline *self, cairo_t *cr)
{
  mp_paint_lit (cr, self->scene, get_style (), self->text, mp_session_get_lit (self->session));
}

static gboolean
has_span (MpTimeline *self)
{
  return self->span_x0 != self->span_x1;
}

static void
paint_span (MpTimeline *self, cairo_t *cr)
{
  mp_paint_span (cr, self->scene, get_style (), self->text, MIN (self->span_x0, self->span_x1),
                 MAX (self->span_x0, self->span_x1));
}

/* Each layer: whether there is anything to paint, NULL for always, and how it is painted. */
static const struct {
  gboolean (*has) (MpTimeline *self);
  void (*paint) (MpTimeline *self, cairo_t *cr);
} layers[] = {
  [MP_TIMELINE_LAYER_SCENE] = { NULL, paint_scene },
  [MP_TIMELINE_LAYER_CHANGE] = { has_change, paint_change },
  [MP_TIMELINE_LAYER_MATCHES] = { has_matches, paint_matches },
  [MP_TIMELINE_LAYER_SELECTION] = { has_selection, paint_selection },
  [MP_TIMELINE_LAYER_LIT] = { has_lit, paint_lit },
  [MP_TIMELINE_LAYER_SPAN] = { has_span, paint_span },
};

static GskRenderNode *
record (MpTimeline *self, MpTimelineLayer layer)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = mp_direction_append_cairo (GTK_WIDGET (self), snapshot, self->scene->width,
                                           self->scene->height);

  layers[layer].paint (self, cr);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

/* A frame that changes nothing, as when the pointer moves, appends what was painted before. */
void
mp_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpTimeline *self = MP_TIMELINE (widget);

  for (MpTimelineLayer i = 0; self->scene != NULL && i < MP_TIMELINE_N_LAYERS; i++) {
    if (layers[i].has != NULL && !layers[i].has (self))
      continue;
    if (self->nodes[i] == NULL)
      self->nodes[i] = record (self, i);
    gtk_snapshot_append_node (snapshot, self->nodes[i]);
  }
  mp_timeline_snapshot_hover (self, snapshot);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      gtk_widget_snapshot_child (widget, child, snapshot);
}

void
mp_timeline_repaint (MpTimeline *self, MpTimelineLayer layer)
{
  g_clear_pointer (&self->nodes[layer], gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mp_timeline_forget_nodes (MpTimeline *self)
{
  for (MpTimelineLayer i = 0; i < MP_TIMELINE_N_LAYERS; i++)
    g_clear_pointer (&self->nodes[i], gsk_render_node_unref);
}

void
mp_timeline_set_span (MpTimeline *self, double x0, double x1)
{
  if (self->span_x0 == x0 && self->span_x1 == x1)
    return;
  self->span_x0 = x0;
  self->span_x1 = x1;
  mp_timeline_repaint (self, MP_TIMELINE_LAYER_SPAN);
}
