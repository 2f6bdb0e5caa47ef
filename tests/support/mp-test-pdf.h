/* mp-test-pdf.h: looks into PDF files without a program of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns how many pages a PDF file has that Cairo has written. From version 1.18 on it compresses
 * what describes them. */
guint mp_test_pdf_count_pages (GBytes *pdf);

G_END_DECLS
