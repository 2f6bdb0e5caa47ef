/* test-narrow.c: a window as narrow as a telephone, and text twice as large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing asks for more room than there is, nothing is cut that is not shortened with an ellipsis,
 * and the legend leaves most of the height to the timeline.
 */
#include "mp-beside.h"
#include "mp-commands.h"
#include "mp-display-support.h"
#include "mp-export-choices.h"
#include "mp-export-dialog.h"
#include "mp-figure-preview.h"
#include "mp-legend-bar.h"
#include "mp-saved-toast.h"
#include "mp-window.h"

#include <adwaita.h>

#define SHIPPED "/dev/milepost/Milepost/agreements/microsoft-openai.json"

/* The narrowest and lowest window that is promised. */
#define NARROW 360
#define LOW 600

/* WCAG 2.2, success criterion 2.5.8, in pixels. */
#define TARGET 24

typedef struct {
  MpWindow *window;
} Fixture;

/* The text's size is in percent. */
static void
set_up (Fixture *f, gconstpointer percent)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SHIPPED, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_object_set (settings, "gtk-font-name", "Sans 11", "gtk-xft-dpi",
                GPOINTER_TO_INT (percent) * 96 * 1024 / 100, "gtk-decoration-layout",
                ":minimize,maximize,close", NULL);
  f->window = mp_window_new (NULL, mp_today ());
  mp_window_load_bytes (f->window, bytes, "microsoft-openai.json");
  gtk_window_set_default_size (GTK_WINDOW (f->window), NARROW, LOW);
  gtk_window_present (GTK_WINDOW (f->window));
  mp_wait_for_frame (GTK_WIDGET (f->window));
}

static void
tear_down (Fixture *f, gconstpointer percent)
{
  (void) percent;
  mp_close (GTK_WINDOW (f->window));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", -1, NULL);
}

static int
least (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Prints the widgets that cause a width: those wider than all widgets in them. */
static void
blame (GtkWidget *widget, int width)
{
  gboolean passed_on = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (!gtk_widget_get_visible (child) || GTK_IS_NATIVE (child) ||
        least (child, GTK_ORIENTATION_HORIZONTAL, -1) <= width)
      continue;
    blame (child, width);
    passed_on = TRUE;
  }
  if (!passed_on)
    g_test_message ("%s asks for %d pixels", G_OBJECT_TYPE_NAME (widget),
                    least (widget, GTK_ORIENTATION_HORIZONTAL, -1));
}

/* Whether a label has less room than its minimum. */
static gboolean
is_cut (GtkWidget *widget, gconstpointer data)
{
  (void) data;
  if (!GTK_IS_LABEL (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  if (gtk_widget_get_width (widget) >= least (widget, GTK_ORIENTATION_HORIZONTAL, -1) &&
      gtk_widget_get_height (widget) >=
        least (widget, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (widget)))
    return FALSE;
  g_test_message ("cut: %s", gtk_label_get_label (GTK_LABEL (widget)));
  return TRUE;
}

/* Whether something that can be pressed is smaller than a finger needs. */
static gboolean
is_small (GtkWidget *widget, gconstpointer data)
{
  graphene_rect_t bounds;

  (void) data;
  if (!GTK_IS_BUTTON (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  /* With its padding, which takes clicks as well. */
  g_assert_true (gtk_widget_compute_bounds (widget, widget, &bounds));
  if (bounds.size.width >= TARGET && bounds.size.height >= TARGET)
    return FALSE;
  g_test_message ("%g by %g pixels: %s", bounds.size.width, bounds.size.height,
                  gtk_widget_get_tooltip_text (widget));
  return TRUE;
}

static void
assert_content_fits (GtkWidget *content)
{
  mp_wait_for_frame (content);
  if (least (content, GTK_ORIENTATION_HORIZONTAL, -1) > NARROW)
    blame (content, NARROW);
  g_assert_cmpint (least (content, GTK_ORIENTATION_HORIZONTAL, -1), <=, NARROW);
  g_assert_cmpint (least (content, GTK_ORIENTATION_VERTICAL, NARROW), <=, LOW);
  g_assert_null (mp_find (content, is_cut, NULL));
  g_assert_null (mp_find (content, is_small, NULL));
}

static void
assert_fits (Fixture *f)
{
  assert_content_fits (adw_application_window_get_content (ADW_APPLICATION_WINDOW (f->window)));
}

static void
test_timeline (Fixture *f, gconstpointer percent)
{
  (void) percent;
  assert_fits (f);
}

static void
test_search (Fixture *f, gconstpointer percent)
{
  (void) percent;
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.find", NULL);
  gtk_editable_set_text (mp_find_type (f->window, GTK_TYPE_SEARCH_ENTRY), "azure");
  assert_fits (f);
}

static void
test_list (Fixture *f, gconstpointer percent)
{
  (void) percent;
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.view-list", NULL);
  assert_fits (f);
}

static guint
count_columns (GListModel *columns)
{
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

    count += gtk_column_view_column_get_visible (column);
  }
  return count;
}

/* In a narrow window the list has dates and titles only; the wider the window, the more columns. */
static void
test_columns (Fixture *f, gconstpointer percent)
{
  GtkColumnView *view;
  GtkAdjustment *across;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.view-list", NULL);
  adw_flap_set_reveal_flap (mp_template_child (f->window, "flap"), FALSE);
  mp_wait_for_frame (GTK_WIDGET (f->window));
  view = mp_find_type (f->window, GTK_TYPE_COLUMN_VIEW);
  across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  mp_wait_until (count_columns (gtk_column_view_get_columns (view)) == 2);
  mp_wait_until (gtk_adjustment_get_upper (across) <= gtk_adjustment_get_page_size (across) + 1);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, LOW);
  mp_wait_until (count_columns (gtk_column_view_get_columns (view)) ==
                 (GPOINTER_TO_INT (percent) == 100 ? 6 : 3));
}

static void
test_panel (Fixture *f, gconstpointer percent)
{
  MpSession *session = mp_window_get_session (f->window);

  (void) percent;
  mp_session_set_selection (session,
                            mp_item_milestone (mp_session_get_agreement (session), "reset-2026"));
  adw_flap_set_reveal_flap (mp_template_child (f->window, "flap"), TRUE);
  assert_fits (f);
}

/* The dialog, with all of its rows: the figure is above them. */
static void
test_export (Fixture *f, gconstpointer percent)
{
  MpExportDialog *dialog =
    mp_export_dialog_new (GTK_WINDOW (f->window), mp_window_get_session (f->window));
  MpFigurePreview *preview = mp_template_child (dialog, "preview");

  (void) percent;
  gtk_window_set_default_size (GTK_WINDOW (dialog), NARROW, LOW);
  gtk_window_present (GTK_WINDOW (dialog));
  adw_combo_row_set_selected (mp_template_child (dialog, "range"), MP_RANGE_DATES);
  adw_expander_row_set_enable_expansion (mp_template_child (dialog, "size"), TRUE);
  adw_expander_row_set_expanded (mp_template_child (dialog, "size"), TRUE);
  mp_wait_until (mp_figure_preview_is_current (preview));
  assert_content_fits (adw_window_get_content (ADW_WINDOW (dialog)));
  g_assert_false (mp_beside_is_wide (mp_find_type (dialog, MP_TYPE_BESIDE)));
  gtk_window_set_default_size (GTK_WINDOW (dialog), 1200, LOW);
  mp_wait_until (mp_beside_is_wide (mp_find_type (dialog, MP_TYPE_BESIDE)));
  mp_close (GTK_WINDOW (dialog));
}

/* The message about a saved file, with two buttons. */
static void
test_saved (Fixture *f, gconstpointer percent)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/A very long name of a figure, 2019–2032.png");

  (void) percent;
  adw_toast_overlay_add_toast (mp_template_child (f->window, "toasts"), mp_saved_toast_new (file));
  mp_wait_until (mp_find_action (f->window, "win.show-saved") != NULL);
  assert_fits (f);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/narrow/" path, Fixture, GINT_TO_POINTER (100), set_up, func, tear_down);           \
  g_test_add ("/large/" path, Fixture, GINT_TO_POINTER (200), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("timeline", test_timeline);
  ADD ("search", test_search);
  ADD ("list", test_list);
  ADD ("columns", test_columns);
  ADD ("panel", test_panel);
  ADD ("export", test_export);
  ADD ("saved", test_saved);
  return g_test_run ();
}
