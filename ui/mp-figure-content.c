/* mp-figure-content.c: a figure for the clipboard, and for dragging to another program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-figure-content.h"

#include "mp-agreement.h"
#include "mp-file-name.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#define PNG_TYPE "image/png"
#define SVG_TYPE "image/svg+xml"
#define FILES_TYPE "text/uri-list"

/* A figure that is to be made. */
typedef struct {
  const MpExportFormat *format; /* of the dragged file */
  MpAgreement *agreement;
  MpFigureOptions *options;
  char *type; /* what of it is asked for; NULL for all that is copied */
} Request;

static Request *
request_new (const MpExportFormat *format, MpAgreement *agreement, const MpFigureOptions *options,
             const char *type)
{
  Request *request = g_new0 (Request, 1);

  request->format = format;
  request->agreement = g_object_ref (agreement);
  request->options = mp_figure_options_copy (options);
  request->type = g_strdup (type);
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  if (request == NULL)
    return;
  g_object_unref (request->agreement);
  mp_figure_options_free (request->options);
  g_free (request->type);
  g_free (request);
}

static const MpExportFormat *
find_type (const char *type)
{
  guint n_formats;
  const MpExportFormat *formats = mp_export_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    if (g_str_equal (formats[i].mime_type, type))
      return &formats[i];
  return NULL;
}

/* --- Copying ---------------------------------------------------------------------------------- */

/* What goes from the thread to the main loop, where GDK's objects are made. */
typedef struct {
  GBytes *png;
  GBytes *svg; /* NULL if there is no such format */
  char *words;
} Copied;

static void
copied_free (gpointer data)
{
  Copied *copied = data;

  g_clear_pointer (&copied->png, g_bytes_unref);
  g_clear_pointer (&copied->svg, g_bytes_unref);
  g_free (copied->words);
  g_free (copied);
}

static gboolean
make_copied (const Request *request, Copied *copied, GError **error)
{
  const MpExportFormat *svg = find_type (SVG_TYPE);
  g_autoptr (MpFigure) figure = NULL;

  copied->png =
    mp_export_figure (find_type (PNG_TYPE), request->agreement, request->options, error);
  if (copied->png == NULL)
    return FALSE;
  if (svg != NULL) {
    copied->svg = mp_export_figure (svg, request->agreement, request->options, error);
    if (copied->svg == NULL)
      return FALSE;
  }
  figure = mp_figure_new (request->agreement, request->options);
  copied->words = mp_figure_describe (figure, TRUE);
  return TRUE;
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copied *copied = g_new0 (Copied, 1);
  g_autoptr (GError) error = NULL;

  (void) source;
  (void) cancellable;
  if (make_copied (data, copied, &error)) {
    g_task_return_pointer (task, copied, copied_free);
  } else {
    copied_free (copied);
    g_task_return_error (task, g_steal_pointer (&error));
  }
}

void
mp_figure_content_make_async (MpAgreement *agreement, const MpFigureOptions *options,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, mp_figure_content_make_async);
  g_task_set_task_data (task, request_new (NULL, agreement, options, NULL), request_free);
  g_task_run_in_thread (task, copy_in_thread);
}

GdkContentProvider *
mp_figure_content_make_finish (GAsyncResult *result, GError **error)
{
  Copied *copied = g_task_propagate_pointer (G_TASK (result), error);
  GdkContentProvider *parts[3];
  gsize n_parts = 0;

  if (copied == NULL)
    return NULL;
  parts[n_parts++] = gdk_content_provider_new_for_bytes (PNG_TYPE, copied->png);
  if (copied->svg != NULL)
    parts[n_parts++] = gdk_content_provider_new_for_bytes (SVG_TYPE, copied->svg);
  parts[n_parts++] = gdk_content_provider_new_typed (G_TYPE_STRING, copied->words);
  copied_free (copied);
  return gdk_content_provider_new_union (parts, n_parts);
}

/* --- Temporary files -------------------------------------------------------------------------- */

static GMutex files_mutex;
static GPtrArray *files; /* paths of files, each alone in its folder */

static void
remove_files (void)
{
  for (guint i = 0; i < files->len; i++) {
    g_autofree char *folder = g_path_get_dirname (files->pdata[i]);

    g_unlink (files->pdata[i]);
    g_rmdir (folder);
  }
  g_clear_pointer (&files, g_ptr_array_unref);
}

static void
remove_at_exit (const char *path)
{
  g_mutex_lock (&files_mutex);
  if (files == NULL) {
    files = g_ptr_array_new_with_free_func (g_free);
    atexit (remove_files);
  }
  g_ptr_array_add (files, g_strdup (path));
  g_mutex_unlock (&files_mutex);
}

/* Returns a list of one address, as text/uri-list has it. */
static GBytes *
make_file (const Request *request, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("milepost-XXXXXX", error);
  g_autofree char *name = NULL, *path = NULL, *uri = NULL;
  g_autoptr (GFile) file = NULL;
  char *list;

  if (folder == NULL)
    return NULL;
  name = mp_file_name_offer (mp_agreement_get_title (request->agreement), _ ("chart"),
                             request->format->extension);
  path = g_build_filename (folder, name, NULL);
  file = g_file_new_for_path (path);
  remove_at_exit (path);
  if (!mp_export_to_file (request->format, request->agreement, request->options, file, cancellable,
                          NULL, NULL, error))
    return NULL;
  uri = g_file_get_uri (file);
  list = g_strconcat (uri, "\r\n", NULL);
  return g_bytes_new_take (list, strlen (list));
}

/* --- Dragging --------------------------------------------------------------------------------- */

#define MP_TYPE_DRAGGED_FIGURE (mp_dragged_figure_get_type ())
G_DECLARE_FINAL_TYPE (MpDraggedFigure, mp_dragged_figure, MP, DRAGGED_FIGURE, GdkContentProvider)

struct _MpDraggedFigure {
  GdkContentProvider parent_instance;

  Request *request; /* owned; of no type yet */
};

G_DEFINE_FINAL_TYPE (MpDraggedFigure, mp_dragged_figure, GDK_TYPE_CONTENT_PROVIDER)

static GdkContentFormats *
mp_dragged_figure_ref_formats (GdkContentProvider *provider)
{
  static const char *const types[] = { FILES_TYPE, PNG_TYPE };

  (void) provider;
  return gdk_content_formats_new ((const char **) types, G_N_ELEMENTS (types));
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes =
    g_str_equal (request->type, FILES_TYPE)
      ? make_file (request, cancellable, &error)
      : mp_export_figure (find_type (request->type), request->agreement, request->options, &error);

  (void) source;
  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
written_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* The data of the outer task is the stream. */
static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), &error);
  GOutputStream *stream = g_task_get_task_data (task);

  (void) source;
  if (bytes == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    g_object_unref (task);
    return;
  }
  g_object_set_data_full (G_OBJECT (task), "mp-bytes", bytes, (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   g_task_get_priority (task), g_task_get_cancellable (task),
                                   written_cb, task);
}

static void
mp_dragged_figure_write_mime_type_async (GdkContentProvider *provider, const char *mime_type,
                                         GOutputStream *stream, int io_priority,
                                         GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer data)
{
  const Request *request = MP_DRAGGED_FIGURE (provider)->request;
  GTask *task = g_task_new (provider, cancellable, callback, data);
  g_autoptr (GTask) making = g_task_new (NULL, cancellable, made_cb, task);

  g_task_set_priority (task, io_priority);
  g_task_set_task_data (task, g_object_ref (stream), g_object_unref);
  g_task_set_task_data (
    making, request_new (request->format, request->agreement, request->options, mime_type),
    request_free);
  g_task_run_in_thread (making, make_in_thread);
}

static gboolean
mp_dragged_figure_write_mime_type_finish (GdkContentProvider *provider, GAsyncResult *result,
                                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, provider), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
mp_dragged_figure_finalize (GObject *object)
{
  g_clear_pointer (&MP_DRAGGED_FIGURE (object)->request, request_free);
  G_OBJECT_CLASS (mp_dragged_figure_parent_class)->finalize (object);
}

static void
mp_dragged_figure_class_init (MpDraggedFigureClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mp_dragged_figure_finalize;
  provider_class->ref_formats = mp_dragged_figure_ref_formats;
  provider_class->write_mime_type_async = mp_dragged_figure_write_mime_type_async;
  provider_class->write_mime_type_finish = mp_dragged_figure_write_mime_type_finish;
}

static void
mp_dragged_figure_init (MpDraggedFigure *self)
{
  (void) self;
}

GdkContentProvider *
mp_figure_content_new_dragged (const MpExportFormat *format, MpAgreement *agreement,
                               const MpFigureOptions *options)
{
  MpDraggedFigure *self = g_object_new (MP_TYPE_DRAGGED_FIGURE, NULL);

  self->request = request_new (format, agreement, options, NULL);
  return GDK_CONTENT_PROVIDER (self);
}
