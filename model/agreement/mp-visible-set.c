/* mp-visible-set.c: which terms and milestones are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-visible-set.h"

#include "mp-agreement.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (MpVisibleSet, mp_visible_set, mp_visible_set_ref, mp_visible_set_unref)

MpVisibleSet *
mp_visible_set_new (guint n_terms, guint n_milestones)
{
  MpVisibleSet *visible = g_new0 (MpVisibleSet, 1);

  g_atomic_ref_count_init (&visible->references);
  visible->terms = mp_bits_new_full (n_terms);
  visible->milestones = mp_bits_new_full (n_milestones);
  visible->n_all = visible->n_visible = n_terms + n_milestones;
  return visible;
}

void
mp_visible_set_count (MpVisibleSet *visible)
{
  visible->n_visible = mp_bits_count (visible->terms) + mp_bits_count (visible->milestones);
}

MpVisibleSet *
mp_visible_set_with_terms (const MpVisibleSet *visible, MpAgreement *agreement, const MpBits *terms)
{
  guint n_milestones = mp_agreement_milestones (agreement)->length, n_terms;
  MpVisibleSet *part;

  mp_agreement_terms (agreement, &n_terms);
  part = mp_visible_set_new (n_terms, n_milestones);
  if (visible != NULL) {
    mp_bits_keep (part->terms, visible->terms);
    mp_bits_keep (part->milestones, visible->milestones);
  }
  mp_bits_keep (part->terms, terms);
  mp_visible_set_count (part);
  return part;
}

MpVisibleSet *
mp_visible_set_ref (MpVisibleSet *visible)
{
  g_atomic_ref_count_inc (&visible->references);
  return visible;
}

void
mp_visible_set_unref (MpVisibleSet *visible)
{
  if (!g_atomic_ref_count_dec (&visible->references))
    return;
  mp_bits_unref (visible->terms);
  mp_bits_unref (visible->milestones);
  g_free (visible);
}

char *
mp_visible_set_words (const MpVisibleSet *visible)
{
  /* Translators: how many entries of an agreement are shown, and how many there are. */
  return g_strdup_printf (ngettext ("%'u of %'u shown", "%'u of %'u shown", visible->n_all),
                          visible->n_visible, visible->n_all);
}
