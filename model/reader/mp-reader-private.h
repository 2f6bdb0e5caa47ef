/* mp-reader-private.h: what the files of the reader share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader is the only part of the model that uses Jansson. It is given one entry after the
 * other. The functions here read a value or a member, report what is wrong with it, and go on. NULL
 * stands for a value that is missing or wrong, which has been reported already. What is read goes
 * to the builder, right or wrong, so that everything has the index there that it has in the file;
 * if anything was wrong, no agreement is made of it.
 */
#pragma once

#include "mp-agreement-builder.h"
#include "mp-certainty.h"
#include "mp-date.h"
#include "mp-diagnostics.h"
#include "mp-format.h"
#include "mp-reader.h"
#include "mp-resolver.h"
#include "mp-scanner.h"

G_BEGIN_DECLS

/* A phase of a term: the time during which it is certainly in force. */
typedef struct {
  MpInstant start;
  MpInstant end;
  guint32 phase;    /* for the builder */
  guint32 index;    /* in the term */
  MpPosition place; /* of its span */
} MpStretch;

/* Where a term was last named among the changes of a milestone. */
typedef struct {
  guint32 milestone; /* index + 1; 0 for none */
  guint32 item;      /* in its changes */
  guint line;        /* of that, if it could not be found at once */
} MpMention;

/* What a reference may name. Each of the first is one kind, with the value of that. */
typedef enum {
  MP_REFERENTS_ENTRY = MP_N_ID_KINDS, /* a milestone, else a term */
  MP_REFERENTS_SELECTED,              /* these, else a topic */
  MP_N_REFERENTS,
} MpReferents;

/* A reference to something that has not been read yet, and may never be. */
typedef struct {
  MpReferents referents;
  MpReference what;
  guint32 index; /* of that; see mp_agreement_builder_refer () */
  MpNamed self;  /* what refers, so far as that matters: the milestone of a change, and what has a
                  * link */
  gsize id;      /* see mp_reader_store (), as for the next */
  gsize pointer;
  MpPosition place;
} MpPending;

/* A date that is counted, or one that stands beside such a one. Texts are stored; 0 stands for
 * none.
 */
typedef struct {
  gsize text; /* EDTF, where it is not counted */
  gsize base; /* the id of the milestone that it is counted from */
  gsize by;
  gboolean before;
  gboolean is_right; /* nothing was wrong with it so far */
  gsize base_pointer;
  MpPosition base_place;
  gsize pointer;
  MpPosition place;
} MpLateEnd;

/* A milestone's date, or a phase's span, that can be found only when all milestones are known. */
typedef struct {
  guint32 item;  /* the milestone or phase, for the builder */
  guint32 term;  /* of a phase */
  guint32 index; /* of a phase, in its term */
  gsize pointer; /* of the date or span */
  MpPosition place;
  MpLateEnd start; /* the whole date of a milestone */
  MpLateEnd end;
} MpLate;

/* A term with such phases. */
typedef struct {
  guint32 term;
  GArray *stretches; /* of MpStretch: of its other phases */
} MpLateTerm;

/* How much there was of everything that can be wrong, before something was read that turns out not
 * to be worth it. */
typedef struct {
  guint n_errors;
  guint n_warnings;
  guint n_pending;
  guint n_late_dates;
  guint n_late_spans;
  guint n_late_terms;
} MpReaderMark;

struct _MpReader {
  MpProblems *problems; /* borrowed */
  MpScanner *scanner;
  MpDiagnostics *diagnostics;
  MpAgreementBuilder *builder;
  gint64 begun;      /* the time */
  goffset n_bytes;   /* so far */
  GByteArray *file;  /* all of them, or NULL if they are too many to be kept; owned */
  gboolean is_fault; /* the text is no JSON */
  gboolean is_over;  /* nothing is read any more */
  gboolean by_line;  /* terms and milestones come in any order, a line each */
  gboolean is_trial; /* what is read will be read again: references may stay unknown */

  const MpScanned *scanned; /* what is being read */

  /* For each kind: the line of each id, 0 for none; whether its array cannot be used, so that its
   * ids are not known; whether it has too many items; and what there was before the first. */
  GArray *lines[MP_N_ID_KINDS]; /* of guint */
  gboolean is_broken[MP_N_ID_KINDS];
  gboolean is_too_long[MP_N_ID_KINDS];
  MpReaderMark before[MP_N_ID_KINDS];

  /* The term that is being read. */
  gboolean in_term;
  gboolean has_too_many_phases;
  MpReaderMark before_term;
  GArray *stretches; /* of MpStretch */
  GString *span;     /* a span whose ends were given as two texts */

  GArray *mentions; /* of MpMention, per term */

  /* What has to wait until all has been read. */
  GString *late_text; /* strings, each with its NUL; the first is "" */
  GArray *pending;    /* of MpPending */
  GArray *late_dates; /* of MpLate, in the order of milestones */
  GArray *late_spans; /* of MpLate */
  GArray *late_terms; /* of MpLateTerm */
  MpResolver *resolver;
  guint n_comparisons;
};

/* --- mp-reader-value.c ------------------------------------------------------------------------ */

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

/* Reports that an array has too many items; name is its key. */
void mp_reader_add_too_many (MpReader *reader, const char *key, const char *name);

/* Returns the place of a member of the entry that is being read, which it must have. */
MpPosition mp_reader_get_place_of_member (MpReader *reader, const char *key);

/* --- mp-reader-store.c ------------------------------------------------------------------------ */

/* Stores a string until all has been read; returns what stands for it, 0 for NULL. */
gsize mp_reader_store (MpReader *reader, const char *text);

/* Returns a string that was stored; NULL for 0. */
const char *mp_reader_get_stored (const MpReader *reader, gsize stored);

/* Returns how much there is, and goes back to what there was before the value that was entered
 * last, of which all problems are dropped. */
MpReaderMark mp_reader_get_mark (const MpReader *reader);
void mp_reader_return (MpReader *reader, const MpReaderMark *mark);

/* --- mp-reader-id.c --------------------------------------------------------------------------- */

/* Returns the key of the array of a kind. */
const char *mp_reader_key_of (MpIdKind kind);

/* Returns the id of an entry, right or wrong, for the builder; NULL if it has none. id is that of
 * its members, NULL if that is missing or wrong. */
const char *mp_reader_get_id (const json_t *entry, const json_t *id);

/* Checks the id of the entry that is being read. It is of this kind, and has been added last. */
void mp_reader_check_id (MpReader *reader, const json_t *entry, const json_t *id, MpIdKind kind);

/* Makes the builder know, once all has been read, what an id refers to that may be of several
 * kinds. self is what refers, or has the index MP_NONE: it must not be what is referred to. what
 * and index are as for mp_agreement_builder_refer (), key as for mp_diagnostics_add_error (). */
void mp_reader_refer_later (MpReader *reader, const char *key, const json_t *json,
                            MpReferents referents, MpReference what, guint32 index, MpNamed self);

/* Returns the index of what an id refers to, or MP_NONE; where it is not known yet, the builder is
 * told later. what, index and key are as above. */
guint32 mp_reader_read_reference (MpReader *reader, const char *key, const json_t *json,
                                  MpIdKind kind, MpReference what, guint32 index);

/* Notes that a milestone changes a term, and returns what is known of the time before. */
MpMention mp_reader_mention (MpReader *reader, guint32 term, MpMention mention);

/* Finds what was not known yet when it was referred to, now that all is known. */
void mp_reader_resolve_references (MpReader *reader);

/* Reports an id that nothing has. pointer and place are of the reference. */
void mp_reader_add_unknown (MpReader *reader, MpReferents referents, const char *id,
                            const char *pointer, MpPosition place);

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

/* A date as it was read. */
typedef struct {
  gboolean is_known; /* else it is wrong, or counted */
  MpSpan span;
  const char *text; /* EDTF, right or wrong; NULL for none. Valid while the entry is read */
} MpReadDate;

/* Read the "date" of a milestone, and the "span" of a phase. item is its index for the builder,
 * index that of the phase in its term. A date that is counted is not known yet; the builder is told
 * later. */
void mp_reader_read_milestone_date (MpReader *reader, json_t *json, guint32 item, MpReadDate *date);
void mp_reader_read_phase_span (MpReader *reader, json_t *json, guint32 item, guint32 index,
                                MpReadDate *span);

/* --- mp-reader-late.c ------------------------------------------------------------------------- */

/* Counts the dates that are counted from those of milestones, and checks the phases of their terms,
 * now that all milestones are known. */
void mp_reader_resolve_dates (MpReader *reader);

/* --- mp-reader-claim.c ------------------------------------------------------------------------ */

/* Read the sources, the amounts and the alternatives of the item that was added last; array is NULL
 * if it has none. The alternatives of a phase are spans. Sources must be read first. */
void mp_reader_read_citations (MpReader *reader, json_t *array);
void mp_reader_read_amounts (MpReader *reader, json_t *array);
void mp_reader_read_alternatives (MpReader *reader, json_t *array, gboolean of_phase);

/* --- mp-reader-link.c ------------------------------------------------------------------------- */

/* Reads the links of the item that was added last; array is NULL if it has none. self is the
 * milestone, or the term of the phase. */
void mp_reader_read_links (MpReader *reader, json_t *array, MpNamed self);

/* --- One file each ---------------------------------------------------------------------------- */

/* Read what is being read as what it is: a milestone; a term, of which begin () is told when it
 * begins, and which follows its phases. */
void mp_reader_read_milestone (MpReader *reader, json_t *json);
void mp_reader_begin_term (MpReader *reader);
void mp_reader_read_phase (MpReader *reader, json_t *json, guint32 index);
void mp_reader_read_term (MpReader *reader, json_t *json);

/* Reads a term before its end, for an agreement of what there is so far. */
void mp_reader_try_term (MpReader *reader, json_t *json);

/* Looks for phases of a term that are certainly in force at the same time; stretches are those of
 * its phases. */
void mp_reader_check_overlaps (MpReader *reader, guint32 term, GArray *stretches);

/* Reads the rule of notice of the term that was added last; json is NULL if it has none. */
void mp_reader_read_notice (MpReader *reader, json_t *json);

/* --- mp-reader-head.c ------------------------------------------------------------------------- */

/* Read a party, a topic or a source. */
void mp_reader_read_party (MpReader *reader, json_t *json);
void mp_reader_read_topic (MpReader *reader, json_t *json);
void mp_reader_read_source (MpReader *reader, json_t *json);

/* Reads the story; array is NULL if there is none. */
void mp_reader_read_story (MpReader *reader, json_t *array);

/* Reads the object of the file itself. Returns FALSE if the rest is not worth reading. */
gboolean mp_reader_read_head (MpReader *reader, json_t *json);

G_END_DECLS
