/* mp-date-cursor.c: the handle that moves one of the session's dates by keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-date-cursor.h"

#include "mp-direction.h"
#include "mp-follow.h"

#include <glib/gi18n-lib.h>

struct _MpDateCursor {
  GtkWidget parent_instance;

  /* Owned */
  MpSession *session;

  MpCursorKind kind;
};

G_DEFINE_FINAL_TYPE (MpDateCursor, mp_date_cursor, GTK_TYPE_WIDGET)

/* The steps by which keys move the date: two actions, the modifiers of the arrow keys, and how far.
 */
static const struct {
  const char *earlier;
  const char *later;
  GdkModifierType modifiers;
  int years;
  int months;
  int days;
} steps[] = {
  { "cursor.day-earlier", "cursor.day-later", 0, 0, 0, 1 },
  { "cursor.month-earlier", "cursor.month-later", GDK_SHIFT_MASK, 0, 1, 0 },
  { "cursor.year-earlier", "cursor.year-later", GDK_CONTROL_MASK, 1, 0, 0 },
};

const MpDate *
mp_cursor_kind_get_date (MpCursorKind kind, MpSession *session)
{
  return kind == MP_CURSOR_AS_OF ? mp_session_get_as_of (session) : mp_session_get_before (session);
}

void
mp_cursor_kind_set_day (MpCursorKind kind, MpSession *session, MpInstant day)
{
  if (kind == MP_CURSOR_AS_OF)
    mp_session_set_as_of_day (session, day);
  else
    mp_session_set_before_day (session, day);
}

/* The day that is a step away from another. In a month that is too short for the day, it is the
 * last day of the month. */
static MpInstant
step_from (MpInstant day, int years, int months, int days)
{
  MpCivil civil = mp_civil_from_instant (day);
  MpCivil first = mp_civil_from_instant (
    mp_instant_from_civil (civil.year + years, civil.month + months, 1, 0, 0, 0));

  first.day = MIN (civil.day, mp_days_in_month (first.year, first.month));
  return mp_instant_from_civil (first.year, first.month, first.day, 0, 0, 0) +
         days * MP_SECONDS_PER_DAY;
}

/* The day that is a step away from a date. A date that is longer than a day, because its year has
 * too many digits for days, is left as a whole. */
static MpInstant
step_from_date (const MpDate *from, int years, int months, int days)
{
  MpInstant day = step_from (from->earliest, years, months, days);
  MpDate date;

  mp_date_for_day (day, &date);
  if (date.earliest != from->earliest || date.after != from->after)
    return day;
  return days + months + years > 0 ? from->after : from->earliest - 1;
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpDateCursor *self = MP_DATE_CURSOR (widget);
  const MpDate *date;

  (void) parameter;
  date = self->session != NULL ? mp_cursor_kind_get_date (self->kind, self->session) : NULL;
  if (date == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    int sign = g_str_equal (steps[i].later, name)     ? 1
               : g_str_equal (steps[i].earlier, name) ? -1
                                                      : 0;

    if (sign != 0)
      mp_cursor_kind_set_day (
        self->kind, self->session,
        step_from_date (date, sign * steps[i].years, sign * steps[i].months, sign * steps[i].days));
  }
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpDateCursor *self = MP_DATE_CURSOR (widget);

  (void) name;
  (void) parameter;
  if (self->session == NULL)
    return;
  if (self->kind == MP_CURSOR_AS_OF)
    mp_session_set_as_of (self->session, NULL);
  else
    mp_session_set_before (self->session, NULL);
}

static void
date_changed_cb (MpDateCursor *self)
{
  const MpDate *date = mp_cursor_kind_get_date (self->kind, self->session);
  g_autofree char *words = date != NULL ? mp_date_words (date) : NULL;

  if (date != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                    (double) date->earliest / (double) MP_SECONDS_PER_DAY,
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static void
mp_date_cursor_dispose (GObject *object)
{
  mp_date_cursor_set_session (MP_DATE_CURSOR (object), NULL);
  G_OBJECT_CLASS (mp_date_cursor_parent_class)->dispose (object);
}

static void
mp_date_cursor_class_init (MpDateCursorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_date_cursor_dispose;
  gtk_widget_class_set_css_name (widget_class, "asof");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    gtk_widget_class_install_action (widget_class, steps[i].earlier, NULL, step_action);
    gtk_widget_class_install_action (widget_class, steps[i].later, NULL, step_action);
    mp_direction_bind_keys (widget_class, GDK_KEY_Left, GDK_KEY_Right, steps[i].modifiers,
                            steps[i].earlier, steps[i].later);
  }
  gtk_widget_class_install_action (widget_class, "cursor.reset", NULL, reset_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "cursor.reset", NULL);
}

static void
mp_date_cursor_init (MpDateCursor *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
}

GtkWidget *
mp_date_cursor_new (MpCursorKind kind)
{
  MpDateCursor *self = g_object_new (MP_TYPE_DATE_CURSOR, NULL);
  gboolean is_as_of = kind == MP_CURSOR_AS_OF;

  self->kind = kind;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               is_as_of ? _ ("The as-of date: drag it, or drag along the years")
                                        : _ ("The date that it is compared with: drag it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: of two dates that are compared, the earlier; the
                                   * other is the as-of date */
                                  is_as_of ? _ ("As-of date") : _ ("Date before"), -1);
  return GTK_WIDGET (self);
}

void
mp_date_cursor_set_session (MpDateCursor *self, MpSession *session)
{
  g_return_if_fail (MP_IS_DATE_CURSOR (self));

  if (self->session == session)
    return;
  mp_unfollow (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  mp_follow (session, self, G_CALLBACK (date_changed_cb),
             self->kind == MP_CURSOR_AS_OF ? "as-of" : "before", NULL);
  date_changed_cb (self);
}
