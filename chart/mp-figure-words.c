/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-figure-private.h"

#include "mp-foreign.h"
#include "mp-list.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* How many sources of a timeline are named; the file names them all. */
#define MAX_SOURCES 6

/* Around text that goes from left to right wherever it stands. */
#define LEFT_TO_RIGHT_ISOLATE 0x2066
#define POP_DIRECTIONAL_ISOLATE 0x2069

/* In characters: a title that goes on for pages must not fill the figure. */
#define MAX_SOURCE_TITLE 200

/* "As of 1 June 2028 · facts checked on 23 November 2026 · 12 of 47 shown": a chart misleads
 * without its date, and where it does not say that something is left out. */
char *
mp_figure_subtitle (MpAgreement *agreement, const MpFigureOptions *options)
{
  g_autofree char *as_of =
    options->as_of != NULL ? mp_date_words (options->as_of) : mp_words_day (options->today);
  g_autofree char *checked = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *shown = NULL;
  MpDate date;

  if (options->before != NULL) {
    g_autofree char *after = g_steal_pointer (&as_of);
    g_autofree char *before = mp_date_words (options->before);

    /* Translators: both %s are dates. */
    as_of = g_strdup_printf (_ ("%s compared with %s"), before, after);
  } else {
    g_autofree char *date_words = g_steal_pointer (&as_of);

    /* Translators: %s is a date. */
    as_of = g_strdup_printf (_ ("As of %s"), date_words);
  }
  if (mp_date_parse (mp_agreement_get_checked (agreement), -1, &date, NULL, NULL))
    checked = mp_date_words (&date);
  if (checked == NULL)
    subtitle = g_steal_pointer (&as_of);
  else
    /* Translators: what date the figure is about, and the date on which its facts were checked. */
    subtitle = g_strdup_printf (_ ("%s · facts checked on %s"), as_of, checked);
  if (options->shown == NULL)
    return g_steal_pointer (&subtitle);
  shown = mp_shown_words (options->shown);
  /* Translators: what a figure is of, and how many of the entries it shows. */
  return g_strdup_printf (C_ ("figure", "%s · %s"), subtitle, shown);
}

/* Beside words that go from right to left the parts of a date as written would change places. */
static char *
isolate_date (const char *date)
{
  GString *isolated = g_string_new (NULL);

  g_string_append_unichar (isolated, LEFT_TO_RIGHT_ISOLATE);
  g_string_append (isolated, date);
  g_string_append_unichar (isolated, POP_DIRECTIONAL_ISOLATE);
  return g_string_free (isolated, FALSE);
}

/* "1 Microsoft: The next phase (2026-04-27)" */
static char *
source_words (MpAgreement *agreement, guint number, const MpSource *source)
{
  const char *date = mp_agreement_text (agreement, source->date);
  g_autofree char *isolated = isolate_date (date);
  g_autofree char *publisher =
    mp_foreign_isolate (mp_agreement_text (agreement, source->publisher), MAX_SOURCE_TITLE);
  g_autofree char *title =
    mp_foreign_isolate (mp_agreement_text (agreement, source->title), MAX_SOURCE_TITLE);
  g_autofree char *name = *publisher == '\0'
                            ? g_steal_pointer (&title)
                            /* Translators: a source's publisher and its title. */
                            : g_strdup_printf (C_ ("source", "%s: %s"), publisher, title);
  g_autofree char *dated = *date == '\0'
                             ? g_steal_pointer (&name)
                             /* Translators: a source and its date, which is all digits. */
                             : g_strdup_printf (C_ ("source", "%s (%s)"), name, isolated);

  /* Translators: a source's number in the list, and the source. The space does not break lines. */
  return g_strdup_printf (C_ ("source", "%u\302\240%s"), number, dated);
}

/* What follows "Sources:"; takes the parts. */
static char *
sources_words (GPtrArray *parts)
{
  g_autofree char *list = NULL;

  g_ptr_array_add (parts, NULL);
  list = g_strjoinv ("   ", (char **) parts->pdata);
  g_ptr_array_unref (parts);
  /* Translators: %s is a list of sources with their numbers. */
  return g_strdup_printf (_ ("Sources: %s"), list);
}

/* The sources of what is selected or, with nothing selected, of the greatest milestones. */
char *
mp_figure_notes (MpAgreement *agreement, MpItem selection)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpCitation *citations = mp_agreement_citations (agreement);
  guint n_sources, named = 0, left_out;
  const MpSource *sources = mp_agreement_sources (agreement, &n_sources);
  g_autofree gboolean *seen = g_new0 (gboolean, n_sources + 1);
  GPtrArray *parts;

  if (n_sources == 0)
    return g_strdup ("");
  parts = g_ptr_array_new_with_free_func (g_free);
  for (guint round = 0; round < MAX_SOURCES; round++) {
    for (guint i = 0; i < milestones->length + 1; i++) {
      MpRun run = { 0, 0 };

      if (i == milestones->length && selection.kind == MP_ITEM_PHASE)
        run = phases->citations[selection.index];
      else if (i < milestones->length &&
               (selection.kind == MP_ITEM_MILESTONE
                  ? selection.index == i
                  : selection.kind == MP_ITEM_NONE && milestones->importance[i] == 1))
        run = milestones->citations[i];
      if (round < run.count && named < MAX_SOURCES && !seen[citations[run.first + round].source]) {
        guint32 source = citations[run.first + round].source;

        seen[source] = TRUE;
        g_ptr_array_add (parts, source_words (agreement, ++named, &sources[source]));
      }
    }
  }
  left_out = n_sources - named;
  if (left_out > 0)
    /* Translators: sources that the chart has no room to name, at the end of the list. */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("and %'u more in the file.",
                                                       "and %'u more in the file.", left_out),
                                             left_out));
  return sources_words (parts);
}

char *
mp_figure_table_notes (const MpTable *table)
{
  const MpSource *sources = mp_agreement_sources (table->agreement, NULL);
  g_autofree char *left_out = NULL, *cited = NULL;

  if (table->n_left_out > 0)
    left_out = g_strdup_printf (ngettext ("%'u unchanged term is left out.",
                                          "%'u unchanged terms are left out.", table->n_left_out),
                                table->n_left_out);
  if (table->sources->len > 0) {
    GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

    for (guint i = 0; i < table->sources->len; i++)
      g_ptr_array_add (parts, source_words (table->agreement, i + 1,
                                            &sources[g_array_index (table->sources, guint32, i)]));
    cited = sources_words (parts);
  }
  if (left_out != NULL && cited != NULL)
    return mp_list_words (MP_LIST_SENTENCES, (const char *[]) { left_out, cited, NULL });
  if (left_out != NULL)
    return g_steal_pointer (&left_out);
  return cited != NULL ? g_steal_pointer (&cited) : g_strdup ("");
}
