/* mp-certainty.h: how well a fact is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that the program knows of a kind of certainty stands in its row of one table. Code asks the
 * row what it needs to know; it never names a kind, nor does it compare their numbers. So another
 * kind needs a value here, a row in mp-certainty.c, and its word in the schema and in
 * docs/format.md.
 */
#pragma once

#include "mp-vocabulary.h"

G_BEGIN_DECLS

typedef enum {
  MP_CERTAINTY_STATED,   /* the parties say so */
  MP_CERTAINTY_OFFICIAL, /* a court or a regulator does, or another company of its own product */
  MP_CERTAINTY_REPORTED, /* the press does */
  MP_CERTAINTY_CLAIMED,  /* one secondary source does */
  MP_CERTAINTY_DISPUTED, /* sources contradict each other */
  MP_N_CERTAINTIES,
} MpCertainty;

/* A line that is drawn around, or to, what is known so well. */
typedef enum {
  MP_LINE_SOLID,
  MP_LINE_DASHED,
  MP_LINE_DOTTED,
} MpLine;

/* How much of a shape is filled: what is known less well has less body. */
typedef enum {
  MP_BODY_FULL,
  MP_BODY_HALF,    /* in a weaker colour */
  MP_BODY_OUTLINE, /* not filled */
} MpBody;

/* The row of a kind of certainty. */
typedef struct {
  const char *word;   /* in files and queries: "stated" */
  const char *words;  /* for people: mp_words_certainty () translates them */
  const char *legend; /* words of the legend, not yet translated; NULL: it has no entry */
  const char *symbol; /* stands before a label, or NULL */
  MpLine line;
  MpBody body;
  gboolean is_confirmed; /* by somebody who must know, so that it is not pointed out as doubtful */
  gboolean is_doubtful;  /* so that a headline should not say it as if it were known */
  gboolean is_expected;  /* so common that a short note does not mention it */
} MpCertaintyInfo;

/* The table, from strong to weak. */
extern const MpCertaintyInfo mp_certainties[MP_N_CERTAINTIES];
extern const MpVocabulary mp_certainty_vocabulary;

/* Returns the row of a kind; never NULL, never freed. */
static inline const MpCertaintyInfo *
mp_certainty_get (MpCertainty certainty)
{
  return &mp_certainties[certainty];
}

/* Compares as qsort () does: the stronger one comes first. */
int mp_certainty_compare (MpCertainty a, MpCertainty b);

G_END_DECLS
