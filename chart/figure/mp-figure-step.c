/* mp-figure-step.c: makes a figure show what a step of the story shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-figure-step.h"

/* A figure explains what a milestone changed. Of one that changed nothing it would draw all terms;
 * without it, it explains the last change. */
static gboolean
explains (MpAgreement *agreement, MpItem item)
{
  return item.kind != MP_ITEM_MILESTONE ||
         mp_agreement_milestones (agreement)->changes[item.index].count > 0;
}

void
mp_figure_options_set_step (MpFigureOptions *options, MpAgreement *agreement, const MpStep *step,
                            MpFigureStep *own)
{
  const MpStepShown *shown = &own->shown;

  mp_figure_step_clear (own);
  mp_step_read (agreement, step, options->today, &own->shown);
  if (step->select.index != MP_NONE && step->select.kind != MP_ID_KIND_MILESTONE)
    own->entries = mp_step_entries (agreement, step, shown);
  options->headline = mp_agreement_text (agreement, step->title);
  options->subtitle = mp_agreement_text (agreement, step->text);
  options->has_span = shown->has_view;
  options->begin = shown->view.begin;
  options->end = shown->view.end;
  options->as_of = shown->has_as_of ? &shown->as_of : NULL;
  options->before = shown->has_before ? &shown->before : NULL;
  options->milestone = shown->milestone;
  options->hide_unchanged = FALSE;
  options->selection =
    explains (agreement, shown->selection) ? shown->selection : (MpItem) { MP_ITEM_NONE, 0 };
  options->visible = own->entries;
  options->collapsed = NULL;
}

void
mp_figure_step_clear (MpFigureStep *own)
{
  g_clear_pointer (&own->entries, mp_visible_set_unref);
}
