/* mp-figure-words.c: the subtitle and the notes of a figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-figure-private.h"

#include "mp-agreement.h"
#include "mp-join.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

guint32
mp_figure_milestone (MpAgreement *agreement, const MpFigureOptions *options)
{
  if (options->before == NULL || options->as_of == NULL)
    return MP_NONE;
  return mp_compare_milestone_between (agreement, options->before, options->as_of,
                                       options->milestone != MP_NONE ? options->milestone
                                       : options->selection.kind == MP_ITEM_MILESTONE
                                         ? options->selection.index
                                         : MP_NONE);
}

/* "As of 1 June 2028 · facts checked on 23 November 2026 · 12 of 47 shown". A chart would mislead
 * if it did not tell its date, or that something is left out. */
char *
mp_figure_subtitle (MpAgreement *agreement, const MpFigureOptions *options,
                    const MpVisibleSet *visible, guint32 milestone)
{
  g_autofree char *as_of =
    options->as_of != NULL ? mp_date_words (options->as_of) : mp_words_day (options->today);
  g_autofree char *checked = NULL, *known = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *shown_words = NULL;
  MpDate date;

  if (options->before != NULL) {
    g_autofree char *after = g_steal_pointer (&as_of);
    g_autofree char *before = mp_date_words (options->before);

    as_of = mp_words_sides (agreement, milestone, before, after);
  } else {
    g_autofree char *date_words = g_steal_pointer (&as_of);

    /* Translators: %s is a date. */
    as_of = g_strdup_printf (_ ("As of %s"), date_words);
  }
  known = mp_words_as_known (agreement);
  if (known != NULL) {
    g_autofree char *dates = g_steal_pointer (&as_of);

    as_of = mp_join (MP_JOIN_ITEMS, (const char *[]) { dates, known, NULL });
  }
  if (mp_date_parse (mp_agreement_get_checked (agreement), -1, &date, NULL, NULL))
    checked = mp_date_words (&date);
  if (checked == NULL)
    subtitle = g_steal_pointer (&as_of);
  else
    /* Translators: the date of a figure, and the date on which its facts were checked. */
    subtitle = g_strdup_printf (_ ("%s · facts checked on %s"), as_of, checked);
  if (visible == NULL)
    return g_steal_pointer (&subtitle);
  shown_words = mp_visible_set_words (visible);
  /* Translators: the dates of a figure, and how many of the entries it shows. */
  return g_strdup_printf (C_ ("figure", "%s · %s"), subtitle, shown_words);
}

char *
mp_figure_notes (const MpScene *scene, const MpTable *table, guint n_terms, guint n_sources)
{
  guint n_unchanged = table != NULL ? table->n_left_out : 0;
  guint n_bare = scene != NULL ? scene->n_unnumbered : 0;
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  char *notes;

  if (n_terms > 0)
    g_ptr_array_add (
      parts,
      /* Translators: terms for which a picture of the chosen size has no room */
      g_strdup_printf (ngettext ("%'u term does not fit into this size and is left out.",
                                 "%'u terms do not fit into this size and are left out.", n_terms),
                       n_terms));
  if (n_unchanged > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%'u unchanged term is left out.",
                                                "%'u unchanged terms are left out.", n_unchanged),
                                      n_unchanged));
  if (n_sources > 0)
    g_ptr_array_add (
      parts,
      /* Translators: sources whose numbers are in the picture, in a list without room for all */
      g_strdup_printf (ngettext ("%'u numbered source is not listed; a larger size lists it.",
                                 "%'u numbered sources are not listed; a larger size lists them.",
                                 n_sources),
                       n_sources));
  if (n_bare > 0)
    g_ptr_array_add (
      parts, g_strdup_printf (
               /* Translators: marks and bars too close together for the numbers of their sources */
               ngettext ("%'u entry is drawn without the numbers of its sources; a larger size "
                         "has room for them.",
                         "%'u entries are drawn without the numbers of their sources; a larger "
                         "size has room for them.",
                         n_bare),
               n_bare));
  g_ptr_array_add (parts, NULL);
  notes = mp_join (MP_JOIN_SENTENCES, (const char *const *) parts->pdata);
  g_ptr_array_unref (parts);
  return notes;
}
