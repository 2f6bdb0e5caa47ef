/* mp-text.h: text with real fonts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Screen and files use the same fonts and settings, whatever those of the toolkit are, so that both
 * have the same pixels. An MpText keeps the texts that it has shaped and drawn, since shaping takes
 * longer than all the rest of a frame, and drawing letters longer than all shapes.
 */
#pragma once

#include "mp-measure.h"
#include "mp-mirror.h"
#include "mp-stamps.h"
#include "mp-style.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _MpText MpText;

/* Creates what measures and draws text. family is a list of font families, separated by commas, or
 * NULL for the default ones. scale is the size of text as a multiple of the standard size, more
 * than 0. Only one thread may use an MpText. Free with mp_text_free (), which accepts NULL. */
MpText *mp_text_new (const char *family, double scale) G_GNUC_WARN_UNUSED_RESULT;
void mp_text_free (MpText *text);

/* Returns a list of font families, separated by commas, for a reader who may have other fonts: the
 * one that letters of family, as above, are of here, those of family itself, and "sans-serif". Free
 * with g_free (). */
char *mp_text_families (const char *family) G_GNUC_WARN_UNUSED_RESULT;

/* Set and get the direction in which the picture is read; from left to right at first. The
 * direction of a text follows from its letters, but a text without letters, such as "2019 – 2032",
 * has this one. The caller mirrors the picture itself, with mp_mirror_paint (). */
void mp_text_set_direction (MpText *text, MpTextDirection direction);
MpTextDirection mp_text_get_direction (const MpText *text);

/* Sets the size of a role, in logical pixels at scale 1. */
void mp_text_set_size (MpText *text, MpTextRole role, double size);

/* Returns where the shapes that belong to pictures with this text are kept. Owned by text. */
MpStamps *mp_text_get_stamps (MpText *text);

/* Returns a measure with these fonts, valid as long as text is. */
MpMeasure mp_text_get_measure (MpText *text);

typedef enum {
  MP_ALIGN_START,
  MP_ALIGN_MIDDLE,
  MP_ALIGN_END,
} MpAlign;

/* Draws one line within a rectangle, in the middle of its height. A line that is too wide is
 * shortened and ends in an ellipsis. In a mirrored picture, the rectangle is mirrored and the
 * letters are not, and MP_ALIGN_START aligns to the right. */
void mp_text_draw (MpText *text, cairo_t *cr, MpTextRole role, const char *string, MpRect rect,
                   MpAlign align, MpRgb color);

/* Draws a text that is broken into lines, as many as fit into the rectangle, from its top. If there
 * are more, the last one ends in an ellipsis. In a mirrored picture the lines are moved to the
 * right of the rectangle. */
void mp_text_draw_paragraph (MpText *text, cairo_t *cr, MpTextRole role, const char *string,
                             MpRect rect, MpRgb color);

/* Returns the size of a text that is broken into lines of this width, in logical pixels. */
MpSize mp_text_measure_paragraph (MpText *text, MpTextRole role, const char *string, double width);

/* The size of one line of text, in logical pixels; baseline counts from its top. */
typedef struct {
  double width;
  double height;
  double baseline;
} MpLineSize;
MpLineSize mp_text_measure_line (MpText *text, MpTextRole role, const char *string);

/* Returns the direction in which a text is read, which follows from its first letter. */
MpTextDirection mp_text_direction_of (MpText *text, const char *string);

/* Returns the lines into which a text is broken in a width, in logical pixels; at least one. A word
 * that is too long is broken too. Free with g_strfreev (). */
char **mp_text_break (MpText *text, MpTextRole role, const char *string,
                      double width) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the height of one line of text, in whole logical pixels, whatever letters it has. */
double mp_text_line_height (MpText *text, MpTextRole role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpText, mp_text_free)

G_END_DECLS
