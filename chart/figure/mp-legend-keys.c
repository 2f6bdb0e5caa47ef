/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-legend-keys.h"

#include "mp-agreement.h"
#include "mp-notice.h"

#include <string.h>

#define SIGN(sign) ((MpLegendKeys) 1 << (sign))

static MpLegendKeys
signs_of_certainty (MpCertainty certainty)
{
  return mp_certainty_get (certainty)->legend != NULL ? SIGN (MP_LEGEND_CERTAINTY + certainty) : 0;
}

/* What the text of a date shows. It is not parsed: in an agreement of a million dates that would
 * take longer than drawing it. */
static MpLegendKeys
signs_of_text (const char *text)
{
  MpLegendKeys signs = 0;

  for (const char *p = strpbrk (text, "~?%[{"); p != NULL; p = strpbrk (p + 1, "~?%[{"))
    signs |= *p == '~'   ? SIGN (MP_LEGEND_ABOUT)
             : *p == '?' ? SIGN (MP_LEGEND_UNCERTAIN)
             : *p == '%' ? SIGN (MP_LEGEND_ABOUT) | SIGN (MP_LEGEND_UNCERTAIN)
             : strcspn (p, ",") > strcspn (p, "]}") ? 0 /* a stretch, however it is written */
             : *p == '['                            ? SIGN (MP_LEGEND_ONE_OF)
                                                    : SIGN (MP_LEGEND_ALL_OF);
  return signs;
}

/* What the stretch between two bounds of one date shows, of which one can be missing. */
static MpLegendKeys
signs_of_bounds (MpInstant earliest, MpInstant after)
{
  if (earliest == MP_INSTANT_MIN && after == MP_INSTANT_MAX)
    return SIGN (MP_LEGEND_UNKNOWN);
  if (earliest == after)
    return SIGN (MP_LEGEND_OPEN);
  if (earliest == MP_INSTANT_MIN || after == MP_INSTANT_MAX)
    return SIGN (MP_LEGEND_UNKNOWN) | SIGN (MP_LEGEND_POSSIBLE);
  return after - earliest > MP_SECONDS_PER_DAY ? SIGN (MP_LEGEND_POSSIBLE) : 0;
}

static MpLegendKeys
signs_of_alternatives (MpAgreement *agreement, MpRun run)
{
  const MpAlternative *pool = mp_agreement_alternatives (agreement);
  MpLegendKeys signs = 0;

  for (guint32 i = run.first; i < run.first + run.count; i++)
    signs |= SIGN (MP_LEGEND_OTHER) | signs_of_certainty (pool[i].certainty) |
             signs_of_text (mp_agreement_text (agreement, pool[i].date));
  return signs;
}

static MpLegendKeys
signs_of_phases (MpAgreement *agreement)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpLegendKeys signs = 0;

  for (guint i = 0; i < phases->length; i++) {
    signs |= SIGN (MP_LEGEND_IN_FORCE) | SIGN (MP_LEGEND_TO_COME) | SIGN (MP_LEGEND_OVER);
    signs |= signs_of_certainty (phases->certainty[i]);
    signs |= signs_of_text (mp_agreement_text (agreement, phases->span[i]));
    signs |= signs_of_bounds (phases->earliest_start[i], phases->certain_start[i]);
    signs |= signs_of_bounds (phases->certain_end[i], phases->latest_end[i]);
    if (*mp_agreement_text (agreement, phases->ends_early[i]) != '\0')
      signs |= SIGN (MP_LEGEND_ENDS_EARLY);
    signs |= signs_of_alternatives (agreement, phases->alternatives[i]);
  }
  return signs;
}

static MpLegendKeys
signs_of_milestones (MpAgreement *agreement)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  MpLegendKeys signs = 0;

  for (guint i = 0; i < milestones->length; i++) {
    signs |= signs_of_certainty (milestones->certainty[i]);
    signs |= signs_of_text (mp_agreement_text (agreement, milestones->date[i]));
    signs |= signs_of_bounds (milestones->earliest[i], milestones->after[i]);
    signs |= signs_of_alternatives (agreement, milestones->alternatives[i]);
  }
  return signs;
}

/* Only what has a picture: not a rule whose days cannot be known. */
static MpLegendKeys
signs_of_notices (MpAgreement *agreement)
{
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);
  MpNoticeDays days;

  for (guint32 i = 0; i < n_terms; i++)
    if (terms[i].notice != MP_NONE && mp_notice_find (agreement, i, &days))
      return SIGN (MP_LEGEND_NOTICE);
  return 0;
}

MpLegendKeys
mp_legend_keys_of (MpAgreement *agreement)
{
  return signs_of_phases (agreement) | signs_of_milestones (agreement) |
         signs_of_notices (agreement);
}
