/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-figure.h"

#include "mp-legend.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels. */
#define MARGIN 24
#define TITLE_GAP 6
#define BLOCK_GAP 14

/* Nothing is made smaller than this: it could not be read. The terms that then do not fit are left
 * out, and the figure says how many. */
#define MIN_SHRINK 0.5

/* How near the size comes to the best one. */
#define SHRINK_STEP 0.02

/* How many sources are named; the file names them all. */
#define MAX_SOURCES 6

struct _MpFigure {
  /* Owned */
  MpAgreement *agreement;
  MpText *text;
  MpScene *scene;
  char *subtitle;
  char *notes;

  const MpStyle *style;
  MpItem selection;
  double shrink;
  MpSize size;  /* logical pixels, after shrinking */
  MpSize inner; /* before */
  double title_height;
  double subtitle_height;
  double legend_height;
  double notes_height;
};

MpFigureOptions
mp_figure_options_new (MpInstant today)
{
  return (MpFigureOptions) {
    .width = MP_FIGURE_DEFAULT_WIDTH, .scale = 1, .theme = MP_THEME_LIGHT, .today = today
  };
}

/* "As of 1 June 2028 · facts checked on 23 November 2026": a chart without its date misleads. */
static char *
make_subtitle (MpAgreement *agreement, const MpFigureOptions *options)
{
  g_autofree char *as_of =
    options->as_of != NULL ? mp_date_words (options->as_of) : mp_words_day (options->today);
  g_autofree char *checked = NULL;
  MpDate date;

  if (mp_date_parse (mp_agreement_get_checked (agreement), -1, &date, NULL, NULL))
    checked = mp_date_words (&date);
  if (checked == NULL)
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("As of %s"), as_of);
  /* Translators: both %s are dates. */
  return g_strdup_printf (_ ("As of %s · facts checked on %s"), as_of, checked);
}

static void
append_source (GString *notes, MpAgreement *agreement, guint number, const MpSource *source)
{
  const char *publisher = mp_agreement_text (agreement, source->publisher);

  if (number > 1)
    g_string_append (notes, "   ");
  g_string_append_printf (notes, "%u\302\240", number);
  if (*publisher != '\0')
    g_string_append_printf (notes, "%s: ", publisher);
  g_string_append (notes, mp_agreement_text (agreement, source->title));
  if (*mp_agreement_text (agreement, source->date) != '\0')
    g_string_append_printf (notes, " (%s)", mp_agreement_text (agreement, source->date));
}

/* The sources of what is selected or, with nothing selected, of the greatest milestones. */
static char *
make_notes (MpAgreement *agreement, MpItem selection)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpCitation *citations = mp_agreement_citations (agreement);
  guint n_sources, named = 0, left_out;
  const MpSource *sources = mp_agreement_sources (agreement, &n_sources);
  g_autofree gboolean *seen = g_new0 (gboolean, n_sources + 1);
  GString *notes = g_string_new (NULL);

  if (n_sources == 0)
    return g_string_free (notes, FALSE);
  g_string_append (notes, _ ("Sources: "));
  for (guint round = 0; round < MAX_SOURCES; round++) {
    for (guint i = 0; i < milestones->length + 1; i++) {
      MpRun run = { 0, 0 };

      if (i == milestones->length && selection.kind == MP_ITEM_PHASE)
        run = phases->citations[selection.index];
      else if (i < milestones->length &&
               (selection.kind == MP_ITEM_MILESTONE
                  ? selection.index == i
                  : selection.kind == MP_ITEM_NONE && milestones->importance[i] == 1))
        run = milestones->citations[i];
      if (round < run.count && named < MAX_SOURCES && !seen[citations[run.first + round].source]) {
        guint32 source = citations[run.first + round].source;

        seen[source] = TRUE;
        append_source (notes, agreement, ++named, &sources[source]);
      }
    }
  }
  left_out = n_sources - named;
  if (left_out > 0)
    g_string_append_printf (notes, named == 0 ? "%s" : "   %s", "");
  if (left_out > 0)
    /* Translators: sources that the chart has no room to name. */
    g_string_append_printf (
      notes, ngettext ("and %u more in the file.", "and %u more in the file.", left_out), left_out);
  return g_string_free (notes, FALSE);
}

/* Lays the scene out for an inner width. Sets the heights of the blocks around it. */
static void
lay_out (MpFigure *figure, const MpFigureOptions *options, double width)
{
  MpMeasure measure = mp_text_get_measure (figure->text);
  double room = width - 2 * MARGIN, begin, end, fit_begin, fit_end, plot, blocks;
  g_autoptr (MpLayout) layout = NULL;
  MpLayoutRequest request;
  MpSceneRequest scene_request;

  mp_session_fit_span (figure->agreement, options->today, &fit_begin, &fit_end);
  begin = options->has_span ? options->begin : fit_begin;
  end = options->has_span ? options->end : fit_end;
  plot = mp_scene_plot_width (width, measure);
  request = (MpLayoutRequest) { .agreement = figure->agreement,
                                .begin = fit_begin,
                                .end = fit_end,
                                .per_day = plot / (end - begin),
                                .fit_width = plot,
                                .stacked = mp_scene_is_stacked (width, measure),
                                .measure = measure };
  layout = mp_layout_new (&request);

  figure->title_height =
    ceil (mp_measure (measure, MP_TEXT_TITLE, mp_agreement_get_title (figure->agreement)).height);
  figure->subtitle_height = ceil (mp_measure (measure, MP_TEXT_SUBTITLE, figure->subtitle).height);
  figure->legend_height = mp_legend_height (figure->text, room);
  figure->notes_height =
    *figure->notes == '\0'
      ? 0
      : ceil (mp_text_measure_paragraph (figure->text, MP_TEXT_NOTE, figure->notes, room).height);
  blocks = MARGIN + figure->title_height + TITLE_GAP + figure->subtitle_height + BLOCK_GAP +
           BLOCK_GAP + figure->legend_height + figure->notes_height +
           (figure->notes_height > 0 ? BLOCK_GAP : 0) + MARGIN;

  figure->inner = (MpSize) { width, blocks + mp_scene_full_height (layout) };
  scene_request = (MpSceneRequest) { .layout = layout,
                                     .begin = begin,
                                     .today = options->today,
                                     .as_of = options->as_of,
                                     .width = width,
                                     .measure = measure };
  if (options->height > 0)
    scene_request.height = MAX (floor (options->height * width / options->width) - blocks,
                                layout->metrics.axis_height + mp_layout_band_height (layout));
  g_clear_pointer (&figure->scene, mp_scene_unref);
  figure->scene = mp_scene_new (&scene_request);
}

/* A wider layout, made smaller, is lower. Halves the interval that holds the largest size at which
 * everything is in. */
static void
shrink_to_fit (MpFigure *figure, const MpFigureOptions *options)
{
  double too_large = 1, fits = MIN_SHRINK;

  while (too_large - fits > SHRINK_STEP) {
    double middle = (too_large + fits) / 2;

    lay_out (figure, options, options->width / middle);
    if (figure->inner.height * middle > options->height)
      too_large = middle;
    else
      fits = middle;
  }
  figure->shrink = fits;
  lay_out (figure, options, options->width / fits);
}

/* How many terms lie below what the scene shows. */
static guint
count_left_out (const MpScene *scene)
{
  guint count = 0;

  for (guint i = 0; i < scene->layout->rows->len; i++) {
    MpRow *row = &g_array_index (scene->layout->rows, MpRow, i);

    count += row->kind == MP_ROW_TERM && row->y + row->height > scene->rows.height + 0.5;
  }
  return count;
}

/* Says under the chart what it leaves out; the words take room themselves. */
static void
confess (MpFigure *figure, const MpFigureOptions *options)
{
  g_autofree char *notes = g_steal_pointer (&figure->notes);

  for (guint round = 0; round < 2; round++) {
    guint count = count_left_out (figure->scene);
    g_autofree char *words =
      g_strdup_printf (ngettext ("%u term does not fit into this size and is left out.",
                                 "%u terms do not fit into this size and are left out.", count),
                       count);

    if (count == 0)
      break;
    g_free (figure->notes);
    figure->notes = g_strdup_printf ("%s %s", words, notes);
    lay_out (figure, options, options->width / figure->shrink);
  }
  if (figure->notes == NULL)
    figure->notes = g_steal_pointer (&notes);
}

MpFigure *
mp_figure_new (MpAgreement *agreement, const MpFigureOptions *options)
{
  MpFigure *figure = g_new0 (MpFigure, 1);

  g_return_val_if_fail (options->width > 0, NULL);

  figure->agreement = g_object_ref (agreement);
  figure->text = mp_text_new (options->font, 1);
  mp_text_use_outlines (figure->text);
  figure->style = mp_style_get (options->theme);
  figure->selection = options->selection;
  figure->subtitle = make_subtitle (agreement, options);
  figure->notes = make_notes (agreement, options->selection);
  figure->shrink = 1;
  lay_out (figure, options, options->width);
  if (options->height <= 0) {
    figure->size = figure->inner;
    return figure;
  }
  if (figure->inner.height > options->height)
    shrink_to_fit (figure, options);
  confess (figure, options);
  figure->size = (MpSize) { options->width, options->height };
  return figure;
}

void
mp_figure_free (MpFigure *figure)
{
  if (figure == NULL)
    return;
  mp_scene_unref (figure->scene);
  mp_text_free (figure->text);
  g_object_unref (figure->agreement);
  g_free (figure->subtitle);
  g_free (figure->notes);
  g_free (figure);
}

MpSize
mp_figure_get_size (const MpFigure *figure)
{
  return figure->size;
}

const MpScene *
mp_figure_get_scene (const MpFigure *figure)
{
  return figure->scene;
}

double
mp_figure_get_shrink (const MpFigure *figure)
{
  return figure->shrink;
}

void
mp_figure_paint (const MpFigure *figure, cairo_t *cr)
{
  const MpStyle *style = figure->style;
  double width = figure->inner.width, room = width - 2 * MARGIN;
  double y = MARGIN;

  cairo_save (cr);
  cairo_set_source_rgb (cr, style->background.red, style->background.green, style->background.blue);
  cairo_rectangle (cr, 0, 0, figure->size.width, figure->size.height);
  cairo_fill (cr);
  cairo_scale (cr, figure->shrink, figure->shrink);

  mp_text_draw (figure->text, cr, MP_TEXT_TITLE, mp_agreement_get_title (figure->agreement),
                (MpRect) { MARGIN, y, room, figure->title_height }, MP_ALIGN_START, style->text);
  y += figure->title_height + TITLE_GAP;
  mp_text_draw (figure->text, cr, MP_TEXT_SUBTITLE, figure->subtitle,
                (MpRect) { MARGIN, y, room, figure->subtitle_height }, MP_ALIGN_START,
                style->dim_text);
  y += figure->subtitle_height + BLOCK_GAP;

  cairo_save (cr);
  cairo_translate (cr, 0, y);
  cairo_rectangle (cr, 0, 0, width, figure->scene->height);
  cairo_clip (cr);
  mp_paint_scene (cr, figure->scene, style, figure->text);
  mp_paint_selection (cr, figure->scene, style, figure->text, figure->selection);
  cairo_restore (cr);
  y += figure->scene->height;

  cairo_set_source_rgb (cr, style->separator.red, style->separator.green, style->separator.blue);
  cairo_rectangle (cr, 0, y, width, 1);
  cairo_fill (cr);
  y += BLOCK_GAP;
  mp_legend_paint (cr, style, figure->text, MARGIN, y, room);
  y += figure->legend_height + BLOCK_GAP;
  if (figure->notes_height > 0)
    mp_text_draw_paragraph (figure->text, cr, MP_TEXT_NOTE, figure->notes,
                            (MpRect) { MARGIN, y, room, figure->notes_height }, style->dim_text);
  cairo_restore (cr);
}
