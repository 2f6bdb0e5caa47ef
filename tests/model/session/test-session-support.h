/* test-session-support.h: what the tests of the session share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement.h"
#include "mp-session.h"
#include "mp-test-support.h"

#include <string.h>

/* Milestones 0 to 2 and phases 0 and 1, by these lines. */
static const char *const some_lines = "term t - T\n"
                                      "phase 2019/2026-04-27 stated Old\n"
                                      "phase 2026-04-27/.. stated New\n"
                                      "milestone early 2018-06-01 1 stated - M\n"
                                      "milestone reset 2026-04-27 1 stated t M\n"
                                      "milestone end 2030 1 stated t M";

/* How often each property was notified. */
typedef struct {
  guint agreement;
  guint today;
  guint begin;
  guint end;
  guint selection;
} Notified;

static inline void
notified_cb (MpSession *session, GParamSpec *pspec, Notified *notified)
{
  const char *name = g_param_spec_get_name (pspec);

  g_assert_true (mp_session_get_begin (session) < mp_session_get_end (session));
  notified->agreement += g_str_equal (name, "agreement");
  notified->today += g_str_equal (name, "today");
  notified->begin += g_str_equal (name, "begin");
  notified->end += g_str_equal (name, "end");
  notified->selection += g_str_equal (name, "selection");
}

/* Asserts how often each property was notified, and counts from nothing again. */
static inline void
assert_notified (Notified *notified, Notified expected)
{
  g_assert_cmpuint (notified->agreement, ==, expected.agreement);
  g_assert_cmpuint (notified->today, ==, expected.today);
  g_assert_cmpuint (notified->begin, ==, expected.begin);
  g_assert_cmpuint (notified->end, ==, expected.end);
  g_assert_cmpuint (notified->selection, ==, expected.selection);
  memset (notified, 0, sizeof *notified);
}

/* A session that shows some_lines. What it notifies from then on is counted; notified may be NULL.
 */
static inline MpSession *
new_session (Notified *notified)
{
  MpSession *session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);

  mp_session_set_agreement (session, agreement);
  if (notified != NULL) {
    memset (notified, 0, sizeof *notified);
    g_signal_connect (session, "notify", G_CALLBACK (notified_cb), notified);
  }
  return session;
}

/* The first instant of a date, in days since 1970. */
static inline double
day_of (const char *date)
{
  return (double) mp_test_instant (date) / MP_SECONDS_PER_DAY;
}
