/* mp-scene-cursor.c: adds the as-of date, the date that it is compared with, and that of knowledge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels. */
#define LINE 2
#define TOP 3

static void
place_line (const MpScene *scene, const MpDate *date, MpSceneCursor *cursor)
{
  double x0 = scene->plot.x + mp_scale_instant_to_x (scene->scale, date->earliest);
  double x1 = scene->plot.x + mp_scale_instant_to_x (scene->scale, date->after);
  double line = ceil (LINE * scene->layout->metrics.unit);

  cursor->visible = x1 > scene->plot.x && x0 < scene->plot.x + scene->plot.width;
  /* A day narrower than a line is drawn as one, where the day begins. */
  cursor->at = mp_rect_clip_x (
    (MpRect) { round (x0), scene->plot.y, MAX (round (x1 - x0), line), scene->plot.height },
    scene->plot.x, scene->plot.x + scene->plot.width);
}

/* Sets the text of a badge, and the size that it needs. */
static void
set_text (MpScene *scene, MpSceneCursor *cursor, const char *words, MpMeasure measure)
{
  double unit = scene->layout->metrics.unit;
  MpSize size = mp_measure (measure, MP_TEXT_BADGE, words);

  cursor->text = g_string_chunk_insert (scene->strings, words);
  cursor->badge.y = scene->axis.y + ceil (TOP * unit);
  cursor->badge.width = ceil (size.width + 2 * MP_BADGE_PADDING * unit);
  cursor->badge.height = ceil (size.height + 4 * unit);
}

/* Puts a badge at x, or as near to it as the plot allows. */
static void
put_badge (const MpScene *scene, MpSceneCursor *cursor, double x)
{
  double most = scene->plot.x + scene->plot.width - cursor->badge.width;

  cursor->badge.x = CLAMP (round (x), scene->plot.x, MAX (scene->plot.x, most));
}

/* The lines of two dates can be very close, so their badges point outwards: that of the earlier
 * date stands to the left of its line, that of the later one to the right. */
static void
put_badges (const MpScene *scene, MpSceneCursor *earlier, MpSceneCursor *later)
{
  put_badge (scene, earlier, earlier->at.x + earlier->at.width - earlier->badge.width);
  put_badge (scene, later, later->at.x);
  if (earlier->badge.x + earlier->badge.width <= later->badge.x)
    return;
  /* At an end of the plot, one badge pushes the other away. */
  put_badge (scene, later, earlier->badge.x + earlier->badge.width);
  put_badge (scene, earlier, later->badge.x - earlier->badge.width);
}

void
mp_scene_add_cursors (MpScene *scene, const MpDate *as_of, const MpDate *before, MpMeasure measure)
{
  g_autofree char *as_of_words = as_of != NULL ? mp_date_words (as_of) : NULL;
  g_autofree char *before_words = before != NULL ? mp_date_words (before) : NULL;
  gboolean is_today = as_of == NULL || (as_of->earliest == scene->today &&
                                        as_of->after == scene->today + MP_SECONDS_PER_DAY);

  if (!is_today)
    place_line (scene, as_of, &scene->as_of);
  if (before != NULL)
    place_line (scene, before, &scene->before);
  if (before != NULL && !is_today && scene->plot.width > 0) {
    /* Translators: %s is a date, on the badge of the earlier of two dates. */
    g_autofree char *before_label = g_strdup_printf (_ ("Before: %s"), before_words);
    /* Translators: %s is a date, on the badge of the later of two dates. */
    g_autofree char *after_label = g_strdup_printf (_ ("After: %s"), as_of_words);

    set_text (scene, &scene->before, before_label, measure);
    set_text (scene, &scene->as_of, after_label, measure);
    if (scene->before.badge.width + scene->as_of.badge.width > scene->plot.width) {
      /* The dates as written are shorter than the words, and as exact. */
      set_text (scene, &scene->before, before->text, measure);
      set_text (scene, &scene->as_of, as_of->text, measure);
    }
    if (before->earliest <= as_of->earliest)
      put_badges (scene, &scene->before, &scene->as_of);
    else
      put_badges (scene, &scene->as_of, &scene->before);
    return;
  }
  if (scene->as_of.visible) {
    set_text (scene, &scene->as_of, as_of_words, measure);
    put_badge (scene, &scene->as_of,
               scene->as_of.at.x + (scene->as_of.at.width - scene->as_of.badge.width) / 2);
  }
  if (scene->before.visible) {
    set_text (scene, &scene->before, before_words, measure);
    put_badge (scene, &scene->before,
               scene->before.at.x + (scene->before.at.width - scene->before.badge.width) / 2);
  }
}

/* --- What is known ---------------------------------------------------------------------------- */

/* Returns whether a badge lies in the plot and clear of those of the other dates. */
static gboolean
has_room (const MpScene *scene, MpRect badge)
{
  MpRect near = mp_rect_grow (badge, TOP * scene->layout->metrics.unit);

  return badge.x >= scene->plot.x && badge.x + badge.width <= scene->plot.x + scene->plot.width &&
         !(scene->as_of.visible && mp_rect_intersects (near, scene->as_of.badge)) &&
         !(scene->before.visible && mp_rect_intersects (near, scene->before.badge));
}

/* Puts the badge in the middle of its line at x or, where it would meet that of another date,
 * beside one, as near as there is room. */
static void
put_known_badge (MpScene *scene, double x)
{
  MpSceneCursor *cursor = &scene->known;
  const MpSceneCursor *others[] = { &scene->as_of, &scene->before };
  double width = cursor->badge.width, gap = 2 * TOP * scene->layout->metrics.unit;
  double places[1 + 2 * G_N_ELEMENTS (others)] = { x - width / 2 };
  MpRect best = { 0 };
  guint n_places = 1;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    if (!others[i]->visible)
      continue;
    places[n_places++] = others[i]->badge.x + others[i]->badge.width + gap;
    places[n_places++] = others[i]->badge.x - width - gap;
  }
  for (guint i = 0; i < n_places; i++) {
    put_badge (scene, cursor, places[i]);
    if (has_room (scene, cursor->badge) &&
        (best.width == 0 || fabs (cursor->badge.x - places[0]) < fabs (best.x - places[0])))
      best = cursor->badge;
  }
  cursor->badge = best;
}

/* The line stands at the end of the date: what was published by then is known. */
void
mp_scene_add_known (MpScene *scene, const MpDate *known, MpMeasure measure)
{
  g_autofree char *words = mp_date_words (known);
  /* Translators: %s is a date, on the badge of the day as of whose knowledge all is shown. */
  g_autofree char *label = g_strdup_printf (_ ("Known: %s"), words);
  MpSceneCursor *cursor = &scene->known;
  double line = ceil (LINE * scene->layout->metrics.unit);
  double x = round (scene->plot.x + mp_scale_instant_to_x (scene->scale, known->after));

  cursor->at = (MpRect) { x, scene->plot.y, line, scene->plot.height };
  cursor->visible = x >= scene->plot.x && x + line <= scene->plot.x + scene->plot.width;
  if (!cursor->visible)
    return;
  set_text (scene, cursor, label, measure);
  put_known_badge (scene, x + line / 2);
}
