/* mp-crowd.h: counts the phases that touch a stretch of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row can have more phases than pixels. The picture then shows how many there are, which a crowd
 * counts without going through them: a stretch is touched by those that begin before its end, less
 * those that end before its beginning. With both in order, that is two searches.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-span-index.h"
#include "mp-visible-set.h"

G_BEGIN_DECLS

/* The phases of a term, or of the visible terms of a topic. A phase counts from when it is possibly
 * in force until it certainly no longer is. */
typedef struct {
  guint length;
  const MpInstant *starts; /* in order */
  const MpInstant *ends;   /* in order, so not by phase */
  MpSpanIndex spans;       /* of a term: its phases, in their order; of a topic empty */

  /* Private */
  MpInstant *own_starts;
  MpInstant *own_ends;
} MpCrowd;

/* What stands on a stretch of time. */
typedef struct {
  guint count; /* the phases that touch it */
  guint first; /* the number of the first phase that begins in it or later */
} MpCrowdCell;

/* Returns how many phases begin before until and end after from. */
guint mp_crowd_count (const MpCrowd *crowd, MpInstant from, MpInstant until);

/* Counts the phases in n_cells stretches that follow each other. edges has n_cells + 1 instants, in
 * order. */
void mp_crowd_count_cells (const MpCrowd *crowd, const MpInstant *edges, guint n_cells,
                           MpCrowdCell *cells);

/* The crowds of an agreement, made when they are asked for. Only one thread at a time may use them.
 */
typedef struct _MpCrowds MpCrowds;

/* Creates the crowds of the entries in visible; NULL: of all. Free with mp_crowds_unref (). */
MpCrowds *mp_crowds_new (MpAgreement *agreement, MpVisibleSet *visible) G_GNUC_WARN_UNUSED_RESULT;
MpCrowds *mp_crowds_ref (MpCrowds *crowds);
void mp_crowds_unref (MpCrowds *crowds);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpCrowds, mp_crowds_unref)

/* Return the crowd of a term or a topic, which belongs to crowds. */
const MpCrowd *mp_crowds_get_term (MpCrowds *crowds, guint32 term);
const MpCrowd *mp_crowds_get_topic (MpCrowds *crowds, guint32 topic);

G_END_DECLS
