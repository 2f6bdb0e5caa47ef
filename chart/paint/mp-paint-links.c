/* mp-paint-links.c: paints the links of a selected milestone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include "mp-links.h"

#include <math.h>

/* In design pixels: how far a curve hangs down at least and at most, between the marks and the
 * counts under them. */
#define SHALLOW 4
#define DEEP 9

/* The head of an arrow, and the gap between a mark and the end of a curve. */
#define HEAD 4
#define GAP 2

/* Curves between marks that are closer than this would be spots. */
#define SHORTEST 6

/* The frame around what is lit, and how far it is from it. */
#define FRAME_WIDTH 2
#define FRAME_GAP 4

/* Where the stem of a milestone stands, or just outside of the plot on its side. */
static double
stem_x (const MpPainter *painter, const MpScene *scene, guint32 milestone)
{
  double x = scene->plot.x + mp_scale_to_x (scene->scale, scene->layout->stems->days[milestone]);
  double outside = 2 * HEAD * painter->metrics->unit;

  return CLAMP (x, scene->plot.x - outside, scene->plot.x + scene->plot.width + outside);
}

/* Returns where the curves begin: at the foot of the marks that have labels, which the selected
 * milestone is among if any is. */
static double
find_foot (const MpScene *scene, guint32 selected)
{
  const MpSceneMark *of = &scene->marks[scene->n_marks - 1];

  for (guint i = 0; i < scene->n_marks; i++)
    if (scene->marks[i].milestone == selected)
      of = &scene->marks[i];
  return of->mark.y + of->mark.height;
}

static void
draw_curve (const MpPainter *painter, double cause, double effect, double y, double depth)
{
  cairo_t *cr = painter->cr;
  double bend = (effect - cause) / 4;

  cairo_move_to (cr, cause, y);
  /* The curve reaches three quarters of the way to its handles. */
  cairo_curve_to (cr, cause + bend, y + depth / 0.75, effect - bend, y + depth / 0.75, effect, y);
  mp_canvas_stroke (cr);
}

/* An arrow that points up at the mark of what came of the other. */
static void
draw_head (const MpPainter *painter, double x, double y)
{
  cairo_t *cr = painter->cr;
  double size = HEAD * painter->metrics->unit;

  cairo_move_to (cr, x, y - GAP * painter->metrics->unit);
  cairo_line_to (cr, x + size, y + size);
  cairo_line_to (cr, x - size, y + size);
  cairo_close_path (cr);
  mp_canvas_fill (cr);
}

/* Whether an end of a link sees the effect at the other end: it is the reason, or what is answered,
 * followed or spoken against by the other. */
static gboolean
leads_away (MpLinkGroup group)
{
  return group == MP_LINK_GROUP_REASON_FOR || group == MP_LINK_GROUP_FOLLOWED ||
         group == MP_LINK_GROUP_DOUBTS;
}

void
mp_paint_links (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text, MpItem item)
{
  MpPainter all = mp_painter_new (cr, style, text, &scene->layout->metrics), painter;
  double unit = all.metrics->unit, x, y;
  g_autofree MpLinkEnd *ends = NULL;
  guint length;

  if (item.kind != MP_ITEM_MILESTONE || scene->n_marks == 0)
    return;
  ends = mp_links_of (scene->layout->agreement, item, &length);
  if (length == 0)
    return;
  painter = mp_painter_clip (
    &all, mp_rect_clip_x (scene->band, scene->plot.x, scene->plot.x + scene->plot.width));
  y = find_foot (scene, item.index) + GAP * unit;
  x = stem_x (&painter, scene, item.index);
  mp_painter_set_color (&painter, style->dim_text);
  for (guint i = 0; i < length; i++) {
    double other, span, depth;

    if (ends[i].other.kind != MP_ID_KIND_MILESTONE)
      continue;
    other = stem_x (&painter, scene, ends[i].other.index);
    span = fabs (other - x);
    if (span < SHORTEST * unit)
      continue;
    depth = (SHALLOW + (DEEP - SHALLOW) * MIN (1, 2 * span / scene->plot.width)) * unit;
    cairo_set_line_width (cr, 1.2 * unit);
    mp_painter_set_line (&painter, mp_certainty_get (ends[i].certainty)->line);
    if (leads_away (ends[i].group))
      draw_curve (&painter, x, other, y, depth);
    else
      draw_curve (&painter, other, x, y, depth);
    cairo_set_dash (cr, NULL, 0, 0);
    draw_head (&painter, leads_away (ends[i].group) ? other : x, y);
  }
  mp_canvas_restore (cr);
}

void
mp_paint_lit (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text, MpItem item)
{
  MpPainter all = mp_painter_new (cr, style, text, &scene->layout->metrics), painter;
  double unit = all.metrics->unit;
  MpInk ink = mp_ink_plain (style->text);
  MpBox frame = { .radius = 6 * unit, .ends = MP_ENDS_ROUND };

  if (item.kind == MP_ITEM_NONE ||
      !mp_scene_find (scene, mp_scene_stand_in (scene, item), &frame.rect))
    return;
  frame.rect = mp_rect_grow (frame.rect, FRAME_GAP * unit);
  painter = mp_painter_clip (&all, mp_rect_clip_x (scene->plot, scene->plot.x, scene->width));
  mp_painter_outline_box (&painter, frame, FRAME_WIDTH * unit, MP_LINE_SOLID, &ink);
  mp_canvas_restore (cr);
}
