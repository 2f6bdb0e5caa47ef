/* mp-resolver.h: dates that are counted from those of milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A milestone's date may be counted from another milestone's, which may be counted too. The
 * resolver follows such a chain to its end and remembers what it finds; it needs no stack, however
 * long the chain is. It knows milestones only by their index and asks for the rest.
 */
#pragma once

#include "mp-date.h"
#include "mp-duration.h"

G_BEGIN_DECLS

/* Where a date comes from. Strings are borrowed. */
typedef struct {
  const char *id;    /* of the milestone that has the date */
  const char *text;  /* the date itself, EDTF; NULL where it is counted from another */
  guint32 milestone; /* that other, by its index */
  MpDuration by;
  gboolean before; /* else after */
} MpDateOrigin;

/* Stores where the date of a milestone comes from; FALSE if that is not known. */
typedef gboolean (*MpOriginFunc) (guint32 milestone, MpDateOrigin *origin, gpointer data);

typedef struct _MpResolver MpResolver;

/* What find_origin () points to must stay as it is until the resolver is freed. */
MpResolver *mp_resolver_new (MpOriginFunc find_origin, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void mp_resolver_free (MpResolver *resolver);

/* Finds the date of a milestone. Where it has none returns FALSE, leaves *date alone and stores in
 * *fault a sentence without full stop or, if the fault is that of another milestone, NULL. Of
 * milestones that are counted from each other, only the first in the file has the fault; its
 * sentence names the whole ring. The sentence belongs to the resolver. */
gboolean mp_resolver_find (MpResolver *resolver, guint32 milestone, MpSpan *date,
                           const char **fault);

/* Counts from the date of a milestone: from its end for a date after it, from its start for one
 * before, where it is an interval. What is found can be open or unknown. Conventions as for
 * mp_resolver_find (). */
gboolean mp_resolver_count (MpResolver *resolver, const MpDateOrigin *origin, MpDate *date,
                            const char **fault);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpResolver, mp_resolver_free)

G_END_DECLS
