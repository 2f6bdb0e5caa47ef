/* mp-paint-matches.c: paints what a search has found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include "mp-agreement.h"

/* The opacity of the veil over what is no result. */
#define VEIL 0.66

/* In design pixels. */
#define OUTLINE 1.6
#define STRONG_OUTLINE 3 /* in high contrast, where every shape has an outline */
#define RADIUS 5

typedef void (*MatchFunc) (const MpPainter *painter, MpRect rect);

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
                MatchFunc call)
{
  for (guint i = 0; i < scene->n_clusters; i++) {
    MpSceneCluster *cluster = &scene->clusters[i];

    if (has_member (scene, cluster, matches))
      call (painter, mp_rect_grow (cluster->rect, 2));
  }
  for (guint i = 0; i < scene->n_marks; i++) {
    MpSceneMark *mark = &scene->marks[i];

    if (!mp_bits_has (matches->milestones, mark->milestone))
      continue;
    call (painter, mp_rect_grow (mark->mark, 3));
    if (mark->label.width > 0)
      call (painter, mark->label);
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
               const MpMatches *matches, MatchFunc call)
{
  for (guint from = 0, until; from < crowd->cells.count; from = until) {
    double x = crowd->cells_x + from * crowd->cell;

    until = from + 1;
    if (!cell_has_match (scene, crowd, from, matches))
      continue;
    while (until < crowd->cells.count && cell_has_match (scene, crowd, until, matches))
      until++;
    call (painter, mp_rect_clip_x (crowd->rect, x, x + (until - from) * crowd->cell));
  }
}

static void
each_phase (const MpPainter *painter, const MpScene *scene, const MpMatches *matches,
            MatchFunc call)
{
  for (guint i = 0; i < scene->n_bars; i++) {
    MpSceneBar *bar = &scene->bars[i];

    if (mp_bits_has (matches->phases, bar->phase))
      call (painter, bar->visible);
  }
  for (guint i = 0; i < scene->n_crowds; i++)
    each_in_crowd (painter, scene, &scene->crowds[i], matches, call);
}

static void
add_hole (const MpPainter *painter, MpRect rect)
{
  mp_painter_round_rect (painter, rect, RADIUS * painter->metrics->unit);
}

static void
draw_outline (const MpPainter *painter, MpRect rect)
{
  mp_painter_round_rect (painter, rect, RADIUS * painter->metrics->unit);
  mp_painter_set_color (painter, painter->style->text);
  cairo_set_line_width (painter->cr, (painter->style->has_outlines ? STRONG_OUTLINE : OUTLINE) *
                                       painter->metrics->unit);
  cairo_stroke (painter->cr);
}

/* Paints a veil of the background's colour over the clip, with a hole for each result. Holes can
 * overlap, so they are cleared from a layer: with an even-odd path, the veil would fill them again
 * where two of them cross. */
static void
veil (const MpPainter *painter, const MpScene *scene, const MpMatches *matches, gboolean band)
{
  cairo_t *cr = painter->cr;
  MpRgb color = painter->style->background;

  cairo_push_group (cr);
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_new_path (cr);
  (band ? each_milestone : each_phase) (painter, scene, matches, add_hole);
  /* The badge of today hangs from the axis into the band, and stays clear. */
  if (band && scene->today_visible)
    mp_painter_round_rect (painter, scene->today_badge, scene->today_badge.height / 2);
  cairo_fill (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, VEIL);
}

/* Paints the results in a part of the plot. In high contrast no text is dimmed, and only outlines
 * show the results. */
static void
paint_part (const MpPainter *painter, const MpScene *scene, const MpMatches *matches, MpRect part,
            gboolean band)
{
  cairo_t *cr = painter->cr;

  if (part.width <= 0 || part.height <= 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, part.x, part.y, part.width, part.height);
  cairo_clip (cr);
  if (!painter->style->has_outlines)
    veil (painter, scene, matches, band);
  (band ? each_milestone : each_phase) (painter, scene, matches, draw_outline);
  cairo_restore (cr);
}

void
mp_paint_matches (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                  const MpMatches *matches)
{
  MpPainter painter = { cr, style, text, &scene->layout->metrics };

  paint_part (&painter, scene, matches, scene->band, TRUE);
  paint_part (&painter, scene, matches,
              mp_rect_clip_x (scene->rows, scene->plot.x, scene->plot.x + scene->plot.width),
              FALSE);
}
