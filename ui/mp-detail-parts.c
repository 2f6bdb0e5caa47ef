/* mp-detail-parts.c: the widgets that the details consist of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-parts.h"

#include "mp-address.h"
#include "mp-cited-text.h"
#include "mp-detail-card.h"
#include "mp-detail-widgets.h"
#include "mp-open-address.h"
#include "mp-payments-card.h"
#include "mp-text-label.h"
#include "mp-untrusted-text.h"

#include <glib/gi18n-lib.h>

/* In logical pixels: the title of a topic is never cut if it is not longer. */
#define SHORT_TITLE 170

/* Between the lines of one row. */
#define LINE_SPACING 2

/* The lines of a source. */
#define SOURCE_ADDRESS 1
#define SOURCE_FACTS 2
#define SOURCE_NOTE 3
#define SOURCE_QUOTE 4
#define SOURCE_COPY 5

static void
set_text (GtkWidget *label, const MpDetailRow *row, guint line)
{
  mp_cited_text_set (GTK_LABEL (label), &g_array_index (row->lines, MpDetailLine, line));
}

/* --- Texts ------------------------------------------------------------------------------------ */

static GtkWidget *
make_text (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *label = mp_text_label_new_selectable (NULL, NULL);

  (void) session;
  mp_detail_add_look (label, g_array_index (row->lines, MpDetailLine, 0).look);
  mp_cited_text_follow (GTK_LABEL (label));
  return label;
}

static void
show_text (GtkWidget *label, const MpDetailRow *row)
{
  set_text (label, row, 0);
}

static GtkWidget *
make_heading (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *label = mp_text_label_new (NULL);

  (void) session;
  (void) row;
  mp_detail_add_look (label, "heading section");
  return label;
}

static GtkWidget *
make_lines (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, LINE_SPACING);

  (void) session;
  for (guint i = 0; i < row->lines->len; i++)
    mp_cited_text_follow (GTK_LABEL (
      mp_detail_append_label (box, TRUE, g_array_index (row->lines, MpDetailLine, i).look)));
  return box;
}

static void
show_lines (GtkWidget *box, const MpDetailRow *row)
{
  GtkWidget *label = gtk_widget_get_first_child (box);

  for (guint i = 0; i < row->lines->len; i++, label = gtk_widget_get_next_sibling (label))
    set_text (label, row, i);
}

/* --- Topics ----------------------------------------------------------------------------------- */

static GtkWidget *
make_topic (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *pill = gtk_label_new (NULL);
  GtkWidget *rest = mp_text_label_new (NULL);

  (void) session;
  (void) row;
  gtk_widget_set_overflow (pill, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (pill, "pill");
  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  mp_detail_add_look (rest, "dim-label caption");
  gtk_widget_set_valign (rest, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (rest, TRUE);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_box_append (GTK_BOX (box), rest);
  return box;
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

static void
show_topic (GtkWidget *box, const MpDetailRow *row)
{
  GtkWidget *pill = mp_detail_nth_child (box, 0);
  g_autofree char *title = mp_untrusted_text_limit_combining (mp_detail_row_text (row, 0));

  gtk_label_set_text (GTK_LABEL (pill), title);
  gtk_label_set_ellipsize (GTK_LABEL (pill),
                           is_short (pill, title) ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  mp_detail_set_color (pill, row->color);
  mp_text_label_set (GTK_LABEL (mp_detail_nth_child (box, 1)), mp_detail_row_text (row, 1));
}

/* --- Groups ----------------------------------------------------------------------------------- */

static GtkWidget *
make_group (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *outer = gtk_grid_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *count = gtk_label_new (NULL);

  (void) session;
  mp_detail_append_label (box, FALSE, "heading");
  mp_detail_append_label (box, FALSE, "caption dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  mp_detail_add_look (count, "numeric dim-label");
  gtk_widget_set_valign (count, GTK_ALIGN_START);
  gtk_grid_set_column_spacing (GTK_GRID (outer), 10);
  gtk_grid_attach (GTK_GRID (outer), box, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (outer), count, 1, 0, 1, 1);
  gtk_button_set_child (GTK_BUTTON (button), outer);
  mp_detail_add_look (button, "card detail group");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), MP_DETAIL_OPEN);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", row->item.index);
  return button;
}

static void
show_group (GtkWidget *button, const MpDetailRow *row)
{
  GtkWidget *outer = gtk_button_get_child (GTK_BUTTON (button));
  GtkWidget *box = mp_detail_nth_child (outer, 0);
  const char *title = mp_detail_row_text (row, 0);
  g_autofree char *count = g_strdup_printf ("%'u %s", row->number, row->is_open ? "⌄" : "›");
  /* Translators: a group of terms, and how many it has */
  g_autofree char *name = g_strdup_printf (C_ ("group", "%s: %'u"), title, row->number);

  mp_text_label_set (GTK_LABEL (mp_detail_nth_child (box, 0)), title);
  mp_text_label_set (GTK_LABEL (mp_detail_nth_child (box, 1)), mp_detail_row_text (row, 1));
  gtk_label_set_text (GTK_LABEL (mp_detail_nth_child (outer, 1)), count);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", row->item.index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, row->is_open,
                               -1);
}

/* --- Sources ---------------------------------------------------------------------------------- */

static GtkWidget *
make_source (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  (void) session;
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  /* The titles of one-digit and two-digit numbers begin at the same place. */
  gtk_label_set_width_chars (GTK_LABEL (number), 2);
  mp_detail_add_look (number, "dim-label numeric");
  g_signal_connect (mp_detail_append_label (box, FALSE, NULL), "activate-link",
                    G_CALLBACK (mp_open_address), NULL);
  mp_detail_append_label (box, TRUE, "caption dim-label");
  if (mp_detail_row_text (row, SOURCE_QUOTE) != NULL)
    mp_detail_append_label (box, TRUE, "quote");
  if (mp_detail_row_text (row, SOURCE_COPY) != NULL)
    g_signal_connect (mp_detail_append_label (box, FALSE, "caption"), "activate-link",
                      G_CALLBACK (mp_open_address), NULL);
  if (mp_detail_row_text (row, SOURCE_NOTE) != NULL)
    mp_detail_append_label (box, TRUE, "caption dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_grid_attach (GTK_GRID (grid), number, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), box, 1, 0, 1, 1);
  return grid;
}

/* Makes a label, which already has its text, a link. The reader accepts only http and https. The
 * address is shown as a tooltip as well, which is markup. */
static void
link_to (GtkLabel *label, const char *url)
{
  g_autofree char *plain = mp_address_plain (url);
  g_autofree char *tooltip = g_markup_escape_text (plain, -1);
  g_autofree char *markup = g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\">%s</a>", plain,
                                                     tooltip, gtk_label_get_text (label));

  gtk_label_set_markup (label, markup);
}

static void
show_source (GtkWidget *grid, const MpDetailRow *row)
{
  GtkWidget *box = mp_detail_nth_child (grid, 1);
  GtkWidget *label = mp_detail_nth_child (box, 2);
  GtkLabel *title = GTK_LABEL (mp_detail_nth_child (box, 0));
  const char *url = mp_detail_row_text (row, SOURCE_ADDRESS);
  g_autofree char *number = g_strdup_printf ("%u", row->number);

  gtk_label_set_text (GTK_LABEL (mp_detail_nth_child (grid, 0)), number);
  mp_text_label_set (title, mp_detail_row_text (row, 0));
  if (url != NULL)
    link_to (title, url);
  mp_text_label_set (GTK_LABEL (mp_detail_nth_child (box, 1)),
                     mp_detail_row_text (row, SOURCE_FACTS));
  if (mp_detail_row_text (row, SOURCE_QUOTE) != NULL) {
    /* Translators: words of a source, in quotation marks */
    g_autofree char *quote = g_strdup_printf (_ ("“%s”"), mp_detail_row_text (row, SOURCE_QUOTE));

    mp_text_label_set (GTK_LABEL (label), quote);
    label = gtk_widget_get_next_sibling (label);
  }
  if (mp_detail_row_text (row, SOURCE_COPY) != NULL) {
    /* Translators: a link to where a copy of a source is kept */
    mp_text_label_set (GTK_LABEL (label), _ ("Archived copy"));
    link_to (GTK_LABEL (label), mp_detail_row_text (row, SOURCE_COPY));
    label = gtk_widget_get_next_sibling (label);
  }
  if (mp_detail_row_text (row, SOURCE_NOTE) != NULL)
    mp_text_label_set (GTK_LABEL (label), mp_detail_row_text (row, SOURCE_NOTE));
}

/* --- Buttons ---------------------------------------------------------------------------------- */

static GtkWidget *
make_buttons (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  (void) session;
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  for (guint i = 0; i < row->lines->len; i++) {
    GtkWidget *button = gtk_button_new_with_mnemonic ("");

    /* In a large font it takes two lines. */
    gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
    gtk_box_append (GTK_BOX (box), button);
  }
  return box;
}

static void
show_buttons (GtkWidget *box, const MpDetailRow *row)
{
  GtkWidget *button = gtk_widget_get_first_child (box);

  for (guint i = 0; i < row->lines->len; i++, button = gtk_widget_get_next_sibling (button)) {
    const MpDetailLine *line = &g_array_index (row->lines, MpDetailLine, i);

    gtk_button_set_label (GTK_BUTTON (button), line->text);
    if (g_str_equal (line->look, MP_DETAIL_MORE) || g_str_equal (line->look, MP_DETAIL_READ))
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", row->number);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), line->look);
    if (g_str_equal (line->look, MP_DETAIL_PLAY))
      gtk_widget_add_css_class (button, "suggested-action");
    else
      gtk_widget_remove_css_class (button, "suggested-action");
  }
}

static void
hide_toggled_cb (GtkCheckButton *check, MpSession *session)
{
  mp_session_set_hide_unchanged (session, gtk_check_button_get_active (check));
}

static GtkWidget *
make_check (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (mp_detail_row_text (row, 0));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), row->number != 0);
  g_signal_connect (check, "toggled", G_CALLBACK (hide_toggled_cb), session);
  return check;
}

static void
show_check (GtkWidget *check, const MpDetailRow *row)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), row->number != 0);
}

/* --- Payments --------------------------------------------------------------------------------- */

static GtkWidget *
make_payments (MpSession *session, const MpDetailRow *row)
{
  (void) row;
  return mp_payments_card_new (session);
}

static void
show_payments (GtkWidget *card, const MpDetailRow *row)
{
  mp_payments_card_show (MP_PAYMENTS_CARD (card), row->number);
}

/* --- All kinds -------------------------------------------------------------------------------- */

static const struct {
  GtkWidget *(*make) (MpSession *session, const MpDetailRow *row);
  void (*show) (GtkWidget *part, const MpDetailRow *row);
} kinds[MP_DETAIL_N_KINDS] = {
  [MP_DETAIL_TEXT] = { make_text, show_text },
  [MP_DETAIL_HEADING] = { make_heading, show_text },
  [MP_DETAIL_TOPIC] = { make_topic, show_topic },
  [MP_DETAIL_LINES] = { make_lines, show_lines },
  [MP_DETAIL_CARD] = { mp_detail_card_new, mp_detail_card_show },
  [MP_DETAIL_LINK] = { mp_detail_link_new, mp_detail_link_show },
  [MP_DETAIL_SOURCE] = { make_source, show_source },
  [MP_DETAIL_GROUP] = { make_group, show_group },
  [MP_DETAIL_BUTTONS] = { make_buttons, show_buttons },
  [MP_DETAIL_CHECK] = { make_check, show_check },
  [MP_DETAIL_PAYMENTS] = { make_payments, show_payments },
};

GtkWidget *
mp_detail_part_new (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *part = kinds[row->kind].make (session, row);

  kinds[row->kind].show (part, row);
  return part;
}

void
mp_detail_part_show (GtkWidget *part, const MpDetailRow *row)
{
  kinds[row->kind].show (part, row);
}
