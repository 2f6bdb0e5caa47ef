/* mp-paint-private.h: the parts of painting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
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
  gboolean is_crowded; /* so many bars that nobody sees their corners, which cost most of a frame */
} MpPainter;

void mp_painter_set_color (const MpPainter *painter, MpRgb color);
void mp_painter_fill_rect (const MpPainter *painter, MpRect rect, MpRgb color);

/* Adds to the path, or fills, the parts of an upright line that stand on no words of the scene. */
void mp_painter_add_upright (const MpPainter *painter, const MpScene *scene, MpRect line);
void mp_painter_fill_upright (const MpPainter *painter, const MpScene *scene, MpRect line,
                              MpRgb color);

/* A path; rectangles with round corners are limited to half their size. */
void mp_painter_round_rect (const MpPainter *painter, MpRect rect, double radius);

/* Fills a rectangle with slanting lines in the current source, spacing 1 being those of a bar. They
 * are fixed to origin, not to the rectangle, so that they move with what they belong to. */
void mp_painter_hatch (const MpPainter *painter, MpRect rect, double origin, double spacing);

/* Sets the dashes of the lines that are stroked next. */
void mp_painter_set_line (const MpPainter *painter, MpLine line);

/* Draws the symbol that a certainty has before a label, such as "≠". Returns what is left of the
 * rectangle for the label, all of it where there is no symbol. */
MpRect mp_painter_draw_certainty_symbol (const MpPainter *painter, MpCertainty certainty,
                                         MpTextRole role, MpRect rect, MpRgb color);

/* Paints a bar, with the members of the sets at its ends; nothing is painted left of clip_x0 or
 * right of clip_x1. */
void mp_painter_draw_bar (const MpPainter *painter, const MpSceneBar *bar,
                          const MpSceneMember *members, double clip_x0, double clip_x1);

/* The colours of a bar. */
typedef struct {
  MpRgb fill;
  MpRgb line; /* hatching, outline and stripe */
  MpRgb text;
  gboolean has_fill;
} MpBarLook;

MpBarLook mp_painter_bar_look (const MpPainter *painter, const MpSceneBar *bar);

/* Whether a bar lies between two known days, both in view, and is well known: the most frequent one
 * by far, of which this is the body. */
gboolean mp_painter_bar_is_plain (const MpSceneBar *bar, double clip_x0, double clip_x1);
void mp_painter_draw_plain_bar (const MpPainter *painter, const MpSceneBar *bar,
                                const MpBarLook *look);

/* Paints the bodies of plain bars, of which there are so many that they have square corners, all at
 * once; mp_painter_draw_bar () of a crowded painter leaves them out. */
void mp_painter_draw_crowd (const MpPainter *painter, const MpSceneBar *bars, guint n_bars,
                            double clip_x0, double clip_x1);

/* Paints what another source says about a phase, hollow and tied to its bar, or the time for
 * notice.
 */
void mp_painter_draw_track (const MpPainter *painter, const MpSceneTrack *track, double clip_x0,
                            double clip_x1);

/* The parts of a bar that say what is in doubt about its ends; color is that of its lines. */
void mp_painter_draw_early_stripe (const MpPainter *painter, const MpSceneBar *bar, MpRgb color,
                                   double clip_x0, double clip_x1);
void mp_painter_draw_bar_badges (const MpPainter *painter, const MpSceneBar *bar, MpRgb color);

/* A disc with "?", in the colours of paper. */
void mp_painter_draw_doubt (const MpPainter *painter, MpRect disc, MpRgb color);

/* Paints the places of a milestone, and what joins them. */
void mp_painter_draw_points (const MpPainter *painter, const MpScenePoint *points, guint n_points,
                             MpColor color, guint importance);

/* Paints the stem and the label of a milestone; strongly for a selected one. */
void mp_painter_draw_stem (const MpPainter *painter, const MpSceneMark *mark);
void mp_painter_draw_label (const MpPainter *painter, const MpSceneMark *mark, gboolean selected);

/* Paints the lines of the as-of date and the one before, and then their badges. */
void mp_painter_draw_cursors (const MpPainter *painter, const MpScene *scene);
void mp_painter_draw_cursor_badges (const MpPainter *painter, const MpScene *scene);

/* Paints the round badge that says what became of a term; hollow for what only possibly did. */
void mp_painter_draw_change_badge (const MpPainter *painter, MpRect badge,
                                   const MpComparison *comparison, MpColor color);

/* Paints a stretch of a collapsed topic's row; and the arrow before its title. */
void mp_painter_draw_density (const MpPainter *painter, const MpSceneDensity *density);
void mp_painter_draw_arrow (const MpPainter *painter, const MpSceneRow *row);

/* Paints the numbers of the sources, where the scene has any; those of one milestone's label once
 * more in another colour, when the label has been painted again. */
void mp_painter_draw_numbers (const MpPainter *painter, const MpScene *scene);
void mp_painter_draw_label_numbers (const MpPainter *painter, const MpScene *scene,
                                    guint32 milestone, MpRgb ink);

void mp_painter_draw_cluster (const MpPainter *painter, const MpSceneCluster *cluster,
                              gboolean selected);

G_END_DECLS
