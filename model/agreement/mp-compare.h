/* mp-compare.h: before and after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compares two dates and tells what became of each term from the one to the other. As everywhere, a
 * date that the user gives is a stretch of time, such as a day or a year; mp_query_standing ()
 * tells how a term stands during it.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"
#include "mp-query.h"
#include "mp-visible-set.h"

G_BEGIN_DECLS

/* What became of a term from one date to the other. */
typedef enum {
  MP_CHANGE_ABSENT,    /* in force at neither date */
  MP_CHANGE_UNCHANGED, /* the same phase holds */
  MP_CHANGE_ADDED,
  MP_CHANGE_CHANGED, /* another phase holds */
  MP_CHANGE_ENDED,
} MpChangeKind;
#define MP_N_CHANGE_KINDS 5

typedef struct {
  guint32 term;
  MpChangeKind change;
  gboolean possibly; /* the dates do not tell whether this happened */
  MpStanding before;
  MpStanding after;
} MpComparison;

/* Compares how a term stands at two dates. A phase that is certainly in force at one date and
 * possibly at the other is possibly added, or possibly ended. The earliest and after of both dates
 * must be finite. */
MpComparison mp_compare_term (MpAgreement *agreement, guint32 term, const MpDate *before,
                              const MpDate *after);

/* Compares all terms. Returns an array of MpComparison in the file's order; free it with
 * g_array_unref (). */
GArray *mp_compare (MpAgreement *agreement, const MpDate *before,
                    const MpDate *after) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the set of terms, by index, that mp_comparison_is_same () does not hold for. Free with
 * mp_bits_unref (). */
MpBits *mp_compare_changed (MpAgreement *agreement, const MpDate *before,
                            const MpDate *after) G_GNUC_WARN_UNUSED_RESULT;

/* Stores the two sides of a milestone: the last day before its earliest instant and the first day
 * after its latest; of a milestone with a time of day, the second before and the second after; the
 * year, where it has more than four digits and therefore no days.
 * Returns FALSE, and stores nothing, where its date has no bound on one side. */
gboolean mp_compare_sides (MpAgreement *agreement, guint32 milestone, MpDate *before,
                           MpDate *after);

/* Finds the milestone that has the two dates as its sides. If several have, it is the preferred
 * one, unless that is MP_NONE or not among them; else the most important, and of these the first in
 * the file. Returns MP_NONE where no milestone has these sides. */
guint32 mp_compare_milestone_between (MpAgreement *agreement, const MpDate *before,
                                      const MpDate *after, guint32 preferred);

/* Chooses the milestone whose sides are compared at first when none is selected. Of the milestones
 * that change terms, only those of the greatest importance are considered: the last of them that is
 * over at the instant, or, if none is, the first one to come. Returns MP_NONE where no milestone
 * changes a term. */
guint32 mp_compare_default_milestone (MpAgreement *agreement, MpInstant instant);

/* Adds the comparison of a term to a summary of several terms, which begins as { .term = MP_NONE }.
 * The summary leaves out terms that stayed the same: it is unchanged if all did. If the same thing
 * became of all others it is that, else it is "changed"; it is possible if it is only possible for
 * each of them. */
void mp_comparison_join (MpComparison *several, const MpComparison *one);

/* Returns whether the term is certainly the same at both dates: unchanged, or in force at neither.
 */
gboolean mp_comparison_is_same (const MpComparison *comparison);

/* Returns the word of dumps and of JSON: "absent", "unchanged", "added", "changed" or "ended";
 * never freed. */
const char *mp_change_kind_to_string (MpChangeKind change);

/* Returns the symbol that stands for a change where there is no room for words, "+", "→", "−" or
 * "="; empty for absent. Never freed.
 */
const char *mp_change_kind_symbol (MpChangeKind change);

G_END_DECLS
