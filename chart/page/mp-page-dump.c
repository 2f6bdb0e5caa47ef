/* mp-page-dump.c: writes a page as text, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-page.h"

static const char *const kinds[] = { "words", "bar", "box", "line", "disc", "sign", "path" };
static const char *const edges[] = { "sharp",   "torn",  "hatched", "about",
                                     "doubted", "faded", "point" };

char *
mp_page_dump (const MpPage *page)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < page->n_parts; i++) {
    const MpPagePart *part = &page->parts[i];

    g_string_append_printf (dump, "%s %.0f,%.0f %.0fx%.0f", kinds[part->kind], part->rect.x,
                            part->rect.y, part->rect.width, part->rect.height);
    if (part->kind == MP_PAGE_WORDS)
      g_string_append_printf (dump, " \"%s\"%s", part->text,
                              part->source != MP_NONE ? " link" : "");
    if (part->kind == MP_PAGE_BAR)
      g_string_append_printf (dump, " %s %s solid %.0f-%.0f tone %d line %d",
                              edges[part->bar.start], edges[part->bar.end], part->bar.solid_x0,
                              part->bar.solid_x1, part->tone, part->bar.line);
    if (part->kind == MP_PAGE_PATH)
      g_string_append_printf (dump, " %s line %d tone %d", part->width > 0 ? "drawn" : "filled",
                              part->line, part->tone);
    g_string_append_c (dump, '\n');
  }
  return g_string_free (dump, FALSE);
}
