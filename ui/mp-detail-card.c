/* mp-detail-card.c: the cards of the details, each of which leads to an entry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-card.h"

#include "mp-announcer.h"
#include "mp-cited-text.h"
#include "mp-detail-widgets.h"
#include "mp-text-label.h"
#include "mp-untrusted-text.h"

#include <glib/gi18n-lib.h>

/* The lines of a card that have its note and its tag. */
#define NOTE 3
#define TAG 4

/* How many lines the text of a brief card has at most. */
#define BRIEF_LINES 3

/* What a card knows of the row that it shows. */
#define ITEM "mp-item"
#define SESSION "mp-session"

/* Goes to the entry of a card. */
static void
clicked_cb (GtkWidget *card)
{
  /* It may show another row by then. */
  MpItem item = *(const MpItem *) g_object_get_data (G_OBJECT (card), ITEM);

  if (item.kind != MP_ITEM_NONE)
    gtk_widget_activate_action (card, MP_DETAIL_FOLLOW, "(uu)", (guint32) item.kind, item.index);
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

  mp_detail_add_look (title, "heading");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (head), 6);
  gtk_grid_attach (GTK_GRID (head), title, 0, 0, 1, 1);
  if (row->lines->len > TAG) {
    GtkWidget *tag = gtk_label_new (NULL);

    mp_detail_add_look (tag, "tag");
    mp_detail_add_look (tag, g_array_index (row->lines, MpDetailLine, TAG).look);
    gtk_widget_set_valign (tag, GTK_ALIGN_START);
    gtk_grid_attach (GTK_GRID (head), tag, 1, 0, 1, 1);
  }
  gtk_box_append (GTK_BOX (box), head);
}

/* Makes the title and the text of a card. */
static GtkWidget *
make_body (const MpDetailRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line;

  append_title (box, row);
  line = mp_detail_append_label (box, FALSE, NULL);
  if (has_look (row, MP_DETAIL_BRIEF)) {
    gtk_label_set_lines (GTK_LABEL (line), BRIEF_LINES);
    gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
  }
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

/* Makes what a card has inside: its stripe, and this beside it. A horizontal GtkBox measures its
 * children for its height, for which a wrapping label is laid out again and again. A grid measures
 * them only for its width. */
static GtkWidget *
make_striped (GtkWidget *beside)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *stripe = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (stripe, "stripe");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_grid_attach (GTK_GRID (grid), stripe, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), beside, 1, 0, 1, 1);
  return grid;
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

/* Shows a row in a card whose button, which may be the card itself, has this body. */
static void
show_body (GtkWidget *card, GtkWidget *button, GtkWidget *box, const MpDetailRow *row)
{
  GtkWidget *head = mp_detail_nth_child (box, 0);
  const char *title = mp_detail_row_text (row, 0);

  mp_text_label_set (GTK_LABEL (mp_detail_nth_child (head, 0)), title);
  show_states (button, GTK_LABEL (mp_detail_nth_child (box, 1)), title, mp_detail_row_text (row, 1),
               mp_detail_row_text (row, 2));
  if (row->lines->len > TAG)
    gtk_label_set_text (GTK_LABEL (mp_detail_nth_child (head, 1)), mp_detail_row_text (row, TAG));
  if (row->name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    row->name, -1);
  mp_detail_set_color (card, row->color);
  g_object_set_data_full (G_OBJECT (card), ITEM, g_memdup2 (&row->item, sizeof row->item), g_free);
}

/* --- Cards that are a button ------------------------------------------------------------------ */

GtkWidget *
mp_detail_card_new (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *card = gtk_button_new ();
  GtkWidget *box = make_body (row);

  if (mp_detail_row_text (row, NOTE) != NULL)
    mp_detail_append_label (box, FALSE, "caption dim-label");
  gtk_button_set_child (GTK_BUTTON (card), make_striped (box));
  mp_detail_add_look (card, "card detail");
  mp_detail_add_look (card, row->look);
  light_while_pointed_at (card, session);
  g_signal_connect (card, "clicked", G_CALLBACK (clicked_cb), NULL);
  return card;
}

void
mp_detail_card_show (GtkWidget *card, const MpDetailRow *row)
{
  GtkWidget *box = mp_detail_nth_child (gtk_button_get_child (GTK_BUTTON (card)), 1);
  const char *note = mp_detail_row_text (row, NOTE);

  show_body (card, card, box, row);
  if (note == NULL)
    return;
  mp_text_label_set (GTK_LABEL (mp_detail_nth_child (box, 2)), note);
  mp_announcer_describe (card, note);
}

/* --- Cards with a button and links ------------------------------------------------------------ */

/* A click beside the numbers means the card. */
static void
note_clicked_cb (GtkGestureClick *click, int n_press, double x, double y, GtkWidget *card)
{
  GtkWidget *note = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));

  (void) n_press;
  if (gtk_widget_contains (note, x, y) && gtk_label_get_current_uri (GTK_LABEL (note)) == NULL)
    clicked_cb (card);
}

/* A button cannot have links in it, so they are below it. */
GtkWidget *
mp_detail_link_new (MpSession *session, const MpDetailRow *row)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *card = make_striped (box);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *note;

  gtk_button_set_child (GTK_BUTTON (button), make_body (row));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), button);
  note = mp_detail_append_label (box, FALSE, "caption dim-label note");
  mp_cited_text_follow (GTK_LABEL (note));
  g_signal_connect (click, "released", G_CALLBACK (note_clicked_cb), card);
  gtk_widget_add_controller (note, GTK_EVENT_CONTROLLER (click));
  mp_detail_add_look (card, "card detail linked");
  light_while_pointed_at (card, session);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), card);
  return card;
}

void
mp_detail_link_show (GtkWidget *card, const MpDetailRow *row)
{
  GtkWidget *box = mp_detail_nth_child (card, 1);
  GtkWidget *button = mp_detail_nth_child (box, 0), *note = mp_detail_nth_child (box, 1);
  const MpDetailLine *line = &g_array_index (row->lines, MpDetailLine, NOTE);

  show_body (card, button, gtk_button_get_child (GTK_BUTTON (button)), row);
  mp_cited_text_set (GTK_LABEL (note), line);
  gtk_widget_set_visible (note, *gtk_label_get_text (GTK_LABEL (note)) != '\0');
  mp_announcer_describe (button, mp_detail_row_text (row, 2));
}
