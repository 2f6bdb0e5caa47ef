/* mp-cite.c: numbered sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-cite.h"

#include "mp-agreement.h"
#include "mp-join.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* How many of those who are cited are named. */
#define MOST_PUBLISHERS 3

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer data)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  (void) data;
  return (left > right) - (left < right);
}

/* Returns the number of a citation, counted from 1, and adds the citation if it is not in the array
 * yet. */
static guint
number_of (MpAgreement *agreement, GArray *citations, const MpCitation *citation)
{
  const char *at = mp_agreement_text (agreement, citation->at);
  const char *quote = mp_agreement_text (agreement, citation->quote);

  for (guint i = 0; i < citations->len; i++) {
    MpCitation *other = &g_array_index (citations, MpCitation, i);
    const char *words = mp_agreement_text (agreement, other->quote);

    if (other->source != citation->source ||
        !g_str_equal (mp_agreement_text (agreement, other->at), at) ||
        (*quote != '\0' && *words != '\0' && !g_str_equal (quote, words)))
      continue;
    if (*words == '\0')
      other->quote = citation->quote;
    return i + 1;
  }
  g_array_append_val (citations, *citation);
  return citations->len;
}

/* Returns the numbers of a run, in order. */
static guint *
find_numbers (MpAgreement *agreement, MpRun run, GArray *citations)
{
  const MpCitation *pool = mp_agreement_citations (agreement);
  guint *numbers = g_new (guint, run.count + 1);

  for (guint32 i = 0; i < run.count; i++)
    numbers[i] = number_of (agreement, citations, &pool[run.first + i]);
  g_qsort_with_data (numbers, (gint) run.count, sizeof *numbers, compare_numbers, NULL);
  return numbers;
}

char *
mp_cite_numbers (MpAgreement *agreement, MpRun run, GArray *citations)
{
  g_autofree guint *numbers = find_numbers (agreement, run, citations);
  GString *list;

  if (run.count == 0)
    return NULL;
  list = g_string_new (NULL);
  for (guint32 i = 0; i < run.count; i++)
    if (i == 0 || numbers[i] != numbers[i - 1])
      g_string_append_printf (list, "%s%u", i > 0 ? " " : "", numbers[i]);
  return g_string_free (list, FALSE);
}

char *
mp_cite_publishers (MpAgreement *agreement, MpRun run)
{
  const MpCitation *pool = mp_agreement_citations (agreement);
  const MpSource *sources = mp_agreement_sources (agreement, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = run.first; i < run.first + run.count && names->len < MOST_PUBLISHERS; i++) {
    g_autofree char *name = mp_untrusted_text_isolate (
      mp_agreement_text (agreement, sources[pool[i].source].publisher), 0);

    if (*name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
      g_ptr_array_add (names, g_steal_pointer (&name));
  }
  g_ptr_array_add (names, NULL);
  return mp_join (MP_JOIN_ITEMS, (const char *const *) names->pdata);
}

char *
mp_cite (MpAgreement *agreement, MpRun run, GArray *citations)
{
  g_autofree guint *numbers = find_numbers (agreement, run, citations);
  g_autofree char *list = NULL;

  if (run.count == 0)
    return NULL;
  list = mp_join_numbers (numbers, run.count);
  /* Translators: %s are the numbers of sources, as in "Sources 1, 2". */
  return g_strdup_printf (ngettext ("Source %s", "Sources %s", run.count), list);
}

char *
mp_cite_facts (MpAgreement *agreement, const MpCitation *citation)
{
  const MpSource *source = &mp_agreement_sources (agreement, NULL)[citation->source];
  const char *at = mp_agreement_text (agreement, citation->at);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *date = NULL, *accessed = NULL;
  g_autofree char *publisher =
    mp_untrusted_text_isolate (mp_agreement_text (agreement, source->publisher), 0);
  g_autofree char *isolated_at = mp_untrusted_text_isolate (at, 0);

  if (*publisher != '\0')
    g_ptr_array_add (parts, publisher);
  if (*mp_agreement_text (agreement, source->date) != '\0') {
    date = mp_words_date (agreement, source->date);
    g_ptr_array_add (parts, date);
  }
  g_ptr_array_add (parts, (gpointer) mp_words_source_kind (source->kind));
  if (*at != '\0')
    g_ptr_array_add (parts, isolated_at);
  if (*mp_agreement_text (agreement, source->accessed) != '\0') {
    g_autofree char *day = mp_words_date (agreement, source->accessed);

    /* Translators: the day on which a source was read, one of several facts about it */
    accessed = g_strdup_printf (_ ("read on %s"), day);
    g_ptr_array_add (parts, accessed);
  }
  g_ptr_array_add (parts, NULL);
  return mp_join (MP_JOIN_FACTS, (const char *const *) parts->pdata);
}
