/* mp-application.h: the application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-clock.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_APPLICATION (mp_application_get_type ())
G_DECLARE_FINAL_TYPE (MpApplication, mp_application, MP, APPLICATION, AdwApplication)

/* Creates the application. ask_today is called repeatedly while windows are open, unless --today
 * gives the day. input is standard input, if an agreement is to be read from it in a window of its
 * own, or NULL. With input or --today, the application runs in a process of its own, because a
 * running instance has neither. */
MpApplication *mp_application_new (MpTodayFunc ask_today, GInputStream *input);

G_END_DECLS
