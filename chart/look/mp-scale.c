/* mp-scale.c: converts between instants, days and pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-scale.h"

#include <math.h>

MpScale
mp_scale_for_span (double begin, double end, double width)
{
  g_return_val_if_fail (begin < end, ((MpScale) { begin, 1 }));

  return (MpScale) { begin, MAX (width, 1) / (end - begin) };
}

double
mp_day_from_instant (MpInstant instant)
{
  return (double) instant / (double) MP_SECONDS_PER_DAY;
}

MpInstant
mp_day_to_instant (double day)
{
  double seconds = round (day * (double) MP_SECONDS_PER_DAY);

  if (seconds <= (double) MP_INSTANT_MIN)
    return MP_INSTANT_MIN;
  if (seconds >= (double) MP_INSTANT_MAX)
    return MP_INSTANT_MAX;
  return (MpInstant) seconds;
}

double
mp_scale_instant_to_x (MpScale scale, MpInstant instant)
{
  return mp_scale_to_x (scale, mp_day_from_instant (instant));
}
