/* test-png.c: what a PNG file has besides the picture, as libpng reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-export.h"

#include "mp-test-scene.h"

#include <math.h>
#include <png.h>
#include <string.h>

/* --- Reading ---------------------------------------------------------------------------------- */

typedef struct {
  const guchar *data;
  gsize length;
  png_structp png;
  png_infop info;
} Reading;

static void
read_cb (png_structp png, guchar *out, gsize length)
{
  Reading *reading = png_get_io_ptr (png);

  g_assert_cmpuint (length, <=, reading->length);
  memcpy (out, reading->data, length);
  reading->data += length;
  reading->length -= length;
}

static void
complain_cb (png_structp png, const char *message)
{
  (void) png;
  g_error ("%s", message);
}

/* Reads everything but the picture. */
static void
begin (Reading *reading, GBytes *bytes)
{
  reading->data = g_bytes_get_data (bytes, &reading->length);
  reading->png = png_create_read_struct (PNG_LIBPNG_VER_STRING, NULL, complain_cb, complain_cb);
  reading->info = png_create_info_struct (reading->png);
  png_set_read_fn (reading->png, reading, read_cb);
  png_read_info (reading->png, reading->info);
}

static void
end (Reading *reading)
{
  png_destroy_read_struct (&reading->png, &reading->info, NULL);
}

/* Returns the text with a keyword, owned by the reading, or NULL. */
static const char *
find_text (Reading *reading, const char *keyword)
{
  png_text *texts;
  int n_texts = png_get_text (reading->png, reading->info, &texts, NULL);

  for (int i = 0; i < n_texts; i++)
    if (g_str_equal (texts[i].key, keyword)) {
      g_assert_true (texts[i].compression == PNG_ITXT_COMPRESSION_NONE ||
                     texts[i].compression == PNG_ITXT_COMPRESSION_zTXt);
      return texts[i].text;
    }
  return NULL;
}

static GBytes *
export_at (MpAgreement *agreement, double scale)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  options.width = 1000;
  options.height = 700;
  options.scale = scale;
  bytes = mp_export_figure (NULL, agreement, &options, &error);
  g_assert_no_error (error);
  return bytes;
}

/* --- Tests ------------------------------------------------------------------------------------ */

static void
test_resolution (void)
{
  static const struct {
    double scale;
    guint32 per_metre;
  } cases[] = { { 1, 3780 }, { 2, 7559 }, { 3.125, 11811 }, { 0.5, 1890 } };
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("term t - T\nphase 2020/2030 stated S");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes = export_at (agreement, cases[i].scale);
    png_uint_32 x, y;
    int unit, intent;
    Reading reading;

    begin (&reading, bytes);
    g_assert_true (png_get_pHYs (reading.png, reading.info, &x, &y, &unit) != 0);
    g_assert_cmpuint (x, ==, cases[i].per_metre);
    g_assert_cmpuint (y, ==, cases[i].per_metre);
    g_assert_cmpint (unit, ==, PNG_RESOLUTION_METER);
    g_assert_true (png_get_sRGB (reading.png, reading.info, &intent) != 0);
    g_assert_cmpint (intent, ==, PNG_sRGB_INTENT_PERCEPTUAL);
    end (&reading);
  }
}

/* The texts are there, and the sources are those of what is drawn, by number, with addresses. */
static void
test_texts (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  g_autoptr (GBytes) bytes = export_at (agreement, 1);
  g_autoptr (MpFigure) figure = NULL;
  g_autofree char *description = NULL;
  g_auto (GStrv) lines = NULL;
  const guint32 *sources;
  guint n_sources;
  Reading reading;

  options.width = 1000;
  options.height = 700;
  figure = mp_figure_new (agreement, &options);
  description = mp_figure_describe (figure, TRUE);
  sources = mp_figure_get_sources (figure, &n_sources);
  begin (&reading, bytes);
  g_assert_cmpstr (find_text (&reading, "Title"), ==, mp_figure_get_headline (figure));
  g_assert_cmpstr (find_text (&reading, "Description"), ==, description);
  g_assert_true (g_str_has_prefix (find_text (&reading, "Software"), "Milepost "));
  g_assert_null (find_text (&reading, "Creation Time"));
  lines = g_strsplit (find_text (&reading, "Sources"), "\n", -1);
  g_assert_cmpuint (n_sources, >, 10);
  g_assert_cmpuint (g_strv_length (lines), ==, n_sources);
  for (guint i = 0; i < n_sources; i++) {
    const MpSource *source = &mp_agreement_sources (agreement, NULL)[sources[i]];
    g_autofree char *number = g_strdup_printf ("%u. ", i + 1);

    g_assert_true (g_str_has_prefix (lines[i], number));
    g_assert_true (g_str_has_suffix (lines[i], mp_agreement_text (agreement, source->url)));
  }
  end (&reading);
}

/* Without sources there is no empty list of them. */
static void
test_no_sources (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("term t - T\nphase 2020/2030 stated S");
  g_autoptr (GBytes) bytes = export_at (agreement, 1);
  Reading reading;

  begin (&reading, bytes);
  g_assert_null (find_text (&reading, "Sources"));
  end (&reading);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/png/resolution", test_resolution);
  g_test_add_func ("/png/texts", test_texts);
  g_test_add_func ("/png/no-sources", test_no_sources);
  return mp_test_run_with_fonts ();
}
