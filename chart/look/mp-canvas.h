/* mp-canvas.h: what painters call instead of Cairo, so that a file can be written of what they draw
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A painter sets paths, sources, lines and matrices on a cairo_t as usual, but fills, strokes and
 * clips by these functions. They do what Cairo does, unless a writer is attached: it can read from
 * the cairo_t what is about to be drawn, and write it in its own way. Nothing drawn by cairo_fill
 * () itself would be in its file.
 *
 * A writer has functions of its own for a part of this only; Cairo does the rest. So one that draws
 * on a PDF surface needs only those for entries and links.
 */
#pragma once

#include "mp-geometry.h"
#include "mp-item.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The milestone or phase that something is drawn for. Strings are borrowed. */
typedef struct {
  MpItem item;
  gboolean is_part;  /* something else is drawn for it as well, which stands for it as a link and to
                      * a screen reader */
  const char *id;    /* the same in every picture: "reset-2026", "exclusivity-2" */
  const char *title; /* its words */
  const char *uri;   /* the address of its first source, as mp_address_plain () gives it, or NULL */
} MpCanvasEntry;

/* Where a link leads that lies over something drawn already. Strings are borrowed. */
typedef struct {
  guint32 source;    /* index of the source */
  const char *title; /* its words */
  const char *uri;   /* its address, as mp_address_plain () gives it, or NULL */
} MpCanvasLink;

/* What a writer does. A function that is NULL leaves the work to Cairo. Each is called before the
 * path is cleared, and before the state of the cairo_t changes. */
typedef struct {
  void (*fill) (cairo_t *cr, gpointer data);
  void (*stroke) (cairo_t *cr, gpointer data);
  void (*paint) (cairo_t *cr, double alpha, gpointer data);
  /* x, y is the upper left corner of the layout. The source of cr is its colour. */
  void (*show_layout) (cairo_t *cr, PangoLayout *layout, double x, double y, gpointer data);

  /* Cairo clips, saves and restores as well. */
  void (*clip) (cairo_t *cr, gpointer data);
  void (*save) (cairo_t *cr, gpointer data);
  void (*restore) (cairo_t *cr, gpointer data);

  void (*begin_entry) (cairo_t *cr, const MpCanvasEntry *entry, gpointer data);
  void (*end_entry) (cairo_t *cr, gpointer data);
  void (*link) (cairo_t *cr, MpRect rect, const MpCanvasLink *link, gpointer data);
} MpCanvasFuncs;

/* Attaches a writer to cr, in place of the one before, until cr is destroyed. funcs must stay; they
 * are passed data, which is borrowed. NULL takes the writer away. */
void mp_canvas_attach (cairo_t *cr, const MpCanvasFuncs *funcs, gpointer data);

/* Returns whether a writer wants to know of entries and links. If not, nobody need find their
 * words.
 */
gboolean mp_canvas_has_entries (cairo_t *cr);

/* As the functions of Cairo with these names. */
void mp_canvas_fill (cairo_t *cr);
void mp_canvas_fill_preserve (cairo_t *cr);
void mp_canvas_stroke (cairo_t *cr);
void mp_canvas_stroke_preserve (cairo_t *cr);
void mp_canvas_clip (cairo_t *cr);
void mp_canvas_save (cairo_t *cr);
void mp_canvas_restore (cairo_t *cr);
void mp_canvas_paint (cairo_t *cr);
void mp_canvas_paint_with_alpha (cairo_t *cr, double alpha);

/* Draws a layout with its upper left corner at x, y, in the source of cr. */
void mp_canvas_show_layout (cairo_t *cr, PangoLayout *layout, double x, double y);

/* Stand around what is drawn for an entry, all of it or a part. Entries lie one in another only if
 * what is drawn for them does. Between the two, mp_canvas_save () and mp_canvas_restore () come in
 * pairs. */
void mp_canvas_begin_entry (cairo_t *cr, const MpCanvasEntry *entry);
void mp_canvas_end_entry (cairo_t *cr);

/* Makes a rectangle, in the coordinates of cr, a link. It is not within an entry. */
void mp_canvas_link (cairo_t *cr, MpRect rect, const MpCanvasLink *link);

G_END_DECLS
