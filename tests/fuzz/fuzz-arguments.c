/* fuzz-arguments.c: any words as a command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An input is words with a space between them. No file is touched: the linker puts the functions
 * below in the place of those that read, paint and write (-Wl,--wrap in meson.build). Held are the
 * exit codes, and that whatever is printed is harmless in a terminal.
 */
#include "mp-carried.h"
#include "mp-cli.h"
#include "mp-export.h"
#include "mp-fuzz.h"
#include "mp-reader.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* More words than all options together need. Each of them that names a file is read. */
#define MAX_WORDS 24

/* 2026-11-23 */
#define TODAY (G_GINT64_CONSTANT (20780) * MP_SECONDS_PER_DAY)

/* Its titles have characters that turn the direction of text. They are read, and must not reach a
 * terminal as they are. */
static const char good_text[] =
  "{\"milepost\":1,\"title\":\"A\\u202eB\",\"topics\":[{\"id\":\"t\",\"title\":\"T\"}],"
  "\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"press\"}],\"terms\":[{\"id\":\"a\","
  "\"title\":\"\\u2066A\",\"topic\":\"t\",\"phases\":[{\"span\":\"2020/2030\",\"state\":"
  "\"\\u202dOn\",\"certainty\":\"stated\",\"sources\":[\"s\"]}]}],\"milestones\":[{\"id\":\"m\","
  "\"date\":\"2024\",\"title\":\"M\",\"topic\":\"t\",\"importance\":1,\"certainty\":\"stated\","
  "\"sources\":[\"s\"]}]}";

/* Not an agreement: the first key is missing, and an unknown one is as harmful as a title. */
static const char bad_text[] = "{\"mile\\u202estone\":1,\"milepost\":1}";

static GString *reports;

MpAgreement *__wrap_mp_carried_load_file (GFile *file, GCancellable *cancellable, MpReaderFunc func,
                                          gpointer data, MpProblems *problems, MpCarried **carried,
                                          GError **error);
MpAgreement *__wrap_mp_carried_load_stream (GInputStream *stream, GCancellable *cancellable,
                                            MpReaderFunc func, gpointer data, MpProblems *problems,
                                            MpCarried **carried, GError **error);
int __wrap_mp_cli_export_verify (const char *path);
GBytes *__wrap_g_resources_lookup_data (const char *path, GResourceLookupFlags flags,
                                        GError **error);
gboolean __wrap_mp_export_to_stream (const MpExportFormat *format, MpAgreement *agreement,
                                     const MpFigureOptions *options, GOutputStream *stream,
                                     GCancellable *cancellable,
                                     void (*progress) (double share, gpointer data),
                                     gpointer progress_data, GError **error);
gboolean __wrap_mp_export_to_file (const MpExportFormat *format, MpAgreement *agreement,
                                   const MpFigureOptions *options, GFile *file,
                                   GCancellable *cancellable,
                                   void (*progress) (double share, gpointer data),
                                   gpointer progress_data, GError **error);

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static MpAgreement *
load (const char *text, MpProblems *problems)
{
  g_autoptr (GBytes) bytes = bytes_of (text);

  return mp_reader_load_bytes (bytes, problems);
}

/* The last letter of a file name says what is in the file. */
MpAgreement *
__wrap_mp_carried_load_file (GFile *file, GCancellable *cancellable, MpReaderFunc func,
                             gpointer data, MpProblems *problems, MpCarried **carried,
                             GError **error)
{
  g_autofree char *name = g_file_get_basename (file);

  if (carried != NULL)
    *carried = NULL;
  (void) cancellable;
  (void) func;
  (void) data;
  if (name != NULL && g_str_has_suffix (name, "0")) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "there is no such file");
    return NULL;
  }
  return load (name != NULL && g_str_has_suffix (name, "1") ? bad_text : good_text, problems);
}

MpAgreement *
__wrap_mp_carried_load_stream (GInputStream *stream, GCancellable *cancellable, MpReaderFunc func,
                               gpointer data, MpProblems *problems, MpCarried **carried,
                               GError **error)
{
  if (carried != NULL)
    *carried = NULL;
  (void) stream;
  (void) cancellable;
  (void) func;
  (void) data;
  (void) error;
  return load (good_text, problems);
}

int
__wrap_mp_cli_export_verify (const char *path)
{
  mp_fuzz_expect (path != NULL, "a picture is named");
  return MP_EXIT_DONE;
}

GBytes *
__wrap_g_resources_lookup_data (const char *path, GResourceLookupFlags flags, GError **error)
{
  (void) path;
  (void) flags;
  (void) error;
  return bytes_of (good_text);
}

static void
expect_limits (const MpExportFormat *format, MpAgreement *agreement, const MpFigureOptions *options)
{
  mp_fuzz_expect (format != NULL, "it is known what is written");
  mp_fuzz_expect (agreement != NULL && mp_export_check (options, NULL),
                  "a picture is asked for within the limits");
  mp_fuzz_expect (!options->has_span || (isfinite (options->begin) && isfinite (options->end) &&
                                         options->begin < options->end),
                  "its ends are in order");
  mp_fuzz_expect (options->before == NULL || options->as_of != NULL, "two dates are compared");
}

gboolean
__wrap_mp_export_to_stream (const MpExportFormat *format, MpAgreement *agreement,
                            const MpFigureOptions *options, GOutputStream *stream,
                            GCancellable *cancellable,
                            void (*progress) (double share, gpointer data), gpointer progress_data,
                            GError **error)
{
  (void) stream;
  (void) cancellable;
  (void) progress;
  (void) progress_data;
  (void) error;
  expect_limits (format, agreement, options);
  return TRUE;
}

gboolean
__wrap_mp_export_to_file (const MpExportFormat *format, MpAgreement *agreement,
                          const MpFigureOptions *options, GFile *file, GCancellable *cancellable,
                          void (*progress) (double share, gpointer data), gpointer progress_data,
                          GError **error)
{
  g_autofree char *name = g_file_get_basename (file);

  (void) cancellable;
  expect_limits (format, agreement, options);
  progress (0.5, progress_data);
  if (name == NULL || !g_str_has_prefix (name, "0"))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "there is no space left");
  return FALSE;
}

static void
keep_complaint (const char *text)
{
  g_string_append (reports, text);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  (void) argc;
  (void) argv;
  setlocale (LC_ALL, "C.UTF-8");
  g_set_printerr_handler (keep_complaint);
  return 0;
}

/* --help ends the process. */
static gboolean
asks_for_help (const char *word)
{
  return g_str_has_prefix (word, "--help") ||
         (word[0] == '-' && word[1] != '-' && strpbrk (word, "h?") != NULL);
}

static int
run (int argc, char **argv, char **printed, size_t *length)
{
  FILE *before = stdout, *errors = stderr, *out = open_memstream (printed, length);
  int code;

  stdout = stderr = out;
  code = mp_cli_run (argc, argv, &(MpCliContext) { TODAY, MP_TEXT_DIRECTION_LTR });
  stdout = before;
  stderr = errors;
  fclose (out);
  return code;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *line = g_strndup ((const char *) data, size);
  g_autofree char *words = g_strconcat ("milepost ", line, NULL);
  g_auto (GStrv) owned = g_strsplit (words, " ", MAX_WORDS);
  guint n = g_strv_length (owned);
  /* What is taken out of argv must still be freed. */
  g_autofree char **argv = g_memdup2 (owned, (n + 1) * sizeof *owned);
  char *printed = NULL;
  size_t length;
  int code;

  if (n < 2 || !mp_cli_is_command (argv[1]))
    return 0;
  for (guint i = 2; i < n; i++)
    if (asks_for_help (argv[i]))
      return 0;

  reports = g_string_new (NULL);
  code = run ((int) n, argv, &printed, &length);
  mp_fuzz_expect (code >= MP_EXIT_DONE && code <= MP_EXIT_IO, "the exit code is one of four");
  mp_fuzz_expect (code == MP_EXIT_DONE || reports->len > 0 || length > 0, "a failure is explained");
  mp_fuzz_expect (mp_fuzz_is_harmless (reports->str, (gssize) reports->len, TRUE),
                  "complaints are harmless");
  mp_fuzz_expect (mp_fuzz_is_harmless (printed, (gssize) length, TRUE), "output is harmless");
  g_string_free (reports, TRUE);
  free (printed);
  return 0;
}
