/* mp-date-entry.c: an entry for dates, with an explanation and a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-date-entry.h"

#include "mp-date-entered.h"

#include <glib/gi18n-lib.h>

/* In characters. */
#define EXPLANATION_CHARS 34
#define ENTRY_CHARS 16
#define COMPACT_CHARS 6

struct _MpDateEntry {
  GtkBox parent_instance;

  /* Template */
  GtkLabel *title;
  GtkEntry *entry;
  GtkMenuButton *calendar_button;
  GtkButton *button;
  GtkLabel *explanation;

  GtkCalendar *calendar; /* borrowed; NULL until it is first opened */

  gboolean following; /* the calendar is being set from the entry, so its signals are ignored */
};

G_DEFINE_FINAL_TYPE (MpDateEntry, mp_date_entry, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_TITLE,
  PROP_BUTTON,
  PROP_COMPACT,
  N_PROPS
};

enum {
  CHANGED,
  CHOSEN,
  RESET,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* Parses the text. Only a date with a beginning and an end is accepted. */
static gboolean
read_entry (MpDateEntry *self, MpDate *date, GError **error)
{
  MpDate typed;

  if (!mp_date_parse_entered (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &typed, error))
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

static char *
words_of (const char *text)
{
  MpDate date;

  return mp_date_parse (text, -1, &date, NULL, NULL) ? mp_date_words (&date) : NULL;
}

/* Returns examples of dates, as they are typed in the user's language. */
static char *
make_hint (void)
{
  g_autofree char *day = words_of ("2028-06-01"), *month = words_of ("2028-06");

  /* Translators: examples of dates: a day and a month in words, then a year and a day as they are.
   */
  return g_strdup_printf (_ ("A day, a month or a year, such as %s, %s, 2028 or 2028-06-01"), day,
                          month);
}

static void
entry_changed_cb (MpDateEntry *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  MpDate date;

  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  if (is_empty (self))
    words = make_hint ();
  else if (read_entry (self, &date, &error))
    words = mp_date_words (&date);
  else
    words = g_strdup (error->message);
  gtk_label_set_label (self->explanation, words);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- The calendar ----------------------------------------------------------------------------- */

/* The years that GtkCalendar can show. */
#define FIRST_YEAR 1
#define LAST_YEAR 9999

/* Shows the first day of the date that is typed. If that is no date, the calendar stays where it
 * was. */
static void
calendar_shown_cb (MpDateEntry *self)
{
  g_autoptr (GDateTime) day = NULL;
  MpDate date;
  MpCivil civil;

  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
  if (!read_entry (self, &date, NULL))
    return;
  civil = mp_civil_from_instant (date.earliest);
  day = g_date_time_new_utc ((int) CLAMP (civil.year, FIRST_YEAR, LAST_YEAR), civil.month,
                             civil.day, 0, 0, 0);
  self->following = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->following = FALSE;
}

/* A day that is chosen is put into the entry, which explains it. Enter there applies it. */
static void
day_selected_cb (MpDateEntry *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = NULL;

  if (self->following)
    return;
  text = g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (day), g_date_time_get_month (day),
                          g_date_time_get_day_of_month (day));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
take_day (MpDateEntry *self)
{
  gtk_menu_button_popdown (self->calendar_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* A double click applies a day. So does Enter, even for the day that was chosen already. */
static void
day_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MpDateEntry *self)
{
  (void) gesture;
  (void) x;
  (void) y;
  if (n_press == 2)
    take_day (self);
}

/* How far each key moves. GtkCalendar's own keys move a focus that screen readers do not announce,
 * and choose nothing. */
static const struct {
  guint keyval;
  int days;
  int months;
} moves[] = {
  { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 },    { GDK_KEY_Up, -7, 0 },
  { GDK_KEY_Down, 7, 0 },  { GDK_KEY_Page_Up, 0, -1 }, { GDK_KEY_Page_Down, 0, 1 },
};

/* Moves the chosen day. Returns FALSE for any other key. */
static gboolean
move_day (MpDateEntry *self, guint keyval)
{
  g_autoptr (GDateTime) from = gtk_calendar_get_date (self->calendar);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self->calendar)) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++) {
    g_autoptr (GDateTime) month = NULL, to = NULL;
    gboolean sideways = ABS (moves[i].days) == 1;

    if (moves[i].keyval != keyval)
      continue;
    month = g_date_time_add_months (from, moves[i].months);
    to = month != NULL
           ? g_date_time_add_days (month, mirrored && sideways ? -moves[i].days : moves[i].days)
           : NULL;
    /* NULL before the first year and after the last. */
    if (to != NULL)
      gtk_calendar_select_day (self->calendar, to);
    return TRUE;
  }
  return FALSE;
}

static gboolean
calendar_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                 GdkModifierType state, MpDateEntry *self)
{
  (void) controller;
  (void) keycode;
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return move_day (self, keyval);
  day_selected_cb (self);
  take_day (self);
  return GDK_EVENT_STOP;
}

/* A calendar has as many widgets as the rest of the window, so it is made when it is first opened.
 */
static void
make_calendar_cb (GtkMenuButton *button, gpointer data)
{
  MpDateEntry *self = data;
  GtkWidget *popover;
  GtkEventController *keys;
  GtkGesture *click;

  if (self->calendar != NULL)
    return;
  popover = gtk_popover_new ();
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Days: the arrow keys go from day to day, Enter takes one"),
                                  -1);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (calendar_key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), keys);
  click = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_BUBBLE);
  g_signal_connect_object (click, "released", G_CALLBACK (day_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), GTK_EVENT_CONTROLLER (click));
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  g_signal_connect_object (popover, "show", G_CALLBACK (calendar_shown_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

/* --- The entry -------------------------------------------------------------------------------- */

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

/* In a popover the explanation has a width of its own, so that the popover keeps its width while a
 * date is typed. Where there is little room, the button has a sign, and says its words in a
 * tooltip.
 */
static void
set_compact (MpDateEntry *self, gboolean is_compact)
{
  if (is_compact)
    gtk_button_set_icon_name (self->button, "edit-clear-symbolic");
  gtk_label_set_width_chars (self->explanation, is_compact ? -1 : EXPLANATION_CHARS);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry),
                                is_compact ? COMPACT_CHARS : ENTRY_CHARS);
}

static void
mp_date_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MpDateEntry *self = MP_DATE_ENTRY (object);

  switch (id) {
  case PROP_TITLE:
    gtk_label_set_label (self->title, g_value_get_string (value));
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
    break;
  case PROP_BUTTON:
    gtk_button_set_label (self->button, g_value_get_string (value));
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), g_value_get_string (value));
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
    break;
  case PROP_COMPACT:
    set_compact (self, g_value_get_boolean (value));
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
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", MP_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", MP_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[RESET] = g_signal_new ("reset", MP_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-date-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, MpDateEntry, title);
  gtk_widget_class_bind_template_child (widget_class, MpDateEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, MpDateEntry, calendar_button);
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
  gtk_menu_button_set_create_popup_func (self->calendar_button, make_calendar_cb, self, NULL);
  set_compact (self, FALSE);
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
mp_date_entry_is_empty (MpDateEntry *self)
{
  g_return_val_if_fail (MP_IS_DATE_ENTRY (self), TRUE);
  return is_empty (self);
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
