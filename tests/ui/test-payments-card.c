/* test-payments-card.c: assumptions in the panel, and what follows from them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-pane-fixture.h"
#include "mp-payments-card.h"
#include "mp-payments-view.h"

#include <adwaita.h>
#include <string.h>

typedef MpPaneFixture Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_pane_fixture_open (f, mp_test_shipped_agreement ());
}

/* Selects the phase with the cap, or another one, and opens its card. */
static MpPaymentsCard *
select_phase (Fixture *f, guint phase)
{
  MpPaymentsCard *card;

  mp_session_set_selection (f->session,
                            mp_item_phase (f->agreement, "openai-pays-microsoft", phase));
  card = mp_find_type (mp_pane_fixture_content (f), MP_TYPE_PAYMENTS_CARD);
  if (card != NULL)
    gtk_expander_set_expanded (mp_find_type (card, GTK_TYPE_EXPANDER), TRUE);
  return card;
}

static gboolean
has_title (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_ENTRY_ROW (widget) &&
         g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static GtkEditable *
find_entry (MpPaymentsCard *card, const char *title)
{
  return GTK_EDITABLE (mp_find (GTK_WIDGET (card), has_title, title));
}

static void
type (MpPaymentsCard *card, const char *base, const char *growth, const char *rate)
{
  gtk_editable_set_text (find_entry (card, "Base"), base);
  gtk_editable_set_text (find_entry (card, "Growth"), growth);
  gtk_editable_set_text (find_entry (card, "Rate"), rate);
}

/* What is hidden is not found. */
static gboolean
has_result (MpPaymentsCard *card)
{
  return mp_find_type (card, MP_TYPE_PAYMENTS_VIEW) != NULL;
}

static void
assert_says (MpPaymentsCard *card, const char *words)
{
  g_autofree char *labels = mp_read_labels (card);

  if (strstr (labels, words) == NULL)
    g_error ("\"%s\" is not in: %s", words, labels);
}

/* Only a phase with a cap has the card, and nothing is filled in. */
static void
test_empty (Fixture *f, gconstpointer data)
{
  MpPaymentsCard *card;

  (void) data;
  g_assert_null (select_phase (f, 0));
  card = select_phase (f, 2);
  g_assert_nonnull (card);
  assert_says (card, "Assumption, not a fact");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (card, "Base")), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (card, "Growth")), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (card, "Rate")), ==, "");
  g_assert_false (has_result (card));
}

static void
test_result (Fixture *f, gconstpointer data)
{
  MpPaymentsCard *card = select_phase (f, 2);

  (void) data;
  type (card, "30 billion", "30", "20");
  g_assert_true (has_result (card));
  assert_says (card,
               "The cap would be reached in 2030 at the earliest, or not before the term ends");
  assert_says (card, "2027: USD 7.8 billion, in sum USD 11.9 billion");
  assert_says (card, "2026 counts as 68 percent of a year");
}

/* What is wrong is one sentence, and its entry is marked. */
static void
test_wrong (Fixture *f, gconstpointer data)
{
  MpPaymentsCard *card = select_phase (f, 2);

  (void) data;
  type (card, "30 billion", "fast", "20");
  g_assert_false (has_result (card));
  assert_says (card, "This is no number; write one such as 20");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_entry (card, "Growth")), "error"));
  gtk_editable_set_text (find_entry (card, "Growth"), "-10 to 5");
  g_assert_true (has_result (card));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (find_entry (card, "Growth")), "error"));
}

static gboolean
is_offer (GtkWidget *widget, gconstpointer data)
{
  g_autofree char *labels = GTK_IS_BUTTON (widget) ? mp_read_labels (widget) : NULL;

  (void) data;
  return labels != NULL && strstr (labels, "Use 20 percent: Reported by the press") != NULL;
}

/* A rate that is reported is offered with its source, which stays with it. */
static void
test_offer (Fixture *f, gconstpointer data)
{
  MpPaymentsCard *card = select_phase (f, 2);
  GtkWidget *offer = mp_find (GTK_WIDGET (card), is_offer, NULL);

  (void) data;
  g_assert_nonnull (offer);
  assert_says (card, "New Claw Times");
  g_signal_emit_by_name (offer, "clicked");
  g_assert_true (g_str_has_prefix (gtk_editable_get_text (find_entry (card, "Rate")),
                                   "20 % (Reported by the press, New Claw Times"));
}

/* What was typed is there again after another entry was selected. */
static void
test_kept (Fixture *f, gconstpointer data)
{
  MpPaymentsCard *card = select_phase (f, 2);

  (void) data;
  type (card, "30 billion", "30", "20");
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_NONE, 0 });
  mp_pane_fixture_content (f);
  card = select_phase (f, 2);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (card, "Base")), ==, "30 billion");
  g_assert_true (has_result (card));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func)                                                                            \
  g_test_add ("/payments-card/" name, Fixture, NULL, set_up, func, mp_pane_fixture_tear_down)
  ADD ("empty", test_empty);
  ADD ("result", test_result);
  ADD ("wrong", test_wrong);
  ADD ("offer", test_offer);
  ADD ("kept", test_kept);
  return g_test_run ();
}
