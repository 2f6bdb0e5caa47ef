/* mp-print.h: prints a figure, laid out for the paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-export-choices.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Creates an operation that prints the pages of a figure on the paper that the user chooses, which
 * lies crosswise unless the user turns it. choices say all but layout, size and theme, which are
 * those of print; shown is what the window shows. Both are copied.
 *
 * Where all of the paper's size inside its margins is too small for the figure, the operation is
 * cancelled, and mp_print_get_refusal () says why. */
GtkPrintOperation *mp_print_operation_new (MpAgreement *agreement, const MpFigureOptions *options)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns why an operation was cancelled by itself, owned by it; or NULL. */
const char *mp_print_get_refusal (GtkPrintOperation *operation);

G_END_DECLS
