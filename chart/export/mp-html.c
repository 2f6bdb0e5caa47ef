/* mp-html.c: a figure as a page of the web
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-html.h"

#include "mp-agreement.h"
#include "mp-compare.h"
#include "mp-export-private.h"
#include "mp-html-private.h"
#include "mp-last-change.h"
#include "mp-page-resources.h"

#include <glib/gi18n-lib.h>

/* --- What the page is about ------------------------------------------------------------------- */

/* Sets the as-of date: that of the options, or today. */
static void
find_as_of (MpHtml *html)
{
  const MpFigureOptions *options = html->export->options;

  if (options->as_of != NULL)
    html->as_of = *options->as_of;
  else
    mp_date_for_day (options->today, &html->as_of);
  html->is_future = mp_query_is_future (&html->as_of, options->today);
}

/* Sets what is compared: the dates of the options, or else the sides of the selected milestone, or
 * else those of the one that is compared at first in the window. */
static void
find_comparison (MpHtml *html)
{
  const MpFigureOptions *options = html->export->options;

  html->milestone =
    options->selection.kind == MP_ITEM_MILESTONE ? options->selection.index : MP_NONE;
  if (options->before != NULL) {
    html->before = *options->before;
    html->after = html->as_of;
    html->milestone = mp_compare_milestone_between (
      html->agreement, &html->before, &html->after,
      options->milestone != MP_NONE ? options->milestone : html->milestone);
    html->has_comparison = TRUE;
    return;
  }
  if (html->milestone == MP_NONE)
    html->milestone = mp_compare_default_milestone (html->agreement, html->as_of.earliest);
  html->has_comparison =
    html->milestone != MP_NONE &&
    mp_compare_sides (html->agreement, html->milestone, &html->before, &html->after);
}

/* --- The page --------------------------------------------------------------------------------- */

/* Writes what is in the element main. */
static gboolean
write_main (const MpHtml *html, GError **error)
{
  mp_html_write_title (html);
  mp_html_write_figure (html);
  if (!mp_export_step (html->export, 0.2, error))
    return FALSE;
  mp_html_write_last_change (html);
  mp_html_write_story (html);
  mp_html_write_comparison (html);
  mp_html_write_in_force (html);
  mp_markup_open (html->markup, "div", "class", "aside", NULL);
  mp_html_write_next (html);
  mp_html_write_parties (html);
  mp_markup_close (html->markup, "div");
  if (!mp_export_step (html->export, 0.3, error))
    return FALSE;
  mp_html_write_search_controls (html);
  if (!mp_html_write_terms (html, error) || !mp_html_write_milestones (html, error))
    return FALSE;
  mp_html_write_sources (html);
  return TRUE;
}

static gboolean
write_document (const MpHtml *html, GError **error)
{
  gboolean is_rtl = html->export->options->direction == MP_TEXT_DIRECTION_RTL;
  g_autoptr (GBytes) script = g_resource_lookup_data (mp_page_get_resource (), MP_HTML_SCRIPT,
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  mp_markup_raw (html->markup, "<!DOCTYPE html>\n", -1);
  /* Translators: the code of the language that you translate into, as "de" or "zh-Hans" (BCP 47):
   * browsers and screen readers choose fonts and voices by it. */
  mp_markup_open (html->markup, "html", "lang", C_ ("code of the language", "en"), "dir",
                  is_rtl ? "rtl" : "ltr", NULL);
  mp_markup_break (html->markup);
  mp_html_write_document_head (html, g_bytes_get_data (script, NULL));
  mp_html_open_body (html);
  mp_markup_open (html->markup, "a", "class", "skip", "href", "#" MP_HTML_FIGURE, NULL);
  mp_markup_text (html->markup, _ ("Skip to the content"));
  mp_markup_close (html->markup, "a");
  mp_markup_open (html->markup, "main", NULL);
  if (!write_main (html, error))
    return FALSE;
  mp_markup_close (html->markup, "main");
  mp_markup_break (html->markup);
  mp_markup_element (html->markup, "footer", NULL, _ ("Made with Milepost"));
  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "script", NULL);
  mp_markup_raw (html->markup, g_bytes_get_data (script, NULL), -1);
  mp_markup_close (html->markup, "script");
  return TRUE;
}

gboolean
mp_html_write (const MpExport *export, GOutputStream *stream, GError **error)
{
  g_autoptr (MpMarkup) markup = mp_markup_new (stream, export->cancellable);
  MpHtml html = { .export = export, .agreement = export->agreement, .markup = markup };
  g_autofree guint32 *rows = mp_query_terms_by_topic (export->agreement);
  gboolean is_done;

  html.rows = rows;
  html.has_figure = mp_html_has_figure (export->figure);
  mp_agreement_terms (export->agreement, &html.n_terms);
  find_as_of (&html);
  find_comparison (&html);
  html.last_change = mp_last_change (html.agreement, &html.as_of);
  html.sources = mp_html_sources_new (&html);
  is_done = write_document (&html, error) && mp_markup_finish (markup, error) &&
            mp_export_step (export, 1, error);
  mp_html_sources_free (html.sources);
  return is_done;
}
