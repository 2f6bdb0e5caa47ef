/* mp-pdf.h: figures as PDF files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text is text, with its fonts inside. Each page of the figure is a page, on which a logical pixel
 * is three quarters of a point, a 96th of an inch. Bars and labels are links to their first source,
 * and numbers of sources to the source.
 */
#pragma once

#include "mp-export.h"

G_BEGIN_DECLS

/* Writes a PDF file, as a format of mp-export.h does. */
gboolean mp_pdf_write (const MpExport *export, GOutputStream *stream, GError **error);

G_END_DECLS
