/* mp-compose-square.c: at most four terms in large letters, and when they end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-compose-private.h"

#include "mp-agreement.h"
#include "mp-join.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels of small words that are 20 high. */
#define TOP 0.72
#define FOOT 0.75
#define ROW_GAP 14
#define BAR_HEIGHT 44
#define BAR_GAP 8
#define END_GAP 14
#define CALLOUT_GAP 12

/* Adds lines of words, and numbers after the last one. Returns the foot. */
static double
add_lines (MpComposer *composer, MpTextRole role, MpTone tone, const char *words, GArray *sources,
           double x, double y)
{
  MpPageFace face = mp_face (role, tone, MP_COLOR_GRAY);
  MpLineSize line = mp_page_line (composer->page, role);
  double numbers = sources != NULL ? mp_numbers_width (composer, sources) : 0;
  g_auto (GStrv) lines =
    mp_text_break (composer->request->text, role, words, MAX (composer->x1 - x - numbers, 1));
  double baseline = mp_lines_add (composer, &face, lines, x, y + line.baseline);

  if (sources != NULL)
    mp_numbers_add (composer, sources,
                    x + mp_page_measure (composer->page, role, lines[g_strv_length (lines) - 1]),
                    baseline, MP_TONE_MUTED, MP_COLOR_GRAY);
  return baseline + line.height - line.baseline;
}

/* Adds the words on the end into the bar, before its hatching, or beside it. Returns FALSE if they
 * have no room there. */
static gboolean
add_end (MpComposer *composer, const MpStoryRow *row, const MpPageBar *bar)
{
  MpPageFace face = mp_face (
    MP_TEXT_STATE, bar->tone == MP_TONE_ACCENT ? MP_TONE_ON_ACCENT : MP_TONE_ON_TINT, bar->hue);
  double width = mp_page_measure (composer->page, face.role, row->end);
  double gap = END_GAP * composer->unit / 1.45, end = bar->rect.x + bar->rect.width;
  double body =
    bar->end == MP_PAGE_EDGE_HATCHED || bar->end == MP_PAGE_EDGE_ABOUT ? bar->solid_x1 : end;
  MpLineSize line = mp_page_line (composer->page, face.role);
  double baseline = bar->rect.y + (bar->rect.height - line.height) / 2 + line.baseline;

  if (bar->line == MP_LINE_SOLID && body - gap - width >= bar->rect.x + gap) {
    mp_page_add_words (composer->page, &face, row->end, body - gap - width, baseline);
    return TRUE;
  }
  if (end + gap + width > composer->x1)
    return FALSE;
  face.tone = MP_TONE_INK;
  mp_page_add_words (composer->page, &face, row->end, end + gap, baseline);
  return TRUE;
}

static double
add_row (MpComposer *composer, MpStoryRow *row, double x, double y)
{
  const MpStory *story = composer->story;
  const MpStoryPhase *last = mp_story_last_phase (story, row);
  const MpPhases *phases = mp_agreement_phases (composer->agreement);
  double unit = composer->type.small / 20, top = y;
  g_autoptr (GArray) sources = mp_cite_phase (composer, last->phase);
  g_autofree char *second = NULL;
  MpPageBar bar;

  mp_story_tell (composer->story, row);
  {
    const char *parts[] = { last->state, row->condition, NULL };

    second = mp_join (MP_JOIN_LONG, parts);
  }
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_PHASE, last->phase });
  y = add_lines (composer, MP_TEXT_NAME, MP_TONE_INK, row->title, sources, x, y);
  y = add_lines (composer, MP_TEXT_PLAIN, MP_TONE_MUTED, second, NULL, x, y);
  bar = mp_compose_bar (composer, last, mp_compose_hue (composer, row->term), y + BAR_GAP * unit,
                        BAR_HEIGHT * unit);
  /* What the pivot did not begin is lighter. */
  if (story->has_pivot && phases->latest_end[last->phase] > story->pivot_from &&
      phases->earliest_start[last->phase] < story->pivot_from && bar.tone == MP_TONE_ACCENT)
    bar.tone = MP_TONE_TINT;
  mp_page_add_bar (composer->page, &bar);
  y = bar.rect.y + bar.rect.height;
  if (!add_end (composer, row, &bar))
    y = add_lines (composer, MP_TEXT_PLAIN, MP_TONE_INK, row->end, NULL, x, y);
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  return MAX (top + composer->pitch, y + ROW_GAP * unit);
}

static double
add_callout (MpComposer *composer, double x, double y)
{
  g_autoptr (GArray) sources = mp_cite_milestone (composer, composer->story->milestone);

  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_MILESTONE, composer->story->milestone });
  y = add_lines (composer, MP_TEXT_STRONG, MP_TONE_ACCENT, composer->story->pivot_title, sources, x,
                 y);
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  return y + CALLOUT_GAP * composer->unit;
}

double
mp_compose_square_page (MpComposer *composer)
{
  const MpStory *story = composer->story;
  double y = mp_compose_head (composer, composer->type.margin * TOP), top = y, rows, x, foot;
  gboolean has_line;

  composer->plot_x0 = composer->x0;
  composer->plot_x1 = composer->x1;
  composer->scale =
    mp_scale_for_span (story->begin, story->end, composer->plot_x1 - composer->plot_x0);
  has_line = story->has_pivot && mp_compose_x (composer, story->pivot_from) >= composer->x0 &&
             mp_compose_pivot_x1 (composer) < (composer->x0 + composer->x1) / 2;
  x = has_line ? mp_compose_pivot_x1 (composer) : composer->x0;
  if (has_line && story->milestone != MP_NONE)
    y = add_callout (composer, x, y);
  rows = y;
  for (guint i = composer->first_row; i < composer->after_row; i++)
    y = add_row (composer, mp_compose_get_row (composer, i), x, y);
  foot = y;
  y = mp_compose_axis (composer, y);
  mp_compose_grid_up (composer, top, rows, foot);
  return mp_compose_foot (composer, y + CALLOUT_GAP * composer->unit) +
         composer->type.margin * FOOT;
}
