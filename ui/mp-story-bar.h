/* mp-story-bar.h: the caption under the timeline while a story is played
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It shows the step that is played: its title, its text, its sources, and how far the story is. It
 * has no room of its own where nothing is played. Its buttons run actions of the window.
 */
#pragma once

#include "mp-player.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_STORY_BAR (mp_story_bar_get_type ())
G_DECLARE_FINAL_TYPE (MpStoryBar, mp_story_bar, MP, STORY_BAR, GtkWidget)

/* Sets the player, once. */
void mp_story_bar_set_player (MpStoryBar *self, MpPlayer *player);

G_END_DECLS
