/* mp-scene-bar-label.c: the badges and the label on a bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A badge stands at the end of the bar that it is about; the label has the rest of the room.
 */
#include "config.h"

#include "mp-scene-private.h"

#include <math.h>

/* In design pixels. */
#define BAR_LABEL_INSET 10
#define BADGE_SIZE 16
#define BADGE_GAP 3
#define STRIPE_ROOM 5 /* for the line at a sharp start */
#define EARLY_WIDTH 22
#define ARROW_ROOM 7
#define OPEN_ROOM 40 /* for what fades, and the arrow, at an end without date */

/* A label that must be cut is shown if at least this share of it fits, or this many design pixels.
 */
#define LABEL_MIN_SHARE 0.6
#define LABEL_ENOUGH 110

/* --- Badges ----------------------------------------------------------------------------------- */

/* "?": in the middle of the stretch that an end can be in or, where that is too short, inside of
 * the end; over a bar that is shorter itself. */
static MpRect
place_doubt (const MpScene *scene, const MpSceneBar *bar, double x0, double x1, double inside)
{
  double unit = scene->layout->metrics.unit;
  double size = ceil (BADGE_SIZE * unit), gap = BADGE_GAP * unit;
  double x = inside;

  if (x1 - x0 >= size + 2 * gap)
    x = (x0 + x1 - size) / 2;
  if (bar->rect.width < size + 2 * gap)
    x = bar->rect.x + (bar->rect.width - size) / 2;
  return (MpRect) { round (x), bar->rect.y + (bar->rect.height - size) / 2, size, size };
}

/* At the end of what would be certain, if nothing came between. */
static void
place_early (const MpScene *scene, MpSceneBar *bar)
{
  double unit = scene->layout->metrics.unit;
  double width = ceil (EARLY_WIDTH * unit), height = ceil (BADGE_SIZE * unit);
  double gap = BADGE_GAP * unit, x = bar->solid_x1 - width - gap;

  if (bar->tense == MP_TENSE_PAST || bar->tense == MP_TENSE_WAS)
    return;
  bar->early_x1 = bar->solid_x1;
  if (bar->end == MP_EDGE_OPEN || bar->end == MP_EDGE_UNKNOWN) {
    x -= OPEN_ROOM * unit;
    bar->early_x1 = x + width + gap;
  }
  if (bar->end_doubt.width > 0)
    x = MIN (x, bar->end_doubt.x - gap - width);
  bar->early_x0 =
    MAX (bar->solid_x0, scene->plot.x + mp_scale_instant_to_x (scene->scale, scene->from));
  /* A short bar has it in its middle, and no room for a second badge. */
  if (x < bar->rect.x + (bar->start_doubt.width > 0 ? bar->start_doubt.width + gap : 0)) {
    if (bar->end_doubt.width > 0 || bar->start_doubt.width > 0)
      return;
    x = bar->rect.x + (bar->rect.width - width) / 2;
  }
  bar->early = (MpRect) { round (x), bar->rect.y + (bar->rect.height - height) / 2, width, height };
}

void
mp_scene_place_bar_badges (const MpScene *scene, const MpSpan *span, gboolean ends_early,
                           MpSceneBar *bar)
{
  double unit = scene->layout->metrics.unit;
  double size = ceil (BADGE_SIZE * unit), gap = BADGE_GAP * unit;
  double x0 = bar->rect.x, x1 = bar->rect.x + bar->rect.width;

  if (span->start.uncertain)
    bar->start_doubt =
      place_doubt (scene, bar, x0, bar->solid_x0, bar->solid_x0 + STRIPE_ROOM * unit);
  if (span->end.uncertain)
    bar->end_doubt = place_doubt (scene, bar, bar->solid_x1, x1, bar->solid_x1 - gap - size);
  /* One is enough where two would lie on each other. */
  if (mp_rect_intersects (bar->start_doubt, bar->end_doubt))
    bar->start_doubt.width = 0;
  if (ends_early)
    place_early (scene, bar);
}

/* --- The label -------------------------------------------------------------------------------- */

/* The room that badges and arrows leave in a part of the bar. */
static MpRect
beside_badges (const MpSceneBar *bar, MpRect within, double arrow)
{
  double x0 = within.x, x1 = within.x + within.width;

  if (bar->start == MP_EDGE_OPEN)
    x0 = MAX (x0, bar->faint_x0 + arrow);
  if (bar->end == MP_EDGE_OPEN)
    x1 = MIN (x1, bar->faint_x1 - arrow);
  /* A badge out of view takes no room. */
  if (mp_rect_intersects (bar->start_doubt, within))
    x0 = MAX (x0, bar->start_doubt.x + bar->start_doubt.width);
  if (mp_rect_intersects (bar->end_doubt, within))
    x1 = MIN (x1, bar->end_doubt.x);
  if (mp_rect_intersects (bar->early, within))
    x1 = MIN (x1, bar->early.x);
  return mp_rect_clip_x (within, x0, x1);
}

/* Where something so wide can begin so that no line of a date runs through it. */
static double
past_lines (const MpScene *scene, double x, double width)
{
  double gap = MP_LAYOUT_NUMBER_GAP * scene->layout->metrics.unit;
  const MpSceneCursor *cursors[] = { &scene->before, &scene->as_of };

  if (scene->today_visible && scene->today_x > x - gap && scene->today_x < x + width + gap)
    x = scene->today_x + 2 * gap;
  for (guint i = 0; i < G_N_ELEMENTS (cursors); i++) {
    MpRect at = cursors[i]->at;

    if (cursors[i]->visible && at.x + at.width > x - gap && at.x < x + width + gap)
      x = at.x + at.width + gap;
  }
  return x;
}

/* In the bar: after words that are whole, or in the middle of one without words. Where words are
 * cut, numbers could stand instead of them. */
static void
place_numbers (const MpScene *scene, MpSceneBar *bar, MpRect within, double wanted,
               MpMeasure measure)
{
  double unit = scene->layout->metrics.unit, gap = MP_LAYOUT_NUMBER_GAP * unit;
  MpSize size = mp_scene_numbers_size (scene, (MpItem) { MP_ITEM_PHASE, bar->phase }, measure);
  double x = within.x + (within.width - size.width) / 2;
  double y = bar->rect.y + (bar->rect.height - size.height) / 2;

  if (bar->label.width > 0 && bar->label.width >= wanted) {
    x = bar->label.x + bar->label.width + gap;
    y = bar->label.y;
  }
  x = past_lines (scene, x, size.width);
  if (size.width > 0 && x >= within.x + gap && x + size.width <= within.x + within.width - gap)
    bar->numbers = (MpRect) { round (x), round (y), size.width, size.height };
}

void
mp_scene_place_bar_label (const MpScene *scene, MpRect own, MpSceneBar *bar, MpMeasure measure)
{
  const MpMetrics *metrics = &scene->layout->metrics;
  double inset = BAR_LABEL_INSET * metrics->unit;
  MpRect within = beside_badges (bar, own, ARROW_ROOM * metrics->unit);
  MpSize size = mp_measure (measure, MP_TEXT_BAR, bar->text);
  double wanted = ceil (size.width);
  double room, enough;

  if (mp_certainty_get (bar->certainty)->symbol != NULL)
    wanted += metrics->padding;
  enough = MIN (wanted * LABEL_MIN_SHARE, LABEL_ENOUGH * metrics->unit);
  /* Hatching makes text hard to read: it stands beside it where there is room. */
  if (bar->start == MP_EDGE_HATCHED || bar->start == MP_EDGE_SOFT || bar->end == MP_EDGE_HATCHED ||
      bar->end == MP_EDGE_SOFT) {
    MpRect solid = mp_rect_clip_x (within, bar->solid_x0, bar->solid_x1);

    if (solid.width - inset * 1.5 >= enough)
      within = solid;
  }
  room = within.width - inset * 1.5;
  if (*bar->text != '\0' && room >= enough && room >= metrics->label_height)
    bar->label = (MpRect) { round (within.x + inset),
                            round (bar->rect.y + (bar->rect.height - size.height) / 2),
                            MIN (wanted, room), ceil (size.height) };
  if (scene->layout->has_numbers)
    place_numbers (scene, bar, within, wanted, measure);
}
