/* mp-payments-card.h: what would the payments be: assumptions of the reader, and what follows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The card stands in the details of a term with a cap, after the facts. All entries are empty at
 * first; a rate that the agreement has is offered, with who says so. What was typed is kept with
 * the session, for each term, as long as its window is open.
 */
#pragma once

#include "mp-detail-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_PAYMENTS_CARD (mp_payments_card_get_type ())
G_DECLARE_FINAL_TYPE (MpPaymentsCard, mp_payments_card, MP, PAYMENTS_CARD, GtkBox)

/* Adds the row of the card, with a heading of its own, if the phase has a cap. */
void mp_payments_add_row (MpDetailRows *rows, MpAgreement *agreement, guint32 phase);

GtkWidget *mp_payments_card_new (MpSession *session);

/* Shows the card for a phase of the session's agreement. */
void mp_payments_card_show (MpPaymentsCard *self, guint32 phase);

G_END_DECLS
