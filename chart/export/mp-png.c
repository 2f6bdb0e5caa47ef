/* mp-png.c: encodes pictures as PNG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The format is that of the PNG specification (W3C, second edition): a signature and chunks, the
 * picture in one of them, as a zlib stream of its rows. Each row begins with the number of a
 * filter. Encoders usually try all five on each row, which suits photographs. In a chart many rows
 * are the same as the row above, and of the others most pixels are the same as some before them in
 * the same row or the last ones. So a row either says that it is the same, or is not filtered at
 * all, which takes a third of the time, and fewer bytes.
 */
#include "mp-png.h"

#include <libdeflate.h>
#include <string.h>

/* Of libdeflate, 1 to 12. Higher levels save five bytes in a hundred at most. */
#define LEVEL 2

/* The filters: the bytes as they are, and the difference from those of the row above. */
#define FILTER_NONE 0
#define FILTER_UP 2

#define BYTES_PER_PIXEL 3
#define BITS_PER_COLOR 8
#define COLOR_TYPE_RGB 2

/* The chunks are IHDR, of this length, IDAT and IEND. */
#define N_CHUNKS ((gsize) 3)
#define HEADER_LENGTH 13

/* The parts of a chunk around its data: the length and the type, and the checksum. */
#define CHUNK_HEAD 8
#define CHUNK_FOOT 4

/* With which the file begins. */
static const guchar signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

/* --- Rows ------------------------------------------------------------------------------------- */

static gsize
row_length (gsize width)
{
  return 1 + width * BYTES_PER_PIXEL;
}

/* What is written can overlap the pixels: it never gets ahead of them. */
static void
pack_row (const guint32 *pixels, int width, gboolean is_same, guchar *row)
{
  guchar *out = row + 1;

  if (is_same) {
    memset (out, 0, (gsize) width * BYTES_PER_PIXEL);
  } else {
    for (int x = 0; x < width; x++, out += BYTES_PER_PIXEL) {
      guint32 pixel = pixels[x];

      out[0] = (guchar) (pixel >> 16);
      out[1] = (guchar) (pixel >> 8);
      out[2] = (guchar) pixel;
    }
  }
  row[0] = is_same ? FILTER_UP : FILTER_NONE;
}

/* Packs the rows of an image where its pixels were: a row with its filter is shorter than its
 * pixels. Returns their bytes, owned by the image. */
static const guchar *
pack_rows (cairo_surface_t *image)
{
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);
  gsize stride = (gsize) cairo_image_surface_get_stride (image);
  guchar *data = cairo_image_surface_get_data (image);
  g_autofree gboolean *is_same = g_new0 (gboolean, height);

  for (int y = 1; y < height; y++) {
    const guchar *row = data + (gsize) y * stride;

    is_same[y] = memcmp (row, row - stride, (gsize) width * sizeof (guint32)) == 0;
  }
  for (int y = 0; y < height; y++)
    pack_row ((const guint32 *) (gconstpointer) (data + (gsize) y * stride), width, is_same[y],
              data + (gsize) y * row_length ((gsize) width));
  return data;
}

/* --- Chunks ----------------------------------------------------------------------------------- */

static guchar *
write_number (guchar *at, gsize number)
{
  guint32 big_endian = GUINT32_TO_BE ((guint32) number);

  memcpy (at, &big_endian, sizeof big_endian);
  return at + sizeof big_endian;
}

/* Completes a chunk whose data is already in its place, behind the room for its head. Returns where
 * the next one begins. */
static guchar *
finish_chunk (guchar *chunk, const char *type, gsize length)
{
  guchar *name = write_number (chunk, length);

  memcpy (name, type, 4);
  return write_number (name + 4 + length, libdeflate_crc32 (0, name, 4 + length));
}

static guchar *
write_header (guchar *at, int width, int height)
{
  guchar *data = write_number (at + CHUNK_HEAD, (gsize) width);

  data = write_number (data, (gsize) height);
  data[0] = BITS_PER_COLOR;
  data[1] = COLOR_TYPE_RGB;
  /* The only methods there are: deflate, the five filters, and no interlacing. */
  data[2] = data[3] = data[4] = 0;
  return finish_chunk (at, "IHDR", HEADER_LENGTH);
}

gsize
mp_png_bound (gsize width, gsize height)
{
  return sizeof signature + N_CHUNKS * (CHUNK_HEAD + CHUNK_FOOT) + HEADER_LENGTH +
         libdeflate_zlib_compress_bound (NULL, row_length (width) * height);
}

/* Returns the bytes of the file, or NULL if there is not enough memory. */
static GBytes *
write_file (const guchar *rows, int width, int height)
{
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (LEVEL);
  gsize bound = mp_png_bound ((gsize) width, (gsize) height);
  guchar *file = compressor != NULL ? g_try_malloc (bound) : NULL, *at = file;

  if (file != NULL) {
    memcpy (at, signature, sizeof signature);
    at = write_header (at + sizeof signature, width, height);
    at = finish_chunk (at, "IDAT",
                       libdeflate_zlib_compress (compressor, rows,
                                                 row_length ((gsize) width) * (gsize) height,
                                                 at + CHUNK_HEAD, bound - (gsize) (at - file)));
    at = finish_chunk (at, "IEND", 0);
  }
  libdeflate_free_compressor (compressor);
  return file != NULL
           ? g_bytes_new_take (g_realloc (file, (gsize) (at - file)), (gsize) (at - file))
           : NULL;
}

GBytes *
mp_png_encode (cairo_surface_t *image)
{
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);
  GBytes *bytes;

  g_return_val_if_fail (cairo_image_surface_get_format (image) == CAIRO_FORMAT_RGB24, NULL);

  cairo_surface_flush (image);
  bytes = write_file (pack_rows (image), width, height);
  cairo_surface_destroy (image);
  return bytes;
}
