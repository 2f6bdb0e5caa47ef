/* mp-png.c: writes figures as PNG files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The format is that of the PNG specification (W3C, second edition). Each row begins with the
 * number of a filter. Encoders usually try all five on each row, which suits photographs. In a
 * chart many rows are the same as the row above, and of the others most pixels are the same as some
 * before them in the same row or the last ones. So a row either says that it is the same, or is not
 * filtered at all, which takes a third of the time, and fewer bytes.
 *
 * A picture that is a single band is compressed at once, by libdeflate, in three quarters of the
 * time that zlib takes; a larger one a band after the other by libpng and zlib, in memory of one
 * band.
 */
#include "config.h"

#include "mp-png.h"

#include "mp-bands.h"
#include "mp-export-private.h"
#include "mp-png-row.h"
#include "mp-png-words.h"

#include <glib/gi18n-lib.h>
#include <libdeflate.h>
#include <math.h>
#include <png.h>
#include <string.h>

/* Of libdeflate, 1 to 12: higher ones save five bytes in a hundred at most. Of zlib, 1 to 9: lower
 * ones are twice as fast and add seventeen bytes to a hundred. */
#define LEVEL_AT_ONCE 2
#define LEVEL_BY_BAND 6

/* How many compressed bytes are written at once. */
#define PIECE 65536

#define BITS_PER_COLOR 8

/* A logical pixel is as large as this part of an inch. */
#define PIXELS_PER_INCH 96
#define METRES_PER_INCH 0.0254

typedef struct {
  const MpExport *export;
  GOutputStream *stream;
  int width;
  int height;
  gboolean has_alpha;
  GError *error; /* owned: why libpng gave up */

  /* Owned */
  png_structp png;
  png_infop info;
  guchar *row;       /* as it is in the file, without the filter */
  guint32 *previous; /* the pixels of the row above */
} Writing;

/* --- libpng ----------------------------------------------------------------------------------- */

/* libpng ends what it cannot do by jumping back to where it was called. */
static void
fail_cb (png_structp png, const char *message)
{
  Writing *w = png_get_error_ptr (png);

  if (w->error == NULL)
    g_set_error (&w->error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("the picture could not be written: %s"), message);
  png_longjmp (png, 1);
}

static void
warn_cb (png_structp png, const char *message)
{
  (void) png;
  g_debug ("%s", message);
}

static void
write_cb (png_structp png, guchar *bytes, gsize length)
{
  Writing *w = png_get_io_ptr (png);

  if (!mp_export_write (w->export, w->stream, bytes, length, &w->error))
    png_error (png, "");
}

static void
flush_cb (png_structp png)
{
  (void) png;
}

/* --- Rows ------------------------------------------------------------------------------------- */

static gsize
row_length (const Writing *w)
{
  return mp_png_row_length (w->width, w->has_alpha);
}

static gboolean
is_same_row (const Writing *w, const guint32 *row, const guint32 *above)
{
  return memcmp (row, above, (gsize) w->width * sizeof *row) == 0;
}

/* --- At once ---------------------------------------------------------------------------------- */

/* Packs the rows of an opaque picture, each with its filter, where its pixels were: a row with its
 * filter is not longer than its pixels. Returns their bytes, owned by the picture. */
static const guchar *
pack_rows (const Writing *w, cairo_surface_t *picture)
{
  guchar *out = cairo_image_surface_get_data (picture);
  const guchar *rows = out;
  g_autofree gboolean *is_same = g_new0 (gboolean, w->height);

  for (int y = 1; y < w->height; y++)
    is_same[y] = is_same_row (w, mp_png_row_of (picture, y), mp_png_row_of (picture, y - 1));
  for (int y = 0; y < w->height; y++, out += 1 + row_length (w)) {
    if (is_same[y])
      memset (out + 1, 0, row_length (w));
    else
      mp_png_row_pack (mp_png_row_of (picture, y), w->width, FALSE, out + 1);
    out[0] = is_same[y] ? PNG_FILTER_VALUE_UP : PNG_FILTER_VALUE_NONE;
  }
  return rows;
}

/* Compresses the rows of a picture. Returns NULL if there is not enough memory. */
static GBytes *
compress_rows (const Writing *w, cairo_surface_t *picture)
{
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (LEVEL_AT_ONCE);
  gsize length = (1 + row_length (w)) * (gsize) w->height, n = 0;
  gsize bound = libdeflate_zlib_compress_bound (compressor, length);
  guchar *bytes = compressor != NULL ? g_try_malloc (bound) : NULL;

  if (bytes != NULL)
    n = libdeflate_zlib_compress (compressor, pack_rows (w, picture), length, bytes, bound);
  libdeflate_free_compressor (compressor);
  return bytes != NULL ? g_bytes_new_take (bytes, n) : NULL;
}

/* Writes a whole picture. libpng writes the chunks, but not those that it would make itself. */
static gboolean
write_at_once (Writing *w, cairo_surface_t *picture)
{
  g_autoptr (GBytes) bytes = compress_rows (w, picture);
  gsize length;
  const guchar *data;

  if (bytes == NULL) {
    g_set_error_literal (&w->error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("there is not enough memory"));
    return FALSE;
  }
  data = g_bytes_get_data (bytes, &length);
  if (setjmp (png_jmpbuf (w->png)) != 0)
    return FALSE;
  png_write_chunk (w->png, (const guchar *) "IDAT", data, length);
  png_write_chunk (w->png, (const guchar *) "IEND", NULL, 0);
  return TRUE;
}

/* --- By bands --------------------------------------------------------------------------------- */

static void
write_row (Writing *w, const guint32 *row, gboolean is_first)
{
  /* libpng keeps the row above for the filter only if the filter is allowed from the first row on,
   * which it does not change. */
  png_set_filter (w->png, PNG_FILTER_TYPE_BASE,
                  is_first                            ? PNG_FILTER_NONE | PNG_FILTER_UP
                  : is_same_row (w, row, w->previous) ? PNG_FILTER_UP
                                                      : PNG_FILTER_NONE);
  memcpy (w->previous, row, (gsize) w->width * sizeof *row);
  mp_png_row_pack (row, w->width, w->has_alpha, w->row);
  png_write_row (w->png, w->row);
}

static gboolean
write_rows (Writing *w, cairo_surface_t *band, int first, int n_rows)
{
  if (setjmp (png_jmpbuf (w->png)) != 0)
    return FALSE;
  for (int y = 0; y < n_rows; y++)
    write_row (w, mp_png_row_of (band, y), first + y == 0);
  if (first + n_rows == w->height)
    png_write_end (w->png, NULL);
  return TRUE;
}

static gboolean
write_band (cairo_surface_t *band, int first, int n_rows, gpointer data, GError **error)
{
  Writing *w = data;
  gboolean is_whole = n_rows == w->height;

  /* Half of the work on a band is to paint it. */
  if (!mp_export_step (w->export, (first + n_rows / 2.0) / w->height, error))
    return FALSE;
  if (is_whole && !w->has_alpha ? write_at_once (w, band) : write_rows (w, band, first, n_rows))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&w->error));
  return FALSE;
}

/* --- Files ------------------------------------------------------------------------------------ */

/* Writes what comes before the picture. */
static gboolean
write_head (Writing *w, const MpPngWords *words)
{
  double per_metre = round (w->export->options->scale * PIXELS_PER_INCH / METRES_PER_INCH);

  if (setjmp (png_jmpbuf (w->png)) != 0)
    return FALSE;
  png_set_write_fn (w->png, w, write_cb, flush_cb);
  png_set_IHDR (w->png, w->info, (png_uint_32) w->width, (png_uint_32) w->height, BITS_PER_COLOR,
                w->has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
  png_set_sRGB (w->png, w->info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (w->png, w->info, (png_uint_32) per_metre, (png_uint_32) per_metre,
                PNG_RESOLUTION_METER);
  mp_png_words_set (words, w->png, w->info);
  png_set_compression_level (w->png, LEVEL_BY_BAND);
  png_set_compression_buffer_size (w->png, PIECE);
  png_write_info (w->png, w->info);
  return TRUE;
}

/* libpng could not even begin. */
static gboolean
begin (Writing *w)
{
  w->png = png_create_write_struct (PNG_LIBPNG_VER_STRING, w, fail_cb, warn_cb);
  if (w->png != NULL)
    w->info = png_create_info_struct (w->png);
  if (w->info == NULL)
    g_set_error_literal (&w->error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("there is not enough memory"));
  return w->info != NULL;
}

gboolean
mp_png_write (const MpExport *export, GOutputStream *stream, GError **error)
{
  double scale = export->options->scale;
  Writing w = { .export = export,
                .stream = stream,
                .width = mp_bands_width (export->figure, scale),
                .height = mp_bands_height (export->figure, scale),
                .has_alpha = export->options->is_transparent };
  g_autoptr (MpPngWords) words = mp_png_words_new (export, error);
  gboolean is_written;

  if (words == NULL)
    return FALSE;
  w.row = g_malloc (row_length (&w));
  w.previous = g_new (guint32, w.width);
  is_written =
    begin (&w) && write_head (&w, words) &&
    mp_bands_paint (export->figure, scale, w.has_alpha, MP_BAND_PIXELS, write_band, &w, error);
  if (w.error != NULL)
    g_propagate_error (error, w.error);
  png_destroy_write_struct (&w.png, &w.info);
  g_free (w.row);
  g_free (w.previous);
  return is_written;
}
