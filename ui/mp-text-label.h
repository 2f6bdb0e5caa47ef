/* mp-text-label.h: labels for text of any length
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text wraps, and breaks within words that are too long for a line. It is as wide as its
 * parent, so that no text can widen the window.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Creates a label. text may be NULL if it is set later. */
GtkWidget *mp_text_label_new (const char *text);

/* Sets the text of a label that was made by one of the others; NULL empties it. */
void mp_text_label_set (GtkLabel *label, const char *text);

/* Creates a label whose text can be selected with the pointer. css_class may be NULL. */
GtkWidget *mp_text_label_new_selectable (const char *text, const char *css_class);

G_END_DECLS
