/* mp-test-pdf.c: looks into PDF files without a program of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-test-pdf.h"

#include <gio/gio.h>
#include <string.h>

#define PAGE "/Type /Page"
#define OBJECTS "/Type /ObjStm"
#define STREAM "stream\n"

/* Returns the place behind the next occurrence of a word at or after at, or G_MAXSIZE. */
static gsize
find (const char *data, gsize length, gsize at, const char *word)
{
  gsize size = strlen (word);

  for (; at + size <= length; at++)
    if (memcmp (data + at, word, size) == 0)
      return at + size;
  return G_MAXSIZE;
}

/* Counts the objects that are pages, and not their list ("/Pages"). */
static guint
count_in (const char *data, gsize length)
{
  guint n_pages = 0;

  for (gsize at = 0; (at = find (data, length, at, PAGE)) != G_MAXSIZE;)
    n_pages += at < length && data[at] != 's';
  return n_pages;
}

/* Returns what a compressed stream holds, which may be followed by anything. */
static GBytes *
inflate (const char *data, gsize length)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result == G_CONVERTER_CONVERTED) {
    g_autoptr (GError) error = NULL;
    char piece[4096];
    gsize n_read, n_written;

    result = g_converter_convert (G_CONVERTER (zlib), data, length, piece, sizeof piece,
                                  G_CONVERTER_NO_FLAGS, &n_read, &n_written, &error);
    g_assert_no_error (error);
    g_byte_array_append (all, (const guint8 *) piece, (guint) n_written);
    data += n_read;
    length -= n_read;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

guint
mp_test_pdf_count_pages (GBytes *pdf)
{
  gsize length, at = 0;
  const char *data = g_bytes_get_data (pdf, &length);
  guint n_pages = count_in (data, length);

  while ((at = find (data, length, at, OBJECTS)) != G_MAXSIZE) {
    g_autoptr (GBytes) objects = NULL;

    at = find (data, length, at, STREAM);
    g_assert_cmpuint (at, !=, G_MAXSIZE);
    objects = inflate (data + at, length - at);
    n_pages += count_in (g_bytes_get_data (objects, NULL), g_bytes_get_size (objects));
  }
  return n_pages;
}
