/* mp-format.c: the objects of the file format and their keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-format.h"

const MpField mp_head_fields[MP_N_HEAD_KEYS + 1] = {
  [MP_KEY_HEAD_MILEPOST] = { "milepost", MP_FIELD_NUMBER,
                             FALSE }, /* missing, it is a case of its own */
  [MP_KEY_HEAD_TITLE] = { "title", MP_FIELD_LINE, TRUE },
  [MP_KEY_HEAD_SUMMARY] = { "summary", MP_FIELD_TEXT, FALSE },
  [MP_KEY_HEAD_CHECKED] = { "checked", MP_FIELD_LINE, FALSE },
  [MP_KEY_HEAD_PARTIES] = { "parties", MP_FIELD_ARRAY, FALSE },
  [MP_KEY_HEAD_TOPICS] = { "topics", MP_FIELD_ARRAY, FALSE },
  [MP_KEY_HEAD_SOURCES] = { "sources", MP_FIELD_ARRAY, FALSE },
  [MP_KEY_HEAD_TERMS] = { "terms", MP_FIELD_ARRAY, FALSE },
  [MP_KEY_HEAD_MILESTONES] = { "milestones", MP_FIELD_ARRAY, FALSE },
};

const MpField mp_party_fields[MP_N_PARTY_KEYS + 1] = {
  [MP_KEY_PARTY_ID] = { "id", MP_FIELD_LINE, TRUE },
  [MP_KEY_PARTY_NAME] = { "name", MP_FIELD_LINE, TRUE },
  [MP_KEY_PARTY_SUMMARY] = { "summary", MP_FIELD_TEXT, FALSE },
};

const MpField mp_topic_fields[MP_N_TOPIC_KEYS + 1] = {
  [MP_KEY_TOPIC_ID] = { "id", MP_FIELD_LINE, TRUE },
  [MP_KEY_TOPIC_TITLE] = { "title", MP_FIELD_LINE, TRUE },
  [MP_KEY_TOPIC_COLOR] = { "color", MP_FIELD_LINE, FALSE },
};

const MpField mp_source_fields[MP_N_SOURCE_KEYS + 1] = {
  [MP_KEY_SOURCE_ID] = { "id", MP_FIELD_LINE, TRUE },
  [MP_KEY_SOURCE_TITLE] = { "title", MP_FIELD_LINE, TRUE },
  [MP_KEY_SOURCE_KIND] = { "kind", MP_FIELD_LINE, TRUE },
  [MP_KEY_SOURCE_PUBLISHER] = { "publisher", MP_FIELD_LINE, FALSE },
  [MP_KEY_SOURCE_DATE] = { "date", MP_FIELD_LINE, FALSE },
  [MP_KEY_SOURCE_URL] = { "url", MP_FIELD_LINE, FALSE },
  [MP_KEY_SOURCE_NOTE] = { "note", MP_FIELD_TEXT, FALSE },
};

const MpField mp_term_fields[MP_N_TERM_KEYS + 1] = {
  [MP_KEY_TERM_ID] = { "id", MP_FIELD_LINE, TRUE },
  [MP_KEY_TERM_TITLE] = { "title", MP_FIELD_LINE, TRUE },
  [MP_KEY_TERM_TOPIC] = { "topic", MP_FIELD_LINE, TRUE },
  [MP_KEY_TERM_PHASES] = { "phases", MP_FIELD_ARRAY, TRUE },
  [MP_KEY_TERM_OBLIGOR] = { "obligor", MP_FIELD_LINE, FALSE },
  [MP_KEY_TERM_OBLIGEE] = { "obligee", MP_FIELD_LINE, FALSE },
  [MP_KEY_TERM_SUMMARY] = { "summary", MP_FIELD_TEXT, FALSE },
  [MP_KEY_TERM_NOTICE] = { "notice", MP_FIELD_OBJECT, FALSE },
};

const MpField mp_phase_fields[MP_N_PHASE_KEYS + 1] = {
  [MP_KEY_PHASE_SPAN] = { "span", MP_FIELD_DATE, TRUE },
  [MP_KEY_PHASE_STATE] = { "state", MP_FIELD_LINE, TRUE },
  [MP_KEY_PHASE_CERTAINTY] = { "certainty", MP_FIELD_LINE, TRUE },
  [MP_KEY_PHASE_SOURCES] = { "sources", MP_FIELD_ARRAY, TRUE },
  [MP_KEY_PHASE_SUMMARY] = { "summary", MP_FIELD_TEXT, FALSE },
  [MP_KEY_PHASE_AMOUNTS] = { "amounts", MP_FIELD_ARRAY, FALSE },
  [MP_KEY_PHASE_ENDS_EARLY] = { "ends_early", MP_FIELD_OBJECT, FALSE },
  [MP_KEY_PHASE_ALTERNATIVES] = { "alternatives", MP_FIELD_ARRAY, FALSE },
};

const MpField mp_condition_fields[MP_N_CONDITION_KEYS + 1] = {
  [MP_KEY_CONDITION_WHEN] = { "when", MP_FIELD_LINE, TRUE },
};

const MpField mp_relative_fields[MP_N_RELATIVE_KEYS + 1] = {
  [MP_KEY_RELATIVE_AFTER] = { "after", MP_FIELD_LINE, FALSE },
  [MP_KEY_RELATIVE_BEFORE] = { "before", MP_FIELD_LINE, FALSE }, /* one of the two is required */
  [MP_KEY_RELATIVE_BY] = { "by", MP_FIELD_LINE, TRUE },
};

const MpField mp_span_fields[MP_N_SPAN_KEYS + 1] = {
  [MP_KEY_SPAN_START] = { "start", MP_FIELD_END, TRUE },
  [MP_KEY_SPAN_END] = { "end", MP_FIELD_END, TRUE },
};

const MpField mp_date_alternative_fields[MP_N_ALTERNATIVE_KEYS + 1] = {
  [MP_KEY_ALTERNATIVE_DATE] = { "date", MP_FIELD_LINE, TRUE },
  [MP_KEY_ALTERNATIVE_REASON] = { "reason", MP_FIELD_TEXT, FALSE },
  [MP_KEY_ALTERNATIVE_CERTAINTY] = { "certainty", MP_FIELD_LINE, TRUE },
  [MP_KEY_ALTERNATIVE_SOURCES] = { "sources", MP_FIELD_ARRAY, TRUE },
};

const MpField mp_span_alternative_fields[MP_N_ALTERNATIVE_KEYS + 1] = {
  [MP_KEY_ALTERNATIVE_DATE] = { "span", MP_FIELD_LINE, TRUE },
  [MP_KEY_ALTERNATIVE_REASON] = { "reason", MP_FIELD_TEXT, FALSE },
  [MP_KEY_ALTERNATIVE_CERTAINTY] = { "certainty", MP_FIELD_LINE, TRUE },
  [MP_KEY_ALTERNATIVE_SOURCES] = { "sources", MP_FIELD_ARRAY, TRUE },
};

const MpField mp_notice_fields[MP_N_NOTICE_KEYS + 1] = {
  [MP_KEY_NOTICE_PERIOD] = { "period", MP_FIELD_LINE, TRUE },
  [MP_KEY_NOTICE_OPENS] = { "opens", MP_FIELD_LINE, FALSE },
  [MP_KEY_NOTICE_DAYS] = { "days", MP_FIELD_LINE, FALSE },
  [MP_KEY_NOTICE_ROLL] = { "roll", MP_FIELD_LINE, FALSE },
  [MP_KEY_NOTICE_UNTIL] = { "until", MP_FIELD_LINE, FALSE },
  [MP_KEY_NOTICE_CLOSED] = { "closed", MP_FIELD_ARRAY, FALSE },
  [MP_KEY_NOTICE_WHAT] = { "what", MP_FIELD_LINE, FALSE },
  [MP_KEY_NOTICE_CERTAINTY] = { "certainty", MP_FIELD_LINE, FALSE },
  [MP_KEY_NOTICE_SOURCES] = { "sources", MP_FIELD_ARRAY, TRUE },
};

const MpField mp_amount_fields[MP_N_AMOUNT_KEYS + 1] = {
  [MP_KEY_AMOUNT_VALUE] = { "value", MP_FIELD_NUMBER, TRUE },
  [MP_KEY_AMOUNT_UNIT] = { "unit", MP_FIELD_LINE, TRUE },
  [MP_KEY_AMOUNT_WHAT] = { "what", MP_FIELD_LINE, TRUE },
  [MP_KEY_AMOUNT_CERTAINTY] = { "certainty", MP_FIELD_LINE, TRUE },
  [MP_KEY_AMOUNT_SOURCES] = { "sources", MP_FIELD_ARRAY, FALSE },
};

const MpField mp_citation_fields[MP_N_CITATION_KEYS + 1] = {
  [MP_KEY_CITATION_ID] = { "id", MP_FIELD_LINE, TRUE },
  [MP_KEY_CITATION_AT] = { "at", MP_FIELD_LINE, FALSE },
};

const MpField mp_milestone_fields[MP_N_MILESTONE_KEYS + 1] = {
  [MP_KEY_MILESTONE_ID] = { "id", MP_FIELD_LINE, TRUE },
  [MP_KEY_MILESTONE_DATE] = { "date", MP_FIELD_DATE, TRUE },
  [MP_KEY_MILESTONE_TITLE] = { "title", MP_FIELD_LINE, TRUE },
  [MP_KEY_MILESTONE_TOPIC] = { "topic", MP_FIELD_LINE, TRUE },
  [MP_KEY_MILESTONE_IMPORTANCE] = { "importance", MP_FIELD_NUMBER, TRUE },
  [MP_KEY_MILESTONE_CERTAINTY] = { "certainty", MP_FIELD_LINE, TRUE },
  [MP_KEY_MILESTONE_SOURCES] = { "sources", MP_FIELD_ARRAY, TRUE },
  [MP_KEY_MILESTONE_SUMMARY] = { "summary", MP_FIELD_TEXT, FALSE },
  [MP_KEY_MILESTONE_CHANGES] = { "changes", MP_FIELD_ARRAY, FALSE },
  [MP_KEY_MILESTONE_AMOUNTS] = { "amounts", MP_FIELD_ARRAY, FALSE },
  [MP_KEY_MILESTONE_ALTERNATIVES] = { "alternatives", MP_FIELD_ARRAY, FALSE },
};
