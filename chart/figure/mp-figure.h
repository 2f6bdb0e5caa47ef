/* mp-figure.h: a chart with title, legend and sources, for a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure is what the user exports. It has a title, a scene or a table, a legend and the sources,
 * and can be understood without the program. It shows the agreement, not what the window has in
 * view.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"
#include "mp-page.h"
#include "mp-palette.h"
#include "mp-payments-term.h"
#include "mp-references.h"
#include "mp-table.h"

G_BEGIN_DECLS

/* The bounds of width and height, in logical pixels. */
#define MP_FIGURE_MIN_SIDE 200
#define MP_FIGURE_MAX_SIDE 32767

/* The most pixels that a picture can have on a side, which is a limit of Cairo, and in all. Writing
 * takes no more memory for more of them, but whoever opens the picture needs four bytes for each,
 * so a mistyped size should be noticed. */
#define MP_FIGURE_MAX_PIXEL_SIDE 32767
#define MP_FIGURE_MAX_PIXELS (1000 * 1000 * 1000)

#define MP_FIGURE_DEFAULT_WIDTH 1600

/* How a figure is laid out. */
typedef enum {
  MP_LAYOUT_WINDOW, /* as in the window: the scene, or the table of a comparison */
  MP_LAYOUT_WIDE,   /* a row for each term, with its words; the axis above: a slide, a document */
  MP_LAYOUT_PAGE,   /* pages for print, with lesser events and full sources behind */
  MP_LAYOUT_SQUARE, /* what ends when, in large letters */
  MP_LAYOUT_TABLE,  /* before and after, in words, with a strip of years */
} MpFigureLayout;
#define MP_N_FIGURE_LAYOUTS 5

/* What a figure in the layout of the window shows of the agreement. */
typedef enum {
  MP_CHART_TIMELINE,
  MP_CHART_TABLE, /* of a comparison; if as_of or before is NULL, the timeline is shown instead */
} MpChart;

/* What a figure shows and how. Pointers are borrowed, except in a copy. */
typedef struct {
  MpFigureLayout layout;
  MpChart chart;     /* in the layout of the window only */
  double width;      /* logical pixels */
  double height;     /* 0: as high as the content */
  double scale;      /* pixels for a logical pixel */
  gboolean is_print; /* letters have a size in points, and do not follow the width */
  double text_size;  /* of letters, as a multiple of what suits the layout; 1 at first */
  MpTheme theme;
  MpColoring coloring;
  gboolean is_transparent; /* the ground is not painted */
  const char *headline;    /* NULL: derived from what is shown */
  const char *subtitle;    /* NULL: likewise; the as-of day is added in any case */
  gboolean is_bare;        /* without headline, subtitle, list of sources and margins, for a page
                              that has them; the layout of the window has them always */
  MpInstant today;
  const MpDate *as_of;     /* the as-of date; NULL for today */
  const MpDate *before;    /* the date with which it is compared; NULL for no comparison */
  guint32 milestone;       /* the one to name if these are the sides of several; else MP_NONE */
  gboolean hide_unchanged; /* leave out terms that are the same at both dates */
  gboolean has_span;       /* FALSE: everything is shown, and begin and end are not used */
  double begin;            /* days */
  double end;
  MpItem selection;
  MpVisibleSet *visible;   /* the entries to show, whose number the subtitle tells; NULL: all */
  MpBits *collapsed;       /* the topics that are one row; NULL: none */
  const MpWhatIf *what_if; /* draw what would be paid, in place of the timeline; NULL: draw that */
  const char *font;        /* as for mp_text_new () */
  MpTextDirection direction;

  /* Of the file only, not of what is seen */
  gboolean has_story;     /* PDF, HTML: all steps of the story, each a part of its own */
  gboolean has_agreement; /* PNG: the agreement and these options are inside, to be opened again */
  gboolean has_outlines;  /* SVG: letters are outlines, for readers that lack the fonts */
} MpFigureOptions;

/* Returns options for a timeline of everything, as of today, in the light theme, at scale 1 and as
 * high as its content. */
MpFigureOptions mp_figure_options_new (MpInstant today);

/* Returns a copy that owns everything to which it points, so that it can be handed to another
 * thread. Free with mp_figure_options_free (), which accepts only such a copy or NULL. */
MpFigureOptions *mp_figure_options_copy (const MpFigureOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void mp_figure_options_free (MpFigureOptions *copy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpFigureOptions, mp_figure_options_free)

typedef struct _MpFigure MpFigure;

/* Creates a figure and lays it out. If the content is higher than options->height, everything is
 * made smaller, down to half its size; terms that do not fit even then are left out, and a note
 * tells their number. If options->height is 0, the figure is as high as its content. Then it is
 * made smaller only if a picture of this scale could not have as many pixels; if half its size
 * still needs more, the figure is higher than can be painted, which mp_export_check_height ()
 * finds.
 *
 * Marks and bars have the numbers of their sources, and the sources are listed under the chart. If
 * the height is given, the list has about a third of it at most: it names the sources in full, or
 * in short if that takes too much room, and a note tells the number of those that are not listed.
 *
 * Free with mp_figure_free (), which accepts NULL. */
MpFigure *mp_figure_new (MpAgreement *agreement,
                         const MpFigureOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void mp_figure_free (MpFigure *figure);

/* Returns why there is no figure, in a sentence that names a size that would do, owned by the
 * figure; NULL if there is one. A figure that is refused has no page, and must not be painted. */
const char *mp_figure_get_refusal (const MpFigure *figure);

/* Returns the size of each page in logical pixels. */
MpSize mp_figure_get_size (const MpFigure *figure);

/* Returns the number of pages, at least 1. Only MP_LAYOUT_PAGE has more than one. */
guint mp_figure_get_n_pages (const MpFigure *figure);

/* Returns the headline, owned by the figure. */
const char *mp_figure_get_headline (const MpFigure *figure);

/* Returns the figure in words, without colour or position: the headline, a sentence for each row,
 * what is left out, the as-of day and the number of sources. If is_short, it has at most
 * MP_FIGURE_MAX_ALT characters, as an alternative text; else it is complete. Free with g_free ().
 */
#define MP_FIGURE_MAX_ALT 1500
char *mp_figure_describe (const MpFigure *figure, gboolean is_short) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a page of a composed figure, owned by the figure, or NULL. */
const MpPage *mp_figure_get_page (const MpFigure *figure, guint page);

/* Return the chart of a figure in the layout of the window, owned by it: either a scene or a table.
 * The other one, and both in other layouts, is NULL. */
const MpScene *mp_figure_get_scene (const MpFigure *figure);
const MpTable *mp_figure_get_table (const MpFigure *figure);

/* Returns the factor by which everything is made smaller, from 1 down to 0.5. */
double mp_figure_get_shrink (const MpFigure *figure);

/* Return the list of sources, which only the layout of the window has, and the sentences about what
 * is left out, "" if nothing is. Both are owned by the figure. */
const MpReferences *mp_figure_get_references (const MpFigure *figure);
const char *mp_figure_get_notes (const MpFigure *figure);

/* Returns the sources of what is drawn, in the order of their numbers, from 1, whether the list has
 * room for them or not. Sets n_sources to how many there are. Owned by the figure. */
const guint32 *mp_figure_get_sources (const MpFigure *figure, guint *n_sources);

/* Returns the line under the title, owned by the figure. */
const char *mp_figure_get_subtitle (const MpFigure *figure);

/* Paints a page of the figure, counted from 0, with its top left corner at 0, 0, in logical pixels.
 * The ground reaches MP_FIGURE_BLEED farther to the right and down, so that the last pixels are
 * full where a side is not a whole number of them. Clip it where something stands there. */
#define MP_FIGURE_BLEED 1
void mp_figure_paint (const MpFigure *figure, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpFigure, mp_figure_free)

G_END_DECLS
