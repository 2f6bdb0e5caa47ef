/* test-known-members.c: what was known has all that it had, and nothing that came later
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-difference.h"
#include "mp-known.h"
#include "mp-test-support.h"

/* How sure it is that something was known. */
static void
test_how_sure (void)
{
  static const char lines[] = "milestone day 2019 2 stated - Day\ncite a@2020-05-04\n"
                              "milestone both 2019 2 stated - Both\ncite a@2020-05-04,b@2020-05\n"
                              "milestone month 2019 2 stated - Month\ncite b@2020-05,c@2020-05-31\n"
                              "milestone undated 2019 2 stated - Undated\ncite d@\n";
  static const MpKnown expected[] = { MP_KNOWN_YES, MP_KNOWN_YES, MP_KNOWN_POSSIBLY,
                                      MP_KNOWN_UNDATED };
  static const char *const doubts[] = { NULL, NULL, "possibly known", "undated" };
  MpDate day = mp_test_date ("2020-05-04");
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  g_autoptr (MpAgreement) known = mp_agreement_as_known (agreement, &day);
  g_autofree char *since = mp_known_words (agreement, (MpItem) { MP_ITEM_MILESTONE, 2 }, NULL);

  for (guint32 i = 0; i < G_N_ELEMENTS (expected); i++) {
    MpItem item = { MP_ITEM_MILESTONE, i };
    g_autofree char *doubt = mp_known_doubt (known, item);

    g_assert_cmpint (mp_known_item (agreement, item, &day), ==, expected[i]);
    g_assert_cmpstr (doubt, ==, doubts[i]);
    /* Of an agreement with all that is known, nothing is to be said. */
    g_assert_null (mp_known_doubt (agreement, item));
  }
  /* The month may have had it before its last day. */
  g_assert_cmpstr (since, ==, "Known since May 2020");
}

static MpAgreement *
load_valid (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "agreements", "valid", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return mp_test_agreement_from_json (text);
}

/* Long after all sources, everything is known, with every member that it has. */
static void
test_all (void)
{
  MpDate late = mp_test_date ("2100"), day = mp_test_date ("2026-06");
  g_autoptr (MpAgreement) every_key = load_valid ("all-keys.json");
  g_autoptr (MpAgreement) shipped = mp_test_shipped_agreement ();
  g_autoptr (MpAgreement) sample = mp_test_sample_agreement ();
  MpAgreement *all[] = { every_key, shipped, sample };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++) {
    g_autoptr (MpAgreement) known = mp_agreement_as_known (all[i], &late);
    g_autoptr (GArray) differences = mp_differences (all[i], known);
    const MpMilestones *left = mp_agreement_milestones (all[i]);
    const MpMilestones *right = mp_agreement_milestones (known);
    const MpPhases *phases = mp_agreement_phases (all[i]);

    g_test_message ("%s", mp_agreement_get_title (all[i]));
    g_assert_cmpuint (differences->len, ==, 0);
    g_assert_cmpstr (mp_agreement_get_known (known), ==, "2100");
    for (guint32 j = 0; j < left->length; j++) {
      g_assert_cmpuint (left->order[j], ==, right->order[j]);
      g_assert_cmpint (left->derivation[j] == MP_NONE, ==, right->derivation[j] == MP_NONE);
    }
    for (guint32 j = 0; j < phases->length; j++) {
      g_assert_cmpint (phases->start_derivation[j] == MP_NONE, ==,
                       mp_agreement_phases (known)->start_derivation[j] == MP_NONE);
      g_assert_cmpint (phases->end_derivation[j] == MP_NONE, ==,
                       mp_agreement_phases (known)->end_derivation[j] == MP_NONE);
    }
  }
  /* A summary that was written later tells what was not known. */
  {
    g_autoptr (MpAgreement) known = mp_agreement_as_known (every_key, &day);

    g_assert_cmpstr (mp_agreement_get_summary (known), ==, "");
  }
}

/* What goes with its sources: a rule of notice, a step of the story, what leads to what is gone,
 * and an end that is counted from a milestone which was not known. */
static void
test_gone (void)
{
  static const char json[] =
    "{ \"milepost\": 1, \"title\": \"T\","
    " \"topics\": [ { \"id\": \"t\", \"title\": \"T\", \"color\": \"red\" } ],"
    " \"sources\": [ { \"id\": \"old\", \"title\": \"Old\", \"date\": \"2020\", \"kind\": "
    "\"press\" },"
    " { \"id\": \"new\", \"title\": \"New\", \"date\": \"2026\", \"kind\": \"press\" } ],"
    " \"terms\": [ { \"id\": \"rent\", \"title\": \"Rent\", \"topic\": \"t\","
    " \"notice\": { \"period\": \"P90D\", \"sources\": [ \"new\" ] }, \"phases\": [ {"
    " \"span\": { \"start\": \"2019\", \"end\": { \"after\": \"sold\", \"by\": \"P1Y\" } },"
    " \"state\": \"Low\", \"certainty\": \"stated\", \"sources\": [ \"old\" ] } ] } ],"
    " \"milestones\": [ { \"id\": \"sold\", \"date\": \"2028\", \"title\": \"Sold\", \"topic\": "
    "\"t\","
    " \"importance\": 1, \"certainty\": \"stated\", \"sources\": [ \"new\" ] } ],"
    " \"story\": [ { \"title\": \"A\", \"text\": \"A.\", \"select\": \"sold\" },"
    " { \"title\": \"B\", \"text\": \"B.\", \"compare\": \"sold\" },"
    " { \"title\": \"C\", \"text\": \"C.\", \"sources\": [ \"new\" ] },"
    " { \"title\": \"D\", \"text\": \"D.\", \"select\": \"rent\", \"sources\": [ \"old\" ] } ] }";
  MpDate day = mp_test_date ("2021");
  g_autoptr (MpAgreement) agreement = mp_test_agreement_from_json (json);
  g_autoptr (MpAgreement) known = mp_agreement_as_known (agreement, &day);
  guint n_steps;
  const MpStep *story = mp_agreement_story (known, &n_steps);

  g_assert_cmpuint (mp_agreement_milestones (known)->length, ==, 0);
  g_assert_cmpuint (mp_agreement_phases (known)->length, ==, 1);
  g_assert_cmpstr (mp_agreement_text (known, mp_agreement_phases (known)->span[0]), ==, "2019/");
  g_assert_cmpuint (mp_agreement_phases (known)->end_derivation[0], ==, MP_NONE);
  g_assert_cmpuint (mp_agreement_terms (known, NULL)[0].notice, ==, MP_NONE);
  g_assert_cmpuint (n_steps, ==, 1);
  g_assert_cmpstr (mp_agreement_text (known, story[0].title), ==, "D");
  g_assert_cmpuint (story[0].citations.count, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known-members/how-sure", test_how_sure);
  g_test_add_func ("/known-members/all", test_all);
  g_test_add_func ("/known-members/gone", test_gone);
  return g_test_run ();
}
