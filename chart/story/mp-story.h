/* mp-story.h: what a figure tells, in words and dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A story chooses the terms and the milestones that a figure shows, and has the words for them;
 * nothing in it has a place yet. A story may have a pivot: the date of the selected milestone, or
 * the two dates that are compared. If the pivot changed any term, the story is one of a change: it
 * tells what each changed term was before and what it is after. Any other story tells what is in
 * force on the as-of date, what was before and what is to come.
 *
 * All words are translated, and safe to be drawn: texts of the file are isolated and not longer
 * than a figure can hold.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-bits.h"
#include "mp-compare.h"
#include "mp-date.h"
#include "mp-item.h"
#include "mp-visible-set.h"

G_BEGIN_DECLS

/* Which terms a story is about. */
typedef enum {
  MP_STORY_ALL,     /* those that the pivot changed or, without a pivot, all of them */
  MP_STORY_ENDINGS, /* those in force whose end is stated */
  MP_STORY_WHOLE,   /* all of them, also where there is a pivot */
} MpStoryKind;

/* What a story is made from; all borrowed. */
typedef struct {
  MpStoryKind kind;
  MpAgreement *agreement;
  MpInstant today;
  const MpDate *as_of;  /* NULL: today */
  const MpDate *before; /* of a comparison with as_of, else NULL */
  guint32 milestone;    /* the one whose sides are compared, or MP_NONE */
  MpItem selection;     /* a milestone is the pivot, unless two dates are compared */
  const MpVisibleSet *visible;
  gboolean has_span; /* else begin and end are not used */
  double begin;      /* days */
  double end;
  const char *headline; /* NULL: derived */
  const char *subtitle; /* NULL: derived */
} MpStoryRequest;

/* How a phase stands in its story. */
typedef enum {
  MP_STORY_EARLIER, /* before the one that the change ended */
  MP_STORY_BEFORE,  /* just before the change; in any other story: over */
  MP_STORY_HOLDS,   /* just after the change; else in force, or possibly */
  MP_STORY_LATER,   /* after that; else to come */
} MpStoryTense;

typedef struct {
  guint32 phase;
  MpStoryTense tense;
  char *state; /* NULL until mp_story_tell () */
} MpStoryPhase;

/* A term. */
typedef struct {
  guint32 term;
  MpComparison comparison; /* of the two sides of a change; else both are the as-of date */
  guint first;             /* in the story's phases, in order of time */
  guint n_phases;

  /* The words, of which all are NULL until mp_story_tell () */
  char *title;
  char *parties;       /* "OpenAI → Microsoft", who owes and who gets; else the topic */
  char *initials;      /* "O → M", or NULL where no party is named */
  char *end;           /* when the last phase ends: "ends in 2030"; "" where it has ended already */
  char *condition;     /* what may end it before: "or when the total cap is reached", or NULL */
  char *press;         /* amounts that only the press reports, of the phase that holds; or NULL */
  guint32 press_phase; /* the phase with these amounts */
  char *gap; /* where nothing holds after what ended: its note, else that nothing is stated */
} MpStoryRow;

typedef struct {
  MpAgreement *agreement; /* owned */
  char *headline;
  char *subtitle; /* ends in the as-of day */
  char *as_of_words;
  double begin; /* days: the span that is drawn, in whole units of the calendar */
  double end;
  MpInstant today;
  MpInstant as_of; /* its first instant */
  gboolean is_today;

  /* The pivot, if there is one: what was before it ended until pivot_from, and what is after it
   * begins at pivot_until. */
  gboolean has_pivot;
  gboolean is_change; /* the rows tell what the pivot changed, not what is in force */
  MpInstant pivot_from;
  MpInstant pivot_until;
  guint32 milestone; /* the pivot, or MP_NONE */
  char *pivot_title; /* "27 April 2026: The 2026 reset"; NULL if it is no milestone */

  MpStoryRow *rows; /* topic by topic */
  guint n_rows;
  MpStoryPhase *phases;
  guint n_phases;
  guint32 *events; /* the milestones within the span, in order of time, without the pivot */
  guint n_events;

  guint n_terms;   /* of the agreement, also those that a filter hides */
  guint32 *untold; /* the terms that are left out because no change of them is stated */
  guint n_untold;
  guint32 *outside; /* those that have no phase within the span */
  guint n_outside;
} MpStory;

/* Returns a story. Free with mp_story_free (), which accepts NULL. */
MpStory *mp_story_new (const MpStoryRequest *request) G_GNUC_WARN_UNUSED_RESULT;
void mp_story_free (MpStory *story);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpStory, mp_story_free)

/* Sets the words of a row and of its phases, if they are not there yet. A story can have more rows
 * than any figure has room for. */
void mp_story_tell (MpStory *story, MpStoryRow *row);

/* Returns the title of the agreement, safe to be drawn. Free with g_free (). */
char *mp_story_title (const MpStory *story) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the title of a term, safe to be drawn. Free with g_free (). */
char *mp_story_term_title (const MpStory *story, guint32 term) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the last phase of a row, which is the one whose end the row tells. */
const MpStoryPhase *mp_story_last_phase (const MpStory *story, const MpStoryRow *row);

/* Returns the phase of a row with a tense: of several, the last one that is past and the first one
 * that is not. Returns NULL if there is none. */
const MpStoryPhase *mp_story_find_phase (const MpStory *story, const MpStoryRow *row,
                                         MpStoryTense tense);

/* Returns the sentence that a row is in an alternative text: "Models and products: Exclusive, to
 * 2032, 28 October 2025 to 27 April 2026; Non-exclusive, 27 April 2026 to 2032." Free with g_free
 * (). */
char *mp_story_row_words (MpStory *story, MpStoryRow *row) G_GNUC_WARN_UNUSED_RESULT;

/* Return the title of a milestone, safe to be drawn, and its date in words. Free with g_free (). */
char *mp_story_event_title (const MpStory *story, guint32 milestone) G_GNUC_WARN_UNUSED_RESULT;
char *mp_story_event_date (const MpStory *story, guint32 milestone) G_GNUC_WARN_UNUSED_RESULT;

/* Returns what is told of a milestone, "" if nothing is. Free with g_free (). */
char *mp_story_summary (const MpStory *story, guint32 milestone) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the initials of a party and its name, "O: OpenAI". Free with g_free (). */
char *mp_story_party (const MpStory *story, guint32 party) G_GNUC_WARN_UNUSED_RESULT;

/* Counts events in cells of the calendar. An event whose date is vague is spread evenly over the
 * cells that it can lie in, each of which counts its share. */
typedef struct {
  double begin; /* the day on which the cell begins */
  double end;
  double count;
  gboolean is_exact; /* every event in it certainly lies in it */
} MpStoryCell;

/* Returns the cells of the span, of about that many, each as long as a step of the axis; elements
 * are MpStoryCell. counted tells which events are counted, by their place in story->events.
 * Free with g_array_unref (). */
GArray *mp_story_count_events (const MpStory *story, const MpBits *counted,
                               guint n_cells) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
