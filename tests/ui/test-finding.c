/* test-finding.c: search, filters, the list of entries, the palette, the shortcuts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-command-palette.h"
#include "mp-commands.h"
#include "mp-display-support.h"
#include "mp-entry-list.h"
#include "mp-entry-model.h"
#include "mp-filter-banner.h"
#include "mp-filter-button.h"
#include "mp-search-bar.h"
#include "mp-window.h"

#include <string.h>

#define SHIPPED "/dev/milepost/Milepost/agreements/microsoft-openai.json"

typedef struct {
  MpWindow *window;
  MpSession *session;
  MpAgreement *agreement;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SHIPPED, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  (void) data;
  f->window = mp_window_new (NULL, mp_today ());
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (f->window));
  mp_window_load_bytes (f->window, bytes, "microsoft-openai.json");
  f->session = mp_window_get_session (f->window);
  f->agreement = mp_session_get_agreement (f->session);
  mp_wait_for_frame (GTK_WIDGET (f->window));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_input_end ();
  mp_close (GTK_WINDOW (f->window));
}

static void
act (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), action, NULL));
}

static gpointer
child (Fixture *f, const char *part, const char *id)
{
  return mp_template_child (mp_template_child (f->window, part), id);
}

static void
type (Fixture *f, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (child (f, "search", "entry")), text);
}

static const char *
count (Fixture *f)
{
  return gtk_label_get_label (child (f, "search", "count"));
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
  GtkWidget *entry = child (f, "search", "entry");
  guint many;

  (void) data;
  act (f, "win.find");
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
  GtkLabel *problem = child (f, "search", "problem");
  GtkEditable *entry = child (f, "search", "entry");
  int end = 3;
  guint found;

  (void) data;
  act (f, "win.find");
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
  act (f, "win.find");
  type (f, "cap");
  matches = mp_session_get_matches (f->session);
  first = g_strdup_printf ("1 of %u", matches->n_items);
  for (guint i = 0; i < matches->n_items; i++) {
    act (f, "win.find-next");
    g_assert_true (mp_item_equal (mp_session_get_selection (f->session), matches->items[i]));
    if (i == 0)
      g_assert_cmpstr (count (f), ==, first);
  }
  act (f, "win.find-next");
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), matches->items[0]));
  act (f, "win.find-previous");
  g_assert_true (
    mp_item_equal (mp_session_get_selection (f->session), matches->items[matches->n_items - 1]));
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
  act (f, "win.find");
  /* Typed at once: nothing is lost. */
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
  act (f, "win.find");
  type (f, "cap");
  found = n_found (f);
  filter->certainties = 1u << MP_CERTAINTY_REPORTED;
  mp_session_set_filter (f->session, filter);
  g_assert_cmpuint (n_found (f), <, found);
  mp_session_set_filter (f->session, NULL);
  g_assert_cmpuint (n_found (f), ==, found);
}

/* A large agreement is indexed in a thread; what was typed meanwhile is searched then. */
static void
test_large (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAgreement) large = mp_agreement_of_size (3, 25000);

  (void) data;
  mp_session_set_agreement (f->session, large);
  act (f, "win.find");
  type (f, "milestone");
  type (f, "m");
  mp_wait_until (n_found (f) > 0);
}

/* --- Filters ---------------------------------------------------------------------------------- */

static GtkCheckButton *
find_check (Fixture *f, const char *text)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (child (f, "filter", "sections")));

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
  GtkRevealer *revealer = child (f, "filter_banner", "revealer");
  MpTimeline *timeline = mp_window_get_timeline (f->window);
  g_autofree char *words = NULL;

  (void) data;
  g_assert_nonnull (cloud);
  g_assert_true (gtk_check_button_get_active (cloud));
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  gtk_check_button_set_active (cloud, FALSE);
  g_assert_true (mp_session_is_filtered (f->session));
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  words = mp_shown_words (mp_session_get_shown (f->session));
  g_assert_cmpstr (gtk_label_get_label (child (f, "filter_banner", "label")), ==, words);
  mp_wait_for_frame (GTK_WIDGET (timeline));
  mp_wait_for_frame (GTK_WIDGET (timeline));
  g_assert_true (mp_timeline_get_scene (timeline)->layout->shown ==
                 mp_session_get_shown (f->session));

  in_force = find_check (f, "In force on the date asked about");
  gtk_check_button_set_active (in_force, TRUE);
  g_assert_true (mp_session_get_filter (f->session)->in_force);
  g_assert_nonnull (mp_session_get_filter (f->session)->topics);
  act (f, "win.show-all");
  g_assert_false (mp_session_is_filtered (f->session));
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  g_assert_true (gtk_check_button_get_active (cloud));
  g_assert_false (gtk_check_button_get_active (in_force));
}

/* The last check of a section taken away hides everything; none of it means all. */
static void
test_filter_nothing (Fixture *f, gconstpointer data)
{
  static const char *const importances[] = { "Great", "Medium", "Small" };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (importances); i++)
    gtk_check_button_set_active (find_check (f, importances[i]), FALSE);
  g_assert_cmpuint (mp_bits_count (mp_session_get_shown (f->session)->milestones), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (importances); i++)
    gtk_check_button_set_active (find_check (f, importances[i]), TRUE);
  g_assert_false (mp_session_is_filtered (f->session));
}

/* The stretch is that of the moment: going elsewhere hides nothing else. */
static void
test_filter_span (Fixture *f, gconstpointer data)
{
  guint shown;

  (void) data;
  mp_session_set_view (f->session, mp_session_get_begin (f->session),
                       mp_session_get_begin (f->session) + 900);
  gtk_check_button_set_active (find_check (f, "In the stretch of time in view now"), TRUE);
  shown = mp_session_get_shown (f->session)->n_shown;
  g_assert_cmpuint (shown, <, mp_session_get_shown (f->session)->n_all);
  mp_session_fit (f->session);
  g_assert_cmpuint (mp_session_get_shown (f->session)->n_shown, ==, shown);
}

/* --- The list --------------------------------------------------------------------------------- */

static GListModel *
rows (Fixture *f)
{
  GtkColumnView *view = child (f, "entries", "view");

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
  act (f, "win.view-list");
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), ==, n_items);
  mp_session_set_selection (f->session, reset);
  g_assert_true (mp_item_equal (item_at (f, selected_row (f)), reset));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (rows (f)), 0, TRUE);
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), item_at (f, 0)));

  /* Sticky: the row goes with its item through filters. */
  mp_session_set_selection (f->session, reset);
  filter->importances = 1u << 1;
  mp_session_set_filter (f->session, filter);
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), <, n_items);
  g_assert_true (mp_item_equal (item_at (f, selected_row (f)), reset));
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), reset));
  /* Hidden, it stays selected in the session, and comes back. */
  minor->importances = 1u << 3;
  mp_session_set_filter (f->session, minor);
  g_assert_cmpuint (selected_row (f), ==, GTK_INVALID_LIST_POSITION);
  mp_session_set_filter (f->session, NULL);
  g_assert_true (mp_item_equal (item_at (f, selected_row (f)), reset));
}

/* What the list costs is paid by whoever looks at it; then it is where the session is. */
static void
test_list_is_made_when_shown (Fixture *f, gconstpointer data)
{
  GtkColumnView *view = child (f, "entries", "view");
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");

  (void) data;
  mp_session_set_selection (f->session, reset);
  g_assert_null (gtk_column_view_get_model (view));
  act (f, "win.view-list");
  g_assert_true (mp_item_equal (item_at (f, selected_row (f)), reset));
  act (f, "win.view-timeline");
  act (f, "win.view-list");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (view)), ==,
                    MP_N_COLUMNS);
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

/* Who comes from the canvas finds what is selected there, in sight and with the focus. */
static void
test_list_begins_at_selection (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "licence-ends"));
  act (f, "win.view-list");
  mp_wait_until (focus_says (f, "Licence ends"));
  act (f, "win.view-timeline");
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "capped-profit"));
  act (f, "win.view-list");
  mp_wait_until (focus_says (f, "OpenAI's capped-profit arm"));
}

static void
test_list_is_sorted (Fixture *f, gconstpointer data)
{
  GtkColumnView *view = child (f, "entries", "view");
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");

  (void) data;
  act (f, "win.view-list");
  mp_session_set_selection (f->session, reset);
  assert_sorted (f, MP_COLUMN_DATE, FALSE);
  for (MpColumn column = 0; column < MP_N_COLUMNS; column++) {
    g_autoptr (GtkColumnViewColumn) shown =
      g_list_model_get_item (gtk_column_view_get_columns (view), column);

    g_assert_cmpstr (gtk_column_view_column_get_title (shown), ==, mp_column_title (column));
    gtk_column_view_sort_by_column (view, shown, GTK_SORT_ASCENDING);
    assert_sorted (f, column, FALSE);
    gtk_column_view_sort_by_column (view, shown, GTK_SORT_DESCENDING);
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
  act (f, "win.view-list");
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  one = mp_entry_list_copy (entries);
  g_assert_cmpstr (one, ==,
                   "27 April 2026\tThe 2026 reset\tMilestone\tCloud\tStated by the parties\t"
                   "7 months ago\n");
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (rows (f)));
  all = mp_entry_list_copy (entries);
  lines = g_strsplit (all, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, g_list_model_get_n_items (rows (f)) + 1);
  /* Many rows do not change what the session has selected. */
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session),
                                mp_item_milestone (f->agreement, "reset-2026")));
}

/* Objects are made for the rows that are looked at, not for all of them. */
static void
test_list_of_many (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAgreement) large = mp_agreement_of_size (3, 100000);
  gint64 begin;

  (void) data;
  act (f, "win.view-list");
  begin = g_get_monotonic_time ();
  mp_session_set_agreement (f->session, large);
  mp_wait_for_frame (GTK_WIDGET (f->window));
  g_test_message ("100,000 entries listed after %d ms",
                  (int) ((g_get_monotonic_time () - begin) / 1000));
  g_assert_cmpuint (g_list_model_get_n_items (rows (f)), >, 100000);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (rows (f)), 77777, TRUE);
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), item_at (f, 77777)));
}

/* --- Folding and measuring ---------------------------------------------------------------------
 */

static void
test_fold (Fixture *f, gconstpointer data)
{
  MpTimeline *timeline = mp_window_get_timeline (f->window);
  MpItem phase = mp_item_phase (f->agreement, "openai-pays-microsoft", 0);
  guint32 term = mp_agreement_phases (f->agreement)->term[phase.index];
  guint32 topic = mp_agreement_terms (f->agreement, NULL)[term].topic;
  MpScene *scene;
  guint n_rows;

  (void) data;
  mp_wait_until (mp_timeline_get_scene (timeline) != NULL);
  n_rows = mp_timeline_get_scene (timeline)->layout->rows->len;
  mp_session_set_selection (f->session, phase);
  act (f, "win.fold-topic");
  g_assert_true (mp_bits_has (mp_session_get_folded (f->session), topic));
  mp_wait_until (mp_timeline_get_scene (timeline)->layout->rows->len < n_rows);
  /* A click on the row unfolds it. */
  scene = mp_timeline_get_scene (timeline);
  for (guint i = 0; i < scene->row_items->len; i++) {
    MpSceneRow *row = &g_array_index (scene->row_items, MpSceneRow, i);

    if (row->n_folded > 0) {
      mp_timeline_click (timeline, row->title.x + 5, row->title.y + 5);
      break;
    }
  }
  g_assert_null (mp_session_get_folded (f->session));
  act (f, "win.fold-topic");
  /* What is looked for is unfolded. */
  mp_session_reveal_selection (f->session);
  g_assert_null (mp_session_get_folded (f->session));
  act (f, "win.fold-topic");
  act (f, "win.unfold-all");
  g_assert_null (mp_session_get_folded (f->session));
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
  mp_wait_for_frame (GTK_WIDGET (f->window));
  g_assert_nonnull (mp_find_label (details, "Distance"));
  gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.measure-earlier", NULL);
  g_assert_false (mp_item_equal (mp_session_get_measured (f->session), measured));
  /* Another selection ends it. */
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
  for (guint i = 0; i < scene->marks->len && other.kind == MP_ITEM_NONE; i++) {
    MpSceneMark *mark = &g_array_index (scene->marks, MpSceneMark, i);

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

/* --- Palette and shortcuts -------------------------------------------------------------------- */

static void
test_palette (Fixture *f, gconstpointer data)
{
  MpCommandPalette *palette;
  GtkListBox *list;
  GtkListBoxRow *row;
  guint length;

  (void) data;
  act (f, "win.show-commands");
  palette = mp_find_window (MP_TYPE_COMMAND_PALETTE);
  g_assert_nonnull (palette);
  mp_wait_for_frame (GTK_WIDGET (palette));
  list = mp_template_child (palette, "list");
  mp_commands_get (&length);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, (int) length - 1));
  g_assert_null (gtk_list_box_get_row_at_index (list, (int) length));
  gtk_editable_set_text (GTK_EDITABLE (mp_template_child (palette, "entry")), "LIST entries");
  row = gtk_list_box_get_selected_row (list);
  g_assert_nonnull (row);
  g_assert_nonnull (mp_find_label (row, "Show the list of entries"));
  g_signal_emit_by_name (mp_template_child (palette, "entry"), "activate");
  mp_wait_until (mp_find_window (MP_TYPE_COMMAND_PALETTE) == NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (mp_template_child (f->window, "views")), ==,
                   "list");
  act (f, "win.view-timeline");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (mp_template_child (f->window, "views")), ==,
                   "timeline");
}

static void
test_palette_closes (Fixture *f, gconstpointer data)
{
  MpCommandPalette *palette;

  (void) data;
  act (f, "win.show-commands");
  palette = mp_find_window (MP_TYPE_COMMAND_PALETTE);
  gtk_editable_set_text (GTK_EDITABLE (mp_template_child (palette, "entry")), "no such command");
  g_assert_null (gtk_list_box_get_selected_row (mp_template_child (palette, "list")));
  g_signal_emit_by_name (mp_template_child (palette, "entry"), "activate");
  g_assert_nonnull (mp_find_window (MP_TYPE_COMMAND_PALETTE));
  g_signal_emit_by_name (mp_template_child (palette, "entry"), "stop-search");
  mp_wait_until (mp_find_window (MP_TYPE_COMMAND_PALETTE) == NULL);
}

/* Whether a section of the window of shortcuts has a command. */
static gboolean
has_shortcut (GtkWindow *shortcuts, const char *section, const MpCommand *command)
{
  g_object_set (shortcuts, "section-name", section, NULL);
  mp_wait_for_frame (GTK_WIDGET (shortcuts));
  return mp_find_label (shortcuts, command->title) != NULL;
}

/* Every command that has a key is told, in a window that is not higher than a screen. */
static void
test_shortcuts (Fixture *f, gconstpointer data)
{
  GtkWindow *shortcuts;
  guint length;
  const MpCommand *commands = mp_commands_get (&length);

  (void) data;
  act (f, "win.show-shortcuts");
  mp_wait_until (mp_find_window (GTK_TYPE_SHORTCUTS_WINDOW) != NULL);
  shortcuts = mp_find_window (GTK_TYPE_SHORTCUTS_WINDOW);
  mp_wait_for_frame (GTK_WIDGET (shortcuts));
  for (guint i = 0; i < length; i++)
    if (commands[i].keys[0] != NULL) {
      g_test_message ("%s", commands[i].title);
      g_assert_true (has_shortcut (shortcuts, commands[i].group == MP_COMMAND_VIEW ? "view" : "all",
                                   &commands[i]));
    }
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (shortcuts)), <=, 860);
  mp_close (shortcuts);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

/* How many letters of the panel are marked as found. */
static guint
count_marked (GtkWidget *widget)
{
  guint count = 0;

  if (GTK_IS_LABEL (widget) && gtk_label_get_attributes (GTK_LABEL (widget)) != NULL) {
    GSList *attributes =
      pango_attr_list_get_attributes (gtk_label_get_attributes (GTK_LABEL (widget)));

    for (GSList *item = attributes; item != NULL; item = item->next) {
      PangoAttribute *attribute = item->data;

      if (attribute->klass->type == PANGO_ATTR_UNDERLINE)
        count += attribute->end_index - attribute->start_index;
    }
    g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  }
  for (GtkWidget *inner = gtk_widget_get_first_child (widget); inner != NULL;
       inner = gtk_widget_get_next_sibling (inner))
    count += count_marked (inner);
  return count;
}

/* The words stand out in the panel while they are searched for, whatever is selected meanwhile. */
static void
test_marks_in_panel (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = mp_template_child (f->window, "details");

  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  g_assert_cmpuint (count_marked (panel), ==, 0);
  act (f, "win.find");
  type (f, "RESET");
  g_assert_cmpuint (count_marked (panel), >=, strlen ("reset"));
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "licence-ends"));
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  g_assert_cmpuint (count_marked (panel), >=, strlen ("reset"));
  /* A heading of ours is not what was searched. */
  type (f, "\"what changed\"");
  g_assert_cmpuint (count_marked (panel), ==, 0);
  type (f, "reset");
  act (f, "win.clear");
  g_assert_cmpuint (count_marked (panel), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/finding/marks-in-panel", test_marks_in_panel);
  ADD ("/finding/search-follows-typing", test_search_follows_typing);
  ADD ("/finding/wrong-search-says-why", test_wrong_search_says_why);
  ADD ("/finding/walking", test_walking);
  ADD ("/finding/search-keys", test_search_keys);
  ADD ("/finding/search-keeps-to-filter", test_search_keeps_to_filter);
  ADD ("/finding/large", test_large);
  ADD ("/finding/filter", test_filter);
  ADD ("/finding/filter-nothing", test_filter_nothing);
  ADD ("/finding/filter-span", test_filter_span);
  ADD ("/finding/list-and-session", test_list_and_session);
  ADD ("/finding/list-is-made-when-shown", test_list_is_made_when_shown);
  ADD ("/finding/list-begins-at-selection", test_list_begins_at_selection);
  ADD ("/finding/list-is-sorted", test_list_is_sorted);
  ADD ("/finding/list-copies", test_list_copies);
  ADD ("/finding/list-of-many", test_list_of_many);
  ADD ("/finding/fold", test_fold);
  ADD ("/finding/measure", test_measure);
  ADD ("/finding/measure-click", test_measure_click);
  ADD ("/finding/palette", test_palette);
  ADD ("/finding/palette-closes", test_palette_closes);
  ADD ("/finding/shortcuts", test_shortcuts);
  return g_test_run ();
}
