/* mp-scene-bar-label.c: the badges, the label and the numbers on a bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Badges stand at the ends of the bar that they are about; the label has the room that is left.
 */
#include "config.h"

#include "mp-scene-private.h"

#include <math.h>

/* In design pixels. */
#define BAR_LABEL_INSET 10
#define BADGE_SIZE 16
#define BADGE_GAP 3
#define STRIPE_ROOM 5 /* for the stripe at a sharp start */
#define EARLY_WIDTH 22
#define ARROW_ROOM 7
#define OPEN_ROOM 40 /* for the fading and the arrow at an end without a date */

/* A label that does not fit is cut off and shown if this share of it fits, or this many design
 * pixels; else it is left out. */
#define LABEL_MIN_SHARE 0.6
#define LABEL_ENOUGH 110

/* --- Badges ----------------------------------------------------------------------------------- */

/* Returns the place of "?": in the middle of x0 to x1, the stretch in which the start or the end
 * lies; at inside, if that stretch is too short; in the middle of the bar, if that is too short. */
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

/* The badge stands where the certain part of the bar would end if nothing ended it early. */
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
  /* On a short bar the badge stands in the middle, and only if there is no other badge. */
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
  /* If both badges would overlap, one is enough. */
  if (mp_rect_intersects (bar->start_doubt, bar->end_doubt))
    bar->start_doubt.width = 0;
  if (ends_early)
    place_early (scene, bar);
}

/* --- The label -------------------------------------------------------------------------------- */

/* Returns what badges and arrows leave free of a part of the bar. */
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

/* Returns x, moved to the right past every line of a date that would cross something of this
 * width there. */
static double
past_lines (const MpScene *scene, double x, double width)
{
  double gap = MP_LAYOUT_NUMBER_GAP * scene->layout->metrics.unit;
  const MpSceneCursor *cursors[] = { &scene->before, &scene->as_of, &scene->known };

  if (scene->today_visible && scene->today_x > x - gap && scene->today_x < x + width + gap)
    x = scene->today_x + 2 * gap;
  for (guint i = 0; i < G_N_ELEMENTS (cursors); i++) {
    MpRect at = cursors[i]->at;

    if (cursors[i]->visible && at.x + at.width > x - gap && at.x < x + width + gap)
      x = at.x + at.width + gap;
  }
  return x;
}

/* Finds room for numbers in the bar: after the label, if that fits, else in the middle. There they
 * can overlap a label that is cut off; mp_scene_add_numbers () then keeps one of the two. */
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
  MpSize size;
  double wanted, room, enough;

  /* Measuring is slow, and most bars of a row with many are too short for any text. */
  if (within.width - inset * 1.5 < metrics->label_height) {
    if (scene->layout->has_numbers)
      place_numbers (scene, bar, within, 0, measure);
    return;
  }
  size = mp_measure (measure, MP_TEXT_BAR, bar->text);
  wanted = ceil (size.width);

  if (mp_certainty_get (bar->certainty)->symbol != NULL)
    wanted += metrics->padding;
  enough = MIN (wanted * LABEL_MIN_SHARE, LABEL_ENOUGH * metrics->unit);
  /* Text on hatching is hard to read, so the label stands beside it if there is room. */
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
