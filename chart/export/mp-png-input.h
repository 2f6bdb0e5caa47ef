/* mp-png-input.h: PNG files that somebody else may have written, by libpng
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures have no more pixels on a side, and texts no more bytes, than ours can have; everything
 * but texts and the picture is skipped; a wrong checksum ends reading.
 */
#pragma once

#include <gio/gio.h>
#include <png.h>

G_BEGIN_DECLS

/* The fields are for reading only. */
typedef struct {
  png_structp png;
  png_infop info;

  /* Private */
  GInputStream *stream;      /* borrowed */
  GCancellable *cancellable; /* borrowed, or NULL */
  GError *error;             /* owned: why reading ended */
} MpPngInput;

/* Begins to read a stream, up to where the picture itself begins. Returns FALSE and sets error if
 * that is not possible: G_IO_ERROR_INVALID_DATA, or the error of the stream. In both cases free the
 * contents with mp_png_input_clear (). cancellable may be NULL. */
gboolean mp_png_input_begin (MpPngInput *input, GInputStream *stream, GCancellable *cancellable,
                             GError **error);
void mp_png_input_clear (MpPngInput *input);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MpPngInput, mp_png_input_clear)

/* Returns the text with a keyword, or NULL if there is none. Owned by input. */
const char *mp_png_input_text (const MpPngInput *input, const char *keyword);

/* Reads the next row of a picture that is not interlaced, in the format of the file. Returns FALSE
 * and sets error as mp_png_input_begin () does. */
gboolean mp_png_input_row (MpPngInput *input, guchar *row, GError **error);

G_END_DECLS
