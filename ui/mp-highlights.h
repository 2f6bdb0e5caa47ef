/* mp-highlights.h: highlights the words of a search in labels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Highlights the words of a search in all labels inside a widget, except in headings and buttons,
 * which no search looks at. NULL removes the highlights. The labels must have no attributes of
 * their own. */
void mp_highlights_set (GtkWidget *widget, const MpMatches *matches);

G_END_DECLS
