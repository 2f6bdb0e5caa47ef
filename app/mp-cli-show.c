/* mp-cli-show.c: the command "show", which lists what is in force on a date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-cite.h"
#include "mp-cli-private.h"
#include "mp-join.h"
#include "mp-known.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n.h>
#include <stdio.h>

typedef struct {
  char *as_of;
  char *today;
  char *known;
  gboolean json;
} Options;

/* The widest that a column of the text gets. */
#define MAX_COLUMN 36

static void
options_clear (Options *options)
{
  g_free (options->as_of);
  g_free (options->today);
  g_free (options->known);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- Text ------------------------------------------------------------------------------------- */

/* Prints a term in one state: since when, until when, its certainty and, if citations is not NULL,
 * the numbers of its sources. */
static void
print_state (const MpShow *show, guint32 phase, const int *widths, GArray *citations)
{
  const MpPhases *phases = mp_agreement_phases (show->agreement);
  const MpTerm *term = &mp_agreement_terms (show->agreement, NULL)[phases->term[phase]];
  g_autofree char *title =
    mp_untrusted_text_escape (mp_agreement_text (show->agreement, term->title), 0);
  g_autofree char *state =
    mp_untrusted_text_escape (mp_agreement_text (show->agreement, phases->state[phase]), 0);
  g_autofree char *span = mp_words_phase_span (show->agreement, phase);
  g_autofree char *doubt = mp_known_doubt (show->agreement, (MpItem) { MP_ITEM_PHASE, phase });
  g_autofree char *numbers = NULL, *words = NULL, *visible = NULL;

  if (citations != NULL)
    numbers = mp_cite (show->agreement, phases->citations[phase], citations);
  words =
    mp_join (MP_JOIN_FACTS, (const char *[]) { span, mp_words_certainty (phases->certainty[phase]),
                                               numbers != NULL ? numbers : doubt,
                                               numbers != NULL ? doubt : NULL, NULL });
  visible = mp_untrusted_text_escape (words, 0);
  printf ("  ");
  mp_cli_print_padded (title, widths[0]);
  mp_cli_print_padded (state, widths[1]);
  printf ("%s\n", visible);
}

static void
measure_columns (MpAgreement *agreement, int *widths)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);

  for (guint32 i = 0; i < n_terms; i++)
    widths[0] = MAX (widths[0], mp_cli_count_cells (mp_agreement_text (agreement, terms[i].title)));
  for (guint32 i = 0; i < phases->length; i++)
    widths[1] =
      MAX (widths[1], mp_cli_count_cells (mp_agreement_text (agreement, phases->state[i])));
  widths[0] = MIN (widths[0], MAX_COLUMN);
  widths[1] = MIN (widths[1], MAX_COLUMN);
}

/* Prints each state with this status and basis; basis is MP_N_BASES for any. Returns how many there
 * are. */
static guint
print_states (const MpShow *show, MpStatus status, MpBasis basis, const int *widths,
              GArray *citations)
{
  MpInstant from = show->as_of.earliest, until = show->as_of.after;
  guint n_terms, printed = 0;

  mp_agreement_terms (show->agreement, &n_terms);
  for (guint32 term = 0; term < n_terms; term++) {
    g_autoptr (GArray) states = mp_query_possible_phases (show->agreement, term, from, until);

    for (guint i = 0; i < states->len; i++) {
      guint32 phase = g_array_index (states, guint32, i);

      if (mp_query_phase_status (show->agreement, phase, from, until) != status ||
          (basis != MP_N_BASES && mp_query_phase_basis (show->agreement, phase) != basis))
        continue;
      print_state (show, phase, widths, citations);
      printed++;
    }
  }
  return printed;
}

/* Prints the terms that are not in force, each in its nearest state. Returns how many there are. */
static guint
print_absent (const MpShow *show, const int *widths)
{
  guint n_terms, printed = 0;
  const MpTerm *terms = mp_agreement_terms (show->agreement, &n_terms);

  for (guint32 term = 0; term < n_terms; term++) {
    MpStanding standing =
      mp_query_standing (show->agreement, term, show->as_of.earliest, show->as_of.after);
    g_autofree char *title = NULL;

    if (standing.status != MP_STATUS_NOT)
      continue;
    printed++;
    if (standing.phase != MP_NONE) {
      print_state (show, standing.phase, widths, NULL);
      continue;
    }
    title = mp_untrusted_text_escape (mp_agreement_text (show->agreement, terms[term].title), 0);
    printf ("  ");
    mp_cli_print_padded (title, widths[0]);
    printf ("%s\n", _ ("no phases"));
  }
  return printed;
}

static void
print_heading (const char *words)
{
  printf ("\n");
  /* Translators: "In force" and the like, over a list. */
  printf (C_ ("list", "%s:"), words);
  printf ("\n");
}

static void
print_nothing (guint printed)
{
  if (printed == 0)
    /* Translators: no term is in force, not in force and so on */
    printf ("  %s\n", _ ("nothing"));
}

static void
print_sources (MpAgreement *agreement, const GArray *citations)
{
  const MpSource *sources = mp_agreement_sources (agreement, NULL);

  if (citations->len > 0)
    print_heading (_ ("Sources"));
  for (guint i = 0; i < citations->len; i++) {
    const MpCitation *citation = &g_array_index (citations, MpCitation, i);
    const MpSource *source = &sources[citation->source];
    const char *url = mp_agreement_text (agreement, source->url);
    g_autofree char *facts = mp_cite_facts (agreement, citation);
    g_autofree char *words =
      mp_join (MP_JOIN_FACTS, (const char *[]) { mp_agreement_text (agreement, source->title),
                                                 facts, *url != '\0' ? url : NULL, NULL });
    g_autofree char *visible = mp_untrusted_text_escape (words, 0);

    printf ("  %3u  %s\n", i + 1, visible);
  }
}

static void
print_text (const MpShow *show)
{
  g_autofree char *words = mp_date_words (&show->as_of);
  g_autofree char *title = mp_untrusted_text_escape (mp_agreement_get_title (show->agreement), 0);
  g_autofree char *checked = mp_words_checked (show->agreement);
  g_autofree char *known = mp_words_as_known (show->agreement);
  g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (MpCitation));
  gboolean is_future = mp_query_is_future (&show->as_of, show->today);
  int widths[2] = { 0, 0 };

  measure_columns (show->agreement, widths);
  /* Translators: the agreement's title, and a date. */
  printf (_ ("%s as of %s"), title, words);
  if (known != NULL)
    printf (", %s", known);
  printf ("\n");
  if (checked != NULL)
    printf ("%s\n", checked);
  /* On a date to come, the terms in force are listed by their basis. */
  for (guint basis = is_future ? 0 : MP_N_BASES; basis < MP_N_BASES + !is_future; basis++) {
    print_heading (mp_words_standing (MP_STATUS_IN_FORCE, basis, is_future));
    print_nothing (print_states (show, MP_STATUS_IN_FORCE, basis, widths, citations));
  }
  print_heading (mp_words_status (MP_STATUS_POSSIBLY));
  print_nothing (print_states (show, MP_STATUS_POSSIBLY, MP_N_BASES, widths, citations));
  print_heading (mp_words_status (MP_STATUS_NOT));
  print_nothing (print_absent (show, widths));
  print_sources (show->agreement, citations);
}

/* --- The command ------------------------------------------------------------------------------ */

/* Sets today to --today or the current day, and the as-of date to --as-of or today. */
static gboolean
read_dates (const Options *options, MpInstant today, MpShow *show, int *code)
{
  g_autofree char *iso = mp_instant_to_iso (today);
  const char *day = options->today != NULL ? options->today : iso;

  if (!mp_cli_date_option ("--today", day, &show->as_of, code))
    return FALSE;
  show->today = show->as_of.earliest;
  return options->as_of == NULL ||
         mp_cli_date_option ("--as-of", options->as_of, &show->as_of, code);
}

int
mp_cli_show (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context)
{
  g_auto (Options) options = { NULL, NULL, NULL, FALSE };
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of,
      N_ ("The date: a day, a month, a year, as EDTF; today unless given"), N_ ("DATE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    { "known", 0, 0, G_OPTION_ARG_STRING, &options.known,
      N_ ("Leave out what nobody had published by this date"), N_ ("DATE") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &options.today, N_ ("The day that counts as today"),
      N_ ("DATE") },
    { NULL },
  };
  g_autoptr (MpAgreement) agreement = NULL;
  MpShow show = { NULL };
  int code = MP_EXIT_DONE;

  if (!mp_cli_parse (command, &argc, &argv, entries, &code))
    return code;
  if (argc > 2) {
    mp_cli_report (_ ("show takes one file, not %d"), argc - 1);
    return MP_EXIT_USAGE;
  }
  if (!read_dates (&options, context->today, &show, &code))
    return code;
  agreement = mp_cli_load_known (argc > 1 ? argv[1] : NULL, options.known, &code);
  if (agreement == NULL)
    return code;
  show.agreement = agreement;
  if (options.json)
    mp_cli_show_json (&show);
  else
    print_text (&show);
  return code;
}
