/* mp-detail-links.c: tells of the links of an entry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-links.h"

#include "mp-agreement.h"
#include "mp-cite.h"
#include "mp-join.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* How sure a link is, in a word, and the outline of that word. */
static const struct {
  const char *word;
  const char *look;
} tags[MP_N_CERTAINTIES] = {
  /* Translators: how well it is known that one event is the reason of another, and the like */
  [MP_CERTAINTY_STATED] = { NC_ ("link", "Stated"), "solid" },
  [MP_CERTAINTY_OFFICIAL] = { NC_ ("link", "Official"), "solid" },
  [MP_CERTAINTY_REPORTED] = { NC_ ("link", "Reported"), "dashed" },
  [MP_CERTAINTY_CLAIMED] = { NC_ ("link", "Claimed"), "dotted" },
  [MP_CERTAINTY_DISPUTED] = { NC_ ("link", "≠ Disputed"), "dotted" },
};

/* One link as its card tells it. */
typedef struct {
  MpAgreement *agreement; /* borrowed, as the rest */
  const MpLinkEnd *end;
  MpItem item; /* what is at the other end */
  MpRun sources;
  guint place; /* in its group, from 1 */
  guint of;    /* how many that has */
} Link;

static Link
make_link (MpSession *session, const MpLinkEnd *end)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  Link self = { agreement, end, { MP_ITEM_NONE, 0 }, mp_link_citations (agreement, end), 1, 1 };

  self.item = mp_links_item_of (agreement, end->other, mp_session_get_as_of (session)->earliest);
  if (self.sources.count == 0 && self.item.kind == MP_ITEM_PHASE)
    self.sources = mp_agreement_phases (agreement)->citations[self.item.index];
  return self;
}

/* What is said of the entry at the other end. */
static char *
make_text (const Link *link)
{
  MpAgreement *agreement = link->agreement;
  guint32 index = link->item.index;

  if (link->item.kind == MP_ITEM_NONE)
    return g_strdup ("");
  return mp_untrusted_text_isolate (
    mp_agreement_text (agreement, link->item.kind == MP_ITEM_MILESTONE
                                    ? mp_agreement_milestones (agreement)->summary[index]
                                    : mp_agreement_phases (agreement)->state[index]),
    0);
}

/* Who says so and, unless it is a reason, when. */
static char *
make_note (const Link *link)
{
  MpAgreement *agreement = link->agreement;
  g_autofree char *who = mp_cite_publishers (agreement, link->sources);
  g_autofree char *date = NULL;

  if (link->end->group == MP_LINK_GROUP_WHY || link->item.kind != MP_ITEM_MILESTONE)
    return g_steal_pointer (&who);
  date = mp_words_date (agreement, mp_agreement_milestones (agreement)->date[link->item.index]);
  return mp_join (MP_JOIN_FACTS, (const char *[]) { date, who, NULL });
}

/* Adds the card of a link; citations may be NULL: it is then brief, and its sources have no
 * numbers.
 */
static void
add_card (MpDetailRows *rows, const Link *link, GArray *citations)
{
  MpAgreement *agreement = link->agreement;
  const char *title = mp_links_title (agreement, link->end->other);
  const char *tag = tags[link->end->certainty].word;
  g_autofree char *text = make_text (link), *note = make_note (link), *cited = NULL;
  g_autofree char *isolated = mp_untrusted_text_isolate (title, 0);
  MpDetailRow *row = mp_detail_rows_add_item (rows, agreement, link->item, title, text, note);

  if (citations == NULL) {
    row->look = MP_DETAIL_BRIEF;
  } else {
    row->kind = MP_DETAIL_LINK;
    mp_detail_row_take_cites (row, mp_cite_numbers (agreement, link->sources, citations));
    cited = mp_cite (agreement, link->sources, citations);
  }
  mp_detail_row_add_line (row, g_dpgettext2 (GETTEXT_PACKAGE, "link", tag),
                          tags[link->end->certainty].look);
  /* Translators: as a screen reader says it: the heading of a list, the place of an entry in it,
   * its title, how well known that is, and its sources: "Why, 2 of 4: The dispute is over, Reported
   * by the press, Sources 4, 5" */
  row->name = g_strdup_printf (
    _ ("%s, %u of %u: %s, %s, %s"), mp_link_group_heading (link->end->group), link->place, link->of,
    isolated, mp_words_certainty (link->end->certainty), cited != NULL ? cited : note);
}

static guint
count_group (const MpLinkEnd *ends, guint length, guint from)
{
  guint until = from;

  while (until < length && ends[until].group == ends[from].group)
    until++;
  return until - from;
}

void
mp_detail_add_links (MpDetailRows *rows, MpSession *session, MpItem item, GArray *citations)
{
  guint length, n_now, count;
  g_autofree MpLinkEnd *ends = mp_links_of (mp_session_get_agreement (session), item, &length);

  for (guint from = 0; from < length; from += count) {
    count = count_group (ends, length, from);
    mp_detail_rows_add_heading (rows, mp_link_group_heading (ends[from].group));
    n_now = mp_detail_rows_begin_list (rows, MP_DETAIL_CARDS, count);
    for (guint i = 0; i < n_now; i++) {
      Link link = make_link (session, &ends[from + i]);

      link.place = i + 1;
      link.of = count;
      add_card (rows, &link, citations);
    }
    mp_detail_rows_end_list (rows);
  }
}

guint
mp_detail_add_reasons (MpDetailRows *rows, MpSession *session, MpItem item, guint most)
{
  guint length, count;
  g_autofree MpLinkEnd *ends = mp_links_of (mp_session_get_agreement (session), item, &length);

  if (length == 0 || ends[0].group != MP_LINK_GROUP_WHY)
    return 0;
  count = count_group (ends, length, 0);
  mp_detail_rows_add_heading (rows, mp_link_group_heading (MP_LINK_GROUP_WHY));
  for (guint i = 0; i < MIN (count, most); i++) {
    Link link = make_link (session, &ends[i]);

    link.place = i + 1;
    link.of = count;
    add_card (rows, &link, NULL);
  }
  return count;
}
