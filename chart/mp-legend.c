/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-legend.h"

#include "mp-paint-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels. */
#define BAR_WIDTH 34
#define MARK_WIDTH 18
#define SAMPLE_HEIGHT 14
#define GAP 8
#define SPACE 22
#define LINE_HEIGHT 22

/* A sign is a bar, a mark, or both side by side where both show the same. */
typedef struct {
  const char *words;
  gboolean has_bar;
  gboolean has_mark;
  MpEdge start;
  MpEdge end;
  MpTense tense;
  MpCertainty certainty;
  gboolean is_soft;
} Sign;

static const Sign signs[] = {
  { N_ ("In force"), TRUE, FALSE, MP_EDGE_SHARP, MP_EDGE_SHARP, MP_TENSE_PRESENT,
    MP_CERTAINTY_STATED, FALSE },
  { N_ ("To come"), TRUE, FALSE, MP_EDGE_SHARP, MP_EDGE_SHARP, MP_TENSE_FUTURE, MP_CERTAINTY_STATED,
    FALSE },
  { N_ ("Over"), TRUE, FALSE, MP_EDGE_SHARP, MP_EDGE_SHARP, MP_TENSE_PAST, MP_CERTAINTY_STATED,
    FALSE },
  { N_ ("Ends within this time"), TRUE, FALSE, MP_EDGE_SHARP, MP_EDGE_HATCHED, MP_TENSE_PRESENT,
    MP_CERTAINTY_STATED, FALSE },
  { N_ ("Not published when"), TRUE, FALSE, MP_EDGE_UNKNOWN, MP_EDGE_SHARP, MP_TENSE_PRESENT,
    MP_CERTAINTY_STATED, FALSE },
  { N_ ("No end"), TRUE, FALSE, MP_EDGE_SHARP, MP_EDGE_OPEN, MP_TENSE_PRESENT, MP_CERTAINTY_STATED,
    FALSE },
  { N_ ("About then"), FALSE, TRUE, MP_EDGE_SHARP, MP_EDGE_SHARP, MP_TENSE_PRESENT,
    MP_CERTAINTY_STATED, TRUE },
  { N_ ("Reported by the press"), TRUE, TRUE, MP_EDGE_SHARP, MP_EDGE_SHARP, MP_TENSE_PRESENT,
    MP_CERTAINTY_REPORTED, FALSE },
  { N_ ("Claimed by one source"), TRUE, TRUE, MP_EDGE_SHARP, MP_EDGE_SHARP, MP_TENSE_PRESENT,
    MP_CERTAINTY_CLAIMED, FALSE },
  { N_ ("Sources disagree"), TRUE, TRUE, MP_EDGE_SHARP, MP_EDGE_SHARP, MP_TENSE_PRESENT,
    MP_CERTAINTY_DISPUTED, FALSE },
};

guint
mp_legend_n_signs (void)
{
  return G_N_ELEMENTS (signs);
}

const char *
mp_legend_words (guint sign)
{
  g_return_val_if_fail (sign < G_N_ELEMENTS (signs), NULL);
  return _ (signs[sign].words);
}

static void
paint_bar_sample (const MpPainter *painter, const Sign *sign, MpRect rect)
{
  MpSceneBar bar = {
    .rect = rect,
    .solid_x0 = rect.x,
    .solid_x1 = rect.x + rect.width * (sign->end == MP_EDGE_HATCHED ? 0.45 : 1),
    .start = sign->start,
    .end = sign->end,
    .tense = sign->tense,
    .certainty = sign->certainty,
    .color = MP_COLOR_BLUE,
  };

  mp_painter_draw_bar (painter, &bar, NULL, rect.x, rect.x + rect.width);
  if (sign->certainty == MP_CERTAINTY_DISPUTED)
    mp_text_draw (painter->text, painter->cr, MP_TEXT_NOTE, "≠", rect, MP_ALIGN_MIDDLE,
                  painter->style->text);
}

static void
paint_mark_sample (const MpPainter *painter, const Sign *sign, MpRect rect)
{
  double size = painter->metrics->mark_size;
  MpSceneSpot spot = {
    .x = rect.x + rect.width / 2,
    .rect = { rect.x + (rect.width - size) / 2, rect.y + (rect.height - size) / 2, size, size },
    .start = sign->is_soft ? MP_EDGE_SOFT : MP_EDGE_SHARP,
    .certainty = sign->certainty,
  };

  mp_painter_draw_spots (painter, &spot, 1, MP_COLOR_BLUE, 1);
}

static double
sample_width (const Sign *sign, double unit)
{
  return ((sign->has_bar ? BAR_WIDTH : 0) + (sign->has_mark ? MARK_WIDTH : 0)) * unit;
}

static void
paint_sample (const MpPainter *painter, const Sign *sign, MpRect rect)
{
  double unit = painter->metrics->unit;

  if (sign->has_bar)
    paint_bar_sample (painter, sign,
                      (MpRect) { rect.x, rect.y, round (BAR_WIDTH * unit), rect.height });
  if (sign->has_mark)
    paint_mark_sample (painter, sign,
                       (MpRect) { rect.x + rect.width - round (MARK_WIDTH * unit), rect.y,
                                  round (MARK_WIDTH * unit), rect.height });
}

/* Walks over the signs, line by line; paints where there is a painter. Returns the height. */
static double
flow (const MpPainter *painter, MpText *text, double x, double y, double width)
{
  MpMeasure measure = mp_text_get_measure (text);
  double unit = measure.unit, at = x, top = y;
  double line = ceil (LINE_HEIGHT * unit);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    double sample = sample_width (&signs[i], unit);
    double words = ceil (mp_measure (measure, MP_TEXT_NOTE, mp_legend_words (i)).width);
    double advance = sample + GAP * unit + words;

    if (at > x && at + advance > x + width) {
      at = x;
      y += line;
    }
    if (painter != NULL) {
      MpRect rect = { round (at), round (y + (line - SAMPLE_HEIGHT * unit) / 2), round (sample),
                      round (SAMPLE_HEIGHT * unit) };

      paint_sample (painter, &signs[i], rect);
      mp_text_draw (text, painter->cr, MP_TEXT_NOTE, mp_legend_words (i),
                    (MpRect) { at + sample + GAP * unit, y, MIN (words, width), line },
                    MP_ALIGN_START, painter->style->dim_text);
    }
    at += advance + SPACE * unit;
  }
  return y + line - top;
}

double
mp_legend_height (MpText *text, double width)
{
  return flow (NULL, text, 0, 0, width);
}

void
mp_legend_paint (cairo_t *cr, const MpStyle *style, MpText *text, double x, double y, double width)
{
  MpMetrics metrics = mp_metrics_new (mp_text_get_measure (text));
  MpPainter painter = { cr, style, text, &metrics };

  cairo_save (cr);
  flow (&painter, text, x, y, width);
  cairo_restore (cr);
}
