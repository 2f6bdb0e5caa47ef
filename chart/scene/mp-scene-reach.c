/* mp-scene-reach.c: how far out of view something can be placed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-scene-private.h"

/* Bars and marks have exact edges as far as this from the plot, in logical pixels. */
#define FAR 100000.0

double
mp_scene_near_view (const MpScene *scene, double x)
{
  return CLAMP (x, scene->plot.x - FAR, scene->plot.x + scene->plot.width + FAR);
}

MpView
mp_scene_get_reach (const MpScene *scene)
{
  return (MpView) { MIN (scene->layout->begin, scene->scale.begin),
                    MAX (scene->layout->end, mp_scale_to_day (scene->scale, scene->plot.width)) };
}
