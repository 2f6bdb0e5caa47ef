/* mp-table.h: before and after, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The terms of an agreement at two dates, a row each under its topic: term, before, after. Like a
 * scene, a table is laid out whole and then painted; all places are logical pixels from its top
 * left.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-color.h"
#include "mp-date.h"
#include "mp-filter.h"
#include "mp-numbering.h"
#include "mp-paint.h"

G_BEGIN_DECLS

/* What holds at one of the two dates. */
typedef struct {
  const char *state; /* borrowed; NULL where the term is not in force */
  char *note;        /* when the phase holds and how well that is known, or NULL */
  MpRect rect;
} MpTableCell;

typedef struct {
  MpRowKind kind;
  guint32 index; /* of the topic or the term */
  MpColor color;
  MpRect rect;
  const char *title; /* borrowed */

  /* Of a term */
  MpComparison comparison;
  MpRect title_rect;
  MpRect badge;
  MpTableCell before;
  MpTableCell after;
  guint n_sources; /* those that have a number in this row or above */
} MpTableRow;

typedef struct {
  MpAgreement *agreement;
  MpSize size;
  double head_height;
  char *before_words; /* over the two columns */
  char *after_words;
  MpTableRow *rows;
  guint n_rows;
  MpNumbering *numbering; /* of the sources, in the order in which the rows cite them */
  guint n_left_out;       /* terms left out because they are unchanged */
} MpTable;

typedef struct {
  MpAgreement *agreement;
  const MpDate *before;
  const MpDate *after;
  guint32 milestone; /* whose sides these are, or MP_NONE */
  gboolean hide_unchanged;
  const MpVisibleSet *visible; /* NULL: every term */
  double width;
  MpText *text;
} MpTableRequest;

/* Lays a table out, as high as it needs to be. Terms in force at neither date have no row. */
MpTable *mp_table_new (const MpTableRequest *request) G_GNUC_WARN_UNUSED_RESULT;
void mp_table_free (MpTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpTable, mp_table_free)

/* Paints the rows that lie within the height; the text is the one that it was laid out with. */
void mp_table_paint (cairo_t *cr, const MpTable *table, const MpStyle *style, MpText *text,
                     double height);

/* How many terms' rows do not lie within the height. */
guint mp_table_count_below (const MpTable *table, double height);

/* How many sources the rows within the height cite. */
guint mp_table_count_sources (const MpTable *table, double height);

/* Returns the table as text, a row a line, without any place: what tests compare. Free with
 * g_free (). */
char *mp_table_dump (const MpTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
