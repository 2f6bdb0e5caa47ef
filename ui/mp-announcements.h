/* mp-announcements.h: what changes in a session, said to screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who sees the window sees what a command or a drag brings about; who hears it is told: what is
 * selected, the as-of date, what is compared, filtered, found, measured and folded. One
 * sentence a change, once it is over: a date that is dragged is said where it is let go of.
 */
#pragma once

#include "mp-announcer.h"
#include "mp-session.h"

G_BEGIN_DECLS

typedef struct _MpAnnouncements MpAnnouncements;

/* Lets the announcer say what changes. Keeps the session; the announcer must live longer. */
MpAnnouncements *mp_announcements_new (MpSession *session,
                                       MpAnnouncer *announcer) G_GNUC_WARN_UNUSED_RESULT;
void mp_announcements_free (MpAnnouncements *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpAnnouncements, mp_announcements_free)

G_END_DECLS
