/* mp-cited-text.h: texts with the numbers of their sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The numbers stand behind the text, raised, and lead to the sources with these numbers.
 */
#pragma once

#include "mp-detail-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The action of a number, with the number as its target, a guint. */
#define MP_CITED_TEXT_SOURCE "details.source"

/* Shows a line in a label of mp-text-label.h. The numbers can be clicked and reached by key, for
 * which mp_cited_text_follow () must have been called. */
void mp_cited_text_set (GtkLabel *label, const MpDetailLine *line);

/* Makes the numbers in a label activate MP_CITED_TEXT_SOURCE. */
void mp_cited_text_follow (GtkLabel *label);

G_END_DECLS
