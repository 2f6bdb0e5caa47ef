/* mp-references.h: the numbered sources under a figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list has columns of small type. It names each source in full or, if that would take too much
 * of a figure's height, in short: by its publisher and its date. Sources that have no room even
 * then are left out and counted.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-style.h"
#include "mp-text.h"

G_BEGIN_DECLS

typedef struct {
  guint32 source; /* index */
  char *words;
  MpRect rect; /* of the words, from the corner of the list; the number stands before them */
} MpReference;

typedef struct {
  MpAgreement *agreement; /* owned */
  MpSize size;            /* in logical pixels; the height is 0 if nothing is listed */
  gboolean is_short;      /* sources are named in short */
  guint n_left_out;       /* sources that have a number, but no room in the list */
  MpReference *entries;   /* in the order of their numbers, from 1 */
  guint n_entries;

  /* Private */
  double heading_height;
  double number_width;
} MpReferences;

/* What to list, and how much room there is, in logical pixels. Everything is borrowed. */
typedef struct {
  MpAgreement *agreement;
  const guint32 *sources; /* in the order of their numbers, from 1 */
  guint n_sources;
  double width;
  double full_height; /* the most that the full form may take; 0: as much as it needs */
  double max_height;  /* the most that the short form may take; not used if full_height is 0 */
  MpText *text;
} MpReferencesRequest;

/* Lays a list out. Free with mp_references_free (), which accepts NULL. */
MpReferences *mp_references_new (const MpReferencesRequest *request) G_GNUC_WARN_UNUSED_RESULT;
void mp_references_free (MpReferences *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpReferences, mp_references_free)

/* Paints the list with its top left corner at x, y. text must be the one of the request. */
void mp_references_paint (cairo_t *cr, const MpReferences *self, const MpStyle *style, MpText *text,
                          double x, double y);

/* Returns the list as text that tests compare, with a line for each source. Free with g_free (). */
char *mp_references_dump (const MpReferences *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
