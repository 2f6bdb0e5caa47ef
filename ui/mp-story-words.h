/* mp-story-words.h: a step of the story in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The player must play a step. Free the strings with g_free ().
 */
#pragma once

#include "mp-player.h"

G_BEGIN_DECLS

/* "Step 3 of 7". */
char *mp_story_words_place (MpPlayer *player) G_GNUC_WARN_UNUSED_RESULT;

/* The subtitle of the window: "Story: Who pays whom · 3 of 7". */
char *mp_story_words_subtitle (MpPlayer *player) G_GNUC_WARN_UNUSED_RESULT;

/* What a screen reader says: "Step 3 of 7, Who pays whom", the text, and who says so. */
char *mp_story_words_spoken (MpPlayer *player) G_GNUC_WARN_UNUSED_RESULT;

/* The text with the numbers of its sources behind it, and who these are, as markup. Each number is
 * a link where the source has an address. The second is empty where the step names no source. */
char *mp_story_words_text (MpPlayer *player) G_GNUC_WARN_UNUSED_RESULT;
char *mp_story_words_sources (MpPlayer *player) G_GNUC_WARN_UNUSED_RESULT;

/* Title, text and sources in full, to be pasted elsewhere. */
char *mp_story_words_copied (MpPlayer *player) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
