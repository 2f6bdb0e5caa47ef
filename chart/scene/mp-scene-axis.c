/* mp-scene-axis.c: adds the ticks and the badge of today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels. */
#define TICK_SPACING 46
#define TICK_GAP 8

/* Years of many digits, and years before the common era, have wider labels than others. The ends of
 * the agreement stand for all its years here: if the years in view were measured, the step could
 * change while panning. */
static MpTickStep
choose_step (const MpScene *scene, MpMeasure measure)
{
  double unit = scene->layout->metrics.unit, spacing = TICK_SPACING * unit;
  MpTickStep step = mp_ticks_choose (scene->scale.per_day, spacing);
  const double days[] = { scene->layout->begin, scene->layout->end };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    MpTick tick = { .day = days[i], .strong = TRUE };
    g_autofree char *label = mp_tick_label (step, &tick);

    spacing =
      MAX (spacing, mp_measure (measure, MP_TEXT_AXIS_STRONG, label).width + TICK_GAP * unit);
  }
  return mp_ticks_choose (scene->scale.per_day, spacing);
}

static void
add_ticks (MpScene *scene, MpMeasure measure)
{
  g_autoptr (GArray) ticks = NULL;
  double end = mp_scale_to_day (scene->scale, scene->plot.width);

  ticks = mp_ticks_new (scene->step, scene->scale.begin, end);
  for (guint i = 0; i < ticks->len; i++) {
    MpTick *from = &g_array_index (ticks, MpTick, i);
    g_autofree char *label = mp_tick_label (scene->step, from);
    double x = scene->plot.x + mp_scale_to_x (scene->scale, from->day);
    double next = scene->plot.x + mp_scale_to_x (scene->scale, from->next);
    MpTextRole role = from->strong ? MP_TEXT_AXIS_STRONG : MP_TEXT_AXIS;
    double width = mp_measure (measure, role, label).width;
    MpSceneTick tick = { .x = x, .label_width = width, .strong = from->strong };

    /* The name of one unit, such as a month, stands in the middle of it. If there are several units
     * from tick to tick, the label names the first, and stands at the tick. */
    tick.label_x = scene->step.count == 1 ? (x + next) / 2 : x;
    if (tick.label_x - width / 2 >= scene->axis.x &&
        tick.label_x + width / 2 <= scene->axis.x + scene->axis.width)
      tick.label = g_string_chunk_insert_const (scene->strings, label);
    mp_array_append (scene->ticks, scene->n_ticks, tick);
  }
}

static void
add_today (MpScene *scene, MpMeasure measure)
{
  MpMetrics *metrics = &scene->layout->metrics;
  MpSize size;
  double width;

  /* Translators: beside a line through the chart */
  scene->today_text = _ ("Today");
  scene->today_x = scene->plot.x + mp_scale_instant_to_x (scene->scale, scene->today);
  scene->today_visible =
    scene->today_x >= scene->plot.x && scene->today_x < scene->plot.x + scene->plot.width;
  size = mp_measure (measure, MP_TEXT_BADGE, scene->today_text);
  width = ceil (size.width + 2 * MP_BADGE_PADDING * metrics->unit);
  scene->today_badge =
    (MpRect) { CLAMP (round (scene->today_x - width / 2), scene->plot.x,
                      MAX (scene->plot.x, scene->plot.x + scene->plot.width - width)),
               scene->axis.y + scene->axis.height - ceil (3 * metrics->unit), width,
               ceil (size.height + 3 * metrics->unit) };
}

void
mp_scene_add_axis (MpScene *scene, MpMeasure measure)
{
  g_autofree char *range = NULL;

  scene->step = choose_step (scene, measure);
  range = mp_ticks_range_label (scene->step, scene->scale.begin,
                                mp_scale_to_day (scene->scale, scene->plot.width));
  scene->range_label = g_string_chunk_insert (scene->strings, range);
  add_ticks (scene, measure);
  add_today (scene, measure);
}
