/* mp-item-words.c: tooltips and accessible descriptions of timeline items
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-item-words.h"

#include "mp-agreement.h"
#include "mp-join.h"
#include "mp-notice.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* A line of a tooltip must not be wider than a window. */
#define MAX_LINE 90

/* Joins lines, each cut to a sane length. */
static char *
join_lines (GPtrArray *lines)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const char *line = g_ptr_array_index (lines, i);
    glong length = g_utf8_strlen (line, -1);
    g_autofree char *cut = g_utf8_substring (line, 0, MIN (length, MAX_LINE));

    g_string_append_printf (joined, "%s%s%s", joined->len > 0 ? "\n" : "", cut,
                            length > MAX_LINE ? "…" : "");
  }
  return g_string_free (joined, FALSE);
}

/* Adds a line, and takes it; an empty one is left out. */
static void
take (GPtrArray *lines, char *line)
{
  if (*line != '\0')
    g_ptr_array_add (lines, line);
  else
    g_free (line);
}

static void
add_alternatives (GPtrArray *lines, MpAgreement *agreement, MpRun run)
{
  const MpAlternative *pool = mp_agreement_alternatives (agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    g_autofree char *date = mp_words_date (agreement, pool[i].date);

    /* Translators: the date that another source gives. */
    take (lines, g_strdup_printf (_ ("Another source: %s"), date));
  }
}

static void
add_derivation (GPtrArray *lines, MpAgreement *agreement, guint32 derivation)
{
  g_autofree char *words = NULL;

  if (derivation == MP_NONE)
    return;
  words = mp_words_derivation (agreement, derivation);
  /* Translators: %s is how a date was counted, as in "90 days after The reset (27 April 2026)". */
  take (lines, g_strdup_printf (_ ("Counted: %s"), words));
}

/* What there is to know beside an item's name and date. */
static void
add_facts (GPtrArray *lines, MpAgreement *agreement, MpItem item)
{
  if (item.kind == MP_ITEM_MILESTONE) {
    const MpMilestones *milestones = mp_agreement_milestones (agreement);

    add_derivation (lines, agreement, milestones->derivation[item.index]);
    take (lines, g_strdup (mp_words_certainty (milestones->certainty[item.index])));
    add_alternatives (lines, agreement, milestones->alternatives[item.index]);
  } else if (item.kind == MP_ITEM_PHASE) {
    const MpPhases *phases = mp_agreement_phases (agreement);
    guint32 term = phases->term[item.index];

    add_derivation (lines, agreement, phases->start_derivation[item.index]);
    add_derivation (lines, agreement, phases->end_derivation[item.index]);
    take (lines, g_strdup (mp_words_certainty (phases->certainty[item.index])));
    add_alternatives (lines, agreement, phases->alternatives[item.index]);
    if (mp_agreement_terms (agreement, NULL)[term].notice != MP_NONE)
      take (lines, mp_notice_words (agreement, term));
  }
}

char *
mp_item_tooltip (MpAgreement *agreement, MpItem item)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (item.kind == MP_ITEM_MILESTONE) {
    const MpMilestones *milestones = mp_agreement_milestones (agreement);

    take (lines, g_strdup (mp_agreement_text (agreement, milestones->title[item.index])));
    take (lines, mp_words_date (agreement, milestones->date[item.index]));
  } else if (item.kind == MP_ITEM_PHASE) {
    const MpPhases *phases = mp_agreement_phases (agreement);
    const MpTerm *term = &mp_agreement_terms (agreement, NULL)[phases->term[item.index]];

    take (lines, g_strdup (mp_agreement_text (agreement, term->title)));
    take (lines, g_strdup (mp_agreement_text (agreement, phases->state[item.index])));
    take (lines, mp_words_phase_span (agreement, item.index));
  }
  add_facts (lines, agreement, item);
  return join_lines (lines);
}

/* "Milestone 3 of 9, Cloud", "Phase 1 of 2, Cloud"; nothing where there is no position. */
static char *
rank_words (MpAgreement *agreement, MpItem item, MpPositionInSet rank)
{
  const MpTopic *topics = mp_agreement_topics (agreement, NULL);
  g_autofree char *title = NULL;

  if (rank.of == 0)
    return g_strdup ("");
  title = mp_untrusted_text_isolate (
    mp_agreement_text (agreement, topics[mp_item_topic (agreement, item)].title), 0);
  return item.kind == MP_ITEM_MILESTONE
           /* Translators: which of how many milestones of a topic, by time, and the topic. */
           ? g_strdup_printf (_ ("Milestone %'u of %'u, %s"), rank.place, rank.of, title)
           /* Translators: which of how many phases of a term, and the topic of the term. */
           : g_strdup_printf (_ ("Phase %'u of %'u, %s"), rank.place, rank.of, title);
}

char *
mp_item_description (MpAgreement *agreement, MpItem item, MpPositionInSet rank)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const MpPhases *phases = mp_agreement_phases (agreement);

  /* A phase's name has its dates, but not what may end it. */
  if (item.kind == MP_ITEM_PHASE &&
      *mp_agreement_text (agreement, phases->ends_early[item.index]) != '\0')
    take (lines, mp_words_phase_end (agreement, item.index));
  add_facts (lines, agreement, item);
  take (lines, rank_words (agreement, item, rank));
  g_ptr_array_add (lines, NULL);
  return mp_join (MP_JOIN_CLAUSES, (const char *const *) lines->pdata);
}

char *
mp_cluster_tooltip (MpAgreement *agreement, const guint32 *milestones, guint count)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint named = count <= MP_CLUSTER_MAX_NAMED ? count : MP_CLUSTER_MAX_NAMED - 1;

  for (guint i = 0; i < named; i++)
    take (lines, mp_words_milestone (agreement, milestones[i]));
  if (named < count)
    take (lines, g_strdup_printf (ngettext ("and %'u more", "and %'u more", count - named),
                                  count - named));
  return join_lines (lines);
}

char *
mp_cluster_description (MpAgreement *agreement, const guint32 *milestones, guint count)
{
  g_autofree char *tooltip = mp_cluster_tooltip (agreement, milestones, count);
  g_auto (GStrv) lines = g_strsplit (tooltip, "\n", -1);
  g_autofree char *list = mp_join (MP_JOIN_LONG, (const char *const *) lines);

  /* Translators: what activating a cluster does, and the milestones in it. */
  return g_strdup_printf (_ ("Opens their list: %s"), list);
}

char *
mp_crowd_words (const char *when, guint count)
{
  /* Translators: a day or a stretch of time, and how many phases of one term there are. */
  return g_strdup_printf (ngettext ("%s: %'u phase", "%s: %'u phases", count), when, count);
}

char *
mp_row_words (MpAgreement *agreement, guint32 term, guint count)
{
  g_autofree char *title = NULL;

  if (term == MP_NONE)
    return g_strdup_printf (ngettext ("%'u milestone in view", "%'u milestones in view", count),
                            count);
  title = mp_untrusted_text_isolate (
    mp_agreement_text (agreement, mp_agreement_terms (agreement, NULL)[term].title), 0);
  /* Translators: a term, and how many of its phases are in view. */
  return g_strdup_printf (ngettext ("%s: %'u phase in view", "%s: %'u phases in view", count),
                          title, count);
}
