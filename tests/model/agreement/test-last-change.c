/* test-last-change.c: the milestone that changed the agreement last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-last-change.h"

#include "mp-agreement.h"
#include "mp-test-support.h"

static const char lines[] = "topic t blue Trade\n"
                            "term rent t Rent\n"
                            "phase 2020/2026-04-27 stated Low\n"
                            "phase 2026-04-27/2030 stated High\n"
                            "milestone signed 2020-01-01 1 stated rent Signed\n"
                            "milestone lesser 2026-04-27 2 stated rent Lesser\n"
                            "milestone second 2026-04-27 1 stated rent Second\n"
                            "order 1\n"
                            "milestone first 2026-04-27 1 stated rent First\n"
                            "milestone remark 2026-05-01 1 stated - Remark\n"
                            "milestone vague 2027 1 stated rent Vague\n";

static void
test_last_change (void)
{
  static const struct {
    const char *date;
    const char *id;
  } cases[] = {
    { "2019", NULL },          { "2020-01-01", "signed" }, { "2026-04-26", "signed" },
    { "2026-04-27", "first" }, { "2026-12-01", "first" },  { "2027-06-30", "first" },
    { "2027-12-31", "vague" }, { "2027", "vague" },
  };
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    MpDate date = mp_test_date (cases[i].date);
    guint32 expected = cases[i].id != NULL ? mp_test_milestone (agreement, cases[i].id) : MP_NONE;

    g_test_message ("%s", cases[i].date);
    g_assert_cmpuint (mp_last_change (agreement, &date), ==, expected);
  }
}

/* What the shipped agreement's first look tells. */
static void
test_shipped (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate date = mp_test_date ("2026-12-01");

  g_assert_cmpuint (mp_last_change (agreement, &date), ==,
                    mp_test_milestone (agreement, "reset-2026"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/last-change/dates", test_last_change);
  g_test_add_func ("/last-change/shipped", test_shipped);

  return g_test_run ();
}
