/* mp-numbering.c: numbers sources in the order in which they are cited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-numbering.h"

#include "mp-agreement.h"
#include "mp-array.h"
#include "mp-join.h"

#include <math.h>

MpNumbering *
mp_numbering_new (MpAgreement *agreement)
{
  MpNumbering *self = g_new0 (MpNumbering, 1);
  guint n_sources;

  self->agreement = g_object_ref (agreement);
  mp_agreement_sources (agreement, &n_sources);
  self->numbers = g_new0 (guint32, n_sources);
  return self;
}

void
mp_numbering_free (MpNumbering *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->agreement);
  g_free (self->sources);
  g_free (self->numbers);
  g_free (self);
}

/* --- Sources ---------------------------------------------------------------------------------- */

void
mp_numbering_collect (MpAgreement *agreement, MpRun run, GArray *sources)
{
  const MpCitation *citations = mp_agreement_citations (agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    guint at = 0;

    while (at < sources->len && g_array_index (sources, guint32, at) != citations[i].source)
      at++;
    if (at == sources->len)
      g_array_append_val (sources, citations[i].source);
  }
}

static void
add_amounts (MpAgreement *agreement, MpRun run, GArray *sources)
{
  for (guint32 i = run.first; i < run.first + run.count; i++)
    mp_numbering_collect (agreement, mp_agreement_amounts (agreement)[i].citations, sources);
}

static void
add_alternatives (MpAgreement *agreement, MpRun run, GArray *sources)
{
  for (guint32 i = run.first; i < run.first + run.count; i++)
    mp_numbering_collect (agreement, mp_agreement_alternatives (agreement)[i].citations, sources);
}

void
mp_numbering_collect_milestone (MpAgreement *agreement, guint32 milestone, gboolean others,
                                GArray *sources)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);

  mp_numbering_collect (agreement, milestones->citations[milestone], sources);
  add_amounts (agreement, milestones->amounts[milestone], sources);
  if (others)
    add_alternatives (agreement, milestones->alternatives[milestone], sources);
}

void
mp_numbering_collect_phase (MpAgreement *agreement, guint32 phase, gboolean others, GArray *sources)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[phases->term[phase]];

  mp_numbering_collect (agreement, phases->citations[phase], sources);
  add_amounts (agreement, phases->amounts[phase], sources);
  if (!others)
    return;
  add_alternatives (agreement, phases->alternatives[phase], sources);
  if (term->notice != MP_NONE && phase == term->phases.first + term->phases.count - 1)
    mp_numbering_collect (agreement, mp_agreement_notices (agreement)[term->notice].citations,
                          sources);
}

/* --- Numbers ---------------------------------------------------------------------------------- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

GArray *
mp_numbering_preview (const MpNumbering *self, const GArray *sources)
{
  GArray *numbers = g_array_sized_new (FALSE, FALSE, sizeof (guint32), sources->len);
  guint32 next = self->n_sources;

  for (guint i = 0; i < sources->len; i++) {
    guint32 source = g_array_index (sources, guint32, i);
    guint32 number = self->numbers[source] != 0 ? self->numbers[source] : ++next;

    g_array_append_val (numbers, number);
  }
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

void
mp_numbering_truncate (MpNumbering *self, guint n_sources)
{
  while (self->n_sources > n_sources)
    self->numbers[self->sources[--self->n_sources]] = 0;
}

void
mp_numbering_apply (MpNumbering *self, GArray *sources)
{
  for (guint i = 0; i < sources->len; i++) {
    guint32 *source = &g_array_index (sources, guint32, i);

    if (self->numbers[*source] == 0) {
      mp_array_append (self->sources, self->n_sources, *source);
      self->numbers[*source] = self->n_sources;
    }
    *source = self->numbers[*source];
  }
  g_array_sort (sources, compare_numbers);
}

double
mp_numbering_room (MpAgreement *agreement, guint count, MpMeasure measure)
{
  g_autofree guint *numbers = g_new (guint, count);
  g_autofree char *text = NULL;
  guint n_sources, widest = 8;

  if (count == 0)
    return 0;
  /* The widest digits are taken to be 8s, in as many places as the last number can have. */
  mp_agreement_sources (agreement, &n_sources);
  while (widest < n_sources)
    widest = widest * 10 + 8;
  for (guint i = 0; i < count; i++)
    numbers[i] = widest;
  text = mp_join_numbers (numbers, count);
  return ceil (mp_measure (measure, MP_TEXT_NUMBER, text).width);
}
