/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-figure.h"

#include "mp-figure-private.h"
#include "mp-legend.h"

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

struct _MpFigure {
  /* Owned */
  MpAgreement *agreement;
  MpText *text;
  MpScene *scene; /* of a timeline */
  MpTable *table; /* of before and after */
  char *subtitle;
  char *notes;

  const MpStyle *style;
  MpSigns signs; /* in the legend */
  MpItem selection;
  double shrink;
  MpSize size;  /* logical pixels, after shrinking */
  MpSize inner; /* before */
  double title_height;
  double subtitle_height;
  double legend_height; /* with the gap after it */
  double notes_height;
  double chart_height;
};

MpFigureOptions
mp_figure_options_new (MpInstant today)
{
  return (MpFigureOptions) {
    .width = MP_FIGURE_DEFAULT_WIDTH, .scale = 1, .theme = MP_THEME_LIGHT, .today = today
  };
}

static gboolean
is_table (const MpFigureOptions *options)
{
  return options->chart == MP_CHART_TABLE && options->before != NULL && options->as_of != NULL;
}

/* Lays the timeline out; height 0 is as high as it needs to be. Returns that height. */
static double
lay_out_timeline (MpFigure *figure, const MpFigureOptions *options, double width, double height)
{
  MpMeasure measure = mp_text_get_measure (figure->text);
  double begin, end, fit_begin, fit_end, plot;
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
                                .shown = options->shown,
                                .folded = options->folded,
                                .measure = measure };
  layout = mp_layout_new (&request);
  scene_request = (MpSceneRequest) { .layout = layout,
                                     .begin = begin,
                                     .today = options->today,
                                     .as_of = options->as_of,
                                     .before = options->before,
                                     .width = width,
                                     .measure = measure };
  if (height > 0)
    scene_request.height =
      MAX (height, layout->metrics.axis_height + mp_layout_band_height (layout));
  g_clear_pointer (&figure->scene, mp_scene_unref);
  figure->scene = mp_scene_new (&scene_request);
  return mp_scene_full_height (layout);
}

/* The same for the table of before and after. */
static double
lay_out_table (MpFigure *figure, const MpFigureOptions *options, double width)
{
  MpTableRequest request = { .agreement = figure->agreement,
                             .before = options->before,
                             .after = options->as_of,
                             .hide_unchanged = options->hide_unchanged,
                             .shown = options->shown,
                             .width = width - 2 * MARGIN,
                             .text = figure->text };

  g_clear_pointer (&figure->table, mp_table_free);
  figure->table = mp_table_new (&request);
  return figure->table->size.height;
}

/* Lays the figure out for an inner width. Sets the heights of the blocks around the chart. */
static void
lay_out (MpFigure *figure, const MpFigureOptions *options, double width)
{
  MpMeasure measure = mp_text_get_measure (figure->text);
  double room = width - 2 * MARGIN, blocks, full = 0;

  if (is_table (options)) {
    full = lay_out_table (figure, options, width);
    if (figure->notes == NULL)
      figure->notes = mp_figure_table_notes (figure->table);
  }
  figure->title_height =
    ceil (mp_measure (measure, MP_TEXT_TITLE, mp_agreement_get_title (figure->agreement)).height);
  figure->subtitle_height = ceil (mp_measure (measure, MP_TEXT_SUBTITLE, figure->subtitle).height);
  figure->legend_height = is_table (options) || figure->signs == 0
                            ? 0
                            : mp_legend_height (figure->text, figure->signs, room) + BLOCK_GAP;
  figure->notes_height =
    *figure->notes == '\0'
      ? 0
      : ceil (mp_text_measure_paragraph (figure->text, MP_TEXT_NOTE, figure->notes, room).height);
  blocks = MARGIN + figure->title_height + TITLE_GAP + figure->subtitle_height + BLOCK_GAP +
           BLOCK_GAP + figure->legend_height + figure->notes_height + MARGIN;
  figure->chart_height =
    options->height > 0 ? MAX (floor (options->height * width / options->width) - blocks, 0) : 0;
  if (!is_table (options))
    full = lay_out_timeline (figure, options, width, figure->chart_height);
  if (options->height <= 0)
    figure->chart_height = full;
  figure->inner = (MpSize) { width, blocks + full };
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

/* How many terms lie below what the figure has room for. */
static guint
count_left_out (const MpFigure *figure)
{
  const MpScene *scene = figure->scene;
  guint count = 0;

  if (figure->table != NULL)
    return mp_table_count_below (figure->table, figure->chart_height);
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
    guint count = count_left_out (figure);
    g_autofree char *words =
      /* Translators: terms that a picture of the chosen size has no room for */
      g_strdup_printf (ngettext ("%'u term does not fit into this size and is left out.",
                                 "%'u terms do not fit into this size and are left out.", count),
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
  mp_text_set_direction (figure->text, options->direction);
  figure->style = mp_style_get (options->theme);
  figure->selection = options->selection;
  figure->signs = mp_signs_of (agreement) | (options->before != NULL ? MP_SIGNS_COMPARISON : 0);
  figure->subtitle = mp_figure_subtitle (agreement, options);
  if (!is_table (options))
    figure->notes = mp_figure_notes (agreement, options->selection);
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
  g_clear_pointer (&figure->scene, mp_scene_unref);
  mp_table_free (figure->table);
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

const MpTable *
mp_figure_get_table (const MpFigure *figure)
{
  return figure->table;
}

double
mp_figure_get_shrink (const MpFigure *figure)
{
  return figure->shrink;
}

static void
paint_chart (const MpFigure *figure, cairo_t *cr, double y)
{
  cairo_save (cr);
  cairo_translate (cr, figure->table != NULL ? MARGIN : 0, y);
  cairo_rectangle (cr, 0, 0, figure->inner.width, figure->chart_height);
  cairo_clip (cr);
  if (figure->table != NULL) {
    mp_table_paint (cr, figure->table, figure->style, figure->text, figure->chart_height);
  } else {
    mp_paint_scene (cr, figure->scene, figure->style, figure->text);
    mp_paint_selection (cr, figure->scene, figure->style, figure->text, figure->selection);
  }
  cairo_restore (cr);
}

const char *
mp_figure_get_subtitle (const MpFigure *figure)
{
  return figure->subtitle;
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
  mp_mirror_paint (cr, mp_text_get_direction (figure->text), width);

  mp_text_draw (figure->text, cr, MP_TEXT_TITLE, mp_agreement_get_title (figure->agreement),
                (MpRect) { MARGIN, y, room, figure->title_height }, MP_ALIGN_START, style->text);
  y += figure->title_height + TITLE_GAP;
  mp_text_draw (figure->text, cr, MP_TEXT_SUBTITLE, figure->subtitle,
                (MpRect) { MARGIN, y, room, figure->subtitle_height }, MP_ALIGN_START,
                style->dim_text);
  y += figure->subtitle_height + BLOCK_GAP;

  paint_chart (figure, cr, y);
  y += figure->chart_height;

  cairo_set_source_rgb (cr, style->separator.red, style->separator.green, style->separator.blue);
  cairo_rectangle (cr, 0, y, width, 1);
  cairo_fill (cr);
  y += BLOCK_GAP;
  if (figure->legend_height > 0)
    mp_legend_paint (cr, style, figure->text, figure->signs, MARGIN, y, room);
  y += figure->legend_height;
  if (figure->notes_height > 0)
    mp_text_draw_paragraph (figure->text, cr, MP_TEXT_NOTE, figure->notes,
                            (MpRect) { MARGIN, y, room, figure->notes_height }, style->dim_text);
  cairo_restore (cr);
}
