/* mp-text-lines.h: in which widths a paragraph has the same lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

/* Returns a width up to which a layout keeps its lines, at least the one that it has. Both are in
 * Pango units; it is G_MAXINT if no line had to be broken. */
int mp_text_lines_most (PangoLayout *layout, int width);
