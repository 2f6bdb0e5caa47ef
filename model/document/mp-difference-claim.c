/* mp-difference-claim.c: how what a claim cites and holds differs: sources, amounts, links
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-difference-private.h"

#include "mp-difference-match.h"
#include "mp-links.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
mp_difference_add (MpFinder *finder, MpDifferenceKind kind, const char *member, char *old_value,
                   char *new_value)
{
  MpDifference difference = { kind,   finder->thing, finder->old, finder->new,
                              member, old_value,     new_value };

  if (old_value != NULL && *old_value == '\0')
    g_clear_pointer (&difference.old_value, g_free);
  if (new_value != NULL && *new_value == '\0')
    g_clear_pointer (&difference.new_value, g_free);
  g_array_append_val (finder->out, difference);
}

void
mp_compare_strings (MpFinder *finder, MpDifferenceKind kind, const char *member, const char *old,
                    const char *new)
{
  if (strcmp (old, new) != 0)
    mp_difference_add (finder, kind, member, g_strdup (old), g_strdup (new));
}

void
mp_compare_certainty (MpFinder *finder, const char *member, MpCertainty old, MpCertainty new)
{
  if (old != new)
    mp_difference_add (
      finder, mp_certainty_compare (new, old) < 0 ? MP_DIFFERENCE_BETTER : MP_DIFFERENCE_WORSE,
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
mp_compare_lists (MpFinder *finder, MpDifferenceKind kind, const char *member, const GPtrArray *old,
                  const GPtrArray *new)
{
  g_autofree char *lost = only_in (old, new), *gained = only_in (new, old);

  if (*lost == '\0' && *gained == '\0')
    return;
  if (kind == MP_DIFFERENCE_SOURCES && *lost == '\0')
    kind = MP_DIFFERENCE_BETTER;
  else if (kind == MP_DIFFERENCE_SOURCES && *gained == '\0')
    kind = MP_DIFFERENCE_WORSE;
  mp_difference_add (finder, kind, member, g_steal_pointer (&lost), g_steal_pointer (&gained));
}

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

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    char *words = in_full ? g_strjoin (" ", source_id (agreement, i),
                                       mp_agreement_text (agreement, citations[i].at),
                                       mp_agreement_text (agreement, citations[i].quote), NULL)
                          : g_strdup (source_id (agreement, i));

    g_ptr_array_add (keys, g_strchomp (words));
  }
  return keys;
}

static gboolean
are_same_citations (MpFinder *finder, MpRun old, MpRun new)
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

void
mp_compare_citations (MpFinder *finder, const char *member, MpRun old, MpRun new)
{
  guint n_before = finder->out->len;

  /* Nearly all are the same, and need no keys. */
  if (are_same_citations (finder, old, new))
    return;
  for (guint in_full = FALSE; in_full <= TRUE && finder->out->len == n_before; in_full++) {
    g_autoptr (GPtrArray) left = citation_keys (finder->before, old, in_full);
    g_autoptr (GPtrArray) right = citation_keys (finder->after, new, in_full);

    mp_compare_lists (finder, in_full ? MP_DIFFERENCE_REWORDED : MP_DIFFERENCE_SOURCES, member,
                      left, right);
  }
}

static char *
amount_words (MpAgreement *agreement, const MpAmount *amount)
{
  g_autofree char *words = mp_words_amount (agreement, amount);

  if (amount->is_cap)
    /* Translators: an amount and what it is, as in "USD 38 billion (total; a cap)". */
    return g_strdup_printf (C_ ("difference", "%s (%s; a cap)"), words,
                            mp_agreement_text (agreement, amount->what));
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
compare_amount (MpFinder *finder, const MpAmount *old, const MpAmount *new)
{
  if (old->value != new->value || old->is_cap != new->is_cap ||
      strcmp (mp_agreement_text (finder->before, old->unit),
              mp_agreement_text (finder->after, new->unit)) != 0)
    mp_difference_add (finder, MP_DIFFERENCE_AMOUNT, "amounts", amount_words (finder->before, old),
                       amount_words (finder->after, new));
  mp_compare_certainty (finder, "amounts", old->certainty, new->certainty);
  mp_compare_citations (finder, "amounts", old->citations, new->citations);
}

void
mp_compare_amounts (MpFinder *finder, MpRun old, MpRun new)
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
      mp_difference_add (finder, MP_DIFFERENCE_AMOUNT, "amounts", NULL,
                         amount_words (finder->after, &right[i]));
  }
  for (guint i = 0; i < gone->len; i++)
    mp_difference_add (finder, MP_DIFFERENCE_AMOUNT, "amounts",
                       amount_words (finder->before, &left[g_array_index (gone, guint32, i)]),
                       NULL);
}

/* Returns the ids of the sources of a claim, as " [a, b]", or "" if it has none of its own. */
static char *
sources_words (MpAgreement *agreement, MpRun citations)
{
  GString *out = g_string_new (NULL);

  for (guint32 i = citations.first; i < citations.first + citations.count; i++)
    g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : " [", source_id (agreement, i));
  if (out->len > 0)
    g_string_append_c (out, ']');
  return g_string_free (out, FALSE);
}

static GPtrArray *
alternative_keys (MpFinder *finder, MpAgreement *agreement, MpRun run)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  const MpAlternative *all = mp_agreement_alternatives (agreement);

  (void) finder;
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    g_autofree char *date = mp_words_date (agreement, all[i].date);
    g_autofree char *sources = sources_words (agreement, all[i].citations);
    const char *reason = mp_agreement_text (agreement, all[i].reason);

    g_ptr_array_add (keys,
                     g_strdup_printf ("%s (%s%s%s)%s", date, mp_words_certainty (all[i].certainty),
                                      *reason != '\0' ? ": " : "", reason, sources));
  }
  return keys;
}

static const char *
id_in (MpAgreement *agreement, MpNamed named)
{
  if (named.kind == MP_ID_KIND_TERM)
    return mp_agreement_text (agreement, mp_agreement_terms (agreement, NULL)[named.index].id);
  if (named.kind == MP_ID_KIND_TOPIC)
    return mp_agreement_text (agreement, mp_agreement_topics (agreement, NULL)[named.index].id);
  return mp_agreement_text (agreement, mp_agreement_milestones (agreement)->id[named.index]);
}

static const char *
title_in (MpAgreement *agreement, MpNamed named)
{
  if (named.kind == MP_ID_KIND_TERM)
    return mp_agreement_text (agreement, mp_agreement_terms (agreement, NULL)[named.index].title);
  if (named.kind == MP_ID_KIND_TOPIC)
    return mp_agreement_text (agreement, mp_agreement_topics (agreement, NULL)[named.index].title);
  return mp_agreement_text (agreement, mp_agreement_milestones (agreement)->title[named.index]);
}

const char *
mp_difference_title (MpFinder *finder, MpAgreement *agreement, MpNamed named)
{
  MpNamed newer;

  if (named.index == MP_NONE)
    return "";
  newer = mp_agreement_find_named (finder->after, id_in (agreement, named));
  if (newer.index != MP_NONE && newer.kind == named.kind)
    return title_in (finder->after, newer);
  return title_in (agreement, named);
}

static GPtrArray *
link_keys (MpFinder *finder, MpAgreement *agreement, MpRun run)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  const MpLink *links = mp_agreement_links (agreement, NULL);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    g_autofree char *sources = sources_words (agreement, links[i].citations);

    g_ptr_array_add (
      keys,
      g_strdup_printf ("%s: %s (%s)%s", mp_link_group_heading (mp_link_kinds[links[i].kind].own),
                       mp_difference_title (finder, agreement, links[i].to),
                       mp_words_certainty (mp_link_certainty (agreement, &links[i])), sources));
  }
  return keys;
}

static GPtrArray *
change_keys (MpFinder *finder, MpAgreement *agreement, MpRun run)
{
  GPtrArray *keys = g_ptr_array_new ();
  const guint32 *changes = mp_agreement_changes (agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++)
    g_ptr_array_add (keys, (gpointer) mp_difference_title (
                             finder, agreement, (MpNamed) { MP_ID_KIND_TERM, changes[i] }));
  return keys;
}

typedef GPtrArray *(*KeysOf) (MpFinder *finder, MpAgreement *agreement, MpRun run);

static void
compare_runs (MpFinder *finder, const char *member, KeysOf keys_of, MpRun old, MpRun new)
{
  g_autoptr (GPtrArray) left = NULL, right = NULL;

  if (old.count + new.count == 0)
    return;
  left = keys_of (finder, finder->before, old);
  right = keys_of (finder, finder->after, new);
  mp_compare_lists (finder, MP_DIFFERENCE_OTHER, member, left, right);
}

void
mp_compare_alternatives (MpFinder *finder, MpRun old, MpRun new)
{
  compare_runs (finder, "alternatives", alternative_keys, old, new);
}

void
mp_compare_links (MpFinder *finder, MpRun old, MpRun new)
{
  compare_runs (finder, "links", link_keys, old, new);
}

void
mp_compare_changes (MpFinder *finder, MpRun old, MpRun new)
{
  compare_runs (finder, "changes", change_keys, old, new);
}
