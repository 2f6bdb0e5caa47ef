/* mp-compose-private.h: what the parts of composing share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each part adds to the page from a height down, and returns the height at which it ends. All
 * lengths are in design pixels.
 */
#pragma once

#include "mp-compose.h"

#include "mp-scale.h"
#include "mp-ticks.h"

G_BEGIN_DECLS

/* What has given way so far, in the order in which it does. */
typedef enum {
  MP_GIVE_NOTHING,
  MP_GIVE_LESS_EVENTS, /* events of the least importance, then of the next */
  MP_GIVE_EVENTS,
  MP_GIVE_SAME, /* rows of terms that are over, or of which no change is stated */
  MP_GIVE_PRESS,
  MP_GIVE_EARLIER,
  MP_GIVE_PARTIES,
  MP_N_GIVES,
} MpGive;

/* Signs that the key explains. */
typedef enum {
  MP_SIGN_EARLIER,
  MP_SIGN_BEFORE,
  MP_SIGN_HOLDS,
  MP_SIGN_LATER,
  MP_SIGN_HATCHED,
  MP_SIGN_ABOUT,
  MP_SIGN_DOUBTED,
  MP_SIGN_TORN,
  MP_SIGN_FADED,
  MP_SIGN_POINT,
  MP_SIGN_CERTAINTY, /* + MpCertainty */
  MP_SIGN_CHANGED = MP_SIGN_CERTAINTY + MP_N_CERTAINTIES,
  MP_SIGN_ENDED,
  MP_SIGN_ADDED,
  MP_SIGN_PERHAPS,
  MP_SIGN_TODAY,
  MP_N_SIGNS,
} MpSign;

typedef struct {
  const MpComposeRequest *request;
  MpStory *story;
  MpAgreement *agreement;
  MpType type;
  double unit; /* how large things are beside those of a slide: 1 on a slide */
  double x0;   /* the margins */
  double x1;
  gboolean has_headline_size;

  /* The attempt */
  MpGive give;
  MpPage *page;
  MpNumbering *numbering;
  double pitch;    /* the least height of a row */
  gboolean dense;  /* words stand in the bars */
  GArray *shown;   /* the rows that are drawn, by their place in the story */
  GArray *over;    /* the terms of rows that are not drawn because they are over */
  guint first_row; /* the rows of this page: [first_row, after_row) of those shown */
  guint after_row;
  double axis_y;  /* of the line under the years */
  double plot_x0; /* where the axis begins and ends */
  double plot_x1;
  MpScale scale;
  guint32 signs;       /* bits of MpSign */
  guint n_unnumbered;  /* bars without room for the numbers of their sources */
  guint n_events;      /* events that are neither drawn nor counted on the page */
  GPtrArray *letters;  /* of MpLetter: words that stand under the key */
  MpBits *lesser;      /* the events that are only counted, by their place in the story */
  GArray *back_events; /* the lesser ones, while the pages behind are composed */
  GArray *cited;       /* the numbers of sources on this page, in rising order */
  gboolean is_last;    /* no page with rows follows */
} MpComposer;

/* Of a row with more phases than this, only the one that holds is named: the bars are too short to
 * be told apart, whatever stands beside them. */
#define MP_COMPOSE_MOST_PHASES 40

static inline gboolean
mp_compose_is_named (const MpStoryRow *row, const MpStoryPhase *phase)
{
  return row->n_phases <= MP_COMPOSE_MOST_PHASES || phase->tense == MP_STORY_HOLDS;
}

static inline MpStoryRow *
mp_compose_get_row (const MpComposer *composer, guint i)
{
  return &composer->story->rows[g_array_index (composer->shown, guint, i)];
}

/* A phase whose words have no room in its row. */
typedef struct {
  char *letter;
  char *words;
  guint32 phase; /* whose sources are cited, or MP_NONE */
} MpLetter;

/* --- Words, mp-compose-words.c ---------------------------------------------------------------- */

/* A face without link. */
MpPageFace mp_face (MpTextRole role, MpTone tone, MpColor hue);

/* The colour of a term's topic. */
MpColor mp_compose_hue (const MpComposer *composer, guint32 term);

/* Sources that are to be cited; a GArray of guint32, freed with g_array_unref (). */
GArray *mp_cite_phase (const MpComposer *composer, guint32 phase) G_GNUC_WARN_UNUSED_RESULT;
GArray *mp_cite_milestone (const MpComposer *composer, guint32 milestone) G_GNUC_WARN_UNUSED_RESULT;
GArray *mp_cite_press (const MpComposer *composer, guint32 phase) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the width of the numbers of sources, as they would be if they were given now, with the
 * gap before them; 0 for none. */
double mp_numbers_width (const MpComposer *composer, const GArray *sources);

/* Returns the greatest width that they can have, whatever numbers are given before them. */
double mp_numbers_widest (const MpComposer *composer, const GArray *sources);

/* Gives the sources numbers, and adds these, each a link, beside words that end at x on a baseline.
 * Returns the x where they end. sources then holds the numbers. */
double mp_numbers_add (MpComposer *composer, GArray *sources, double x, double baseline,
                       MpTone tone, MpColor hue);

/* Adds lines of words below each other, the first on a baseline. Returns the last baseline. */
double mp_lines_add (MpComposer *composer, const MpPageFace *face, char **lines, double x,
                     double baseline);

/* Returns whether the pieces of a line, which are placed one by one, follow each other against the
 * direction of the page: words that are read from left to right, in a mirrored page. */
gboolean mp_compose_is_reversed (const MpComposer *composer, const char *words);

/* The distance of two baselines. */
double mp_leading (const MpComposer *composer, MpTextRole role);

/* --- Flowing text, mp-compose-flow.c ---------------------------------------------------------- */

/* Words in one face, within an item of flowing text. */
typedef struct {
  MpPageFace face;
  const char *words;
  double gap; /* before it */
} MpRunOfWords;

typedef struct {
  MpComposer *composer;
  double x0;
  double x1;
  double x;
  double baseline;
  double leading;
} MpFlow;

MpFlow mp_flow_begin (MpComposer *composer, double x0, double x1, double y, MpTextRole role);

/* Adds an item, which is broken only if it is wider than a line. gap is the distance from the item
 * before, on one line. */
void mp_flow_add (MpFlow *flow, const MpRunOfWords *runs, guint n_runs, double gap);

/* Adds words that may be broken between any two of them. */
void mp_flow_add_text (MpFlow *flow, const MpPageFace *face, const char *text);

/* Adds numbers of sources to the item before. */
void mp_flow_add_numbers (MpFlow *flow, GArray *sources);

/* Begins a new line, if the line has anything on it. */
void mp_flow_break (MpFlow *flow);

/* Returns the foot of the last line. */
double mp_flow_end (const MpFlow *flow);

/* --- Parts of a page -------------------------------------------------------------------------- */

/* Headline and standfirst; mp-compose-head.c. */
double mp_compose_head (MpComposer *composer, double y);

/* The axis, mp-compose-axis.c: places the years and the flags of today and the as-of date above a
 * line, and sets axis_y. */
double mp_compose_axis (MpComposer *composer, double y);

/* The x of an instant, which is within the plot unless the instant is beyond the span. */
double mp_compose_x (const MpComposer *composer, MpInstant instant);

/* The x at which words before the pivot end and words after it begin. */
double mp_compose_pivot_x0 (const MpComposer *composer);
double mp_compose_pivot_x1 (const MpComposer *composer);

/* Adds the lines of the grid and that of the pivot, from the axis down to a foot; top is where the
 * line of the pivot begins. */
void mp_compose_grid (MpComposer *composer, double top, double foot);

/* The same for an axis that stands at the foot: the lines go up from it to a top. */
void mp_compose_grid_up (MpComposer *composer, double pivot_top, double top, double foot);

/* Milestones above the axis, mp-compose-events.c. */
double mp_compose_events (MpComposer *composer, double y);

/* Bars, mp-compose-bars.c: returns the bar of a phase between two heights. */
MpPageBar mp_compose_bar (MpComposer *composer, const MpStoryPhase *phase, MpColor hue, double y,
                          double height);

/* Adds the bars of a row, and stores them in the order of its phases. Bars that would lie within
 * one pixel of the one before are left out. */
void mp_compose_add_bars (MpComposer *composer, const MpStoryRow *row, MpColor hue, double y,
                          double height, MpPageBar *bars);

/* Rows, mp-compose-row.c and mp-compose-dense.c. The first returns the width of the column of
 * names. */
double mp_compose_gutter (MpComposer *composer);
double mp_compose_row (MpComposer *composer, MpStoryRow *row, double y);
double mp_compose_dense_row (MpComposer *composer, MpStoryRow *row, double y);

/* The foot, mp-compose-foot.c: key, letters, what is not drawn, sources. */
double mp_compose_foot (MpComposer *composer, double y);

/* The pages behind, with lesser events and full sources, mp-compose-back.c: adds them to pages.
 * foot is the height at which a page must end. */
void mp_compose_back (MpComposer *composer, GPtrArray *pages, double foot);

/* Whole pages, from the top to the foot. They return the height that is used. */
double mp_compose_rows_page (MpComposer *composer);
double mp_compose_square_page (MpComposer *composer);
double mp_compose_table_page (MpComposer *composer);

/* Begins an empty page, mp-compose-begin.c. */
void mp_compose_begin_page (MpComposer *composer);

G_END_DECLS
