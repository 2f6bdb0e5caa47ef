/* mp-load-bar.h: the bar that says how far a file has been read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-announcer.h"
#include "mp-loader.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_LOAD_BAR (mp_load_bar_get_type ())
G_DECLARE_FINAL_TYPE (MpLoadBar, mp_load_bar, MP, LOAD_BAR, AdwBin)

/* Follows a loader, or none if it is NULL. The bar appears when that has taken a moment, and the
 * announcer, which must outlive the bar, then says so. name is that of the file. */
void mp_load_bar_watch (MpLoadBar *self, MpLoader *loader, const char *name,
                        MpAnnouncer *announcer);

/* Returns whether the bar has appeared. */
gboolean mp_load_bar_is_shown (MpLoadBar *self);

/* How far a loader is, in words: "34 MB of 111 MB · 305,000 entries · 4 seconds left". Free with
 * g_free (). */
char *mp_load_bar_words (const MpLoaderProgress *progress) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
