/* mp-detail-parts.h: the widgets that the details consist of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functions that end in _new return a new, floating widget.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-color.h"
#include "mp-detail-list.h"
#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The title of a topic on a rounded background in its colour, and a dim remark beside it; remark
 * may be NULL. */
GtkWidget *mp_detail_topic_new (MpAgreement *agreement, guint32 topic, const char *remark);

/* A heading over a section. */
GtkWidget *mp_detail_heading_new (const char *text);

/* A card with a stripe in a colour: a title and one or two lines. before may be NULL; otherwise the
 * line reads "before → after". A click selects item, unless that is of kind MP_ITEM_NONE. */
GtkWidget *mp_detail_card_new (MpSession *session, MpItem item, MpColor color, const char *title,
                               const char *before, const char *after);

/* A card in the colour of the item's topic, with a title and one line. */
GtkWidget *mp_detail_item_card_new (MpSession *session, MpItem item, const char *title,
                                    const char *text);

/* Appends a dim line to a card and to its accessible name. */
void mp_detail_card_add_note (GtkWidget *card, const char *note);

/* Makes the card of an entry of a list. entry points to the element of the array. */
typedef GtkWidget *(*MpDetailCard) (MpSession *session, gconstpointer entry);

/* Appends a heading and a card for each entry to a box; nothing if there are no entries. Entries
 * may have any type. The array must not change afterwards, and the session must outlive the lists.
 */
void mp_detail_add_cards (MpDetailLists *lists, GtkBox *box, MpSession *session,
                          const char *heading, GArray *entries, MpDetailCard card);

/* The amounts of a run, each with what it is for, its certainty and the numbers of its own sources,
 * which are added to citations as mp_cite () does. Returns NULL if there are none. */
GtkWidget *mp_detail_amounts_new (MpAgreement *agreement, MpRun amounts, GArray *citations);

/* Appends the section of sources to a box: those of citations, an array of MpCitation, numbered
 * from 1; nothing if there are none. The array must not change afterwards. */
void mp_detail_add_sources (MpDetailLists *lists, GtkBox *box, MpAgreement *agreement,
                            GArray *citations);

G_END_DECLS
