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

/* Where the window of shortcuts lists a command. */
typedef enum {
  MP_COMMAND_GENERAL,
  MP_COMMAND_VIEW,
  MP_COMMAND_FIND,
  MP_COMMAND_CANVAS, /* keys of the canvas alone */
} MpCommandGroup;
#define MP_N_COMMAND_GROUPS 4

typedef struct {
  const char *action;  /* detailed action name, such as "win.open" */
  const char *title;   /* not yet translated */
  const char *keys[4]; /* as gtk_accelerator_parse () reads them, NULL-terminated */
  gboolean on_canvas;  /* the keys work while the focus is on a canvas; elsewhere they are text */
  MpCommandGroup group;
} MpCommand;

/* The table, and how many commands it has. */
const MpCommand *mp_commands_get (guint *length);

/* What the keys of the canvas do, for the window of shortcuts: the canvas binds them itself, and
 * they work while it has the focus. */
const MpCommand *mp_commands_get_canvas (guint *length);

/* The heading of a group; never freed. */
const char *mp_command_group_title (MpCommandGroup group);

/* One of a command's keys as it is in a window of this direction, or NULL after the last: from
 * right to left the arrow keys to the sides change places. Free with g_free (). */
char *mp_command_get_key (const MpCommand *command, guint index,
                          GtkTextDirection direction) G_GNUC_WARN_UNUSED_RESULT;

/* Gives the application the keys of all commands in windows of this direction, but for those of a
 * canvas. */
void mp_commands_set_accels (GtkApplication *application, GtkTextDirection direction);

/* Gives a canvas its keys. */
void mp_commands_add_canvas_keys (GtkWidget *canvas);

G_END_DECLS
