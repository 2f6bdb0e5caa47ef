/* mp-suggest.c: the word that was meant by a misspelt one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-suggest.h"

#include <string.h>

/* Longer words are not compared: ids and keys are shorter, and the time taken grows with the
 * product of the two lengths. */
#define MAX_LENGTH 64

/* A word with more mistakes than this is no useful suggestion. */
#define MAX_DISTANCE 3

static guint
min3 (guint a, guint b, guint c)
{
  return MIN (MIN (a, b), c);
}

/* Returns the optimal string alignment distance of two words, or limit as soon as the distance
 * cannot be less. It is computed row by row; a swap looks back two rows. */
static guint
measure (const char *a, gsize length_a, const char *b, gsize length_b, guint limit)
{
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0];
  guint *above = rows[1];
  guint *row = rows[2];

  for (gsize j = 0; j <= length_b; j++)
    above[j] = (guint) j;
  memcpy (before, above, sizeof rows[0]);

  for (gsize i = 1; i <= length_a; i++) {
    guint least = row[0] = (guint) i;
    guint *spare = before;

    for (gsize j = 1; j <= length_b; j++) {
      char left = g_ascii_tolower (a[i - 1]);
      char right = g_ascii_tolower (b[j - 1]);

      row[j] = min3 (above[j] + 1, row[j - 1] + 1, above[j - 1] + (left != right));
      if (i > 1 && j > 1 && left == g_ascii_tolower (b[j - 2]) &&
          right == g_ascii_tolower (a[i - 2]))
        row[j] = MIN (row[j], before[j - 2] + 1);
      least = MIN (least, row[j]);
    }
    /* Through a swap, a later row can be better than this one by one mistake, but not by more. */
    if (least > limit)
      return limit;
    before = above;
    above = row;
    row = spare;
  }
  return above[length_b];
}

MpSuggestion
mp_suggestion_start (const char *word)
{
  gsize length = strlen (word);

  /* One mistake for each three letters, as compilers allow it. */
  return (MpSuggestion) {
    .word = word,
    .length = length,
    .distance = (guint) CLAMP (length / 3, 1, MAX_DISTANCE) + 1,
  };
}

void
mp_suggestion_offer (MpSuggestion *suggestion, const char *candidate)
{
  gsize length = strlen (candidate);
  gsize difference =
    length > suggestion->length ? length - suggestion->length : suggestion->length - length;
  guint distance;

  if (difference >= suggestion->distance || length > MAX_LENGTH || suggestion->length > MAX_LENGTH)
    return;
  distance =
    measure (suggestion->word, suggestion->length, candidate, length, suggestion->distance);
  /* A word that has no letter of the other one in its place is no suggestion. */
  if (distance < suggestion->distance && distance < MAX (length, suggestion->length)) {
    suggestion->best = candidate;
    suggestion->distance = distance;
  }
}
