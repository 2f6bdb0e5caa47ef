/* mp-density.c: counts what is in force in each cell of the overview
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-density.h"

#include "mp-agreement.h"
#include "mp-array.h"
#include "mp-query.h"
#include "mp-scale.h"

/* The level of a cell that is not empty is at least this, so that it can be seen. */
#define LEAST_LEVEL 90

/* How many phases of a stripe are possibly and how many are certainly in force in each cell, as the
 * difference from the cell before. */
typedef struct {
  gint32 possible[MP_DENSITY_CELLS + 1];
  gint32 certain[MP_DENSITY_CELLS + 1];
  guint n_terms;
} Sum;

/* Which stripe each term belongs to. */
typedef struct {
  guint n_stripes;
  guint n_terms;
  guint32 *stripe_of_term; /* MP_NONE for terms that are not shown */
  MpColor colors[MP_DENSITY_MAX_STRIPES];
} Division;

/* Returns the cell of an instant, rounded up or down, clamped to 0 and MP_DENSITY_CELLS. */
static guint
cell_of (const MpDensity *density, MpInstant instant, gboolean up)
{
  double cells = (mp_day_from_instant (instant) - density->all.begin) * density->cells_a_day;
  guint whole;

  if (!(cells > 0))
    return 0;
  if (cells >= MP_DENSITY_CELLS)
    return MP_DENSITY_CELLS;
  whole = (guint) cells;
  return up && cells > whole ? whole + 1 : whole;
}

/* Lists the visible terms in the order of the rows. */
static guint32 *
list_terms (MpAgreement *agreement, const MpVisibleSet *visible, guint32 *length)
{
  guint32 *order = mp_query_terms_by_topic (agreement);
  guint n_terms;

  mp_agreement_terms (agreement, &n_terms);
  *length = 0;
  for (guint32 i = 0; i < n_terms; i++)
    if (mp_visible_set_has_term (visible, order[i]))
      order[(*length)++] = order[i];
  return order;
}

static void
divide (Division *division, MpAgreement *agreement, const MpVisibleSet *visible)
{
  const MpTerm *terms = mp_agreement_terms (agreement, &division->n_terms);
  const MpTopic *topics = mp_agreement_topics (agreement, NULL);
  guint32 length;
  g_autofree guint32 *order = list_terms (agreement, visible, &length);

  division->n_stripes = MIN (length, MP_DENSITY_MAX_STRIPES);
  division->stripe_of_term = g_new (guint32, division->n_terms);
  for (guint32 i = 0; i < division->n_terms; i++)
    division->stripe_of_term[i] = MP_NONE;
  for (guint32 i = length; i > 0; i--) {
    guint32 stripe = (guint32) ((guint64) (i - 1) * division->n_stripes / length);

    division->stripe_of_term[order[i - 1]] = stripe;
    division->colors[stripe] = topics[terms[order[i - 1]].topic].color;
  }
}

static void
add (gint32 *differences, guint from, guint until)
{
  if (from >= until)
    return;
  differences[from]++;
  differences[until]--;
}

static void
add_phases (const MpDensity *density, MpAgreement *agreement, const Division *division, Sum *sums)
{
  const MpPhases *phases = mp_agreement_phases (agreement);

  for (guint32 i = 0; i < phases->length; i++) {
    guint32 stripe = division->stripe_of_term[phases->term[i]];

    if (stripe == MP_NONE)
      continue;
    add (sums[stripe].possible, cell_of (density, phases->earliest_start[i], FALSE),
         cell_of (density, phases->latest_end[i], TRUE));
    add (sums[stripe].certain, cell_of (density, phases->certain_start[i], FALSE),
         cell_of (density, phases->certain_end[i], TRUE));
  }
}

/* A term that is only possibly in force counts half. */
static void
finish_stripe (MpDensityStripe *stripe, const Sum *sum)
{
  gint32 possible = 0, certain = 0;

  for (guint i = 0; i < MP_DENSITY_CELLS; i++) {
    double share;

    possible += sum->possible[i];
    certain += sum->certain[i];
    share = (MIN (possible, (gint32) sum->n_terms) + MIN (certain, (gint32) sum->n_terms)) / 2.0 /
            sum->n_terms;
    stripe->levels[i] = possible == 0 ? 0 : (guint8) (LEAST_LEVEL + (255 - LEAST_LEVEL) * share);
  }
}

static void
add_stripes (MpDensity *density, MpAgreement *agreement, const MpVisibleSet *visible)
{
  Division division;
  g_autofree Sum *sums = NULL;

  divide (&division, agreement, visible);
  density->n_stripes = division.n_stripes;
  density->stripes = g_new0 (MpDensityStripe, division.n_stripes);
  sums = g_new0 (Sum, division.n_stripes);
  for (guint32 i = 0; i < division.n_terms; i++)
    if (division.stripe_of_term[i] != MP_NONE)
      sums[division.stripe_of_term[i]].n_terms++;
  add_phases (density, agreement, &division, sums);
  for (guint i = 0; i < division.n_stripes; i++) {
    density->stripes[i].color = division.colors[i];
    finish_stripe (&density->stripes[i], &sums[i]);
  }
  g_free (division.stripe_of_term);
}

/* Returns the cell in the middle of a milestone's date. If one bound is missing, it is the cell of
 * the other. */
static guint
cell_of_milestone (const MpDensity *density, const MpMilestones *milestones, guint32 milestone)
{
  MpInstant from = milestones->earliest[milestone], until = milestones->after[milestone];
  guint first, last;

  if (from == MP_INSTANT_MIN)
    from = until;
  if (until == MP_INSTANT_MAX)
    until = from;
  first = cell_of (density, from, FALSE);
  last = cell_of (density, until, FALSE);
  return MIN ((first + last) / 2, MP_DENSITY_CELLS - 1);
}

static void
add_milestones (MpDensity *density, MpAgreement *agreement, const MpVisibleSet *visible)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpTopic *topics = mp_agreement_topics (agreement, NULL);
  guint32 counts[MP_DENSITY_CELLS] = { 0 }, most = 1;
  guint8 colors[MP_DENSITY_CELLS] = { 0 }; /* the colour + 1; 0: no milestone of importance 1 */

  for (guint32 i = 0; i < milestones->length; i++) {
    guint cell;

    if (!mp_visible_set_has_milestone (visible, i))
      continue;
    cell = cell_of_milestone (density, milestones, i);
    counts[cell]++;
    most = MAX (most, counts[cell]);
    if (milestones->importance[i] == 1 && colors[cell] == 0)
      colors[cell] = (guint8) (topics[milestones->topic[i]].color + 1);
  }
  for (guint i = 0; i < MP_DENSITY_CELLS; i++) {
    MpDensityMark mark = { i, 0 };

    if (counts[i] > 0)
      density->milestones[i] = (guint8) (LEAST_LEVEL + (255.0 - LEAST_LEVEL) * counts[i] / most);
    if (colors[i] == 0)
      continue;
    mark.color = colors[i] - 1u;
    mp_array_append (density->marks, density->n_marks, mark);
  }
}

MpDensity *
mp_density_new (MpAgreement *agreement, const MpVisibleSet *visible, MpView all)
{
  MpDensity *density = g_new0 (MpDensity, 1);

  g_atomic_ref_count_init (&density->references);
  density->all = all;
  density->cells_a_day = MP_DENSITY_CELLS / mp_view_span (all);
  add_stripes (density, agreement, visible);
  add_milestones (density, agreement, visible);
  return density;
}

MpDensity *
mp_density_ref (MpDensity *density)
{
  g_atomic_ref_count_inc (&density->references);
  return density;
}

void
mp_density_unref (MpDensity *density)
{
  if (!g_atomic_ref_count_dec (&density->references))
    return;
  g_free (density->stripes);
  g_free (density->marks);
  g_free (density);
}
