/* mp-legend-keys.c: finds the legend keys that an agreement needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-legend-keys.h"

#include "mp-agreement.h"
#include "mp-notice.h"

#include <string.h>

#define MANY_PHASES 32

#define KEY(key) ((MpLegendKeys) 1 << (key))

static MpLegendKeys
keys_of_certainty (MpCertainty certainty)
{
  return mp_certainty_get (certainty)->legend != NULL ? KEY (MP_LEGEND_CERTAINTY + certainty) : 0;
}

/* The keys for what a date says in its text. The text is not parsed, for with a million dates that
 * would take longer than drawing them. */
static MpLegendKeys
keys_of_text (const char *text)
{
  MpLegendKeys keys = 0;

  for (const char *p = strpbrk (text, "~?%[{"); p != NULL; p = strpbrk (p + 1, "~?%[{"))
    keys |= *p == '~'   ? KEY (MP_LEGEND_ABOUT)
            : *p == '?' ? KEY (MP_LEGEND_UNCERTAIN)
            : *p == '%' ? KEY (MP_LEGEND_ABOUT) | KEY (MP_LEGEND_UNCERTAIN)
            : strcspn (p, ",") > strcspn (p, "]}") ? 0 /* one member, drawn as a stretch */
            : *p == '['                            ? KEY (MP_LEGEND_ONE_OF)
                                                   : KEY (MP_LEGEND_ALL_OF);
  return keys;
}

/* The keys for the stretch between the two bounds of a date, either of which can be missing. */
static MpLegendKeys
keys_of_bounds (MpInstant earliest, MpInstant after)
{
  if (earliest == MP_INSTANT_MIN && after == MP_INSTANT_MAX)
    return KEY (MP_LEGEND_UNKNOWN);
  if (earliest == after)
    return KEY (MP_LEGEND_OPEN);
  if (earliest == MP_INSTANT_MIN || after == MP_INSTANT_MAX)
    return KEY (MP_LEGEND_UNKNOWN) | KEY (MP_LEGEND_POSSIBLE);
  return after - earliest > MP_SECONDS_PER_DAY ? KEY (MP_LEGEND_POSSIBLE) : 0;
}

static MpLegendKeys
keys_of_alternatives (MpAgreement *agreement, MpRun run)
{
  const MpAlternative *pool = mp_agreement_alternatives (agreement);
  MpLegendKeys keys = 0;

  for (guint32 i = run.first; i < run.first + run.count; i++)
    keys |= KEY (MP_LEGEND_OTHER) | keys_of_certainty (pool[i].certainty) |
            keys_of_text (mp_agreement_text (agreement, pool[i].date));
  return keys;
}

static MpLegendKeys
keys_of_phases (MpAgreement *agreement)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpLegendKeys keys = 0;

  for (guint i = 0; i < phases->length; i++) {
    keys |= KEY (MP_LEGEND_IN_FORCE) | KEY (MP_LEGEND_TO_COME) | KEY (MP_LEGEND_OVER);
    keys |= keys_of_certainty (phases->certainty[i]);
    keys |= keys_of_text (mp_agreement_text (agreement, phases->span[i]));
    keys |= keys_of_bounds (phases->earliest_start[i], phases->certain_start[i]);
    keys |= keys_of_bounds (phases->certain_end[i], phases->latest_end[i]);
    if (*mp_agreement_text (agreement, phases->ends_early[i]) != '\0')
      keys |= KEY (MP_LEGEND_ENDS_EARLY);
    keys |= keys_of_alternatives (agreement, phases->alternatives[i]);
  }
  return keys;
}

static MpLegendKeys
keys_of_milestones (MpAgreement *agreement)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  MpLegendKeys keys = 0;

  for (guint i = 0; i < milestones->length; i++) {
    keys |= keys_of_certainty (milestones->certainty[i]);
    keys |= keys_of_text (mp_agreement_text (agreement, milestones->date[i]));
    keys |= keys_of_bounds (milestones->earliest[i], milestones->after[i]);
    keys |= keys_of_alternatives (agreement, milestones->alternatives[i]);
  }
  return keys;
}

/* A rule of notice is drawn, and needs a key, only if its days are known. */
static MpLegendKeys
keys_of_notices (MpAgreement *agreement)
{
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);
  MpNoticeDays days;

  for (guint32 i = 0; i < n_terms; i++)
    if (terms[i].notice != MP_NONE && mp_notice_find (agreement, i, &days))
      return KEY (MP_LEGEND_NOTICE);
  return 0;
}

/* A term with so many phases has some that are too short to draw apart. */
static MpLegendKeys
keys_of_crowds (MpAgreement *agreement)
{
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);

  for (guint32 i = 0; i < n_terms; i++)
    if (terms[i].phases.count >= MANY_PHASES)
      return KEY (MP_LEGEND_CROWD);
  return 0;
}

MpLegendKeys
mp_legend_keys_of (MpAgreement *agreement)
{
  return keys_of_phases (agreement) | keys_of_milestones (agreement) | keys_of_notices (agreement) |
         keys_of_crowds (agreement);
}
