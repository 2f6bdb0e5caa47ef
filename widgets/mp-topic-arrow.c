/* mp-topic-arrow.c: paints the arrows of expanded topics
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-topic-arrow.h"

/* In pixels of the design: half the width of an arrow, and the distance of its middle from the
 * start of the line. It matches the arrow of a collapsed topic, which the scene has. */
#define SIGN 4
#define SIGN_MIDDLE 9

void
mp_topic_arrows_paint (cairo_t *cr, const MpScene *scene, const MpStyle *style)
{
  double unit = scene->layout->metrics.unit, size = SIGN * unit, x = SIGN_MIDDLE * unit;

  cairo_save (cr);
  cairo_rectangle (cr, scene->rows.x, scene->rows.y, scene->rows.width, scene->rows.height);
  cairo_clip (cr);
  for (guint i = 0; i < scene->n_row_items; i++) {
    const MpSceneRow *row = &scene->row_items[i];
    MpRect title = mp_scene_row_title (row);
    MpRgb color = style->shades[row->color].accent;
    double y = title.y + title.height / 2 - size * 0.6;

    if (row->kind != MP_ROW_TOPIC || row->n_collapsed > 0)
      continue;
    cairo_move_to (cr, x - size, y);
    cairo_line_to (cr, x + size, y);
    cairo_line_to (cr, x, y + 1.3 * size);
    cairo_close_path (cr);
    cairo_set_source_rgb (cr, color.red, color.green, color.blue);
    cairo_fill (cr);
  }
  cairo_restore (cr);
}
