/* mp-payments-view.h: the small chart of what would be paid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To a screen reader it is a picture with the words that it is given.
 */
#pragma once

#include "mp-payments-term.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_PAYMENTS_VIEW (mp_payments_view_get_type ())
G_DECLARE_FINAL_TYPE (MpPaymentsView, mp_payments_view, MP, PAYMENTS_VIEW, GtkWidget)

GtkWidget *mp_payments_view_new (void);

/* Shows what would be paid, for which there must be payments. words say the same. What is given is
 * copied or referred to. */
void mp_payments_view_show (MpPaymentsView *self, MpAgreement *agreement, const MpWhatIf *what_if,
                            const char *words);

G_END_DECLS
