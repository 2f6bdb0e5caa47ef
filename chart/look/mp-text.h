/* mp-text.h: text with real fonts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same fonts and settings for screen and file, whatever the toolkit has set up, so that both
 * have the same pixels. Shaped texts are kept, since shaping costs more than all the rest of a
 * frame.
 */
#pragma once

#include "mp-measure.h"
#include "mp-mirror.h"
#include "mp-style.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _MpText MpText;

/* family: a list of font families as CSS writes it, or NULL for the program's own. scale: the size
 * of text against the standard, more than 0. To be used by one thread. */
MpText *mp_text_new (const char *family, double scale) G_GNUC_WARN_UNUSED_RESULT;
void mp_text_free (MpText *text);

/* Draws letters as outlines from now on. Cairo before 1.18 puts each letter on a whole pixel; where
 * a picture is made smaller, words then run together. Outlines stand where they belong, and cost
 * more: right for a file, not for a frame. */
void mp_text_use_outlines (MpText *text);

/* The direction of what is read around the texts; from left to right at first. Each text still goes
 * the way of its own letters, but one without any, such as "2019 – 2032", goes this way. What is
 * painted with these fonts is to be turned with it, by mp_mirror_paint (). */
void mp_text_set_direction (MpText *text, MpTextDirection direction);
MpTextDirection mp_text_get_direction (const MpText *text);

/* A measure that lives as long as the text. */
MpMeasure mp_text_get_measure (MpText *text);

typedef enum {
  MP_ALIGN_START,
  MP_ALIGN_MIDDLE,
  MP_ALIGN_END,
} MpAlign;

/* Draws one line within a rectangle, in the middle of its height; what does not fit its width ends
 * in an ellipsis. In a picture that is turned the rectangle is, the letters are not: the line
 * starts at the right then. */
void mp_text_draw (MpText *text, cairo_t *cr, MpTextRole role, const char *string, MpRect rect,
                   MpAlign align, MpRgb color);

/* Draws as many lines as fit into the rectangle from its top; the last one ends in an ellipsis
 * where there is more. In a picture that is turned they stand as near to the right as they can. */
void mp_text_draw_paragraph (MpText *text, cairo_t *cr, MpTextRole role, const char *string,
                             MpRect rect, MpRgb color);

/* The size of a text that is broken into lines of this width. */
MpSize mp_text_measure_paragraph (MpText *text, MpTextRole role, const char *string, double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpText, mp_text_free)

G_END_DECLS
