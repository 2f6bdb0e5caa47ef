/* mp-text-label.h: labels for text of any length
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text wraps, within a word where the word alone is too long, and is as wide as its parent: no
 * text, however long, widens the window.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label; text may be NULL, for one that is set later. */
GtkWidget *mp_text_label_new (const char *text);

/* A label whose text can be selected with the pointer; css_class may be NULL. */
GtkWidget *mp_text_label_new_selectable (const char *text, const char *css_class);

G_END_DECLS
