/* mp-format.c: the objects of the file format and their keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-format.h"

#define MP_FIELD_ROW(name, key, type, required) [name] = { key, type, required },

const MpField mp_head_fields[] = { MP_HEAD_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_party_fields[] = { MP_PARTY_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_topic_fields[] = { MP_TOPIC_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_source_fields[] = { MP_SOURCE_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_term_fields[] = { MP_TERM_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_phase_fields[] = { MP_PHASE_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_condition_fields[] = { MP_CONDITION_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_relative_fields[] = { MP_RELATIVE_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_span_fields[] = { MP_SPAN_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_date_alternative_fields[] = { MP_DATE_ALTERNATIVE_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_span_alternative_fields[] = { MP_SPAN_ALTERNATIVE_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_notice_fields[] = { MP_NOTICE_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_amount_fields[] = { MP_AMOUNT_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_link_fields[] = { MP_LINK_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_step_fields[] = { MP_STEP_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_citation_fields[] = { MP_CITATION_FIELDS (MP_FIELD_ROW) { NULL } };
const MpField mp_milestone_fields[] = { MP_MILESTONE_FIELDS (MP_FIELD_ROW) { NULL } };
