/* mp-references.c: lays out and paints the numbered list of sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-references.h"

#include "mp-agreement.h"
#include "mp-array.h"
#include "mp-paint-entry.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels. */
#define COLUMN_WIDTH 330 /* of a column in the full form, at least */
#define SHORT_WIDTH 180  /* the same in the short form */
#define COLUMN_GAP 20
#define NUMBER_GAP 5
#define ENTRY_GAP 1
#define HEADING_GAP 3

/* --- Layout ----------------------------------------------------------------------------------- */

/* Removes the references after the first n_entries. */
static void
truncate (MpReferences *self, guint n_entries)
{
  while (self->n_entries > n_entries)
    g_free (self->entries[--self->n_entries].words);
}

/* Places the references in columns of a height, one column after another. Returns the number of
 * those that have room. */
static guint
fill_columns (MpReferences *self, double height, guint n_columns, double column_width, double unit)
{
  guint column = 0, n = 0;
  double y = 0;

  for (; n < self->n_entries; n++) {
    MpReference *reference = &self->entries[n];

    if (y > 0 && y + reference->rect.height > height + 0.01) {
      column++;
      y = 0;
    }
    if (column == n_columns || reference->rect.height > height + 0.01)
      break;
    reference->rect.x = column * (column_width + COLUMN_GAP * unit) + self->number_width;
    reference->rect.y = self->heading_height + y;
    y += reference->rect.height + ENTRY_GAP * unit;
  }
  return n;
}

/* Lays the list out in the full or the short form, in columns as low as possible. */
static void
lay_out (MpReferences *self, const MpReferencesRequest *request, gboolean is_short)
{
  MpMeasure measure = mp_text_get_measure (request->text);
  double unit = measure.unit, gap = COLUMN_GAP * unit;
  double least = (is_short ? SHORT_WIDTH : COLUMN_WIDTH) * unit;
  guint n_columns = (guint) MAX (1, floor ((request->width + gap) / (least + gap)));
  double column_width = floor ((request->width - (n_columns - 1) * gap) / n_columns);
  double words = MAX (1, column_width - self->number_width), total = 0, tallest = 0, height;

  self->is_short = is_short;
  self->n_left_out = 0;
  truncate (self, 0);
  for (guint i = 0; i < request->n_sources; i++) {
    MpReference reference = { .source = request->sources[i],
                              .words =
                                mp_words_source (self->agreement, request->sources[i], is_short) };

    reference.rect.width = words;
    reference.rect.height =
      ceil (mp_text_measure_paragraph (request->text, MP_TEXT_NOTE, reference.words, words).height);
    total += reference.rect.height + ENTRY_GAP * unit;
    tallest = MAX (tallest, reference.rect.height);
    mp_array_append (self->entries, self->n_entries, reference);
  }
  height = MAX (tallest, floor (total / n_columns));
  while (fill_columns (self, height, n_columns, column_width, unit) < self->n_entries)
    height += ceil (2 * unit);
  self->size = (MpSize) { request->width, ceil (self->heading_height + height) };
  if (!is_short || self->size.height <= request->max_height)
    return;
  height = MAX (0, floor (request->max_height - self->heading_height));
  self->n_left_out = self->n_entries - fill_columns (self, height, n_columns, column_width, unit);
  truncate (self, self->n_entries - self->n_left_out);
  self->size.height = self->n_entries > 0 ? self->heading_height + height : 0;
}

MpReferences *
mp_references_new (const MpReferencesRequest *request)
{
  MpReferences *self = g_new0 (MpReferences, 1);
  MpMeasure measure = mp_text_get_measure (request->text);
  g_autofree char *last = g_strdup_printf ("%u", request->n_sources);

  self->agreement = g_object_ref (request->agreement);
  if (request->n_sources == 0)
    return self;
  self->heading_height =
    mp_text_line_height (request->text, MP_TEXT_BADGE) + ceil (HEADING_GAP * measure.unit);
  self->number_width =
    ceil (mp_measure (measure, MP_TEXT_NOTE, last).width + NUMBER_GAP * measure.unit);
  lay_out (self, request, FALSE);
  if (request->full_height > 0 && self->size.height > request->full_height)
    lay_out (self, request, TRUE);
  return self;
}

void
mp_references_free (MpReferences *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->agreement);
  truncate (self, 0);
  g_free (self->entries);
  g_free (self);
}

/* --- Painting --------------------------------------------------------------------------------- */

void
mp_references_paint (cairo_t *cr, const MpReferences *self, const MpStyle *style, MpText *text,
                     double x, double y)
{
  double gap = NUMBER_GAP * mp_text_get_measure (text).unit;
  double line = mp_text_line_height (text, MP_TEXT_NOTE);

  if (self->n_entries == 0)
    return;
  mp_text_draw (text, cr, MP_TEXT_BADGE, _ ("Sources"),
                (MpRect) { x, y, self->size.width, mp_text_line_height (text, MP_TEXT_BADGE) },
                MP_ALIGN_START, style->text);
  for (guint i = 0; i < self->n_entries; i++) {
    const MpReference *reference = &self->entries[i];
    MpRect rect = reference->rect;
    g_autofree char *number = g_strdup_printf ("%u", i + 1);

    rect.x += x;
    rect.y += y;
    mp_text_draw (text, cr, MP_TEXT_NOTE, number,
                  (MpRect) { rect.x - self->number_width, rect.y, self->number_width - gap, line },
                  MP_ALIGN_END, style->text);
    mp_text_draw_paragraph (text, cr, MP_TEXT_NOTE, reference->words, rect, style->dim_text);
    mp_paint_source_link (cr, self->agreement, reference->source, rect);
  }
}

/* --- For tests -------------------------------------------------------------------------------- */

char *
mp_references_dump (const MpReferences *self)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < self->n_entries; i++) {
    g_string_append_printf (dump, "%u %s\n", i + 1, self->entries[i].words);
  }
  return g_string_free (dump, FALSE);
}
