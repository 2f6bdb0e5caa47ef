/* mp-as-of-button.c: the button with the as-of date, and the popover in which dates are typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-as-of-button.h"

#include "mp-date-entry.h"
#include "mp-follow.h"

#include <glib/gi18n-lib.h>

struct _MpAsOfButton {
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  MpDateEntry *as_of;
  MpDateEntry *before;

  /* Owned */
  MpSession *session;
};

G_DEFINE_FINAL_TYPE (MpAsOfButton, mp_as_of_button, ADW_TYPE_BIN)

static void
as_of_chosen_cb (MpAsOfButton *self)
{
  MpDate date;

  if (mp_date_entry_get_date (self->as_of, &date))
    mp_session_set_as_of (self->session, &date);
  gtk_popover_popdown (self->popover);
}

static void
as_of_reset_cb (MpAsOfButton *self)
{
  mp_session_set_as_of (self->session, NULL);
  gtk_popover_popdown (self->popover);
}

static void
before_chosen_cb (MpAsOfButton *self)
{
  MpDate date, as_of;

  /* Enter applies both dates, if both are valid. */
  if (mp_date_entry_get_date (self->as_of, &as_of))
    mp_session_set_as_of (self->session, &as_of);
  if (mp_date_entry_get_date (self->before, &date))
    mp_session_set_before (self->session, &date);
  gtk_popover_popdown (self->popover);
}

static void
before_reset_cb (MpAsOfButton *self)
{
  mp_session_set_before (self->session, NULL);
  gtk_popover_popdown (self->popover);
}

static void
shown_cb (MpAsOfButton *self)
{
  mp_date_entry_set_date (self->as_of, mp_session_get_as_of (self->session));
  mp_date_entry_set_date (self->before, mp_session_get_before (self->session));
  gtk_widget_grab_focus (GTK_WIDGET (self->as_of));
}

static char *
make_label (MpSession *session)
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

static void
date_changed_cb (MpAsOfButton *self)
{
  g_autofree char *words = make_label (self->session);

  gtk_label_set_label (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
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
  g_type_ensure (MP_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-as-of-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MpAsOfButton, button);
  gtk_widget_class_bind_template_child (widget_class, MpAsOfButton, label);
  gtk_widget_class_bind_template_child (widget_class, MpAsOfButton, popover);
  gtk_widget_class_bind_template_child (widget_class, MpAsOfButton, as_of);
  gtk_widget_class_bind_template_child (widget_class, MpAsOfButton, before);
  gtk_widget_class_bind_template_callback (widget_class, as_of_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_of_reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, before_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, before_reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
mp_as_of_button_init (MpAsOfButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mp_as_of_button_set_session (MpAsOfButton *self, MpSession *session)
{
  g_return_if_fail (MP_IS_AS_OF_BUTTON (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  mp_follow (session, self, G_CALLBACK (date_changed_cb), "as-of", "before", NULL);
  date_changed_cb (self);
}

void
mp_as_of_button_open (MpAsOfButton *self)
{
  g_return_if_fail (MP_IS_AS_OF_BUTTON (self));
  gtk_menu_button_popup (self->button);
}
