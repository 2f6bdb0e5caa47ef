/* mp-html-story.c: the story in the page, a section for each step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-compare.h"
#include "mp-html-private.h"
#include "mp-step.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* The dates that a step asks about, in words, or NULL where it is today. Free with g_free (). */
static char *
dates_of (const MpHtml *html, const MpStepShown *shown)
{
  g_autofree char *as_of = NULL, *before = NULL;

  if (!shown->has_as_of)
    return NULL;
  as_of = mp_date_words (&shown->as_of);
  if (!shown->has_before)
    return g_strdup_printf (_ ("As of %s"), as_of);
  before = mp_date_words (&shown->before);
  return mp_words_sides (html->agreement, shown->milestone, before, as_of);
}

/* Writes what a step shows: its dates, the entry that it selects, and its sources. */
static void
write_facts (const MpHtml *html, const MpStep *step)
{
  MpStepShown shown;
  g_autofree char *dates = NULL, *known = NULL;
  gboolean has_entry = step->select.index != MP_NONE && step->select.kind != MP_ID_KIND_TOPIC;

  mp_step_read (html->agreement, step, html->export->options->today, &shown);
  dates = dates_of (html, &shown);
  known = shown.has_known ? mp_words_known_on (&shown.known) : NULL;
  if (dates == NULL && known == NULL && !has_entry && step->citations.count == 0)
    return;
  mp_markup_open (html->markup, "p", "class", "facts", NULL);
  if (dates != NULL)
    mp_markup_text (html->markup, dates);
  if (dates != NULL && known != NULL)
    mp_html_write_separator (html, FALSE);
  if (known != NULL)
    mp_markup_text (html->markup, known);
  if ((dates != NULL || known != NULL) && has_entry)
    mp_html_write_separator (html, FALSE);
  if (has_entry && step->select.kind == MP_ID_KIND_MILESTONE)
    mp_html_link_milestone (html, step->select.index);
  else if (has_entry)
    mp_html_link_term (html, step->select.index);
  if (dates != NULL || known != NULL || has_entry)
    mp_html_write_citations (html, step->citations);
  else
    mp_html_write_first_citations (html, step->citations);
  mp_markup_close (html->markup, "p");
}

static void
write_step (const MpHtml *html, const MpStep *step, guint number)
{
  g_autofree char *id = g_strdup_printf (MP_HTML_STORY ".%u", number);

  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "section", "id", id, NULL);
  mp_html_write_text (html, "h3", NULL, step->title);
  mp_html_write_text (html, "p", NULL, step->text);
  write_facts (html, step);
  mp_markup_close (html->markup, "section");
}

void
mp_html_write_story (const MpHtml *html)
{
  guint n_steps;
  const MpStep *steps = mp_agreement_story (html->agreement, &n_steps);

  if (n_steps == 0)
    return;
  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "section", "id", MP_HTML_STORY, NULL);
  mp_markup_element (html->markup, "h2", NULL, _ ("The Story"));
  for (guint i = 0; i < n_steps; i++)
    write_step (html, &steps[i], i + 1);
  mp_markup_close (html->markup, "section");
}
