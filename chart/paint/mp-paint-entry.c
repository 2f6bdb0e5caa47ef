/* mp-paint-entry.c: tells a file which entry something is drawn for, and where its sources are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-entry.h"

#include "mp-address.h"
#include "mp-agreement.h"
#include "mp-canvas.h"
#include "mp-join.h"
#include "mp-words.h"

static char *
find_id (MpAgreement *agreement, MpItem item)
{
  const MpPhases *phases;
  const MpTerm *term;

  if (item.kind == MP_ITEM_MILESTONE)
    return g_strdup (
      mp_agreement_text (agreement, mp_agreement_milestones (agreement)->id[item.index]));
  phases = mp_agreement_phases (agreement);
  term = &mp_agreement_terms (agreement, NULL)[phases->term[item.index]];
  return g_strdup_printf ("%s-%u", mp_agreement_text (agreement, term->id),
                          item.index - term->phases.first + 1);
}

/* Returns the address of a source, or NULL. */
static char *
address_of (MpAgreement *agreement, guint32 source)
{
  const char *url =
    mp_agreement_text (agreement, mp_agreement_sources (agreement, NULL)[source].url);

  return *url != '\0' ? mp_address_plain (url) : NULL;
}

static char *
find_address (MpAgreement *agreement, MpItem item)
{
  MpRun run = item.kind == MP_ITEM_MILESTONE
                ? mp_agreement_milestones (agreement)->citations[item.index]
                : mp_agreement_phases (agreement)->citations[item.index];
  const MpCitation *citations = mp_agreement_citations (agreement);
  char *address = NULL;

  for (guint32 i = run.first; i < run.first + run.count && address == NULL; i++)
    address = address_of (agreement, citations[i].source);
  return address;
}

void
mp_paint_begin_entry (cairo_t *cr, MpAgreement *agreement, MpItem item, gboolean is_part)
{
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autofree char *uri = NULL;

  if (!mp_canvas_has_entries (cr))
    return;
  id = find_id (agreement, item);
  title = item.kind == MP_ITEM_MILESTONE ? mp_words_milestone (agreement, item.index)
                                         : mp_words_phase (agreement, item.index);
  uri = find_address (agreement, item);
  mp_canvas_begin_entry (cr, &(MpCanvasEntry) { item, is_part, id, title, uri });
}

void
mp_paint_end_entry (cairo_t *cr)
{
  mp_canvas_end_entry (cr);
}

void
mp_paint_source_link (cairo_t *cr, MpAgreement *agreement, guint32 source, MpRect rect)
{
  g_autofree char *title = NULL;
  g_autofree char *uri = NULL;

  if (!mp_canvas_has_entries (cr))
    return;
  title = mp_words_source (agreement, source, FALSE);
  uri = address_of (agreement, source);
  mp_canvas_link (cr, rect, &(MpCanvasLink) { source, title, uri });
}

/* A number begins where the text of those before it, with what separates them, ends. */
void
mp_paint_number_links (cairo_t *cr, MpText *text, MpTextRole role, const MpNumbering *numbering,
                       const guint32 *numbers, guint n_numbers, MpRect rect)
{
  MpMeasure measure = mp_text_get_measure (text);

  if (!mp_canvas_has_entries (cr))
    return;
  for (guint i = 0; i < n_numbers; i++) {
    g_autofree char *until = mp_join_numbers (numbers, i + 1);
    g_autofree char *number = g_strdup_printf ("%u", numbers[i]);
    double end = mp_measure (measure, role, until).width;
    double width = mp_measure (measure, role, number).width;

    mp_paint_source_link (cr, numbering->agreement, numbering->sources[numbers[i] - 1],
                          (MpRect) { rect.x + end - width, rect.y, width, rect.height });
  }
}
