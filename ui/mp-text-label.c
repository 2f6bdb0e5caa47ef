/* mp-text-label.c: labels for text of any length
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-text-label.h"

#include "mp-untrusted-text.h"

#include <string.h>

/* In bytes: longer than any word but that of an address. */
#define MAX_WORD 100

/* Pango looks for places to break a word by shaping it again for each: seconds, for the longest. */
static gboolean
has_endless_word (const char *text)
{
  while (*text != '\0') {
    gsize length = strcspn (text, " \t\n");

    if (length > MAX_WORD)
      return TRUE;
    text += length;
    text += strspn (text, " \t\n");
  }
  return FALSE;
}

GtkWidget *
mp_text_label_new (const char *text)
{
  g_autofree char *thin = text != NULL ? mp_untrusted_text_limit_combining (text) : NULL;
  GtkWidget *label = gtk_label_new (thin);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), thin != NULL && has_endless_word (thin)
                                                ? PANGO_WRAP_CHAR
                                                : PANGO_WRAP_WORD_CHAR);
  /* The pane sets the width, not its longest sentence. */
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  /* A heap of combining marks would otherwise reach into its neighbours. */
  gtk_widget_set_overflow (label, GTK_OVERFLOW_HIDDEN);
  return label;
}

GtkWidget *
mp_text_label_new_selectable (const char *text, const char *css_class)
{
  GtkWidget *label = mp_text_label_new (text);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Selectable text would otherwise each be a stop for Tab; and a label that cannot be focused, yet
   * may be, takes the key and goes nowhere. */
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}
