/* mp-difference-words.c: differences between two agreements in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-difference.h"

#include "mp-join.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *word;
  const char *symbol;
  const char *words; /* not yet translated */
} kinds[MP_N_DIFFERENCES] = {
  [MP_DIFFERENCE_ADDED] = { "added", "+", N_ ("Added") },
  [MP_DIFFERENCE_GONE] = { "gone", "−", N_ ("Gone") },
  [MP_DIFFERENCE_MOVED] = { "moved", "→", N_ ("Moved") },
  [MP_DIFFERENCE_REWORDED] = { "reworded", "✎", N_ ("Reworded") },
  [MP_DIFFERENCE_AMOUNT] = { "amount", "#", N_ ("Amount") },
  [MP_DIFFERENCE_BETTER] = { "better-sourced", "▲", N_ ("Better sourced") },
  [MP_DIFFERENCE_WORSE] = { "worse-sourced", "▼", N_ ("Worse sourced") },
  [MP_DIFFERENCE_SOURCES] = { "sources", "§", N_ ("Sourced otherwise") },
  [MP_DIFFERENCE_OTHER] = { "changed", "≠", N_ ("Changed") },
};

static const char *const things[MP_N_THINGS] = {
  [MP_THING_AGREEMENT] = "agreement", [MP_THING_PARTY] = "party", [MP_THING_TOPIC] = "topic",
  [MP_THING_SOURCE] = "source",       [MP_THING_TERM] = "term",   [MP_THING_PHASE] = "phase",
  [MP_THING_MILESTONE] = "milestone", [MP_THING_STEP] = "step",
};

const char *
mp_difference_kind_to_string (MpDifferenceKind kind)
{
  return kinds[kind].word;
}

const char *
mp_difference_kind_symbol (MpDifferenceKind kind)
{
  return kinds[kind].symbol;
}

const char *
mp_thing_to_string (MpThing thing)
{
  return things[thing];
}

guint
mp_differences_count (const GArray *differences, MpDifferenceKind kind)
{
  guint n = 0;

  for (guint i = 0; i < differences->len; i++)
    n += g_array_index (differences, MpDifference, i).kind == kind;
  return n;
}

/* --- Names ------------------------------------------------------------------------------------ */

/* Stores the agreement in which a difference is looked at, and returns the index of its thing. */
static guint32
side_of (MpAgreement *before, MpAgreement *after, const MpDifference *difference,
         MpAgreement **side)
{
  *side = difference->after != MP_NONE ? after : before;
  return difference->after != MP_NONE ? difference->after : difference->before;
}

const char *
mp_difference_id (MpAgreement *before, MpAgreement *after, const MpDifference *difference)
{
  MpAgreement *side;
  guint32 i = side_of (before, after, difference, &side);

  switch (difference->thing) {
  case MP_THING_PARTY:
    return mp_agreement_text (side, mp_agreement_parties (side, NULL)[i].id);
  case MP_THING_TOPIC:
    return mp_agreement_text (side, mp_agreement_topics (side, NULL)[i].id);
  case MP_THING_SOURCE:
    return mp_agreement_text (side, mp_agreement_sources (side, NULL)[i].id);
  case MP_THING_TERM:
    return mp_agreement_text (side, mp_agreement_terms (side, NULL)[i].id);
  case MP_THING_PHASE:
    return mp_agreement_text (
      side, mp_agreement_terms (side, NULL)[mp_agreement_phases (side)->term[i]].id);
  case MP_THING_MILESTONE:
    return mp_agreement_text (side, mp_agreement_milestones (side)->id[i]);
  case MP_THING_AGREEMENT:
  case MP_THING_STEP:
  case MP_N_THINGS:
  default:
    return "";
  }
}

char *
mp_difference_name (MpAgreement *before, MpAgreement *after, const MpDifference *difference)
{
  MpAgreement *side;
  guint32 i = side_of (before, after, difference, &side);
  const MpTerm *terms = mp_agreement_terms (side, NULL);
  const MpPhases *phases = mp_agreement_phases (side);

  switch (difference->thing) {
  case MP_THING_PARTY:
    return g_strdup (mp_agreement_text (side, mp_agreement_parties (side, NULL)[i].name));
  case MP_THING_TOPIC:
    return g_strdup (mp_agreement_text (side, mp_agreement_topics (side, NULL)[i].title));
  case MP_THING_SOURCE:
    return g_strdup (mp_agreement_text (side, mp_agreement_sources (side, NULL)[i].title));
  case MP_THING_TERM:
    return g_strdup (mp_agreement_text (side, terms[i].title));
  case MP_THING_PHASE:
    /* Translators: a term, and one of its states. */
    return g_strdup_printf (C_ ("difference", "%s: %s"),
                            mp_agreement_text (side, terms[phases->term[i]].title),
                            mp_agreement_text (side, phases->state[i]));
  case MP_THING_MILESTONE:
    return g_strdup (mp_agreement_text (side, mp_agreement_milestones (side)->title[i]));
  case MP_THING_STEP:
    return g_strdup (mp_agreement_text (side, mp_agreement_story (side, NULL)[i].title));
  case MP_THING_AGREEMENT:
  case MP_N_THINGS:
  default:
    return g_strdup (mp_agreement_get_title (side));
  }
}

/* --- What became of it ------------------------------------------------------------------------ */

char *
mp_difference_words (const MpDifference *difference)
{
  const char *words = _ (kinds[difference->kind].words);

  if (difference->old_value == NULL && difference->new_value == NULL)
    return g_strdup (words);
  if (difference->old_value == NULL)
    /* Translators: what became of something ("Better sourced"), and what was added to it. */
    return g_strdup_printf (_ ("%s: + %s"), words, difference->new_value);
  if (difference->new_value == NULL)
    /* Translators: what became of something ("Worse sourced"), and what is no longer there. */
    return g_strdup_printf (_ ("%s: − %s"), words, difference->old_value);
  /* Translators: what became of something ("Moved"), what it was, and what it is. */
  return g_strdup_printf (_ ("%s: %s → %s"), words, difference->old_value, difference->new_value);
}

char *
mp_differences_summary (const GArray *differences)
{
  const char *parts[MP_N_DIFFERENCES + 1] = { NULL };
  guint n_parts = 0;
  char *summary;

  for (guint kind = 0; kind < MP_N_DIFFERENCES; kind++) {
    guint n = mp_differences_count (differences, kind);
    g_autofree char *words = g_utf8_strdown (_ (kinds[kind].words), -1);

    if (n > 0)
      /* Translators: how many, and what became of them: "2 moved". */
      parts[n_parts++] = g_strdup_printf (C_ ("difference", "%u %s"), n, words);
  }
  if (n_parts == 0)
    return g_strdup (_ ("no differences"));
  summary = mp_join (MP_JOIN_ITEMS, parts);
  for (guint i = 0; i < n_parts; i++)
    g_free ((gpointer) parts[i]);
  return summary;
}
