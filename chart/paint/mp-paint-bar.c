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
#define OUTLINE 1.5
#define OPEN_FADE 90 /* the length over which a bar fades towards an open edge */

/* A bar up to this long is drawn as one stamp, if it can; in pixels. */
#define MAX_STAMP 32

/* How much of a soft edge's stretch fades. */
#define SOFT_SHARE 0.8

/* How much of a bar fades towards an unknown edge whose date has no bound at all. */
#define UNKNOWN_SHARE 0.5

/* The opacity of a bar far out at an unknown edge, where it stays possible. */
#define FAINTEST 0.5

/* A stretch shorter than this, in logical pixels, is a rounding error. */
#define LEAST_STRETCH 0.01

/* The opacity of the body where the phase is possibly in force. */
#define POSSIBLE 0.45

/* The most of a bar that may fade towards an open edge, so that some of it is always solid. */
#define OPEN_SHARE 0.4

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

/* Returns the opacity of a bar where it is faintest. */
static double
faintest (MpEdge edge)
{
  return edge == MP_EDGE_UNKNOWN ? FAINTEST : 0;
}

/* Returns a colour that fades where the bar does. */
static MpInk
ink_for (const MpPainter *painter, const MpSceneBar *bar, MpRgb color)
{
  return (MpInk) { .color = color,
                   .alpha = 1,
                   .x0 = bar->faint_x0,
                   .x1 = bar->faint_x1,
                   .in = fade_length (painter, bar, bar->start, bar->solid_x0 - bar->faint_x0),
                   .out = fade_length (painter, bar, bar->end, bar->faint_x1 - bar->solid_x1),
                   .first = faintest (bar->start),
                   .last = faintest (bar->end) };
}

static double
corner (const MpPainter *painter)
{
  return CORNER * painter->metrics->unit;
}

/* Returns the stretch of a bar from begin to end; its corners are round where the bar's are. */
static MpBox
stretch_of (const MpPainter *painter, const MpSceneBar *bar, double begin, double end)
{
  MpBox box = { mp_rect_clip_x (bar->rect, begin, end), corner (painter), MP_ENDS_SQUARE };

  if (begin <= bar->rect.x)
    box.ends |= MP_ENDS_START;
  if (end >= bar->rect.x + bar->rect.width)
    box.ends |= MP_ENDS_END;
  return box;
}

/* --- The body --------------------------------------------------------------------------------- */

/* Hatches a stretch of the bar without its label and numbers, because letters on slanting lines are
 * hard to read. */
static void
hatch_around_words (const MpPainter *painter, const MpSceneBar *bar, const MpInk *ink, double begin,
                    double end)
{
  double gap = WORDS_GAP * painter->metrics->unit, x0, x1;
  MpRect words = bar->label.width > 0 ? bar->label : bar->numbers;

  if (end <= begin)
    return;
  x0 = x1 = end;
  if (words.width > 0) {
    x0 = CLAMP (words.x - gap, begin, end);
    x1 = bar->numbers.width > 0 ? MAX (words.x + words.width, bar->numbers.x + bar->numbers.width)
                                : words.x + words.width;
    x1 = CLAMP (x1 + gap, begin, end);
  }
  if (x0 > begin)
    mp_painter_hatch (painter, stretch_of (painter, bar, begin, x0), begin, 1, ink);
  if (end > x1)
    mp_painter_hatch (painter, stretch_of (painter, bar, x1, end), begin, 1, ink);
}

/* The stretches of a bar: from begin to end its phase is certainly in force, and from x0 to x1
 * possibly. */
typedef struct {
  double x0;
  double begin;
  double end;
  double x1;
} Stretches;

static Stretches
find_stretches (const MpSceneBar *bar)
{
  Stretches all = { .x0 = bar->rect.x, .x1 = bar->rect.x + bar->rect.width };

  all.begin = MIN (bar->solid_x0, all.x1);
  all.end = MAX (bar->solid_x1, all.begin);
  return all;
}

/* Hatches the stretches in which the phase is possibly, but not certainly, in force. */
static void
hatch_uncertain (const MpPainter *painter, const MpSceneBar *bar, MpRgb color)
{
  Stretches all = find_stretches (bar);
  MpInk ink = ink_for (painter, bar, color);

  hatch_around_words (painter, bar, &ink, all.x0, all.begin);
  hatch_around_words (painter, bar, &ink, all.end, all.x1);
}

/* Fills the body from x0 on: solid where the phase is certainly in force, lighter where it is
 * possible. */
static void
fill_body (const MpPainter *painter, const MpSceneBar *bar, MpRgb color, double x0)
{
  Stretches all = find_stretches (bar);
  MpInk ink = ink_for (painter, bar, color);

  mp_painter_fill_box (painter, stretch_of (painter, bar, MAX (all.begin, x0), all.end), &ink);
  ink.alpha = POSSIBLE;
  if (all.begin > x0)
    mp_painter_fill_box (painter, stretch_of (painter, bar, x0, all.begin), &ink);
  if (all.x1 > all.end)
    mp_painter_fill_box (painter, stretch_of (painter, bar, all.end, all.x1), &ink);
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
  MpInk ink = ink_for (painter, bar, color);

  mp_painter_outline_box (painter, (MpBox) { bar->rect, corner (painter), MP_ENDS_ROUND },
                          MAX (1, OUTLINE * painter->metrics->unit),
                          mp_certainty_get (bar->certainty)->line, &ink);
}

/* The head of an arrow at an open edge. */
typedef struct {
  const MpPainter *painter;
  double tip;
  double y;
  double size;
  double width;
  int direction; /* -1 for left, 1 for right */
} Arrow;

static void
draw_arrow (cairo_t *cr, gconstpointer data)
{
  const Arrow *arrow = data;
  double back = arrow->tip - arrow->size * arrow->direction;

  mp_canvas_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, back, arrow->y - arrow->size);
  cairo_line_to (cr, arrow->tip, arrow->y);
  cairo_line_to (cr, back, arrow->y + arrow->size);
  cairo_set_line_width (cr, arrow->width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  mp_canvas_stroke (cr);
  mp_canvas_restore (cr);
}

void
mp_painter_draw_arrow_head (const MpPainter *painter, double tip, double y, double size,
                            double width, int direction)
{
  Arrow arrow = { painter, tip, y, size, width, direction };
  MpRect rect = { direction > 0 ? tip - size : tip, y - size, size, 2 * size };
  MpStampKey key = { draw_arrow, { direction, mp_stamp_length (size), mp_stamp_length (width) } };

  mp_painter_stamp_mask (painter, &key, mp_rect_grow (rect, width), &arrow);
}

static void
draw_arrows (const MpPainter *painter, const MpSceneBar *bar, MpRgb color)
{
  double unit = painter->metrics->unit, y = bar->rect.y + bar->rect.height / 2;
  double size = MIN (ARROW * unit, bar->rect.height * 0.6), width = MAX (1.5, 2 * unit);

  mp_painter_set_color (painter, color);
  if (bar->start == MP_EDGE_OPEN)
    mp_painter_draw_arrow_head (painter, bar->faint_x0, y, size, width, -1);
  if (bar->end == MP_EDGE_OPEN)
    mp_painter_draw_arrow_head (painter, bar->faint_x1, y, size, width, 1);
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
    mp_canvas_stroke (painter->cr);
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

static void
draw_end (const MpPainter *painter, const MpSceneBar *bar)
{
  if (bar->end_text != NULL)
    mp_text_draw (painter->text, painter->cr, MP_TEXT_BAR, bar->end_text, bar->end_label,
                  MP_ALIGN_START, painter->style->dim_text);
}

/* Draws what can lie at any place of the bar, and must not stick out at its corners. */
static void
draw_inside (const MpPainter *painter, const MpSceneBar *bar, const MpSceneMember *members,
             MpRgb color)
{
  if (bar->members.count == 0 && bar->early.width <= 0)
    return;
  mp_canvas_save (painter->cr);
  mp_painter_round_rect (painter, bar->rect, corner (painter));
  mp_canvas_clip (painter->cr);
  draw_members (painter, bar, members, color);
  if (bar->early.width > 0)
    mp_painter_draw_early_stripe (painter, bar, color);
  mp_canvas_restore (painter->cr);
}

static gboolean
has_stripe (const MpSceneBar *bar)
{
  return bar->start == MP_EDGE_SHARP && mp_certainty_get (bar->certainty)->body != MP_BODY_OUTLINE;
}

static void
draw_body (const MpPainter *painter, const MpSceneBar *bar, const MpSceneMember *members,
           const MpBarLook *look)
{
  double stripe = MIN (STRIPE * painter->metrics->unit, bar->rect.width);

  if (look->has_fill)
    fill_body (painter, bar, look->fill, has_stripe (bar) ? bar->rect.x + stripe : bar->rect.x);
  hatch_uncertain (painter, bar, look->line);
  draw_inside (painter, bar, members, look->line);
  if (has_stripe (bar)) {
    MpInk ink = mp_ink_plain (look->line);

    mp_painter_fill_box (painter, stretch_of (painter, bar, bar->rect.x, bar->rect.x + stripe),
                         &ink);
  }
  if (has_outline (painter, bar))
    outline (painter, bar, look->line);
}

/* Where there are hundreds of bars, most are short and begin and end on known days. Each of these
 * is one stamp instead of up to five. */
static gboolean
is_one_stamp (const MpPainter *painter, const MpSceneBar *bar)
{
  const MpRect *rect = &bar->rect;

  return painter->pixels.has_pixels && rect->width * painter->pixels.scale <= MAX_STAMP &&
         bar->start == MP_EDGE_SHARP && bar->end == MP_EDGE_SHARP && bar->members.count == 0 &&
         bar->early.width <= 0 && rect->x >= painter->x0 && rect->x + rect->width <= painter->x1;
}

/* A bar for a stamp. */
typedef struct {
  const MpPainter *painter;
  const MpSceneBar *bar;
  MpBarLook look;
} Short;

static void
draw_short (cairo_t *cr, gconstpointer data)
{
  const Short *all = data;
  MpPainter painter = mp_painter_on (all->painter, cr);

  draw_body (&painter, all->bar, NULL, &all->look);
}

static void
put_short (const MpPainter *painter, const MpSceneBar *bar, const MpBarLook *look)
{
  MpSceneBar rounded = *bar;
  Short all = { painter, &rounded, *look };
  guint flags = (guint) look->has_fill | (guint) has_stripe (bar) << 1 |
                (guint) has_outline (painter, bar) << 2;
  MpStampKey key = { draw_short,
                     { mp_stamp_color (look->fill), mp_stamp_color (look->line), (gint32) flags,
                       (gint32) mp_certainty_get (bar->certainty)->line,
                       mp_stamp_length (corner (painter)) } };

  rounded.rect = mp_pixels_round (&painter->pixels, bar->rect);
  rounded.solid_x0 = rounded.faint_x0 = rounded.rect.x;
  rounded.solid_x1 = rounded.faint_x1 = rounded.rect.x + rounded.rect.width;
  mp_painter_stamp (painter, &key, rounded.rect, &all);
}

void
mp_painter_draw_bar (const MpPainter *painter, const MpSceneBar *bar, const MpSceneMember *members)
{
  MpBarLook look = mp_painter_bar_look (painter, bar);

  if (is_one_stamp (painter, bar))
    put_short (painter, bar, &look);
  else
    draw_body (painter, bar, members, &look);
  draw_arrows (painter, bar, look.line);
  mp_painter_draw_bar_badges (painter, bar, look.line);
  draw_bar_label (painter, bar, look.text);
  draw_end (painter, bar);
}

/* --- Thin bars -------------------------------------------------------------------------------- */

/* Draws a line from the foot of the phase's bar down to the thin bar. If that is not below, the
 * line turns and is dashed. */
static void
draw_tie (const MpPainter *painter, const MpSceneTrack *track, MpRgb color)
{
  cairo_t *cr = painter->cr;
  const MpRect *rect = &track->bar.rect;
  double y = rect->y + rect->height / 2;
  double x = CLAMP (track->tie_x, rect->x, rect->x + rect->width);

  mp_canvas_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, track->tie_x, track->tie_y);
  cairo_line_to (cr, track->tie_x, x == track->tie_x ? rect->y : y);
  if (x != track->tie_x)
    cairo_line_to (cr, x, y);
  mp_painter_set_color (painter, color);
  cairo_set_line_width (cr, TIE * painter->metrics->unit);
  mp_painter_set_line (painter, x == track->tie_x ? MP_LINE_SOLID : MP_LINE_DASHED);
  mp_canvas_stroke (cr);
  mp_canvas_restore (cr);
}

/* A pennant whose straight side is at x. */
typedef struct {
  const MpPainter *painter;
  double x;
  double y;
  MpRgb ink;
} Pennant;

static void
draw_pennant (cairo_t *cr, gconstpointer data)
{
  const Pennant *pennant = data;
  MpPainter painter = mp_painter_on (pennant->painter, cr);
  double unit = painter.metrics->unit, size = PENNANT * unit;

  cairo_new_path (cr);
  cairo_move_to (cr, pennant->x, pennant->y - size);
  cairo_line_to (cr, pennant->x, pennant->y + size);
  cairo_line_to (cr, pennant->x - 1.4 * size, pennant->y);
  cairo_close_path (cr);
  mp_painter_set_color (&painter, painter.style->background);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2);
  mp_canvas_stroke_preserve (cr);
  mp_painter_set_color (&painter, pennant->ink);
  mp_canvas_fill (cr);
  mp_painter_fill_rect (
    &painter, (MpRect) { pennant->x, pennant->y - size, MAX (1, round (1.5 * unit)), 2 * size },
    pennant->ink);
}

/* Draws the time for notice: filled where notice can be given whenever the term ends, hatched where
 * that depends on the end, and with a pennant at the end of the last safe day. */
static void
draw_notice (const MpPainter *painter, const MpSceneTrack *track, MpRgb color)
{
  const MpSceneBar *bar = &track->bar;
  double unit = painter->metrics->unit, size = PENNANT * unit;
  double x1 = bar->rect.x + bar->rect.width, begin = MIN (bar->solid_x0, bar->solid_x1);
  Pennant pennant = { painter, round (track->tie_x), bar->rect.y + bar->rect.height / 2, color };
  MpStampKey key = { draw_pennant, { mp_stamp_color (color) } };
  MpRect rect = { pennant.x - 1.4 * size, pennant.y - size, 1.4 * size, 2 * size };
  MpRect solid = { begin, bar->rect.y + unit, MAX (0, bar->solid_x1 - begin),
                   bar->rect.height - 2 * unit };
  MpInk ink = mp_ink_plain (color);

  mp_painter_fill_rect (painter, solid, color);
  mp_painter_hatch (painter, stretch_of (painter, bar, bar->rect.x, begin), bar->rect.x, THIN_HATCH,
                    &ink);
  mp_painter_hatch (painter, stretch_of (painter, bar, bar->solid_x1, x1), bar->solid_x1,
                    THIN_HATCH, &ink);
  outline (painter, bar, color);
  mp_painter_stamp (painter, &key, mp_rect_grow (rect, 4), &pennant);
}

void
mp_painter_draw_track (const MpPainter *painter, const MpSceneTrack *track)
{
  MpRgb color = mp_painter_bar_look (painter, &track->bar).line;

  if (track->kind == MP_TRACK_NOTICE) {
    draw_notice (painter, track, color);
    return;
  }
  draw_tie (painter, track, color);
  hatch_uncertain (painter, &track->bar, color);
  outline (painter, &track->bar, color);
  draw_arrows (painter, &track->bar, color);
}
