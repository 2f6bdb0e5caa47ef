/* mp-payments-export.h: saves the figure of what would be paid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-payments-term.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for the name of a file, and writes the figure to it in a thread, as the extension says: PNG,
 * PDF or SVG. A toast of the window says that it is there, and a message why it is not. widget is
 * one of the window; what is given is copied or referred to. */
void mp_payments_export (GtkWidget *widget, MpAgreement *agreement, const MpWhatIf *what_if,
                         MpInstant today);

/* The same with a file that is chosen. */
void mp_payments_export_to (GtkWidget *widget, MpAgreement *agreement, const MpWhatIf *what_if,
                            MpInstant today, GFile *file);

G_END_DECLS
