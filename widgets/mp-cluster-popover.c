/* mp-cluster-popover.c: the list of a cluster's milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-cluster-popover.h"

#include "mp-agreement.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#define MAX_HEIGHT 420
#define TITLE_CHARS 40

struct _MpClusterPopover {
  GtkPopover parent_instance;

  /* Template-less children, owned by the widget tree */
  GtkWidget *list;
  GtkWidget *first; /* the row that has the focus at first */

  /* Owned */
  MpSession *session;
};

G_DEFINE_FINAL_TYPE (MpClusterPopover, mp_cluster_popover, GTK_TYPE_POPOVER)

static void
chosen_cb (GtkListBox *list, GtkListBoxRow *row, MpClusterPopover *self)
{
  guint32 milestone = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "milestone"));

  (void) list;
  gtk_popover_popdown (GTK_POPOVER (self));
  mp_session_set_selection (self->session, (MpItem) { MP_ITEM_MILESTONE, milestone });
}

static GtkWidget *
row_new (MpAgreement *agreement, guint32 milestone)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  g_autofree char *date = mp_words_date (agreement, milestones->date[milestone]);
  g_autofree char *name = mp_words_milestone (agreement, milestone);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *thin =
    mp_untrusted_text_limit_combining (mp_agreement_text (agreement, milestones->title[milestone]));
  GtkWidget *title = gtk_label_new (thin);
  GtkWidget *when = gtk_label_new (date);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (when), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_overflow (title, GTK_OVERFLOW_HIDDEN);
  gtk_label_set_max_width_chars (GTK_LABEL (title), TITLE_CHARS);
  gtk_widget_add_css_class (when, "caption");
  gtk_widget_add_css_class (when, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), when);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "milestone", GUINT_TO_POINTER (milestone));
  return row;
}

static void
mp_cluster_popover_dispose (GObject *object)
{
  MpClusterPopover *self = MP_CLUSTER_POPOVER (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (mp_cluster_popover_parent_class)->dispose (object);
}

static void
mp_cluster_popover_class_init (MpClusterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_cluster_popover_dispose;
}

static void
mp_cluster_popover_init (MpClusterPopover *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (chosen_cb), self, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
}

GtkWidget *
mp_cluster_popover_new (void)
{
  return g_object_new (MP_TYPE_CLUSTER_POPOVER, NULL);
}

void
mp_cluster_popover_list (MpClusterPopover *self, MpSession *session, const guint32 *milestones,
                         guint length)
{
  MpItem selection = mp_session_get_selection (session);
  GtkWidget *row;

  g_return_if_fail (MP_IS_CLUSTER_POPOVER (self));

  g_set_object (&self->session, session);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  self->first = NULL;
  for (guint i = 0; i < length; i++) {
    row = row_new (mp_session_get_agreement (session), milestones[i]);
    gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    if (self->first == NULL ||
        mp_item_equal (selection, (MpItem) { MP_ITEM_MILESTONE, milestones[i] }))
      self->first = row;
  }
}

void
mp_cluster_popover_focus (MpClusterPopover *self)
{
  g_return_if_fail (MP_IS_CLUSTER_POPOVER (self));

  if (self->first != NULL)
    gtk_widget_grab_focus (self->first);
}
