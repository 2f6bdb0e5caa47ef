/* mp-detail-card.h: the cards of the details, each of which leads to an entry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-detail-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As mp_detail_part_new () and mp_detail_part_show (), for MP_DETAIL_CARD: all of it is a button.
 */
GtkWidget *mp_detail_card_new (MpSession *session,
                               const MpDetailRow *row) G_GNUC_WARN_UNUSED_RESULT;
void mp_detail_card_show (GtkWidget *card, const MpDetailRow *row);

/* The same for MP_DETAIL_LINK: title and text are a button, and the numbers of the note are links
 * to its sources. */
GtkWidget *mp_detail_link_new (MpSession *session,
                               const MpDetailRow *row) G_GNUC_WARN_UNUSED_RESULT;
void mp_detail_link_show (GtkWidget *card, const MpDetailRow *row);

G_END_DECLS
