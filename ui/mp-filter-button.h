/* mp-filter-button.h: opens the filters, and shows whether there are any
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_FILTER_BUTTON (mp_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (MpFilterButton, mp_filter_button, MP, FILTER_BUTTON, AdwBin)

void mp_filter_button_set_session (MpFilterButton *self, MpSession *session);

/* Opens the popover, mp-filter-popover.h. */
void mp_filter_button_open (MpFilterButton *self);

G_END_DECLS
