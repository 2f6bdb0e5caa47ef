/* mp-filter-banner.h: the bar that says that some entries are hidden
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While a filter is set, the bar over the timeline says "12 of 47 shown" and has the button "Show
 * all".
 */
#pragma once

#include "mp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_FILTER_BANNER (mp_filter_banner_get_type ())
G_DECLARE_FINAL_TYPE (MpFilterBanner, mp_filter_banner, MP, FILTER_BANNER, AdwBin)

void mp_filter_banner_set_session (MpFilterBanner *self, MpSession *session);

G_END_DECLS
