/* mp-cited-text.c: shows texts with the numbers of their sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-cited-text.h"

#include "mp-text-label.h"

#include <stdlib.h>

/* The addresses of the numbers; no agreement can have them, whose addresses are http or https. */
#define SCHEME "source:"

/* In 1024ths of a point. */
#define SMALL_RISE "2500"

/* is_small: the text is in small type, whose size the numbers keep, to be read. */
static char *
make_numbers (const char *cites, gboolean is_small)
{
  g_auto (GStrv) numbers = g_strsplit (cites, " ", -1);
  GString *markup =
    g_string_new (is_small ? "\u2009<span rise=\"" SMALL_RISE "\">" : "\u2009<sup>");

  for (guint i = 0; numbers[i] != NULL; i++)
    g_string_append_printf (markup, "%s<a href=\"" SCHEME "%s\">%s</a>", i > 0 ? "\u00a0" : "",
                            numbers[i], numbers[i]);
  g_string_append (markup, is_small ? "</span>" : "</sup>");
  return g_string_free (markup, FALSE);
}

void
mp_cited_text_set (GtkLabel *label, const MpDetailLine *line)
{
  gboolean has_links = line->cites != NULL;
  GtkWidget *widget = GTK_WIDGET (label);

  mp_text_label_set (label, line->text);
  if (has_links) {
    g_autofree char *text = g_markup_escape_text (gtk_label_get_text (label), -1);
    g_autofree char *numbers =
      make_numbers (line->cites, gtk_widget_has_css_class (widget, "caption"));
    g_autofree char *markup = g_strconcat (text, numbers, NULL);

    gtk_label_set_markup (label, markup);
  }
  /* A label with links is a stop for Tab, which goes from link to link. */
  if (gtk_label_get_selectable (label)) {
    gtk_widget_set_focusable (widget, has_links);
    gtk_widget_set_can_focus (widget, has_links);
  }
}

static gboolean
activated_cb (GtkLabel *label, const char *address)
{
  if (!g_str_has_prefix (address, SCHEME))
    return FALSE;
  /* A click does not give it the focus, by which the panel knows where the way back ends. */
  if (!gtk_widget_has_focus (GTK_WIDGET (label)) && gtk_widget_grab_focus (GTK_WIDGET (label)) &&
      gtk_label_get_selectable (label))
    gtk_label_select_region (label, 0, 0);
  gtk_widget_activate_action (GTK_WIDGET (label), MP_CITED_TEXT_SOURCE, "u",
                              (guint) strtoul (address + strlen (SCHEME), NULL, 10));
  return TRUE;
}

void
mp_cited_text_follow (GtkLabel *label)
{
  g_signal_connect (label, "activate-link", G_CALLBACK (activated_cb), NULL);
}
