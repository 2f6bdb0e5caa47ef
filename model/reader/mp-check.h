/* mp-check.h: whether single values are what the format allows, and sentences about them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every check returns a sentence that says what is wrong, to be freed with g_free (), or NULL.
 */
#pragma once

#include "mp-format.h"

G_BEGIN_DECLS

/* Limits that no useful timeline reaches. They protect what is made of a file later: labels, lists
 * and pictures. Sizes are in characters. */
#define MP_MAX_LINE_SIZE 1000            /* titles, states: a label */
#define MP_MAX_TEXT_SIZE 20000           /* summaries, notes: a few pages */
#define MP_MAX_ID_SIZE 128               /* ids: a part of a link */
#define MP_MAX_ITEMS 1000000             /* of one array: what the timeline is made to draw */
#define MP_MAX_ORDER 9999                /* of the milestones of one day */
#define MP_MAX_STEPS 1000                /* of a story: nobody hears more */
#define MP_MAX_AMOUNT 9007199254740992.0 /* 2^53: up to here every whole number is exact */

/* Checks a string against its field: its size, that it is not empty if it is required, that it has
 * no control characters, and no line breaks unless it may have several lines. */
char *mp_check_string (const char *string, const MpField *field) G_GNUC_WARN_UNUSED_RESULT;

/* Checks an id: a to z and 0 to 9, in groups joined by single hyphens. */
char *mp_check_id (const char *id) G_GNUC_WARN_UNUSED_RESULT;

/* Checks an address: http or https, with a host, and nothing that could pass for another host. */
char *mp_check_url (const char *url) G_GNUC_WARN_UNUSED_RESULT;

/* Checks whether an address looks like another one (mp-address.h). The sentence is a warning. */
char *mp_check_url_look (const char *url) G_GNUC_WARN_UNUSED_RESULT;

/* What a name in a file can stand for. */
typedef enum {
  MP_NAME_OF_KEY,
  MP_NAME_OF_PARTY,
  MP_NAME_OF_TOPIC,
  MP_NAME_OF_SOURCE,
  MP_NAME_OF_TERM,
  MP_NAME_OF_MILESTONE,
  MP_NAME_OF_ENTRY,    /* a milestone or a term */
  MP_NAME_OF_SELECTED, /* one of them, or a topic */
} MpNameOf;

/* Returns "unknown topic "clould"; did you mean "cloud"?", without the question if there is no
 * suggestion. Free with g_free (). */
char *mp_unknown_name (MpNameOf what, const char *name,
                       const char *suggestion) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a word that is not among those that a key can have: "unknown color "gren"; did you
 * mean "green"?". If there is no suggestion it lists the words that the key can have, which are
 * followed by NULL. Free with g_free (). */
char *mp_unknown_word (const char *key, const char *word, const char *suggestion,
                       const char *const *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
