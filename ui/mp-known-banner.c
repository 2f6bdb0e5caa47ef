/* mp-known-banner.c: the bar that says as of whose knowledge the agreement is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-known-banner.h"

#include "mp-follow.h"
#include "mp-session-words.h"

struct _MpKnownBanner {
  AdwBin parent_instance;

  /* Template */
  GtkRevealer *revealer;
  GtkLabel *label;

  /* Owned */
  MpSession *session;
};

G_DEFINE_FINAL_TYPE (MpKnownBanner, mp_known_banner, ADW_TYPE_BIN)

/* The agreement changes after the date. */
static void
changed_cb (MpKnownBanner *self)
{
  gboolean is_known = mp_session_get_known (self->session) != NULL;
  g_autofree char *words = NULL;

  gtk_revealer_set_reveal_child (self->revealer, is_known);
  if (!is_known)
    return;
  words = mp_session_words_known (self->session);
  gtk_label_set_label (self->label, words);
}

static void
mp_known_banner_dispose (GObject *object)
{
  g_clear_object (&MP_KNOWN_BANNER (object)->session);
  G_OBJECT_CLASS (mp_known_banner_parent_class)->dispose (object);
}

static void
mp_known_banner_class_init (MpKnownBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_known_banner_dispose;
  gtk_widget_class_set_css_name (widget_class, "knownbanner");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-known-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, MpKnownBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, MpKnownBanner, label);
}

static void
mp_known_banner_init (MpKnownBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mp_known_banner_set_session (MpKnownBanner *self, MpSession *session)
{
  g_return_if_fail (MP_IS_KNOWN_BANNER (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  mp_follow (session, self, G_CALLBACK (changed_cb), "known", "agreement", NULL);
  changed_cb (self);
}
