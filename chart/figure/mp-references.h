/* mp-references.h: the numbered sources under a figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list in columns of small type. Where a figure's height is given, a list that would take too
 * much of it has the short form, publisher and date, of each source; what has no room even then is
 * left out and counted.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-style.h"
#include "mp-text.h"

G_BEGIN_DECLS

typedef struct {
  char *words;
  MpRect rect; /* of the words, from the list's corner; the number stands before */
} MpReference;

typedef struct {
  MpAgreement *agreement; /* owned */
  MpSize size;            /* of no height where there is nothing to list */
  gboolean is_short;
  guint n_left_out;     /* sources that have a number and no room */
  MpReference *entries; /* in the order of their numbers, from 1 */
  guint n_entries;

  /* Private */
  double heading_height;
  double number_width;
} MpReferences;

/* What is listed, and in which room. */
typedef struct {
  MpAgreement *agreement;
  const guint32 *sources; /* the first has number 1 */
  guint n_sources;
  double width;
  double full_height; /* the most that the full form may take; 0: as much as it needs */
  double max_height;  /* the most that the short form may take; not read where that is 0 */
  MpText *text;
} MpReferencesRequest;

MpReferences *mp_references_new (const MpReferencesRequest *request) G_GNUC_WARN_UNUSED_RESULT;
void mp_references_free (MpReferences *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpReferences, mp_references_free)

/* Paints the list from x, y on; the text is the one that it was laid out with. */
void mp_references_paint (cairo_t *cr, const MpReferences *self, const MpStyle *style, MpText *text,
                          double x, double y);

/* The list as text, a source a line with its number: what tests compare. Free with g_free (). */
char *mp_references_dump (const MpReferences *self) G_GNUC_WARN_UNUSED_RESULT;

/* The words for one source, "Microsoft: The next phase (2026-04-27)", or in short "Microsoft
 * (2026-04-27)"; a title that goes on for pages is cut. Free with g_free (). */
char *mp_references_words (MpAgreement *agreement, guint32 source,
                           gboolean is_short) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
