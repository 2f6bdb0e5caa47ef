/* mp-scene-bar-end.c: the words behind a bar that say when it ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-scene-private.h"

#include "mp-agreement.h"
#include "mp-ends.h"

#include <math.h>

/* From a bar, or from the numbers of its sources, to the words, in design pixels. */
#define GAP 7

/* Returns whether a bar is that of the last phase of its term, which is not over, and whose end is
 * stated and in view. */
static gboolean
has_end (const MpPhases *phases, const MpTerm *terms, const MpSceneBar *bar, double right)
{
  MpRun run;

  if (bar->tense == MP_TENSE_PAST || bar->tense == MP_TENSE_WAS ||
      bar->rect.x + bar->rect.width >= right || phases->certain_end[bar->phase] == MP_INSTANT_MIN ||
      phases->latest_end[bar->phase] == MP_INSTANT_MAX)
    return FALSE;
  run = terms[phases->term[bar->phase]].phases;
  return bar->phase + 1 == run.first + run.count;
}

/* Returns where words can begin: behind the bar, and behind numbers that stand there. */
static double
begin_of (const MpScene *scene, const MpSceneBar *bar)
{
  double gap = GAP * scene->layout->metrics.unit, x = bar->rect.x + bar->rect.width;

  for (guint i = 0; i < scene->n_numbers; i++) {
    MpRect rect = scene->numbers[i].rect;

    if (rect.y >= bar->rect.y && rect.y + rect.height <= bar->rect.y + bar->rect.height &&
        rect.x >= x && rect.x < x + gap)
      x = rect.x + rect.width;
  }
  return ceil (x + gap);
}

static void
place_words (const MpScene *scene, MpSceneBar *bar, MpMeasure measure)
{
  const MpEnd *end = mp_ends_get (scene->layout->ends, bar->phase, measure);
  double x = begin_of (scene, bar), height = scene->layout->metrics.bar_height;
  double room = scene->plot.x + scene->plot.width - GAP * scene->layout->metrics.unit - x;

  for (guint i = 0; i < end->n_words && bar->end_text == NULL; i++) {
    if (end->words[i].width > room)
      continue;
    bar->end_text = end->words[i].text;
    bar->end_label = (MpRect) { x, bar->rect.y, end->words[i].width, height };
  }
}

void
mp_scene_add_ends (MpScene *scene, MpMeasure measure)
{
  const MpPhases *phases = mp_agreement_phases (scene->layout->agreement);
  const MpTerm *terms = mp_agreement_terms (scene->layout->agreement, NULL);
  double right = scene->plot.x + scene->plot.width;

  for (guint i = 0; i < scene->n_bars; i++)
    if (has_end (phases, terms, &scene->bars[i], right))
      place_words (scene, &scene->bars[i], measure);
}
