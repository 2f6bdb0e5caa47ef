/* mp-as-of-button.c: the button with the as-of date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-as-of-button.h"

#include "mp-as-of-popover.h"
#include "mp-follow.h"

#include <glib/gi18n-lib.h>

struct _MpAsOfButton {
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkLabel *label;

  /* Owned */
  MpSession *session;
};

G_DEFINE_FINAL_TYPE (MpAsOfButton, mp_as_of_button, ADW_TYPE_BIN)

/* The dates that are asked about, without that of knowledge. */
static char *
make_dates (MpSession *session)
{
  const MpDate *before = mp_session_get_before (session);
  g_autofree char *date = NULL;

  if (before == NULL && mp_session_is_as_of_today (session))
    return g_strdup (_ ("As of Today"));
  date = mp_date_words (mp_session_get_as_of (session));
  if (before != NULL) {
    g_autofree char *words = mp_date_words (before);

    /* Translators: two dates that are compared, the one before first. */
    return g_strdup_printf (C_ ("comparison", "%s → %s"), words, date);
  }
  /* Translators: %s is a date. */
  return g_strdup_printf (_ ("As of %s"), date);
}

static char *
make_label (MpSession *session)
{
  const MpDate *known = mp_session_get_known (session);
  g_autofree char *dates = make_dates (session);
  g_autofree char *day = NULL;

  if (known == NULL)
    return g_steal_pointer (&dates);
  day = mp_date_words (known);
  /* Translators: the day that is asked about, as in "As of 2030", and the day whose knowledge is
   * shown */
  return g_strdup_printf (_ ("%s, as known on %s"), dates, day);
}

static void
date_changed_cb (MpAsOfButton *self)
{
  g_autofree char *words = make_label (self->session);

  gtk_label_set_label (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

/* The popover is made when it is first opened. */
static void
make_popover_cb (GtkMenuButton *button, gpointer data)
{
  MpAsOfButton *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, mp_as_of_popover_new (self->session));
}

static void
mp_as_of_button_dispose (GObject *object)
{
  MpAsOfButton *self = MP_AS_OF_BUTTON (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (mp_as_of_button_parent_class)->dispose (object);
}

static void
mp_as_of_button_class_init (MpAsOfButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_as_of_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-as-of-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MpAsOfButton, button);
  gtk_widget_class_bind_template_child (widget_class, MpAsOfButton, label);
}

static void
mp_as_of_button_init (MpAsOfButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, make_popover_cb, self, NULL);
}

void
mp_as_of_button_set_session (MpAsOfButton *self, MpSession *session)
{
  g_return_if_fail (MP_IS_AS_OF_BUTTON (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  mp_follow (session, self, G_CALLBACK (date_changed_cb), "as-of", "before", "known", NULL);
  date_changed_cb (self);
}

void
mp_as_of_button_open (MpAsOfButton *self)
{
  g_return_if_fail (MP_IS_AS_OF_BUTTON (self));
  gtk_menu_button_popup (self->button);
}

void
mp_as_of_button_open_known (MpAsOfButton *self)
{
  g_return_if_fail (MP_IS_AS_OF_BUTTON (self));

  make_popover_cb (self->button, self);
  mp_as_of_popover_begin_with_known (MP_AS_OF_POPOVER (gtk_menu_button_get_popover (self->button)));
  gtk_menu_button_popup (self->button);
}
