/* mp-figure-step.h: the figure of a step of the story
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-figure.h"
#include "mp-step.h"

G_BEGIN_DECLS

/* Sets what the figure of a step shows: the title as headline, the text as subtitle, its days, its
 * dates and its selection, as of the day in options. What it looks like stays. The options borrow
 * from the agreement and from shown, which this sets. */
void mp_figure_options_set_step (MpFigureOptions *options, MpAgreement *agreement,
                                 const MpStep *step, MpStepShown *shown);

G_END_DECLS
