/* mp-preset.h: figures for a purpose: a slide, a page, a square
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-figure.h"

G_BEGIN_DECLS

/* Pixels for an inch: of a screen, at which a logical pixel is a pixel, and of a figure that is
 * printed. */
#define MP_PRESET_SCREEN_DPI 96
#define MP_PRESET_PRINT_DPI 300

/* A layout with the size and the resolution that its purpose asks for. Texts are not translated
 * yet. */
typedef struct {
  const char *name;    /* "slide", for the command line */
  const char *title;   /* "Slide (16:9)", for the user */
  const char *purpose; /* what it is good for, in a sentence */
  MpFigureLayout layout;
  double width;  /* logical pixels, or millimetres if is_mm */
  double height; /* the same; 0: as high as the content */
  gboolean is_mm;
  double dpi; /* pixels for an inch */
} MpPreset;

/* Returns all presets, owned by the library, of which the first is the default. Sets n_presets to
 * their number, unless it is NULL. */
const MpPreset *mp_presets (guint *n_presets);

/* Returns the preset with this name, or NULL. Owned by the library. */
const MpPreset *mp_preset_find (const char *name);

/* Sets layout, size, scale and medium of the options; paper turns the light theme into that for
 * print. */
void mp_preset_apply (const MpPreset *preset, MpFigureOptions *options);

/* Returns the size in words: "1920 × 1080 pixels", "297 × 210 mm at 300 dpi, 3508 × 2480 pixels".
 * A height that follows from the content is not named. Free with g_free (). */
char *mp_preset_size_words (const MpPreset *preset) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
