/* mp-html.h: a figure as a page of the web
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page is one file that asks for nothing else: the figure, a table of what changed, one of what
 * is in force, every term and milestone in full, and the sources. All of it can be read without
 * scripts; with its script, it can be asked about any date, searched, and compared. Its style and
 * its script are resources/page/; a policy in the page lets nothing else run.
 */
#pragma once

#include "mp-export.h"

G_BEGIN_DECLS

/* Writes the page, in the language of the process, as MpExportFormat.write does. The addresses of
 * its parts are the ids of the file: "#reset-2026". */
gboolean mp_html_write (const MpExport *export, GOutputStream *stream, GError **error);

/* Returns options of the figure in the page: as wide as letters are legible in its column, as high
 * as its content, and without what the page has. */
MpFigureOptions mp_html_adapt (const MpFigureOptions *options);

G_END_DECLS
