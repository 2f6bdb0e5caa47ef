/* mp-difference.c: what became of every entry from one agreement to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-difference.h"

#include "mp-difference-match.h"
#include "mp-difference-private.h"
#include "mp-words.h"

#include <string.h>

static void
difference_clear (gpointer data)
{
  MpDifference *difference = data;

  g_free (difference->old_value);
  g_free (difference->new_value);
}

/* --- One member ------------------------------------------------------------------------------- */

static void
compare_text (MpFinder *finder, const char *member, MpTextRef old, MpTextRef new)
{
  mp_compare_strings (finder, MP_DIFFERENCE_REWORDED, member,
                      mp_agreement_text (finder->before, old),
                      mp_agreement_text (finder->after, new));
}

/* A text that is not there for its words, such as an address. */
static void
compare_other (MpFinder *finder, const char *member, MpTextRef old, MpTextRef new)
{
  mp_compare_strings (finder, MP_DIFFERENCE_OTHER, member, mp_agreement_text (finder->before, old),
                      mp_agreement_text (finder->after, new));
}

static void
compare_date (MpFinder *finder, const char *member, MpTextRef old, MpTextRef new)
{
  if (strcmp (mp_agreement_text (finder->before, old), mp_agreement_text (finder->after, new)) == 0)
    return;
  mp_difference_add (
    finder, MP_DIFFERENCE_MOVED, member,
    *mp_agreement_text (finder->before, old) != '\0' ? mp_words_date (finder->before, old) : NULL,
    *mp_agreement_text (finder->after, new) != '\0' ? mp_words_date (finder->after, new) : NULL);
}

/* --- Things ----------------------------------------------------------------------------------- */

static void
compare_party (MpFinder *finder)
{
  const MpParty *old = &mp_agreement_parties (finder->before, NULL)[finder->old];
  const MpParty *new = &mp_agreement_parties (finder->after, NULL)[finder->new];

  compare_text (finder, "name", old->name, new->name);
  compare_text (finder, "summary", old->summary, new->summary);
}

static void
compare_topic (MpFinder *finder)
{
  const MpTopic *old = &mp_agreement_topics (finder->before, NULL)[finder->old];
  const MpTopic *new = &mp_agreement_topics (finder->after, NULL)[finder->new];

  compare_text (finder, "title", old->title, new->title);
  mp_compare_strings (finder, MP_DIFFERENCE_OTHER, "color",
                      mp_vocabulary_word (&mp_color_vocabulary, old->color),
                      mp_vocabulary_word (&mp_color_vocabulary, new->color));
}

static void
compare_source (MpFinder *finder)
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
  mp_compare_strings (finder, MP_DIFFERENCE_OTHER, "kind", mp_source_kinds[old->kind].word,
                      mp_source_kinds[new->kind].word);
}

/* Tells that a thing is in another topic; one with another title is told at the topic. */
static void
compare_topics (MpFinder *finder, guint32 old, guint32 new)
{
  mp_compare_strings (
    finder, MP_DIFFERENCE_OTHER, "topic",
    mp_difference_title (finder, finder->before, (MpNamed) { MP_ID_KIND_TOPIC, old }),
    mp_difference_title (finder, finder->after, (MpNamed) { MP_ID_KIND_TOPIC, new }));
}

/* The same of the party that owes a term, or to whom it is owed. */
static void
compare_parties (MpFinder *finder, const char *member, guint32 old, guint32 new)
{
  const MpParty *left = mp_agreement_parties (finder->before, NULL);
  const MpParty *right = mp_agreement_parties (finder->after, NULL);

  if (g_strcmp0 (old != MP_NONE ? mp_agreement_text (finder->before, left[old].id) : NULL,
                 new != MP_NONE ? mp_agreement_text (finder->after, right[new].id) : NULL) == 0)
    return;
  mp_difference_add (
    finder, MP_DIFFERENCE_OTHER, member,
    old != MP_NONE ? g_strdup (mp_agreement_text (finder->before, left[old].name)) : NULL,
    new != MP_NONE ? g_strdup (mp_agreement_text (finder->after, right[new].name)) : NULL);
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
compare_notices (MpFinder *finder, guint32 old, guint32 new)
{
  g_autofree char *left = notice_key (finder->before, old);
  g_autofree char *right = notice_key (finder->after, new);

  mp_compare_strings (finder, MP_DIFFERENCE_OTHER, "notice", left, right);
  if (old == MP_NONE || new == MP_NONE)
    return;
  mp_compare_certainty (finder, "notice", mp_agreement_notices (finder->before)[old].certainty,
                        mp_agreement_notices (finder->after)[new].certainty);
  mp_compare_citations (finder, "notice", mp_agreement_notices (finder->before)[old].citations,
                        mp_agreement_notices (finder->after)[new].citations);
}

static void
compare_term (MpFinder *finder)
{
  const MpTerm *old = &mp_agreement_terms (finder->before, NULL)[finder->old];
  const MpTerm *new = &mp_agreement_terms (finder->after, NULL)[finder->new];

  compare_text (finder, "title", old->title, new->title);
  compare_text (finder, "summary", old->summary, new->summary);
  compare_topics (finder, old->topic, new->topic);
  compare_parties (finder, "obligor", old->obligor, new->obligor);
  compare_parties (finder, "obligee", old->obligee, new->obligee);
  compare_notices (finder, old->notice, new->notice);
}

static void
compare_phase (MpFinder *finder)
{
  const MpPhases *left = mp_agreement_phases (finder->before);
  const MpPhases *right = mp_agreement_phases (finder->after);
  guint32 old = finder->old, new = finder->new;

  compare_date (finder, "span", left->span[old], right->span[new]);
  compare_text (finder, "state", left->state[old], right->state[new]);
  compare_text (finder, "summary", left->summary[old], right->summary[new]);
  compare_text (finder, "ends_early", left->ends_early[old], right->ends_early[new]);
  compare_text (finder, "note", left->note[old], right->note[new]);
  mp_compare_amounts (finder, left->amounts[old], right->amounts[new]);
  mp_compare_certainty (finder, "certainty", left->certainty[old], right->certainty[new]);
  mp_compare_citations (finder, "sources", left->citations[old], right->citations[new]);
  mp_compare_alternatives (finder, left->alternatives[old], right->alternatives[new]);
  mp_compare_links (finder, left->links[old], right->links[new]);
}

static void
compare_milestone (MpFinder *finder)
{
  const MpMilestones *left = mp_agreement_milestones (finder->before);
  const MpMilestones *right = mp_agreement_milestones (finder->after);
  guint32 old = finder->old, new = finder->new;
  const char importance[2][2] = { { (char) ('0' + left->importance[old]) },
                                  { (char) ('0' + right->importance[new]) } };

  compare_date (finder, "date", left->date[old], right->date[new]);
  compare_text (finder, "title", left->title[old], right->title[new]);
  compare_text (finder, "summary", left->summary[old], right->summary[new]);
  mp_compare_amounts (finder, left->amounts[old], right->amounts[new]);
  mp_compare_certainty (finder, "certainty", left->certainty[old], right->certainty[new]);
  mp_compare_citations (finder, "sources", left->citations[old], right->citations[new]);
  compare_topics (finder, left->topic[old], right->topic[new]);
  mp_compare_strings (finder, MP_DIFFERENCE_OTHER, "importance", importance[0], importance[1]);
  mp_compare_changes (finder, left->changes[old], right->changes[new]);
  mp_compare_alternatives (finder, left->alternatives[old], right->alternatives[new]);
  mp_compare_links (finder, left->links[old], right->links[new]);
}

/* What a step compares: two dates as written, or the title of a milestone. */
static const char *
compared_by (MpFinder *finder, MpAgreement *agreement, const MpStep *step)
{
  if (step->compared != MP_NONE)
    return mp_difference_title (finder, agreement,
                                (MpNamed) { MP_ID_KIND_MILESTONE, step->compared });
  return mp_agreement_text (agreement, step->compare);
}

static void
compare_step (MpFinder *finder)
{
  const MpStep *old = &mp_agreement_story (finder->before, NULL)[finder->old];
  const MpStep *new = &mp_agreement_story (finder->after, NULL)[finder->new];

  compare_text (finder, "text", old->text, new->text);
  compare_other (finder, "from", old->from, new->from);
  compare_other (finder, "to", old->to, new->to);
  compare_other (finder, "as_of", old->as_of, new->as_of);
  compare_other (finder, "known", old->known, new->known);
  mp_compare_strings (finder, MP_DIFFERENCE_OTHER, "select",
                      mp_difference_title (finder, finder->before, old->select),
                      mp_difference_title (finder, finder->after, new->select));
  mp_compare_strings (finder, MP_DIFFERENCE_OTHER, "compare",
                      compared_by (finder, finder->before, old),
                      compared_by (finder, finder->after, new));
  mp_compare_citations (finder, "sources", old->citations, new->citations);
}

/* --- All things ------------------------------------------------------------------------------- */

typedef void (*CompareThing) (MpFinder *finder);

/* Tells what became of things that are matched; what comes after a thing that is there is done by
 * then, which may be NULL. */
static void
compare_matched (MpFinder *finder, MpThing thing, const guint32 *match, MpRun old, MpRun new,
                 CompareThing compare, CompareThing then)
{
  g_autoptr (GArray) gone = mp_match_gone (match, new.count, old.count);

  for (guint32 i = 0; i < new.count; i++) {
    finder->thing = thing;
    finder->new = new.first + i;
    finder->old = match[i] != MP_NONE ? old.first + match[i] : MP_NONE;
    if (finder->old == MP_NONE)
      mp_difference_add (finder, MP_DIFFERENCE_ADDED, "", NULL, NULL);
    else
      compare (finder);
    if (then != NULL)
      then (finder);
  }
  for (guint i = 0; i < gone->len; i++) {
    finder->thing = thing;
    finder->old = old.first + g_array_index (gone, guint32, i);
    finder->new = MP_NONE;
    mp_difference_add (finder, MP_DIFFERENCE_GONE, "", NULL, NULL);
  }
}

static void
compare_phases (MpFinder *finder)
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
compare_things (MpFinder *finder, MpThing thing, CompareThing compare, CompareThing then)
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
  MpFinder finder = { .before = before,
                      .after = after,
                      .out = g_array_new (FALSE, FALSE, sizeof (MpDifference)),
                      .thing = MP_THING_AGREEMENT };

  g_array_set_clear_func (finder.out, difference_clear);
  mp_compare_strings (&finder, MP_DIFFERENCE_REWORDED, "title", mp_agreement_get_title (before),
                      mp_agreement_get_title (after));
  mp_compare_strings (&finder, MP_DIFFERENCE_REWORDED, "summary", mp_agreement_get_summary (before),
                      mp_agreement_get_summary (after));
  mp_compare_strings (&finder, MP_DIFFERENCE_OTHER, "checked", mp_agreement_get_checked (before),
                      mp_agreement_get_checked (after));
  /* What binds and what happened first, for that is what one reads it for. */
  compare_things (&finder, MP_THING_TERM, compare_term, compare_phases);
  compare_things (&finder, MP_THING_MILESTONE, compare_milestone, NULL);
  compare_things (&finder, MP_THING_PARTY, compare_party, NULL);
  compare_things (&finder, MP_THING_TOPIC, compare_topic, NULL);
  compare_things (&finder, MP_THING_SOURCE, compare_source, NULL);
  compare_things (&finder, MP_THING_STEP, compare_step, NULL);
  return finder.out;
}
