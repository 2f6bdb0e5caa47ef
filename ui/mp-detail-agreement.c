/* mp-detail-agreement.c: what the details tell while nothing is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-agreement.h"

#include "mp-agreement.h"
#include "mp-detail-first.h"
#include "mp-detail-later.h"
#include "mp-join.h"
#include "mp-session-words.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

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

/* Adds the terms by status, each with a card. If the as-of date is to come, those in force are in
 * one list for each basis. */
static void
add_all_terms (MpDetailRows *rows, MpSession *session, const GArray *states)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  gboolean is_today = mp_session_is_as_of_today (session);

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

/* --- Groups of them --------------------------------------------------------------------------- */

/* With more terms than these, they are in groups, each of which opens in place. */
#define MOST_CARDS 6

/* How many terms of a group are named before it is opened. */
#define MOST_NAMES 2

/* The groups: all terms of a status, of those in force the ones of one basis. */
static const struct {
  MpStatus status;
  MpBasis basis;
  const char *title;
} groups[] = {
  /* Translators: groups of terms, by until when they are in force */
  { MP_STATUS_IN_FORCE, MP_BASIS_UNLESS, N_ ("Unless something ends it before") },
  { MP_STATUS_IN_FORCE, MP_BASIS_STATED_END, N_ ("Until a stated end") },
  { MP_STATUS_IN_FORCE, MP_BASIS_NO_END, N_ ("No end published") },
  { MP_STATUS_POSSIBLY, MP_N_BASES, N_ ("Perhaps in force") },
  { MP_STATUS_NOT, MP_N_BASES, N_ ("Not in force") },
};

/* The first names of a group, and how many more there are. */
static char *
make_names (MpAgreement *agreement, const GArray *listed)
{
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  const guint32 *term_of = mp_agreement_phases (agreement)->term;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  guint n_named = listed->len == MOST_NAMES + 1 ? listed->len : MIN (listed->len, MOST_NAMES);
  guint left = listed->len - n_named;

  for (guint i = 0; i < n_named; i++)
    g_ptr_array_add (
      names,
      mp_untrusted_text_isolate (
        mp_agreement_text (agreement, terms[term_of[g_array_index (listed, guint32, i)]].title),
        0));
  g_ptr_array_add (names, NULL);
  joined = mp_join (MP_JOIN_ITEMS, (const char *const *) names->pdata);
  if (left == 0)
    return g_steal_pointer (&joined);
  /* Translators: the names of some terms, and how many more there are */
  return g_strdup_printf (ngettext ("%s and %'u more", "%s and %'u more", left), joined, left);
}

static void
add_group (MpDetailRows *rows, MpAgreement *agreement, const GArray *states, guint group)
{
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *names = NULL;
  gboolean is_open = FALSE;
  guint n_now;

  for (guint i = 0; i < states->len; i++) {
    const State *state = &g_array_index (states, State, i);

    if (state->status == groups[group].status &&
        (groups[group].basis == MP_N_BASES || state->basis == groups[group].basis))
      g_array_append_val (listed, state->phase);
  }
  if (listed->len > 0) {
    names = make_names (agreement, listed);
    is_open = mp_detail_rows_add_group (rows, group, _ (groups[group].title), names, listed->len);
  }
  n_now = mp_detail_rows_begin_list (rows, MP_DETAIL_CARDS, is_open ? listed->len : 0);
  for (guint i = 0; i < n_now; i++)
    add_term (rows, agreement, g_array_index (listed, guint32, i));
  mp_detail_rows_end_list (rows);
}

static void
add_groups (MpDetailRows *rows, MpSession *session, const GArray *states)
{
  mp_detail_rows_add_heading (rows, mp_session_is_as_of_today (session) ? _ ("In force today")
                                                                        : _ ("In force then"));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    add_group (rows, mp_session_get_agreement (session), states, i);
}

void
mp_detail_add_agreement (MpDetailRows *rows, MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  g_autofree char *checked = mp_words_checked (agreement);
  g_autoptr (GArray) states = find_states (session);

  mp_detail_rows_add_text (rows, mp_agreement_get_title (agreement), "title-4");
  if (!mp_session_is_as_of_today (session)) {
    g_autofree char *words = mp_date_words (mp_session_get_as_of (session));
    /* Translators: %s is a date. */
    g_autofree char *as_of = g_strdup_printf (_ ("As of %s"), words);

    mp_detail_rows_add_text (rows, as_of, "heading");
  }
  if (mp_session_get_known (session) != NULL) {
    g_autofree char *words = mp_session_words_known (session);

    mp_detail_rows_add_text (rows, words, NULL);
  }
  mp_detail_add_last_change (rows, session);
  mp_detail_add_ends (rows, session);
  if (states->len > MOST_CARDS)
    add_groups (rows, session, states);
  else
    add_all_terms (rows, session, states);
  mp_detail_add_coming (rows, session);
  mp_detail_add_later (rows, session);
  if (mp_agreement_milestones (agreement)->length == 0 &&
      mp_agreement_phases (agreement)->length == 0)
    mp_detail_rows_add_text (
      rows, _ ("There is nothing on this timeline yet: the file lists no terms and no milestones."),
      NULL);
  mp_detail_rows_add_text (rows, mp_agreement_get_summary (agreement), "section");
  mp_detail_rows_add_text (rows, checked, "dim-label");
}
