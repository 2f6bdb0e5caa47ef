/* mp-story-words.c: puts a step of the story into words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-story-words.h"

#include "mp-address.h"
#include "mp-agreement.h"
#include "mp-join.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* What is needed of the step that is played. */
typedef struct {
  MpAgreement *agreement;
  const MpStep *step;
  const MpCitation *citations;
} Told;

static Told
told_of (MpPlayer *player)
{
  Told told = { mp_player_get_agreement (player), mp_player_get_words (player), NULL };

  told.citations = MP_RUN_AT (mp_agreement_citations (told.agreement), told.step->citations);
  return told;
}

static const char *
title_of (const Told *told)
{
  return mp_agreement_text (told->agreement, told->step->title);
}

static const char *
text_of (const Told *told)
{
  return mp_agreement_text (told->agreement, told->step->text);
}

char *
mp_story_words_place (MpPlayer *player)
{
  /* Translators: which step of a story, and how many it has. */
  return g_strdup_printf (_ ("Step %'d of %'u"), mp_player_get_step (player) + 1,
                          mp_player_get_n_steps (player));
}

char *
mp_story_words_subtitle (MpPlayer *player)
{
  Told told = told_of (player);
  g_autofree char *title = mp_untrusted_text_isolate (title_of (&told), 0);

  /* Translators: the title of a step of the story, which step it is, and how many there are. */
  return g_strdup_printf (_ ("Story: %s · %'d of %'u"), title, mp_player_get_step (player) + 1,
                          mp_player_get_n_steps (player));
}

/* --- Sources ---------------------------------------------------------------------------------- */

/* The sources of a step with their numbers, joined as a list of that kind. */
static char *
list_sources (const Told *told, MpJoinKind kind, gboolean is_short)
{
  guint32 count = told->step->citations.count;
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < count; i++) {
    g_autofree char *words = mp_words_source (told->agreement, told->citations[i].source, is_short);

    g_ptr_array_add (sources, g_strdup_printf ("%u %s", i + 1, words));
  }
  g_ptr_array_add (sources, NULL);
  return mp_join (kind, (const char *const *) sources->pdata);
}

/* The number of a source, a link where the source has an address. */
static char *
number_markup (const Told *told, guint32 index)
{
  const MpSource *source =
    &mp_agreement_sources (told->agreement, NULL)[told->citations[index].source];
  const char *url = mp_agreement_text (told->agreement, source->url);
  g_autofree char *plain = NULL;

  if (*url == '\0')
    return g_strdup_printf ("%u", index + 1);
  plain = mp_address_plain (url);
  return g_markup_printf_escaped ("<a href=\"%s\">%u</a>", plain, index + 1);
}

char *
mp_story_words_text (MpPlayer *player)
{
  Told told = told_of (player);
  g_autofree char *text = mp_untrusted_text_isolate (text_of (&told), 0);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  GString *markup = g_string_new (escaped);

  for (guint32 i = 0; i < told.step->citations.count; i++) {
    g_autofree char *number = number_markup (&told, i);

    /* A narrow space, at which no line breaks. */
    g_string_append_printf (markup, "\u202f<sup>%s</sup>", number);
  }
  return g_string_free (markup, FALSE);
}

char *
mp_story_words_sources (MpPlayer *player)
{
  Told told = told_of (player);
  g_autofree char *sources = list_sources (&told, MP_JOIN_FACTS, TRUE);

  return g_markup_escape_text (sources, -1);
}

/* --- Whole steps ------------------------------------------------------------------------------ */

char *
mp_story_words_spoken (MpPlayer *player)
{
  Told told = told_of (player);
  g_autofree char *place = mp_story_words_place (player);
  g_autofree char *sources = list_sources (&told, MP_JOIN_ITEMS, TRUE);

  if (told.step->citations.count == 0)
    /* Translators: "Step 3 of 7", the title of the step, and its text. */
    return g_strdup_printf (_ ("%s, %s. %s"), place, title_of (&told), text_of (&told));
  /* Translators: "Step 3 of 7", the title of the step, its text, and its sources. */
  return g_strdup_printf (_ ("%s, %s. %s Sources: %s"), place, title_of (&told), text_of (&told),
                          sources);
}

char *
mp_story_words_copied (MpPlayer *player)
{
  Told told = told_of (player);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "%s\n\n%s\n", title_of (&told), text_of (&told));
  for (guint32 i = 0; i < told.step->citations.count; i++) {
    guint32 source = told.citations[i].source;
    g_autofree char *name = mp_words_source (told.agreement, source, FALSE);
    const char *url =
      mp_agreement_text (told.agreement, mp_agreement_sources (told.agreement, NULL)[source].url);
    g_autofree char *plain = mp_address_plain (url);

    g_string_append_printf (words, "%s%u %s%s%s\n", i == 0 ? "\n" : "", i + 1, name,
                            *plain != '\0' ? " " : "", plain);
  }
  return g_string_free (words, FALSE);
}
