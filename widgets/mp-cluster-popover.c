/* mp-cluster-popover.c: the list of a cluster's milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cluster can have a hundred thousand of them. The list makes widgets for what is near its view.
 */
#include "mp-cluster-popover.h"

#include "mp-agreement.h"
#include "mp-cluster-members.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#define MAX_HEIGHT 420
#define TITLE_CHARS 40

/* Where a row keeps its position in the list, plus 1. */
#define POSITION "mp-position"

struct _MpClusterPopover {
  GtkPopover parent_instance;

  /* Template-less children, owned by the widget tree */
  GtkWidget *list;

  /* Owned */
  MpSession *session;
  MpAgreement *agreement; /* whose milestones are listed */

  guint first; /* the position that has the focus at first */
};

G_DEFINE_FINAL_TYPE (MpClusterPopover, mp_cluster_popover, GTK_TYPE_POPOVER)

static void
activated_cb (GtkListView *list, guint position, MpClusterPopover *self)
{
  g_autoptr (MpClusterMember) member =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  guint32 milestone = mp_cluster_member_get_milestone (member);

  gtk_popover_popdown (GTK_POPOVER (self));
  mp_session_set_selection (self->session, (MpItem) { MP_ITEM_MILESTONE, milestone });
}

/* --- Rows ------------------------------------------------------------------------------------- */

static GtkWidget *
label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MpClusterPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = label_new (), *when = label_new ();

  (void) factory;
  (void) self;
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_overflow (title, GTK_OVERFLOW_HIDDEN);
  gtk_label_set_max_width_chars (GTK_LABEL (title), TITLE_CHARS);
  gtk_widget_add_css_class (when, "caption");
  gtk_widget_add_css_class (when, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), when);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MpClusterPopover *self)
{
  guint32 milestone = mp_cluster_member_get_milestone (gtk_list_item_get_item (item));
  MpAgreement *agreement = self->agreement;
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  g_autofree char *date = mp_words_date (agreement, milestones->date[milestone]);
  g_autofree char *name = mp_words_milestone (agreement, milestone);
  g_autofree char *thin =
    mp_untrusted_text_limit_combining (mp_agreement_text (agreement, milestones->title[milestone]));
  GtkWidget *box = gtk_list_item_get_child (item), *row = gtk_widget_get_parent (box);

  (void) factory;
  g_object_set_data (G_OBJECT (box), POSITION,
                     GUINT_TO_POINTER (gtk_list_item_get_position (item) + 1));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), thin);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row != NULL ? row : box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* --- The popover ------------------------------------------------------------------------------ */

static void
mp_cluster_popover_dispose (GObject *object)
{
  MpClusterPopover *self = MP_CLUSTER_POPOVER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->agreement);
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
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  self->list = gtk_list_view_new (NULL, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self, 0);
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
  MpClusterMembers *members;
  g_autoptr (GtkNoSelection) model = NULL;

  g_return_if_fail (MP_IS_CLUSTER_POPOVER (self));

  members = mp_cluster_members_new (milestones, length);
  g_set_object (&self->session, session);
  g_set_object (&self->agreement, mp_session_get_agreement (session));
  self->first =
    selection.kind == MP_ITEM_MILESTONE ? mp_cluster_members_find (members, selection.index) : 0;
  model = gtk_no_selection_new (G_LIST_MODEL (members));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (model));
}

static gboolean
is_at (GtkWidget *row, guint position)
{
  GtkWidget *box = gtk_widget_get_first_child (row);

  return box != NULL &&
         GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (box), POSITION)) == position + 1;
}

void
mp_cluster_popover_focus (MpClusterPopover *self)
{
  g_return_if_fail (MP_IS_CLUSTER_POPOVER (self));

  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", self->first);
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (is_at (row, self->first))
      gtk_widget_grab_focus (row);
}
