/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-session-words.h"

#include "mp-distance.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

char *
mp_session_words_in_force (MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpDate *as_of = mp_session_get_as_of (session);
  guint count = mp_query_count (agreement, MP_STATUS_IN_FORCE, as_of->earliest, as_of->after);
  g_autofree char *date = mp_date_words (as_of);

  if (mp_session_is_as_of_today (session))
    return g_strdup_printf (ngettext ("%'u term in force today", "%'u terms in force today", count),
                            count);
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
mp_session_words_subtitle (MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  guint32 next = mp_query_next_milestone (agreement, mp_session_get_as_of (session)->after, 1);
  g_autofree char *in_force = NULL;
  g_autofree char *words = NULL;

  if (mp_session_get_before (session) != NULL)
    return mp_session_words_dates (session);
  in_force = mp_session_words_in_force (session);
  if (next == MP_NONE)
    return g_steal_pointer (&in_force);
  words = mp_words_milestone (agreement, next);
  /* Translators: how many terms are in force, and the next milestone with its date. */
  return g_strdup_printf (_ ("%s · next: %s"), in_force, words);
}

char *
mp_session_words_changed (MpSession *session)
{
  g_autoptr (GArray) comparisons =
    mp_compare (mp_session_get_agreement (session), mp_session_get_before (session),
                mp_session_get_as_of (session));
  guint count = 0;

  for (guint i = 0; i < comparisons->len; i++)
    count += !mp_comparison_is_same (&g_array_index (comparisons, MpComparison, i));
  if (count == 0)
    return g_strdup (_ ("Nothing changed between these dates."));
  return g_strdup_printf (ngettext ("%'u term changed.", "%'u terms changed.", count), count);
}

char *
mp_session_words_item (MpSession *session, MpItem item)
{
  MpAgreement *agreement = mp_session_get_agreement (session);

  return item.kind == MP_ITEM_MILESTONE ? mp_words_milestone (agreement, item.index)
                                        : mp_words_phase (agreement, item.index);
}

/* From 0; -1 where the selection was not found. */
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
