/* mp-compose-table.c: before and after in words, with a strip of years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-compose-private.h"

#include "mp-agreement.h"
#include "mp-join.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels of a slide. */
#define TOP 0.72
#define FOOT 0.75
#define RULE 1.5
#define HEAD_RULE 2.5
#define ROW_TOP 10
#define ROW_FOOT 14
#define SIGN_WIDTH 26
#define SIGN_HEIGHT 15
#define BAR_HEIGHT 26
#define COLUMN_GAP 22
#define KEY_GAP 14

/* Where the columns begin, as shares of the width between the margins. */
#define BEFORE 0.182
#define SIGN 0.388
#define AFTER 0.418
#define STRIP 0.69

typedef struct {
  double name;
  double before;
  double sign;
  double after;
  double strip;
} Columns;

static Columns
columns_of (const MpComposer *composer)
{
  double width = composer->x1 - composer->x0, x0 = composer->x0;

  return (Columns) { x0, x0 + BEFORE * width, x0 + SIGN * width, x0 + AFTER * width,
                     x0 + STRIP * width };
}

/* Adds a cell: a line of words with the numbers of its sources, and a muted line below. Returns its
 * foot. */
static double
add_cell (MpComposer *composer, const MpPageFace *face, const char *words, GArray *sources,
          const char *second, double x, double width, double y)
{
  MpPageFace small = mp_face (MP_TEXT_SMALL, MP_TONE_MUTED, MP_COLOR_GRAY);
  MpLineSize line = mp_page_line (composer->page, MP_TEXT_STATE);
  double numbers = sources != NULL ? mp_numbers_width (composer, sources) : 0;
  g_auto (GStrv) lines =
    mp_text_break (composer->request->text, face->role, words, MAX (width - numbers, 1));
  g_auto (GStrv) below = mp_text_break (composer->request->text, MP_TEXT_SMALL, second, width);
  double baseline = mp_lines_add (composer, face, lines, x, y + line.baseline), last;

  if (sources != NULL) {
    last = mp_page_measure (composer->page, face->role, lines[g_strv_length (lines) - 1]);
    mp_numbers_add (composer, sources, x + last, baseline, MP_TONE_MUTED, MP_COLOR_GRAY);
  }
  if (*second == '\0')
    return baseline + line.height - line.baseline;
  line = mp_page_line (composer->page, MP_TEXT_SMALL);
  return mp_lines_add (composer, &small, below, x, baseline + line.height * 1.15) + line.height -
         line.baseline;
}

static double
add_before (MpComposer *composer, const MpStoryRow *row, const Columns *columns, double y)
{
  const MpStoryPhase *phase = mp_story_find_phase (composer->story, row, MP_STORY_BEFORE);
  MpPageFace face = mp_face (MP_TEXT_PLAIN, MP_TONE_INK, MP_COLOR_GRAY);
  double width = columns->sign - columns->before - COLUMN_GAP * composer->unit;
  g_autoptr (GArray) sources = NULL;
  g_autofree char *span = NULL;

  if (phase == NULL)
    return y;
  sources = mp_cite_phase (composer, phase->phase);
  span = mp_words_phase_span (composer->agreement, phase->phase);
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_PHASE, phase->phase });
  return add_cell (composer, &face, phase->state, sources, span, columns->before, width, y);
}

static double
add_after (MpComposer *composer, const MpStoryRow *row, const Columns *columns, double y)
{
  const MpStoryPhase *phase = mp_story_find_phase (composer->story, row, MP_STORY_HOLDS);
  MpPageFace face = mp_face (MP_TEXT_STATE, MP_TONE_INK, MP_COLOR_GRAY);
  double width = columns->strip - columns->after - COLUMN_GAP * composer->unit;
  g_autoptr (GArray) sources = NULL;
  g_autofree char *end = NULL;

  if (phase == NULL) {
    mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
    return add_cell (composer, &face, mp_words_change (&row->comparison), NULL, row->gap,
                     columns->after, width, y);
  }
  sources = mp_cite_phase (composer, phase->phase);
  end = mp_words_phase_span (composer->agreement, phase->phase);
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_PHASE, phase->phase });
  return add_cell (composer, &face, phase->state, sources, end, columns->after, width, y);
}

static void
add_sign (MpComposer *composer, const MpStoryRow *row, const Columns *columns, double y)
{
  static const struct {
    MpPageSign sign;
    guint key;
  } signs[MP_N_CHANGE_KINDS] = {
    [MP_CHANGE_ABSENT] = { MP_PAGE_SIGN_SAME, MP_N_SIGNS },
    [MP_CHANGE_UNCHANGED] = { MP_PAGE_SIGN_SAME, MP_N_SIGNS },
    [MP_CHANGE_ADDED] = { MP_PAGE_SIGN_ADDED, MP_SIGN_ADDED },
    [MP_CHANGE_CHANGED] = { MP_PAGE_SIGN_CHANGED, MP_SIGN_CHANGED },
    [MP_CHANGE_ENDED] = { MP_PAGE_SIGN_ENDED, MP_SIGN_ENDED },
  };
  guint key = row->comparison.possibly ? MP_SIGN_PERHAPS : signs[row->comparison.change].key;
  MpPageSign sign =
    row->comparison.possibly ? MP_PAGE_SIGN_PERHAPS : signs[row->comparison.change].sign;
  MpLineSize line = mp_page_line (composer->page, MP_TEXT_STATE);
  double unit = composer->unit;

  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  mp_page_add_sign (composer->page, sign,
                    (MpRect) { columns->sign, y + (line.height - SIGN_HEIGHT * unit) / 2,
                               SIGN_WIDTH * unit, SIGN_HEIGHT * unit },
                    MP_TONE_INK, MP_COLOR_GRAY);
  if (key < MP_N_SIGNS)
    composer->signs |= 1u << key;
}

static double
add_row (MpComposer *composer, MpStoryRow *row, const Columns *columns, double y)
{
  MpPageFace face = mp_face (MP_TEXT_NAME, MP_TONE_INK, MP_COLOR_GRAY);
  double unit = composer->unit, top = y + ROW_TOP * unit, foot, before, after, bar_y;
  double width = columns->before - columns->name - COLUMN_GAP * unit;
  MpColor hue = mp_compose_hue (composer, row->term);

  mp_story_tell (composer->story, row);
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  foot = add_cell (composer, &face, row->title, NULL, row->parties, columns->name, width, top);
  before = add_before (composer, row, columns, top);
  add_sign (composer, row, columns, top);
  after = add_after (composer, row, columns, top);
  foot = MAX (foot, MAX (before, after));
  foot = MAX (foot + ROW_FOOT * unit, y + composer->pitch);
  bar_y = (y + foot - BAR_HEIGHT * unit) / 2;
  for (guint i = row->first; i < row->first + row->n_phases; i++) {
    const MpStoryPhase *phase = &composer->story->phases[i];
    MpPageBar bar = mp_compose_bar (composer, phase, hue, bar_y, BAR_HEIGHT * unit);

    mp_page_set_item (composer->page, (MpItem) { MP_ITEM_PHASE, phase->phase });
    mp_page_add_bar (composer->page, &bar);
  }
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  mp_page_add_line (composer->page,
                    (MpRect) { composer->x0, foot, composer->x1 - composer->x0, RULE },
                    MP_TONE_GRID, MP_COLOR_GRAY);
  return foot;
}

/* Adds the headings, on the line of the years. */
static double
add_headings (MpComposer *composer, const Columns *columns, double y)
{
  MpPageFace face = mp_face (MP_TEXT_SMALL_STRONG, MP_TONE_MUTED, MP_COLOR_GRAY);
  const struct {
    const char *words;
    double x;
    MpTone tone;
  } headings[] = {
    { _ ("Term"), columns->name, MP_TONE_MUTED },
    { _ ("Before"), columns->before, MP_TONE_MUTED },
    { _ ("After"), columns->after, MP_TONE_ACCENT },
  };

  mp_compose_axis (composer, y);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++) {
    face.tone = headings[i].tone;
    mp_page_add_words (composer->page, &face, headings[i].words, headings[i].x,
                       composer->axis_y - 9 * composer->unit);
  }
  mp_page_add_line (composer->page,
                    (MpRect) { composer->x0, composer->axis_y, composer->x1 - composer->x0,
                               HEAD_RULE * composer->unit },
                    MP_TONE_INK, MP_COLOR_GRAY);
  return composer->axis_y + HEAD_RULE * composer->unit;
}

double
mp_compose_table_page (MpComposer *composer)
{
  Columns columns = columns_of (composer);
  double y = mp_compose_head (composer, composer->type.margin * TOP);

  composer->plot_x0 = columns.strip;
  composer->plot_x1 = composer->x1;
  composer->scale = mp_scale_for_span (composer->story->begin, composer->story->end,
                                       composer->plot_x1 - composer->plot_x0);
  y = add_headings (composer, &columns, y);
  for (guint i = composer->first_row; i < composer->after_row; i++)
    y = add_row (composer, mp_compose_get_row (composer, i), &columns, y);
  mp_compose_grid (composer, composer->axis_y, y);
  return mp_compose_foot (composer, y + KEY_GAP * composer->unit) + composer->type.margin * FOOT;
}
