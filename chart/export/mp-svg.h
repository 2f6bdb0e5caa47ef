/* mp-svg.h: a figure as SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figure is painted as always, and mp-svg-writer.h writes down what is painted. The file is SVG
 * 1.1 with the few attributes of SVG 2 and WAI-ARIA that make it accessible. Texts are texts: they
 * can be found, selected and translated.
 *
 * Every milestone and every phase is a group with the attribute data-entry, which is the id of the
 * milestone, or the id of the term and the place of the phase there, "exclusivity-2". One group of
 * each entry also has the id "entry-" and that; it is a link to the entry's first source, and its
 * title is the entry in words. The numbers of sources are links to these.
 */
#pragma once

#include "mp-canvas.h"
#include "mp-export.h"
#include "mp-markup.h"

G_BEGIN_DECLS

/* Writes a file, as MpExportFormat.write does. The pages of a figure stand below each other. Its
 * sides are in pixels of CSS or, if the options are those of a page for print, in millimetres. */
gboolean mp_svg_write (const MpExport *export, GOutputStream *stream, GError **error);

/* A picture within a page. Everything is borrowed. */
typedef struct {
  const MpFigure *figure;
  const MpFigureOptions *options; /* those of the figure */
  guint page;                     /* of the figure, from 0 */
  const char *id_prefix;          /* before every id, as two pictures of a page share no id */

  /* Return where an entry and where a source lead to, as "#reset-2026", or NULL for nowhere; the
   * result is freed. If they are NULL, entries and sources lead to the addresses of sources. */
  char *(*find_entry) (MpItem item, gpointer data);
  char *(*find_source) (guint32 source, gpointer data);
  gpointer data;
} MpSvgFragment;

/* Writes a picture as an element <svg> in a page of HTML, which can be made smaller: it has a size
 * in viewBox only. Its alternative text is that of the figure. */
void mp_svg_write_fragment (MpMarkup *markup, const MpSvgFragment *fragment);

G_END_DECLS
