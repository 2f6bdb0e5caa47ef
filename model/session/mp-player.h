/* mp-player.h: plays the story of an agreement in a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step sets view, dates, day of knowledge, comparison and selection of the session, and the
 * entries that it tells of. Filters, a search and collapsed topics are out of its way until the
 * story is left; then everything is as it was. The story is paused while the session shows anything
 * else than the step, whoever changed it. A new agreement ends the story.
 *
 * Properties, all read-only:
 *
 *     step    int: the step that is played, from 0, or -1
 *     paused  gboolean
 */
#pragma once

#include "mp-session.h"
#include "mp-step.h"

G_BEGIN_DECLS

#define MP_TYPE_PLAYER (mp_player_get_type ())
G_DECLARE_FINAL_TYPE (MpPlayer, mp_player, MP, PLAYER, GObject)

/* Creates a player, which takes a reference to the session. */
MpPlayer *mp_player_new (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The agreement whose story it is: that of the session, with all that is known. Borrowed, or NULL.
 */
MpAgreement *mp_player_get_agreement (MpPlayer *self);

/* How many steps the story has; 0 without one. */
guint mp_player_get_n_steps (MpPlayer *self);

/* Plays a step, from 0 and limited to the last one. The first call remembers what the session
 * shows. Without a story it does nothing. */
void mp_player_go (MpPlayer *self, int step);

/* Ends the story, and restores what the session showed before. */
void mp_player_leave (MpPlayer *self);

/* The step that is played, from 0, or -1; and what it says, or NULL. */
int mp_player_get_step (MpPlayer *self);
const MpStep *mp_player_get_words (MpPlayer *self);

/* Whether a step is played, but the session shows something else. */
gboolean mp_player_is_paused (MpPlayer *self);

G_END_DECLS
