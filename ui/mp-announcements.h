/* mp-announcements.h: tells screen readers what changes in a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sighted user sees in the window what a command or a drag does. Users of a screen reader are
 * told: what is selected, the as-of date, what is compared, filtered, found, measured and
 * collapsed, and the step of a story that is played. There is one sentence for each change, when
 * the change is over: a date that is dragged is announced when it is let go of.
 */
#pragma once

#include "mp-announcer.h"
#include "mp-player.h"

G_BEGIN_DECLS

typedef struct _MpAnnouncements MpAnnouncements;

/* Announces the changes of a session and of its player. Takes references to both; the announcer is
 * borrowed and must live longer than the result. */
MpAnnouncements *mp_announcements_new (MpSession *session, MpPlayer *player,
                                       MpAnnouncer *announcer) G_GNUC_WARN_UNUSED_RESULT;
void mp_announcements_free (MpAnnouncements *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpAnnouncements, mp_announcements_free)

G_END_DECLS
