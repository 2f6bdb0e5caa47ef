/* test-story-window.c: a story in the window, by its keys and its buttons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-window-fixture.h"

#include "mp-agreement.h"
#include "mp-announcer.h"
#include "mp-export-dialog.h"
#include "mp-figure-preview.h"
#include "mp-player.h"
#include "mp-search-bar.h"
#include "mp-story-bar.h"

#include <string.h>

#define STEPS 7

static AdwFlap *
flap (MpWindowFixture *f)
{
  return mp_template_child (f->window, "flap");
}

static GtkWidget *
bar (MpWindowFixture *f)
{
  return mp_window_fixture_child (f, "story", "box");
}

static const char *
subtitle (MpWindowFixture *f)
{
  return adw_window_title_get_subtitle (mp_template_child (f->window, "title"));
}

/* The step that is played, from 1, as the window says it; 0 for none. */
static int
step (MpWindowFixture *f)
{
  const char *at = strstr (subtitle (f), " · ");

  if (!g_str_has_prefix (subtitle (f), "Story: "))
    return 0;
  g_assert_nonnull (at);
  return atoi (at + strlen (" · "));
}

static void
start (MpWindowFixture *f)
{
  mp_window_fixture_act (f, "win.play-story");
  g_assert_cmpint (step (f), ==, 1);
}

/* --- Playing ---------------------------------------------------------------------------------- */

static void
test_room (MpWindowFixture *f, gconstpointer data)
{
  (void) data;
  adw_flap_set_reveal_flap (flap (f), TRUE);
  g_assert_false (gtk_widget_get_visible (bar (f)));
  start (f);
  g_assert_true (gtk_widget_get_visible (bar (f)));
  g_assert_false (gtk_widget_get_visible (mp_template_child (f->window, "foot")));
  g_assert_false (adw_flap_get_reveal_flap (flap (f)));
  /* A comparison does not bring the panel back; the user may. */
  mp_window_fixture_act (f, "win.story-next");
  g_assert_nonnull (mp_session_get_before (f->session));
  g_assert_false (adw_flap_get_reveal_flap (flap (f)));
  adw_flap_set_reveal_flap (flap (f), TRUE);
  mp_window_fixture_act (f, "win.story-next");
  g_assert_true (adw_flap_get_reveal_flap (flap (f)));
  mp_window_fixture_act (f, "win.clear");
  g_assert_cmpint (step (f), ==, 0);
  g_assert_false (gtk_widget_get_visible (bar (f)));
  g_assert_true (gtk_widget_get_visible (mp_template_child (f->window, "foot")));
  g_assert_true (adw_flap_get_reveal_flap (flap (f)));
}

static void
test_caption (MpWindowFixture *f, gconstpointer data)
{
  GtkLabel *title = mp_window_fixture_child (f, "story", "title");
  GtkLabel *text = mp_window_fixture_child (f, "story", "text");
  GtkLabel *sources = mp_window_fixture_child (f, "story", "sources");

  (void) data;
  start (f);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.story-go", "i", 2);
  g_assert_nonnull (strstr (gtk_label_get_text (title), "Who pays whom"));
  g_assert_nonnull (strstr (gtk_label_get_text (text), "Until April 2026 money went both ways."));
  g_assert_nonnull (strstr (gtk_label_get_label (text), "<a href=\"https://"));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (sources), "1 Microsoft"));
  g_assert_nonnull (strstr (gtk_label_get_text (sources), " · 4 "));
}

/* Every step has a button, which goes there and says its title. */
static void
test_segments (MpWindowFixture *f, gconstpointer data)
{
  GtkWidget *box = mp_window_fixture_child (f, "story", "titled"), *child;
  int n = 0;

  (void) data;
  start (f);
  for (child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    g_signal_emit_by_name (child, "clicked");
    n++;
    g_assert_cmpint (step (f), ==, n);
    g_assert_true (gtk_widget_has_css_class (child, "present"));
    g_assert_nonnull (gtk_widget_get_tooltip_text (child));
  }
  g_assert_cmpint (n, ==, STEPS);
  g_assert_false (gtk_widget_get_sensitive (mp_window_fixture_child (f, "story", "next")));
}

static void
test_focus_stays (MpWindowFixture *f, gconstpointer data)
{
  GtkWidget *timeline = GTK_WIDGET (mp_window_get_timeline (f->window));

  (void) data;
  gtk_widget_grab_focus (timeline);
  start (f);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == timeline);
  mp_window_fixture_act (f, "win.clear");
  /* From the panel, which is hidden, it goes to the timeline. */
  adw_flap_set_reveal_flap (flap (f), TRUE);
  gtk_widget_child_focus (mp_template_child (f->window, "details"), GTK_DIR_TAB_FORWARD);
  start (f);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == timeline);
}

/* --- Pausing and leaving ---------------------------------------------------------------------- */

static void
test_pause (MpWindowFixture *f, gconstpointer data)
{
  GtkWidget *next = mp_window_fixture_child (f, "story", "next");
  GtkWidget *resume = mp_window_fixture_child (f, "story", "resume");

  (void) data;
  start (f);
  mp_window_fixture_act (f, "win.story-next");
  mp_window_fixture_act (f, "win.story-next");
  g_assert_true (gtk_widget_get_visible (next));
  g_assert_false (gtk_widget_get_visible (resume));
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_PHASE, 3 });
  g_assert_false (gtk_widget_get_visible (next));
  g_assert_true (gtk_widget_get_visible (resume));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (resume)), ==, "Back to Step 3");
  g_assert_cmpint (step (f), ==, 3);
  g_signal_emit_by_name (resume, "clicked");
  g_assert_true (gtk_widget_get_visible (next));
  g_assert_cmpint (step (f), ==, 3);
  g_assert_cmpint (mp_session_get_selection (f->session).kind, ==, MP_ITEM_NONE);
}

/* Escape undoes one thing at a time: a search, the story, the selection. */
static void
test_escape (MpWindowFixture *f, gconstpointer data)
{
  MpSearchBar *search = mp_template_child (f->window, "search");
  MpItem item = { MP_ITEM_MILESTONE, mp_agreement_find_milestone (f->agreement, "reset-2026") };

  (void) data;
  mp_session_set_selection (f->session, item);
  start (f);
  mp_search_bar_open (search);
  mp_window_fixture_act (f, "win.clear");
  g_assert_false (mp_search_bar_is_open (search));
  g_assert_cmpint (step (f), ==, 1);
  mp_window_fixture_act (f, "win.clear");
  g_assert_cmpint (step (f), ==, 0);
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), item));
  mp_window_fixture_act (f, "win.clear");
  g_assert_cmpint (mp_session_get_selection (f->session).kind, ==, MP_ITEM_NONE);
}

/* One's own search is out of the way, and comes back with its results. */
static void
test_search_returns (MpWindowFixture *f, gconstpointer data)
{
  MpSearchBar *search = mp_template_child (f->window, "search");
  GtkEditable *entry = mp_window_fixture_child (f, "search", "entry");
  guint n_found;

  (void) data;
  mp_search_bar_open (search);
  gtk_editable_set_text (entry, "azure");
  n_found = mp_session_get_matches (f->session)->n_items;
  start (f);
  g_assert_false (mp_search_bar_is_open (search));
  g_assert_null (mp_session_get_matches (f->session));
  mp_window_fixture_act (f, "win.story-leave");
  g_assert_true (mp_search_bar_is_open (search));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "azure");
  g_assert_cmpuint (mp_session_get_matches (f->session)->n_items, ==, n_found);
}

static void
test_list_returns (MpWindowFixture *f, gconstpointer data)
{
  GtkStack *views = mp_template_child (f->window, "views");

  (void) data;
  mp_window_fixture_act (f, "win.view-list");
  start (f);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (views), ==, "timeline");
  mp_window_fixture_act (f, "win.story-leave");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (views), ==, "list");
}

/* --- Words ------------------------------------------------------------------------------------ */

static void
test_announced (MpWindowFixture *f, gconstpointer data)
{
  MpAnnouncer *announcer = mp_template_child (f->window, "announcer");

  (void) data;
  start (f);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.story-go", "i", 2);
  mp_wait_until (g_str_has_prefix (mp_announcer_get_sentence (announcer),
                                   "Step 3 of 7, Who pays whom. Until April 2026"));
  g_assert_nonnull (strstr (mp_announcer_get_sentence (announcer), "Sources: 1 Microsoft"));
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_PHASE, 3 });
  mp_wait_until (
    g_str_has_suffix (mp_announcer_get_sentence (announcer), "The story is paused: Step 3 of 7"));
  mp_window_fixture_act (f, "win.play-story");
  mp_wait_until (
    g_str_has_prefix (mp_announcer_get_sentence (announcer), "Step 3 of 7, Who pays whom"));
  mp_window_fixture_act (f, "win.story-leave");
  mp_wait_until (g_str_has_prefix (mp_announcer_get_sentence (announcer), "The story has ended"));
}

/* --- Taking it away --------------------------------------------------------------------------- */

static void
test_export_step (MpWindowFixture *f, gconstpointer data)
{
  MpExportDialog *dialog;
  MpFigurePreview *preview;

  (void) data;
  start (f);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.story-go", "i", 2);
  mp_window_fixture_act (f, "win.story-export");
  dialog = mp_find_window (MP_TYPE_EXPORT_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_editable_get_text (mp_template_child (dialog, "headline")), ==,
                   "Who pays whom");
  g_assert_true (g_str_has_prefix (gtk_editable_get_text (mp_template_child (dialog, "subtitle")),
                                   "Until April 2026"));
  preview = mp_template_child (dialog, "preview");
  mp_wait_until (mp_figure_preview_is_current (preview));
  g_assert_cmpstr (mp_figure_preview_get (preview)->headline, ==, "Who pays whom");
  mp_close (GTK_WINDOW (dialog));
}

/* --- Without a story -------------------------------------------------------------------------- */

static void
test_no_story (MpWindowFixture *f, gconstpointer data)
{
  static const char text[] = "{\"milepost\": 1, \"title\": \"T\", \"milestones\": []}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  MpAnnouncer *announcer = mp_template_child (f->window, "announcer");

  (void) data;
  start (f);
  /* The window suggests one thing. */
  g_assert_false (
    gtk_widget_has_css_class (mp_template_child (f->window, "export"), "suggested-action"));
  mp_window_load_bytes (f->window, bytes, "t.json");
  g_assert_true (
    gtk_widget_has_css_class (mp_template_child (f->window, "export"), "suggested-action"));
  g_assert_cmpint (step (f), ==, 0);
  g_assert_false (gtk_widget_get_visible (bar (f)));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.play-story", NULL);
  g_assert_cmpint (step (f), ==, 0);
  /* What --story does. */
  mp_window_play_story (f->window);
  g_assert_cmpstr (mp_announcer_get_sentence (announcer), ==,
                   "This agreement has no story to play");
  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (f->window)));
}

/* Whether the window fills the screen, no display of the tests can tell: it has no window manager.
 */
static void
test_full_screen (MpWindowFixture *f, gconstpointer data)
{
  (void) data;
  mp_window_play_story (f->window);
  g_assert_cmpint (step (f), ==, 1);
  mp_window_fixture_act (f, "win.clear");
  g_assert_cmpint (step (f), ==, 0);
}

/* --- Keys ------------------------------------------------------------------------------------- */

static void
test_keys (MpWindowFixture *f, gconstpointer data)
{
  static const struct {
    guint key;
    int step;
  } keys[] = {
    { GDK_KEY_space, 2 },   { GDK_KEY_Right, 3 }, { GDK_KEY_Page_Down, 4 }, { GDK_KEY_Left, 3 },
    { GDK_KEY_Page_Up, 2 }, { GDK_KEY_End, 7 },   { GDK_KEY_space, 7 },     { GDK_KEY_Home, 1 },
    { GDK_KEY_Page_Up, 1 }, { GDK_KEY_5, 5 },     { GDK_KEY_9, 5 },
  };

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (mp_window_get_timeline (f->window)));
  mp_input_key (GDK_KEY_s);
  mp_wait_until (step (f) == 1);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    mp_input_key (keys[i].key);
    mp_wait_until (step (f) == keys[i].step);
  }
  /* Paused, the arrows are the timeline's again. */
  mp_input_key (GDK_KEY_Down);
  mp_wait_until (gtk_widget_get_visible (mp_window_fixture_child (f, "story", "resume")));
  mp_input_key (GDK_KEY_Right);
  g_assert_cmpint (step (f), ==, 5);
  mp_input_key (GDK_KEY_space);
  mp_wait_until (gtk_widget_get_visible (mp_window_fixture_child (f, "story", "next")));
  g_assert_cmpint (step (f), ==, 5);
  mp_input_end ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, function)                                                                        \
  g_test_add (path, MpWindowFixture, NULL, mp_window_fixture_set_up, function,                     \
              mp_window_fixture_tear_down)
  ADD ("/story/room", test_room);
  ADD ("/story/caption", test_caption);
  ADD ("/story/segments", test_segments);
  ADD ("/story/focus-stays", test_focus_stays);
  ADD ("/story/pause", test_pause);
  ADD ("/story/escape", test_escape);
  ADD ("/story/search-returns", test_search_returns);
  ADD ("/story/list-returns", test_list_returns);
  ADD ("/story/announced", test_announced);
  ADD ("/story/export-step", test_export_step);
  ADD ("/story/no-story", test_no_story);
  ADD ("/story/full-screen", test_full_screen);
  ADD ("/story/keys", test_keys);
#undef ADD
  return g_test_run ();
}
