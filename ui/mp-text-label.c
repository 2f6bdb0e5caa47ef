/* mp-text-label.c: labels for text of any length
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-text-label.h"

#include "mp-untrusted-text.h"

#include <string.h>

/* In bytes. Only addresses have longer words. */
#define MAX_WORD 100

/* Whether a word is so long that Pango would need seconds to break it: it shapes the word again for
 * each place. */
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

void
mp_text_label_set (GtkLabel *label, const char *text)
{
  g_autofree char *thin = mp_untrusted_text_limit_combining (text != NULL ? text : "");

  gtk_label_set_text (label, thin);
  gtk_label_set_wrap_mode (label, has_endless_word (thin) ? PANGO_WRAP_CHAR : PANGO_WRAP_WORD_CHAR);
}

GtkWidget *
mp_text_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (NULL);

  mp_text_label_set (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* The width comes from the parent, not from the longest line. */
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  /* Many combining marks on one letter would otherwise be drawn over the neighbours. */
  gtk_widget_set_overflow (label, GTK_OVERFLOW_HIDDEN);
  return label;
}

GtkWidget *
mp_text_label_new_selectable (const char *text, const char *css_class)
{
  GtkWidget *label = mp_text_label_new (text);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Selectable labels would each be a stop for Tab, and a label that merely may be focused takes
   * the key without moving the focus. */
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}
