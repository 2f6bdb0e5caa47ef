/* mp-picture-view.h: shows in a window what a picture shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-figure.h"
#include "mp-session.h"

G_BEGIN_DECLS

/* Sets a session, which has the agreement of the picture and has just got it, to the options of the
 * picture: the as-of date, which is the day on which it was made unless another was chosen; the
 * comparison, the entries that are shown, the collapsed topics, the days in view and the selection.
 */
void mp_picture_view_show (const MpFigureOptions *options, MpSession *session);

G_END_DECLS
