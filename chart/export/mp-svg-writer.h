/* mp-svg-writer.h: writes what is painted on a canvas as elements of SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A shape is written where it lies in the end, so no element has a transformation. A clip is a
 * group around what it clips, and clips within clips are groups within groups: a clip path that
 * itself is clipped is ignored by librsvg and by Inkscape. A group begins with the first thing in
 * it, and the same clip again goes on with the same group.
 *
 * No element has an attribute "style", which the policy of a page may forbid.
 */
#pragma once

#include "mp-svg.h"

G_BEGIN_DECLS

typedef struct _MpSvgWriter MpSvgWriter;

/* Attaches a writer to a canvas of this size, on which nothing is drawn yet. All is borrowed, and
 * must stay until mp_svg_writer_free (). */
MpSvgWriter *mp_svg_writer_new (MpMarkup *markup, const MpSvgFragment *fragment,
                                MpSize size) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the canvas, owned by the writer. */
cairo_t *mp_svg_writer_get_canvas (MpSvgWriter *self);

/* Closes the groups that are open. */
void mp_svg_writer_close_groups (MpSvgWriter *self);

/* Accepts NULL. */
void mp_svg_writer_free (MpSvgWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpSvgWriter, mp_svg_writer_free)

G_END_DECLS
