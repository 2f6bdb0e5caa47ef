/* test-detail-pane.c: the panel says all of it, in words, and leads on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-pane-fixture.h"
#include "mp-query.h"
#include "mp-words.h"

#include <adwaita.h>
#include <string.h>

typedef MpPaneFixture Fixture;

static void
set_up (Fixture *f, gconstpointer json)
{
  mp_pane_fixture_open (f, json != NULL ? mp_agreement_from_json (json) : mp_agreement_shipped ());
}

static char *
read_pane (Fixture *f)
{
  return mp_read_labels (mp_pane_fixture_visible (f));
}

static void
assert_says (Fixture *f, const char *text)
{
  g_autofree char *labels = read_pane (f);

  g_test_message ("looking for: %s", text);
  if (strstr (labels, text) == NULL)
    g_test_message ("in: %s", labels);
  g_assert_nonnull (strstr (labels, text));
}

/* The labels of what stands under a heading, up to the next heading: an element a widget. */
static GPtrArray *
section (Fixture *f, const char *heading)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  gboolean inside = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (mp_pane_fixture_content (f)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (gtk_widget_has_css_class (child, "section"))
      inside = g_str_equal (gtk_label_get_text (GTK_LABEL (child)), heading);
    else if (inside)
      g_ptr_array_add (texts, mp_read_labels (child));
  }
  return texts;
}

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

/* Whether a card under the heading begins so. */
static gboolean
lists (Fixture *f, const char *heading, const char *card)
{
  g_autoptr (GPtrArray) cards = section (f, heading);

  for (guint i = 0; i < cards->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (cards, i), card))
      return TRUE;
  return FALSE;
}

/* Distances and what comes next are reckoned from the as-of date. */
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

/* Of a day to come: what ends later, what has no end published and what something may end before
 * stand apart, each with how well it is known. */
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
  /* Today and before nothing is to be; that an end may come early is said all the same. */
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

/* Of a day on which a term stands in one state or another both are listed. */
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

/* A contract without milestones: its ends and its last day for notice come next. */
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

/* A card says the same to the eye and to the ear. */
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
  /* From there to an earlier phase, and to a milestone that changed it. */
  click_card (f, "Exclusive, to 2032");
  item = mp_session_get_selection (f->session);
  g_assert_true (mp_item_equal (item, mp_item_phase (f->agreement, "models-and-products", 1)));
  click_card (f, "Licence ends");
  item = mp_session_get_selection (f->session);
  g_assert_true (mp_item_equal (item, mp_item_milestone (f->agreement, "licence-ends")));
}

/* What was led to comes into view. */
static void
test_card_reveals (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_view (f->session, mp_session_get_begin (f->session),
                       mp_session_get_begin (f->session) + 400);
  click_card (f, "Licence ends");
  g_assert_cmpfloat (mp_session_get_end (f->session), >, 365.25 * (2032 - 1970));
}

/* The phase that one looks at is marked among the others. */
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
  mp_wait_for_frame (GTK_WIDGET (f->pane));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

/* --- Sources ---------------------------------------------------------------------------------- */

/* Of the pane itself: cards have grids of their own. */
static GtkWidget *
find_grid (Fixture *f)
{
  GtkWidget *child = gtk_widget_get_first_child (mp_pane_fixture_content (f));

  while (child != NULL && !GTK_IS_GRID (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static guint
count_links (Fixture *f, GPtrArray *uris)
{
  GtkWidget *grid = find_grid (f);
  guint rows = 0;

  for (GtkWidget *child = grid != NULL ? gtk_widget_get_first_child (grid) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    g_autofree char *number = g_strdup_printf ("%u\n", rows + 1);
    g_autofree char *labels = mp_read_labels (child);
    const char *markup;

    if (GTK_IS_LABEL (child)) {
      g_assert_cmpstr (labels, ==, number);
      rows++;
      continue;
    }
    markup = gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (child)));
    if (g_str_has_prefix (markup, "<a href=\""))
      g_ptr_array_add (uris, g_strndup (markup + 9, strcspn (markup + 9, "\"")));
  }
  return rows;
}

/* The label of a source that leads to this address, or has this title, in the numbered list. */
static gboolean
names_source (Fixture *f, const MpSource *source)
{
  GtkWidget *grid = find_grid (f);
  const char *title = mp_agreement_text (f->agreement, source->title);

  for (GtkWidget *child = grid != NULL ? gtk_widget_get_first_child (grid) : NULL; child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BOX (child) &&
        g_str_equal (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (child))), title))
      return TRUE;
  return FALSE;
}

/* The sources of the amounts of what is selected are in its list, and their numbers at it. */
static void
check_amounts (Fixture *f, MpItem item, MpRun run)
{
  const MpAmount *amounts = mp_agreement_amounts (f->agreement);
  const MpSource *sources = mp_agreement_sources (f->agreement, NULL);
  const MpCitation *citations = mp_agreement_citations (f->agreement);
  g_autoptr (GPtrArray) visible = NULL;

  mp_session_set_selection (f->session, item);
  visible = section (f, "Amounts");
  g_assert_cmpuint (visible->len, ==, run.count > 0);
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    MpRun own = amounts[i].citations;
    const char *what = mp_agreement_text (f->agreement, amounts[i].what);
    g_autofree char *line =
      g_strdup_printf ("%s · %s · Source", what, mp_words_certainty (amounts[i].certainty));

    g_assert_nonnull (strstr (g_ptr_array_index (visible, 0), line));
    for (guint32 j = own.first; j < own.first + own.count; j++) {
      g_test_message ("%s: %s", what,
                      mp_agreement_text (f->agreement, sources[citations[j].source].id));
      g_assert_true (names_source (f, &sources[citations[j].source]));
    }
  }
}

static void
test_amount_sources (Fixture *f, gconstpointer data)
{
  const MpMilestones *milestones = mp_agreement_milestones (f->agreement);
  const MpPhases *phases = mp_agreement_phases (f->agreement);

  (void) data;
  for (guint32 i = 0; i < milestones->length; i++)
    check_amounts (f, (MpItem) { MP_ITEM_MILESTONE, i }, milestones->amounts[i]);
  for (guint32 i = 0; i < phases->length; i++)
    check_amounts (f, (MpItem) { MP_ITEM_PHASE, i }, phases->amounts[i]);
  /* The cap is what the press reports, from other sources than those of the term. */
  mp_session_set_selection (f->session, mp_item_phase (f->agreement, "openai-pays-microsoft", 2));
  assert_says (f, "USD 38 billion\n");
}

/* Sources are numbered, in the order of the file, and lead to the web and nowhere else. */
static void
test_sources (Fixture *f, gconstpointer data)
{
  const MpMilestones *milestones = mp_agreement_milestones (f->agreement);

  (void) data;
  for (guint32 i = 0; i < milestones->length; i++) {
    g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);

    mp_session_set_selection (f->session, (MpItem) { MP_ITEM_MILESTONE, i });
    g_assert_cmpuint (count_links (f, uris), >=, milestones->citations[i].count);
    g_assert_cmpuint (uris->len, >, 0);
    for (guint j = 0; j < uris->len; j++)
      g_assert_true (g_str_has_prefix (g_ptr_array_index (uris, j), "https://") ||
                     g_str_has_prefix (g_ptr_array_index (uris, j), "http://"));
  }
}

#define SOURCED                                                                                    \
  "{ \"milepost\": 1, \"title\": \"<b>A</b> & B\", "                                               \
  "\"topics\": [ { \"id\": \"t\", \"title\": \"R&D <i>\", \"color\": \"red\" } ], "                \
  "\"sources\": [ { \"id\": \"s\", \"title\": \"Q & <A>\", \"kind\": \"press\", "                  \
  "\"publisher\": \"P & Q\", \"date\": \"2026-04\", \"url\": \"https://example.com/?a=1&b=%22\" "  \
  "}, { \"id\": \"p\", \"title\": \"On paper\", \"kind\": \"primary\" } ], "                       \
  "\"terms\": [ { \"id\": \"r\", \"title\": \"R & <r>\", \"topic\": \"t\", \"phases\": [ { "       \
  "\"span\": \"2020-01-01/2026-04-27\", \"state\": \"<one> & \", \"certainty\": \"stated\", "      \
  "\"sources\": [ \"p\" ] }, { \"span\": \"2026-04-27/..\", \"state\": \"&two;\", "                \
  "\"certainty\": \"disputed\", \"sources\": [ \"p\" ] } ] } ], "                                  \
  "\"milestones\": [ { \"id\": \"m\", \"date\": \"2026-04-27\", \"title\": \"<M> & N\", "          \
  "\"topic\": \"t\", \"importance\": 1, \"certainty\": \"claimed\", \"changes\": [ \"r\" ], "      \
  "\"amounts\": [ { \"value\": 38000000000, \"unit\": \"USD\", \"what\": \"total <cap>\", "        \
  "\"certainty\": \"reported\", \"sources\": [ \"s\" ] } ], "                                      \
  "\"sources\": [ { \"id\": \"s\", \"at\": \"bullet <3> & 4\" }, \"p\" ] } ] }"

static gboolean
is_link (GtkWidget *widget, gconstpointer data)
{
  (void) data;
  return GTK_IS_LABEL (widget) &&
         g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), "<a href=");
}

static void
keep_title (GMarkupParseContext *context, const char *element, const char **names,
            const char **values, gpointer title, GError **error)
{
  (void) context;
  (void) element;
  (void) error;
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "title"))
      g_string_assign (title, values[i]);
}

/* What the tooltip of the first link says: GTK takes a link's title for markup. */
static char *
link_tooltip (Fixture *f)
{
  GMarkupParser parser = { .start_element = keep_title };
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, title, NULL);
  g_autoptr (GError) error = NULL;
  GtkWidget *label = mp_find (mp_pane_fixture_content (f), is_link, NULL);
  char *text = NULL;

  g_markup_parse_context_parse (context, gtk_label_get_label (GTK_LABEL (label)), -1, &error);
  g_assert_no_error (error);
  pango_parse_markup (title->str, -1, 0, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* What looks like markup in a file is text, and an address keeps all its characters. */
static void
test_markup (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *tooltip = NULL;

  (void) data;
  assert_says (f, "<b>A</b> & B\n");
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "m"));
  assert_says (f, "<M> & N\n");
  assert_says (f, "R&D <i>\n");
  assert_says (f, "R & <r>\n<one> &  → &two;\n");
  assert_says (f, "Q & <A>\nP & Q · April 2026 · press · bullet <3> & 4\n");
  /* The amount cites the source as a whole, the milestone a place in it. */
  g_assert_cmpuint (count_links (f, uris), ==, 3);
  g_assert_cmpuint (uris->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (uris, 0), ==, "https://example.com/?a=1&amp;b=%22");
  tooltip = link_tooltip (f);
  g_assert_cmpstr (tooltip, ==, "https://example.com/?a=1&b=%22");
  assert_says (f, "USD 38 billion\ntotal <cap> · Reported by the press · Source 3\n");
}

/* Answers the question that a link asks. */
static void
follow (Fixture *f, const char *url, const char *answer)
{
  gboolean handled = FALSE;
  GtkWindow *question;
  g_autofree char *labels = NULL;

  g_signal_emit_by_name (mp_find (mp_pane_fixture_content (f), is_link, NULL), "activate-link", url,
                         &handled);
  g_assert_true (handled);
  mp_wait_until (mp_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  question = mp_find_window (ADW_TYPE_MESSAGE_DIALOG);
  mp_wait_for_frame (GTK_WIDGET (question));
  labels = mp_read_labels (question);
  g_assert_nonnull (strstr (labels, "Open This Address?"));
  g_assert_nonnull (strstr (labels, url));
  g_assert_cmpstr (gtk_window_get_title (question), ==, "Open This Address?");
  g_signal_emit_by_name (mp_find_button (question, answer), "clicked");
  mp_wait_until (mp_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
}

/* An address is shown whole before anything is done with it. */
static void
test_address (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_strnfill (300, 'x');
  g_autofree char *url = g_strconcat ("https://example.com/", path, NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->pane));
  GdkContentProvider *before = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) copied = G_VALUE_INIT;

  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "m"));
  follow (f, url, "Cancel");
  g_assert_true (gdk_clipboard_get_content (clipboard) == before);
  follow (f, url, "Copy");
  g_value_init (&copied, G_TYPE_STRING);
  g_assert_true (
    gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &copied, NULL));
  g_assert_cmpstr (g_value_get_string (&copied), ==, url);
}

#define DISGUISED                                                                                  \
  "{ \"milepost\": 1, \"title\": \"A\", \"topics\": [ { \"id\": \"t\", \"title\": \"T\" } ], "     \
  "\"sources\": [ { \"id\": \"s\", \"title\": \"https://\320\260pple.com\", \"kind\": \"press\", " \
  "\"url\": \"https://\320\260pple.com/\342\200\256&\303\244\" } ], "                              \
  "\"milestones\": [ { \"id\": \"m\", \"date\": \"2026-04-27\", \"title\": \"M\", \"topic\": "     \
  "\"t\", "                                                                                        \
  "\"importance\": 1, \"certainty\": \"reported\", \"sources\": [ \"s\" ] } ] }"

/* An address that is made to look like another is seen, asked about and opened as what it is. */
static void
test_disguised (Fixture *f, gconstpointer data)
{
  static const char plain[] = "https://xn--pple-43d.com/%E2%80%AE&%C3%A4";
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *tooltip = NULL;

  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "m"));
  assert_says (f, "https://xn--pple-43d.com\n");
  tooltip = link_tooltip (f);
  g_assert_cmpstr (tooltip, ==, plain);
  g_assert_cmpuint (count_links (f, uris), ==, 1);
  g_assert_cmpstr (g_ptr_array_index (uris, 0), ==,
                   "https://xn--pple-43d.com/%E2%80%AE&amp;%C3%A4");
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
  ADD ("/detail-pane/sources", NULL, test_sources);
  ADD ("/detail-pane/amount-sources", NULL, test_amount_sources);
  ADD ("/detail-pane/markup", SOURCED, test_markup);
  ADD ("/detail-pane/address", SOURCED, test_address);
  ADD ("/detail-pane/disguised-address", DISGUISED, test_disguised);
#undef ADD
  return g_test_run ();
}
