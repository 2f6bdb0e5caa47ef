/* mp-figure-window.h: a figure as the window shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scene, or the table of a comparison, with title, legend and the list of sources. mp-figure.h
 * says what its functions do.
 */
#pragma once

#include "mp-figure.h"

G_BEGIN_DECLS

typedef struct _MpFigureWindow MpFigureWindow;

MpFigureWindow *mp_figure_window_new (MpAgreement *agreement,
                                      const MpFigureOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void mp_figure_window_free (MpFigureWindow *figure);

MpSize mp_figure_window_get_size (const MpFigureWindow *figure);
const MpScene *mp_figure_window_get_scene (const MpFigureWindow *figure);
const MpTable *mp_figure_window_get_table (const MpFigureWindow *figure);
double mp_figure_window_get_shrink (const MpFigureWindow *figure);
const MpReferences *mp_figure_window_get_references (const MpFigureWindow *figure);
const guint32 *mp_figure_window_get_sources (const MpFigureWindow *figure, guint *n_sources);
const char *mp_figure_window_get_headline (const MpFigureWindow *figure);
const char *mp_figure_window_get_subtitle (const MpFigureWindow *figure);
const char *mp_figure_window_get_notes (const MpFigureWindow *figure);
void mp_figure_window_paint (const MpFigureWindow *figure, cairo_t *cr);

G_END_DECLS
