/* test-export-dialog.c: the file has what the dialog promises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-export-support.h"

#include "mp-theme.h"

/* --- Saving ----------------------------------------------------------------------------------- */

/* The file has the size that was promised, whatever was chosen. */
static void
test_promise (Fixture *f, gconstpointer data)
{
  g_autofree char *words = NULL, *promised = NULL;
  cairo_surface_t *picture;

  (void) data;
  choose_preset (f, "document");
  promised = g_strdup (promise (f));
  g_assert_true (g_str_has_prefix (promised, "1890 × "));
  save (f);
  picture = read_file (f);
  words = g_strdup_printf ("%d × %d pixels", cairo_image_surface_get_width (picture),
                           cairo_image_surface_get_height (picture));
  g_assert_cmpstr (words, ==, promised);
  cairo_surface_destroy (picture);
}

static void
test_sizes (Fixture *f, gconstpointer data)
{
  cairo_surface_t *picture;

  (void) data;
  choose_preset (f, "slide");
  g_assert_cmpstr (promise (f), ==, "1920 × 1080 pixels");
  choose_preset (f, "square");
  g_assert_cmpstr (promise (f), ==, "1080 × 1080 pixels");
  /* A size of one's own begins with that of the preset. */
  adw_expander_row_set_enable_expansion (mp_template_child (f->dialog, "size"), TRUE);
  g_assert_cmpstr (promise (f), ==, "1080 × 1080 pixels");
  set_size (f, 1731, 1517, 1);
  g_assert_cmpstr (promise (f), ==, "1731 × 1517 pixels");
  save (f);
  picture = read_file (f);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 1731);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, 1517);
  cairo_surface_destroy (picture);
}

/* Byte for byte what the command line writes with these options, of every preset. */
static void
test_bytes (Fixture *f, gconstpointer data)
{
  guint n_presets;
  const MpPreset *presets = mp_presets (&n_presets);

  (void) data;
  for (guint i = 0; i < n_presets; i++) {
    g_autofree char *font = mp_theme_get_font (gtk_settings_get_default ());
    MpFigureOptions options = mp_figure_options_new (mp_today ());

    g_test_message ("%s", presets[i].name);
    mp_preset_apply (&presets[i], &options);
    options.theme = MP_THEME_DARK;
    if (options.layout == MP_LAYOUT_WINDOW)
      options.font = font;
    choose (f, "preset", i);
    choose (f, "theme", 1);
    if (wait_for_preview (f)->refusal != NULL)
      continue;
    save (f);
    assert_file_is (f, &options);
    f->saved = 0;
    open_dialog (f);
  }
}

/* All that can be typed and switched gets into the figure. */
static void
test_choices (Fixture *f, gconstpointer data)
{
  MpFigureOptions options = mp_figure_options_new (mp_today ());

  (void) data;
  mp_preset_apply (mp_preset_find ("slide"), &options);
  options.theme = MP_THEME_CONTRAST;
  options.coloring = MP_COLORING_TOPICS;
  options.text_size = 0.85;
  options.is_transparent = TRUE;
  options.has_agreement = TRUE;
  options.headline = "Who owes whom";
  options.subtitle = "As the parties say";
  options.has_span = TRUE;
  options.begin = 18262; /* 2020-01-01 */
  options.end = 21915;   /* 2030-01-01 */
  choose (f, "theme", MP_THEME_CONTRAST);
  choose (f, "coloring", 1);
  choose (f, "text_size", 0);
  set_switch (f, "transparent", TRUE);
  set_switch (f, "has_agreement", TRUE);
  set_text (f, "headline", options.headline);
  set_text (f, "subtitle", options.subtitle);
  choose (f, "range", MP_RANGE_DATES);
  set_text (f, "from", "2020");
  set_text (f, "to", "2029");
  save (f);
  assert_file_is (f, &options);
}

/* A file that stands there is replaced as a whole. */
static void
test_overwrite (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  g_file_set_contents (f->path, "something else", -1, &error);
  g_assert_no_error (error);
  save (f);
  cairo_surface_destroy (read_file (f));
}

/* If the file cannot be written, the dialog says so, and it can be tried again. */
static void
test_fails (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "no such folder", "x.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *message;
  g_autofree char *labels = NULL;

  (void) data;
  mp_export_dialog_save_to (f->dialog, file);
  mp_wait_until (mp_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  message = mp_find_window (ADW_TYPE_MESSAGE_DIALOG);
  labels = mp_read_labels (message);
  g_assert_nonnull (strstr (labels, "The chart could not be saved"));
  g_assert_nonnull (strstr (labels, path));
  g_assert_nonnull (f->dialog);
  g_assert_cmpuint (f->saved, ==, 0);
  g_signal_emit_by_name (mp_find_button (message, "Close"), "clicked");
  mp_wait_until (mp_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
  g_assert_true (can_save (f));
  save (f);
}

/* A picture that would fill the memory is refused beforehand, with the limit. */
static void
test_too_large (Fixture *f, gconstpointer data)
{
  (void) data;
  set_size (f, 16384, 16384, 3);
  g_assert_nonnull (wait_for_preview (f)->refusal);
  g_assert_nonnull (strstr (refusal (f), "too large"));
  g_assert_false (can_save (f));
  g_assert_cmpstr (promise (f), ==, "");
  set_size (f, 2000, 1500, 1);
  g_assert_cmpstr (promise (f), ==, "2000 × 1500 pixels");
  g_assert_true (can_save (f));
}

/* Dates that cannot be read, or are in the wrong order, leave the figure, which cannot be saved. */
static void
test_dates (Fixture *f, gconstpointer data)
{
  const MpPreview *first;

  (void) data;
  g_assert_false (gtk_widget_get_visible (mp_template_child (f->dialog, "from_row")));
  choose (f, "range", MP_RANGE_DATES);
  g_assert_true (gtk_widget_get_visible (mp_template_child (f->dialog, "from_row")));
  g_assert_false (wait_for_preview (f)->options->has_span);
  set_text (f, "from", "2020");
  first = wait_for_preview (f);
  g_assert_true (first->options->has_span);
  g_assert_cmpfloat (first->options->begin, ==, 18262);
  set_text (f, "to", "20x");
  g_assert_false (can_save (f));
  g_assert_nonnull (status (f));
  g_assert_true (mp_figure_preview_get (preview_of (f)) == first);
  set_text (f, "to", "2019");
  g_assert_false (can_save (f));
  g_assert_nonnull (strstr (status (f), "must lie before"));
  set_text (f, "to", "2029");
  g_assert_cmpfloat (wait_for_preview (f)->options->end, ==, 21915);
  g_assert_true (can_save (f));
}

/* While a file is written, nothing else can be written. */
static void
test_busy (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_export_dialog_save_to (f->dialog, f->file);
  g_assert_false (can_save (f));
  g_assert_false (gtk_widget_get_sensitive (mp_template_child (f->dialog, "rows")));
  mp_wait_until (f->dialog == NULL);
  g_assert_cmpuint (f->saved, ==, 1);
}

/* What is saved is what was chosen last, though it was not shown yet when Save was pressed. */
static void
test_waits_for_the_latest (Fixture *f, gconstpointer data)
{
  MpFigureOptions options = mp_figure_options_new (mp_today ());

  (void) data;
  mp_preset_apply (mp_preset_find ("square"), &options);
  options.theme = MP_THEME_DARK;
  choose_preset (f, "document");
  choose_preset (f, "square");
  choose (f, "theme", 1);
  g_assert_false (mp_figure_preview_is_current (preview_of (f)));
  g_assert_true (can_save (f));
  save (f);
  assert_file_is (f, &options);
}

/* Of many requests, only the latest is shown. */
static void
changed_cb (MpFigurePreview *preview, guint *shown)
{
  *shown += mp_figure_preview_is_current (preview);
}

static void
test_latest_wins (Fixture *f, gconstpointer data)
{
  guint shown = 0;

  (void) data;
  g_signal_connect (preview_of (f), "changed", G_CALLBACK (changed_cb), &shown);
  for (guint i = 0; i < 20; i++)
    set_size (f, 1000 + i, 1000, 1);
  g_assert_cmpstr (promise (f), ==, "1019 × 1000 pixels");
  g_assert_cmpuint (shown, ==, 1);
}

/* Cancel gives up what is being saved, and leaves nothing; the dialog stays. */
static void
test_cancel (Fixture *f, gconstpointer data)
{
  (void) data;
  set_size (f, 8000, 6000, 2);
  wait_for_preview (f);
  mp_export_dialog_save_to (f->dialog, f->file);
  g_signal_emit_by_name (mp_find_button (f->dialog, "Cancel"), "clicked");
  mp_wait_until (can_save (f));
  g_assert_nonnull (f->dialog);
  g_assert_cmpuint (f->saved, ==, 0);
  /* Nor is there anything that was begun: the folder is empty. */
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_assert_cmpint (g_mkdir (f->folder, 0700), ==, 0);
  g_signal_emit_by_name (mp_find_button (f->dialog, "Cancel"), "clicked");
  mp_wait_until (f->dialog == NULL);
}

static void
ended_cb (gpointer thread, GObject *object)
{
  (void) object;
  *(GThread **) thread = g_thread_self ();
}

/* The file is written in another thread, which must not finalize the dialog: GTK belongs to one
 * thread. */
static void
test_ends_in_its_thread (Fixture *f, gconstpointer data)
{
  (void) data;
  for (guint i = 0; i < 8; i++) {
    GThread *thread = NULL;

    f->saved = 0;
    g_object_weak_ref (G_OBJECT (f->dialog), ended_cb, &thread);
    save (f);
    g_assert_true (thread == g_thread_self ());
    open_dialog (f);
  }
}

/* Closed while it writes, the dialog is finalized, and what it announces later is true. */
static void
test_closed_while_saving (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_export_dialog_save_to (f->dialog, f->file);
  gtk_window_destroy (GTK_WINDOW (f->dialog));
  mp_wait_until (f->dialog == NULL);
  g_assert_cmpuint (f->saved, ==, g_file_query_exists (f->file, NULL) ? 1 : 0);
}

/* --- The preview ------------------------------------------------------------------------------ */

static void
test_preview (Fixture *f, gconstpointer data)
{
  cairo_surface_t *light, *dark, *again;
  guint area;

  (void) data;
  light = preview (f);
  area = (guint) (cairo_image_surface_get_width (light) * cairo_image_surface_get_height (light));
  choose (f, "theme", 1);
  dark = preview (f);
  g_assert_cmpuint (mp_picture_difference (light, dark, 32), >, area / 4);
  choose (f, "theme", 0);
  again = preview (f);
  mp_picture_assert_same (again, light, 0, "preview-light");
  cairo_surface_destroy (light);
  cairo_surface_destroy (dark);
  cairo_surface_destroy (again);
}

/* At its actual size the preview has the pixels of the file. */
static void
test_preview_is_file (Fixture *f, gconstpointer data)
{
  const MpPreview *shown;
  cairo_surface_t *file;

  (void) data;
  save (f);
  file = read_file (f);
  open_dialog (f);
  gtk_toggle_button_set_active (mp_template_child (preview_of (f), "actual_size"), TRUE);
  mp_wait_until (mp_figure_preview_get (preview_of (f))->place.is_actual_size);
  shown = mp_figure_preview_get (preview_of (f));
  g_assert_cmpfloat (shown->shown.width, ==, 1920);
  mp_picture_assert_same (shown->picture, file, 0, "preview-is-file");
  cairo_surface_destroy (file);
}

/* What is chosen in the window affects the picture. */
static void
test_part_and_selection (Fixture *f, gconstpointer data)
{
  cairo_surface_t *plain, *selected, *part;

  (void) data;
  choose_preset (f, "document");
  plain = preview (f);
  mp_close (GTK_WINDOW (f->dialog));
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "recapitalisation"));
  mp_session_zoom (f->session, mp_session_get_begin (f->session), 3);
  open_dialog (f);
  choose_preset (f, "document");
  selected = preview (f);
  g_assert_cmpuint (mp_picture_difference (plain, selected, 32), >, 20);
  choose (f, "range", MP_RANGE_IN_VIEW);
  part = preview (f);
  g_assert_cmpuint (mp_picture_difference (part, selected, 32), >, 1000);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (selected);
  cairo_surface_destroy (part);
}

/* A screen reader is told that a dialog has opened, and what the figure says. */
static void
test_words (Fixture *f, gconstpointer data)
{
  gpointer area = mp_template_child (preview_of (f), "area");

  (void) data;
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f->dialog), GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       wait_for_preview (f)->words);
}

/* What the figure says by itself stands in the empty entries. */
static void
test_headline (Fixture *f, gconstpointer data)
{
  GtkEntry *headline = mp_template_child (f->dialog, "headline");
  g_autofree char *derived = g_strdup (wait_for_preview (f)->headline);

  (void) data;
  g_assert_cmpstr (gtk_entry_get_placeholder_text (headline), ==, derived);
  set_text (f, "headline", "Mine");
  g_assert_cmpstr (wait_for_preview (f)->options->headline, ==, "Mine");
  g_assert_cmpstr (gtk_entry_get_placeholder_text (headline), ==, derived);
  set_text (f, "headline", "");
  g_assert_null (wait_for_preview (f)->options->headline);
}

/* The window may go on to another state; the dialog keeps the one that it was opened with. */
static void
test_keeps_agreement (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAgreement) other = mp_agreement_of_size (1, 1);

  (void) data;
  mp_session_set_agreement (f->session, other);
  choose_preset (f, "square");
  save (f);
  mp_session_set_agreement (f->session, NULL);
}

/* --- Keys ------------------------------------------------------------------------------------- */

static void
test_escape (Fixture *f, gconstpointer data)
{
  (void) data;
  if (!mp_input_begin (f->dialog))
    return;
  mp_input_key (GDK_KEY_Escape);
  mp_wait_until (f->dialog == NULL);
  g_assert_cmpuint (f->saved, ==, 0);
}

static gboolean
has_name (GtkFileChooser *chooser)
{
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);

  return name != NULL && *name != '\0';
}

/* Enter goes on to choosing a file, with a name made from the title. */
static void
test_enter (Fixture *f, gconstpointer data)
{
  GtkFileChooser *chooser;
  g_autofree char *name = NULL;

  (void) data;
  if (!mp_input_begin (f->dialog))
    return;
  mp_input_key (GDK_KEY_Return);
  mp_wait_until (mp_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL);
  chooser = mp_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  mp_wait_until (has_name (chooser));
  name = gtk_file_chooser_get_current_name (chooser);
  g_assert_cmpstr (name, ==, "Microsoft–OpenAI partnership.png");
  mp_wait_for_frame (GTK_WIDGET (chooser));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  mp_wait_until (mp_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) == NULL);
  g_assert_nonnull (f->dialog);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/export-dialog/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("promise", test_promise);
  ADD ("sizes", test_sizes);
  ADD ("bytes", test_bytes);
  ADD ("choices", test_choices);
  ADD ("overwrite", test_overwrite);
  ADD ("fails", test_fails);
  ADD ("too-large", test_too_large);
  ADD ("dates", test_dates);
  ADD ("busy", test_busy);
  ADD ("waits-for-the-latest", test_waits_for_the_latest);
  ADD ("latest-wins", test_latest_wins);
  ADD ("cancel", test_cancel);
  ADD ("ends-in-its-thread", test_ends_in_its_thread);
  ADD ("closed-while-saving", test_closed_while_saving);
  ADD ("preview", test_preview);
  ADD ("preview-is-file", test_preview_is_file);
  ADD ("part-and-selection", test_part_and_selection);
  ADD ("words", test_words);
  ADD ("headline", test_headline);
  ADD ("keeps-agreement", test_keeps_agreement);
  ADD ("escape", test_escape);
  ADD ("enter", test_enter);
#undef ADD
  return g_test_run ();
}
