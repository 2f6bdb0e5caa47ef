/* mp-svg-source.h: what shapes are drawn with, as attributes of SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Also numbers what is defined once and referred to again: gradients and clip paths.
 */
#pragma once

#include "mp-markup.h"
#include "mp-svg-value.h"

G_BEGIN_DECLS

/* Returns the number of a definition in a table from descriptions to numbers, which begin at 1.
 * Sets is_new if it gets the next one now. */
guint mp_svg_find_definition (GHashTable *table, const char *description, gboolean *is_new);

/* Returns the id of a definition or, if is_reference, what refers to it: "url(#clip3)". Free with
 * g_free (). */
char *mp_svg_name (const char *id_prefix, const char *kind, guint number,
                   gboolean is_reference) G_GNUC_WARN_UNUSED_RESULT;

/* A source: a colour or a gradient. */
typedef struct {
  char *reference; /* to the gradient, owned; NULL for a colour */
  MpSvgValue color;
  MpSvgValue opacity;
  gboolean is_opaque;
} MpSvgSource;

/* Returns the source of cr, with its opacity multiplied by alpha. A gradient that is not in the
 * table gradients, see above, is added to it and written. Free with mp_svg_source_clear (). */
MpSvgSource mp_svg_source_of (cairo_t *cr, double alpha, MpMarkup *markup, const char *id_prefix,
                              GHashTable *gradients);
void mp_svg_source_clear (MpSvgSource *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MpSvgSource, mp_svg_source_clear)

/* Return the values of the attributes "fill" and "fill-opacity"; the latter is NULL if it need not
 * be written. Owned by the source. */
const char *mp_svg_source_value (const MpSvgSource *self);
const char *mp_svg_source_opacity (const MpSvgSource *self);

G_END_DECLS
