/* mp-figure-step.c: makes a figure show what a step of the story shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-figure-step.h"

void
mp_figure_options_set_step (MpFigureOptions *options, MpAgreement *agreement, const MpStep *step,
                            MpStepShown *shown)
{
  mp_step_read (agreement, step, options->today, shown);
  options->headline = mp_agreement_text (agreement, step->title);
  options->subtitle = mp_agreement_text (agreement, step->text);
  options->has_span = shown->has_view;
  options->begin = shown->view.begin;
  options->end = shown->view.end;
  options->as_of = shown->has_as_of ? &shown->as_of : NULL;
  options->before = shown->has_before ? &shown->before : NULL;
  options->milestone = shown->milestone;
  options->hide_unchanged = FALSE;
  options->selection = shown->selection;
  options->visible = NULL;
  options->collapsed = NULL;
}
