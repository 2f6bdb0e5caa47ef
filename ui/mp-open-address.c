/* mp-open-address.c: asks before it opens an address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-open-address.h"

#include "mp-message.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
address_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  const char *url = data;

  if (g_str_equal (response, "open"))
    gtk_show_uri (gtk_window_get_transient_for (GTK_WINDOW (dialog)), url, GDK_CURRENT_TIME);
  else if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), url);
}

static void
free_data (gpointer data, GClosure *closure)
{
  (void) closure;
  g_free (data);
}

gboolean
mp_open_address (GtkLabel *label, const char *url)
{
  GtkWidget *dialog = mp_message_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (label))),
                                      _ ("Open This Address?"), url);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "copy",
                                    _ ("Co_py"), "open", _ ("_Open"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "open");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (address_response_cb), g_strdup (url),
                         free_data, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}
