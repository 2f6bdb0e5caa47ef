/* mp-paint-matches.c: paints what a search has found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include "mp-agreement.h"

#include <math.h>

/* The opacity of the veil over what is no result. */
#define VEIL 0.66

/* In design pixels. */
#define OUTLINE 1.6
#define STRONG_OUTLINE 3 /* in high contrast, where every shape has an outline */
#define RADIUS 5

typedef void (*MatchFunc) (const MpPainter *painter, MpRect rect, cairo_region_t *veiled);

static gboolean
has_member (const MpScene *scene, const MpSceneCluster *cluster, const MpMatches *matches)
{
  guint at = 0;
  guint32 milestone;

  while (mp_scene_next_member (scene, cluster, &at, &milestone))
    if (mp_bits_has (matches->milestones, milestone))
      return TRUE;
  return FALSE;
}

/* Calls a function for the rectangle of each result in the band. */
static void
each_milestone (const MpPainter *painter, const MpScene *scene, const MpMatches *matches,
                MatchFunc call, cairo_region_t *veiled)
{
  for (guint i = 0; i < scene->n_clusters; i++) {
    MpSceneCluster *cluster = &scene->clusters[i];

    if (has_member (scene, cluster, matches))
      call (painter, mp_rect_grow (cluster->rect, 2), veiled);
  }
  for (guint i = 0; i < scene->n_marks; i++) {
    MpSceneMark *mark = &scene->marks[i];

    if (!mp_bits_has (matches->milestones, mark->milestone))
      continue;
    call (painter, mp_rect_grow (mark->mark, 3), veiled);
    if (mark->label.width > 0)
      call (painter, mark->label, veiled);
  }
}

/* Returns whether a result begins in a cell of a crowd. */
static gboolean
cell_has_match (const MpScene *scene, const MpSceneCrowd *crowd, guint cell,
                const MpMatches *matches)
{
  const MpCrowdCell *at = &scene->cells[crowd->cells.first + cell];
  MpRun run = mp_agreement_terms (scene->layout->agreement, NULL)[crowd->term].phases;
  guint last = cell + 1 < crowd->cells.count ? at[1].first : at->first + at->count;

  return mp_bits_have_any (matches->phases, run.first + at->first,
                           run.first + MIN (last, run.count));
}

/* Calls a function for the rectangle of the cells side by side in which results begin. */
static void
each_in_crowd (const MpPainter *painter, const MpScene *scene, const MpSceneCrowd *crowd,
               const MpMatches *matches, MatchFunc call, cairo_region_t *veiled)
{
  for (guint from = 0, until; from < crowd->cells.count; from = until) {
    double x = crowd->cells_x + from * crowd->cell;

    until = from + 1;
    if (!cell_has_match (scene, crowd, from, matches))
      continue;
    while (until < crowd->cells.count && cell_has_match (scene, crowd, until, matches))
      until++;
    call (painter, mp_rect_clip_x (crowd->rect, x, x + (until - from) * crowd->cell), veiled);
  }
}

static void
each_phase (const MpPainter *painter, const MpScene *scene, const MpMatches *matches,
            MatchFunc call, cairo_region_t *veiled)
{
  for (guint i = 0; i < scene->n_bars; i++) {
    MpSceneBar *bar = &scene->bars[i];

    if (mp_bits_has (matches->phases, bar->phase))
      call (painter, bar->visible, veiled);
  }
  for (guint i = 0; i < scene->n_crowds; i++)
    each_in_crowd (painter, scene, &scene->crowds[i], matches, call, veiled);
}

/* A rectangle in pixels. */
static cairo_rectangle_int_t
to_pixels (const MpPainter *painter, MpRect rect)
{
  double scale = painter->pixels.scale;

  rect = mp_pixels_round (&painter->pixels, rect);
  return (cairo_rectangle_int_t) { (int) round (rect.x * scale), (int) round (rect.y * scale),
                                   (int) round (rect.width * scale),
                                   (int) round (rect.height * scale) };
}

static void
add_hole (const MpPainter *painter, MpRect rect, cairo_region_t *veiled)
{
  cairo_rectangle_int_t hole = to_pixels (painter, mp_rect_clip_x (rect, painter->x0, painter->x1));

  cairo_region_subtract_rectangle (veiled, &hole);
}

static void
draw_outline (const MpPainter *painter, MpRect rect, cairo_region_t *veiled)
{
  double unit = painter->metrics->unit;
  double width = (painter->style->has_outlines ? STRONG_OUTLINE : OUTLINE) * unit;
  MpBox box = { mp_rect_grow (rect, round (width / 2)), RADIUS * unit, MP_ENDS_ROUND };
  MpInk ink = mp_ink_plain (painter->style->text);

  (void) veiled;
  mp_painter_outline_box (painter, box, width, MP_LINE_SOLID, &ink);
}

/* Paints a veil of the background's colour over a part, with a hole for each result. Holes can
 * overlap, so they are taken out of a region: with an even-odd path, the veil would fill them again
 * where two of them cross. */
static void
veil (const MpPainter *painter, const MpScene *scene, const MpMatches *matches, MpRect part,
      gboolean band)
{
  cairo_rectangle_int_t all = to_pixels (painter, part), rect;
  cairo_region_t *veiled = cairo_region_create_rectangle (&all);
  MpInk ink = { .color = painter->style->background, .alpha = VEIL };
  double scale = painter->pixels.scale;

  (band ? each_milestone : each_phase) (painter, scene, matches, add_hole, veiled);
  for (guint i = 0; i < scene->n_bars && !band; i++)
    if (mp_bits_has (matches->phases, scene->bars[i].phase))
      add_hole (painter, scene->bars[i].end_label, veiled);
  /* The badge of today hangs from the axis into the band, and stays clear. */
  if (band && scene->today_visible)
    add_hole (painter, scene->today_badge, veiled);
  mp_painter_set_ink (painter, &ink);
  for (int i = 0; i < cairo_region_num_rectangles (veiled); i++) {
    cairo_region_get_rectangle (veiled, i, &rect);
    cairo_rectangle (painter->cr, rect.x / scale, rect.y / scale, rect.width / scale,
                     rect.height / scale);
    mp_canvas_fill (painter->cr);
  }
  cairo_region_destroy (veiled);
}

/* Paints the results in a part of the plot. In high contrast no text is dimmed, and only outlines
 * show the results. */
static void
paint_part (const MpPainter *painter, const MpScene *scene, const MpMatches *matches, MpRect part,
            gboolean band, gboolean has_outlines)
{
  MpPainter clipped;

  if (part.width <= 0 || part.height <= 0)
    return;
  clipped = mp_painter_clip (painter, part);
  if (!painter->style->has_outlines)
    veil (&clipped, scene, matches, part, band);
  if (has_outlines)
    (band ? each_milestone : each_phase) (&clipped, scene, matches, draw_outline, NULL);
  mp_canvas_restore (painter->cr);
}

static void
paint (const MpPainter *painter, const MpScene *scene, const MpMatches *matches,
       gboolean has_outlines)
{
  paint_part (painter, scene, matches, scene->band, TRUE, has_outlines);
  paint_part (painter, scene, matches,
              mp_rect_clip_x (scene->rows, scene->plot.x, scene->plot.x + scene->plot.width), FALSE,
              has_outlines);
}

void
mp_paint_matches (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                  const MpMatches *matches)
{
  MpPainter painter = mp_painter_new (cr, style, text, &scene->layout->metrics);

  paint (&painter, scene, matches, TRUE);
}

void
mp_paint_told (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
               const MpMatches *told)
{
  MpPainter painter = mp_painter_new (cr, style, text, &scene->layout->metrics);

  paint (&painter, scene, told, style->has_outlines);
}
