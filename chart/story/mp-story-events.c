/* mp-story-events.c: the milestones of a story, and how many there are when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-story-private.h"

#include "mp-agreement.h"
#include "mp-array.h"
#include "mp-scale.h"
#include "mp-ticks.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

/* In characters; more have no room anyway. */
#define MAX_SUMMARY 1000

static int
compare_events (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint32 *left = a, *right = b;

  return mp_item_compare (data, (MpItem) { MP_ITEM_MILESTONE, *left },
                          (MpItem) { MP_ITEM_MILESTONE, *right });
}

void
mp_story_add_events (MpStory *story, const MpVisibleSet *visible)
{
  const MpMilestones *milestones = mp_agreement_milestones (story->agreement);

  for (guint32 i = 0; i < milestones->length; i++) {
    if (i == story->milestone || !mp_visible_set_has_milestone (visible, i) ||
        mp_day_from_instant (milestones->after[i]) <= story->begin ||
        mp_day_from_instant (milestones->earliest[i]) >= story->end)
      continue;
    mp_array_append (story->events, story->n_events, i);
  }
  g_qsort_with_data (story->events, (int) story->n_events, sizeof *story->events, compare_events,
                     story->agreement);
}

char *
mp_story_event_title (const MpStory *story, guint32 milestone)
{
  return mp_story_text (story->agreement,
                        mp_agreement_milestones (story->agreement)->title[milestone]);
}

char *
mp_story_event_date (const MpStory *story, guint32 milestone)
{
  return mp_words_date (story->agreement,
                        mp_agreement_milestones (story->agreement)->date[milestone]);
}

char *
mp_story_summary (const MpStory *story, guint32 milestone)
{
  return mp_untrusted_text_isolate (
    mp_agreement_text (story->agreement,
                       mp_agreement_milestones (story->agreement)->summary[milestone]),
    MAX_SUMMARY);
}

/* Adds one event, evenly over the days that it can be on, to the cells in which these are. */
static void
count (GArray *cells, double earliest, double after)
{
  for (guint i = 0; i < cells->len; i++) {
    MpStoryCell *cell = &g_array_index (cells, MpStoryCell, i);
    double shared = MIN (after, cell->end) - MAX (earliest, cell->begin);

    if (shared <= 0)
      continue;
    cell->count += shared / (after - earliest);
    cell->is_exact = cell->is_exact && earliest >= cell->begin && after <= cell->end;
  }
}

GArray *
mp_story_count_events (const MpStory *story, const MpBits *counted, guint n_cells)
{
  const MpMilestones *milestones = mp_agreement_milestones (story->agreement);
  MpTickStep step = mp_ticks_choose (n_cells / (story->end - story->begin), 1);
  g_autoptr (GArray) ticks = mp_ticks_new (step, story->begin, story->end);
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (MpStoryCell));

  for (guint i = 0; i < ticks->len; i++) {
    const MpTick *tick = &g_array_index (ticks, MpTick, i);
    MpStoryCell cell = { MAX (tick->day, story->begin), MIN (tick->next, story->end), 0, TRUE };

    if (cell.end > cell.begin)
      g_array_append_val (cells, cell);
  }
  for (guint i = 0; i < story->n_events; i++) {
    guint32 milestone = story->events[i];
    double earliest = mp_day_from_instant (milestones->earliest[milestone]);
    double after = mp_day_from_instant (milestones->after[milestone]);

    /* A date without bound has no share that could be drawn. */
    if (mp_bits_has (counted, i) && milestones->earliest[milestone] != MP_INSTANT_MIN &&
        milestones->after[milestone] != MP_INSTANT_MAX && after > earliest)
      count (cells, earliest, after);
  }
  return cells;
}
