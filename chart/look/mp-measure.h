/* mp-measure.h: how large texts are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measuring is injected into the layout: mp-text measures with fonts, tests with a fixed width, and
 * so a layout can be tested without any font.
 */
#pragma once

#include "mp-geometry.h"

G_BEGIN_DECLS

/* What a text is for; mp-text gives each its font. */
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
  MP_TEXT_NUMBER, /* of a source, at a mark */
  MP_N_TEXT_ROLES,
} MpTextRole;

typedef MpSize (*MpMeasureFunc) (MpTextRole role, const char *text, gpointer data);

/* Measures one line of text in logical pixels. The same text must always have the same size. */
typedef struct {
  MpMeasureFunc func;
  gpointer data;
  double unit; /* the size of text against the standard: 2 for text twice as large */
} MpMeasure;

static inline MpSize
mp_measure (MpMeasure measure, MpTextRole role, const char *text)
{
  return measure.func (role, text, measure.data);
}

G_END_DECLS
