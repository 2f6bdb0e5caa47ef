/* test-distance.c: how far two milestones are apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-distance.h"

#include "mp-agreement.h"
#include "mp-test-support.h"

#define N_RANDOM 2000

typedef struct {
  const char *a;
  const char *b;
  const char *words; /* NULL: not known */
  const char *days;
} Case;

static MpAgreement *
two_milestones (const char *a, const char *b)
{
  g_autofree char *lines =
    g_strdup_printf ("milestone a %s 1 stated - A\nmilestone b %s 1 stated - B\n", a, b);

  return mp_test_agreement (lines);
}

static void
test_words (void)
{
  static const Case cases[] = {
    { "2019-07-22", "2026-04-27", "6 years, 9 months and 5 days", "2471 days" },
    { "2026-04-27", "2019-07-22", "6 years, 9 months and 5 days", "2471 days" },
    { "2026-04-27", "2026-04-27", "the same day", "0 days" },
    { "2026-04-27", "2026-04-28", "1 day", "1 day" },
    { "2024-02-29", "2025-02-28", "1 year", "365 days" },
    { "2024-01-31", "2024-03-01", "1 month and 1 day", "30 days" },
    { "2024-12-31", "2025-01-01", "1 day", "1 day" },
    { "2026-04", "2026-05-15", "at least 15 days, at most 1 month and 14 days", "15 to 44 days" },
    { "2026", "2026-05-15", "at most 7 months and 16 days", "0 to 230 days" },
    { "2026", "2026", "at most 11 months and 30 days", "0 to 364 days" },
    { "2019", "2030", "at least 10 years and 1 day, at most 11 years, 11 months and 30 days",
      "3654 to 4382 days" },
    { "[..1984]", "2019", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (MpAgreement) agreement = two_milestones (cases[i].a, cases[i].b);
    g_autofree char *words = NULL, *days = NULL;
    MpDistance distance;

    g_test_message ("%s and %s", cases[i].a, cases[i].b);
    if (cases[i].words == NULL) {
      g_assert_false (mp_distance_between (agreement, 0, 1, &distance));
      continue;
    }
    g_assert_true (mp_distance_between (agreement, 0, 1, &distance));
    words = mp_distance_words (&distance);
    days = mp_distance_days (&distance);
    g_assert_cmpstr (words, ==, cases[i].words);
    g_assert_cmpstr (days, ==, cases[i].days);
  }
}

/* The distance of any two days that the dates can mean lies between the least and the most. */
static void
test_bounds (void)
{
  for (guint n = 0; n < N_RANDOM / 10; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (20);
    const MpMilestones *milestones = mp_agreement_milestones (agreement);

    for (guint32 i = 0; i + 1 < milestones->length; i++) {
      MpDistance distance, back;
      gint64 days;
      MpInstant a, b;

      if (!mp_distance_between (agreement, i, i + 1, &distance))
        continue;
      g_assert_true (mp_distance_between (agreement, i + 1, i, &back));
      g_assert_cmpint (distance.least, ==, back.least);
      g_assert_cmpint (distance.most, ==, back.most);
      g_assert_cmpint (distance.least, <=, distance.most);
      a = milestones->earliest[i] +
          (MpInstant) (g_test_rand_double_range (0, 1) *
                       (double) (milestones->after[i] - milestones->earliest[i]));
      b = milestones->earliest[i + 1] +
          (MpInstant) (g_test_rand_double_range (0, 1) *
                       (double) (milestones->after[i + 1] - milestones->earliest[i + 1]));
      days = ABS (a / MP_SECONDS_PER_DAY - b / MP_SECONDS_PER_DAY);
      g_assert_cmpint (days, >=, distance.least - 1);
      g_assert_cmpint (days, <=, distance.most + 1);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/distance/words", test_words);
  g_test_add_func ("/distance/bounds", test_bounds);
  return g_test_run ();
}
