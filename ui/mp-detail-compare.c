/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-detail-compare.h"

#include "mp-detail-parts.h"
#include "mp-list.h"
#include "mp-session-words.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* What is put together. */
typedef struct {
  MpSession *session;
  MpAgreement *agreement;
  GtkBox *box;
  GArray *citations; /* MpCitation, a source each */
} Comparison;

static void
add_text (Comparison *comparison, const char *text, const char *css_class)
{
  gtk_box_append (comparison->box, mp_detail_text_new (text, css_class));
}

/* The number under which a citation's source is listed below. */
static guint
number_of (Comparison *comparison, const MpCitation *citation)
{
  for (guint i = 0; i < comparison->citations->len; i++)
    if (g_array_index (comparison->citations, MpCitation, i).source == citation->source)
      return i + 1;
  g_array_append_val (comparison->citations, *citation);
  return comparison->citations->len;
}

/* Takes note of the numbers of a phase's sources, each once. */
static void
add_numbers (Comparison *comparison, MpStanding standing, GArray *numbers)
{
  const MpCitation *citations = mp_agreement_citations (comparison->agreement);
  MpRun run;

  if (standing.status == MP_STATUS_NOT)
    return;
  run = mp_agreement_phases (comparison->agreement)->citations[standing.phase];
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    guint number = number_of (comparison, &citations[i]);
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

/* "→ Changed · sources 1, 2" */
static char *
note_of (Comparison *comparison, const MpComparison *of)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *list = NULL;
  g_autofree char *words = mp_words_verdict_badge (of);

  add_numbers (comparison, of->before, numbers);
  add_numbers (comparison, of->after, numbers);
  if (numbers->len == 0)
    return g_steal_pointer (&words);
  g_array_sort (numbers, compare_numbers);
  list = mp_list_numbers (&g_array_index (numbers, guint, 0), numbers->len);
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

static void
add_card (Comparison *comparison, const MpComparison *of)
{
  MpAgreement *agreement = comparison->agreement;
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[of->term];
  MpStanding shown = of->after.status != MP_STATUS_NOT ? of->after : of->before;
  const char *before = state_of (agreement, of->before);
  g_autofree char *note = note_of (comparison, of);
  GtkWidget *card = mp_detail_card_new (
    comparison->session, (MpItem) { MP_ITEM_PHASE, shown.phase },
    mp_agreement_topics (agreement, NULL)[term->topic].color,
    mp_agreement_text (agreement, term->title), of->verdict == MP_VERDICT_UNCHANGED ? NULL : before,
    state_of (agreement, of->after));

  mp_detail_card_add_note (card, note);
  gtk_box_append (comparison->box, card);
}

static void
add_cards (Comparison *comparison, const GArray *comparisons, gboolean changed, const char *heading)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < comparisons->len; i++) {
    const MpComparison *of = &g_array_index (comparisons, MpComparison, i);

    if (of->verdict == MP_VERDICT_ABSENT || mp_comparison_is_same (of) == changed)
      continue;
    if (!has_heading)
      gtk_box_append (comparison->box, mp_detail_heading_new (heading));
    has_heading = TRUE;
    add_card (comparison, of);
  }
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

GtkWidget *
mp_detail_compare_new (MpSession *session)
{
  const MpDate *before = mp_session_get_before (session), *after = mp_session_get_as_of (session);
  MpAgreement *agreement = mp_session_get_agreement (session);
  g_autoptr (GArray) comparisons = mp_compare (agreement, before, after);
  g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (MpCitation));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  Comparison comparison = { session, agreement, GTK_BOX (box), citations };
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
  if (citations->len > 0) {
    gtk_box_append (comparison.box, mp_detail_heading_new (_ ("Sources")));
    gtk_box_append (comparison.box,
                    mp_detail_source_list_new (agreement, &g_array_index (citations, MpCitation, 0),
                                               citations->len));
  }
  return box;
}
