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

/* Returns a reason, which is a part of a sentence in English, as a sentence of its own: with a
 * capital letter. Free with g_free (). */
char *mp_message_sentence (const char *reason) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
