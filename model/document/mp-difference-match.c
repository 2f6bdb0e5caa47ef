/* mp-difference-match.c: which things of two lists are the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-difference-match.h"

#include <string.h>

guint32 *
mp_match_keys (const GPtrArray *before, const GPtrArray *after)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal); /* index + 1 */
  g_autofree guint32 *next = g_new (guint32, before->len + 1);
  guint32 *match = g_new (guint32, after->len + 1);

  /* From the last to the first, so that each chain of equal keys begins with its first. */
  for (guint32 i = before->len; i > 0; i--) {
    gpointer key = before->pdata[i - 1];

    next[i - 1] = GPOINTER_TO_UINT (g_hash_table_lookup (first, key));
    g_hash_table_insert (first, key, GUINT_TO_POINTER (i));
  }
  for (guint32 i = 0; i < after->len; i++) {
    guint32 found = GPOINTER_TO_UINT (g_hash_table_lookup (first, after->pdata[i]));

    match[i] = found > 0 ? found - 1 : MP_NONE;
    if (found > 0)
      g_hash_table_insert (first, before->pdata[found - 1], GUINT_TO_POINTER (next[found - 1]));
  }
  return match;
}

GArray *
mp_match_gone (const guint32 *match, guint n_after, guint n_before)
{
  g_autofree guint8 *is_there = g_new0 (guint8, n_before + 1);
  GArray *gone = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n_after; i++)
    if (match[i] != MP_NONE)
      is_there[match[i]] = TRUE;
  for (guint32 i = 0; i < n_before; i++)
    if (!is_there[i])
      g_array_append_val (gone, i);
  return gone;
}

GPtrArray *
mp_match_thing_keys (MpAgreement *agreement, MpThing thing)
{
  GPtrArray *keys = g_ptr_array_new ();
  gconstpointer first = NULL; /* each begins with its key */
  gsize stride = sizeof (MpTextRef);
  guint n = 0;

  switch (thing) {
  case MP_THING_PARTY:
    first = mp_agreement_parties (agreement, &n);
    stride = sizeof (MpParty);
    break;
  case MP_THING_TOPIC:
    first = mp_agreement_topics (agreement, &n);
    stride = sizeof (MpTopic);
    break;
  case MP_THING_SOURCE:
    first = mp_agreement_sources (agreement, &n);
    stride = sizeof (MpSource);
    break;
  case MP_THING_TERM:
    first = mp_agreement_terms (agreement, &n);
    stride = sizeof (MpTerm);
    break;
  case MP_THING_STEP:
    first = mp_agreement_story (agreement, &n);
    stride = sizeof (MpStep);
    break;
  case MP_THING_MILESTONE:
    first = mp_agreement_milestones (agreement)->id;
    n = mp_agreement_milestones (agreement)->length;
    break;
  case MP_THING_AGREEMENT:
  case MP_THING_PHASE:
  case MP_N_THINGS:
  default:
    g_assert_not_reached ();
  }
  for (guint i = 0; i < n; i++) {
    const MpTextRef *key = (gconstpointer) ((const char *) first + i * stride);

    g_ptr_array_add (keys, (gpointer) mp_agreement_text (agreement, *key));
  }
  return keys;
}

/* --- Phases ----------------------------------------------------------------------------------- */

typedef char *(*PhaseKey) (MpAgreement *agreement, guint32 phase);

static char *
key_of_all (MpAgreement *agreement, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (agreement);

  return g_strconcat (mp_agreement_text (agreement, phases->span[phase]), "\n",
                      mp_agreement_text (agreement, phases->state[phase]), NULL);
}

static char *
key_of_state (MpAgreement *agreement, guint32 phase)
{
  return g_strdup (mp_agreement_text (agreement, mp_agreement_phases (agreement)->state[phase]));
}

static char *
key_of_start (MpAgreement *agreement, guint32 phase)
{
  const char *span = mp_agreement_text (agreement, mp_agreement_phases (agreement)->span[phase]);

  return g_strndup (span, strcspn (span, "/"));
}

static gboolean
are_same_phases (MpAgreement *before, guint32 old, MpAgreement *after, guint32 new)
{
  const MpPhases *left = mp_agreement_phases (before), *right = mp_agreement_phases (after);

  return strcmp (mp_agreement_text (before, left->span[old]),
                 mp_agreement_text (after, right->span[new])) == 0 &&
         strcmp (mp_agreement_text (before, left->state[old]),
                 mp_agreement_text (after, right->state[new])) == 0;
}

/* Matches those phases by a key that are not matched yet. */
static void
match_rest (MpAgreement *before, MpRun old_run, MpAgreement *after, MpRun new_run, PhaseKey key_of,
            guint32 *match)
{
  g_autoptr (GArray) old_left = mp_match_gone (match, new_run.count, old_run.count);
  g_autoptr (GArray) new_left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) old_keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) new_keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint32 *found = NULL;

  for (guint i = 0; i < old_left->len; i++)
    g_ptr_array_add (old_keys,
                     key_of (before, old_run.first + g_array_index (old_left, guint32, i)));
  for (guint32 i = 0; i < new_run.count; i++) {
    if (match[i] != MP_NONE)
      continue;
    g_array_append_val (new_left, i);
    g_ptr_array_add (new_keys, key_of (after, new_run.first + i));
  }
  found = mp_match_keys (old_keys, new_keys);
  for (guint i = 0; i < new_keys->len; i++)
    if (found[i] != MP_NONE)
      match[g_array_index (new_left, guint32, i)] = g_array_index (old_left, guint32, found[i]);
}

guint32 *
mp_match_phases (MpAgreement *before, MpRun old_run, MpAgreement *after, MpRun new_run)
{
  static const PhaseKey keys[] = { key_of_all, key_of_state, key_of_start };
  guint32 *match = g_new (guint32, new_run.count + 1);
  guint32 n_same = 0;

  /* Nearly all terms are the same, and need no keys. */
  for (guint32 i = 0; i < new_run.count; i++) {
    match[i] = MP_NONE;
    if (n_same == i && i < old_run.count &&
        are_same_phases (before, old_run.first + i, after, new_run.first + i))
      match[i] = n_same++;
  }
  if (n_same == new_run.count || n_same == old_run.count)
    return match;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    match_rest (before, old_run, after, new_run, keys[i], match);
  return match;
}
