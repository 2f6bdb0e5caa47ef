/* mp-png-input.c: PNG files that somebody else may have written, by libpng
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-png-input.h"

#include "mp-agreement.h"
#include "mp-figure.h"

#include <glib/gi18n-lib.h>

/* The most bytes of a text: an agreement, or a view. */
#define MAX_TEXT (MP_AGREEMENT_MAX_FILE + 1024)

/* The most texts. */
#define MAX_TEXTS 64

/* libpng ends what it cannot do by jumping back to where it was called. */
static void
fail_cb (png_structp png, const char *message)
{
  MpPngInput *input = png_get_error_ptr (png);

  g_debug ("%s", message);
  if (input->error == NULL)
    g_set_error_literal (&input->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("the picture is damaged"));
  png_longjmp (png, 1);
}

static void
warn_cb (png_structp png, const char *message)
{
  (void) png;
  g_debug ("%s", message);
}

static void
read_cb (png_structp png, guchar *bytes, gsize length)
{
  MpPngInput *input = png_get_io_ptr (png);
  gsize n;

  if (!g_input_stream_read_all (input->stream, bytes, length, &n, input->cancellable,
                                &input->error) ||
      n < length)
    png_error (png, "the file ends early");
}

static gboolean
fail (MpPngInput *input, GError **error)
{
  g_propagate_error (error, g_steal_pointer (&input->error));
  return FALSE;
}

/* Sets what is read, and how much of it at most. */
static void
set_limits (png_structp png)
{
  png_set_user_limits (png, MP_FIGURE_MAX_PIXEL_SIDE, MP_FIGURE_MAX_PIXEL_SIDE);
  png_set_chunk_malloc_max (png, MAX_TEXT);
  /* A chunk beyond that is an error; libpng would only warn, and ask for the memory anyway. */
  png_set_benign_errors (png, FALSE);
  png_set_chunk_cache_max (png, MAX_TEXTS);
  png_set_keep_unknown_chunks (png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_set_keep_unknown_chunks (png, PNG_HANDLE_CHUNK_AS_DEFAULT, (const guchar *) "iTXt", 1);
  png_set_crc_action (png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
}

gboolean
mp_png_input_begin (MpPngInput *input, GInputStream *stream, GCancellable *cancellable,
                    GError **error)
{
  *input = (MpPngInput) { .stream = stream, .cancellable = cancellable };
  input->png = png_create_read_struct (PNG_LIBPNG_VER_STRING, input, fail_cb, warn_cb);
  if (input->png != NULL)
    input->info = png_create_info_struct (input->png);
  if (input->info == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("there is not enough memory"));
    return FALSE;
  }
  if (setjmp (png_jmpbuf (input->png)) != 0)
    return fail (input, error);
  png_set_read_fn (input->png, input, read_cb);
  set_limits (input->png);
  png_read_info (input->png, input->info);
  return TRUE;
}

void
mp_png_input_clear (MpPngInput *input)
{
  png_destroy_read_struct (&input->png, &input->info, NULL);
  g_clear_error (&input->error);
}

const char *
mp_png_input_text (const MpPngInput *input, const char *keyword)
{
  png_text *texts;
  int n_texts = png_get_text (input->png, input->info, &texts, NULL);

  for (int i = 0; i < n_texts; i++)
    if (g_str_equal (texts[i].key, keyword))
      return texts[i].text;
  return NULL;
}

gboolean
mp_png_input_row (MpPngInput *input, guchar *row, GError **error)
{
  if (setjmp (png_jmpbuf (input->png)) != 0)
    return fail (input, error);
  png_read_row (input->png, row, NULL);
  return TRUE;
}
