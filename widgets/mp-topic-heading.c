/* mp-topic-heading.c: the button that collapses and expands a topic
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-topic-heading.h"

#include "mp-agreement.h"
#include "mp-announcer.h"
#include "mp-join.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

struct _MpTopicHeading {
  GtkWidget parent_instance;

  guint32 topic;
};

G_DEFINE_FINAL_TYPE (MpTopicHeading, mp_topic_heading, GTK_TYPE_WIDGET)

enum {
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  g_signal_emit (widget, signals[TOGGLED], 0);
}

static void
mp_topic_heading_class_init (MpTopicHeadingClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[TOGGLED] = g_signal_new ("toggled", MP_TYPE_TOPIC_HEADING, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "topic");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "topic.toggle", NULL, toggle_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "topic.toggle", NULL);
}

static void
mp_topic_heading_init (MpTopicHeading *self)
{
  self->topic = MP_NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
mp_topic_heading_new (void)
{
  return g_object_new (MP_TYPE_TOPIC_HEADING, NULL);
}

guint32
mp_topic_heading_get_topic (MpTopicHeading *self)
{
  g_return_val_if_fail (MP_IS_TOPIC_HEADING (self), MP_NONE);
  return self->topic;
}

void
mp_topic_heading_describe (MpTopicHeading *self, MpAgreement *agreement, guint32 topic,
                           guint n_terms, gboolean collapsed, const MpComparison *comparison)
{
  g_autofree char *title = mp_untrusted_text_isolate (
    mp_agreement_text (agreement, mp_agreement_topics (agreement, NULL)[topic].title), 0);
  g_autofree char *terms = g_strdup_printf (ngettext ("%'u term", "%'u terms", n_terms), n_terms);
  g_autofree char *change = comparison != NULL ? mp_words_change_badge (comparison) : NULL;
  const char *facts[] = { terms, change, NULL };
  g_autofree char *description = mp_join (MP_JOIN_FACTS, facts);

  g_return_if_fail (MP_IS_TOPIC_HEADING (self));

  self->topic = topic;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  mp_announcer_describe (GTK_WIDGET (self), description);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !collapsed,
                               -1);
}
