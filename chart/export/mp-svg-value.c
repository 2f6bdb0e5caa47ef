/* mp-svg-value.c: numbers, colours and paths as SVG writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-svg-value.h"

#include <math.h>
#include <string.h>

/* The decimals of lengths and of shares, and what they are multiplied by to be whole: nobody sees a
 * smaller part of a pixel or of an opacity. */
#define LENGTH_DECIMALS 2
#define LENGTH_PARTS 100
#define SHARE_DECIMALS 3
#define SHARE_PARTS 1000

/* Lengths that are repeated hundreds of times, whose errors add up */
#define PITCH_DECIMALS 5
#define PITCH_PARTS 100000

/* No coordinate is larger. */
#define MOST 1e9

/* Written digit by digit, as there are thousands, and printf () would ask the locale for the point.
 */
static MpSvgValue
write_number (gint64 parts, gsize n_decimals)
{
  MpSvgValue number;
  guint64 rest = (guint64) ABS (parts);
  char digits[sizeof number.text];
  gsize i = sizeof digits;

  for (; n_decimals > 0 && rest % 10 == 0; n_decimals--)
    rest /= 10;
  for (gsize n = 0; rest > 0 || n <= n_decimals; n++) {
    if (n == n_decimals && n > 0)
      digits[--i] = '.';
    digits[--i] = (char) ('0' + rest % 10);
    rest /= 10;
  }
  if (parts < 0)
    digits[--i] = '-';
  memcpy (number.text, digits + i, sizeof digits - i);
  number.text[sizeof digits - i] = '\0';
  return number;
}

static gint64
to_parts (double value, gint64 parts)
{
  return llround (CLAMP (value, -MOST, MOST) * (double) parts);
}

MpSvgValue
mp_svg_number (double value)
{
  return write_number (to_parts (value, LENGTH_PARTS), LENGTH_DECIMALS);
}

MpSvgValue
mp_svg_share (double value)
{
  return write_number (to_parts (value, SHARE_PARTS), SHARE_DECIMALS);
}

MpSvgValue
mp_svg_pitch (double value)
{
  return write_number (to_parts (value, PITCH_PARTS), PITCH_DECIMALS);
}

void
mp_svg_append_number (GString *string, double value)
{
  g_string_append (string, mp_svg_number (value).text);
}

static guint
to_byte (double share)
{
  return (guint) (CLAMP (share, 0, 1) * 255 + 0.5);
}

MpSvgValue
mp_svg_color (double red, double green, double blue)
{
  MpSvgValue color;

  g_snprintf (color.text, sizeof color.text, "#%02x%02x%02x", to_byte (red), to_byte (green),
              to_byte (blue));
  return color;
}

/* --- Paths ------------------------------------------------------------------------------------ */

/* What a path is written into, and where its pen is, in hundredths. */
typedef struct {
  GString *string;
  cairo_matrix_t matrix;
  gint64 x;
  gint64 y;
} Pen;

static void
append_point (Pen *pen, const cairo_path_data_t *data, char before)
{
  double x = data->point.x, y = data->point.y;

  cairo_matrix_transform_point (&pen->matrix, &x, &y);
  pen->x = to_parts (x, LENGTH_PARTS);
  pen->y = to_parts (y, LENGTH_PARTS);
  g_string_append_c (pen->string, before);
  mp_svg_append_number (pen->string, x);
  g_string_append_c (pen->string, ' ');
  mp_svg_append_number (pen->string, y);
}

static void
append_line (Pen *pen, const cairo_path_data_t *data)
{
  double x = data->point.x, y = data->point.y;
  gboolean is_level, is_upright;

  cairo_matrix_transform_point (&pen->matrix, &x, &y);
  is_level = to_parts (y, LENGTH_PARTS) == pen->y;
  is_upright = to_parts (x, LENGTH_PARTS) == pen->x;
  if (!is_level && !is_upright) {
    append_point (pen, data, 'L');
    return;
  }
  pen->x = to_parts (x, LENGTH_PARTS);
  pen->y = to_parts (y, LENGTH_PARTS);
  g_string_append_c (pen->string, is_level ? 'H' : 'V');
  mp_svg_append_number (pen->string, is_level ? x : y);
}

void
mp_svg_append_path (GString *string, cairo_t *cr)
{
  cairo_path_t *path = cairo_copy_path (cr);
  Pen pen = { .string = string };

  cairo_get_matrix (cr, &pen.matrix);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
    const cairo_path_data_t *data = &path->data[i];

    switch (data->header.type) {
    case CAIRO_PATH_MOVE_TO:
      /* After the end of a shape, Cairo moves back to where it began. */
      if (i + data->header.length < path->num_data)
        append_point (&pen, &data[1], 'M');
      break;
    case CAIRO_PATH_LINE_TO:
      append_line (&pen, &data[1]);
      break;
    case CAIRO_PATH_CURVE_TO:
      append_point (&pen, &data[1], 'C');
      append_point (&pen, &data[2], ' ');
      append_point (&pen, &data[3], ' ');
      break;
    case CAIRO_PATH_CLOSE_PATH:
    default:
      g_string_append_c (string, 'Z');
      break;
    }
  }
  cairo_path_destroy (path);
}
