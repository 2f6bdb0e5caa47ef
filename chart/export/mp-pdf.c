/* mp-pdf.c: writes figures as PDF files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cairo's PDF surface draws. What is drawn for an entry is measured meanwhile, and the links are
 * laid over the page when it is complete: a link that begins while everything is clipped away would
 * break the file.
 */
#include "config.h"

#include "mp-pdf.h"

#include "mp-agreement.h"
#include "mp-canvas.h"
#include "mp-export-private.h"
#include "mp-figure-step.h"
#include "mp-pdf-xref.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define SOFTWARE "Milepost " MP_VERSION

/* Of a logical pixel. */
#define POINTS 0.75

/* In points: half the smallest rectangle that can be clicked. */
#define LEAST_LINK 0.5

typedef struct {
  MpRect rect; /* on the page, in points */
  char *uri;   /* owned */
} Link;

/* A page that is drawn. */
typedef struct {
  MpSize size;   /* in points */
  GArray *links; /* Owned: Link */
  GArray *open;  /* Owned: Link; the entries that have begun, with what was drawn for them so far */
} Page;

static void
clear_link (gpointer link)
{
  g_free (((Link *) link)->uri);
}

/* --- Measuring -------------------------------------------------------------------------------- */

/* Returns the rectangle around a rectangle of the coordinates of cr, in points. */
static MpRect
to_page (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_user_to_device (cr, &x1, &y1);
  cairo_user_to_device (cr, &x2, &y2);
  return (MpRect) { MIN (x1, x2), MIN (y1, y2), fabs (x2 - x1), fabs (y2 - y1) };
}

static MpRect
intersect (MpRect a, MpRect b)
{
  double x = MAX (a.x, b.x), y = MAX (a.y, b.y);

  return (MpRect) { x, y, MAX (0, MIN (a.x + a.width, b.x + b.width) - x),
                    MAX (0, MIN (a.y + a.height, b.y + b.height) - y) };
}

static MpRect
unite (MpRect a, MpRect b)
{
  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);

  if (a.width <= 0 || a.height <= 0)
    return b;
  return (MpRect) { x, y, MAX (a.x + a.width, b.x + b.width) - x,
                    MAX (a.y + a.height, b.y + b.height) - y };
}

/* Adds what is drawn in a rectangle to the entries that have begun, as far as it can be seen. */
static void
note (const Page *page, cairo_t *cr, double x1, double y1, double x2, double y2)
{
  MpRect rect = to_page (cr, x1, y1, x2, y2);

  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  rect = intersect (rect, to_page (cr, x1, y1, x2, y2));
  if (rect.width <= 0 || rect.height <= 0)
    return;
  for (guint i = 0; i < page->open->len; i++) {
    Link *link = &g_array_index (page->open, Link, i);

    link->rect = unite (link->rect, rect);
  }
}

static void
fill_cb (cairo_t *cr, gpointer data)
{
  const Page *page = data;
  double x1, y1, x2, y2;

  if (page->open->len > 0) {
    cairo_fill_extents (cr, &x1, &y1, &x2, &y2);
    note (page, cr, x1, y1, x2, y2);
  }
  cairo_fill_preserve (cr);
}

static void
stroke_cb (cairo_t *cr, gpointer data)
{
  const Page *page = data;
  double x1, y1, x2, y2;

  if (page->open->len > 0) {
    cairo_stroke_extents (cr, &x1, &y1, &x2, &y2);
    note (page, cr, x1, y1, x2, y2);
  }
  cairo_stroke_preserve (cr);
}

static void
show_layout_cb (cairo_t *cr, PangoLayout *layout, double x, double y, gpointer data)
{
  const Page *page = data;
  PangoRectangle logical;

  if (page->open->len > 0) {
    pango_layout_get_extents (layout, NULL, &logical);
    note (page, cr, x + (double) logical.x / PANGO_SCALE, y + (double) logical.y / PANGO_SCALE,
          x + (double) (logical.x + logical.width) / PANGO_SCALE,
          y + (double) (logical.y + logical.height) / PANGO_SCALE);
  }
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* --- Links ------------------------------------------------------------------------------------ */

/* Adds a link, if it leads somewhere and can be clicked. Takes its address. */
static void
add_link (const Page *page, Link link)
{
  MpRect whole = { 0, 0, page->size.width, page->size.height };

  link.rect = intersect (link.rect, whole);
  if (link.uri != NULL && link.rect.width > LEAST_LINK && link.rect.height > LEAST_LINK)
    g_array_append_val (page->links, link);
  else
    g_free (link.uri);
}

static void
begin_entry_cb (cairo_t *cr, const MpCanvasEntry *entry, gpointer data)
{
  const Page *page = data;
  Link link = { .uri = entry->is_part ? NULL : g_strdup (entry->uri) };

  (void) cr;
  g_array_append_val (page->open, link);
}

static void
end_entry_cb (cairo_t *cr, gpointer data)
{
  const Page *page = data;
  guint last = page->open->len - 1;

  (void) cr;
  add_link (page, g_array_index (page->open, Link, last));
  g_array_set_size (page->open, last);
}

static void
link_cb (cairo_t *cr, MpRect rect, const MpCanvasLink *link, gpointer data)
{
  MpRect on_page = to_page (cr, rect.x, rect.y, rect.x + rect.width, rect.y + rect.height);

  add_link (data, (Link) { on_page, g_strdup (link->uri) });
}

/* Lays the links over the page that has been drawn. Their rectangles have whole points: Cairo 1.16
 * reads other numbers with the decimal point of the locale. */
static void
write_links (cairo_t *cr, const Page *page)
{
  for (guint i = 0; i < page->links->len; i++) {
    const Link *link = &g_array_index (page->links, Link, i);
    int x = (int) floor (link->rect.x), y = (int) floor (link->rect.y);
    int width = (int) ceil (link->rect.x + link->rect.width) - x;
    int height = (int) ceil (link->rect.y + link->rect.height) - y;
    g_autoptr (GString) attributes = g_string_new (NULL);

    g_string_printf (attributes, "rect=[%d %d %d %d] uri='", x, y, width, height);
    for (const char *at = link->uri; *at != '\0'; at++) {
      if (*at == '\'' || *at == '\\')
        g_string_append_c (attributes, '\\');
      g_string_append_c (attributes, *at);
    }
    g_string_append_c (attributes, '\'');
    cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes->str);
    cairo_tag_end (cr, CAIRO_TAG_LINK);
  }
}

/* --- Files ------------------------------------------------------------------------------------ */

static void
draw_page (const MpExport *export, guint number, MpSize size, cairo_t *cr)
{
  static const MpCanvasFuncs funcs = { .fill = fill_cb,
                                       .stroke = stroke_cb,
                                       .show_layout = show_layout_cb,
                                       .begin_entry = begin_entry_cb,
                                       .end_entry = end_entry_cb,
                                       .link = link_cb };
  Page page = { size, g_array_new (FALSE, FALSE, sizeof (Link)),
                g_array_new (FALSE, FALSE, sizeof (Link)) };

  g_array_set_clear_func (page.links, clear_link);
  cairo_save (cr);
  cairo_scale (cr, POINTS, POINTS);
  mp_canvas_attach (cr, &funcs, &page);
  mp_figure_paint (export->figure, number, cr);
  mp_canvas_attach (cr, NULL, NULL);
  cairo_restore (cr);
  write_links (cr, &page);
  cairo_show_page (cr);
  g_array_unref (page.links);
  g_array_unref (page.open);
}

/* The day on which the facts were checked stands for the day on which the file was made: the same
 * figure gives the same bytes on any day. */
static void
set_date (const MpExport *export, cairo_surface_t *surface)
{
  const char *checked = mp_agreement_get_checked (export->agreement);
  MpDate day;
  g_autofree char *iso = NULL;

  if (!mp_date_parse (checked, -1, &day, NULL, NULL) || day.earliest <= MP_INSTANT_MIN)
    mp_date_for_day (export->options->today, &day);
  iso = mp_instant_to_iso (day.earliest);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, iso);
}

static gboolean
has_story (const MpExport *export)
{
  guint n_steps;

  mp_agreement_story (export->agreement, &n_steps);
  return export->options->has_story && n_steps > 0;
}

static void
set_words (const MpExport *export, cairo_surface_t *surface)
{
  g_autofree char *description = mp_figure_describe (export->figure, TRUE);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  has_story (export) ? mp_agreement_get_title (export->agreement)
                                                     : mp_figure_get_headline (export->figure));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, SOFTWARE);
}

/* What is drawn: the pages of one figure, or of one for each step. */
typedef struct {
  cairo_surface_t *surface;
  cairo_t *cr;
  guint n_pages; /* so far */
} Document;

/* Draws the pages of a figure, which are the given share of all. */
static gboolean
draw_figure (const MpExport *export, Document *document, double from, double share, GError **error)
{
  guint n_pages = mp_figure_get_n_pages (export->figure);
  MpSize logical = mp_figure_get_size (export->figure);
  MpSize size = { logical.width * POINTS, logical.height * POINTS };

  for (guint page = 0; page < n_pages; page++) {
    cairo_pdf_surface_set_size (document->surface, size.width, size.height);
    draw_page (export, page, size, document->cr);
    document->n_pages++;
    if (!mp_export_step (export, from + share * (page + 1) / n_pages, error))
      return FALSE;
  }
  return TRUE;
}

/* Draws the figure of a step, which readers list by its title. */
static gboolean
draw_step (const MpExport *export, Document *document, guint step, guint n_steps, GError **error)
{
  MpFigureOptions options = *export->options;
  g_auto (MpFigureStep) own_step = { 0 };
  g_autoptr (MpFigure) figure = NULL;
  MpExport own = *export;
  g_autofree char *place = NULL;

  own.agreement = mp_figure_options_set_step (
    &options, export->agreement, &mp_agreement_story (export->agreement, NULL)[step], &own_step);
  own.figure = figure = mp_figure_new (own.agreement, &options);
  own.options = &options;
  if (mp_figure_get_n_pages (figure) <= 1 && !mp_export_check_height (figure, &options, error))
    return FALSE;
  place = g_strdup_printf ("page=%u", document->n_pages + 1);
  cairo_pdf_surface_add_outline (document->surface, CAIRO_PDF_OUTLINE_ROOT, options.headline, place,
                                 0);
  return draw_figure (&own, document, (double) step / (n_steps + 1), 1.0 / (n_steps + 1), error);
}

static gboolean
draw_story (const MpExport *export, Document *document, GError **error)
{
  guint n_steps;

  mp_agreement_story (export->agreement, &n_steps);
  for (guint step = 0; step < n_steps; step++)
    if (!draw_step (export, document, step, n_steps, error))
      return FALSE;
  return TRUE;
}

/* Draws all pages. */
static gboolean
draw (const MpExport *export, cairo_surface_t *surface, GError **error)
{
  Document document = { surface, cairo_create (surface), 0 };
  gboolean goes_on = has_story (export) ? draw_story (export, &document, error)
                                        : draw_figure (export, &document, 0, 0.9, error);
  cairo_status_t status = cairo_status (document.cr);

  cairo_destroy (document.cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (goes_on && status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the chart could not be drawn: %s"),
                 cairo_status_to_string (status));
  return goes_on && status == CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
collect_cb (gpointer bytes, const guchar *data, guint length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
mp_pdf_write (const MpExport *export, GOutputStream *stream, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  MpSize logical = mp_figure_get_size (export->figure);
  MpSize size = { logical.width * POINTS, logical.height * POINTS };
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (collect_cb, bytes, size.width, size.height);
  gboolean is_drawn;

  set_words (export, surface);
  set_date (export, surface);
  is_drawn = draw (export, surface, error);
  cairo_surface_destroy (surface);
  if (!is_drawn)
    return FALSE;
  mp_pdf_mend_xref (bytes->data, bytes->len);
  return mp_export_write (export, stream, bytes->data, bytes->len, error);
}
