/* mp-loader.c: loads agreements in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-loader.h"

void
mp_loaded_free (MpLoaded *loaded)
{
  if (loaded == NULL)
    return;
  g_clear_object (&loaded->agreement);
  g_clear_pointer (&loaded->problems, mp_problems_free);
  g_free (loaded);
}

/* object is a file or a stream. */
static void
load_in_thread (GTask *task, gpointer source, gpointer object, GCancellable *cancellable)
{
  g_autoptr (MpLoaded) loaded = g_new0 (MpLoaded, 1);
  g_autoptr (GError) error = NULL;

  (void) source;
  loaded->problems = mp_problems_new ();
  if (G_IS_FILE (object))
    loaded->agreement =
      mp_reader_load_file (object, cancellable, NULL, NULL, loaded->problems, &error);
  else
    loaded->agreement =
      mp_reader_load_stream (object, cancellable, NULL, NULL, loaded->problems, &error);
  if (error != NULL) {
    g_debug ("cannot read the file: %s", error->message);
    g_task_return_error (task, g_steal_pointer (&error));
  } else {
    g_task_return_pointer (task, g_steal_pointer (&loaded), (GDestroyNotify) mp_loaded_free);
  }
}

static void
load_async (gpointer object, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, load_async);
  g_task_set_task_data (task, g_object_ref (object), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

void
mp_loader_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer data)
{
  load_async (file, cancellable, callback, data);
}

void
mp_loader_load_stream_async (GInputStream *stream, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  load_async (stream, cancellable, callback, data);
}

MpLoaded *
mp_loader_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
