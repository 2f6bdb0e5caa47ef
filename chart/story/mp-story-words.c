/* mp-story-words.c: the words of a story
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-story-private.h"

#include "mp-agreement.h"
#include "mp-certainty.h"
#include "mp-join.h"
#include "mp-query.h"
#include "mp-scale.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More letters would be no initials. */
#define MAX_INITIALS 3

char *
mp_story_text (MpAgreement *agreement, MpTextRef ref)
{
  return mp_untrusted_text_isolate (mp_agreement_text (agreement, ref), MP_STORY_MAX_CHARACTERS);
}

/* --- Parties ---------------------------------------------------------------------------------- */

static char *
arrow (const char *obligor, const char *obligee)
{
  if (obligor != NULL && obligee != NULL)
    /* Translators: who owes, and to whom. The arrow follows the direction of reading. */
    return g_strdup_printf (C_ ("parties", "%s → %s"), obligor, obligee);
  if (obligor != NULL)
    /* Translators: a party that owes something, to nobody in particular */
    return g_strdup_printf (C_ ("parties", "%s →"), obligor);
  /* Translators: a party to which something is owed, by nobody in particular */
  return g_strdup_printf (C_ ("parties", "→ %s"), obligee);
}

/* The first letter of a name, or as many as tell it apart from the parties before it. If few
 * letters do not, the first one and a number do. */
static char *
initial_of (MpAgreement *agreement, guint32 party)
{
  const MpParty *parties = mp_agreement_parties (agreement, NULL);
  const char *name = mp_agreement_text (agreement, parties[party].name);
  glong length = 1;

  for (guint32 i = 0; i < party; i++) {
    const char *other = mp_agreement_text (agreement, parties[i].name);
    const char *p = name;

    for (glong same = 0; *p != '\0' && g_utf8_get_char (p) == g_utf8_get_char (other);
         p = g_utf8_next_char (p), other = g_utf8_next_char (other)) {
      same++;
      length = MAX (length, same + 1);
    }
  }
  if (length > MAX_INITIALS) {
    g_autofree char *first = g_utf8_substring (name, 0, 1);

    return g_strdup_printf ("%s%u", first, party + 1);
  }
  return g_utf8_substring (name, 0, MIN (length, g_utf8_strlen (name, -1)));
}

/* Returns the name of a party or, if is_short, its initials; NULL for no party. */
static char *
party_words (MpAgreement *agreement, guint32 party, gboolean is_short)
{
  if (party == MP_NONE)
    return NULL;
  return is_short ? initial_of (agreement, party)
                  : mp_story_text (agreement, mp_agreement_parties (agreement, NULL)[party].name);
}

static char *
parties_of (MpAgreement *agreement, const MpTerm *term, gboolean is_short)
{
  g_autofree char *obligor = party_words (agreement, term->obligor, is_short);
  g_autofree char *obligee = party_words (agreement, term->obligee, is_short);

  return arrow (obligor, obligee);
}

static void
add_parties (const MpStory *story, MpStoryRow *row)
{
  MpAgreement *agreement = story->agreement;
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[row->term];

  if (term->obligor == MP_NONE && term->obligee == MP_NONE) {
    const MpTopic *topics = mp_agreement_topics (agreement, NULL);

    row->parties = mp_story_text (agreement, topics[term->topic].title);
    return;
  }
  row->parties = parties_of (agreement, term, FALSE);
  row->initials = parties_of (agreement, term, TRUE);
}

char *
mp_story_party (const MpStory *story, guint32 party)
{
  const MpParty *parties = mp_agreement_parties (story->agreement, NULL);
  g_autofree char *initial = initial_of (story->agreement, party);
  g_autofree char *name = mp_story_text (story->agreement, parties[party].name);

  /* Translators: the initials of a party, and its name */
  return g_strdup_printf (C_ ("party", "%s: %s"), initial, name);
}

/* --- Sources ---------------------------------------------------------------------------------- */

/* --- Ends ------------------------------------------------------------------------------------- */

/* Returns when something ends, in words that claim no more than the date does. */
static char *
end_words (const MpDate *end, gboolean is_counted)
{
  g_autofree char *date = mp_date_words (end);

  if (end->kind == MP_DATE_OPEN)
    return g_strdup (_ ("no end published"));
  if (end->kind == MP_DATE_UNKNOWN)
    return g_strdup (_ ("end not known"));
  if (is_counted)
    /* Translators: when a term ends, a date that was counted from another one */
    return g_strdup_printf (_ ("ends %s, counted"), date);
  if (end->set != MP_DATE_SET_NONE || end->approximate || end->uncertain)
    /* Translators: when a term ends: "about 2032", "2030 (uncertain)", "one of: 1667, 1670" */
    return g_strdup_printf (_ ("ends %s"), date);
  if (end->precision >= MP_PRECISION_DAY)
    /* Translators: %s is a day, such as 27 April 2026 */
    return g_strdup_printf (_ ("ends on %s"), date);
  /* Translators: %s is a month, a year or longer: 2030 */
  return g_strdup_printf (_ ("ends in %s"), date);
}

static void
add_end (const MpStory *story, MpStoryRow *row)
{
  const MpStoryPhase *last = mp_story_last_phase (story, row);
  const MpPhases *phases = mp_agreement_phases (story->agreement);
  MpInstant known = story->is_change ? story->pivot_until : story->as_of;
  g_autofree char *when = NULL;
  MpSpan span;

  row->end = g_strdup ("");
  if (last == NULL || mp_query_phase_is_over (story->agreement, last->phase, known))
    return;
  mp_agreement_get_phase_span (story->agreement, last->phase, &span);
  g_free (row->end);
  row->end = end_words (&span.end, phases->end_derivation[last->phase] != MP_NONE);
  when = mp_story_text (story->agreement, phases->ends_early[last->phase]);
  if (*when == '\0')
    return;
  row->condition =
    span.end.kind == MP_DATE_KNOWN
      /* Translators: after "ends in 2030", a condition: "the total cap is reached" */
      ? g_strdup_printf (_ ("or when %s"), when)
      /* Translators: after "no end published", a condition */
      : g_strdup_printf (_ ("ends when %s"), when);
}

/* --- Amounts ---------------------------------------------------------------------------------- */

/* Returns the first clause of what an amount is; the rest of it has room elsewhere. */
static char *
first_clause (MpAgreement *agreement, MpTextRef ref)
{
  const char *what = mp_agreement_text (agreement, ref);
  g_autofree char *clause = g_strndup (what, strcspn (what, ",;"));

  return mp_untrusted_text_isolate (clause, MP_STORY_MAX_CHARACTERS);
}

/* Says what only the press reports of the phase that holds: it never stands in the state. */
static void
add_press (const MpStory *story, MpStoryRow *row)
{
  const MpStoryPhase *holds = mp_story_find_phase (story, row, MP_STORY_HOLDS);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  MpRun run;

  row->press_phase = MP_NONE;
  if (holds == NULL)
    return;
  run = mp_agreement_phases (story->agreement)->amounts[holds->phase];
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    const MpAmount *amount = &mp_agreement_amounts (story->agreement)[i];
    g_autofree char *words = NULL, *what = NULL;

    if (mp_certainty_get (amount->certainty)->is_confirmed)
      continue;
    words = mp_words_amount (story->agreement, amount);
    what = first_clause (story->agreement, amount->what);
    if (*what == '\0')
      g_ptr_array_add (parts, g_steal_pointer (&words));
    else
      /* Translators: an amount, and what it is: "20 percent (reported rate)" */
      g_ptr_array_add (parts, g_strdup_printf (C_ ("amount", "%s (%s)"), words, what));
  }
  if (parts->len == 0)
    return;
  g_ptr_array_add (parts, NULL);
  joined = mp_join (MP_JOIN_LONG, (const char *const *) parts->pdata);
  /* Translators: amounts that no party has confirmed */
  row->press = g_strdup_printf (_ ("Not confirmed: %s"), joined);
  row->press_phase = holds->phase;
}

/* Says why nothing holds: the note of the phase that ended, where the file has one. */
static void
add_gap (const MpStory *story, MpStoryRow *row)
{
  const MpPhases *phases = mp_agreement_phases (story->agreement);
  const MpStoryPhase *ended = mp_story_find_phase (story, row, MP_STORY_BEFORE);

  g_autofree char *note =
    ended != NULL ? mp_story_text (story->agreement, phases->note[ended->phase]) : g_strdup ("");

  row->gap = *note != '\0' ? g_steal_pointer (&note) : g_strdup (_ ("Nothing stated in its place"));
}

char *
mp_story_title (const MpStory *story)
{
  return mp_untrusted_text_isolate (mp_agreement_get_title (story->agreement),
                                    MP_STORY_MAX_CHARACTERS);
}

char *
mp_story_term_title (const MpStory *story, guint32 term)
{
  return mp_story_text (story->agreement, mp_agreement_terms (story->agreement, NULL)[term].title);
}

void
mp_story_tell (MpStory *story, MpStoryRow *row)
{
  const MpPhases *phases = mp_agreement_phases (story->agreement);

  if (row->title != NULL)
    return;
  row->title = mp_story_term_title (story, row->term);
  for (guint i = row->first; i < row->first + row->n_phases; i++)
    story->phases[i].state =
      mp_story_text (story->agreement, phases->state[story->phases[i].phase]);
  add_parties (story, row);
  add_end (story, row);
  add_press (story, row);
  add_gap (story, row);
}

char *
mp_story_row_words (MpStory *story, MpStoryRow *row)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  mp_story_tell (story, row);
  for (guint i = row->first; i < row->first + row->n_phases; i++) {
    const MpStoryPhase *phase = &story->phases[i];
    g_autofree char *span = mp_words_phase_span (story->agreement, phase->phase);

    if (story->is_change && phase->tense == MP_STORY_EARLIER)
      continue;
    /* Translators: a state of a term, and when */
    g_ptr_array_add (parts, g_strdup_printf (C_ ("phase", "%s, %s"), phase->state, span));
  }
  g_ptr_array_add (parts, NULL);
  joined = mp_join (MP_JOIN_LONG, (const char *const *) parts->pdata);
  if (row->comparison.change == MP_CHANGE_ENDED)
    /* Translators: a term, its states until it ended, and what is known of what came then */
    return g_strdup_printf (C_ ("row", "%s: %s. %s"), row->title, joined, row->gap);
  /* Translators: a term, and its states */
  return g_strdup_printf (C_ ("row", "%s: %s"), row->title, joined);
}

/* --- Headline and subtitle -------------------------------------------------------------------- */

/* Whether a text, which may be NULL, ends with a full stop or the like. */
static gboolean
ends_sentence (const char *text)
{
  static const char *const ends[] = { ".", "!", "?", "…", "。", "！", "？" };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  return FALSE;
}

static char *
headline_of (const MpStory *story, const MpStoryRequest *request)
{
  g_autofree char *title = NULL;

  if (request->headline != NULL && *request->headline != '\0')
    return mp_untrusted_text_isolate (request->headline, 2 * MP_STORY_MAX_CHARACTERS);
  if (story->is_change && story->milestone != MP_NONE) {
    title = mp_story_text (story->agreement,
                           mp_agreement_milestones (story->agreement)->title[story->milestone]);
    /* Translators: a headline; %s is a milestone: "The 2026 reset: what changed" */
    return g_strdup_printf (_ ("%s: what changed"), title);
  }
  if (story->is_change && request->before != NULL) {
    g_autofree char *before = mp_date_words (request->before);
    g_autofree char *after = mp_date_words (request->as_of);

    /* Translators: a headline; both %s are dates */
    return g_strdup_printf (_ ("What changed: %s to %s"), before, after);
  }
  title = mp_story_title (story);
  if (request->kind == MP_STORY_ENDINGS)
    /* Translators: a headline; %s is an agreement */
    return g_strdup_printf (_ ("%s: what ends when"), title);
  /* Translators: a headline; %s is an agreement */
  return g_strdup_printf (_ ("%s: what holds, and until when"), title);
}

/* Returns a year in words, or NULL if it has more than four digits. */
static char *
year_words (gint64 year)
{
  g_autofree char *text = g_strdup_printf ("%04" G_GINT64_FORMAT, year);
  MpDate date;

  return mp_date_parse (text, -1, &date, NULL, NULL) ? mp_date_words (&date) : NULL;
}

/* "6 of 20 terms, 2025 to 2032". */
static char *
shown_words (const MpStory *story)
{
  g_autofree char *from = NULL, *to = NULL, *terms = NULL;
  MpCivil begin = mp_civil_from_instant (mp_day_to_instant (story->begin));
  MpCivil end = mp_civil_from_instant (mp_day_to_instant (story->end) - 1);

  terms = story->n_rows == story->n_terms
            ? g_strdup_printf (ngettext ("%'u term", "%'u terms", story->n_terms), story->n_terms)
            /* Translators: how many of the terms are shown */
            : g_strdup_printf (ngettext ("%'u of %'u term", "%'u of %'u terms", story->n_terms),
                               story->n_rows, story->n_terms);
  from = year_words (begin.year);
  to = year_words (end.year);
  if (from == NULL || to == NULL)
    return g_steal_pointer (&terms);
  if (begin.year == end.year)
    /* Translators: how many terms are shown, and the year */
    return g_strdup_printf (_ ("%s, %s"), terms, from);
  /* Translators: how many terms are shown, and from which year to which */
  return g_strdup_printf (_ ("%s, %s to %s"), terms, from, to);
}

void
mp_story_add_head (MpStory *story, const MpStoryRequest *request)
{
  g_autofree char *date =
    request->as_of != NULL ? mp_date_words (request->as_of) : mp_words_day (request->today);
  g_autofree char *shown = NULL, *as_of = NULL, *known = NULL;

  /* Translators: %s is a date. */
  as_of = g_strdup_printf (_ ("As of %s"), date);
  known = mp_words_as_known (story->agreement);
  story->as_of_words = mp_join (MP_JOIN_ITEMS, (const char *[]) { as_of, known, NULL });
  story->headline = headline_of (story, request);
  shown = request->subtitle != NULL && *request->subtitle != '\0'
            ? mp_untrusted_text_isolate (request->subtitle, 4 * MP_STORY_MAX_CHARACTERS)
            : shown_words (story);
  {
    const char *parts[] = { shown, story->as_of_words, NULL };

    story->subtitle =
      mp_join (ends_sentence (request->subtitle) ? MP_JOIN_SENTENCES : MP_JOIN_CLAUSES, parts);
  }
  if (story->milestone != MP_NONE) {
    const MpMilestones *milestones = mp_agreement_milestones (story->agreement);
    g_autofree char *when = mp_words_date (story->agreement, milestones->date[story->milestone]);
    g_autofree char *title = mp_story_text (story->agreement, milestones->title[story->milestone]);

    /* Translators: the date of a milestone and its title: "27 April 2026: The 2026 reset" */
    story->pivot_title = g_strdup_printf (C_ ("milestone", "%s: %s"), when, title);
  }
}
