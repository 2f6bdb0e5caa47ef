/* mp-compose-dense.c: a row whose words stand in its bars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words stand in their bar; else right of it where nothing follows, or left of it where nothing
 * comes before; else a letter stands there, and the words under the key.
 */
#include "config.h"

#include "mp-compose-private.h"

#include "mp-agreement.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels of small words that are 16 high. */
#define BAR_HEIGHT 25
#define PADDING 9 /* from the beginning of a bar to its words */
#define GAP 8     /* beside a bar, and beside words */
#define AROUND 3  /* of a letter */
#define INITIALS_GAP 14

/* The stretch of a row in which something stands. */
typedef struct {
  double x0;
  double x1;
} Stretch;

typedef struct {
  MpComposer *composer;
  MpStoryRow *row;
  MpColor hue;
  double unit;
  double baseline;
  MpPageBar *bars; /* owned */
  GArray *taken;   /* owned; of Stretch */
} Row;

/* --- Room ------------------------------------------------------------------------------------- */

static void
take (Row *self, double x0, double x1)
{
  Stretch stretch = { x0, x1 };

  g_array_append_val (self->taken, stretch);
}

/* Returns whether nothing stands in a stretch of the plot, and no line of the pivot crosses it. */
static gboolean
is_free (const Row *self, double x0, double x1, gboolean over_bars)
{
  const MpComposer *composer = self->composer;
  double pivot = mp_compose_x (composer, composer->story->pivot_from);

  if (x0 < composer->plot_x0 - 0.5 || x1 > composer->plot_x1 + 0.5)
    return FALSE;
  if (composer->story->has_pivot && pivot > x0 - 2 && pivot < x1 + 2)
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++) {
    const Stretch *other = &g_array_index (self->taken, Stretch, i);

    if (MAX (x0, other->x0) < MIN (x1, other->x1))
      return FALSE;
  }
  for (guint i = 0; !over_bars && i < self->row->n_phases; i++) {
    MpRect rect = self->bars[i].rect;

    if (MAX (x0, rect.x) < MIN (x1, rect.x + rect.width))
      return FALSE;
  }
  return TRUE;
}

/* Returns the part of a bar in which words can be read. */
static Stretch
body_of (const Row *self, const MpPageBar *bar)
{
  Stretch body = { bar->rect.x, bar->rect.x + bar->rect.width };

  if (bar->start == MP_PAGE_EDGE_HATCHED || bar->start == MP_PAGE_EDGE_ABOUT)
    body.x0 = bar->solid_x0;
  if (bar->end == MP_PAGE_EDGE_HATCHED || bar->end == MP_PAGE_EDGE_ABOUT)
    body.x1 = bar->solid_x1;
  if (bar->end == MP_PAGE_EDGE_POINT)
    body.x1 -= bar->rect.height / 2;
  body.x0 += PADDING * self->unit;
  body.x1 -= GAP / 2.0 * self->unit;
  return body;
}

/* --- States ----------------------------------------------------------------------------------- */

static void
add_words (Row *self, MpPageFace face, const MpStoryPhase *phase, GArray *sources, double x)
{
  double from = x;

  mp_page_set_item (self->composer->page, (MpItem) { MP_ITEM_PHASE, phase->phase });
  x += mp_page_add_words (self->composer->page, &face, phase->state, x, self->baseline);
  x = mp_numbers_add (self->composer, sources, x, self->baseline,
                      face.tone == MP_TONE_INK ? MP_TONE_MUTED : face.tone, self->hue);
  take (self, from, x + GAP / 2.0 * self->unit);
}

static MpTone
tone_on (const MpPageBar *bar)
{
  if (bar->line != MP_LINE_SOLID)
    return MP_TONE_INK;
  return bar->tone == MP_TONE_TINT ? MP_TONE_ON_TINT : MP_TONE_INK;
}

/* Names the next letter: "a" to "z", "aa" and so on. */
static char *
next_letter (const MpComposer *composer)
{
  GString *letter = g_string_new (NULL);
  guint n = 1;

  for (guint i = 0; i < composer->letters->len; i++)
    n += *((const MpLetter *) g_ptr_array_index (composer->letters, i))->letter != '\0';
  for (; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letter, (char) ('a' + (n - 1) % 26));
  return g_string_free (letter, FALSE);
}

static void
add_letter (Row *self, guint i)
{
  MpComposer *composer = self->composer;
  const MpStoryPhase *phase = &composer->story->phases[self->row->first + i];
  const MpPageBar *bar = &self->bars[i];
  MpPageFace face = mp_face (MP_TEXT_SMALL_STRONG, tone_on (bar), self->hue);
  g_autofree char *letter = next_letter (composer);
  g_autofree char *span = mp_words_date (
    composer->agreement, mp_agreement_phases (composer->agreement)->span[phase->phase]);
  double width = mp_page_measure (composer->page, face.role, letter);
  double x = bar->rect.x + (bar->rect.width - width) / 2;
  MpLetter *entry = g_new0 (MpLetter, 1);

  entry->phase = phase->phase;
  if (width + AROUND * self->unit <= bar->rect.width && is_free (self, x, x + width, TRUE)) {
    mp_page_set_item (composer->page, (MpItem) { MP_ITEM_PHASE, phase->phase });
    mp_page_add_words (composer->page, &face, letter, x, self->baseline);
    take (self, x, x + width);
    /* Translators: a state of a term, and when */
    entry->words = g_strdup_printf (C_ ("phase", "%s, %s"), phase->state, span);
    entry->letter = g_steal_pointer (&letter);
  } else {
    /* Translators: a term, its state, and when */
    entry->words =
      g_strdup_printf (C_ ("letter", "%s: %s, %s"), self->row->title, phase->state, span);
    entry->letter = g_strdup ("");
  }
  g_ptr_array_add (composer->letters, entry);
}

static void
add_state (Row *self, guint i)
{
  MpComposer *composer = self->composer;
  const MpStoryPhase *phase = &composer->story->phases[self->row->first + i];
  const MpPageBar *bar = &self->bars[i];
  Stretch body = body_of (self, bar);
  g_autoptr (GArray) sources = mp_cite_phase (composer, phase->phase);
  MpPageFace face = mp_face (MP_TEXT_SMALL, tone_on (bar), self->hue);
  double width = mp_page_measure (composer->page, face.role, phase->state) +
                 mp_numbers_width (composer, sources);
  double pivot = mp_compose_x (composer, composer->story->pivot_from) + PADDING * self->unit;
  double right = bar->rect.x + bar->rect.width + GAP * self->unit;
  double left = bar->rect.x - GAP * self->unit - width;
  double x = body.x0;

  if (composer->story->has_pivot && pivot - PADDING * self->unit < x + width + 2)
    x = MAX (x, pivot);
  if (x + width <= body.x1 && is_free (self, x, x + width, TRUE)) {
    add_words (self, face, phase, sources, x);
    return;
  }
  face.tone = phase->tense == MP_STORY_HOLDS ? MP_TONE_INK : MP_TONE_MUTED;
  /* Words beside a bar that ends just before the line go on behind it. */
  if (composer->story->has_pivot && right < pivot + PADDING * self->unit &&
      right + 3 * PADDING * self->unit > pivot)
    right = MAX (right, pivot);
  if (is_free (self, right, right + width, FALSE))
    add_words (self, face, phase, sources, right);
  else if (is_free (self, left, left + width, FALSE))
    add_words (self, face, phase, sources, left);
  else
    add_letter (self, i);
}

/* --- Ends ------------------------------------------------------------------------------------- */

/* Adds the words on the end at an x: the date, and what may end it before. */
static void
put_end (Row *self, double x, const char *rest, MpTone tone)
{
  MpPage *page = self->composer->page;
  MpPageFace strong = mp_face (MP_TEXT_SMALL_STRONG, tone, self->hue);
  MpPageFace plain = mp_face (MP_TEXT_SMALL, tone, self->hue);
  double from = x;

  if (mp_compose_is_reversed (self->composer, self->row->end)) {
    x += mp_page_add_words (page, &plain, rest, x, self->baseline);
    x += mp_page_add_words (page, &strong, self->row->end, x, self->baseline);
  } else {
    x += mp_page_add_words (page, &strong, self->row->end, x, self->baseline);
    x += mp_page_add_words (page, &plain, rest, x, self->baseline);
  }
  take (self, from - GAP * self->unit, x);
}

static void
list_end (Row *self, const char *words)
{
  MpLetter *entry = g_new0 (MpLetter, 1);

  entry->letter = g_strdup ("");
  /* Translators: a term, and when it ends */
  entry->words = g_strdup_printf (C_ ("letter", "%s: %s"), self->row->title, words);
  entry->phase = MP_NONE;
  g_ptr_array_add (self->composer->letters, entry);
}

/* Adds when the last phase ends: right of the bar, or in it, or under the key. A point says that no
 * end is published, and a fade that none is known. */
static void
add_end (Row *self)
{
  MpComposer *composer = self->composer;
  const MpStoryRow *row = self->row;
  const MpPageBar *bar = &self->bars[row->n_phases - 1];
  const MpStoryPhase *last = mp_story_last_phase (composer->story, row);
  g_autofree char *rest =
    row->condition != NULL ? g_strdup_printf (C_ ("end", ", %s"), row->condition) : g_strdup ("");
  g_autofree char *all = g_strconcat (row->end, rest, NULL);
  gboolean is_stated = bar->end != MP_PAGE_EDGE_POINT && bar->end != MP_PAGE_EDGE_FADED;
  double lead = mp_page_measure (composer->page, MP_TEXT_SMALL_STRONG, row->end);
  double width = lead + mp_page_measure (composer->page, MP_TEXT_SMALL, rest);
  double right = bar->rect.x + bar->rect.width + GAP * self->unit;
  double inside = body_of (self, bar).x1 - lead;

  if (*row->end == '\0')
    return;
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_PHASE, last->phase });
  if (!is_stated) {
    if (row->condition != NULL)
      list_end (self, row->condition);
  } else if (is_free (self, right, right + width, FALSE)) {
    put_end (self, right, rest, MP_TONE_INK);
  } else if (is_free (self, right, right + lead, FALSE)) {
    put_end (self, right, "", MP_TONE_INK);
    if (row->condition != NULL)
      list_end (self, row->condition);
  } else if (inside > body_of (self, bar).x0 && is_free (self, inside, inside + lead, TRUE)) {
    put_end (self, inside, "", tone_on (bar));
    if (row->condition != NULL)
      list_end (self, row->condition);
  } else {
    list_end (self, all);
  }
}

/* --- The row ---------------------------------------------------------------------------------- */

/* Adds the name, and who owes whom in initials. Returns the number of lines. */
static guint
add_name (Row *self)
{
  MpComposer *composer = self->composer;
  MpPageFace face = mp_face (MP_TEXT_SMALL_STRONG, MP_TONE_INK, self->hue);
  MpPageFace plain = mp_face (MP_TEXT_SMALL, MP_TONE_INK, self->hue);
  double end = composer->plot_x0 - INITIALS_GAP * self->unit, room = end - composer->x0;
  g_auto (GStrv) lines = NULL;

  if (self->row->initials != NULL)
    room -=
      mp_page_add_words_ending (composer->page, &plain, self->row->initials, end, self->baseline) +
      GAP * self->unit;
  lines = mp_text_break (composer->request->text, face.role, self->row->title, MAX (room, 1));
  mp_lines_add (composer, &face, lines, composer->x0, self->baseline);
  return g_strv_length (lines);
}

double
mp_compose_dense_row (MpComposer *composer, MpStoryRow *row, double y)
{
  double unit = composer->type.small / 16, height = BAR_HEIGHT * unit;
  MpLineSize line = mp_page_line (composer->page, MP_TEXT_SMALL);
  Row self = { .composer = composer,
               .row = row,
               .hue = mp_compose_hue (composer, row->term),
               .unit = unit,
               .bars = g_new0 (MpPageBar, MAX (row->n_phases, 1)),
               .taken = g_array_new (FALSE, FALSE, sizeof (Stretch)) };
  double bar_y = y + (composer->pitch - height) / 2;
  guint n_lines;

  mp_story_tell (composer->story, row);
  self.baseline = bar_y + (height - line.height) / 2 + line.baseline;
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  n_lines = add_name (&self);
  mp_compose_add_bars (composer, row, self.hue, bar_y, height, self.bars);
  for (guint i = 0; i < row->n_phases; i++) {
    if (mp_compose_is_named (row, &composer->story->phases[row->first + i]))
      add_state (&self, i);
    else
      composer->n_unnumbered++;
  }
  add_end (&self);
  mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  g_free (self.bars);
  g_array_unref (self.taken);
  return y + composer->pitch + (n_lines - 1) * line.height;
}
