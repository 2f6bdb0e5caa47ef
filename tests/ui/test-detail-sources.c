/* test-detail-sources.c: the sources in the panel, and the addresses that they lead to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-words.h"

#include "mp-agreement.h"
#include "test-detail-support.h"

#include <adwaita.h>

/* The label with the title of a source, which is the row of a number and a box; or NULL. */
static GtkLabel *
find_title (GtkWidget *row)
{
  if (!GTK_IS_GRID (row) || gtk_widget_has_css_class (row, "card"))
    return NULL;
  return GTK_LABEL (gtk_widget_get_first_child (gtk_widget_get_last_child (row)));
}

static guint
count_links (Fixture *f, GPtrArray *uris)
{
  guint rows = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (mp_pane_fixture_content (f)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkLabel *title = find_title (child);
    g_autofree char *number = g_strdup_printf ("%u", rows + 1);
    const char *markup;

    if (title == NULL)
      continue;
    g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (child))), ==,
                     number);
    rows++;
    markup = gtk_label_get_label (title);
    if (g_str_has_prefix (markup, "<a href=\""))
      g_ptr_array_add (uris, g_strndup (markup + 9, strcspn (markup + 9, "\"")));
  }
  return rows;
}

/* Whether a source with this title is in the numbered list. */
static gboolean
names_source (Fixture *f, const MpSource *source)
{
  const char *title = mp_agreement_text (f->agreement, source->title);

  for (GtkWidget *child = gtk_widget_get_first_child (mp_pane_fixture_content (f)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_title (child) != NULL && g_str_equal (gtk_label_get_text (find_title (child)), title))
      return TRUE;
  return FALSE;
}

/* Selects an item. The sources of its amounts are in the list, and their numbers with the amounts.
 */
static void
check_amounts (Fixture *f, MpItem item, MpRun run)
{
  const MpAmount *amounts = mp_agreement_amounts (f->agreement);
  const MpSource *sources = mp_agreement_sources (f->agreement, NULL);
  const MpCitation *citations = mp_agreement_citations (f->agreement);
  g_autoptr (GPtrArray) visible = NULL;

  mp_session_set_selection (f->session, item);
  visible = section (f, "Amounts");
  g_assert_cmpuint (visible->len, ==, run.count);
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    MpRun own = amounts[i].citations;
    const char *what = mp_agreement_text (f->agreement, amounts[i].what);
    g_autofree char *line =
      g_strdup_printf ("%s · %s", what, mp_words_certainty (amounts[i].certainty));

    g_assert_nonnull (strstr (g_ptr_array_index (visible, i - run.first), line));
    for (guint32 j = own.first; j < own.first + own.count; j++) {
      g_test_message ("%s: %s", what,
                      mp_agreement_text (f->agreement, sources[citations[j].source].id));
      g_assert_true (names_source (f, &sources[citations[j].source]));
    }
  }
}

static void
test_amount_sources (Fixture *f, gconstpointer data)
{
  const MpMilestones *milestones = mp_agreement_milestones (f->agreement);
  const MpPhases *phases = mp_agreement_phases (f->agreement);

  (void) data;
  for (guint32 i = 0; i < milestones->length; i++)
    check_amounts (f, (MpItem) { MP_ITEM_MILESTONE, i }, milestones->amounts[i]);
  for (guint32 i = 0; i < phases->length; i++)
    check_amounts (f, (MpItem) { MP_ITEM_PHASE, i }, phases->amounts[i]);
  /* The cap is reported by the press, in other sources than those of the term. */
  mp_session_set_selection (f->session, mp_item_phase (f->agreement, "openai-pays-microsoft", 2));
  assert_says (f, "USD 38 billion\n");
}

/* Sources are numbered in the order of the file, and link to the web and nowhere else. */
static void
test_sources (Fixture *f, gconstpointer data)
{
  const MpMilestones *milestones = mp_agreement_milestones (f->agreement);

  (void) data;
  for (guint32 i = 0; i < milestones->length; i++) {
    g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);

    mp_session_set_selection (f->session, (MpItem) { MP_ITEM_MILESTONE, i });
    g_assert_cmpuint (count_links (f, uris), >=, milestones->citations[i].count);
    g_assert_cmpuint (uris->len, >, 0);
    for (guint j = 0; j < uris->len; j++)
      g_assert_true (g_str_has_prefix (g_ptr_array_index (uris, j), "https://") ||
                     g_str_has_prefix (g_ptr_array_index (uris, j), "http://"));
  }
}

#define SOURCED                                                                                    \
  "{ \"milepost\": 1, \"title\": \"<b>A</b> & B\", "                                               \
  "\"topics\": [ { \"id\": \"t\", \"title\": \"R&D <i>\", \"color\": \"red\" } ], "                \
  "\"sources\": [ { \"id\": \"s\", \"title\": \"Q & <A>\", \"kind\": \"press\", "                  \
  "\"publisher\": \"P & Q\", \"date\": \"2026-04\", \"url\": \"https://example.com/?a=1&b=%22\" "  \
  "}, { \"id\": \"p\", \"title\": \"On paper\", \"kind\": \"primary\" } ], "                       \
  "\"terms\": [ { \"id\": \"r\", \"title\": \"R & <r>\", \"topic\": \"t\", \"phases\": [ { "       \
  "\"span\": \"2020-01-01/2026-04-27\", \"state\": \"<one> & \", \"certainty\": \"stated\", "      \
  "\"sources\": [ \"p\" ] }, { \"span\": \"2026-04-27/..\", \"state\": \"&two;\", "                \
  "\"certainty\": \"disputed\", \"sources\": [ \"p\" ] } ] } ], "                                  \
  "\"milestones\": [ { \"id\": \"m\", \"date\": \"2026-04-27\", \"title\": \"<M> & N\", "          \
  "\"topic\": \"t\", \"importance\": 1, \"certainty\": \"claimed\", \"changes\": [ \"r\" ], "      \
  "\"amounts\": [ { \"value\": 38000000000, \"unit\": \"USD\", \"what\": \"total <cap>\", "        \
  "\"certainty\": \"reported\", \"sources\": [ \"s\" ] } ], "                                      \
  "\"sources\": [ { \"id\": \"s\", \"at\": \"bullet <3> & 4\" }, \"p\" ] } ] }"

static gboolean
is_link (GtkWidget *widget, gconstpointer data)
{
  (void) data;
  return GTK_IS_LABEL (widget) &&
         g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), "<a href=");
}

static void
keep_title (GMarkupParseContext *context, const char *element, const char **names,
            const char **values, gpointer title, GError **error)
{
  (void) context;
  (void) element;
  (void) error;
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "title"))
      g_string_assign (title, values[i]);
}

/* Returns the tooltip of the first link: GTK reads the title of a link as markup. Free with g_free
 * (). */
static char *
link_tooltip (Fixture *f)
{
  GMarkupParser parser = { .start_element = keep_title };
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, title, NULL);
  g_autoptr (GError) error = NULL;
  GtkWidget *label = mp_find (mp_pane_fixture_content (f), is_link, NULL);
  char *text = NULL;

  g_markup_parse_context_parse (context, gtk_label_get_label (GTK_LABEL (label)), -1, &error);
  g_assert_no_error (error);
  pango_parse_markup (title->str, -1, 0, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* What looks like markup in a file is shown as text, and an address keeps all its characters. */
static void
test_markup (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *tooltip = NULL;

  (void) data;
  assert_says (f, "<b>A</b> & B\n");
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "m"));
  assert_says (f, "<M> & N\n");
  assert_says (f, "R&D <i>\n");
  assert_says (f, "R & <r>\n<one> &  → &two;\n");
  assert_says (f, "Q & <A>\nP & Q · April 2026 · press · bullet <3> & 4\n");
  /* The amount cites the source as a whole, the milestone a place in it. */
  g_assert_cmpuint (count_links (f, uris), ==, 3);
  g_assert_cmpuint (uris->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (uris, 0), ==, "https://example.com/?a=1&amp;b=%22");
  tooltip = link_tooltip (f);
  g_assert_cmpstr (tooltip, ==, "https://example.com/?a=1&b=%22");
  assert_says (f, "USD 38 billion\ntotal <cap> · Reported by the press\u20093\n");
}

/* Activates a link and answers the question that it asks. */
static void
follow (Fixture *f, const char *url, const char *answer)
{
  gboolean handled = FALSE;
  GtkWindow *question;
  g_autofree char *labels = NULL;

  g_signal_emit_by_name (mp_find (mp_pane_fixture_content (f), is_link, NULL), "activate-link", url,
                         &handled);
  g_assert_true (handled);
  mp_wait_until (mp_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  question = mp_find_window (ADW_TYPE_MESSAGE_DIALOG);
  mp_wait_for_frame (GTK_WIDGET (question));
  labels = mp_read_labels (question);
  g_assert_nonnull (strstr (labels, "Open This Address?"));
  g_assert_nonnull (strstr (labels, url));
  g_assert_cmpstr (gtk_window_get_title (question), ==, "Open This Address?");
  g_signal_emit_by_name (mp_find_button (question, answer), "clicked");
  mp_wait_until (mp_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
}

/* An address is shown whole before anything is done with it. */
static void
test_address (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_strnfill (300, 'x');
  g_autofree char *url = g_strconcat ("https://example.com/", path, NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->pane));
  GdkContentProvider *before = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) copied = G_VALUE_INIT;

  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "m"));
  follow (f, url, "Cancel");
  g_assert_true (gdk_clipboard_get_content (clipboard) == before);
  follow (f, url, "Copy");
  g_value_init (&copied, G_TYPE_STRING);
  g_assert_true (
    gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &copied, NULL));
  g_assert_cmpstr (g_value_get_string (&copied), ==, url);
}

#define DISGUISED                                                                                  \
  "{ \"milepost\": 1, \"title\": \"A\", \"topics\": [ { \"id\": \"t\", \"title\": \"T\" } ], "     \
  "\"sources\": [ { \"id\": \"s\", \"title\": \"https://\320\260pple.com\", \"kind\": \"press\", " \
  "\"url\": \"https://\320\260pple.com/\342\200\256&\303\244\" } ], "                              \
  "\"milestones\": [ { \"id\": \"m\", \"date\": \"2026-04-27\", \"title\": \"M\", \"topic\": "     \
  "\"t\", "                                                                                        \
  "\"importance\": 1, \"certainty\": \"reported\", \"sources\": [ \"s\" ] } ] }"

/* An address that is made to look like another is seen, asked about and opened as what it is. */
static void
test_disguised (Fixture *f, gconstpointer data)
{
  static const char plain[] = "https://xn--pple-43d.com/%E2%80%AE&%C3%A4";
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *tooltip = NULL;

  (void) data;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "m"));
  assert_says (f, "https://xn--pple-43d.com\n");
  tooltip = link_tooltip (f);
  g_assert_cmpstr (tooltip, ==, plain);
  g_assert_cmpuint (count_links (f, uris), ==, 1);
  g_assert_cmpstr (g_ptr_array_index (uris, 0), ==,
                   "https://xn--pple-43d.com/%E2%80%AE&amp;%C3%A4");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, json, func)                                                                      \
  g_test_add (path, Fixture, json, set_up, func, mp_pane_fixture_tear_down)
  ADD ("/detail-sources/links", NULL, test_sources);
  ADD ("/detail-sources/amount-sources", NULL, test_amount_sources);
  ADD ("/detail-sources/markup", SOURCED, test_markup);
  ADD ("/detail-sources/address", SOURCED, test_address);
  ADD ("/detail-sources/disguised-address", DISGUISED, test_disguised);
#undef ADD
  return g_test_run ();
}
