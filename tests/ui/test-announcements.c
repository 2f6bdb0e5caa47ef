/* test-announcements.c: each change is said, once, in a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-announcer.h"
#include "mp-search-bar.h"
#include "mp-window-fixture.h"

#include <string.h>

/* Within this time, in microseconds, nothing comes to rest. */
#define SHORT (200 * 1000)

typedef MpWindowFixture Fixture;

static const char *
said (Fixture *f)
{
  return mp_announcer_get_sentence (mp_template_child (f->window, "announcer"));
}

/* What is said next. */
static const char *
hear (Fixture *f)
{
  g_autofree char *before = g_strdup (said (f));

  mp_wait_until (!g_str_equal (said (f), before));
  return said (f);
}

/* Nothing is announced of what was shown before another agreement, nor of that agreement: it is in
 * the title of the window. */
static void
test_opening (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data (MP_SHIPPED_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  mp_session_toggle_topic (f->session, 0);
  mp_window_load_bytes (f->window, bytes, "again");
  mp_drain ();
  f->agreement = mp_session_get_agreement (f->session);
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "licence-ends"));
  g_assert_cmpstr (hear (f), ==, "Selected: Licence ends, 2032");
}

static void
test_selection (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  g_assert_cmpstr (hear (f), ==, "Selected: The 2026 reset, 27 April 2026");
  mp_session_set_selection (f->session, mp_item_phase (f->agreement, "selling-api", 0));
  g_assert_cmpstr (hear (f), ==,
                   "Selected: Selling OpenAI's API: Azure only, 22 July 2019 to 27 April 2026");
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_NONE, 0 });
  g_assert_cmpstr (hear (f), ==, "Nothing is selected");
}

/* While a date is dragged, only the date at which it comes to rest is announced, unless this
 * machine is so slow that the pointer seems to rest. */
static void
test_date (Fixture *f, gconstpointer data)
{
  MpInstant day = mp_instant_from_civil (2028, 1, 1, 0, 0, 0);
  gint64 begin = g_get_monotonic_time ();

  (void) data;
  while (g_get_monotonic_time () < begin + 3 * SHORT) {
    g_autofree char *before = g_strdup (said (f));
    gint64 moved = g_get_monotonic_time ();

    day += MP_SECONDS_PER_DAY;
    mp_session_set_as_of_day (f->session, day);
    mp_iterate ();
    if (g_get_monotonic_time () < moved + SHORT)
      g_assert_cmpstr (said (f), ==, before);
  }
  mp_session_set_as_of_day (f->session, mp_instant_from_civil (2028, 6, 1, 0, 0, 0));
  g_assert_cmpstr (hear (f), ==,
                   "To be in force as of 1 June 2028: 3 until later, 7 with no end published, 1 "
                   "unless ended early");
  mp_session_set_as_of (f->session, NULL);
  g_assert_cmpstr (hear (f), ==, "11 terms in force today");
}

/* A comparison changes both dates and the selection; that is announced as one change. */
static void
test_comparison (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  hear (f);
  mp_session_compare (f->session);
  g_assert_cmpstr (hear (f), ==,
                   "Before and after The 2026 reset: 26 April 2026 compared with 28 April 2026. "
                   "5 terms changed. 3 terms possibly changed.");
  mp_session_set_before (f->session, NULL);
  g_assert_cmpstr (hear (f), ==, "Comparison ended. 11 terms in force today");
}

static void
test_filter (Fixture *f, gconstpointer data)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autofree char *words = NULL;

  (void) data;
  filter->importances = 1 << 1;
  mp_session_set_filter (f->session, filter);
  words = mp_visible_set_words (mp_session_get_visible_set (f->session));
  g_assert_cmpstr (hear (f), ==, words);
  mp_session_set_filter (f->session, NULL);
  g_assert_cmpstr (hear (f), ==, "Everything is shown");
}

static void
test_search (Fixture *f, gconstpointer data)
{
  MpSearchBar *bar = mp_template_child (f->window, "search");

  (void) data;
  mp_search_bar_open (bar);
  gtk_editable_set_text (GTK_EDITABLE (mp_template_child (bar, "entry")), "amazon bedrock");
  g_assert_true (g_str_has_suffix (hear (f), " found"));
  mp_search_bar_step (bar, 1);
  g_assert_true (g_str_has_prefix (hear (f), "1 of "));
  gtk_editable_set_text (GTK_EDITABLE (mp_template_child (bar, "entry")), "no such words");
  g_assert_cmpstr (hear (f), ==, "Nothing found");
  mp_search_bar_close (bar);
}

static void
test_measure (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  hear (f);
  mp_session_set_measured (f->session, mp_item_milestone (f->agreement, "recapitalisation"));
  g_assert_cmpstr (
    hear (f), ==, "Distance to Recapitalisation, 28 October 2025: 5 months and 30 days (181 days)");
}

static void
test_collapsing (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_toggle_topic (f->session, 0);
  g_assert_cmpstr (hear (f), ==, "1 topic is collapsed");
  mp_session_toggle_topic (f->session, 1);
  g_assert_cmpstr (hear (f), ==, "2 topics are collapsed");
  mp_session_toggle_topic (f->session, 0);
  hear (f);
  mp_session_toggle_topic (f->session, 1);
  g_assert_cmpstr (hear (f), ==, "All topics are expanded");
}

/* The focus announces it, except for what only the announcement tells. */
static void
test_spoken (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  GtkWidget *timeline = GTK_WIDGET (mp_window_get_timeline (f->window)), *mark;

  (void) data;
  if (GTK_CHECK_VERSION (4, 14, 0)) {
    g_test_skip ("this GTK announces by itself");
    return;
  }
  gtk_widget_grab_focus (timeline);
  mp_session_set_selection (f->session, reset);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (timeline),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hear (f));
  mp_wait_until (mp_timeline_get_item (MP_TIMELINE (timeline), mp_scene_item_new (reset)) != NULL);
  mark = GTK_WIDGET (mp_timeline_get_item (MP_TIMELINE (timeline), mp_scene_item_new (reset)));
  gtk_widget_grab_focus (mark);
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_NONE, 0 });
  hear (f);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Nothing is selected");
  gtk_widget_grab_focus (mp_template_child (f->window, "overview"));
  gtk_widget_grab_focus (mark);
  mp_session_set_selection (f->session, reset);
  hear (f);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Stated by the parties. Milestone 5 of 15, Cloud");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func)                                                                            \
  g_test_add ("/announcements/" path, Fixture, NULL, mp_window_fixture_set_up, func,               \
              mp_window_fixture_tear_down)
  ADD ("opening", test_opening);
  ADD ("selection", test_selection);
  ADD ("date", test_date);
  ADD ("comparison", test_comparison);
  ADD ("filter", test_filter);
  ADD ("search", test_search);
  ADD ("measure", test_measure);
  ADD ("collapsing", test_collapsing);
  ADD ("spoken", test_spoken);
#undef ADD
  return g_test_run ();
}
