/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-date-entry.h"

#include <glib/gi18n-lib.h>

struct _MpDateEntry {
  GtkBox parent_instance;

  /* Template */
  GtkLabel *title;
  GtkEntry *entry;
  GtkButton *button;
  GtkLabel *explanation;
};

G_DEFINE_FINAL_TYPE (MpDateEntry, mp_date_entry, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_TITLE,
  PROP_BUTTON,
  N_PROPS
};

enum {
  CHOSEN,
  RESET,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* Reads what is typed. Only a date with both ends can be asked about. */
static gboolean
read_entry (MpDateEntry *self, MpDate *date, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  MpDate typed;

  if (!mp_date_parse (stripped, -1, &typed, NULL, error))
    return FALSE;
  if (typed.earliest > MP_INSTANT_MIN && typed.after < MP_INSTANT_MAX) {
    *date = typed;
    return TRUE;
  }
  g_set_error_literal (error, MP_DATE_ERROR, MP_DATE_ERROR_RANGE,
                       _ ("the date must have a beginning and an end"));
  return FALSE;
}

static gboolean
is_empty (MpDateEntry *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';
}

static void
entry_changed_cb (MpDateEntry *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  MpDate date;

  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  if (is_empty (self))
    words = g_strdup (_ ("A day, a month or a year, such as 2028-06-01, 2028-06 or 2028"));
  else if (read_entry (self, &date, &error))
    words = mp_date_words (&date);
  else
    words = g_strdup (error->message);
  gtk_label_set_label (self->explanation, words);
}

static void
button_clicked_cb (MpDateEntry *self)
{
  g_signal_emit (self, signals[RESET], 0);
}

static void
entry_activate_cb (MpDateEntry *self)
{
  MpDate date;

  if (is_empty (self))
    g_signal_emit (self, signals[RESET], 0);
  else if (mp_date_entry_get_date (self, &date))
    g_signal_emit (self, signals[CHOSEN], 0);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->entry));
}

static gboolean
mp_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MP_DATE_ENTRY (widget)->entry));
}

static void
mp_date_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MpDateEntry *self = MP_DATE_ENTRY (object);
  const char *text = g_value_get_string (value);

  switch (id) {
  case PROP_TITLE:
    gtk_label_set_label (self->title, text);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    text, -1);
    break;
  case PROP_BUTTON:
    gtk_button_set_label (self->button, text);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mp_date_entry_class_init (MpDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = mp_date_entry_set_property;
  widget_class->grab_focus = mp_date_entry_grab_focus;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_BUTTON] = g_param_spec_string ("button", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", MP_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[RESET] = g_signal_new ("reset", MP_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-date-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, MpDateEntry, title);
  gtk_widget_class_bind_template_child (widget_class, MpDateEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, MpDateEntry, button);
  gtk_widget_class_bind_template_child (widget_class, MpDateEntry, explanation);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
mp_date_entry_init (MpDateEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  entry_changed_cb (self);
}

void
mp_date_entry_set_date (MpDateEntry *self, const MpDate *date)
{
  g_return_if_fail (MP_IS_DATE_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), date != NULL ? date->text : "");
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

gboolean
mp_date_entry_get_date (MpDateEntry *self, MpDate *date)
{
  g_return_val_if_fail (MP_IS_DATE_ENTRY (self), FALSE);

  if (read_entry (self, date, NULL))
    return TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  return FALSE;
}
