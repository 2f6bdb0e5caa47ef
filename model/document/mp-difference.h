/* mp-difference.h: what became of every entry from one agreement to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compares two agreements as values: two versions of a file, or what was known on two days. Things
 * are the same where their ids are; phases, which have none, where their term is the same and their
 * start, their state or their whole span is. What only stands at another place in the file, or is
 * laid out otherwise, does not differ.
 */
#pragma once

#include "mp-agreement.h"

G_BEGIN_DECLS

/* What became of a thing, or of one member of it. */
typedef enum {
  MP_DIFFERENCE_ADDED,
  MP_DIFFERENCE_GONE,
  MP_DIFFERENCE_MOVED,    /* its date or span is another */
  MP_DIFFERENCE_REWORDED, /* a text is another */
  MP_DIFFERENCE_AMOUNT,   /* an amount is another, was added or is gone */
  MP_DIFFERENCE_BETTER,   /* it is better sourced: surer, or by more sources */
  MP_DIFFERENCE_WORSE,
  MP_DIFFERENCE_SOURCES, /* it is sourced otherwise, neither better nor worse */
  MP_DIFFERENCE_OTHER,   /* a member that is none of these, such as the topic */
  MP_N_DIFFERENCES,
} MpDifferenceKind;

/* What a difference is in. */
typedef enum {
  MP_THING_AGREEMENT,
  MP_THING_PARTY,
  MP_THING_TOPIC,
  MP_THING_SOURCE,
  MP_THING_TERM,
  MP_THING_PHASE,
  MP_THING_MILESTONE,
  MP_THING_STEP,
  MP_N_THINGS,
} MpThing;

/* A difference. Its words belong to the array. */
typedef struct {
  MpDifferenceKind kind;
  MpThing thing;
  guint32 before;     /* index of the thing in the first agreement, or MP_NONE where it was added */
  guint32 after;      /* and in the second, or MP_NONE where it is gone */
  const char *member; /* the key of the file that differs: "date"; "" for the thing as a whole */
  char *old_value;    /* what it was, in words, or as the file has it; NULL for nothing */
  char *new_value;    /* what it is */
} MpDifference;

/* Returns all differences from one agreement to another: those of the agreement, then term by term
 * with its phases, then of milestones, parties, topics, sources and the story; in the order of the
 * second agreement, each followed by what is gone. Array of MpDifference; free it
 * with g_array_unref (). Takes time in proportion to what is in both. */
GArray *mp_differences (MpAgreement *before, MpAgreement *after) G_GNUC_WARN_UNUSED_RESULT;

/* Counts the differences of a kind. */
guint mp_differences_count (const GArray *differences, MpDifferenceKind kind);

/* The word of a kind in JSON, "better-sourced", and the symbol that stands before it; never freed.
 */
const char *mp_difference_kind_to_string (MpDifferenceKind kind);
const char *mp_difference_kind_symbol (MpDifferenceKind kind);

/* The word of a kind of thing in JSON, "milestone"; never freed. */
const char *mp_thing_to_string (MpThing thing);

/* Returns what a difference is in: "The 2026 reset", "Rent: Fixed", as the second agreement calls
 * it, else the first. And its id, that of its term for a phase; "" where it has none. Free the name
 * with g_free (). */
char *mp_difference_name (MpAgreement *before, MpAgreement *after,
                          const MpDifference *difference) G_GNUC_WARN_UNUSED_RESULT;
const char *mp_difference_id (MpAgreement *before, MpAgreement *after,
                              const MpDifference *difference);

/* Returns what became of it, without its name: "Added", "Moved: 2030 → 2032", "Better sourced:
 * claimed → stated". Free with g_free (). */
char *mp_difference_words (const MpDifference *difference) G_GNUC_WARN_UNUSED_RESULT;

/* Returns all of them in one line: "2 added, 1 moved"; "no differences" for none. Free with g_free
 * (). */
char *mp_differences_summary (const GArray *differences) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
