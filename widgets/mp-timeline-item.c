/* mp-timeline-item.c: the accessible child widget for something on the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-timeline-item.h"

#include "mp-announcer.h"
#include "mp-item-words.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

struct _MpTimelineItem {
  GtkWidget parent_instance;

  MpSceneItem item;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (MpTimelineItem, mp_timeline_item, GTK_TYPE_WIDGET)

enum {
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
describe (MpTimelineItem *self, MpSceneItem item, const char *name, const char *description)
{
  self->item = item;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  mp_announcer_describe (GTK_WIDGET (self), description);
}

static void
activate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
mp_timeline_item_class_init (MpTimelineItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACTIVATED] = g_signal_new ("activated", MP_TYPE_TIMELINE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "item");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "item.activate", NULL, activate_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "item.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "item.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "item.activate", NULL);
}

static void
mp_timeline_item_init (MpTimelineItem *self)
{
  self->item = (MpSceneItem) { MP_SCENE_ITEM_NONE, 0 };
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
mp_timeline_item_new (void)
{
  return g_object_new (MP_TYPE_TIMELINE_ITEM, NULL);
}

MpSceneItem
mp_timeline_item_get_item (MpTimelineItem *self)
{
  g_return_val_if_fail (MP_IS_TIMELINE_ITEM (self), ((MpSceneItem) { MP_SCENE_ITEM_NONE, 0 }));
  return self->item;
}

/* Only milestones and phases have a position in a set. */
static void
forget_rank (MpTimelineItem *self)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_SET_SIZE);
}

void
mp_timeline_item_describe (MpTimelineItem *self, MpAgreement *agreement, MpItem item,
                           MpPositionInSet rank)
{
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (MP_IS_TIMELINE_ITEM (self));
  g_return_if_fail (item.kind != MP_ITEM_NONE);

  name = item.kind == MP_ITEM_MILESTONE ? mp_words_milestone (agreement, item.index)
                                        : mp_words_phase (agreement, item.index);
  description = mp_item_description (agreement, item, rank);
  describe (self, mp_scene_item_new (item), name, description);
  /* GTK 4.8 does not pass these on to assistive technologies; newer releases do. */
  if (rank.of > 0)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                    (int) rank.place, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                    (int) rank.of, -1);
  else
    forget_rank (self);
}

void
mp_timeline_item_describe_cluster (MpTimelineItem *self, MpAgreement *agreement, guint32 cluster,
                                   const guint32 *members, guint count, guint32 milestone)
{
  g_autofree char *description = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (MP_IS_TIMELINE_ITEM (self));
  g_return_if_fail (count > 0);

  description = mp_cluster_description (agreement, members, count);
  if (milestone != MP_NONE) {
    g_autofree char *words = mp_words_milestone (agreement, milestone);

    name = g_strdup_printf (
      /* Translators: a milestone, and how many have their marks in the same place */
      ngettext ("%s, one of %'u milestone here", "%s, one of %'u milestones here", count), words,
      count);
  } else {
    name = g_strdup_printf (ngettext ("%'u more milestone", "%'u more milestones", count), count);
  }
  describe (self, (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, cluster }, name, description);
  forget_rank (self);
}

void
mp_timeline_item_describe_row (MpTimelineItem *self, MpAgreement *agreement, guint32 term,
                               guint count)
{
  g_autofree char *name = mp_row_words (agreement, term, count);

  g_return_if_fail (MP_IS_TIMELINE_ITEM (self));

  /* Translators: what activating an entry for many phases or milestones does. */
  describe (self, (MpSceneItem) { MP_SCENE_ITEM_ROW, term }, name,
            _ ("Selects the first of them; arrow keys go to the others"));
  forget_rank (self);
}

gboolean
mp_timeline_item_is_selected (MpTimelineItem *self)
{
  g_return_val_if_fail (MP_IS_TIMELINE_ITEM (self), FALSE);
  return self->selected;
}

void
mp_timeline_item_set_selected (MpTimelineItem *self, gboolean selected)
{
  g_return_if_fail (MP_IS_TIMELINE_ITEM (self));

  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
