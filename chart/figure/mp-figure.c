/* mp-figure.c: chooses between the layouts of figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-figure.h"

#include "mp-agreement.h"
#include "mp-canvas.h"
#include "mp-compose.h"
#include "mp-figure-window.h"
#include "mp-join.h"
#include "mp-mirror.h"
#include "mp-payments-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The sides in logical pixels of what a medium's design pixels are counted on. A point is 4/3 of a
 * logical pixel, and A4 is 842 points long. */
#define SLIDE_WIDTH 1920.0
#define SQUARE_WIDTH 1080.0
#define PRINT_WIDTH (842.0 * 4 / 3)

struct _MpFigure {
  /* Owned; either the first, or the next two, and those of a story or of a what-if */
  MpFigureWindow *window;
  MpAgreement *agreement;
  MpText *text;
  MpStory *story;
  MpComposition *told; /* of the story */
  MpPaymentsFigure *payments;

  MpComposition *composition; /* one of the two; NULL beside a window */

  MpPalette palette;
  gboolean is_transparent;
  MpTextDirection direction;
  double unit; /* logical pixels for a design pixel */
  MpSize size;
};

/* --- Options ---------------------------------------------------------------------------------- */

MpFigureOptions
mp_figure_options_new (MpInstant today)
{
  return (MpFigureOptions) { .width = MP_FIGURE_DEFAULT_WIDTH,
                             .scale = 1,
                             .text_size = 1,
                             .theme = MP_THEME_LIGHT,
                             .today = today,
                             .milestone = MP_NONE };
}

/* A copy of options, with what it points to. */
typedef struct {
  MpFigureOptions options; /* the first member, so that its address is that of the whole */
  MpDate as_of;
  MpDate before;
  char *font;
  char *headline;
  char *subtitle;
  MpWhatIf *what_if;
} OwnedOptions;

MpFigureOptions *
mp_figure_options_copy (const MpFigureOptions *options)
{
  OwnedOptions *owned = g_new0 (OwnedOptions, 1);
  MpFigureOptions *copy = &owned->options;

  *copy = *options;
  if (options->as_of != NULL) {
    owned->as_of = *options->as_of;
    copy->as_of = &owned->as_of;
  }
  if (options->before != NULL) {
    owned->before = *options->before;
    copy->before = &owned->before;
  }
  if (options->visible != NULL)
    mp_visible_set_ref (copy->visible);
  if (options->collapsed != NULL)
    mp_bits_ref (copy->collapsed);
  if (options->what_if != NULL)
    copy->what_if = owned->what_if = mp_what_if_copy (options->what_if);
  copy->font = owned->font = g_strdup (options->font);
  copy->headline = owned->headline = g_strdup (options->headline);
  copy->subtitle = owned->subtitle = g_strdup (options->subtitle);
  return copy;
}

void
mp_figure_options_free (MpFigureOptions *copy)
{
  OwnedOptions *owned = (OwnedOptions *) copy;

  if (copy == NULL)
    return;
  g_clear_pointer (&copy->visible, mp_visible_set_unref);
  g_clear_pointer (&copy->collapsed, mp_bits_unref);
  g_free (owned->font);
  g_free (owned->headline);
  g_free (owned->subtitle);
  mp_what_if_free (owned->what_if);
  g_free (owned);
}

/* --- Composed figures ------------------------------------------------------------------------- */

/* What a layout is made of. */
static const struct {
  MpStoryKind kind;
  MpComposeForm form;
} layouts[MP_N_FIGURE_LAYOUTS] = {
  [MP_LAYOUT_WIDE] = { MP_STORY_ALL, MP_COMPOSE_ROWS },
  [MP_LAYOUT_PAGE] = { MP_STORY_WHOLE, MP_COMPOSE_PAGES },
  [MP_LAYOUT_SQUARE] = { MP_STORY_ENDINGS, MP_COMPOSE_SQUARE },
  [MP_LAYOUT_TABLE] = { MP_STORY_ALL, MP_COMPOSE_TABLE },
};

static MpMedium
medium_of (const MpFigureOptions *options)
{
  if (options->layout == MP_LAYOUT_SQUARE)
    return MP_MEDIUM_SQUARE;
  return options->is_print || options->layout == MP_LAYOUT_PAGE ? MP_MEDIUM_PRINT
                                                                : MP_MEDIUM_SCREEN;
}

/* Letters on paper have a size in points; on a screen they follow the width. */
static double
unit_of (const MpFigureOptions *options)
{
  switch (medium_of (options)) {
  case MP_MEDIUM_PRINT:
    return PRINT_WIDTH / SLIDE_WIDTH;
  case MP_MEDIUM_SQUARE:
    return options->width / SQUARE_WIDTH;
  case MP_MEDIUM_SCREEN:
  default:
    return options->width / SLIDE_WIDTH;
  }
}

static MpStory *
story_of (MpAgreement *agreement, const MpFigureOptions *options, MpItem selection)
{
  MpStoryRequest request = { .kind = layouts[options->layout].kind,
                             .agreement = agreement,
                             .today = options->today,
                             .as_of = options->as_of,
                             .before = options->before,
                             .milestone = options->milestone,
                             .selection = selection,
                             .visible = options->visible,
                             .has_span = options->has_span,
                             .begin = options->begin,
                             .end = options->end,
                             .headline = options->headline,
                             .subtitle = options->subtitle };

  return mp_story_new (&request);
}

/* Returns the milestone whose change is told where the user selected none; of kind MP_ITEM_NONE if
 * no milestone changes anything. */
static MpItem
default_selection (MpAgreement *agreement, const MpFigureOptions *options)
{
  guint32 milestone = mp_compare_default_milestone (agreement, options->today);

  return milestone != MP_NONE ? (MpItem) { MP_ITEM_MILESTONE, milestone }
                              : (MpItem) { MP_ITEM_NONE, 0 };
}

static void
tell (MpFigure *figure, const MpFigureOptions *options, MpItem selection, MpComposeRequest *request)
{
  mp_composition_free (figure->told);
  mp_story_free (figure->story);
  figure->story = request->story = story_of (figure->agreement, options, selection);
  figure->composition = figure->told = mp_compose (request);
}

/* Tells the story of the agreement. */
static void
compose_story (MpFigure *figure, const MpFigureOptions *options)
{
  MpComposeRequest request = { .form = layouts[options->layout].form,
                               .text = figure->text,
                               .medium = medium_of (options),
                               .text_size = options->text_size,
                               .width = options->width / figure->unit,
                               .height = options->height / figure->unit,
                               .is_bare = options->is_bare,
                               .unit = figure->unit };
  MpItem selection = options->selection;
  gboolean is_free = options->before == NULL && selection.kind != MP_ITEM_MILESTONE;

  /* A table has two sides. */
  if (options->layout == MP_LAYOUT_TABLE && is_free)
    selection = default_selection (figure->agreement, options);
  tell (figure, options, selection, &request);
  /* A slide that has no room for everything tells what changed last. */
  if (options->layout == MP_LAYOUT_WIDE && is_free && figure->composition->refusal != NULL &&
      default_selection (figure->agreement, options).kind != MP_ITEM_NONE)
    tell (figure, options, default_selection (figure->agreement, options), &request);
}

/* Draws what would be paid. */
static void
compose_payments (MpFigure *figure, const MpFigureOptions *options)
{
  guint32 term = mp_agreement_phases (figure->agreement)->term[options->what_if->phase];
  guint32 topic = mp_agreement_terms (figure->agreement, NULL)[term].topic;
  const MpPaymentsFigureRequest request = {
    .agreement = figure->agreement,
    .what_if = options->what_if,
    .text = figure->text,
    .medium = medium_of (options),
    .text_size = options->text_size,
    .hue = mp_agreement_topics (figure->agreement, NULL)[topic].color,
    .width = options->width / figure->unit,
    .height = options->height / figure->unit,
    .unit = figure->unit,
    .headline = options->headline,
    .subtitle = options->subtitle,
  };

  figure->payments = mp_payments_figure_new (&request);
  figure->composition = figure->payments->composition;
}

static void
compose (MpFigure *figure, MpAgreement *agreement, const MpFigureOptions *options)
{
  figure->agreement = g_object_ref (agreement);
  figure->unit = unit_of (options);
  figure->text = mp_text_new (options->font, 1);
  mp_text_set_direction (figure->text, options->direction);
  if (options->what_if != NULL)
    compose_payments (figure, options);
  else
    compose_story (figure, options);
  figure->palette = mp_palette_get (options->theme, options->coloring);
  figure->size = (MpSize) { options->width, options->height };
  if (options->height <= 0 && figure->composition->pages->len > 0) {
    const MpPage *page = g_ptr_array_index (figure->composition->pages, 0);

    figure->size.height = ceil (page->size.height * figure->unit);
  }
}

static void
paint_page (const MpFigure *figure, const MpPage *page, cairo_t *cr)
{
  MpRgb ground = mp_palette_color (&figure->palette, MP_TONE_GROUND, MP_COLOR_GRAY);

  mp_canvas_save (cr);
  if (!figure->is_transparent) {
    cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
    cairo_rectangle (cr, 0, 0, figure->size.width + MP_FIGURE_BLEED,
                     figure->size.height + MP_FIGURE_BLEED);
    mp_canvas_fill (cr);
  }
  cairo_scale (cr, figure->unit, figure->unit);
  mp_mirror_paint (cr, figure->direction, page->size.width);
  mp_page_paint (page, cr, figure->agreement, &figure->palette);
  mp_canvas_restore (cr);
}

/* --- Any figure ------------------------------------------------------------------------------- */

MpFigure *
mp_figure_new (MpAgreement *agreement, const MpFigureOptions *options)
{
  MpFigure *figure = g_new0 (MpFigure, 1);

  g_return_val_if_fail (options->width > 0, NULL);

  figure->direction = options->direction;
  figure->is_transparent = options->is_transparent;
  if (options->layout == MP_LAYOUT_WINDOW && options->what_if == NULL) {
    figure->window = mp_figure_window_new (agreement, options);
    figure->size = mp_figure_window_get_size (figure->window);
  } else {
    compose (figure, agreement, options);
  }
  return figure;
}

void
mp_figure_free (MpFigure *figure)
{
  if (figure == NULL)
    return;
  mp_figure_window_free (figure->window);
  mp_composition_free (figure->told);
  mp_story_free (figure->story);
  mp_payments_figure_free (figure->payments);
  mp_text_free (figure->text);
  g_clear_object (&figure->agreement);
  g_free (figure);
}

const char *
mp_figure_get_refusal (const MpFigure *figure)
{
  return figure->composition != NULL ? figure->composition->refusal : NULL;
}

MpSize
mp_figure_get_size (const MpFigure *figure)
{
  return figure->size;
}

guint
mp_figure_get_n_pages (const MpFigure *figure)
{
  return figure->composition != NULL ? figure->composition->pages->len : 1;
}

const char *
mp_figure_get_headline (const MpFigure *figure)
{
  if (figure->payments != NULL)
    return figure->payments->headline;
  return figure->window != NULL ? mp_figure_window_get_headline (figure->window)
                                : figure->story->headline;
}

const char *
mp_figure_get_subtitle (const MpFigure *figure)
{
  if (figure->payments != NULL)
    return figure->payments->subtitle;
  return figure->window != NULL ? mp_figure_window_get_subtitle (figure->window)
                                : figure->story->subtitle;
}

const char *
mp_figure_get_notes (const MpFigure *figure)
{
  return figure->window != NULL ? mp_figure_window_get_notes (figure->window)
                                : figure->composition->left_out;
}

const MpScene *
mp_figure_get_scene (const MpFigure *figure)
{
  return figure->window != NULL ? mp_figure_window_get_scene (figure->window) : NULL;
}

const MpTable *
mp_figure_get_table (const MpFigure *figure)
{
  return figure->window != NULL ? mp_figure_window_get_table (figure->window) : NULL;
}

const MpReferences *
mp_figure_get_references (const MpFigure *figure)
{
  return figure->window != NULL ? mp_figure_window_get_references (figure->window) : NULL;
}

double
mp_figure_get_shrink (const MpFigure *figure)
{
  return figure->window != NULL ? mp_figure_window_get_shrink (figure->window) : 1;
}

const MpPage *
mp_figure_get_page (const MpFigure *figure, guint page)
{
  return figure->composition != NULL && page < figure->composition->pages->len
           ? g_ptr_array_index (figure->composition->pages, page)
           : NULL;
}

const guint32 *
mp_figure_get_sources (const MpFigure *figure, guint *n_sources)
{
  if (figure->window != NULL)
    return mp_figure_window_get_sources (figure->window, n_sources);
  *n_sources = figure->composition->numbering->n_sources;
  return figure->composition->numbering->sources;
}

void
mp_figure_paint (const MpFigure *figure, guint page, cairo_t *cr)
{
  g_return_if_fail (page < mp_figure_get_n_pages (figure));

  if (figure->window != NULL)
    mp_figure_window_paint (figure->window, cr);
  else
    paint_page (figure, g_ptr_array_index (figure->composition->pages, page), cr);
}

/* --- In words --------------------------------------------------------------------------------- */

/* Adds a sentence, unless the description would become longer than it may be. */
static gboolean
add_sentence (GString *description, const char *sentence, gboolean is_short)
{
  const char *dot = g_str_has_suffix (sentence, ".") ? "" : ".";
  glong length = g_utf8_strlen (description->str, -1) + g_utf8_strlen (sentence, -1) + 2;

  if (*sentence == '\0' || (is_short && length > MP_FIGURE_MAX_ALT))
    return *sentence == '\0';
  g_string_append_printf (description, "%s%s%s", description->len > 0 ? " " : "", sentence, dot);
  return TRUE;
}

char *
mp_figure_describe (const MpFigure *figure, gboolean is_short)
{
  GString *description = g_string_new (NULL);
  g_autofree char *sources = NULL;
  guint n_sources;

  mp_figure_get_sources (figure, &n_sources);
  sources = g_strdup_printf (ngettext ("%'u source", "%'u sources", n_sources), n_sources);
  add_sentence (description, mp_figure_get_headline (figure), is_short);
  add_sentence (description, mp_figure_get_subtitle (figure), is_short);
  for (guint i = 0; figure->story != NULL && i < figure->story->n_rows; i++) {
    g_autofree char *words = mp_story_row_words (figure->story, &figure->story->rows[i]);

    if (!add_sentence (description, words, is_short))
      break;
  }
  for (guint i = 0; figure->payments != NULL && figure->payments->sentences[i] != NULL; i++)
    if (!add_sentence (description, figure->payments->sentences[i], is_short))
      break;
  add_sentence (description, mp_figure_get_notes (figure), is_short);
  if (n_sources > 0)
    add_sentence (description, sources, is_short);
  return g_string_free (description, FALSE);
}
