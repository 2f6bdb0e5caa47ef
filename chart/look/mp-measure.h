/* mp-measure.h: how large texts are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Code that lays something out is passed the function that measures text. mp-text.h has one that
 * uses real fonts. Tests pass one for which all characters have the same width, so that they need
 * no font.
 */
#pragma once

#include "mp-geometry.h"

G_BEGIN_DECLS

/* What a text is for. mp-text.c has a font for each role. */
typedef enum {
  MP_TEXT_AXIS,
  MP_TEXT_AXIS_STRONG,
  MP_TEXT_TOPIC,
  MP_TEXT_ROW,
  MP_TEXT_BAR,
  MP_TEXT_LABEL,
  MP_TEXT_LABEL_STRONG,
  MP_TEXT_BADGE,
  MP_TEXT_TITLE,
  MP_TEXT_SUBTITLE,
  MP_TEXT_NOTE,
  MP_TEXT_NUMBER, /* of a source, beside a mark or on a bar */

  /* Of a page, whose medium decides how large they are: see mp_text_set_size () */
  MP_TEXT_HEADLINE,
  MP_TEXT_STANDFIRST, /* under the headline */
  MP_TEXT_NAME,       /* of a term */
  MP_TEXT_STATE,
  MP_TEXT_PLAIN, /* a state that is over, when a term ends */
  MP_TEXT_STRONG,
  MP_TEXT_SMALL, /* second lines, key, sources */
  MP_TEXT_SMALL_STRONG,
  MP_TEXT_YEAR,
  MP_TEXT_REFERENCE, /* the number of a source */
  MP_N_TEXT_ROLES,
} MpTextRole;

/* Returns the size of one line of text, in logical pixels, which must be the same at every call.
 * data is that of the MpMeasure. */
typedef MpSize (*MpMeasureFunc) (MpTextRole role, const char *text, gpointer data);

/* Returns a width that one line of text has at least, in logical pixels. It is found much faster
 * than the width itself. */
typedef double (*MpLeastWidthFunc) (MpTextRole role, const char *text, gpointer data);

/* How text is measured. A value; data is not owned. */
typedef struct {
  MpMeasureFunc func;
  gpointer data;
  double unit;                  /* the size of text as a multiple of the standard size */
  MpLeastWidthFunc least_width; /* NULL: nothing is known without measuring */
} MpMeasure;

/* Returns the size of one line of text, in logical pixels. */
static inline MpSize
mp_measure (MpMeasure measure, MpTextRole role, const char *text)
{
  return measure.func (role, text, measure.data);
}

/* Returns a width that one line of text has at least, in logical pixels; it may be 0. */
static inline double
mp_measure_least_width (MpMeasure measure, MpTextRole role, const char *text)
{
  return measure.least_width != NULL ? measure.least_width (role, text, measure.data) : 0;
}

G_END_DECLS
