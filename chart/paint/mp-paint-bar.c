/* mp-paint-bar.c: paints the bars of phases
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include <math.h>

/* In design pixels. */
#define CORNER 4
#define STRIPE 4
#define WORDS_GAP 4 /* between words and the hatching around them */
#define ARROW 5
#define TIE 1.2
#define PENNANT 5
#define THIN_HATCH 0.6
#define OPEN_FADE 90 /* the length over which a bar fades towards an open edge */

/* How much of a soft edge's stretch fades. */
#define SOFT_SHARE 0.8

/* How much of a bar fades towards an unknown edge whose date has no bound at all. */
#define UNKNOWN_SHARE 0.5

/* The opacity of a bar far out at an unknown edge, where it stays possible. */
#define FAINTEST 0.5

/* A stretch shorter than this, in logical pixels, is a rounding error. */
#define LEAST_STRETCH 0.01

/* A middle shorter than this, in logical pixels, is not worth painting by itself. */
#define MIN_MIDDLE 8

/* The most of a bar that may fade towards an open edge, so that some of it is always solid. */
#define OPEN_SHARE 0.4

static void
add_stop (cairo_pattern_t *pattern, double offset, MpRgb color, double alpha)
{
  cairo_pattern_add_color_stop_rgba (pattern, CLAMP (offset, 0, 1), color.red, color.green,
                                     color.blue, alpha);
}

/* Returns the length over which a bar fades at an edge; 0 if it does not fade. stretch is the
 * length over which the date is in doubt. */
static double
fade_length (const MpPainter *painter, const MpSceneBar *bar, MpEdge edge, double stretch)
{
  switch (edge) {
  case MP_EDGE_UNKNOWN:
    return stretch > LEAST_STRETCH ? stretch : (bar->faint_x1 - bar->faint_x0) * UNKNOWN_SHARE;
  case MP_EDGE_OPEN:
    return MIN (OPEN_FADE * painter->metrics->unit, bar->rect.width * OPEN_SHARE);
  case MP_EDGE_SOFT:
    return MIN (MAX (stretch * SOFT_SHARE, 10 * painter->metrics->unit), bar->rect.width / 2);
  case MP_EDGE_SHARP:
  case MP_EDGE_HATCHED:
  default:
    return 0;
  }
}

/* The lengths over which a bar fades in, from faint_x0 on, and fades out, until faint_x1. */
typedef struct {
  double in;
  double out;
} Fade;

static Fade
find_fade (const MpPainter *painter, const MpSceneBar *bar)
{
  return (Fade) { fade_length (painter, bar, bar->start, bar->solid_x0 - bar->faint_x0),
                  fade_length (painter, bar, bar->end, bar->faint_x1 - bar->solid_x1) };
}

/* Returns the opacity of a bar where it is faintest. */
static double
faintest (MpEdge edge)
{
  return edge == MP_EDGE_UNKNOWN ? FAINTEST : 0;
}

/* Sets a colour that fades where the bar does. */
static void
set_faded_color (const MpPainter *painter, const MpSceneBar *bar, MpRgb color)
{
  double width = bar->faint_x1 - bar->faint_x0;
  Fade fade = find_fade (painter, bar);
  cairo_pattern_t *pattern;

  if ((fade.in <= 0 && fade.out <= 0) || width <= 0) {
    mp_painter_set_color (painter, color);
    return;
  }
  pattern = cairo_pattern_create_linear (bar->faint_x0, 0, bar->faint_x1, 0);
  add_stop (pattern, 0, color, fade.in > 0 ? faintest (bar->start) : 1);
  add_stop (pattern, fade.in / width, color, 1);
  add_stop (pattern, 1 - fade.out / width, color, 1);
  add_stop (pattern, 1, color, fade.out > 0 ? faintest (bar->end) : 1);
  cairo_set_source (painter->cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* Clips to the bar without its label and numbers, because letters on slanting lines are hard to
 * read. The caller ends this with cairo_restore (). */
static void
spare_words (const MpPainter *painter, const MpSceneBar *bar)
{
  cairo_t *cr = painter->cr;
  double gap = WORDS_GAP * painter->metrics->unit;
  MpRect words = bar->label.width > 0 ? bar->label : bar->numbers;

  cairo_save (cr);
  if (words.width <= 0)
    return;
  if (bar->numbers.width > 0)
    words.width = MAX (words.width, bar->numbers.x + bar->numbers.width - words.x);
  cairo_rectangle (cr, bar->rect.x, bar->rect.y, bar->rect.width, bar->rect.height);
  cairo_rectangle (cr, words.x - gap, bar->rect.y, words.width + 2 * gap, bar->rect.height);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
}

/* Hatches the stretches in which the phase is possibly, but not certainly, in force. */
static void
hatch_uncertain (const MpPainter *painter, const MpSceneBar *bar, MpRgb color, double clip_x0,
                 double clip_x1)
{
  double x0 = bar->rect.x, x1 = bar->rect.x + bar->rect.width;
  double begin = MIN (bar->solid_x0, x1), end = MAX (bar->solid_x1, begin);
  MpRect rect = bar->rect;

  spare_words (painter, bar);
  set_faded_color (painter, bar, color);
  if (begin - x0 > 0) {
    rect.x = x0;
    rect.width = begin - x0;
    rect = mp_rect_clip_x (rect, clip_x0, clip_x1);
    if (rect.width > 0)
      mp_painter_hatch (painter, rect, x0, 1);
  }
  rect = bar->rect;
  if (x1 - end > 0) {
    rect.x = end;
    rect.width = x1 - end;
    rect = mp_rect_clip_x (rect, clip_x0, clip_x1);
    if (rect.width > 0)
      mp_painter_hatch (painter, rect, end, 1);
  }
  cairo_restore (painter->cr);
}

static void
fill_stretch (const MpPainter *painter, const MpSceneBar *bar, double begin, double end)
{
  if (end <= begin)
    return;
  cairo_rectangle (painter->cr, begin, bar->rect.y, end - begin, bar->rect.height);
  cairo_fill (painter->cr);
}

/* Fills the stretch in which the phase is certainly in force. A gradient is many times slower than
 * a colour, so only the ends that fade are painted with one, and the middle with a colour. Middle
 * and ends overlap by a pixel: otherwise a seam would show between them where a pixel of the
 * surface is not one of the chart's. */
static void
fill_certain (const MpPainter *painter, const MpSceneBar *bar, MpRgb color, double begin,
              double end)
{
  Fade fade = find_fade (painter, bar);
  double x0 = ceil (MAX (begin, bar->faint_x0 + fade.in));
  double x1 = floor (MIN (end, bar->faint_x1 - fade.out));

  if (x1 - x0 < MIN_MIDDLE || (fade.in <= 0 && fade.out <= 0)) {
    set_faded_color (painter, bar, color);
    fill_stretch (painter, bar, begin, end);
    return;
  }
  /* An edge that does not fade belongs to the middle. */
  if (fade.in <= 0)
    x0 = begin;
  if (fade.out <= 0)
    x1 = end;
  mp_painter_set_color (painter, color);
  fill_stretch (painter, bar, x0, x1);
  set_faded_color (painter, bar, color);
  if (x0 > begin)
    fill_stretch (painter, bar, begin, x0 + 1);
  if (x1 < end)
    fill_stretch (painter, bar, x1 - 1, end);
}

/* Fills the body: solid where the phase is certainly in force, lighter where it is possible. */
static void
fill_body (const MpPainter *painter, const MpSceneBar *bar, const MpBarLook *look)
{
  cairo_t *cr = painter->cr;
  double begin = MIN (bar->solid_x0, bar->rect.x + bar->rect.width);
  double end = MAX (bar->solid_x1, begin);

  fill_certain (painter, bar, look->fill, begin, end);
  if (begin <= bar->rect.x && end >= bar->rect.x + bar->rect.width)
    return;
  set_faded_color (painter, bar, look->fill);
  cairo_rectangle (cr, bar->rect.x, bar->rect.y, begin - bar->rect.x, bar->rect.height);
  cairo_rectangle (cr, end, bar->rect.y, bar->rect.x + bar->rect.width - end, bar->rect.height);
  cairo_save (cr);
  cairo_clip (cr);
  cairo_paint_with_alpha (cr, 0.45);
  cairo_restore (cr);
}

/* A phase that is fully certain and in force or over is recognised by its fill; every other one
 * needs an outline, whose dashes tell the certainty. In high contrast all have outlines. */
static gboolean
has_outline (const MpPainter *painter, const MpSceneBar *bar)
{
  return mp_certainty_get (bar->certainty)->body != MP_BODY_FULL || bar->tense == MP_TENSE_FUTURE ||
         bar->tense == MP_TENSE_WAS || painter->style->has_outlines;
}

static void
outline (const MpPainter *painter, const MpSceneBar *bar, MpRgb color)
{
  cairo_t *cr = painter->cr;
  MpRect rect = mp_rect_grow (bar->rect, -0.75);

  if (rect.width <= 0)
    return;
  cairo_save (cr);
  mp_painter_round_rect (painter, rect, CORNER * painter->metrics->unit);
  set_faded_color (painter, bar, color);
  cairo_set_line_width (cr, MAX (1, 1.5 * painter->metrics->unit));
  mp_painter_set_line (painter, mp_certainty_get (bar->certainty)->line);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Draws an arrow head at an open edge; direction is -1 for left, 1 for right. */
static void
draw_arrow (const MpPainter *painter, const MpSceneBar *bar, double tip, int direction, MpRgb color)
{
  cairo_t *cr = painter->cr;
  double size = MIN (ARROW * painter->metrics->unit, bar->rect.height * 0.6);
  double y = bar->rect.y + bar->rect.height / 2;

  cairo_new_path (cr);
  cairo_move_to (cr, tip - size * direction, y - size);
  cairo_line_to (cr, tip, y);
  cairo_line_to (cr, tip - size * direction, y + size);
  mp_painter_set_color (painter, color);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, MAX (1.5, 2 * painter->metrics->unit));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
draw_arrows (const MpPainter *painter, const MpSceneBar *bar, MpRgb color)
{
  if (bar->start == MP_EDGE_OPEN)
    draw_arrow (painter, bar, bar->faint_x0, -1, color);
  if (bar->end == MP_EDGE_OPEN)
    draw_arrow (painter, bar, bar->faint_x1, 1, color);
}

/* Draws the members of a set on the hatched stretch from the first of them to the last. */
static void
draw_members (const MpPainter *painter, const MpSceneBar *bar, const MpSceneMember *members,
              MpRgb color)
{
  double width = MAX (2, round (2 * painter->metrics->unit));

  for (guint32 i = 0; i < bar->members.count; i++) {
    MpRect rect = { members[i].x0, bar->rect.y, members[i].x1 - members[i].x0, bar->rect.height };

    if (rect.width < 3 * width) {
      rect.x = round (rect.x);
      rect.width = width;
      mp_painter_fill_rect (painter, rect, color);
      continue;
    }
    mp_painter_set_color (painter, color);
    cairo_rectangle (painter->cr, rect.x + width / 2, rect.y + width / 2, rect.width - width,
                     rect.height - width);
    cairo_set_dash (painter->cr, NULL, 0, 0);
    cairo_set_line_width (painter->cr, width);
    cairo_stroke (painter->cr);
  }
}

static void
draw_bar_label (const MpPainter *painter, const MpSceneBar *bar, MpRgb color)
{
  MpRect label = bar->label;

  if (label.width <= 0)
    return;
  label = mp_painter_draw_certainty_symbol (painter, bar->certainty, MP_TEXT_BAR, label, color);
  mp_text_draw (painter->text, painter->cr, MP_TEXT_BAR, bar->text, label, MP_ALIGN_START, color);
}

void
mp_painter_draw_bar (const MpPainter *painter, const MpSceneBar *bar, const MpSceneMember *members,
                     double clip_x0, double clip_x1)
{
  cairo_t *cr = painter->cr;
  MpBarLook look = mp_painter_bar_look (painter, bar);
  double unit = painter->metrics->unit;

  if (mp_painter_bar_is_plain (bar, clip_x0, clip_x1)) {
    if (!painter->is_crowded)
      mp_painter_draw_plain_bar (painter, bar, &look);
    mp_painter_draw_bar_badges (painter, bar, look.line);
    draw_bar_label (painter, bar, look.text);
    return;
  }
  cairo_save (cr);
  cairo_rectangle (cr, clip_x0, bar->rect.y - 1, clip_x1 - clip_x0, bar->rect.height + 2);
  cairo_clip (cr);

  cairo_save (cr);
  mp_painter_round_rect (painter, bar->rect, CORNER * unit);
  cairo_clip (cr);
  if (look.has_fill)
    fill_body (painter, bar, &look);
  hatch_uncertain (painter, bar, look.line, clip_x0, clip_x1);
  draw_members (painter, bar, members, look.line);
  if (bar->early.width > 0)
    mp_painter_draw_early_stripe (painter, bar, look.line, clip_x0, clip_x1);
  if (bar->start == MP_EDGE_SHARP && mp_certainty_get (bar->certainty)->body != MP_BODY_OUTLINE)
    mp_painter_fill_rect (
      painter,
      (MpRect) { bar->rect.x, bar->rect.y, MIN (STRIPE * unit, bar->rect.width), bar->rect.height },
      look.line);
  cairo_restore (cr);

  if (has_outline (painter, bar))
    outline (painter, bar, look.line);
  draw_arrows (painter, bar, look.line);
  mp_painter_draw_bar_badges (painter, bar, look.line);
  draw_bar_label (painter, bar, look.text);
  cairo_restore (cr);
}

/* Draws a line from the foot of the phase's bar down to the thin bar. If that is not below, the
 * line turns and is dashed. */
static void
draw_tie (const MpPainter *painter, const MpSceneTrack *track, MpRgb color)
{
  cairo_t *cr = painter->cr;
  const MpRect *rect = &track->bar.rect;
  double y = rect->y + rect->height / 2;
  double x = CLAMP (track->tie_x, rect->x, rect->x + rect->width);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, track->tie_x, track->tie_y);
  cairo_line_to (cr, track->tie_x, x == track->tie_x ? rect->y : y);
  if (x != track->tie_x)
    cairo_line_to (cr, x, y);
  mp_painter_set_color (painter, color);
  cairo_set_line_width (cr, TIE * painter->metrics->unit);
  mp_painter_set_line (painter, x == track->tie_x ? MP_LINE_SOLID : MP_LINE_DASHED);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Draws the time for notice: filled where notice can be given whenever the term ends, hatched where
 * that depends on the end, and with a pennant at the end of the last safe day. */
static void
draw_notice (const MpPainter *painter, const MpSceneTrack *track, MpRgb color, double clip_x0,
             double clip_x1)
{
  cairo_t *cr = painter->cr;
  const MpSceneBar *bar = &track->bar;
  double unit = painter->metrics->unit, x = round (track->tie_x);
  double y = bar->rect.y + bar->rect.height / 2, size = PENNANT * unit;
  double begin = MIN (bar->solid_x0, bar->solid_x1);
  MpRect solid = { begin, bar->rect.y, MAX (0, bar->solid_x1 - bar->solid_x0), bar->rect.height };

  solid.y += unit;
  solid.height -= 2 * unit;
  if (solid.width > 0)
    mp_painter_fill_rect (painter, mp_rect_clip_x (solid, clip_x0, clip_x1), color);
  mp_painter_set_color (painter, color);
  solid = mp_rect_clip_x (bar->rect, MAX (clip_x0, bar->rect.x), MIN (clip_x1, begin));
  if (solid.width > 0)
    mp_painter_hatch (painter, solid, bar->rect.x, THIN_HATCH);
  solid = mp_rect_clip_x (bar->rect, MAX (clip_x0, bar->solid_x1), clip_x1);
  if (solid.width > 0)
    mp_painter_hatch (painter, solid, bar->solid_x1, THIN_HATCH);
  outline (painter, bar, color);

  cairo_new_path (cr);
  cairo_move_to (cr, x, y - size);
  cairo_line_to (cr, x, y + size);
  cairo_line_to (cr, x - 1.4 * size, y);
  cairo_close_path (cr);
  mp_painter_set_color (painter, painter->style->background);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2);
  cairo_stroke_preserve (cr);
  mp_painter_set_color (painter, color);
  cairo_fill (cr);
  mp_painter_fill_rect (painter, (MpRect) { x, y - size, MAX (1, round (1.5 * unit)), 2 * size },
                        color);
}

void
mp_painter_draw_track (const MpPainter *painter, const MpSceneTrack *track, double clip_x0,
                       double clip_x1)
{
  cairo_t *cr = painter->cr;
  MpRgb color = mp_painter_bar_look (painter, &track->bar).line;

  cairo_save (cr);
  cairo_rectangle (cr, clip_x0, track->tie_y - 1, clip_x1 - clip_x0,
                   track->bar.rect.y + track->bar.rect.height + 3 - track->tie_y);
  cairo_clip (cr);
  if (track->kind == MP_TRACK_NOTICE) {
    draw_notice (painter, track, color, clip_x0, clip_x1);
  } else {
    draw_tie (painter, track, color);
    hatch_uncertain (painter, &track->bar, color, clip_x0, clip_x1);
    outline (painter, &track->bar, color);
    draw_arrows (painter, &track->bar, color);
  }
  cairo_restore (cr);
}
