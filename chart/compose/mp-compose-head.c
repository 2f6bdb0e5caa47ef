/* mp-compose-head.c: headline and standfirst
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-compose-private.h"

#include <math.h>

/* In design pixels of a slide. */
#define HEAD_GAP 4
#define AFTER 18
#define BALANCE_STEP 8

/* Chooses the largest size at which the headline has one line; if there is none, the smallest. It
 * is the same in all attempts. */
static void
set_headline_size (MpComposer *composer)
{
  double room = composer->x1 - composer->x0, width;
  MpText *text = composer->request->text;

  if (composer->has_headline_size)
    return;
  composer->has_headline_size = TRUE;
  mp_text_set_size (text, MP_TEXT_HEADLINE, composer->type.headline);
  width = mp_text_measure_line (text, MP_TEXT_HEADLINE, composer->story->headline).width;
  if (width > room)
    mp_text_set_size (
      text, MP_TEXT_HEADLINE,
      MAX (composer->type.headline_min, floor (composer->type.headline * room / width)));
}

/* Returns the lines of a text, of about the same length: the narrowest that are as few. */
static char **
balance (MpComposer *composer, MpTextRole role, const char *words)
{
  MpText *text = composer->request->text;
  double most = composer->x1 - composer->x0, least = most / 2;
  char **lines = mp_text_break (text, role, words, most);
  guint n_lines = g_strv_length (lines);

  while (n_lines > 1 && most - least > BALANCE_STEP) {
    double middle = (most + least) / 2;
    char **narrower = mp_text_break (text, role, words, middle);

    if (g_strv_length (narrower) > n_lines) {
      g_strfreev (narrower);
      least = middle;
    } else {
      g_strfreev (lines);
      lines = narrower;
      most = middle;
    }
  }
  return lines;
}

static double
add_lines (MpComposer *composer, MpTextRole role, MpTone tone, const char *words, double y)
{
  MpPageFace face = mp_face (role, tone, MP_COLOR_GRAY);
  g_auto (GStrv) lines = balance (composer, role, words);
  MpLineSize line = mp_page_line (composer->page, role);
  double last = mp_lines_add (composer, &face, lines, composer->x0, y + line.baseline);

  return last + line.height - line.baseline;
}

double
mp_compose_head (MpComposer *composer, double y)
{
  if (composer->request->is_bare)
    return y;
  set_headline_size (composer);
  y = add_lines (composer, MP_TEXT_HEADLINE, MP_TONE_INK, composer->story->headline, y);
  y = add_lines (composer, MP_TEXT_STANDFIRST, MP_TONE_MUTED, composer->story->subtitle,
                 y + HEAD_GAP * composer->unit);
  return y + AFTER * composer->unit;
}
