/* mp-as-of-popover.c: where the as-of date is typed, the date of knowledge, and the date it is
 * compared with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-as-of-popover.h"

#include "mp-date-entry.h"

struct _MpAsOfPopover {
  GtkPopover parent_instance;

  /* Template */
  MpDateEntry *as_of;
  MpDateEntry *known;
  MpDateEntry *before;

  /* Owned */
  MpSession *session;

  gboolean begins_with_known; /* it opens with the focus on the date of knowledge */
};

G_DEFINE_FINAL_TYPE (MpAsOfPopover, mp_as_of_popover, GTK_TYPE_POPOVER)

/* Takes what is typed in all fields, in whichever Enter was pressed. If one of them holds no date,
 * the focus goes there, which says what is wrong, and nothing is taken. */
static void
chosen_cb (MpAsOfPopover *self)
{
  MpDateEntry *entries[] = { self->as_of, self->known, self->before };
  void (*const set[]) (MpSession *, const MpDate *) = { mp_session_set_as_of, mp_session_set_known,
                                                        mp_session_set_before };
  MpDate dates[G_N_ELEMENTS (entries)];

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (!mp_date_entry_is_empty (entries[i]) && !mp_date_entry_get_date (entries[i], &dates[i])) {
      gtk_widget_grab_focus (GTK_WIDGET (entries[i]));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (!mp_date_entry_is_empty (entries[i]))
      set[i](self->session, &dates[i]);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
as_of_reset_cb (MpAsOfPopover *self)
{
  mp_session_set_as_of (self->session, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
known_reset_cb (MpAsOfPopover *self)
{
  mp_session_set_known (self->session, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
before_reset_cb (MpAsOfPopover *self)
{
  mp_session_set_before (self->session, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
shown_cb (MpAsOfPopover *self)
{
  mp_date_entry_set_date (self->as_of, mp_session_get_as_of (self->session));
  mp_date_entry_set_date (self->known, mp_session_get_known (self->session));
  mp_date_entry_set_date (self->before, mp_session_get_before (self->session));
  gtk_widget_grab_focus (GTK_WIDGET (self->begins_with_known ? self->known : self->as_of));
  self->begins_with_known = FALSE;
}

static void
mp_as_of_popover_dispose (GObject *object)
{
  MpAsOfPopover *self = MP_AS_OF_POPOVER (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (mp_as_of_popover_parent_class)->dispose (object);
}

static void
mp_as_of_popover_class_init (MpAsOfPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_as_of_popover_dispose;
  g_type_ensure (MP_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-as-of-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MpAsOfPopover, as_of);
  gtk_widget_class_bind_template_child (widget_class, MpAsOfPopover, known);
  gtk_widget_class_bind_template_child (widget_class, MpAsOfPopover, before);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_of_reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, known_reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, before_reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
mp_as_of_popover_init (MpAsOfPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mp_as_of_popover_new (MpSession *session)
{
  MpAsOfPopover *self = g_object_new (MP_TYPE_AS_OF_POPOVER, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
mp_as_of_popover_begin_with_known (MpAsOfPopover *self)
{
  g_return_if_fail (MP_IS_AS_OF_POPOVER (self));
  self->begins_with_known = TRUE;
}
