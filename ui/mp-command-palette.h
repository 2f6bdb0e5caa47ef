/* mp-command-palette.h: every command, to be typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small window over its parent: an entry and the commands of mp-commands that have all the words
 * typed. Enter runs the chosen one on the parent.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_COMMAND_PALETTE (mp_command_palette_get_type ())
G_DECLARE_FINAL_TYPE (MpCommandPalette, mp_command_palette, MP, COMMAND_PALETTE, AdwWindow)

MpCommandPalette *mp_command_palette_new (GtkWindow *parent);

G_END_DECLS
