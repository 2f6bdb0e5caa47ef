/* mp-detail-parts.h: the widgets that the details consist of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-detail-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the widget that shows a row; it is floating. The session, in which a click on it selects
 * something, must outlive it. */
GtkWidget *mp_detail_part_new (MpSession *session,
                               const MpDetailRow *row) G_GNUC_WARN_UNUSED_RESULT;

/* Shows another row in a widget that was made for one of the same shape. */
void mp_detail_part_show (GtkWidget *part, const MpDetailRow *row);

G_END_DECLS
