/* test-view-history.c: back and forward through views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-view-history.h"

/* Views that can be told apart by a number. */
static MpView
view_of (double number)
{
  return (MpView) { number * 100, number * 100 + 50 };
}

static void
assert_view (MpView view, double number)
{
  g_assert_cmpfloat (view.begin, ==, view_of (number).begin);
  g_assert_cmpfloat (view.end, ==, view_of (number).end);
}

static void
jump (MpViewHistory *history, double number)
{
  mp_view_history_visit (history, view_of (number), MP_VISIT_JUMP, 0);
}

static void
assert_back (MpViewHistory *history, double number)
{
  MpView view;

  g_assert_true (mp_view_history_go_back (history, &view, NULL));
  assert_view (view, number);
}

static void
assert_forward (MpViewHistory *history, double number)
{
  MpView view;

  g_assert_true (mp_view_history_go_forward (history, &view, NULL));
  assert_view (view, number);
}

static void
test_back_and_forward (void)
{
  g_autoptr (MpViewHistory) history = mp_view_history_new ();
  MpView view = view_of (7);

  g_assert_false (mp_view_history_go_back (history, &view, NULL));
  mp_view_history_restart (history, view_of (1));
  g_assert_false (mp_view_history_go_back (history, &view, NULL));
  g_assert_false (mp_view_history_go_forward (history, &view, NULL));
  assert_view (view, 7);
  jump (history, 2);
  jump (history, 3);
  assert_back (history, 2);
  assert_back (history, 1);
  g_assert_false (mp_view_history_can_go_back (history));
  assert_forward (history, 2);
  assert_forward (history, 3);
  g_assert_false (mp_view_history_can_go_forward (history));
}

/* Going to another view from the middle of the history forgets the views after it. */
static void
test_another_way (void)
{
  g_autoptr (MpViewHistory) history = mp_view_history_new ();

  mp_view_history_restart (history, view_of (1));
  jump (history, 2);
  jump (history, 3);
  assert_back (history, 2);
  jump (history, 4);
  g_assert_false (mp_view_history_can_go_forward (history));
  assert_back (history, 2);
  assert_back (history, 1);
}

/* Many small moves in a row are undone by one step back; a move after a pause needs a step of its
 * own. */
static void
test_steps_are_one_move (void)
{
  g_autoptr (MpViewHistory) history = mp_view_history_new ();
  gint64 time = 5000000;

  mp_view_history_restart (history, view_of (1));
  for (guint i = 0; i < 40; i++)
    mp_view_history_visit (history, view_of (2 + i), MP_VISIT_STEP, time += MP_VIEW_HISTORY_PAUSE);
  mp_view_history_visit (history, view_of (90), MP_VISIT_STEP, time + MP_VIEW_HISTORY_PAUSE + 1);
  assert_back (history, 41);
  assert_back (history, 1);
  g_assert_false (mp_view_history_can_go_back (history));
}

/* A small move does not absorb the command before it, nor a command the small moves before it. */
static void
test_steps_and_jumps (void)
{
  g_autoptr (MpViewHistory) history = mp_view_history_new ();

  mp_view_history_restart (history, view_of (1));
  mp_view_history_visit (history, view_of (2), MP_VISIT_STEP, 10);
  mp_view_history_visit (history, view_of (3), MP_VISIT_JUMP, 20);
  mp_view_history_visit (history, view_of (4), MP_VISIT_STEP, 30);
  assert_back (history, 3);
  assert_back (history, 2);
  /* A small move after going back is a move of its own. */
  mp_view_history_visit (history, view_of (5), MP_VISIT_STEP, 40);
  assert_back (history, 2);
  assert_back (history, 1);
}

/* Going to the present view adds nothing: a difference by rounding is no other view. */
static void
test_same_place (void)
{
  g_autoptr (MpViewHistory) history = mp_view_history_new ();
  MpView near = view_of (1);

  mp_view_history_restart (history, view_of (1));
  near.begin += 0.01;
  mp_view_history_visit (history, near, MP_VISIT_JUMP, 0);
  g_assert_false (mp_view_history_can_go_back (history));
  near.begin += 1;
  mp_view_history_visit (history, near, MP_VISIT_JUMP, 0);
  g_assert_true (mp_view_history_can_go_back (history));
}

static void
test_oldest_is_forgotten (void)
{
  g_autoptr (MpViewHistory) history = mp_view_history_new ();
  MpView view = { 0, 1 };
  guint count = 0;

  mp_view_history_restart (history, view_of (0));
  for (guint i = 1; i <= MP_VIEW_HISTORY_MOST + 20; i++)
    jump (history, i);
  while (mp_view_history_go_back (history, &view, NULL))
    count++;
  g_assert_cmpuint (count, ==, MP_VIEW_HISTORY_MOST - 1);
  assert_view (view, 21);
}

static MpStop
stop_at (guint32 milestone, guint row)
{
  return (MpStop) { { MP_ITEM_MILESTONE, milestone }, row, { MP_ITEM_NONE, 0 } };
}

static void
note_row_cb (guint *row, const MpStop *stop)
{
  *row = stop->row;
}

/* Going back along what was followed leads to what was selected there, to its row, even where the
 * view is the same; going back to another view leaves the selection alone. */
static void
test_followed (void)
{
  g_autoptr (MpViewHistory) history = mp_view_history_new ();
  MpItem selection = { MP_ITEM_MILESTONE, 9 };
  MpView view = view_of (7);
  guint row = 0;

  mp_view_history_restart (history, view_of (1));
  jump (history, 2);
  mp_view_history_follow (history, view_of (2), stop_at (3, 30), stop_at (4, 40));
  g_signal_connect_swapped (history, "stopped", G_CALLBACK (note_row_cb), &row);
  g_assert_true (mp_view_history_go_back (history, &view, &selection));
  assert_view (view, 2);
  g_assert_cmpuint (selection.index, ==, 3);
  g_assert_cmpuint (row, ==, 30);
  g_assert_true (mp_view_history_go_back (history, &view, &selection));
  assert_view (view, 1);
  g_assert_cmpuint (selection.index, ==, 3);
  g_assert_true (mp_view_history_go_forward (history, &view, &selection));
  g_assert_true (mp_view_history_go_forward (history, &view, &selection));
  g_assert_cmpuint (selection.index, ==, 4);
  g_assert_cmpuint (row, ==, 40);
}

/* When the entries are gone, the views stay, each once. */
static void
test_forgets_stops (void)
{
  g_autoptr (MpViewHistory) history = mp_view_history_new ();
  MpItem selection = { MP_ITEM_MILESTONE, 9 };
  MpView view = view_of (7);

  mp_view_history_forget_stops (history);
  mp_view_history_restart (history, view_of (1));
  mp_view_history_follow (history, view_of (1), stop_at (1, 0), stop_at (2, 0));
  mp_view_history_follow (history, view_of (2), stop_at (2, 0), stop_at (3, 0));
  mp_view_history_follow (history, view_of (2), stop_at (3, 0), stop_at (4, 0));
  mp_view_history_forget_stops (history);
  g_assert_true (mp_view_history_go_back (history, &view, &selection));
  assert_view (view, 1);
  g_assert_cmpuint (selection.index, ==, 9);
  g_assert_false (mp_view_history_can_go_back (history));
}

static void
count_cb (guint *count)
{
  ++*count;
}

/* Each property is notified when it changes, and only then. */
static void
test_notify (void)
{
  g_autoptr (MpViewHistory) history = mp_view_history_new ();
  guint back = 0, forward = 0;
  gboolean can_go_back, can_go_forward;

  mp_view_history_restart (history, view_of (1));
  g_signal_connect_swapped (history, "notify::can-go-back", G_CALLBACK (count_cb), &back);
  g_signal_connect_swapped (history, "notify::can-go-forward", G_CALLBACK (count_cb), &forward);
  jump (history, 2);
  jump (history, 3);
  g_assert_cmpuint (back, ==, 1);
  g_assert_cmpuint (forward, ==, 0);
  assert_back (history, 2);
  g_assert_cmpuint (forward, ==, 1);
  g_object_get (history, "can-go-back", &can_go_back, "can-go-forward", &can_go_forward, NULL);
  g_assert_true (can_go_back);
  g_assert_true (can_go_forward);
  mp_view_history_restart (history, view_of (1));
  g_assert_cmpuint (back, ==, 2);
  g_assert_cmpuint (forward, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view-history/back-and-forward", test_back_and_forward);
  g_test_add_func ("/view-history/another-way", test_another_way);
  g_test_add_func ("/view-history/steps-are-one-move", test_steps_are_one_move);
  g_test_add_func ("/view-history/steps-and-jumps", test_steps_and_jumps);
  g_test_add_func ("/view-history/same-place", test_same_place);
  g_test_add_func ("/view-history/oldest-is-forgotten", test_oldest_is_forgotten);
  g_test_add_func ("/view-history/followed", test_followed);
  g_test_add_func ("/view-history/forgets-stops", test_forgets_stops);
  g_test_add_func ("/view-history/notify", test_notify);
  return g_test_run ();
}
