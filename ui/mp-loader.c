/* mp-loader.c: loads an agreement in a thread, so that the window stays responsive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-loader.h"

#include "mp-agreement.h"
#include "mp-carried.h"
#include "mp-next.h"
#include "mp-order.h"
#include "mp-stems.h"

/* The first part that is handed over has at least so many entries, which fill a window. */
#define FIRST_ENTRIES 1000

/* A file of fewer bytes is read before a part of it could be drawn. */
#define MIN_SIZE (G_GINT64_CONSTANT (8) * 1024 * 1024)

struct _MpLoader {
  GObject parent_instance;

  /* Owned */
  GFile *file; /* one of these is NULL */
  GInputStream *stream;
  GCancellable *cancellable;

  MpLoaderFunc func; /* or NULL */
  gpointer func_data;
  GMainContext *context; /* in which it is called; owned */
  guint next_entries;    /* when another part is made; of the thread alone */

  GMutex mutex; /* for what follows */
  MpLoaderProgress progress;
  gint64 begun;
  gboolean is_busy; /* a part is on its way, or is being shown */
  gboolean is_done; /* reading has ended */
};

G_DEFINE_FINAL_TYPE (MpLoader, mp_loader, G_TYPE_OBJECT)

void
mp_loaded_free (MpLoaded *loaded)
{
  if (loaded == NULL)
    return;
  g_clear_object (&loaded->agreement);
  g_clear_pointer (&loaded->problems, mp_problems_free);
  mp_figure_options_free (loaded->view);
  g_free (loaded->view_problem);
  g_free (loaded);
}

/* Makes what every window asks of an agreement, which is kept with it. For a million entries that
 * takes seconds, which the window must not wait. */
static void
prepare (MpAgreement *agreement)
{
  mp_order_items (agreement);
  mp_order_ends_so_far (agreement);
  mp_next_prepare (agreement);
  mp_agreement_get_extent (agreement, NULL, NULL);
  mp_stems_unref (mp_stems_get (agreement));
}

/* --- Parts ------------------------------------------------------------------------------------ */

/* A part of an agreement on its way to the main loop. */
typedef struct {
  MpLoader *loader;
  MpAgreement *agreement;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_object_unref (part->loader);
  g_object_unref (part->agreement);
  g_free (part);
}

static gboolean
hand_over_cb (gpointer data)
{
  Part *part = data;
  MpLoader *self = part->loader;
  gboolean is_done;

  g_mutex_lock (&self->mutex);
  is_done = self->is_done;
  g_mutex_unlock (&self->mutex);
  if (!is_done && !g_cancellable_is_cancelled (self->cancellable))
    self->func (self, part->agreement, self->func_data);
  g_mutex_lock (&self->mutex);
  self->is_busy = FALSE;
  g_mutex_unlock (&self->mutex);
  return G_SOURCE_REMOVE;
}

/* Takes the agreement. */
static Part *
part_new (MpLoader *self, MpAgreement *agreement)
{
  Part *part = g_new0 (Part, 1);

  part->loader = g_object_ref (self);
  part->agreement = agreement;
  return part;
}

static void
hand_over (MpLoader *self, MpAgreement *agreement)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, hand_over_cb, part_new (self, agreement), part_free);
  g_source_attach (source, self->context);
}

/* The MpReaderFunc; in the thread. */
static void
read_cb (MpReader *reader, goffset n_bytes, goffset size, gpointer data)
{
  MpLoader *self = data;
  guint n_entries = mp_reader_count_entries (reader);
  gboolean is_wanted =
    self->func != NULL && n_entries >= self->next_entries && (size == 0 || size >= MIN_SIZE);
  MpAgreement *agreement;

  g_mutex_lock (&self->mutex);
  self->progress.n_bytes = n_bytes;
  self->progress.size = size;
  self->progress.n_entries = n_entries;
  is_wanted = is_wanted && !self->is_busy;
  g_mutex_unlock (&self->mutex);
  if (!is_wanted)
    return;
  self->next_entries = MAX (n_entries, 1) * 2;
  agreement = mp_reader_get_partial (reader);
  if (agreement == NULL)
    return;
  prepare (agreement);
  g_mutex_lock (&self->mutex);
  self->is_busy = TRUE;
  g_mutex_unlock (&self->mutex);
  hand_over (self, agreement);
}

/* --- Loading ---------------------------------------------------------------------------------- */

/* Takes what a picture shows. */
static void
take_view (MpLoaded *loaded, const MpCarried *carried)
{
  g_autoptr (GError) error = NULL;

  loaded->is_picture = TRUE;
  loaded->view = mp_carried_get_view (carried, loaded->agreement, &error);
  if (loaded->view == NULL)
    loaded->view_problem = g_strdup (error->message);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MpLoader *self = source;
  g_autoptr (MpLoaded) loaded = g_new0 (MpLoaded, 1);
  g_autoptr (MpCarried) carried = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  loaded->problems = mp_problems_new ();
  if (self->file != NULL)
    loaded->agreement = mp_carried_load_file (self->file, cancellable, read_cb, self,
                                              loaded->problems, &carried, &error);
  else
    loaded->agreement = mp_carried_load_stream (self->stream, cancellable, read_cb, self,
                                                loaded->problems, &carried, &error);
  if (loaded->agreement != NULL && carried != NULL)
    take_view (loaded, carried);
  if (loaded->agreement != NULL)
    prepare (loaded->agreement);
  g_mutex_lock (&self->mutex);
  self->is_done = TRUE;
  g_mutex_unlock (&self->mutex);
  if (error != NULL) {
    g_debug ("cannot read the file: %s", error->message);
    g_task_return_error (task, g_steal_pointer (&error));
  } else {
    g_task_return_pointer (task, g_steal_pointer (&loaded), (GDestroyNotify) mp_loaded_free);
  }
}

void
mp_loader_load_async (MpLoader *self, MpLoaderFunc func, gpointer func_data,
                      GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MP_IS_LOADER (self));
  g_return_if_fail (self->context == NULL);

  task = g_task_new (self, self->cancellable, callback, data);
  g_task_set_source_tag (task, mp_loader_load_async);
  self->func = func;
  self->func_data = func_data;
  self->context = g_main_context_ref (g_task_get_context (task));
  self->next_entries = FIRST_ENTRIES;
  self->begun = g_get_monotonic_time ();
  /* A stream may not notice that it is cancelled. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, load_in_thread);
}

MpLoaded *
mp_loader_load_finish (MpLoader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
mp_loader_cancel (MpLoader *self)
{
  g_return_if_fail (MP_IS_LOADER (self));
  g_cancellable_cancel (self->cancellable);
}

MpLoaderProgress
mp_loader_get_progress (MpLoader *self)
{
  MpLoaderProgress progress = { 0 };

  g_return_val_if_fail (MP_IS_LOADER (self), progress);

  g_mutex_lock (&self->mutex);
  progress = self->progress;
  g_mutex_unlock (&self->mutex);
  progress.time = self->begun != 0 ? g_get_monotonic_time () - self->begun : 0;
  return progress;
}

/* --- The object ------------------------------------------------------------------------------- */

static void
mp_loader_finalize (GObject *object)
{
  MpLoader *self = MP_LOADER (object);

  g_clear_object (&self->file);
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (mp_loader_parent_class)->finalize (object);
}

static void
mp_loader_class_init (MpLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mp_loader_finalize;
}

static void
mp_loader_init (MpLoader *self)
{
  g_mutex_init (&self->mutex);
  self->cancellable = g_cancellable_new ();
}

MpLoader *
mp_loader_new (GFile *file)
{
  MpLoader *self = g_object_new (MP_TYPE_LOADER, NULL);

  self->file = g_object_ref (file);
  return self;
}

MpLoader *
mp_loader_new_for_stream (GInputStream *stream)
{
  MpLoader *self = g_object_new (MP_TYPE_LOADER, NULL);

  self->stream = g_object_ref (stream);
  return self;
}
