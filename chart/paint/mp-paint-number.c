/* mp-paint-number.c: paints the numbers of sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-entry.h"
#include "mp-paint-private.h"

/* The margin beside numbers on the background that keeps lines of the grid away; in design pixels.
 */
#define PATCH 1.5

static MpRgb
paper_at (const MpPainter *painter, const MpScene *scene, double x)
{
  return x >= scene->plot.x && x >= scene->today_x ? painter->style->future
                                                   : painter->style->background;
}

static MpRgb
ink_of (const MpPainter *painter, const MpScene *scene, const MpSceneNumbers *numbers)
{
  if (numbers->ground == MP_GROUND_BAR)
    return mp_painter_bar_look (painter, &scene->bars[numbers->index]).text;
  return numbers->ground == MP_GROUND_LABEL ? painter->style->text : painter->style->dim_text;
}

static void
draw_numbers (const MpPainter *painter, const MpScene *scene, const MpSceneNumbers *numbers,
              MpRgb ink)
{
  mp_text_draw (painter->text, painter->cr, MP_TEXT_NUMBER, numbers->text, numbers->rect,
                MP_ALIGN_START, ink);
  mp_paint_number_links (painter->cr, painter->text, MP_TEXT_NUMBER, scene->numbering,
                         MP_RUN_AT (scene->cited, numbers->numbers), numbers->numbers.count,
                         numbers->rect);
}

void
mp_painter_draw_numbers (const MpPainter *painter, const MpScene *scene, guint32 milestone)
{
  for (guint i = 0; i < scene->n_numbers; i++) {
    const MpSceneNumbers *numbers = &scene->numbers[i];
    MpRect patch = numbers->rect;

    if (numbers->ground == MP_GROUND_LABEL && numbers->item.index == milestone)
      continue;
    patch.x -= PATCH * painter->metrics->unit;
    patch.width += 2 * PATCH * painter->metrics->unit;
    if (numbers->ground == MP_GROUND_PAPER)
      mp_painter_fill_rect (painter, patch, paper_at (painter, scene, numbers->rect.x));
    draw_numbers (painter, scene, numbers, ink_of (painter, scene, numbers));
  }
}

void
mp_painter_draw_label_numbers (const MpPainter *painter, const MpScene *scene, guint32 milestone,
                               MpRgb ink)
{
  for (guint i = 0; i < scene->n_numbers; i++) {
    const MpSceneNumbers *numbers = &scene->numbers[i];

    if (numbers->ground == MP_GROUND_LABEL && numbers->item.index == milestone)
      draw_numbers (painter, scene, numbers, ink);
  }
}
