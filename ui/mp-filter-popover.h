/* mp-filter-popover.h: chooses which entries are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A popover of check buttons: topics, parties, certainties, importance, what is in force on the
 * as-of date, and the span in view. An entry is shown if it meets a checked criterion of each
 * section; a section in which everything is checked filters nothing.
 */
#pragma once

#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_FILTER_POPOVER (mp_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (MpFilterPopover, mp_filter_popover, MP, FILTER_POPOVER, GtkPopover)

/* Creates the popover for a session, which it follows. */
GtkWidget *mp_filter_popover_new (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
