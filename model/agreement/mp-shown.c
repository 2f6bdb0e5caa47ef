/* mp-shown.c: which terms and milestones are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-shown.h"

#include <glib/gi18n-lib.h>

MpShown *
mp_shown_new (guint n_terms, guint n_milestones)
{
  MpShown *shown = g_new0 (MpShown, 1);

  g_atomic_ref_count_init (&shown->references);
  shown->terms = mp_bits_new (n_terms);
  shown->milestones = mp_bits_new (n_milestones);
  shown->n_all = n_terms + n_milestones;
  return shown;
}

void
mp_shown_count (MpShown *shown)
{
  shown->n_visible = mp_bits_count (shown->terms) + mp_bits_count (shown->milestones);
}

MpShown *
mp_shown_with_terms (const MpShown *shown, MpAgreement *agreement, const MpBits *terms)
{
  guint n_milestones = mp_agreement_milestones (agreement)->length, n_terms;
  MpShown *part;

  mp_agreement_terms (agreement, &n_terms);
  part = mp_shown_new (n_terms, n_milestones);
  for (guint32 i = 0; i < n_terms; i++)
    mp_bits_set (part->terms, i, mp_shown_has_term (shown, i) && mp_bits_has (terms, i));
  for (guint32 i = 0; i < n_milestones; i++)
    mp_bits_set (part->milestones, i, mp_shown_has_milestone (shown, i));
  mp_shown_count (part);
  return part;
}

MpShown *
mp_shown_ref (MpShown *shown)
{
  g_atomic_ref_count_inc (&shown->references);
  return shown;
}

void
mp_shown_unref (MpShown *shown)
{
  if (!g_atomic_ref_count_dec (&shown->references))
    return;
  mp_bits_unref (shown->terms);
  mp_bits_unref (shown->milestones);
  g_free (shown);
}

char *
mp_shown_words (const MpShown *shown)
{
  /* Translators: how many entries of an agreement are shown, and how many there are. */
  return g_strdup_printf (ngettext ("%'u of %'u shown", "%'u of %'u shown", shown->n_all),
                          shown->n_visible, shown->n_all);
}
