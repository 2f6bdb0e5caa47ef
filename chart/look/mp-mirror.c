/* mp-mirror.c: mirrors what is painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-mirror.h"

void
mp_mirror_paint (cairo_t *cr, MpTextDirection direction, double width)
{
  if (direction != MP_TEXT_DIRECTION_RTL)
    return;
  cairo_translate (cr, width, 0);
  cairo_scale (cr, -1, 1);
}

gboolean
mp_mirror_is_on (cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  return matrix.xx < 0;
}

gboolean
mp_text_direction_from_string (const char *string, MpTextDirection *direction)
{
  if (g_str_equal (string, "ltr"))
    *direction = MP_TEXT_DIRECTION_LTR;
  else if (g_str_equal (string, "rtl"))
    *direction = MP_TEXT_DIRECTION_RTL;
  else
    return FALSE;
  return TRUE;
}
