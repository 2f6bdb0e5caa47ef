/* test-window-support.h: what the tests of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-display-support.h"
#include "mp-window.h"

#include <glib/gstdio.h>
#include <string.h>

#define SHIPPED "/dev/milepost/Milepost/agreements/microsoft-openai.json"

typedef struct {
  MpWindow *window;
  char *folder; /* for files */
} Fixture;

static inline void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  f->folder = g_dir_make_tmp ("milepost-XXXXXX", &error);
  g_assert_no_error (error);
  f->window = mp_window_new (NULL, mp_today ());
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (f->window));
  mp_wait_for_frame (GTK_WIDGET (f->window));
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);

  (void) data;
  mp_input_end ();
  mp_close (GTK_WINDOW (f->window));
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (f->folder, name, NULL);

    g_remove (path);
  }
  g_rmdir (f->folder);
  g_free (f->folder);
}

static inline void
load_shipped (Fixture *f)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SHIPPED, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  mp_window_load_bytes (f->window, bytes, "microsoft-openai.json");
}

/* Makes a file with this text in the folder of the test. */
static inline GFile *
write_file (Fixture *f, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static inline GFile *
write_small (Fixture *f, const char *title)
{
  g_autofree char *name = g_strconcat (title, ".json", NULL);
  g_autofree char *text = g_strdup_printf ("{ \"milepost\": 1, \"title\": \"%s\" }", title);

  return write_file (f, name, text);
}

static inline MpAgreement *
agreement (Fixture *f)
{
  return mp_session_get_agreement (mp_window_get_session (f->window));
}

static inline const char *
title (Fixture *f)
{
  return adw_window_title_get_title (mp_template_child (f->window, "title"));
}

static inline const char *
subtitle (Fixture *f)
{
  return adw_window_title_get_subtitle (mp_template_child (f->window, "title"));
}

static inline gboolean
is_loading (Fixture *f)
{
  return gtk_spinner_get_spinning (mp_template_child (f->window, "spinner"));
}

static inline void
load_file (Fixture *f, GFile *file)
{
  mp_window_load_file (f->window, file);
  mp_wait_until (!is_loading (f));
}

static inline void
assert_page (Fixture *f, const char *page)
{
  g_assert_cmpstr (mp_window_get_page (f->window), ==, page);
}

/* Whether the visible widgets show this text. */
static inline gboolean
says (Fixture *f, const char *text)
{
  g_autofree char *labels = NULL;

  /* The page changes a moment later, and the panel follows a frame after it. */
  mp_wait_for_frame (GTK_WIDGET (f->window));
  mp_wait_for_frame (GTK_WIDGET (f->window));
  labels = mp_read_labels (f->window);
  g_test_message ("looking for: %s", text);
  return strstr (labels, text) != NULL;
}

static inline gboolean
is_enabled (Fixture *f, const char *action)
{
  GtkWidget *button = mp_find_action (f->window, action);

  g_assert_nonnull (button);
  return gtk_widget_is_sensitive (button);
}

static inline void
act (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), action, NULL));
}
