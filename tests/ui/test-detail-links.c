/* test-detail-links.c: the panel tells of links, and leads along them and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "test-detail-support.h"

#include <adwaita.h>

/* Why, what followed and what is doubted, each link as sure as it is; and from there the way back.
 */
static void
test_links (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) why = NULL, followed = NULL, doubts = NULL, back = NULL;
  GtkWidget *card;

  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  why = section (f, "Why");
  followed = section (f, "What Followed");
  doubts = section (f, "Doubts");
  g_assert_cmpuint (why->len, ==, 4);
  g_assert_true (
    g_str_has_prefix (g_ptr_array_index (why, 1), "Press: Amazon dispute over\nReported\n"));
  g_assert_true (
    g_str_has_prefix (g_ptr_array_index (why, 3), "Article: agents need clouds\nClaimed\n"));
  g_assert_cmpuint (followed->len, >=, 4);
  g_assert_cmpuint (doubts->len, ==, 2);
  card = mp_find_button (mp_pane_fixture_visible (f), "Press: Amazon dispute over");
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Why, 2 of 4: Press: Amazon dispute over, Reported by the press, Sources 4, 5");
  click_card (f, "Press: Amazon dispute over");
  back = section (f, "A Reason For");
  g_assert_cmpuint (back->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (back, 0), "The 2026 reset\n"));
}

/* The label of a linked entry with this title that has the numbers of its sources. */
static GtkWidget *
find_note (Fixture *f, const char *title)
{
  GtkWidget *note = gtk_widget_get_next_sibling (mp_find_button (f->pane, title));

  g_assert_true (GTK_IS_LABEL (note));
  return note;
}

/* The numbers of a card lead to the sources and leave the selection as it is; they are no part of
 * the card's button, and Tab reaches them after it. A click beside them means the card. */
static void
test_link_numbers (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026"), selection;
  GtkWidget *card, *note, *focus;
  gboolean taken = FALSE;

  (void) data;
  mp_session_set_selection (f->session, reset);
  card = mp_find_button (mp_pane_fixture_visible (f), "Press: Amazon dispute over");
  note = find_note (f, "Press: Amazon dispute over");
  g_assert_null (gtk_widget_get_ancestor (note, GTK_TYPE_BUTTON));
  g_assert_null (mp_find_type (card, GTK_TYPE_LINK_BUTTON));
  gtk_widget_grab_focus (card);
  /* A stop for each of the two numbers. */
  for (guint i = 0; i < 2; i++) {
    gtk_widget_child_focus (GTK_WIDGET (f->pane), GTK_DIR_TAB_FORWARD);
    g_assert_true (mp_get_focus (f->pane) == note);
  }
  gtk_widget_child_focus (GTK_WIDGET (f->pane), GTK_DIR_TAB_FORWARD);
  g_assert_true (mp_get_focus (f->pane) != note);
  g_signal_emit_by_name (note, "activate-link", "source:5", &taken);
  g_assert_true (taken);
  selection = mp_session_get_selection (f->session);
  g_assert_true (mp_item_equal (selection, reset));
  focus = mp_get_focus (f->pane);
  g_assert_true (focus != note && GTK_IS_LABEL (focus));
}

static void
go (Fixture *f, gboolean (*way) (MpViewHistory *history, MpView *view, MpItem *selection))
{
  MpItem selection = mp_session_get_selection (f->session);
  MpView view;

  g_assert_true (way (mp_session_get_history (f->session), &view, &selection));
  mp_session_set_selection (f->session, selection);
  mp_pane_fixture_visible (f);
}

/* Back from a link is to its card, and from a source to the number, as in a browser. */
static void
test_way_back (Fixture *f, gconstpointer data)
{
  MpViewHistory *history = mp_session_get_history (f->session);
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026"), selection;
  GtkWidget *note;
  gboolean taken;

  (void) data;
  mp_session_set_selection (f->session, reset);
  mp_pane_fixture_visible (f);
  g_assert_false (mp_view_history_can_go_back (history));
  note = find_note (f, "Press: Amazon dispute over");
  gtk_widget_grab_focus (note);
  g_signal_emit_by_name (note, "activate-link", "source:5", &taken);
  go (f, mp_view_history_go_back);
  g_assert_true (gtk_widget_is_ancestor (note, gtk_widget_get_parent (mp_get_focus (f->pane))));
  click_card (f, "Press: Amazon dispute over");
  mp_pane_fixture_visible (f);
  g_assert_nonnull (mp_find_label (f->pane, "A Reason For"));
  go (f, mp_view_history_go_back);
  selection = mp_session_get_selection (f->session);
  g_assert_true (mp_item_equal (selection, reset));
  g_assert_true (mp_get_focus (f->pane) == mp_find_button (f->pane, "Press: Amazon dispute over"));
  g_assert_false (mp_view_history_can_go_back (history));
  go (f, mp_view_history_go_forward);
  g_assert_nonnull (mp_find_label (f->pane, "A Reason For"));
}

static gboolean
is_cut (GtkWidget *widget, gconstpointer data)
{
  (void) data;
  return GTK_IS_LABEL (widget) && gtk_label_get_lines (GTK_LABEL (widget)) > 0;
}

/* A long reason is read in full with the entry; at first look it is cut, so that both are short. */
static void
test_long_reason (Fixture *f, gconstpointer data)
{
  (void) data;
  g_assert_nonnull (mp_find (GTK_WIDGET (mp_pane_fixture_visible (f)), is_cut, NULL));
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  g_assert_null (mp_find (GTK_WIDGET (mp_pane_fixture_visible (f)), is_cut, NULL));
}

/* The entry of a card stands out while the card has the focus, and not longer than it is there. */
static void
test_lit (Fixture *f, gconstpointer data)
{
  GtkWidget *card;
  MpItem dispute = mp_item_milestone (f->agreement, "amazon-dispute"), lit;

  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  card = mp_find_button (mp_pane_fixture_visible (f), "Press: Amazon dispute over");
  gtk_widget_grab_focus (card);
  lit = mp_session_get_lit (f->session);
  g_assert_true (mp_item_equal (lit, dispute));
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_NONE, 0 });
  mp_pane_fixture_visible (f);
  lit = mp_session_get_lit (f->session);
  g_assert_false (mp_item_equal (lit, dispute));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, json, func)                                                                      \
  g_test_add (path, Fixture, json, set_up, func, mp_pane_fixture_tear_down)
  ADD ("/detail-links/links", NULL, test_links);
  ADD ("/detail-links/link-numbers", NULL, test_link_numbers);
  ADD ("/detail-links/way-back", NULL, test_way_back);
  ADD ("/detail-links/long-reason", NULL, test_long_reason);
  ADD ("/detail-links/lit", NULL, test_lit);
#undef ADD
  return g_test_run ();
}
