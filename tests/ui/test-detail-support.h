/* test-detail-support.h: what the tests of the panel share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-pane-fixture.h"

#include <string.h>

typedef MpPaneFixture Fixture;

/* Shows the agreement of a JSON text or, for NULL, the shipped one. */
static inline void
set_up (Fixture *f, gconstpointer json)
{
  mp_pane_fixture_open (f, json != NULL ? mp_test_agreement_from_json (json)
                                        : mp_test_shipped_agreement ());
}

/* All that the panel says now. Free with g_free (). */
static inline char *
read_pane (Fixture *f)
{
  return mp_read_labels (mp_pane_fixture_visible (f));
}

/* Asserts that a text is among the labels of the panel. */
static inline void
assert_says (Fixture *f, const char *text)
{
  g_autofree char *labels = read_pane (f);

  g_test_message ("looking for: %s", text);
  if (strstr (labels, text) == NULL)
    g_test_message ("in: %s", labels);
  g_assert_nonnull (strstr (labels, text));
}

/* The labels under a heading, up to the next heading: one string for each widget. */
static inline GPtrArray *
section (Fixture *f, const char *heading)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  gboolean inside = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (mp_pane_fixture_content (f)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (gtk_widget_has_css_class (child, "section"))
      inside = g_str_equal (gtk_label_get_text (GTK_LABEL (child)), heading);
    else if (inside)
      g_ptr_array_add (texts, mp_read_labels (child));
  }
  return texts;
}

static inline void
click_card (Fixture *f, const char *title)
{
  GtkWidget *card = mp_find_button (mp_pane_fixture_visible (f), title);

  g_assert_nonnull (card);
  g_signal_emit_by_name (card, "clicked");
}
