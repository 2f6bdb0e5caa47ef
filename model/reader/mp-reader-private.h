/* mp-reader-private.h: what the files of the reader share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader is the only part of the model that uses Jansson. The functions here read a value or a
 * member, report what is wrong with it, and go on. NULL stands for a value that is missing or
 * wrong, which has been reported already.
 */
#pragma once

#include "mp-agreement-builder.h"
#include "mp-certainty.h"
#include "mp-date.h"
#include "mp-diagnostics.h"
#include "mp-format.h"
#include "mp-resolver.h"

#include <jansson.h>

G_BEGIN_DECLS

/* The kinds of objects that have ids. */
typedef enum {
  MP_ID_KIND_PARTY,
  MP_ID_KIND_TOPIC,
  MP_ID_KIND_SOURCE,
  MP_ID_KIND_TERM,
  MP_ID_KIND_MILESTONE,
} MpIdKind;
#define MP_N_ID_KINDS 5

/* The time during which a phase is certainly in force. */
typedef struct {
  MpInstant start;
  MpInstant end;
  const char *text; /* of the whole span, borrowed */
  guint index;
} MpStretch;

/* Where a term was last named among the changes of a milestone. */
typedef struct {
  guint32 milestone; /* index + 1; 0 for none */
  guint32 item;
} MpMention;

typedef struct {
  MpDiagnostics *diagnostics;
  MpAgreementBuilder *builder;
  MpResolver *resolver;

  /* For each kind: its array, borrowed, or NULL if the file has none that can be used; and a table
   * from ids to indices + 1. */
  json_t *arrays[MP_N_ID_KINDS];
  GHashTable *ids[MP_N_ID_KINDS];
  gboolean broken[MP_N_ID_KINDS]; /* the value is not an array, so its ids are not known */

  /* A date could not be counted because of an error of another milestone, which will be reported
   * later. */
  gboolean lacks_date;

  guint n_comparisons;
  GStringChunk *texts; /* texts that are not in the file: dates that were counted */
  GArray *stretches;   /* of the phases of the term being read */
  MpMention *mentions; /* per term */
} MpReader;

/* --- mp-reader-value.c ------------------------------------------------------------------------ */

/* Returns whether no error has been found so far, nor is known to come, so that what was read may
 * be handed to the builder. */
gboolean mp_reader_is_sound (const MpReader *reader);

/* Returns the string, or NULL for a value that is not there or not right. */
const char *mp_reader_string (const json_t *json);

/* Reports that a value has the wrong type. expected is a noun with its article. key is as for
 * mp_diagnostics_add_error (). */
void mp_reader_add_type_error (MpReader *reader, const char *key, const char *expected,
                               const json_t *json);

/* Reads the members of an object into values, one for each of fields; NULL stands for one that is
 * missing or of the wrong type. Returns FALSE, all of them NULL, if it is no object. */
gboolean mp_reader_read_object (MpReader *reader, json_t *json, const MpField *fields,
                                json_t **values);

/* Reads the value of key, one of the words of a vocabulary. Returns fallback where the value is
 * missing or wrong. */
guint mp_reader_read_word (MpReader *reader, const char *key, const json_t *json,
                           const MpVocabulary *vocabulary, guint fallback);

/* Returns the certainty; "stated" where there is none. */
MpCertainty mp_reader_read_certainty (MpReader *reader, const json_t *json);

/* --- mp-reader-id.c --------------------------------------------------------------------------- */

/* Collects the ids of a kind, before anything refers to them. */
void mp_reader_collect_ids (MpReader *reader, MpIdKind kind);

/* Checks the id of the item entered last, which has this index in its array. */
void mp_reader_check_id (MpReader *reader, const json_t *json, MpIdKind kind, gsize index);

/* Returns the index of what an id refers to, or MP_NONE. key is as for mp_diagnostics_add_error ().
 */
guint32 mp_reader_read_reference (MpReader *reader, const char *key, const json_t *json,
                                  MpIdKind kind);

/* --- mp-reader-date.c ------------------------------------------------------------------------- */

/* Read a date, a day, the date or interval of an event, which must have a bound, or an interval.
 * need is the sentence that reports a date that is not a day. */
gboolean mp_reader_read_date (MpReader *reader, const char *key, const json_t *json, MpDate *date);
gboolean mp_reader_read_day (MpReader *reader, const char *key, const json_t *json,
                             const char *need, MpDate *day);
gboolean mp_reader_read_event (MpReader *reader, const char *key, const json_t *json, MpSpan *date);
gboolean mp_reader_read_interval (MpReader *reader, const char *key, const json_t *json,
                                  MpSpan *span);

/* Reads a length of time. */
gboolean mp_reader_read_duration (MpReader *reader, const char *key, const json_t *json,
                                  MpDuration *duration);

/* How a date is counted from a milestone; by is as written, NULL for a date that is not counted. */
typedef struct {
  guint32 milestone;
  const char *by;
  gboolean before;
} MpReadCount;

/* A date as it was read. text belongs to the tree of values or to the reader. */
typedef struct {
  MpSpan span;
  const char *text;  /* EDTF */
  MpReadCount start; /* of a date that stands alone: of that */
  MpReadCount end;
} MpReadDate;

/* Read the "date" of the milestone with an index, and the "span" of a phase. */
gboolean mp_reader_read_milestone_date (MpReader *reader, json_t *json, gsize index,
                                        MpReadDate *date);
gboolean mp_reader_read_phase_span (MpReader *reader, json_t *json, MpReadDate *span);

/* Tells the builder how a date of the last item was counted; does nothing if it was not. */
void mp_reader_add_derivation (MpReader *reader, MpDerived what, const MpReadCount *count);

/* The MpOriginFunc of the resolver; data is the reader. */
gboolean mp_reader_find_origin (guint32 milestone, MpDateOrigin *origin, gpointer data);

/* --- mp-reader-claim.c ------------------------------------------------------------------------ */

/* Read the sources, the amounts and the alternatives of the item that was added last; array is NULL
 * if it has none. The alternatives of a phase are spans. Sources must be read first. */
void mp_reader_read_citations (MpReader *reader, json_t *array);
void mp_reader_read_amounts (MpReader *reader, json_t *array);
void mp_reader_read_alternatives (MpReader *reader, json_t *array, gboolean of_phase);

/* --- One file each ---------------------------------------------------------------------------- */

/* Read a term or a milestone; index is its place in its array. */
void mp_reader_read_term (MpReader *reader, json_t *json, gsize index);
void mp_reader_read_milestone (MpReader *reader, json_t *json, gsize index);

/* Reads the rule of notice of the term that was added last; json is NULL if it has none. */
void mp_reader_read_notice (MpReader *reader, json_t *json);

G_END_DECLS
