/* mp-png-words.h: the texts in a PNG file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-export.h"

#include <png.h>

G_BEGIN_DECLS

/* The keywords of what a picture carries, if it does: the file of the agreement, and the view. */
#define MP_PNG_AGREEMENT "Milepost agreement"
#define MP_PNG_VIEW "Milepost view"

typedef struct _MpPngWords MpPngWords;

/* Makes the texts for the file of an export: the headline, an alternative text, the sources of what
 * is drawn by their numbers, each with its address, and the program; if the options ask for it, the
 * file of the agreement and the view. None of them tells when or by whom the file was made. Returns
 * NULL and sets error (G_IO_ERROR_MESSAGE_TOO_LARGE) if the agreement is too large to be carried.
 * Free with mp_png_words_free (), which accepts NULL. */
MpPngWords *mp_png_words_new (const MpExport *export, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void mp_png_words_free (MpPngWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPngWords, mp_png_words_free)

/* Gives the texts to libpng, which jumps back to its caller if there is not enough memory. */
void mp_png_words_set (const MpPngWords *words, png_structp png, png_infop info);

G_END_DECLS
