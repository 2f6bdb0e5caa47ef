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
  MP_THEME_PRINT, /* of figures only: on white paper */
} MpTheme;
#define MP_N_WINDOW_THEMES MP_THEME_PRINT
#define MP_N_THEMES 5

typedef struct {
  double red;
  double green;
  double blue;
} MpRgb;

/* The shades of one topic's colour. */
typedef struct {
  MpRgb accent;   /* lines, marks and headings; has enough contrast for text on the background */
  MpRgb faded;    /* the same, of what is over */
  MpRgb present;  /* bars of phases that are in force */
  MpRgb future;   /* bars of phases to come */
  MpRgb past;     /* bars of phases that are over */
  MpRgb label;    /* behind the label of a milestone */
  MpRgb on_label; /* text on label */
  MpRgb label_border;
} MpShades;

/* What a theme looks like. */
typedef struct {
  MpRgb background;
  MpRgb future; /* the background after today */
  MpRgb grid;
  MpRgb strong_grid;
  MpRgb separator;
  MpRgb text;
  MpRgb dim_text;
  MpRgb today;
  MpRgb on_today; /* text on today */
  MpRgb as_of;    /* the as-of date */
  MpRgb on_as_of;
  MpRgb on_accent;
  double least_density;  /* the opacity of a collapsed topic, 0 to 1: where few of its terms */
  double most_density;   /* are in force, and where all are */
  gboolean has_outlines; /* for high contrast: shapes have outlines, and nothing is dimmed */
  MpShades shades[MP_N_COLORS];
} MpStyle;

/* Returns the style of a theme, which must not be freed. Any thread may call it. */
const MpStyle *mp_style_get (MpTheme theme);

/* Convert between themes and their names: "light", "dark", "contrast", "contrast-dark",
 * "print". A name that
 * is returned must not be freed. mp_theme_from_string () returns FALSE, and sets nothing, for any
 * other string. */
const char *mp_theme_to_string (MpTheme theme);
gboolean mp_theme_from_string (const char *string, MpTheme *theme);

/* Returns the contrast ratio of two colours, from 1 to 21, as WCAG 2.1 defines it. */
double mp_rgb_contrast (MpRgb a, MpRgb b);

G_END_DECLS
