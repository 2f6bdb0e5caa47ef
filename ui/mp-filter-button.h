/* mp-filter-button.h: chooses which entries are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button with a popover of check buttons: topics, parties, certainties, importance, what is in
 * force on the as-of date, and the span in view. An entry is shown if it meets a checked criterion
 * of each section; a section in which everything is checked filters nothing.
 */
#pragma once

#include "mp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_FILTER_BUTTON (mp_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (MpFilterButton, mp_filter_button, MP, FILTER_BUTTON, AdwBin)

void mp_filter_button_set_session (MpFilterButton *self, MpSession *session);

/* Opens the popover. */
void mp_filter_button_open (MpFilterButton *self);

G_END_DECLS
