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

  for (guint i = 0; i < citations->len; i++) {
    const MpCitation *other = &g_array_index (citations, MpCitation, i);

    if (other->source == citation->source &&
        g_str_equal (mp_agreement_text (agreement, other->at), at))
      return i + 1;
  }
  g_array_append_val (citations, *citation);
  return citations->len;
}

char *
mp_cite (MpAgreement *agreement, MpRun run, GArray *citations)
{
  const MpCitation *pool = mp_agreement_citations (agreement);
  g_autofree guint *numbers = g_new (guint, run.count + 1);
  g_autofree char *list = NULL;

  if (run.count == 0)
    return NULL;
  for (guint32 i = 0; i < run.count; i++)
    numbers[i] = number_of (agreement, citations, &pool[run.first + i]);
  g_qsort_with_data (numbers, (gint) run.count, sizeof *numbers, compare_numbers, NULL);
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
  g_autofree char *date = NULL;
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
  g_ptr_array_add (parts, NULL);
  return mp_join (MP_JOIN_FACTS, (const char *const *) parts->pdata);
}
