/* mp-html-milestones.c: every milestone of the page, with what it changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-html-private.h"

#include "mp-agreement.h"
#include "mp-compare.h"
#include "mp-export-private.h"
#include "mp-order.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* Writes the state of a phase or, where there is none, a word of ours. */
static void
write_state_or (const MpHtml *html, guint32 phase, const char *class_names, const char *otherwise)
{
  if (phase == MP_NONE)
    mp_markup_element (html->markup, "span", class_names, otherwise);
  else
    mp_html_write_text (html, "span", class_names,
                        mp_agreement_phases (html->agreement)->state[phase]);
}

void
mp_html_write_changes (const MpHtml *html, guint32 milestone, const char *heading)
{
  const MpTerm *terms = mp_agreement_terms (html->agreement, NULL);
  g_autoptr (GArray) changes = mp_query_changes (html->agreement, milestone);

  if (changes->len == 0)
    return;
  mp_markup_element (html->markup, heading, NULL, _ ("What changed"));
  mp_markup_open (html->markup, "ul", "class", "changes", NULL);
  for (guint i = 0; i < changes->len; i++) {
    const MpChange *change = &g_array_index (changes, MpChange, i);

    mp_markup_open (html->markup, "li", "class", mp_html_color (html, terms[change->term].topic),
                    NULL);
    mp_html_link_term (html, change->term);
    mp_markup_text (html->markup, " ");
    mp_markup_open (html->markup, "span", "class", "change", NULL);
    write_state_or (html, change->before, "before", _ ("Not in force"));
    mp_markup_text (html->markup, " → ");
    write_state_or (html, change->after, "after", _ ("Ended"));
    mp_markup_close (html->markup, "span");
    mp_markup_close (html->markup, "li");
  }
  mp_markup_close (html->markup, "ul");
}

/* Begins a milestone with what the script needs to compare its sides: the bounds of the day before
 * and of the day after. One that changed nothing, or has no sides, has none. */
static void
open_milestone (const MpHtml *html, guint32 index, const char *anchor)
{
  const MpMilestones *milestones = mp_agreement_milestones (html->agreement);
  g_autofree char *class_names =
    g_strdup_printf ("entry milestone importance-%u %s", milestones->importance[index],
                     mp_html_color (html, milestones->topic[index]));
  g_autofree char *before = NULL, *after = NULL, *before_words = NULL, *after_words = NULL;
  MpDate first, last;

  if (milestones->changes[index].count > 0 &&
      mp_compare_sides (html->agreement, index, &first, &last)) {
    before =
      g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, first.earliest, first.after);
    after = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, last.earliest, last.after);
    before_words = mp_date_words (&first);
    after_words = mp_date_words (&last);
  }
  mp_markup_open (html->markup, "article", "id", anchor, "class", class_names, "data-before",
                  before, "data-before-words", before_words, "data-after", after,
                  "data-after-words", after_words, NULL);
}

static void
write_derivation (const MpHtml *html, guint32 derivation)
{
  g_autofree char *words = NULL, *sentence = NULL;

  if (derivation == MP_NONE)
    return;
  words = mp_words_derivation (html->agreement, derivation);
  /* Translators: %s is how a date was counted, as in "90 days after The reset (27 April 2026)". */
  sentence = g_strdup_printf (_ ("Counted: %s"), words);
  mp_markup_element (html->markup, "p", "counted", sentence);
}

static void
write_milestone (const MpHtml *html, guint32 index)
{
  const MpMilestones *milestones = mp_agreement_milestones (html->agreement);
  const MpTopic *topic = &mp_agreement_topics (html->agreement, NULL)[milestones->topic[index]];
  g_autofree char *anchor = mp_html_milestone_anchor (html, index);
  g_autofree char *href = g_strconcat ("#", anchor, NULL);
  g_autofree char *date = mp_words_date (html->agreement, milestones->date[index]);
  g_autofree char *title =
    mp_html_own_text (mp_agreement_text (html->agreement, milestones->title[index]));

  mp_markup_break (html->markup);
  open_milestone (html, index, anchor);
  mp_markup_open (html->markup, "header", NULL);
  mp_markup_element (html->markup, "p", "date", date);
  write_derivation (html, milestones->derivation[index]);
  mp_html_write_text (html, "p", "of-topic", topic->title);
  mp_markup_close (html->markup, "header");
  mp_markup_open (html->markup, "div", "class", "body", NULL);
  mp_markup_open (html->markup, "h3", "dir", "auto", NULL);
  mp_markup_open (html->markup, "a", "href", href, NULL);
  mp_markup_text (html->markup, title);
  mp_markup_close (html->markup, "a");
  mp_markup_close (html->markup, "h3");
  mp_html_write_text (html, "p", "summary", milestones->summary[index]);
  mp_html_write_changes (html, index, "h4");
  mp_html_write_amounts (html, milestones->amounts[index]);
  mp_html_write_claim (html, milestones->certainty[index], milestones->citations[index]);
  mp_html_write_others (html, "h4", date, milestones->certainty[index],
                        milestones->citations[index], milestones->alternatives[index]);
  mp_html_write_links (html, (MpItem) { MP_ITEM_MILESTONE, index }, MP_HTML_ENDS_ALL, "h4");
  mp_markup_close (html->markup, "div");
  mp_markup_close (html->markup, "article");
}

gboolean
mp_html_write_milestones (const MpHtml *html, GError **error)
{
  guint length = mp_agreement_milestones (html->agreement)->length;
  const guint32 *order = mp_order_milestones (html->agreement);
  gboolean goes_on = TRUE;

  if (length == 0)
    return TRUE;
  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "section", "id", MP_HTML_MILESTONES, "class", "entries", NULL);
  mp_markup_element (html->markup, "h2", NULL, _ ("Milestones"));
  for (guint i = 0; i < length && goes_on; i++) {
    write_milestone (html, order[i]);
    goes_on = mp_export_step (html->export, 0.7 + 0.25 * i / length, error);
  }
  mp_markup_close (html->markup, "section");
  return goes_on;
}
