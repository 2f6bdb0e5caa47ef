/* mp-timeline-tooltip.c: tooltips of the places on the timeline that have no child widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-direction.h"
#include "mp-item-words.h"
#include "mp-timeline-private.h"
#include "mp-words.h"

#include <math.h>

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

/* In a comparison the tooltip of a row's title says what became of it. */
static gboolean
tell_row (GtkWidget *widget, const MpScene *scene, double y, GtkTooltip *tooltip)
{
  const MpSceneRow *row = mp_rect_contains (scene->rows, 0, y) ? compared_row_at (scene, y) : NULL;
  g_autofree char *words = NULL;
  GdkRectangle here;

  if (row == NULL)
    return FALSE;
  words = mp_words_comparison (scene->layout->agreement, &row->comparison);
  gtk_tooltip_set_text (tooltip, words);
  here = (GdkRectangle) { 0, (int) row->rect.y, (int) row->title.x + (int) row->title.width,
                          (int) row->rect.height };
  here = mp_direction_rectangle (widget, here);
  gtk_tooltip_set_tip_area (tooltip, &here);
  return TRUE;
}

gboolean
mp_timeline_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  MpScene *scene = MP_TIMELINE (widget)->scene;
  g_autofree char *words = NULL;
  double place;
  MpItem item;

  if (scene == NULL || keyboard)
    return FALSE;
  place = mp_direction_x (widget, x);
  if (mp_rect_contains (scene->axis, place, y)) {
    double day = floor (mp_scale_to_day (scene->scale, place - scene->plot.x));
    /* The next pixel can be another day. */
    GdkRectangle here = { x, (int) scene->axis.y, 1, (int) scene->axis.height };

    words = mp_words_day (mp_day_to_instant (day));
    gtk_tooltip_set_text (tooltip, words);
    gtk_tooltip_set_tip_area (tooltip, &here);
    return TRUE;
  }
  if (place < scene->gutter.width)
    return tell_row (widget, scene, y, tooltip);
  item = mp_scene_item_get_item (mp_scene_pick (scene, place, y));
  if (item.kind == MP_ITEM_NONE)
    return FALSE;
  words = mp_item_tooltip (scene->layout->agreement, item);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}
