/* mp-reader-private.h: what the files of the reader share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader is the one part of the model that knows Jansson. A function here reads a value or a
 * member, notes what is wrong with it, and goes on; NULL stands for a value that is missing or
 * wrong, of which something has been said already.
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

/* What has ids. */
typedef enum {
  MP_ITEM_KIND_PARTY,
  MP_ITEM_KIND_TOPIC,
  MP_ITEM_KIND_SOURCE,
  MP_ITEM_KIND_TERM,
  MP_ITEM_KIND_MILESTONE,
} MpItemKind;
#define MP_N_ITEM_KINDS 5

/* The certain part of a phase. */
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

  /* Per kind: its array, borrowed, NULL if there is none that can be used; and from id to index
   * + 1. */
  json_t *arrays[MP_N_ITEM_KINDS];
  GHashTable *ids[MP_N_ITEM_KINDS];
  gboolean broken[MP_N_ITEM_KINDS]; /* the array is not one, so that nothing is known of its ids */

  /* A date could not be counted because of another milestone, whose error is yet to come. */
  gboolean lacks_date;

  guint n_comparisons;
  GStringChunk *texts; /* what is not in the file: dates that were counted */
  GArray *stretches;   /* of the phases of the term being read */
  MpMention *mentions; /* per term */
} MpReader;

/* --- mp-reader-value.c ------------------------------------------------------------------------ */

/* Whether what was read may be handed to the builder. */
gboolean mp_reader_is_sound (const MpReader *reader);

/* Returns the string, or NULL for a value that is not there or not right. */
const char *mp_reader_string (const json_t *json);

/* Says that a value is of the wrong type. expected is a noun with its article. key is as for
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

/* Takes note of the ids of a kind, before anything refers to them. */
void mp_reader_collect_ids (MpReader *reader, MpItemKind kind);

/* Checks the id of the item entered last, which has this index in its array. */
void mp_reader_check_id (MpReader *reader, const json_t *json, MpItemKind kind, gsize index);

/* Returns the index of what an id refers to, or MP_NONE. key is as for mp_diagnostics_add_error ().
 */
guint32 mp_reader_read_reference (MpReader *reader, const char *key, const json_t *json,
                                  MpItemKind kind);

/* --- mp-reader-date.c ------------------------------------------------------------------------- */

/* Read a date; just a day, of which need is a sentence that says so; the date or interval of an
 * event, which has a bound; an interval. */
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

/* Tells the builder that a date of the last item was counted, if it was. */
void mp_reader_add_derivation (MpReader *reader, MpDerived what, const MpReadCount *count);

/* Where the date of a milestone comes from; data is the reader. */
gboolean mp_reader_find_origin (guint32 milestone, MpDateOrigin *origin, gpointer data);

/* --- mp-reader-claim.c ------------------------------------------------------------------------ */

/* Read what the item that was added last has, if it has them: its sources, its amounts, and its
 * other dates, which are spans where it is a phase. Sources come first. */
void mp_reader_read_citations (MpReader *reader, json_t *array);
void mp_reader_read_amounts (MpReader *reader, json_t *array);
void mp_reader_read_alternatives (MpReader *reader, json_t *array, gboolean of_phase);

/* --- One file each ---------------------------------------------------------------------------- */

/* Read an item of an array, which has this index there. */
void mp_reader_read_term (MpReader *reader, json_t *json, gsize index);
void mp_reader_read_milestone (MpReader *reader, json_t *json, gsize index);

/* Reads the rule of notice of the term that was added last, if it has one. */
void mp_reader_read_notice (MpReader *reader, json_t *json);

G_END_DECLS
