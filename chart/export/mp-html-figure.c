/* mp-html-figure.c: the figure of the page, light and dark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A browser shows the one that suits it. Marks, bars and numbers of sources lead to their places in
 * the page. Headline and sources are in the page, not in the figure.
 */
#include "config.h"

#include "mp-html.h"

#include "mp-figure.h"
#include "mp-html-private.h"
#include "mp-svg.h"

#include <glib/gi18n-lib.h>

/* A figure that is higher than this many times its width is no help to a reader. */
#define MOST_HEIGHT 3.5

/* How a layout is composed for a page, and its class there. Widths and sizes are such that the
 * smallest words of what is composed are 13 pixels of CSS or more where the column is as wide as it
 * gets, and legible on paper. */
static const struct {
  const char *name;
  double width;
  double text_size;
} layouts[MP_N_FIGURE_LAYOUTS] = {
  [MP_LAYOUT_WINDOW] = { "window", 1200, 1 },  [MP_LAYOUT_WIDE] = { "wide", 1920, 1.35 },
  [MP_LAYOUT_PAGE] = { "page", 1120, 1.4 },    [MP_LAYOUT_SQUARE] = { "square", 1080, 1 },
  [MP_LAYOUT_TABLE] = { "table", 1920, 1.35 },
};

MpFigureOptions
mp_html_adapt (const MpFigureOptions *options)
{
  MpFigureOptions own = *options;

  own.is_bare = TRUE;
  own.is_print = FALSE;
  own.is_transparent = TRUE;
  own.width = layouts[own.layout].width;
  own.height = 0;
  own.scale = 1;
  own.text_size *= layouts[own.layout].text_size;
  if (own.theme == MP_THEME_PRINT)
    own.theme = MP_THEME_LIGHT;
  return own;
}

gboolean
mp_html_has_figure (const MpFigure *figure)
{
  MpSize size = mp_figure_get_size (figure);

  return mp_figure_get_refusal (figure) == NULL && size.height <= MOST_HEIGHT * size.width;
}

static char *
find_entry (MpItem item, gpointer data)
{
  const MpHtml *html = data;
  g_autofree char *anchor = NULL;

  if (item.kind == MP_ITEM_NONE)
    return NULL;
  anchor = item.kind == MP_ITEM_MILESTONE ? mp_html_milestone_anchor (html, item.index)
                                          : mp_html_phase_anchor (html, item.index);
  return g_strconcat ("#", anchor, NULL);
}

static char *
find_source (guint32 source, gpointer data)
{
  g_autofree char *anchor = mp_html_source_anchor (data, source);

  return g_strconcat ("#", anchor, NULL);
}

/* Writes all pages of a figure below each other. */
static void
write_pictures (const MpHtml *html, const MpFigure *figure, const MpFigureOptions *options,
                const char *class_names, const char *prefix)
{
  mp_markup_break (html->markup);
  /* What scrolls must be reached by the keyboard. */
  mp_markup_open (html->markup, "div", "class", class_names, "role", "region", "tabindex", "0",
                  "aria-label", _ ("Timeline"), NULL);
  for (guint page = 0; page < mp_figure_get_n_pages (figure); page++) {
    g_autofree char *id_prefix = g_strdup_printf ("%s.%u.", prefix, page + 1);
    MpSvgFragment fragment = { figure,     options,     page,           id_prefix,
                               find_entry, find_source, (gpointer) html };

    mp_svg_write_fragment (html->markup, &fragment);
  }
  mp_markup_close (html->markup, "div");
}

/* The theme that is the dark one, or the light one, of a pair. */
static MpTheme
counterpart (MpTheme theme, gboolean is_dark)
{
  gboolean has_contrast = theme == MP_THEME_CONTRAST || theme == MP_THEME_CONTRAST_DARK;

  if (is_dark)
    return has_contrast ? MP_THEME_CONTRAST_DARK : MP_THEME_DARK;
  return has_contrast ? MP_THEME_CONTRAST : MP_THEME_LIGHT;
}

/* Writes the figure as it is in a theme, which is that of the export or the other one of the pair.
 */
static void
write_themed (const MpHtml *html, gboolean is_dark)
{
  const char *prefix = is_dark ? "dark" : "light";
  MpFigureOptions options = *html->export->options;
  g_autofree char *class_names =
    g_strdup_printf ("chart %s %s", prefix, layouts[options.layout].name);
  g_autoptr (MpFigure) figure = NULL;

  options.theme = counterpart (options.theme, is_dark);
  if (options.theme == html->export->options->theme) {
    write_pictures (html, html->export->figure, html->export->options, class_names, prefix);
    return;
  }
  figure = mp_figure_new (html->agreement, &options);
  write_pictures (html, figure, &options, class_names, prefix);
}

void
mp_html_write_figure (const MpHtml *html)
{
  mp_markup_break (html->markup);
  if (!html->has_figure) {
    mp_markup_open (html->markup, "p", "id", MP_HTML_FIGURE, "class", "nothing", NULL);
    mp_markup_text (html->markup, _ ("There is too much for a figure on a page. All of it is in "
                                     "the tables and lists below."));
    mp_markup_close (html->markup, "p");
    return;
  }
  mp_markup_open (html->markup, "figure", "id", MP_HTML_FIGURE, NULL);
  write_themed (html, FALSE);
  write_themed (html, TRUE);
  mp_markup_close (html->markup, "figure");
}
