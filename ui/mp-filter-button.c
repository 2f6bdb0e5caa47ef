/* mp-filter-button.c: the button of the filters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-filter-button.h"

#include "mp-filter-popover.h"
#include "mp-follow.h"

struct _MpFilterButton {
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;

  /* Owned */
  MpSession *session;
};

G_DEFINE_FINAL_TYPE (MpFilterButton, mp_filter_button, ADW_TYPE_BIN)

static void
filter_changed_cb (MpFilterButton *self)
{
  if (mp_session_get_filter (self->session) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "filtering");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "filtering");
}

/* The popover is made when it is first opened. */
static void
make_popover_cb (GtkMenuButton *button, gpointer data)
{
  MpFilterButton *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, mp_filter_popover_new (self->session));
}

static void
mp_filter_button_dispose (GObject *object)
{
  MpFilterButton *self = MP_FILTER_BUTTON (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (mp_filter_button_parent_class)->dispose (object);
}

static void
mp_filter_button_class_init (MpFilterButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_filter_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MpFilterButton, button);
}

static void
mp_filter_button_init (MpFilterButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, make_popover_cb, self, NULL);
}

void
mp_filter_button_set_session (MpFilterButton *self, MpSession *session)
{
  g_return_if_fail (MP_IS_FILTER_BUTTON (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  mp_follow (session, self, G_CALLBACK (filter_changed_cb), "filter", NULL);
  filter_changed_cb (self);
}

void
mp_filter_button_open (MpFilterButton *self)
{
  g_return_if_fail (MP_IS_FILTER_BUTTON (self));
  gtk_menu_button_popup (self->button);
}
