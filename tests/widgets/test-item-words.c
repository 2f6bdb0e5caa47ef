/* test-item-words.c: the words for items, in tooltips and for screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-display-support.h"
#include "mp-item-words.h"
#include "mp-words.h"

#include <string.h>

/* --- Words ------------------------------------------------------------------------------------ */

static void
test_disputed_milestone (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_sample_agreement ();
  MpItem item = mp_item_milestone (agreement, "exclusivity-ends");
  g_autofree char *tooltip = mp_item_tooltip (agreement, item);
  g_autofree char *description = mp_item_description (agreement, item, (MpPositionInSet) { 0, 0 });

  g_assert_cmpstr (tooltip, ==,
                   "Exclusivity ends\n"
                   "6 November 2023\n"
                   "Disputed: sources disagree\n"
                   "Another source: 30 October 2023\n"
                   "Another source: 2024");
  g_assert_cmpstr (description, ==,
                   "Disputed: sources disagree. Another source: 30 October 2023. "
                   "Another source: 2024");
}

static void
test_derived_milestone (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_sample_agreement ();
  g_autofree char *tooltip =
    mp_item_tooltip (agreement, mp_item_milestone (agreement, "first-part"));

  g_assert_cmpstr (tooltip, ==,
                   "First part of the advance is due\n"
                   "1 December 2024\n"
                   "Counted: 90 days after Second amendment (2 September 2024)\n"
                   "Stated by the parties");
}

static void
test_phase_that_ends_early (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_sample_agreement ();
  MpItem item = mp_item_phase (agreement, "price", 1);
  g_autofree char *tooltip = mp_item_tooltip (agreement, item);
  g_autofree char *description = mp_item_description (agreement, item, (MpPositionInSet) { 0, 0 });

  g_assert_nonnull (
    strstr (tooltip, "2 September 2024 to 2030, or earlier if the total cap is reached"));
  g_assert_true (g_str_has_prefix (description, "2030, or earlier if the total cap is reached. "));
}

static void
test_phase_with_notice (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_sample_agreement ();
  g_autofree char *tooltip = mp_item_tooltip (agreement, mp_item_phase (agreement, "fruit", 1));

  g_assert_nonnull (strstr (tooltip, "\nNotice to stop renewal by 17:00 on 1 October 2027"));
}

static void
test_clusters (void)
{
  g_autoptr (MpAgreement) agreement = mp_agreement_of_size (1, 30);
  guint32 milestones[30];

  for (guint32 i = 0; i < G_N_ELEMENTS (milestones); i++)
    milestones[i] = i;
  for (guint count = 2; count <= G_N_ELEMENTS (milestones); count++) {
    g_autofree char *tooltip = mp_cluster_tooltip (agreement, milestones, count);
    g_autofree char *description = mp_cluster_description (agreement, milestones, count);
    g_autofree char *first = mp_words_milestone (agreement, 0);
    g_auto (GStrv) lines = g_strsplit (tooltip, "\n", -1);

    g_assert_cmpuint (g_strv_length (lines), ==, MIN (count, 8));
    g_assert_cmpstr (lines[0], ==, first);
    if (count > 8) {
      g_autofree char *more = g_strdup_printf ("and %u more", count - 7);

      g_assert_cmpstr (lines[7], ==, more);
    }
    g_assert_true (g_str_has_prefix (description, "Opens their list: "));
    g_assert_nonnull (strstr (description, first));
  }
}

/* A tooltip of endless titles must still fit on a screen. */
static void
test_long_words (void)
{
  g_autofree char *title = g_strnfill (400, 'x');
  g_autofree char *json =
    g_strdup_printf ("{ \"milepost\": 1, \"title\": \"Long\", \"topics\": [ { \"id\": \"t\", "
                     "\"title\": \"T\", \"color\": \"red\" } ], \"sources\": [ { \"id\": \"s\", "
                     "\"title\": \"S\", \"kind\": \"press\" } ], \"milestones\": [ { "
                     "\"id\": \"m\", \"date\": \"2020\", \"title\": \"%s\", \"topic\": \"t\", "
                     "\"importance\": 1, \"certainty\": \"stated\", \"sources\": [ \"s\" ] } ] }",
                     title);
  g_autoptr (MpAgreement) agreement = mp_test_agreement_from_json (json);
  g_autofree char *tooltip = mp_item_tooltip (agreement, (MpItem) { MP_ITEM_MILESTONE, 0 });
  g_auto (GStrv) lines = g_strsplit (tooltip, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 91);
  g_assert_true (g_str_has_suffix (lines[0], "…"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/item-words/disputed", test_disputed_milestone);
  g_test_add_func ("/item-words/derived", test_derived_milestone);
  g_test_add_func ("/item-words/ends-early", test_phase_that_ends_early);
  g_test_add_func ("/item-words/notice", test_phase_with_notice);
  g_test_add_func ("/item-words/clusters", test_clusters);
  g_test_add_func ("/item-words/long", test_long_words);
  return g_test_run ();
}
