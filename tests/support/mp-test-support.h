/* mp-test-support.h: agreements for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Needs the model only. What tests of pictures share is in mp-test-scene.h.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"

G_BEGIN_DECLS

/* The day that counts as today unless a test says otherwise. */
#define MP_TEST_TODAY "2026-11-23"

/* Return an EDTF date, and its first instant. End the test if the text is not a date. */
MpDate mp_test_date (const char *text);
MpInstant mp_test_instant (const char *date);

/* Makes an agreement from lines of words:
 *
 *     topic ID COLOR TITLE…
 *     term ID TOPIC TITLE…
 *     phase SPAN CERTAINTY STATE…          of the last term
 *     early SPAN CERTAINTY STATE…          the same, which ends early "if it is sold"
 *     milestone ID DATE IMPORTANCE CERTAINTY CHANGE,CHANGE… TITLE…
 *     order NUMBER                         of the next milestone
 *     alternative DATE CERTAINTY REASON…   of the last phase or milestone
 *     link KIND ID CERTAINTY               of that; to what may come later
 *     amount VALUE WHAT…                   of that, in USD
 *     notice PERIOD OPENS DAYS ROLL CERTAINTY WHAT…   of the last term, before its phases
 *     cite SOURCE,SOURCE…                  of whatever came last of these
 *
 * "-" stands for the first topic, no changes, no certainty of a link's own, and a notice that opens
 * at no certain day. Milestones have the topic of the last line that names one; without a topic
 * there is a gray one. A source that is new has its word for a title and is of 2020 or, after an
 * "@", of that date, which may be empty. Ends the test where a line is wrong. */
MpAgreement *mp_test_agreement (const char *lines) G_GNUC_WARN_UNUSED_RESULT;

/* What a random agreement is made of. */
typedef struct {
  guint n_terms;
  guint max_phases; /* of a term; may have fewer, or none */
  guint n_milestones;
  gint first_year;
  gint last_year;
} MpTestCrowd;

/* Returns lines for mp_test_agreement (), by g_test_rand_int (): dates of every precision, ends of
 * every kind, titles of every length. No two milestones have the same first instant. Free with
 * g_free (). */
char *mp_test_random_lines (const MpTestCrowd *crowd) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a random agreement with up to this many milestones. */
MpAgreement *mp_test_random_agreement (guint max_milestones) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the agreement of a JSON text, which must have no error. A new reference. */
MpAgreement *mp_test_agreement_from_json (const char *json) G_GNUC_WARN_UNUSED_RESULT;

/* Return the agreement that comes with the program, and the fictitious one, which shows conditions.
 * New references. */
MpAgreement *mp_test_shipped_agreement (void) G_GNUC_WARN_UNUSED_RESULT;
MpAgreement *mp_test_sample_agreement (void) G_GNUC_WARN_UNUSED_RESULT;

/* Return the index of a term or of a milestone, which must exist. */
guint32 mp_test_term (MpAgreement *agreement, const char *id);
guint32 mp_test_milestone (MpAgreement *agreement, const char *id);

G_END_DECLS
