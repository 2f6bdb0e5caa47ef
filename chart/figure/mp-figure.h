/* mp-figure.h: a chart that can stand on its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure is what leaves the window: the title, the scene or the table, the legend and the
 * sources, fitted to its content. It is a picture of the agreement, not of the window.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"
#include "mp-references.h"
#include "mp-table.h"

G_BEGIN_DECLS

/* The sizes that can be made, in logical pixels a side. */
#define MP_FIGURE_MIN_SIDE 200
#define MP_FIGURE_MAX_SIDE 32767

/* The most pixels a side, which is a limit of the drawing library; and the most in all, so that a
 * mistyped size does not fill the memory. */
#define MP_FIGURE_MAX_PIXEL_SIDE 32767
#define MP_FIGURE_MAX_PIXELS (400 * 1000 * 1000)

#define MP_FIGURE_DEFAULT_WIDTH 1600

/* What a figure shows of the agreement. */
typedef enum {
  MP_CHART_TIMELINE,
  MP_CHART_TABLE, /* before and after; needs both dates */
} MpChart;

/* What a figure shows and how. All pointers are borrowed, except in a copy. */
typedef struct {
  MpChart chart;
  double width;  /* logical pixels */
  double height; /* 0: as high as the content */
  double scale;  /* pixels a logical pixel */
  MpTheme theme;
  MpInstant today;
  const MpDate *as_of;     /* the as-of date; NULL for today */
  const MpDate *before;    /* the date that it is compared with; NULL for no comparison */
  guint32 milestone;       /* whose sides these are, of several; MP_NONE where that is not known */
  gboolean hide_unchanged; /* leave out the terms that stand at both dates alike */
  gboolean has_span;       /* FALSE: everything is shown, and begin and end are not read */
  double begin;            /* days */
  double end;
  MpItem selection;
  MpVisibleSet *visible; /* the entries to show, which the subtitle counts; NULL: all */
  MpBits *collapsed;     /* the topics that are one row; NULL: none */
  const char *font;      /* as for mp_text_new () */
  MpTextDirection direction;
} MpFigureOptions;

/* Options for everything, in light colours, at scale 1. */
MpFigureOptions mp_figure_options_new (MpInstant today);

/* Returns a copy that owns everything that it points to, so that a job can keep it, in whichever
 * thread. Free with mp_figure_options_free (), which takes nothing but such copies. */
MpFigureOptions *mp_figure_options_copy (const MpFigureOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void mp_figure_options_free (MpFigureOptions *copy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpFigureOptions, mp_figure_options_free)

typedef struct _MpFigure MpFigure;

/* Lays a figure out. Where the content is too high for the height, all of it is made smaller, down
 * to half; terms that do not fit even then are left out, and a note says how many. Without a height
 * it becomes smaller only where a picture of this scale could not be as high; if half its size is
 * not small enough, the figure is higher than that.
 *
 * At each mark and bar stand the numbers of its sources, and under the chart the sources of these
 * numbers. Where the height is given, they have at most a third of it: first in full, then in
 * short, and what then has no room is counted in a note. */
MpFigure *mp_figure_new (MpAgreement *agreement,
                         const MpFigureOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void mp_figure_free (MpFigure *figure);

/* The size in logical pixels. */
MpSize mp_figure_get_size (const MpFigure *figure);

/* The chart within the figure, one of them NULL, and how much smaller than normal everything is, 1
 * or less. */
const MpScene *mp_figure_get_scene (const MpFigure *figure);
const MpTable *mp_figure_get_table (const MpFigure *figure);
double mp_figure_get_shrink (const MpFigure *figure);

/* The list of sources, and what is said about what is left out, "" for nothing. Owned by the
 * figure. */
const MpReferences *mp_figure_get_references (const MpFigure *figure);
const char *mp_figure_get_notes (const MpFigure *figure);

/* The line under the title. Owned by the figure. */
const char *mp_figure_get_subtitle (const MpFigure *figure);

/* Paints the figure over the rectangle from 0, 0 to its size. */
void mp_figure_paint (const MpFigure *figure, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpFigure, mp_figure_free)

G_END_DECLS
