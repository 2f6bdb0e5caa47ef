/* mp-compare.h: before and after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays two dates side by side and says of each term what became of it. As everywhere, a date that a
 * person names is a stretch of time, a day or a year, and how a term stands in it is the answer of
 * mp_query_standing ().
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
  gboolean possibly; /* the dates leave it open whether it came to that */
  MpStanding before;
  MpStanding after;
} MpComparison;

/* How one term stands at two dates. A phase that certainly holds at one date and possibly at the
 * other is possibly added, or possibly ended. Both dates need an earliest and an after that are
 * finite. */
MpComparison mp_compare_term (MpAgreement *agreement, guint32 term, const MpDate *before,
                              const MpDate *after);

/* All terms, in the file's order. Free with g_array_unref (). */
GArray *mp_compare (MpAgreement *agreement, const MpDate *before,
                    const MpDate *after) G_GNUC_WARN_UNUSED_RESULT;

/* The terms about which a comparison has something to tell. Free with mp_bits_unref (). */
MpBits *mp_compare_changed (MpAgreement *agreement, const MpDate *before,
                            const MpDate *after) G_GNUC_WARN_UNUSED_RESULT;

/* Stores the two sides of a milestone: the last day before its earliest instant and the first day
 * after its latest; of a milestone with a time of day, the second before and the second after; the
 * year, where it has more than four digits and therefore no days.
 * Returns FALSE, and stores nothing, where its date has no bound on one side. */
gboolean mp_compare_sides (MpAgreement *agreement, guint32 milestone, MpDate *before,
                           MpDate *after);

/* The milestone whose sides two dates are, the preferred one if it is, which may be MP_NONE; of
 * several the most important, and of these the first in the file. MP_NONE where there is none. */
guint32 mp_compare_milestone_between (MpAgreement *agreement, const MpDate *before,
                                      const MpDate *after, guint32 preferred);

/* The milestone whose sides a comparison begins with where none is selected: of those of the
 * greatest importance that change terms, the last one that is over at the instant, else the first
 * one to come; MP_NONE where no milestone changes anything. */
guint32 mp_compare_default_milestone (MpAgreement *agreement, MpInstant instant);

/* Joins a term's comparison to that of several, which begins as that of none: { .term = MP_NONE }.
 * What became of all that are not the same, if that is one thing, else changed; possibly where it
 * is no more than possible of each; unchanged where all are the same. */
void mp_comparison_join (MpComparison *several, const MpComparison *one);

/* Whether there is nothing to tell about a comparison: unchanged or absent, and certainly so. */
gboolean mp_comparison_is_same (const MpComparison *comparison);

/* "absent", "unchanged", "added", "changed", "ended": the words of dumps and of JSON. */
const char *mp_change_kind_to_string (MpChangeKind change);

/* "+", "→", "−", "=": what stands for a verdict where there is no room for words; empty for absent.
 */
const char *mp_change_kind_symbol (MpChangeKind change);

G_END_DECLS
