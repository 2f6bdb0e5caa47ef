/* mp-style.h: the colours of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-color.h"

G_BEGIN_DECLS

typedef enum {
  MP_THEME_LIGHT,
  MP_THEME_DARK,
  MP_THEME_CONTRAST, /* high contrast: every shape has an outline */
  MP_THEME_CONTRAST_DARK,
} MpTheme;
#define MP_N_THEMES 4

typedef struct {
  double red;
  double green;
  double blue;
} MpRgb;

/* The shades of one topic's colour. */
typedef struct {
  MpRgb accent;   /* lines, marks, headings; readable as text on the background */
  MpRgb faded;    /* the accent of what is over */
  MpRgb present;  /* bars in force */
  MpRgb future;   /* bars to come */
  MpRgb past;     /* bars that are over */
  MpRgb label;    /* behind a milestone's label */
  MpRgb on_label; /* the accent where it is text on that */
  MpRgb label_border;
} MpShades;

typedef struct {
  MpRgb background;
  MpRgb future; /* the background right of today */
  MpRgb grid;
  MpRgb strong_grid;
  MpRgb separator;
  MpRgb text;
  MpRgb dim_text;
  MpRgb today;
  MpRgb on_today; /* text on it */
  MpRgb as_of;    /* the as-of date */
  MpRgb on_as_of;
  MpRgb on_accent;
  double least_density; /* how strongly the least and the most of a collapsed topic show, 0 to 1 */
  double most_density;
  gboolean has_outlines; /* every shape has one, and nothing is veiled: high contrast */
  MpShades shades[MP_N_COLORS];
} MpStyle;

/* The style of a theme; never freed. */
const MpStyle *mp_style_get (MpTheme theme);

/* "light", "dark", "contrast", "contrast-dark". */
const char *mp_theme_to_string (MpTheme theme);
gboolean mp_theme_from_string (const char *string, MpTheme *theme);

/* The contrast of two colours, 1 to 21, after WCAG 2.1's definition of contrast ratio. */
double mp_rgb_contrast (MpRgb a, MpRgb b);

G_END_DECLS
