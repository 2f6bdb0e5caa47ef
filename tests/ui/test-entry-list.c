/* test-entry-list.c: all entries as a list, the counterpart of the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-entry-list.h"
#include "mp-entry-model.h"
#include "mp-search-bar.h"
#include "mp-window-fixture.h"

#include <string.h>

typedef MpWindowFixture Fixture;

static GListModel *
rows (Fixture *f)
{
  GtkColumnView *view = mp_window_fixture_child (f, "entries", "view");

  return G_LIST_MODEL (gtk_column_view_get_model (view));
}

static MpItem
item_at (Fixture *f, guint position)
{
  g_autoptr (MpEntry) entry = g_list_model_get_item (rows (f), position);

  return mp_entry_get_item (entry);
}

static guint
selected_row (Fixture *f)
{
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (rows (f)));

  return gtk_bitset_get_size (selected) == 1 ? gtk_bitset_get_minimum (selected)
                                             : GTK_INVALID_LIST_POSITION;
}

static void
test_list_and_session (Fixture *f, gconstpointer data)
{
  guint n_items =
    mp_agreement_phases (f->agreement)->length + mp_agreement_milestones (f->agreement)->length;
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  g_autoptr (MpFilter) filter = mp_filter_new (), minor = mp_filter_new ();

  (void) data;
  mp_window_fixture_act (f, "win.view-list");
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), ==, n_items);
  mp_session_set_selection (f->session, reset);
  g_assert_true (mp_item_equal (item_at (f, selected_row (f)), reset));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (rows (f)), 0, TRUE);
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), item_at (f, 0)));

  /* The selected row stays with its item when filters change the rows. */
  mp_session_set_selection (f->session, reset);
  filter->importances = 1u << 1;
  mp_session_set_filter (f->session, filter);
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), <, n_items);
  g_assert_true (mp_item_equal (item_at (f, selected_row (f)), reset));
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), reset));
  /* An item that is hidden stays selected in the session, and is selected in the list when it comes
   * back. */
  minor->importances = 1u << 3;
  mp_session_set_filter (f->session, minor);
  g_assert_cmpuint (selected_row (f), ==, GTK_INVALID_LIST_POSITION);
  mp_session_set_filter (f->session, NULL);
  g_assert_true (mp_item_equal (item_at (f, selected_row (f)), reset));
}

/* The list is filled only when it is shown; then it shows the state of the session. */
static void
test_list_is_made_when_visible (Fixture *f, gconstpointer data)
{
  GtkColumnView *view = mp_window_fixture_child (f, "entries", "view");
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");

  (void) data;
  mp_session_set_selection (f->session, reset);
  g_assert_null (gtk_column_view_get_model (view));
  mp_window_fixture_act (f, "win.view-list");
  g_assert_true (mp_item_equal (item_at (f, selected_row (f)), reset));
  mp_window_fixture_act (f, "win.view-timeline");
  mp_window_fixture_act (f, "win.view-list");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (view)), ==,
                    MP_N_COLUMNS);
}

static void
count_cb (GListModel *model, guint position, guint removed, guint added, guint *count)
{
  (void) model;
  (void) position;
  (void) removed;
  (void) added;
  ++*count;
}

/* Once it was shown and is hidden again, it does nothing until it is shown; then it has caught up.
 */
static void
test_hidden_list_costs_nothing (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  g_autoptr (MpFilter) filter = mp_filter_new ();
  guint n_all, n_changes = 0;

  (void) data;
  mp_window_fixture_act (f, "win.view-list");
  n_all = g_list_model_get_n_items (rows (f));
  mp_wait_for_frame (GTK_WIDGET (f->window));
  mp_window_fixture_act (f, "win.view-timeline");
  g_signal_connect (rows (f), "items-changed", G_CALLBACK (count_cb), &n_changes);
  filter->importances = 1u << 1;
  mp_session_set_filter (f->session, filter);
  mp_session_set_selection (f->session, reset);
  mp_session_set_as_of_day (f->session, mp_instant_from_civil (2026, 5, 27, 0, 0, 0));
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), ==, n_all);
  mp_window_fixture_act (f, "win.view-list");
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), <, n_all);
  g_assert_true (mp_item_equal (item_at (f, selected_row (f)), reset));
  mp_wait_until (mp_find_label (mp_template_child (f->window, "entries"), "30 days ago") != NULL);
}

static void
assert_sorted (Fixture *f, MpColumn column, gboolean descending)
{
  g_autoptr (MpEntryModel) model = mp_entry_model_new (f->session);

  for (guint i = 1; i < g_list_model_get_n_items (rows (f)); i++) {
    int order = mp_entry_model_compare (model, item_at (f, i - 1), item_at (f, i), column);

    g_assert_cmpint (descending ? -order : order, <=, 0);
  }
}

static gboolean
focus_says (Fixture *f, const char *text)
{
  GtkWidget *focus = mp_get_focus (f->window);
  g_autofree char *labels = focus != NULL ? mp_read_labels (focus) : NULL;

  return labels != NULL && strstr (labels, text) != NULL;
}

/* Coming from the canvas, the selected item is in view and has the focus. */
static void
test_list_begins_at_selection (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "licence-ends"));
  mp_window_fixture_act (f, "win.view-list");
  mp_wait_until (focus_says (f, "Licence ends"));
  mp_window_fixture_act (f, "win.view-timeline");
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "capped-profit"));
  mp_window_fixture_act (f, "win.view-list");
  mp_wait_until (focus_says (f, "OpenAI's capped-profit arm"));
}

static void
test_list_is_sorted (Fixture *f, gconstpointer data)
{
  GtkColumnView *view = mp_window_fixture_child (f, "entries", "view");
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");

  (void) data;
  mp_window_fixture_act (f, "win.view-list");
  mp_session_set_selection (f->session, reset);
  assert_sorted (f, MP_COLUMN_DATE, FALSE);
  for (MpColumn column = 0; column < MP_N_COLUMNS; column++) {
    g_autoptr (GtkColumnViewColumn) visible =
      g_list_model_get_item (gtk_column_view_get_columns (view), column);

    g_assert_cmpstr (gtk_column_view_column_get_title (visible), ==, mp_column_title (column));
    gtk_column_view_sort_by_column (view, visible, GTK_SORT_ASCENDING);
    assert_sorted (f, column, FALSE);
    gtk_column_view_sort_by_column (view, visible, GTK_SORT_DESCENDING);
    assert_sorted (f, column, TRUE);
    g_assert_true (mp_item_equal (item_at (f, selected_row (f)), reset));
  }
}

static void
test_list_copies (Fixture *f, gconstpointer data)
{
  MpEntryList *entries = mp_template_child (f->window, "entries");
  g_autofree char *one = NULL, *all = NULL;
  g_auto (GStrv) lines = NULL;

  (void) data;
  mp_window_fixture_act (f, "win.view-list");
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  one = mp_entry_list_copy (entries);
  g_assert_cmpstr (one, ==,
                   "27 April 2026\tThe 2026 reset\tMilestone\tCloud\tStated by the parties\t"
                   "7 months ago\n");
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (rows (f)));
  all = mp_entry_list_copy (entries);
  lines = g_strsplit (all, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, g_list_model_get_n_items (rows (f)) + 1);
  /* With many rows, the selection of the session does not change either. */
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session),
                                mp_item_milestone (f->agreement, "reset-2026")));
}

static void
find (Fixture *f, const char *words)
{
  mp_window_fixture_act (f, "win.find");
  gtk_editable_set_text (GTK_EDITABLE (mp_window_fixture_child (f, "search", "entry")), words);
}

/* During a search it lists what was found, the best first, and nothing else; after the search it
 * lists everything again. */
static void
test_list_of_found (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  GtkColumnView *view = mp_window_fixture_child (f, "entries", "view");
  GtkWidget *bar = mp_window_fixture_child (f, "entries", "found_bar");
  g_autoptr (GtkColumnViewColumn) dates = NULL;
  MpMatches *matches;
  guint n_all;

  (void) data;
  mp_window_fixture_act (f, "win.view-list");
  n_all = g_list_model_get_n_items (rows (f));
  g_assert_false (gtk_widget_get_visible (bar));
  find (f, "reset");
  matches = mp_session_get_matches (f->session);
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), ==, matches->n_items);
  g_assert_cmpuint (matches->n_items, <, n_all);
  for (guint i = 0; i < matches->n_items; i++)
    g_assert_true (mp_item_equal (item_at (f, i), matches->items[i]));
  g_assert_true (mp_item_equal (item_at (f, 0), reset));
  mp_window_fixture_act (f, "win.find-next");
  g_assert_cmpuint (selected_row (f), ==, 0);
  /* Sorting by a column sorts what was found. */
  dates = g_list_model_get_item (gtk_column_view_get_columns (view), MP_COLUMN_DATE);
  gtk_column_view_sort_by_column (view, dates, GTK_SORT_ASCENDING);
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), ==, matches->n_items);
  assert_sorted (f, MP_COLUMN_DATE, FALSE);
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  g_assert_true (mp_item_equal (item_at (f, 0), reset));
  mp_search_bar_close (mp_template_child (f->window, "search"));
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), ==, n_all);
  g_assert_false (gtk_widget_get_visible (bar));
  assert_sorted (f, MP_COLUMN_DATE, FALSE);
}

/* The other entries can be shown, too, until the search is over. */
static void
test_list_of_all_while_searching (Fixture *f, gconstpointer data)
{
  GtkButton *button = mp_window_fixture_child (f, "entries", "found_button");
  GtkLabel *label = mp_window_fixture_child (f, "entries", "found_label");
  g_autofree char *words = NULL, *all = NULL;
  guint n_all, n_found;

  (void) data;
  mp_window_fixture_act (f, "win.view-list");
  n_all = g_list_model_get_n_items (rows (f));
  find (f, "reset");
  n_found = mp_session_get_matches (f->session)->n_items;
  words = g_strdup_printf ("%u of %u entries found", n_found, n_all);
  all = g_strdup_printf ("Show _All %u Entries", n_all);
  g_assert_cmpstr (gtk_label_get_label (label), ==, words);
  g_assert_cmpstr (gtk_button_get_label (button), ==, all);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), ==, n_all);
  assert_sorted (f, MP_COLUMN_DATE, FALSE);
  /* Typing another letter does not begin another search; deleting the text ends it. */
  gtk_editable_delete_text (GTK_EDITABLE (mp_window_fixture_child (f, "search", "entry")), 4, 5);
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), ==, n_all);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), <, n_all);
  g_signal_emit_by_name (button, "clicked");
  mp_search_bar_close (mp_template_child (f->window, "search"));
  find (f, "reset");
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), ==, n_found);
  find (f, "xyzzy");
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), ==, 0);
  /* The list tells nothing of what a filter hides. */
  find (f, "reset");
  {
    g_autoptr (MpFilter) filter = mp_filter_new ();

    filter->importances = 1u << 1;
    mp_session_set_filter (f->session, filter);
  }
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), ==,
                    mp_session_get_matches (f->session)->n_items);
  g_assert_cmpstr (gtk_button_get_label (button), !=, all);
}

/* Rows are reused for other entries: words that are highlighted in one are not highlighted in the
 * next. */
static guint
count_marked (GtkWidget *widget)
{
  guint count = GTK_IS_LABEL (widget) && gtk_label_get_attributes (GTK_LABEL (widget)) != NULL;

  for (GtkWidget *inner = gtk_widget_get_first_child (widget); inner != NULL;
       inner = gtk_widget_get_next_sibling (inner))
    count += count_marked (inner);
  return count;
}

static void
test_marks_in_list (Fixture *f, gconstpointer data)
{
  GtkWidget *view = mp_window_fixture_child (f, "entries", "view");
  guint azure;

  (void) data;
  mp_window_fixture_act (f, "win.view-list");
  find (f, "azure");
  mp_wait_for_frame (view);
  azure = count_marked (view);
  g_assert_cmpuint (azure, >, 0);
  find (f, "amazon");
  mp_wait_for_frame (view);
  g_assert_cmpuint (count_marked (view), >, 0);
  find (f, "azure");
  mp_wait_for_frame (view);
  g_assert_cmpuint (count_marked (view), ==, azure);
  mp_search_bar_close (mp_template_child (f->window, "search"));
  mp_wait_for_frame (view);
  g_assert_cmpuint (count_marked (view), ==, 0);
}

/* Objects are made only for the rows that are looked at. */
static void
test_list_of_many (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAgreement) large = mp_agreement_of_size (3, 100000);
  gint64 begin;

  (void) data;
  mp_window_fixture_act (f, "win.view-list");
  begin = g_get_monotonic_time ();
  mp_session_set_agreement (f->session, large);
  mp_wait_for_frame (GTK_WIDGET (f->window));
  g_test_message ("100,000 entries listed after %d ms",
                  (int) ((g_get_monotonic_time () - begin) / 1000));
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), >, 100000);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (rows (f)), 77777, TRUE);
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), item_at (f, 77777)));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, NULL, mp_window_fixture_set_up, func, mp_window_fixture_tear_down)
  ADD ("/entry-list/and-session", test_list_and_session);
  ADD ("/entry-list/is-made-when-shown", test_list_is_made_when_visible);
  ADD ("/entry-list/hidden-costs-nothing", test_hidden_list_costs_nothing);
  ADD ("/entry-list/begins-at-selection", test_list_begins_at_selection);
  ADD ("/entry-list/is-sorted", test_list_is_sorted);
  ADD ("/entry-list/copies", test_list_copies);
  ADD ("/entry-list/of-found", test_list_of_found);
  ADD ("/entry-list/of-all-while-searching", test_list_of_all_while_searching);
  ADD ("/entry-list/marks", test_marks_in_list);
  ADD ("/entry-list/of-many", test_list_of_many);
#undef ADD
  return g_test_run ();
}
