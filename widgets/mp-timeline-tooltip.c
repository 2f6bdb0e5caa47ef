/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-item-words.h"
#include "mp-timeline-private.h"
#include "mp-words.h"

#include <math.h>

gboolean
mp_timeline_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  MpScene *scene = mp_timeline_get_scene (MP_TIMELINE (widget));
  g_autofree char *words = NULL;
  MpItem item;

  if (scene == NULL || keyboard)
    return FALSE;
  if (mp_rect_contains (scene->axis, x, y)) {
    double day = floor (mp_scale_to_day (scene->scale, x - scene->plot.x));
    /* The next pixel can be another day. */
    GdkRectangle here = { x, (int) scene->axis.y, 1, (int) scene->axis.height };

    words = mp_words_day (mp_day_to_instant (day));
    gtk_tooltip_set_text (tooltip, words);
    gtk_tooltip_set_tip_area (tooltip, &here);
    return TRUE;
  }
  item = mp_scene_pick (scene, x, y);
  if (item.kind != MP_ITEM_MILESTONE && item.kind != MP_ITEM_PHASE)
    return FALSE;
  words = mp_item_tooltip (scene->layout->agreement, item);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}
