/* test-detail-pane.c: the panel tells everything about what is selected, and leads to more
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-cited-text.h"
#include "mp-query.h"
#include "mp-words.h"
#include "test-detail-support.h"

#include <adwaita.h>

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

static void
ask (Fixture *f, const char *text)
{
  MpDate date;

  g_assert_true (mp_date_parse (text, -1, &date, NULL, NULL));
  mp_session_set_as_of (f->session, &date);
}

/* --- The first look --------------------------------------------------------------------------- */

#define N_GROUPS 5

/* Opens the groups of terms. */
static void
open_groups (Fixture *f)
{
  mp_pane_fixture_visible (f);
  for (guint i = 0; i < N_GROUPS; i++)
    gtk_widget_activate_action (mp_pane_fixture_content (f), MP_DETAIL_OPEN, "u", i);
}

/* The cards of an open group. */
static GPtrArray *
group (Fixture *f, const char *title)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  gboolean inside = FALSE;

  mp_pane_fixture_visible (f);
  for (GtkWidget *child = gtk_widget_get_first_child (mp_pane_fixture_content (f)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    g_autofree char *text = mp_read_labels (child);

    if (!gtk_widget_has_css_class (child, "card"))
      inside = FALSE;
    else if (gtk_widget_has_css_class (child, "group"))
      inside = g_str_has_prefix (text, title);
    else if (inside)
      g_ptr_array_add (texts, g_steal_pointer (&text));
  }
  return texts;
}

/* Whether a card of an open group begins with a text. */
static gboolean
group_has (Fixture *f, const char *title, const char *card)
{
  g_autoptr (GPtrArray) cards = group (f, title);

  for (guint i = 0; i < cards->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (cards, i), card))
      return TRUE;
  return FALSE;
}

/* With nothing selected: the last change and why, what ends next, what is in force, what may be. */
static void
test_agreement (Fixture *f, gconstpointer data)
{
  static const struct {
    MpStatus status;
    const char *titles[4];
  } lists[] = {
    { MP_STATUS_IN_FORCE,
      { "Unless something ends it before", "Until a stated end", "No end published" } },
    { MP_STATUS_POSSIBLY, { "Perhaps in force" } },
    { MP_STATUS_NOT, { "Not in force" } },
  };
  g_autoptr (GPtrArray) last = section (f, "Last change"), why = section (f, "Why");
  g_autoptr (GPtrArray) ends = section (f, "What ends next");
  MpInstant today = mp_today (), tomorrow = today + MP_SECONDS_PER_DAY;

  (void) data;
  g_assert_cmpuint (last->len, ==, 6);
  g_assert_cmpstr (g_ptr_array_index (last, 0), ==,
                   "The 2026 reset\n27 April 2026 · 7 months ago\n");
  g_assert_cmpstr (g_ptr_array_index (last, 1), ==,
                   "Selling OpenAI's API\nAzure only → Any cloud; Azure first\n");
  g_assert_cmpstr (g_ptr_array_index (last, 5), ==,
                   "and 2 more terms\nModels and products, Who declares AGI\n");
  /* Two reasons, the surest first, and the buttons. */
  g_assert_cmpuint (why->len, ==, 3);
  g_assert_true (
    g_str_has_prefix (g_ptr_array_index (why, 0), "Reasons the parties gave\nStated\n"));
  g_assert_nonnull (strstr (g_ptr_array_index (why, 1), "TechCrunch"));
  g_assert_cmpuint (ends->len, ==, 3);
  assert_says (
    f, "OpenAI pays Microsoft\n2030, or earlier if the total cap is reached · in 4 years\n");
  assert_says (f, "Facts last checked on 30 November 2026.");
  open_groups (f);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    guint n_cards = 0;

    for (const char *const *title = lists[i].titles; *title != NULL; title++) {
      g_autoptr (GPtrArray) cards = group (f, *title);

      n_cards += cards->len;
    }
    g_assert_cmpuint (n_cards, >=, mp_query_count (f->agreement, lists[i].status, today, tomorrow));
  }
}

/* What the last change was, goes by the as-of date; where nothing has changed yet, nothing is said.
 */
static void
test_last_change (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) last = NULL, none = NULL;

  (void) data;
  ask (f, "2025-10-30");
  last = section (f, "Last change");
  g_assert_true (g_str_has_prefix (g_ptr_array_index (last, 0), "Recapitalisation\n"));
  ask (f, "2018");
  none = section (f, "Last change");
  g_assert_cmpuint (none->len, ==, 0);
}

/* --- What became known ------------------------------------------------------------------------ */

static void
compare_known (Fixture *f, const char *known, const char *other)
{
  const MpDate day = mp_test_date (known), before = mp_test_date (other);

  mp_session_set_known (f->session, &day);
  mp_session_set_before (f->session, &before);
}

/* A comparison lists what became known between its day and the day of knowledge, whichever comes
 * first, and nothing of it where all is known. */
static void
test_known_between (Fixture *f, gconstpointer data)
{
  const char *heading = "Became known between 26 April 2026 and 30 April 2026";
  g_autoptr (GPtrArray) forth = NULL, back = NULL, none = NULL, plain = NULL;

  (void) data;
  compare_known (f, "2026-04-26", "2026-04-30");
  forth = section (f, heading);
  g_assert_cmpuint (forth->len, >, 4);
  compare_known (f, "2026-04-30", "2026-04-26");
  back = section (f, heading);
  g_assert_cmpuint (back->len, ==, forth->len);
  for (guint i = 0; i < back->len; i++)
    g_assert_cmpstr (g_ptr_array_index (back, i), ==, g_ptr_array_index (forth, i));
  compare_known (f, "2026-04-26", "2026-04-25");
  none = section (f, "Became known between 25 April 2026 and 26 April 2026");
  g_assert_cmpuint (none->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (none, 0), ==, "Nothing became known in that time.\n");
  mp_session_set_known (f->session, NULL);
  mp_session_compare (f->session);
  plain = section (f, heading);
  g_assert_cmpuint (plain->len, ==, 0);
}

/* --- Sources ---------------------------------------------------------------------------------- */

/* A quote, the day on which a source was read, and a number that leads to its source. */
static void
test_quote (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "jassy-post"));
  assert_says (f, "“Matt Garman became CEO of AWS in June 2024”\n");
  assert_says (f, "read on 1 December 2026");
  gtk_widget_activate_action (mp_pane_fixture_content (f), MP_CITED_TEXT_SOURCE, "u", 3);
  g_assert_true (gtk_widget_is_ancestor (mp_get_focus (f->pane), mp_pane_fixture_content (f)));
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
  assert_says (f,
               "OpenAI pays Microsoft\n2030, or earlier if the total cap is reached · under way\n");
  assert_says (f, "Models and products\n2032 · in 2 years\n");
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
  static const char later[] = "Until a stated end";
  static const char no_end[] = "No end published";
  static const char unless[] = "Unless something ends it before";

  (void) data;
  ask (f, "2029");
  open_groups (f);
  g_assert_true (group_has (f, later,
                            "Models and products\nNon-exclusive\n27 April 2026 to 2032\n"
                            "Stated by the parties\n"));
  g_assert_true (group_has (f, no_end,
                            "OpenAI buys Azure\nUSD 250 billion more\n"
                            "since 28 October 2025, no end published\nStated by the parties\n"));
  g_assert_true (group_has (f, "Perhaps in force",
                            "FTC probe of Microsoft\nOpen, no outcome found\n"
                            "from November 2024, end not known\nReported by the press\n"));
  g_assert_true (group_has (f, unless,
                            "OpenAI pays Microsoft\nSame rate, total cap\n"
                            "27 April 2026 to 2030, or earlier if the total cap is reached\n"
                            "Stated by the parties\n"));
  g_assert_false (group_has (f, later, "OpenAI pays Microsoft"));
  g_assert_false (group_has (f, later, "FTC probe"));
  mp_session_set_selection (f->session, mp_item_phase (f->agreement, "azure-purchase", 0));
  assert_says (f, "To be in force, no end published · Stated by the parties");
  /* For today and earlier days nothing is "to be"; but the panel says that an end may come early.
   */
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_NONE, 0 });
  mp_session_set_as_of (f->session, NULL);
  open_groups (f);
  g_assert_true (group_has (f, unless,
                            "OpenAI pays Microsoft\nSame rate, total cap\n"
                            "27 April 2026 to 2030, or earlier if the total cap is reached\n"));
  ask (f, "2026-02");
  g_assert_true (group_has (f, unless,
                            "OpenAI pays Microsoft\nNo cap, until AGI\n28 October 2025 to 27 April "
                            "2026, or earlier if an expert panel confirms AGI\n"));
}

/* If a term is in one of two states on a day, both are listed. */
static void
test_possible_states (Fixture *f, gconstpointer data)
{
  (void) data;
  ask (f, "2026-05-15");
  open_groups (f);
  g_assert_true (group_has (f, "Perhaps in force", "Microsoft's stake\nAbout 25%\n"));
  g_assert_true (group_has (f, "Perhaps in force", "Microsoft's stake\nAbout 27%\n"));
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
  g_autoptr (GPtrArray) next = section (f, "What ends next");
  MpItem item;

  (void) data;
  g_assert_cmpuint (next->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (next, 0), ==,
                   "Last day for notice: Office lease\n30 June 2028 · in 19 months\n");
  g_assert_cmpstr (g_ptr_array_index (next, 1), ==,
                   "Office lease\n30 December 2028 · in 2 years\n");
  g_assert_cmpstr (g_ptr_array_index (next, 2), ==, "Care\n2031 · in 5 years\n");
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
  click_card (f, "Possible listing");
  g_assert_cmpfloat (mp_session_get_end (f->session), >, 365.25 * (2027 - 1970));
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
  ADD ("/detail-pane/last-change", NULL, test_last_change);
  ADD ("/detail-pane/known-between", NULL, test_known_between);
  ADD ("/detail-pane/quote", NULL, test_quote);
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
