/* mp-next.c: what comes next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-next.h"

#include "mp-agreement-private.h"
#include "mp-bits.h"
#include "mp-notice.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

#define N_IMPORTANCES 3

#define NOTICE_IMPORTANCE 1
#define END_IMPORTANCE 2

/* The nearest entries of each importance, in order, and how many entries there are in all. */
typedef struct {
  MpInstant from;
  MpNext nearest[N_IMPORTANCES][MP_NEXT_MANY];
  guint counts[N_IMPORTANCES];
  MpInstant farthest[N_IMPORTANCES]; /* an entry that comes after this is not among the nearest */
} Coming;

/* --- Order ------------------------------------------------------------------------------------ */

static int
compare_instants (MpInstant a, MpInstant b)
{
  return a < b ? -1 : a > b;
}

/* Compares by the earliest time at which an entry can come, which is now for one that is under way,
 * then by the latest, then by importance. */
static int
compare (const MpNext *a, const MpNext *b, MpInstant from)
{
  int order = compare_instants (MAX (a->earliest, from), MAX (b->earliest, from));

  if (order == 0)
    order = compare_instants (a->after, b->after);
  if (order == 0)
    order = (int) a->importance - (int) b->importance;
  if (order == 0)
    order = (int) a->kind - (int) b->kind;
  return order != 0 ? order : (a->item.index < b->item.index ? -1 : 1);
}

static int
compare_next (gconstpointer a, gconstpointer b, gpointer from)
{
  return compare (a, b, *(const MpInstant *) from);
}

static void
add (Coming *coming, const MpNext *next)
{
  MpNext *nearest = coming->nearest[next->importance - 1];
  guint *count = &coming->counts[next->importance - 1];
  guint kept = MIN (*count, MP_NEXT_MANY);
  guint at = kept;

  ++*count;
  while (at > 0 && compare (next, &nearest[at - 1], coming->from) < 0)
    at--;
  if (at == MP_NEXT_MANY)
    return;
  for (guint i = MIN (kept, MP_NEXT_MANY - 1); i > at; i--)
    nearest[i] = nearest[i - 1];
  nearest[at] = *next;
  if (*count >= MP_NEXT_MANY)
    coming->farthest[next->importance - 1] = MAX (nearest[MP_NEXT_MANY - 1].earliest, coming->from);
}

/* Counts an entry, and returns TRUE, if it cannot be among the nearest, as most cannot. */
static gboolean
is_too_far (Coming *coming, guint importance, MpInstant earliest)
{
  if (earliest <= coming->farthest[importance - 1])
    return FALSE;
  coming->counts[importance - 1]++;
  return TRUE;
}

/* --- What comes ------------------------------------------------------------------------------- */

/* Adds the milestones; with only_events, those that change no term. */
static void
add_milestones (Coming *coming, MpAgreement *agreement, gboolean only_events)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);

  for (guint32 i = 0; i < milestones->length; i++)
    if (milestones->after[i] > coming->from &&
        (!only_events || milestones->changes[i].count == 0) &&
        !is_too_far (coming, milestones->importance[i], milestones->earliest[i]))
      add (coming, &(MpNext) { MP_NEXT_MILESTONE,
                               { MP_ITEM_MILESTONE, i },
                               milestones->earliest[i],
                               milestones->after[i],
                               milestones->importance[i],
                               (MpCertainty) milestones->certainty[i] });
}

/* The instants between which a phase ends have a bound. */
static gboolean
has_bound (const MpPhases *phases, guint32 phase)
{
  MpInstant earliest = phases->certain_end[phase];

  return phases->latest_end[phase] != MP_INSTANT_MAX ||
         (earliest != MP_INSTANT_MIN && earliest != MP_INSTANT_MAX);
}

/* The phases of each term but for those before its first and after its last end with a bound; and
 * whether both bounds rise from one of them to the next. */
typedef struct {
  MpRun run;
  gboolean rises;
} Ends;

static Ends
find_ends (const MpPhases *phases, MpRun run)
{
  Ends ends = { run, TRUE };

  for (; ends.run.count > 0 && !has_bound (phases, ends.run.first); ends.run.count--)
    ends.run.first++;
  while (ends.run.count > 0 && !has_bound (phases, ends.run.first + ends.run.count - 1))
    ends.run.count--;
  for (guint32 i = ends.run.first + 1; i < ends.run.first + ends.run.count; i++)
    ends.rises = ends.rises && phases->certain_end[i - 1] <= phases->certain_end[i] &&
                 phases->latest_end[i - 1] <= phases->latest_end[i];
  return ends;
}

/* Marks the phases whose end a milestone tells at least as exactly. */
static void
mark_told (MpBits *told, const MpPhases *phases, const Ends *ends, MpInstant earliest,
           MpInstant after)
{
  guint32 phase = ends->run.first, end = phase + ends->run.count;

  /* Where the bounds rise, those that are too early are passed over. */
  if (ends->rises) {
    guint32 high = end;

    while (phase < high) {
      guint32 middle = phase + (high - phase) / 2;

      if (phases->latest_end[middle] < after)
        phase = middle + 1;
      else
        high = middle;
    }
  }
  for (; phase < end; phase++) {
    if (earliest >= phases->certain_end[phase] && after <= phases->latest_end[phase])
      mp_bits_set (told, phase, TRUE);
    else if (ends->rises && earliest < phases->certain_end[phase])
      break;
  }
}

/* Returns the set of phases whose end is also told, at least as exactly, by a milestone that
 * changes the term. */
static MpBits *
find_told (MpAgreement *agreement)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpPhases *phases = mp_agreement_phases (agreement);
  const guint32 *changes = mp_agreement_changes (agreement);
  MpBits *told = mp_bits_new (phases->length);
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);
  g_autofree Ends *ends = g_new (Ends, n_terms);

  for (guint32 i = 0; i < n_terms; i++)
    ends[i] = find_ends (phases, terms[i].phases);
  for (guint32 i = 0; i < milestones->length; i++) {
    MpRun changed = milestones->changes[i];

    for (guint32 j = changed.first; j < changed.first + changed.count; j++)
      mark_told (told, phases, &ends[changes[j]], milestones->earliest[i], milestones->after[i]);
  }
  return told;
}

/* The same, found once for an agreement. */
static const MpBits *
get_told (MpAgreement *agreement)
{
  if (g_once_init_enter (&agreement->told_ends))
    g_once_init_leave (&agreement->told_ends, (gsize) find_told (agreement));
  return (const MpBits *) agreement->told_ends;
}

/* Adds the ends but for those that are told; NULL if none is. */
static void
add_ends (Coming *coming, MpAgreement *agreement, const MpBits *told)
{
  const MpPhases *phases = mp_agreement_phases (agreement);

  for (guint32 i = 0; i < phases->length; i++) {
    MpInstant earliest = phases->certain_end[i], after = phases->latest_end[i];

    if (after > coming->from && has_bound (phases, i) && (told == NULL || !mp_bits_has (told, i)) &&
        !is_too_far (coming, END_IMPORTANCE, earliest))
      add (coming, &(MpNext) { MP_NEXT_END,
                               { MP_ITEM_PHASE, i },
                               earliest,
                               after,
                               END_IMPORTANCE,
                               (MpCertainty) phases->certainty[i] });
  }
}

static void
add_notices (Coming *coming, MpAgreement *agreement)
{
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);

  for (guint32 i = 0; i < n_terms; i++) {
    MpInstant after;
    MpNoticeDays days;

    if (terms[i].notice == MP_NONE || !mp_notice_find (agreement, i, &days))
      continue;
    after = days.last_safe + MP_SECONDS_PER_DAY;
    /* After the last safe day a notice may still be in time, because the term may end later. */
    if (after < coming->from)
      after = days.last_possible == MP_INSTANT_MAX ? MP_INSTANT_MAX
                                                   : days.last_possible + MP_SECONDS_PER_DAY;
    if (after >= coming->from)
      add (coming, &(MpNext) { MP_NEXT_NOTICE,
                               { MP_ITEM_PHASE, terms[i].phases.first + terms[i].phases.count - 1 },
                               days.last_safe,
                               after,
                               NOTICE_IMPORTANCE,
                               mp_agreement_notices (agreement)[terms[i].notice].certainty });
  }
}

static Coming
coming_after (const MpDate *date)
{
  Coming coming = { .from = date->after };

  for (guint i = 0; i < N_IMPORTANCES; i++)
    coming.farthest[i] = MP_INSTANT_MAX;
  return coming;
}

/* Returns the most important of what comes and, of those of equal importance, the nearest: at most
 * so many, the nearest first. */
static GArray *
take (Coming *coming, guint most)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (MpNext));

  for (guint i = 0; i < N_IMPORTANCES; i++)
    g_array_append_vals (list, coming->nearest[i],
                         MIN (MIN (coming->counts[i], MP_NEXT_MANY), most - list->len));
  g_array_sort_with_data (list, compare_next, &coming->from);
  return list;
}

GArray *
mp_next_ends (MpAgreement *agreement, const MpDate *date)
{
  Coming coming = coming_after (date);
  GArray *list;

  add_ends (&coming, agreement, NULL);
  add_notices (&coming, agreement);
  /* A notice is more important, but here the nearest comes first. */
  list = take (&coming, 2 * MP_NEXT_MANY);
  g_array_set_size (list, MIN (list->len, MP_NEXT_FEW));
  return list;
}

GArray *
mp_next_events (MpAgreement *agreement, const MpDate *date)
{
  Coming coming = coming_after (date);

  add_milestones (&coming, agreement, TRUE);
  return take (&coming, MP_NEXT_MANY);
}

void
mp_next_prepare (MpAgreement *agreement)
{
  get_told (agreement);
}

GArray *
mp_next_list (MpAgreement *agreement, const MpDate *date, guint *n_left_out)
{
  Coming coming = coming_after (date);
  guint total = 0;
  GArray *list;

  add_milestones (&coming, agreement, FALSE);
  add_ends (&coming, agreement, get_told (agreement));
  add_notices (&coming, agreement);
  for (guint i = 0; i < N_IMPORTANCES; i++)
    total += coming.counts[i];
  list = take (&coming, MP_NEXT_MANY);
  if (n_left_out != NULL)
    *n_left_out = total - list->len;
  return list;
}

/* --- Words ------------------------------------------------------------------------------------ */

static char *
end_title (MpAgreement *agreement, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[phases->term[phase]];
  g_autofree char *title =
    mp_untrusted_text_isolate (mp_agreement_text (agreement, term->title), 0);
  g_autofree char *state =
    mp_untrusted_text_isolate (mp_agreement_text (agreement, phases->state[phase]), 0);

  if (phase == term->phases.first + term->phases.count - 1)
    /* Translators: the title of a term, as in "End of Office lease" */
    return g_strdup_printf (_ ("End of %s"), title);
  /* Translators: the title of a term, and the state in which it stood until then, as in "End of
   * Office lease: First rent" */
  return g_strdup_printf (_ ("End of %s: %s"), title, state);
}

char *
mp_next_title (MpAgreement *agreement, const MpNext *next)
{
  guint32 index = next->item.index;
  g_autofree char *title = NULL;

  if (next->kind == MP_NEXT_MILESTONE)
    return mp_untrusted_text_isolate (
      mp_agreement_text (agreement, mp_agreement_milestones (agreement)->title[index]), 0);
  if (next->kind == MP_NEXT_END)
    return end_title (agreement, index);
  title = mp_untrusted_text_isolate (
    mp_agreement_text (
      agreement,
      mp_agreement_terms (agreement, NULL)[mp_agreement_phases (agreement)->term[index]].title),
    0);
  /* Translators: the title of a term before whose end notice must be given */
  return g_strdup_printf (_ ("Last day for notice: %s"), title);
}

static char *
notice_date (MpAgreement *agreement, guint32 term)
{
  g_autofree char *safe = NULL;
  g_autofree char *last = NULL;
  MpNoticeDays days;

  if (!mp_notice_find (agreement, term, &days))
    g_return_val_if_reached (g_strdup (""));
  safe = mp_words_day (days.last_safe);
  if (days.last_possible == days.last_safe)
    return g_steal_pointer (&safe);
  if (days.last_possible == MP_INSTANT_MAX)
    /* Translators: the last day for a notice that is in time whenever a term ends, which is not
     * known to the day */
    return g_strdup_printf (_ ("%s to be safe"), safe);
  last = mp_words_day (days.last_possible);
  /* Translators: the same, and the last day for a notice that can be in time at all */
  return g_strdup_printf (_ ("%s to be safe, %s at the latest"), safe, last);
}

char *
mp_next_date (MpAgreement *agreement, const MpNext *next)
{
  guint32 index = next->item.index;

  if (next->kind == MP_NEXT_MILESTONE)
    return mp_words_date (agreement, mp_agreement_milestones (agreement)->date[index]);
  if (next->kind == MP_NEXT_END)
    return mp_words_phase_end (agreement, index);
  return notice_date (agreement, mp_agreement_phases (agreement)->term[index]);
}

char *
mp_next_words (MpAgreement *agreement, const MpNext *next)
{
  g_autofree char *title = mp_next_title (agreement, next);
  g_autofree char *date = mp_next_date (agreement, next);

  /* Translators: what comes next, and when. */
  return g_strdup_printf (C_ ("next", "%s, %s"), title, date);
}
