/* mp-preset.c: the table of presets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-preset.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MM_PER_INCH 25.4

static const MpPreset presets[] = {
  { "slide", N_ ("Slide (16:9)"), N_ ("For a presentation or an article on the web."),
    MP_LAYOUT_WIDE, 1920, 1080, FALSE, MP_PRESET_SCREEN_DPI },
  { "page", N_ ("Page, A4"), N_ ("Everything, on pages to print, with full sources behind."),
    MP_LAYOUT_PAGE, 297, 210, TRUE, MP_PRESET_PRINT_DPI },
  { "letter", N_ ("Page, Letter"), N_ ("Everything, on pages to print, with full sources behind."),
    MP_LAYOUT_PAGE, 279.4, 215.9, TRUE, MP_PRESET_PRINT_DPI },
  { "square", N_ ("Square"), N_ ("What ends when, in large letters, for a feed."), MP_LAYOUT_SQUARE,
    1080, 1080, FALSE, MP_PRESET_SCREEN_DPI },
  { "table", N_ ("Table"), N_ ("Before and after, in words."), MP_LAYOUT_TABLE, 1920, 0, FALSE,
    MP_PRESET_SCREEN_DPI },
  { "document", N_ ("Document width"), N_ ("For the text of a report, between its margins."),
    MP_LAYOUT_WIDE, 160, 0, TRUE, MP_PRESET_PRINT_DPI },
  { "window", N_ ("As in the window"), N_ ("The chart as the window shows it."), MP_LAYOUT_WINDOW,
    MP_FIGURE_DEFAULT_WIDTH, 0, FALSE, MP_PRESET_SCREEN_DPI },
};

const MpPreset *
mp_presets (guint *n_presets)
{
  if (n_presets != NULL)
    *n_presets = G_N_ELEMENTS (presets);
  return presets;
}

const MpPreset *
mp_preset_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i].name, name))
      return &presets[i];
  return NULL;
}

static double
to_pixels (const MpPreset *preset, double length)
{
  return preset->is_mm ? length / MM_PER_INCH * MP_PRESET_SCREEN_DPI : length;
}

void
mp_preset_apply (const MpPreset *preset, MpFigureOptions *options)
{
  options->layout = preset->layout;
  options->is_print = preset->is_mm;
  if (preset->is_mm && options->theme == MP_THEME_LIGHT)
    options->theme = MP_THEME_PRINT;
  options->width = to_pixels (preset, preset->width);
  options->height = to_pixels (preset, preset->height);
  options->scale = preset->dpi / MP_PRESET_SCREEN_DPI;
}

char *
mp_preset_size_words (const MpPreset *preset)
{
  double scale = preset->dpi / MP_PRESET_SCREEN_DPI;
  int width = (int) round (to_pixels (preset, preset->width) * scale);
  int height = (int) round (to_pixels (preset, preset->height) * scale);

  if (preset->is_mm && height > 0)
    /* Translators: the sides in millimetres, the resolution, the sides in pixels */
    return g_strdup_printf (_ ("%g × %g mm at %g dpi, %d × %d pixels"), preset->width,
                            preset->height, preset->dpi, width, height);
  if (preset->is_mm)
    /* Translators: the width in millimetres, the resolution, the width in pixels */
    return g_strdup_printf (_ ("%g mm wide at %g dpi, %d pixels"), preset->width, preset->dpi,
                            width);
  if (height > 0)
    /* Translators: width and height of a picture */
    return g_strdup_printf (_ ("%d × %d pixels"), width, height);
  /* Translators: the width of a picture whose height follows from its content */
  return g_strdup_printf (_ ("%d pixels wide"), width);
}
