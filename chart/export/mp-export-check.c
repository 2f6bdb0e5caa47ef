/* mp-export-check.c: what can be exported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-export.h"

#include <glib/gi18n-lib.h>

gboolean
mp_export_check (const MpFigureOptions *options, GError **error)
{
  double height = options->height > 0 ? options->height : MP_FIGURE_MIN_SIDE;
  double sides[] = { options->width, height };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    if (!(sides[i] >= MP_FIGURE_MIN_SIDE && sides[i] <= MP_FIGURE_MAX_SIDE)) {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("the sides of a chart are %d to %d, not %g"), MP_FIGURE_MIN_SIDE,
                   MP_FIGURE_MAX_SIDE, sides[i]);
      return FALSE;
    }
  }
  if (options->scale > 0 && MIN (options->width, height) * options->scale < 1) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _ ("at scale %g nothing is left of a chart of %g × %g"), options->scale,
                 options->width, height);
    return FALSE;
  }
  if (!(options->scale > 0 &&
        MAX (options->width, height) * options->scale <= MP_FIGURE_MAX_PIXEL_SIDE &&
        options->width * height * options->scale * options->scale <= MP_FIGURE_MAX_PIXELS)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _ ("a chart of %g × %g at scale %g is too large: %d pixels a side and %d million "
                    "in all are the most"),
                 options->width, height, options->scale, MP_FIGURE_MAX_PIXEL_SIDE,
                 MP_FIGURE_MAX_PIXELS / 1000000);
    return FALSE;
  }
  return TRUE;
}

gboolean
mp_export_check_height (const MpFigure *figure, const MpFigureOptions *options, GError **error)
{
  MpFigureOptions real = *options;

  if (mp_figure_get_refusal (figure) != NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, mp_figure_get_refusal (figure));
    return FALSE;
  }

  /* What has little to show may be lower than a side that is given. */
  real.height =
    MAX (mp_figure_get_size (figure).height * mp_figure_get_n_pages (figure), MP_FIGURE_MIN_SIDE);
  if (mp_export_check (&real, NULL))
    return TRUE;
  g_set_error (
    error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
    _ ("all of it, at half its size, would be a chart %.0f pixels high; %d pixels a side "
       "and %d million in all are the most"),
    real.height * options->scale, MP_FIGURE_MAX_PIXEL_SIDE, MP_FIGURE_MAX_PIXELS / 1000000);
  return FALSE;
}
