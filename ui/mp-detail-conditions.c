/* mp-detail-conditions.c: what the details show of dates that depend on something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-conditions.h"

#include "mp-agreement.h"
#include "mp-cite.h"
#include "mp-detail-parts.h"
#include "mp-notice.h"
#include "mp-text-label.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* Logical pixels between the lines of one statement, and between statements. */
#define LINE_SPACING 2
#define SPACING 10

static void
append_text (GtkWidget *box, const char *text, const char *css_class, gboolean dim)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = mp_text_label_new_selectable (text, css_class);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
}

/* --- What sources disagree on ----------------------------------------------------------------- */

/* A date, its sources, and why it is not the preferred one. */
static GtkWidget *
said_new (const char *date, MpCertainty certainty, const char *reason, const char *numbers)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, LINE_SPACING);
  g_autofree char *who = NULL;

  append_text (box, date, "heading", FALSE);
  append_text (box, reason, NULL, FALSE);
  if (numbers != NULL)
    /* Translators: how well known a date is, and the numbers of its sources, as in "Reported by the
     * press · Sources 3, 4". */
    who = g_strdup_printf (C_ ("who says so", "%s · %s"), mp_words_certainty (certainty), numbers);
  append_text (box, who != NULL ? who : mp_words_certainty (certainty), "caption", TRUE);
  return box;
}

GtkWidget *
mp_detail_others_new (MpAgreement *agreement, const char *preferred, MpCertainty certainty,
                      MpRun own, MpRun alternatives, GArray *citations)
{
  const MpAlternative *pool = mp_agreement_alternatives (agreement);
  g_autofree char *numbers = NULL;
  GtkWidget *box;

  if (alternatives.count == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  numbers = mp_cite (agreement, own, citations);
  gtk_box_append (GTK_BOX (box), said_new (preferred, certainty, _ ("Preferred here."), numbers));
  for (guint32 i = alternatives.first; i < alternatives.first + alternatives.count; i++) {
    const MpAlternative *other = &pool[i];
    g_autofree char *date = mp_words_date (agreement, other->date);
    g_autofree char *who = mp_cite (agreement, other->citations, citations);

    gtk_box_append (GTK_BOX (box), said_new (date, other->certainty,
                                             mp_agreement_text (agreement, other->reason), who));
  }
  return box;
}

/* --- Notice ----------------------------------------------------------------------------------- */

GtkWidget *
mp_detail_notice_new (MpAgreement *agreement, guint32 term, GArray *citations)
{
  guint32 index = mp_agreement_terms (agreement, NULL)[term].notice;
  const MpNotice *notice;
  g_autofree char *answer = NULL;
  g_autofree char *numbers = NULL;
  g_auto (GStrv) steps = NULL;
  GtkWidget *box;
  MpNoticeDays days;

  if (index == MP_NONE)
    return NULL;
  notice = &mp_agreement_notices (agreement)[index];
  answer = mp_notice_words (agreement, term);
  numbers = mp_cite (agreement, notice->citations, citations);
  box = said_new (answer, notice->certainty, NULL, numbers);
  /* Without a day, the result has the reason. */
  if (!mp_notice_find (agreement, term, &days))
    return box;
  steps = mp_notice_steps (agreement, term);
  for (char **step = steps; *step != NULL; step++)
    append_text (box, *step, NULL, FALSE);
  return box;
}

/* --- How a date was counted ------------------------------------------------------------------- */

GtkWidget *
mp_detail_derivation_new (MpAgreement *agreement, guint32 derivation)
{
  g_autofree char *words = NULL;
  g_autofree char *sentence = NULL;

  if (derivation == MP_NONE)
    return NULL;
  words = mp_words_derivation (agreement, derivation);
  /* Translators: %s is how a date was counted, as in "90 days after The reset (27 April 2026)". */
  sentence = g_strdup_printf (_ ("Counted: %s"), words);
  return mp_text_label_new_selectable (sentence, "dim-label");
}

GtkWidget *
mp_detail_derivations_new (MpAgreement *agreement, guint32 start, guint32 end)
{
  GtkWidget *box;

  if (start == MP_NONE && end == MP_NONE)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, LINE_SPACING);
  if (start != MP_NONE) {
    g_autofree char *words = mp_words_derivation (agreement, start);
    /* Translators: %s is how a date was counted, as in "90 days after The reset (27 April 2026)".
     */
    g_autofree char *sentence = g_strdup_printf (_ ("Start: %s"), words);

    append_text (box, sentence, NULL, TRUE);
  }
  if (end != MP_NONE) {
    g_autofree char *words = mp_words_derivation (agreement, end);
    /* Translators: %s is how a date was counted, as in "90 days after The reset (27 April 2026)".
     */
    g_autofree char *sentence = g_strdup_printf (_ ("End: %s"), words);

    append_text (box, sentence, NULL, TRUE);
  }
  return box;
}
