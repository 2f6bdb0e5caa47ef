/* test-detail-following.c: the panel follows what it shows: once a frame, and keeping its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-pane-fixture.h"
#include "mp-search.h"

#include <adwaita.h>

/* Somewhere in the middle of contents that are higher than the panel. */
#define PLACE 150

typedef struct {
  MpPaneFixture pane;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_pane_fixture_open (&f->pane, mp_test_shipped_agreement ());
  mp_pane_fixture_visible (&f->pane);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  mp_pane_fixture_tear_down (&f->pane, data);
}

static void
select_milestone (Fixture *f, const char *id)
{
  mp_session_set_selection (f->pane.session, mp_item_milestone (f->pane.agreement, id));
}

static void
ask_about (Fixture *f, int year)
{
  mp_session_set_as_of_day (f->pane.session, mp_instant_from_civil (year, 6, 1, 0, 0, 0));
}

static void
search (Fixture *f, const char *text)
{
  g_autoptr (MpSearchQuery) query = mp_search_query_parse (text, NULL);
  MpSearchIndex *index = mp_search_index_new (f->pane.agreement);
  g_autoptr (MpMatches) matches = mp_search_run (index, query, NULL);

  mp_session_set_matches (f->pane.session, matches);
  mp_search_index_unref (index);
}

/* What is in the panel at this moment: for each widget, from top to bottom, which one it is and
 * what it says. Free with g_strfreev (). */
static char **
look (Fixture *f)
{
  GtkWidget *content = mp_template_child (f->pane.pane, "content");
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (content); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    g_autofree char *labels = mp_read_labels (child);

    g_ptr_array_add (rows, g_strdup_printf ("%p %s", (gpointer) child, labels));
  }
  g_ptr_array_add (rows, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&rows), FALSE);
}

/* The same when all changes are shown. */
static char **
look_later (Fixture *f)
{
  mp_pane_fixture_visible (&f->pane);
  return look (f);
}

/* How many of the rows are the same widgets with the same words. */
static guint
count_same (char **before, char **after)
{
  guint count = 0;

  for (char **row = after; *row != NULL; row++)
    count += g_strv_contains ((const char *const *) before, *row);
  return count;
}

/* Asserts that nothing has become different since this look, and takes it. */
static void
assert_same (Fixture *f, char **before)
{
  g_auto (GStrv) was = before, is = look_later (f);

  g_assert_cmpstrv (was, is);
}

/* The same at this moment, and keeps it. */
static void
assert_looks (Fixture *f, char **as)
{
  g_auto (GStrv) is = look (f);

  g_assert_cmpstrv (as, is);
}

static GtkAdjustment *
adjustment (Fixture *f)
{
  return gtk_scrolled_window_get_vadjustment (mp_template_child (f->pane.pane, "scroller"));
}

static void
scroll_down (Fixture *f)
{
  mp_pane_fixture_visible (&f->pane);
  gtk_adjustment_set_value (adjustment (f), PLACE);
  mp_pane_fixture_visible (&f->pane);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment (f)), ==, PLACE);
}

static void
assert_place (Fixture *f, double place)
{
  mp_pane_fixture_visible (&f->pane);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment (f)), ==, place);
}

/* --- Once a frame ----------------------------------------------------------------------------- */

/* However much happens until the next frame, nothing is made for it, and then the last state is
 * shown. */
static void
test_once_a_frame (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) before = look (f), after = NULL;

  (void) data;
  select_milestone (f, "reset-2026");
  for (int year = 2020; year < 2030; year++)
    ask_about (f, year);
  mp_session_set_today (f->pane.session, mp_today () + MP_SECONDS_PER_DAY);
  mp_session_compare (f->pane.session);
  mp_session_set_hide_unchanged (f->pane.session, TRUE);
  mp_session_set_measured (f->pane.session, mp_item_milestone (f->pane.agreement, "licence-ends"));
  select_milestone (f, "licence-ends");
  after = look (f);
  g_assert_cmpstrv (before, after);
  mp_wait_until (mp_detail_pane_is_complete (f->pane.pane));
  g_assert_nonnull (mp_find_label (f->pane.pane, "Licence ends"));
  g_assert_null (mp_find_label (f->pane.pane, "What comes next"));
}

/* The frame after a change is the chart's; the pane does not change before the next. While a date
 * is dragged, with a change for each frame, it follows every few frames. */
static void
test_after_the_chart (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) last = look_later (f);
  guint n_changes = 0;

  (void) data;
  ask_about (f, 2020);
  mp_wait_for_frame (GTK_WIDGET (f->pane.window));
  assert_looks (f, last);
  mp_wait_until (mp_detail_pane_is_complete (f->pane.pane));
  for (int year = 2000; year < 2020; year++) {
    g_auto (GStrv) before = look (f), after = NULL;

    ask_about (f, year);
    mp_wait_for_frame (GTK_WIDGET (f->pane.window));
    after = look (f);
    n_changes += !g_strv_equal ((const char *const *) before, (const char *const *) after);
  }
  g_assert_cmpuint (n_changes, >=, 2);
  g_assert_cmpuint (n_changes, <=, 6);
}

/* A change that does not affect what is shown leaves the very same widgets. */
static void
test_only_what_it_shows (Fixture *f, gconstpointer data)
{
  MpSession *session = f->pane.session;
  MpDate before = *mp_session_get_as_of (session);
  char **rows;

  (void) data;
  select_milestone (f, "reset-2026");
  rows = look_later (f);
  mp_session_set_hide_unchanged (session, TRUE);
  mp_session_set_view (session, 15000, 18000);
  mp_session_toggle_topic (session, 0);
  search (f, "azure");
  assert_same (f, rows);
  /* A change that is undone before the next frame is no change. */
  rows = look_later (f);
  select_milestone (f, "licence-ends");
  select_milestone (f, "reset-2026");
  ask_about (f, 2020);
  mp_session_set_as_of (session, NULL);
  assert_same (f, rows);
  /* Nor does one see what is compared behind what is selected. */
  mp_date_parse ("2020", -1, &before, NULL, NULL);
  mp_session_set_before (session, &before);
  select_milestone (f, "reset-2026");
  rows = look_later (f);
  mp_date_parse ("2021", -1, &before, NULL, NULL);
  mp_session_set_before (session, &before);
  select_milestone (f, "reset-2026");
  assert_same (f, rows);
}

/* Another day changes the words that depend on it, and nothing else. */
static void
test_only_what_differs (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) before = NULL, after = NULL;

  (void) data;
  ask_about (f, 2027);
  before = look_later (f);
  ask_about (f, 2028);
  after = look_later (f);
  g_assert_cmpuint (g_strv_length (before), >, 20);
  /* The date itself, and how far away it is what comes next. */
  g_assert_cmpuint (g_strv_length (after) - count_same (before, after), <=, 8);
  g_assert_nonnull (mp_find_label (f->pane.pane, "As of 1 June 2028"));
}

/* While the panel is not visible nothing is made. The first frame that shows it does not wait for
 * its contents, and the next one has the first of them. */
static void
test_unseen (Fixture *f, gconstpointer data)
{
  (void) data;
  gtk_widget_set_visible (GTK_WIDGET (f->pane.pane), FALSE);
  select_milestone (f, "recapitalisation");
  mp_wait_for_frame (GTK_WIDGET (f->pane.window));
  g_assert_null (mp_find_label (f->pane.pane, "Recapitalisation"));
  gtk_widget_set_visible (GTK_WIDGET (f->pane.pane), TRUE);
  mp_wait_for_frame (GTK_WIDGET (f->pane.window));
  g_assert_null (mp_find_label (f->pane.pane, "Recapitalisation"));
  mp_wait_for_frame (GTK_WIDGET (f->pane.window));
  g_assert_nonnull (mp_find_label (f->pane.pane, "Recapitalisation"));
  g_assert_false (mp_detail_pane_is_complete (f->pane.pane));
  mp_wait_until (mp_detail_pane_is_complete (f->pane.pane));
  g_assert_nonnull (mp_find_label (f->pane.pane, "Changed the same terms"));
}

/* The cards of an agreement that was closed cannot be used: they go with it, not a frame later. */
static void
test_other_agreement (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAgreement) other = mp_test_sample_agreement ();

  (void) data;
  mp_session_set_agreement (f->pane.session, other);
  g_assert_null (gtk_widget_get_first_child (mp_template_child (f->pane.pane, "content")));
  mp_pane_fixture_visible (&f->pane);
  g_assert_nonnull (mp_find_label (f->pane.pane, mp_agreement_get_title (other)));
  mp_session_set_agreement (f->pane.session, NULL);
  mp_pane_fixture_visible (&f->pane);
}

/* --- Its place -------------------------------------------------------------------------------- */

/* The reading position is kept, whatever becomes of the words. */
static void
test_keeps_its_place (Fixture *f, gconstpointer data)
{
  MpSession *session = f->pane.session;

  (void) data;
  select_milestone (f, "reset-2026");
  scroll_down (f);
  mp_session_set_today (session, mp_today () + 400 * MP_SECONDS_PER_DAY);
  assert_place (f, PLACE);
  search (f, "azure");
  assert_place (f, PLACE);
  ask_about (f, 2028);
  assert_place (f, PLACE);
  mp_session_set_measured (session, mp_item_milestone (f->pane.agreement, "licence-ends"));
  assert_place (f, PLACE);
}

/* The agreement on another day is the same thing to read, and so is a comparison that hides more.
 */
static void
test_keeps_its_place_unselected (Fixture *f, gconstpointer data)
{
  (void) data;
  scroll_down (f);
  ask_about (f, 2028);
  assert_place (f, PLACE);
  mp_session_compare (f->pane.session);
  assert_place (f, 0);
  scroll_down (f);
  mp_session_set_hide_unchanged (f->pane.session, TRUE);
  assert_place (f, PLACE);
}

/* Another thing is shown from its top. */
static void
test_other_thing (Fixture *f, gconstpointer data)
{
  (void) data;
  scroll_down (f);
  select_milestone (f, "reset-2026");
  assert_place (f, 0);
  scroll_down (f);
  mp_session_set_selection (f->pane.session, mp_item_phase (f->pane.agreement, "selling-api", 1));
  assert_place (f, 0);
  scroll_down (f);
  mp_session_set_selection (f->pane.session, (MpItem) { MP_ITEM_NONE, 0 });
  assert_place (f, 0);
}

/* After hiding the unchanged terms by key, the same key shows them again. */
static void
test_keeps_the_focus (Fixture *f, gconstpointer data)
{
  GtkWidget *check;

  (void) data;
  mp_session_compare (f->pane.session);
  check = mp_find_type (mp_pane_fixture_visible (&f->pane), GTK_TYPE_CHECK_BUTTON);
  gtk_widget_grab_focus (check);
  mp_pane_fixture_visible (&f->pane);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (mp_session_get_hide_unchanged (f->pane.session));
  check = mp_find_type (f->pane.pane, GTK_TYPE_CHECK_BUTTON);
  g_assert_true (mp_get_focus (f->pane.pane) == check);
}

/* When a card that was activated by key goes away, the panel keeps the focus, and its top is in
 * view. */
static void
test_chosen_by_key (Fixture *f, gconstpointer data)
{
  GtkWidget *card = mp_find_button (f->pane.pane, "The 2026 reset");

  (void) data;
  gtk_widget_grab_focus (card);
  g_signal_emit_by_name (card, "clicked");
  assert_place (f, 0);
  g_assert_true (mp_get_focus (f->pane.pane) == mp_template_child (f->pane.pane, "scroller"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/detail-following/once-a-frame", test_once_a_frame);
  ADD ("/detail-following/after-the-chart", test_after_the_chart);
  ADD ("/detail-following/only-what-it-shows", test_only_what_it_shows);
  ADD ("/detail-following/only-what-differs", test_only_what_differs);
  ADD ("/detail-following/unseen", test_unseen);
  ADD ("/detail-following/other-agreement", test_other_agreement);
  ADD ("/detail-following/keeps-its-place", test_keeps_its_place);
  ADD ("/detail-following/keeps-its-place-unselected", test_keeps_its_place_unselected);
  ADD ("/detail-following/other-thing", test_other_thing);
  ADD ("/detail-following/keeps-the-focus", test_keeps_the_focus);
  ADD ("/detail-following/chosen-by-key", test_chosen_by_key);
#undef ADD
  return g_test_run ();
}
