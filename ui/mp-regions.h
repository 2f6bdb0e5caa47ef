/* mp-regions.h: the parts of a window, for who goes by keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Moves the focus into the next of these regions, step 1, or the one before, step -1, that is seen
 * and takes it; after the last comes the first. The regions are in the order in which the window is
 * read, and one window's. Returns FALSE where there is no other. */
gboolean mp_regions_go (GtkWidget *const *regions, guint n_regions, int step);

G_END_DECLS
