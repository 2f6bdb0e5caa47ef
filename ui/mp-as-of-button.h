/* mp-as-of-button.h: asks about a date that is typed, and compares it with another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_AS_OF_BUTTON (mp_as_of_button_get_type ())
G_DECLARE_FINAL_TYPE (MpAsOfButton, mp_as_of_button, MP, AS_OF_BUTTON, AdwBin)

void mp_as_of_button_set_session (MpAsOfButton *self, MpSession *session);

/* Opens the entry and puts the focus into it. */
void mp_as_of_button_open (MpAsOfButton *self);

G_END_DECLS
