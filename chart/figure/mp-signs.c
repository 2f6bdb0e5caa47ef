/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-signs.h"

#include "mp-notice.h"

#include <string.h>

#define SIGN(sign) ((MpSigns) 1 << (sign))

static MpSigns
signs_of_certainty (MpCertainty certainty)
{
  switch (certainty) {
  case MP_CERTAINTY_REPORTED:
    return SIGN (MP_SIGN_REPORTED);
  case MP_CERTAINTY_CLAIMED:
    return SIGN (MP_SIGN_CLAIMED);
  case MP_CERTAINTY_DISPUTED:
    return SIGN (MP_SIGN_DISPUTED);
  case MP_CERTAINTY_STATED:
  case MP_CERTAINTY_OFFICIAL:
  default:
    return 0;
  }
}

/* What the text of a date shows. It is not parsed: in an agreement of a million dates that would
 * take longer than drawing it. */
static MpSigns
signs_of_text (const char *text)
{
  MpSigns signs = 0;

  for (const char *p = strpbrk (text, "~?%[{"); p != NULL; p = strpbrk (p + 1, "~?%[{"))
    signs |= *p == '~'   ? SIGN (MP_SIGN_ABOUT)
             : *p == '?' ? SIGN (MP_SIGN_UNCERTAIN)
             : *p == '%' ? SIGN (MP_SIGN_ABOUT) | SIGN (MP_SIGN_UNCERTAIN)
             : strcspn (p, ",") > strcspn (p, "]}") ? 0 /* a stretch, however it is written */
             : *p == '['                            ? SIGN (MP_SIGN_ONE_OF)
                                                    : SIGN (MP_SIGN_ALL_OF);
  return signs;
}

/* What the stretch between two bounds of one date shows, of which one can be missing. */
static MpSigns
signs_of_bounds (MpInstant earliest, MpInstant after)
{
  if (earliest == MP_INSTANT_MIN && after == MP_INSTANT_MAX)
    return SIGN (MP_SIGN_UNKNOWN);
  if (earliest == after)
    return SIGN (MP_SIGN_OPEN);
  if (earliest == MP_INSTANT_MIN || after == MP_INSTANT_MAX)
    return SIGN (MP_SIGN_UNKNOWN) | SIGN (MP_SIGN_POSSIBLE);
  return after - earliest > MP_SECONDS_PER_DAY ? SIGN (MP_SIGN_POSSIBLE) : 0;
}

static MpSigns
signs_of_alternatives (MpAgreement *agreement, MpRun run)
{
  const MpAlternative *pool = mp_agreement_alternatives (agreement);
  MpSigns signs = 0;

  for (guint32 i = run.first; i < run.first + run.count; i++)
    signs |= SIGN (MP_SIGN_OTHER) | signs_of_certainty (pool[i].certainty) |
             signs_of_text (mp_agreement_text (agreement, pool[i].date));
  return signs;
}

static MpSigns
signs_of_phases (MpAgreement *agreement)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpSigns signs = 0;

  for (guint i = 0; i < phases->length; i++) {
    signs |= SIGN (MP_SIGN_IN_FORCE) | SIGN (MP_SIGN_TO_COME) | SIGN (MP_SIGN_OVER);
    signs |= signs_of_certainty (phases->certainty[i]);
    signs |= signs_of_text (mp_agreement_text (agreement, phases->span[i]));
    signs |= signs_of_bounds (phases->earliest_start[i], phases->certain_start[i]);
    signs |= signs_of_bounds (phases->certain_end[i], phases->latest_end[i]);
    if (*mp_agreement_text (agreement, phases->ends_early[i]) != '\0')
      signs |= SIGN (MP_SIGN_ENDS_EARLY);
    signs |= signs_of_alternatives (agreement, phases->alternatives[i]);
  }
  return signs;
}

static MpSigns
signs_of_milestones (MpAgreement *agreement)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  MpSigns signs = 0;

  for (guint i = 0; i < milestones->length; i++) {
    signs |= signs_of_certainty (milestones->certainty[i]);
    signs |= signs_of_text (mp_agreement_text (agreement, milestones->date[i]));
    signs |= signs_of_bounds (milestones->earliest[i], milestones->after[i]);
    signs |= signs_of_alternatives (agreement, milestones->alternatives[i]);
  }
  return signs;
}

/* Only what has a picture: not a rule whose days cannot be known. */
static MpSigns
signs_of_notices (MpAgreement *agreement)
{
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);
  MpNoticeDays days;

  for (guint32 i = 0; i < n_terms; i++)
    if (terms[i].notice != MP_NONE && mp_notice_find (agreement, i, &days))
      return SIGN (MP_SIGN_NOTICE);
  return 0;
}

MpSigns
mp_signs_of (MpAgreement *agreement)
{
  return signs_of_phases (agreement) | signs_of_milestones (agreement) |
         signs_of_notices (agreement);
}
