/* mp-known-banner.h: the bar that says as of whose knowledge the agreement is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_KNOWN_BANNER (mp_known_banner_get_type ())
G_DECLARE_FINAL_TYPE (MpKnownBanner, mp_known_banner, MP, KNOWN_BANNER, AdwBin)

void mp_known_banner_set_session (MpKnownBanner *self, MpSession *session);

G_END_DECLS
