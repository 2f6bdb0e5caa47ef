/* mp-compose-words.c: words, and the numbers of sources beside them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-compose-private.h"

#include "mp-agreement.h"

/* In design pixels: between words and the first number, and between two numbers. */
#define NUMBERS_GAP 3
#define NUMBER_GAP 1.5

/* How far numbers stand above the baseline, as a share of their size. */
#define RAISED 0.36

MpPageFace
mp_face (MpTextRole role, MpTone tone, MpColor hue)
{
  return (MpPageFace) { .role = role, .tone = tone, .hue = hue, .source = MP_NONE };
}

MpColor
mp_compose_hue (const MpComposer *composer, guint32 term)
{
  const MpTerm *terms = mp_agreement_terms (composer->agreement, NULL);

  return mp_agreement_topics (composer->agreement, NULL)[terms[term].topic].color;
}

gboolean
mp_compose_is_reversed (const MpComposer *composer, const char *words)
{
  return mp_text_get_direction (composer->request->text) == MP_TEXT_DIRECTION_RTL &&
         mp_text_direction_of (composer->request->text, words) == MP_TEXT_DIRECTION_LTR;
}

double
mp_leading (const MpComposer *composer, MpTextRole role)
{
  return mp_page_line (composer->page, role).height;
}

double
mp_lines_add (MpComposer *composer, const MpPageFace *face, char **lines, double x, double baseline)
{
  double leading = mp_leading (composer, face->role);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (i > 0)
      baseline += leading;
    mp_page_add_words (composer->page, face, lines[i], x, baseline);
  }
  return baseline;
}

/* --- Sources ---------------------------------------------------------------------------------- */

static GArray *
sources_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint32));
}

GArray *
mp_cite_phase (const MpComposer *composer, guint32 phase)
{
  GArray *sources = sources_new ();

  mp_numbering_collect (composer->agreement,
                        mp_agreement_phases (composer->agreement)->citations[phase], sources);
  return sources;
}

GArray *
mp_cite_milestone (const MpComposer *composer, guint32 milestone)
{
  GArray *sources = sources_new ();

  mp_numbering_collect (composer->agreement,
                        mp_agreement_milestones (composer->agreement)->citations[milestone],
                        sources);
  return sources;
}

GArray *
mp_cite_press (const MpComposer *composer, guint32 phase)
{
  MpRun run = mp_agreement_phases (composer->agreement)->amounts[phase];
  GArray *sources = sources_new ();

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    const MpAmount *amount = &mp_agreement_amounts (composer->agreement)[i];

    if (!mp_certainty_get (amount->certainty)->is_confirmed)
      mp_numbering_collect (composer->agreement, amount->citations, sources);
  }
  return sources;
}

/* --- Numbers ---------------------------------------------------------------------------------- */

static char *
number_words (const GArray *numbers, guint i)
{
  return g_strdup_printf (i + 1 < numbers->len ? "%u," : "%u", g_array_index (numbers, guint32, i));
}

static double
width_of (const MpComposer *composer, const GArray *numbers)
{
  double width = NUMBERS_GAP * composer->unit;

  for (guint i = 0; i < numbers->len; i++) {
    g_autofree char *words = number_words (numbers, i);

    width += mp_page_measure (composer->page, MP_TEXT_REFERENCE, words) +
             (i > 0 ? NUMBER_GAP * composer->unit : 0);
  }
  return width;
}

double
mp_numbers_width (const MpComposer *composer, const GArray *sources)
{
  g_autoptr (GArray) numbers = NULL;

  if (sources->len == 0)
    return 0;
  numbers = mp_numbering_preview (composer->numbering, sources);
  return width_of (composer, numbers);
}

double
mp_numbers_widest (const MpComposer *composer, const GArray *sources)
{
  guint n_sources;
  guint32 widest = 8;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (sources->len == 0)
    return 0;
  mp_agreement_sources (composer->agreement, &n_sources);
  while (widest < n_sources)
    widest = widest * 10 + 8;
  for (guint i = 0; i < sources->len; i++)
    g_array_append_val (numbers, widest);
  return width_of (composer, numbers);
}

/* Keeps the numbers that stand on this page, sorted and each once. */
static void
note_cited (MpComposer *composer, const GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++) {
    guint32 number = g_array_index (numbers, guint32, i);
    guint at = composer->cited->len;

    while (at > 0 && g_array_index (composer->cited, guint32, at - 1) > number)
      at--;
    if (at == 0 || g_array_index (composer->cited, guint32, at - 1) != number)
      g_array_insert_val (composer->cited, at, number);
  }
}

double
mp_numbers_add (MpComposer *composer, GArray *sources, double x, double baseline, MpTone tone,
                MpColor hue)
{
  MpPageFace face = mp_face (MP_TEXT_REFERENCE, tone, hue);

  if (sources->len == 0)
    return x;
  mp_numbering_apply (composer->numbering, sources);
  note_cited (composer, sources);
  x += NUMBERS_GAP * composer->unit;
  baseline -= RAISED * composer->type.reference;
  for (guint i = 0; i < sources->len; i++) {
    g_autofree char *words = number_words (sources, i);
    guint32 number = g_array_index (sources, guint32, i);

    face.source = composer->numbering->sources[number - 1];
    x += mp_page_add_words (composer->page, &face, words, x, baseline);
    if (i + 1 < sources->len)
      x += NUMBER_GAP * composer->unit;
  }
  return x;
}
