/* mp-timeline-item.c: the accessible child widget for one item on the timeline
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
  GdkRectangle place;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (MpTimelineItem, mp_timeline_item, GTK_TYPE_WIDGET)

enum {
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
describe (MpTimelineItem *self, const char *name, const char *description, const char *tooltip)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
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
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

GtkWidget *
mp_timeline_item_new (MpSceneItem item)
{
  static const char *const css_classes[] = { [MP_SCENE_ITEM_NONE] = "none",
                                             [MP_SCENE_ITEM_MILESTONE] = "milestone",
                                             [MP_SCENE_ITEM_PHASE] = "phase",
                                             [MP_SCENE_ITEM_CLUSTER] = "cluster" };
  MpTimelineItem *self = g_object_new (MP_TYPE_TIMELINE_ITEM, NULL);

  self->item = item;
  gtk_widget_add_css_class (GTK_WIDGET (self), css_classes[item.kind]);
  return GTK_WIDGET (self);
}

MpSceneItem
mp_timeline_item_get_item (MpTimelineItem *self)
{
  g_return_val_if_fail (MP_IS_TIMELINE_ITEM (self), ((MpSceneItem) { MP_SCENE_ITEM_NONE, 0 }));
  return self->item;
}

GdkRectangle
mp_timeline_item_get_place (MpTimelineItem *self)
{
  g_return_val_if_fail (MP_IS_TIMELINE_ITEM (self), ((GdkRectangle) { 0, 0, 0, 0 }));
  return self->place;
}

void
mp_timeline_item_set_place (MpTimelineItem *self, GdkRectangle place)
{
  g_return_if_fail (MP_IS_TIMELINE_ITEM (self));
  self->place = place;
}

void
mp_timeline_item_describe (MpTimelineItem *self, MpAgreement *agreement, MpPositionInSet rank)
{
  MpItem item = mp_scene_item_get_item (self->item);
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;
  g_autofree char *tooltip = NULL;

  g_return_if_fail (MP_IS_TIMELINE_ITEM (self));
  g_return_if_fail (item.kind != MP_ITEM_NONE);

  name = item.kind == MP_ITEM_MILESTONE ? mp_words_milestone (agreement, item.index)
                                        : mp_words_phase (agreement, item.index);
  description = mp_item_description (agreement, item, rank);
  tooltip = mp_item_tooltip (agreement, item);
  describe (self, name, description, tooltip);
  /* GTK 4.8 does not pass these on to assistive technologies; newer releases do. */
  if (rank.of > 0)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                    (int) rank.place, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                    (int) rank.of, -1);
}

void
mp_timeline_item_describe_cluster (MpTimelineItem *self, MpAgreement *agreement,
                                   const guint32 *members, guint count, guint32 milestone)
{
  g_autofree char *tooltip = NULL;
  g_autofree char *list = NULL;
  g_autofree char *more = NULL;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (MP_IS_TIMELINE_ITEM (self));
  g_return_if_fail (self->item.kind == MP_SCENE_ITEM_CLUSTER);

  tooltip = mp_cluster_tooltip (agreement, members, count);
  list = mp_cluster_description (agreement, members, count);
  more = g_strdup_printf (ngettext ("%'u more milestone", "%'u more milestones", count), count);
  if (milestone != MP_NONE) {
    words = mp_words_milestone (agreement, milestone);
    name = g_strdup_printf (
      /* Translators: a milestone, and how many have their marks in the same place */
      ngettext ("%s, one of %'u milestone here", "%s, one of %'u milestones here", count), words,
      count);
  }
  describe (self, name != NULL ? name : more, list, tooltip);
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
