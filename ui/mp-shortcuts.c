/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-shortcuts.h"

#include "mp-commands.h"

#include <glib/gi18n-lib.h>

/* The toolkit takes shortcuts in the form of its builder only. */
static void
append_property (GString *xml, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (xml, "<property name=\"%s\">%s</property>", name, escaped);
}

static void
append_command (GString *xml, const MpCommand *command, GtkTextDirection direction)
{
  /* The first of its keys; the others are the same on other keyboards. */
  g_autofree char *key = mp_command_get_key (command, 0, direction);

  g_string_append (xml, "<child><object class=\"GtkShortcutsShortcut\">");
  append_property (xml, "title", _ (command->title));
  append_property (xml, "accelerator", key);
  g_string_append (xml, "</object></child>");
}

static void
append_group (GString *xml, MpCommandGroup group, GtkTextDirection direction)
{
  guint length;
  const MpCommand *commands =
    group == MP_COMMAND_CANVAS ? mp_commands_get_canvas (&length) : mp_commands_get (&length);

  g_string_append (xml, "<child><object class=\"GtkShortcutsGroup\">");
  append_property (xml, "title", mp_command_group_title (group));
  for (guint i = 0; i < length; i++)
    if (commands[i].group == group && commands[i].keys[0] != NULL)
      append_command (xml, &commands[i], direction);
  g_string_append (xml, "</object></child>");
}

GtkWindow *
mp_shortcuts_new (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GString *xml = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\">"
                               "<property name=\"modal\">1</property>"
                               "<child><object class=\"GtkShortcutsSection\">"
                               "<property name=\"section-name\">all</property>"
                               "<property name=\"max-height\">30</property>");
  GtkWindow *window;

  for (MpCommandGroup group = 0; group < MP_N_COMMAND_GROUPS; group++)
    append_group (xml, group, gtk_widget_get_direction (GTK_WIDGET (parent)));
  g_string_append (xml, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);
  g_string_free (xml, TRUE);
  window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  gtk_window_set_transient_for (window, parent);
  return window;
}
