/* mp-shortcuts-window.c: the window of keyboard shortcuts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-shortcuts-window.h"

#include "mp-commands.h"

#include <glib/gi18n-lib.h>

/* GtkShortcutsWindow can only be filled by GtkBuilder, so the window is written as XML. */
static void
append_property (GString *xml, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (xml, "<property name=\"%s\">%s</property>", name, escaped);
}

static void
append_command (GString *xml, const MpCommand *command, GtkTextDirection direction)
{
  /* Only the first key; the others are for other keyboards. */
  g_autofree char *key = mp_command_get_key (command, 0, direction);

  g_string_append (xml, "<child><object class=\"GtkShortcutsShortcut\">");
  append_property (xml, "title", _ (command->title));
  append_property (xml, "accelerator", key);
  g_string_append (xml, "</object></child>");
}

static void
append_group (GString *xml, MpCommandGroup group, GtkTextDirection direction)
{
  static const MpCommand *(*const tables[]) (guint * length) = {
    mp_commands_get,
    mp_commands_get_canvas,
    mp_commands_get_story,
  };

  g_string_append (xml, "<child><object class=\"GtkShortcutsGroup\">");
  append_property (xml, "title", mp_command_group_title (group));
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++) {
    guint length;
    const MpCommand *commands = tables[t](&length);

    for (guint i = 0; i < length; i++)
      if (commands[i].group == group && commands[i].keys[0] != NULL)
        append_command (xml, &commands[i], direction);
  }
  g_string_append (xml, "</object></child>");
}

/* Appends a section of groups. One section with all groups would be higher than many screens, and
 * GTK 4.8 warns when it splits a section into pages. */
static void
append_section (GString *xml, const MpCommandGroup *groups, guint n_groups,
                GtkTextDirection direction)
{
  g_string_append (xml, "<child><object class=\"GtkShortcutsSection\">");
  append_property (xml, "section-name", groups[0] == MP_COMMAND_VIEW ? "view" : "all");
  append_property (xml, "title", mp_command_group_title (groups[0]));
  append_property (xml, "max-height", "17");
  for (guint i = 0; i < n_groups; i++)
    append_group (xml, groups[i], direction);
  g_string_append (xml, "</object></child>");
}

GtkWindow *
mp_shortcuts_window_new (GtkWindow *parent)
{
  static const MpCommandGroup general[] = { MP_COMMAND_GENERAL, MP_COMMAND_FIND,
                                            MP_COMMAND_CANVAS };
  static const MpCommandGroup view[] = { MP_COMMAND_VIEW, MP_COMMAND_STORY };
  g_autoptr (GtkBuilder) builder = NULL;
  GString *xml = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\">"
                               "<property name=\"modal\">1</property>");
  GtkTextDirection direction = gtk_widget_get_direction (GTK_WIDGET (parent));
  GtkWindow *window;

  append_section (xml, general, G_N_ELEMENTS (general), direction);
  append_section (xml, view, G_N_ELEMENTS (view), direction);
  g_string_append (xml, "</object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);
  g_string_free (xml, TRUE);
  window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  gtk_window_set_transient_for (window, parent);
  return window;
}
