/* mp-visible-set.h: which terms and milestones are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter (mp-filter.h) makes a visible set. Code that draws or lists entries takes one as an
 * argument and leaves out the entries that are not in it. NULL stands for all entries.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-bits.h"

G_BEGIN_DECLS

/* It may be changed only before it is handed on; after that it is shared by reference count. */
typedef struct {
  MpBits *terms; /* both owned */
  MpBits *milestones;
  guint n_visible; /* terms and milestones in the set */
  guint n_all;

  /* Private */
  gatomicrefcount references;
} MpVisibleSet;

#define MP_TYPE_VISIBLE_SET (mp_visible_set_get_type ())
GType mp_visible_set_get_type (void);

/* Creates a set of all entries of an agreement with the given numbers of terms and milestones. Take
 * entries out of its members, then call mp_visible_set_count (). */
MpVisibleSet *mp_visible_set_new (guint n_terms, guint n_milestones) G_GNUC_WARN_UNUSED_RESULT;

/* Sets n_visible from the numbers of terms and milestones in the set. */
void mp_visible_set_count (MpVisibleSet *visible);

/* Returns a copy that has only those of its terms that are also in terms. visible may be NULL, for
 * all entries. */
MpVisibleSet *mp_visible_set_with_terms (const MpVisibleSet *visible, MpAgreement *agreement,
                                         const MpBits *terms) G_GNUC_WARN_UNUSED_RESULT;

MpVisibleSet *mp_visible_set_ref (MpVisibleSet *visible);
void mp_visible_set_unref (MpVisibleSet *visible);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpVisibleSet, mp_visible_set_unref)

/* Returns "12 of 47 shown". Free with g_free (). */
char *mp_visible_set_words (const MpVisibleSet *visible) G_GNUC_WARN_UNUSED_RESULT;

static inline gboolean
mp_visible_set_has_term (const MpVisibleSet *visible, guint32 term)
{
  return visible == NULL || mp_bits_has (visible->terms, term);
}

static inline gboolean
mp_visible_set_has_milestone (const MpVisibleSet *visible, guint32 milestone)
{
  return visible == NULL || mp_bits_has (visible->milestones, milestone);
}

G_END_DECLS
