/* mp-detail-agreement.c: what the details show while nothing is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-agreement.h"

#include "mp-agreement.h"
#include "mp-detail-parts.h"
#include "mp-next.h"
#include "mp-session-words.h"
#include "mp-text-label.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

static void
add_text (GtkBox *content, const char *text, const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (content, mp_text_label_new_selectable (text, css_class));
}

/* --- What comes next -------------------------------------------------------------------------- */

/* Adds what comes next after the as-of date. The subtitle of the window names the first of it. */
static void
add_next (GtkBox *content, MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  guint n_left_out;
  g_autoptr (GArray) list = mp_next_list (agreement, mp_session_get_as_of (session), &n_left_out);
  g_autofree char *left_out = NULL;

  if (list->len > 0)
    gtk_box_append (content, mp_detail_heading_new (_ ("What comes next")));
  for (guint i = 0; i < list->len; i++) {
    const MpNext *next = &g_array_index (list, MpNext, i);
    g_autofree char *title = mp_next_title (agreement, next);
    g_autofree char *date = mp_next_date (agreement, next);
    g_autofree char *when = mp_session_words_when (session, date, next->earliest, next->after);
    GtkWidget *card = mp_detail_item_card_new (session, next->item, title, when);

    if (!mp_certainty_get (next->certainty)->is_expected)
      mp_detail_card_add_note (card, mp_words_certainty (next->certainty));
    gtk_box_append (content, card);
  }
  if (n_left_out == 0)
    return;
  /* Translators: how many things that come next are not listed. */
  left_out = g_strdup_printf (ngettext ("%'u more of less importance, or later",
                                        "%'u more of less importance, or later", n_left_out),
                              n_left_out);
  add_text (content, left_out, "dim-label");
}

/* --- What is in force ------------------------------------------------------------------------- */

/* A list of terms with one status on the as-of date. A term appears once for each state in which it
 * has that status; a term that is not in force appears once, in its nearest state. Of terms that
 * will be in force, the list has those on one basis. */
typedef struct {
  MpStatus status;
  MpBasis basis; /* MP_N_BASES for all of them */
  const char *heading;
} TermList;

static gboolean
is_listed (MpAgreement *agreement, MpSession *session, const TermList *list, guint32 phase)
{
  const MpDate *as_of = mp_session_get_as_of (session);

  return mp_query_phase_status (agreement, phase, as_of->earliest, as_of->after) == list->status &&
         (list->basis == MP_N_BASES || mp_query_phase_basis (agreement, phase) == list->basis);
}

/* A card of a term in one state: since when, until when, and how well that is known. */
static GtkWidget *
term_card_new (MpSession *session, gconstpointer entry)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpPhases *phases = mp_agreement_phases (agreement);
  guint32 phase = *(const guint32 *) entry;
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[phases->term[phase]];
  g_autofree char *span = mp_words_phase_span (agreement, phase);
  g_autofree char *state =
    mp_untrusted_text_isolate (mp_agreement_text (agreement, phases->state[phase]), 0);
  g_autofree char *words = g_strdup_printf ("%s\n%s", state, span);
  GtkWidget *card = mp_detail_item_card_new (session, (MpItem) { MP_ITEM_PHASE, phase },
                                             mp_agreement_text (agreement, term->title), words);

  mp_detail_card_add_note (card, mp_words_certainty (phases->certainty[phase]));
  return card;
}

static void
add_terms (MpDetailLists *lists, GtkBox *content, MpSession *session, const TermList *list)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpDate *as_of = mp_session_get_as_of (session);
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_terms;

  mp_agreement_terms (agreement, &n_terms);
  for (guint32 term = 0; term < n_terms; term++) {
    g_autoptr (GArray) states =
      mp_query_possible_phases (agreement, term, as_of->earliest, as_of->after);

    if (states->len == 0) {
      MpStanding nearest = mp_query_standing (agreement, term, as_of->earliest, as_of->after);

      if (nearest.phase != MP_NONE)
        g_array_append_val (states, nearest.phase);
    }
    for (guint i = 0; i < states->len; i++) {
      guint32 phase = g_array_index (states, guint32, i);

      if (is_listed (agreement, session, list, phase))
        g_array_append_val (listed, phase);
    }
  }
  mp_detail_add_cards (lists, content, session, list->heading, listed, term_card_new);
}

/* Adds the terms by status. If the as-of date is to come, those in force are in one list for each
 * basis. */
static void
add_all_terms (MpDetailLists *lists, GtkBox *content, MpSession *session)
{
  gboolean is_today = mp_session_is_as_of_today (session);
  TermList in_force = { MP_STATUS_IN_FORCE, MP_N_BASES,
                        is_today ? _ ("In force today") : _ ("In force then") };
  TermList possibly = { MP_STATUS_POSSIBLY, MP_N_BASES,
                        is_today ? _ ("Possibly in force today") : _ ("Possibly in force then") };
  TermList absent = { MP_STATUS_NOT, MP_N_BASES,
                      is_today ? _ ("Not in force today") : _ ("Not in force then") };

  if (mp_session_is_as_of_future (session)) {
    for (guint basis = 0; basis < MP_N_BASES; basis++)
      add_terms (lists, content, session,
                 &(TermList) { MP_STATUS_IN_FORCE, basis,
                               mp_words_standing (MP_STATUS_IN_FORCE, basis, TRUE) });
  } else {
    add_terms (lists, content, session, &in_force);
  }
  add_terms (lists, content, session, &possibly);
  add_terms (lists, content, session, &absent);
}

void
mp_detail_add_agreement (MpDetailLists *lists, GtkBox *content, MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  g_autofree char *checked = mp_words_checked (agreement);

  add_text (content, mp_agreement_get_title (agreement), "title-2");
  add_text (content, mp_agreement_get_summary (agreement), NULL);
  add_text (content, checked, "dim-label");
  if (!mp_session_is_as_of_today (session)) {
    g_autofree char *words = mp_date_words (mp_session_get_as_of (session));
    /* Translators: %s is a date. */
    g_autofree char *as_of = g_strdup_printf (_ ("As of %s"), words);

    add_text (content, as_of, "title-4");
  }
  add_next (content, session);
  add_all_terms (lists, content, session);
  if (mp_agreement_milestones (agreement)->length == 0 &&
      mp_agreement_phases (agreement)->length == 0)
    add_text (content,
              _ ("There is nothing on this timeline yet: the file lists no terms and no "
                 "milestones."),
              NULL);
}
