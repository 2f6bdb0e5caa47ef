/* mp-difference.c: what became of every entry from one agreement to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-difference.h"

#include "mp-difference-match.h"
#include "mp-links.h"
#include "mp-words.h"

#include <string.h>

/* Where the differences of one thing go. */
typedef struct {
  MpAgreement *before; /* borrowed, as the array */
  MpAgreement *after;
  GArray *out;
  MpThing thing;
  guint32 old; /* what is compared, or MP_NONE */
  guint32 new;
} Finder;

static void
difference_clear (gpointer data)
{
  MpDifference *difference = data;

  g_free (difference->old_value);
  g_free (difference->new_value);
}

/* Adds a difference. Takes the values, of which an empty one counts as none. */
static void
add (Finder *finder, MpDifferenceKind kind, const char *member, char *old_value, char *new_value)
{
  MpDifference difference = { kind,   finder->thing, finder->old, finder->new,
                              member, old_value,     new_value };

  if (old_value != NULL && *old_value == '\0')
    g_clear_pointer (&difference.old_value, g_free);
  if (new_value != NULL && *new_value == '\0')
    g_clear_pointer (&difference.new_value, g_free);
  g_array_append_val (finder->out, difference);
}

/* --- One member ------------------------------------------------------------------------------- */

static void
compare_strings (Finder *finder, MpDifferenceKind kind, const char *member, const char *old,
                 const char *new)
{
  if (strcmp (old, new) != 0)
    add (finder, kind, member, g_strdup (old), g_strdup (new));
}

static void
compare_text (Finder *finder, const char *member, MpTextRef old, MpTextRef new)
{
  compare_strings (finder, MP_DIFFERENCE_REWORDED, member, mp_agreement_text (finder->before, old),
                   mp_agreement_text (finder->after, new));
}

/* A text that is not there for its words, such as an address. */
static void
compare_other (Finder *finder, const char *member, MpTextRef old, MpTextRef new)
{
  compare_strings (finder, MP_DIFFERENCE_OTHER, member, mp_agreement_text (finder->before, old),
                   mp_agreement_text (finder->after, new));
}

static void
compare_date (Finder *finder, const char *member, MpTextRef old, MpTextRef new)
{
  if (strcmp (mp_agreement_text (finder->before, old), mp_agreement_text (finder->after, new)) == 0)
    return;
  add (finder, MP_DIFFERENCE_MOVED, member,
       *mp_agreement_text (finder->before, old) != '\0' ? mp_words_date (finder->before, old)
                                                        : NULL,
       *mp_agreement_text (finder->after, new) != '\0' ? mp_words_date (finder->after, new) : NULL);
}

static void
compare_certainty (Finder *finder, const char *member, MpCertainty old, MpCertainty new)
{
  if (old != new)
    add (finder, mp_certainty_compare (new, old) < 0 ? MP_DIFFERENCE_BETTER : MP_DIFFERENCE_WORSE,
         member, g_strdup (mp_words_certainty (old)), g_strdup (mp_words_certainty (new)));
}

/* Returns those keys of a list that the other does not have, joined, with "; " between them. */
static char *
only_in (const GPtrArray *keys, const GPtrArray *others)
{
  g_autofree guint32 *match = mp_match_keys (others, keys);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    if (match[i] == MP_NONE)
      g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", (char *) keys->pdata[i]);
  return g_string_free (out, FALSE);
}

/* Compares two lists whose order does not matter. */
static void
compare_lists (Finder *finder, MpDifferenceKind kind, const char *member, const GPtrArray *old,
               const GPtrArray *new)
{
  g_autofree char *lost = only_in (old, new), *gained = only_in (new, old);

  if (*lost == '\0' && *gained == '\0')
    return;
  if (kind == MP_DIFFERENCE_SOURCES && *lost == '\0')
    kind = MP_DIFFERENCE_BETTER;
  else if (kind == MP_DIFFERENCE_SOURCES && *gained == '\0')
    kind = MP_DIFFERENCE_WORSE;
  add (finder, kind, member, g_steal_pointer (&lost), g_steal_pointer (&gained));
}

/* --- Lists of a claim ------------------------------------------------------------------------- */

static const char *
source_id (MpAgreement *agreement, guint32 citation)
{
  guint32 source = mp_agreement_citations (agreement)[citation].source;

  return mp_agreement_text (agreement, mp_agreement_sources (agreement, NULL)[source].id);
}

static GPtrArray *
citation_keys (MpAgreement *agreement, MpRun run, gboolean in_full)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  const MpCitation *citations = mp_agreement_citations (agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++)
    g_ptr_array_add (keys, in_full
                             ? g_strjoin (" ", source_id (agreement, i),
                                          mp_agreement_text (agreement, citations[i].at),
                                          mp_agreement_text (agreement, citations[i].quote), NULL)
                             : g_strdup (source_id (agreement, i)));
  return keys;
}

static gboolean
are_same_citations (Finder *finder, MpRun old, MpRun new)
{
  const MpCitation *left = mp_agreement_citations (finder->before) + old.first;
  const MpCitation *right = mp_agreement_citations (finder->after) + new.first;

  if (old.count != new.count)
    return FALSE;
  for (guint32 i = 0; i < old.count; i++)
    if (strcmp (source_id (finder->before, old.first + i),
                source_id (finder->after, new.first + i)) != 0 ||
        strcmp (mp_agreement_text (finder->before, left[i].at),
                mp_agreement_text (finder->after, right[i].at)) != 0 ||
        strcmp (mp_agreement_text (finder->before, left[i].quote),
                mp_agreement_text (finder->after, right[i].quote)) != 0)
      return FALSE;
  return TRUE;
}

static void
compare_citations (Finder *finder, const char *member, MpRun old, MpRun new)
{
  guint n_before = finder->out->len;

  /* Nearly all are the same, and need no keys. */
  if (are_same_citations (finder, old, new))
    return;
  for (guint in_full = FALSE; in_full <= TRUE && finder->out->len == n_before; in_full++) {
    g_autoptr (GPtrArray) left = citation_keys (finder->before, old, in_full);
    g_autoptr (GPtrArray) right = citation_keys (finder->after, new, in_full);

    compare_lists (finder, in_full ? MP_DIFFERENCE_REWORDED : MP_DIFFERENCE_SOURCES, member, left,
                   right);
  }
}

static char *
amount_words (MpAgreement *agreement, const MpAmount *amount)
{
  g_autofree char *words = mp_words_amount (agreement, amount);

  return g_strdup_printf ("%s (%s)", words, mp_agreement_text (agreement, amount->what));
}

static GPtrArray *
amount_keys (MpAgreement *agreement, MpRun run)
{
  GPtrArray *keys = g_ptr_array_new ();
  const MpAmount *amounts = mp_agreement_amounts (agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++)
    g_ptr_array_add (keys, (gpointer) mp_agreement_text (agreement, amounts[i].what));
  return keys;
}

static void
compare_amount (Finder *finder, const MpAmount *old, const MpAmount *new)
{
  if (old->value != new->value || old->is_cap != new->is_cap ||
      strcmp (mp_agreement_text (finder->before, old->unit),
              mp_agreement_text (finder->after, new->unit)) != 0)
    add (finder, MP_DIFFERENCE_AMOUNT, "amounts", amount_words (finder->before, old),
         amount_words (finder->after, new));
  compare_certainty (finder, "amounts", old->certainty, new->certainty);
  compare_citations (finder, "amounts", old->citations, new->citations);
}

static void
compare_amounts (Finder *finder, MpRun old, MpRun new)
{
  const MpAmount *left = mp_agreement_amounts (finder->before) + old.first;
  const MpAmount *right = mp_agreement_amounts (finder->after) + new.first;
  g_autoptr (GPtrArray) old_keys = NULL, new_keys = NULL;
  g_autoptr (GArray) gone = NULL;
  g_autofree guint32 *match = NULL;

  if (old.count + new.count == 0)
    return;
  old_keys = amount_keys (finder->before, old);
  new_keys = amount_keys (finder->after, new);
  match = mp_match_keys (old_keys, new_keys);
  gone = mp_match_gone (match, new.count, old.count);
  for (guint32 i = 0; i < new.count; i++) {
    if (match[i] != MP_NONE)
      compare_amount (finder, &left[match[i]], &right[i]);
    else
      add (finder, MP_DIFFERENCE_AMOUNT, "amounts", NULL, amount_words (finder->after, &right[i]));
  }
  for (guint i = 0; i < gone->len; i++)
    add (finder, MP_DIFFERENCE_AMOUNT, "amounts",
         amount_words (finder->before, &left[g_array_index (gone, guint32, i)]), NULL);
}

static GPtrArray *
alternative_keys (MpAgreement *agreement, MpRun run)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  const MpAlternative *all = mp_agreement_alternatives (agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    g_autofree char *date = mp_words_date (agreement, all[i].date);
    g_autofree char *reason = g_strdup (mp_agreement_text (agreement, all[i].reason));

    g_ptr_array_add (keys,
                     g_strdup_printf ("%s (%s%s%s)", date, mp_words_certainty (all[i].certainty),
                                      *reason != '\0' ? ": " : "", reason));
  }
  return keys;
}

static const char *
title_of (MpAgreement *agreement, MpNamed named)
{
  return mp_agreement_text (agreement, named.kind == MP_ID_KIND_TERM
                                         ? mp_agreement_terms (agreement, NULL)[named.index].title
                                         : mp_agreement_milestones (agreement)->title[named.index]);
}

static GPtrArray *
link_keys (MpAgreement *agreement, MpRun run)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  const MpLink *links = mp_agreement_links (agreement, NULL);

  for (guint32 i = run.first; i < run.first + run.count; i++)
    g_ptr_array_add (
      keys,
      g_strdup_printf ("%s: %s (%s)", mp_link_group_heading (mp_link_kinds[links[i].kind].own),
                       title_of (agreement, links[i].to),
                       mp_words_certainty (mp_link_certainty (agreement, &links[i]))));
  return keys;
}

static GPtrArray *
change_keys (MpAgreement *agreement, MpRun run)
{
  GPtrArray *keys = g_ptr_array_new ();
  const guint32 *changes = mp_agreement_changes (agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++)
    g_ptr_array_add (keys,
                     (gpointer) title_of (agreement, (MpNamed) { MP_ID_KIND_TERM, changes[i] }));
  return keys;
}

typedef GPtrArray *(*KeysOf) (MpAgreement *agreement, MpRun run);

static void
compare_runs (Finder *finder, const char *member, KeysOf keys_of, MpRun old, MpRun new)
{
  g_autoptr (GPtrArray) left = NULL, right = NULL;

  if (old.count + new.count == 0)
    return;
  left = keys_of (finder->before, old);
  right = keys_of (finder->after, new);
  compare_lists (finder, MP_DIFFERENCE_OTHER, member, left, right);
}

/* --- Things ----------------------------------------------------------------------------------- */

static void
compare_party (Finder *finder)
{
  const MpParty *old = &mp_agreement_parties (finder->before, NULL)[finder->old];
  const MpParty *new = &mp_agreement_parties (finder->after, NULL)[finder->new];

  compare_text (finder, "name", old->name, new->name);
  compare_text (finder, "summary", old->summary, new->summary);
}

static void
compare_topic (Finder *finder)
{
  const MpTopic *old = &mp_agreement_topics (finder->before, NULL)[finder->old];
  const MpTopic *new = &mp_agreement_topics (finder->after, NULL)[finder->new];

  compare_text (finder, "title", old->title, new->title);
  compare_strings (finder, MP_DIFFERENCE_OTHER, "color",
                   mp_vocabulary_word (&mp_color_vocabulary, old->color),
                   mp_vocabulary_word (&mp_color_vocabulary, new->color));
}

static void
compare_source (Finder *finder)
{
  const MpSource *old = &mp_agreement_sources (finder->before, NULL)[finder->old];
  const MpSource *new = &mp_agreement_sources (finder->after, NULL)[finder->new];

  compare_text (finder, "title", old->title, new->title);
  compare_text (finder, "publisher", old->publisher, new->publisher);
  compare_date (finder, "date", old->date, new->date);
  compare_other (finder, "url", old->url, new->url);
  compare_text (finder, "note", old->note, new->note);
  compare_other (finder, "accessed", old->accessed, new->accessed);
  compare_other (finder, "archived", old->archived, new->archived);
  compare_strings (finder, MP_DIFFERENCE_OTHER, "kind", mp_source_kinds[old->kind].word,
                   mp_source_kinds[new->kind].word);
}

static const char *
topic_title (MpAgreement *agreement, guint32 topic)
{
  return mp_agreement_text (agreement, mp_agreement_topics (agreement, NULL)[topic].title);
}

static const char *
party_name (MpAgreement *agreement, guint32 party)
{
  if (party == MP_NONE)
    return "";
  return mp_agreement_text (agreement, mp_agreement_parties (agreement, NULL)[party].name);
}

/* A rule of notice as one text. */
static char *
notice_key (MpAgreement *agreement, guint32 index)
{
  const MpNotice *notice;
  const MpInstant *closed = mp_agreement_closed_days (agreement);
  GString *out;

  if (index == MP_NONE)
    return g_strdup ("");
  notice = &mp_agreement_notices (agreement)[index];
  out = g_string_new (mp_agreement_text (agreement, notice->period));
  g_string_append_printf (out, " %s %s %s", mp_agreement_text (agreement, notice->opens),
                          mp_agreement_text (agreement, notice->until),
                          mp_agreement_text (agreement, notice->what));
  g_string_append_printf (out, " %s %s", mp_vocabulary_word (&mp_days_vocabulary, notice->days),
                          mp_vocabulary_word (&mp_roll_vocabulary, notice->roll));
  for (guint32 i = notice->closed.first; i < notice->closed.first + notice->closed.count; i++) {
    g_autofree char *day = mp_instant_to_iso (closed[i]);

    g_string_append_printf (out, " %s", day);
  }
  return g_string_free (out, FALSE);
}

static void
compare_notices (Finder *finder, guint32 old, guint32 new)
{
  g_autofree char *left = notice_key (finder->before, old);
  g_autofree char *right = notice_key (finder->after, new);

  compare_strings (finder, MP_DIFFERENCE_OTHER, "notice", left, right);
  if (old == MP_NONE || new == MP_NONE)
    return;
  compare_certainty (finder, "notice", mp_agreement_notices (finder->before)[old].certainty,
                     mp_agreement_notices (finder->after)[new].certainty);
  compare_citations (finder, "notice", mp_agreement_notices (finder->before)[old].citations,
                     mp_agreement_notices (finder->after)[new].citations);
}

static void
compare_term (Finder *finder)
{
  const MpTerm *old = &mp_agreement_terms (finder->before, NULL)[finder->old];
  const MpTerm *new = &mp_agreement_terms (finder->after, NULL)[finder->new];

  compare_text (finder, "title", old->title, new->title);
  compare_text (finder, "summary", old->summary, new->summary);
  compare_strings (finder, MP_DIFFERENCE_OTHER, "topic", topic_title (finder->before, old->topic),
                   topic_title (finder->after, new->topic));
  compare_strings (finder, MP_DIFFERENCE_OTHER, "obligor",
                   party_name (finder->before, old->obligor),
                   party_name (finder->after, new->obligor));
  compare_strings (finder, MP_DIFFERENCE_OTHER, "obligee",
                   party_name (finder->before, old->obligee),
                   party_name (finder->after, new->obligee));
  compare_notices (finder, old->notice, new->notice);
}

static void
compare_phase (Finder *finder)
{
  const MpPhases *left = mp_agreement_phases (finder->before);
  const MpPhases *right = mp_agreement_phases (finder->after);
  guint32 old = finder->old, new = finder->new;

  compare_date (finder, "span", left->span[old], right->span[new]);
  compare_text (finder, "state", left->state[old], right->state[new]);
  compare_text (finder, "summary", left->summary[old], right->summary[new]);
  compare_text (finder, "ends_early", left->ends_early[old], right->ends_early[new]);
  compare_text (finder, "note", left->note[old], right->note[new]);
  compare_amounts (finder, left->amounts[old], right->amounts[new]);
  compare_certainty (finder, "certainty", left->certainty[old], right->certainty[new]);
  compare_citations (finder, "sources", left->citations[old], right->citations[new]);
  compare_runs (finder, "alternatives", alternative_keys, left->alternatives[old],
                right->alternatives[new]);
  compare_runs (finder, "links", link_keys, left->links[old], right->links[new]);
}

static void
compare_milestone (Finder *finder)
{
  const MpMilestones *left = mp_agreement_milestones (finder->before);
  const MpMilestones *right = mp_agreement_milestones (finder->after);
  guint32 old = finder->old, new = finder->new;
  const char importance[2][2] = { { (char) ('0' + left->importance[old]) },
                                  { (char) ('0' + right->importance[new]) } };

  compare_date (finder, "date", left->date[old], right->date[new]);
  compare_text (finder, "title", left->title[old], right->title[new]);
  compare_text (finder, "summary", left->summary[old], right->summary[new]);
  compare_amounts (finder, left->amounts[old], right->amounts[new]);
  compare_certainty (finder, "certainty", left->certainty[old], right->certainty[new]);
  compare_citations (finder, "sources", left->citations[old], right->citations[new]);
  compare_strings (finder, MP_DIFFERENCE_OTHER, "topic",
                   topic_title (finder->before, left->topic[old]),
                   topic_title (finder->after, right->topic[new]));
  compare_strings (finder, MP_DIFFERENCE_OTHER, "importance", importance[0], importance[1]);
  compare_runs (finder, "changes", change_keys, left->changes[old], right->changes[new]);
  compare_runs (finder, "alternatives", alternative_keys, left->alternatives[old],
                right->alternatives[new]);
  compare_runs (finder, "links", link_keys, left->links[old], right->links[new]);
}

static void
compare_step (Finder *finder)
{
  const MpStep *old = &mp_agreement_story (finder->before, NULL)[finder->old];
  const MpStep *new = &mp_agreement_story (finder->after, NULL)[finder->new];

  compare_text (finder, "text", old->text, new->text);
  compare_other (finder, "from", old->from, new->from);
  compare_other (finder, "to", old->to, new->to);
  compare_other (finder, "as_of", old->as_of, new->as_of);
  compare_other (finder, "known", old->known, new->known);
  compare_other (finder, "compare", old->compare, new->compare);
  compare_citations (finder, "sources", old->citations, new->citations);
}

/* --- All things ------------------------------------------------------------------------------- */

typedef void (*CompareThing) (Finder *finder);

/* Tells what became of things that are matched; what comes after a thing that is there is done by
 * then, which may be NULL. */
static void
compare_matched (Finder *finder, MpThing thing, const guint32 *match, MpRun old, MpRun new,
                 CompareThing compare, CompareThing then)
{
  g_autoptr (GArray) gone = mp_match_gone (match, new.count, old.count);

  for (guint32 i = 0; i < new.count; i++) {
    finder->thing = thing;
    finder->new = new.first + i;
    finder->old = match[i] != MP_NONE ? old.first + match[i] : MP_NONE;
    if (finder->old == MP_NONE)
      add (finder, MP_DIFFERENCE_ADDED, "", NULL, NULL);
    else
      compare (finder);
    if (then != NULL)
      then (finder);
  }
  for (guint i = 0; i < gone->len; i++) {
    finder->thing = thing;
    finder->old = old.first + g_array_index (gone, guint32, i);
    finder->new = MP_NONE;
    add (finder, MP_DIFFERENCE_GONE, "", NULL, NULL);
  }
}

static void
compare_phases (Finder *finder)
{
  MpRun old, new;
  g_autofree guint32 *match = NULL;

  /* The phases of a term that was added were added with it. */
  if (finder->old == MP_NONE)
    return;
  old = mp_agreement_terms (finder->before, NULL)[finder->old].phases;
  new = mp_agreement_terms (finder->after, NULL)[finder->new].phases;
  match = mp_match_phases (finder->before, old, finder->after, new);
  compare_matched (finder, MP_THING_PHASE, match, old, new, compare_phase, NULL);
}

static void
compare_things (Finder *finder, MpThing thing, CompareThing compare, CompareThing then)
{
  g_autoptr (GPtrArray) old = mp_match_thing_keys (finder->before, thing);
  g_autoptr (GPtrArray) new = mp_match_thing_keys (finder->after, thing);
  g_autofree guint32 *match = mp_match_keys (old, new);

  compare_matched (finder, thing, match, (MpRun) { 0, old->len }, (MpRun) { 0, new->len }, compare,
                   then);
}

GArray *
mp_differences (MpAgreement *before, MpAgreement *after)
{
  Finder finder = { .before = before,
                    .after = after,
                    .out = g_array_new (FALSE, FALSE, sizeof (MpDifference)),
                    .thing = MP_THING_AGREEMENT };

  g_array_set_clear_func (finder.out, difference_clear);
  compare_strings (&finder, MP_DIFFERENCE_REWORDED, "title", mp_agreement_get_title (before),
                   mp_agreement_get_title (after));
  compare_strings (&finder, MP_DIFFERENCE_REWORDED, "summary", mp_agreement_get_summary (before),
                   mp_agreement_get_summary (after));
  compare_strings (&finder, MP_DIFFERENCE_OTHER, "checked", mp_agreement_get_checked (before),
                   mp_agreement_get_checked (after));
  compare_things (&finder, MP_THING_PARTY, compare_party, NULL);
  compare_things (&finder, MP_THING_TOPIC, compare_topic, NULL);
  compare_things (&finder, MP_THING_SOURCE, compare_source, NULL);
  compare_things (&finder, MP_THING_TERM, compare_term, compare_phases);
  compare_things (&finder, MP_THING_MILESTONE, compare_milestone, NULL);
  compare_things (&finder, MP_THING_STEP, compare_step, NULL);
  return finder.out;
}
