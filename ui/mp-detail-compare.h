/* mp-detail-compare.h: before and after, in the detail pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The comparison of a session as a new, floating widget: the two dates, a card for each term with
 * what held before and after, and the sources. The session must have a date to compare with and
 * outlive the widget. */
GtkWidget *mp_detail_compare_new (MpSession *session);

G_END_DECLS
