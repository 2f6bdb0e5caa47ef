/* mp-headline.c: what a headline says that is in doubt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-headline.h"

#include "mp-agreement.h"
#include "mp-headline-words.h"
#include "mp-join.h"
#include "mp-quote.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* --- The words of a headline ------------------------------------------------------------------ */

static gboolean
remove_word (const char *stem, const char *word, gpointer stems)
{
  (void) word;
  g_hash_table_remove (stems, stem);
  return TRUE;
}

static gboolean
add_word (const char *stem, const char *word, gpointer stems)
{
  if (!g_hash_table_contains (stems, stem))
    g_hash_table_insert (stems, g_strdup (stem), g_strdup (word));
  return TRUE;
}

/* Returns the words of a headline by their stems. What the whole agreement is about, and who the
 * parties are, tells none of its entries from another. */
static GHashTable *
stems_of (MpAgreement *agreement, const char *headline)
{
  GHashTable *stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n_parties;
  const MpParty *parties = mp_agreement_parties (agreement, &n_parties);

  mp_headline_words (headline, add_word, stems);
  mp_headline_words (mp_agreement_get_title (agreement), remove_word, stems);
  for (guint i = 0; i < n_parties; i++)
    mp_headline_words (mp_agreement_text (agreement, parties[i].name), remove_word, stems);
  return stems;
}

/* --- The entries ------------------------------------------------------------------------------ */

/* A search for a word of the headline in the texts of an entry. */
typedef struct {
  GHashTable *stems;
  const char *found; /* the word as the headline has it, or NULL */
} Search;

static gboolean
find_word (const char *stem, const char *word, gpointer data)
{
  Search *search = data;

  (void) word;
  search->found = g_hash_table_lookup (search->stems, stem);
  return search->found == NULL;
}

static void
look_at (GArray *doubts, GHashTable *stems, MpItem item, const char *first, const char *second)
{
  Search search = { stems, NULL };

  mp_headline_words (first, find_word, &search);
  if (search.found == NULL)
    mp_headline_words (second, find_word, &search);
  if (search.found == NULL)
    return;
  g_array_set_size (doubts, doubts->len + 1);
  g_array_index (doubts, MpHeadlineDoubt, doubts->len - 1) =
    (MpHeadlineDoubt) { item, g_strdup (search.found) };
}

static void
clear_doubt (gpointer doubt)
{
  g_free (((MpHeadlineDoubt *) doubt)->word);
}

GArray *
mp_headline_find_doubts (MpAgreement *agreement, const char *headline)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  g_autoptr (GHashTable) stems = stems_of (agreement, headline);
  GArray *doubts = g_array_new (FALSE, FALSE, sizeof (MpHeadlineDoubt));

  g_array_set_clear_func (doubts, clear_doubt);
  if (g_hash_table_size (stems) == 0)
    return doubts;
  for (guint32 i = 0; i < milestones->length; i++)
    if (mp_certainty_get (milestones->certainty[i])->is_doubtful)
      look_at (doubts, stems, (MpItem) { MP_ITEM_MILESTONE, i },
               mp_agreement_text (agreement, milestones->title[i]), "");
  for (guint32 i = 0; i < phases->length; i++)
    if (mp_certainty_get (phases->certainty[i])->is_doubtful)
      look_at (doubts, stems, (MpItem) { MP_ITEM_PHASE, i },
               mp_agreement_text (agreement, phases->state[i]),
               mp_agreement_text (agreement, terms[phases->term[i]].title));
  return doubts;
}

char *
mp_headline_describe_doubt (MpAgreement *agreement, const MpHeadlineDoubt *doubt)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  guint32 index = doubt->item.index;
  g_autofree char *word = mp_quote (doubt->word);
  g_autofree char *title = NULL, *state = NULL;
  const char *certainty;

  if (doubt->item.kind == MP_ITEM_MILESTONE) {
    title = mp_quote (mp_agreement_text (agreement, milestones->title[index]));
    certainty = mp_words_certainty (milestones->certainty[index]);
    /* Translators: a word of the headline, the title of a milestone, and how well that is known:
     * "Disputed: sources disagree" */
    return g_strdup_printf (_ ("the headline says %s, as does %s (%s)"), word, title, certainty);
  }
  title = mp_quote (
    mp_agreement_text (agreement, mp_agreement_terms (agreement, NULL)[phases->term[index]].title));
  state = mp_quote (mp_agreement_text (agreement, phases->state[index]));
  certainty = mp_words_certainty (phases->certainty[index]);
  /* Translators: a word of the headline, the title of a term, its state, and how well that is known
   */
  return g_strdup_printf (_ ("the headline says %s, as does %s: %s (%s)"), word, title, state,
                          certainty);
}
