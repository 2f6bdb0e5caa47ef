/* mp-html-links.c: why things came on the page, what followed, what is doubted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-html-private.h"

#include "mp-agreement.h"
#include "mp-links.h"
#include "mp-words.h"

/* --- One link --------------------------------------------------------------------------------- */

/* Whether the entry has the link, and is not only led to. */
static gboolean
is_own (const MpHtml *html, const MpLinkEnd *end)
{
  const MpLink *link = &mp_agreement_links (html->agreement, NULL)[end->link];

  return mp_link_kinds[link->kind].own == end->group;
}

static gboolean
is_meant (const MpHtml *html, const MpLinkEnd *end, MpHtmlEnds ends)
{
  return ends == MP_HTML_ENDS_ALL || (ends == MP_HTML_ENDS_OWN) == is_own (html, end);
}

void
mp_html_write_link (const MpHtml *html, const MpLinkEnd *end, gboolean has_summary)
{
  gboolean is_confirmed = mp_certainty_get (end->certainty)->is_confirmed;
  MpRun own = mp_agreement_links (html->agreement, NULL)[end->link].citations;

  mp_markup_open (html->markup, "li", "class", is_confirmed ? NULL : "unconfirmed", NULL);
  if (end->other.kind == MP_ID_KIND_MILESTONE) {
    const MpMilestones *milestones = mp_agreement_milestones (html->agreement);
    g_autofree char *date = mp_words_date (html->agreement, milestones->date[end->other.index]);

    mp_html_link_milestone (html, end->other.index);
    mp_markup_text (html->markup, " ");
    mp_markup_element (html->markup, "span", "when", date);
    if (has_summary)
      mp_html_write_text (html, "p", "summary", milestones->summary[end->other.index]);
  } else {
    mp_html_link_term (html, end->other.index);
  }
  if (own.count > 0)
    mp_html_write_claim (html, end->certainty, own);
  else
    mp_html_write_facts (html, end->certainty, mp_link_citations (html->agreement, end));
  mp_markup_close (html->markup, "li");
}

/* --- The links of an entry -------------------------------------------------------------------- */

void
mp_html_write_links (const MpHtml *html, MpItem item, MpHtmlEnds which, const char *heading)
{
  guint length;
  g_autofree MpLinkEnd *ends = mp_links_of (html->agreement, item, &length);
  int group = -1;

  for (guint i = 0; i < length; i++) {
    if (!is_meant (html, &ends[i], which))
      continue;
    if (group != (int) ends[i].group) {
      if (group >= 0)
        mp_markup_close (html->markup, "ul");
      group = (int) ends[i].group;
      mp_markup_element (html->markup, heading, NULL, mp_link_group_heading (ends[i].group));
      mp_markup_open (html->markup, "ul", "class", "links", NULL);
    }
    mp_html_write_link (html, &ends[i], FALSE);
  }
  if (group >= 0)
    mp_markup_close (html->markup, "ul");
}
