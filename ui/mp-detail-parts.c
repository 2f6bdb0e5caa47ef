/* mp-detail-parts.c: the widgets that the details consist of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-parts.h"

#include "mp-address.h"
#include "mp-agreement.h"
#include "mp-announcer.h"
#include "mp-cite.h"
#include "mp-join.h"
#include "mp-message.h"
#include "mp-text-label.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* In logical pixels: the title of a topic is never cut if it is not longer. */
#define SHORT_TITLE 170

GtkWidget *
mp_detail_heading_new (const char *text)
{
  GtkWidget *label = mp_text_label_new (text);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "section");
  return label;
}

static void
add_color_class (GtkWidget *widget, MpColor color)
{
  g_autofree char *name = g_strconcat ("mp-", mp_color_to_string (color), NULL);

  gtk_widget_add_css_class (widget, name);
}

/* Whether a text leaves room for another beside it, however narrow the pane and however large the
 * font. */
static gboolean
is_short (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width <= SHORT_TITLE;
}

GtkWidget *
mp_detail_topic_new (MpAgreement *agreement, guint32 topic, const char *remark)
{
  guint n_topics;
  const MpTopic *topics = mp_agreement_topics (agreement, &n_topics);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *title =
    mp_untrusted_text_limit_combining (mp_agreement_text (agreement, topics[topic].title));
  GtkWidget *pill = gtk_label_new (title);
  GtkWidget *rest = mp_text_label_new (remark);

  if (!is_short (pill, title))
    gtk_label_set_ellipsize (GTK_LABEL (pill), PANGO_ELLIPSIZE_END);
  gtk_widget_set_overflow (pill, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (pill, "pill");
  add_color_class (pill, topics[topic].color);
  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  gtk_widget_add_css_class (rest, "dim-label");
  gtk_widget_add_css_class (rest, "caption");
  gtk_widget_set_valign (rest, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (rest, TRUE);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_box_append (GTK_BOX (box), rest);
  return box;
}

/* --- Cards ------------------------------------------------------------------------------------ */

typedef struct {
  MpSession *session; /* borrowed; it outlives the pane */
  MpItem item;
} CardTarget;

static void
card_clicked_cb (GtkButton *button, gpointer data)
{
  CardTarget *target = data;
  /* The selection rebuilds the pane, and destroys this button and its data. */
  CardTarget copy = *target;

  (void) button;
  mp_session_set_selection (copy.session, copy.item);
  mp_session_reveal_selection (copy.session);
}

static void
free_data (gpointer data, GClosure *closure)
{
  (void) closure;
  g_free (data);
}

static GtkWidget *
card_line_new (const char *before, const char *after)
{
  GtkWidget *label = mp_text_label_new (after);
  g_autofree char *isolated_before = NULL, *isolated_after = NULL;
  g_autofree char *markup = NULL;

  if (before == NULL)
    return label;
  isolated_before = mp_untrusted_text_isolate (before, 0);
  isolated_after = mp_untrusted_text_isolate (after, 0);
  /* Translators: a state, and the state that came after it. */
  markup = g_markup_printf_escaped (_ ("<span alpha='65%%'>%s</span> → %s"), isolated_before,
                                    isolated_after);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  return label;
}

/* The accessible name of a card. */
static char *
card_name (const char *title, const char *before, const char *after)
{
  g_autofree char *isolated_title = mp_untrusted_text_isolate (title, 0);
  g_autofree char *isolated_before = before != NULL ? mp_untrusted_text_isolate (before, 0) : NULL;
  g_autofree char *isolated_after = before != NULL ? mp_untrusted_text_isolate (after, 0) : NULL;

  if (before != NULL)
    return g_strdup_printf (_ ("%s: %s → %s"), isolated_title, isolated_before, isolated_after);
  /* Translators: a title and what there is to say of it */
  return g_strdup_printf (C_ ("card", "%s: %s"), isolated_title, after);
}

GtkWidget *
mp_detail_card_new (MpSession *session, MpItem item, MpColor color, const char *title,
                    const char *before, const char *after)
{
  GtkWidget *card = gtk_button_new ();
  /* A horizontal GtkBox measures its children for its height, for which a wrapping label is laid
   * out again and again. A grid measures them only for its width. */
  GtkWidget *outer = gtk_grid_new ();
  GtkWidget *stripe = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *heading = mp_text_label_new (title);
  g_autofree char *name = card_name (title, before, after);

  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), card_line_new (before, after));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (stripe, "stripe");
  gtk_grid_set_column_spacing (GTK_GRID (outer), 10);
  gtk_grid_attach (GTK_GRID (outer), stripe, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (outer), box, 1, 0, 1, 1);
  gtk_button_set_child (GTK_BUTTON (card), outer);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "detail");
  add_color_class (card, color);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (item.kind != MP_ITEM_NONE) {
    CardTarget target = { session, item };

    g_signal_connect_data (card, "clicked", G_CALLBACK (card_clicked_cb),
                           g_memdup2 (&target, sizeof target), free_data, 0);
  }
  return card;
}

GtkWidget *
mp_detail_item_card_new (MpSession *session, MpItem item, const char *title, const char *text)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpTopic *topics = mp_agreement_topics (agreement, NULL);

  return mp_detail_card_new (session, item, topics[mp_item_topic (agreement, item)].color, title,
                             NULL, text);
}

void
mp_detail_card_add_note (GtkWidget *card, const char *note)
{
  GtkWidget *outer = gtk_button_get_child (GTK_BUTTON (card));
  GtkWidget *label = mp_text_label_new (note);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (gtk_widget_get_last_child (outer)), label);
  mp_announcer_describe (card, note);
}

typedef struct {
  MpSession *session; /* borrowed; it outlives the pane */
  GArray *entries;    /* owned */
  MpDetailCard card;
} Cards;

static void
free_cards (gpointer data)
{
  Cards *cards = data;

  g_array_unref (cards->entries);
  g_free (cards);
}

static GtkWidget *
make_card (gpointer data, guint i)
{
  const Cards *cards = data;
  const char *entry = cards->entries->data + (gsize) i * g_array_get_element_size (cards->entries);

  return cards->card (cards->session, entry);
}

void
mp_detail_add_cards (MpDetailLists *lists, GtkBox *box, MpSession *session, const char *heading,
                     GArray *entries, MpDetailCard card)
{
  Cards cards = { session, g_array_ref (entries), card };

  if (entries->len > 0)
    gtk_box_append (box, mp_detail_heading_new (heading));
  mp_detail_lists_add (lists, box, MP_DETAIL_CARDS, entries->len, make_card,
                       g_memdup2 (&cards, sizeof cards), free_cards);
}

/* --- Amounts ---------------------------------------------------------------------------------- */

GtkWidget *
mp_detail_amounts_new (MpAgreement *agreement, MpRun run, GArray *citations)
{
  const MpAmount *amounts = mp_agreement_amounts (agreement);
  GtkWidget *box;

  if (run.count == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    g_autofree char *value = mp_words_amount (agreement, &amounts[i]);
    g_autofree char *what =
      mp_untrusted_text_isolate (mp_agreement_text (agreement, amounts[i].what), 0);
    g_autofree char *numbers = mp_cite (agreement, amounts[i].citations, citations);
    const char *facts[] = { what, mp_words_certainty (amounts[i].certainty), numbers, NULL };
    g_autofree char *about = mp_join (MP_JOIN_FACTS, facts);
    GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

    gtk_box_append (GTK_BOX (line), mp_text_label_new_selectable (value, "amount"));
    gtk_box_append (GTK_BOX (line), mp_text_label_new_selectable (about, "caption"));
    gtk_widget_add_css_class (gtk_widget_get_last_child (line), "dim-label");
    if (!mp_certainty_get (amounts[i].certainty)->is_confirmed)
      gtk_widget_add_css_class (line, "unconfirmed");
    gtk_box_append (GTK_BOX (box), line);
  }
  return box;
}

/* --- Sources ---------------------------------------------------------------------------------- */

static void
address_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  const char *url = data;

  if (g_str_equal (response, "open"))
    gtk_show_uri (gtk_window_get_transient_for (GTK_WINDOW (dialog)), url, GDK_CURRENT_TIME);
  else if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), url);
}

/* A file can give any title to any address, so the whole address is shown before it is opened. */
static gboolean
link_activated_cb (GtkLabel *label, const char *url)
{
  GtkWidget *dialog = mp_message_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (label))),
                                      _ ("Open This Address?"), url);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "copy",
                                    _ ("Co_py"), "open", _ ("_Open"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "open");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (address_response_cb), g_strdup (url),
                         free_data, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

/* The title of a source, isolated so that it cannot change the direction of the text around it. A
 * title that is itself an address is shown as mp_address_plain () gives it. Free with g_free (). */
static char *
make_source_title (const char *title)
{
  gboolean is_address = strstr (title, "://") != NULL && strpbrk (title, " \t") == NULL;

  return is_address ? mp_address_plain (title) : mp_untrusted_text_isolate (title, 0);
}

static GtkWidget *
source_title_new (MpAgreement *agreement, const MpSource *source)
{
  g_autofree char *title = make_source_title (mp_agreement_text (agreement, source->title));
  const char *url = mp_agreement_text (agreement, source->url);
  GtkWidget *label = mp_text_label_new (title);

  if (*url != '\0') {
    /* The reader accepts only http and https. The address is shown as a tooltip as well, which is
     * markup. */
    g_autofree char *plain = mp_address_plain (url);
    g_autofree char *tooltip = g_markup_escape_text (plain, -1);
    g_autofree char *markup =
      g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\">%s</a>", plain, tooltip, title);

    gtk_label_set_markup (GTK_LABEL (label), markup);
    g_signal_connect (label, "activate-link", G_CALLBACK (link_activated_cb), NULL);
  }
  return label;
}

typedef struct {
  MpAgreement *agreement; /* owned */
  GArray *citations;      /* owned */
  GtkGrid *grid;          /* borrowed; it owns this */
} Sources;

static void
free_sources (gpointer data)
{
  Sources *sources = data;

  g_object_unref (sources->agreement);
  g_array_unref (sources->citations);
  g_free (sources);
}

/* Makes the row of a source: its number and its description. */
static GtkWidget *
make_source (gpointer data, guint i)
{
  Sources *list = data;
  MpAgreement *agreement = list->agreement;
  const MpCitation *citation = &g_array_index (list->citations, MpCitation, i);
  const MpSource *source = &mp_agreement_sources (agreement, NULL)[citation->source];
  const char *note = mp_agreement_text (agreement, source->note);
  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  g_autofree char *facts = mp_cite_facts (agreement, citation);
  GtkWidget *index = gtk_label_new (number);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_widget_set_valign (index, GTK_ALIGN_START);
  gtk_widget_add_css_class (index, "dim-label");
  gtk_widget_add_css_class (index, "numeric");
  gtk_box_append (GTK_BOX (box), source_title_new (agreement, source));
  gtk_box_append (GTK_BOX (box), mp_text_label_new_selectable (facts, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  if (*note != '\0') {
    gtk_box_append (GTK_BOX (box), mp_text_label_new_selectable (note, "caption"));
    gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_grid_attach (list->grid, index, 0, (int) i, 1, 1);
  gtk_grid_attach (list->grid, box, 1, (int) i, 1, 1);
  return box;
}

void
mp_detail_add_sources (MpDetailLists *lists, GtkBox *box, MpAgreement *agreement, GArray *citations)
{
  GtkWidget *grid = gtk_grid_new ();
  Sources sources = { g_object_ref (agreement), g_array_ref (citations), GTK_GRID (grid) };

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_widget_set_visible (grid, citations->len > 0);
  if (citations->len > 0)
    gtk_box_append (box, mp_detail_heading_new (_ ("Sources")));
  gtk_box_append (box, grid);
  mp_detail_lists_add (lists, box, MP_DETAIL_LINES, citations->len, make_source,
                       g_memdup2 (&sources, sizeof sources), free_sources);
}
