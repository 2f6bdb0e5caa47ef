/* test-pdf.c: figures as PDF files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What other programs find in a file is tested where they are installed.
 */
#include "mp-agreement.h"
#include "mp-export.h"
#include "mp-pdf-xref.h"
#include "mp-reader.h"

#include "mp-test-scene.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static GBytes *
export_pdf (MpAgreement *agreement, MpTextDirection direction, const char *day)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (day));
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  options.width = 1920;
  options.height = 1080;
  options.direction = direction;
  pdf = mp_export_figure (mp_export_find_format ("x.pdf"), agreement, &options, &error);
  g_assert_no_error (error);
  return pdf;
}

static MpAgreement *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "agreements", "valid", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MpProblems) problems = mp_problems_new ();
  MpAgreement *agreement = mp_reader_load_file (file, NULL, NULL, NULL, problems, NULL);

  g_assert_nonnull (agreement);
  return agreement;
}

/* --- The table of objects --------------------------------------------------------------------- */

#define HEAD "%PDF-1.5\n%----\n"
#define OBJECT "1 0 obj\n<< >>\nendobj\n"

/* Mends a file with a table of these entries, and asserts what becomes of the table. */
static void
check_mended (const char *entries, guint n_mended, const char *expected)
{
  g_autoptr (GString) file = g_string_new (HEAD OBJECT);
  gsize place = file->len, table;

  g_string_append_printf (file, "xref\n0 %zu\n", strlen (entries) / 20);
  table = file->len;
  g_string_append_printf (file, "%strailer\n<< >>\nstartxref\n%zu\n%%%%EOF\n", entries, place);
  g_assert_cmpuint (mp_pdf_mend_xref ((guchar *) file->str, file->len), ==, n_mended);
  g_assert_cmpmem (file->str + table, strlen (entries), expected, strlen (expected));
}

static void
test_mend (void)
{
  check_mended ("0000000000 65535 f \n0000000015 00000 n \n", 0,
                "0000000000 65535 f \n0000000015 00000 n \n");
  /* An object that is another one, that is none, and that lies behind the end. */
  check_mended ("0000000000 65535 f \n0000000015 00000 n \n0000000015 00000 n \n", 1,
                "0000000000 65535 f \n0000000015 00000 n \n0000000000 65535 f \n");
  check_mended ("0000000000 65535 f \n0000000014 00000 n \n", 1,
                "0000000000 65535 f \n0000000000 65535 f \n");
  check_mended ("0000000000 65535 f \n9999999999 00000 n \n", 1,
                "0000000000 65535 f \n0000000000 65535 f \n");
}

/* What has no such table, or only a part of it, stays as it is, and nothing outside it is read. */
static void
test_mend_nothing (void)
{
  static const char *const files[] = {
    "",
    "startxref",
    "startxref\n",
    "startxref\n0",
    "startxref\n99999999\n%%EOF",
    "12 0 obj stream startxref\n0\n%%EOF",
    "xref\n0 5\n0000000000 65535 f \nstartxref\n0\n%%EOF",
    "xref\n1 1\n0000000000 00000 n \nstartxref\n0\n%%EOF",
    "xref startxref\n0\n%%EOF",
  };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (GBytes) pdf = export_pdf (agreement, MP_TEXT_DIRECTION_LTR, MP_TEST_TODAY);
  gsize length;
  const guchar *data = g_bytes_get_data (pdf, &length);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *copy = g_strdup (files[i]);

    g_assert_cmpuint (mp_pdf_mend_xref ((guchar *) copy, strlen (copy)), ==, 0);
    g_assert_cmpstr (copy, ==, files[i]);
  }
  for (gsize end = length; end > length - MIN (length, 1500); end--) {
    g_autofree guchar *cut = g_memdup2 (data, end);

    mp_pdf_mend_xref (cut, end);
  }
}

/* Whatever version of Cairo wrote the file, nothing is left to mend. */
static void
test_mended (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (GBytes) pdf = export_pdf (agreement, MP_TEXT_DIRECTION_LTR, MP_TEST_TODAY);
  gsize length;
  const guchar *data = g_bytes_get_data (pdf, &length);
  g_autofree guchar *copy = g_memdup2 (data, length);

  g_assert_cmpmem (data, 5, "%PDF-", 5);
  g_assert_cmpuint (mp_pdf_mend_xref (copy, length), ==, 0);
}

/* --- By other programs ------------------------------------------------------------------------ */

/* Returns what a program prints of a file, in whose place "@" stands, or NULL, and skips the test,
 * if it is not installed. */
static char *
run (GBytes *pdf, const char *command)
{
  g_autofree char *folder = g_dir_make_tmp ("milepost-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "figure.pdf", NULL);
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  g_autofree char *program = g_find_program_in_path (words[0]);
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  if (program == NULL) {
    g_test_skip_printf ("%s is not installed", words[0]);
    g_rmdir (folder);
    return NULL;
  }
  for (char **word = words; *word != NULL; word++)
    if (g_str_equal (*word, "@")) {
      g_free (*word);
      *word = g_strdup (path);
    }
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  g_spawn_sync (NULL, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
  return output;
}

/* Without warnings: those end the program with another status. */
static void
test_qpdf (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (GBytes) pdf = export_pdf (agreement, MP_TEXT_DIRECTION_LTR, MP_TEST_TODAY);
  g_autofree char *output = run (pdf, "qpdf --check @");

  if (output != NULL)
    g_assert_nonnull (strstr (output, "No syntax or stream encoding errors"));
}

/* The page, the words about it, and a date that is not that of today. */
static void
test_info (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (GBytes) pdf = export_pdf (agreement, MP_TEXT_DIRECTION_LTR, MP_TEST_TODAY);
  g_autofree char *output = run (pdf, "pdfinfo -isodates @");
  g_autofree char *created = NULL;

  if (output == NULL)
    return;
  created = g_strdup_printf ("%sT00:00:00", mp_agreement_get_checked (agreement));
  g_assert_nonnull (strstr (output, "Creator:         Milepost "));
  g_assert_nonnull (strstr (output, "Title: "));
  g_assert_nonnull (strstr (output, "Subject: "));
  g_assert_nonnull (strstr (output, created));
  g_assert_null (strstr (output, "ModDate"));
  g_assert_nonnull (strstr (output, "1440 x 810 pts"));
}

/* Each source of what is drawn is led to by a link. */
static void
test_links (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (GBytes) pdf = export_pdf (agreement, MP_TEXT_DIRECTION_LTR, MP_TEST_TODAY);
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  g_autoptr (MpFigure) figure = NULL;
  g_autofree char *output = run (pdf, "pdfinfo -url @");
  const guint32 *sources;
  guint n_sources;

  if (output == NULL)
    return;
  options.width = 1920;
  options.height = 1080;
  figure = mp_figure_new (agreement, &options);
  sources = mp_figure_get_sources (figure, &n_sources);
  g_assert_cmpuint (n_sources, >, 10);
  for (guint i = 0; i < n_sources; i++) {
    const MpSource *source = &mp_agreement_sources (agreement, NULL)[sources[i]];

    g_assert_nonnull (strstr (output, mp_agreement_text (agreement, source->url)));
  }
}

/* Removes what is white, or turns the direction of text, or is turned with it, and so is where it
 * is by chance. Poppler reads the letters of a ligature from right to left in the wrong order: lam
 * and alef stand for the same here whichever comes first. */
static char *
bare (const char *text)
{
  /* Lam with an alef, which may have a hamza or a madda. */
  static const char *const ligatures[][2] = { { "\u0644\u0627", "\u0627\u0644" },
                                              { "\u0644\u0623", "\u0623\u0644" },
                                              { "\u0644\u0625", "\u0625\u0644" },
                                              { "\u0644\u0622", "\u0622\u0644" } };
  GString *result = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT && c != '(' && c != ')')
      g_string_append_unichar (result, c);
  }
  for (guint i = 0; i < G_N_ELEMENTS (ligatures); i++)
    g_string_replace (result, ligatures[i][0], ligatures[i][1], 0);
  return g_string_free (result, FALSE);
}

static void
assert_has (const char *text, const char *part)
{
  g_autofree char *found = bare (part);

  if (strstr (text, found) == NULL)
    g_error ("the text of the file has no \"%s\":\n%s", part, text);
}

/* The text of a file is text: that of every row and of the title, in any script, from right to left
 * as well. */
static void
test_text (void)
{
  static const struct {
    const char *name; /* NULL: what is shipped */
    MpTextDirection direction;
  } cases[] = {
    { NULL, MP_TEXT_DIRECTION_LTR },
    { NULL, MP_TEXT_DIRECTION_RTL },
    { "arabic.json", MP_TEXT_DIRECTION_RTL },
    { "arabic.json", MP_TEXT_DIRECTION_LTR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (MpAgreement) agreement =
      cases[i].name != NULL ? load (cases[i].name) : mp_test_shipped_agreement ();
    g_autoptr (GBytes) pdf = export_pdf (agreement, cases[i].direction, MP_TEST_TODAY);
    g_autofree char *output = run (pdf, "pdftotext -enc UTF-8 @ -"), *text = NULL;
    guint n_terms;
    const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);

    if (output == NULL)
      return;
    text = bare (output);
    assert_has (text, mp_agreement_get_title (agreement));
    for (guint t = 0; t < n_terms; t++)
      assert_has (text, mp_agreement_text (agreement, terms[t].title));
  }
}

/* Letters that are no ASCII are there, and no longer than they are. */
static void
test_text_german (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term t - Übermäßige Größenzuwächse\nphase 2020/2030 stated Läuft");
  g_autoptr (GBytes) pdf = export_pdf (agreement, MP_TEXT_DIRECTION_LTR, MP_TEST_TODAY);
  g_autofree char *output = run (pdf, "pdftotext -enc UTF-8 @ -");

  if (output == NULL)
    return;
  g_assert_nonnull (strstr (output, "Übermäßige Größenzuwächse"));
  g_assert_nonnull (strstr (output, "Läuft"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/mend", test_mend);
  g_test_add_func ("/pdf/mend/nothing", test_mend_nothing);
  g_test_add_func ("/pdf/mended", test_mended);
  g_test_add_func ("/pdf/qpdf", test_qpdf);
  g_test_add_func ("/pdf/info", test_info);
  g_test_add_func ("/pdf/links", test_links);
  g_test_add_func ("/pdf/text", test_text);
  g_test_add_func ("/pdf/text/german", test_text_german);
  return mp_test_run_with_fonts ();
}
