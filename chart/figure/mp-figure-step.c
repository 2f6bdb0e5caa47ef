/* mp-figure-step.c: makes a figure show what a step of the story shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-figure-step.h"

#include "mp-known.h"

/* A figure explains what a milestone changed, or else shows the entries that the step tells of. */
static gboolean
changes_terms (MpAgreement *agreement, MpItem item)
{
  return item.kind == MP_ITEM_MILESTONE &&
         mp_agreement_milestones (agreement)->changes[item.index].count > 0;
}

/* Whether an agreement is already what was known on that day, or before. */
static gboolean
knows_no_more (MpAgreement *agreement, const MpDate *date)
{
  MpDate known;

  return mp_date_parse (mp_agreement_get_known (agreement), -1, &known, NULL, NULL) &&
         known.after <= date->after;
}

MpAgreement *
mp_figure_options_set_step (MpFigureOptions *options, MpAgreement *agreement, const MpStep *step,
                            MpFigureStep *own)
{
  MpStepShown *shown = &own->shown;
  MpAgreement *drawn = agreement;
  gboolean is_change;

  mp_figure_step_clear (own);
  mp_step_read (agreement, step, options->today, shown);
  if (shown->has_known && !knows_no_more (agreement, &shown->known)) {
    drawn = own->known = mp_agreement_as_known (agreement, &shown->known);
    mp_step_find_again (agreement, shown, options->today, drawn);
  }
  is_change = changes_terms (drawn, shown->selection);
  if (!is_change && !shown->has_before)
    own->entries = mp_step_entries (drawn, shown);
  options->headline = mp_agreement_text (agreement, step->title);
  options->subtitle = mp_agreement_text (agreement, step->text);
  options->has_span = shown->has_view;
  options->begin = shown->view.begin;
  options->end = shown->view.end;
  options->as_of = shown->has_as_of ? &shown->as_of : NULL;
  options->before = shown->has_before ? &shown->before : NULL;
  options->milestone = shown->milestone;
  options->hide_unchanged = FALSE;
  options->selection = is_change || shown->selection.kind == MP_ITEM_PHASE
                         ? shown->selection
                         : (MpItem) { MP_ITEM_NONE, 0 };
  options->visible = own->entries;
  options->collapsed = NULL;
  return drawn;
}

void
mp_figure_step_clear (MpFigureStep *own)
{
  g_clear_pointer (&own->entries, mp_visible_set_unref);
  g_clear_object (&own->known);
}
