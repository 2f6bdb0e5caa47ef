/* mp-detail-compare.c: the comparison of two dates in the details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-compare.h"

#include "mp-agreement.h"
#include "mp-detail-parts.h"
#include "mp-join.h"
#include "mp-session-words.h"
#include "mp-text-label.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* The sources of everything that is compared; the lists share them. */
typedef struct {
  GArray *citations; /* MpCitation, one for each source */
  guint *numbers;    /* the number of each source, by its index; 0 if it is not listed */
} Sources;

/* What the functions below need to fill the details. */
typedef struct {
  MpSession *session;
  MpAgreement *agreement;
  MpDetailLists *lists;
  GtkBox *box;
  Sources *sources;
} Comparison;

/* One list: the terms that changed, or those that did not. */
typedef struct {
  MpSession *session;     /* borrowed; it outlives the panel */
  MpAgreement *agreement; /* owned */
  GArray *comparisons;    /* MpComparison; owned */
  Sources *sources;       /* owned */
} Cards;

static Sources *
sources_new (MpAgreement *agreement)
{
  Sources *self = g_rc_box_new0 (Sources);
  guint n_sources;

  mp_agreement_sources (agreement, &n_sources);
  self->citations = g_array_new (FALSE, FALSE, sizeof (MpCitation));
  self->numbers = g_new0 (guint, n_sources);
  return self;
}

static void
clear_sources (gpointer data)
{
  Sources *self = data;

  g_array_unref (self->citations);
  g_free (self->numbers);
}

static void
release_sources (Sources *self)
{
  g_rc_box_release_full (self, clear_sources);
}

static void
add_text (Comparison *comparison, const char *text, const char *css_class)
{
  gtk_box_append (comparison->box, mp_text_label_new_selectable (text, css_class));
}

/* The citations of a phase that is in force; none if nothing is. */
static MpRun
citations_of (MpAgreement *agreement, MpStanding standing)
{
  if (standing.status == MP_STATUS_NOT)
    return (MpRun) { 0, 0 };
  return mp_agreement_phases (agreement)->citations[standing.phase];
}

/* Numbers the sources that have no number yet. */
static void
number_sources (MpAgreement *agreement, Sources *sources, MpStanding standing)
{
  const MpCitation *citations = mp_agreement_citations (agreement);
  MpRun run = citations_of (agreement, standing);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    if (sources->numbers[citations[i].source] != 0)
      continue;
    g_array_append_val (sources->citations, citations[i]);
    sources->numbers[citations[i].source] = sources->citations->len;
  }
}

/* Adds the numbers of a phase's sources, each once. */
static void
add_numbers (Cards *cards, MpStanding standing, GArray *numbers)
{
  const MpCitation *citations = mp_agreement_citations (cards->agreement);
  MpRun run = citations_of (cards->agreement, standing);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    guint number = cards->sources->numbers[citations[i].source];
    gboolean known = FALSE;

    for (guint j = 0; j < numbers->len; j++)
      known = known || g_array_index (numbers, guint, j) == number;
    if (!known)
      g_array_append_val (numbers, number);
  }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

/* Returns a note such as "→ Changed · sources 1, 2". */
static char *
note_of (Cards *cards, const MpComparison *of)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *list = NULL;
  g_autofree char *words = mp_words_change_badge (of);

  add_numbers (cards, of->before, numbers);
  add_numbers (cards, of->after, numbers);
  if (numbers->len == 0)
    return g_steal_pointer (&words);
  g_array_sort (numbers, compare_numbers);
  list = mp_join_numbers (&g_array_index (numbers, guint, 0), numbers->len);
  /* Translators: what became of a term, and the numbers of its sources, listed below. */
  return g_strdup_printf (ngettext ("%s · source %s", "%s · sources %s", numbers->len), words,
                          list);
}

static const char *
state_of (MpAgreement *agreement, MpStanding standing)
{
  return standing.status == MP_STATUS_NOT
           ? _ ("Not in force")
           : mp_agreement_text (agreement, mp_agreement_phases (agreement)->state[standing.phase]);
}

static GtkWidget *
make_card (gpointer data, guint i)
{
  Cards *cards = data;
  MpAgreement *agreement = cards->agreement;
  const MpComparison *of = &g_array_index (cards->comparisons, MpComparison, i);
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[of->term];
  MpStanding visible = of->after.status != MP_STATUS_NOT ? of->after : of->before;
  const char *before = state_of (agreement, of->before);
  g_autofree char *note = note_of (cards, of);
  GtkWidget *card = mp_detail_card_new (cards->session, (MpItem) { MP_ITEM_PHASE, visible.phase },
                                        mp_agreement_topics (agreement, NULL)[term->topic].color,
                                        mp_agreement_text (agreement, term->title),
                                        of->change == MP_CHANGE_UNCHANGED ? NULL : before,
                                        state_of (agreement, of->after));

  mp_detail_card_add_note (card, note);
  return card;
}

static void
free_cards (gpointer data)
{
  Cards *cards = data;

  g_object_unref (cards->agreement);
  g_array_unref (cards->comparisons);
  release_sources (cards->sources);
  g_free (cards);
}

static void
add_cards (Comparison *comparison, const GArray *comparisons, gboolean changed, const char *heading)
{
  GArray *listed = g_array_new (FALSE, FALSE, sizeof (MpComparison));
  Cards cards = { comparison->session, g_object_ref (comparison->agreement), listed,
                  g_rc_box_acquire (comparison->sources) };

  for (guint i = 0; i < comparisons->len; i++) {
    const MpComparison *of = &g_array_index (comparisons, MpComparison, i);

    if (of->change == MP_CHANGE_ABSENT || mp_comparison_is_same (of) == changed)
      continue;
    g_array_append_vals (listed, of, 1);
    number_sources (comparison->agreement, comparison->sources, of->before);
    number_sources (comparison->agreement, comparison->sources, of->after);
  }
  if (listed->len > 0)
    gtk_box_append (comparison->box, mp_detail_heading_new (heading));
  mp_detail_lists_add (comparison->lists, comparison->box, MP_DETAIL_CARDS, listed->len, make_card,
                       g_memdup2 (&cards, sizeof cards), free_cards);
}

static void
hide_toggled_cb (GtkCheckButton *check, MpSession *session)
{
  mp_session_set_hide_unchanged (session, gtk_check_button_get_active (check));
}

static void
add_buttons (Comparison *comparison)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (_ ("_Hide what is unchanged"));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *export = gtk_button_new_with_mnemonic (_ ("_Export Table…"));
  GtkWidget *stop = gtk_button_new_with_mnemonic (_ ("_Stop Comparing"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               mp_session_get_hide_unchanged (comparison->session));
  g_signal_connect_object (check, "toggled", G_CALLBACK (hide_toggled_cb), comparison->session, 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (export), "win.export-table");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (stop), "win.compare");
  gtk_box_append (GTK_BOX (buttons), export);
  gtk_box_append (GTK_BOX (buttons), stop);
  gtk_box_append (comparison->box, check);
  gtk_box_append (comparison->box, buttons);
}

void
mp_detail_add_comparison (MpDetailLists *lists, GtkBox *box, MpSession *session)
{
  const MpDate *before = mp_session_get_before (session), *after = mp_session_get_as_of (session);
  MpAgreement *agreement = mp_session_get_agreement (session);
  g_autoptr (GArray) comparisons = mp_compare (agreement, before, after);
  Comparison comparison = { session, agreement, lists, box, sources_new (agreement) };
  g_autofree char *before_words = mp_date_words (before);
  g_autofree char *after_words = mp_date_words (after);
  /* Translators: two dates, the earlier one first. */
  g_autofree char *dates =
    g_strdup_printf (C_ ("comparison", "%s → %s"), before_words, after_words);
  g_autofree char *words = mp_session_words_changed (session);
  guint32 milestone = mp_session_words_milestone (session);
  g_autofree char *name =
    milestone != MP_NONE ? mp_words_before_and_after (agreement, milestone) : NULL;

  add_text (&comparison, milestone != MP_NONE ? name : _ ("Before and After"), "title-2");
  add_text (&comparison, dates, "heading");
  add_text (&comparison, words, "dim-label");
  add_buttons (&comparison);
  add_cards (&comparison, comparisons, TRUE, _ ("What changed"));
  if (!mp_session_get_hide_unchanged (session))
    add_cards (&comparison, comparisons, FALSE, _ ("Unchanged"));
  mp_detail_add_sources (lists, box, agreement, comparison.sources->citations);
  release_sources (comparison.sources);
}
