/* mp-png-words.h: the texts in a PNG file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-export.h"

#include <png.h>

G_BEGIN_DECLS

typedef struct _MpPngWords MpPngWords;

/* Makes the texts for the file of an export: the headline, an alternative text, the sources of what
 * is drawn by their numbers, each with its address, and the program. None of them tells when or by
 * whom the file was made. Free with mp_png_words_free (), which accepts NULL. */
MpPngWords *mp_png_words_new (const MpExport *export) G_GNUC_WARN_UNUSED_RESULT;
void mp_png_words_free (MpPngWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPngWords, mp_png_words_free)

/* Gives the texts to libpng, which jumps back to its caller if there is not enough memory. */
void mp_png_words_set (const MpPngWords *words, png_structp png, png_infop info);

G_END_DECLS
