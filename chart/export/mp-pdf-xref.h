/* mp-pdf-xref.h: mends the table of objects of a PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cairo 1.16 gives each link an object that it does not write; the table of objects has an entry
 * for it all the same, which leads to another place, and strict readers call the file damaged.
 * Marks the entries that do not lead to their objects as free, as ISO 32000-1, 7.5.4, has them. The
 * length of the file stays the same. A file without such a table, as newer versions write it, is
 * left alone. Returns how many entries were marked. */
guint mp_pdf_mend_xref (guchar *pdf, gsize length);

G_END_DECLS
