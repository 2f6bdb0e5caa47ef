/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-commands.h"

#include <glib/gi18n-lib.h>

static const MpCommand commands[] = {
  { "win.open", N_ ("Open a file"), { "<Control>o", NULL } },
  { "win.export", N_ ("Export the chart"), { "<Control>e", NULL } },
  { "win.zoom-in", N_ ("Zoom in"), { "<Control>plus", "<Control>equal", "<Control>KP_Add", NULL } },
  { "win.zoom-out", N_ ("Zoom out"), { "<Control>minus", "<Control>KP_Subtract", NULL } },
  { "win.fit", N_ ("Show everything"), { "<Control>0", "<Control>KP_0", NULL } },
  { "win.frame", N_ ("Show the selection, closer, and everything again"), { "f", NULL }, TRUE },
  { "win.view-back", N_ ("Back to the view before"), { "<Alt>Left", NULL } },
  { "win.view-forward", N_ ("Forward to the view after"), { "<Alt>Right", NULL } },
  { "win.show-today", N_ ("Bring today into view"), { "<Control>t", NULL } },
  { "win.show-panel", N_ ("Show or hide the details"), { "F9", NULL } },
  { "win.show-legend", N_ ("Show or hide the legend"), { "F8", NULL } },
  { "win.as-of", N_ ("Ask about a date"), { "<Control>l", NULL } },
  { "win.as-of-today", N_ ("Ask about today"), { "<Control><Shift>t", NULL } },
  { "win.clear", N_ ("Select nothing"), { "Escape", NULL } },
  { "win.show-menu", N_ ("Main menu"), { "F10", NULL } },
  { "win.close", N_ ("Close the window"), { "<Control>w", NULL } },
  { "app.new-window", N_ ("New window"), { "<Control>n", NULL } },
  { "app.open-sample", N_ ("Open the sample agreement"), { NULL } },
  { "app.about", N_ ("About Milepost"), { NULL } },
  { "app.quit", N_ ("Quit"), { "<Control>q", NULL } },
};

const MpCommand *
mp_commands_get (guint *length)
{
  *length = G_N_ELEMENTS (commands);
  return commands;
}

void
mp_commands_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].keys[0] != NULL && !commands[i].on_canvas)
      gtk_application_set_accels_for_action (application, commands[i].action, commands[i].keys);
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
