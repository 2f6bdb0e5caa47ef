/* mp-numbering.h: the numbers of the sources of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture that leaves the window names its sources by number. The code that draws an entry asks
 * here for the sources that the entry rests on, and for their numbers. Numbers are given in the
 * order of these calls, which is the order of reading, and the list under the picture has exactly
 * the sources that were asked for.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-measure.h"

G_BEGIN_DECLS

typedef struct {
  MpAgreement *agreement; /* owned */
  guint32 *sources;       /* those that have a number; number 1 is the first */
  guint n_sources;

  /* Private */
  guint32 *numbers; /* a source each: its number, or 0 */
} MpNumbering;

MpNumbering *mp_numbering_new (MpAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
void mp_numbering_free (MpNumbering *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpNumbering, mp_numbering_free)

/* Adds to sources, an array of guint32, those that an entry rests on and that it does not have yet:
 * the entry's own and its amounts'. others: also those of the other dates that are drawn with it
 * and, of the last phase of a term, of the rule of notice. */
void mp_numbering_collect_milestone (MpAgreement *agreement, guint32 milestone, gboolean others,
                                     GArray *sources);
void mp_numbering_collect_phase (MpAgreement *agreement, guint32 phase, gboolean others,
                                 GArray *sources);

/* Replaces sources by their numbers, sorted. Those that have none yet get the next ones. */
void mp_numbering_apply (MpNumbering *self, GArray *sources);

/* Returns the width that the numbers of count sources need at a mark at most, in logical pixels. */
double mp_numbering_room (MpAgreement *agreement, guint count, MpMeasure measure);

G_END_DECLS
