/* test-comparison.c: before and after, from the first click to the table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-as-of-popover.h"
#include "mp-date-cursor.h"
#include "mp-date-entry.h"
#include "mp-detail-pane.h"
#include "mp-export-dialog.h"
#include "mp-preset.h"
#include "mp-window-fixture.h"

#include <string.h>

typedef MpWindowFixture Fixture;

static void
do_action (Fixture *f, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), action, NULL);
  mp_wait_for_frame (GTK_WIDGET (f->window));
}

static const char *
before (Fixture *f)
{
  const MpDate *date = mp_session_get_before (f->session);

  return date != NULL ? date->text : NULL;
}

static const char *
as_of (Fixture *f)
{
  return mp_session_get_as_of (f->session)->text;
}

static char *
read_pane (Fixture *f)
{
  MpDetailPane *pane = mp_find_type (f->window, MP_TYPE_DETAIL_PANE);

  mp_wait_until (mp_detail_pane_is_complete (pane));
  return mp_read_labels (pane);
}

/* The command compares the sides of the most important change so far; a second time, it ends the
 * comparison. */
static void
test_command (Fixture *f, gconstpointer data)
{
  GtkToggleButton *button = mp_template_child (f->window, "compare");
  g_autofree char *compared = NULL, *normal = NULL;

  (void) data;
  mp_session_set_as_of_day (f->session, mp_instant_from_civil (2028, 6, 1, 0, 0, 0));
  do_action (f, "win.compare");
  g_assert_cmpstr (before (f), ==, "2026-04-26");
  g_assert_cmpstr (as_of (f), ==, "2026-04-28");
  g_assert_true (gtk_toggle_button_get_active (button));
  compared = read_pane (f);
  g_assert_nonnull (strstr (compared, "26 April 2026 → 28 April 2026"));
  do_action (f, "win.compare");
  g_assert_null (before (f));
  g_assert_cmpstr (as_of (f), ==, "2028-06-01");
  g_assert_false (gtk_toggle_button_get_active (button));
  normal = read_pane (f);
  g_assert_null (strstr (normal, "26 April 2026 →"));
}

/* With a milestone selected the sides of that milestone are compared, and the panel lists exactly
 * its changes. */
static void
test_reset (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL, *hidden = NULL;
  MpAgreement *agreement = mp_session_get_agreement (f->session);
  GtkWidget *compare;

  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (agreement, "reset-2026"));
  mp_wait_until (mp_detail_pane_is_complete (mp_find_type (f->window, MP_TYPE_DETAIL_PANE)));
  compare =
    mp_find_button (mp_find_type (f->window, MP_TYPE_DETAIL_PANE), "Compare Before and After");
  g_assert_nonnull (compare);
  g_signal_emit_by_name (compare, "clicked");
  mp_wait_for_frame (GTK_WIDGET (f->window));
  g_assert_cmpstr (before (f), ==, "2026-04-26");
  g_assert_cmpstr (as_of (f), ==, "2026-04-28");
  text = read_pane (f);
  g_assert_nonnull (strstr (text, "\n5 terms changed. 3 terms possibly changed.\n"));
  g_assert_nonnull (strstr (text, "\nOpenAI pays Microsoft\nNo cap, until AGI → Same rate, total "
                                  "cap\n→ Changed · sources "));
  g_assert_nonnull (strstr (text, "\nUnchanged\nComputing capacity\nOpen market\n= Unchanged"));
  mp_session_set_hide_unchanged (f->session, TRUE);
  mp_wait_for_frame (GTK_WIDGET (f->window));
  hidden = read_pane (f);
  g_assert_null (strstr (hidden, "Computing capacity"));
  g_assert_nonnull (strstr (hidden, "OpenAI pays Microsoft"));
}

/* Unchanged terms that are hidden leave the timeline too, and come back with the end of the
 * comparison. */
static void
test_hidden_rows (Fixture *f, gconstpointer data)
{
  MpTimeline *timeline = mp_find_type (f->window, MP_TYPE_TIMELINE);
  MpAgreement *agreement = mp_session_get_agreement (f->session);
  guint32 unchanged = mp_agreement_find_term (agreement, "computing-capacity");
  guint32 changed = mp_agreement_find_term (agreement, "openai-pays-microsoft");

  (void) data;
  mp_session_set_hide_unchanged (f->session, TRUE);
  mp_wait_for_frame (GTK_WIDGET (f->window));
  g_assert_nonnull (mp_scene_find_row (mp_timeline_get_scene (timeline), MP_ROW_TERM, unchanged));
  mp_session_compare_milestone (f->session, mp_item_milestone (agreement, "reset-2026").index);
  mp_wait_for_frame (GTK_WIDGET (f->window));
  g_assert_null (mp_scene_find_row (mp_timeline_get_scene (timeline), MP_ROW_TERM, unchanged));
  g_assert_nonnull (mp_scene_find_row (mp_timeline_get_scene (timeline), MP_ROW_TERM, changed));
  mp_session_set_before (f->session, NULL);
  mp_wait_for_frame (GTK_WIDGET (f->window));
  g_assert_nonnull (mp_scene_find_row (mp_timeline_get_scene (timeline), MP_ROW_TERM, unchanged));
}

static void
type (MpDateEntry *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (mp_template_child (entry, "entry")), text);
}

/* All dates can be typed, and Enter in one takes them all; a text that is no date changes nothing;
 * an empty entry ends the comparison. */
static void
test_entries (Fixture *f, gconstpointer data)
{
  gpointer popover;
  MpDateEntry *after_entry, *before_entry;

  (void) data;
  if (!mp_can_open_popovers ())
    return;
  do_action (f, "win.as-of");
  popover = mp_find_type (f->window, MP_TYPE_AS_OF_POPOVER);
  after_entry = mp_template_child (popover, "as_of");
  before_entry = mp_template_child (popover, "before");
  type (after_entry, "2026-06-01");
  type (mp_template_child (popover, "known"), "2026-04-26");
  type (before_entry, "2025");
  g_signal_emit_by_name (mp_template_child (before_entry, "entry"), "activate");
  g_assert_cmpstr (before (f), ==, "2025");
  g_assert_cmpstr (as_of (f), ==, "2026-06-01");
  g_assert_nonnull (mp_session_get_known (f->session));
  g_assert_cmpstr (mp_session_get_known (f->session)->text, ==, "2026-04-26");
  type (before_entry, "soon");
  g_signal_emit_by_name (mp_template_child (before_entry, "entry"), "activate");
  g_assert_cmpstr (before (f), ==, "2025");
  g_assert_true (gtk_widget_has_css_class (mp_template_child (before_entry, "entry"), "error"));
  type (before_entry, "");
  g_signal_emit_by_name (mp_template_child (before_entry, "entry"), "activate");
  g_assert_null (before (f));
}

/* The badge of the date before can be dragged, from the point at which the drag began, and moved by
 * keys. */
static void
test_cursor (Fixture *f, gconstpointer data)
{
  MpTimeline *timeline = mp_find_type (f->window, MP_TYPE_TIMELINE);
  MpScene *scene;
  MpRect badge;
  double days, pixels = -120;
  MpInstant was;

  (void) data;
  mp_session_set_as_of_day (f->session, mp_instant_from_civil (2028, 6, 1, 0, 0, 0));
  mp_session_set_before_day (f->session, mp_instant_from_civil (2026, 6, 1, 0, 0, 0));
  mp_wait_for_frame (GTK_WIDGET (f->window));
  if (!mp_input_begin (f->window))
    return;
  scene = mp_timeline_get_scene (timeline);
  badge = scene->before.badge;
  days = pixels / scene->scale.per_day;
  was = mp_session_get_before (f->session)->earliest;
  mp_input_point (timeline, badge.x + 10, badge.y + badge.height / 2);
  mp_input_button (1, TRUE);
  for (guint i = 1; i <= 4; i++)
    mp_input_point (timeline, badge.x + 10 + pixels * i / 4, badge.y + badge.height / 2);
  mp_input_button (1, FALSE);
  mp_input_settle (f->window);
  g_assert_cmpfloat_with_epsilon (
    (double) (mp_session_get_before (f->session)->earliest - was) / MP_SECONDS_PER_DAY, days, 8);
  g_assert_cmpstr (as_of (f), ==, "2028-06-01");
}

/* The table is offered only while dates are compared. */
static void
test_export (Fixture *f, gconstpointer data)
{
  MpExportDialog *dialog;

  (void) data;
  do_action (f, "win.export-table");
  g_assert_null (mp_find_window (MP_TYPE_EXPORT_DIALOG));
  do_action (f, "win.compare");
  do_action (f, "win.export-table");
  dialog = mp_find_window (MP_TYPE_EXPORT_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpuint (adw_combo_row_get_selected (mp_template_child (dialog, "preset")), ==,
                    mp_preset_find ("table") - mp_presets (NULL));
  g_assert_false (gtk_widget_get_visible (mp_template_child (dialog, "range")));
  mp_close (GTK_WINDOW (dialog));
  do_action (f, "win.compare");
  do_action (f, "win.export");
  dialog = mp_find_window (MP_TYPE_EXPORT_DIALOG);
  g_assert_false (gtk_widget_get_visible (mp_template_child (dialog, "chart")));
  mp_close (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/comparison/command", Fixture, NULL, mp_window_fixture_set_up, test_command,
              mp_window_fixture_tear_down);
  g_test_add ("/comparison/reset", Fixture, NULL, mp_window_fixture_set_up, test_reset,
              mp_window_fixture_tear_down);
  g_test_add ("/comparison/hidden-rows", Fixture, NULL, mp_window_fixture_set_up, test_hidden_rows,
              mp_window_fixture_tear_down);
  g_test_add ("/comparison/entries", Fixture, NULL, mp_window_fixture_set_up, test_entries,
              mp_window_fixture_tear_down);
  g_test_add ("/comparison/cursor", Fixture, NULL, mp_window_fixture_set_up, test_cursor,
              mp_window_fixture_tear_down);
  g_test_add ("/comparison/export", Fixture, NULL, mp_window_fixture_set_up, test_export,
              mp_window_fixture_tear_down);
  return g_test_run ();
}
