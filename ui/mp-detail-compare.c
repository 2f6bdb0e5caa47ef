/* mp-detail-compare.c: the comparison of two dates in the details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-compare.h"

#include "mp-agreement.h"
#include "mp-detail-item.h"
#include "mp-detail-later.h"
#include "mp-join.h"
#include "mp-session-words.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* What the functions below need to describe the comparison. */
typedef struct {
  MpDetailRows *rows;
  MpSession *session;
  MpAgreement *agreement;
  GArray *comparisons; /* MpComparison */
  GArray *citations;   /* MpCitation, one for each source of what is listed */
  guint *numbers;      /* the number of each source, by its index; 0 if it is not listed */
} Comparison;

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
number_sources (Comparison *comparison, MpStanding standing)
{
  const MpCitation *citations = mp_agreement_citations (comparison->agreement);
  MpRun run = citations_of (comparison->agreement, standing);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    if (comparison->numbers[citations[i].source] != 0)
      continue;
    g_array_append_val (comparison->citations, citations[i]);
    comparison->numbers[citations[i].source] = comparison->citations->len;
  }
}

/* Adds the numbers of a phase's sources, each once. */
static void
add_numbers (const Comparison *comparison, MpStanding standing, GArray *numbers)
{
  const MpCitation *citations = mp_agreement_citations (comparison->agreement);
  MpRun run = citations_of (comparison->agreement, standing);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    guint number = comparison->numbers[citations[i].source];
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
note_of (const Comparison *comparison, const MpComparison *of)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *list = NULL;
  g_autofree char *words = mp_words_change_badge (of);

  add_numbers (comparison, of->before, numbers);
  add_numbers (comparison, of->after, numbers);
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

static void
add_card (const Comparison *comparison, const MpComparison *of)
{
  MpAgreement *agreement = comparison->agreement;
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[of->term];
  MpStanding visible = of->after.status != MP_STATUS_NOT ? of->after : of->before;
  const char *before = state_of (agreement, of->before);
  g_autofree char *note = note_of (comparison, of);

  mp_detail_rows_add_card (comparison->rows, (MpItem) { MP_ITEM_PHASE, visible.phase },
                           mp_agreement_topics (agreement, NULL)[term->topic].color,
                           mp_agreement_text (agreement, term->title),
                           of->change == MP_CHANGE_UNCHANGED ? NULL : before,
                           state_of (agreement, of->after), note);
}

/* Adds one list: the terms that changed, or those that did not. */
static void
add_cards (Comparison *comparison, gboolean changed, const char *heading)
{
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();
  guint n_now;

  for (guint i = 0; i < comparison->comparisons->len; i++) {
    MpComparison *of = &g_array_index (comparison->comparisons, MpComparison, i);

    if (of->change == MP_CHANGE_ABSENT || mp_comparison_is_same (of) == changed)
      continue;
    g_ptr_array_add (listed, of);
    number_sources (comparison, of->before);
    number_sources (comparison, of->after);
  }
  if (listed->len > 0)
    mp_detail_rows_add_heading (comparison->rows, heading);
  n_now = mp_detail_rows_begin_list (comparison->rows, MP_DETAIL_CARDS, listed->len);
  for (guint i = 0; i < n_now; i++)
    add_card (comparison, g_ptr_array_index (listed, i));
  mp_detail_rows_end_list (comparison->rows);
}

static void
add_buttons (MpDetailRows *rows, MpSession *session)
{
  MpDetailRow *check =
    mp_detail_rows_add (rows, MP_DETAIL_CHECK, _ ("_Hide what is unchanged"), NULL);
  MpDetailRow *buttons =
    mp_detail_rows_add (rows, MP_DETAIL_BUTTONS, _ ("_Export Table…"), "win.export-table");

  check->number = mp_session_get_hide_unchanged (session);
  mp_detail_row_add_line (buttons, _ ("_Stop Comparing"), "win.compare");
}

/* Adds what is compared: the name of the milestone, if the dates are its sides, and the dates. */
static void
add_heads (MpDetailRows *rows, MpSession *session)
{
  guint32 milestone = mp_session_words_milestone (session);
  g_autofree char *name =
    milestone != MP_NONE ? mp_words_before_and_after (mp_session_get_agreement (session), milestone)
                         : NULL;
  g_autofree char *before = mp_date_words (mp_session_get_before (session));
  g_autofree char *after = mp_date_words (mp_session_get_as_of (session));
  /* Translators: two dates, the earlier one first. */
  g_autofree char *dates = g_strdup_printf (C_ ("comparison", "%s → %s"), before, after);
  g_autofree char *words = mp_session_words_changed (session);

  mp_detail_rows_add_text (rows, name != NULL ? name : _ ("Before and After"), "title-2");
  mp_detail_rows_add_text (rows, dates, "heading");
  mp_detail_rows_add_text (rows, words, "dim-label");
}

void
mp_detail_add_comparison (MpDetailRows *rows, MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  g_autoptr (GArray) comparisons =
    mp_compare (agreement, mp_session_get_before (session), mp_session_get_as_of (session));
  g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (MpCitation));
  g_autofree guint *numbers = NULL;
  guint n_sources;
  Comparison comparison = { rows, session, agreement, comparisons, citations, NULL };

  mp_agreement_sources (agreement, &n_sources);
  numbers = g_new0 (guint, n_sources);
  comparison.numbers = numbers;
  add_heads (rows, session);
  add_buttons (rows, session);
  add_cards (&comparison, TRUE, _ ("What changed"));
  if (!mp_session_get_hide_unchanged (session))
    add_cards (&comparison, FALSE, _ ("Unchanged"));
  mp_detail_add_known_between (rows, session);
  mp_detail_add_sources (rows, agreement, citations);
}
