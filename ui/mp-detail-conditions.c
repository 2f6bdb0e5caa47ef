/* mp-detail-conditions.c: what the details tell of dates that depend on something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-conditions.h"

#include "mp-agreement.h"
#include "mp-cite.h"
#include "mp-notice.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* --- What sources disagree on ----------------------------------------------------------------- */

/* Adds a date, its sources, and why it is not the preferred one. */
static MpDetailRow *
add_said (MpDetailRows *rows, const char *date, MpCertainty certainty, const char *reason,
          const char *numbers)
{
  MpDetailRow *row = mp_detail_rows_add (rows, MP_DETAIL_LINES, date, "heading");
  g_autofree char *who = NULL;

  if (reason != NULL && *reason != '\0')
    mp_detail_row_add_line (row, reason, NULL);
  if (numbers != NULL)
    /* Translators: how well known a date is, and the numbers of its sources, as in "Reported by the
     * press · Sources 3, 4". */
    who = g_strdup_printf (C_ ("who says so", "%s · %s"), mp_words_certainty (certainty), numbers);
  mp_detail_row_add_line (row, who != NULL ? who : mp_words_certainty (certainty),
                          "caption dim-label");
  return row;
}

void
mp_detail_add_others (MpDetailRows *rows, MpAgreement *agreement, const char *preferred,
                      MpCertainty certainty, MpRun own, MpRun alternatives, GArray *citations)
{
  const MpAlternative *pool = mp_agreement_alternatives (agreement);
  g_autofree char *numbers = NULL;

  if (alternatives.count == 0)
    return;
  mp_detail_rows_add_heading (rows, _ ("Sources disagree"));
  numbers = mp_cite (agreement, own, citations);
  add_said (rows, preferred, certainty, _ ("Preferred here."), numbers);
  for (guint32 i = alternatives.first; i < alternatives.first + alternatives.count; i++) {
    const MpAlternative *other = &pool[i];
    g_autofree char *date = mp_words_date (agreement, other->date);
    g_autofree char *who = mp_cite (agreement, other->citations, citations);

    add_said (rows, date, other->certainty, mp_agreement_text (agreement, other->reason), who);
  }
}

/* --- Notice ----------------------------------------------------------------------------------- */

void
mp_detail_add_notice (MpDetailRows *rows, MpAgreement *agreement, guint32 term, GArray *citations)
{
  guint32 index = mp_agreement_terms (agreement, NULL)[term].notice;
  const MpNotice *notice;
  g_autofree char *answer = NULL;
  g_autofree char *numbers = NULL;
  g_auto (GStrv) steps = NULL;
  MpDetailRow *row;
  MpNoticeDays days;

  if (index == MP_NONE)
    return;
  /* Translators: a heading: by when notice must be given, such as to stop a renewal */
  mp_detail_rows_add_heading (rows, _ ("Notice"));
  notice = &mp_agreement_notices (agreement)[index];
  answer = mp_notice_words (agreement, term);
  numbers = mp_cite (agreement, notice->citations, citations);
  row = add_said (rows, answer, notice->certainty, NULL, numbers);
  /* Without a day, the result has the reason. */
  if (!mp_notice_find (agreement, term, &days))
    return;
  steps = mp_notice_steps (agreement, term);
  for (char **step = steps; *step != NULL; step++)
    mp_detail_row_add_line (row, *step, NULL);
}

/* --- How a date was counted ------------------------------------------------------------------- */

void
mp_detail_add_derivation (MpDetailRows *rows, MpAgreement *agreement, guint32 derivation)
{
  g_autofree char *words = NULL;
  g_autofree char *sentence = NULL;

  if (derivation == MP_NONE)
    return;
  words = mp_words_derivation (agreement, derivation);
  /* Translators: %s is how a date was counted, as in "90 days after The reset (27 April 2026)". */
  sentence = g_strdup_printf (_ ("Counted: %s"), words);
  mp_detail_rows_add_text (rows, sentence, "dim-label");
}

void
mp_detail_add_derivations (MpDetailRows *rows, MpAgreement *agreement, guint32 start, guint32 end)
{
  g_autofree char *first = NULL, *last = NULL;
  MpDetailRow *row;

  if (start != MP_NONE) {
    g_autofree char *words = mp_words_derivation (agreement, start);

    /* Translators: %s is how a date was counted, as in "90 days after The reset (27 April 2026)".
     */
    first = g_strdup_printf (_ ("Start: %s"), words);
  }
  if (end != MP_NONE) {
    g_autofree char *words = mp_words_derivation (agreement, end);

    /* Translators: %s is how a date was counted, as in "90 days after The reset (27 April 2026)".
     */
    last = g_strdup_printf (_ ("End: %s"), words);
  }
  if (first == NULL && last == NULL)
    return;
  row = mp_detail_rows_add (rows, MP_DETAIL_LINES, first != NULL ? first : last, "dim-label");
  if (first != NULL && last != NULL)
    mp_detail_row_add_line (row, last, "dim-label");
}
