/* mp-paint-mark.c: paints the stems and labels of milestones, and clusters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include <math.h>

/* In design pixels. */
#define LABEL_CORNER 6
#define LABEL_INSET 10
#define LINE 1.2
#define STRONG_LINE 2

void
mp_painter_draw_stem (const MpPainter *painter, const MpSceneMark *mark)
{
  double width = MAX (1, round (painter->metrics->unit));
  double top = mark->label.y + mark->label.height;

  if (mark->label.width > 0)
    mp_painter_fill_line (painter,
                          (MpRect) { mark->x - floor (width / 2), top, width, mark->mark.y - top },
                          painter->style->shades[mark->color].label_border);
}

void
mp_painter_draw_label (const MpPainter *painter, const MpSceneMark *mark, MpMarkLook look)
{
  const MpShades *shades = &painter->style->shades[mark->color];
  MpTextRole role = mark->importance == 1 ? MP_TEXT_LABEL_STRONG : MP_TEXT_LABEL;
  double unit = painter->metrics->unit, inset = LABEL_INSET * unit;
  gboolean selected = look == MP_MARK_SELECTED, tinted = look == MP_MARK_TINTED;
  MpRgb ink = selected ? painter->style->on_accent : painter->style->text;
  MpLine line = mp_certainty_get (mark->certainty)->line;
  MpInk accent = mp_ink_plain (shades->accent);
  MpBox box = { mark->label, LABEL_CORNER * unit, MP_ENDS_ROUND };
  MpRect inner = mark->label;

  if (mark->label.width <= 0)
    return;
  if (!selected) {
    mp_painter_draw_box (painter, box, tinted ? shades->present : shades->label,
                         (tinted ? STRONG_LINE : LINE) * unit, line,
                         mark->importance == 1 || tinted ? shades->accent : shades->label_border);
  } else {
    /* The outline has the colour of the body, so its dashes are seen only where the body is not. */
    mp_painter_outline_box (painter, box, LINE * unit, line, &accent);
    box = (MpBox) { mp_rect_grow (box.rect, -LINE * unit), box.radius - LINE * unit, box.ends };
    mp_painter_fill_box (painter, box, &accent);
  }
  if (look == MP_MARK_COVERED)
    return;
  inner.x += inset;
  inner.width -= 2 * inset;
  if (mark->numbers.width > 0)
    inner.width -= mark->numbers.width + MP_LAYOUT_NUMBER_GAP * unit;
  inner = mp_painter_draw_certainty_symbol (painter, mark->certainty, role, inner, ink);
  mp_text_draw (painter->text, painter->cr, role, mark->text, inner, MP_ALIGN_MIDDLE, ink);
}

void
mp_painter_draw_cluster (const MpPainter *painter, const MpSceneCluster *cluster, MpMarkLook look)
{
  const MpShades *shades = &painter->style->shades[MP_COLOR_GRAY];
  gboolean selected = look == MP_MARK_SELECTED;

  mp_painter_fill_pill (painter, cluster->rect, selected ? shades->accent : shades->label);
  if (painter->style->has_outlines)
    mp_painter_outline_pill (painter, cluster->rect, LINE * painter->metrics->unit, shades->accent);
  if (look != MP_MARK_COVERED)
    mp_text_draw (painter->text, painter->cr, MP_TEXT_BADGE, cluster->text, cluster->rect,
                  MP_ALIGN_MIDDLE, selected ? painter->style->on_accent : painter->style->dim_text);
}
