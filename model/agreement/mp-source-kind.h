/* mp-source-kind.h: the kinds of sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-vocabulary.h"

G_BEGIN_DECLS

typedef enum {
  MP_SOURCE_PRIMARY,
  MP_SOURCE_FILING,
  MP_SOURCE_OFFICIAL,
  MP_SOURCE_PRESS,
  MP_SOURCE_ARTICLE,
  MP_N_SOURCE_KINDS,
} MpSourceKind;

/* The row of a kind of source. */
typedef struct {
  const char *word;  /* in files: "primary" */
  const char *words; /* for people: mp_words_source_kind () translates them */
} MpSourceKindInfo;

/* The table, and the words in files. */
extern const MpSourceKindInfo mp_source_kinds[MP_N_SOURCE_KINDS];
extern const MpVocabulary mp_source_kind_vocabulary;

G_END_DECLS
