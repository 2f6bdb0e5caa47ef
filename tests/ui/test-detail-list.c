/* test-detail-list.c: of long lists the panel makes the beginning, and the rest on request
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-detail-rows.h"
#include "mp-pane-fixture.h"

#include <adwaita.h>

#define N_TERMS 230
#define N_SOURCES 130

/* Of the panel, with some room. */
#define BOTTOM_MARGIN 30

typedef MpPaneFixture Fixture;

/* The group of terms of which no end is published. */
#define NO_END_GROUP 2

/* All terms are in force. One milestone changes them all and cites every source. */
static MpAgreement *
make_agreement (void)
{
  g_autoptr (GString) json =
    g_string_new ("{ \"milepost\": 1, \"title\": \"Long\", "
                  "\"topics\": [ { \"id\": \"t\", \"title\": \"T\", \"color\": \"blue\" } ], "
                  "\"sources\": [ ");

  for (guint i = 1; i <= N_SOURCES; i++)
    g_string_append_printf (json,
                            "%s{ \"id\": \"s-%u\", \"title\": \"Source %u\", \"kind\": \"press\" }",
                            i > 1 ? ", " : "", i, i);
  g_string_append (json, " ], \"terms\": [ ");
  for (guint i = 1; i <= N_TERMS; i++)
    g_string_append_printf (json,
                            "%s{ \"id\": \"x-%u\", \"title\": \"Term %u.\", \"topic\": \"t\", "
                            "\"phases\": [ { \"span\": \"2020-01-01/..\", \"state\": \"Held\", "
                            "\"certainty\": \"stated\", \"sources\": [ \"s-1\" ] } ] }",
                            i > 1 ? ", " : "", i, i);
  g_string_append (json, " ], \"milestones\": [ { \"id\": \"m\", \"date\": \"2020-01-01\", "
                         "\"title\": \"Beginning\", \"topic\": \"t\", \"importance\": 1, "
                         "\"certainty\": \"stated\", \"changes\": [ ");
  for (guint i = 1; i <= N_TERMS; i++)
    g_string_append_printf (json, "%s\"x-%u\"", i > 1 ? ", " : "", i);
  g_string_append (json, " ], \"sources\": [ ");
  for (guint i = 1; i <= N_SOURCES; i++)
    g_string_append_printf (json, "%s\"s-%u\"", i > 1 ? ", " : "", i);
  g_string_append (json, " ] } ] }");
  return mp_test_agreement_from_json (json->str);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_pane_fixture_open (f, make_agreement ());
}

/* Returns how many cards there are, and asserts that they are those of the first terms in their
 * order. */
static guint
count_cards (Fixture *f)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (mp_pane_fixture_content (f)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    g_autofree char *title = g_strdup_printf ("Term %u.", count + 1);

    if (!gtk_widget_has_css_class (child, "card") || gtk_widget_has_css_class (child, "lead") ||
        gtk_widget_has_css_class (child, "flat") || gtk_widget_has_css_class (child, "group"))
      continue;
    g_assert_nonnull (mp_find_label (child, title));
    count++;
  }
  return count;
}

/* Opens the one group of terms. */
static void
open_group (Fixture *f)
{
  mp_pane_fixture_visible (f);
  gtk_widget_activate_action (mp_pane_fixture_content (f), MP_DETAIL_OPEN, "u", NO_END_GROUP);
}

static gboolean
asks_for_more (GtkWidget *widget, gconstpointer data)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  (void) data;
  return label != NULL && g_str_has_prefix (label, "Show ");
}

/* Returns the first button that shows more, or NULL. */
static GtkWidget *
find_more (Fixture *f)
{
  return mp_find (mp_pane_fixture_content (f), asks_for_more, NULL);
}

/* Activates it by key, and returns the widget with the focus afterwards. */
static GtkWidget *
ask_for_more (Fixture *f, const char *label)
{
  GtkWidget *button = find_more (f);

  g_assert_nonnull (button);
  if (label != NULL)
    g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, label);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  return mp_get_focus (f->pane);
}

/* First as much as fills the panel, then more, then all the rest, one click for each. The focus
 * moves on to what was added. */
static void
test_more (Fixture *f, gconstpointer data)
{
  guint at_first = (open_group (f), count_cards (f));
  g_autofree char *first = g_strdup_printf ("Show 100 More of %u", N_TERMS - at_first);
  g_autofree char *last = g_strdup_printf ("Show %u More", N_TERMS - at_first - 100);
  g_autofree char *next = g_strdup_printf ("Term %u.", at_first + 1);
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (mp_template_child (f->pane, "scroller"));
  double place;

  (void) data;
  g_assert_cmpuint (at_first, >=, 20);
  g_assert_cmpuint (at_first, <=, 60);
  gtk_widget_grab_focus (find_more (f));
  /* The panel takes some frames to scroll down to the widget with the focus, as long as each frame
   * moves it. */
  mp_wait_until (gtk_adjustment_get_value (adjustment) >=
                 gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) -
                   BOTTOM_MARGIN);
  do {
    place = gtk_adjustment_get_value (adjustment);
    mp_wait_for_frame (GTK_WIDGET (f->pane));
  } while (gtk_adjustment_get_value (adjustment) != place);
  g_assert_nonnull (mp_find_label (ask_for_more (f, first), next));
  g_assert_cmpuint (count_cards (f), ==, at_first + 100);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), place, 2);
  ask_for_more (f, last);
  g_assert_cmpuint (count_cards (f), ==, N_TERMS);
  g_assert_null (find_more (f));
}

/* The rest stays as long as the same thing is shown, and no longer. */
static void
test_asked_for (Fixture *f, gconstpointer data)
{
  guint at_first = (open_group (f), count_cards (f));
  g_autofree char *label = g_strdup_printf ("Show 100 More of %u", N_TERMS - at_first);

  (void) data;
  ask_for_more (f, label);
  mp_session_set_today (f->session, mp_today () + MP_SECONDS_PER_DAY);
  g_assert_cmpuint (count_cards (f), ==, at_first + 100);
  mp_session_set_selection (f->session, mp_item_phase (f->agreement, "x-1", 0));
  mp_pane_fixture_visible (f);
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_NONE, 0 });
  open_group (f);
  g_assert_cmpuint (count_cards (f), ==, at_first);
}

/* A milestone that changed everything, and a comparison of everything, have long lists as well. */
static void
test_changes (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "m"));
  g_assert_cmpuint (count_cards (f), <=, 60);
  ask_for_more (f, NULL);
  g_assert_cmpuint (count_cards (f), >=, 120);
  mp_session_compare (f->session);
  g_assert_cmpuint (count_cards (f), <=, 60);
  ask_for_more (f, NULL);
  ask_for_more (f, NULL);
  g_assert_cmpuint (count_cards (f), ==, N_TERMS);
}

static gboolean
is_source (GtkWidget *widget, gconstpointer title)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), title);
}

/* So do sources, which keep their numbers. */
static void
test_sources (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "m"));
  g_assert_nonnull (mp_find (mp_pane_fixture_content (f), is_source, "Source 100"));
  g_assert_null (mp_find (mp_pane_fixture_content (f), is_source, "Source 101"));
  /* The button of the cards comes before it. */
  ask_for_more (f, NULL);
  ask_for_more (f, NULL);
  ask_for_more (f, "Show 30 More");
  g_assert_nonnull (mp_find (mp_pane_fixture_content (f), is_source, "Source 130"));
  g_assert_nonnull (mp_find (mp_pane_fixture_content (f), is_source, "130"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, mp_pane_fixture_tear_down)
  ADD ("/detail-list/more", test_more);
  ADD ("/detail-list/asked-for", test_asked_for);
  ADD ("/detail-list/changes", test_changes);
  ADD ("/detail-list/sources", test_sources);
#undef ADD
  return g_test_run ();
}
