/* mp-numbering.h: numbers the sources of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure cites its sources by number. The code that draws an entry collects the sources of the
 * entry and then replaces them by their numbers. A source gets the next number the first time, so
 * that numbers follow the order of reading, and the list under the figure has exactly the sources
 * that are cited.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-measure.h"

G_BEGIN_DECLS

typedef struct {
  MpAgreement *agreement; /* owned */
  guint32 *sources;       /* those that have a number, in the order of their numbers, from 1 */
  guint n_sources;

  /* Private */
  guint32 *numbers; /* by source; 0: it has none yet */
} MpNumbering;

/* Creates a numbering in which no source has a number. Free with mp_numbering_free (), which
 * accepts NULL. */
MpNumbering *mp_numbering_new (MpAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
void mp_numbering_free (MpNumbering *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpNumbering, mp_numbering_free)

/* Add the sources of an entry and of its amounts to an array of guint32, each at most once. If
 * others is TRUE, so are the sources of the dates that other sources give, which are drawn with it,
 * and for the last phase of a term those of its rule of notice. */
void mp_numbering_collect_milestone (MpAgreement *agreement, guint32 milestone, gboolean others,
                                     GArray *sources);
void mp_numbering_collect_phase (MpAgreement *agreement, guint32 phase, gboolean others,
                                 GArray *sources);

/* Adds the sources of a run of citations to an array of guint32, each at most once. */
void mp_numbering_collect (MpAgreement *agreement, MpRun citations, GArray *sources);

/* Returns what mp_numbering_apply () would make of the sources now, without giving any a number.
 * Free with g_array_unref (). */
GArray *mp_numbering_preview (const MpNumbering *self,
                              const GArray *sources) G_GNUC_WARN_UNUSED_RESULT;

/* Takes the numbers after the first n_sources back. */
void mp_numbering_truncate (MpNumbering *self, guint n_sources);

/* Replaces the sources in an array of guint32 by their numbers, sorted. Those that have no number
 * yet get the next ones. */
void mp_numbering_apply (MpNumbering *self, GArray *sources);

/* Returns the greatest width that the numbers of this many sources can have, in logical pixels. */
double mp_numbering_room (MpAgreement *agreement, guint count, MpMeasure measure);

G_END_DECLS
