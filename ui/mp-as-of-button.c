/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-as-of-button.h"

#include <glib/gi18n-lib.h>

struct _MpAsOfButton {
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkEntry *entry;
  GtkLabel *explanation;

  /* Owned */
  MpSession *session;
};

G_DEFINE_FINAL_TYPE (MpAsOfButton, mp_as_of_button, ADW_TYPE_BIN)

/* Reads what is typed. Only a date with both ends can be asked about. */
static gboolean
read_entry (MpAsOfButton *self, MpDate *date, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (!mp_date_parse (stripped, -1, date, NULL, error))
    return FALSE;
  if (date->earliest > MP_INSTANT_MIN && date->after < MP_INSTANT_MAX)
    return TRUE;
  g_set_error_literal (error, MP_DATE_ERROR, MP_DATE_ERROR_RANGE,
                       _ ("the date must have a beginning and an end"));
  return FALSE;
}

/* Says what the text means, or what is wrong with it, while it is typed. */
static void
entry_changed_cb (MpAsOfButton *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  MpDate date;

  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    words = g_strdup (_ ("A day, a month or a year, such as 2028-06-01, 2028-06 or 2028"));
  else if (read_entry (self, &date, &error))
    words = mp_date_words (&date);
  else
    words = g_strdup (error->message);
  gtk_label_set_label (self->explanation, words);
}

static void
entry_activate_cb (MpAsOfButton *self)
{
  MpDate date;

  if (!read_entry (self, &date, NULL)) {
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
    gtk_widget_error_bell (GTK_WIDGET (self->entry));
    return;
  }
  mp_session_set_as_of (self->session, &date);
  gtk_popover_popdown (self->popover);
}

static void
today_cb (MpAsOfButton *self)
{
  mp_session_set_as_of (self->session, NULL);
  gtk_popover_popdown (self->popover);
}

static void
shown_cb (MpAsOfButton *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), mp_session_get_as_of (self->session)->text);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
as_of_changed_cb (MpAsOfButton *self)
{
  g_autofree char *words = NULL;

  if (mp_session_is_as_of_today (self->session)) {
    words = g_strdup (_ ("As of Today"));
  } else {
    g_autofree char *date = mp_date_words (mp_session_get_as_of (self->session));

    /* Translators: %s is a date. */
    words = g_strdup_printf (_ ("As of %s"), date);
  }
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
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-as-of-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MpAsOfButton, button);
  gtk_widget_class_bind_template_child (widget_class, MpAsOfButton, label);
  gtk_widget_class_bind_template_child (widget_class, MpAsOfButton, popover);
  gtk_widget_class_bind_template_child (widget_class, MpAsOfButton, entry);
  gtk_widget_class_bind_template_child (widget_class, MpAsOfButton, explanation);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
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
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (as_of_changed_cb), self,
                           G_CONNECT_SWAPPED);
  as_of_changed_cb (self);
}

void
mp_as_of_button_open (MpAsOfButton *self)
{
  g_return_if_fail (MP_IS_AS_OF_BUTTON (self));
  gtk_menu_button_popup (self->button);
}
