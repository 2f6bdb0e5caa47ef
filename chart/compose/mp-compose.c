/* mp-compose.c: tries compositions until one fits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-compose.h"

#include "mp-agreement.h"
#include "mp-compose-private.h"
#include "mp-join.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels of a slide: the pitch of rows with words above their bars. */
#define WIDE_PITCH 88
#define LEAST_WIDE_PITCH 74
#define MOST_WIDE_PITCH 104

/* In design pixels of small words that are 16 high: that of rows with words in their bars. */
#define DENSE_PITCH 33
#define LEAST_DENSE_PITCH 29
#define MOST_DENSE_PITCH 42

/* More rows than this have their words in their bars. */
#define MOST_WIDE_ROWS 10

/* More rows than this are refused without being measured. */
#define MOST_MEASURED_ROWS 1000

/* A square has at most so many. */
#define MOST_SQUARE_ROWS 4

/* The size of letters from which all others follow, in design pixels of a slide. */
#define STANDARD_STATE 22.0

/* No figure whose height follows from its content is higher, in design pixels. */
#define MOST_HEIGHT 60000

#define FOOTER_GAP 10
#define BARE_MARGIN 4    /* for what reaches over the edge of a bar */
#define SPACE_BELOW 0.75 /* of the margin, above the headline and below the sources */

static const MpType types[MP_N_MEDIA] = {
  [MP_MEDIUM_SCREEN] = { .headline = 50,
                         .headline_min = 40,
                         .standfirst = 24,
                         .name = 22,
                         .state = 22,
                         .plain = 20,
                         .small = 18,
                         .year = 20,
                         .reference = 16,
                         .margin = 64 },
  [MP_MEDIUM_PRINT] = { .headline = 40,
                        .headline_min = 32,
                        .standfirst = 21,
                        .name = 17,
                        .state = 17,
                        .plain = 16,
                        .small = 16,
                        .year = 16,
                        .reference = 12.5,
                        .margin = 58 },
  [MP_MEDIUM_SQUARE] = { .headline = 56,
                         .headline_min = 44,
                         .standfirst = 30,
                         .name = 30,
                         .state = 32,
                         .plain = 26,
                         .small = 20,
                         .year = 26,
                         .reference = 20,
                         .margin = 56 },
};

const MpType *
mp_type_get (MpMedium medium)
{
  g_assert (medium < MP_N_MEDIA);
  return &types[medium];
}

/* --- Set-up ----------------------------------------------------------------------------------- */

/* Margins follow the medium, letters also what the user asks for. */
static MpType
scale_type (const MpType *type, double size)
{
  MpType scaled = { type->headline * size, type->headline_min * size, type->standfirst * size,
                    type->name * size,     type->state * size,        type->plain * size,
                    type->small * size,    type->year * size,         type->reference * size,
                    type->margin };

  return scaled;
}

static void
set_sizes (MpText *text, const MpType *type)
{
  const struct {
    MpTextRole role;
    double size;
  } sizes[] = {
    { MP_TEXT_STANDFIRST, type->standfirst }, { MP_TEXT_NAME, type->name },
    { MP_TEXT_STATE, type->state },           { MP_TEXT_PLAIN, type->plain },
    { MP_TEXT_STRONG, type->plain },          { MP_TEXT_SMALL, type->small },
    { MP_TEXT_SMALL_STRONG, type->small },    { MP_TEXT_YEAR, type->year },
    { MP_TEXT_REFERENCE, type->reference },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    mp_text_set_size (text, sizes[i].role, sizes[i].size);
}

static void
letter_free (gpointer data)
{
  MpLetter *letter = data;

  g_free (letter->letter);
  g_free (letter->words);
  g_free (letter);
}

static void
composer_init (MpComposer *composer, const MpComposeRequest *request, MpNumbering *numbering)
{
  *composer = (MpComposer) {
    .request = request,
    .story = request->story,
    .agreement = request->story->agreement,
    .type = scale_type (mp_type_get (request->medium), request->text_size),
    .numbering = numbering,
    .shown = g_array_new (FALSE, FALSE, sizeof (guint)),
    .over = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .letters = g_ptr_array_new_with_free_func (letter_free),
    .cited = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .is_last = TRUE,
  };
  composer->unit = composer->type.state / STANDARD_STATE;
  if (request->is_bare)
    composer->type.margin = BARE_MARGIN;
  composer->x0 = composer->type.margin;
  composer->x1 = request->width - composer->type.margin;
  set_sizes (request->text, &composer->type);
}

static void
composer_clear (MpComposer *composer)
{
  g_clear_pointer (&composer->page, mp_page_free);
  g_clear_pointer (&composer->shown, g_array_unref);
  g_clear_pointer (&composer->over, g_array_unref);
  g_clear_pointer (&composer->letters, g_ptr_array_unref);
  g_clear_pointer (&composer->cited, g_array_unref);
  g_clear_pointer (&composer->lesser, mp_bits_unref);
}

/* Compares rows by when they end, those that the pivot began first. */
static int
compare_ends (gconstpointer a, gconstpointer b, gpointer data)
{
  const MpStory *story = data;
  const MpPhases *phases = mp_agreement_phases (story->agreement);
  guint32 left = mp_story_last_phase (story, &story->rows[*(const guint *) a])->phase;
  guint32 right = mp_story_last_phase (story, &story->rows[*(const guint *) b])->phase;
  gboolean left_begins = phases->earliest_start[left] >= story->pivot_from;
  gboolean right_begins = phases->earliest_start[right] >= story->pivot_from;

  if (story->has_pivot && left_begins != right_begins)
    return right_begins - left_begins;
  return (phases->latest_end[left] > phases->latest_end[right]) -
         (phases->latest_end[left] < phases->latest_end[right]);
}

/* Keeps the rows of a square, of which few have room; the others are named. */
static void
keep_few (MpComposer *composer)
{
  guint most = MOST_SQUARE_ROWS - MIN (composer->give, MOST_SQUARE_ROWS - 1);

  g_array_sort_with_data (composer->shown, compare_ends, composer->story);
  for (guint i = most; i < composer->shown->len; i++)
    g_array_append_val (composer->over, mp_compose_get_row (composer, i)->term);
  g_array_set_size (composer->shown, MIN (composer->shown->len, most));
}

/* Chooses the rows that are drawn. If they have to give way, those of terms that are over go. */
static void
choose_rows (MpComposer *composer)
{
  const MpStory *story = composer->story;

  g_array_set_size (composer->shown, 0);
  g_array_set_size (composer->over, 0);
  for (guint i = 0; i < story->n_rows; i++) {
    const MpStoryRow *row = &story->rows[i];

    if (composer->give >= MP_GIVE_SAME && !story->is_change &&
        mp_story_last_phase (story, row)->tense == MP_STORY_BEFORE)
      g_array_append_val (composer->over, row->term);
    else
      g_array_append_val (composer->shown, i);
  }
  if (composer->request->form == MP_COMPOSE_SQUARE)
    keep_few (composer);
  composer->first_row = 0;
  composer->after_row = composer->shown->len;
}

/* --- One page --------------------------------------------------------------------------------- */

/* The heights of rows: the least, the usual and the most. */
typedef struct {
  double least;
  double usual;
  double most;
} Pitches;

static Pitches
pitches_of (const MpComposer *composer)
{
  double dense = composer->type.small / 16;

  if (composer->request->form == MP_COMPOSE_TABLE)
    return (Pitches) { 80 * composer->unit, 96 * composer->unit, 112 * composer->unit };
  if (composer->request->form == MP_COMPOSE_SQUARE)
    return (Pitches) { 130 * composer->type.small / 20, 160 * composer->type.small / 20,
                       190 * composer->type.small / 20 };
  if (composer->dense)
    return (Pitches) { LEAST_DENSE_PITCH * dense, DENSE_PITCH * dense, MOST_DENSE_PITCH * dense };
  return (Pitches) { LEAST_WIDE_PITCH * composer->unit, WIDE_PITCH * composer->unit,
                     MOST_WIDE_PITCH * composer->unit };
}

static double
compose_page (MpComposer *composer)
{
  mp_numbering_truncate (composer->numbering, 0);
  mp_compose_begin_page (composer);
  switch (composer->request->form) {
  case MP_COMPOSE_SQUARE:
    return mp_compose_square_page (composer);
  case MP_COMPOSE_TABLE:
    return mp_compose_table_page (composer);
  case MP_COMPOSE_ROWS:
  case MP_COMPOSE_PAGES:
  default:
    return mp_compose_rows_page (composer);
  }
}

/* The attempts at a page, from the most generous to the closest: everything at the usual pitch, the
 * same at the least pitch, and then one thing after another gives way. */
#define N_ATTEMPTS (MP_N_GIVES + 1)

/* Makes an attempt. Returns the height that is used. is_dense: words stand in the bars even of few
 * rows. */
static double
attempt (MpComposer *composer, guint which, gboolean is_dense)
{
  Pitches pitches;
  double least;

  composer->give = which == 0 ? MP_GIVE_NOTHING : which - 1;
  choose_rows (composer);
  composer->dense = composer->request->form == MP_COMPOSE_PAGES ||
                    (composer->request->form == MP_COMPOSE_ROWS &&
                     (is_dense || composer->shown->len > MOST_WIDE_ROWS));
  pitches = pitches_of (composer);
  composer->pitch = which == 0 ? pitches.usual : pitches.least;
  least = composer->shown->len * pitches.least;
  /* So many rows fit nowhere, and need not be laid out. */
  if (least > MOST_HEIGHT || (composer->request->height > 0 && least > composer->request->height &&
                              composer->shown->len > MOST_MEASURED_ROWS))
    return least;
  return compose_page (composer);
}

/* Whatever can give way does, until the page fits. Each attempt is lower than the one before, so
 * the first that fits is found by bisection, if the last one does. Returns the height that is used.
 */
static double
give_way (MpComposer *composer, gboolean is_dense)
{
  double height = composer->request->height > 0 ? composer->request->height : MOST_HEIGHT;
  double used = attempt (composer, 0, is_dense);
  guint too_high = 0, fits = N_ATTEMPTS - 1;

  if (used <= height)
    return used;
  used = attempt (composer, fits, is_dense);
  if (used > height)
    return used;
  while (fits - too_high > 1) {
    guint middle = (fits + too_high) / 2;

    used = attempt (composer, middle, is_dense);
    if (used <= height)
      fits = middle;
    else
      too_high = middle;
  }
  return used <= height ? used : attempt (composer, fits, is_dense);
}

/* Gives the rows the height that is left over, as far as it does them good. */
static void
use_spare_height (MpComposer *composer, double used)
{
  double pitch = composer->pitch, spare = composer->request->height - used;

  if (composer->shown->len == 0 || spare < composer->shown->len)
    return;
  composer->pitch = MIN (pitches_of (composer).most, pitch + floor (spare / composer->shown->len));
  if (compose_page (composer) <= composer->request->height)
    return;
  composer->pitch = pitch;
  compose_page (composer);
}

/* Says how many rows there is room for, and which height has room for all. */
static char *
refusal_of (const MpComposer *composer, double used)
{
  const MpComposeRequest *request = composer->request;
  double pitch = pitches_of (composer).least, rest = used - pitch * composer->shown->len;
  guint n_rows = composer->shown->len;
  guint fit = (guint) CLAMP (floor ((request->height - rest) / pitch), 0, MAX (n_rows, 1) - 1);
  double width = request->width * request->unit;

  if (used > MOST_HEIGHT || n_rows > MOST_MEASURED_ROWS)
    return g_strdup_printf (_ ("%'u terms are too many for one figure; the preset page has room "
                               "for them, and a filter shows fewer"),
                            n_rows);
  return g_strdup_printf (
    /* Translators: width and height, how many terms fit, how many there are, and the width and the
     * height that would do. */
    _ ("%.0f × %.0f has room for %u of %u terms; %.0f × %.0f would hold them"), width,
    request->height * request->unit, fit, n_rows, width, ceil (used * request->unit / 10) * 10);
}

/* Returns sentences about what is not there. */
static char *
left_out_of (const MpComposer *composer)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_rows = composer->story->n_untold + composer->story->n_outside + composer->over->len;

  if (n_rows > 0)
    g_ptr_array_add (
      parts, g_strdup_printf (
               ngettext ("%'u term is not drawn.", "%'u terms are not drawn.", n_rows), n_rows));
  if (composer->n_events > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u event in this span is not drawn.",
                                                       "%'u events in this span are not drawn.",
                                                       composer->n_events),
                                             composer->n_events));
  if (composer->n_unnumbered > 0)
    g_ptr_array_add (
      parts, g_strdup_printf (ngettext ("%'u short bar has no room for the numbers of its sources.",
                                        "%'u short bars have no room for the numbers of their "
                                        "sources.",
                                        composer->n_unnumbered),
                              composer->n_unnumbered));
  g_ptr_array_add (parts, NULL);
  return mp_join (MP_JOIN_SENTENCES, (const char *const *) parts->pdata);
}

static void
compose_one (MpComposer *composer, MpComposition *composition)
{
  double height = composer->request->height, used = give_way (composer, FALSE);

  /* Rows with their words above the bars are twice as high. */
  if (composer->request->form == MP_COMPOSE_ROWS && height > 0 && used > height && !composer->dense)
    used = give_way (composer, TRUE);
  if (used > (height > 0 ? height : MOST_HEIGHT)) {
    composition->refusal = refusal_of (composer, used);
    return;
  }
  if (height > 0)
    use_spare_height (composer, used);
  composition->left_out = left_out_of (composer);
  mp_page_finish (composer->page, height > 0 ? height : ceil (used));
  g_ptr_array_add (composition->pages, g_steal_pointer (&composer->page));
}

/* --- Pages ------------------------------------------------------------------------------------ */

/* Composes a page with as many of the rows that are left as fit. Returns FALSE if there is no room
 * for a single one. */
static gboolean
compose_next (MpComposer *composer, double foot)
{
  guint n_sources = composer->numbering->n_sources;
  guint most = (guint) MAX (1, floor (foot / composer->pitch));

  composer->after_row = MIN (composer->shown->len, composer->first_row + most);
  for (;;) {
    double over;

    composer->is_last = composer->after_row == composer->shown->len;
    mp_compose_begin_page (composer);
    over = mp_compose_rows_page (composer) - foot;
    if (over <= 0)
      return TRUE;
    mp_numbering_truncate (composer->numbering, n_sources);
    if (composer->after_row - composer->first_row <= 1)
      return FALSE;
    composer->after_row -=
      MIN ((guint) ceil (over / composer->pitch), composer->after_row - composer->first_row - 1);
  }
}

static void
add_footers (const MpComposer *composer, GPtrArray *pages, double y)
{
  MpPageFace face = mp_face (MP_TEXT_SMALL, MP_TONE_MUTED, MP_COLOR_GRAY);
  g_autofree char *title = mp_story_title (composer->story);
  g_autofree char *checked = mp_words_checked (composer->agreement);
  const char *parts[] = { title, composer->story->as_of_words, checked, NULL };
  g_autofree char *words = mp_join (MP_JOIN_CLAUSES, parts);

  for (guint i = 0; i < pages->len; i++) {
    MpPage *page = g_ptr_array_index (pages, i);
    /* Translators: the number of a page, and how many there are */
    g_autofree char *number = g_strdup_printf (_ ("%u of %u"), i + 1, pages->len);
    MpLineSize line = mp_page_line (page, face.role);
    double room =
      composer->x1 - composer->x0 - 4 * line.height - mp_page_measure (page, face.role, number);
    g_auto (GStrv) lines = mp_text_break (composer->request->text, face.role, words, room);

    mp_page_set_item (page, (MpItem) { MP_ITEM_NONE, 0 });
    mp_page_add_line (page, (MpRect) { composer->x0, y, composer->x1 - composer->x0, 1.5 },
                      MP_TONE_GRID, MP_COLOR_GRAY);
    mp_page_add_words (page, &face, lines[0], composer->x0, y + FOOTER_GAP + line.baseline);
    mp_page_add_words_ending (page, &face, number, composer->x1, y + FOOTER_GAP + line.baseline);
  }
}

/* Composes pages until all rows are on one. Returns FALSE if a page has no room for a row. */
static gboolean
compose_row_pages (MpComposer *composer, GPtrArray *pages, double foot)
{
  composer->first_row = 0;
  do {
    if (!compose_next (composer, foot))
      return FALSE;
    g_ptr_array_add (pages, g_steal_pointer (&composer->page));
    composer->first_row = composer->after_row;
  } while (composer->after_row < composer->shown->len);
  return TRUE;
}

/* Composes pages with rows that are as close as they may be if that saves a page. */
static gboolean
compose_fewest (MpComposer *composer, GPtrArray *pages, double foot)
{
  Pitches pitches = pitches_of (composer);
  guint n_pages;

  composer->pitch = pitches.least;
  if (!compose_row_pages (composer, pages, foot))
    return FALSE;
  n_pages = pages->len;
  g_ptr_array_set_size (pages, 0);
  mp_numbering_truncate (composer->numbering, 0);
  composer->pitch = pitches.usual;
  if (compose_row_pages (composer, pages, foot) && pages->len == n_pages)
    return TRUE;
  g_ptr_array_set_size (pages, 0);
  mp_numbering_truncate (composer->numbering, 0);
  composer->pitch = pitches.least;
  return compose_row_pages (composer, pages, foot);
}

static void
compose_pages (MpComposer *composer, MpComposition *composition)
{
  const MpComposeRequest *request = composer->request;
  GPtrArray *pages = composition->pages;
  double foot;

  composer->dense = TRUE;
  choose_rows (composer);
  mp_compose_begin_page (composer);
  foot = request->height - composer->type.margin * SPACE_BELOW -
         mp_leading (composer, MP_TEXT_SMALL) - FOOTER_GAP;
  if (!compose_fewest (composer, pages, foot - FOOTER_GAP)) {
    g_ptr_array_set_size (pages, 0);
    composition->refusal = g_strdup_printf (
      _ ("a page of %.0f × %.0f has no room for a single term; a larger page or a smaller text "
         "size has"),
      request->width * request->unit, request->height * request->unit);
    return;
  }
  composition->left_out = left_out_of (composer);
  mp_compose_back (composer, pages, foot - FOOTER_GAP);
  add_footers (composer, pages, foot);
  for (guint i = 0; i < pages->len; i++)
    mp_page_finish (g_ptr_array_index (pages, i), request->height);
}

MpComposition *
mp_composition_new (MpAgreement *agreement)
{
  MpComposition *composition = g_new0 (MpComposition, 1);

  composition->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) mp_page_free);
  composition->numbering = mp_numbering_new (agreement);
  return composition;
}

MpComposition *
mp_compose (const MpComposeRequest *request)
{
  MpComposition *composition = mp_composition_new (request->story->agreement);
  MpComposer composer;

  composer_init (&composer, request, composition->numbering);
  if (request->form == MP_COMPOSE_TABLE && !request->story->is_change)
    composition->refusal =
      g_strdup (_ ("a table compares two dates: select a milestone that changes a term, or compare "
                   "two dates"));
  else if (request->form == MP_COMPOSE_PAGES && request->height > 0)
    compose_pages (&composer, composition);
  else
    compose_one (&composer, composition);
  if (composition->left_out == NULL)
    composition->left_out = g_strdup ("");
  composer_clear (&composer);
  return composition;
}

void
mp_composition_free (MpComposition *composition)
{
  if (composition == NULL)
    return;
  g_ptr_array_unref (composition->pages);
  mp_numbering_free (composition->numbering);
  g_free (composition->refusal);
  g_free (composition->left_out);
  g_free (composition);
}
