/* mp-figure-step.h: the figure of a step of the story
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-figure.h"
#include "mp-step.h"

G_BEGIN_DECLS

/* What the options of a step's figure point to. Begins as zeros. */
typedef struct {
  MpStepShown shown;
  MpAgreement *known;    /* owned, or NULL: what was known on the day that the step gives */
  MpVisibleSet *entries; /* owned, or NULL */
} MpFigureStep;

/* Sets what the figure of a step shows: the title as headline, the text as subtitle, its days, its
 * dates, and what it selects: what a milestone changed, else only the entries that the step tells
 * of. What the figure looks like stays. The options borrow from the agreement and from what is set
 * in own.
 *
 * Returns the agreement that the figure is of, borrowed: what was known on a day, if the step gives
 * one and not even less is known. */
MpAgreement *mp_figure_options_set_step (MpFigureOptions *options, MpAgreement *agreement,
                                         const MpStep *step,
                                         MpFigureStep *own) G_GNUC_WARN_UNUSED_RESULT;

/* Releases what own holds. */
void mp_figure_step_clear (MpFigureStep *own);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MpFigureStep, mp_figure_step_clear)

G_END_DECLS
