/* mp-ends.c: puts the ends of phases into words, and keeps them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-ends.h"

#include "mp-agreement.h"
#include "mp-words.h"

#include <math.h>

struct _MpEnds {
  MpAgreement *agreement;
  GHashTable *ends; /* of phases: MpEnd */
  gatomicrefcount references;
};

static void
end_free (gpointer data)
{
  MpEnd *end = data;

  for (guint i = 0; i < end->n_words; i++)
    g_free (end->words[i].text);
  g_free (end);
}

MpEnds *
mp_ends_new (MpAgreement *agreement)
{
  MpEnds *ends = g_new0 (MpEnds, 1);

  g_atomic_ref_count_init (&ends->references);
  ends->agreement = g_object_ref (agreement);
  ends->ends = g_hash_table_new_full (NULL, NULL, NULL, end_free);
  return ends;
}

MpEnds *
mp_ends_ref (MpEnds *ends)
{
  g_atomic_ref_count_inc (&ends->references);
  return ends;
}

void
mp_ends_unref (MpEnds *ends)
{
  if (!g_atomic_ref_count_dec (&ends->references))
    return;
  g_hash_table_unref (ends->ends);
  g_object_unref (ends->agreement);
  g_free (ends);
}

/* Takes ownership of the text. */
static void
add_words (MpEnd *end, char *text, MpMeasure measure)
{
  end->words[end->n_words].text = text;
  end->words[end->n_words].width = ceil (mp_measure (measure, MP_TEXT_BAR, text).width);
  end->n_words++;
}

static MpEnd *
make_end (MpAgreement *agreement, guint32 phase, MpMeasure measure)
{
  MpEnd *end = g_new0 (MpEnd, 1);
  MpSpan span;

  mp_agreement_get_phase_span (agreement, phase, &span);
  if (*mp_agreement_text (agreement, mp_agreement_phases (agreement)->ends_early[phase]) != '\0') {
    add_words (end, mp_words_phase_end (agreement, phase), measure);
    add_words (end, mp_words_end_or_before (&span.end), measure);
  }
  add_words (end, mp_date_words (&span.end), measure);
  return end;
}

const MpEnd *
mp_ends_get (MpEnds *ends, guint32 phase, MpMeasure measure)
{
  MpEnd *end = g_hash_table_lookup (ends->ends, GUINT_TO_POINTER (phase));

  if (end == NULL) {
    end = make_end (ends->agreement, phase, measure);
    g_hash_table_insert (ends->ends, GUINT_TO_POINTER (phase), end);
  }
  return end;
}
