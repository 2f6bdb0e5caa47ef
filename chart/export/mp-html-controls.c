/* mp-html-controls.c: what the script of the page works with: its controls, its dates, its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Controls stand in the page as templates, where a browser without scripts does not show them.
 */
#include "config.h"

#include "mp-html-private.h"

#include "mp-agreement.h"
#include "mp-compare.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* The years for which browsers have an entry for dates. */
#define FIRST_YEAR 1
#define LAST_YEAR 9999

/* The key that goes to the search. */
#define SEARCH_KEY "/"

/* --- Words and dates -------------------------------------------------------------------------- */

/* Adds an attribute; words are taken over. */
static void
add (GPtrArray *attributes, GPtrArray *owned, char *name, char *words)
{
  g_ptr_array_add (owned, name);
  g_ptr_array_add (owned, words);
  g_ptr_array_add (attributes, name);
  g_ptr_array_add (attributes, words);
}

static void
add_word (GPtrArray *attributes, GPtrArray *owned, const char *name, const char *words)
{
  add (attributes, owned, g_strconcat ("data-", name, NULL), g_strdup (words));
}

/* Adds how a term can stand: data-in-force="In force", data-future-no-end="To be in force, no end
 * published". */
static void
add_standings (GPtrArray *attributes, GPtrArray *owned)
{
  for (MpStatus status = MP_STATUS_NOT; status <= MP_STATUS_IN_FORCE; status++)
    add_word (attributes, owned, mp_status_to_string (status), mp_words_status (status));
  for (MpBasis basis = 0; basis < MP_N_BASES; basis++)
    add (attributes, owned, g_strconcat ("data-future-", mp_basis_to_string (basis), NULL),
         g_strdup (mp_words_standing (MP_STATUS_IN_FORCE, basis, TRUE)));
}

/* Adds what can become of a term: data-added="+ Added". */
static void
add_changes (GPtrArray *attributes, GPtrArray *owned)
{
  for (MpChangeKind change = MP_CHANGE_ADDED; change < MP_N_CHANGE_KINDS; change++) {
    for (guint possibly = 0; possibly < 2; possibly++) {
      MpComparison comparison = { .change = change, .possibly = possibly != 0 };

      add (attributes, owned,
           g_strconcat (possibly ? "data-possibly-" : "data-", mp_change_kind_to_string (change),
                        NULL),
           mp_words_change_badge (&comparison));
    }
  }
}

/* Adds the bounds of a date: data-as-of="1796601600 1796688000". */
static void
add_date (GPtrArray *attributes, GPtrArray *owned, const char *name, const MpDate *date)
{
  add (attributes, owned, g_strconcat ("data-", name, NULL),
       g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, date->earliest, date->after));
}

void
mp_html_open_body (const MpHtml *html)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) attributes = g_ptr_array_new ();
  guint n_entries = html->n_terms + mp_agreement_milestones (html->agreement)->length;

  /* A browser need not lay out the thousands of entries that nobody sees. */
  add (attributes, owned, g_strdup ("class"), g_strdup (n_entries > 1000 ? "many" : "few"));
  add (attributes, owned, g_strdup ("data-today"),
       g_strdup_printf ("%" G_GINT64_FORMAT, html->export->options->today));
  add_date (attributes, owned, "as-of", &html->as_of);
  if (html->has_comparison) {
    add_date (attributes, owned, "before", &html->before);
    add_date (attributes, owned, "after", &html->after);
  }
  add_standings (attributes, owned);
  add_changes (attributes, owned);
  /* Translators: %s is a date. */
  add_word (attributes, owned, "as-of-words", _ ("As of %s"));
  /* Translators: the heading of a column of a table; %s is a date. */
  add_word (attributes, owned, "before-words", _ ("Before: %s"));
  /* Translators: the heading of a column of a table; %s is a date. */
  add_word (attributes, owned, "after-words", _ ("After: %s"));
  add_word (attributes, owned, "dates-words", _ ("Before and After"));
  /* Translators: %s is a milestone. */
  add_word (attributes, owned, "sides-words", _ ("Before and after %s"));
  /* Translators: %s is a number: how many terms changed between two dates. */
  add_word (attributes, owned, "changes-words", _ ("Terms that changed: %s"));
  /* Translators: %s is a number: how many entries a search finds. */
  add_word (attributes, owned, "found-words", _ ("Entries found: %s"));
  g_ptr_array_add (attributes, NULL);
  mp_markup_open_with (html->markup, "body", (const char *const *) attributes->pdata);
}

/* --- Controls --------------------------------------------------------------------------------- */

static void
open_controls (const MpHtml *html, const char *class_names, const char *name)
{
  mp_markup_break (html->markup);
  mp_markup_open (html->markup, "template", NULL);
  mp_markup_open (html->markup, "div", "class", class_names, "role", "group", "aria-label", name,
                  NULL);
}

static void
close_controls (const MpHtml *html)
{
  mp_markup_close (html->markup, "div");
  mp_markup_close (html->markup, "template");
}

/* Writes an entry with its label before it. */
static void
write_input (const MpHtml *html, const char *label, const char *type, const char *class_names,
             const char *min, const char *max)
{
  mp_markup_open (html->markup, "label", NULL);
  mp_markup_element (html->markup, "span", NULL, label);
  mp_markup_text (html->markup, " ");
  mp_markup_empty (html->markup, "input", "type", type, "class", class_names, "min", min, "max",
                   max, NULL);
  mp_markup_close (html->markup, "label");
}

static void
write_button (const MpHtml *html, const char *class_names, const char *words)
{
  mp_markup_open (html->markup, "button", "type", "button", "class", class_names, NULL);
  mp_markup_text (html->markup, words);
  mp_markup_close (html->markup, "button");
}

static void
write_status (const MpHtml *html)
{
  mp_markup_open (html->markup, "p", "role", "status", NULL);
  mp_markup_close (html->markup, "p");
}

/* Stores the days that the slider has, as days since 1970-01-01; returns FALSE if a browser could
 * not show them. */
static gboolean
find_days (const MpHtml *html, gint64 *first, gint64 *last)
{
  MpInstant least = mp_instant_from_civil (FIRST_YEAR, 1, 1, 0, 0, 0);
  MpInstant most = mp_instant_from_civil (LAST_YEAR, 12, 31, 0, 0, 0);
  MpInstant earliest, latest;

  if (!mp_agreement_get_extent (html->agreement, &earliest, &latest))
    return FALSE;
  earliest = MIN (earliest, html->as_of.earliest);
  latest = MAX (latest, html->as_of.after);
  if (earliest < least || latest > most)
    return FALSE;
  /* Division rounds towards 0, and days before 1970 are below it. */
  *first = (earliest - least) / MP_SECONDS_PER_DAY + least / MP_SECONDS_PER_DAY;
  *last = (latest - least - 1) / MP_SECONDS_PER_DAY + least / MP_SECONDS_PER_DAY;
  return *last > *first;
}

void
mp_html_write_day_controls (const MpHtml *html)
{
  g_autofree char *min = NULL, *max = NULL;
  gint64 first, last;

  if (!find_days (html, &first, &last))
    return;
  min = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  max = g_strdup_printf ("%" G_GINT64_FORMAT, last);
  open_controls (html, "controls day", _ ("As-of date"));
  write_input (html, _ ("As-of date"), "range", NULL, min, max);
  write_input (html, _ ("Date"), "date", NULL, NULL, NULL);
  /* Translators: a button: goes back to the day on which something changed */
  write_button (html, "earlier", _ ("Earlier Change"));
  /* Translators: a button: goes on to the day on which something changes */
  write_button (html, "later", _ ("Later Change"));
  write_status (html);
  close_controls (html);
}

void
mp_html_write_comparison_controls (const MpHtml *html)
{
  gint64 first, last;

  if (!find_days (html, &first, &last))
    return;
  open_controls (html, "controls sides", _ ("Before and After"));
  mp_markup_open (html->markup, "label", NULL);
  mp_markup_element (html->markup, "span", NULL, _ ("Milestone"));
  mp_markup_text (html->markup, " ");
  mp_markup_open (html->markup, "select", NULL);
  mp_markup_open (html->markup, "option", "value", "", NULL);
  /* Translators: what is compared, instead of the two sides of a milestone */
  mp_markup_text (html->markup, _ ("Two dates"));
  mp_markup_close (html->markup, "option");
  mp_markup_close (html->markup, "select");
  mp_markup_close (html->markup, "label");
  write_input (html, C_ ("date", "Before"), "date", "before", NULL, NULL);
  write_input (html, C_ ("date", "After"), "date", "after", NULL, NULL);
  write_status (html);
  close_controls (html);
}

void
mp_html_write_search_controls (const MpHtml *html)
{
  open_controls (html, "controls find", _ ("Search"));
  mp_markup_open (html->markup, "label", NULL);
  mp_markup_open (html->markup, "span", NULL);
  mp_markup_text (html->markup, _ ("Search"));
  mp_markup_text (html->markup, " ");
  mp_markup_open (html->markup, "kbd", "aria-hidden", "true", NULL);
  mp_markup_text (html->markup, SEARCH_KEY);
  mp_markup_close (html->markup, "kbd");
  mp_markup_close (html->markup, "span");
  mp_markup_empty (html->markup, "input", "type", "search", "aria-keyshortcuts", SEARCH_KEY, NULL);
  mp_markup_close (html->markup, "label");
  write_status (html);
  close_controls (html);
}
