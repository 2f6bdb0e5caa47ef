/* mp-story-private.h: the words of a story
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All returned strings are freed with g_free ().
 */
#pragma once

#include "mp-story.h"

G_BEGIN_DECLS

/* The most characters of a text of the file that is drawn. */
#define MP_STORY_MAX_CHARACTERS 160

/* Returns a text of the file that can stand in a figure. */
char *mp_story_text (MpAgreement *agreement, MpTextRef ref) G_GNUC_WARN_UNUSED_RESULT;

/* Sets headline, subtitle and the words of the pivot, when everything else is there. */
void mp_story_add_head (MpStory *story, const MpStoryRequest *request);

/* Sets the events, when the span is there. */
void mp_story_add_events (MpStory *story, const MpVisibleSet *visible);

G_END_DECLS
