/* mp-session-words.c: what a session shows, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-session-words.h"

#include "mp-agreement.h"
#include "mp-distance.h"
#include "mp-join.h"
#include "mp-next.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* How many terms are in force on one basis, on a date to come. */
static char *
basis_words (MpBasis basis, guint count)
{
  switch (basis) {
  case MP_BASIS_NO_END:
    /* Translators: how many terms of which nobody has published an end. */
    return g_strdup_printf (
      ngettext ("%'u with no end published", "%'u with no end published", count), count);
  case MP_BASIS_UNLESS:
    /* Translators: how many terms are in force unless something ends them before. */
    return g_strdup_printf (ngettext ("%'u unless ended early", "%'u unless ended early", count),
                            count);
  case MP_BASIS_STATED_END:
  default:
    /* Translators: how many terms have an end that is stated and later than a date. */
    return g_strdup_printf (ngettext ("%'u until later", "%'u until later", count), count);
  }
}

/* How many terms are in force on each basis; NULL if none is. */
static char *
words_to_come (MpAgreement *agreement, const MpDate *as_of)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint basis = 0; basis < MP_N_BASES; basis++) {
    guint count = mp_query_count_basis (agreement, basis, as_of->earliest, as_of->after);

    if (count > 0)
      g_ptr_array_add (parts, basis_words (basis, count));
  }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return mp_join (MP_JOIN_ITEMS, (const char *const *) parts->pdata);
}

char *
mp_session_words_in_force (MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpDate *as_of = mp_session_get_as_of (session);
  guint count = mp_query_count (agreement, MP_STATUS_IN_FORCE, as_of->earliest, as_of->after);
  g_autofree char *date = mp_date_words (as_of);
  g_autofree char *to_come = NULL;

  if (mp_session_is_as_of_today (session))
    return g_strdup_printf (ngettext ("%'u term in force today", "%'u terms in force today", count),
                            count);
  if (mp_session_is_as_of_future (session))
    to_come = words_to_come (agreement, as_of);
  if (to_come != NULL)
    /* Translators: a date to come, and how many terms are to be in force then: "3 until later, 9
     * with no end published". */
    return g_strdup_printf (_ ("To be in force as of %s: %s"), date, to_come);
  /* Translators: how many terms, and a date. */
  return g_strdup_printf (
    ngettext ("%'u term in force as of %s", "%'u terms in force as of %s", count), count, date);
}

guint32
mp_session_words_milestone (MpSession *session)
{
  MpItem selection = mp_session_get_selection (session);

  return mp_compare_milestone_between (
    mp_session_get_agreement (session), mp_session_get_before (session),
    mp_session_get_as_of (session),
    selection.kind == MP_ITEM_MILESTONE ? selection.index : MP_NONE);
}

char *
mp_session_words_dates (MpSession *session)
{
  g_autofree char *before = mp_date_words (mp_session_get_before (session));
  g_autofree char *after = mp_date_words (mp_session_get_as_of (session));

  return mp_words_sides (mp_session_get_agreement (session), mp_session_words_milestone (session),
                         before, after);
}

char *
mp_session_words_known (MpSession *session)
{
  const MpDate *known = mp_session_get_known (session);
  MpAgreement *whole = mp_session_get_whole_agreement (session);
  MpAgreement *shown = mp_session_get_agreement (session);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *day = NULL, *left_out = NULL, *sentence = NULL;
  guint milestones, phases;

  if (known == NULL)
    return NULL;
  milestones = mp_agreement_milestones (whole)->length - mp_agreement_milestones (shown)->length;
  phases = mp_agreement_phases (whole)->length - mp_agreement_phases (shown)->length;
  day = mp_date_words (known);
  if (milestones > 0)
    g_ptr_array_add (
      parts,
      g_strdup_printf (ngettext ("%'u milestone", "%'u milestones", milestones), milestones));
  if (phases > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u phase", "%'u phases", phases), phases));
  g_ptr_array_add (parts, NULL);
  /* Translators: a day */
  sentence = g_strdup_printf (_ ("As known on %s."), day);
  if (parts->len == 1)
    return g_steal_pointer (&sentence);
  left_out = mp_join (MP_JOIN_ITEMS, (const char *const *) parts->pdata);
  /* Translators: a sentence, and how many milestones and phases are left out of what is shown */
  return g_strdup_printf (_ ("%s Published later, and left out: %s."), sentence, left_out);
}

char *
mp_session_words_subtitle (MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  g_autoptr (GArray) next = NULL;
  g_autofree char *in_force = NULL;
  g_autofree char *words = NULL;

  if (mp_session_get_before (session) != NULL)
    return mp_session_words_dates (session);
  in_force = mp_session_words_in_force (session);
  if (mp_session_get_known (session) != NULL) {
    g_autofree char *day = mp_date_words (mp_session_get_known (session));

    /* Translators: how many terms are in force, and the day as of whose knowledge that is said */
    return g_strdup_printf (_ ("%s · as known on %s"), in_force, day);
  }
  next = mp_next_list (agreement, mp_session_get_as_of (session), NULL);
  if (next->len == 0)
    return g_steal_pointer (&in_force);
  words = mp_next_words (agreement, &g_array_index (next, MpNext, 0));
  /* Translators: how many terms are in force, and what comes next, with its date. */
  return g_strdup_printf (_ ("%s · next: %s"), in_force, words);
}

char *
mp_session_words_changed (MpSession *session)
{
  g_autoptr (GArray) comparisons =
    mp_compare (mp_session_get_agreement (session), mp_session_get_before (session),
                mp_session_get_as_of (session));
  g_autofree char *changed = NULL, *perhaps = NULL;
  const char *sentences[3] = { NULL };
  guint n_changed = 0, n_perhaps = 0, n = 0;

  for (guint i = 0; i < comparisons->len; i++) {
    const MpComparison *comparison = &g_array_index (comparisons, MpComparison, i);

    if (mp_comparison_is_same (comparison))
      continue;
    if (comparison->possibly)
      n_perhaps++;
    else
      n_changed++;
  }
  if (n_changed > 0) {
    changed =
      g_strdup_printf (ngettext ("%'u term changed.", "%'u terms changed.", n_changed), n_changed);
    sentences[n++] = changed;
  }
  if (n_perhaps > 0) {
    perhaps = g_strdup_printf (
      ngettext ("%'u term possibly changed.", "%'u terms possibly changed.", n_perhaps), n_perhaps);
    sentences[n++] = perhaps;
  }
  if (n == 0)
    return g_strdup (_ ("Nothing changed between these dates."));
  return mp_join (MP_JOIN_SENTENCES, sentences);
}

char *
mp_session_words_item (MpSession *session, MpItem item)
{
  MpAgreement *agreement = mp_session_get_agreement (session);

  return item.kind == MP_ITEM_MILESTONE ? mp_words_milestone (agreement, item.index)
                                        : mp_words_phase (agreement, item.index);
}

/* The place of the selection among the matches, from 0; -1 if it is not one. */
static int
place_of_selection (MpSession *session)
{
  MpMatches *matches = mp_session_get_matches (session);

  return matches != NULL ? mp_matches_find (matches, mp_session_get_selection (session)) : -1;
}

char *
mp_session_words_found (MpSession *session)
{
  MpMatches *matches = mp_session_get_matches (session);
  int place = place_of_selection (session);

  if (matches == NULL)
    return g_strdup ("");
  if (matches->n_items == 0)
    return g_strdup (_ ("Nothing found"));
  if (place >= 0)
    /* Translators: which one of those found, and how many were found. */
    return g_strdup_printf (_ ("%'d of %'u"), place + 1, matches->n_items);
  return g_strdup_printf (ngettext ("%'u found", "%'u found", matches->n_items), matches->n_items);
}

char *
mp_session_words_found_item (MpSession *session)
{
  g_autofree char *words = mp_session_words_found (session);
  g_autofree char *name = NULL;

  if (place_of_selection (session) < 0)
    return g_steal_pointer (&words);
  name = mp_session_words_item (session, mp_session_get_selection (session));
  /* Translators: "3 of 9", and the name of the third. */
  return g_strdup_printf (C_ ("found", "%s: %s"), words, name);
}

char *
mp_session_words_away (MpSession *session, MpInstant earliest, MpInstant after)
{
  return mp_words_distance (mp_session_get_as_of (session), mp_session_is_as_of_today (session),
                            earliest, after);
}

char *
mp_session_words_when (MpSession *session, const char *date, MpInstant earliest, MpInstant after)
{
  g_autofree char *away = mp_session_words_away (session, earliest, after);

  if (*away == '\0')
    return g_strdup (date);
  /* Translators: a date, and how far it is away. */
  return g_strdup_printf (C_ ("date", "%s · %s"), date, away);
}

char *
mp_session_words_distance (MpSession *session)
{
  g_autofree char *words = NULL;
  g_autofree char *days = NULL;
  MpDistance distance;

  if (!mp_distance_between (mp_session_get_agreement (session),
                            mp_session_get_selection (session).index,
                            mp_session_get_measured (session).index, &distance))
    return g_strdup (_ ("Not known: a date of the two has no bound"));
  words = mp_distance_words (&distance);
  days = mp_distance_days (&distance);
  if (distance.most == 0 || g_str_equal (words, days))
    return g_steal_pointer (&words);
  /* Translators: a distance in time, as "7 years and 2 months" and as "2,622 days". */
  return g_strdup_printf (_ ("%s (%s)"), words, days);
}
