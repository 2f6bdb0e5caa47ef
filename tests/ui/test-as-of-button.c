/* test-as-of-button.c: typing the as-of date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-as-of-button.h"
#include "mp-as-of-popover.h"
#include "mp-display-support.h"

#include <adwaita.h>

typedef struct {
  MpSession *session;
  MpAsOfButton *button;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->session = mp_session_new (mp_today ());
  f->button = g_object_new (MP_TYPE_AS_OF_BUTTON, NULL);
  mp_as_of_button_set_session (f->button, f->session);
  f->window = mp_show (GTK_WIDGET (f->button), 400, 300);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_close (f->window);
  mp_let_go (f->session);
}

static gpointer
part (Fixture *f, const char *id)
{
  return mp_template_child (f->button, id);
}

/* The popover, which the button makes when it opens it; here it is made without a display that can
 * open one. */
static gpointer
popover (Fixture *f)
{
  GtkMenuButton *button = part (f, "button");

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, mp_as_of_popover_new (f->session));
  return gtk_menu_button_get_popover (button);
}

/* A part of the entry of the as-of date; the other entry is for the date compared with. */
static gpointer
entry_part (Fixture *f, const char *id)
{
  return mp_template_child (mp_template_child (popover (f), "as_of"), id);
}

/* Opens the popover and, above it, the calendar, which is made for that. */
static GtkCalendar *
open_calendar (Fixture *f)
{
  GtkMenuButton *button = entry_part (f, "calendar_button");
  GtkWidget *calendar;

  if (!gtk_widget_get_mapped (popover (f)))
    mp_as_of_button_open (f->button);
  mp_wait_until (gtk_widget_get_mapped (popover (f)));
  gtk_menu_button_popup (button);
  calendar = mp_find_type (gtk_menu_button_get_popover (button), GTK_TYPE_CALENDAR);
  mp_wait_until (gtk_widget_get_mapped (calendar));
  return GTK_CALENDAR (calendar);
}

static void
close_popover (GtkWidget *popover)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
  mp_wait_until (!gtk_widget_get_mapped (popover));
}

static void
close_calendar (Fixture *f)
{
  close_popover (GTK_WIDGET (gtk_menu_button_get_popover (entry_part (f, "calendar_button"))));
}

static const char *
explanation (Fixture *f)
{
  return gtk_label_get_label (entry_part (f, "explanation"));
}

static const char *
as_of (Fixture *f)
{
  return mp_session_get_as_of (f->session)->text;
}

static void
type (Fixture *f, const char *text)
{
  gtk_editable_set_text (entry_part (f, "entry"), text);
}

static void
assert_label (Fixture *f, const char *text)
{
  g_assert_cmpstr (gtk_label_get_label (part (f, "label")), ==, text);
  gtk_test_accessible_assert_property (part (f, "button"), GTK_ACCESSIBLE_PROPERTY_LABEL, text);
}

/* Whether the entry shows that its text is not a date. */
static gboolean
complains (Fixture *f)
{
  return gtk_widget_has_css_class (entry_part (f, "entry"), "error");
}

/* The button shows the as-of date, to screen readers too, whatever changes it. */
static void
test_label (Fixture *f, gconstpointer data)
{
  (void) data;
  assert_label (f, "As of Today");
  mp_session_set_as_of_day (f->session, mp_instant_from_civil (2028, 6, 1, 0, 0, 0));
  assert_label (f, "As of 1 June 2028");
  mp_session_set_as_of (f->session, NULL);
  assert_label (f, "As of Today");
}

/* While a text is typed, the popover says what it means or what is wrong with it. */
static void
test_explains (Fixture *f, gconstpointer data)
{
  static const char *const dates[][2] = { { "2028", "2028" },
                                          { "2028-06", "June 2028" },
                                          { " 2028-06-01 ", "1 June 2028" },
                                          { "2028~", "about 2028" },
                                          { "June 2028", "June 2028" },
                                          { "1 june 2028", "1 June 2028" },
                                          { "about 2028", "about 2028" } };
  static const char *const wrong[] = { "soon", "2028-02-30", "20", "2020/2021" };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    type (f, dates[i][0]);
    g_assert_cmpstr (explanation (f), ==, dates[i][1]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    type (f, wrong[i]);
    g_assert_cmpstr (explanation (f), !=, "");
    g_assert_cmpstr (explanation (f), !=, wrong[i]);
  }
  type (f, "[..2030]");
  g_assert_cmpstr (explanation (f), ==, "the date must have a beginning and an end");
  type (f, "");
  g_assert_true (g_str_has_prefix (explanation (f), "A day, a month or a year"));
  /* The as-of date does not change before Enter. */
  g_assert_true (mp_session_is_as_of_today (f->session));
}

/* Enter sets the as-of date that is typed. A text that is no date sets nothing, and is shown as
 * wrong until it is corrected. */
static void
test_enter (Fixture *f, gconstpointer data)
{
  (void) data;
  type (f, "2028-13");
  g_signal_emit_by_name (entry_part (f, "entry"), "activate");
  g_assert_true (complains (f));
  g_assert_true (mp_session_is_as_of_today (f->session));
  type (f, "2028-12");
  g_assert_false (complains (f));
  g_signal_emit_by_name (entry_part (f, "entry"), "activate");
  g_assert_false (complains (f));
  g_assert_cmpstr (as_of (f), ==, "2028-12");
  assert_label (f, "As of December 2028");
  type (f, "27 April 2026");
  g_signal_emit_by_name (entry_part (f, "entry"), "activate");
  g_assert_cmpstr (as_of (f), ==, "2026-04-27");
}

/* A day that is chosen in the calendar is put into the entry; the as-of date does not change before
 * Enter. */
static void
test_calendar (Fixture *f, gconstpointer data)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (2029, 6, 15, 0, 0, 0);
  GtkCalendar *calendar;

  (void) data;
  gtk_test_accessible_assert_property (entry_part (f, "calendar_button"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Calendar");
  if (!mp_can_open_popovers ())
    return;
  calendar = open_calendar (f);
  g_assert_true (
    gtk_test_accessible_has_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL));
  gtk_calendar_select_day (calendar, day);
  g_assert_cmpstr (gtk_editable_get_text (entry_part (f, "entry")), ==, "2029-06-15");
  g_assert_cmpstr (explanation (f), ==, "15 June 2029");
  g_assert_true (mp_session_is_as_of_today (f->session));
  close_calendar (f);
  close_popover (popover (f));
}

/* The calendar opens at the date in the entry, and opening it changes nothing. */
static void
test_calendar_opens (Fixture *f, gconstpointer data)
{
  static const char *const typed[] = { "March 2031", "Y20000", "-0044", "soon" };

  (void) data;
  if (!mp_can_open_popovers ())
    return;
  mp_as_of_button_open (f->button);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++) {
    g_autoptr (GDateTime) visible = NULL;

    type (f, typed[i]);
    visible = gtk_calendar_get_date (open_calendar (f));
    g_assert_cmpstr (gtk_editable_get_text (entry_part (f, "entry")), ==, typed[i]);
    if (i == 0) {
      g_assert_cmpint (g_date_time_get_year (visible), ==, 2031);
      g_assert_cmpint (g_date_time_get_month (visible), ==, 3);
    }
    close_calendar (f);
  }
  close_popover (popover (f));
}

/* With keys only: to the calendar, from day to day, and Enter sets the day. */
static void
test_calendar_keys (Fixture *f, gconstpointer data)
{
  (void) data;
  if (!mp_can_open_popovers () || !mp_input_begin (f->window))
    return;
  mp_session_set_as_of_day (f->session, mp_instant_from_civil (2028, 6, 14, 0, 0, 0));
  open_calendar (f);
  mp_input_key (GDK_KEY_Right);
  mp_input_key (GDK_KEY_Down);
  mp_wait_until (g_str_equal (explanation (f), "22 June 2028"));
  mp_input_key (GDK_KEY_Page_Down);
  mp_input_key (GDK_KEY_Return);
  mp_wait_until (g_str_equal (as_of (f), "2028-07-22"));
  mp_wait_until (!gtk_widget_get_mapped (popover (f)));
  mp_input_end ();
}

/* The popover is made when it is first opened, with the as-of date selected, so that typing
 * replaces it. */
static void
test_popover (Fixture *f, gconstpointer data)
{
  GtkEditable *entry;
  int begin, end;

  (void) data;
  g_assert_null (gtk_menu_button_get_popover (part (f, "button")));
  if (!mp_can_open_popovers ())
    return;
  mp_session_set_as_of_day (f->session, mp_instant_from_civil (2028, 6, 1, 0, 0, 0));
  mp_as_of_button_open (f->button);
  g_assert_nonnull (gtk_menu_button_get_popover (part (f, "button")));
  mp_wait_until (gtk_widget_get_mapped (popover (f)));
  entry = entry_part (f, "entry");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "2028-06-01");
  g_assert_true (gtk_editable_get_selection_bounds (entry, &begin, &end));
  g_assert_cmpint (begin, ==, 0);
  g_assert_cmpint (end, ==, 10);
  g_assert_true (gtk_widget_is_ancestor (mp_get_focus (f->button), GTK_WIDGET (entry)));
  type (f, "2030");
  g_signal_emit_by_name (entry, "activate");
  mp_wait_until (!gtk_widget_get_mapped (popover (f)));
  g_assert_cmpstr (as_of (f), ==, "2030");
}

/* Enter in one field, while another holds no date, takes nothing and leads to the other field. */
static void
test_wrong_field (Fixture *f, gconstpointer data)
{
  GtkWidget *known = mp_template_child (popover (f), "known");
  GtkEditable *entry = entry_part (f, "entry"), *other = mp_template_child (known, "entry");

  (void) data;
  if (!mp_can_open_popovers ())
    return;
  mp_as_of_button_open (f->button);
  mp_wait_until (gtk_widget_get_mapped (popover (f)));
  type (f, "2030");
  gtk_editable_set_text (other, "soon");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_get_mapped (popover (f)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (other), "error"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_true (gtk_widget_is_ancestor (mp_get_focus (f->button), known));
  g_assert_cmpstr (as_of (f), !=, "2030");

  gtk_editable_set_text (other, "");
  g_signal_emit_by_name (entry, "activate");
  mp_wait_until (!gtk_widget_get_mapped (popover (f)));
  g_assert_cmpstr (as_of (f), ==, "2030");
  g_assert_null (mp_session_get_known (f->session));
}

/* Its button sets the as-of date to today. */
static void
test_today (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_session_set_as_of_day (f->session, mp_instant_from_civil (2028, 6, 1, 0, 0, 0));
  if (!mp_can_open_popovers ())
    return;
  mp_as_of_button_open (f->button);
  mp_wait_until (gtk_widget_get_mapped (popover (f)));
  g_signal_emit_by_name (mp_find_button (popover (f), "Today"), "clicked");
  mp_wait_until (!gtk_widget_get_mapped (popover (f)));
  g_assert_true (mp_session_is_as_of_today (f->session));
  assert_label (f, "As of Today");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/as-of-button/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("label", test_label);
  ADD ("explains", test_explains);
  ADD ("enter", test_enter);
  ADD ("calendar", test_calendar);
  ADD ("calendar-keys", test_calendar_keys);
  ADD ("calendar-opens", test_calendar_opens);
  ADD ("popover", test_popover);
  ADD ("wrong-field", test_wrong_field);
  ADD ("today", test_today);
#undef ADD
  return g_test_run ();
}
