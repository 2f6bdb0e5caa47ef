/* mp-ends.h: the words of the ends that phases are stated to have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frame has no time to put dates into words, so what was asked for once is kept.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-measure.h"

G_BEGIN_DECLS

/* The most words that an end has: with its condition, with "or before" in place of it, and the date
 * alone. */
#define MP_END_MAX_WORDS 3

typedef struct {
  guint n_words; /* at least 1; fewer if the phase has no condition */
  struct {
    char *text;
    double width;            /* in whole logical pixels */
  } words[MP_END_MAX_WORDS]; /* the longest first */
} MpEnd;

/* The ends of an agreement, made when they are asked for. Only one thread at a time may use them.
 */
typedef struct _MpEnds MpEnds;

/* Creates the ends of an agreement. Free with mp_ends_unref (). */
MpEnds *mp_ends_new (MpAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
MpEnds *mp_ends_ref (MpEnds *ends);
void mp_ends_unref (MpEnds *ends);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpEnds, mp_ends_unref)

/* Returns the words of the end of a phase, which belong to ends. The measure must always be the
 * same. */
const MpEnd *mp_ends_get (MpEnds *ends, guint32 phase, MpMeasure measure);

G_END_DECLS
