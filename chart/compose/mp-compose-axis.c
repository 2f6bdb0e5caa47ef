/* mp-compose-axis.c: the years, the flags of today and the as-of date, and the lines of the grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-compose-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels of a slide. */
#define LABEL_GAP 10 /* beside a label, and between it and the line */
#define LINE 2
#define GRID_LINE 1.5
#define PIVOT_LINE 3
#define FLAG_PADDING 9
#define TICK 9
#define TRIANGLE 13
#define MOST_OF_A_CELL 2.2 /* flags are not wider than such a share of it */
#define WORDS_BEFORE 14
#define WORDS_AFTER 16

double
mp_compose_x (const MpComposer *composer, MpInstant instant)
{
  return composer->plot_x0 + mp_scale_instant_to_x (composer->scale, instant);
}

double
mp_compose_pivot_x0 (const MpComposer *composer)
{
  return mp_compose_x (composer, composer->story->pivot_from) - WORDS_BEFORE * composer->unit;
}

/* A pivot of a day or less is a line; of a longer one the words stand behind it. */
static gboolean
is_line (const MpStory *story)
{
  return story->pivot_until - story->pivot_from <= MP_SECONDS_PER_DAY;
}

double
mp_compose_pivot_x1 (const MpComposer *composer)
{
  const MpStory *story = composer->story;

  return mp_compose_x (composer, is_line (story) ? story->pivot_from : story->pivot_until) +
         WORDS_AFTER * composer->unit;
}

/* --- Years ------------------------------------------------------------------------------------ */

/* Returns the finest step whose labels have room. */
static MpTickStep
choose_step (MpComposer *composer)
{
  double widest =
    mp_page_measure (composer->page, MP_TEXT_YEAR, "8888") + 2 * LABEL_GAP * composer->unit;

  return mp_ticks_choose (composer->scale.per_day, widest);
}

/* Returns whether a label has room at an x: between two ticks, beside flags and the line of the
 * pivot. */
static gboolean
has_room (MpComposer *composer, double x, double width, double x0, double x1)
{
  double gap = LABEL_GAP * composer->unit;
  /* A flag reaches beyond its words. */
  double reach = gap / 2 + FLAG_PADDING * composer->unit;
  MpRect rect = { x - reach, composer->axis_y - 2 * gap, width + 2 * reach, 2 * gap };
  double pivot = mp_compose_x (composer, composer->story->pivot_from);

  return x >= x0 && x + width <= x1 + 0.5 && !mp_page_has_words_in (composer->page, rect) &&
         !(composer->story->has_pivot && pivot > x - gap / 2 && pivot < x + width + gap / 2);
}

/* A label says something of all the time up to the next tick, so it stands in the middle of it
 * where that is one unit; that of several years belongs to the first. */
static void
add_label (MpComposer *composer, MpTickStep step, const MpTick *tick)
{
  MpPageFace face = mp_face (MP_TEXT_YEAR, MP_TONE_MUTED, MP_COLOR_GRAY);
  g_autofree char *label = mp_tick_label (step, tick);
  double gap = LABEL_GAP * composer->unit;
  double width = mp_page_measure (composer->page, MP_TEXT_YEAR, label);
  double x0 = composer->plot_x0 + MAX (0, mp_scale_to_x (composer->scale, tick->day));
  double x1 =
    MIN (composer->plot_x1, composer->plot_x0 + mp_scale_to_x (composer->scale, tick->next));
  double pivot = mp_compose_x (composer, composer->story->pivot_from);
  const double places[] = { step.count == 1 ? (x0 + x1 - width) / 2 : x0 + gap / 2, pivot + gap,
                            x0 + gap / 2, x1 - gap / 2 - width };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    if (!has_room (composer, places[i], width, x0, x1))
      continue;
    mp_page_add_words (composer->page, &face, label, places[i], composer->axis_y - gap * 0.9);
    return;
  }
}

static void
add_labels (MpComposer *composer)
{
  MpTickStep step = choose_step (composer);
  g_autoptr (GArray) ticks = mp_ticks_new (step, composer->story->begin, composer->story->end);

  for (guint i = 0; i < ticks->len; i++)
    add_label (composer, step, &g_array_index (ticks, MpTick, i));
}

/* --- Flags ------------------------------------------------------------------------------------ */

static void
add_flag (MpComposer *composer, const char *words, MpInstant instant, MpTone tone, MpTone on)
{
  MpPageFace face = mp_face (MP_TEXT_SMALL_STRONG, on, MP_COLOR_GRAY);
  double unit = composer->unit, padding = FLAG_PADDING * unit;
  double width = mp_page_measure (composer->page, face.role, words) + 2 * padding;
  MpLineSize line = mp_page_line (composer->page, face.role);
  double middle = mp_compose_x (composer, instant);
  double x = CLAMP (middle - width / 2, composer->plot_x0, composer->plot_x1 - width);
  double y = composer->axis_y - TICK * unit / 2 - line.height - 2;

  if (middle < composer->plot_x0 || middle > composer->plot_x1)
    return;
  mp_page_add_box (composer->page, (MpRect) { x, y, width, line.height + 2 }, line.height / 2, tone,
                   MP_COLOR_GRAY);
  mp_page_add_words (composer->page, &face, words, x + padding, y + 1 + line.baseline);
  mp_page_add_box (
    composer->page,
    (MpRect) { middle - 1.5 * unit, composer->axis_y - TICK * unit / 2 - 1, 3 * unit, TICK * unit },
    0, tone, MP_COLOR_GRAY);
}

/* Adds a sign for today, which the key explains. */
static void
add_triangle (MpComposer *composer)
{
  double x = mp_compose_x (composer, composer->story->today), size = TRIANGLE * composer->unit;

  if (x < composer->plot_x0 || x > composer->plot_x1)
    return;
  mp_page_add_sign (composer->page, MP_PAGE_SIGN_TODAY,
                    (MpRect) { x - size * 0.6, composer->axis_y - 1, 1.2 * size, size },
                    MP_TONE_INK, MP_COLOR_GRAY);
  composer->signs |= 1u << MP_SIGN_TODAY;
}

static void
add_flags (MpComposer *composer)
{
  const MpStory *story = composer->story;

  /* Where years are close together, a flag would cover one. */
  if (composer->scale.per_day * mp_tick_step_days (choose_step (composer)) <
      MOST_OF_A_CELL * mp_page_measure (composer->page, MP_TEXT_SMALL_STRONG, _ ("Today"))) {
    add_triangle (composer);
    return;
  }
  if (!story->is_today && !story->is_change)
    add_flag (composer, story->as_of_words, story->as_of, MP_TONE_ACCENT, MP_TONE_ON_ACCENT);
  /* Translators: a flag on the axis of a figure */
  add_flag (composer, _ ("Today"), story->today, MP_TONE_INK, MP_TONE_GROUND);
}

double
mp_compose_axis (MpComposer *composer, double y)
{
  double gap = LABEL_GAP * composer->unit;
  MpLineSize line = mp_page_line (composer->page, MP_TEXT_YEAR);

  composer->axis_y = y + line.height + gap;
  add_flags (composer);
  add_labels (composer);
  mp_page_add_line (composer->page,
                    (MpRect) { composer->plot_x0, composer->axis_y,
                               composer->plot_x1 - composer->plot_x0, LINE * composer->unit },
                    MP_TONE_RULE, MP_COLOR_GRAY);
  return composer->axis_y +
         (LINE + ((composer->signs >> MP_SIGN_TODAY & 1) ? TRIANGLE : 0)) * composer->unit;
}

/* --- Grid ------------------------------------------------------------------------------------- */

static void
add_pivot (MpComposer *composer, double top, double foot)
{
  const MpStory *story = composer->story;
  double x = mp_compose_x (composer, story->pivot_from);
  double until = mp_compose_x (composer, story->pivot_until), width = PIVOT_LINE * composer->unit;

  if (x >= composer->plot_x0 && x <= composer->plot_x1)
    mp_page_add_line_over (composer->page, (MpRect) { x - width / 2, top, width, foot - top },
                           MP_TONE_ACCENT, MP_COLOR_GRAY);
  if (!is_line (story) && until >= composer->plot_x0 && until <= composer->plot_x1)
    mp_page_add_line_over (composer->page, (MpRect) { until - width / 2, top, width, foot - top },
                           MP_TONE_ACCENT, MP_COLOR_GRAY);
}

/* Adds the lines of the grid between two heights. */
static void
add_grid (MpComposer *composer, double top, double foot)
{
  MpTickStep step = choose_step (composer);
  g_autoptr (GArray) ticks = mp_ticks_new (step, composer->story->begin, composer->story->end);
  double width = GRID_LINE * composer->unit;

  for (guint i = 0; i <= ticks->len; i++) {
    double x =
      i < ticks->len
        ? composer->plot_x0 + mp_scale_to_x (composer->scale, g_array_index (ticks, MpTick, i).day)
        : composer->plot_x1;

    if (x >= composer->plot_x0 - 0.5)
      mp_page_add_line (composer->page, (MpRect) { x - width / 2, top, width, foot - top },
                        MP_TONE_GRID, MP_COLOR_GRAY);
  }
}

void
mp_compose_grid (MpComposer *composer, double top, double foot)
{
  add_grid (composer, composer->axis_y, foot);
  if (composer->story->has_pivot)
    add_pivot (composer, top, foot);
}

void
mp_compose_grid_up (MpComposer *composer, double pivot_top, double top, double foot)
{
  add_grid (composer, top, foot);
  if (composer->story->has_pivot)
    add_pivot (composer, pivot_top, foot);
}
