/* mp-text-lines.c: in which widths a paragraph has the same lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines are filled as far as they go. So they stay the same until the first word of one fits into
 * the one before. The space between the two is left out of the reckoning: it is far more than
 * rounding can amount to.
 */
#include "mp-text-lines.h"

/* Returns the length of what stands on a line before the first place at which it could be broken.
 */
static int
first_word (PangoLayout *layout, PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (layout), *begin = text + line->start_index;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, NULL);
  glong i = g_utf8_pointer_to_offset (text, begin) + 1;
  const char *p = g_utf8_next_char (begin);
  int x;

  for (; p < begin + line->length && !attributes[i].is_line_break; i++)
    p = g_utf8_next_char (p);
  pango_layout_line_index_to_x (line, (int) (p - text), FALSE, &x);
  return x;
}

int
mp_text_lines_most (PangoLayout *layout, int width)
{
  const char *text = pango_layout_get_text (layout);
  int most = G_MAXINT;

  for (GSList *lines = pango_layout_get_lines_readonly (layout); lines->next != NULL;
       lines = lines->next) {
    PangoLayoutLine *line = lines->data, *next = lines->next->data;
    PangoRectangle extents;

    if (next->is_paragraph_start)
      continue;
    /* After a line that was broken within a word, or beside words that go from right to left, it is
     * not as simple. */
    if (text[next->start_index - 1] != ' ' || next->resolved_dir != PANGO_DIRECTION_LTR)
      return width;
    pango_layout_line_get_extents (line, NULL, &extents);
    most = MIN (most, extents.width + first_word (layout, next));
  }
  return MAX (most, width);
}
