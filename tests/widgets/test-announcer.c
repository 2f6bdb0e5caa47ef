/* test-announcer.c: announcing what has changed elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-announcer.h"
#include "mp-display-support.h"

#include <adwaita.h>

typedef struct {
  GtkWindow *window;
  MpAnnouncer *announcer;
  GtkWidget *tipped;    /* described by its tooltip */
  GtkWidget *plain;     /* by nothing */
  GtkWidget *described; /* by words of its own */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  (void) data;
  f->announcer = MP_ANNOUNCER (mp_announcer_new ());
  f->tipped = gtk_button_new_with_label ("Tipped");
  gtk_widget_set_tooltip_text (f->tipped, "A tip");
  f->plain = gtk_button_new_with_label ("Plain");
  f->described = gtk_button_new_with_label ("Described");
  gtk_widget_set_tooltip_text (f->described, "Another tip");
  mp_announcer_describe (f->described, "Its own words");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (f->announcer));
  gtk_box_append (GTK_BOX (box), f->tipped);
  gtk_box_append (GTK_BOX (box), f->plain);
  gtk_box_append (GTK_BOX (box), f->described);
  f->window = mp_show (box, 300, 200);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_close (f->window);
}

static void
assert_described (GtkWidget *widget, const char *words)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       words);
}

/* Newer GTK has a function for announcing, whose effect a test cannot see. */
static gboolean
borrows_descriptions (void)
{
  if (!GTK_CHECK_VERSION (4, 14, 0))
    return TRUE;
  g_test_skip ("this GTK announces by itself");
  return FALSE;
}

static void
test_region (Fixture *f, gconstpointer data)
{
  GtkAccessible *region = GTK_ACCESSIBLE (f->announcer);

  (void) data;
  gtk_test_accessible_assert_role (region, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_test_accessible_assert_property (region, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  mp_announcer_say (f->announcer, "One thing", FALSE);
  gtk_test_accessible_assert_property (region, GTK_ACCESSIBLE_PROPERTY_LABEL, "One thing");
  mp_announcer_say (f->announcer, "Another", TRUE);
  gtk_test_accessible_assert_property (region, GTK_ACCESSIBLE_PROPERTY_LABEL, "Another");
  g_assert_cmpstr (mp_announcer_get_sentence (f->announcer), ==, "Another");
  /* The announcer can be heard, not seen. */
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (f->announcer)), ==, 0);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (f->announcer)));
}

/* The widget with the focus is described by it for a moment, and is as before once the focus has
 * moved on. */
static void
test_focus (Fixture *f, gconstpointer data)
{
  (void) data;
  if (!borrows_descriptions ())
    return;
  gtk_widget_grab_focus (f->tipped);
  mp_wait_until (gtk_widget_has_focus (f->tipped));
  mp_announcer_say (f->announcer, "One thing", FALSE);
  assert_described (f->tipped, "A tip");
  mp_announcer_say (f->announcer, "Another", TRUE);
  assert_described (f->tipped, "Another");
  gtk_widget_grab_focus (f->plain);
  assert_described (f->tipped, "A tip");
  mp_announcer_say (f->announcer, "A third", TRUE);
  assert_described (f->plain, "A third");
  gtk_widget_grab_focus (f->described);
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (f->plain),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  assert_described (f->described, "Its own words");
  mp_announcer_say (f->announcer, "A fourth", TRUE);
  assert_described (f->described, "A fourth");
  gtk_widget_grab_focus (f->tipped);
  assert_described (f->described, "Its own words");
}

/* The widget with the focus may be destroyed, and so may everything. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  (void) data;
  gtk_widget_grab_focus (f->plain);
  mp_announcer_say (f->announcer, "One thing", TRUE);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (f->plain)), f->plain);
  mp_announcer_say (f->announcer, "Another", TRUE);
  gtk_widget_grab_focus (f->described);
  mp_announcer_say (f->announcer, "A third", TRUE);
}

static void
test_nowhere (void)
{
  MpAnnouncer *announcer = g_object_ref_sink (MP_ANNOUNCER (mp_announcer_new ()));

  mp_announcer_say (announcer, "Nobody hears it", TRUE);
  g_assert_cmpstr (mp_announcer_get_sentence (announcer), ==, "Nobody hears it");
  g_assert_finalize_object (announcer);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/announcer/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("region", test_region);
  ADD ("focus", test_focus);
  ADD ("gone", test_gone);
#undef ADD
  g_test_add_func ("/announcer/nowhere", test_nowhere);
  return g_test_run ();
}
