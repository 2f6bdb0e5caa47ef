/* mp-previewer.c: makes figures in a thread, to be looked at before they are saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-previewer.h"

#include "mp-agreement.h"

#include <math.h>

/* The most pixels of a preview. At the actual size of a larger figure they are enlarged. */
#define MAX_PIXELS (32.0 * 1024 * 1024)

/* The longest side of a preview in pixels, which every graphics processor can take. */
#define MAX_SIDE 8192.0

typedef struct {
  MpAgreement *agreement;
  MpFigureOptions *options;
  MpPreviewPlace place;
} Request;

struct _MpPreviewer {
  MpAgreement *agreement; /* owned */
  MpPreviewerFunc func;
  gpointer data;
  GCancellable *cancellable; /* of the figure that is being made; NULL if there is none. Owned */
  Request *next;             /* to be made after it, or NULL. Owned */
};

void
mp_preview_free (MpPreview *preview)
{
  if (preview == NULL)
    return;
  mp_figure_options_free (preview->options);
  g_clear_pointer (&preview->picture, cairo_surface_destroy);
  g_free (preview->refusal);
  g_free (preview->headline);
  g_free (preview->subtitle);
  g_free (preview->notes);
  g_free (preview->words);
  g_free (preview);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  if (request == NULL)
    return;
  g_object_unref (request->agreement);
  mp_figure_options_free (request->options);
  g_free (request);
}

/* --- In the thread ---------------------------------------------------------------------------- */

/* Paints a page so that it fits its place. */
static void
paint (MpPreview *preview, const MpFigure *figure)
{
  const MpPreviewPlace *place = &preview->place;
  MpSize size = preview->size;
  double fit = MIN (place->width / size.width, place->height / size.height);
  double zoom = place->is_actual_size ? 1 : MIN (fit, 1);
  double limit =
    MIN (sqrt (MAX_PIXELS / size.width / size.height), MAX_SIDE / MAX (size.width, size.height)) /
    zoom;
  double scale = MIN (place->device_scale, limit);
  int width = MAX (1, (int) round (size.width * zoom * scale));
  int height = MAX (1, (int) round (size.height * zoom * scale));
  cairo_surface_t *surface;
  cairo_t *cr;

  if (!(fit > 0))
    return;
  /* Whole pixels of the screen, so that it is sharp there. */
  preview->shown = (MpSize) { width / scale, height / scale };
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_set_device_scale (surface, zoom * scale, zoom * scale);
  cr = cairo_create (surface);
  mp_figure_paint (figure, preview->page, cr);
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    preview->picture = cairo_surface_reference (surface);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  cairo_surface_set_device_scale (surface, scale, scale);
  cairo_surface_destroy (surface);
}

static void
describe (MpPreview *preview, const MpFigure *figure)
{
  preview->size = mp_figure_get_size (figure);
  preview->n_pages = mp_figure_get_n_pages (figure);
  preview->page = MIN (preview->place.page, preview->n_pages - 1);
  preview->headline = g_strdup (mp_figure_get_headline (figure));
  preview->subtitle = g_strdup (mp_figure_get_subtitle (figure));
  preview->notes = g_strdup (mp_figure_get_notes (figure));
  preview->words = mp_figure_describe (figure, TRUE);
}

/* A figure belongs to the thread that makes it, because its fonts do: what leaves the thread is
 * pixels and words. */
static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  MpPreview *preview = g_new0 (MpPreview, 1);
  g_autoptr (MpFigure) figure = NULL;
  g_autoptr (GError) error = NULL;

  (void) source;
  (void) cancellable;
  preview->options = g_steal_pointer (&request->options);
  preview->place = request->place;
  if (mp_export_check (preview->options, &error)) {
    figure = mp_figure_new (request->agreement, preview->options);
    if (mp_export_check_height (figure, preview->options, &error)) {
      describe (preview, figure);
      paint (preview, figure);
    }
  }
  if (error != NULL)
    preview->refusal = g_strdup (error->message);
  g_task_return_pointer (task, preview, (GDestroyNotify) mp_preview_free);
}

/* --- In the main loop ------------------------------------------------------------------------- */

static void start (MpPreviewer *self, Request *request);

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MpPreview) preview = g_task_propagate_pointer (G_TASK (result), NULL);
  MpPreviewer *self = data;

  (void) source;
  /* It was cancelled: the previewer is gone. */
  if (preview == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (self->next != NULL)
    start (self, g_steal_pointer (&self->next));
  else
    self->func (g_steal_pointer (&preview), self->data);
}

/* Takes the request. */
static void
start (MpPreviewer *self, Request *request)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, made_cb, self);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, make_in_thread);
}

void
mp_previewer_request (MpPreviewer *self, const MpFigureOptions *options,
                      const MpPreviewPlace *place)
{
  Request *request = g_new0 (Request, 1);

  request->agreement = g_object_ref (self->agreement);
  request->options = mp_figure_options_copy (options);
  request->place = *place;
  g_clear_pointer (&self->next, request_free);
  if (self->cancellable != NULL)
    self->next = request;
  else
    start (self, request);
}

MpPreviewer *
mp_previewer_new (MpAgreement *agreement, MpPreviewerFunc func, gpointer data)
{
  MpPreviewer *self = g_new0 (MpPreviewer, 1);

  self->agreement = g_object_ref (agreement);
  self->func = func;
  self->data = data;
  return self;
}

void
mp_previewer_free (MpPreviewer *self)
{
  if (self == NULL)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->next, request_free);
  g_object_unref (self->agreement);
  g_free (self);
}
