/* mp-html-sources.c: the numbered sources of the page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-html-private.h"

#include "mp-address.h"
#include "mp-agreement.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many of the entries that cite a source are listed with it; the others are counted. */
#define MAX_CITING 24

static gboolean
is_web (const char *url)
{
  return g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://");
}

/* Writes the title, as a link if the source has an address of the web. A title that is itself an
 * address is shown as mp_address_plain () gives it. */
static void
write_title (const MpHtml *html, const MpSource *source)
{
  const char *url = mp_agreement_text (html->agreement, source->url);
  gboolean has_address = is_web (url);
  const char *title = mp_agreement_text (html->agreement, source->title);
  gboolean is_address = strstr (title, "://") != NULL && strpbrk (title, " \t") == NULL;
  g_autofree char *text = is_address ? mp_address_plain (title) : mp_html_own_text (title);
  g_autofree char *address = has_address ? mp_address_plain (url) : NULL;

  mp_markup_open (html->markup, has_address ? "a" : "span", "class", "title", "dir",
                  is_address ? "ltr" : "auto", "href", address, "rel",
                  has_address ? "noopener noreferrer" : NULL, NULL);
  mp_markup_text (html->markup, text);
  mp_markup_close (html->markup, has_address ? "a" : "span");
  /* On paper a link is no help. */
  if (has_address) {
    mp_markup_open (html->markup, "span", "class", "address", "dir", "ltr", NULL);
    mp_markup_text (html->markup, address);
    mp_markup_close (html->markup, "span");
  }
}

/* Writes a link to the copy of a source, if it has one on the web. */
static void
write_archived (const MpHtml *html, const MpSource *source)
{
  const char *url = mp_agreement_text (html->agreement, source->archived);
  g_autofree char *address = mp_address_plain (url);

  if (!is_web (url))
    return;
  mp_html_write_separator (html, FALSE);
  mp_markup_open (html->markup, "a", "href", address, "rel", "noopener noreferrer", NULL);
  mp_markup_text (html->markup, _ ("Archived copy"));
  mp_markup_close (html->markup, "a");
  /* On paper a link is no help. */
  mp_markup_open (html->markup, "span", "class", "address", "dir", "ltr", NULL);
  mp_markup_text (html->markup, address);
  mp_markup_close (html->markup, "span");
}

/* Writes "Microsoft · 27 April 2026 · primary source · read on 23 November 2026". */
static void
write_facts (const MpHtml *html, const MpSource *source)
{
  mp_markup_open (html->markup, "p", "class", "facts", NULL);
  if (*mp_agreement_text (html->agreement, source->publisher) != '\0') {
    mp_html_write_text (html, "bdi", NULL, source->publisher);
    mp_html_write_separator (html, FALSE);
  }
  if (*mp_agreement_text (html->agreement, source->date) != '\0') {
    g_autofree char *date = mp_words_date (html->agreement, source->date);

    mp_markup_text (html->markup, date);
    mp_html_write_separator (html, FALSE);
  }
  mp_markup_text (html->markup, mp_words_source_kind (source->kind));
  if (*mp_agreement_text (html->agreement, source->accessed) != '\0') {
    g_autofree char *day = mp_words_date (html->agreement, source->accessed);
    /* Translators: the day on which a source was read, one of several facts about it */
    g_autofree char *accessed = g_strdup_printf (_ ("read on %s"), day);

    mp_html_write_separator (html, FALSE);
    mp_markup_text (html->markup, accessed);
  }
  write_archived (html, source);
  mp_markup_close (html->markup, "p");
}

/* Writes the entries that cite a source. */
static void
write_citing (const MpHtml *html, guint32 source)
{
  guint count;
  const MpHtmlCiting *citing = mp_html_sources_citing (html->sources, source, &count);

  if (count == 0)
    return;
  mp_markup_open (html->markup, "p", "class", "citing", NULL);
  /* Translators: the milestones and terms that cite a source follow. */
  mp_markup_element (html->markup, "span", NULL, _ ("Cited by:"));
  for (guint32 i = 0; i < MIN (count, MAX_CITING); i++) {
    const MpHtmlCiting *entry = &citing[i];

    if (i > 0)
      mp_html_write_separator (html, FALSE);
    else
      mp_markup_text (html->markup, " ");
    if (entry->is_milestone)
      mp_html_link_milestone (html, entry->index);
    else
      mp_html_link_term (html, entry->index);
  }
  if (count > MAX_CITING) {
    guint more = count - MAX_CITING;
    /* Translators: how many entries are not listed. */
    g_autofree char *words = g_strdup_printf (ngettext ("%'u more", "%'u more", more), more);

    mp_html_write_separator (html, FALSE);
    mp_markup_text (html->markup, words);
  }
  mp_markup_close (html->markup, "p");
}

static void
write_source (const MpHtml *html, guint32 index)
{
  const MpSource *source = &mp_agreement_sources (html->agreement, NULL)[index];
  g_autofree char *anchor = mp_html_source_anchor (html, index);

  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "li", "id", anchor, NULL);
  write_title (html, source);
  write_facts (html, source);
  mp_html_write_text (html, "p", "note", source->note);
  write_citing (html, index);
  mp_markup_close (html->markup, "li");
}

void
mp_html_write_sources (const MpHtml *html)
{
  guint n_sources = mp_html_sources_length (html->sources);

  if (n_sources == 0)
    return;
  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "section", "id", MP_HTML_SOURCES, "class", "sources", NULL);
  mp_markup_element (html->markup, "h2", NULL, _ ("Sources"));
  mp_markup_open (html->markup, "ol", NULL);
  for (guint number = 1; number <= n_sources; number++)
    write_source (html, mp_html_sources_get (html->sources, number));
  mp_markup_close (html->markup, "ol");
  mp_markup_close (html->markup, "section");
}
