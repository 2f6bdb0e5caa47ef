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
  MpVisibleSet *entries; /* owned, or NULL */
} MpFigureStep;

/* Sets what the figure of a step shows: the title as headline, the text as subtitle, its days, its
 * dates, and what it selects: of a topic or a term, nothing else. What the figure looks like stays.
 * The options borrow from the agreement and from what is set in own. */
void mp_figure_options_set_step (MpFigureOptions *options, MpAgreement *agreement,
                                 const MpStep *step, MpFigureStep *own);

/* Releases what own holds. */
void mp_figure_step_clear (MpFigureStep *own);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MpFigureStep, mp_figure_step_clear)

G_END_DECLS
