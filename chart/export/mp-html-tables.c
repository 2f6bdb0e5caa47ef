/* mp-html-tables.c: what changed, and what is in force, as tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On a narrow screen the cells stand below each other, for which a browser would forget that they
 * are a table; so they have roles.
 */
#include "config.h"

#include "mp-html-private.h"

#include "mp-agreement.h"
#include "mp-compare.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* How many unchanged terms are named; of more, their number is told. */
#define MAX_UNCHANGED 60

static void
open_table (const MpHtml *html, const char *class_names, const char *caption)
{
  mp_markup_open (html->markup, "table", "role", "table", "class", class_names, NULL);
  mp_markup_element (html->markup, "caption", "unseen", caption);
  mp_markup_open (html->markup, "thead", "role", "rowgroup", NULL);
  mp_markup_open (html->markup, "tr", "role", "row", NULL);
}

static void
write_head (const MpHtml *html, const char *class_names, const char *words)
{
  mp_markup_open (html->markup, "th", "role", "columnheader", "scope", "col", "class", class_names,
                  NULL);
  mp_markup_text (html->markup, words);
  mp_markup_close (html->markup, "th");
}

static void
open_body (const MpHtml *html)
{
  mp_markup_close (html->markup, "tr");
  mp_markup_close (html->markup, "thead");
  mp_markup_open (html->markup, "tbody", "role", "rowgroup", NULL);
}

static void
close_table (const MpHtml *html)
{
  mp_markup_close (html->markup, "tbody");
  mp_markup_close (html->markup, "table");
}

/* Begins a row with the term. */
static void
open_row (const MpHtml *html, guint32 term)
{
  guint32 topic = mp_agreement_terms (html->agreement, NULL)[term].topic;

  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "tr", "role", "row", "class", mp_html_color (html, topic), NULL);
  mp_markup_open (html->markup, "th", "role", "rowheader", "scope", "row", NULL);
  mp_html_link_term (html, term);
}

/* --- Before and after ------------------------------------------------------------------------- */

/* Writes a state, how well it is known, and its sources. heading is that of the column, which
 * stands in the cell on a narrow screen. */
static void
write_side (const MpHtml *html, MpStanding standing, const char *class_names, const char *heading)
{
  const MpPhases *phases = mp_agreement_phases (html->agreement);

  mp_markup_open (html->markup, "td", "role", "cell", "class", class_names, "data-heading", heading,
                  NULL);
  if (standing.status == MP_STATUS_NOT) {
    mp_markup_element (html->markup, "span", "nothing", _ ("Not in force"));
  } else {
    if (standing.status == MP_STATUS_POSSIBLY)
      mp_markup_element (html->markup, "span", "standing maybe", mp_words_status (standing.status));
    mp_html_write_state (html, standing.phase);
    mp_html_write_facts (html, phases->certainty[standing.phase],
                         phases->citations[standing.phase]);
  }
  mp_markup_close (html->markup, "td");
}

static void
write_change (const MpHtml *html, const MpComparison *comparison, const char *before,
              const char *after)
{
  g_autofree char *badge = mp_words_change_badge (comparison);

  open_row (html, comparison->term);
  mp_markup_text (html->markup, " ");
  mp_markup_element (html->markup, "span", "badge", badge);
  mp_markup_close (html->markup, "th");
  write_side (html, comparison->before, "before", before);
  write_side (html, comparison->after, "after", after);
  mp_markup_close (html->markup, "tr");
}

/* Names the terms that are the same at both dates. */
static void
write_unchanged (const MpHtml *html, const MpBits *unchanged)
{
  guint count = mp_bits_count (unchanged);
  gboolean is_first = TRUE;

  mp_markup_open (html->markup, "p", "class", "unchanged", "hidden", count == 0 ? "" : NULL, NULL);
  mp_markup_element (html->markup, "b", NULL, _ ("Unchanged"));
  mp_markup_text (html->markup, " ");
  mp_markup_open (html->markup, "span", NULL);
  if (count > MAX_UNCHANGED) {
    g_autofree char *words = g_strdup_printf (ngettext ("%'u term", "%'u terms", count), count);

    mp_markup_text (html->markup, words);
  }
  for (guint i = 0; i < html->n_terms && count <= MAX_UNCHANGED; i++) {
    if (!mp_bits_has (unchanged, html->rows[i]))
      continue;
    if (!is_first)
      mp_html_write_separator (html, FALSE);
    is_first = FALSE;
    mp_html_link_term (html, html->rows[i]);
  }
  mp_markup_close (html->markup, "span");
  mp_markup_close (html->markup, "p");
}

static char *
heading_of (const MpDate *date, gboolean is_after)
{
  g_autofree char *words = mp_date_words (date);

  /* Translators: the heading of a column of a table; %s is a date. */
  return g_strdup_printf (is_after ? _ ("After: %s") : _ ("Before: %s"), words);
}

static void
write_changes (const MpHtml *html)
{
  g_autoptr (MpBits) unchanged = mp_bits_new (html->n_terms);
  g_autofree char *before = heading_of (&html->before, FALSE);
  g_autofree char *after = heading_of (&html->after, TRUE);
  gboolean has_changes = FALSE;

  open_table (html, "comparison", _ ("Before and After"));
  write_head (html, NULL, _ ("Term"));
  write_head (html, "before", before);
  write_head (html, "after", after);
  open_body (html);
  for (guint i = 0; i < html->n_terms; i++) {
    MpComparison comparison =
      mp_compare_term (html->agreement, html->rows[i], &html->before, &html->after);

    if (!mp_comparison_is_same (&comparison))
      write_change (html, &comparison, before, after);
    else if (comparison.change == MP_CHANGE_UNCHANGED)
      mp_bits_set (unchanged, comparison.term, TRUE);
    has_changes = has_changes || !mp_comparison_is_same (&comparison);
  }
  close_table (html);
  mp_markup_open (html->markup, "p", "class", "no-changes", "hidden", has_changes ? "" : NULL,
                  NULL);
  mp_markup_text (html->markup, _ ("Nothing changed between these dates."));
  mp_markup_close (html->markup, "p");
  write_unchanged (html, unchanged);
}

void
mp_html_write_comparison (const MpHtml *html)
{
  g_autofree char *title = NULL;

  if (!html->has_comparison || html->n_terms == 0)
    return;
  title = html->milestone != MP_NONE ? mp_words_before_and_after (html->agreement, html->milestone)
                                     : g_strdup (_ ("Before and After"));
  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "section", "id", MP_HTML_COMPARISON, NULL);
  mp_markup_element (html->markup, "h2", NULL, title);
  mp_html_write_comparison_controls (html);
  write_changes (html);
  mp_markup_close (html->markup, "section");
}

/* --- What is in force ------------------------------------------------------------------------- */

/* Writes each state that a term may be in or, if it is in none, its nearest one. */
static void
write_states (const MpHtml *html, guint32 term, MpStanding standing)
{
  g_autoptr (GArray) phases =
    mp_query_possible_phases (html->agreement, term, html->as_of.earliest, html->as_of.after);

  if (phases->len == 0 && standing.phase != MP_NONE)
    g_array_append_val (phases, standing.phase);
  for (guint i = 0; i < phases->len; i++) {
    mp_markup_open (html->markup, "p", NULL);
    mp_html_write_state (html, g_array_index (phases, guint32, i));
    mp_markup_close (html->markup, "p");
  }
  if (phases->len == 0)
    mp_markup_element (html->markup, "p", "nothing", _ ("no phases"));
}

static void
write_row (const MpHtml *html, guint32 term)
{
  MpStanding standing =
    mp_query_standing (html->agreement, term, html->as_of.earliest, html->as_of.after);
  MpBasis basis = standing.phase != MP_NONE ? mp_query_phase_basis (html->agreement, standing.phase)
                                            : MP_BASIS_STATED_END;

  open_row (html, term);
  mp_markup_close (html->markup, "th");
  mp_markup_open (html->markup, "td", "role", "cell", NULL);
  mp_html_write_standing (html, standing.status, basis);
  mp_markup_close (html->markup, "td");
  mp_markup_open (html->markup, "td", "role", "cell", "class",
                  standing.status == MP_STATUS_NOT ? "absent" : NULL, NULL);
  write_states (html, term, standing);
  mp_markup_close (html->markup, "td");
  mp_markup_close (html->markup, "tr");
}

void
mp_html_write_in_force (const MpHtml *html)
{
  g_autofree char *date = mp_date_words (&html->as_of);
  /* Translators: %s is a date. */
  g_autofree char *as_of = g_strdup_printf (_ ("As of %s"), date);

  if (html->n_terms == 0)
    return;
  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "section", "id", MP_HTML_IN_FORCE, NULL);
  /* Translators: a heading over what is in force on a date. */
  mp_markup_element (html->markup, "h2", NULL, _ ("What is in force"));
  mp_markup_element (html->markup, "p", "as-of", as_of);
  mp_html_write_day_controls (html);
  open_table (html, "in-force", as_of);
  write_head (html, NULL, _ ("Term"));
  /* Translators: the heading of a column: "In force", "Possibly in force" or "Not in force". */
  write_head (html, NULL, _ ("Standing"));
  /* Translators: the heading of a column: in which state a term is. */
  write_head (html, NULL, _ ("State"));
  open_body (html);
  for (guint i = 0; i < html->n_terms; i++)
    write_row (html, html->rows[i]);
  close_table (html);
  mp_markup_close (html->markup, "section");
}
