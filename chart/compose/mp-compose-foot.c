/* mp-compose-foot.c: what stands under the chart: the key, what is not drawn, the sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-compose-private.h"

#include "mp-agreement.h"
#include "mp-join.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

/* In design pixels of small words that are 16 high. */
#define SAMPLE_WIDTH 44
#define SAMPLE_HEIGHT 15
#define SAMPLE_GAP 10
#define ITEM_GAP 30
#define BLOCK_GAP 10
#define SOURCE_GAP 16
#define NUMBER_GAP 5

/* The most terms that are named; more are counted. */
#define MAX_NAMES 40

/* --- The key ---------------------------------------------------------------------------------- */

/* How the sample of a sign is drawn, and what it means in a story of a change and in any other. */
typedef struct {
  MpTone tone;
  MpLine line;
  MpPageEdge end;
  const char *change;
  const char *state; /* NULL: as change */
} Sample;

static const Sample samples[MP_N_SIGNS] = {
  [MP_SIGN_EARLIER] = { MP_TONE_EARLIER, MP_LINE_SOLID, MP_PAGE_EDGE_SHARP, N_ ("earlier still"),
                        NULL },
  [MP_SIGN_BEFORE] = { MP_TONE_BEFORE, MP_LINE_SOLID, MP_PAGE_EDGE_SHARP, N_ ("before"),
                       /* Translators: in a key: no longer in force */
                       N_ ("over") },
  [MP_SIGN_HOLDS] = { MP_TONE_ACCENT, MP_LINE_SOLID, MP_PAGE_EDGE_SHARP, N_ ("after"),
                      N_ ("in force") },
  [MP_SIGN_LATER] = { MP_TONE_LATER, MP_LINE_SOLID, MP_PAGE_EDGE_SHARP,
                      /* Translators: in a key: what follows after that */
                      N_ ("later"), N_ ("to come") },
  [MP_SIGN_HATCHED] = { MP_TONE_ACCENT, MP_LINE_SOLID, MP_PAGE_EDGE_HATCHED,
                        N_ ("some time in here; no day published"), NULL },
  [MP_SIGN_ABOUT] = { MP_TONE_ACCENT, MP_LINE_SOLID, MP_PAGE_EDGE_ABOUT, N_ ("about then"), NULL },
  [MP_SIGN_DOUBTED] = { MP_TONE_ACCENT, MP_LINE_SOLID, MP_PAGE_EDGE_DOUBTED,
                        N_ ("day doubted by the source"), NULL },
  [MP_SIGN_TORN] = { MP_TONE_BEFORE, MP_LINE_SOLID, MP_PAGE_EDGE_TORN, N_ ("goes on beyond"),
                     NULL },
  [MP_SIGN_FADED] = { MP_TONE_BEFORE, MP_LINE_SOLID, MP_PAGE_EDGE_FADED, N_ ("day not published"),
                      NULL },
  [MP_SIGN_CERTAINTY + MP_CERTAINTY_REPORTED] = { MP_TONE_ACCENT, MP_LINE_DASHED,
                                                  MP_PAGE_EDGE_SHARP, N_ ("press reports only"),
                                                  NULL },
  [MP_SIGN_CERTAINTY + MP_CERTAINTY_CLAIMED] = { MP_TONE_ACCENT, MP_LINE_DOTTED, MP_PAGE_EDGE_SHARP,
                                                 N_ ("one source only"), NULL },
  [MP_SIGN_CERTAINTY + MP_CERTAINTY_DISPUTED] = { MP_TONE_ACCENT, MP_LINE_DOTTED,
                                                  MP_PAGE_EDGE_SHARP, N_ ("sources disagree"),
                                                  NULL },
  [MP_SIGN_POINT] = { MP_TONE_ACCENT, MP_LINE_SOLID, MP_PAGE_EDGE_POINT, N_ ("no end published"),
                      NULL },
};

static void
add_bar_sample (MpComposer *composer, guint sign, MpRect rect)
{
  const Sample *sample = &samples[sign];
  MpPageBar bar = { .rect = rect,
                    .solid_x0 = rect.x,
                    .solid_x1 = rect.x + rect.width,
                    .start = MP_PAGE_EDGE_SHARP,
                    .end = sample->end,
                    .tone = sample->tone,
                    .line = sample->line };

  if (composer->dense && bar.tone == MP_TONE_ACCENT)
    bar.tone = MP_TONE_TINT;
  if (sample->end == MP_PAGE_EDGE_HATCHED || sample->end == MP_PAGE_EDGE_ABOUT)
    bar.solid_x1 = rect.x;
  mp_page_add_bar (composer->page, &bar);
}

static const char *
sign_words (const MpComposer *composer, guint sign)
{
  switch (sign) {
  case MP_SIGN_CHANGED:
    /* Translators: in the key of a table */
    return C_ ("key", "changed");
  case MP_SIGN_ENDED:
    return C_ ("key", "ended");
  case MP_SIGN_ADDED:
    return C_ ("key", "added");
  case MP_SIGN_PERHAPS:
    return C_ ("key", "may have changed");
  case MP_SIGN_TODAY:
    return C_ ("key", "today");
  default:
    return composer->story->is_change || samples[sign].state == NULL ? _ (samples[sign].change)
                                                                     : _ (samples[sign].state);
  }
}

static void
add_table_sample (MpComposer *composer, guint sign, MpRect rect)
{
  static const MpPageSign signs[] = { MP_PAGE_SIGN_CHANGED, MP_PAGE_SIGN_ENDED, MP_PAGE_SIGN_ADDED,
                                      MP_PAGE_SIGN_PERHAPS, MP_PAGE_SIGN_TODAY };

  rect.x += rect.width * 0.2;
  rect.width *= 0.6;
  mp_page_add_sign (composer->page, signs[sign - MP_SIGN_CHANGED], rect, MP_TONE_INK,
                    MP_COLOR_GRAY);
}

/* Marks the parties of the rows that are drawn. Returns whether there is any. */
static gboolean
mark_parties (const MpComposer *composer, MpBits *parties)
{
  const MpTerm *terms = mp_agreement_terms (composer->agreement, NULL);

  for (guint i = composer->first_row; i < composer->after_row; i++) {
    const MpTerm *term = &terms[mp_compose_get_row (composer, i)->term];

    if (term->obligor != MP_NONE)
      mp_bits_set (parties, term->obligor, TRUE);
    if (term->obligee != MP_NONE)
      mp_bits_set (parties, term->obligee, TRUE);
  }
  return mp_bits_count (parties) > 0;
}

/* Returns "A → B: A owes, B gets", with the names behind initials if these are used; NULL if no
 * party is named. */
static char *
parties_words (const MpComposer *composer)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MpBits) parties = NULL;
  guint n_parties;

  mp_agreement_parties (composer->agreement, &n_parties);
  parties = mp_bits_new (n_parties);
  if (composer->request->form == MP_COMPOSE_SQUARE || !mark_parties (composer, parties))
    return NULL;
  /* Translators: who owes, and who gets; the arrow follows the direction of reading */
  g_ptr_array_add (words, g_strdup (_ ("A → B: A owes, B gets")));
  if (composer->dense || composer->give >= MP_GIVE_PARTIES)
    for (guint32 i = 0; i < n_parties && words->len < MAX_NAMES; i++)
      if (mp_bits_has (parties, i))
        g_ptr_array_add (words, mp_story_party (composer->story, i));
  g_ptr_array_add (words, NULL);
  return mp_join (MP_JOIN_LONG, (const char *const *) words->pdata);
}

/* Returns the signs that must be explained: those that are drawn, unless words beside each of them
 * say it. */
static guint32
signs_of (const MpComposer *composer)
{
  guint32 signs = composer->signs & ~(1u << MP_SIGN_TORN);

  if (!composer->dense && composer->request->form == MP_COMPOSE_ROWS)
    signs &= ~(1u << MP_SIGN_POINT);
  return signs;
}

static double
add_key (MpComposer *composer, double y)
{
  MpPageFace face = mp_face (MP_TEXT_SMALL, MP_TONE_MUTED, MP_COLOR_GRAY);
  double unit = composer->type.small / 16, sample = (SAMPLE_WIDTH + SAMPLE_GAP) * unit;
  MpFlow flow = mp_flow_begin (composer, composer->x0, composer->x1, y, MP_TEXT_SMALL);
  g_autofree char *parties = parties_words (composer);
  guint32 signs = signs_of (composer);

  for (guint sign = 0; sign < MP_N_SIGNS; sign++) {
    MpRunOfWords run = { face, sign_words (composer, sign), 0 };
    MpRect rect = { 0, 0, SAMPLE_WIDTH * unit, SAMPLE_HEIGHT * unit };
    double width;

    if ((signs >> sign & 1) == 0)
      continue;
    width = sample + mp_page_measure (composer->page, face.role, run.words);
    if (flow.x > flow.x0 && flow.x + ITEM_GAP * unit + width > flow.x1)
      mp_flow_break (&flow);
    else if (flow.x > flow.x0)
      flow.x += ITEM_GAP * unit;
    rect.x = flow.x;
    rect.y = flow.baseline - rect.height * 0.86;
    if (sign >= MP_SIGN_CHANGED)
      add_table_sample (composer, sign, rect);
    else
      add_bar_sample (composer, sign, rect);
    flow.x += sample;
    mp_flow_add (&flow, &run, 1, 0);
  }
  if (parties != NULL) {
    double width = mp_page_measure (composer->page, face.role, parties);

    if (flow.x > flow.x0 && flow.x + ITEM_GAP * unit + width > flow.x1)
      mp_flow_break (&flow);
    if (flow.x > flow.x0 || signs != 0)
      flow.x = MAX (flow.x, flow.x1 - width);
    mp_flow_add (&flow, &(MpRunOfWords) { face, parties, 0 }, 1, 0);
  }
  return mp_flow_end (&flow) + BLOCK_GAP * unit;
}

/* --- Letters ---------------------------------------------------------------------------------- */

static double
add_letters (MpComposer *composer, double y)
{
  MpPageFace strong = mp_face (MP_TEXT_SMALL_STRONG, MP_TONE_INK, MP_COLOR_GRAY);
  MpPageFace face = mp_face (MP_TEXT_SMALL, MP_TONE_INK, MP_COLOR_GRAY);
  double unit = composer->type.small / 16;
  MpFlow flow = mp_flow_begin (composer, composer->x0, composer->x1, y, MP_TEXT_SMALL);

  if (composer->letters->len == 0)
    return y;
  for (guint i = 0; i < composer->letters->len; i++) {
    const MpLetter *letter = g_ptr_array_index (composer->letters, i);
    MpRunOfWords runs[] = { { strong, letter->letter, 0 },
                            { face, letter->words, *letter->letter != '\0' ? NUMBER_GAP : 0 } };

    if (letter->phase != MP_NONE)
      mp_page_set_item (composer->page, (MpItem) { MP_ITEM_PHASE, letter->phase });
    mp_flow_add (&flow, runs, G_N_ELEMENTS (runs), SOURCE_GAP * unit);
    if (letter->phase != MP_NONE) {
      g_autoptr (GArray) sources = mp_cite_phase (composer, letter->phase);

      mp_flow_add_numbers (&flow, sources);
    }
    mp_page_set_item (composer->page, (MpItem) { MP_ITEM_NONE, 0 });
  }
  return mp_flow_end (&flow) + BLOCK_GAP * unit;
}

/* --- What is not drawn ------------------------------------------------------------------------ */

/* Adds a lead and the titles of terms, or their number if they are too many to be read. */
static void
add_names (MpFlow *flow, const char *lead, const guint32 *terms, guint n_terms)
{
  MpPageFace strong = mp_face (MP_TEXT_SMALL_STRONG, MP_TONE_MUTED, MP_COLOR_GRAY);
  MpPageFace face = mp_face (MP_TEXT_SMALL, MP_TONE_MUTED, MP_COLOR_GRAY);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = NULL, *sentence = NULL;

  if (n_terms == 0)
    return;
  for (guint i = 0; i < n_terms && n_terms <= MAX_NAMES; i++)
    g_ptr_array_add (titles, mp_story_term_title (flow->composer->story, terms[i]));
  g_ptr_array_add (titles, NULL);
  words = n_terms <= MAX_NAMES
            ? mp_join (MP_JOIN_ITEMS, (const char *const *) titles->pdata)
            : g_strdup_printf (ngettext ("%'u term", "%'u terms", n_terms), n_terms);
  /* Translators: ends a list */
  sentence = g_strdup_printf (C_ ("list", "%s."), words);
  mp_flow_add (flow, &(MpRunOfWords) { strong, lead, 0 }, 1, SOURCE_GAP / 2.0);
  mp_flow_add_text (flow, &face, sentence);
}

static double
add_left_out (MpComposer *composer, double y)
{
  const MpStory *story = composer->story;
  MpPageFace face = mp_face (MP_TEXT_SMALL, MP_TONE_MUTED, MP_COLOR_GRAY);
  MpFlow flow = mp_flow_begin (composer, composer->x0, composer->x1, y, MP_TEXT_SMALL);
  const struct {
    const char *lead;
    const guint32 *terms;
    guint n_terms;
  } lists[] = {
    { story->is_change
        /* Translators: before the names of terms */
        ? _ ("No change stated, so not drawn:")
        /* Translators: before the names of terms */
        : _ ("No end stated, so not drawn:"),
      story->untold, story->n_untold },
    { composer->request->form == MP_COMPOSE_SQUARE
        /* Translators: before the names of terms */
        ? _ ("Also with a stated end:")
        /* Translators: before the names of terms */
        : _ ("Over, so not drawn:"),
      (const guint32 *) (gpointer) composer->over->data, composer->over->len },
    /* Translators: before the names of terms */
    { _ ("Nothing in this span, so not drawn:"), story->outside, story->n_outside },
  };

  for (guint i = composer->request->form == MP_COMPOSE_SQUARE ? 1 : 0; i < G_N_ELEMENTS (lists);
       i++)
    add_names (&flow, lists[i].lead, lists[i].terms, lists[i].n_terms);
  if (composer->n_events > 0) {
    g_autofree char *words =
      g_strdup_printf (ngettext ("%'u event in this span is not drawn.",
                                 "%'u events in this span are not drawn.", composer->n_events),
                       composer->n_events);

    mp_flow_add_text (&flow, &face, words);
  }
  if (flow.x <= flow.x0)
    return y;
  return mp_flow_end (&flow) + BLOCK_GAP / 2.0 * composer->type.small / 16;
}

/* --- Sources ---------------------------------------------------------------------------------- */

static double
add_sources (MpComposer *composer, double y)
{
  MpPageFace strong = mp_face (MP_TEXT_SMALL_STRONG, MP_TONE_MUTED, MP_COLOR_GRAY);
  MpPageFace face = mp_face (MP_TEXT_SMALL, MP_TONE_MUTED, MP_COLOR_GRAY);
  const MpNumbering *numbering = composer->numbering;
  MpFlow flow = mp_flow_begin (composer, composer->x0, composer->x1, y, MP_TEXT_SMALL);
  g_autofree char *checked = mp_words_checked (composer->agreement);
  double gap = SOURCE_GAP * composer->type.small / 16;

  if (composer->cited->len > 0)
    /* Translators: before a numbered list */
    mp_flow_add (&flow, &(MpRunOfWords) { face, _ ("Sources:"), 0 }, 1, 0);
  for (guint i = 0; i < composer->cited->len; i++) {
    guint32 cited = g_array_index (composer->cited, guint32, i);
    guint32 source = numbering->sources[cited - 1];
    g_autofree char *number = g_strdup_printf ("%u", cited);
    g_autofree char *words = mp_words_source (composer->agreement, source, TRUE);
    MpRunOfWords runs[] = { { strong, number, 0 }, { face, words, NUMBER_GAP } };

    runs[1].face.source = source;
    mp_flow_add (&flow, runs, G_N_ELEMENTS (runs), i == 0 ? gap / 2 : gap);
  }
  if (checked != NULL)
    mp_flow_add (&flow, &(MpRunOfWords) { face, checked, 0 }, 1, gap);
  return mp_flow_end (&flow);
}

double
mp_compose_foot (MpComposer *composer, double y)
{
  y = add_key (composer, y);
  y = add_letters (composer, y);
  y = add_left_out (composer, y);
  return composer->request->is_bare ? y : add_sources (composer, y);
}
