/* mp-html-terms.c: every term of the page, with its phases
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-html-private.h"

#include "mp-agreement.h"
#include "mp-export-private.h"
#include "mp-notice.h"
#include "mp-order.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* The milestones that changed each term, in order of time: those of a term stand together. */
typedef struct {
  guint32 *milestones;
  guint32 *starts; /* by term; one more than terms */
} Changers;

static void
changers_init (Changers *changers, const MpHtml *html)
{
  const MpMilestones *milestones = mp_agreement_milestones (html->agreement);
  const guint32 *changes = mp_agreement_changes (html->agreement);
  const guint32 *order = mp_order_milestones (html->agreement);
  g_autofree guint32 *next = NULL;

  changers->starts = g_new0 (guint32, html->n_terms + 1);
  for (guint i = 0; i < milestones->length; i++)
    for (guint32 j = 0; j < milestones->changes[i].count; j++)
      changers->starts[changes[milestones->changes[i].first + j] + 1]++;
  for (guint i = 0; i < html->n_terms; i++)
    changers->starts[i + 1] += changers->starts[i];
  changers->milestones = g_new (guint32, changers->starts[html->n_terms] + 1);
  next = g_memdup2 (changers->starts, (html->n_terms + 1) * sizeof *next);
  for (guint i = 0; i < milestones->length; i++) {
    MpRun run = milestones->changes[order[i]];

    for (guint32 j = 0; j < run.count; j++)
      changers->milestones[next[changes[run.first + j]]++] = order[i];
  }
}

static void
changers_clear (Changers *changers)
{
  g_free (changers->milestones);
  g_free (changers->starts);
}

/* --- A phase ---------------------------------------------------------------------------------- */

/* Begins a phase with what the script needs to know of it: the four instants between which it is
 * possibly and certainly in force, and what is known of its end. */
static void
open_phase (const MpHtml *html, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (html->agreement);
  g_autofree char *anchor = mp_html_phase_anchor (html, phase);
  g_autofree char *maybe_from = mp_html_instant (phases->earliest_start[phase]);
  g_autofree char *sure_from = mp_html_instant (phases->certain_start[phase]);
  g_autofree char *sure_until = mp_html_instant (phases->certain_end[phase]);
  g_autofree char *maybe_until = mp_html_instant (phases->latest_end[phase]);

  mp_markup_open (html->markup, "li", "id", anchor, "class", "phase", "data-basis",
                  mp_basis_to_string (mp_query_phase_basis (html->agreement, phase)),
                  "data-maybe-from", maybe_from, "data-sure-from", sure_from, "data-sure-until",
                  sure_until, "data-maybe-until", maybe_until, NULL);
}

static void
write_derivations (const MpHtml *html, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (html->agreement);

  if (phases->start_derivation[phase] != MP_NONE) {
    g_autofree char *words = mp_words_derivation (html->agreement, phases->start_derivation[phase]);
    /* Translators: %s is how a date was counted, as in "90 days after The reset (27 April 2026)".
     */
    g_autofree char *start = g_strdup_printf (_ ("Start: %s"), words);

    mp_markup_element (html->markup, "p", "counted", start);
  }
  if (phases->end_derivation[phase] != MP_NONE) {
    g_autofree char *words = mp_words_derivation (html->agreement, phases->end_derivation[phase]);
    /* Translators: %s is how a date was counted, as in "90 days after The reset (27 April 2026)".
     */
    g_autofree char *end = g_strdup_printf (_ ("End: %s"), words);

    mp_markup_element (html->markup, "p", "counted", end);
  }
}

static void
write_phase (const MpHtml *html, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (html->agreement);
  MpStatus status =
    mp_query_phase_status (html->agreement, phase, html->as_of.earliest, html->as_of.after);
  g_autofree char *dates = NULL;
  MpSpan span;

  mp_markup_break (html->markup);
  open_phase (html, phase);
  mp_markup_open (html->markup, "p", "class", "head", NULL);
  mp_html_write_state (html, phase);
  mp_markup_text (html->markup, " ");
  mp_html_write_standing (html, status, mp_query_phase_basis (html->agreement, phase));
  mp_markup_close (html->markup, "p");
  write_derivations (html, phase);
  mp_html_write_text (html, "p", "summary", phases->summary[phase]);
  mp_html_write_amounts (html, phases->amounts[phase]);
  mp_html_write_claim (html, phases->certainty[phase], phases->citations[phase]);
  if (phases->alternatives[phase].count > 0) {
    mp_agreement_get_phase_span (html->agreement, phase, &span);
    dates = mp_span_words (&span);
    mp_html_write_others (html, "h5", dates, phases->certainty[phase], phases->citations[phase],
                          phases->alternatives[phase]);
  }
  mp_html_write_links (html, (MpItem) { MP_ITEM_PHASE, phase }, MP_HTML_ENDS_OWN, "h5");
  mp_markup_close (html->markup, "li");
}

/* --- A term ----------------------------------------------------------------------------------- */

static void
write_notice (const MpHtml *html, guint32 term)
{
  guint32 index = mp_agreement_terms (html->agreement, NULL)[term].notice;
  g_autofree char *answer = NULL;
  const MpNotice *notice;
  MpNoticeDays days;

  if (index == MP_NONE)
    return;
  notice = &mp_agreement_notices (html->agreement)[index];
  answer = mp_notice_words (html->agreement, term);
  mp_markup_open (html->markup, "div", "class", "notice", NULL);
  mp_markup_element (html->markup, "h5", NULL, _ ("Notice"));
  mp_markup_element (html->markup, "p", NULL, answer);
  /* Without a day, the result has the reason. */
  if (mp_notice_find (html->agreement, term, &days)) {
    g_auto (GStrv) steps = mp_notice_steps (html->agreement, term);

    mp_markup_open (html->markup, "ol", "class", "steps", NULL);
    for (char **step = steps; *step != NULL; step++)
      mp_markup_element (html->markup, "li", NULL, *step);
    mp_markup_close (html->markup, "ol");
  }
  mp_html_write_claim (html, notice->certainty, notice->citations);
  mp_markup_close (html->markup, "div");
}

static void
write_changed_by (const MpHtml *html, guint32 term, const Changers *changers)
{
  const MpMilestones *milestones = mp_agreement_milestones (html->agreement);

  if (changers->starts[term] == changers->starts[term + 1])
    return;
  mp_markup_open (html->markup, "div", "class", "changed-by", NULL);
  /* Translators: a heading over the milestones that changed a term */
  mp_markup_element (html->markup, "h5", NULL, _ ("Changed by"));
  mp_markup_open (html->markup, "ul", NULL);
  for (guint32 i = changers->starts[term]; i < changers->starts[term + 1]; i++) {
    guint32 milestone = changers->milestones[i];
    g_autofree char *date = mp_words_date (html->agreement, milestones->date[milestone]);

    mp_markup_open (html->markup, "li", NULL);
    mp_html_link_milestone (html, milestone);
    mp_markup_text (html->markup, " ");
    mp_markup_element (html->markup, "span", "when", date);
    mp_markup_close (html->markup, "li");
  }
  mp_markup_close (html->markup, "ul");
  mp_markup_close (html->markup, "div");
}

static void
write_term (const MpHtml *html, guint32 index, const Changers *changers)
{
  const MpTerm *term = &mp_agreement_terms (html->agreement, NULL)[index];
  g_autofree char *anchor = mp_html_term_anchor (html, index);
  g_autofree char *href = g_strconcat ("#", anchor, NULL);
  g_autofree char *parties = mp_words_parties (html->agreement, index);
  g_autofree char *title = mp_html_own_text (mp_agreement_text (html->agreement, term->title));

  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "article", "id", anchor, "class", "entry term", NULL);
  mp_markup_open (html->markup, "header", NULL);
  mp_markup_open (html->markup, "h4", "dir", "auto", NULL);
  mp_markup_open (html->markup, "a", "href", href, NULL);
  mp_markup_text (html->markup, title);
  mp_markup_close (html->markup, "a");
  mp_markup_close (html->markup, "h4");
  mp_markup_element (html->markup, "p", "parties", parties);
  mp_html_write_text (html, "p", "summary", term->summary);
  mp_markup_close (html->markup, "header");
  mp_markup_open (html->markup, "div", "class", "body", NULL);
  if (term->phases.count > 0) {
    mp_markup_open (html->markup, "ol", "class", "phases", NULL);
    for (guint32 i = 0; i < term->phases.count; i++)
      write_phase (html, term->phases.first + i);
    mp_markup_close (html->markup, "ol");
  } else {
    mp_markup_element (html->markup, "p", "nothing", _ ("no phases"));
  }
  if (term->phases.count > 0)
    mp_html_write_links (html, (MpItem) { MP_ITEM_PHASE, term->phases.first }, MP_HTML_ENDS_BACK,
                         "h5");
  write_notice (html, index);
  write_changed_by (html, index, changers);
  mp_markup_close (html->markup, "div");
  mp_markup_close (html->markup, "article");
}

/* Begins the section of a topic. */
static void
open_topic (const MpHtml *html, guint32 topic)
{
  const MpTopic *it = &mp_agreement_topics (html->agreement, NULL)[topic];
  g_autofree char *class_names = g_strconcat ("topic ", mp_html_color (html, topic), NULL);

  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "section", "class", class_names, NULL);
  mp_html_write_text (html, "h3", NULL, it->title);
}

gboolean
mp_html_write_terms (const MpHtml *html, GError **error)
{
  const MpTerm *terms = mp_agreement_terms (html->agreement, NULL);
  guint32 topic = MP_NONE;
  Changers changers;
  gboolean goes_on = TRUE;

  if (html->n_terms == 0)
    return TRUE;
  changers_init (&changers, html);
  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "section", "id", MP_HTML_TERMS, "class", "entries", NULL);
  mp_markup_element (html->markup, "h2", NULL, _ ("Terms"));
  for (guint i = 0; i < html->n_terms && goes_on; i++) {
    guint32 term = html->rows[i];

    if (terms[term].topic != topic && topic != MP_NONE)
      mp_markup_close (html->markup, "section");
    if (terms[term].topic != topic)
      open_topic (html, terms[term].topic);
    topic = terms[term].topic;
    write_term (html, term, &changers);
    goes_on = mp_export_step (html->export, 0.3 + 0.4 * i / html->n_terms, error);
  }
  mp_markup_close (html->markup, "section");
  mp_markup_close (html->markup, "section");
  changers_clear (&changers);
  return goes_on;
}
