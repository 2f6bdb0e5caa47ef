/* mp-announcer.h: says to screen readers what has changed where they do not look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK 4.14 has a function for this. GTK 4.8 has none, but what it does tell can be used. The
 * announcer is a status region, of no size, whose name is the last sentence: a change of name is an
 * event that any assistive technology can listen to. And a screen reader speaks when the
 * description of what has the focus changes: so that is the sentence, until the focus leaves and
 * what had it is described as before.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_ANNOUNCER (mp_announcer_get_type ())
G_DECLARE_FINAL_TYPE (MpAnnouncer, mp_announcer, MP, ANNOUNCER, GtkWidget)

GtkWidget *mp_announcer_new (void);

/* Says a sentence. Where it is not to be spoken, because what has the focus tells the same by
 * itself, it can still be read in the region. */
void mp_announcer_say (MpAnnouncer *self, const char *sentence, gboolean spoken);

/* The last sentence; empty before the first. */
const char *mp_announcer_get_sentence (MpAnnouncer *self);

/* Describes a widget to assistive technologies, in a way that the announcer can bring back. For any
 * widget that can have the focus and is described by more than its tooltip. */
void mp_announcer_describe (GtkWidget *widget, const char *description);

G_END_DECLS
