/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-cli-private.h"
#include "mp-foreign.h"
#include "mp-words.h"

#include <glib/gi18n.h>
#include <jansson.h>
#include <stdio.h>

typedef struct {
  char *as_of;
  char *today;
  gboolean json;
} Options;

/* The columns of the text list are as wide as they need to be, up to this. */
#define MAX_COLUMN 36

static void
options_clear (Options *options)
{
  g_free (options->as_of);
  g_free (options->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- Text ------------------------------------------------------------------------------------- */

/* How many cells of a terminal a text takes: two for a Chinese character, none for an accent. */
static int
count_cells (const char *text)
{
  int cells = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_iszerowidth (c))
      cells += g_unichar_iswide (c) ? 2 : 1;
  }
  return cells;
}

static void
print_padded (const char *text, int width)
{
  printf ("%s%*s", text, MAX (width - count_cells (text), 0) + 2, "");
}

static void
print_term (MpAgreement *agreement, guint32 term, MpStanding standing, const int *widths)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  g_autofree char *title = mp_foreign_visible (mp_agreement_text (agreement, terms[term].title), 0);

  printf ("  ");
  print_padded (title, widths[0]);
  if (standing.phase == MP_NONE) {
    printf ("%s\n", _ ("no phases"));
  } else {
    g_autofree char *state =
      mp_foreign_visible (mp_agreement_text (agreement, phases->state[standing.phase]), 0);
    g_autofree char *span = mp_words_phase_span (agreement, standing.phase);
    g_autofree char *visible = mp_foreign_visible (span, 0);

    print_padded (state, widths[1]);
    printf ("%s\n", visible);
  }
}

static void
measure_columns (MpAgreement *agreement, int *widths)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);

  for (guint32 i = 0; i < n_terms; i++)
    widths[0] = MAX (widths[0], count_cells (mp_agreement_text (agreement, terms[i].title)));
  for (guint32 i = 0; i < phases->length; i++)
    widths[1] = MAX (widths[1], count_cells (mp_agreement_text (agreement, phases->state[i])));
  widths[0] = MIN (widths[0], MAX_COLUMN);
  widths[1] = MIN (widths[1], MAX_COLUMN);
}

static void
print_text (MpAgreement *agreement, const MpDate *as_of)
{
  g_autofree char *words = mp_date_words (as_of);
  g_autofree char *title = mp_foreign_visible (mp_agreement_get_title (agreement), 0);
  guint n_terms;
  int widths[2] = { 0, 0 };

  mp_agreement_terms (agreement, &n_terms);
  measure_columns (agreement, widths);
  /* Translators: the agreement's title, and a date. */
  printf (_ ("%s on %s"), title, words);
  printf ("\n");
  for (int status = MP_STATUS_IN_FORCE; status >= MP_STATUS_NOT; status--) {
    printf ("\n");
    /* Translators: "In force" and the like, over a list of terms. */
    printf (C_ ("list", "%s:"), mp_words_status (status));
    printf ("\n");
    if (mp_query_count (agreement, status, as_of->earliest, as_of->after) == 0)
      /* Translators: no term is in force, not in force and so on */
      printf ("  %s\n", _ ("nothing"));
    for (guint32 term = 0; term < n_terms; term++) {
      MpStanding standing = mp_query_standing (agreement, term, as_of->earliest, as_of->after);

      if (standing.status == (MpStatus) status)
        print_term (agreement, term, standing, widths);
    }
  }
}

/* --- JSON ------------------------------------------------------------------------------------- */

static json_t *
term_to_json (MpAgreement *agreement, guint32 term, MpStanding standing)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  const char *state = NULL, *span = NULL;

  if (standing.phase != MP_NONE) {
    state = mp_agreement_text (agreement, phases->state[standing.phase]);
    span = mp_agreement_text (agreement, phases->span[standing.phase]);
  }
  return json_pack ("{s:s, s:s, s:s, s:s?, s:s?}", "id",
                    mp_agreement_text (agreement, terms[term].id), "title",
                    mp_agreement_text (agreement, terms[term].title), "status",
                    mp_status_to_string (standing.status), "state", state, "span", span);
}

static void
print_json (MpAgreement *agreement, const MpDate *as_of)
{
  json_auto_t *root = NULL;
  json_t *list = json_array ();
  guint n_terms;

  mp_agreement_terms (agreement, &n_terms);
  for (guint32 term = 0; term < n_terms; term++)
    json_array_append_new (
      list, term_to_json (agreement, term,
                          mp_query_standing (agreement, term, as_of->earliest, as_of->after)));
  root = json_pack ("{s:s, s:s, s:o}", "title", mp_agreement_get_title (agreement), "as_of",
                    as_of->text, "terms", list);
  /* Escaped, a mark that turns the direction of text cannot turn a terminal's. */
  json_dumpf (root, stdout, JSON_INDENT (2) | JSON_ENSURE_ASCII);
  printf ("\n");
}

/* The date that is asked for: --as-of, else --today, else the day that it is. */
static gboolean
find_date (const Options *options, MpInstant today, MpDate *date, int *code)
{
  g_autofree char *iso = mp_instant_to_iso (today);

  if (options->as_of != NULL)
    return mp_cli_date_option ("--as-of", options->as_of, date, code);
  if (options->today != NULL)
    return mp_cli_date_option ("--today", options->today, date, code);
  return mp_cli_date_option ("--today", iso, date, code);
}

int
mp_cli_show (int argc, char **argv, const MpCliHere *here)
{
  g_auto (Options) options = { NULL, NULL, FALSE };
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of,
      N_ ("The date: a day, a month, a year, as EDTF; today unless given"), N_ ("DATE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &options.today, N_ ("The day that counts as today"),
      N_ ("DATE") },
    { NULL },
  };
  g_autoptr (MpAgreement) agreement = NULL;
  MpDate as_of;
  int code = MP_EXIT_DONE;

  if (!mp_cli_parse (&argc, &argv, entries, _ ("[FILE]"),
                     _ ("Lists the terms in force, possibly in force and not in force on a date. "
                        "Without FILE the agreement is the shipped one; - is standard input."),
                     &code))
    return code;
  if (argc > 2) {
    mp_cli_complain (_ ("show takes one file, not %d"), argc - 1);
    return MP_EXIT_USAGE;
  }
  if (!find_date (&options, here->today, &as_of, &code))
    return code;
  agreement = mp_cli_load (argc > 1 ? argv[1] : NULL, &code);
  if (agreement == NULL)
    return code;
  if (options.json)
    print_json (agreement, &as_of);
  else
    print_text (agreement, &as_of);
  return code;
}
