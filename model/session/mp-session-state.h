/* mp-session-state.h: what a session shows, to come back to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-session.h"

G_BEGIN_DECLS

/* The view, the dates, the selection, the filter, what was searched and which topics are collapsed.
 */
typedef struct _MpSessionState MpSessionState;

/* Returns what a session shows now, or where it is going. Free with mp_session_state_free (). */
MpSessionState *mp_session_state_new (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;
void mp_session_state_free (MpSessionState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpSessionState, mp_session_state_free)

/* Shows it again, in a session that has the agreement that it had. A date that was today is the
 * present day. The view is the goal of mp_session_go (). */
void mp_session_state_restore (const MpSessionState *state, MpSession *session);

G_END_DECLS
