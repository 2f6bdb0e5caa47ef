/* mp-announcer.c: the widget that says sentences to screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-announcer.h"

#include "mp-follow.h"

/* Where mp_announcer_describe () keeps what it has set. */
#define DESCRIPTION "mp-description"

struct _MpAnnouncer {
  GtkWidget parent_instance;

  /* Owned */
  char *sentence;
  GtkWidget *borrowed; /* weak: its description is the sentence */
};

G_DEFINE_FINAL_TYPE (MpAnnouncer, mp_announcer, GTK_TYPE_WIDGET)

void
mp_announcer_describe (GtkWidget *widget, const char *description)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data_full (G_OBJECT (widget), DESCRIPTION, g_strdup (description), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

#if GTK_CHECK_VERSION(4, 14, 0)

/* The function is newer than what the program is held to. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
speak (MpAnnouncer *self)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), self->sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

G_GNUC_END_IGNORE_DEPRECATIONS

static void
give_back (MpAnnouncer *self)
{
  (void) self;
}

#else

/* GTK gives a widget its tooltip as its description. */
static const char *
own_description (GtkWidget *widget)
{
  const char *description = g_object_get_data (G_OBJECT (widget), DESCRIPTION);

  return description != NULL ? description : gtk_widget_get_tooltip_text (widget);
}

static void
give_back (MpAnnouncer *self)
{
  GtkWidget *widget = self->borrowed;

  if (widget == NULL)
    return;
  g_clear_weak_pointer (&self->borrowed);
  if (own_description (widget) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    own_description (widget), -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
focus_changed_cb (MpAnnouncer *self)
{
  if (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) != self->borrowed)
    give_back (self);
}

static void
speak (MpAnnouncer *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL)
    return;
  if (focus != self->borrowed) {
    give_back (self);
    g_set_weak_pointer (&self->borrowed, focus);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->sentence, -1);
}

static void
mp_announcer_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mp_announcer_parent_class)->root (widget);
  mp_follow (gtk_widget_get_root (widget), widget, G_CALLBACK (focus_changed_cb), "focus-widget",
             NULL);
}

static void
mp_announcer_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_root (widget), widget);
  give_back (MP_ANNOUNCER (widget));
  GTK_WIDGET_CLASS (mp_announcer_parent_class)->unroot (widget);
}

#endif

static void
mp_announcer_dispose (GObject *object)
{
  give_back (MP_ANNOUNCER (object));
  G_OBJECT_CLASS (mp_announcer_parent_class)->dispose (object);
}

static void
mp_announcer_finalize (GObject *object)
{
  g_free (MP_ANNOUNCER (object)->sentence);
  G_OBJECT_CLASS (mp_announcer_parent_class)->finalize (object);
}

static void
mp_announcer_class_init (MpAnnouncerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mp_announcer_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_announcer_finalize;
#if !GTK_CHECK_VERSION(4, 14, 0)
  GTK_WIDGET_CLASS (klass)->root = mp_announcer_root;
  GTK_WIDGET_CLASS (klass)->unroot = mp_announcer_unroot;
#endif
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "announcer");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
mp_announcer_init (MpAnnouncer *self)
{
  self->sentence = g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
}

GtkWidget *
mp_announcer_new (void)
{
  return g_object_new (MP_TYPE_ANNOUNCER, NULL);
}

void
mp_announcer_say (MpAnnouncer *self, const char *sentence, gboolean spoken)
{
  g_return_if_fail (MP_IS_ANNOUNCER (self));
  g_return_if_fail (sentence != NULL);

  g_free (self->sentence);
  self->sentence = g_strdup (sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  if (spoken)
    speak (self);
}

const char *
mp_announcer_get_sentence (MpAnnouncer *self)
{
  g_return_val_if_fail (MP_IS_ANNOUNCER (self), NULL);
  return self->sentence;
}
