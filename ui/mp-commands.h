/* mp-commands.h: everything that can be commanded, once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table names each command, its action and its keys. Accelerators come from here and nowhere
 * else.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  const char *action;  /* detailed action name, such as "win.open" */
  const char *title;   /* not yet translated */
  const char *keys[4]; /* as gtk_accelerator_parse () reads them, NULL-terminated */
  gboolean on_canvas;  /* the keys work while the focus is on a canvas; elsewhere they are text */
} MpCommand;

/* The table, and how many commands it has. */
const MpCommand *mp_commands_get (guint *length);

/* Gives the application the keys of all commands, but for those of a canvas. */
void mp_commands_set_accels (GtkApplication *application);

/* Gives a canvas its keys. */
void mp_commands_add_canvas_keys (GtkWidget *canvas);

G_END_DECLS
