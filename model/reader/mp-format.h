/* mp-format.h: the objects of the file format and their keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What docs/format.md tells people, for the reader.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MP_FIELD_LINE, /* a string of one line */
  MP_FIELD_TEXT, /* a string that may have several */
  MP_FIELD_NUMBER,
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

/* No object has more keys than this. */
#define MP_MAX_FIELDS 11

/* Each object: its keys, which are the indices of its table. */
enum {
  MP_KEY_HEAD_MILEPOST,
  MP_KEY_HEAD_TITLE,
  MP_KEY_HEAD_SUMMARY,
  MP_KEY_HEAD_CHECKED,
  MP_KEY_HEAD_PARTIES,
  MP_KEY_HEAD_TOPICS,
  MP_KEY_HEAD_SOURCES,
  MP_KEY_HEAD_TERMS,
  MP_KEY_HEAD_MILESTONES,
  MP_N_HEAD_KEYS,
};
extern const MpField mp_head_fields[MP_N_HEAD_KEYS + 1];

enum {
  MP_KEY_PARTY_ID,
  MP_KEY_PARTY_NAME,
  MP_KEY_PARTY_SUMMARY,
  MP_N_PARTY_KEYS,
};
extern const MpField mp_party_fields[MP_N_PARTY_KEYS + 1];

enum {
  MP_KEY_TOPIC_ID,
  MP_KEY_TOPIC_TITLE,
  MP_KEY_TOPIC_COLOR,
  MP_N_TOPIC_KEYS,
};
extern const MpField mp_topic_fields[MP_N_TOPIC_KEYS + 1];

enum {
  MP_KEY_SOURCE_ID,
  MP_KEY_SOURCE_TITLE,
  MP_KEY_SOURCE_KIND,
  MP_KEY_SOURCE_PUBLISHER,
  MP_KEY_SOURCE_DATE,
  MP_KEY_SOURCE_URL,
  MP_KEY_SOURCE_NOTE,
  MP_N_SOURCE_KEYS,
};
extern const MpField mp_source_fields[MP_N_SOURCE_KEYS + 1];

enum {
  MP_KEY_TERM_ID,
  MP_KEY_TERM_TITLE,
  MP_KEY_TERM_TOPIC,
  MP_KEY_TERM_PHASES,
  MP_KEY_TERM_OBLIGOR,
  MP_KEY_TERM_OBLIGEE,
  MP_KEY_TERM_SUMMARY,
  MP_KEY_TERM_NOTICE,
  MP_N_TERM_KEYS,
};
extern const MpField mp_term_fields[MP_N_TERM_KEYS + 1];

enum {
  MP_KEY_PHASE_SPAN,
  MP_KEY_PHASE_STATE,
  MP_KEY_PHASE_CERTAINTY,
  MP_KEY_PHASE_SOURCES,
  MP_KEY_PHASE_SUMMARY,
  MP_KEY_PHASE_AMOUNTS,
  MP_KEY_PHASE_ENDS_EARLY,
  MP_KEY_PHASE_ALTERNATIVES,
  MP_N_PHASE_KEYS,
};
extern const MpField mp_phase_fields[MP_N_PHASE_KEYS + 1];

enum {
  MP_KEY_CONDITION_WHEN,
  MP_N_CONDITION_KEYS,
};
extern const MpField mp_condition_fields[MP_N_CONDITION_KEYS + 1];

/* A date that is counted from a milestone. */
enum {
  MP_KEY_RELATIVE_AFTER,
  MP_KEY_RELATIVE_BEFORE,
  MP_KEY_RELATIVE_BY,
  MP_N_RELATIVE_KEYS,
};
extern const MpField mp_relative_fields[MP_N_RELATIVE_KEYS + 1];

/* A span with an end that is. */
enum {
  MP_KEY_SPAN_START,
  MP_KEY_SPAN_END,
  MP_N_SPAN_KEYS,
};
extern const MpField mp_span_fields[MP_N_SPAN_KEYS + 1];

/* Another date of a milestone, and of a phase; the keys of both have the same order. */
enum {
  MP_KEY_ALTERNATIVE_DATE,
  MP_KEY_ALTERNATIVE_REASON,
  MP_KEY_ALTERNATIVE_CERTAINTY,
  MP_KEY_ALTERNATIVE_SOURCES,
  MP_N_ALTERNATIVE_KEYS,
};
extern const MpField mp_date_alternative_fields[MP_N_ALTERNATIVE_KEYS + 1];
extern const MpField mp_span_alternative_fields[MP_N_ALTERNATIVE_KEYS + 1];

enum {
  MP_KEY_NOTICE_PERIOD,
  MP_KEY_NOTICE_OPENS,
  MP_KEY_NOTICE_DAYS,
  MP_KEY_NOTICE_ROLL,
  MP_KEY_NOTICE_UNTIL,
  MP_KEY_NOTICE_CLOSED,
  MP_KEY_NOTICE_WHAT,
  MP_KEY_NOTICE_CERTAINTY,
  MP_KEY_NOTICE_SOURCES,
  MP_N_NOTICE_KEYS,
};
extern const MpField mp_notice_fields[MP_N_NOTICE_KEYS + 1];

enum {
  MP_KEY_AMOUNT_VALUE,
  MP_KEY_AMOUNT_UNIT,
  MP_KEY_AMOUNT_WHAT,
  MP_KEY_AMOUNT_CERTAINTY,
  MP_KEY_AMOUNT_SOURCES,
  MP_N_AMOUNT_KEYS,
};
extern const MpField mp_amount_fields[MP_N_AMOUNT_KEYS + 1];

enum {
  MP_KEY_CITATION_ID,
  MP_KEY_CITATION_AT,
  MP_N_CITATION_KEYS,
};
extern const MpField mp_citation_fields[MP_N_CITATION_KEYS + 1];

enum {
  MP_KEY_MILESTONE_ID,
  MP_KEY_MILESTONE_DATE,
  MP_KEY_MILESTONE_TITLE,
  MP_KEY_MILESTONE_TOPIC,
  MP_KEY_MILESTONE_IMPORTANCE,
  MP_KEY_MILESTONE_CERTAINTY,
  MP_KEY_MILESTONE_SOURCES,
  MP_KEY_MILESTONE_SUMMARY,
  MP_KEY_MILESTONE_CHANGES,
  MP_KEY_MILESTONE_AMOUNTS,
  MP_KEY_MILESTONE_ALTERNATIVES,
  MP_N_MILESTONE_KEYS,
};
extern const MpField mp_milestone_fields[MP_N_MILESTONE_KEYS + 1];

G_END_DECLS
