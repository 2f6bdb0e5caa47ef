/* mp-shown.h: which terms and milestones are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter makes one (mp-filter.h). Whoever draws or lists entries takes one as an argument and
 * leaves out what is not in it. NULL stands for all entries.
 */
#pragma once

#include "mp-agreement.h"
#include "mp-bits.h"

G_BEGIN_DECLS

/* Changed only by whoever made it, before it is handed on; then shared by reference count. */
typedef struct {
  MpBits *terms; /* both owned */
  MpBits *milestones;
  guint n_visible; /* terms and milestones in the set */
  guint n_all;

  /* Private */
  gatomicrefcount references;
} MpShown;

/* An empty set for an agreement with this many terms and milestones. Fill it with mp_bits_set (),
 * then call mp_shown_count (). */
MpShown *mp_shown_new (guint n_terms, guint n_milestones) G_GNUC_WARN_UNUSED_RESULT;

/* Sets n_visible from the two sets. */
void mp_shown_count (MpShown *shown);

/* A copy that has only those of its terms that are in terms, too; shown may be NULL. */
MpShown *mp_shown_with_terms (const MpShown *shown, MpAgreement *agreement,
                              const MpBits *terms) G_GNUC_WARN_UNUSED_RESULT;

MpShown *mp_shown_ref (MpShown *shown);
void mp_shown_unref (MpShown *shown);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpShown, mp_shown_unref)

/* "12 of 47 shown". Free with g_free (). */
char *mp_shown_words (const MpShown *shown) G_GNUC_WARN_UNUSED_RESULT;

static inline gboolean
mp_shown_has_term (const MpShown *shown, guint32 term)
{
  return shown == NULL || mp_bits_has (shown->terms, term);
}

static inline gboolean
mp_shown_has_milestone (const MpShown *shown, guint32 milestone)
{
  return shown == NULL || mp_bits_has (shown->milestones, milestone);
}

G_END_DECLS
