/* mp-message.h: a dialog about a path or an address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An AdwMessageDialog over parent, without responses and not shown yet. Both texts are as wide as
 * the dialog: the heading breaks between words, the text, which can be selected, also within them.
 */
GtkWidget *mp_message_new (GtkWindow *parent, const char *heading, const char *text);

G_END_DECLS
