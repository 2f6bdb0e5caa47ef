/* mp-compose-page.c: a page with a row for each term
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-compose-private.h"

#include "mp-agreement.h"

#include <math.h>

/* In design pixels of a slide. */
#define TOP 0.72 /* of the margin, above the headline */
#define FOOT 0.75
#define RULE 1.5
#define TOPIC_GAP 6
#define KEY_GAP 14
#define LEAST_AFTER 0.2    /* of the width beside the names, for words after the pivot */
#define WIDEST_GUTTER 0.42 /* of the width, where words before the pivot need it */

static void
set_plot (MpComposer *composer, double gutter)
{
  composer->plot_x0 = composer->x0 + gutter;
  composer->plot_x1 = composer->x1;
  composer->scale = mp_scale_for_span (composer->story->begin, composer->story->end,
                                       composer->plot_x1 - composer->plot_x0);
}

/* Where the span ends soon after the pivot, the plot ends before the margin, so that the words on
 * what holds after it have room. */
static void
leave_room_after (MpComposer *composer)
{
  double width = composer->x1 - composer->plot_x0;
  double missing = mp_compose_pivot_x1 (composer) + LEAST_AFTER * width - composer->x1;

  if (missing <= 0)
    return;
  composer->plot_x1 -= MIN (missing / (1 - LEAST_AFTER), width / 2);
  composer->scale = mp_scale_for_span (composer->story->begin, composer->story->end,
                                       composer->plot_x1 - composer->plot_x0);
}

/* Returns how much is missing to the room that the words before the pivot need beside the name of
 * their term. */
static double
missing_room (MpComposer *composer)
{
  double gap = 16 * composer->unit, missing = 0;

  for (guint i = composer->first_row; i < composer->after_row; i++) {
    MpStoryRow *row = mp_compose_get_row (composer, i);
    const MpStoryPhase *before = mp_story_find_phase (composer->story, row, MP_STORY_BEFORE);
    g_autoptr (GArray) sources = NULL;
    double width, name;

    if (before == NULL)
      continue;
    sources = mp_cite_phase (composer, before->phase);
    width = mp_page_measure (composer->page, MP_TEXT_PLAIN, before->state) +
            mp_numbers_widest (composer, sources);
    name = MIN (mp_page_measure (composer->page, MP_TEXT_NAME, row->title),
                composer->plot_x0 - composer->x0 - gap);
    missing = MAX (missing, composer->x0 + name + gap + width - mp_compose_pivot_x0 (composer));
  }
  return missing;
}

static void
place_plot (MpComposer *composer)
{
  double gutter = mp_compose_gutter (composer), width = composer->request->width;

  set_plot (composer, gutter);
  if (!composer->story->is_change || composer->dense)
    return;
  /* A wider gutter makes the plot narrower, and so moves the pivot back a little. */
  for (guint i = 0; i < 3 && missing_room (composer) > 0.5; i++) {
    gutter = MIN (gutter + missing_room (composer) * 1.05, MAX (gutter, WIDEST_GUTTER * width));
    set_plot (composer, gutter);
  }
  leave_room_after (composer);
}

/* Adds the rows, with a rule between two of them or, where they are dense, between two topics. */
static double
add_rows (MpComposer *composer, double y)
{
  const MpTerm *terms = mp_agreement_terms (composer->agreement, NULL);
  double unit = composer->type.small / 16;
  guint32 topic = MP_NONE;

  for (guint i = composer->first_row; i < composer->after_row; i++) {
    MpStoryRow *row = mp_compose_get_row (composer, i);
    gboolean has_rule = composer->dense && topic != MP_NONE && terms[row->term].topic != topic;

    topic = terms[row->term].topic;
    if (has_rule) {
      y += TOPIC_GAP / 2.0 * unit;
      mp_page_add_line (composer->page,
                        (MpRect) { composer->x0, y, composer->x1 - composer->x0, RULE },
                        MP_TONE_RULE, MP_COLOR_GRAY);
      y += TOPIC_GAP / 2.0 * unit;
    }
    y =
      composer->dense ? mp_compose_dense_row (composer, row, y) : mp_compose_row (composer, row, y);
    if (!composer->dense || i + 1 == composer->after_row)
      mp_page_add_line (composer->page,
                        (MpRect) { composer->x0, y, composer->x1 - composer->x0, RULE },
                        composer->dense ? MP_TONE_RULE : MP_TONE_GRID, MP_COLOR_GRAY);
  }
  return y;
}

double
mp_compose_rows_page (MpComposer *composer)
{
  double y = composer->type.margin * TOP, top;

  if (composer->first_row == 0)
    y = mp_compose_head (composer, y);
  place_plot (composer);
  top = y;
  if (composer->first_row == 0)
    y = mp_compose_events (composer, y);
  y = mp_compose_axis (composer, y);
  y = add_rows (composer, y);
  mp_compose_grid (composer, top, y);
  return mp_compose_foot (composer, y + KEY_GAP * composer->unit) + composer->type.margin * FOOT;
}
