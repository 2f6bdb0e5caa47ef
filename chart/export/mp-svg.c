/* mp-svg.c: a figure as SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-svg.h"

#include "mp-export-private.h"
#include "mp-svg-value.h"
#include "mp-svg-writer.h"
#include "mp-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NAMESPACE "http://www.w3.org/2000/svg"
#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/* Lines of Cairo have corners that are pointed up to this. */
#define MITER_LIMIT "10"

/* The share of the work that is done when a page is painted. */
#define PAINTED_SHARE 0.9

#define MM_PER_PIXEL (25.4 / 96)

/* Writes the beginning of the root. Its sides are left out if they are NULL. */
static void
open_root (MpMarkup *markup, const MpSvgFragment *fragment, MpSize size, const char *width,
           const char *height)
{
  g_autofree char *title = g_strconcat (fragment->id_prefix, "title", NULL);
  g_autofree char *description = g_strconcat (fragment->id_prefix, "description", NULL);
  g_autofree char *families = mp_text_families (fragment->options->font);
  g_autofree char *box = g_strdup_printf ("0 0 %s %s", mp_svg_number (size.width).text,
                                          mp_svg_number (size.height).text);
  g_autofree char *words = mp_figure_describe (fragment->figure, FALSE);

  /* Not an image: there are links in it. */
  mp_markup_open (markup, "svg", "xmlns", NAMESPACE, "width", width, "height", height, "viewBox",
                  box, "role", "group", "aria-labelledby", title, "aria-describedby", description,
                  "xml:lang", C_ ("code of the language", "en"), "font-family", families,
                  "text-rendering", "geometricPrecision", "fill", "none", "stroke-miterlimit",
                  MITER_LIMIT, NULL);
  mp_markup_open (markup, "title", "id", title, NULL);
  mp_markup_text (markup, mp_figure_get_headline (fragment->figure));
  mp_markup_close (markup, "title");
  mp_markup_open (markup, "desc", "id", description, NULL);
  mp_markup_text (markup, words);
  mp_markup_close (markup, "desc");
  mp_markup_break (markup);
}

void
mp_svg_write_fragment (MpMarkup *markup, const MpSvgFragment *fragment)
{
  MpSize size = mp_figure_get_size (fragment->figure);
  g_autoptr (MpSvgWriter) writer = mp_svg_writer_new (markup, fragment, size);

  open_root (markup, fragment, size, NULL, NULL);
  mp_figure_paint (fragment->figure, fragment->page, mp_svg_writer_get_canvas (writer));
  mp_svg_writer_close_groups (writer);
  mp_markup_close (markup, "svg");
}

/* Returns whether the sides are written in millimetres: those of a page are whole ones. */
static gboolean
is_for_print (const MpFigureOptions *options)
{
  double width = options->width * MM_PER_PIXEL;

  return options->scale != 1 && fabs (width - round (width)) < 0.001;
}

/* Returns a side with its unit. Free with g_free (). */
static char *
write_side (const MpFigureOptions *options, double length)
{
  if (!is_for_print (options))
    return g_strdup (mp_svg_number (length).text);
  return g_strconcat (mp_svg_share (length * MM_PER_PIXEL).text, "mm", NULL);
}

/* Returns how far below a page the next one begins: a whole number of pixels, as in a picture. */
static double
pitch_of (const MpExport *export)
{
  double scale = export->options->scale;

  return round (mp_figure_get_size (export->figure).height * scale) / scale;
}

/* Writes a page below those before it. */
static void
write_page (MpMarkup *markup, MpSvgWriter *writer, const MpExport *export, guint page)
{
  cairo_t *cr = mp_svg_writer_get_canvas (writer);
  MpSize size = mp_figure_get_size (export->figure);
  g_autofree char *id = g_strdup_printf ("page-%u", page + 1);

  mp_markup_open (markup, "g", "id", id, NULL);
  mp_canvas_save (cr);
  cairo_translate (cr, 0, page * pitch_of (export));
  cairo_rectangle (cr, 0, 0, size.width, size.height);
  mp_canvas_clip (cr);
  mp_figure_paint (export->figure, page, cr);
  mp_canvas_restore (cr);
  mp_svg_writer_close_groups (writer);
  mp_markup_close (markup, "g");
}

gboolean
mp_svg_write (const MpExport *export, GOutputStream *stream, GError **error)
{
  g_autoptr (MpMarkup) markup = mp_markup_new (stream, export->cancellable);
  const MpSvgFragment fragment = { .figure = export->figure,
                                   .options = export->options,
                                   .id_prefix = "" };
  guint n_pages = mp_figure_get_n_pages (export->figure);
  MpSize size = mp_figure_get_size (export->figure);
  MpSize all = { size.width, size.height + (n_pages - 1) * pitch_of (export) };
  g_autoptr (MpSvgWriter) writer = mp_svg_writer_new (markup, &fragment, all);
  g_autofree char *width = write_side (export->options, all.width);
  g_autofree char *height = write_side (export->options, all.height);

  mp_markup_raw (markup, DECLARATION, strlen (DECLARATION));
  open_root (markup, &fragment, all, width, height);
  for (guint page = 0; page < n_pages; page++) {
    write_page (markup, writer, export, page);
    if (!mp_export_step (export, (page + PAINTED_SHARE) / n_pages, error))
      return FALSE;
  }
  mp_markup_close (markup, "svg");
  mp_markup_break (markup);
  return mp_markup_finish (markup, error);
}
