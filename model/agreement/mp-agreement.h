/* mp-agreement.h: an agreement, its terms, their phases, its milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An MpAgreement never changes once it is made, so any thread may read it. Milestones and phases
 * are kept as a struct of arrays, a fixed number of bytes an item: a query touches only the arrays
 * that it needs. Things are named by their index in the file's order; ids are for people and links.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-certainty.h"
#include "mp-color.h"
#include "mp-date.h"
#include "mp-link-kind.h"
#include "mp-source-kind.h"

G_BEGIN_DECLS

struct _MpParty {
  MpTextRef id;
  MpTextRef name;
  MpTextRef summary;
};

struct _MpTopic {
  MpTextRef id;
  MpTextRef title;
  MpColor color;
};

struct _MpSource {
  MpTextRef id;
  MpTextRef title;
  MpTextRef publisher;
  MpTextRef date; /* EDTF */
  MpTextRef url;  /* http or https, or empty */
  MpTextRef note;
  MpTextRef accessed; /* the day on which it was read, EDTF, or empty */
  MpTextRef archived; /* an address where a copy is kept, or empty */
  MpSourceKind kind;
};

/* The place in a source that supports a fact. */
struct _MpCitation {
  guint32 source;  /* index of the source */
  MpTextRef at;    /* where in it, or empty */
  MpTextRef quote; /* its own words, or empty */
};

struct _MpAmount {
  double value;
  MpTextRef unit; /* a currency (ISO 4217) or a word such as "percent" */
  MpTextRef what;
  MpCertainty certainty;
  gboolean is_cap; /* what is paid under the term cannot exceed it */
  MpRun citations;
};

struct _MpTerm {
  MpTextRef id;
  MpTextRef title;
  MpTextRef summary;
  guint32 topic;   /* index */
  guint32 obligor; /* index of the party, or MP_NONE */
  guint32 obligee; /* index of the party, or MP_NONE */
  guint32 notice;  /* in mp_agreement_notices (), or MP_NONE */
  MpRun phases;    /* in the phases' arrays, in order of time */
};

/* Another date that a source gives for the same milestone or phase. What is in force is computed
 * from the preferred one, which is that of the milestone or phase itself. */
struct _MpAlternative {
  MpInstant earliest_start; /* of a milestone: the earliest instant of its date */
  MpInstant certain_start;
  MpInstant certain_end;
  MpInstant latest_end; /* of a milestone: the first instant after its date */
  MpTextRef date;       /* EDTF, as written: of a milestone its date, of a phase its span */
  MpTextRef reason;     /* why it is not the preferred one, or empty */
  MpCertainty certainty;
  MpRun citations;
};

/* How a date was derived that the file gives as a length of time before or after a milestone. */
struct _MpDerivation {
  guint32 milestone; /* the one counted from */
  MpTextRef by;      /* an ISO 8601 duration, "P90D" */
  gboolean before;   /* else after */
};

/* Which days count towards a period of notice. */
typedef enum {
  MP_DAYS_CALENDAR, /* all of them */
  MP_DAYS_BUSINESS, /* Monday to Friday, except for closed days */
  MP_N_DAYS,
} MpDays;
extern const MpVocabulary mp_days_vocabulary;

/* To which day a last day for notice is moved if it is not a business day. */
typedef enum {
  MP_ROLL_NONE,      /* nowhere */
  MP_ROLL_PRECEDING, /* to the business day before */
  MP_ROLL_FOLLOWING, /* to the business day after */
  MP_N_ROLLS,
} MpRoll;
extern const MpVocabulary mp_roll_vocabulary;

/* The rule by which notice is given before a term ends, as written. mp-notice computes its days. */
struct _MpNotice {
  MpTextRef period; /* how long before the end at the latest: an ISO 8601 duration */
  MpTextRef opens;  /* how long before the end at the earliest, or empty */
  MpTextRef until;  /* the time on the last day, "17:00", or empty */
  MpTextRef what;   /* what it is for: "to stop renewal", or empty */
  MpDays days;
  MpRoll roll;
  MpRun closed; /* in mp_agreement_closed_days (), in order of time */
  MpCertainty certainty;
  MpRun citations;
};

/* The certainty of a link that has none of its own. */
#define MP_LINK_AS_TARGET (-1)

/* From a milestone or a phase to another entry, and why. See mp-links.h. */
struct _MpLink {
  MpNamed to; /* a milestone or a term */
  MpLinkKind kind;
  int certainty; /* MpCertainty, or MP_LINK_AS_TARGET */
  MpRun citations;
};

/* The texts of a step of the story. Dates are EDTF. */
#define MP_STEP_TEXTS(COLUMN)                                                                      \
  COLUMN (MpTextRef, title)                                                                        \
  COLUMN (MpTextRef, text)                                                                         \
  COLUMN (MpTextRef, from)    /* the first date in view, or empty */                               \
  COLUMN (MpTextRef, to)      /* the last one, or empty */                                         \
  COLUMN (MpTextRef, as_of)   /* or empty: today */                                                \
  COLUMN (MpTextRef, known)   /* or empty: today */                                                \
  COLUMN (MpTextRef, compare) /* two dates with "/" between them, or empty */
#define MP_STEP_MEMBER(type, name) type name;

struct _MpStep {
  MP_STEP_TEXTS (MP_STEP_MEMBER)
  MpNamed select;   /* a milestone, a term or a topic */
  guint32 compared; /* the milestone whose two sides are compared, or MP_NONE */
  MpRun citations;
};

/* The columns of phases and of milestones, which are written once: the arrays of MpPhases and
 * MpMilestones, the records that the builder collects, and what copies and frees them are made from
 * these lists. COLUMN (type, name) stands for each. The texts have lists of their own, because the
 * builder is given them as strings. */
#define MP_PHASE_TEXTS(COLUMN)                                                                     \
  COLUMN (MpTextRef, span) /* EDTF, as written or, where it is counted, as derived */              \
  COLUMN (MpTextRef, state)                                                                        \
  COLUMN (MpTextRef, summary)                                                                      \
  COLUMN (MpTextRef, ends_early) /* "the total cap is reached", or empty */                        \
  COLUMN (MpTextRef, note)       /* a short line for a figure, or empty */
#define MP_PHASE_COLUMNS(COLUMN)                                                                   \
  COLUMN (MpInstant, earliest_start) /* possibly in force from here */                             \
  COLUMN (MpInstant, certain_start)  /* certainly from here */                                     \
  COLUMN (MpInstant, certain_end)    /* certainly until here, excluded */                          \
  COLUMN (MpInstant, latest_end)     /* possibly until here, excluded */                           \
  MP_PHASE_TEXTS (COLUMN)                                                                          \
  COLUMN (guint32, term)             /* index */                                                   \
  COLUMN (guint32, start_derivation) /* in mp_agreement_derivations (), or MP_NONE */              \
  COLUMN (guint32, end_derivation)   /* likewise */                                                \
  COLUMN (MpRun, amounts)            /* in mp_agreement_amounts () */                              \
  COLUMN (MpRun, citations)          /* in mp_agreement_citations () */                            \
  COLUMN (MpRun, alternatives)       /* in mp_agreement_alternatives () */                         \
  COLUMN (MpRun, links)              /* in mp_agreement_links () */                                \
  COLUMN (guint8, certainty)         /* MpCertainty */

#define MP_MILESTONE_TEXTS(COLUMN)                                                                 \
  COLUMN (MpTextRef, id)                                                                           \
  COLUMN (MpTextRef, date) /* EDTF, as written or, where it is counted, as derived */              \
  COLUMN (MpTextRef, title)                                                                        \
  COLUMN (MpTextRef, summary)
#define MP_MILESTONE_COLUMNS(COLUMN)                                                               \
  COLUMN (MpInstant, earliest) /* the earliest instant of its date */                              \
  COLUMN (MpInstant, after)    /* the first instant after its date */                              \
  MP_MILESTONE_TEXTS (COLUMN)                                                                      \
  COLUMN (guint32, topic)      /* index */                                                         \
  COLUMN (guint32, derivation) /* in mp_agreement_derivations (), or MP_NONE */                    \
  COLUMN (MpRun, changes)      /* in mp_agreement_changes () */                                    \
  COLUMN (MpRun, amounts)      /* in mp_agreement_amounts () */                                    \
  COLUMN (MpRun, citations)    /* in mp_agreement_citations () */                                  \
  COLUMN (MpRun, alternatives) /* in mp_agreement_alternatives () */                               \
  COLUMN (MpRun, links)        /* in mp_agreement_links () */                                      \
  COLUMN (guint16, order)      /* among those of one date, from 1; 0 for none: see mp-order.h */   \
  COLUMN (guint8, importance)  /* 1 to 3 */                                                        \
  COLUMN (guint8, certainty)   /* MpCertainty */

#define MP_COLUMN_ARRAY(type, name) const type *name;

/* All phases, those of one term side by side. Each array has length items. */
struct _MpPhases {
  guint length;
  MP_PHASE_COLUMNS (MP_COLUMN_ARRAY)
};

/* All milestones, in the file's order. Each array has length items. */
struct _MpMilestones {
  guint length;
  MP_MILESTONE_COLUMNS (MP_COLUMN_ARRAY)
};

/* The strings of the agreement itself; the summary may be empty. All returned strings and arrays
 * belong to the agreement. */
const char *mp_agreement_get_title (MpAgreement *self);
const char *mp_agreement_get_summary (MpAgreement *self);

/* The day on which the facts were last checked, EDTF, or empty. */
const char *mp_agreement_get_checked (MpAgreement *self);

/* The date on which this was all that was known, EDTF, or empty where it is all that is known. See
 * mp-known.h. */
const char *mp_agreement_get_known (MpAgreement *self);

/* The largest file that is kept with its agreement, in bytes. */
#define MP_AGREEMENT_MAX_FILE (4 * 1024 * 1024)

/* The file that the agreement was read from, byte for byte, or NULL if it was larger than that, or
 * there was none. */
GBytes *mp_agreement_get_file (MpAgreement *self);

/* The string behind a reference; "" where the file gave none, never NULL. */
const char *mp_agreement_text (MpAgreement *self, MpTextRef ref);

const MpParty *mp_agreement_parties (MpAgreement *self, guint *length);
const MpTopic *mp_agreement_topics (MpAgreement *self, guint *length);
const MpSource *mp_agreement_sources (MpAgreement *self, guint *length);
const MpTerm *mp_agreement_terms (MpAgreement *self, guint *length);
const MpPhases *mp_agreement_phases (MpAgreement *self);
const MpMilestones *mp_agreement_milestones (MpAgreement *self);

/* The pools that the MpRuns above point into. */
const MpCitation *mp_agreement_citations (MpAgreement *self);
const MpAmount *mp_agreement_amounts (MpAgreement *self);
const guint32 *mp_agreement_changes (MpAgreement *self); /* indices of terms */
const MpAlternative *mp_agreement_alternatives (MpAgreement *self);
const MpDerivation *mp_agreement_derivations (MpAgreement *self);
const MpNotice *mp_agreement_notices (MpAgreement *self);
const MpLink *mp_agreement_links (MpAgreement *self, guint *length);
const MpInstant *mp_agreement_closed_days (MpAgreement *self); /* the first instant of each */

/* The steps of the story, in order. */
const MpStep *mp_agreement_story (MpAgreement *self, guint *length);

/* Store the dates of a phase, a milestone or an alternative, parsed from its text. An end that was
 * counted from a milestone may be a set of days, unlike an end that is written in the file. */
void mp_agreement_get_phase_span (MpAgreement *self, guint32 phase, MpSpan *span);
void mp_agreement_get_milestone_date (MpAgreement *self, guint32 milestone, MpSpan *date);
void mp_agreement_get_alternative_date (MpAgreement *self, guint32 alternative, MpSpan *date);

/* The index of the milestone or term with this id, or MP_NONE. */
guint32 mp_agreement_find_milestone (MpAgreement *self, const char *id);
guint32 mp_agreement_find_term (MpAgreement *self, const char *id);

/* What an id names among the milestones, else among the terms, else among the topics; its index is
 * MP_NONE for nothing. */
MpNamed mp_agreement_find_named (MpAgreement *self, const char *id);

/* Stores the earliest and the latest finite instant that any phase or milestone names, alternatives
 * included. Returns FALSE, and stores nothing, where there is none. */
gboolean mp_agreement_get_extent (MpAgreement *self, MpInstant *earliest, MpInstant *latest);

G_END_DECLS
