/* mp-compose-back.c: the pages behind: lesser events, and the sources in full
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-compose-private.h"

#include "mp-agreement.h"

#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels of small words that are 16 high. */
#define TOP 0.72
#define COLUMN_GAP 28
#define EVENT_COLUMN 420 /* at least so wide */
#define SOURCE_COLUMN 640
#define HEADING_GAP 10
#define BLOCK_GAP 22
#define ENTRY_GAP 2
#define NUMBER_ROOM 34
#define DATE_GAP 10
#define DATE_SHARE 0.38 /* of a column of events */

/* Entries that are set in columns. */
typedef struct {
  MpComposer *composer;
  GPtrArray *pages;
  double foot; /* of each page */
  double y;    /* where the columns begin on this page */
  double lowest;
} Columns;

/* Adds an entry at x, y in a width, or only measures it unless is_added. Returns its height. */
typedef double (*EntryFunc) (MpComposer *composer, guint entry, double x, double y, double width,
                             gboolean is_added);

static void
begin_page (Columns *self)
{
  MpComposer *composer = self->composer;

  if (composer->page != NULL)
    g_ptr_array_add (self->pages, g_steal_pointer (&composer->page));
  mp_compose_begin_page (composer);
  self->y = self->lowest = composer->type.margin * TOP;
}

static void
add_heading (Columns *self, const char *words)
{
  MpComposer *composer = self->composer;
  MpPageFace face = mp_face (MP_TEXT_STANDFIRST, MP_TONE_INK, MP_COLOR_GRAY);
  MpLineSize line = mp_page_line (composer->page, face.role);

  /* A heading does not stand alone at the foot of a page. */
  if (self->lowest + 4 * line.height > self->foot)
    begin_page (self);
  mp_page_add_words (composer->page, &face, words, composer->x0, self->lowest + line.baseline);
  self->y = self->lowest = self->lowest + line.height + HEADING_GAP * composer->unit;
}

/* Sets entries in columns of about the same height, over as many pages as they need. */
static void
add_entries (Columns *self, guint n_entries, double least, EntryFunc add)
{
  MpComposer *composer = self->composer;
  double unit = composer->type.small / 16, gap = COLUMN_GAP * unit;
  double room = composer->x1 - composer->x0;
  guint n_columns = (guint) MAX (1, floor ((room + gap) / (least * unit + gap)));
  double width = (room - (n_columns - 1) * gap) / n_columns;
  guint i = 0;

  while (i < n_entries) {
    double total = 0, tallest = 0, height, y = self->y;
    guint column = 0;

    for (guint rest = i; rest < n_entries && total < n_columns * (self->foot - self->y); rest++) {
      double entry = add (composer, rest, 0, 0, width, FALSE) + ENTRY_GAP * unit;

      total += entry;
      tallest = MAX (tallest, entry);
    }
    height = MIN (self->foot - self->y, MAX (ceil (total / n_columns) + tallest, tallest));
    for (; i < n_entries; i++) {
      double entry = add (composer, i, 0, 0, width, FALSE);

      if (y > self->y && y + entry > self->y + height) {
        y = self->y;
        if (++column == n_columns)
          break;
      }
      y +=
        add (composer, i, composer->x0 + column * (width + gap), y, width, TRUE) + ENTRY_GAP * unit;
      self->lowest = MAX (self->lowest, y);
    }
    if (i < n_entries)
      begin_page (self);
  }
  self->lowest += BLOCK_GAP * unit;
}

/* --- Events ----------------------------------------------------------------------------------- */

static void
add_lesser (gpointer lesser, guint event)
{
  g_array_append_val ((GArray *) lesser, event);
}

static double
add_event (MpComposer *composer, guint entry, double x, double y, double width, gboolean is_added)
{
  guint32 milestone = composer->story->events[g_array_index (composer->back_events, guint, entry)];
  MpPageFace muted = mp_face (MP_TEXT_SMALL, MP_TONE_MUTED, MP_COLOR_GRAY);
  MpPageFace face = mp_face (MP_TEXT_SMALL, MP_TONE_INK, MP_COLOR_GRAY);
  MpText *text = composer->request->text;
  g_autofree char *date = mp_story_event_date (composer->story, milestone);
  g_autofree char *title = mp_story_event_title (composer->story, milestone);
  g_autoptr (GArray) sources = mp_cite_milestone (composer, milestone);
  MpLineSize line = mp_page_line (composer->page, face.role);
  double indent = DATE_SHARE * width, gap = DATE_GAP * composer->unit;
  double room = MAX (width - indent - mp_numbers_width (composer, sources), 0.3 * width);
  g_auto (GStrv) dates = mp_text_break (text, muted.role, date, indent - gap);
  g_auto (GStrv) lines = mp_text_break (text, face.role, title, room);
  guint n_lines = g_strv_length (lines);

  if (is_added) {
    double baseline = y + line.baseline, last;

    mp_page_set_item (composer->page, (MpItem) { MP_ITEM_MILESTONE, milestone });
    mp_lines_add (composer, &muted, dates, x, baseline);
    last = x + indent + mp_page_measure (composer->page, face.role, lines[n_lines - 1]);
    baseline = mp_lines_add (composer, &face, lines, x + indent, baseline);
    mp_numbers_add (composer, sources, last, baseline, MP_TONE_MUTED, MP_COLOR_GRAY);
    mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  }
  return MAX (n_lines, g_strv_length (dates)) * line.height;
}

/* --- Sources ---------------------------------------------------------------------------------- */

static double
add_source (MpComposer *composer, guint entry, double x, double y, double width, gboolean is_added)
{
  guint32 source = composer->numbering->sources[entry];
  double indent = NUMBER_ROOM * composer->type.small / 16;
  MpPageFace strong = mp_face (MP_TEXT_SMALL_STRONG, MP_TONE_MUTED, MP_COLOR_GRAY);
  MpPageFace face = mp_face (MP_TEXT_SMALL, MP_TONE_MUTED, MP_COLOR_GRAY);
  g_autofree char *words = mp_words_source (composer->agreement, source, FALSE);
  g_autofree char *number = g_strdup_printf ("%u", entry + 1);
  g_auto (GStrv) lines = mp_text_break (composer->request->text, face.role, words, width - indent);
  MpLineSize line = mp_page_line (composer->page, face.role);

  if (is_added) {
    face.source = source;
    mp_page_add_words_ending (composer->page, &strong, number, x + indent - 8, y + line.baseline);
    mp_lines_add (composer, &face, lines, x + indent, y + line.baseline);
  }
  return g_strv_length (lines) * line.height;
}

void
mp_compose_back (MpComposer *composer, GPtrArray *pages, double foot)
{
  Columns self = { .composer = composer, .pages = pages, .foot = foot };
  guint n_lesser = composer->lesser != NULL ? mp_bits_count (composer->lesser) : 0;

  if (n_lesser == 0 && composer->numbering->n_sources == 0)
    return;
  begin_page (&self);
  composer->back_events = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_lesser);
  if (n_lesser > 0) {
    mp_bits_for_each (composer->lesser, add_lesser, composer->back_events);
    add_heading (&self, _ ("Lesser events"));
    add_entries (&self, n_lesser, EVENT_COLUMN, add_event);
  }
  if (composer->numbering->n_sources > 0) {
    add_heading (&self, _ ("Sources"));
    add_entries (&self, composer->numbering->n_sources, SOURCE_COLUMN, add_source);
  }
  g_clear_pointer (&composer->back_events, g_array_unref);
  g_ptr_array_add (pages, g_steal_pointer (&composer->page));
}
