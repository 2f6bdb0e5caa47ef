/* mp-application.h: the running application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-clock.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_APPLICATION (mp_application_get_type ())
G_DECLARE_FINAL_TYPE (MpApplication, mp_application, MP, APPLICATION, AdwApplication)

/* ask_today: asked now and then, while windows are open, but not where --today says which day it
 * is. input: an agreement that came from standard input, to be opened in a window of its own, or
 * NULL. With either of the two the application does not hand its work over to one that runs
 * already: that one has no such input, and another day. */
MpApplication *mp_application_new (MpTodayFunc ask_today, GBytes *input);

G_END_DECLS
