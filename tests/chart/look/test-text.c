/* test-text.c: text with real fonts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-text.h"

#include "mp-test-image.h"
#include "mp-test-scene.h"

#include <math.h>
#include <string.h>

static const MpRgb black = { 0, 0, 0 };

static double
width_of (MpText *text, MpTextRole role, const char *string)
{
  return mp_measure (mp_text_get_measure (text), role, string).width;
}

static double
height_of (MpText *text, MpTextRole role, const char *string)
{
  return mp_measure (mp_text_get_measure (text), role, string).height;
}

/* --- Sizes ------------------------------------------------------------------------------------ */

static void
test_sizes_grow_with_scale (void)
{
  g_autoptr (MpText) one = mp_text_new (NULL, 1), two = mp_text_new (NULL, 2);
  g_autoptr (MpText) more = mp_text_new (NULL, 1.25);

  for (guint i = 0; i < MP_N_TEXT_ROLES; i++) {
    MpTextRole role = (MpTextRole) i;
    const char *words = "Selling OpenAI's API, 2026 – 2030";

    g_assert_cmpfloat_with_epsilon (width_of (two, role, words) / width_of (one, role, words), 2,
                                    0.01);
    g_assert_cmpfloat_with_epsilon (width_of (more, role, words) / width_of (one, role, words),
                                    1.25, 0.01);
    g_assert_cmpfloat_with_epsilon (height_of (two, role, words) / height_of (one, role, words), 2,
                                    0.08);
  }
  g_assert_cmpfloat (mp_text_get_measure (one).unit, ==, 1);
  g_assert_cmpfloat (mp_text_get_measure (more).unit, ==, 1.25);
}

static void
test_same_text_same_size (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1), other = mp_text_new (NULL, 1);

  for (guint i = 0; i < MP_N_TEXT_ROLES; i++) {
    MpTextRole role = (MpTextRole) i;
    double width = width_of (text, role, "The 2026 reset");

    g_assert_cmpfloat (width, ==, width_of (text, role, "The 2026 reset"));
    g_assert_cmpfloat (width, ==, width_of (other, role, "The 2026 reset"));
  }
}

static void
test_sizes_make_sense (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);

  g_assert_cmpfloat (width_of (text, MP_TEXT_BAR, ""), ==, 0);
  g_assert_cmpfloat (height_of (text, MP_TEXT_BAR, ""), >, 0);
  g_assert_cmpfloat (width_of (text, MP_TEXT_BAR, "ab"), >, width_of (text, MP_TEXT_BAR, "a"));
  g_assert_cmpfloat (width_of (text, MP_TEXT_LABEL_STRONG, "Reset"), >,
                     width_of (text, MP_TEXT_LABEL, "Reset"));
  g_assert_cmpfloat (height_of (text, MP_TEXT_TITLE, "Reset"), >,
                     height_of (text, MP_TEXT_SUBTITLE, "Reset"));
}

/* A line break in a title does not make a second line. */
static void
test_one_line (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);

  g_assert_cmpfloat (height_of (text, MP_TEXT_BAR, "One\nTwo"), ==,
                     height_of (text, MP_TEXT_BAR, "One"));
  g_assert_cmpfloat (width_of (text, MP_TEXT_BAR, "One\nTwo"), >,
                     width_of (text, MP_TEXT_BAR, "OneTwo"));
}

static void
test_font_family (void)
{
  g_autoptr (MpText) sans = mp_text_new ("DejaVu Sans", 1);
  g_autoptr (MpText) mono = mp_text_new ("DejaVu Sans Mono", 1);
  g_autoptr (MpText) unknown = mp_text_new ("No Such Family", 1);

  g_assert_cmpfloat (width_of (mono, MP_TEXT_BAR, "iiii"), ==,
                     width_of (mono, MP_TEXT_BAR, "mmmm"));
  g_assert_cmpfloat (width_of (sans, MP_TEXT_BAR, "iiii"), <, width_of (sans, MP_TEXT_BAR, "mmmm"));
  g_assert_cmpfloat (width_of (unknown, MP_TEXT_BAR, "mmmm"), >, 0);
}

/* More texts than are kept: all still have their sizes, and can be drawn. */
static void
test_many_texts (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  cairo_surface_t *image = mp_test_image_new (200, 30, 1);
  cairo_t *cr = cairo_create (image);
  double first = width_of (text, MP_TEXT_BAR, "Text 0");

  for (guint i = 0; i < 10000; i++) {
    g_autofree char *words = g_strdup_printf ("Text %u", i);
    /* All digits of the font have the same width. */
    double expected =
      first + (double) (strlen (words) - strlen ("Text 0")) * width_of (text, MP_TEXT_BAR, "0");

    g_assert_cmpfloat_with_epsilon (width_of (text, MP_TEXT_BAR, words), expected, 0.1);
    /* Cut, so that drawing needs two texts. */
    if (i % 500 == 0)
      mp_text_draw (text, cr, MP_TEXT_BAR, words, (MpRect) { 0, 0, 30, 30 }, MP_ALIGN_START, black);
  }
  g_assert_cmpfloat (width_of (text, MP_TEXT_BAR, "Text 0"), ==, first);
  g_assert_cmpfloat (mp_test_image_ink (image).width, >, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

/* --- Lines ------------------------------------------------------------------------------------ */

/* Draws one line and returns where its ink is. */
static MpRect
ink_of_line (MpText *text, const char *words, MpRect rect, MpAlign align)
{
  cairo_surface_t *image = mp_test_image_new (600, 200, 1);
  cairo_t *cr = cairo_create (image);
  MpRect ink;

  mp_text_draw (text, cr, MP_TEXT_BAR, words, rect, align, black);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  ink = mp_test_image_ink (image);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return ink;
}

static void
test_ellipsis_keeps_inside (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  const char *words = "A title that is much longer than all the room that there is for it";

  for (double width = 20; width < 560; width += 13) {
    MpRect rect = { 20, 50, width, 30 };
    MpRect ink = ink_of_line (text, words, rect, MP_ALIGN_START);

    /* A letter may lean out by less than a pixel. */
    g_assert_true (mp_test_rect_is_within (ink, mp_rect_grow (rect, 1)));
    g_assert_cmpfloat (ink.width, >, 0);
  }
}

/* The measured size is enough, however it is rounded. */
static void
test_measured_width_is_enough (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  static const char *const samples[] = { "Azure only", "Any cloud; Azure first", "≠ Wide W", "i" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    double width = width_of (text, MP_TEXT_BAR, samples[i]);
    MpRect whole = ink_of_line (text, samples[i], (MpRect) { 20, 50, 500, 30 }, MP_ALIGN_START);
    MpRect measured =
      ink_of_line (text, samples[i], (MpRect) { 20, 50, width, 30 }, MP_ALIGN_START);
    MpRect rounded =
      ink_of_line (text, samples[i], (MpRect) { 20, 50, round (width), 30 }, MP_ALIGN_START);

    g_assert_cmpfloat (measured.width, ==, whole.width);
    g_assert_cmpfloat (rounded.width, ==, whole.width);
  }
}

static void
test_align (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  MpRect rect = { 100, 50, 300, 60 };
  MpRect start = ink_of_line (text, "Hamburg", rect, MP_ALIGN_START);
  MpRect middle = ink_of_line (text, "Hamburg", rect, MP_ALIGN_MIDDLE);
  MpRect end = ink_of_line (text, "Hamburg", rect, MP_ALIGN_END);

  g_assert_cmpfloat_with_epsilon (start.x, 100, 3);
  g_assert_cmpfloat_with_epsilon (middle.x + middle.width / 2, 250, 2);
  g_assert_cmpfloat_with_epsilon (end.x + end.width, 400, 3);
  g_assert_cmpfloat_with_epsilon (start.y + start.height / 2, 80, 4);
}

/* A line stands on whole pixels: a part of one changes nothing. */
static void
test_whole_pixels (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  cairo_surface_t *a = mp_test_image_new (200, 60, 1), *b = mp_test_image_new (200, 60, 1);
  cairo_t *one = cairo_create (a), *other = cairo_create (b);

  mp_text_draw (text, one, MP_TEXT_BAR, "Hamburg", (MpRect) { 10, 10, 150, 30 }, MP_ALIGN_START,
                black);
  mp_text_draw (text, other, MP_TEXT_BAR, "Hamburg", (MpRect) { 10.3, 10, 150, 30 }, MP_ALIGN_START,
                black);
  mp_test_image_assert_same (a, b);
  cairo_destroy (one);
  cairo_destroy (other);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

static void
test_nothing_to_draw (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);

  g_assert_cmpfloat (ink_of_line (text, "", (MpRect) { 10, 10, 100, 30 }, MP_ALIGN_START).width, ==,
                     0);
  /* Drawing without room does no harm. */
  ink_of_line (text, "Hamburg", (MpRect) { 10, 10, 0, 30 }, MP_ALIGN_START);
  ink_of_line (text, "Hamburg", (MpRect) { 10, 10, -5, 30 }, MP_ALIGN_END);
  mp_text_free (NULL);
}

/* --- Letters ---------------------------------------------------------------------------------- */

#define N_COLUMNS 300

/* Draws a line with this many pixels for a logical pixel, and fills in how much ink each column of
 * logical pixels has: the height of it, in logical pixels. */
static void
measure_columns (MpText *text, const char *words, double scale, double *columns)
{
  cairo_surface_t *image = mp_test_image_new (N_COLUMNS, 40, scale);
  cairo_t *cr = cairo_create (image);
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);

  mp_text_draw (text, cr, MP_TEXT_BAR, words, (MpRect) { 10, 0, N_COLUMNS - 10, 40 },
                MP_ALIGN_START, black);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  memset (columns, 0, N_COLUMNS * sizeof *columns);
  for (int y = 0; y < height; y++) {
    const guchar *row =
      cairo_image_surface_get_data (image) + y * cairo_image_surface_get_stride (image);

    for (int x = 0; x < width; x++)
      columns[(int) (x / scale)] +=
        (255 - ((const guint32 *) (gconstpointer) row)[x] % 256) / 255.0 / (scale * scale);
  }
  cairo_surface_destroy (image);
}

/* Each letter is in its place, to a fraction of a pixel: at the size of a window it covers as much
 * of each column as it does in a picture that is sixteen times as large. */
static void
test_letters_in_place (void)
{
  const char *words = "minimum Illinois, 1111111 millilitres";
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  double small[N_COLUMNS], large[N_COLUMNS], sum = 0;

  measure_columns (text, words, 1, small);
  measure_columns (text, words, 16, large);
  for (guint i = 0; i < N_COLUMNS; i++) {
    /* A letter is some ten pixels high, and an eighth of a pixel out of place. */
    g_assert_cmpfloat_with_epsilon (small[i], large[i], 1.5);
    sum += large[i];
  }
  g_assert_cmpfloat (sum, >, 200);
}

/* What was drawn before, at another scale or mirrored, changes nothing. */
static void
test_letters_again (void)
{
  static const double scales[] = { 1, 2, 1, 0.5, 1.25, 0.5, 2 };
  g_autoptr (MpText) used = mp_text_new (NULL, 1);
  double again[N_COLUMNS], first[N_COLUMNS];

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    g_autoptr (MpText) fresh = mp_text_new (NULL, 1);

    measure_columns (used, "Hamburg", scales[i], again);
    measure_columns (fresh, "Hamburg", scales[i], first);
    g_assert_cmpmem (again, sizeof again, first, sizeof first);
  }
}

static gboolean
is_grey (guint32 pixel)
{
  return (pixel >> 16 & 0xff) == (pixel >> 8 & 0xff) && (pixel >> 8 & 0xff) == (pixel & 0xff);
}

/* Pictures keep their own colours, where there is a font that has them. */
static void
test_pictures (void)
{
  g_autoptr (MpText) text = mp_text_new ("Noto Color Emoji", 1);
  cairo_surface_t *image = mp_test_image_new (200, 60, 1);
  cairo_t *cr = cairo_create (image);
  guint n_colored = 0;

  mp_text_draw (text, cr, MP_TEXT_TITLE, "😀🍎", (MpRect) { 10, 10, 150, 40 }, MP_ALIGN_START, black);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  for (int y = 0; y < 60; y++) {
    const guchar *row =
      cairo_image_surface_get_data (image) + y * cairo_image_surface_get_stride (image);

    for (int x = 0; x < 200; x++)
      n_colored += !is_grey (((const guint32 *) (gconstpointer) row)[x]);
  }
  g_assert_cmpfloat (mp_test_image_ink (image).width, >, 0);
  if (n_colored == 0)
    g_test_skip ("no font here has pictures in colour");
  cairo_surface_destroy (image);
}

/* --- Paragraphs ------------------------------------------------------------------------------- */

static const char *const long_text =
  "Sources: one that has a name of some length, another one, and a third that nobody has read. "
  "They are broken into lines, as many as are needed, and the lines into words.";

static void
test_paragraph_size (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  double last = G_MAXDOUBLE;

  for (double width = 60; width < 2000; width *= 1.4) {
    MpSize size = mp_text_measure_paragraph (text, MP_TEXT_NOTE, long_text, width);

    g_assert_cmpfloat (size.width, <=, width + 1);
    g_assert_cmpfloat (size.height, <=, last);
    last = size.height;
  }
  g_assert_cmpfloat (last, ==, height_of (text, MP_TEXT_NOTE, long_text));
}

static MpRect
ink_of_paragraph (MpText *text, MpRect rect)
{
  cairo_surface_t *image = mp_test_image_new (600, 400, 1);
  cairo_t *cr = cairo_create (image);
  MpRect ink;

  mp_text_draw_paragraph (text, cr, MP_TEXT_NOTE, long_text, rect, black);
  ink = mp_test_image_ink (image);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return ink;
}

static void
test_paragraph_keeps_inside (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);

  for (double height = 20; height < 200; height += 17) {
    MpRect rect = { 20, 20, 200, height };

    g_assert_true (mp_test_rect_is_within (ink_of_paragraph (text, rect), mp_rect_grow (rect, 1)));
  }
}

/* What is measured has room for every line. */
static void
test_paragraph_is_whole (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  MpSize size = mp_text_measure_paragraph (text, MP_TEXT_NOTE, long_text, 250);
  MpRect exact = ink_of_paragraph (text, (MpRect) { 20, 20, 250, size.height });
  MpRect ample = ink_of_paragraph (text, (MpRect) { 20, 20, 250, 350 });

  g_assert_cmpfloat (exact.height, ==, ample.height);
  g_assert_cmpfloat (exact.width, ==, ample.width);
}

/* Lines that are kept are those that would be made anew, whatever widths were asked for before. */
static void
test_paragraph_again (void)
{
  static const char *const samples[] = {
    long_text,
    "short",
    "",
    "one\ntwo, which is longer\nthree",
    "https://example.org/a/word/that/is/too/long/for/every/narrow/column/and/is/cut/anywhere",
    "\330\247\331\204\331\205\330\265\330\257\330\261, a source, and 2026",
  };
  g_autoptr (MpText) used = mp_text_new (NULL, 1);

  for (guint i = 0; i < 400; i++) {
    const char *words = samples[i % G_N_ELEMENTS (samples)];
    double width = g_test_rand_double_range (1, 500);
    g_autoptr (MpText) fresh = mp_text_new (NULL, 1);
    MpSize again = mp_text_measure_paragraph (used, MP_TEXT_NOTE, words, width);
    MpSize first = mp_text_measure_paragraph (fresh, MP_TEXT_NOTE, words, width);

    g_assert_cmpfloat (again.width, ==, first.width);
    g_assert_cmpfloat (again.height, ==, first.height);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/size/scale", test_sizes_grow_with_scale);
  g_test_add_func ("/text/size/same", test_same_text_same_size);
  g_test_add_func ("/text/size/sense", test_sizes_make_sense);
  g_test_add_func ("/text/size/one-line", test_one_line);
  g_test_add_func ("/text/size/family", test_font_family);
  g_test_add_func ("/text/size/many", test_many_texts);
  g_test_add_func ("/text/line/ellipsis", test_ellipsis_keeps_inside);
  g_test_add_func ("/text/line/measured-is-enough", test_measured_width_is_enough);
  g_test_add_func ("/text/line/align", test_align);
  g_test_add_func ("/text/line/whole-pixels", test_whole_pixels);
  g_test_add_func ("/text/line/nothing", test_nothing_to_draw);
  g_test_add_func ("/text/letters/in-place", test_letters_in_place);
  g_test_add_func ("/text/letters/again", test_letters_again);
  g_test_add_func ("/text/letters/pictures", test_pictures);
  g_test_add_func ("/text/paragraph/size", test_paragraph_size);
  g_test_add_func ("/text/paragraph/inside", test_paragraph_keeps_inside);
  g_test_add_func ("/text/paragraph/whole", test_paragraph_is_whole);
  g_test_add_func ("/text/paragraph/again", test_paragraph_again);
  return mp_test_run_with_fonts ();
}
