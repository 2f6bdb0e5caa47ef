/* mp-timeline-tooltip.c: the tooltips of everything on the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-direction.h"
#include "mp-item-words.h"
#include "mp-scene-listing.h"
#include "mp-timeline-private.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A line of a tooltip must not be wider than a window. */
#define MAX_TITLE 90

/* The row at this height that has a badge, or NULL. */
static const MpSceneRow *
compared_row_at (const MpScene *scene, double y)
{
  for (guint i = 0; i < scene->n_row_items; i++) {
    const MpSceneRow *row = &scene->row_items[i];

    if (row->badge.width > 0 && y >= row->rect.y && y < row->rect.y + row->rect.height)
      return row;
  }
  return NULL;
}

/* In a comparison the tooltip of a row's title says what became of it. NULL where it has none. */
static char *
tell_row (const MpScene *scene, double y, MpRect *area)
{
  const MpSceneRow *row = mp_rect_contains (scene->rows, 0, y) ? compared_row_at (scene, y) : NULL;

  if (row == NULL)
    return NULL;
  *area = (MpRect) { 0, row->rect.y, row->title.x + row->title.width, row->rect.height };
  return mp_words_comparison (scene->layout->agreement, &row->comparison);
}

static char *
tell_day (const MpScene *scene, double x, MpRect *area)
{
  double day = floor (mp_scale_to_day (scene->scale, x - scene->plot.x));

  /* The next pixel can be another day. */
  *area = (MpRect) { x, scene->axis.y, 1, scene->axis.height };
  return mp_words_day (mp_day_to_instant (day));
}

static char *
tell_cluster (const MpScene *scene, guint32 index)
{
  const MpSceneCluster *cluster = &scene->clusters[index];
  guint32 members[MP_CLUSTER_MAX_NAMED] = { MP_NONE };

  mp_scene_get_members (scene, cluster, members, G_N_ELEMENTS (members));
  return mp_cluster_tooltip (scene->layout->agreement, members, cluster->of.count);
}

/* How many phases a crowd has, and how many of them on the day at x. */
static char *
tell_crowd (const MpScene *scene, guint index, double x)
{
  const MpSceneCrowd *crowd = &scene->crowds[index];
  MpAgreement *agreement = scene->layout->agreement;
  MpInstant day = mp_day_to_instant (floor (mp_scale_to_day (scene->scale, x - scene->plot.x)));
  g_autofree char *span = mp_ticks_range_label (scene->step, mp_day_from_instant (crowd->from),
                                                mp_day_from_instant (crowd->until));
  g_autofree char *date = mp_words_day (day);
  g_autofree char *all = mp_crowd_words (span, crowd->count);
  g_autofree char *some = mp_crowd_words (
    date, mp_scene_count_phases (scene, crowd->term, day, day + MP_SECONDS_PER_DAY));
  g_autofree char *title = mp_untrusted_text_isolate (
    mp_agreement_text (agreement, mp_agreement_terms (agreement, NULL)[crowd->term].title),
    MAX_TITLE);

  return g_strdup_printf ("%s\n%s\n%s", title, all, some);
}

static char *
tell_heading (const MpScene *scene, guint32 topic)
{
  const MpSceneRow *row = mp_scene_find_row (scene, MP_ROW_TOPIC, topic);

  return g_strdup (row != NULL && row->n_collapsed > 0 ? _ ("Expand this topic")
                                                       : _ ("Collapse this topic to one row"));
}

/* x is where the pointer is. */
static char *
tell_item (const MpScene *scene, MpSceneItem item, double x)
{
  switch (item.kind) {
  case MP_SCENE_ITEM_MILESTONE:
  case MP_SCENE_ITEM_PHASE:
    return mp_item_tooltip (scene->layout->agreement, mp_scene_item_get_item (item));
  case MP_SCENE_ITEM_CLUSTER:
    return tell_cluster (scene, item.index);
  case MP_SCENE_ITEM_HEADING:
    return tell_heading (scene, item.index);
  case MP_SCENE_ITEM_CROWD:
    return tell_crowd (scene, item.index, x);
  case MP_SCENE_ITEM_ROW:
  case MP_SCENE_ITEM_NONE:
  default:
    return NULL;
  }
}

char *
mp_timeline_tooltip_at (MpTimeline *self, double x, double y, MpRect *area)
{
  const MpScene *scene;
  MpSceneItem item;
  char *words = NULL;

  g_return_val_if_fail (MP_IS_TIMELINE (self), NULL);

  scene = self->scene;
  if (scene == NULL)
    return NULL;
  if (mp_rect_contains (scene->axis, x, y))
    return tell_day (scene, x, area);
  if (x < scene->gutter.width)
    words = tell_row (scene, y, area);
  if (words != NULL)
    return words;
  item = mp_scene_pick (scene, x, y);
  /* A point can be within reach of an item that is not drawn there, and in a crowd each point has
   * words of its own. */
  if (!mp_scene_find_in_view (scene, item, area) || !mp_rect_contains (*area, x, y) ||
      item.kind == MP_SCENE_ITEM_CROWD)
    *area = (MpRect) { x, y, 1, 1 };
  return tell_item (scene, item, x);
}

/* A tooltip that is asked for by key tells of the child with the focus. */
static char *
tell_focused (MpTimeline *self, MpRect *area)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  MpSceneItem item = { MP_SCENE_ITEM_NONE, 0 };

  mp_rest_hasten (self->rest);
  if (MP_IS_TIMELINE_ITEM (child))
    item = mp_timeline_item_get_item (MP_TIMELINE_ITEM (child));
  else if (MP_IS_TOPIC_HEADING (child))
    item = (MpSceneItem) { MP_SCENE_ITEM_HEADING,
                           mp_topic_heading_get_topic (MP_TOPIC_HEADING (child)) };
  if (self->scene == NULL || !mp_scene_find_in_view (self->scene, item, area))
    return NULL;
  return tell_item (self->scene, item, area->x);
}

gboolean
mp_timeline_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  MpTimeline *self = MP_TIMELINE (widget);
  MpRect area = { 0 };
  GdkRectangle here;
  g_autofree char *words = NULL;

  /* It would hide the list of a cluster that has just been opened. */
  if (self->popover != NULL && gtk_widget_get_mapped (self->popover))
    return FALSE;
  words = keyboard ? tell_focused (self, &area)
                   : mp_timeline_tooltip_at (self, mp_direction_x (self, x), y, &area);
  if (words == NULL)
    return FALSE;
  here = mp_direction_rectangle (widget, mp_timeline_item_place (area));
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip, &here);
  return TRUE;
}
