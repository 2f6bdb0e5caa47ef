/* mp-regions.h: moves the focus between the parts of a window, for keyboard users
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Moves the focus to the next of these regions (step 1) or the previous one (step -1) that is
 * visible and can take it. After the last region comes the first. The regions must be in one
 * window, in reading order. Returns FALSE if no other region takes the focus. */
gboolean mp_regions_go (GtkWidget *const *regions, guint n_regions, int step);

G_END_DECLS
