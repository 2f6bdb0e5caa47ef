/* mp-compose-flow.c: text that runs on, in lines of one width
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-compose-private.h"

#include <string.h>

MpFlow
mp_flow_begin (MpComposer *composer, double x0, double x1, double y, MpTextRole role)
{
  MpLineSize line = mp_page_line (composer->page, role);

  return (MpFlow) { composer, x0, x1, x0, y + line.baseline, line.height };
}

void
mp_flow_break (MpFlow *flow)
{
  if (flow->x <= flow->x0)
    return;
  flow->x = flow->x0;
  flow->baseline += flow->leading;
}

static double
width_of (MpFlow *flow, const MpRunOfWords *run)
{
  return run->gap + mp_page_measure (flow->composer->page, run->face.role, run->words);
}

/* Adds a run that is wider than a line, broken wherever it must be. */
static void
add_broken (MpFlow *flow, const MpRunOfWords *run)
{
  g_auto (GStrv) lines =
    mp_text_break (flow->composer->request->text, run->face.role, run->words, flow->x1 - flow->x0);

  for (guint i = 0; lines[i] != NULL; i++) {
    mp_flow_break (flow);
    flow->x +=
      mp_page_add_words (flow->composer->page, &run->face, lines[i], flow->x, flow->baseline);
  }
}

void
mp_flow_add (MpFlow *flow, const MpRunOfWords *runs, guint n_runs, double gap)
{
  double width = 0;
  gboolean is_broken;

  for (guint i = 0; i < n_runs; i++)
    width += width_of (flow, &runs[i]);
  is_broken = width > flow->x1 - flow->x0;
  if (flow->x > flow->x0) {
    if (flow->x + gap + width > flow->x1)
      mp_flow_break (flow);
    else
      flow->x += gap;
  }
  for (guint i = 0; i < n_runs; i++) {
    if (is_broken && width_of (flow, &runs[i]) > flow->x1 - flow->x0) {
      add_broken (flow, &runs[i]);
      continue;
    }
    if (is_broken && flow->x + width_of (flow, &runs[i]) > flow->x1)
      mp_flow_break (flow);
    flow->x += (flow->x > flow->x0 ? runs[i].gap : 0);
    flow->x += mp_page_add_words (flow->composer->page, &runs[i].face, runs[i].words, flow->x,
                                  flow->baseline);
  }
}

/* Words are added a line at a time rather than one by one: in a file they can then be selected and
 * read as a line. */
void
mp_flow_add_text (MpFlow *flow, const MpPageFace *face, const char *text)
{
  MpText *measure = flow->composer->request->text;
  double space = mp_text_measure_line (measure, face->role, " ").width;
  double left = flow->x1 - flow->x - (flow->x > flow->x0 ? space : 0);
  g_auto (GStrv) first = NULL, lines = NULL;
  const char *rest = text;

  if (flow->x > flow->x0) {
    first = mp_text_break (measure, face->role, text, MAX (left, 1));
    /* A word that would be broken here goes to the next line whole. */
    if (mp_text_measure_line (measure, face->role, first[0]).width <= left &&
        (first[1] == NULL || text[strlen (first[0])] == ' ')) {
      flow->x += space;
      flow->x += mp_page_add_words (flow->composer->page, face, first[0], flow->x, flow->baseline);
      rest = text + strlen (first[0]);
      while (*rest == ' ')
        rest++;
    }
    if (*rest == '\0')
      return;
    mp_flow_break (flow);
  }
  lines = mp_text_break (measure, face->role, rest, flow->x1 - flow->x0);
  for (guint i = 0; lines[i] != NULL; i++) {
    mp_flow_break (flow);
    flow->x += mp_page_add_words (flow->composer->page, face, lines[i], flow->x, flow->baseline);
  }
}

void
mp_flow_add_numbers (MpFlow *flow, GArray *sources)
{
  double width = mp_numbers_width (flow->composer, sources);

  if (flow->x + width > flow->x1)
    mp_flow_break (flow);
  flow->x =
    mp_numbers_add (flow->composer, sources, flow->x, flow->baseline, MP_TONE_MUTED, MP_COLOR_GRAY);
}

double
mp_flow_end (const MpFlow *flow)
{
  MpLineSize line = { 0, flow->leading, flow->leading * 0.8 };

  return flow->baseline + (flow->x > flow->x0 ? line.height - line.baseline : -line.baseline);
}
