/* mp-search-query.h: what is searched for, as people type it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     revenue cap                  both words, anywhere in an entry
 *     "total cap"                  these words side by side
 *     topic:cloud party:openai     a part of the topic's title or of a party's name
 *     topic:"revenue share"        the same with a space
 *     certainty:reported           this certainty
 *     before:2027 after:2026-04    what may lie, at least in part, before or after the date
 *     before:"June 2029"           the same; mp-date-entered.h has how dates are typed
 *
 * An entry must meet all conditions. A quotation mark may be left open at the end.
 */
#pragma once

#include "mp-certainty.h"
#include "mp-date.h"

G_BEGIN_DECLS

typedef enum {
  MP_CLAUSE_WORDS,
  MP_CLAUSE_TOPIC,
  MP_CLAUSE_PARTY,
  MP_CLAUSE_CERTAINTY,
  MP_CLAUSE_BEFORE,
  MP_CLAUSE_AFTER,
} MpClauseKind;

/* One condition. text is never empty and has neither quotation marks nor spaces at its ends. */
typedef struct {
  MpClauseKind kind;
  char *text;            /* of words, topics and parties: casefolded; else as typed. Owned */
  MpCertainty certainty; /* of a certainty */
  MpDate date;           /* of before and after */
} MpClause;

/* All conditions. A query without conditions finds everything. */
typedef struct {
  guint n_clauses;
  MpClause *clauses;
} MpSearchQuery;

/* An unknown prefix, a prefix without a value, or a value that is not a certainty or a date. */
#define MP_SEARCH_ERROR (mp_search_error_quark ())
GQuark mp_search_error_quark (void);

/* Reads a query, which must be UTF-8. Returns NULL and sets error where it has a mistake; the
 * message is a sentence for the user, without full stop. Free with mp_search_query_free (). */
MpSearchQuery *mp_search_query_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mp_search_query_free (MpSearchQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpSearchQuery, mp_search_query_free)

/* A text that reads as the same query. Free with g_free (). */
char *mp_search_query_print (const MpSearchQuery *query) G_GNUC_WARN_UNUSED_RESULT;

/* Whether two queries, neither of them NULL, have the same conditions in the same order. */
gboolean mp_search_query_equal (const MpSearchQuery *a, const MpSearchQuery *b);

G_END_DECLS
