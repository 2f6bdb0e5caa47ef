/* mp-filter.h: which entries are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entries of an agreement are its terms and its milestones. A filter holds criteria; applied to
 * an agreement it gives the entries that meet all of them. Nothing is taken out of the agreement.
 *
 * A criterion asks of each entry what the entry can answer:
 *
 *              a term                                a milestone
 *   topics     its topic                             its topic
 *   parties    obligor or obligee                    those of a term that it changes
 *   certainty  that of one of its phases             its own
 *   importance every term passes                     its own
 *   in force   one of its phases, or possibly so     that of a term that it changes
 *   span       one of its phases may lie in it       its date may lie in it
 *   terms      whether it is one of them             every milestone passes
 *   milestones every term passes                     whether it is one of them
 *
 * Certainty, in force and span must be met by one and the same phase; party and in force, of a
 * milestone, by one and the same term. mp-criteria.h has the rules that a search shares.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"
#include "mp-visible-set.h"

G_BEGIN_DECLS

/* Only the code that makes a filter changes it, before it passes it on. From then on it is shared
 * by reference count, and any thread may read it. */
typedef struct {
  MpBits *topics;     /* of the topics; NULL: all. The sets are owned */
  MpBits *parties;    /* of the parties; NULL: all, and what names no party */
  MpBits *terms;      /* of the terms; NULL: all. Not the user sets these two, but a comparison, */
  MpBits *milestones; /* or a figure that is opened again; of the milestones, NULL: all */
  guint certainties;  /* a bit for each: 1 << MpCertainty; 0: all */
  guint importances;  /* a bit for each: 1 << importance; 0: all */
  gboolean in_force;  /* on the as-of date */
  gboolean has_span;  /* FALSE: begin and end are not read */
  MpInstant begin;    /* the span is [begin, end) */
  MpInstant end;

  /* Private */
  gatomicrefcount references;
} MpFilter;

#define MP_TYPE_FILTER (mp_filter_get_type ())
GType mp_filter_get_type (void);

/* Makes a filter that lets everything pass. Free with mp_filter_unref (). */
MpFilter *mp_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Makes a copy, which may be changed; of NULL, a new filter. Free with mp_filter_unref (). */
MpFilter *mp_filter_copy (const MpFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

/* Take and release a reference; mp_filter_ref () returns its argument. */
MpFilter *mp_filter_ref (MpFilter *filter);
void mp_filter_unref (MpFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpFilter, mp_filter_unref)

/* Whether a filter, which may be NULL, has no criterion. A criterion that every entry meets counts.
 */
gboolean mp_filter_is_empty (const MpFilter *filter);

/* Whether two filters, each of which may be NULL, have the same criteria. */
gboolean mp_filter_equal (const MpFilter *a, const MpFilter *b);

/* The entries that meet all criteria; [from, until) is the as-of date. Returns NULL, which stands
 * for all entries, where the filter is NULL or empty. Free with mp_visible_set_unref (). */
MpVisibleSet *mp_filter_apply (const MpFilter *filter, MpAgreement *agreement, MpInstant from,
                               MpInstant until) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
