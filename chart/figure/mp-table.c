/* mp-table.c: lays out and paints the table of a comparison
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-table.h"

#include "mp-agreement.h"
#include "mp-array.h"
#include "mp-join.h"
#include "mp-paint-private.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels. */
#define PADDING 12
#define LINE_GAP 3
#define ROW_GAP 9 /* above and below a row's text */
#define BADGE_PADDING 9
#define BADGE_GAP 5
#define CHANGE_WIDTH 4 /* of the line at the start of a row that has changed */

/* Shares of the width. */
#define TERM_SHARE 0.28
#define CELL_SHARE 0.36

/* --- Texts ------------------------------------------------------------------------------------ */

/* Returns "source 3" or "sources 1, 2", or NULL if a phase has none. */
static char *
sources_words (MpTable *table, guint32 phase)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *list = NULL;

  mp_numbering_collect_phase (table->agreement, phase, FALSE, numbers);
  if (numbers->len == 0)
    return NULL;
  mp_numbering_apply (table->numbering, numbers);
  list = mp_join_numbers (&g_array_index (numbers, guint32, 0), numbers->len);
  /* Translators: %s is the numbers of sources in the list below the table: "3" or "1, 2". */
  return g_strdup_printf (ngettext ("source %s", "sources %s", numbers->len), list);
}

/* Returns "Since 27 April 2026 · Reported by the press · Sources 1, 2". */
static char *
note_of (MpTable *table, MpStanding standing)
{
  MpAgreement *agreement = table->agreement;
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpCertainty certainty = phases->certainty[standing.phase];
  g_autofree char *span = mp_words_phase_span (agreement, standing.phase);
  g_autofree char *sources = sources_words (table, standing.phase);
  const char *facts[5] = { NULL };
  guint n = 0;

  if (standing.status == MP_STATUS_POSSIBLY)
    facts[n++] = mp_words_status (standing.status);
  facts[n++] = span;
  if (!mp_certainty_get (certainty)->is_expected)
    facts[n++] = mp_words_certainty (certainty);
  if (sources != NULL)
    facts[n++] = sources;
  return mp_join (MP_JOIN_FACTS, facts);
}

/* --- Layout ----------------------------------------------------------------------------------- */

static double
paragraph_height (MpText *text, MpTextRole role, const char *string, double width)
{
  return ceil (mp_text_measure_paragraph (text, role, string, width).height);
}

/* Fills a cell in. Returns the height of its text. */
static double
lay_out_cell (MpTable *table, MpText *text, MpStanding standing, double x, double width,
              MpTableCell *cell)
{
  double unit = mp_text_get_measure (text).unit;

  cell->rect = (MpRect) { x, 0, width, mp_text_line_height (text, MP_TEXT_BAR) };
  if (standing.status == MP_STATUS_NOT)
    return cell->rect.height;
  cell->state = mp_agreement_text (table->agreement,
                                   mp_agreement_phases (table->agreement)->state[standing.phase]);
  cell->note = note_of (table, standing);
  cell->rect.height = paragraph_height (text, MP_TEXT_BAR, cell->state, width) + LINE_GAP * unit +
                      paragraph_height (text, MP_TEXT_NOTE, cell->note, width);
  return cell->rect.height;
}

static void
add_term (MpTable *table, MpText *text, const MpComparison *comparison, MpColor color)
{
  MpMeasure measure = mp_text_get_measure (text);
  const MpTerm *terms = mp_agreement_terms (table->agreement, NULL);
  double unit = measure.unit, padding = PADDING * unit, y = table->size.height;
  double term_width = floor (table->size.width * TERM_SHARE);
  double cell_width = floor (table->size.width * CELL_SHARE);
  double top = y + ROW_GAP * unit, height, before, after;
  g_autofree char *words = mp_words_change_badge (comparison);
  MpSize size = mp_measure (measure, MP_TEXT_BADGE, words);
  MpTableRow row = { .kind = MP_ROW_TERM,
                     .index = comparison->term,
                     .color = color,
                     .title = mp_agreement_text (table->agreement, terms[comparison->term].title),
                     .comparison = *comparison };

  row.title_rect = (MpRect) { padding, top, term_width - 2 * padding, 0 };
  row.title_rect.height = paragraph_height (text, MP_TEXT_ROW, row.title, row.title_rect.width);
  row.badge = (MpRect) { padding, top + row.title_rect.height + BADGE_GAP * unit,
                         MIN (ceil (size.width + 2 * BADGE_PADDING * unit), row.title_rect.width),
                         ceil (size.height + 3 * unit) };
  height = row.badge.y + row.badge.height - top;
  before =
    lay_out_cell (table, text, comparison->before, term_width, cell_width - padding, &row.before);
  after = lay_out_cell (table, text, comparison->after, term_width + cell_width,
                        cell_width - padding, &row.after);
  height = MAX (height, MAX (before, after));
  row.before.rect.y = row.after.rect.y = top;
  row.rect = (MpRect) { 0, y, table->size.width, ceil (height + 2 * ROW_GAP * unit) };
  row.n_sources = table->numbering->n_sources;
  table->size.height += row.rect.height;
  mp_array_append (table->rows, table->n_rows, row);
}

static void
add_topic (MpTable *table, MpText *text, guint32 topic)
{
  const MpTopic *topics = mp_agreement_topics (table->agreement, NULL);
  double unit = mp_text_get_measure (text).unit;
  MpTableRow row = {
    .kind = MP_ROW_TOPIC,
    .index = topic,
    .color = topics[topic].color,
    .rect = { 0, table->size.height, table->size.width,
              ceil (mp_text_line_height (text, MP_TEXT_TOPIC) + ROW_GAP * 1.5 * unit) },
    .title = mp_agreement_text (table->agreement, topics[topic].title),
  };

  row.title_rect =
    (MpRect) { PADDING * unit, row.rect.y + ROW_GAP * unit, row.rect.width - 2 * PADDING * unit,
               row.rect.height - ROW_GAP * unit };
  table->size.height += row.rect.height;
  mp_array_append (table->rows, table->n_rows, row);
}

/* Adds the rows of a topic: its heading, and the terms that are in force at either date. */
static void
add_terms_of (MpTable *table, const MpTableRequest *request, guint32 topic,
              const GArray *comparisons)
{
  const MpTerm *terms = mp_agreement_terms (table->agreement, NULL);
  MpColor color = mp_agreement_topics (table->agreement, NULL)[topic].color;
  gboolean has_heading = FALSE;

  for (guint i = 0; i < comparisons->len; i++) {
    const MpComparison *comparison = &g_array_index (comparisons, MpComparison, i);

    if (terms[comparison->term].topic != topic || comparison->change == MP_CHANGE_ABSENT ||
        !mp_visible_set_has_term (request->visible, comparison->term))
      continue;
    if (request->hide_unchanged && comparison->change == MP_CHANGE_UNCHANGED) {
      table->n_left_out++;
      continue;
    }
    if (!has_heading)
      add_topic (table, request->text, topic);
    has_heading = TRUE;
    add_term (table, request->text, comparison, color);
  }
}

/* Returns the heading of a column: "Before: 26 April 2026", or with the name of the milestone if
 * the date is one of its sides. */
static char *
head_words (MpAgreement *agreement, const MpDate *date, guint32 milestone, gboolean is_after)
{
  g_autofree char *words = mp_date_words (date);
  const char *title;

  if (milestone == MP_NONE)
    /* Translators: the heading of a column of a table; %s is a date. */
    return g_strdup_printf (is_after ? _ ("After: %s") : _ ("Before: %s"), words);
  title = mp_agreement_text (agreement, mp_agreement_milestones (agreement)->title[milestone]);
  {
    g_autofree char *name = mp_untrusted_text_isolate (title, 0);

    return is_after
             /* Translators: the heading of a column: a date, and the milestone that it follows. */
             ? g_strdup_printf (_ ("%s, after %s"), words, name)
             /* Translators: the heading of a column: a date, and the milestone that it precedes. */
             : g_strdup_printf (_ ("%s, before %s"), words, name);
  }
}

MpTable *
mp_table_new (const MpTableRequest *request)
{
  MpTable *table = g_new0 (MpTable, 1);
  g_autoptr (GArray) comparisons = mp_compare (request->agreement, request->before, request->after);
  double unit = mp_text_get_measure (request->text).unit;
  guint n_topics;

  table->agreement = g_object_ref (request->agreement);
  table->numbering = mp_numbering_new (request->agreement);
  table->before_words = head_words (request->agreement, request->before, request->milestone, FALSE);
  table->after_words = head_words (request->agreement, request->after, request->milestone, TRUE);
  table->head_height =
    ceil (mp_text_line_height (request->text, MP_TEXT_AXIS_STRONG) + 2 * ROW_GAP * unit);
  table->size = (MpSize) { request->width, table->head_height };
  mp_agreement_topics (request->agreement, &n_topics);
  for (guint32 topic = 0; topic < n_topics; topic++)
    add_terms_of (table, request, topic, comparisons);
  /* A line says that nothing changed. */
  if (table->n_rows == 0)
    table->size.height += table->head_height;
  return table;
}

void
mp_table_free (MpTable *table)
{
  if (table == NULL)
    return;
  for (guint i = 0; i < table->n_rows; i++) {
    MpTableRow *row = &table->rows[i];

    g_free (row->before.note);
    g_free (row->after.note);
  }
  g_free (table->rows);
  mp_numbering_free (table->numbering);
  g_free (table->before_words);
  g_free (table->after_words);
  g_object_unref (table->agreement);
  g_free (table);
}

guint
mp_table_count_below (const MpTable *table, double height)
{
  guint count = 0;

  for (guint i = 0; i < table->n_rows; i++) {
    const MpTableRow *row = &table->rows[i];

    count += row->kind == MP_ROW_TERM && row->rect.y + row->rect.height > height + 0.5;
  }
  return count;
}

guint
mp_table_count_sources (const MpTable *table, double height)
{
  guint count = 0;

  for (guint i = 0; i < table->n_rows; i++) {
    const MpTableRow *row = &table->rows[i];

    if (row->kind == MP_ROW_TERM && row->rect.y + row->rect.height <= height + 0.5)
      count = row->n_sources;
  }
  return count;
}

/* --- Painting --------------------------------------------------------------------------------- */

static void
paint_head (const MpPainter *painter, const MpTable *table)
{
  double padding = PADDING * mp_text_get_measure (painter->text).unit;
  double term_width = floor (table->size.width * TERM_SHARE);
  double cell_width = floor (table->size.width * CELL_SHARE);

  mp_text_draw (painter->text, painter->cr, MP_TEXT_AXIS_STRONG, _ ("Term"),
                (MpRect) { padding, 0, term_width - 2 * padding, table->head_height },
                MP_ALIGN_START, painter->style->dim_text);
  mp_text_draw (painter->text, painter->cr, MP_TEXT_AXIS_STRONG, table->before_words,
                (MpRect) { term_width, 0, cell_width - padding, table->head_height },
                MP_ALIGN_START, painter->style->text);
  mp_text_draw (painter->text, painter->cr, MP_TEXT_AXIS_STRONG, table->after_words,
                (MpRect) { term_width + cell_width, 0, cell_width - padding, table->head_height },
                MP_ALIGN_START, painter->style->text);
  mp_painter_fill_line (painter, (MpRect) { 0, table->head_height - 1, table->size.width, 1 },
                        painter->style->separator);
}

static void
paint_cell (const MpPainter *painter, const MpTableCell *cell, gboolean stands_back)
{
  const MpStyle *style = painter->style;
  MpRect rect = cell->rect;
  double state;

  if (cell->state == NULL) {
    mp_text_draw (painter->text, painter->cr, MP_TEXT_BAR, _ ("Not in force"), rect, MP_ALIGN_START,
                  style->dim_text);
    return;
  }
  state = paragraph_height (painter->text, MP_TEXT_BAR, cell->state, rect.width);
  mp_text_draw_paragraph (painter->text, painter->cr, MP_TEXT_BAR, cell->state,
                          (MpRect) { rect.x, rect.y, rect.width, state },
                          stands_back ? style->dim_text : style->text);
  state += LINE_GAP * mp_text_get_measure (painter->text).unit;
  mp_text_draw_paragraph (painter->text, painter->cr, MP_TEXT_NOTE, cell->note,
                          (MpRect) { rect.x, rect.y + state, rect.width, rect.height - state },
                          style->dim_text);
}

static void
paint_badge (const MpPainter *painter, const MpTableRow *row)
{
  const MpStyle *style = painter->style;
  const MpShades *shades = &style->shades[row->color];
  gboolean is_same = mp_comparison_is_same (&row->comparison);
  g_autofree char *words = mp_words_change_badge (&row->comparison);
  MpRgb line = is_same ? style->strong_grid : shades->label_border;

  if (!is_same)
    mp_painter_fill_pill (painter, row->badge, shades->label);
  mp_painter_outline_pill (painter, row->badge, 1, line);
  mp_text_draw (painter->text, painter->cr, MP_TEXT_BADGE, words, row->badge, MP_ALIGN_MIDDLE,
                is_same ? style->dim_text : style->text);
}

static void
paint_row (const MpPainter *painter, const MpTableRow *row)
{
  const MpStyle *style = painter->style;
  const MpShades *shades = &style->shades[row->color];
  double unit = mp_text_get_measure (painter->text).unit;

  if (row->kind == MP_ROW_TOPIC) {
    mp_text_draw (painter->text, painter->cr, MP_TEXT_TOPIC, row->title, row->title_rect,
                  MP_ALIGN_START, shades->accent);
    return;
  }
  if (!mp_comparison_is_same (&row->comparison))
    mp_painter_fill_rect (painter,
                          (MpRect) { 0, row->rect.y + ROW_GAP * unit, CHANGE_WIDTH * unit,
                                     row->rect.height - 2 * ROW_GAP * unit },
                          shades->accent);
  mp_text_draw_paragraph (painter->text, painter->cr, MP_TEXT_ROW, row->title, row->title_rect,
                          style->text);
  paint_badge (painter, row);
  paint_cell (painter, &row->before, TRUE);
  paint_cell (painter, &row->after, mp_comparison_is_same (&row->comparison));
  mp_painter_fill_line (
    painter, (MpRect) { 0, row->rect.y + row->rect.height - 1, row->rect.width, 1 }, style->grid);
}

void
mp_table_paint (cairo_t *cr, const MpTable *table, const MpStyle *style, MpText *text,
                double height)
{
  MpPainter painter = mp_painter_new (cr, style, text, NULL);
  double padding = PADDING * mp_text_get_measure (text).unit;

  mp_painter_fill_rect (&painter,
                        (MpRect) { 0, 0, table->size.width, MIN (height, table->size.height) },
                        style->background);
  paint_head (&painter, table);
  if (table->n_rows == 0)
    mp_text_draw (
      text, cr, MP_TEXT_BAR, _ ("Nothing changed between these dates."),
      (MpRect) { padding, table->head_height, table->size.width - 2 * padding, table->head_height },
      MP_ALIGN_START, style->dim_text);
  for (guint i = 0; i < table->n_rows; i++) {
    const MpTableRow *row = &table->rows[i];

    if (row->rect.y + row->rect.height <= height + 0.5)
      paint_row (&painter, row);
  }
}

/* --- For tests -------------------------------------------------------------------------------- */

static void
dump_cell (GString *dump, const MpTableCell *cell)
{
  if (cell->state == NULL)
    g_string_append (dump, " | -");
  else
    g_string_append_printf (dump, " | %s (%s)", cell->state, cell->note);
}

char *
mp_table_dump (const MpTable *table)
{
  GString *dump = g_string_new (NULL);

  g_string_append_printf (dump, "%s | %s\n", table->before_words, table->after_words);
  for (guint i = 0; i < table->n_rows; i++) {
    const MpTableRow *row = &table->rows[i];

    if (row->kind == MP_ROW_TOPIC) {
      g_string_append_printf (dump, "%s\n", row->title);
      continue;
    }
    g_string_append_printf (dump, "  %s: %s%s", row->title,
                            row->comparison.possibly ? "possibly " : "",
                            mp_change_kind_to_string (row->comparison.change));
    dump_cell (dump, &row->before);
    dump_cell (dump, &row->after);
    g_string_append_c (dump, '\n');
  }
  if (table->n_left_out > 0)
    g_string_append_printf (dump, "%u unchanged left out\n", table->n_left_out);
  return g_string_free (dump, FALSE);
}
