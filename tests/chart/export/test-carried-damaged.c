/* test-carried-damaged.c: pictures that carry their agreement, changed or damaged by somebody
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-carried-support.h"

#include "mp-agreement.h"
#include "mp-verify.h"

#include <string.h>
#include <zlib.h>

/* --- Changed ---------------------------------------------------------------------------------- */

/* Returns where the chunk of a type begins that has a text in it, if that is not NULL. */
static gsize
find_chunk (GBytes *png, const char *type, const char *text)
{
  gsize length, at = 8;
  const guchar *data = g_bytes_get_data (png, &length);

  while (at < length) {
    guint32 size;

    memcpy (&size, data + at, sizeof size);
    size = GUINT32_FROM_BE (size);
    if (memcmp (data + at + 4, type, 4) == 0 &&
        (text == NULL || memcmp (data + at + 8, text, strlen (text)) == 0))
      return at;
    at += size + 12;
  }
  g_assert_not_reached ();
}

/* Returns a picture with another text in the place of the one with this keyword; NULL leaves it
 * out. */
static GBytes *
replace_text (GBytes *png, const char *keyword, const char *text)
{
  gsize length, at = find_chunk (png, "iTXt", keyword);
  const guchar *data = g_bytes_get_data (png, &length);
  GByteArray *array = g_byte_array_new ();
  guint32 size, number;

  memcpy (&size, data + at, sizeof size);
  size = GUINT32_FROM_BE (size);
  g_byte_array_append (array, data, (guint) at);
  if (text != NULL) {
    guint begin = array->len;
    guint n = (guint) (strlen (keyword) + 5 + strlen (text));

    number = GUINT32_TO_BE (n);
    g_byte_array_append (array, (guchar *) &number, 4);
    g_byte_array_append (array, (const guchar *) "iTXt", 4);
    g_byte_array_append (array, (const guchar *) keyword, (guint) strlen (keyword));
    g_byte_array_append (array, (const guchar *) "\0\0\0\0\0", 5);
    g_byte_array_append (array, (const guchar *) text, (guint) strlen (text));
    number = GUINT32_TO_BE ((guint32) crc32 (0, array->data + begin + 4, n + 4));
    g_byte_array_append (array, (guchar *) &number, 4);
  }
  g_byte_array_append (array, data + at + size + 12, (guint) (length - at - size - 12));
  return g_byte_array_free_to_bytes (array);
}

/* What somebody has changed in the agreement, the picture does not show. */
static void
test_verify_changed (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();
  g_autoptr (GBytes) png = export_with (agreement, &options), forged = NULL, sized = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (mp_agreement_get_file (agreement), NULL),
                                     g_bytes_get_size (mp_agreement_get_file (agreement)));
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (GError) error = NULL;
  g_auto (MpVerdict) verdict = { 0 }, other = { 0 };

  g_assert_cmpuint (g_string_replace (changed, "2032", "2033", 0), >, 0);
  forged = replace_text (png, "Milepost agreement", changed->str);
  g_assert_true (mp_export_verify (forged, &verdict, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (verdict.is_same);
  g_assert_true (verdict.has_same_size);
  g_assert_cmpint (verdict.n_different, >, 0);
  g_assert_cmpint (verdict.n_different, <, verdict.n_pixels);
  g_assert_cmpint (verdict.n_pixels, ==, 900 * 600);

  /* Another version, another language and another size are told apart. */
  sized = replace_text (png, "Milepost view",
                        "{ \"today\": \"2026-11-23\", \"width\": 500, \"height\": 400, "
                        "\"version\": \"77.0\", \"language\": \"tlh\" }");
  g_assert_true (mp_export_verify (sized, &other, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (other.is_same || other.has_same_size);
  g_assert_false (other.is_same_version || other.is_same_language);
  g_assert_cmpstr (other.version, ==, "77.0");
}

/* A pixel that somebody has painted over is counted. */
static void
test_verify_painted (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();
  g_autoptr (GBytes) png = export_with (agreement, &options), painted = NULL;
  gsize length, at = find_chunk (png, "IDAT", NULL);
  const guchar *data = g_bytes_get_data (png, &length);
  gsize row = 1 + 900 * 3;
  g_autofree guchar *rows = g_malloc (row * 600);
  uLongf n_rows = (uLongf) (row * 600), n = compressBound (n_rows);
  g_autofree guchar *packed = g_malloc (n);
  GByteArray *array = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_auto (MpVerdict) verdict = { 0 };
  guint32 size;

  memcpy (&size, data + at, sizeof size);
  size = GUINT32_FROM_BE (size);
  g_assert_cmpint (uncompress (rows, &n_rows, data + at + 8, size), ==, Z_OK);
  /* The last row has nothing below it that says to be the same. */
  rows[row * 599 + 1 + 300] ^= 0x10;
  rows[row * 599 + 1 + 600] ^= 0x01;
  g_assert_cmpint (compress (packed, &n, rows, n_rows), ==, Z_OK);
  g_byte_array_append (array, data, (guint) at);
  size = GUINT32_TO_BE ((guint32) n);
  g_byte_array_append (array, (guchar *) &size, 4);
  g_byte_array_append (array, (const guchar *) "IDAT", 4);
  g_byte_array_append (array, packed, (guint) n);
  size = GUINT32_TO_BE ((guint32) crc32 (0, array->data + at + 4, (uInt) n + 4));
  g_byte_array_append (array, (guchar *) &size, 4);
  g_byte_array_append (array, data + length - 12, 12);
  painted = g_byte_array_free_to_bytes (array);
  g_assert_true (mp_export_verify (painted, &verdict, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (verdict.is_same);
  g_assert_cmpint (verdict.n_different, ==, 2);
}

/* Views that are not right are refused, each with the key that is to blame; the agreement can be
 * had all the same. */
static void
test_wrong_views (void)
{
  static const struct {
    const char *view;
    const char *contains;
  } cases[] = {
    { "", "no JSON" },
    { "[]", "no JSON" },
    { "{", "no JSON" },
    { "{ \"today\": \"2026\", \"today\": \"2027\" }", "no JSON" },
    { "{}", "\"today\"" },
    { "{ \"today\": 5 }", "\"today\"" },
    { "{ \"today\": \"tomorrow\" }", "\"today\"" },
    { "{ \"today\": \"..\" }", "\"today\"" },
    { "{ \"today\": \"2026\", \"width\": 1e300 }", "\"width\"" },
    { "{ \"today\": \"2026\", \"width\": \"1000\" }", "\"width\"" },
    { "{ \"today\": \"2026\", \"width\": -1 }", "\"width\"" },
    { "{ \"today\": \"2026\", \"height\": -5 }", "\"height\"" },
    { "{ \"today\": \"2026\", \"scale\": 0 }", "\"scale\"" },
    { "{ \"today\": \"2026\", \"text_size\": 1e9 }", "\"text_size\"" },
    { "{ \"today\": \"2026\", \"layout\": \"x\" }", "\"layout\"" },
    { "{ \"today\": \"2026\", \"theme\": 3 }", "\"theme\"" },
    { "{ \"today\": \"2026\", \"transparent\": 1 }", "\"transparent\"" },
    { "{ \"today\": \"2026\", \"headline\": \"a\\nb\" }", "\"headline\"" },
    { "{ \"today\": \"2026\", \"headline\": null }", "\"headline\"" },
    { "{ \"today\": \"2026\", \"as_of\": \"2026-13\" }", "\"as_of\"" },
    { "{ \"today\": \"2026\", \"before\": \"[..2020]\" }", "\"before\"" },
    { "{ \"today\": \"2026\", \"days\": [1] }", "\"days\"" },
    { "{ \"today\": \"2026\", \"days\": [9, 3] }", "\"days\"" },
    { "{ \"today\": \"2026\", \"days\": [-1e300, 1e300] }", "\"days\"" },
    { "{ \"today\": \"2026\", \"milestone\": \"nowhere\" }", "\"milestone\"" },
    { "{ \"today\": \"2026\", \"selected_milestone\": \"nowhere\" }", "\"selected_milestone\"" },
    { "{ \"today\": \"2026\", \"selected_term\": \"nowhere\" }", "\"selected_term\"" },
    { "{ \"today\": \"2026\", \"selected_term\": \"hosting\", \"selected_phase\": 99 }",
      "\"selected_term\"" },
    { "{ \"today\": \"2026\", \"terms\": \"all\" }", "\"terms\"" },
    { "{ \"today\": \"2026\", \"milestones\": [\"nowhere\"] }", "\"milestones\"" },
    { "{ \"today\": \"2026\", \"collapsed\": [7] }", "\"collapsed\"" },
  };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();
  g_autoptr (GBytes) png = export_with (agreement, &options);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) changed = replace_text (png, "Milepost view", cases[i].view);
    g_autoptr (GError) error = NULL, verify_error = NULL;
    g_autoptr (MpCarried) carried = read_carried (changed, &error);
    g_autoptr (MpAgreement) read = NULL;
    g_auto (MpVerdict) verdict = { 0 };

    g_assert_no_error (error);
    read = read_agreement (carried);
    g_assert_null (mp_carried_get_view (carried, read, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    g_assert_nonnull (strstr (error->message, cases[i].contains));
    g_assert_false (mp_export_verify (changed, &verdict, NULL, &verify_error));
    g_assert_cmpstr (verify_error->message, ==, error->message);
  }
}

/* What a later version adds does not matter, and what is left out has its first value. */
static void
test_other_versions (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();
  g_autoptr (GBytes) png = export_with (agreement, &options);
  g_autoptr (GBytes) changed =
    replace_text (png, "Milepost view", "{ \"today\": \"2026-11-23\", \"smell\": \"roses\" }");
  g_autoptr (GError) error = NULL;
  g_autoptr (MpCarried) carried = read_carried (changed, &error);
  g_autoptr (MpFigureOptions) view = mp_carried_get_view (carried, agreement, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (view->width, ==, MP_FIGURE_DEFAULT_WIDTH);
  g_assert_cmpstr (mp_carried_get_version (carried), ==, "");
}

/* An agreement that is not right is refused as its file would be. */
static void
test_wrong_agreement (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();
  g_autoptr (GBytes) png = export_with (agreement, &options);
  g_autoptr (GBytes) changed = replace_text (png, "Milepost agreement", "{ \"title\": 5 }");
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (changed);
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL, verify_error = NULL;
  g_auto (MpVerdict) verdict = { 0 };

  g_assert_null (mp_carried_load_stream (stream, NULL, NULL, NULL, problems, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mp_problems_count (problems, MP_SEVERITY_ERROR), >, 0);
  g_assert_false (mp_export_verify (changed, &verdict, NULL, &verify_error));
  g_assert_error (verify_error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* --- Damaged ---------------------------------------------------------------------------------- */

/* However early a file ends, and whichever of its bytes before the picture is wrong, it is refused
 * in a sentence. */
static void
test_damaged (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();
  g_autoptr (GBytes) png = export_with (agreement, &options);
  gsize head = find_chunk (png, "IDAT", NULL), length;
  const guchar *data = g_bytes_get_data (png, &length);

  for (gsize at = 0; at < head; at += 7) {
    g_autoptr (GBytes) cut = g_bytes_new (data, at);
    g_autofree guchar *copy = g_memdup2 (data, length);
    g_autoptr (GBytes) wrong = NULL;
    g_autoptr (GError) error = NULL, wrong_error = NULL;

    g_assert_null (read_carried (cut, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    copy[at] ^= 0x20;
    wrong = g_bytes_new (copy, length);
    g_assert_null (read_carried (wrong, &wrong_error));
    g_assert_nonnull (wrong_error);
  }
}

/* Where the picture itself ends early, it cannot be verified. */
static void
test_damaged_picture (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();
  g_autoptr (GBytes) png = export_with (agreement, &options);
  gsize length, head = find_chunk (png, "IDAT", NULL);
  const guchar *data = g_bytes_get_data (png, &length);
  gsize ends[] = { head + 8, head + 100, length - 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autoptr (GBytes) cut = g_bytes_new (data, ends[i]);
    g_autoptr (GError) error = NULL;
    g_auto (MpVerdict) verdict = { 0 };

    g_assert_false (mp_export_verify (cut, &verdict, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    g_assert_cmpstr (error->message, ==, "the picture is damaged");
  }
}

/* A text that would fill the memory when it is unpacked is not. */
static void
test_bomb (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();
  g_autoptr (GBytes) png = export_with (agreement, &options), bomb = NULL;
  gsize size = 40 * 1000 * 1000;
  g_autofree guchar *zeros = g_malloc0 (size);
  uLongf n = compressBound (size);
  g_autofree guchar *packed = g_malloc (n);
  GByteArray *array = g_byte_array_new ();
  const guchar *data = g_bytes_get_data (png, NULL);
  g_autoptr (GError) error = NULL;
  static const char head[] = "Milepost agreement\0\1\0\0";
  guint32 number;

  memset (zeros, ' ', size);
  g_assert_cmpint (compress2 (packed, &n, zeros, size, 1), ==, Z_OK);
  g_byte_array_append (array, data, 33);
  number = GUINT32_TO_BE ((guint32) (n + sizeof head));
  g_byte_array_append (array, (guchar *) &number, 4);
  g_byte_array_append (array, (const guchar *) "iTXt", 4);
  g_byte_array_append (array, (const guchar *) head, sizeof head);
  g_byte_array_append (array, packed, (guint) n);
  number = GUINT32_TO_BE ((guint32) crc32 (0, array->data + 37, (uInt) (n + sizeof head + 4)));
  g_byte_array_append (array, (guchar *) &number, 4);
  g_byte_array_append (array, data + find_chunk (png, "IDAT", NULL),
                       (guint) (g_bytes_get_size (png) - find_chunk (png, "IDAT", NULL)));
  bomb = g_byte_array_free_to_bytes (array);
  g_assert_null (read_carried (bomb, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carried/verify/changed", test_verify_changed);
  g_test_add_func ("/carried/verify/painted", test_verify_painted);
  g_test_add_func ("/carried/wrong-views", test_wrong_views);
  g_test_add_func ("/carried/other-versions", test_other_versions);
  g_test_add_func ("/carried/wrong-agreement", test_wrong_agreement);
  g_test_add_func ("/carried/damaged", test_damaged);
  g_test_add_func ("/carried/damaged-picture", test_damaged_picture);
  g_test_add_func ("/carried/bomb", test_bomb);
  return mp_test_run_with_fonts ();
}
