/* mp-html-numbers.c: which source of the page has which number, and which entries cite it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-html-private.h"

#include "mp-agreement.h"
#include "mp-order.h"

struct _MpHtmlSources {
  guint n_sources;
  guint32 *numbers; /* by source, from 1 */
  guint32 *order;   /* the sources by their numbers */
  guint n_numbered;
  GArray *citing; /* Citing, in the order of the page; sorted by source once all are there */
  guint32
    *starts; /* by source: where its entries begin in the sorted array; one more than sources */
};

/* --- Numbering -------------------------------------------------------------------------------- */

static void
number_source (MpHtmlSources *self, guint32 source)
{
  if (self->numbers[source] != 0)
    return;
  self->order[self->n_numbered++] = source;
  self->numbers[source] = self->n_numbered;
}

/* Adds the sources of an entry, each once. last has, for each source, the last entry that cited it.
 */
static void
add_run (MpHtmlSources *self, const MpHtml *html, MpRun run, MpHtmlCiting entry, guint *last,
         guint number_of_entry)
{
  const MpCitation *citations = mp_agreement_citations (html->agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    entry.source = citations[i].source;
    number_source (self, entry.source);
    if (last[entry.source] == number_of_entry)
      continue;
    last[entry.source] = number_of_entry;
    g_array_append_val (self->citing, entry);
  }
}

/* Adds what a phase or a milestone cites besides its own sources. */
static void
add_pools (MpHtmlSources *self, const MpHtml *html, MpRun amounts, MpRun alternatives,
           MpHtmlCiting entry, guint *last, guint number_of_entry)
{
  const MpAmount *amount = mp_agreement_amounts (html->agreement);
  const MpAlternative *alternative = mp_agreement_alternatives (html->agreement);

  for (guint32 i = amounts.first; i < amounts.first + amounts.count; i++)
    add_run (self, html, amount[i].citations, entry, last, number_of_entry);
  for (guint32 i = alternatives.first; i < alternatives.first + alternatives.count; i++)
    add_run (self, html, alternative[i].citations, entry, last, number_of_entry);
}

/* The figure comes first in the page, and has numbers already. */
static void
add_figure (MpHtmlSources *self, const MpHtml *html)
{
  guint n_sources;
  const guint32 *sources = mp_figure_get_sources (html->export->figure, &n_sources);

  for (guint i = 0; i < n_sources; i++)
    number_source (self, sources[i]);
}

/* The story follows. */
static void
add_story (MpHtmlSources *self, const MpHtml *html)
{
  const MpCitation *citations = mp_agreement_citations (html->agreement);
  guint n_steps;
  const MpStep *steps = mp_agreement_story (html->agreement, &n_steps);

  for (guint step = 0; step < n_steps; step++)
    for (guint32 i = 0; i < steps[step].citations.count; i++)
      number_source (self, citations[steps[step].citations.first + i].source);
}

/* Adds the sources of the links of an item, its own and those that lead to it, as the page cites
 * them.
 */
static void
add_links (MpHtmlSources *self, const MpHtml *html, MpItem item, MpHtmlCiting entry, guint *last,
           guint number_of_entry)
{
  guint length;
  g_autofree MpLinkEnd *ends = NULL;

  if (!mp_links_any (html->agreement, item))
    return;
  ends = mp_links_of (html->agreement, item, &length);
  for (guint i = 0; i < length; i++)
    add_run (self, html, mp_link_citations (html->agreement, &ends[i]), entry, last,
             number_of_entry);
}

/* The reasons of the last change come before all entries. The milestone is listed as citing them
 * where it stands itself. */
static void
add_last_change (MpHtmlSources *self, const MpHtml *html)
{
  guint length;
  g_autofree MpLinkEnd *ends = NULL;

  if (html->last_change == MP_NONE)
    return;
  ends = mp_links_of (html->agreement, (MpItem) { MP_ITEM_MILESTONE, html->last_change }, &length);
  for (guint i = 0; i < length && ends[i].group == MP_LINK_GROUP_WHY; i++) {
    MpRun run = mp_link_citations (html->agreement, &ends[i]);

    for (guint32 j = run.first; j < run.first + run.count; j++)
      number_source (self, mp_agreement_citations (html->agreement)[j].source);
  }
}

static void
add_terms (MpHtmlSources *self, const MpHtml *html, guint *last)
{
  const MpTerm *terms = mp_agreement_terms (html->agreement, NULL);
  const MpPhases *phases = mp_agreement_phases (html->agreement);

  for (guint row = 0; row < html->n_terms; row++) {
    const MpTerm *term = &terms[html->rows[row]];
    MpHtmlCiting entry = { 0, html->rows[row], FALSE };

    for (guint32 i = term->phases.first; i < term->phases.first + term->phases.count; i++) {
      add_run (self, html, phases->citations[i], entry, last, row + 1);
      add_pools (self, html, phases->amounts[i], phases->alternatives[i], entry, last, row + 1);
      add_links (self, html, (MpItem) { MP_ITEM_PHASE, i }, entry, last, row + 1);
    }
    if (term->notice != MP_NONE)
      add_run (self, html, mp_agreement_notices (html->agreement)[term->notice].citations, entry,
               last, row + 1);
  }
}

static void
add_milestones (MpHtmlSources *self, const MpHtml *html, guint *last)
{
  const MpMilestones *milestones = mp_agreement_milestones (html->agreement);
  const guint32 *order = mp_order_milestones (html->agreement);

  for (guint i = 0; i < milestones->length; i++) {
    guint32 milestone = order[i];
    MpHtmlCiting entry = { 0, milestone, TRUE };
    guint number = html->n_terms + i + 1;

    add_run (self, html, milestones->citations[milestone], entry, last, number);
    add_pools (self, html, milestones->amounts[milestone], milestones->alternatives[milestone],
               entry, last, number);
    add_links (self, html, (MpItem) { MP_ITEM_MILESTONE, milestone }, entry, last, number);
  }
}

/* Sorts the entries by the sources that they cite, and keeps their order. */
static void
sort_citing (MpHtmlSources *self)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (MpHtmlCiting), self->citing->len);
  g_autofree guint32 *next = NULL;

  g_array_set_size (sorted, self->citing->len);
  self->starts = g_new0 (guint32, self->n_sources + 1);
  for (guint i = 0; i < self->citing->len; i++)
    self->starts[g_array_index (self->citing, MpHtmlCiting, i).source + 1]++;
  for (guint i = 0; i < self->n_sources; i++)
    self->starts[i + 1] += self->starts[i];
  next = g_memdup2 (self->starts, (self->n_sources + 1) * sizeof *next);
  for (guint i = 0; i < self->citing->len; i++) {
    const MpHtmlCiting *entry = &g_array_index (self->citing, MpHtmlCiting, i);

    g_array_index (sorted, MpHtmlCiting, next[entry->source]++) = *entry;
  }
  g_array_unref (self->citing);
  self->citing = sorted;
}

MpHtmlSources *
mp_html_sources_new (const MpHtml *html)
{
  MpHtmlSources *self = g_new0 (MpHtmlSources, 1);
  g_autofree guint *last = NULL;

  mp_agreement_sources (html->agreement, &self->n_sources);
  self->numbers = g_new0 (guint32, self->n_sources);
  self->order = g_new0 (guint32, self->n_sources);
  self->citing = g_array_new (FALSE, FALSE, sizeof (MpHtmlCiting));
  last = g_new0 (guint, self->n_sources);
  if (html->has_figure)
    add_figure (self, html);
  add_last_change (self, html);
  add_story (self, html);
  add_terms (self, html, last);
  add_milestones (self, html, last);
  for (guint32 source = 0; source < self->n_sources; source++)
    number_source (self, source);
  sort_citing (self);
  return self;
}

void
mp_html_sources_free (MpHtmlSources *self)
{
  if (self == NULL)
    return;
  g_free (self->numbers);
  g_free (self->order);
  g_free (self->starts);
  g_array_unref (self->citing);
  g_free (self);
}

guint
mp_html_sources_number (const MpHtmlSources *self, guint32 source)
{
  return self->numbers[source];
}

char *
mp_html_source_anchor (const MpHtml *html, guint32 source)
{
  const char *id =
    mp_agreement_text (html->agreement, mp_agreement_sources (html->agreement, NULL)[source].id);
  g_autofree char *anchor = g_strconcat ("source-", id, NULL);

  return mp_agreement_find_milestone (html->agreement, anchor) == MP_NONE &&
             mp_agreement_find_term (html->agreement, anchor) == MP_NONE
           ? g_steal_pointer (&anchor)
           : g_strconcat (anchor, ".source", NULL);
}

guint
mp_html_sources_length (const MpHtmlSources *self)
{
  return self->n_sources;
}

guint32
mp_html_sources_get (const MpHtmlSources *self, guint number)
{
  return self->order[number - 1];
}

const MpHtmlCiting *
mp_html_sources_citing (const MpHtmlSources *self, guint32 source, guint *length)
{
  guint32 first = self->starts[source];

  *length = self->starts[source + 1] - first;
  return &g_array_index (self->citing, MpHtmlCiting, first);
}
