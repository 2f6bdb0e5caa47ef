/* mp-figure-preview.h: a figure to look at, page by page, whole or at its actual size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A click, Enter or the button below changes between the page as it fits and its actual size, in
 * which it scrolls. Page Up and Page Down turn pages. The page can be dragged to another program.
 * The figure in words is its accessible name.
 */
#pragma once

#include "mp-previewer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_FIGURE_PREVIEW (mp_figure_preview_get_type ())
G_DECLARE_FINAL_TYPE (MpFigurePreview, mp_figure_preview, MP, FIGURE_PREVIEW, GtkBox)

/* Signals: "changed", when it shows another figure than before, or has begun to make one. */

/* Sets the agreement that is drawn once options are set, which follows. */
void mp_figure_preview_set_agreement (MpFigurePreview *self, MpAgreement *agreement);

/* Shows the figure of these options, which are copied, as soon as it is made. */
void mp_figure_preview_set_options (MpFigurePreview *self, const MpFigureOptions *options);

/* Sets the format of the file that the figure is when it is dragged to another program. */
void mp_figure_preview_set_format (MpFigurePreview *self, const MpExportFormat *format);

/* Returns what is shown, or NULL before the first figure. Borrowed until "changed". */
const MpPreview *mp_figure_preview_get (MpFigurePreview *self);

/* Whether what is shown is what the latest options give. */
gboolean mp_figure_preview_is_current (MpFigurePreview *self);

G_END_DECLS
