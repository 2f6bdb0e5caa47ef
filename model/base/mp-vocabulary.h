/* mp-vocabulary.h: the words that stand for the values of an enum in files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file says "stated" or "blue", the program MP_CERTAINTY_STATED or MP_COLOR_BLUE. The words are
 * part of the file format: they are never translated.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of one enum, in the order of its values, which begin at 0. A plain value. */
typedef struct {
  gconstpointer first; /* points to the word of the value 0; borrowed */
  gsize stride;        /* bytes from one word to the next */
  guint length;
} MpVocabulary;

/* Makes a vocabulary from an array, either of words or of rows that begin with their word. */
#define MP_VOCABULARY(array)                                                                       \
  {                                                                                                \
    (array), sizeof *(array), G_N_ELEMENTS (array)                                                 \
  }

/* Returns the word of a value, which must be one of the enum; never freed. */
const char *mp_vocabulary_word (const MpVocabulary *vocabulary, guint value);

/* Finds the value of a word, which is compared byte by byte. Returns FALSE and stores nothing where
 * the vocabulary does not have the word. */
gboolean mp_vocabulary_find (const MpVocabulary *vocabulary, const char *word, guint *value);

G_END_DECLS
