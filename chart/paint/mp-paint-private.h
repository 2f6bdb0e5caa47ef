/* mp-paint-private.h: the functions that paint the parts of a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lengths and places are logical pixels, as in the scene. Straight edges are moved to where pixels
 * meet, and what has curves is painted with stamps; see mp-pixels.h and mp-stamps.h.
 */
#pragma once

#include "mp-canvas.h"
#include "mp-certainty.h"
#include "mp-color.h"
#include "mp-paint.h"

G_BEGIN_DECLS

/* What every painting function needs; all borrowed. */
typedef struct {
  cairo_t *cr;
  const MpStyle *style;
  MpText *text;
  const MpMetrics *metrics; /* NULL where only shapes are painted that do not need them */
  MpPixels pixels;
  double x0; /* what lies left of this is not seen */
  double x1; /* the same for the right */
} MpPainter;

/* Returns a painter that is valid until the matrix of cr changes. */
MpPainter mp_painter_new (cairo_t *cr, const MpStyle *style, MpText *text,
                          const MpMetrics *metrics);

/* Clips to a rectangle, and returns a painter that knows of it. The caller ends this with
 * cairo_restore (). */
MpPainter mp_painter_clip (const MpPainter *painter, MpRect rect);

/* Returns a painter that paints on cr instead; for the function that draws a stamp. */
MpPainter mp_painter_on (const MpPainter *painter, cairo_t *cr);

/* Puts a stamp, which draw draws in its colours or, for the second, in those of the source. data
 * must have the painter as its first member. */
void mp_painter_stamp (const MpPainter *painter, const MpStampKey *key, MpRect rect,
                       gconstpointer data);
void mp_painter_stamp_mask (const MpPainter *painter, const MpStampKey *key, MpRect rect,
                            gconstpointer data);

/* --- Colours ---------------------------------------------------------------------------------- */

/* A colour that may fade towards the ends of a stretch. */
typedef struct {
  MpRgb color;
  double alpha; /* where it does not fade */
  double x0;    /* the stretch */
  double x1;
  double in; /* the length over which it fades in from x0; 0 for none */
  double out;
  double first; /* the share of alpha at x0 and at x1, if it fades there */
  double last;
} MpInk;

MpInk mp_ink_plain (MpRgb color);
gboolean mp_ink_fades (const MpInk *ink);

void mp_painter_set_color (const MpPainter *painter, MpRgb color);
void mp_painter_set_ink (const MpPainter *painter, const MpInk *ink);

/* --- Shapes ----------------------------------------------------------------------------------- */

/* Which ends of a rectangle have round corners. */
typedef enum {
  MP_ENDS_SQUARE = 0,
  MP_ENDS_START = 1 << 0,
  MP_ENDS_END = 1 << 1,
  MP_ENDS_ROUND = MP_ENDS_START | MP_ENDS_END,
} MpEnds;

/* A rectangle whose corners may be round. */
typedef struct {
  MpRect rect;
  double radius; /* is limited to half of the shorter side */
  MpEnds ends;
} MpBox;

void mp_painter_fill_rect (const MpPainter *painter, MpRect rect, MpRgb color);

/* Fills a line, as wide wherever it is. */
void mp_painter_fill_line (const MpPainter *painter, MpRect line, MpRgb color);

/* Fills the stretches of a vertical line that cross no words of the scene. */
void mp_painter_fill_upright (const MpPainter *painter, const MpScene *scene, MpRect line,
                              MpRgb color);

/* Strokes a line from top to bottom in the colour that is set, but leaves words out. Its dashes, if
 * it has any, are those of one line from the top, so that they do not shift when words come in
 * between. */
void mp_painter_stroke_upright (const MpPainter *painter, const MpScene *scene, double x,
                                double top, double bottom, gboolean is_dashed);

/* Adds a rectangle with round corners to the path. */
void mp_painter_round_rect (const MpPainter *painter, MpRect rect, double radius);

void mp_painter_fill_box (const MpPainter *painter, MpBox box, const MpInk *ink);

/* Paints an outline, which lies within the box. */
void mp_painter_outline_box (const MpPainter *painter, MpBox box, double width, MpLine line,
                             const MpInk *ink);

/* Paints a box with an outline, both in one colour. */
void mp_painter_draw_box (const MpPainter *painter, MpBox box, MpRgb fill, double width,
                          MpLine line, MpRgb color);

/* The same for a box whose ends are half discs. */
void mp_painter_fill_pill (const MpPainter *painter, MpRect rect, MpRgb color);
void mp_painter_outline_pill (const MpPainter *painter, MpRect rect, double width, MpRgb color);

/* Paints a disc or, if line is not 0, a circle with a line of this width, which lies within the
 * radius. */
void mp_painter_draw_disc (const MpPainter *painter, double x, double y, double radius, double line,
                           MpRgb color);

/* Fills a box with slanting lines; spacing is relative to that of bars. One of the lines goes
 * through the foot of the box at x = origin: if origin is a place of the whole bar, the lines stay
 * where they are when the box is only a part of it. */
void mp_painter_hatch (const MpPainter *painter, MpBox box, double origin, double spacing,
                       const MpInk *ink);

/* Stores the lengths of dashes and of the gaps between them. Returns FALSE for a solid line. */
gboolean mp_painter_find_dashes (const MpPainter *painter, MpLine line, double *dash, double *gap);

/* Sets the dashes for the next stroke. */
void mp_painter_set_line (const MpPainter *painter, MpLine line);

/* --- Parts of a scene ------------------------------------------------------------------------- */

/* Paints the symbol that a certainty has before a label, such as "≠". Returns the rest of the
 * rectangle for the label; the whole rectangle if the certainty has no symbol. */
MpRect mp_painter_draw_certainty_symbol (const MpPainter *painter, MpCertainty certainty,
                                         MpTextRole role, MpRect rect, MpRgb color);

/* Paints a bar with its badges, its label and the words behind it, within the plot. members are
 * bar->members.count elements. */
void mp_painter_draw_bar (const MpPainter *painter, const MpSceneBar *bar,
                          const MpSceneMember *members);

/* The colours of a bar. */
typedef struct {
  MpRgb fill;
  MpRgb line; /* hatching, outline, stripe and badges */
  MpRgb text;
  gboolean has_fill; /* the body is filled, not hollow */
} MpBarLook;

MpBarLook mp_painter_bar_look (const MpPainter *painter, const MpSceneBar *bar);

/* Paints a thin bar: what another source says about a phase, hollow and tied to the phase's bar, or
 * the time for notice. */
void mp_painter_draw_track (const MpPainter *painter, const MpSceneTrack *track);

/* Paints a hatched stripe along the foot of a bar, where its phase may end early. */
void mp_painter_draw_early_stripe (const MpPainter *painter, const MpSceneBar *bar, MpRgb color);

/* Paints the head of an arrow at an open edge in the source; direction is -1 for left, 1 for right.
 */
void mp_painter_draw_arrow_head (const MpPainter *painter, double tip, double y, double size,
                                 double width, int direction);

/* Paints the badges that a bar has: those of doubt, and the one of an early end. */
void mp_painter_draw_bar_badges (const MpPainter *painter, const MpSceneBar *bar, MpRgb color);

/* Paints "?" in a disc of the background's colour. */
void mp_painter_draw_doubt (const MpPainter *painter, MpRect disc, MpRgb color);

/* Paints the points of a milestone, the one of its date first, and the lines that join them. */
void mp_painter_draw_points (const MpPainter *painter, const MpScenePoint *points, guint n_points,
                             MpColor color, guint importance);

/* How the label of a milestone or a cluster looks. */
typedef enum {
  MP_MARK_PLAIN,
  MP_MARK_SELECTED,
  MP_MARK_TINTED,  /* the last change */
  MP_MARK_COVERED, /* it will be painted over as selected: without words, which would be there twice
                    * in a file of shapes */
} MpMarkLook;

/* Paint the stem and the label of a milestone; nothing for a bare mark. */
void mp_painter_draw_stem (const MpPainter *painter, const MpSceneMark *mark);
void mp_painter_draw_label (const MpPainter *painter, const MpSceneMark *mark, MpMarkLook look);

/* Paint the lines of the as-of date and of the date before, and their badges. Marks are painted
 * between the two. */
void mp_painter_draw_cursors (const MpPainter *painter, const MpScene *scene);
void mp_painter_draw_cursor_badges (const MpPainter *painter, const MpScene *scene);

/* Paints the round badge of a change kind; hollow if the term is the same or only possibly changed.
 */
void mp_painter_draw_change_badge (const MpPainter *painter, MpRect badge,
                                   const MpComparison *comparison, MpColor color);

/* Paints a stretch of a collapsed topic's row. */
void mp_painter_draw_density (const MpPainter *painter, const MpSceneDensity *density);

/* Paints a crowd: the more phases touch a cell, the darker it is. cells are crowd->cells.count
 * elements. */
void mp_painter_draw_crowd (const MpPainter *painter, const MpSceneCrowd *crowd,
                            const MpCrowdCell *cells);

/* Paints edges at the top and at the foot of a stretch, for high contrast. It has none at its ends,
 * because it continues in its neighbours. */
void mp_painter_draw_edges (const MpPainter *painter, MpRect rect, MpRgb color);

/* Paints the arrow before the title of a collapsed topic. */
void mp_painter_draw_arrow (const MpPainter *painter, const MpSceneRow *row);

/* Paints the numbers of all sources in the scene, which can have none, but for those on the label
 * of a milestone that will be painted as selected, or MP_NONE. */
void mp_painter_draw_numbers (const MpPainter *painter, const MpScene *scene, guint32 milestone);

/* Paints the numbers on the label of a milestone that has been painted as selected. */
void mp_painter_draw_label_numbers (const MpPainter *painter, const MpScene *scene,
                                    guint32 milestone, MpRgb ink);

/* Paints a cluster and its count. */
void mp_painter_draw_cluster (const MpPainter *painter, const MpSceneCluster *cluster,
                              MpMarkLook look);

G_END_DECLS
