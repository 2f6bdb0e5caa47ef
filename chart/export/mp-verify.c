/* mp-verify.c: whether a picture shows what its agreement says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-verify.h"

#include "mp-bands.h"
#include "mp-carried.h"
#include "mp-export.h"
#include "mp-options-text.h"
#include "mp-png-input.h"
#include "mp-png-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BITS_PER_COLOR 8

void
mp_verdict_clear (MpVerdict *verdict)
{
  g_clear_pointer (&verdict->version, g_free);
}

/* --- Pixels ----------------------------------------------------------------------------------- */

/* A picture that is read while it is drawn again. */
typedef struct {
  MpPngInput *input; /* borrowed */
  GCancellable *cancellable;
  gboolean has_alpha;
  guchar *read;  /* a row of the file; owned */
  guchar *drawn; /* the same row, drawn again; owned */
  gint64 n_different;
} Comparison;

static gint64
count_different (const guchar *a, const guchar *b, int width, gsize bytes_per_pixel)
{
  gint64 count = 0;

  if (memcmp (a, b, (gsize) width * bytes_per_pixel) == 0)
    return 0;
  for (int x = 0; x < width; x++, a += bytes_per_pixel, b += bytes_per_pixel)
    count += memcmp (a, b, bytes_per_pixel) != 0;
  return count;
}

static gboolean
compare_band (cairo_surface_t *band, int first, int n_rows, gpointer data, GError **error)
{
  Comparison *comparison = data;
  int width = cairo_image_surface_get_width (band);

  (void) first;
  if (g_cancellable_set_error_if_cancelled (comparison->cancellable, error))
    return FALSE;
  for (int y = 0; y < n_rows; y++) {
    if (!mp_png_input_row (comparison->input, comparison->read, error))
      return FALSE;
    mp_png_row_pack (mp_png_row_of (band, y), width, comparison->has_alpha, comparison->drawn);
    comparison->n_different += count_different (comparison->read, comparison->drawn, width,
                                                mp_png_row_length (1, comparison->has_alpha));
  }
  return TRUE;
}

/* Whether a picture has the size and the kind of pixels that this figure is exported with. */
static gboolean
has_same_form (const MpPngInput *input, const MpFigure *figure, const MpFigureOptions *options)
{
  int type = png_get_color_type (input->png, input->info);

  return (int) png_get_image_width (input->png, input->info) ==
           mp_bands_width (figure, options->scale) &&
         (int) png_get_image_height (input->png, input->info) ==
           mp_bands_height (figure, options->scale) &&
         png_get_bit_depth (input->png, input->info) == BITS_PER_COLOR &&
         png_get_interlace_type (input->png, input->info) == PNG_INTERLACE_NONE &&
         type == (options->is_transparent ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB);
}

/* Compares the pixels of a picture with those of a figure. */
static gboolean
compare_pixels (MpPngInput *input, const MpFigure *figure, const MpFigureOptions *options,
                MpVerdict *verdict, GCancellable *cancellable, GError **error)
{
  int width = (int) png_get_image_width (input->png, input->info);
  gsize length = mp_png_row_length (width, options->is_transparent);
  Comparison comparison = { input, cancellable, options->is_transparent, NULL, NULL, 0 };
  gboolean is_read;

  verdict->n_pixels = (gint64) width * png_get_image_height (input->png, input->info);
  verdict->n_different = verdict->n_pixels;
  verdict->has_same_size = has_same_form (input, figure, options);
  if (!verdict->has_same_size)
    return TRUE;
  comparison.read = g_malloc (length);
  comparison.drawn = g_malloc (length);
  is_read = mp_bands_paint (figure, options->scale, options->is_transparent, MP_BAND_PIXELS,
                            compare_band, &comparison, error);
  verdict->n_different = comparison.n_different;
  verdict->is_same = comparison.n_different == 0;
  g_free (comparison.read);
  g_free (comparison.drawn);
  return is_read;
}

/* --- All of it -------------------------------------------------------------------------------- */

/* Reads the agreement that a picture carries. */
static MpAgreement *
read_agreement (const MpCarried *carried, GError **error)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  MpAgreement *agreement = mp_reader_load_bytes (mp_carried_get_agreement (carried), problems);

  if (agreement == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("the agreement inside the picture is not right: %s"),
                 mp_problems_get (problems, 0)->message);
  return agreement;
}

/* Draws the figure that a picture carries, and compares. */
static gboolean
verify (GBytes *png, const MpCarried *carried, MpVerdict *verdict, GCancellable *cancellable,
        GError **error)
{
  g_autoptr (MpAgreement) agreement = read_agreement (carried, error);
  g_autoptr (MpFigureOptions) options =
    agreement != NULL ? mp_carried_get_view (carried, agreement, error) : NULL;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
  g_auto (MpPngInput) input = { 0 };
  g_autoptr (MpFigure) figure = NULL;

  if (options == NULL || !mp_export_check (options, error))
    return FALSE;
  figure = mp_figure_new (agreement, options);
  return mp_export_check_height (figure, options, error) &&
         mp_png_input_begin (&input, stream, cancellable, error) &&
         compare_pixels (&input, figure, options, verdict, cancellable, error);
}

gboolean
mp_export_verify (GBytes *png, MpVerdict *verdict, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
  g_autoptr (MpCarried) carried = NULL;
  MpVerdict found = { 0 };
  gsize length;
  gconstpointer data = g_bytes_get_data (png, &length);

  if (!mp_carried_is_picture (data, length)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("this is no PNG picture"));
    return FALSE;
  }
  carried = mp_carried_read (stream, cancellable, error);
  if (carried == NULL || !verify (png, carried, &found, cancellable, error))
    return FALSE;
  found.version = g_strdup (mp_carried_get_version (carried));
  found.is_same_version = g_str_equal (found.version, MP_VERSION);
  found.is_same_language =
    g_str_equal (mp_carried_get_language (carried), mp_options_own_language ());
  *verdict = found;
  return TRUE;
}
