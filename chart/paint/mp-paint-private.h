/* mp-paint-private.h: the functions that paint the parts of a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lengths and places are logical pixels, as in the scene. A function that has clip_x0 and clip_x1
 * paints nothing left of the first or right of the second; these are the edges of the plot.
 */
#pragma once

#include "mp-certainty.h"
#include "mp-color.h"
#include "mp-paint.h"

G_BEGIN_DECLS

/* What every painting function needs; all borrowed. */
typedef struct {
  cairo_t *cr;
  const MpStyle *style;
  MpText *text;
  const MpMetrics *metrics;
  gboolean is_crowded; /* there are so many bars that they get square corners, which are faster */
} MpPainter;

void mp_painter_set_color (const MpPainter *painter, MpRgb color);
void mp_painter_fill_rect (const MpPainter *painter, MpRect rect, MpRgb color);

/* Add to the path, or fill, the stretches of a vertical line that cross no words of the scene. */
void mp_painter_add_upright (const MpPainter *painter, const MpScene *scene, MpRect line);
void mp_painter_fill_upright (const MpPainter *painter, const MpScene *scene, MpRect line,
                              MpRgb color);

/* Adds a rectangle with round corners to the path. The radius is limited to half of the shorter
 * side. */
void mp_painter_round_rect (const MpPainter *painter, MpRect rect, double radius);

/* Fills a rectangle with slanting lines in the current source; spacing is relative to that of bars.
 * One of the lines goes through the foot of the rectangle at x = origin: if origin is a place of
 * the whole bar, the lines stay where they are when rect is only the part of it in view. */
void mp_painter_hatch (const MpPainter *painter, MpRect rect, double origin, double spacing);

/* Sets the dashes for the next stroke. */
void mp_painter_set_line (const MpPainter *painter, MpLine line);

/* Paints the symbol that a certainty has before a label, such as "≠". Returns the rest of the
 * rectangle for the label; the whole rectangle if the certainty has no symbol. */
MpRect mp_painter_draw_certainty_symbol (const MpPainter *painter, MpCertainty certainty,
                                         MpTextRole role, MpRect rect, MpRgb color);

/* Paints a bar with its badges and its label. members are bar->members.count elements. */
void mp_painter_draw_bar (const MpPainter *painter, const MpSceneBar *bar,
                          const MpSceneMember *members, double clip_x0, double clip_x1);

/* The colours of a bar. */
typedef struct {
  MpRgb fill;
  MpRgb line; /* hatching, outline, stripe and badges */
  MpRgb text;
  gboolean has_fill; /* the body is filled, not hollow */
} MpBarLook;

MpBarLook mp_painter_bar_look (const MpPainter *painter, const MpSceneBar *bar);

/* Returns whether a bar lies between two known days, both in view, and is fully certain. Nearly all
 * bars are plain, and a plain bar is painted much faster than any other. */
gboolean mp_painter_bar_is_plain (const MpSceneBar *bar, double clip_x0, double clip_x1);

/* Paints the body of a plain bar, without its badges and its label. */
void mp_painter_draw_plain_bar (const MpPainter *painter, const MpSceneBar *bar,
                                const MpBarLook *look);

/* Paints the bodies of all plain bars with square corners, and leaves out the other bars. A crowded
 * painter does this first; its mp_painter_draw_bar () then leaves out these bodies. */
void mp_painter_draw_square_bars (const MpPainter *painter, const MpSceneBar *bars, guint n_bars,
                                  double clip_x0, double clip_x1);

/* Paints a thin bar: what another source says about a phase, hollow and tied to the phase's bar, or
 * the time for notice. */
void mp_painter_draw_track (const MpPainter *painter, const MpSceneTrack *track, double clip_x0,
                            double clip_x1);

/* Paints a hatched stripe along the foot of a bar, where its phase may end early. */
void mp_painter_draw_early_stripe (const MpPainter *painter, const MpSceneBar *bar, MpRgb color,
                                   double clip_x0, double clip_x1);

/* Paints the badges that a bar has: those of doubt, and the one of an early end. */
void mp_painter_draw_bar_badges (const MpPainter *painter, const MpSceneBar *bar, MpRgb color);

/* Paints "?" in a disc of the background's colour. */
void mp_painter_draw_doubt (const MpPainter *painter, MpRect disc, MpRgb color);

/* Paints the points of a milestone, the one of its date first, and the lines that join them. */
void mp_painter_draw_points (const MpPainter *painter, const MpScenePoint *points, guint n_points,
                             MpColor color, guint importance);

/* Paint the stem and the label of a milestone; nothing for a bare mark. */
void mp_painter_draw_stem (const MpPainter *painter, const MpSceneMark *mark);
void mp_painter_draw_label (const MpPainter *painter, const MpSceneMark *mark, gboolean selected);

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

/* Paints the numbers of all sources in the scene, which can have none. */
void mp_painter_draw_numbers (const MpPainter *painter, const MpScene *scene);

/* Paints the numbers on one milestone's label again, after the label has been painted as selected.
 */
void mp_painter_draw_label_numbers (const MpPainter *painter, const MpScene *scene,
                                    guint32 milestone, MpRgb ink);

/* Paints a cluster and its count. */
void mp_painter_draw_cluster (const MpPainter *painter, const MpSceneCluster *cluster,
                              gboolean selected);

G_END_DECLS
