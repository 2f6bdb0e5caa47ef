/* mp-cli-list.c: the command "list", which has every entry on a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns are those of one table, whether they are printed between tabs, as CSV or as JSON.
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-cli-private.h"
#include "mp-known.h"
#include "mp-untrusted-text.h"

#include <glib/gi18n.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

typedef enum {
  COLUMN_KIND, /* "term", "phase" or "milestone" */
  COLUMN_ID,   /* of a phase, that of its term */
  COLUMN_DATE,
  COLUMN_TITLE, /* of a phase, its state */
  COLUMN_CERTAINTY,
  COLUMN_SOURCES,
  COLUMN_AMOUNTS,
  COLUMN_KNOWN, /* since when it is known: the date of a source */
  COLUMN_SUMMARY,
  N_COLUMNS,
} Column;

static const char *const column_names[N_COLUMNS] = {
  [COLUMN_KIND] = "kind",           [COLUMN_ID] = "id",
  [COLUMN_DATE] = "date",           [COLUMN_TITLE] = "title",
  [COLUMN_CERTAINTY] = "certainty", [COLUMN_SOURCES] = "sources",
  [COLUMN_AMOUNTS] = "amounts",     [COLUMN_KNOWN] = "known_since",
  [COLUMN_SUMMARY] = "summary",
};

typedef struct {
  char *known;
  gboolean json;
  gboolean csv;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->known);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- A row ------------------------------------------------------------------------------------ */

static char *
source_ids (MpAgreement *agreement, MpRun run)
{
  const MpCitation *citations = mp_agreement_citations (agreement);
  const MpSource *sources = mp_agreement_sources (agreement, NULL);
  GString *out = g_string_new (NULL);

  for (guint32 i = run.first; i < run.first + run.count; i++)
    g_string_append_printf (out, "%s%s", i > run.first ? " " : "",
                            mp_agreement_text (agreement, sources[citations[i].source].id));
  return g_string_free (out, FALSE);
}

/* The amounts as the file has them: "38000000000 USD total cap (reported); …". */
static char *
amounts_text (MpAgreement *agreement, MpRun run)
{
  const MpAmount *amounts = mp_agreement_amounts (agreement);
  GString *out = g_string_new (NULL);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    char value[G_ASCII_DTOSTR_BUF_SIZE];

    g_ascii_formatd (value, sizeof value, "%.15g", amounts[i].value);
    g_string_append_printf (out, "%s%s %s %s (%s)", i > run.first ? "; " : "", value,
                            mp_agreement_text (agreement, amounts[i].unit),
                            mp_agreement_text (agreement, amounts[i].what),
                            mp_certainty_get (amounts[i].certainty)->word);
  }
  return g_string_free (out, FALSE);
}

static char *
known_since (MpAgreement *agreement, MpRun run)
{
  guint32 source = mp_known_since (agreement, run);

  if (source == MP_NONE)
    return g_strdup ("");
  return g_strdup (
    mp_agreement_text (agreement, mp_agreement_sources (agreement, NULL)[source].date));
}

static void
fill_claim (char **row, MpAgreement *agreement, guint certainty, MpRun citations, MpRun amounts)
{
  row[COLUMN_CERTAINTY] = g_strdup (mp_certainty_get ((MpCertainty) certainty)->word);
  row[COLUMN_SOURCES] = source_ids (agreement, citations);
  row[COLUMN_AMOUNTS] = amounts_text (agreement, amounts);
  row[COLUMN_KNOWN] = known_since (agreement, citations);
}

static void
fill_term (char **row, MpAgreement *agreement, guint32 i)
{
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[i];

  row[COLUMN_KIND] = g_strdup ("term");
  row[COLUMN_ID] = g_strdup (mp_agreement_text (agreement, term->id));
  row[COLUMN_TITLE] = g_strdup (mp_agreement_text (agreement, term->title));
  row[COLUMN_SUMMARY] = g_strdup (mp_agreement_text (agreement, term->summary));
}

static void
fill_phase (char **row, MpAgreement *agreement, guint32 i)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[phases->term[i]];

  row[COLUMN_KIND] = g_strdup ("phase");
  row[COLUMN_ID] = g_strdup (mp_agreement_text (agreement, term->id));
  row[COLUMN_DATE] = g_strdup (mp_agreement_text (agreement, phases->span[i]));
  row[COLUMN_TITLE] = g_strdup (mp_agreement_text (agreement, phases->state[i]));
  row[COLUMN_SUMMARY] = g_strdup (mp_agreement_text (agreement, phases->summary[i]));
  fill_claim (row, agreement, phases->certainty[i], phases->citations[i], phases->amounts[i]);
}

static void
fill_milestone (char **row, MpAgreement *agreement, guint32 i)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);

  row[COLUMN_KIND] = g_strdup ("milestone");
  row[COLUMN_ID] = g_strdup (mp_agreement_text (agreement, milestones->id[i]));
  row[COLUMN_DATE] = g_strdup (mp_agreement_text (agreement, milestones->date[i]));
  row[COLUMN_TITLE] = g_strdup (mp_agreement_text (agreement, milestones->title[i]));
  row[COLUMN_SUMMARY] = g_strdup (mp_agreement_text (agreement, milestones->summary[i]));
  fill_claim (row, agreement, milestones->certainty[i], milestones->citations[i],
              milestones->amounts[i]);
}

/* --- Output ----------------------------------------------------------------------------------- */

typedef void (*FillRow) (char **row, MpAgreement *agreement, guint32 i);
typedef void (*PrintRow) (char *const *row, gpointer list);

static void
print_text_row (char *const *row, gpointer list)
{
  (void) list;
  for (guint i = 0; i < N_COLUMNS; i++) {
    g_autofree char *visible = mp_untrusted_text_escape (row[i] != NULL ? row[i] : "", 0);

    printf ("%s%s", visible, i + 1 < N_COLUMNS ? "\t" : "\n");
  }
}

/* As RFC 4180 has it, but for the lines, which end as those of other commands do. */
static void
print_csv_row (char *const *row, gpointer list)
{
  (void) list;
  for (guint i = 0; i < N_COLUMNS; i++) {
    const char *value = row[i] != NULL ? row[i] : "";

    if (strpbrk (value, "\",\r\n") == NULL) {
      printf ("%s", value);
    } else {
      printf ("\"");
      for (const char *p = value; *p != '\0'; p++)
        printf (*p == '"' ? "\"\"" : "%c", *p);
      printf ("\"");
    }
    printf (i + 1 < N_COLUMNS ? "," : "\n");
  }
}

static void
add_json_row (char *const *row, gpointer list)
{
  json_t *object = json_object ();

  for (guint i = 0; i < N_COLUMNS; i++)
    if (row[i] != NULL && *row[i] != '\0')
      json_object_set_new (object, column_names[i], json_string (row[i]));
  json_array_append_new (list, object);
}

static void
print_row (MpAgreement *agreement, guint32 i, FillRow fill, PrintRow print, gpointer list)
{
  char *row[N_COLUMNS] = { NULL };

  fill (row, agreement, i);
  print (row, list);
  for (guint column = 0; column < N_COLUMNS; column++)
    g_free (row[column]);
}

static void
print_rows (MpAgreement *agreement, PrintRow print, gpointer list)
{
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);

  for (guint32 i = 0; i < n_terms; i++) {
    print_row (agreement, i, fill_term, print, list);
    for (guint32 j = terms[i].phases.first; j < terms[i].phases.first + terms[i].phases.count; j++)
      print_row (agreement, j, fill_phase, print, list);
  }
  for (guint32 i = 0; i < mp_agreement_milestones (agreement)->length; i++)
    print_row (agreement, i, fill_milestone, print, list);
}

static void
print_json (MpAgreement *agreement)
{
  json_auto_t *list = json_array ();

  print_rows (agreement, add_json_row, list);
  json_dumpf (list, stdout, JSON_INDENT (2) | JSON_ENSURE_ASCII);
  printf ("\n");
}

int
mp_cli_list (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context)
{
  g_auto (Options) options = { NULL, FALSE, FALSE };
  const GOptionEntry entries[] = {
    { "csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, N_ ("Print CSV, with the names of columns"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    { "known", 0, 0, G_OPTION_ARG_STRING, &options.known,
      N_ ("Leave out what nobody had published by this date"), N_ ("DATE") },
    { NULL },
  };
  g_autoptr (MpAgreement) agreement = NULL;
  int code = MP_EXIT_DONE;

  (void) context;
  if (!mp_cli_parse (command, &argc, &argv, entries, &code))
    return code;
  if (argc > 2) {
    mp_cli_report (_ ("list takes one file, not %d"), argc - 1);
    return MP_EXIT_USAGE;
  }
  if (options.json && options.csv) {
    mp_cli_report (_ ("--json and --csv are two forms: leave one out"));
    return MP_EXIT_USAGE;
  }
  agreement = mp_cli_load_known (argc > 1 ? argv[1] : NULL, options.known, &code);
  if (agreement == NULL)
    return code;
  if (options.json) {
    print_json (agreement);
    return code;
  }
  if (options.csv)
    print_csv_row ((char *const *) column_names, NULL);
  print_rows (agreement, options.csv ? print_csv_row : print_text_row, NULL);
  return code;
}
