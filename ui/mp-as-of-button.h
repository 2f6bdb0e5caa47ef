/* mp-as-of-button.h: sets the as-of date, and the date it is compared with
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

/* Opens the popover and focuses the entry of the as-of date. */
void mp_as_of_button_open (MpAsOfButton *self);

/* The same, with the date of knowledge selected. */
void mp_as_of_button_open_known (MpAsOfButton *self);

G_END_DECLS
