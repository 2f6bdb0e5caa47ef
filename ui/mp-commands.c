/* mp-commands.c: the table of commands, and their keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const MpCommand commands[] = {
  { "win.open", N_ ("Open a file"), { "<Control>o", NULL }, MP_COMMAND_GENERAL },
  { "win.export",
    N_ ("Export the chart"),
    { "<Control>e", NULL },
    MP_COMMAND_GENERAL,
    MP_COMMAND_NEEDS_ALL },
  { "win.export-again",
    N_ ("Export the same way as last time"),
    { "<Control><Shift>e", NULL },
    MP_COMMAND_GENERAL,
    MP_COMMAND_NEEDS_ALL },
  { "win.copy-figure",
    N_ ("Copy the chart"),
    { "<Control><Shift>c", NULL },
    MP_COMMAND_GENERAL,
    MP_COMMAND_NEEDS_ALL },
  { "win.print", N_ ("Print"), { "<Control>p", NULL }, MP_COMMAND_GENERAL, MP_COMMAND_NEEDS_ALL },
  { "win.zoom-in",
    N_ ("Zoom in"),
    { "<Control>plus", "<Control>equal", "<Control>KP_Add", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT },
  { "win.zoom-out",
    N_ ("Zoom out"),
    { "<Control>minus", "<Control>KP_Subtract", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT },
  { "win.fit",
    N_ ("Show everything"),
    { "<Control>0", "<Control>KP_0", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT },
  { "win.frame",
    N_ ("Show the selection, closer, and everything again"),
    { "f", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT | MP_COMMAND_ON_CANVAS },
  { "win.view-back",
    N_ ("Go back to where you were"),
    { "<Alt>Left", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT },
  { "win.view-forward",
    N_ ("Go forward again"),
    { "<Alt>Right", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT },
  { "win.show-today",
    N_ ("Bring today into view"),
    { "<Control>t", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT },
  { "win.view-timeline",
    N_ ("Show the timeline"),
    { "<Control>1", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT },
  { "win.view-list",
    N_ ("Show the list of entries"),
    { "<Control>2", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT },
  { "win.collapse-topic",
    N_ ("Collapse or expand the topic of the selection"),
    { "t", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT | MP_COMMAND_ON_CANVAS },
  { "win.expand-all",
    N_ ("Expand all topics"),
    { NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT },
  { "win.next-region", N_ ("Go to the next part of the window"), { "F6", NULL }, MP_COMMAND_VIEW },
  { "win.previous-region",
    N_ ("Go to the previous part of the window"),
    { "<Shift>F6", NULL },
    MP_COMMAND_VIEW },
  { "win.show-panel", N_ ("Show or hide the details"), { "F9", NULL }, MP_COMMAND_VIEW },
  { "win.show-legend", N_ ("Show or hide the legend"), { "F8", NULL }, MP_COMMAND_VIEW },
  { "win.play-story",
    N_ ("Play the story"),
    { "s", NULL },
    MP_COMMAND_STORY,
    MP_COMMAND_NEEDS_ALL | MP_COMMAND_ON_CANVAS },
  { "win.as-of",
    N_ ("Set the as-of date"),
    { "<Control>l", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT },
  { "win.as-of-today",
    N_ ("Set the as-of date to today"),
    { "<Control><Shift>t", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT },
  { "win.known",
    N_ ("Set the day as of whose knowledge the agreement is shown"),
    { "<Control><Shift>l", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_ALL },
  { "win.known-today",
    N_ ("Show all that is known today"),
    { NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_ALL },
  { "win.compare",
    N_ ("Compare before and after"),
    { "<Control>b", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_ALL },
  { "win.export-table",
    N_ ("Export before and after as a table"),
    { NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_ALL },
  { "win.clear",
    N_ ("Select nothing"),
    { "Escape", NULL },
    MP_COMMAND_VIEW,
    MP_COMMAND_NEEDS_AGREEMENT },
  { "win.find",
    N_ ("Find entries"),
    { "<Control>f", NULL },
    MP_COMMAND_FIND,
    MP_COMMAND_NEEDS_ALL },
  { "win.find-next",
    N_ ("Go to the next match"),
    { "<Control>g", NULL },
    MP_COMMAND_FIND,
    MP_COMMAND_NEEDS_ALL },
  { "win.find-previous",
    N_ ("Go to the previous match"),
    { "<Control><Shift>g", NULL },
    MP_COMMAND_FIND,
    MP_COMMAND_NEEDS_ALL },
  { "win.filter",
    N_ ("Choose what is shown"),
    { "<Control><Shift>f", NULL },
    MP_COMMAND_FIND,
    MP_COMMAND_NEEDS_ALL },
  { "win.show-all",
    N_ ("Remove all filters"),
    { "<Control><Shift>a", NULL },
    MP_COMMAND_FIND,
    MP_COMMAND_NEEDS_ALL },
  { "win.show-commands", N_ ("Type a command"), { "<Control>k", NULL }, MP_COMMAND_GENERAL },
  { "win.show-shortcuts",
    N_ ("Keyboard shortcuts"),
    { "<Control>question", NULL },
    MP_COMMAND_GENERAL },
  { "win.show-menu", N_ ("Main menu"), { "F10", NULL }, MP_COMMAND_GENERAL },
  { "win.close", N_ ("Close the window"), { "<Control>w", NULL }, MP_COMMAND_GENERAL },
  { "app.new-window", N_ ("New window"), { "<Control>n", NULL }, MP_COMMAND_GENERAL },
  { "app.about", N_ ("About Milepost"), { NULL }, MP_COMMAND_GENERAL },
  { "app.quit", N_ ("Quit"), { "<Control>q", NULL }, MP_COMMAND_GENERAL },
};

static const MpCommand canvas_keys[] = {
  { "timeline.go-earlier", N_ ("Go to the previous entry"), { "Left", NULL }, MP_COMMAND_CANVAS },
  { "timeline.go-later", N_ ("Go to the next entry"), { "Right", NULL }, MP_COMMAND_CANVAS },
  { "timeline.go-up", N_ ("Go to the row above"), { "Up", NULL }, MP_COMMAND_CANVAS },
  { "timeline.go-down", N_ ("Go to the row below"), { "Down", NULL }, MP_COMMAND_CANVAS },
  { "timeline.go-first",
    N_ ("Go to the first entry of the row"),
    { "Home", NULL },
    MP_COMMAND_CANVAS },
  { "timeline.go-last",
    N_ ("Go to the last entry of the row"),
    { "End", NULL },
    MP_COMMAND_CANVAS },
  { "timeline.next-link", N_ ("Go to the next linked entry"), { "l", NULL }, MP_COMMAND_CANVAS },
  { "timeline.measure-earlier",
    N_ ("Measure to the previous milestone"),
    { "<Shift>Left", NULL },
    MP_COMMAND_CANVAS },
  { "timeline.measure-later",
    N_ ("Measure to the next milestone"),
    { "<Shift>Right", NULL },
    MP_COMMAND_CANVAS },
};

static const MpCommand story_keys[] = {
  { "win.story-next", N_ ("Next step"), { "space", "Right", "Page_Down", NULL }, MP_COMMAND_STORY },
  { "win.story-previous", N_ ("Previous step"), { "Left", "Page_Up", NULL }, MP_COMMAND_STORY },
  { "win.story-go", N_ ("First step"), { "Home", NULL }, MP_COMMAND_STORY },
  { "win.story-go", N_ ("Last step"), { "End", NULL }, MP_COMMAND_STORY },
  { "win.story-go", N_ ("One of the first nine steps"), { "1...9", NULL }, MP_COMMAND_STORY },
  { "win.story-leave", N_ ("Leave the story"), { "Escape", NULL }, MP_COMMAND_STORY },
};

const MpCommand *
mp_commands_get_story (guint *length)
{
  *length = G_N_ELEMENTS (story_keys);
  return story_keys;
}

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
                                                           N_ ("On the timeline"), N_ ("Story") };

  return _ (titles[group]);
}

const MpCommand *
mp_commands_get (guint *length)
{
  *length = G_N_ELEMENTS (commands);
  return commands;
}

static gboolean
is_on_canvas (const MpCommand *command)
{
  return (command->flags & MP_COMMAND_ON_CANVAS) != 0;
}

/* Replaces the name at the end of a key. Returns NULL if the key ends otherwise. */
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

    if (commands[i].keys[0] == NULL || is_on_canvas (&commands[i]))
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
    for (guint j = 0; is_on_canvas (&commands[i]) && commands[i].keys[j] != NULL; j++)
      gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (commands[i].keys[j]),
                          gtk_named_action_new (commands[i].action)));
  gtk_widget_add_controller (canvas, controller);
}
