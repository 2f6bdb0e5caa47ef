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

static void
load_in_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mp_reader_fetch (file, cancellable, &error);
  MpLoaded *loaded;

  (void) source;
  if (bytes == NULL) {
    g_debug ("cannot read the file: %s", error->message);
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  loaded = g_new0 (MpLoaded, 1);
  loaded->problems = mp_problems_new ();
  loaded->agreement = mp_reader_load_bytes (bytes, loaded->problems);
  g_task_return_pointer (task, loaded, (GDestroyNotify) mp_loaded_free);
}

void
mp_loader_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, mp_loader_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

MpLoaded *
mp_loader_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
