/* mp-message.h: a message dialog for long paths and addresses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Creates an AdwMessageDialog over parent, without responses and not shown yet. The heading breaks
 * between words; the text can be selected, and breaks within words as well. */
GtkWidget *mp_message_new (GtkWindow *parent, const char *heading, const char *text);

G_END_DECLS
