/* test-export-figure.c: which figure the dialog makes, and what it says where there is none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-export-support.h"

#include "mp-agreement.h"

#include <unistd.h>

/* --- No figure -------------------------------------------------------------------------------- */

/* Where there is no room, the sentence that says which size has it stands in the place of the
 * figure, and nothing can be saved, copied or dragged. */
static void
test_refusal (Fixture *f, gconstpointer data)
{
  GtkWidget *copy = mp_template_child (f->dialog, "copy");

  (void) data;
  g_assert_null (refusal (f));
  set_size (f, 800, 200, 1);
  g_assert_nonnull (strstr (wait_for_preview (f)->refusal, "has room for"));
  g_assert_cmpstr (refusal (f), ==, wait_for_preview (f)->refusal);
  g_assert_false (gtk_widget_get_visible (mp_template_child (preview_of (f), "area")));
  g_assert_false (gtk_widget_get_visible (mp_template_child (preview_of (f), "pages")));
  g_assert_cmpstr (promise (f), ==, "");
  g_assert_false (can_save (f));
  g_assert_false (gtk_widget_get_sensitive (copy));
  mp_export_dialog_save_to (f->dialog, f->file);
  g_assert_false (g_file_query_exists (f->file, NULL));
  adw_expander_row_set_enable_expansion (mp_template_child (f->dialog, "size"), FALSE);
  g_assert_null (wait_for_preview (f)->refusal);
  g_assert_null (refusal (f));
  g_assert_true (can_save (f));
  g_assert_true (gtk_widget_get_sensitive (copy));
  save (f);
}

/* A reason begins with a capital where it is a sentence of its own. */
static void
test_refusal_is_sentence (Fixture *f, gconstpointer data)
{
  (void) data;
  set_size (f, 16384, 16384, 3);
  g_assert_true (g_str_has_prefix (wait_for_preview (f)->refusal, "a chart of"));
  g_assert_true (g_str_has_prefix (refusal (f), "A chart of"));
}

/* --- Paper ------------------------------------------------------------------------------------ */

static MpTheme
theme_of (Fixture *f)
{
  return wait_for_preview (f)->options->theme;
}

/* The colours of print come and go with paper, unless the user chose other ones. */
static void
test_theme (Fixture *f, gconstpointer data)
{
  (void) data;
  g_assert_cmpint (theme_of (f), ==, MP_THEME_LIGHT);
  choose_preset (f, "page");
  g_assert_cmpint (theme_of (f), ==, MP_THEME_PRINT);
  choose_preset (f, "document");
  g_assert_cmpint (theme_of (f), ==, MP_THEME_PRINT);
  choose (f, "theme", MP_THEME_LIGHT);
  g_assert_cmpint (theme_of (f), ==, MP_THEME_LIGHT);
  choose_preset (f, "letter");
  choose_preset (f, "square");
  g_assert_cmpint (theme_of (f), ==, MP_THEME_LIGHT);
  choose (f, "theme", MP_THEME_DARK);
  choose_preset (f, "page");
  g_assert_cmpint (theme_of (f), ==, MP_THEME_DARK);
}

static void
click (Fixture *f, const char *button)
{
  g_signal_emit_by_name (mp_template_child (preview_of (f), button), "clicked");
}

/* Pages are turned; a picture has all of them, below each other, and is as high as promised. */
static void
test_pages (Fixture *f, gconstpointer data)
{
  AdwActionRow *format = mp_template_child (f->dialog, "format");
  g_autofree char *promised = NULL;
  cairo_surface_t *picture;
  guint n_pages;

  (void) data;
  g_assert_cmpstr (adw_action_row_get_subtitle (format), ==, "");
  choose_preset (f, "page");
  n_pages = wait_for_preview (f)->n_pages;
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpstr (adw_action_row_get_subtitle (format), !=, "");
  click (f, "next");
  mp_wait_until (mp_figure_preview_get (preview_of (f))->page == 1);
  click (f, "previous");
  mp_wait_until (mp_figure_preview_get (preview_of (f))->page == 0);
  promised = g_strdup_printf ("3508 × %u pixels", 2480 * n_pages);
  g_assert_cmpstr (promise (f), ==, promised);
  save (f);
  picture = read_file (f);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 3508);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, (int) (2480 * n_pages));
  cairo_surface_destroy (picture);
}

/* --- What the window shows -------------------------------------------------------------------- */

static void
open_again (Fixture *f)
{
  mp_close (GTK_WINDOW (f->dialog));
  open_dialog (f);
}

/* A milestone that is selected is what the figure is about. */
static void
test_milestone (Fixture *f, gconstpointer data)
{
  MpFigureOptions options = mp_figure_options_new (mp_today ());

  (void) data;
  options.selection = mp_item_milestone (f->agreement, "recapitalisation");
  mp_preset_apply (mp_preset_find ("document"), &options);
  mp_session_set_selection (f->session, options.selection);
  options.theme = MP_THEME_PRINT;
  open_again (f);
  choose_preset (f, "document");
  g_assert_nonnull (strstr (wait_for_preview (f)->headline, "ecapitalisation"));
  save (f);
  assert_file_is (f, &options);
}

/* A comparison gives both of its dates. */
static void
test_comparison (Fixture *f, gconstpointer data)
{
  MpDate before, after;
  MpFigureOptions options = mp_figure_options_new (mp_today ());
  g_autofree char *plain = g_strdup (wait_for_preview (f)->headline);

  (void) data;
  g_assert_true (mp_date_parse ("2025", -1, &before, NULL, NULL));
  g_assert_true (mp_date_parse ("2026-06", -1, &after, NULL, NULL));
  options.before = &before;
  options.as_of = &after;
  mp_preset_apply (mp_preset_find ("table"), &options);
  mp_session_set_as_of (f->session, &after);
  mp_session_set_before (f->session, &before);
  open_again (f);
  choose_preset (f, "table");
  options.chart = MP_CHART_TABLE;
  g_assert_cmpstr (wait_for_preview (f)->headline, !=, plain);
  save (f);
  assert_file_is (f, &options);
}

/* What a filter hides is not in the figure; the days in view count only if they are chosen. */
static void
test_filter_and_view (Fixture *f, gconstpointer data)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();
  const MpPreview *preview;
  guint n_topics;

  (void) data;
  choose_preset (f, "page");
  g_assert_true (g_str_has_prefix (wait_for_preview (f)->subtitle, "20 terms"));
  mp_agreement_topics (f->agreement, &n_topics);
  filter->topics = mp_bits_new (n_topics);
  mp_bits_set (filter->topics, 0, TRUE);
  mp_session_set_filter (f->session, filter);
  mp_session_zoom (f->session, mp_session_get_begin (f->session), 3);
  open_again (f);
  choose_preset (f, "page");
  preview = wait_for_preview (f);
  g_assert_true (g_str_has_prefix (preview->subtitle, "5 "));
  g_assert_false (preview->options->has_span);
  choose (f, "range", MP_RANGE_IN_VIEW);
  preview = wait_for_preview (f);
  g_assert_true (preview->options->has_span);
  g_assert_cmpfloat (preview->options->begin, ==, mp_session_get_begin (f->session));
}

/* --- Places that take no file ----------------------------------------------------------------- */

/* Saves to a path that cannot be written. The dialog says why and stays. */
static void
assert_fails (Fixture *f, const char *path, const char *why)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *labels = NULL;
  GtkWindow *message;

  mp_export_dialog_save_to (f->dialog, file);
  mp_wait_until (mp_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  message = mp_find_window (ADW_TYPE_MESSAGE_DIALOG);
  labels = mp_read_labels (message);
  g_assert_nonnull (strstr (labels, path));
  g_assert_nonnull (strstr (labels, why));
  g_signal_emit_by_name (mp_find_button (message, "Close"), "clicked");
  mp_wait_until (mp_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
  g_assert_nonnull (f->dialog);
  g_assert_cmpuint (f->saved, ==, 0);
  g_assert_true (can_save (f));
}

static void
test_full (Fixture *f, gconstpointer data)
{
  (void) data;
  if (access ("/dev/full", W_OK) != 0) {
    g_test_skip ("there is no /dev/full");
    return;
  }
  g_assert_cmpint (symlink ("/dev/full", f->path), ==, 0);
  assert_fails (f, f->path, "There is no space left");
  g_assert_cmpint (g_remove (f->path), ==, 0);
  save (f);
}

/* No user may make a file there, not even the one who may do everything. */
static void
test_read_only (Fixture *f, gconstpointer data)
{
  (void) data;
  /* Root may write everywhere but there. */
  if (access ("/sys/kernel", F_OK) != 0) {
    g_test_skip ("there is no /sys of the kernel");
    return;
  }
  assert_fails (f, "/sys/chart.png", "You are not allowed to write here");
  save (f);
}

static void
test_vanished (Fixture *f, gconstpointer data)
{
  (void) data;
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  assert_fails (f, f->path, "There is no such folder");
  g_assert_cmpint (g_mkdir (f->folder, 0700), ==, 0);
  save (f);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/export-figure/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("refusal", test_refusal);
  ADD ("refusal-is-sentence", test_refusal_is_sentence);
  ADD ("theme", test_theme);
  ADD ("pages", test_pages);
  ADD ("milestone", test_milestone);
  ADD ("comparison", test_comparison);
  ADD ("filter-and-view", test_filter_and_view);
  ADD ("full", test_full);
  ADD ("read-only", test_read_only);
  ADD ("vanished", test_vanished);
#undef ADD
  return g_test_run ();
}
