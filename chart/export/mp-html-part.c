/* mp-html-part.c: what entries and tables of the page are put together from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-html-private.h"

#include "mp-agreement.h"
#include "mp-join.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What mp_untrusted_text_isolate () puts around a text. */
static const char first_strong_isolate[] = { '\342', '\201', '\250', '\0' };
static const char pop_directional_isolate[] = { '\342', '\201', '\251', '\0' };

/* --- Anchors ---------------------------------------------------------------------------------- */

char *
mp_html_milestone_anchor (const MpHtml *html, guint32 milestone)
{
  return g_strdup (
    mp_agreement_text (html->agreement, mp_agreement_milestones (html->agreement)->id[milestone]));
}

char *
mp_html_term_anchor (const MpHtml *html, guint32 term)
{
  const char *id =
    mp_agreement_text (html->agreement, mp_agreement_terms (html->agreement, NULL)[term].id);

  return mp_agreement_find_milestone (html->agreement, id) == MP_NONE
           ? g_strdup (id)
           : g_strconcat (id, ".term", NULL);
}

char *
mp_html_phase_anchor (const MpHtml *html, guint32 phase)
{
  guint32 term = mp_agreement_phases (html->agreement)->term[phase];
  g_autofree char *anchor = mp_html_term_anchor (html, term);
  guint32 first = mp_agreement_terms (html->agreement, NULL)[term].phases.first;

  return g_strdup_printf ("%s.%u", anchor, phase - first + 1);
}

/* --- Texts and links -------------------------------------------------------------------------- */

char *
mp_html_own_text (const char *text)
{
  char *isolated = mp_untrusted_text_isolate (text, 0);
  gsize mark = strlen (first_strong_isolate), length;

  /* An isolate would hide the first letter, by which a browser knows the direction. */
  if (!g_str_has_prefix (isolated, first_strong_isolate))
    return isolated;
  length = strlen (isolated) - mark - strlen (pop_directional_isolate);
  memmove (isolated, isolated + mark, length);
  isolated[length] = '\0';
  return isolated;
}

void
mp_html_write_string (const MpHtml *html, const char *element, const char *class_names,
                      const char *text)
{
  g_autofree char *own = NULL;

  if (*text == '\0')
    return;
  own = mp_html_own_text (text);
  mp_markup_open (html->markup, element, "class", class_names, "dir", "auto", NULL);
  mp_markup_text (html->markup, own);
  mp_markup_close (html->markup, element);
}

void
mp_html_write_text (const MpHtml *html, const char *element, const char *class_names,
                    MpTextRef text)
{
  mp_html_write_string (html, element, class_names, mp_agreement_text (html->agreement, text));
}

static void
write_link (const MpHtml *html, const char *anchor, MpTextRef title)
{
  g_autofree char *href = g_strconcat ("#", anchor, NULL);
  g_autofree char *text = mp_html_own_text (mp_agreement_text (html->agreement, title));

  mp_markup_open (html->markup, "a", "href", href, "dir", "auto", NULL);
  mp_markup_text (html->markup, text);
  mp_markup_close (html->markup, "a");
}

void
mp_html_link_milestone (const MpHtml *html, guint32 milestone)
{
  g_autofree char *anchor = mp_html_milestone_anchor (html, milestone);

  write_link (html, anchor, mp_agreement_milestones (html->agreement)->title[milestone]);
}

void
mp_html_link_term (const MpHtml *html, guint32 term)
{
  g_autofree char *anchor = mp_html_term_anchor (html, term);

  write_link (html, anchor, mp_agreement_terms (html->agreement, NULL)[term].title);
}

void
mp_html_write_separator (const MpHtml *html, gboolean is_list)
{
  g_autofree char *separator =
    mp_join (is_list ? MP_JOIN_ITEMS : MP_JOIN_FACTS, (const char *[]) { "", "", NULL });

  mp_markup_text (html->markup, separator);
}

/* --- Citations -------------------------------------------------------------------------------- */

/* A citation, and the number of its source. */
typedef struct {
  guint number;
  guint32 citation;
} Numbered;

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer data)
{
  const Numbered *left = a, *right = b;

  (void) data;
  return (left->number > right->number) - (left->number < right->number);
}

/* Writes the number of a source as a link, and where in the source. */
static void
write_number (const MpHtml *html, const Numbered *numbered)
{
  const MpCitation *citation = &mp_agreement_citations (html->agreement)[numbered->citation];
  g_autofree char *anchor = mp_html_source_anchor (html, citation->source);
  g_autofree char *href = g_strconcat ("#", anchor, NULL);
  g_autofree char *number = g_strdup_printf ("%u", numbered->number);

  mp_markup_open (html->markup, "a", "class", "cite", "href", href, NULL);
  mp_markup_text (html->markup, number);
  mp_markup_close (html->markup, "a");
  if (*mp_agreement_text (html->agreement, citation->at) == '\0')
    return;
  mp_markup_text (html->markup, " (");
  mp_html_write_text (html, "bdi", NULL, citation->at);
  mp_markup_text (html->markup, ")");
}

void
mp_html_write_first_citations (const MpHtml *html, MpRun run)
{
  const MpCitation *pool = mp_agreement_citations (html->agreement);
  g_autofree Numbered *numbered = NULL;
  const char *words, *place;
  g_autofree char *head = NULL;

  if (run.count == 0)
    return;
  numbered = g_new (Numbered, run.count);
  for (guint32 i = 0; i < run.count; i++)
    numbered[i] = (Numbered) { mp_html_sources_number (html->sources, pool[run.first + i].source),
                               run.first + i };
  g_qsort_with_data (numbered, (gint) run.count, sizeof *numbered, compare_numbers, NULL);
  /* Translators: %s are the numbers of sources, as in "Sources 1, 2". */
  words = ngettext ("Source %s", "Sources %s", run.count);
  place = strstr (words, "%s");
  head = place != NULL ? g_strndup (words, (gsize) (place - words)) : NULL;
  mp_markup_open (html->markup, "span", "class", "cites", NULL);
  mp_markup_text (html->markup, head);
  for (guint32 i = 0; i < run.count; i++) {
    if (i > 0)
      mp_html_write_separator (html, TRUE);
    write_number (html, &numbered[i]);
  }
  mp_markup_text (html->markup, place != NULL ? place + strlen ("%s") : NULL);
  mp_markup_close (html->markup, "span");
}

void
mp_html_write_citations (const MpHtml *html, MpRun run)
{
  if (run.count == 0)
    return;
  mp_html_write_separator (html, FALSE);
  mp_html_write_first_citations (html, run);
}

void
mp_html_write_facts (const MpHtml *html, MpCertainty certainty, MpRun citations)
{
  mp_markup_open (html->markup, "p", "class", "facts", NULL);
  mp_markup_text (html->markup, mp_words_certainty (certainty));
  mp_html_write_citations (html, citations);
  mp_markup_close (html->markup, "p");
}

void
mp_html_write_claim (const MpHtml *html, MpCertainty certainty, MpRun citations)
{
  const MpCitation *pool = mp_agreement_citations (html->agreement);

  mp_html_write_facts (html, certainty, citations);
  for (guint32 i = citations.first; i < citations.first + citations.count; i++) {
    Numbered numbered = { mp_html_sources_number (html->sources, pool[i].source), i };

    if (*mp_agreement_text (html->agreement, pool[i].quote) == '\0')
      continue;
    mp_markup_open (html->markup, "p", "class", "quote", NULL);
    mp_html_write_text (html, "q", NULL, pool[i].quote);
    mp_markup_text (html->markup, " ");
    write_number (html, &numbered);
    mp_markup_close (html->markup, "p");
  }
}

/* --- States ----------------------------------------------------------------------------------- */

void
mp_html_write_standing (const MpHtml *html, MpStatus status, MpBasis basis)
{
  static const char *const classes[] = {
    [MP_STATUS_NOT] = "standing no",
    [MP_STATUS_POSSIBLY] = "standing maybe",
    [MP_STATUS_IN_FORCE] = "standing yes",
  };

  mp_markup_element (html->markup, "span", classes[status],
                     mp_words_standing (status, basis, html->is_future));
}

void
mp_html_write_state (const MpHtml *html, guint32 phase)
{
  g_autofree char *span = mp_words_phase_span (html->agreement, phase);

  mp_html_write_text (html, "span", "state", mp_agreement_phases (html->agreement)->state[phase]);
  mp_markup_text (html->markup, " ");
  mp_markup_element (html->markup, "span", "when", span);
}

/* --- What claims have ------------------------------------------------------------------------- */

void
mp_html_write_amounts (const MpHtml *html, MpRun run)
{
  const MpAmount *amounts = mp_agreement_amounts (html->agreement);

  if (run.count == 0)
    return;
  mp_markup_open (html->markup, "ul", "class", "amounts", NULL);
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    g_autofree char *value = mp_words_amount (html->agreement, &amounts[i]);
    gboolean is_confirmed = mp_certainty_get (amounts[i].certainty)->is_confirmed;

    mp_markup_open (html->markup, "li", "class", is_confirmed ? NULL : "unconfirmed", NULL);
    mp_markup_element (html->markup, "strong", NULL, value);
    mp_markup_text (html->markup, " ");
    mp_html_write_text (html, "span", NULL, amounts[i].what);
    mp_html_write_claim (html, amounts[i].certainty, amounts[i].citations);
    mp_markup_close (html->markup, "li");
  }
  mp_markup_close (html->markup, "ul");
}

/* Writes a date and who gives it. */
static void
write_said (const MpHtml *html, const char *date, const char *note, MpTextRef reason,
            MpCertainty certainty, MpRun citations)
{
  mp_markup_open (html->markup, "li", NULL);
  mp_markup_element (html->markup, "strong", NULL, date);
  mp_markup_text (html->markup, " ");
  mp_markup_element (html->markup, "span", NULL, note);
  if (note == NULL)
    mp_html_write_text (html, "span", NULL, reason);
  mp_html_write_claim (html, certainty, citations);
  mp_markup_close (html->markup, "li");
}

void
mp_html_write_others (const MpHtml *html, const char *heading, const char *preferred,
                      MpCertainty certainty, MpRun own, MpRun others)
{
  const MpAlternative *pool = mp_agreement_alternatives (html->agreement);

  if (others.count == 0)
    return;
  mp_markup_element (html->markup, heading, NULL, _ ("Sources disagree"));
  mp_markup_open (html->markup, "ul", "class", "others", NULL);
  write_said (html, preferred, _ ("Preferred here."), 0, certainty, own);
  for (guint32 i = others.first; i < others.first + others.count; i++) {
    g_autofree char *date = mp_words_date (html->agreement, pool[i].date);

    write_said (html, date, NULL, pool[i].reason, pool[i].certainty, pool[i].citations);
  }
  mp_markup_close (html->markup, "ul");
}

char *
mp_html_instant (MpInstant instant)
{
  if (instant == MP_INSTANT_MIN || instant == MP_INSTANT_MAX)
    return g_strdup (instant == MP_INSTANT_MIN ? "-Infinity" : "Infinity");
  return g_strdup_printf ("%" G_GINT64_FORMAT, instant);
}

const char *
mp_html_color (const MpHtml *html, guint32 topic)
{
  return mp_color_to_string (mp_agreement_topics (html->agreement, NULL)[topic].color);
}
