/* mp-html-private.h: what the parts of the HTML page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each part of the page is written by a file of its own: its head, the tables, the terms, the
 * milestones, the sources.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-export.h"
#include "mp-item.h"
#include "mp-links.h"
#include "mp-markup.h"
#include "mp-query.h"

G_BEGIN_DECLS

/* Where the style and the script are among the resources of this folder. */
#define MP_HTML_STYLE "/dev/milepost/page/page.css"
#define MP_HTML_SCRIPT "/dev/milepost/page/page.js"

/* The anchors of the sections. The ids of a file have no capital letters, so no entry has one of
 * these. */
#define MP_HTML_FIGURE "Figure"
#define MP_HTML_STORY "Story"
#define MP_HTML_LAST_CHANGE "Last-change"
#define MP_HTML_COMPARISON "Comparison"
#define MP_HTML_IN_FORCE "In-force"
#define MP_HTML_TERMS "Terms"
#define MP_HTML_MILESTONES "Milestones"
#define MP_HTML_SOURCES "Sources"

/* Which source has which number, and which entries cite it. */
typedef struct _MpHtmlSources MpHtmlSources;

/* An entry that cites a source: a term, or a milestone. */
typedef struct {
  guint32 source;
  guint32 index;
  gboolean is_milestone;
} MpHtmlCiting;

typedef struct {
  const MpExport *export; /* borrowed */
  MpAgreement *agreement; /* borrowed */
  MpMarkup *markup;
  MpHtmlSources *sources;
  gboolean has_figure; /* else the page stands without it */
  MpDate as_of;
  gboolean is_future; /* the as-of date reaches beyond today */

  /* What is compared: two dates, which may be the sides of a milestone. */
  gboolean has_comparison;
  MpDate before;
  MpDate after;
  guint32 milestone; /* or MP_NONE */

  guint32 last_change; /* the milestone that changed the agreement last, or MP_NONE */

  guint32 *rows; /* the terms in the order of the page */
  guint n_terms;
} MpHtml;

/* --- mp-html-part.c: what entries and tables are put together from --- */

/* Return the anchor of an entry: "reset-2026". A term whose id is that of a milestone as well is
 * "reset-2026.term", and the third phase of a term "rent.3": ids have no full stops. Free with
 * g_free (). */
char *mp_html_milestone_anchor (const MpHtml *html, guint32 milestone) G_GNUC_WARN_UNUSED_RESULT;
char *mp_html_term_anchor (const MpHtml *html, guint32 term) G_GNUC_WARN_UNUSED_RESULT;
char *mp_html_phase_anchor (const MpHtml *html, guint32 phase) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a text of the file as the only text of an element that finds its direction by itself:
 * with dir="auto". It has no characters that turn text. Free with g_free (). */
char *mp_html_own_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Write a text of the file in an element of its own, unless it is empty. */
void mp_html_write_string (const MpHtml *html, const char *element, const char *class_names,
                           const char *text);
void mp_html_write_text (const MpHtml *html, const char *element, const char *class_names,
                         MpTextRef text);

/* Write a link to an entry of the page, with the entry's title. */
void mp_html_link_milestone (const MpHtml *html, guint32 milestone);
void mp_html_link_term (const MpHtml *html, guint32 term);

/* Writes what stands between two facts of a line, or between two items of a list. */
void mp_html_write_separator (const MpHtml *html, gboolean is_list);

/* Writes "Stated by the parties · Sources 1, 2", the numbers being links. */
void mp_html_write_facts (const MpHtml *html, MpCertainty certainty, MpRun citations);

/* Writes the same for a claim, and under it what its sources say in their own words. */
void mp_html_write_claim (const MpHtml *html, MpCertainty certainty, MpRun citations);

/* Writes "Sources 1, 2" after what separates facts; nothing for an empty run. */
void mp_html_write_citations (const MpHtml *html, MpRun citations);

/* The same where nothing stands before it. */
void mp_html_write_first_citations (const MpHtml *html, MpRun citations);

/* Writes how a phase stands on the as-of date: "In force". */
void mp_html_write_standing (const MpHtml *html, MpStatus status, MpBasis basis);

/* Writes the state of a phase, and when it is in force. */
void mp_html_write_state (const MpHtml *html, guint32 phase);

/* Writes the amounts, each with what it is for, its certainty and the numbers of its sources. */
void mp_html_write_amounts (const MpHtml *html, MpRun amounts);

/* Writes the dates that other sources give, after the preferred one, which is given in words. level
 * is that of the heading. */
void mp_html_write_others (const MpHtml *html, const char *heading, const char *preferred,
                           MpCertainty certainty, MpRun own, MpRun others);

/* Writes what a milestone changed, if anything, under a heading, which is the name of an element.
 */
void mp_html_write_changes (const MpHtml *html, guint32 milestone, const char *heading);

/* Returns an instant as a number for the script, "1777248000" or "-Infinity". Free with g_free ().
 */
char *mp_html_instant (MpInstant instant) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the class of a topic's colour: "blue"; never freed. */
const char *mp_html_color (const MpHtml *html, guint32 topic);

/* --- mp-html-links.c --- */

/* Which links of an entry are meant: those that it has, those that lead to it, or both. */
typedef enum {
  MP_HTML_ENDS_ALL,
  MP_HTML_ENDS_OWN,
  MP_HTML_ENDS_BACK,
} MpHtmlEnds;

/* Writes the links of a milestone or a phase in their groups, each under a heading, which is the
 * name of an element. Of what leads to a term each of its phases knows. */
void mp_html_write_links (const MpHtml *html, MpItem item, MpHtmlEnds which, const char *heading);

/* Writes the entry at the other end of a link, when it was and, if asked for, what it is; and who
 * says how surely that it belongs here. Quotes are with the entry, unless they are the link's own.
 */
void mp_html_write_link (const MpHtml *html, const MpLinkEnd *end, gboolean has_summary);

/* --- mp-html-controls.c: what the script works with --- */

/* Begins the body, with the dates and the words that the script needs. */
void mp_html_open_body (const MpHtml *html);

/* Write the controls of a part as a template, whose place they take if scripts run. */
void mp_html_write_day_controls (const MpHtml *html);
void mp_html_write_comparison_controls (const MpHtml *html);
void mp_html_write_search_controls (const MpHtml *html);

/* Returns whether there is a figure, and it is not too high for a page. */
gboolean mp_html_has_figure (const MpFigure *figure);

/* --- The parts of the page, from top to bottom --- */

/* Writes the element head, with the style, whose colours follow those of the chart. script is what
 * the policy of the page lets run. */
void mp_html_write_document_head (const MpHtml *html, const char *script);

/* Write the headline and what the page is about, who agrees, and what comes next. */
void mp_html_write_title (const MpHtml *html);

/* Writes the figure, light and dark, or a sentence where there is none. */
void mp_html_write_figure (const MpHtml *html);

/* Writes the story, a section for each step; nothing without one. */
void mp_html_write_story (const MpHtml *html);

void mp_html_write_parties (const MpHtml *html);
void mp_html_write_next (const MpHtml *html);

/* Writes the milestone that changed the agreement last: why it came, and what it changed. */
void mp_html_write_last_change (const MpHtml *html);

void mp_html_write_comparison (const MpHtml *html);
void mp_html_write_in_force (const MpHtml *html);

/* Write all terms, and all milestones. Return FALSE and set error if the user has cancelled. */
gboolean mp_html_write_terms (const MpHtml *html, GError **error);
gboolean mp_html_write_milestones (const MpHtml *html, GError **error);
void mp_html_write_sources (const MpHtml *html);

/* --- mp-html-numbers.c --- */

/* Numbers the sources in the order in which the page cites them, the figure first; those that
 * nothing cites come last. html need have its export, agreement, rows and last change only. Free
 * with mp_html_sources_free (), which accepts NULL. */
MpHtmlSources *mp_html_sources_new (const MpHtml *html) G_GNUC_WARN_UNUSED_RESULT;
void mp_html_sources_free (MpHtmlSources *self);

/* Return the number of sources; the number of a source, from 1; and the source with a number. */
guint mp_html_sources_length (const MpHtmlSources *self);
guint mp_html_sources_number (const MpHtmlSources *self, guint32 source);
guint32 mp_html_sources_get (const MpHtmlSources *self, guint number);

/* Returns the entries that cite a source, each once, in the order of the page; owned by the
 * numbering. Sets length to how many they are. */
const MpHtmlCiting *mp_html_sources_citing (const MpHtmlSources *self, guint32 source,
                                            guint *length);

/* Returns the anchor of a source: "source-lease-2021" or, if an entry has that,
 * "source-lease-2021.source". Free with g_free (). */
char *mp_html_source_anchor (const MpHtml *html, guint32 source) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
