/* test-detail-pane.c: the panel tells everything about what is selected, and leads to more
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-query.h"
#include "mp-words.h"
#include "test-detail-support.h"

#include <adwaita.h>

static void
click_card (Fixture *f, const char *title)
{
  GtkWidget *card = mp_find_button (mp_pane_fixture_visible (f), title);

  g_assert_nonnull (card);
  g_signal_emit_by_name (card, "clicked");
}

/* --- What it says ----------------------------------------------------------------------------- */

/* Whatever is selected, its title and its facts are there. */
static void
test_never_empty (Fixture *f, gconstpointer data)
{
  const MpMilestones *milestones = mp_agreement_milestones (f->agreement);
  const MpPhases *phases = mp_agreement_phases (f->agreement);
  const MpTerm *terms = mp_agreement_terms (f->agreement, NULL);

  (void) data;
  assert_says (f, mp_agreement_get_title (f->agreement));
  for (guint32 i = 0; i < milestones->length; i++) {
    g_autofree char *date = mp_words_date (f->agreement, milestones->date[i]);
    g_autofree char *both =
      g_strdup_printf ("%s\n%s\n", mp_agreement_text (f->agreement, milestones->title[i]), date);

    mp_session_set_selection (f->session, (MpItem) { MP_ITEM_MILESTONE, i });
    assert_says (f, both);
    assert_says (f, mp_words_certainty (milestones->certainty[i]));
    assert_says (f, mp_agreement_text (f->agreement, milestones->summary[i]));
  }
  for (guint32 i = 0; i < phases->length; i++) {
    g_autofree char *span = mp_words_phase_span (f->agreement, i);
    g_autofree char *all = g_strdup_printf (
      "%s\n%s\n%s\n", mp_agreement_text (f->agreement, terms[phases->term[i]].title),
      mp_agreement_text (f->agreement, phases->state[i]), span);

    mp_session_set_selection (f->session, (MpItem) { MP_ITEM_PHASE, i });
    assert_says (f, all);
    assert_says (f, mp_words_certainty (phases->certainty[i]));
    assert_says (f, mp_agreement_text (f->agreement, phases->summary[i]));
  }
}

/* The reset: six terms, each as it was before and as it is after. */
static void
test_what_changed (Fixture *f, gconstpointer data)
{
  static const char *const changes[] = {
    "Selling OpenAI's API\nAzure only → Any cloud; Azure first\n",
    "Products with partners\nAPI products on Azure only → Ended\n",
    "OpenAI pays Microsoft\nNo cap, until AGI → Same rate, total cap\n",
    "Microsoft pays OpenAI\nShare of revenue → Ended\n",
    "Models and products\nExclusive, to 2032 → Non-exclusive\n",
    "Who declares AGI\nExpert panel → Panel not mentioned\n",
  };
  g_autoptr (GPtrArray) cards = NULL;

  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  cards = section (f, "What changed");
  /* Under them is the button that compares. */
  g_assert_cmpuint (cards->len, ==, G_N_ELEMENTS (changes) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_cmpstr (g_ptr_array_index (cards, i), ==, changes[i]);
  assert_says (f, "Cloud\n");
  assert_says (f, "7 months ago · Stated by the parties");
  assert_says (f, "The 2026 reset\n27 April 2026\n");
}

/* Every milestone lists what it changed, computed from the phases and nothing else. */
static void
test_all_changes (Fixture *f, gconstpointer data)
{
  const MpPhases *phases = mp_agreement_phases (f->agreement);
  const MpTerm *terms = mp_agreement_terms (f->agreement, NULL);

  (void) data;
  for (guint32 i = 0; i < mp_agreement_milestones (f->agreement)->length; i++) {
    g_autoptr (GArray) changes = mp_query_changes (f->agreement, i);
    g_autoptr (GPtrArray) cards = NULL;

    mp_session_set_selection (f->session, (MpItem) { MP_ITEM_MILESTONE, i });
    cards = section (f, "What changed");
    g_assert_cmpuint (cards->len, ==, changes->len > 0 ? changes->len + 1 : 0);
    for (guint j = 0; j < changes->len; j++) {
      MpChange *change = &g_array_index (changes, MpChange, j);
      const char *card = g_ptr_array_index (cards, j);

      g_assert_true (
        g_str_has_prefix (card, mp_agreement_text (f->agreement, terms[change->term].title)));
      if (change->before != MP_NONE)
        g_assert_nonnull (
          strstr (card, mp_agreement_text (f->agreement, phases->state[change->before])));
      if (change->after != MP_NONE)
        g_assert_nonnull (
          strstr (card, mp_agreement_text (f->agreement, phases->state[change->after])));
    }
  }
}

/* With nothing selected: what is in force, what may be, and what comes next. */
static void
test_agreement (Fixture *f, gconstpointer data)
{
  static const struct {
    MpStatus status;
    const char *heading;
  } lists[] = { { MP_STATUS_IN_FORCE, "In force today" },
                { MP_STATUS_POSSIBLY, "Possibly in force today" } };
  const MpTerm *terms;
  guint n_terms;
  MpInstant today = mp_today (), tomorrow = today + MP_SECONDS_PER_DAY;
  g_autoptr (GPtrArray) next = section (f, "What comes next");

  (void) data;
  assert_says (f, "Facts last checked on 30 November 2026.");
  terms = mp_agreement_terms (f->agreement, &n_terms);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (GPtrArray) cards = section (f, lists[i].heading);
    guint listed = 0;

    for (guint32 term = 0; term < n_terms; term++) {
      MpStanding standing = mp_query_standing (f->agreement, term, today, tomorrow);

      if (standing.status != lists[i].status)
        continue;
      g_assert_cmpuint (listed, <, cards->len);
      g_assert_true (g_str_has_prefix (g_ptr_array_index (cards, listed++),
                                       mp_agreement_text (f->agreement, terms[term].title)));
    }
    g_assert_cmpuint (listed, ==, cards->len);
  }
  g_assert_cmpuint (next->len, >=, 3);
  assert_says (f, "Revenue share ends\n2030 · in 4 years\n");
  assert_says (f, "Licence ends\n2032 · in 6 years\n");
}

static void
ask (Fixture *f, const char *text)
{
  MpDate date;

  g_assert_true (mp_date_parse (text, -1, &date, NULL, NULL));
  mp_session_set_as_of (f->session, &date);
}

/* Whether a card under the heading begins with a text. */
static gboolean
lists (Fixture *f, const char *heading, const char *card)
{
  g_autoptr (GPtrArray) cards = section (f, heading);

  for (guint i = 0; i < cards->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (cards, i), card))
      return TRUE;
  return FALSE;
}

/* Distances, and what comes next, are counted from the as-of date. */
static void
test_as_of (Fixture *f, gconstpointer data)
{
  (void) data;
  ask (f, "2030-11-10");
  assert_says (f, "Revenue share ends\n2030 · under way\n");
  assert_says (f, "Licence ends\n2032 · in 2 years\n");
  ask (f, "2026-05-03");
  g_assert_true (
    lists (f, "What comes next", "On Amazon Bedrock\n1 June 2026 · in 29 days\nOfficial\n"));
  g_assert_true (lists (f, "What comes next",
                        "Cap put at USD 38 billion\n11 May 2026 · in 8 days\n"
                        "Reported by the press\n"));
  g_assert_false (lists (f, "What comes next", "The 2026 reset"));
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  assert_says (f, "6 days ago · Stated by the parties");
  ask (f, "2026-04-27");
  assert_says (f, "that day · Stated by the parties");
}

/* For a day to come, what ends later, what has no published end, and what something may end early
 * are listed apart, each with its certainty. */
static void
test_future (Fixture *f, gconstpointer data)
{
  static const char later[] = "To be in force until later";
  static const char no_end[] = "To be in force, no end published";
  static const char unless[] = "To be in force unless ended early";

  (void) data;
  ask (f, "2029");
  g_assert_true (lists (f, later,
                        "Models and products\nNon-exclusive\n27 April 2026 to 2032\n"
                        "Stated by the parties\n"));
  g_assert_true (lists (f, no_end,
                        "OpenAI buys Azure\nUSD 250 billion more\n"
                        "since 28 October 2025, no end published\nStated by the parties\n"));
  g_assert_true (lists (f, "Possibly in force then",
                        "FTC probe of Microsoft\nOpen, no outcome found\n"
                        "from November 2024, end not known\nReported by the press\n"));
  g_assert_true (lists (f, unless,
                        "OpenAI pays Microsoft\nSame rate, total cap\n"
                        "27 April 2026 to 2030, or earlier if the total cap is reached\n"
                        "Stated by the parties\n"));
  g_assert_false (lists (f, later, "OpenAI pays Microsoft"));
  g_assert_false (lists (f, later, "FTC probe"));
  g_assert_false (lists (f, "In force then", ""));
  mp_session_set_selection (f->session, mp_item_phase (f->agreement, "azure-purchase", 0));
  assert_says (f, "To be in force, no end published · Stated by the parties");
  /* For today and earlier days nothing is "to be"; but the panel says that an end may come early.
   */
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_NONE, 0 });
  mp_session_set_as_of (f->session, NULL);
  g_assert_true (lists (f, "In force today",
                        "OpenAI pays Microsoft\nSame rate, total cap\n"
                        "27 April 2026 to 2030, or earlier if the total cap is reached\n"));
  ask (f, "2026-02");
  g_assert_true (lists (f, "In force then",
                        "OpenAI pays Microsoft\nNo cap, until AGI\n28 October 2025 to 27 April "
                        "2026, or earlier if an expert panel confirms AGI\n"));
}

/* If a term is in one of two states on a day, both are listed. */
static void
test_possible_states (Fixture *f, gconstpointer data)
{
  (void) data;
  ask (f, "2026-05-15");
  g_assert_true (lists (f, "Possibly in force then", "Microsoft's stake\nAbout 25%\n"));
  g_assert_true (lists (f, "Possibly in force then", "Microsoft's stake\nAbout 27%\n"));
}

#define CONTRACT                                                                                   \
  "{ \"milepost\": 1, \"title\": \"Ours\", "                                                       \
  "\"topics\": [ { \"id\": \"t\", \"title\": \"Rooms\", \"color\": \"blue\" } ], "                 \
  "\"sources\": [ { \"id\": \"s\", \"title\": \"The contract\", \"kind\": \"primary\" } ], "       \
  "\"terms\": [ { \"id\": \"lease\", \"title\": \"Office lease\", \"topic\": \"t\", "              \
  "\"notice\": { \"period\": \"P6M\", \"certainty\": \"stated\", \"sources\": [ \"s\" ] }, "       \
  "\"phases\": [ { \"span\": \"2024-01-01/2028-12-30\", \"state\": \"Rented\", "                   \
  "\"certainty\": \"stated\", \"sources\": [ \"s\" ] } ] }, "                                      \
  "{ \"id\": \"care\", \"title\": \"Care\", \"topic\": \"t\", \"phases\": [ { "                    \
  "\"span\": \"2024-01-01/2031\", \"state\": \"Daily\", \"certainty\": \"stated\", "               \
  "\"sources\": [ \"s\" ] } ] } ] }"

/* In a contract without milestones, its ends and its last day for notice come next. */
static void
test_contract (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) next = section (f, "What comes next");
  MpItem item;

  (void) data;
  g_assert_cmpuint (next->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (next, 0), ==,
                   "Last day for notice: Office lease\n30 June 2028 · in 19 months\n");
  g_assert_cmpstr (g_ptr_array_index (next, 1), ==,
                   "End of Office lease\n30 December 2028 · in 2 years\n");
  g_assert_cmpstr (g_ptr_array_index (next, 2), ==, "End of Care\n2031 · in 5 years\n");
  click_card (f, "Last day for notice: Office lease");
  item = mp_session_get_selection (f->session);
  g_assert_true (mp_item_equal (item, mp_item_phase (f->agreement, "lease", 0)));
}

static void
test_today (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  mp_session_set_today (f->session, mp_instant_from_civil (2026, 4, 27, 0, 0, 0));
  assert_says (f, "today · Stated by the parties");
}

static void
test_nothing (Fixture *f, gconstpointer data)
{
  (void) data;
  assert_says (f, "There is nothing on this timeline yet");
  mp_session_set_agreement (f->session, NULL);
  g_assert_null (gtk_widget_get_first_child (mp_pane_fixture_content (f)));
}

/* A card says the same to sighted users and to users of screen readers. */
static void
test_card_names (Fixture *f, gconstpointer data)
{
  GtkWidget *card;

  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  card = mp_find_button (mp_pane_fixture_visible (f), "Microsoft pays OpenAI");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Microsoft pays OpenAI: Share of revenue → Ended");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->pane), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Details");
}

/* --- Where it leads --------------------------------------------------------------------------- */

static void
test_cards_select (Fixture *f, gconstpointer data)
{
  MpItem phase = mp_item_phase (f->agreement, "models-and-products", 2);
  MpItem item;

  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  click_card (f, "Models and products");
  item = mp_session_get_selection (f->session);
  g_assert_true (mp_item_equal (item, phase));
  assert_says (f, "Phases of this term");
  /* From a phase to an earlier phase, and to a milestone that changed it. */
  click_card (f, "Exclusive, to 2032");
  item = mp_session_get_selection (f->session);
  g_assert_true (mp_item_equal (item, mp_item_phase (f->agreement, "models-and-products", 1)));
  click_card (f, "Licence ends");
  item = mp_session_get_selection (f->session);
  g_assert_true (mp_item_equal (item, mp_item_milestone (f->agreement, "licence-ends")));
}

/* The item that a card leads to comes into view. */
static void
test_card_reveals (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_view (f->session, mp_session_get_begin (f->session),
                       mp_session_get_begin (f->session) + 400);
  click_card (f, "Licence ends");
  g_assert_cmpfloat (mp_session_get_end (f->session), >, 365.25 * (2032 - 1970));
}

/* The selected phase is highlighted among the others. */
static void
test_current_phase (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_selection (f->session, mp_item_phase (f->agreement, "selling-api", 1));
  g_assert_true (gtk_widget_has_css_class (
    mp_find_button (mp_pane_fixture_visible (f), "Any cloud; Azure first"), "current"));
  g_assert_false (gtk_widget_has_css_class (
    mp_find_button (mp_pane_fixture_visible (f), "Azure only"), "current"));
}

static void
test_scrolls_up (Fixture *f, gconstpointer data)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (mp_template_child (f->pane, "scroller"));

  (void) data;
  gtk_adjustment_set_value (adjustment, 500);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  mp_pane_fixture_visible (f);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, json, func)                                                                      \
  g_test_add (path, Fixture, json, set_up, func, mp_pane_fixture_tear_down)
  ADD ("/detail-pane/never-empty", NULL, test_never_empty);
  ADD ("/detail-pane/what-changed", NULL, test_what_changed);
  ADD ("/detail-pane/all-changes", NULL, test_all_changes);
  ADD ("/detail-pane/agreement", NULL, test_agreement);
  ADD ("/detail-pane/as-of", NULL, test_as_of);
  ADD ("/detail-pane/future", NULL, test_future);
  ADD ("/detail-pane/possible-states", NULL, test_possible_states);
  ADD ("/detail-pane/contract", CONTRACT, test_contract);
  ADD ("/detail-pane/today", NULL, test_today);
  ADD ("/detail-pane/nothing", "{ \"milepost\": 1, \"title\": \"Empty\" }", test_nothing);
  ADD ("/detail-pane/card-names", NULL, test_card_names);
  ADD ("/detail-pane/cards-select", NULL, test_cards_select);
  ADD ("/detail-pane/card-reveals", NULL, test_card_reveals);
  ADD ("/detail-pane/current-phase", NULL, test_current_phase);
  ADD ("/detail-pane/scrolls-up", NULL, test_scrolls_up);
#undef ADD
  return g_test_run ();
}
