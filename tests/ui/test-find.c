/* test-find.c: search, filters, collapsing topics, measuring
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-detail-pane.h"
#include "mp-filter-banner.h"
#include "mp-filter-button.h"
#include "mp-filter-popover.h"
#include "mp-search-bar.h"
#include "mp-window-fixture.h"

#include <string.h>

typedef MpWindowFixture Fixture;

static void
type (Fixture *f, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (mp_window_fixture_child (f, "search", "entry")), text);
}

static const char *
count (Fixture *f)
{
  return gtk_label_get_label (mp_window_fixture_child (f, "search", "count"));
}

static guint
n_found (Fixture *f)
{
  MpMatches *matches = mp_session_get_matches (f->session);

  return matches != NULL ? matches->n_items : 0;
}

/* --- Search ----------------------------------------------------------------------------------- */

static void
test_search_follows_typing (Fixture *f, gconstpointer data)
{
  GtkWidget *entry = mp_window_fixture_child (f, "search", "entry");
  guint many;

  (void) data;
  mp_window_fixture_act (f, "win.find");
  g_assert_true (mp_search_bar_is_open (mp_template_child (f->window, "search")));
  g_assert_null (mp_session_get_matches (f->session));
  type (f, "ca");
  many = n_found (f);
  type (f, "CÁP");
  g_assert_cmpuint (n_found (f), >, 1);
  g_assert_cmpuint (n_found (f), <, many);
  g_assert_true (strstr (count (f), " found") != NULL);
  type (f, "no such words at all");
  g_assert_nonnull (mp_session_get_matches (f->session));
  g_assert_cmpstr (count (f), ==, "Nothing found");
  type (f, "");
  g_assert_null (mp_session_get_matches (f->session));
  g_assert_cmpstr (count (f), ==, "");
  /* The focus is in the entry, within the bar. */
  g_assert_nonnull (gtk_widget_get_ancestor (mp_get_focus (f->window), GTK_TYPE_SEARCH_ENTRY));
  g_assert_nonnull (entry);
}

static void
test_wrong_search_says_why (Fixture *f, gconstpointer data)
{
  GtkLabel *problem = mp_window_fixture_child (f, "search", "problem");
  GtkEditable *entry = mp_window_fixture_child (f, "search", "entry");
  int end = 3;
  guint found;

  (void) data;
  mp_window_fixture_act (f, "win.find");
  type (f, "cap");
  found = n_found (f);
  gtk_editable_insert_text (entry, " topik:cloud", -1, &end);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (problem)));
  g_assert_cmpstr (gtk_label_get_label (problem), ==,
                   "there is no “topik:”; did you mean “topic:”?");
  /* What was found before stays. */
  g_assert_cmpuint (n_found (f), ==, found);
  type (f, "cap topic:cloud");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (problem)));
  g_assert_cmpuint (n_found (f), <, found);
}

static void
test_walking (Fixture *f, gconstpointer data)
{
  MpMatches *matches;
  g_autofree char *first = NULL;

  (void) data;
  mp_window_fixture_act (f, "win.find");
  type (f, "cap");
  matches = mp_session_get_matches (f->session);
  first = g_strdup_printf ("1 of %u", matches->n_items);
  for (guint i = 0; i < matches->n_items; i++) {
    mp_window_fixture_act (f, "win.find-next");
    g_assert_true (mp_item_equal (mp_session_get_selection (f->session), matches->items[i]));
    if (i == 0)
      g_assert_cmpstr (count (f), ==, first);
  }
  mp_window_fixture_act (f, "win.find-next");
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), matches->items[0]));
  mp_window_fixture_act (f, "win.find-previous");
  g_assert_true (
    mp_item_equal (mp_session_get_selection (f->session), matches->items[matches->n_items - 1]));
}

/* Other words begin again at the best match, whatever was gone to or selected before. */
static void
test_walking_begins_at_best (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpItem licence = mp_item_milestone (f->agreement, "licence-ends");

  (void) data;
  mp_window_fixture_act (f, "win.find");
  type (f, "cap");
  mp_window_fixture_act (f, "win.find-next");
  mp_window_fixture_act (f, "win.find-next");
  type (f, "reset");
  mp_window_fixture_act (f, "win.find-next");
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), reset));
  /* Then the search goes on from what is selected by other means. */
  mp_session_set_selection (f->session, mp_session_get_matches (f->session)->items[2]);
  mp_window_fixture_act (f, "win.find-next");
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session),
                                mp_session_get_matches (f->session)->items[3]));
  mp_session_set_selection (f->session, licence);
  type (f, "the 2026 reset");
  mp_window_fixture_act (f, "win.find-next");
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), reset));
}

/* With real keys: Enter, Shift+Enter, Escape. */
static void
test_search_keys (Fixture *f, gconstpointer data)
{
  GtkWidget *timeline = GTK_WIDGET (mp_window_get_timeline (f->window));
  MpItem first;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  gtk_widget_grab_focus (timeline);
  mp_window_fixture_act (f, "win.find");
  /* Text that is typed at once is not lost. */
  mp_input_key (GDK_KEY_c);
  mp_input_key (GDK_KEY_a);
  mp_input_key (GDK_KEY_p);
  mp_wait_until (n_found (f) > 0 && n_found (f) < 40);
  mp_input_key (GDK_KEY_Return);
  mp_wait_until (mp_session_get_selection (f->session).kind != MP_ITEM_NONE);
  first = mp_session_get_selection (f->session);
  g_assert_true (mp_item_equal (first, mp_session_get_matches (f->session)->items[0]));
  mp_input_key (GDK_KEY_Return);
  mp_wait_until (!mp_item_equal (mp_session_get_selection (f->session), first));
  mp_input_hold (GDK_KEY_Shift_L, TRUE);
  mp_input_key (GDK_KEY_Return);
  mp_input_hold (GDK_KEY_Shift_L, FALSE);
  mp_wait_until (mp_item_equal (mp_session_get_selection (f->session), first));
  mp_input_key (GDK_KEY_Escape);
  mp_wait_until (mp_session_get_matches (f->session) == NULL);
  g_assert_false (mp_search_bar_is_open (mp_template_child (f->window, "search")));
  mp_wait_until (gtk_widget_has_focus (timeline));
  /* Escape ended the search, not the selection. */
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), first));
}

static void
test_search_keeps_to_filter (Fixture *f, gconstpointer data)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();
  guint found;

  (void) data;
  mp_window_fixture_act (f, "win.find");
  type (f, "cap");
  found = n_found (f);
  filter->certainties = 1u << MP_CERTAINTY_REPORTED;
  mp_session_set_filter (f->session, filter);
  g_assert_cmpuint (n_found (f), <, found);
  mp_session_set_filter (f->session, NULL);
  g_assert_cmpuint (n_found (f), ==, found);
}

static void
count_many_cb (MpSession *session, GParamSpec *pspec, guint *count)
{
  MpMatches *matches = mp_session_get_matches (session);

  (void) pspec;
  *count += matches != NULL && matches->n_items > 1;
}

/* In a large agreement a thread searches. What is typed meanwhile is searched for afterwards, what
 * was found for older words is not shown, and a step goes to what was typed last. */
static void
test_large (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAgreement) large = mp_agreement_of_size (3, 25000);
  guint n_many = 0;

  (void) data;
  mp_session_set_agreement (f->session, large);
  mp_window_fixture_act (f, "win.find");
  type (f, "m");
  mp_wait_until (n_found (f) > 1);
  g_signal_connect (f->session, "notify::matches", G_CALLBACK (count_many_cb), &n_many);
  type (f, "milestone");
  type (f, "\"number 24321\"");
  mp_window_fixture_act (f, "win.find-next");
  mp_wait_until (n_found (f) == 1);
  g_assert_cmpuint (n_many, ==, 0);
  g_signal_handlers_disconnect_by_data (f->session, &n_many);
  mp_wait_until (mp_item_equal (mp_session_get_selection (f->session),
                                mp_session_get_matches (f->session)->items[0]));
}

/* --- Filters ---------------------------------------------------------------------------------- */

/* The popover of the filters, which the button makes when it opens it; here it is made without a
 * display that can open one. */
static gpointer
filter_popover (Fixture *f)
{
  GtkMenuButton *button = mp_window_fixture_child (f, "filter", "button");

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, mp_filter_popover_new (f->session));
  return gtk_menu_button_get_popover (button);
}

static GtkCheckButton *
find_check (Fixture *f, const char *text)
{
  GtkWidget *label =
    gtk_widget_get_first_child (mp_template_child (filter_popover (f), "sections"));

  for (; label != NULL; label = gtk_widget_get_next_sibling (label))
    if (GTK_IS_CHECK_BUTTON (label)) {
      GtkWidget *inner = gtk_check_button_get_child (GTK_CHECK_BUTTON (label));

      if (g_str_equal (gtk_label_get_label (GTK_LABEL (inner)), text))
        return GTK_CHECK_BUTTON (label);
    }
  return NULL;
}

static void
test_filter (Fixture *f, gconstpointer data)
{
  GtkCheckButton *cloud = find_check (f, "Cloud"), *in_force;
  GtkRevealer *revealer = mp_window_fixture_child (f, "filter_banner", "revealer");
  MpTimeline *timeline = mp_window_get_timeline (f->window);
  g_autofree char *words = NULL;

  (void) data;
  g_assert_nonnull (cloud);
  g_assert_true (gtk_check_button_get_active (cloud));
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  gtk_check_button_set_active (cloud, FALSE);
  g_assert_true (mp_session_is_filtered (f->session));
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  words = mp_visible_set_words (mp_session_get_visible_set (f->session));
  g_assert_cmpstr (gtk_label_get_label (mp_window_fixture_child (f, "filter_banner", "label")), ==,
                   words);
  mp_wait_for_frame (GTK_WIDGET (timeline));
  mp_wait_for_frame (GTK_WIDGET (timeline));
  g_assert_true (mp_timeline_get_scene (timeline)->layout->visible ==
                 mp_session_get_visible_set (f->session));

  in_force = find_check (f, "In force on the as-of date");
  gtk_check_button_set_active (in_force, TRUE);
  g_assert_true (mp_session_get_filter (f->session)->in_force);
  g_assert_nonnull (mp_session_get_filter (f->session)->topics);
  mp_window_fixture_act (f, "win.show-all");
  g_assert_false (mp_session_is_filtered (f->session));
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  g_assert_true (gtk_check_button_get_active (cloud));
  g_assert_false (gtk_check_button_get_active (in_force));
}

/* The last check of a section taken away hides everything; none of it means all. */
static void
test_filter_nothing (Fixture *f, gconstpointer data)
{
  static const char *const importances[] = { "High", "Medium", "Low" };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (importances); i++)
    gtk_check_button_set_active (find_check (f, importances[i]), FALSE);
  g_assert_cmpuint (mp_bits_count (mp_session_get_visible_set (f->session)->milestones), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (importances); i++)
    gtk_check_button_set_active (find_check (f, importances[i]), TRUE);
  g_assert_false (mp_session_is_filtered (f->session));
}

/* The span is that of the moment: moving the view hides nothing else. */
static void
test_filter_span (Fixture *f, gconstpointer data)
{
  guint visible;

  (void) data;
  mp_session_set_view (f->session, mp_session_get_begin (f->session),
                       mp_session_get_begin (f->session) + 900);
  gtk_check_button_set_active (find_check (f, "In the time span in view now"), TRUE);
  visible = mp_session_get_visible_set (f->session)->n_visible;
  g_assert_cmpuint (visible, <, mp_session_get_visible_set (f->session)->n_all);
  mp_session_fit (f->session);
  g_assert_cmpuint (mp_session_get_visible_set (f->session)->n_visible, ==, visible);
}

/* --- Collapsing and measuring ----------------------------------------------------------------- */

static void
test_collapse (Fixture *f, gconstpointer data)
{
  MpTimeline *timeline = mp_window_get_timeline (f->window);
  MpItem phase = mp_item_phase (f->agreement, "openai-pays-microsoft", 0);
  guint32 term = mp_agreement_phases (f->agreement)->term[phase.index];
  guint32 topic = mp_agreement_terms (f->agreement, NULL)[term].topic;
  MpScene *scene;
  guint n_rows;

  (void) data;
  mp_wait_until (mp_timeline_get_scene (timeline) != NULL);
  n_rows = mp_timeline_get_scene (timeline)->layout->n_rows;
  mp_session_set_selection (f->session, phase);
  mp_window_fixture_act (f, "win.collapse-topic");
  g_assert_true (mp_bits_has (mp_session_get_collapsed (f->session), topic));
  mp_wait_until (mp_timeline_get_scene (timeline)->layout->n_rows < n_rows);
  /* A click on the row expands it. */
  scene = mp_timeline_get_scene (timeline);
  for (guint i = 0; i < scene->n_row_items; i++) {
    MpSceneRow *row = &scene->row_items[i];

    if (row->n_collapsed > 0) {
      mp_timeline_click (timeline, row->title.x + 5, row->title.y + 5);
      break;
    }
  }
  g_assert_null (mp_session_get_collapsed (f->session));
  mp_window_fixture_act (f, "win.collapse-topic");
  /* A topic is expanded to show what was looked for. */
  mp_session_reveal_selection (f->session);
  g_assert_null (mp_session_get_collapsed (f->session));
  mp_window_fixture_act (f, "win.collapse-topic");
  mp_window_fixture_act (f, "win.expand-all");
  g_assert_null (mp_session_get_collapsed (f->session));
}

static void
test_measure (Fixture *f, gconstpointer data)
{
  MpTimeline *timeline = mp_window_get_timeline (f->window);
  GtkWidget *details = mp_template_child (f->window, "details");
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpItem measured;

  (void) data;
  mp_wait_until (mp_timeline_get_scene (timeline) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.measure-later", NULL);
  g_assert_cmpint (mp_session_get_measured (f->session).kind, ==, MP_ITEM_NONE);
  mp_session_set_selection (f->session, reset);
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.measure-later", NULL);
  measured = mp_session_get_measured (f->session);
  g_assert_cmpint (measured.kind, ==, MP_ITEM_MILESTONE);
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), reset));
  mp_wait_until (mp_find_label (details, "Distance") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.measure-earlier", NULL);
  g_assert_false (mp_item_equal (mp_session_get_measured (f->session), measured));
  /* Selecting something else ends it. */
  mp_session_set_selection (f->session, measured);
  g_assert_cmpint (mp_session_get_measured (f->session).kind, ==, MP_ITEM_NONE);
}

/* With a real Shift and a real click. */
static void
test_measure_click (Fixture *f, gconstpointer data)
{
  MpTimeline *timeline = mp_window_get_timeline (f->window);
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpItem other = { MP_ITEM_NONE, 0 };
  MpRect rect = { 0 };
  MpScene *scene;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_session_set_selection (f->session, reset);
  mp_wait_for_frame (GTK_WIDGET (f->window));
  mp_wait_for_frame (GTK_WIDGET (f->window));
  scene = mp_timeline_get_scene (timeline);
  for (guint i = 0; i < scene->n_marks && other.kind == MP_ITEM_NONE; i++) {
    MpSceneMark *mark = &scene->marks[i];

    if (mark->label.width > 0 && mark->milestone != reset.index && mark->label.x > scene->plot.x) {
      other = (MpItem) { MP_ITEM_MILESTONE, mark->milestone };
      rect = mark->label;
    }
  }
  g_assert_cmpint (other.kind, ==, MP_ITEM_MILESTONE);
  mp_input_hold (GDK_KEY_Shift_L, TRUE);
  mp_input_click (timeline, rect.x + rect.width / 2, rect.y + rect.height / 2);
  mp_input_hold (GDK_KEY_Shift_L, FALSE);
  mp_wait_until (mp_item_equal (mp_session_get_measured (f->session), other));
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), reset));
}

/* --- The panel ---------------------------------------------------------------------------------
 */

/* Returns how many letters of the panel are drawn highlighted; a label does not always draw what it
 * was told. */
static guint
count_marked (GtkWidget *widget)
{
  guint count = 0;

  if (GTK_IS_LABEL (widget)) {
    PangoAttrList *drawn = pango_layout_get_attributes (gtk_label_get_layout (GTK_LABEL (widget)));
    GSList *attributes = drawn != NULL ? pango_attr_list_get_attributes (drawn) : NULL;

    for (GSList *item = attributes; item != NULL; item = item->next) {
      PangoAttribute *attribute = item->data;

      if (attribute->klass->type == PANGO_ATTR_BACKGROUND)
        count += attribute->end_index - attribute->start_index;
    }
    g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  }
  for (GtkWidget *inner = gtk_widget_get_first_child (widget); inner != NULL;
       inner = gtk_widget_get_next_sibling (inner))
    count += count_marked (inner);
  return count;
}

/* In the panel, once it shows the present state of the session. */
static guint
count_marks (Fixture *f)
{
  GtkWidget *details = mp_template_child (f->window, "details");

  mp_wait_until (mp_detail_pane_is_complete (MP_DETAIL_PANE (details)));
  return count_marked (details);
}

/* The words are highlighted in the panel while they are searched for, whatever is selected
 * meanwhile. */
static void
test_highlights_in_panel (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  g_assert_cmpuint (count_marks (f), ==, 0);
  mp_window_fixture_act (f, "win.find");
  type (f, "RESET");
  g_assert_cmpuint (count_marks (f), >=, strlen ("reset"));
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "licence-ends"));
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  g_assert_cmpuint (count_marks (f), >=, strlen ("reset"));
  /* A heading of the program is not searched. */
  type (f, "\"what changed\"");
  g_assert_cmpuint (count_marks (f), ==, 0);
  type (f, "reset");
  mp_window_fixture_act (f, "win.clear");
  g_assert_cmpuint (count_marks (f), ==, 0);
}

/* Labels with and without markup, with and without links: nothing of one search is left in the
 * next, nor after it. */
static void
test_highlights_go (Fixture *f, gconstpointer data)
{
  static const char *const pairs[][2] = { { "amazon", "azure" }, { "the", "xyzzy" } };
  GtkWidget *panel = mp_template_child (f->window, "details");
  const MpMilestones *milestones = mp_agreement_milestones (f->agreement);

  (void) data;
  for (guint32 i = 0; i < milestones->length; i += 3) {
    mp_session_set_selection (f->session, (MpItem) { MP_ITEM_MILESTONE, i });
    for (gsize j = 0; j < G_N_ELEMENTS (pairs); j++) {
      guint second;

      mp_window_fixture_act (f, "win.find");
      type (f, pairs[j][1]);
      second = count_marked (panel);
      type (f, pairs[j][0]);
      count_marked (panel);
      type (f, pairs[j][1]);
      g_assert_cmpuint (count_marked (panel), ==, second);
      type (f, pairs[j][0]);
      count_marked (panel);
      mp_search_bar_close (mp_template_child (f->window, "search"));
      g_assert_cmpuint (count_marked (panel), ==, 0);
    }
  }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, NULL, mp_window_fixture_set_up, func, mp_window_fixture_tear_down)
  ADD ("/find/search-follows-typing", test_search_follows_typing);
  ADD ("/find/wrong-search-says-why", test_wrong_search_says_why);
  ADD ("/find/walking", test_walking);
  ADD ("/find/walking-begins-at-best", test_walking_begins_at_best);
  ADD ("/find/search-keys", test_search_keys);
  ADD ("/find/search-keeps-to-filter", test_search_keeps_to_filter);
  ADD ("/find/large", test_large);
  ADD ("/find/filter", test_filter);
  ADD ("/find/filter-nothing", test_filter_nothing);
  ADD ("/find/filter-span", test_filter_span);
  ADD ("/find/collapse", test_collapse);
  ADD ("/find/measure", test_measure);
  ADD ("/find/measure-click", test_measure_click);
  ADD ("/find/highlights-in-panel", test_highlights_in_panel);
  ADD ("/find/highlights-go", test_highlights_go);
#undef ADD
  return g_test_run ();
}
