/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const MpCommand commands[] = {
  { "win.open", N_ ("Open a file"), { "<Control>o", NULL } },
  { "win.export", N_ ("Export the chart"), { "<Control>e", NULL } },
  { "win.zoom-in",
    N_ ("Zoom in"),
    { "<Control>plus", "<Control>equal", "<Control>KP_Add", NULL },
    .group = MP_COMMAND_VIEW },
  { "win.zoom-out",
    N_ ("Zoom out"),
    { "<Control>minus", "<Control>KP_Subtract", NULL },
    .group = MP_COMMAND_VIEW },
  { "win.fit",
    N_ ("Show everything"),
    { "<Control>0", "<Control>KP_0", NULL },
    .group = MP_COMMAND_VIEW },
  { "win.frame",
    N_ ("Show the selection, closer, and everything again"),
    { "f", NULL },
    TRUE,
    .group = MP_COMMAND_VIEW },
  { "win.view-back",
    N_ ("Back to the view before"),
    { "<Alt>Left", NULL },
    .group = MP_COMMAND_VIEW },
  { "win.view-forward",
    N_ ("Forward to the view after"),
    { "<Alt>Right", NULL },
    .group = MP_COMMAND_VIEW },
  { "win.show-today",
    N_ ("Bring today into view"),
    { "<Control>t", NULL },
    .group = MP_COMMAND_VIEW },
  { "win.view-timeline",
    N_ ("Show the timeline"),
    { "<Control>1", NULL },
    .group = MP_COMMAND_VIEW },
  { "win.view-list",
    N_ ("Show the list of entries"),
    { "<Control>2", NULL },
    .group = MP_COMMAND_VIEW },
  { "win.collapse-topic",
    N_ ("Collapse or expand the topic of the selection"),
    { "t", NULL },
    TRUE,
    .group = MP_COMMAND_VIEW },
  { "win.expand-all", N_ ("Expand all topics"), { NULL }, .group = MP_COMMAND_VIEW },
  { "win.next-region",
    N_ ("Go to the next part of the window"),
    { "F6", NULL },
    .group = MP_COMMAND_VIEW },
  { "win.previous-region",
    N_ ("Go to the part of the window before"),
    { "<Shift>F6", NULL },
    .group = MP_COMMAND_VIEW },
  { "win.show-panel", N_ ("Show or hide the details"), { "F9", NULL }, .group = MP_COMMAND_VIEW },
  { "win.show-legend", N_ ("Show or hide the legend"), { "F8", NULL }, .group = MP_COMMAND_VIEW },
  { "win.as-of", N_ ("Ask about a date"), { "<Control>l", NULL }, .group = MP_COMMAND_VIEW },
  { "win.as-of-today",
    N_ ("Ask about today"),
    { "<Control><Shift>t", NULL },
    .group = MP_COMMAND_VIEW },
  { "win.compare",
    N_ ("Compare before and after"),
    { "<Control>b", NULL },
    .group = MP_COMMAND_VIEW },
  { "win.export-table",
    N_ ("Export before and after as a table"),
    { NULL },
    .group = MP_COMMAND_VIEW },
  { "win.clear", N_ ("Select nothing"), { "Escape", NULL }, .group = MP_COMMAND_VIEW },
  { "win.find", N_ ("Find entries"), { "<Control>f", NULL }, .group = MP_COMMAND_FIND },
  { "win.find-next",
    N_ ("Go to the next found"),
    { "<Control>g", NULL },
    .group = MP_COMMAND_FIND },
  { "win.find-previous",
    N_ ("Go to the previous found"),
    { "<Control><Shift>g", NULL },
    .group = MP_COMMAND_FIND },
  { "win.filter",
    N_ ("Choose what is shown"),
    { "<Control><Shift>f", NULL },
    .group = MP_COMMAND_FIND },
  { "win.show-all",
    N_ ("Remove all filters"),
    { "<Control><Shift>a", NULL },
    .group = MP_COMMAND_FIND },
  { "win.show-commands", N_ ("Type a command"), { "<Control>k", NULL } },
  { "win.show-shortcuts", N_ ("Keyboard shortcuts"), { "<Control>question", NULL } },
  { "win.show-menu", N_ ("Main menu"), { "F10", NULL } },
  { "win.close", N_ ("Close the window"), { "<Control>w", NULL } },
  { "app.new-window", N_ ("New window"), { "<Control>n", NULL } },
  { "app.about", N_ ("About Milepost"), { NULL } },
  { "app.quit", N_ ("Quit"), { "<Control>q", NULL } },
};

static const MpCommand canvas_keys[] = {
  { "timeline.go-earlier",
    N_ ("Go to what comes before"),
    { "Left", NULL },
    .group = MP_COMMAND_CANVAS },
  { "timeline.go-later",
    N_ ("Go to what comes after"),
    { "Right", NULL },
    .group = MP_COMMAND_CANVAS },
  { "timeline.go-up", N_ ("Go to the row above"), { "Up", NULL }, .group = MP_COMMAND_CANVAS },
  { "timeline.go-down", N_ ("Go to the row below"), { "Down", NULL }, .group = MP_COMMAND_CANVAS },
  { "timeline.go-first",
    N_ ("Go to the first of the row"),
    { "Home", NULL },
    .group = MP_COMMAND_CANVAS },
  { "timeline.go-last",
    N_ ("Go to the last of the row"),
    { "End", NULL },
    .group = MP_COMMAND_CANVAS },
  { "timeline.measure-earlier",
    N_ ("Measure to the milestone before"),
    { "<Shift>Left", NULL },
    .group = MP_COMMAND_CANVAS },
  { "timeline.measure-later",
    N_ ("Measure to the milestone after"),
    { "<Shift>Right", NULL },
    .group = MP_COMMAND_CANVAS },
};

const MpCommand *
mp_commands_get_canvas (guint *length)
{
  *length = G_N_ELEMENTS (canvas_keys);
  return canvas_keys;
}

const char *
mp_command_group_title (MpCommandGroup group)
{
  /* Translators: groups of keyboard shortcuts */
  static const char *const titles[MP_N_COMMAND_GROUPS] = { N_ ("General"), N_ ("View"), N_ ("Find"),
                                                           N_ ("On the timeline") };

  return _ (titles[group]);
}

const MpCommand *
mp_commands_get (guint *length)
{
  *length = G_N_ELEMENTS (commands);
  return commands;
}

/* The key with another name at its end in the place of this one; or NULL where it has not this. */
static char *
with_other_end (const char *key, const char *end, const char *other)
{
  if (!g_str_has_suffix (key, end))
    return NULL;
  return g_strdup_printf ("%.*s%s", (int) (strlen (key) - strlen (end)), key, other);
}

char *
mp_command_get_key (const MpCommand *command, guint index, GtkTextDirection direction)
{
  const char *key = command->keys[index];
  char *other = NULL;

  if (key != NULL && direction == GTK_TEXT_DIR_RTL) {
    other = with_other_end (key, "Left", "Right");
    if (other == NULL)
      other = with_other_end (key, "Right", "Left");
  }
  return other != NULL ? other : g_strdup (key);
}

void
mp_commands_set_accels (GtkApplication *application, GtkTextDirection direction)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_auto (GStrv) keys = g_new0 (char *, G_N_ELEMENTS (commands[i].keys) + 1);

    if (commands[i].keys[0] == NULL || commands[i].on_canvas)
      continue;
    for (guint j = 0; commands[i].keys[j] != NULL; j++)
      keys[j] = mp_command_get_key (&commands[i], j, direction);
    gtk_application_set_accels_for_action (application, commands[i].action,
                                           (const char *const *) keys);
  }
}

void
mp_commands_add_canvas_keys (GtkWidget *canvas)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    for (guint j = 0; commands[i].on_canvas && commands[i].keys[j] != NULL; j++)
      gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (commands[i].keys[j]),
                          gtk_named_action_new (commands[i].action)));
  gtk_widget_add_controller (canvas, controller);
}
