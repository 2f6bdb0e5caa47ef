/* mp-commands.h: the table of everything that a user can command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each command has one row: its action, its title, its keys, and when it works. The accelerators of
 * the application, the command palette and the window of shortcuts are made from it, and the window
 * enables its actions by it. The menus, which word commands in their own way, are tested against
 * it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the window of shortcuts lists a command. */
typedef enum {
  MP_COMMAND_GENERAL,
  MP_COMMAND_VIEW,
  MP_COMMAND_FIND,
  MP_COMMAND_CANVAS, /* what only the timeline itself does */
  MP_COMMAND_STORY,  /* what works while a story is played, and what begins it */
} MpCommandGroup;
#define MP_N_COMMAND_GROUPS 5

typedef enum {
  MP_COMMAND_NEEDS_AGREEMENT = 1 << 0, /* it works only while an agreement is shown */
  MP_COMMAND_ON_CANVAS = 1 << 1, /* its keys work only while the timeline has the focus: elsewhere
                                    they are text */
  MP_COMMAND_NEEDS_ALL = 1 << 2, /* the same, and only if that is the whole of it */
} MpCommandFlags;

typedef struct {
  const char *action;  /* with its prefix, such as "win.open" */
  const char *title;   /* not yet translated */
  const char *keys[4]; /* as gtk_accelerator_parse () reads them, NULL-terminated */
  MpCommandGroup group;
  MpCommandFlags flags;
} MpCommand;

/* The commands of the window and the application. Sets *length to their number. */
const MpCommand *mp_commands_get (guint *length);

/* The keys that the timeline binds itself, for the window of shortcuts. Sets *length to their
 * number. */
const MpCommand *mp_commands_get_canvas (guint *length);

/* The keys of a story while it is played, for the same. A key can be a range, as GTK's shortcuts
 * have it: "1...9". */
const MpCommand *mp_commands_get_story (guint *length);

/* The translated heading of a group; never freed. */
const char *mp_command_group_title (MpCommandGroup group);

/* One of the keys of a command in a window of this direction, or NULL after the last. From right to
 * left, the left and right arrow keys change places. Free with g_free (). */
char *mp_command_get_key (const MpCommand *command, guint index,
                          GtkTextDirection direction) G_GNUC_WARN_UNUSED_RESULT;

/* Sets the accelerators of the application, as they are in windows of this direction: the keys of
 * all commands but those with MP_COMMAND_ON_CANVAS. */
void mp_commands_set_accels (GtkApplication *application, GtkTextDirection direction);

/* Binds the keys of the commands with MP_COMMAND_ON_CANVAS to a widget. */
void mp_commands_add_canvas_keys (GtkWidget *canvas);

G_END_DECLS
