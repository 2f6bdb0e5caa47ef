/* mp-agreement-columns.c: phases and milestones as columns, one array for each property
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns are those of mp-agreement.h; each of the macros here does one thing for one column.
 */
#include "mp-agreement-private.h"

#include <string.h>

#define FIRST_ROOM 64

#define GROW_ARRAY(type, name) columns->name = g_renew (type, columns->name, columns->room);
#define STORE_ITEM(type, name) columns->name[columns->length] = row->name;
#define FETCH_ITEM(type, name) .name = columns->name[index],
#define TRIM_ARRAY(type, name) .name = g_renew (type, columns->name, columns->length),
#define FREE_ARRAY(type, name) g_free ((gpointer) arrays->name);

/* Large arrays grow in place: the system maps their pages anew, and does not copy them. */
void
mp_phase_columns_append (MpPhaseColumns *columns, const MpPhaseRow *row)
{
  if (columns->length == columns->room) {
    columns->room = MAX (columns->room * 2, FIRST_ROOM);
    MP_PHASE_COLUMNS (GROW_ARRAY)
  }
  MP_PHASE_COLUMNS (STORE_ITEM)
  columns->length++;
}

void
mp_milestone_columns_append (MpMilestoneColumns *columns, const MpMilestoneRow *row)
{
  if (columns->length == columns->room) {
    columns->room = MAX (columns->room * 2, FIRST_ROOM);
    MP_MILESTONE_COLUMNS (GROW_ARRAY)
  }
  MP_MILESTONE_COLUMNS (STORE_ITEM)
  columns->length++;
}

MpPhaseRow
mp_phase_columns_get (const MpPhaseColumns *columns, guint index)
{
  return (MpPhaseRow) { MP_PHASE_COLUMNS (FETCH_ITEM) };
}

MpMilestoneRow
mp_milestone_columns_get (const MpMilestoneColumns *columns, guint index)
{
  return (MpMilestoneRow) { MP_MILESTONE_COLUMNS (FETCH_ITEM) };
}

void
mp_phase_columns_move (MpPhaseColumns *columns, MpPhases *phases)
{
  *phases = (MpPhases) { .length = columns->length, MP_PHASE_COLUMNS (TRIM_ARRAY) };
  *columns = (MpPhaseColumns) { 0 };
}

void
mp_milestone_columns_move (MpMilestoneColumns *columns, MpMilestones *milestones)
{
  *milestones = (MpMilestones) { .length = columns->length, MP_MILESTONE_COLUMNS (TRIM_ARRAY) };
  *columns = (MpMilestoneColumns) { 0 };
}

void
mp_phases_clear (MpPhases *arrays)
{
  MP_PHASE_COLUMNS (FREE_ARRAY)
}

void
mp_milestones_clear (MpMilestones *arrays)
{
  MP_MILESTONE_COLUMNS (FREE_ARRAY)
}

/* --- Order ------------------------------------------------------------------------------------ */

static int
compare_instants (MpInstant a, MpInstant b)
{
  return (a > b) - (a < b);
}

static int
compare_phases (const MpPhaseColumns *columns, guint32 a, guint32 b)
{
  int order = compare_instants (columns->earliest_start[a], columns->earliest_start[b]);

  if (order == 0)
    order = compare_instants (columns->certain_start[a], columns->certain_start[b]);
  if (order == 0)
    order = compare_instants (columns->certain_end[a], columns->certain_end[b]);
  if (order == 0)
    order = compare_instants (columns->latest_end[a], columns->latest_end[b]);
  return order;
}

static int
compare_phases_cb (gconstpointer a, gconstpointer b, gpointer columns)
{
  return compare_phases (columns, *(const guint32 *) a, *(const guint32 *) b);
}

static gboolean
is_sorted (const MpPhaseColumns *columns, MpRun run)
{
  for (guint32 i = 1; i < run.count; i++)
    if (compare_phases (columns, run.first + i - 1, run.first + i) > 0)
      return FALSE;
  return TRUE;
}

#define REORDER_ARRAY(type, name)                                                                  \
  {                                                                                                \
    type *items = columns->name + run.first;                                                       \
    g_autofree type *old = g_memdup2 (items, run.count * sizeof (type));                           \
                                                                                                   \
    for (guint32 i = 0; i < run.count; i++)                                                        \
      items[i] = old[order[i] - run.first];                                                        \
  }

static void
sort_run (MpPhaseColumns *columns, MpRun run)
{
  g_autofree guint32 *order = g_new (guint32, run.count);

  for (guint32 i = 0; i < run.count; i++)
    order[i] = run.first + i;
  /* This sort is stable. */
  g_qsort_with_data (order, (gint) run.count, sizeof *order, compare_phases_cb, columns);
  MP_PHASE_COLUMNS (REORDER_ARRAY)
}

void
mp_phase_columns_sort (MpPhaseColumns *columns, const MpTerm *terms, guint n_terms)
{
  for (guint i = 0; i < n_terms; i++)
    if (!is_sorted (columns, terms[i].phases))
      sort_run (columns, terms[i].phases);
}
