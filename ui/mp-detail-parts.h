/* mp-detail-parts.h: what the detail pane is put together from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functions that end in _new return a new, floating widget.
 */
#pragma once

#include "mp-agreement.h"
#include "mp-detail-list.h"
#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The topic as a pill, and a dim remark beside it. */
GtkWidget *mp_detail_topic_new (MpAgreement *agreement, guint32 topic, const char *remark);

/* The heading of a section. */
GtkWidget *mp_detail_heading_new (const char *text);

/* A card with a stripe of the colour: a title and one or two lines of what it tells. before may be
 * NULL; with it the line reads "before → after". A click selects item, if it is one. */
GtkWidget *mp_detail_card_new (MpSession *session, MpItem item, MpColor color, const char *title,
                               const char *before, const char *after);

/* The same of an item, in the colour of its topic and without a state before. */
GtkWidget *mp_detail_item_card_new (MpSession *session, MpItem item, const char *title,
                                    const char *text);

/* Adds a dim line to a card, and to what a screen reader says of it. */
void mp_detail_card_add_note (GtkWidget *card, const char *note);

/* Makes the card of an entry of a list. */
typedef GtkWidget *(*MpDetailCard) (MpSession *session, gconstpointer entry);

/* Adds a heading and a card for each entry to a panel's box; nothing to be seen where there are
 * none. Entries are of any type; the array must not change after that, and the session must outlive
 * the lists. */
void mp_detail_add_cards (MpDetailLists *lists, GtkBox *box, MpSession *session,
                          const char *heading, GArray *entries, MpDetailCard card);

/* The amounts of a run, each with what it is, how well it is known and the numbers of its own
 * sources, which are added to citations as mp_cite () does; NULL where there are none. */
GtkWidget *mp_detail_amounts_new (MpAgreement *agreement, MpRun amounts, GArray *citations);

/* Adds the section of sources to a panel's box: those of the citations, MpCitation, numbered from
 * 1; nothing to be seen where there are none. The array must not change after that. */
void mp_detail_add_sources (MpDetailLists *lists, GtkBox *box, MpAgreement *agreement,
                            GArray *citations);

G_END_DECLS
