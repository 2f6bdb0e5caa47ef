/* mp-detail-item.c: what the details tell of a milestone or a phase
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-item.h"

#include "mp-address.h"
#include "mp-agreement.h"
#include "mp-cite.h"
#include "mp-detail-changes.h"
#include "mp-detail-conditions.h"
#include "mp-detail-links.h"
#include "mp-join.h"
#include "mp-known.h"
#include "mp-payments-card.h"
#include "mp-session-words.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many related milestones are listed at most. */
#define MAX_LISTED 6

/* Adds a card of a milestone with its title and its date. */
static void
add_milestone_card (MpDetailRows *rows, MpSession *session, guint32 milestone)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  g_autofree char *date = mp_words_date (agreement, milestones->date[milestone]);
  g_autofree char *when = mp_session_words_when (session, date, milestones->earliest[milestone],
                                                 milestones->after[milestone]);

  mp_detail_rows_add_item (rows, agreement, (MpItem) { MP_ITEM_MILESTONE, milestone },
                           mp_agreement_text (agreement, milestones->title[milestone]), when, NULL);
}

/* Adds the first milestones that changed one of these terms, under a heading. */
static void
add_milestones_that_changed (MpDetailRows *rows, MpSession *session, const MpBits *terms,
                             guint32 except, const char *heading)
{
  g_autoptr (GArray) changing =
    mp_query_milestones_changing (mp_session_get_agreement (session), terms, except, MAX_LISTED);

  if (changing->len > 0)
    mp_detail_rows_add_heading (rows, heading);
  for (guint i = 0; i < changing->len; i++)
    add_milestone_card (rows, session, g_array_index (changing, guint32, i));
}

/* --- What both have --------------------------------------------------------------------------- */

/* Adds what is said of a milestone or a phase, with the numbers of its sources. Where nothing is
 * said, they are numbered all the same, before those of anything else. */
static void
add_sourced (MpDetailRows *rows, MpAgreement *agreement, MpTextRef summary, MpRun own,
             GArray *citations)
{
  const char *text = mp_agreement_text (agreement, summary);
  g_autofree char *numbers = mp_cite_numbers (agreement, own, citations);

  if (*text != '\0')
    mp_detail_row_take_cites (mp_detail_rows_add (rows, MP_DETAIL_TEXT, text, NULL),
                              g_steal_pointer (&numbers));
}

/* Adds the amounts, each with what it is for, its certainty and the numbers of its own sources. */
static void
add_amounts (MpDetailRows *rows, MpAgreement *agreement, MpRun run, GArray *citations)
{
  const MpAmount *amounts = mp_agreement_amounts (agreement);

  if (run.count > 0)
    mp_detail_rows_add_heading (rows, _ ("Amounts"));
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    g_autofree char *value = mp_words_amount (agreement, &amounts[i]);
    g_autofree char *what =
      mp_untrusted_text_isolate (mp_agreement_text (agreement, amounts[i].what), 0);
    const char *facts[] = { what, mp_words_certainty (amounts[i].certainty), NULL };
    g_autofree char *about = mp_join (MP_JOIN_FACTS, facts);
    MpDetailRow *row = mp_detail_rows_add (rows, MP_DETAIL_LINES, value, "amount");

    mp_detail_row_add_line (row, about, "caption dim-label");
    mp_detail_row_take_cites (row, mp_cite_numbers (agreement, amounts[i].citations, citations));
    if (!mp_certainty_get (amounts[i].certainty)->is_confirmed)
      row->look = "unconfirmed";
  }
}

/* The title of a source, isolated so that it cannot change the direction of the text around it. A
 * title that is itself an address is shown as mp_address_plain () gives it. Free with g_free (). */
static char *
make_source_title (const char *title)
{
  gboolean is_address = strstr (title, "://") != NULL && strpbrk (title, " \t") == NULL;

  return is_address ? mp_address_plain (title) : mp_untrusted_text_isolate (title, 0);
}

void
mp_detail_add_sources (MpDetailRows *rows, MpAgreement *agreement, GArray *citations)
{
  const MpSource *sources = mp_agreement_sources (agreement, NULL);
  guint n_now;

  if (citations->len > 0)
    mp_detail_rows_add_heading (rows, _ ("Sources"));
  n_now = mp_detail_rows_begin_list (rows, MP_DETAIL_SOURCES, citations->len);
  for (guint i = 0; i < n_now; i++) {
    const MpCitation *citation = &g_array_index (citations, MpCitation, i);
    const MpSource *source = &sources[citation->source];
    const char *url = mp_agreement_text (agreement, source->url);
    const char *note = mp_agreement_text (agreement, source->note);
    const char *quote = mp_agreement_text (agreement, citation->quote);
    const char *copy = mp_agreement_text (agreement, source->archived);
    g_autofree char *title = make_source_title (mp_agreement_text (agreement, source->title));
    g_autofree char *facts = mp_cite_facts (agreement, citation);
    MpDetailRow *row = mp_detail_rows_add (rows, MP_DETAIL_SOURCE, title, NULL);

    row->number = i + 1;
    mp_detail_row_add_line (row, *url != '\0' ? url : NULL, NULL);
    mp_detail_row_add_line (row, facts, NULL);
    mp_detail_row_add_line (row, *note != '\0' ? note : NULL, NULL);
    mp_detail_row_add_line (row, *quote != '\0' ? quote : NULL, NULL);
    mp_detail_row_add_line (row, *copy != '\0' ? copy : NULL, NULL);
  }
  mp_detail_rows_end_list (rows);
}

/* --- A milestone ------------------------------------------------------------------------------ */

static void
add_changes (MpDetailRows *rows, MpAgreement *agreement, guint32 milestone)
{
  g_autoptr (GArray) changes = mp_query_changes (agreement, milestone);
  guint n_now;

  if (changes->len > 0)
    mp_detail_rows_add_heading (rows, _ ("What changed"));
  n_now = mp_detail_rows_begin_list (rows, MP_DETAIL_CARDS, changes->len);
  for (guint i = 0; i < n_now; i++)
    mp_detail_add_change (rows, agreement, &g_array_index (changes, MpChange, i));
  mp_detail_rows_end_list (rows);
  if (changes->len > 0)
    mp_detail_rows_add (rows, MP_DETAIL_BUTTONS, _ ("_Compare Before and After"),
                        MP_DETAIL_COMPARE);
}

/* Adds the other milestones that changed the same terms. */
static void
add_related (MpDetailRows *rows, MpSession *session, guint32 milestone)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  MpRun run = mp_agreement_milestones (agreement)->changes[milestone];
  g_autoptr (MpBits) terms = NULL;
  guint n_terms;

  mp_agreement_terms (agreement, &n_terms);
  terms = mp_bits_new (n_terms);
  for (guint32 i = run.first; i < run.first + run.count; i++)
    mp_bits_set (terms, mp_agreement_changes (agreement)[i], TRUE);
  add_milestones_that_changed (rows, session, terms, milestone, _ ("Changed the same terms"));
}

/* Adds how far the measured milestone is from the selected one. */
static void
add_measure (MpDetailRows *rows, MpSession *session)
{
  MpItem other = mp_session_get_measured (session);
  g_autofree char *distance = NULL;

  if (other.kind != MP_ITEM_MILESTONE)
    return;
  distance = mp_session_words_distance (session);
  /* Translators: a heading: how far two milestones lie apart in time */
  mp_detail_rows_add_heading (rows, _ ("Distance"));
  mp_detail_rows_add_text (rows, distance, NULL);
  add_milestone_card (rows, session, other.index);
}

/* Adds since when it is known. */
static void
add_known (MpDetailRows *rows, MpSession *session, MpItem item)
{
  g_autofree char *words =
    mp_known_words (mp_session_get_agreement (session), item, mp_session_get_known (session));

  mp_detail_rows_add_text (rows, words, "caption dim-label");
}

static void
add_milestone (MpDetailRows *rows, MpSession *session, guint32 milestone)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  g_autofree char *date = mp_words_date (agreement, milestones->date[milestone]);
  g_autofree char *distance =
    mp_session_words_away (session, milestones->earliest[milestone], milestones->after[milestone]);
  /* Translators: how far away, and how well known. */
  g_autofree char *remark = g_strdup_printf (C_ ("remark", "%s · %s"), distance,
                                             mp_words_certainty (milestones->certainty[milestone]));
  g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (MpCitation));
  MpRun own = milestones->citations[milestone];

  mp_detail_rows_add_topic (rows, agreement, milestones->topic[milestone], remark);
  mp_detail_rows_add_text (rows, mp_agreement_text (agreement, milestones->title[milestone]),
                           "title-2");
  mp_detail_rows_add_text (rows, date, "dim-label");
  mp_detail_add_derivation (rows, agreement, milestones->derivation[milestone]);
  add_measure (rows, session);
  add_known (rows, session, (MpItem) { MP_ITEM_MILESTONE, milestone });
  add_sourced (rows, agreement, milestones->summary[milestone], own, citations);
  mp_detail_add_others (rows, agreement, date, milestones->certainty[milestone], own,
                        milestones->alternatives[milestone], citations);
  add_changes (rows, agreement, milestone);
  mp_detail_add_links (rows, session, (MpItem) { MP_ITEM_MILESTONE, milestone }, citations);
  add_amounts (rows, agreement, milestones->amounts[milestone], citations);
  mp_detail_add_sources (rows, agreement, citations);
  add_related (rows, session, milestone);
}

/* --- A phase ---------------------------------------------------------------------------------- */

/* Adds all phases of a term that has several. */
static void
add_phases (MpDetailRows *rows, MpSession *session, guint32 term)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpRun run = mp_agreement_terms (agreement, NULL)[term].phases;
  guint n_now;

  if (run.count > 1)
    mp_detail_rows_add_heading (rows, _ ("Phases of this term"));
  n_now = mp_detail_rows_begin_list (rows, MP_DETAIL_CARDS, run.count > 1 ? run.count : 0);
  for (guint32 phase = run.first; phase < run.first + n_now; phase++) {
    MpItem item = { MP_ITEM_PHASE, phase };
    g_autofree char *span = mp_words_phase_span (agreement, phase);
    MpDetailRow *card = mp_detail_rows_add_item (
      rows, agreement, item, mp_agreement_text (agreement, phases->state[phase]), span, NULL);

    if (mp_item_equal (item, mp_session_get_selection (session)))
      card->look = "current";
  }
  mp_detail_rows_end_list (rows);
}

/* Adds the milestones that changed the term. */
static void
add_changed_by (MpDetailRows *rows, MpSession *session, guint32 term)
{
  g_autoptr (MpBits) terms = NULL;
  guint n_terms;

  mp_agreement_terms (mp_session_get_agreement (session), &n_terms);
  terms = mp_bits_new (n_terms);
  mp_bits_set (terms, term, TRUE);
  /* Translators: a heading over the milestones that changed a term */
  add_milestones_that_changed (rows, session, terms, MP_NONE, _ ("Changed by"));
}

/* The dates of a phase in words, without what may end it early. */
static char *
span_words (MpAgreement *agreement, guint32 phase)
{
  MpSpan span;

  mp_agreement_get_phase_span (agreement, phase, &span);
  return mp_span_words (&span);
}

/* Whether a phase is in force, and how well that is known. */
static char *
make_phase_remark (MpSession *session, guint32 phase)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpDate *as_of = mp_session_get_as_of (session);
  MpStatus status = mp_query_phase_status (agreement, phase, as_of->earliest, as_of->after);
  const char *standing = mp_words_standing (status, mp_query_phase_basis (agreement, phase),
                                            mp_session_is_as_of_future (session));

  /* Translators: whether in force, and how well known. */
  return g_strdup_printf (C_ ("remark", "%s · %s"), standing,
                          mp_words_certainty (mp_agreement_phases (agreement)->certainty[phase]));
}

static void
add_phase (MpDetailRows *rows, MpSession *session, guint32 phase)
{
  MpAgreement *agreement = mp_session_get_agreement (session);
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpTerm *term = &mp_agreement_terms (agreement, NULL)[phases->term[phase]];
  g_autofree char *remark = make_phase_remark (session, phase);
  g_autofree char *span = mp_words_phase_span (agreement, phase);
  g_autofree char *dates = span_words (agreement, phase);
  g_autofree char *end = mp_words_phase_end (agreement, phase);
  g_autofree char *parties = mp_words_parties (agreement, phases->term[phase]);
  g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (MpCitation));
  MpRun own = phases->citations[phase];

  mp_detail_rows_add_topic (rows, agreement, term->topic, remark);
  mp_detail_rows_add_text (rows, mp_agreement_text (agreement, term->title), "title-2");
  mp_detail_rows_add_text (rows, mp_agreement_text (agreement, phases->state[phase]), "heading");
  mp_detail_rows_add_text (rows, span, "dim-label");
  mp_detail_add_derivations (rows, agreement, phases->start_derivation[phase],
                             phases->end_derivation[phase]);
  add_known (rows, session, (MpItem) { MP_ITEM_PHASE, phase });
  add_sourced (rows, agreement, phases->summary[phase], own, citations);
  mp_detail_rows_add_text (rows, mp_agreement_text (agreement, term->summary), NULL);
  mp_detail_rows_add_text (rows, parties, "dim-label");
  if (*mp_agreement_text (agreement, phases->ends_early[phase]) != '\0') {
    mp_detail_rows_add_heading (rows, _ ("When it ends"));
    mp_detail_rows_add_text (rows, end, NULL);
  }
  mp_detail_add_notice (rows, agreement, phases->term[phase], citations);
  mp_detail_add_others (rows, agreement, dates, phases->certainty[phase], own,
                        phases->alternatives[phase], citations);
  mp_detail_add_links (rows, session, (MpItem) { MP_ITEM_PHASE, phase }, citations);
  add_amounts (rows, agreement, phases->amounts[phase], citations);
  mp_payments_add_row (rows, agreement, phase);
  add_phases (rows, session, phases->term[phase]);
  add_changed_by (rows, session, phases->term[phase]);
  mp_detail_add_sources (rows, agreement, citations);
}

void
mp_detail_add_item (MpDetailRows *rows, MpSession *session, MpItem item)
{
  if (item.kind == MP_ITEM_MILESTONE)
    add_milestone (rows, session, item.index);
  else
    add_phase (rows, session, item.index);
}
