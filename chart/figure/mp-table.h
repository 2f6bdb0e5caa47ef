/* mp-table.h: a comparison of two dates as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table has a row for each term, under the heading of its topic, with what was in force on the
 * date before and on the date after. Like a scene, a table is laid out whole and then painted. All
 * rectangles are in logical pixels from its top left corner.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-color.h"
#include "mp-date.h"
#include "mp-filter.h"
#include "mp-numbering.h"
#include "mp-paint.h"

G_BEGIN_DECLS

/* What a term is at one of the two dates. */
typedef struct {
  const char *state; /* borrowed; NULL if the term is not in force */
  char *note;        /* the time of the phase, its certainty and its sources; NULL without state */
  MpRect rect;
} MpTableCell;

typedef struct {
  MpRowKind kind;
  guint32 index; /* of the topic or the term */
  MpColor color;
  MpRect rect;
  const char *title; /* borrowed */

  /* Of a term only */
  MpComparison comparison;
  MpRect title_rect;
  MpRect badge;
  MpTableCell before;
  MpTableCell after;
  guint n_sources; /* the number of sources cited in this row and those above */
} MpTableRow;

typedef struct {
  MpAgreement *agreement;
  MpSize size;
  double head_height;
  char *before_words; /* the headings of the two columns of dates */
  char *after_words;
  MpTableRow *rows;
  guint n_rows;
  MpNumbering *numbering; /* of the sources, in the order in which the rows cite them */
  guint n_left_out;       /* the number of terms left out because they are unchanged */
} MpTable;

/* What a table is made from. Everything is borrowed. */
typedef struct {
  MpAgreement *agreement;
  const MpDate *before;
  const MpDate *after;
  guint32 milestone; /* the one whose sides these are, or MP_NONE */
  gboolean hide_unchanged;
  const MpVisibleSet *visible; /* NULL: every term */
  double width;                /* logical pixels */
  MpText *text;
} MpTableRequest;

/* Creates a table that is as high as it needs to be. Terms that are in force at neither date have
 * no row. Free with mp_table_free (), which accepts NULL. */
MpTable *mp_table_new (const MpTableRequest *request) G_GNUC_WARN_UNUSED_RESULT;
void mp_table_free (MpTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpTable, mp_table_free)

/* Paints the rows that fit wholly into a height, in logical pixels. text must be the one of the
 * request. */
void mp_table_paint (cairo_t *cr, const MpTable *table, const MpStyle *style, MpText *text,
                     double height);

/* Returns the number of terms whose rows do not fit into the height. */
guint mp_table_count_below (const MpTable *table, double height);

/* Returns the number of sources that the rows within the height cite. */
guint mp_table_count_sources (const MpTable *table, double height);

/* Returns the table as text that tests compare: a line for each row, without rectangles. Free with
 * g_free (). */
char *mp_table_dump (const MpTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
