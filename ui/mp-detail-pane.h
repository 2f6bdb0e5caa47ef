/* mp-detail-pane.h: the pane with the details of the selection
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It follows the session and shows a milestone, a phase or, while nothing is selected, the
 * agreement or the comparison of two dates.
 */
#pragma once

#include "mp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_DETAIL_PANE (mp_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (MpDetailPane, mp_detail_pane, MP, DETAIL_PANE, AdwBin)

void mp_detail_pane_set_session (MpDetailPane *self, MpSession *session);

/* Whether the pane shows all that there is to show. It does not while it is hidden, or in the
 * frames after another thing was selected. */
gboolean mp_detail_pane_is_complete (MpDetailPane *self);

G_END_DECLS
