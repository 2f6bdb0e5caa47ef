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

/* How the date of a milestone is given. Strings are borrowed. */
typedef struct {
  const char *id;    /* of the milestone that has the date */
  const char *text;  /* the date itself, EDTF; NULL where it is counted from another */
  guint32 milestone; /* the index of that other milestone */
  MpDuration by;
  gboolean before; /* else after */
} MpDateOrigin;

/* Stores how the date of a milestone is given. Returns FALSE if that is not known. */
typedef gboolean (*MpOriginFunc) (guint32 milestone, MpDateOrigin *origin, gpointer data);

typedef struct _MpResolver MpResolver;

/* Creates a resolver. The strings that find_origin () stores must stay valid until the function of
 * the resolver that asked for them has returned. */
MpResolver *mp_resolver_new (MpOriginFunc find_origin, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void mp_resolver_free (MpResolver *resolver);

/* Finds the date of a milestone. On failure returns FALSE, leaves *date as it is, and stores in
 * *fault a sentence without a full stop, which belongs to the resolver, or NULL if the fault is
 * that of another milestone. If milestones are counted from each other in a cycle, only the first
 * of them in the file has the fault, and its sentence names the whole cycle. */
gboolean mp_resolver_find (MpResolver *resolver, guint32 milestone, MpSpan *date,
                           const char **fault);

/* Counts from the date of a milestone. If that is an interval, a date after it is counted from its
 * end, a date before it from its start. The result can be open or unknown. Failures are as for
 * mp_resolver_find (). */
gboolean mp_resolver_count (MpResolver *resolver, const MpDateOrigin *origin, MpDate *date,
                            const char **fault);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpResolver, mp_resolver_free)

G_END_DECLS
