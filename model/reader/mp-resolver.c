/* mp-resolver.c: dates that are counted from those of milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-resolver.h"

#include "mp-check.h"
#include "mp-quote.h"

#include <glib/gi18n-lib.h>

/* A cycle of more milestones than this is not named in full. */
#define MAX_NAMED 8

typedef enum {
  STATE_IN_CHAIN, /* on the way to the end of the chain that is being followed */
  STATE_FOUND,
  STATE_WRONG,
} State;

/* What is known about a milestone whose date is counted. */
typedef struct {
  State state;
  const char *text;  /* its date, EDTF, once it is found */
  const char *fault; /* what is wrong, or NULL if the fault is that of another milestone */
} Entry;

/* One milestone of a chain. */
typedef struct {
  guint32 index;
  MpDateOrigin origin;
} Link;

struct _MpResolver {
  MpOriginFunc find_origin;
  gpointer data;
  GHashTable *entries; /* from index to Entry, owned */
  GStringChunk *texts;
};

MpResolver *
mp_resolver_new (MpOriginFunc find_origin, gpointer data)
{
  MpResolver *resolver = g_new0 (MpResolver, 1);

  resolver->find_origin = find_origin;
  resolver->data = data;
  resolver->entries = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  resolver->texts = g_string_chunk_new (1024);
  return resolver;
}

void
mp_resolver_free (MpResolver *resolver)
{
  if (resolver == NULL)
    return;
  g_hash_table_unref (resolver->entries);
  g_string_chunk_free (resolver->texts);
  g_free (resolver);
}

static Entry *
look_up (MpResolver *resolver, guint32 milestone)
{
  return g_hash_table_lookup (resolver->entries, GUINT_TO_POINTER (milestone));
}

static void
fail (MpResolver *resolver, Entry *entry, const char *sentence)
{
  entry->state = STATE_WRONG;
  entry->fault = g_string_chunk_insert (resolver->texts, sentence);
}

/* --- Rings ------------------------------------------------------------------------------------ */

/* Names the milestones of a cycle, beginning and ending with the first one. */
static char *
ring_words (const GArray *chain, guint begin, guint first)
{
  guint length = chain->len - begin;
  GString *names = g_string_new (NULL);

  g_assert (length > 0);
  for (guint i = 0; i <= length; i++) {
    const Link *link = &g_array_index (chain, Link, begin + (first - begin + i) % length);
    g_autofree char *name = mp_quote (link->origin.id);

    if (i == MAX_NAMED && i < length) {
      g_string_append (names, " → …");
      i = length - 1;
      continue;
    }
    if (i > 0)
      g_string_append (names, " → ");
    g_string_append (names, name);
  }
  return g_string_free (names, FALSE);
}

/* The chain has come back to its link at begin. Neither the milestones of this cycle nor those that
 * led to it have a date. */
static void
break_ring (MpResolver *resolver, const GArray *chain, guint begin)
{
  g_autofree char *names = NULL;
  g_autofree char *sentence = NULL;
  guint first = begin;

  for (guint i = 0; i < chain->len; i++) {
    guint32 index = g_array_index (chain, Link, i).index;

    look_up (resolver, index)->state = STATE_WRONG;
    if (i > begin && index < g_array_index (chain, Link, first).index)
      first = i;
  }
  names = ring_words (chain, begin, first);
  /* Translators: names of milestones with arrows between them */
  sentence = g_strdup_printf (_ ("these dates are counted from each other: %s"), names);
  fail (resolver, look_up (resolver, g_array_index (chain, Link, first).index), sentence);
}

/* --- Counting --------------------------------------------------------------------------------- */

/* Counts from the date of another milestone, or from the nearer end of its interval. */
static gboolean
count_from (const MpDateOrigin *origin, const MpSpan *base, MpDate *date, GError **error)
{
  return mp_duration_shift_date (&origin->by, origin->before ? &base->start : &base->end,
                                 origin->before, date, error);
}

/* Finds the date of one link from that of the next one. */
static gboolean
count_link (MpResolver *resolver, const Link *link, MpSpan *date)
{
  Entry *entry = look_up (resolver, link->index);
  g_autoptr (GError) error = NULL;
  MpDate counted;

  if (!count_from (&link->origin, date, &counted, &error)) {
    fail (resolver, entry, error->message);
    return FALSE;
  }
  if (counted.kind != MP_DATE_KNOWN) {
    fail (
      resolver, entry,
      link->origin.before
        ? _ ("the milestone counted from has no beginning that is known, so this one has no date")
        : _ ("the milestone counted from has no end that is known, so this one has no date"));
    return FALSE;
  }
  entry->state = STATE_FOUND;
  entry->text = g_string_chunk_insert (resolver->texts, counted.text);
  *date = (MpSpan) { counted, counted, FALSE };
  return TRUE;
}

static guint
find_link (const GArray *chain, guint32 milestone)
{
  guint i = 0;

  while (g_array_index (chain, Link, i).index != milestone)
    i++;
  return i;
}

/* Follows the milestones from which a date is counted up to one whose date is known, and stores
 * that date. Returns FALSE if there is none. A link is added to chain for each milestone whose date
 * has to be counted. */
static gboolean
follow (MpResolver *resolver, guint32 milestone, GArray *chain, MpSpan *date)
{
  for (;;) {
    Entry *entry = look_up (resolver, milestone);
    Link link = { .index = milestone };

    if (entry != NULL && entry->state == STATE_IN_CHAIN) {
      break_ring (resolver, chain, find_link (chain, milestone));
      return FALSE;
    }
    if (entry != NULL)
      return entry->state == STATE_FOUND && mp_span_parse (entry->text, -1, date, NULL, NULL);
    if (!resolver->find_origin (milestone, &link.origin, resolver->data))
      return FALSE;
    if (link.origin.text != NULL)
      return mp_span_parse (link.origin.text, -1, date, NULL, NULL);
    g_hash_table_insert (resolver->entries, GUINT_TO_POINTER (milestone), g_new0 (Entry, 1));
    g_array_append_val (chain, link);
    milestone = link.origin.milestone;
  }
}

gboolean
mp_resolver_find (MpResolver *resolver, guint32 milestone, MpSpan *date, const char **fault)
{
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (Link));
  const Entry *entry;
  MpSpan found;
  gboolean is_known;

  *fault = NULL;
  is_known = follow (resolver, milestone, chain, &found);
  for (guint i = chain->len; i-- > 0;) {
    const Link *link = &g_array_index (chain, Link, i);

    if (is_known)
      is_known = count_link (resolver, link, &found);
    else
      look_up (resolver, link->index)->state = STATE_WRONG;
  }
  if (is_known) {
    *date = found;
    return TRUE;
  }
  entry = look_up (resolver, milestone);
  if (entry != NULL)
    *fault = entry->fault;
  return FALSE;
}

gboolean
mp_resolver_count (MpResolver *resolver, const MpDateOrigin *origin, MpDate *date,
                   const char **fault)
{
  g_autoptr (GError) error = NULL;
  MpSpan base;

  if (!mp_resolver_find (resolver, origin->milestone, &base, fault)) {
    *fault = NULL;
    return FALSE;
  }
  if (count_from (origin, &base, date, &error))
    return TRUE;
  *fault = g_string_chunk_insert (resolver->texts, error->message);
  return FALSE;
}
