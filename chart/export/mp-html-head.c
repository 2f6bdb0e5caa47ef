/* mp-html-head.c: the beginning of the page: its style, its title, who agrees, what comes next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-html-private.h"

#include "mp-agreement.h"
#include "mp-figure.h"
#include "mp-join.h"
#include "mp-next.h"
#include "mp-page-resources.h"
#include "mp-style.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- The document ----------------------------------------------------------------------------- */

static void
add_color (GString *style, const char *selector, const char *property, MpRgb color)
{
  g_string_append_printf (style, "%s{--%s:#%02x%02x%02x}\n", selector, property,
                          (guint) lround (color.red * 255), (guint) lround (color.green * 255),
                          (guint) lround (color.blue * 255));
}

/* Adds the ground, which is that of the figure, and the colour of each topic. */
static void
add_colors (GString *style, MpTheme theme)
{
  const MpStyle *colors = mp_style_get (theme);

  add_color (style, ":root", "ground", colors->background);
  for (MpColor color = 0; color < MP_N_COLORS; color++) {
    g_autofree char *selector = g_strconcat (".", mp_color_to_string (color), NULL);

    add_color (style, selector, "topic", colors->shades[color].accent);
  }
}

static char *
make_style (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (mp_page_get_resource (), MP_HTML_STYLE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GString *style = g_string_new (NULL);

  add_colors (style, MP_THEME_LIGHT);
  g_string_append (style, "@media (prefers-color-scheme:dark){\n");
  add_colors (style, MP_THEME_DARK);
  g_string_append (style, "}\n");
  /* The style that is for print stands last, so that nothing overrides it. */
  g_string_append (style, g_bytes_get_data (bytes, NULL));
  return g_string_free (style, FALSE);
}

/* Returns a source of a content security policy that stands for these bytes alone: the hash of
 * "Content Security Policy Level 3", section 2.3.1. */
static char *
make_hash (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autofree char *base64 = NULL;

  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_get_digest (checksum, digest, &length);
  base64 = g_base64_encode (digest, length);
  return g_strdup_printf ("'sha256-%s'", base64);
}

static void
write_meta (const MpHtml *html, const char *name, const char *content)
{
  mp_markup_empty (html->markup, "meta", "name", name, "content", content, NULL);
  mp_markup_break (html->markup);
}

void
mp_html_write_document_head (const MpHtml *html, const char *script)
{
  g_autofree char *headline = mp_html_own_text (mp_figure_get_headline (html->export->figure));
  g_autofree char *description = mp_figure_describe (html->export->figure, TRUE);
  g_autofree char *style = make_style ();
  g_autofree char *style_hash = make_hash (style), *script_hash = make_hash (script);
  g_autofree char *policy =
    g_strdup_printf ("default-src 'none'; style-src %s; script-src %s; base-uri 'none'; "
                     "form-action 'none'",
                     style_hash, script_hash);

  mp_markup_open (html->markup, "head", NULL);
  mp_markup_break (html->markup);
  mp_markup_empty (html->markup, "meta", "charset", "utf-8", NULL);
  mp_markup_break (html->markup);
  mp_markup_empty (html->markup, "meta", "http-equiv", "Content-Security-Policy", "content", policy,
                   NULL);
  mp_markup_break (html->markup);
  write_meta (html, "viewport", "width=device-width, initial-scale=1");
  write_meta (html, "color-scheme", "light dark");
  write_meta (html, "referrer", "no-referrer");
  write_meta (html, "generator", "Milepost " MP_VERSION);
  write_meta (html, "description", description);
  mp_markup_element (html->markup, "title", NULL, headline);
  mp_markup_open (html->markup, "style", NULL);
  mp_markup_raw (html->markup, style, -1);
  mp_markup_close (html->markup, "style");
  mp_markup_close (html->markup, "head");
  mp_markup_break (html->markup);
}

/* --- The title -------------------------------------------------------------------------------- */

/* Writes the links to the sections that the page has. */
static void
write_contents (const MpHtml *html)
{
  guint n_sources, n_steps;
  const struct {
    const char *anchor;
    const char *words;
    gboolean is_there;
  } sections[] = {
    { "#" MP_HTML_LAST_CHANGE, _ ("Last change"), html->last_change != MP_NONE },
    { "#" MP_HTML_STORY, _ ("Story"),
      (mp_agreement_story (html->agreement, &n_steps), n_steps > 0) },
    { "#" MP_HTML_COMPARISON, _ ("Before and After"), html->has_comparison && html->n_terms > 0 },
    { "#" MP_HTML_IN_FORCE, _ ("What is in force"), html->n_terms > 0 },
    { "#" MP_HTML_TERMS, _ ("Terms"), html->n_terms > 0 },
    { "#" MP_HTML_MILESTONES, _ ("Milestones"),
      mp_agreement_milestones (html->agreement)->length > 0 },
    { "#" MP_HTML_SOURCES, _ ("Sources"),
      (mp_agreement_sources (html->agreement, &n_sources), n_sources > 0) },
  };

  mp_markup_open (html->markup, "nav", "aria-label", _ ("Contents"), NULL);
  mp_markup_open (html->markup, "ul", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    if (!sections[i].is_there)
      continue;
    mp_markup_open (html->markup, "li", NULL);
    mp_markup_open (html->markup, "a", "href", sections[i].anchor, NULL);
    mp_markup_text (html->markup, sections[i].words);
    mp_markup_close (html->markup, "a");
    mp_markup_close (html->markup, "li");
  }
  mp_markup_close (html->markup, "ul");
  mp_markup_close (html->markup, "nav");
}

void
mp_html_write_title (const MpHtml *html)
{
  const char *headline = mp_figure_get_headline (html->export->figure);
  const char *title = mp_agreement_get_title (html->agreement);
  const char *summary = mp_agreement_get_summary (html->agreement);
  g_autofree char *date = mp_date_words (&html->as_of);
  /* Translators: %s is a date. */
  g_autofree char *as_of = g_strdup_printf (_ ("As of %s"), date);
  g_autofree char *checked = mp_words_checked (html->agreement);

  mp_markup_open (html->markup, "header", "class", "title", NULL);
  if (strstr (headline, title) == NULL)
    mp_html_write_string (html, "p", "kicker", title);
  mp_html_write_string (html, "h1", NULL, headline);
  if (html->export->options->subtitle != NULL)
    mp_html_write_string (html, "p", "subtitle", html->export->options->subtitle);
  mp_html_write_string (html, "p", "standfirst", summary);
  mp_markup_open (html->markup, "p", "class", "dateline", NULL);
  mp_markup_element (html->markup, "span", "as-of", as_of);
  if (checked != NULL)
    mp_markup_text (html->markup, " ");
  mp_markup_element (html->markup, "span", NULL, checked);
  mp_markup_close (html->markup, "p");
  write_contents (html);
  mp_markup_close (html->markup, "header");
}

/* --- Who agrees, what comes next -------------------------------------------------------------- */

void
mp_html_write_parties (const MpHtml *html)
{
  guint n_parties;
  const MpParty *parties = mp_agreement_parties (html->agreement, &n_parties);

  if (n_parties == 0)
    return;
  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "section", "class", "parties", NULL);
  mp_markup_element (html->markup, "h2", NULL, _ ("Parties"));
  mp_markup_open (html->markup, "dl", NULL);
  for (guint i = 0; i < n_parties; i++) {
    mp_markup_open (html->markup, "div", NULL);
    mp_html_write_text (html, "dt", NULL, parties[i].name);
    /* A name without a definition would be no list of definitions. */
    if (*mp_agreement_text (html->agreement, parties[i].summary) == '\0')
      mp_markup_raw (html->markup, "<dd></dd>", -1);
    mp_html_write_text (html, "dd", NULL, parties[i].summary);
    mp_markup_close (html->markup, "div");
  }
  mp_markup_close (html->markup, "dl");
  mp_markup_close (html->markup, "section");
}

static void
write_one_next (const MpHtml *html, const MpNext *next)
{
  g_autofree char *title = mp_next_title (html->agreement, next);
  g_autofree char *date = mp_next_date (html->agreement, next);
  g_autofree char *anchor = next->item.kind == MP_ITEM_MILESTONE
                              ? mp_html_milestone_anchor (html, next->item.index)
                              : mp_html_phase_anchor (html, next->item.index);
  g_autofree char *href = g_strconcat ("#", anchor, NULL);
  guint32 topic = mp_item_topic (html->agreement, next->item);

  mp_markup_open (html->markup, "li", "class", mp_html_color (html, topic), NULL);
  mp_markup_element (html->markup, "span", "date", date);
  mp_markup_text (html->markup, " ");
  mp_markup_open (html->markup, "a", "href", href, NULL);
  mp_markup_text (html->markup, title);
  mp_markup_close (html->markup, "a");
  if (!mp_certainty_get (next->certainty)->is_expected) {
    mp_markup_text (html->markup, " ");
    mp_markup_element (html->markup, "span", "facts", mp_words_certainty (next->certainty));
  }
  mp_markup_close (html->markup, "li");
}

void
mp_html_write_next (const MpHtml *html)
{
  guint n_left_out;
  g_autoptr (GArray) list = mp_next_list (html->agreement, &html->as_of, &n_left_out);

  if (list->len == 0)
    return;
  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "section", "class", "next", NULL);
  mp_markup_element (html->markup, "h2", NULL, _ ("What comes next"));
  mp_markup_open (html->markup, "ol", NULL);
  for (guint i = 0; i < list->len; i++)
    write_one_next (html, &g_array_index (list, MpNext, i));
  mp_markup_close (html->markup, "ol");
  if (n_left_out > 0) {
    /* Translators: how many things that come next are not listed. */
    g_autofree char *words =
      g_strdup_printf (ngettext ("%'u more of less importance, or later",
                                 "%'u more of less importance, or later", n_left_out),
                       n_left_out);

    mp_markup_element (html->markup, "p", "facts", words);
  }
  mp_markup_close (html->markup, "section");
}
