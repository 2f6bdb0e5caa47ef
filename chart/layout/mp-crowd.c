/* mp-crowd.c: puts the starts and the ends of phases in order, and counts by searching
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-crowd.h"

#include "mp-agreement.h"

#include <stdlib.h>

struct _MpCrowds {
  MpAgreement *agreement; /* owned */
  MpVisibleSet *visible;  /* owned */
  MpCrowd **terms;
  MpCrowd **topics;
  guint n_terms;
  guint n_topics;
  gatomicrefcount references;
};

/* --- Counting --------------------------------------------------------------------------------- */

/* Returns how many of the instants, which are in order, are before one. at is a number of them that
 * are: the search begins there, in steps that double, because the next result is mostly near. */
static guint
count_before (const MpInstant *instants, guint length, guint at, MpInstant before)
{
  guint step = 1, last;

  while (at + step <= length && instants[at + step - 1] < before) {
    at += step;
    step *= 2;
  }
  last = MIN (at + step - 1, length);
  while (at < last) {
    guint middle = at + (last - at) / 2;

    if (instants[middle] < before)
      at = middle + 1;
    else
      last = middle;
  }
  return at;
}

void
mp_crowd_count_cells (const MpCrowd *crowd, const MpInstant *edges, guint n_cells,
                      MpCrowdCell *cells)
{
  guint started = count_before (crowd->starts, crowd->length, 0, edges[0]), ended = 0;

  for (guint i = 0; i < n_cells; i++) {
    cells[i].first = started;
    /* Those that end at the beginning of the cell do not touch it. */
    ended = edges[i] == MP_INSTANT_MAX
              ? crowd->length
              : count_before (crowd->ends, crowd->length, ended, edges[i] + 1);
    started = count_before (crowd->starts, crowd->length, started, edges[i + 1]);
    cells[i].count = started - MIN (ended, started);
  }
}

guint
mp_crowd_count (const MpCrowd *crowd, MpInstant from, MpInstant until)
{
  const MpInstant edges[] = { from, until };
  MpCrowdCell cell;

  mp_crowd_count_cells (crowd, edges, 1, &cell);
  return cell.count;
}

/* --- Making ----------------------------------------------------------------------------------- */

static int
compare_instants (gconstpointer a, gconstpointer b)
{
  MpInstant left = *(const MpInstant *) a, right = *(const MpInstant *) b;

  return (left > right) - (left < right);
}

static gboolean
is_in_order (const MpInstant *instants, guint length)
{
  for (guint i = 1; i < length; i++)
    if (instants[i] < instants[i - 1])
      return FALSE;
  return TRUE;
}

static void
sort (MpInstant *instants, guint length)
{
  if (!is_in_order (instants, length))
    qsort (instants, length, sizeof *instants, compare_instants);
}

/* The phases of a term are in the order of their starts, and mostly in that of their ends. */
static MpCrowd *
crowd_of_term (MpAgreement *agreement, guint32 term)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpRun run = mp_agreement_terms (agreement, NULL)[term].phases;
  MpCrowd *crowd = g_new0 (MpCrowd, 1);

  /* Without phases there are no arrays to point into. */
  if (run.count == 0)
    return crowd;
  crowd->length = run.count;
  crowd->starts = phases->earliest_start + run.first;
  crowd->ends = phases->latest_end + run.first;
  if (!is_in_order (crowd->ends, run.count)) {
    crowd->own_ends = g_memdup2 (crowd->ends, run.count * sizeof *crowd->ends);
    sort (crowd->own_ends, run.count);
    crowd->ends = crowd->own_ends;
  }
  mp_span_index_init (&crowd->spans, phases->earliest_start + run.first,
                      phases->latest_end + run.first, run.count);
  return crowd;
}

static MpCrowd *
crowd_of_topic (const MpCrowds *crowds, guint32 topic)
{
  const MpPhases *phases = mp_agreement_phases (crowds->agreement);
  const MpTerm *terms = mp_agreement_terms (crowds->agreement, NULL);
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (MpInstant));
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (MpInstant));
  MpCrowd *crowd = g_new0 (MpCrowd, 1);

  for (guint32 i = 0; i < crowds->n_terms; i++) {
    MpRun run = terms[i].phases;

    if (terms[i].topic != topic || run.count == 0 || !mp_visible_set_has_term (crowds->visible, i))
      continue;
    g_array_append_vals (starts, phases->earliest_start + run.first, run.count);
    g_array_append_vals (ends, phases->latest_end + run.first, run.count);
  }
  crowd->length = starts->len;
  crowd->own_starts = (MpInstant *) (gpointer) g_array_free (starts, FALSE);
  crowd->own_ends = (MpInstant *) (gpointer) g_array_free (ends, FALSE);
  sort (crowd->own_starts, crowd->length);
  sort (crowd->own_ends, crowd->length);
  crowd->starts = crowd->own_starts;
  crowd->ends = crowd->own_ends;
  return crowd;
}

static void
crowd_free (MpCrowd *crowd)
{
  if (crowd == NULL)
    return;
  mp_span_index_clear (&crowd->spans);
  g_free (crowd->own_starts);
  g_free (crowd->own_ends);
  g_free (crowd);
}

MpCrowds *
mp_crowds_new (MpAgreement *agreement, MpVisibleSet *visible)
{
  MpCrowds *crowds = g_new0 (MpCrowds, 1);

  g_atomic_ref_count_init (&crowds->references);
  crowds->agreement = g_object_ref (agreement);
  crowds->visible = visible != NULL ? mp_visible_set_ref (visible) : NULL;
  mp_agreement_terms (agreement, &crowds->n_terms);
  mp_agreement_topics (agreement, &crowds->n_topics);
  crowds->terms = g_new0 (MpCrowd *, crowds->n_terms);
  crowds->topics = g_new0 (MpCrowd *, crowds->n_topics);
  return crowds;
}

MpCrowds *
mp_crowds_ref (MpCrowds *crowds)
{
  g_atomic_ref_count_inc (&crowds->references);
  return crowds;
}

void
mp_crowds_unref (MpCrowds *crowds)
{
  if (!g_atomic_ref_count_dec (&crowds->references))
    return;
  for (guint i = 0; i < crowds->n_terms; i++)
    crowd_free (crowds->terms[i]);
  for (guint i = 0; i < crowds->n_topics; i++)
    crowd_free (crowds->topics[i]);
  g_free (crowds->terms);
  g_free (crowds->topics);
  g_object_unref (crowds->agreement);
  g_clear_pointer (&crowds->visible, mp_visible_set_unref);
  g_free (crowds);
}

const MpCrowd *
mp_crowds_get_term (MpCrowds *crowds, guint32 term)
{
  if (crowds->terms[term] == NULL)
    crowds->terms[term] = crowd_of_term (crowds->agreement, term);
  return crowds->terms[term];
}

const MpCrowd *
mp_crowds_get_topic (MpCrowds *crowds, guint32 topic)
{
  if (crowds->topics[topic] == NULL)
    crowds->topics[topic] = crowd_of_topic (crowds, topic);
  return crowds->topics[topic];
}
