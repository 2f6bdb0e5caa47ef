/* mp-detail-parts.c: the widgets that the details consist of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-parts.h"

#include "mp-address.h"
#include "mp-announcer.h"
#include "mp-cited-text.h"
#include "mp-open-address.h"
#include "mp-payments-card.h"
#include "mp-text-label.h"
#include "mp-untrusted-text.h"

#include <glib/gi18n-lib.h>

/* In logical pixels: the title of a topic is never cut if it is not longer. */
#define SHORT_TITLE 170

/* Between the lines of one row. */
#define LINE_SPACING 2

/* The line of a card that has its tag, and the lines of a source. */
#define TAG 4
#define SOURCE_ADDRESS 1
#define SOURCE_FACTS 2
#define SOURCE_NOTE 3
#define SOURCE_QUOTE 4
#define SOURCE_COPY 5

/* How many lines the text of a brief card has at most. */
#define BRIEF_LINES 3

/* What a widget knows of the row that it shows. */
#define ITEM "mp-item"
#define SESSION "mp-session"
#define COLOR "mp-color"

/* --- What several kinds have ------------------------------------------------------------------ */

static void
add_look (GtkWidget *widget, const char *look)
{
  g_auto (GStrv) classes = g_strsplit (look != NULL ? look : "", " ", -1);

  for (char **name = classes; *name != NULL; name++)
    if (**name != '\0')
      gtk_widget_add_css_class (widget, *name);
}

/* Gives a widget the CSS class of a colour, in place of that of another. */
static void
set_color (GtkWidget *widget, MpColor color)
{
  guint before = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), COLOR));
  g_autofree char *name = g_strconcat ("mp-", mp_color_to_string (color), NULL);

  if (before == color + 1)
    return;
  if (before != 0) {
    g_autofree char *old = g_strconcat ("mp-", mp_color_to_string (before - 1), NULL);

    gtk_widget_remove_css_class (widget, old);
  }
  gtk_widget_add_css_class (widget, name);
  g_object_set_data (G_OBJECT (widget), COLOR, GUINT_TO_POINTER (color + 1));
}

static GtkWidget *
nth_child (GtkWidget *widget, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; n > 0; n--)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Appends a label for a line of a row to a box. */
static GtkWidget *
append_label (GtkWidget *box, gboolean selectable, const char *look)
{
  GtkWidget *label =
    selectable ? mp_text_label_new_selectable (NULL, NULL) : mp_text_label_new (NULL);

  add_look (label, look);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
set_text (GtkWidget *label, const MpDetailRow *row, guint line)
{
  mp_cited_text_set (GTK_LABEL (label), &g_array_index (row->lines, MpDetailLine, line), TRUE);
}

/* --- Texts ------------------------------------------------------------------------------------ */

static GtkWidget *
make_text (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *label = mp_text_label_new_selectable (NULL, NULL);

  (void) session;
  add_look (label, g_array_index (row->lines, MpDetailLine, 0).look);
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
  add_look (label, "heading section");
  return label;
}

static GtkWidget *
make_lines (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, LINE_SPACING);

  (void) session;
  for (guint i = 0; i < row->lines->len; i++)
    mp_cited_text_follow (
      GTK_LABEL (append_label (box, TRUE, g_array_index (row->lines, MpDetailLine, i).look)));
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
  add_look (rest, "dim-label caption");
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
  GtkWidget *pill = nth_child (box, 0);
  g_autofree char *title = mp_untrusted_text_limit_combining (mp_detail_row_text (row, 0));

  gtk_label_set_text (GTK_LABEL (pill), title);
  gtk_label_set_ellipsize (GTK_LABEL (pill),
                           is_short (pill, title) ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  set_color (pill, row->color);
  mp_text_label_set (GTK_LABEL (nth_child (box, 1)), mp_detail_row_text (row, 1));
}

/* --- Cards ------------------------------------------------------------------------------------ */

static void
card_clicked_cb (GtkWidget *card, MpSession *session)
{
  /* The selection may show another row in the card. */
  MpItem item = *(const MpItem *) g_object_get_data (G_OBJECT (card), ITEM);

  if (item.kind == MP_ITEM_NONE)
    return;
  mp_session_set_selection (session, item);
  mp_session_reveal_selection (session);
}

/* The entry of a card stands out on the canvas while the card has the pointer or the focus. */
static void
lit_cb (GtkEventController *controller)
{
  GtkWidget *card = gtk_event_controller_get_widget (controller);
  MpSession *session = g_object_get_data (G_OBJECT (card), SESSION);

  mp_session_set_lit (session, *(const MpItem *) g_object_get_data (G_OBJECT (card), ITEM));
}

static void
unlit_cb (GtkEventController *controller)
{
  MpSession *session =
    g_object_get_data (G_OBJECT (gtk_event_controller_get_widget (controller)), SESSION);

  mp_session_set_lit (session, (MpItem) { MP_ITEM_NONE, 0 });
}

/* A card that goes away has not been left by the pointer. */
static void
unmap_cb (GtkWidget *card, MpSession *session)
{
  const MpItem *item = g_object_get_data (G_OBJECT (card), ITEM);

  if (mp_item_equal (mp_session_get_lit (session), *item))
    mp_session_set_lit (session, (MpItem) { MP_ITEM_NONE, 0 });
}

static void
light_while_pointed_at (GtkWidget *card, MpSession *session)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_object_set_data (G_OBJECT (card), SESSION, session);
  g_signal_connect (motion, "enter", G_CALLBACK (lit_cb), NULL);
  g_signal_connect (motion, "leave", G_CALLBACK (unlit_cb), NULL);
  g_signal_connect (focus, "enter", G_CALLBACK (lit_cb), NULL);
  g_signal_connect (focus, "leave", G_CALLBACK (unlit_cb), NULL);
  gtk_widget_add_controller (card, motion);
  gtk_widget_add_controller (card, focus);
  g_signal_connect (card, "unmap", G_CALLBACK (unmap_cb), session);
}

/* Whether a row is looked at in a way. */
static gboolean
has_look (const MpDetailRow *row, const char *look)
{
  return g_strcmp0 (row->look, look) == 0;
}

/* Appends the title of a card, with its tag beside it, if it has one. */
static void
append_title (GtkWidget *box, const MpDetailRow *row)
{
  GtkWidget *head = gtk_grid_new ();
  GtkWidget *title = mp_text_label_new (NULL);

  add_look (title, "heading");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (head), 6);
  gtk_grid_attach (GTK_GRID (head), title, 0, 0, 1, 1);
  if (row->lines->len > TAG) {
    GtkWidget *tag = gtk_label_new (NULL);

    add_look (tag, "tag");
    add_look (tag, g_array_index (row->lines, MpDetailLine, TAG).look);
    gtk_widget_set_valign (tag, GTK_ALIGN_START);
    gtk_grid_attach (GTK_GRID (head), tag, 1, 0, 1, 1);
  }
  gtk_box_append (GTK_BOX (box), head);
}

static GtkWidget *
make_card (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *card = gtk_button_new ();
  /* A horizontal GtkBox measures its children for its height, for which a wrapping label is laid
   * out again and again. A grid measures them only for its width. */
  GtkWidget *outer = gtk_grid_new ();
  GtkWidget *stripe = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line;

  append_title (box, row);
  line = append_label (box, FALSE, NULL);
  if (has_look (row, MP_DETAIL_BRIEF)) {
    gtk_label_set_lines (GTK_LABEL (line), BRIEF_LINES);
    gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
  }
  if (mp_detail_row_text (row, 3) != NULL)
    append_label (box, FALSE, "caption dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (stripe, "stripe");
  gtk_grid_set_column_spacing (GTK_GRID (outer), 10);
  gtk_grid_attach (GTK_GRID (outer), stripe, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (outer), box, 1, 0, 1, 1);
  gtk_button_set_child (GTK_BUTTON (card), outer);
  add_look (card, "card detail");
  add_look (card, row->look);
  g_signal_connect (card, "clicked", G_CALLBACK (card_clicked_cb), session);
  light_while_pointed_at (card, session);
  return card;
}

/* The line of a card, and its accessible name. before and text are isolated, so that neither
 * changes the direction of the other. */
static void
show_states (GtkWidget *card, GtkLabel *line, const char *title, const char *before,
             const char *text)
{
  g_autofree char *isolated_title = mp_untrusted_text_isolate (title, 0);
  g_autofree char *isolated_before = before != NULL ? mp_untrusted_text_isolate (before, 0) : NULL;
  g_autofree char *isolated_text = before != NULL ? mp_untrusted_text_isolate (text, 0) : NULL;
  g_autofree char *markup = NULL, *name = NULL;

  mp_text_label_set (line, text);
  if (before != NULL) {
    /* Translators: a state, and the state that came after it. */
    markup = g_markup_printf_escaped (_ ("<span alpha='65%%'>%s</span> → %s"), isolated_before,
                                      isolated_text);
    gtk_label_set_markup (line, markup);
    name = g_strdup_printf (_ ("%s: %s → %s"), isolated_title, isolated_before, isolated_text);
  } else {
    /* Translators: a title and what there is to say of it */
    name = g_strdup_printf (C_ ("card", "%s: %s"), isolated_title, text);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_card (GtkWidget *card, const MpDetailRow *row)
{
  GtkWidget *box = nth_child (gtk_button_get_child (GTK_BUTTON (card)), 1);
  GtkWidget *head = nth_child (box, 0);
  const char *title = mp_detail_row_text (row, 0), *note = mp_detail_row_text (row, 3);

  mp_text_label_set (GTK_LABEL (nth_child (head, 0)), title);
  show_states (card, GTK_LABEL (nth_child (box, 1)), title, mp_detail_row_text (row, 1),
               mp_detail_row_text (row, 2));
  if (note != NULL) {
    mp_cited_text_set (GTK_LABEL (nth_child (box, 2)), &g_array_index (row->lines, MpDetailLine, 3),
                       FALSE);
    mp_announcer_describe (card, note);
  }
  if (row->lines->len > TAG)
    gtk_label_set_text (GTK_LABEL (nth_child (head, 1)), mp_detail_row_text (row, TAG));
  if (row->name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name,
                                    -1);
  set_color (card, row->color);
  g_object_set_data_full (G_OBJECT (card), ITEM, g_memdup2 (&row->item, sizeof row->item), g_free);
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
  append_label (box, FALSE, "heading");
  append_label (box, FALSE, "caption dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  add_look (count, "numeric dim-label");
  gtk_widget_set_valign (count, GTK_ALIGN_START);
  gtk_grid_set_column_spacing (GTK_GRID (outer), 10);
  gtk_grid_attach (GTK_GRID (outer), box, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (outer), count, 1, 0, 1, 1);
  gtk_button_set_child (GTK_BUTTON (button), outer);
  add_look (button, "card detail group");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), MP_DETAIL_OPEN);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", row->item.index);
  return button;
}

static void
show_group (GtkWidget *button, const MpDetailRow *row)
{
  GtkWidget *outer = gtk_button_get_child (GTK_BUTTON (button));
  GtkWidget *box = nth_child (outer, 0);
  const char *title = mp_detail_row_text (row, 0);
  g_autofree char *count = g_strdup_printf ("%'u %s", row->number, row->is_open ? "⌄" : "›");
  /* Translators: a group of terms, and how many it has */
  g_autofree char *name = g_strdup_printf (C_ ("group", "%s: %'u"), title, row->number);

  mp_text_label_set (GTK_LABEL (nth_child (box, 0)), title);
  mp_text_label_set (GTK_LABEL (nth_child (box, 1)), mp_detail_row_text (row, 1));
  gtk_label_set_text (GTK_LABEL (nth_child (outer, 1)), count);
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
  add_look (number, "dim-label numeric");
  g_signal_connect (append_label (box, FALSE, NULL), "activate-link", G_CALLBACK (mp_open_address),
                    NULL);
  append_label (box, TRUE, "caption dim-label");
  if (mp_detail_row_text (row, SOURCE_QUOTE) != NULL)
    append_label (box, TRUE, "quote");
  if (mp_detail_row_text (row, SOURCE_COPY) != NULL)
    g_signal_connect (append_label (box, FALSE, "caption"), "activate-link",
                      G_CALLBACK (mp_open_address), NULL);
  if (mp_detail_row_text (row, SOURCE_NOTE) != NULL)
    append_label (box, TRUE, "caption dim-label");
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
  GtkWidget *box = nth_child (grid, 1);
  GtkWidget *label = nth_child (box, 2);
  GtkLabel *title = GTK_LABEL (nth_child (box, 0));
  const char *url = mp_detail_row_text (row, SOURCE_ADDRESS);
  g_autofree char *number = g_strdup_printf ("%u", row->number);

  gtk_label_set_text (GTK_LABEL (nth_child (grid, 0)), number);
  mp_text_label_set (title, mp_detail_row_text (row, 0));
  if (url != NULL)
    link_to (title, url);
  mp_text_label_set (GTK_LABEL (nth_child (box, 1)), mp_detail_row_text (row, SOURCE_FACTS));
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
  [MP_DETAIL_CARD] = { make_card, show_card },
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
