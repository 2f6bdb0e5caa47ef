/* mp-exporter.c: writes a figure to a file in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-exporter.h"

#include "mp-agreement.h"
#include "mp-file-name.h"

#include <glib/gi18n-lib.h>

/* How many names are tried in a folder, before the last of them is replaced. */
#define MOST_NAMES 10000

struct _MpExporter {
  GObject parent_instance;

  /* Owned */
  MpAgreement *agreement;
  MpFigureOptions *options;
  GFile *folder; /* one of these is NULL at first; in a folder, the thread finds the file */
  GFile *file;
  GCancellable *cancellable;

  const MpExportFormat *format;
  int per_mille; /* that is done; atomic */
};

G_DEFINE_FINAL_TYPE (MpExporter, mp_exporter, G_TYPE_OBJECT)

/* --- In the thread ---------------------------------------------------------------------------- */

/* Returns a file that does not exist: "Title.png", "Title (2).png" and so on. */
static GFile *
find_free_name (MpExporter *self)
{
  GFile *file = NULL;

  for (guint i = 1; i <= MOST_NAMES; i++) {
    g_autofree char *extension = i == 1 ? g_strdup (self->format->extension)
                                        : g_strdup_printf (" (%u)%s", i, self->format->extension);
    g_autofree char *name = mp_file_name_offer (mp_agreement_get_title (self->agreement),
                                                /* Translators: the name of a file, which is
                                                 * followed by an extension such as ".png". */
                                                _ ("chart"), extension);

    g_clear_object (&file);
    file = g_file_get_child (self->folder, name);
    if (!g_file_query_exists (file, self->cancellable))
      break;
  }
  return file;
}

static void
progress_cb (double share, gpointer data)
{
  MpExporter *self = data;

  g_atomic_int_set (&self->per_mille, (int) (share * 1000));
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MpExporter *self = source;
  g_autoptr (GError) error = NULL;

  (void) data;
  if (self->file == NULL)
    self->file = find_free_name (self);
  if (mp_export_to_file (self->format, self->agreement, self->options, self->file, cancellable,
                         progress_cb, self, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* --- In the main loop ------------------------------------------------------------------------- */

static void
run (MpExporter *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, data);

  /* A file that was written is a success, whatever was cancelled after that. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, save_in_thread);
}

void
mp_exporter_save_async (MpExporter *self, GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (MP_IS_EXPORTER (self));
  g_return_if_fail (self->file == NULL && self->folder == NULL);

  self->file = g_object_ref (file);
  run (self, callback, data);
}

void
mp_exporter_save_in_async (MpExporter *self, GFile *folder, GAsyncReadyCallback callback,
                           gpointer data)
{
  g_return_if_fail (MP_IS_EXPORTER (self));
  g_return_if_fail (self->file == NULL && self->folder == NULL);

  self->folder = g_object_ref (folder);
  run (self, callback, data);
}

gboolean
mp_exporter_save_finish (MpExporter *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

GFile *
mp_exporter_get_file (MpExporter *self)
{
  g_return_val_if_fail (MP_IS_EXPORTER (self), NULL);
  return self->file;
}

void
mp_exporter_cancel (MpExporter *self)
{
  g_return_if_fail (MP_IS_EXPORTER (self));
  g_cancellable_cancel (self->cancellable);
}

double
mp_exporter_get_share (MpExporter *self)
{
  g_return_val_if_fail (MP_IS_EXPORTER (self), 0);
  return g_atomic_int_get (&self->per_mille) / 1000.0;
}

/* --- The object ------------------------------------------------------------------------------- */

static void
mp_exporter_finalize (GObject *object)
{
  MpExporter *self = MP_EXPORTER (object);

  g_clear_object (&self->agreement);
  g_clear_pointer (&self->options, mp_figure_options_free);
  g_clear_object (&self->folder);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (mp_exporter_parent_class)->finalize (object);
}

static void
mp_exporter_class_init (MpExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mp_exporter_finalize;
}

static void
mp_exporter_init (MpExporter *self)
{
  self->cancellable = g_cancellable_new ();
}

MpExporter *
mp_exporter_new (const MpExportFormat *format, MpAgreement *agreement,
                 const MpFigureOptions *options)
{
  MpExporter *self = g_object_new (MP_TYPE_EXPORTER, NULL);

  self->format = format != NULL ? format : mp_export_formats (NULL);
  self->agreement = g_object_ref (agreement);
  self->options = mp_figure_options_copy (options);
  return self;
}
