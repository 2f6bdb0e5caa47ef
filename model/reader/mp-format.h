/* mp-format.h: the objects of the file format and their keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What docs/format.md tells people, in tables for the reader.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MP_FIELD_LINE, /* a string of one line */
  MP_FIELD_TEXT, /* a string that may have several */
  MP_FIELD_NUMBER,
  MP_FIELD_BOOLEAN,
  MP_FIELD_ARRAY,
  MP_FIELD_OBJECT,
  MP_FIELD_DATE, /* a string of one line, or an object */
  MP_FIELD_END,  /* the same, or an empty string */
} MpFieldType;

typedef struct {
  const char *key; /* NULL ends a table */
  MpFieldType type;
  gboolean required;
} MpField;

/* The keys of each object are listed once: FIELD (name, key, type, required) stands for each. From
 * the list come the names, which are the indices of the values that are read, their number, and the
 * table of the object. */
#define MP_FIELD_NAME(name, key, type, required) name,
#define MP_DECLARE_FIELDS(table, FIELDS, n_keys)                                                   \
  enum {                                                                                           \
    FIELDS (MP_FIELD_NAME) n_keys                                                                  \
  };                                                                                               \
  extern const MpField table[(n_keys) + 1];

/* The object of the file itself. */
#define MP_HEAD_FIELDS(FIELD)                                                                      \
  FIELD (MP_KEY_HEAD_MILEPOST, "milepost", MP_FIELD_NUMBER, FALSE) /* mp-reader.c looks for it */  \
  FIELD (MP_KEY_HEAD_TITLE, "title", MP_FIELD_LINE, TRUE)                                          \
  FIELD (MP_KEY_HEAD_SUMMARY, "summary", MP_FIELD_TEXT, FALSE)                                     \
  FIELD (MP_KEY_HEAD_CHECKED, "checked", MP_FIELD_LINE, FALSE)                                     \
  FIELD (MP_KEY_HEAD_PARTIES, "parties", MP_FIELD_ARRAY, FALSE)                                    \
  FIELD (MP_KEY_HEAD_TOPICS, "topics", MP_FIELD_ARRAY, FALSE)                                      \
  FIELD (MP_KEY_HEAD_SOURCES, "sources", MP_FIELD_ARRAY, FALSE)                                    \
  FIELD (MP_KEY_HEAD_TERMS, "terms", MP_FIELD_ARRAY, FALSE)                                        \
  FIELD (MP_KEY_HEAD_MILESTONES, "milestones", MP_FIELD_ARRAY, FALSE)                              \
  FIELD (MP_KEY_HEAD_STORY, "story", MP_FIELD_ARRAY, FALSE)
MP_DECLARE_FIELDS (mp_head_fields, MP_HEAD_FIELDS, MP_N_HEAD_KEYS)

/* A party. */
#define MP_PARTY_FIELDS(FIELD)                                                                     \
  FIELD (MP_KEY_PARTY_ID, "id", MP_FIELD_LINE, TRUE)                                               \
  FIELD (MP_KEY_PARTY_NAME, "name", MP_FIELD_LINE, TRUE)                                           \
  FIELD (MP_KEY_PARTY_SUMMARY, "summary", MP_FIELD_TEXT, FALSE)
MP_DECLARE_FIELDS (mp_party_fields, MP_PARTY_FIELDS, MP_N_PARTY_KEYS)

/* A topic. */
#define MP_TOPIC_FIELDS(FIELD)                                                                     \
  FIELD (MP_KEY_TOPIC_ID, "id", MP_FIELD_LINE, TRUE)                                               \
  FIELD (MP_KEY_TOPIC_TITLE, "title", MP_FIELD_LINE, TRUE)                                         \
  FIELD (MP_KEY_TOPIC_COLOR, "color", MP_FIELD_LINE, FALSE)
MP_DECLARE_FIELDS (mp_topic_fields, MP_TOPIC_FIELDS, MP_N_TOPIC_KEYS)

/* A source. */
#define MP_SOURCE_FIELDS(FIELD)                                                                    \
  FIELD (MP_KEY_SOURCE_ID, "id", MP_FIELD_LINE, TRUE)                                              \
  FIELD (MP_KEY_SOURCE_TITLE, "title", MP_FIELD_LINE, TRUE)                                        \
  FIELD (MP_KEY_SOURCE_KIND, "kind", MP_FIELD_LINE, TRUE)                                          \
  FIELD (MP_KEY_SOURCE_PUBLISHER, "publisher", MP_FIELD_LINE, FALSE)                               \
  FIELD (MP_KEY_SOURCE_DATE, "date", MP_FIELD_LINE, FALSE)                                         \
  FIELD (MP_KEY_SOURCE_URL, "url", MP_FIELD_LINE, FALSE)                                           \
  FIELD (MP_KEY_SOURCE_NOTE, "note", MP_FIELD_TEXT, FALSE)                                         \
  FIELD (MP_KEY_SOURCE_ACCESSED, "accessed", MP_FIELD_LINE, FALSE)                                 \
  FIELD (MP_KEY_SOURCE_ARCHIVED, "archived", MP_FIELD_LINE, FALSE)
MP_DECLARE_FIELDS (mp_source_fields, MP_SOURCE_FIELDS, MP_N_SOURCE_KEYS)

/* A term. */
#define MP_TERM_FIELDS(FIELD)                                                                      \
  FIELD (MP_KEY_TERM_ID, "id", MP_FIELD_LINE, TRUE)                                                \
  FIELD (MP_KEY_TERM_TITLE, "title", MP_FIELD_LINE, TRUE)                                          \
  FIELD (MP_KEY_TERM_TOPIC, "topic", MP_FIELD_LINE, TRUE)                                          \
  FIELD (MP_KEY_TERM_PHASES, "phases", MP_FIELD_ARRAY, TRUE)                                       \
  FIELD (MP_KEY_TERM_OBLIGOR, "obligor", MP_FIELD_LINE, FALSE)                                     \
  FIELD (MP_KEY_TERM_OBLIGEE, "obligee", MP_FIELD_LINE, FALSE)                                     \
  FIELD (MP_KEY_TERM_SUMMARY, "summary", MP_FIELD_TEXT, FALSE)                                     \
  FIELD (MP_KEY_TERM_NOTICE, "notice", MP_FIELD_OBJECT, FALSE)
MP_DECLARE_FIELDS (mp_term_fields, MP_TERM_FIELDS, MP_N_TERM_KEYS)

/* A phase of a term. */
#define MP_PHASE_FIELDS(FIELD)                                                                     \
  FIELD (MP_KEY_PHASE_SPAN, "span", MP_FIELD_DATE, TRUE)                                           \
  FIELD (MP_KEY_PHASE_STATE, "state", MP_FIELD_LINE, TRUE)                                         \
  FIELD (MP_KEY_PHASE_CERTAINTY, "certainty", MP_FIELD_LINE, TRUE)                                 \
  FIELD (MP_KEY_PHASE_SOURCES, "sources", MP_FIELD_ARRAY, TRUE)                                    \
  FIELD (MP_KEY_PHASE_SUMMARY, "summary", MP_FIELD_TEXT, FALSE)                                    \
  FIELD (MP_KEY_PHASE_AMOUNTS, "amounts", MP_FIELD_ARRAY, FALSE)                                   \
  FIELD (MP_KEY_PHASE_ENDS_EARLY, "ends_early", MP_FIELD_OBJECT, FALSE)                            \
  FIELD (MP_KEY_PHASE_ALTERNATIVES, "alternatives", MP_FIELD_ARRAY, FALSE)                         \
  FIELD (MP_KEY_PHASE_NOTE, "note", MP_FIELD_LINE, FALSE)                                          \
  FIELD (MP_KEY_PHASE_LINKS, "links", MP_FIELD_ARRAY, FALSE)
MP_DECLARE_FIELDS (mp_phase_fields, MP_PHASE_FIELDS, MP_N_PHASE_KEYS)

/* What ends a phase early. */
#define MP_CONDITION_FIELDS(FIELD) FIELD (MP_KEY_CONDITION_WHEN, "when", MP_FIELD_LINE, TRUE)
MP_DECLARE_FIELDS (mp_condition_fields, MP_CONDITION_FIELDS, MP_N_CONDITION_KEYS)

/* A date that is counted from a milestone. */
#define MP_RELATIVE_FIELDS(FIELD)                                                                  \
  FIELD (MP_KEY_RELATIVE_AFTER, "after", MP_FIELD_LINE, FALSE)                                     \
  FIELD (MP_KEY_RELATIVE_BEFORE, "before", MP_FIELD_LINE, FALSE) /* one of the two is required */  \
  FIELD (MP_KEY_RELATIVE_BY, "by", MP_FIELD_LINE, TRUE)
MP_DECLARE_FIELDS (mp_relative_fields, MP_RELATIVE_FIELDS, MP_N_RELATIVE_KEYS)

/* A span of which at least one end is counted from a milestone. */
#define MP_SPAN_FIELDS(FIELD)                                                                      \
  FIELD (MP_KEY_SPAN_START, "start", MP_FIELD_END, TRUE)                                           \
  FIELD (MP_KEY_SPAN_END, "end", MP_FIELD_END, TRUE)
MP_DECLARE_FIELDS (mp_span_fields, MP_SPAN_FIELDS, MP_N_SPAN_KEYS)

/* Another date of a milestone, or of a phase: its first key is "date" or "span". */
#define MP_ALTERNATIVE_FIELDS(FIELD, date_key)                                                     \
  FIELD (MP_KEY_ALTERNATIVE_DATE, date_key, MP_FIELD_LINE, TRUE)                                   \
  FIELD (MP_KEY_ALTERNATIVE_REASON, "reason", MP_FIELD_TEXT, FALSE)                                \
  FIELD (MP_KEY_ALTERNATIVE_CERTAINTY, "certainty", MP_FIELD_LINE, TRUE)                           \
  FIELD (MP_KEY_ALTERNATIVE_SOURCES, "sources", MP_FIELD_ARRAY, TRUE)
#define MP_DATE_ALTERNATIVE_FIELDS(FIELD) MP_ALTERNATIVE_FIELDS (FIELD, "date")
#define MP_SPAN_ALTERNATIVE_FIELDS(FIELD) MP_ALTERNATIVE_FIELDS (FIELD, "span")
MP_DECLARE_FIELDS (mp_date_alternative_fields, MP_DATE_ALTERNATIVE_FIELDS, MP_N_ALTERNATIVE_KEYS)
extern const MpField mp_span_alternative_fields[MP_N_ALTERNATIVE_KEYS + 1];

/* A rule of notice. */
#define MP_NOTICE_FIELDS(FIELD)                                                                    \
  FIELD (MP_KEY_NOTICE_PERIOD, "period", MP_FIELD_LINE, TRUE)                                      \
  FIELD (MP_KEY_NOTICE_OPENS, "opens", MP_FIELD_LINE, FALSE)                                       \
  FIELD (MP_KEY_NOTICE_DAYS, "days", MP_FIELD_LINE, FALSE)                                         \
  FIELD (MP_KEY_NOTICE_ROLL, "roll", MP_FIELD_LINE, FALSE)                                         \
  FIELD (MP_KEY_NOTICE_UNTIL, "until", MP_FIELD_LINE, FALSE)                                       \
  FIELD (MP_KEY_NOTICE_CLOSED, "closed", MP_FIELD_ARRAY, FALSE)                                    \
  FIELD (MP_KEY_NOTICE_WHAT, "what", MP_FIELD_LINE, FALSE)                                         \
  FIELD (MP_KEY_NOTICE_CERTAINTY, "certainty", MP_FIELD_LINE, FALSE)                               \
  FIELD (MP_KEY_NOTICE_SOURCES, "sources", MP_FIELD_ARRAY, TRUE)
MP_DECLARE_FIELDS (mp_notice_fields, MP_NOTICE_FIELDS, MP_N_NOTICE_KEYS)

/* An amount. */
#define MP_AMOUNT_FIELDS(FIELD)                                                                    \
  FIELD (MP_KEY_AMOUNT_VALUE, "value", MP_FIELD_NUMBER, TRUE)                                      \
  FIELD (MP_KEY_AMOUNT_UNIT, "unit", MP_FIELD_LINE, TRUE)                                          \
  FIELD (MP_KEY_AMOUNT_WHAT, "what", MP_FIELD_LINE, TRUE)                                          \
  FIELD (MP_KEY_AMOUNT_CERTAINTY, "certainty", MP_FIELD_LINE, TRUE)                                \
  FIELD (MP_KEY_AMOUNT_SOURCES, "sources", MP_FIELD_ARRAY, FALSE)                                  \
  FIELD (MP_KEY_AMOUNT_CAP, "cap", MP_FIELD_BOOLEAN, FALSE)
MP_DECLARE_FIELDS (mp_amount_fields, MP_AMOUNT_FIELDS, MP_N_AMOUNT_KEYS)

/* A link to another entry. */
#define MP_LINK_FIELDS(FIELD)                                                                      \
  FIELD (MP_KEY_LINK_TO, "to", MP_FIELD_LINE, TRUE)                                                \
  FIELD (MP_KEY_LINK_AS, "as", MP_FIELD_LINE, TRUE)                                                \
  FIELD (MP_KEY_LINK_CERTAINTY, "certainty", MP_FIELD_LINE, FALSE)                                 \
  FIELD (MP_KEY_LINK_SOURCES, "sources", MP_FIELD_ARRAY, FALSE)
MP_DECLARE_FIELDS (mp_link_fields, MP_LINK_FIELDS, MP_N_LINK_KEYS)

/* A step of the story. */
#define MP_STEP_FIELDS(FIELD)                                                                      \
  FIELD (MP_KEY_STEP_TITLE, "title", MP_FIELD_LINE, TRUE)                                          \
  FIELD (MP_KEY_STEP_TEXT, "text", MP_FIELD_TEXT, TRUE)                                            \
  FIELD (MP_KEY_STEP_FROM, "from", MP_FIELD_LINE, FALSE)                                           \
  FIELD (MP_KEY_STEP_TO, "to", MP_FIELD_LINE, FALSE)                                               \
  FIELD (MP_KEY_STEP_SELECT, "select", MP_FIELD_LINE, FALSE)                                       \
  FIELD (MP_KEY_STEP_AS_OF, "as_of", MP_FIELD_LINE, FALSE)                                         \
  FIELD (MP_KEY_STEP_COMPARE, "compare", MP_FIELD_LINE, FALSE)                                     \
  FIELD (MP_KEY_STEP_KNOWN, "known", MP_FIELD_LINE, FALSE)                                         \
  FIELD (MP_KEY_STEP_SOURCES, "sources", MP_FIELD_ARRAY, FALSE)
MP_DECLARE_FIELDS (mp_step_fields, MP_STEP_FIELDS, MP_N_STEP_KEYS)

/* A citation that says where in its source, or what it says. */
#define MP_CITATION_FIELDS(FIELD)                                                                  \
  FIELD (MP_KEY_CITATION_ID, "id", MP_FIELD_LINE, TRUE)                                            \
  FIELD (MP_KEY_CITATION_AT, "at", MP_FIELD_LINE, FALSE)                                           \
  FIELD (MP_KEY_CITATION_QUOTE, "quote", MP_FIELD_TEXT, FALSE)
MP_DECLARE_FIELDS (mp_citation_fields, MP_CITATION_FIELDS, MP_N_CITATION_KEYS)

/* A milestone. */
#define MP_MILESTONE_FIELDS(FIELD)                                                                 \
  FIELD (MP_KEY_MILESTONE_ID, "id", MP_FIELD_LINE, TRUE)                                           \
  FIELD (MP_KEY_MILESTONE_DATE, "date", MP_FIELD_DATE, TRUE)                                       \
  FIELD (MP_KEY_MILESTONE_TITLE, "title", MP_FIELD_LINE, TRUE)                                     \
  FIELD (MP_KEY_MILESTONE_TOPIC, "topic", MP_FIELD_LINE, TRUE)                                     \
  FIELD (MP_KEY_MILESTONE_IMPORTANCE, "importance", MP_FIELD_NUMBER, TRUE)                         \
  FIELD (MP_KEY_MILESTONE_CERTAINTY, "certainty", MP_FIELD_LINE, TRUE)                             \
  FIELD (MP_KEY_MILESTONE_SOURCES, "sources", MP_FIELD_ARRAY, TRUE)                                \
  FIELD (MP_KEY_MILESTONE_SUMMARY, "summary", MP_FIELD_TEXT, FALSE)                                \
  FIELD (MP_KEY_MILESTONE_CHANGES, "changes", MP_FIELD_ARRAY, FALSE)                               \
  FIELD (MP_KEY_MILESTONE_AMOUNTS, "amounts", MP_FIELD_ARRAY, FALSE)                               \
  FIELD (MP_KEY_MILESTONE_ALTERNATIVES, "alternatives", MP_FIELD_ARRAY, FALSE)                     \
  FIELD (MP_KEY_MILESTONE_LINKS, "links", MP_FIELD_ARRAY, FALSE)                                   \
  FIELD (MP_KEY_MILESTONE_ORDER, "order", MP_FIELD_NUMBER, FALSE)
MP_DECLARE_FIELDS (mp_milestone_fields, MP_MILESTONE_FIELDS, MP_N_MILESTONE_KEYS)

G_END_DECLS
