/* mp-announcer.h: speaks sentences through screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK 4.14 has gtk_accessible_announce () for this. The announcer does it with GTK 4.8, in two
 * ways. It is a status region of no size whose accessible name is the last sentence, and assistive
 * technologies are told when a name changes. Screen readers also speak a new description of the
 * widget with the keyboard focus; so the sentence becomes the description of that widget, and the
 * widget gets its own description back when the focus leaves it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_ANNOUNCER (mp_announcer_get_type ())
G_DECLARE_FINAL_TYPE (MpAnnouncer, mp_announcer, MP, ANNOUNCER, GtkWidget)

GtkWidget *mp_announcer_new (void);

/* Announces a sentence. spoken is FALSE where the widget with the focus says the same by itself:
 * the sentence can then be read in the region, but is not spoken. */
void mp_announcer_say (MpAnnouncer *self, const char *sentence, gboolean spoken);

/* The last sentence; empty before the first. */
const char *mp_announcer_get_sentence (MpAnnouncer *self);

/* Sets the accessible description of a widget, and remembers it, so that the announcer can restore
 * it. To be used for every widget that can have the focus and has a description. */
void mp_announcer_describe (GtkWidget *widget, const char *description);

G_END_DECLS
