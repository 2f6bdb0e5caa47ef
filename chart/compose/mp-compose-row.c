/* mp-compose-row.c: a row whose words stand above its bars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a term is stands where that begins, and until when it is so stands at the end. What it was
 * before ends at the line of the pivot, so that no words cross it.
 */
#include "config.h"

#include "mp-compose-private.h"

#include "mp-agreement.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels of a slide, from the top of a row. */
#define BASELINE 36  /* where rows have their usual pitch */
#define BAR_BELOW 11 /* from the baseline of the words to the bar */
#define BAR_HEIGHT 24
#define SECOND_LINE 30 /* from the baseline of the name to that of the parties */
#define NOTE_BELOW 24  /* from the bar to the baseline of a note */
#define FOOT 17
#define USUAL_PITCH 88
#define ABOVE 0.58   /* the share that the room above has in what a row is higher than usual */
#define GAP 16       /* beside the names */
#define WORDS_GAP 24 /* between a state and the words on the end */
#define END_GAP 8    /* from those to the end of the bar */
#define TICK 2
#define LEAST_NOTE 260 /* the least width of what stands under a bar */

/* The widest that the column of names can be, as a share of the width. */
#define WIDEST_GUTTER 0.3
#define LEAST_GUTTER 0.19

/* Words over a bar. */
typedef struct {
  const MpStoryPhase *phase; /* NULL: no phase holds */
  char **lines;              /* owned */
  GArray *sources;           /* owned; NULL for none */
  MpPageFace face;
  double x; /* where they begin, or end */
  gboolean is_ending;
  double right; /* where they end, with the numbers */
} Block;

/* What is known of a row while it is composed. */
typedef struct {
  MpComposer *composer;
  MpStoryRow *row;
  MpColor hue;
  double first_baseline;
  double foot;     /* the room under everything */
  double baseline; /* of the last line of words over the bar */
  double bar_y;
  MpPageBar *bars; /* owned, in the order of the row's phases */
  double note_y;   /* the foot of what is under the bar */
} Row;

static void
block_clear (Block *block)
{
  g_clear_pointer (&block->lines, g_strfreev);
  g_clear_pointer (&block->sources, g_array_unref);
}

/* --- Names ------------------------------------------------------------------------------------ */

double
mp_compose_gutter (MpComposer *composer)
{
  double width = composer->request->width, widest = 0;

  for (guint i = composer->first_row; i < composer->after_row; i++) {
    MpStoryRow *row = mp_compose_get_row (composer, i);

    mp_story_tell (composer->story, row);
    widest = MAX (widest, mp_page_measure (composer->page, MP_TEXT_NAME, row->title));
    if (composer->give < MP_GIVE_PARTIES && !composer->dense)
      widest = MAX (widest, mp_page_measure (composer->page, MP_TEXT_SMALL, row->parties));
  }
  return CLAMP (widest + GAP * composer->unit, LEAST_GUTTER * width, WIDEST_GUTTER * width);
}

/* Returns the room for names, in front of the plot. */
static double
names_width (const MpComposer *composer)
{
  return composer->plot_x0 - composer->x0 - GAP * composer->unit;
}

/* Adds the name of the term, and who owes whom. Stores the width of the widest line that words over
 * the bar might meet. Returns the foot. */
static double
add_names (Row *self, double *width)
{
  MpComposer *composer = self->composer;
  double unit = composer->unit, baseline = self->first_baseline;
  MpPageFace face = mp_face (MP_TEXT_NAME, MP_TONE_INK, self->hue);
  MpPageFace small = mp_face (MP_TEXT_SMALL, MP_TONE_MUTED, self->hue);
  const char *parties =
    composer->give >= MP_GIVE_PARTIES ? self->row->initials : self->row->parties;
  g_auto (GStrv) lines =
    mp_text_break (composer->request->text, MP_TEXT_NAME, self->row->title, names_width (composer));
  g_auto (GStrv) second = mp_text_break (composer->request->text, MP_TEXT_SMALL,
                                         parties != NULL ? parties : "", names_width (composer));

  for (guint i = 0; lines[i] != NULL; i++)
    *width = MAX (*width, mp_page_measure (composer->page, MP_TEXT_NAME, lines[i]));
  baseline = mp_lines_add (composer, &face, lines, composer->x0, baseline);
  return mp_lines_add (composer, &small, second, composer->x0, baseline + SECOND_LINE * unit) +
         self->foot;
}

/* --- Bars ------------------------------------------------------------------------------------- */

static void
add_bars (Row *self)
{
  mp_compose_add_bars (self->composer, self->row, self->hue, self->bar_y,
                       BAR_HEIGHT * self->composer->unit, self->bars);
}

/* Adds the numbers of a phase's sources into its bar, where that is long enough. */
static void
add_numbers_in_bar (Row *self, guint i)
{
  MpComposer *composer = self->composer;
  const MpStoryPhase *phase = &composer->story->phases[self->row->first + i];
  const MpPageBar *bar = &self->bars[i];
  g_autoptr (GArray) sources = mp_cite_phase (composer, phase->phase);
  double width = mp_numbers_width (composer, sources);
  MpLineSize line = mp_page_line (composer->page, MP_TEXT_REFERENCE);
  /* Numbers are raised; here they stand in the middle of the bar. */
  double baseline =
    bar->rect.y + bar->rect.height / 2 + line.baseline / 2 + 0.2 * composer->type.reference;

  if (sources->len == 0 || composer->give >= MP_GIVE_EARLIER)
    return;
  if (!mp_compose_is_named (self->row, phase)) {
    composer->n_unnumbered++;
    return;
  }
  if (width + 4 * composer->unit > bar->rect.width) {
    composer->n_unnumbered++;
    return;
  }
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_PHASE, phase->phase });
  mp_numbers_add (composer, sources, bar->rect.x + (bar->rect.width - width) / 2, baseline,
                  bar->tone == MP_TONE_ACCENT ? MP_TONE_ON_ACCENT : MP_TONE_MUTED, self->hue);
}

/* --- Words ------------------------------------------------------------------------------------ */

/* Breaks the words of a block into the lines for a width. */
static void
break_block (Row *self, Block *block, const char *words, double width)
{
  MpComposer *composer = self->composer;
  double numbers = block->sources != NULL ? mp_numbers_width (composer, block->sources) : 0;

  block->lines = mp_text_break (composer->request->text, block->face.role, words,
                                MAX (width - numbers, 60 * composer->unit));
}

static void
add_block (Row *self, Block *block)
{
  MpComposer *composer = self->composer;
  double leading = mp_leading (composer, block->face.role);
  guint n_lines = g_strv_length (block->lines);
  double baseline = self->baseline - (n_lines - 1) * leading;
  double numbers = block->sources != NULL ? mp_numbers_width (composer, block->sources) : 0, x = 0;

  mp_page_set_item (composer->page, block->phase != NULL
                                      ? (MpItem) { MP_ITEM_PHASE, block->phase->phase }
                                      : (MpItem) { MP_ITEM_NONE, 0 });
  for (guint i = 0; i < n_lines; i++, baseline += leading) {
    double width = mp_page_measure (composer->page, block->face.role, block->lines[i]);
    gboolean is_last = i + 1 == n_lines;

    x = block->is_ending ? block->x - width - (is_last ? numbers : 0) : block->x;
    mp_page_add_words (composer->page, &block->face, block->lines[i], x, baseline);
    block->right = MAX (block->right, x + width);
    x += width;
  }
  if (block->sources != NULL)
    x = mp_numbers_add (composer, block->sources, x, self->baseline, MP_TONE_MUTED, self->hue);
  block->right = MAX (block->right, x);
}

/* Adds a note under the bar, from an x on. */
static void
add_note (Row *self, const char *lead, const char *words, GArray *sources, double x)
{
  MpComposer *composer = self->composer;
  MpPageFace strong = mp_face (MP_TEXT_SMALL_STRONG, MP_TONE_INK, self->hue);
  MpPageFace face = mp_face (MP_TEXT_SMALL, MP_TONE_MUTED, self->hue);
  MpFlow flow = mp_flow_begin (composer, x, composer->x1, self->note_y, MP_TEXT_SMALL);

  if (lead != NULL)
    mp_flow_add (&flow, &(MpRunOfWords) { strong, lead, 0 }, 1, 0);
  if (words != NULL)
    mp_flow_add_text (&flow, &face, words);
  if (sources != NULL)
    mp_flow_add_numbers (&flow, sources);
  self->note_y = mp_flow_end (&flow);
}

/* --- Ends ------------------------------------------------------------------------------------- */

static gboolean
is_stated (const MpPageBar *bar)
{
  return bar->end != MP_PAGE_EDGE_POINT && bar->end != MP_PAGE_EDGE_FADED;
}

static void
add_tick (Row *self, double x)
{
  double top = self->baseline - mp_leading (self->composer, MP_TEXT_PLAIN) * 0.75;

  mp_page_add_box (self->composer->page, (MpRect) { x - TICK, top, TICK, self->bar_y - top }, 0,
                   MP_TONE_ACCENT, self->hue);
}

/* Adds the words on the end over the last bar, or right of it, or under it. from is where words
 * over the bar end; x is where a note begins. */
static void
add_end (Row *self, double from, double x)
{
  MpComposer *composer = self->composer;
  const MpStoryRow *row = self->row;
  const MpPageBar *bar = &self->bars[row->n_phases - 1];
  const MpStoryPhase *last = mp_story_last_phase (composer->story, row);
  double unit = composer->unit, end = bar->rect.x + bar->rect.width;
  MpPageFace strong =
    mp_face (is_stated (bar) ? MP_TEXT_STRONG : MP_TEXT_PLAIN, MP_TONE_INK, self->hue);
  MpPageFace plain = mp_face (MP_TEXT_PLAIN, MP_TONE_INK, self->hue);
  g_autofree char *rest =
    row->condition != NULL ? g_strdup_printf (C_ ("end", ", %s"), row->condition) : g_strdup ("");
  double lead_width = mp_page_measure (composer->page, strong.role, row->end);
  double width = lead_width + mp_page_measure (composer->page, plain.role, rest);
  double gap = is_stated (bar) ? END_GAP * unit : 0, right = end - gap;

  if (*row->end == '\0')
    return;
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_PHASE, last->phase });
  if (right - width < from + WORDS_GAP * unit)
    right = MAX (end + gap, from + WORDS_GAP * unit) + width;
  if (right > composer->x1 + 0.5) {
    /* Words that say until when are larger than notes, but have no room on that line. */
    add_note (self, row->end, row->condition, NULL, x);
    return;
  }
  if (mp_compose_is_reversed (composer, row->end)) {
    mp_page_add_words (composer->page, &strong, row->end, right - lead_width, self->baseline);
    mp_page_add_words (composer->page, &plain, rest, right - width, self->baseline);
  } else {
    mp_page_add_words (composer->page, &strong, row->end, right - width, self->baseline);
    mp_page_add_words (composer->page, &plain, rest, right - width + lead_width, self->baseline);
  }
  if (is_stated (bar) && bar->end != MP_PAGE_EDGE_TORN && right <= end)
    add_tick (self, end);
}

static void
add_notes (Row *self, double x)
{
  MpComposer *composer = self->composer;
  const MpStoryRow *row = self->row;

  if (row->comparison.possibly && composer->story->is_change)
    add_note (self, NULL, mp_words_change (&row->comparison), NULL, x);
  if (row->press != NULL && composer->give < MP_GIVE_PRESS) {
    g_autoptr (GArray) sources = mp_cite_press (composer, row->press_phase);

    mp_page_set_item (composer->page, (MpItem) { MP_ITEM_PHASE, row->press_phase });
    add_note (self, NULL, row->press, sources, x);
  }
}

/* --- A row of a change ------------------------------------------------------------------------ */

/* Chooses the words on both sides of the pivot. */
static void
make_sides (Row *self, double names, Block *before, Block *after)
{
  MpComposer *composer = self->composer;
  const MpStory *story = composer->story;

  before->phase = mp_story_find_phase (story, self->row, MP_STORY_BEFORE);
  before->x = mp_compose_pivot_x0 (composer);
  before->is_ending = TRUE;
  before->face = mp_face (MP_TEXT_PLAIN, MP_TONE_MUTED, self->hue);
  if (before->phase != NULL) {
    before->sources = mp_cite_phase (composer, before->phase->phase);
    break_block (self, before, before->phase->state,
                 before->x - (composer->x0 + names + GAP * composer->unit));
  }
  after->phase = mp_story_find_phase (story, self->row, MP_STORY_HOLDS);
  after->x = mp_compose_pivot_x1 (composer);
  after->face = mp_face (MP_TEXT_STATE, MP_TONE_INK, self->hue);
  if (after->phase != NULL)
    after->sources = mp_cite_phase (composer, after->phase->phase);
  break_block (self, after,
               after->phase != NULL ? after->phase->state
                                    : mp_words_change (&self->row->comparison),
               composer->x1 - after->x);
}

static double
words_height (const Row *self, const Block *block)
{
  return block->lines != NULL
           ? (g_strv_length (block->lines) - 1) * mp_leading (self->composer, block->face.role)
           : 0;
}

static void
add_change (Row *self, double names)
{
  MpComposer *composer = self->composer;
  Block before = { NULL }, after = { NULL };
  double unit = composer->unit;

  make_sides (self, names, &before, &after);
  self->baseline += MAX (words_height (self, &before), words_height (self, &after));
  self->bar_y = self->baseline + BAR_BELOW * unit;
  self->note_y = self->bar_y + (BAR_HEIGHT + 2) * unit;
  add_bars (self);
  for (guint i = 0; i < self->row->n_phases; i++)
    if (composer->story->phases[self->row->first + i].tense == MP_STORY_EARLIER)
      add_numbers_in_bar (self, i);
  if (before.lines != NULL)
    add_block (self, &before);
  add_block (self, &after);
  for (guint i = 0; i < self->row->n_phases; i++)
    if (composer->story->phases[self->row->first + i].tense == MP_STORY_LATER)
      add_numbers_in_bar (self, i);
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  if (after.phase == NULL) {
    self->note_y = self->bar_y + (BAR_HEIGHT / 2.0 - 11) * unit;
    if (mp_story_find_phase (composer->story, self->row, MP_STORY_LATER) == NULL)
      add_note (self, NULL, self->row->gap, NULL, after.x);
    self->note_y = self->bar_y + (BAR_HEIGHT + 2) * unit;
  } else {
    add_end (self, after.right, after.x);
    add_notes (self, after.x);
  }
  block_clear (&before);
  block_clear (&after);
}

/* --- A row of what is in force ---------------------------------------------------------------- */

/* Adds the words of all phases where they begin, if they have room before the next ones. */
static void
add_states (Row *self)
{
  MpComposer *composer = self->composer;
  const MpStoryRow *row = self->row;
  double unit = composer->unit, free_from = composer->plot_x0, notes_x = free_from;

  self->bar_y = self->baseline + BAR_BELOW * unit;
  self->note_y = self->bar_y + (BAR_HEIGHT + 2) * unit;
  add_bars (self);
  for (guint i = 0; i < row->n_phases; i++) {
    const MpStoryPhase *phase = &composer->story->phases[row->first + i];
    gboolean holds = phase->tense == MP_STORY_HOLDS;
    double x = MAX (self->bars[i].rect.x, free_from);
    double room =
      i + 1 < row->n_phases && !holds ? self->bars[i + 1].rect.x - GAP * unit : composer->plot_x1;
    Block block = { .phase = phase,
                    .sources = mp_cite_phase (composer, phase->phase),
                    .face = mp_face (holds ? MP_TEXT_STATE : MP_TEXT_PLAIN,
                                     holds ? MP_TONE_INK : MP_TONE_MUTED, self->hue),
                    .x = x };

    if (!mp_compose_is_named (row, phase)) {
      composer->n_unnumbered++;
      block_clear (&block);
      continue;
    }
    break_block (self, &block, phase->state, room - x);
    if (block.lines[1] == NULL && room > x) {
      add_block (self, &block);
      free_from = block.right + GAP * unit;
    } else {
      add_numbers_in_bar (self, i);
      add_note (self, NULL, phase->state, NULL, MIN (x, composer->plot_x1 - LEAST_NOTE * unit));
    }
    if (holds || i + 1 == row->n_phases)
      notes_x = MIN (x, composer->plot_x1 - LEAST_NOTE * unit);
    block_clear (&block);
  }
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  add_end (self, free_from - GAP * unit, notes_x);
  add_notes (self, notes_x);
}

double
mp_compose_row (MpComposer *composer, MpStoryRow *row, double y)
{
  /* Rows that are closer than usual have less room above and below. */
  double spare = composer->pitch - USUAL_PITCH * composer->unit;
  Row self = { .composer = composer,
               .row = row,
               .hue = mp_compose_hue (composer, row->term),
               .first_baseline = y + BASELINE * composer->unit + ABOVE * spare,
               .foot = FOOT * composer->unit + (1 - ABOVE) * spare,
               .bars = g_new0 (MpPageBar, MAX (row->n_phases, 1)) };
  double names = 0, foot;

  self.baseline = self.first_baseline;
  mp_story_tell (composer->story, row);
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  foot = add_names (&self, &names);
  if (composer->story->is_change)
    add_change (&self, names);
  else
    add_states (&self);
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  g_free (self.bars);
  return MAX (MAX (foot, y + composer->pitch), self.note_y + self.foot);
}
