/* mp-highlights.h: the words that are searched for, marked where they are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Marks the words in all labels of a widget, but for headings of sections and words of buttons,
 * which no search looks at; NULL unmarks them. Labels must have no attributes of their own. */
void mp_highlights_set (GtkWidget *widget, const MpMatches *matches);

G_END_DECLS
