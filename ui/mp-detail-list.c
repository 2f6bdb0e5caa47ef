/* mp-detail-list.c: long lists in the details, which make their items when needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-list.h"

#include "mp-highlights.h"

#include <glib/gi18n-lib.h>

/* How many items of a list are made at first, even if the lists before it have used up the budget.
 */
#define LEAST 6

/* How many more items a click on the button makes. */
#define MORE 100

struct _MpDetailLists {
  MpSession *session; /* owned */
  guint room[MP_DETAIL_N_KINDS];
  guint n_lists; /* lists that were added so far */
  GArray *asked; /* guint: for each list, by its place, how many items the user has asked for */
};

/* A list with items that are not made yet. Its button owns it. */
typedef struct {
  MpDetailLists *lists; /* borrowed; it outlives its buttons */
  GtkBox *box;          /* borrowed; it contains the button */
  guint place;
  guint n_items;
  guint n_made;
  GtkWidget *last; /* borrowed; the next item goes after it. NULL if the items were put elsewhere */
  MpDetailMake make;
  gpointer data;
  GDestroyNotify free_data;
} List;

MpDetailLists *
mp_detail_lists_new (MpSession *session)
{
  MpDetailLists *self = g_new0 (MpDetailLists, 1);

  self->session = g_object_ref (session);
  self->asked = g_array_new (FALSE, TRUE, sizeof (guint));
  return self;
}

void
mp_detail_lists_free (MpDetailLists *self)
{
  g_array_unref (self->asked);
  g_object_unref (self->session);
  g_free (self);
}

void
mp_detail_lists_begin (MpDetailLists *self, gboolean is_new)
{
  static const guint room[MP_DETAIL_N_KINDS] = { [MP_DETAIL_CARDS] = 36, [MP_DETAIL_LINES] = 100 };

  for (guint kind = 0; kind < MP_DETAIL_N_KINDS; kind++)
    self->room[kind] = room[kind];
  self->n_lists = 0;
  if (is_new)
    g_array_set_size (self->asked, 0);
}

static void
free_list (gpointer data)
{
  List *list = data;

  list->free_data (list->data);
  g_free (list);
}

static void
free_list_of_button (gpointer data, GClosure *closure)
{
  (void) closure;
  free_list (data);
}

/* Makes items until there are n_items, and returns the first new one. */
static GtkWidget *
make_items (List *list, guint n_items)
{
  GtkWidget *first = NULL;

  for (; list->n_made < n_items; list->n_made++) {
    GtkWidget *item = list->make (list->data, list->n_made);

    if (first == NULL)
      first = item;
    if (gtk_widget_get_parent (item) != NULL)
      continue;
    gtk_box_insert_child_after (list->box, item, list->last);
    list->last = item;
  }
  return first;
}

static void
update_button (GtkButton *button, const List *list)
{
  guint left = list->n_items - list->n_made;
  g_autofree char *words = NULL;

  if (left <= MORE)
    words = g_strdup_printf (ngettext ("Show %'u More", "Show %'u More", left), left);
  else
    /* Translators: how many of a list a click brings, and how many are not shown yet. */
    words = g_strdup_printf (
      ngettext ("Show %'u More of %'u", "Show %'u More of %'u", (gulong) left), (guint) MORE, left);
  gtk_button_set_label (button, words);
  /* In a large font it takes two lines. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (button)), TRUE);
}

/* Moves the focus from the button to the first new item. That has no allocation yet, for which GTK
 * would scroll to the top, so the scroll position is restored. */
static void
pass_focus (GtkWidget *button, GtkWidget *first)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (button, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  double place;

  if (!gtk_widget_has_focus (button) || scroller == NULL)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  place = gtk_adjustment_get_value (adjustment);
  if (!gtk_widget_grab_focus (first))
    gtk_widget_grab_focus (scroller);
  gtk_adjustment_set_value (adjustment, place);
}

static void
more_cb (GtkButton *button, List *list)
{
  MpDetailLists *self = list->lists;
  guint asked = MIN (list->n_items, list->n_made + MORE);
  GtkWidget *first = make_items (list, asked);

  g_array_index (self->asked, guint, list->place) = asked;
  mp_highlights_set (GTK_WIDGET (list->box), mp_session_get_matches (self->session));
  pass_focus (GTK_WIDGET (button), first);
  if (list->n_made < list->n_items)
    update_button (button, list);
  else
    gtk_box_remove (list->box, GTK_WIDGET (button));
}

void
mp_detail_lists_add (MpDetailLists *self, GtkBox *box, MpDetailKind kind, guint n_items,
                     MpDetailMake make, gpointer data, GDestroyNotify free_data)
{
  List *list = g_new0 (List, 1);
  guint n_now = MAX (self->room[kind], LEAST);
  GtkWidget *button;

  *list = (List) { .lists = self,
                   .box = box,
                   .place = self->n_lists++,
                   .n_items = n_items,
                   .last = gtk_widget_get_last_child (GTK_WIDGET (box)),
                   .make = make,
                   .data = data,
                   .free_data = free_data };
  if (self->asked->len < self->n_lists)
    g_array_set_size (self->asked, self->n_lists);
  n_now = MIN (n_items, MAX (n_now, g_array_index (self->asked, guint, list->place)));
  make_items (list, n_now);
  self->room[kind] -= MIN (n_now, self->room[kind]);
  if (n_now == n_items) {
    free_list (list);
    return;
  }
  button = gtk_button_new ();
  update_button (GTK_BUTTON (button), list);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_data (button, "clicked", G_CALLBACK (more_cb), list, free_list_of_button, 0);
  gtk_box_append (box, button);
}
