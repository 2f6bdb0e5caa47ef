/* fuzz-picture.c: any bytes as a picture that carries an agreement, or as its view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes that begin like a PNG file are read as one; all others as the text of a view, because
 * hardly any change of a picture leaves its checksums right. What is refused is refused in a
 * sentence. Of a view that is not, the options are within their bounds, and written again they are
 * the same.
 */
#include "mp-agreement.h"
#include "mp-carried.h"
#include "mp-fuzz.h"
#include "mp-options-text.h"
#include "mp-session.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static const char file[] =
  "{ \"milepost\": 1, \"title\": \"T\", \"topics\": [ { \"id\": \"a\", \"title\": \"A\" } ],"
  "  \"sources\": [ { \"id\": \"s\", \"title\": \"S\", \"kind\": \"primary\" } ],"
  "  \"terms\": [ { \"id\": \"t\", \"title\": \"T\", \"topic\": \"a\", \"phases\": ["
  "    { \"span\": \"2020/2030\", \"state\": \"S\", \"certainty\": \"stated\","
  "      \"sources\": [ \"s\" ] } ] } ],"
  "  \"milestones\": [ { \"id\": \"m\", \"title\": \"M\", \"date\": \"2026-04-27\", \"topic\": "
  "\"a\","
  "    \"importance\": 1, \"certainty\": \"stated\", \"sources\": [ \"s\" ] } ] }";

static MpAgreement *agreement;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));
  g_autoptr (MpProblems) problems = mp_problems_new ();

  (void) argc;
  (void) argv;
  setlocale (LC_ALL, "C.UTF-8");
  agreement = mp_reader_load_bytes (bytes, problems);
  if (agreement == NULL)
    fprintf (stderr, "%s\n", mp_problems_get (problems, 0)->message);
  mp_fuzz_expect (agreement != NULL, "the agreement is right");
  return 0;
}

static void
expect_sentence (const GError *error)
{
  mp_fuzz_expect (error != NULL && error->domain == G_IO_ERROR, "what is refused has an error");
  mp_fuzz_expect (mp_fuzz_is_harmless (error->message, -1, FALSE), "the error is a sentence");
}

static void
read_view (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpFigureOptions) options = mp_options_from_text (text, agreement, &error),
                              again = NULL;
  g_autofree char *written = NULL, *rewritten = NULL;

  if (options == NULL) {
    expect_sentence (error);
    return;
  }
  mp_fuzz_expect (error == NULL, "what is read has no error");
  mp_fuzz_expect (options->width >= MP_FIGURE_MIN_SIDE && options->width <= MP_FIGURE_MAX_SIDE,
                  "the width is within its bounds");
  mp_fuzz_expect (options->scale > 0 && isfinite (options->scale), "the scale is a scale");
  mp_fuzz_expect (!options->has_span ||
                    (isfinite (options->begin) && options->end - options->begin > 0),
                  "the days follow each other");
  written = mp_options_to_text (options, agreement);
  again = mp_options_from_text (written, agreement, &error);
  mp_fuzz_expect (again != NULL, "what is written can be read");
  rewritten = mp_options_to_text (again, agreement);
  mp_fuzz_expect (g_str_equal (written, rewritten), "what is read again is the same");
}

static void
read_picture (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (MpCarried) carried = mp_carried_read (stream, NULL, &error);
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (MpAgreement) read = NULL;
  g_autoptr (MpFigureOptions) view = NULL;

  if (carried == NULL) {
    expect_sentence (error);
    return;
  }
  read = mp_reader_load_bytes (mp_carried_get_agreement (carried), problems);
  if (read != NULL)
    view = mp_carried_get_view (carried, read, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *text = NULL;

  if (mp_carried_is_picture (data, size)) {
    read_picture (bytes);
    return 0;
  }
  text = g_strndup ((const char *) data, size);
  read_view (text);
  return 0;
}
