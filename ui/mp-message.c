/* mp-message.c: a message dialog for long paths and addresses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-message.h"

#include "mp-text-label.h"

#include <adwaita.h>

#define SPACING 12

static GtkWidget *
heading_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "title-2");
  return label;
}

GtkWidget *
mp_message_new (GtkWindow *parent, const char *heading, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *label = heading_new (heading);

  /* GTK 4.18 warns because the dialog measures its own heading on one line for widths that it does
   * not fit. The dialog's own body breaks only between words, and a path is one word. */
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mp_text_label_new_selectable (text, NULL));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  return dialog;
}

char *
mp_message_sentence (const char *reason)
{
  gunichar first = g_unichar_totitle (g_utf8_get_char (reason));
  GString *sentence = g_string_new (NULL);

  if (*reason != '\0')
    g_string_append_unichar (sentence, first);
  return g_string_free (
    g_string_append (sentence, *reason != '\0' ? g_utf8_next_char (reason) : ""), FALSE);
}
