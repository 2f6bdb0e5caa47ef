/* mp-application.h: the running application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-date.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_APPLICATION (mp_application_get_type ())
G_DECLARE_FINAL_TYPE (MpApplication, mp_application, MP, APPLICATION, AdwApplication)

/* Says when the day that is today began. */
typedef MpInstant (*MpTodayFunc) (void);

/* ask_today: asked now and then, while windows are open. input: an agreement that came from
 * standard input, to be opened in a window of its own, or NULL. Such an application does not hand
 * its work over to one that runs already. */
MpApplication *mp_application_new (MpTodayFunc ask_today, GBytes *input);

G_END_DECLS
