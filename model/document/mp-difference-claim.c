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

/* A list whose order does not matter: what tells its items apart, and what they are called. */
typedef struct {
  GPtrArray *keys;
  GPtrArray *names;
} Listed;

static Listed
listed_new (void)
{
  return (Listed) { g_ptr_array_new_with_free_func (g_free),
                    g_ptr_array_new_with_free_func (g_free) };
}

static void
listed_clear (Listed *list)
{
  g_ptr_array_unref (list->keys);
  g_ptr_array_unref (list->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listed, listed_clear)

/* Returns the names of those of a list that the other does not have, with "; " between them. */
static char *
only_in (const Listed *list, const Listed *other)
{
  g_autofree guint32 *match = mp_match_keys (other->keys, list->keys);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < list->keys->len; i++)
    if (match[i] == MP_NONE)
      g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "",
                              (char *) list->names->pdata[i]);
  return g_string_free (out, FALSE);
}

static void
compare_lists (MpFinder *finder, MpDifferenceKind kind, const char *member, const Listed *old,
               const Listed *new)
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

static const char *
cited_at (MpAgreement *agreement, guint32 citation)
{
  return mp_agreement_text (agreement, mp_agreement_citations (agreement)[citation].at);
}

static const char *
quoted_in (MpAgreement *agreement, guint32 citation)
{
  return mp_agreement_text (agreement, mp_agreement_citations (agreement)[citation].quote);
}

/* Returns what is cited, with where and what words if that is asked for. Free with g_free (). */
static char *
citation_words (MpAgreement *agreement, const char *source, guint32 citation, gboolean in_full)
{
  const char *at = in_full ? cited_at (agreement, citation) : "";
  const char *quote = in_full ? quoted_in (agreement, citation) : "";

  return g_strconcat (source, *at != '\0' ? ", " : "", at, *quote != '\0' ? ": " : "", quote, NULL);
}

static Listed
list_citations (MpAgreement *agreement, MpRun run, gboolean in_full)
{
  Listed list = listed_new ();
  const MpCitation *citations = mp_agreement_citations (agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    g_autofree char *name = mp_words_source (agreement, citations[i].source, FALSE);

    g_ptr_array_add (list.keys, citation_words (agreement, source_id (agreement, i), i, in_full));
    g_ptr_array_add (list.names, citation_words (agreement, name, i, in_full));
  }
  return list;
}

static gboolean
are_same_citations (MpFinder *finder, MpRun old, MpRun new)
{
  if (old.count != new.count)
    return FALSE;
  for (guint32 i = old.first, j = new.first; i < old.first + old.count; i++, j++)
    if (strcmp (source_id (finder->before, i), source_id (finder->after, j)) != 0 ||
        strcmp (cited_at (finder->before, i), cited_at (finder->after, j)) != 0 ||
        strcmp (quoted_in (finder->before, i), quoted_in (finder->after, j)) != 0)
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
    g_auto (Listed) left = list_citations (finder->before, old, in_full);
    g_auto (Listed) right = list_citations (finder->after, new, in_full);

    compare_lists (finder, in_full ? MP_DIFFERENCE_REWORDED : MP_DIFFERENCE_SOURCES, member, &left,
                   &right);
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
  const MpAmount *left, *right;
  g_autoptr (GPtrArray) old_keys = NULL, new_keys = NULL;
  g_autoptr (GArray) gone = NULL;
  g_autofree guint32 *match = NULL;

  if (old.count + new.count == 0)
    return;
  left = mp_agreement_amounts (finder->before);
  right = mp_agreement_amounts (finder->after);
  old_keys = amount_keys (finder->before, old);
  new_keys = amount_keys (finder->after, new);
  match = mp_match_keys (old_keys, new_keys);
  gone = mp_match_gone (match, new.count, old.count);
  for (guint32 i = 0; i < new.count; i++) {
    if (match[i] != MP_NONE)
      compare_amount (finder, &left[old.first + match[i]], &right[new.first + i]);
    else
      mp_difference_add (finder, MP_DIFFERENCE_AMOUNT, "amounts", NULL,
                         amount_words (finder->after, &right[new.first + i]));
  }
  for (guint i = 0; i < gone->len; i++)
    mp_difference_add (
      finder, MP_DIFFERENCE_AMOUNT, "amounts",
      amount_words (finder->before, &left[old.first + g_array_index (gone, guint32, i)]), NULL);
}

/* Adds an item whose words are followed by the sources of its own, as in " [a; b]", if it has some.
 */
static void
add_claim (Listed *list, MpAgreement *agreement, const char *words, MpRun citations)
{
  g_auto (Listed) cited = list_citations (agreement, citations, FALSE);
  g_autofree char *ids = NULL, *names = NULL;

  g_ptr_array_add (cited.keys, NULL);
  g_ptr_array_add (cited.names, NULL);
  ids = g_strjoinv ("; ", (char **) cited.keys->pdata);
  names = g_strjoinv ("; ", (char **) cited.names->pdata);
  g_ptr_array_add (list->keys, g_strdup_printf ("%s [%s]", words, ids));
  g_ptr_array_add (list->names, citations.count > 0 ? g_strdup_printf ("%s [%s]", words, names)
                                                    : g_strdup (words));
}

static Listed
list_alternatives (MpFinder *finder, MpAgreement *agreement, MpRun run)
{
  Listed list = listed_new ();
  const MpAlternative *all = mp_agreement_alternatives (agreement);

  (void) finder;
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    g_autofree char *date = mp_words_date (agreement, all[i].date), *words = NULL;
    const char *reason = mp_agreement_text (agreement, all[i].reason);

    words = g_strdup_printf ("%s (%s%s%s)", date, mp_words_certainty (all[i].certainty),
                             *reason != '\0' ? ": " : "", reason);
    add_claim (&list, agreement, words, all[i].citations);
  }
  return list;
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

static Listed
list_links (MpFinder *finder, MpAgreement *agreement, MpRun run)
{
  Listed list = listed_new ();
  const MpLink *links = mp_agreement_links (agreement, NULL);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    g_autofree char *words =
      g_strdup_printf ("%s: %s (%s)", mp_link_group_heading (mp_link_kinds[links[i].kind].own),
                       mp_difference_title (finder, agreement, links[i].to),
                       mp_words_certainty (mp_link_certainty (agreement, &links[i])));

    add_claim (&list, agreement, words, links[i].citations);
  }
  return list;
}

static Listed
list_changes (MpFinder *finder, MpAgreement *agreement, MpRun run)
{
  Listed list = listed_new ();
  const guint32 *changes = mp_agreement_changes (agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++)
    add_claim (&list, agreement,
               mp_difference_title (finder, agreement, (MpNamed) { MP_ID_KIND_TERM, changes[i] }),
               (MpRun) { 0, 0 });
  return list;
}

typedef Listed (*ListFunc) (MpFinder *finder, MpAgreement *agreement, MpRun run);

static void
compare_runs (MpFinder *finder, const char *member, ListFunc func, MpRun old, MpRun new)
{
  if (old.count + new.count > 0) {
    g_auto (Listed) left = func (finder, finder->before, old);
    g_auto (Listed) right = func (finder, finder->after, new);

    compare_lists (finder, MP_DIFFERENCE_OTHER, member, &left, &right);
  }
}

void
mp_compare_alternatives (MpFinder *finder, MpRun old, MpRun new)
{
  compare_runs (finder, "alternatives", list_alternatives, old, new);
}

void
mp_compare_links (MpFinder *finder, MpRun old, MpRun new)
{
  compare_runs (finder, "links", list_links, old, new);
}

void
mp_compare_changes (MpFinder *finder, MpRun old, MpRun new)
{
  compare_runs (finder, "changes", list_changes, old, new);
}
