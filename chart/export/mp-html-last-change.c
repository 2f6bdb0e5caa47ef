/* mp-html-last-change.c: what changed last, and why, at the head of the page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-html-private.h"

#include "mp-agreement.h"
#include "mp-links.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

void
mp_html_write_last_change (const MpHtml *html)
{
  guint length;
  g_autofree MpLinkEnd *ends = NULL;
  g_autofree char *date = NULL;

  if (html->last_change == MP_NONE)
    return;
  ends = mp_links_of (html->agreement, (MpItem) { MP_ITEM_MILESTONE, html->last_change }, &length);
  date = mp_words_date (html->agreement,
                        mp_agreement_milestones (html->agreement)->date[html->last_change]);
  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "section", "id", MP_HTML_LAST_CHANGE, "class", "last-change", NULL);
  mp_markup_element (html->markup, "h2", NULL, _ ("Last change"));
  mp_markup_open (html->markup, "p", "class", "head", NULL);
  mp_html_link_milestone (html, html->last_change);
  mp_markup_text (html->markup, " ");
  mp_markup_element (html->markup, "span", "when", date);
  mp_markup_close (html->markup, "p");
  /* Its reasons come first among its links. */
  if (length > 0 && ends[0].group == MP_LINK_GROUP_WHY) {
    mp_markup_element (html->markup, "h3", NULL, mp_link_group_heading (MP_LINK_GROUP_WHY));
    mp_markup_open (html->markup, "ul", "class", "links", NULL);
    for (guint i = 0; i < length && ends[i].group == MP_LINK_GROUP_WHY; i++)
      mp_html_write_link (html, &ends[i], TRUE);
    mp_markup_close (html->markup, "ul");
  }
  mp_html_write_changes (html, html->last_change, "h3");
  mp_markup_close (html->markup, "section");
}
