/* test-detail-conditions.c: dates that depend on something, in the panel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-pane-fixture.h"

#include <adwaita.h>
#include <string.h>

typedef MpPaneFixture Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_pane_fixture_open (f, mp_test_sample_agreement ());
}

/* Selects an item and returns the text under a heading of the panel, or NULL if it has no such
 * heading. Free with g_free (). */
static char *
read_section (Fixture *f, MpItem item, const char *heading)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean inside = FALSE, found = FALSE;

  mp_session_set_selection (f->session, item);
  for (GtkWidget *child = gtk_widget_get_first_child (mp_pane_fixture_content (f)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (gtk_widget_has_css_class (child, "section")) {
      inside = g_str_equal (gtk_label_get_text (GTK_LABEL (child)), heading);
      found = found || inside;
    } else if (inside) {
      g_autofree char *labels = mp_read_labels (child);

      g_string_append_printf (text, "%s\n", labels);
    }
  }
  return found ? g_strdup (text->str) : NULL;
}

/* Asserts that the texts are in the section, in this order. End with NULL. */
static void
assert_section (Fixture *f, MpItem item, const char *heading, ...)
{
  g_autofree char *text = read_section (f, item, heading);
  const char *at = text;
  va_list args;

  g_assert_nonnull (text);
  va_start (args, heading);
  for (const char *wanted = va_arg (args, const char *); wanted != NULL;
       wanted = va_arg (args, const char *)) {
    const char *found = strstr (at, wanted);

    if (found == NULL)
      g_test_message ("%s is missing, or too early, in: %s", wanted, text);
    g_assert_nonnull (found);
    at = found + strlen (wanted);
  }
  va_end (args);
}

static void
test_disputed_milestone (Fixture *f, gconstpointer data)
{
  MpItem item = mp_item_milestone (f->agreement, "exclusivity-ends");
  g_autofree char *text = NULL;

  (void) data;
  assert_section (f, item, "Sources disagree", "6 November 2023", "Preferred here.", "Sources 1, 2",
                  "30 October 2023", "The newspaper counts from the letter",
                  "Reported by the press · Source 1", "2024", "The memoir gives only a year",
                  "Claimed by one source · Source 2", NULL);
  /* The numbers are those of the sources below. */
  assert_section (f, item, "Sources", "1", "Who may press which apples", "2", "Ten years of cider",
                  NULL);
  text = read_section (f, item, "Sources");
  g_assert_null (strstr (text, "3"));
}

static void
test_disputed_phase (Fixture *f, gconstpointer data)
{
  (void) data;
  assert_section (f, mp_item_phase (f->agreement, "first-pick", 0), "Sources disagree",
                  "1 March 2021 to 6 November 2023", "Preferred here.", "30 October 2023", NULL);
}

static void
test_ends_early (Fixture *f, gconstpointer data)
{
  (void) data;
  assert_section (f, mp_item_phase (f->agreement, "price", 1), "When it ends",
                  "2030, or earlier if the total cap is reached", NULL);
}

static void
test_notice (Fixture *f, gconstpointer data)
{
  MpItem item = mp_item_phase (f->agreement, "fruit", 1);

  (void) data;
  assert_section (f, item, "Notice", "Notice to stop renewal by 17:00 on 1 October 2027",
                  "Stated by the parties · Source 2", "31 December 2027", "90 days before",
                  "2 October 2027, a Saturday", "1 October 2027, a Friday", NULL);
  assert_section (f, item, "Sources", "1", "2", "clause 14", NULL);
}

/* An open end has no last day for notice: the panel says why, and shows no calculation. */
static void
test_notice_unknown (Fixture *f, gconstpointer data)
{
  g_autofree char *text = read_section (f, mp_item_phase (f->agreement, "cold-store", 0), "Notice");

  (void) data;
  g_assert_nonnull (text);
  g_assert_null (strstr (text, "months before"));
}

static void
test_nothing_to_say (Fixture *f, gconstpointer data)
{
  static const char *const headings[] = { "Sources disagree", "When it ends", "Notice" };
  MpItem item = mp_item_phase (f->agreement, "arbiter", 0);

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    g_assert_null (read_section (f, item, headings[i]));
}

static void
test_derivations (Fixture *f, gconstpointer data)
{
  g_autofree char *milestone = NULL;
  g_autofree char *phase = NULL;

  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "first-part"));
  milestone = mp_read_labels (mp_pane_fixture_visible (f));
  g_assert_nonnull (
    strstr (milestone, "Counted: 90 days after Second amendment (2 September 2024)"));
  mp_session_set_selection (f->session, mp_item_phase (f->agreement, "shortfall", 0));
  phase = mp_read_labels (mp_pane_fixture_visible (f));
  g_assert_nonnull (strstr (phase, "Start: 30 days after Late frost"));
  g_assert_nonnull (strstr (phase, "End: 1 year after Second amendment (2 September 2024)"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function)                                                                        \
  g_test_add ("/detail-conditions/" name, Fixture, NULL, set_up, function,                         \
              mp_pane_fixture_tear_down)
  ADD ("disputed-milestone", test_disputed_milestone);
  ADD ("disputed-phase", test_disputed_phase);
  ADD ("ends-early", test_ends_early);
  ADD ("notice", test_notice);
  ADD ("notice-unknown", test_notice_unknown);
  ADD ("nothing", test_nothing_to_say);
  ADD ("derivations", test_derivations);
#undef ADD
  return g_test_run ();
}
