/* mp-command-palette.h: a window in which a command is chosen by typing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It has an entry and lists those commands of mp-commands.h whose titles contain all the words
 * typed. Enter runs the chosen one on the parent window.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_COMMAND_PALETTE (mp_command_palette_get_type ())
G_DECLARE_FINAL_TYPE (MpCommandPalette, mp_command_palette, MP, COMMAND_PALETTE, AdwWindow)

MpCommandPalette *mp_command_palette_new (GtkWindow *parent);

G_END_DECLS
