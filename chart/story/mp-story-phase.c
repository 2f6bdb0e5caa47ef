/* mp-story-phase.c: finds phases of a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-story.h"

const MpStoryPhase *
mp_story_last_phase (const MpStory *story, const MpStoryRow *row)
{
  return row->n_phases > 0 ? &story->phases[row->first + row->n_phases - 1] : NULL;
}

const MpStoryPhase *
mp_story_find_phase (const MpStory *story, const MpStoryRow *row, MpStoryTense tense)
{
  const MpStoryPhase *found = NULL;

  for (guint i = row->first; i < row->first + row->n_phases; i++) {
    if (story->phases[i].tense != tense)
      continue;
    found = &story->phases[i];
    if (tense >= MP_STORY_HOLDS)
      break;
  }
  return found;
}
