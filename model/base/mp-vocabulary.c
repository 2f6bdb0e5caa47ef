/* mp-vocabulary.c: the words that stand for the values of an enum in files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-vocabulary.h"

#include <string.h>

const char *
mp_vocabulary_word (const MpVocabulary *vocabulary, guint value)
{
  g_return_val_if_fail (value < vocabulary->length, "");

  return *(const char *const *) (gconstpointer) ((const char *) vocabulary->first +
                                                 value * vocabulary->stride);
}

gboolean
mp_vocabulary_find (const MpVocabulary *vocabulary, const char *word, guint *value)
{
  for (guint i = 0; i < vocabulary->length; i++) {
    if (strcmp (mp_vocabulary_word (vocabulary, i), word) == 0) {
      *value = i;
      return TRUE;
    }
  }
  return FALSE;
}
