/* mp-png.h: figures as PNG files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Besides the picture a file has its resolution, the headline, an alternative text, the sources
 * with their addresses, and the program that made it; if the options ask for it, also the agreement
 * and the options themselves (mp-carried.h).
 */
#pragma once

#include "mp-export.h"

G_BEGIN_DECLS

/* Writes a PNG file, as a format of mp-export.h does. */
gboolean mp_png_write (const MpExport *export, GOutputStream *stream, GError **error);

G_END_DECLS
