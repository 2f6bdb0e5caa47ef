/* mp-figure-preview.c: a figure to look at, page by page, whole or at its actual size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-figure-preview.h"

#include "mp-figure-content.h"
#include "mp-geometry.h"
#include "mp-message.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A figure that is made sooner needs no spinner. */
#define SPIN_AFTER_MS 200

/* The squares that are seen through a figure without a ground, in logical pixels. */
#define SQUARE 8

/* The longer side of what hangs on the pointer while the page is dragged, in logical pixels. */
#define DRAG_SIDE 160

struct _MpFigurePreview {
  GtkBox parent_instance;

  /* Template */
  GtkScrolledWindow *scroller;
  GtkDrawingArea *area;
  GtkSpinner *spinner;
  GtkWidget *refused;
  GtkLabel *refusal;
  GtkLabel *pixels;
  GtkWidget *pages;
  GtkWidget *previous;
  GtkLabel *page;
  GtkWidget *next;
  GtkToggleButton *actual_size;

  /* Owned */
  MpAgreement *agreement;
  MpPreviewer *previewer;
  MpPreview *preview;       /* what is shown; NULL before the first figure */
  MpFigureOptions *options; /* the latest, or NULL */
  guint spin_source;

  const MpExportFormat *format; /* of what is dragged */
  gboolean is_current;
  guint page_index;
};

G_DEFINE_FINAL_TYPE (MpFigurePreview, mp_figure_preview, GTK_TYPE_BOX)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- Painting --------------------------------------------------------------------------------- */

static void
paint_squares (cairo_t *cr, MpSize size)
{
  for (int row = 0; row * SQUARE < size.height; row++)
    for (int column = row % 2; column * SQUARE < size.width; column += 2)
      cairo_rectangle (cr, column * SQUARE, row * SQUARE, SQUARE, SQUARE);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.25);
  cairo_fill (cr);
}

/* The edge of the page, whose ground may be that of the dialog. It lies inside, on whole pixels. */
static void
paint_edge (cairo_t *cr, MpRect rect)
{
  cairo_rectangle (cr, 0.5, 0.5, rect.width - 1, rect.height - 1);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.5);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* Where the page stands in the area, on whole pixels, so that it is sharp. */
static MpRect
page_rect (MpFigurePreview *self)
{
  MpSize size = self->preview->shown;
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->area));
  double x = (gtk_widget_get_width (GTK_WIDGET (self->area)) - size.width) / 2;
  double y = (gtk_widget_get_height (GTK_WIDGET (self->area)) - size.height) / 2;

  return (MpRect) { floor (MAX (x, 0) * scale) / scale, floor (MAX (y, 0) * scale) / scale,
                    size.width, size.height };
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  MpFigurePreview *self = data;
  MpRect rect;

  (void) area;
  (void) width;
  (void) height;
  if (self->preview == NULL || self->preview->picture == NULL)
    return;
  rect = page_rect (self);
  cairo_translate (cr, rect.x, rect.y);
  cairo_rectangle (cr, 0, 0, rect.width, rect.height);
  cairo_clip (cr);
  if (self->preview->options->is_transparent)
    paint_squares (cr, self->preview->shown);
  cairo_set_source_surface (cr, self->preview->picture, 0, 0);
  cairo_paint (cr);
  paint_edge (cr, rect);
}

/* --- What is shown ---------------------------------------------------------------------------- */

static void
stop_spinner (MpFigurePreview *self)
{
  g_clear_handle_id (&self->spin_source, g_source_remove);
  gtk_spinner_stop (self->spinner);
}

static gboolean
spin_cb (gpointer data)
{
  MpFigurePreview *self = data;

  self->spin_source = 0;
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
update_pages (MpFigurePreview *self)
{
  guint n_pages = self->preview->n_pages, page = self->preview->page;
  g_autofree char *words =
    /* Translators: a page and the number of all pages */
    g_strdup_printf (_ ("Page %u of %u"), page + 1, MAX (n_pages, 1));

  gtk_widget_set_visible (self->pages, n_pages > 1);
  gtk_label_set_label (self->page, words);
  gtk_widget_set_sensitive (self->previous, page > 0);
  gtk_widget_set_sensitive (self->next, page + 1 < n_pages);
}

/* Why there is no figure stands in its place. */
static void
update_refusal (MpFigurePreview *self)
{
  const char *reason = self->preview->refusal;
  g_autofree char *sentence = reason != NULL ? mp_message_sentence (reason) : NULL;

  gtk_label_set_label (self->refusal, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->refused, reason != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->area), reason == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->actual_size), reason == NULL);
}

/* Only pictures have pixels; the other formats are sharp at any size. In a picture the pages stand
 * below each other. */
static void
update_pixels (MpFigurePreview *self)
{
  const MpPreview *preview = self->preview;
  gboolean has_pixels = self->format == NULL || g_str_equal (self->format->mime_type, "image/png");
  g_autofree char *words = NULL;

  if (preview->refusal == NULL && has_pixels)
    /* Translators: width and height of a picture */
    words = g_strdup_printf (
      _ ("%d × %d pixels"), (int) round (preview->size.width * preview->options->scale),
      (int) round (preview->size.height * preview->options->scale) * (int) preview->n_pages);
  gtk_label_set_label (self->pixels, words != NULL ? words : "");
}

/* Takes the preview. */
static void
show (MpFigurePreview *self, MpPreview *preview)
{
  stop_spinner (self);
  mp_preview_free (self->preview);
  self->preview = preview;
  self->is_current = TRUE;
  self->page_index = preview->page;
  /* Where a page fits, it has no size of its own: the area has the one of the room. */
  gtk_drawing_area_set_content_width (
    self->area, preview->place.is_actual_size ? (int) ceil (preview->shown.width) : 0);
  gtk_drawing_area_set_content_height (
    self->area, preview->place.is_actual_size ? (int) ceil (preview->shown.height) : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  preview->words != NULL ? preview->words : "", -1);
  update_pages (self);
  update_refusal (self);
  update_pixels (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
made_cb (MpPreview *preview, gpointer data)
{
  show (data, preview);
}

static void
request (MpFigurePreview *self)
{
  GtkWidget *scroller = GTK_WIDGET (self->scroller);
  MpPreviewPlace place = {
    .page = self->page_index,
    .width = gtk_widget_get_width (scroller),
    .height = gtk_widget_get_height (scroller),
    .device_scale = gtk_widget_get_scale_factor (scroller),
    .is_actual_size = gtk_toggle_button_get_active (self->actual_size),
  };

  /* A figure is made when it is known how large it is seen. */
  if (self->options == NULL || place.width <= 0 || place.height <= 0)
    return;
  mp_previewer_request (self->previewer, self->options, &place);
  if (self->spin_source == 0 && !gtk_spinner_get_spinning (self->spinner))
    self->spin_source = g_timeout_add (SPIN_AFTER_MS, spin_cb, self);
}

/* --- Input ------------------------------------------------------------------------------------ */

static void
resized_cb (MpFigurePreview *self)
{
  const MpPreviewPlace *place = self->preview != NULL ? &self->preview->place : NULL;
  GtkWidget *scroller = GTK_WIDGET (self->scroller);

  /* The page at its actual size is the same in any room. */
  if (place == NULL || !place->is_actual_size ||
      place->device_scale != gtk_widget_get_scale_factor (scroller))
    request (self);
}

static void
zoomed_cb (MpFigurePreview *self)
{
  gboolean is_actual = gtk_toggle_button_get_active (self->actual_size);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->area), is_actual ? "zoom-out" : "zoom-in");
  request (self);
}

static void
toggle (MpFigurePreview *self)
{
  gtk_toggle_button_set_active (self->actual_size,
                                !gtk_toggle_button_get_active (self->actual_size));
}

static void
clicked_cb (MpFigurePreview *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->area));
  toggle (self);
}

static void
turn (MpFigurePreview *self, int by)
{
  guint n_pages = self->preview != NULL ? self->preview->n_pages : 0;

  if (n_pages == 0 || (by < 0 && self->page_index == 0) ||
      (by > 0 && self->page_index + 1 >= n_pages)) {
    gtk_widget_error_bell (GTK_WIDGET (self));
    return;
  }
  self->page_index = by < 0 ? self->page_index - 1 : self->page_index + 1;
  request (self);
}

static void
previous_cb (MpFigurePreview *self)
{
  turn (self, -1);
}

static void
next_cb (MpFigurePreview *self)
{
  turn (self, 1);
}

static gboolean
key_pressed_cb (MpFigurePreview *self, guint keyval)
{
  switch (keyval) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_space:
    toggle (self);
    return GDK_EVENT_STOP;
  case GDK_KEY_Page_Up:
    turn (self, -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Page_Down:
    turn (self, 1);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

/* --- Dragging --------------------------------------------------------------------------------- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, MpFigurePreview *self)
{
  (void) source;
  (void) x;
  (void) y;
  if (!self->is_current || self->preview->refusal != NULL)
    return NULL;
  return mp_figure_content_new_dragged (self->format, self->agreement, self->preview->options);
}

/* The page in small hangs on the pointer. */
static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, MpFigurePreview *self)
{
  MpSize size = self->preview->shown;
  double scale = MIN (1, DRAG_SIDE / MAX (size.width, size.height));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = NULL;
  graphene_rect_t bounds;
  cairo_t *cr;

  (void) drag;
  if (self->preview->picture == NULL)
    return;
  graphene_rect_init (&bounds, 0, 0, (float) (size.width * scale), (float) (size.height * scale));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->preview->picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  paintable = gtk_snapshot_to_paintable (snapshot, &bounds.size);
  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

/* --- The class -------------------------------------------------------------------------------- */

static void
mp_figure_preview_dispose (GObject *object)
{
  MpFigurePreview *self = MP_FIGURE_PREVIEW (object);

  g_clear_handle_id (&self->spin_source, g_source_remove);
  g_clear_pointer (&self->previewer, mp_previewer_free);
  g_clear_pointer (&self->preview, mp_preview_free);
  g_clear_pointer (&self->options, mp_figure_options_free);
  g_clear_object (&self->agreement);
  G_OBJECT_CLASS (mp_figure_preview_parent_class)->dispose (object);
}

static void
mp_figure_preview_class_init (MpFigurePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_figure_preview_dispose;
  signals[CHANGED] = g_signal_new ("changed", MP_TYPE_FIGURE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "figurepreview");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-figure-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, MpFigurePreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, MpFigurePreview, area);
  gtk_widget_class_bind_template_child (widget_class, MpFigurePreview, spinner);
  gtk_widget_class_bind_template_child (widget_class, MpFigurePreview, refused);
  gtk_widget_class_bind_template_child (widget_class, MpFigurePreview, refusal);
  gtk_widget_class_bind_template_child (widget_class, MpFigurePreview, pixels);
  gtk_widget_class_bind_template_child (widget_class, MpFigurePreview, pages);
  gtk_widget_class_bind_template_child (widget_class, MpFigurePreview, previous);
  gtk_widget_class_bind_template_child (widget_class, MpFigurePreview, page);
  gtk_widget_class_bind_template_child (widget_class, MpFigurePreview, next);
  gtk_widget_class_bind_template_child (widget_class, MpFigurePreview, actual_size);
  gtk_widget_class_bind_template_callback (widget_class, resized_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoomed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
}

static void
mp_figure_preview_init (MpFigurePreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->area, draw, self, NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->area), "zoom-in");
}

void
mp_figure_preview_set_agreement (MpFigurePreview *self, MpAgreement *agreement)
{
  g_return_if_fail (MP_IS_FIGURE_PREVIEW (self));

  g_set_object (&self->agreement, agreement);
  g_clear_pointer (&self->options, mp_figure_options_free);
  g_clear_pointer (&self->previewer, mp_previewer_free);
  self->previewer = mp_previewer_new (agreement, made_cb, self);
}

void
mp_figure_preview_set_options (MpFigurePreview *self, const MpFigureOptions *options)
{
  g_return_if_fail (MP_IS_FIGURE_PREVIEW (self));
  g_return_if_fail (self->previewer != NULL);

  mp_figure_options_free (self->options);
  self->options = mp_figure_options_copy (options);
  self->is_current = FALSE;
  request (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mp_figure_preview_set_format (MpFigurePreview *self, const MpExportFormat *format)
{
  g_return_if_fail (MP_IS_FIGURE_PREVIEW (self));
  self->format = format;
}

const MpPreview *
mp_figure_preview_get (MpFigurePreview *self)
{
  g_return_val_if_fail (MP_IS_FIGURE_PREVIEW (self), NULL);
  return self->preview;
}

gboolean
mp_figure_preview_is_current (MpFigurePreview *self)
{
  g_return_val_if_fail (MP_IS_FIGURE_PREVIEW (self), FALSE);
  return self->is_current;
}
