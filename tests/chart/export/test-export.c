/* test-export.c: figures as files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-bands.h"
#include "mp-export.h"

#include "mp-test-image.h"
#include "mp-test-scene.h"

#include <math.h>
#include <string.h>

static MpFigureOptions
new_options (double width, double height, double scale)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));

  options.width = width;
  options.height = height;
  options.scale = scale;
  return options;
}

static GBytes *export(MpAgreement *agreement, const MpFigureOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mp_export_figure (NULL, agreement, options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

/* --- Reading back ----------------------------------------------------------------------------- */

typedef struct {
  const guchar *data;
  gsize length;
} Reading;

static cairo_status_t
read_cb (gpointer data, guchar *out, guint length)
{
  Reading *reading = data;

  if (reading->length < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (out, reading->data, length);
  reading->data += length;
  reading->length -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
decode (GBytes *bytes)
{
  Reading reading;
  cairo_surface_t *image;

  reading.data = g_bytes_get_data (bytes, &reading.length);
  image = cairo_image_surface_create_from_png_stream (read_cb, &reading);
  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  return image;
}

/* --- Pixels ----------------------------------------------------------------------------------- */

typedef struct {
  cairo_surface_t *image;
  int n_bands;
} Painting;

static gboolean
keep_band (cairo_surface_t *band, int first, int n_rows, gpointer data, GError **error)
{
  Painting *painting = data;
  int stride = cairo_image_surface_get_stride (band);

  (void) error;
  g_assert_cmpint (stride, ==, cairo_image_surface_get_stride (painting->image));
  memcpy (cairo_image_surface_get_data (painting->image) + first * stride,
          cairo_image_surface_get_data (band), (gsize) (n_rows * stride));
  painting->n_bands++;
  return TRUE;
}

/* Paints a figure in bands of so many pixels. */
static cairo_surface_t *
paint (const MpFigure *figure, double scale, gboolean has_alpha, double max_pixels, int *n_bands)
{
  Painting painting = { .image = cairo_image_surface_create (
                          has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                          mp_bands_width (figure, scale), mp_bands_height (figure, scale)) };

  cairo_surface_flush (painting.image);
  g_assert_true (mp_bands_paint (figure, scale, has_alpha, max_pixels, keep_band, &painting, NULL));
  cairo_surface_mark_dirty (painting.image);
  if (n_bands != NULL)
    *n_bands = painting.n_bands;
  return painting.image;
}

/* Where a picture is divided cannot be seen, whatever the scale. */
static void
test_bands (void)
{
  static const double scales[] = { 1, 1.37, 2, 3.125, 0.77 };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    MpFigureOptions options = new_options (800, 500, scales[i]);
    g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);
    double n_pixels = 800 * 500 * scales[i] * scales[i];
    int n_whole, n_bands;
    cairo_surface_t *whole = paint (figure, scales[i], FALSE, 2 * n_pixels, &n_whole);
    cairo_surface_t *bands = paint (figure, scales[i], FALSE, n_pixels / 7, &n_bands);

    g_assert_cmpint (n_whole, ==, 1);
    g_assert_cmpint (n_bands, >=, 7);
    mp_test_image_assert_same (whole, bands);
    cairo_surface_destroy (whole);
    cairo_surface_destroy (bands);
  }
}

/* What is read back is what was painted, pixel by pixel: of a picture that is compressed at once,
 * of one of several bands, and of odd widths. */
static void
test_pixels_survive (void)
{
  static const double cases[][3] = {
    { 900, 600, 1.5 }, { 1500, 1000, 2 }, { 201, 333, 1 }, { 333, 201, 1.3 }
  };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    MpFigureOptions options = new_options (cases[i][0], cases[i][1], cases[i][2]);
    g_autoptr (GBytes) bytes = export(agreement, &options);
    g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);
    cairo_surface_t *painted = paint (figure, options.scale, FALSE, MP_BAND_PIXELS, NULL);
    cairo_surface_t *read = decode (bytes);

    mp_test_image_assert_same (painted, read);
    cairo_surface_destroy (painted);
    cairo_surface_destroy (read);
  }
}

static guint32
pixel (cairo_surface_t *image, int x, int y)
{
  const guchar *row =
    cairo_image_surface_get_data (image) + y * cairo_image_surface_get_stride (image);

  return ((const guint32 *) (const void *) row)[x];
}

/* The last row and the last column are as dark as the rest where a side is no whole number of
 * pixels, also in a picture with alpha. */
static void
test_edges (void)
{
  static const double widths[] = { 604.7, 604.8, 605.1 };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  for (guint i = 0; i < 2 * G_N_ELEMENTS (widths); i++) {
    MpFigureOptions options = new_options (widths[i / 2], 900.3, 3.125);
    g_autoptr (MpFigure) figure = NULL;
    cairo_surface_t *image;
    guint32 ground;
    int right, bottom;

    options.layout = i % 2 == 0 ? MP_LAYOUT_WINDOW : MP_LAYOUT_PAGE;
    options.theme = MP_THEME_DARK;
    figure = mp_figure_new (agreement, &options);
    image = paint (figure, options.scale, i < 3, MP_BAND_PIXELS, NULL);
    right = cairo_image_surface_get_width (image) - 1;
    bottom = cairo_image_surface_get_height (image) - 1;
    ground = pixel (image, 0, 0);
    /* The rows of the window reach to its edge, under their title. */
    for (int y = 0; y <= (options.layout == MP_LAYOUT_WINDOW ? 50 : bottom); y++)
      g_assert_cmphex (pixel (image, right, y), ==, ground);
    for (int x = 0; x <= right; x++)
      g_assert_cmphex (pixel (image, x, bottom), ==, ground);
    cairo_surface_destroy (image);
  }
}

/* Asserts that two images with alpha are the same, but for what is lost where a faint colour is not
 * multiplied by its alpha any more. */
static void
assert_alike (cairo_surface_t *a, cairo_surface_t *b)
{
  int n_bytes = cairo_image_surface_get_stride (a) * cairo_image_surface_get_height (a);
  const guchar *in_a = cairo_image_surface_get_data (a), *in_b = cairo_image_surface_get_data (b);
  gboolean is_alike = TRUE;

  g_assert_cmpint (cairo_image_surface_get_format (b), ==, CAIRO_FORMAT_ARGB32);
  g_assert_cmpint (cairo_image_surface_get_stride (b) * cairo_image_surface_get_height (b), ==,
                   n_bytes);
  for (int i = 0; i < n_bytes; i++)
    is_alike = is_alike && ABS (in_a[i] - in_b[i]) <= 1;
  g_assert_true (is_alike);
}

/* Without a ground the picture has alpha, whether it is one band or several. */
static void
test_transparent (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  for (guint i = 0; i < 2; i++) {
    MpFigureOptions options = new_options (1200, 1000, i == 0 ? 1 : 2);
    g_autoptr (MpFigure) figure = NULL;
    g_autoptr (GBytes) bytes = NULL;
    cairo_surface_t *painted, *read;

    options.is_transparent = TRUE;
    figure = mp_figure_new (agreement, &options);
    bytes = export(agreement, &options);
    painted = paint (figure, options.scale, TRUE, MP_BAND_PIXELS, NULL);
    read = decode (bytes);
    assert_alike (painted, read);
    cairo_surface_destroy (painted);
    cairo_surface_destroy (read);
  }
}

static cairo_status_t
count_cb (gpointer count, const guchar *bytes, guint length)
{
  (void) bytes;
  *(gsize *) count += length;
  return CAIRO_STATUS_SUCCESS;
}

/* The most that the texts of a file take. */
#define MAX_WORDS 20000

/* A file is quick to make, but no larger than one by Cairo: neither where the chart is full nor
 * where there is hardly anything on it. */
static void
test_bytes (void)
{
  g_autoptr (MpAgreement) full = mp_test_shipped_agreement ();
  g_autoptr (MpAgreement) sparse = mp_test_agreement ("term t - T\nphase 2020/2030 stated S");
  MpFigureOptions options = new_options (1200, 1000, 1);

  for (guint i = 0; i < 4; i++) {
    MpAgreement *agreement = i < 2 ? full : sparse;
    double scale = options.scale = i % 2 + 1;
    g_autoptr (GBytes) bytes = export(agreement, &options);
    g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);
    cairo_surface_t *painted = paint (figure, scale, FALSE, MP_BAND_PIXELS, NULL);
    gsize count = 0;

    cairo_surface_write_to_png_stream (painted, count_cb, &count);
    g_assert_cmpuint (g_bytes_get_size (bytes), <=, count + (i < 2 ? MAX_WORDS : 500));
    cairo_surface_destroy (painted);
  }
}

/* --- Size ------------------------------------------------------------------------------------- */

static void
test_dimensions (void)
{
  static const struct {
    double width;
    double height;
    double scale;
    int pixel_width;
    int pixel_height;
  } cases[] = {
    { 1600, 1000, 2, 3200, 2000 }, { 1600, 1000, 1, 1600, 1000 }, { 333, 777, 1, 333, 777 },
    { 333, 777, 1.5, 500, 1166 },  { 201, 201, 0.5, 101, 101 },   { 200, 200, 1, 200, 200 },
  };
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term t - T\nphase 2020/2030 stated S\nmilestone m 2026 1 stated - M");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    MpFigureOptions options = new_options (cases[i].width, cases[i].height, cases[i].scale);
    g_autoptr (GBytes) bytes = export(agreement, &options);
    cairo_surface_t *image = decode (bytes);

    g_assert_cmpint (cairo_image_surface_get_width (image), ==, cases[i].pixel_width);
    g_assert_cmpint (cairo_image_surface_get_height (image), ==, cases[i].pixel_height);
    cairo_surface_destroy (image);
  }
}

/* At any scale the chart fills the picture: paper is white, and what is not painted black. */
static void
test_scale_fills (void)
{
  static const double scales[] = { 0.5, 1, 2, 3 };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    MpFigureOptions options = new_options (600, 400, scales[i]);
    g_autoptr (GBytes) bytes = export(agreement, &options);
    cairo_surface_t *image = decode (bytes), *white = mp_test_image_new (600, 400, scales[i]);
    double n_pixels = 600 * 400 * scales[i] * scales[i];

    g_assert_cmpfloat (mp_test_image_count_different (image, white, 128), <, 0.2 * n_pixels);
    cairo_surface_destroy (image);
    cairo_surface_destroy (white);
  }
}

static void
test_height_of_content (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options (1000, 0, 2);
  g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);
  g_autoptr (GBytes) bytes = export(agreement, &options);
  cairo_surface_t *image = decode (bytes);

  g_assert_cmpint (cairo_image_surface_get_width (image), ==, 2000);
  g_assert_cmpint (cairo_image_surface_get_height (image), ==,
                   (int) (2 * mp_figure_get_size (figure).height));
  cairo_surface_destroy (image);
}

/* Asserts that a size is refused, in a sentence; contains is a part of it, or NULL. */
static void
check_refused (double width, double height, double scale, const char *contains)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("");
  MpFigureOptions options = new_options (width, height, scale);
  g_autoptr (GError) error = NULL, export_error = NULL;
  g_autoptr (GBytes) bytes = mp_export_figure (NULL, agreement, &options, &export_error);

  g_assert_null (bytes);
  g_assert_error (export_error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_false (mp_export_check (&options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_cmpstr (error->message, ==, export_error->message);
  g_assert_false (g_str_has_suffix (error->message, "."));
  if (contains != NULL)
    g_assert_nonnull (strstr (error->message, contains));
}

static void
test_refused_sizes (void)
{
  check_refused (199, 400, 1, "200 to 32767, not 199");
  check_refused (32768, 400, 1, "not 32768");
  check_refused (400, 100, 1, "not 100");
  check_refused (400, 1e9, 1, "not 1e+09");
  check_refused (-400, 400, 1, "-400");
  check_refused (NAN, 400, 1, NULL);
  check_refused (16384, 400, 2, "too large");
  check_refused (32767, 32767, 1, "1000 million");
  check_refused (400, 400, 0, NULL);
  check_refused (400, 400, -1, NULL);
  check_refused (400, 400, NAN, NULL);
  check_refused (400, 400, INFINITY, NULL);
  check_refused (400, 400, 0.001, NULL);
}

static void
test_accepted_sizes (void)
{
  static const double cases[][3] = {
    { 200, 200, 1 },   { 16384, 16384, 1 }, { 16384, 200, 1.99 }, { 1600, 1000, 10 },
    { 1600, 1000, 2 }, { 200, 0, 1 },       { 200, 200, 0.01 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    MpFigureOptions options = new_options (cases[i][0], cases[i][1], cases[i][2]);
    g_autoptr (GError) error = NULL;

    g_assert_true (mp_export_check (&options, &error));
    g_assert_no_error (error);
  }
}

static MpAgreement *
agreement_of_terms (guint n_terms)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < n_terms; i++)
    g_string_append_printf (lines, "term t%u - Term %u\nphase 2020/2030 stated S\ncite s%u\n", i, i,
                            i % 50);
  return mp_test_agreement (lines->str);
}

/* If the content gives the height, it is kept within what a picture can have: everything becomes
 * smaller, and nothing is left out. */
static void
test_content_is_high (void)
{
  static const struct {
    guint n_terms;
    double scale;
  } cases[] = { { 450, 1 }, { 450, 2 }, { 1000, 1 }, { 900, 2 }, { 1800, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (MpAgreement) agreement = agreement_of_terms (cases[i].n_terms);
    MpFigureOptions options = new_options (400, 0, cases[i].scale);
    g_autoptr (GError) error = NULL;
    g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);

    g_assert_true (mp_export_check_height (figure, &options, &error));
    g_assert_no_error (error);
    g_assert_cmpfloat (mp_figure_get_scene (figure)->max_scroll, <=, 0.5);
    g_assert_cmpstr (mp_figure_get_notes (figure), ==, "");
  }
}

/* A picture that would be too high even at half the size is refused before it is painted. It can be
 * had in a given size, and then says what it leaves out. */
static void
test_content_too_high (void)
{
  g_autoptr (MpAgreement) agreement = agreement_of_terms (2000);
  MpFigureOptions options = new_options (400, 0, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mp_export_figure (NULL, agreement, &options, &error), given = NULL;
  g_autoptr (MpFigure) figure = NULL;

  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "32767"));
  options.height = 3000;
  given = export(agreement, &options);
  g_assert_nonnull (given);
  figure = mp_figure_new (agreement, &options);
  g_assert_nonnull (strstr (mp_figure_get_notes (figure), "do not fit into this size"));
}

/* --- The same bytes --------------------------------------------------------------------------- */

static void
test_twice (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options (800, 600, 2);
  g_autoptr (GBytes) one = export(agreement, &options), two = export(agreement, &options);

  g_assert_true (g_bytes_equal (one, two));
}

static void
test_options_matter (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options (800, 600, 1), other = options;
  g_autoptr (GBytes) one = export(agreement, &options), dark = NULL, later = NULL;

  other.theme = MP_THEME_DARK;
  dark = export(agreement, &other);
  other = options;
  other.today += 30 * MP_SECONDS_PER_DAY;
  later = export(agreement, &other);
  g_assert_false (g_bytes_equal (one, dark));
  g_assert_false (g_bytes_equal (one, later));
}

typedef struct {
  MpAgreement *agreement;
  MpFigureOptions options;
} Job;

static gpointer
export_in_thread (gpointer data)
{
  Job *job = data;

  return export(job->agreement, &job->options);
}

static void
test_threads (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  Job jobs[4];
  GThread *threads[4];
  g_autoptr (GBytes) plain = NULL, dark = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    jobs[i] = (Job) { agreement, new_options (700, 500, 1) };
    jobs[i].options.theme = i % 2 == 0 ? MP_THEME_LIGHT : MP_THEME_DARK;
    threads[i] = g_thread_new ("export", export_in_thread, &jobs[i]);
  }
  plain = export(agreement, &jobs[0].options);
  dark = export(agreement, &jobs[1].options);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autoptr (GBytes) bytes = g_thread_join (threads[i]);

    g_assert_true (g_bytes_equal (bytes, i % 2 == 0 ? plain : dark));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/height/high", test_content_is_high);
  g_test_add_func ("/export/pixels", test_pixels_survive);
  g_test_add_func ("/export/bytes", test_bytes);
  g_test_add_func ("/export/bands", test_bands);
  g_test_add_func ("/export/edges", test_edges);
  g_test_add_func ("/export/transparent", test_transparent);
  g_test_add_func ("/export/size/dimensions", test_dimensions);
  g_test_add_func ("/export/size/fills", test_scale_fills);
  g_test_add_func ("/export/size/content", test_height_of_content);
  g_test_add_func ("/export/size/refused", test_refused_sizes);
  g_test_add_func ("/export/size/accepted", test_accepted_sizes);
  g_test_add_func ("/export/size/content-too-high", test_content_too_high);
  g_test_add_func ("/export/same/twice", test_twice);
  g_test_add_func ("/export/same/options", test_options_matter);
  g_test_add_func ("/export/same/threads", test_threads);
  return mp_test_run_with_fonts ();
}
