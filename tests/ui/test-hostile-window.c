/* test-hostile-window.c: titles that mean harm, in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Warnings are fatal here: a title that is taken for markup, or is no UTF-8, cannot pass.
 */
#include "mp-display-support.h"
#include "mp-test-hostile.h"
#include "mp-untrusted-text.h"
#include "mp-window.h"

#include <string.h>
#include <time.h>

typedef struct {
  MpWindow *window;
  char *title;
  char *visible; /* the title as it is shown, with combining marks limited */
} Fixture;

static void
show (Fixture *f, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  mp_window_load_bytes (f->window, bytes, "hostile.json");
  g_assert_cmpstr (mp_window_get_page (f->window), ==, "agreement");
  mp_wait_for_frame (GTK_WIDGET (f->window));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *json = NULL;

  f->title = mp_test_hostile_title (GPOINTER_TO_UINT (data));
  f->visible = mp_untrusted_text_limit_combining (f->title);
  json = mp_test_hostile_json (f->title);
  f->window = mp_window_new (NULL, mp_today ());
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (f->window));
  show (f, json);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_close (GTK_WINDOW (f->window));
  g_free (f->visible);
  g_free (f->title);
}

static MpSession *
session (Fixture *f)
{
  return mp_window_get_session (f->window);
}

/* Each line of a text cannot turn others, unless it is nothing but the title, which may turn
 * itself. */
static void
assert_straight (Fixture *f, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_equal (lines[i], f->visible) || mp_test_is_straight (lines[i]))
      continue;
    g_test_message ("turns the words beside it: %s", lines[i]);
    g_test_fail ();
  }
}

/* Returns what a screen reader says, or NULL. The check of GTK returns the actual value if it is
 * not the expected one. */
static char *
accessible_name (GtkWidget *widget)
{
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return NULL;
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             "\001");
}

/* Checks a widget and all its descendants. Returns how many labels hold the title. */
static guint
check_tree (Fixture *f, GtkWidget *widget)
{
  g_autofree char *name = accessible_name (widget);
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  guint count = 0;

  if (name != NULL)
    assert_straight (f, name);
  if (tooltip != NULL && !g_str_has_prefix (tooltip, f->title))
    assert_straight (f, tooltip);
  if (GTK_IS_LABEL (widget)) {
    const char *text = gtk_label_get_text (GTK_LABEL (widget));

    assert_straight (f, text);
    count = strstr (text, f->visible) != NULL;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += check_tree (f, child);
  return count;
}

/* Wherever the panel shows the title, it is there letter by letter, not as markup, and the window
 * is no wider for it. */
static void
test_everywhere (Fixture *f, gconstpointer data)
{
  MpAgreement *agreement = mp_session_get_agreement (session (f));
  const MpItem items[] = { { MP_ITEM_NONE, 0 },
                           mp_item_milestone (agreement, "hostile"),
                           mp_item_milestone (agreement, "plain"),
                           mp_item_phase (agreement, "hostile", 0),
                           mp_item_phase (agreement, "hostile", 1) };
  clock_t begin = clock ();

  (void) data;
  g_assert_true (mp_test_is_straight (gtk_window_get_title (GTK_WINDOW (f->window))));
  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    int least;

    mp_session_set_selection (session (f), items[i]);
    mp_wait_for_frame (GTK_WIDGET (f->window));
    g_assert_cmpuint (check_tree (f, GTK_WIDGET (f->window)), >=, 2);
    gtk_widget_measure (GTK_WIDGET (f->window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                        NULL);
    g_assert_cmpint (least, <, 700);
  }
  /* Processor time, as other programs may keep the machine busy. */
  g_test_message ("%.1f s", (double) (clock () - begin) / CLOCKS_PER_SEC);
  g_assert_cmpint ((clock () - begin) / CLOCKS_PER_SEC, <, 5);
}

/* Makes the area of the widget white. */
static void
erase (Fixture *f, cairo_surface_t *picture, GtkWidget *widget)
{
  cairo_t *cr = cairo_create (picture);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (f->window), &bounds));
  cairo_rectangle (cr, bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* The title of the window stays within its place in the bar, whatever it holds. */
static void
test_title_bar (Fixture *f, gconstpointer data)
{
  static const char form[] = "{ \"milepost\": 1, \"title\": \"%s\" }";
  g_autofree char *hostile = g_strdup_printf (form, f->title);
  g_autofree char *plain = g_strdup_printf (form, "Harmless");
  GtkWidget *title = mp_template_child (f->window, "title");
  GtkWidget *pane = mp_template_child (f->window, "details");
  cairo_surface_t *pictures[2];

  (void) data;
  for (guint i = 0; i < 2; i++) {
    show (f, i == 0 ? hostile : plain);
    mp_wait_for_frame (GTK_WIDGET (f->window));
    pictures[i] = mp_picture_of (GTK_WIDGET (f->window), 1);
  }
  /* Each title has a place of its own. */
  for (guint i = 0; i < 2; i++) {
    show (f, i == 0 ? hostile : plain);
    for (guint j = 0; j < 2; j++) {
      erase (f, pictures[j], title);
      erase (f, pictures[j], pane);
    }
  }
  mp_picture_assert_same (pictures[0], pictures[1], 0, "hostile-title");
  cairo_surface_destroy (pictures[0]);
  cairo_surface_destroy (pictures[1]);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint kind = 0; kind < mp_test_hostile_count (); kind++) {
    g_autofree char *everywhere =
      g_strconcat ("/hostile-window/", mp_test_hostile_name (kind), "/everywhere", NULL);
    g_autofree char *title_bar =
      g_strconcat ("/hostile-window/", mp_test_hostile_name (kind), "/title-bar", NULL);

    g_test_add (everywhere, Fixture, GUINT_TO_POINTER (kind), set_up, test_everywhere, tear_down);
    g_test_add (title_bar, Fixture, GUINT_TO_POINTER (kind), set_up, test_title_bar, tear_down);
  }
  return g_test_run ();
}
