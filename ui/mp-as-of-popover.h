/* mp-as-of-popover.h: where the as-of date is typed, the date of knowledge, and the date it is
 * compared with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_AS_OF_POPOVER (mp_as_of_popover_get_type ())
G_DECLARE_FINAL_TYPE (MpAsOfPopover, mp_as_of_popover, MP, AS_OF_POPOVER, GtkPopover)

/* Creates the popover for a session. It opens with the dates of the session, the as-of date
 * selected so that typing replaces it, and closes when one of them is set. */
GtkWidget *mp_as_of_popover_new (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The next time, it opens with the date of knowledge selected. */
void mp_as_of_popover_begin_with_known (MpAsOfPopover *self);

G_END_DECLS
