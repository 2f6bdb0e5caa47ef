/* mp-detail-first.c: tells an agreement at first look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it is computed from the entries of the file.
 */
#include "config.h"

#include "mp-detail-first.h"

#include "mp-agreement.h"
#include "mp-detail-changes.h"
#include "mp-detail-links.h"
#include "mp-join.h"
#include "mp-last-change.h"
#include "mp-next.h"
#include "mp-session-words.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* How many of the changes, and how many of the reasons for them, are told. */
#define MOST_CHANGES 4
#define MOST_REASONS 2

/* --- The last change -------------------------------------------------------------------------- */

/* Adds the terms that are not told in a line of their own. */
static void
add_rest (MpDetailRows *rows, MpAgreement *agreement, const GArray *changes, MpItem item)
{
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL, *heading = NULL;
  guint left;

  if (changes->len <= MOST_CHANGES)
    return;
  left = changes->len - MOST_CHANGES;
  for (guint i = MOST_CHANGES; i < MIN (changes->len, 2 * MOST_CHANGES); i++)
    g_ptr_array_add (
      titles,
      mp_untrusted_text_isolate (
        mp_agreement_text (agreement, terms[g_array_index (changes, MpChange, i).term].title), 0));
  g_ptr_array_add (titles, NULL);
  joined = mp_join (MP_JOIN_ITEMS, (const char *const *) titles->pdata);
  /* Translators: how many terms changed besides those that are listed */
  heading = g_strdup_printf (ngettext ("and %'u more term", "and %'u more terms", left), left);
  mp_detail_rows_add_item (rows, agreement, item, heading, joined, NULL)->look = MP_DETAIL_FLAT;
}

static void
add_buttons (MpDetailRows *rows, MpSession *session, guint32 milestone)
{
  MpDetailRow *row = NULL;
  guint n_steps;

  mp_agreement_story (mp_session_get_agreement (session), &n_steps);
  if (n_steps > 0)
    row = mp_detail_rows_add (rows, MP_DETAIL_BUTTONS, _ ("_Play the Story"), MP_DETAIL_PLAY);
  if (milestone == MP_NONE)
    return;
  if (row == NULL)
    row = mp_detail_rows_add (rows, MP_DETAIL_BUTTONS, _ ("_Read the Change"), MP_DETAIL_READ);
  else
    mp_detail_row_add_line (row, _ ("_Read the Change"), MP_DETAIL_READ);
  row->number = milestone;
}

void
mp_detail_add_last_change (MpDetailRows *rows, MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  guint32 milestone = mp_last_change (agreement, mp_session_get_as_of (session));
  MpItem item = { MP_ITEM_MILESTONE, milestone };

  if (milestone != MP_NONE) {
    g_autoptr (GArray) changes = mp_query_changes (agreement, milestone);
    g_autofree char *date = mp_words_date (agreement, milestones->date[milestone]);
    g_autofree char *when = mp_session_words_when (session, date, milestones->earliest[milestone],
                                                   milestones->after[milestone]);

    mp_detail_rows_add_heading (rows, _ ("Last change"));
    mp_detail_rows_add_item (rows, agreement, item,
                             mp_agreement_text (agreement, milestones->title[milestone]), when,
                             NULL)
      ->look = "lead";
    for (guint i = 0; i < MIN (changes->len, MOST_CHANGES); i++)
      mp_detail_add_change (rows, agreement, &g_array_index (changes, MpChange, i))->look =
        MP_DETAIL_FLAT;
    add_rest (rows, agreement, changes, item);
    mp_detail_add_reasons (rows, session, item, MOST_REASONS);
  }
  add_buttons (rows, session, milestone);
}

/* --- What comes ------------------------------------------------------------------------------- */

static void
add_next (MpDetailRows *rows, MpSession *session, const MpNext *next, const char *title)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  g_autofree char *date = mp_next_date (agreement, next);
  g_autofree char *when = mp_session_words_when (session, date, next->earliest, next->after);
  gboolean is_expected = mp_certainty_get (next->certainty)->is_expected;

  mp_detail_rows_add_item (rows, agreement, next->item, title, when,
                           is_expected ? NULL : mp_words_certainty (next->certainty));
}

void
mp_detail_add_ends (MpDetailRows *rows, MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  g_autoptr (GArray) ends = mp_next_ends (agreement, mp_session_get_as_of (session));

  if (ends->len > 0)
    mp_detail_rows_add_heading (rows, _ ("What ends next"));
  for (guint i = 0; i < ends->len; i++) {
    const MpNext *next = &g_array_index (ends, MpNext, i);
    g_autofree char *title =
      next->kind == MP_NEXT_END
        ? mp_untrusted_text_isolate (
            mp_agreement_text (agreement, terms[phases->term[next->item.index]].title), 0)
        : mp_next_title (agreement, next);

    add_next (rows, session, next, title);
  }
}

void
mp_detail_add_coming (MpDetailRows *rows, MpSession *session)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  g_autoptr (GArray) events = mp_next_events (agreement, mp_session_get_as_of (session));

  if (events->len > 0)
    mp_detail_rows_add_heading (rows, _ ("What comes next"));
  for (guint i = 0; i < events->len; i++) {
    const MpNext *next = &g_array_index (events, MpNext, i);
    g_autofree char *title = mp_next_title (agreement, next);

    add_next (rows, session, next, title);
  }
}
