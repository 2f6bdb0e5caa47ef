/* mp-detail-agreement.c: what the details tell while nothing is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-agreement.h"

#include "mp-agreement.h"
#include "mp-next.h"
#include "mp-session-words.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* --- What comes next -------------------------------------------------------------------------- */

/* Adds what comes next after the as-of date. The subtitle of the window names the first of it. */
static void
add_next (MpDetailRows *rows, MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  guint n_left_out;
  g_autoptr (GArray) list = mp_next_list (agreement, mp_session_get_as_of (session), &n_left_out);
  g_autofree char *left_out = NULL;

  if (list->len > 0)
    mp_detail_rows_add_heading (rows, _ ("What comes next"));
  for (guint i = 0; i < list->len; i++) {
    const MpNext *next = &g_array_index (list, MpNext, i);
    g_autofree char *title = mp_next_title (agreement, next);
    g_autofree char *date = mp_next_date (agreement, next);
    g_autofree char *when = mp_session_words_when (session, date, next->earliest, next->after);
    gboolean is_expected = mp_certainty_get (next->certainty)->is_expected;

    mp_detail_rows_add_item (rows, agreement, next->item, title, when,
                             is_expected ? NULL : mp_words_certainty (next->certainty));
  }
  if (n_left_out == 0)
    return;
  /* Translators: how many things that come next are not listed. */
  left_out = g_strdup_printf (ngettext ("%'u more of less importance, or later",
                                        "%'u more of less importance, or later", n_left_out),
                              n_left_out);
  mp_detail_rows_add_text (rows, left_out, "dim-label");
}

/* --- What is in force ------------------------------------------------------------------------- */

/* A term in one state, as it stands on the as-of date. A term is there once for each state that it
 * may be in; if it is in none, once in its nearest state. */
typedef struct {
  guint32 phase;
  MpStatus status;
  MpBasis basis;
} State;

static GArray *
find_states (MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpDate *as_of = mp_session_get_as_of (session);
  GArray *states = g_array_new (FALSE, FALSE, sizeof (State));
  guint n_terms;

  mp_agreement_terms (agreement, &n_terms);
  for (guint32 term = 0; term < n_terms; term++) {
    g_autoptr (GArray) phases =
      mp_query_possible_phases (agreement, term, as_of->earliest, as_of->after);

    if (phases->len == 0) {
      MpStanding nearest = mp_query_standing (agreement, term, as_of->earliest, as_of->after);

      if (nearest.phase != MP_NONE)
        g_array_append_val (phases, nearest.phase);
    }
    for (guint i = 0; i < phases->len; i++) {
      guint32 phase = g_array_index (phases, guint32, i);
      State state = { phase,
                      mp_query_phase_status (agreement, phase, as_of->earliest, as_of->after),
                      mp_query_phase_basis (agreement, phase) };

      g_array_append_val (states, state);
    }
  }
  return states;
}

/* Adds a card of a term in one state: since when, until when, and how well that is known. */
static void
add_term (MpDetailRows *rows, MpAgreement *agreement, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[phases->term[phase]];
  g_autofree char *span = mp_words_phase_span (agreement, phase);
  g_autofree char *state =
    mp_untrusted_text_isolate (mp_agreement_text (agreement, phases->state[phase]), 0);
  g_autofree char *words = g_strdup_printf ("%s\n%s", state, span);

  mp_detail_rows_add_item (rows, agreement, (MpItem) { MP_ITEM_PHASE, phase },
                           mp_agreement_text (agreement, term->title), words,
                           mp_words_certainty (phases->certainty[phase]));
}

/* Adds the list of the terms that have one status and, unless it is MP_N_BASES, one basis. */
static void
add_terms (MpDetailRows *rows, MpAgreement *agreement, const GArray *states, MpStatus status,
           MpBasis basis, const char *heading)
{
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_now;

  for (guint i = 0; i < states->len; i++) {
    const State *state = &g_array_index (states, State, i);

    if (state->status == status && (basis == MP_N_BASES || state->basis == basis))
      g_array_append_val (listed, state->phase);
  }
  if (listed->len > 0)
    mp_detail_rows_add_heading (rows, heading);
  n_now = mp_detail_rows_begin_list (rows, MP_DETAIL_CARDS, listed->len);
  for (guint i = 0; i < n_now; i++)
    add_term (rows, agreement, g_array_index (listed, guint32, i));
  mp_detail_rows_end_list (rows);
}

/* Adds the terms by status. If the as-of date is to come, those in force are in one list for each
 * basis. */
static void
add_all_terms (MpDetailRows *rows, MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  gboolean is_today = mp_session_is_as_of_today (session);
  g_autoptr (GArray) states = find_states (session);

  if (mp_session_is_as_of_future (session)) {
    for (guint basis = 0; basis < MP_N_BASES; basis++)
      add_terms (rows, agreement, states, MP_STATUS_IN_FORCE, basis,
                 mp_words_standing (MP_STATUS_IN_FORCE, basis, TRUE));
  } else {
    add_terms (rows, agreement, states, MP_STATUS_IN_FORCE, MP_N_BASES,
               is_today ? _ ("In force today") : _ ("In force then"));
  }
  add_terms (rows, agreement, states, MP_STATUS_POSSIBLY, MP_N_BASES,
             is_today ? _ ("Possibly in force today") : _ ("Possibly in force then"));
  add_terms (rows, agreement, states, MP_STATUS_NOT, MP_N_BASES,
             is_today ? _ ("Not in force today") : _ ("Not in force then"));
}

void
mp_detail_add_agreement (MpDetailRows *rows, MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  g_autofree char *checked = mp_words_checked (agreement);

  mp_detail_rows_add_text (rows, mp_agreement_get_title (agreement), "title-2");
  mp_detail_rows_add_text (rows, mp_agreement_get_summary (agreement), NULL);
  mp_detail_rows_add_text (rows, checked, "dim-label");
  if (!mp_session_is_as_of_today (session)) {
    g_autofree char *words = mp_date_words (mp_session_get_as_of (session));
    /* Translators: %s is a date. */
    g_autofree char *as_of = g_strdup_printf (_ ("As of %s"), words);

    mp_detail_rows_add_text (rows, as_of, "title-4");
  }
  add_next (rows, session);
  add_all_terms (rows, session);
  if (mp_agreement_milestones (agreement)->length == 0 &&
      mp_agreement_phases (agreement)->length == 0)
    mp_detail_rows_add_text (
      rows, _ ("There is nothing on this timeline yet: the file lists no terms and no milestones."),
      NULL);
}
