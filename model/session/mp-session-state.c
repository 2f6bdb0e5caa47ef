/* mp-session-state.c: keeps what a session shows, and restores it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-session-state.h"

#include "mp-session-private.h"

struct _MpSessionState {
  MpView view;
  MpItem selection;
  MpItem measured;
  MpDate as_of;
  gboolean as_of_today;
  MpDate before;
  gboolean has_before;
  MpDate known;
  gboolean has_known;
  MpDate asked;
  gboolean has_asked;
  gboolean hide_unchanged;

  /* Owned, or NULL */
  MpFilter *filter;
  MpMatches *matches;
  MpBits *collapsed;
};

MpSessionState *
mp_session_state_new (MpSession *session)
{
  MpSessionState *state = g_new (MpSessionState, 1);

  *state = (MpSessionState) {
    .view = session->goal,
    .selection = session->selection,
    .measured = session->measured,
    .as_of = session->as_of,
    .as_of_today = session->as_of_today,
    .before = session->before,
    .has_before = session->has_before,
    .known = session->known,
    .has_known = session->has_known,
    .asked = session->asked,
    .has_asked = session->has_asked,
    .hide_unchanged = session->hide_unchanged,
    .filter = session->filter != NULL ? mp_filter_ref (session->filter) : NULL,
    .matches = session->matches != NULL ? mp_matches_ref (session->matches) : NULL,
    .collapsed = session->collapsed != NULL ? mp_bits_ref (session->collapsed) : NULL,
  };
  return state;
}

void
mp_session_state_free (MpSessionState *state)
{
  if (state == NULL)
    return;
  g_clear_pointer (&state->filter, mp_filter_unref);
  g_clear_pointer (&state->matches, mp_matches_unref);
  g_clear_pointer (&state->collapsed, mp_bits_unref);
  g_free (state);
}

void
mp_session_state_restore (const MpSessionState *state, MpSession *session)
{
  g_object_freeze_notify (G_OBJECT (session));
  /* First: all else is of the agreement that this shows. */
  mp_session_set_known (session, state->has_known ? &state->known : NULL);
  mp_session_set_hide_unchanged (session, state->hide_unchanged);
  mp_session_set_filter (session, state->filter);
  session->has_asked = FALSE;
  mp_session_set_before (session, state->has_before ? &state->before : NULL);
  mp_session_set_as_of (session, state->as_of_today ? NULL : &state->as_of);
  session->asked = state->asked;
  session->has_asked = state->has_asked;
  mp_session_set_collapsed (session, state->collapsed);
  mp_session_set_matches (session, state->matches);
  mp_session_set_selection (session, state->selection);
  mp_session_set_measured (session, state->measured);
  mp_session_go (session, state->view);
  g_object_thaw_notify (G_OBJECT (session));
}
