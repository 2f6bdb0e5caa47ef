/* mp-filter-banner.c: the bar that says that some entries are hidden
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-filter-banner.h"

#include "mp-follow.h"

struct _MpFilterBanner {
  AdwBin parent_instance;

  /* Template */
  GtkRevealer *revealer;
  GtkLabel *label;

  /* Owned */
  MpSession *session;
};

G_DEFINE_FINAL_TYPE (MpFilterBanner, mp_filter_banner, ADW_TYPE_BIN)

static void
filter_changed_cb (MpFilterBanner *self)
{
  MpVisibleSet *visible = mp_session_get_visible_set (self->session);
  g_autofree char *words = NULL;

  gtk_revealer_set_reveal_child (self->revealer, visible != NULL);
  if (visible == NULL)
    return;
  words = mp_visible_set_words (visible);
  gtk_label_set_label (self->label, words);
}

static void
mp_filter_banner_dispose (GObject *object)
{
  g_clear_object (&MP_FILTER_BANNER (object)->session);
  G_OBJECT_CLASS (mp_filter_banner_parent_class)->dispose (object);
}

static void
mp_filter_banner_class_init (MpFilterBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_filter_banner_dispose;
  gtk_widget_class_set_css_name (widget_class, "filterbanner");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-filter-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, MpFilterBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, MpFilterBanner, label);
}

static void
mp_filter_banner_init (MpFilterBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mp_filter_banner_set_session (MpFilterBanner *self, MpSession *session)
{
  g_return_if_fail (MP_IS_FILTER_BANNER (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  mp_follow (session, self, G_CALLBACK (filter_changed_cb), "visible-set", NULL);
  filter_changed_cb (self);
}
