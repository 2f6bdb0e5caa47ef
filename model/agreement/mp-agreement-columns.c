/* mp-agreement-columns.c: from records to columns, one array for each property
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns are those of mp-agreement.h; each of the macros here does one thing for one column.
 */
#include "mp-agreement-private.h"

#define NEW_ARRAY(type, name) type *name = g_new (type, records->len);
#define COPY_ITEM(type, name) name[i] = record->name;
#define SET_ARRAY(type, name) .name = name,
#define FREE_ARRAY(type, name) g_free ((gpointer) arrays->name);

void
mp_phases_to_columns (MpPhases *phases, const GArray *records)
{
  MP_PHASE_COLUMNS (NEW_ARRAY)

  for (guint i = 0; i < records->len; i++) {
    const MpPhaseRecord *record = &g_array_index (records, MpPhaseRecord, i);

    MP_PHASE_COLUMNS (COPY_ITEM)
  }
  *phases = (MpPhases) { .length = records->len, MP_PHASE_COLUMNS (SET_ARRAY) };
}

void
mp_milestones_to_columns (MpMilestones *milestones, const GArray *records)
{
  MP_MILESTONE_COLUMNS (NEW_ARRAY)

  for (guint i = 0; i < records->len; i++) {
    const MpMilestoneRecord *record = &g_array_index (records, MpMilestoneRecord, i);

    MP_MILESTONE_COLUMNS (COPY_ITEM)
  }
  *milestones = (MpMilestones) { .length = records->len, MP_MILESTONE_COLUMNS (SET_ARRAY) };
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
