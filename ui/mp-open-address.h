/* mp-open-address.h: opens an address after the user has seen it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows a whole address and asks whether to open or to copy it. A file can give any title to any
 * address. Returns TRUE: it is a handler of "activate-link" of a label. */
gboolean mp_open_address (GtkLabel *label, const char *url);

G_END_DECLS
