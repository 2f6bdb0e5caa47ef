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

/* The arrow, in pixels of the design: half its width, and the distance of its middle from the start
 * of the line. It matches the arrow of a collapsed topic, which the scene has. */
#define SIGN 4
#define SIGN_MIDDLE 9

struct _MpTopicHeading {
  GtkWidget parent_instance;

  guint32 topic;
  gboolean collapsed;
  double middle;
  double unit;
};

G_DEFINE_FINAL_TYPE (MpTopicHeading, mp_topic_heading, GTK_TYPE_WIDGET)

enum {
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
mp_topic_heading_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpTopicHeading *self = MP_TOPIC_HEADING (widget);
  float width = (float) gtk_widget_get_width (widget);
  double size = SIGN * self->unit, x = SIGN_MIDDLE * self->unit, y = self->middle - size * 0.6;
  GdkRGBA color;
  cairo_t *cr;

  if (self->collapsed)
    return;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = width - x;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, width, (float) gtk_widget_get_height (widget)));
  cairo_move_to (cr, x - size, y);
  cairo_line_to (cr, x + size, y);
  cairo_line_to (cr, x, y + 1.3 * size);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_fill (cr);
  cairo_destroy (cr);
}

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

  widget_class->snapshot = mp_topic_heading_snapshot;
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
  self->unit = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

GtkWidget *
mp_topic_heading_new (guint32 topic)
{
  MpTopicHeading *self = g_object_new (MP_TYPE_TOPIC_HEADING, NULL);

  self->topic = topic;
  return GTK_WIDGET (self);
}

guint32
mp_topic_heading_get_topic (MpTopicHeading *self)
{
  g_return_val_if_fail (MP_IS_TOPIC_HEADING (self), MP_NONE);
  return self->topic;
}

void
mp_topic_heading_describe (MpTopicHeading *self, MpAgreement *agreement, guint n_terms,
                           gboolean collapsed, const MpComparison *comparison)
{
  const MpTopic *topic = &mp_agreement_topics (agreement, NULL)[self->topic];
  g_autofree char *title =
    mp_untrusted_text_isolate (mp_agreement_text (agreement, topic->title), 0);
  g_autofree char *terms = g_strdup_printf (ngettext ("%'u term", "%'u terms", n_terms), n_terms);
  g_autofree char *change = comparison != NULL ? mp_words_change_badge (comparison) : NULL;
  const char *facts[] = { terms, change, NULL };
  g_autofree char *description = mp_join (MP_JOIN_FACTS, facts);
  g_autofree char *css_class = g_strconcat ("mp-", mp_color_to_string (topic->color), NULL);
  const char *css_classes[] = { css_class, NULL };

  g_return_if_fail (MP_IS_TOPIC_HEADING (self));

  gtk_widget_set_css_classes (GTK_WIDGET (self), css_classes);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), collapsed ? _ ("Expand this topic")
                                                            : _ ("Collapse this topic to one row"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  mp_announcer_describe (GTK_WIDGET (self), description);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !collapsed,
                               -1);
  if (self->collapsed == collapsed)
    return;
  self->collapsed = collapsed;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mp_topic_heading_set_place (MpTopicHeading *self, double middle, double unit)
{
  g_return_if_fail (MP_IS_TOPIC_HEADING (self));

  if (self->middle == middle && self->unit == unit)
    return;
  self->middle = middle;
  self->unit = unit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
