/* mp-text-private.h: texts that are shaped, for what draws them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * mp-text.c shapes texts and keeps them; mp-text-draw.c draws them.
 */
#pragma once

#include "mp-text-mask.h"
#include "mp-text.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A text that is shaped, and perhaps drawn. */
typedef struct _Shaped MpShaped;
struct _Shaped {
  PangoLayout *layout;
  MpTextMask mask;

  /* Of a paragraph: the widths for which it has the same lines, in Pango units; and the same text
   * in other lines, owned */
  int least;
  int most;
  MpShaped *next;
};

/* Returns a text, shaped now or kept from before. Width and height are in logical pixels: a width
 * of -1 is that of the text, a height of -1 that of one line, and one of 0 that of as many lines as
 * the text needs. Owned by text, and valid until the next call. */
MpShaped *mp_text_get_line (MpText *text, MpTextRole role, const char *string, double width,
                            double height);

/* Returns a text in as many lines as it needs in a width, shaped now or kept from before. The lines
 * stay the same in any width from that of the widest of them up, until the first word of one fits
 * into the one before. Owned by text, and valid until the next call. */
MpShaped *mp_text_get_paragraph (MpText *text, MpTextRole role, const char *string, double width);

/* Returns the rectangle of the lines, in logical pixels. Its x is more than 0 if the lines are
 * aligned to the right of a width that they do not fill. */
MpRect mp_shaped_extents (const MpShaped *shaped);

/* Returns the mask of a text, drawn now or kept from before. Owned by text, and valid until the
 * next call. */
const MpTextMask *mp_text_get_mask (MpText *text, MpShaped *shaped, const MpPixels *pixels);

G_END_DECLS
