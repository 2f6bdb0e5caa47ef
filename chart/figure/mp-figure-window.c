/* mp-figure-window.c: a figure as the window shows it: a scene with title, legend and sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-figure-window.h"

#include "mp-agreement.h"
#include "mp-canvas.h"
#include "mp-figure-private.h"
#include "mp-join.h"
#include "mp-legend.h"
#include "mp-references.h"
#include "mp-session.h"

#include <math.h>

/* In design pixels. */
#define MARGIN 24
#define TITLE_GAP 6
#define BLOCK_GAP 14
#define NOTES_GAP 6

/* The most that the foot, which is the notes and the sources, can have of a given height; and the
 * most that it can have with the sources in full, unless the chart leaves more. */
#define FOOT_SHARE 0.35
#define FULL_SHARE 0.22

/* Nothing is made smaller than this, because it could not be read. */
#define MIN_SHRINK 0.5

/* The precision of the factor by which a figure is made smaller. */
#define SHRINK_STEP 0.02

struct _MpFigureWindow {
  /* Owned */
  MpAgreement *agreement;
  MpText *text;
  MpScene *scene;        /* NULL if there is a table */
  MpTable *table;        /* NULL if there is a scene */
  MpVisibleSet *visible; /* NULL: every entry */
  MpReferences *references;
  char *headline;
  char *subtitle;
  char *notes;     /* about what is left out */
  guint n_sources; /* of what is drawn */

  const MpStyle *style;
  MpLegendKeys legend_keys;
  MpItem selection;
  guint32 milestone; /* the one whose sides are compared, or MP_NONE */
  gboolean is_transparent;
  gboolean is_terse; /* sources are named in short, even if there is room for the full form */
  double shrink;     /* the factor by which everything is made smaller */
  MpSize size;       /* in logical pixels, after shrinking */
  MpSize inner;      /* before shrinking, as everything below */
  double title_height;
  double subtitle_height;
  double legend_height; /* with the gap below it */
  double notes_height;
  double chart_height;
};

static gboolean
is_table (const MpFigureOptions *options)
{
  return options->chart == MP_CHART_TABLE && options->before != NULL && options->as_of != NULL;
}

/* Returns the part of a height that ends after a whole row, so that no row is cut. */
static double
whole_rows (const MpLayout *layout, double height)
{
  double top = layout->metrics.axis_height + mp_layout_band_height (layout), bottom = top;

  if (height >= mp_scene_full_height (layout))
    return height;
  for (guint i = 0; i < layout->n_rows; i++) {
    const MpRow *row = &layout->rows[i];

    /* It does not end after a heading, whose terms would be missing. */
    if (top + row->y + row->height <= height && (row->kind == MP_ROW_TERM || row->n_collapsed > 0))
      bottom = top + row->y + row->height;
  }
  return bottom;
}

/* Returns the layout of the timeline for a width. Stores the first day in view. */
static MpLayout *
timeline_layout_new (const MpFigureWindow *figure, const MpFigureOptions *options, double width,
                     double *begin)
{
  MpMeasure measure = mp_text_get_measure (figure->text);
  double plot = mp_scene_plot_width (width, measure), end, fit_begin, fit_end;
  MpLayoutRequest request;

  mp_session_fit_span (figure->agreement, options->today, &fit_begin, &fit_end);
  *begin = options->has_span ? options->begin : fit_begin;
  end = options->has_span ? options->end : fit_end;
  request = (MpLayoutRequest) { .agreement = figure->agreement,
                                .begin = fit_begin,
                                .end = fit_end,
                                .per_day = plot / (end - *begin),
                                .fit_width = plot,
                                .stacked = mp_scene_is_stacked (width, measure),
                                .has_numbers = TRUE,
                                .visible = figure->visible,
                                .collapsed = options->collapsed,
                                .measure = measure };
  return mp_layout_new (&request);
}

/* Lays the timeline out in a height, or in the height that it needs if that is 0. Returns the
 * height that it needs. */
static double
lay_out_timeline (MpFigureWindow *figure, const MpFigureOptions *options, double width,
                  double height)
{
  double begin;
  g_autoptr (MpLayout) layout = timeline_layout_new (figure, options, width, &begin);
  MpSceneRequest request = { .layout = layout,
                             .begin = begin,
                             .today = options->today,
                             .as_of = options->as_of,
                             .before = options->before,
                             .width = width,
                             .height = height > 0 ? whole_rows (layout, height) : 0,
                             .measure = mp_text_get_measure (figure->text) };

  g_clear_pointer (&figure->scene, mp_scene_unref);
  figure->scene = mp_scene_new (&request);
  return mp_scene_full_height (layout);
}

/* Lays the table out. Returns the height that it needs. */
static double
lay_out_table (MpFigureWindow *figure, const MpFigureOptions *options, double width)
{
  MpTableRequest request = { .agreement = figure->agreement,
                             .before = options->before,
                             .after = options->as_of,
                             .milestone = figure->milestone,
                             .hide_unchanged = options->hide_unchanged,
                             .visible = figure->visible,
                             .width = width - 2 * MARGIN,
                             .text = figure->text };

  g_clear_pointer (&figure->table, mp_table_free);
  figure->table = mp_table_new (&request);
  return figure->table->size.height;
}

/* Lays the chart out in a height, or in the height that it needs if that is 0. Returns the height
 * that it needs. */
static double
lay_out_chart (MpFigureWindow *figure, const MpFigureOptions *options, double width, double height)
{
  double full = is_table (options) ? lay_out_table (figure, options, width)
                                   : lay_out_timeline (figure, options, width, height);

  figure->chart_height = height > 0 ? height : full;
  return full;
}

/* Returns the number of terms for which the chart has no room. */
static guint
count_left_out (const MpFigureWindow *figure)
{
  const MpScene *scene = figure->scene;
  guint count = 0;

  if (figure->table != NULL)
    return mp_table_count_below (figure->table, figure->chart_height);
  for (guint i = 0; i < scene->layout->n_rows; i++) {
    const MpRow *row = &scene->layout->rows[i];

    count += row->kind == MP_ROW_TERM && row->y + row->height > scene->rows.height + 0.5;
  }
  return count;
}

/* Sets the height of the notes in a width. Returns it with the gap between notes and sources. */
static double
notes_height (MpFigureWindow *figure, double room)
{
  figure->notes_height =
    *figure->notes == '\0'
      ? 0
      : ceil (mp_text_measure_paragraph (figure->text, MP_TEXT_NOTE, figure->notes, room).height);
  return figure->notes_height > 0 && figure->references->size.height > 0
           ? figure->notes_height + NOTES_GAP
           : figure->notes_height;
}

/* Lays out the foot for the chart as it is now: the notes about what is left out, and the sources
 * of what is drawn. If height is 0, both have the height that they need. Else the sources are named
 * in full if that takes no more than full_height, or in short up to height. Returns the height that
 * is used. */
static double
lay_out_foot (MpFigureWindow *figure, double width, double height, double full_height)
{
  const MpNumbering *numbering =
    figure->table != NULL ? figure->table->numbering : figure->scene->numbering;
  guint n_sources = figure->table != NULL
                      ? mp_table_count_sources (figure->table, figure->chart_height)
                      : numbering->n_sources;
  double room = width - 2 * MARGIN, used = 0;
  MpReferencesRequest request = { .agreement = figure->agreement,
                                  .sources = numbering->sources,
                                  .n_sources = n_sources,
                                  .width = room,
                                  .full_height = full_height,
                                  .max_height = height,
                                  .text = figure->text };

  figure->n_sources = n_sources;
  /* The note about sources without room takes room itself. */
  for (guint round = 0; round < 2; round++) {
    mp_references_free (figure->references);
    g_free (figure->notes);
    figure->references = mp_references_new (&request);
    figure->notes = mp_figure_notes (figure->scene, figure->table, count_left_out (figure),
                                     figure->references->n_left_out);
    used = notes_height (figure, room) + figure->references->size.height;
    if (height <= 0 || used <= height)
      break;
    request.max_height = MAX (1, height - (used - figure->references->size.height));
    request.full_height = MIN (request.full_height, request.max_height);
  }
  return used;
}

/* Sets the heights of title, subtitle and legend. Returns their sum with all margins and gaps,
 * which is the height of the figure without the chart and the foot. */
static double
lay_out_blocks (MpFigureWindow *figure, const MpFigureOptions *options, double width)
{
  MpMeasure measure = mp_text_get_measure (figure->text);

  figure->title_height = ceil (mp_measure (measure, MP_TEXT_TITLE, figure->headline).height);
  figure->subtitle_height = ceil (mp_measure (measure, MP_TEXT_SUBTITLE, figure->subtitle).height);
  figure->legend_height =
    is_table (options) || figure->legend_keys == 0
      ? 0
      : mp_legend_height (figure->text, figure->legend_keys, width - 2 * MARGIN) + BLOCK_GAP;
  return MARGIN + figure->title_height + TITLE_GAP + figure->subtitle_height + BLOCK_GAP +
         BLOCK_GAP + figure->legend_height + MARGIN;
}

/* Lays the figure out for an inner width, with all of its chart. If the height of the figure is
 * given, the foot has its shares of it, and with the sources in full whatever more the chart
 * leaves. */
static void
lay_out (MpFigureWindow *figure, const MpFigureOptions *options, double width)
{
  double blocks = lay_out_blocks (figure, options, width);
  double chart = lay_out_chart (figure, options, width, 0);
  double height = floor (options->height * width / options->width);
  double full = figure->is_terse ? 1 : MAX (floor (height * FULL_SHARE), height - blocks - chart);
  double foot =
    lay_out_foot (figure, width, MAX (floor (height * FOOT_SHARE), full), height > 0 ? full : 0);

  figure->inner = (MpSize) { width, blocks + chart + foot };
}

/* Returns whether the timeline alone is too high to be made smaller from this inner width. Then it
 * is of no use to lay out the rest, which takes long where there are many terms. */
static gboolean
is_timeline_too_high (MpFigureWindow *figure, const MpFigureOptions *options, double width)
{
  double blocks = lay_out_blocks (figure, options, width), begin;
  g_autoptr (MpLayout) layout = NULL;

  if (is_table (options))
    return FALSE;
  layout = timeline_layout_new (figure, options, width, &begin);
  figure->chart_height = mp_scene_full_height (layout);
  figure->inner = (MpSize) { width, blocks + figure->chart_height };
  return figure->inner.height > options->height * width / options->width;
}

/* Lays the figure out for an inner width, if it may fit. Returns whether it does. */
static gboolean
lay_out_to_fit (MpFigureWindow *figure, const MpFigureOptions *options, double width)
{
  if (is_timeline_too_high (figure, options, width))
    return FALSE;
  lay_out (figure, options, width);
  return figure->inner.height <= options->height * width / options->width;
}

/* Gives the chart the height that the rest leaves. If that is too little, terms are left out, and
 * fewer sources need to be listed. The room that this leaves goes to the chart once more. */
static void
fill_height (MpFigureWindow *figure, const MpFigureOptions *options)
{
  double width = options->width / figure->shrink;
  double blocks = lay_out_blocks (figure, options, width);
  double height = floor (options->height / figure->shrink), room = MAX (height - blocks, 1);
  double foot = MAX (figure->inner.height - blocks - figure->chart_height, 0);

  if (figure->chart_height + foot > room) {
    lay_out_chart (figure, options, width, room);
    foot = lay_out_foot (figure, width, floor (height * FOOT_SHARE), 1);
  }
  lay_out_chart (figure, options, width, MAX (room - foot, 1));
  lay_out_foot (figure, width, foot, figure->references->is_short ? 1 : foot);
}

/* Finds the largest size at which everything fits, by bisection: a layout that is wider and then
 * made smaller is lower. Returns whether there is such a size. */
static gboolean
shrink (MpFigureWindow *figure, const MpFigureOptions *options)
{
  double too_large = 1, fits = MIN_SHRINK;

  while (too_large - fits > SHRINK_STEP) {
    double middle = (too_large + fits) / 2;

    if (lay_out_to_fit (figure, options, options->width / middle))
      fits = middle;
    else
      too_large = middle;
  }
  figure->shrink = fits;
  return lay_out_to_fit (figure, options, options->width / fits);
}

/* Makes the figure smaller so that everything fits. If that is not enough, names the sources in
 * short, before any term is left out. Returns whether everything fits. */
static gboolean
shrink_to_fit (MpFigureWindow *figure, const MpFigureOptions *options)
{
  if (shrink (figure, options))
    return TRUE;
  figure->is_terse = TRUE;
  return shrink (figure, options);
}

/* Returns the entries to show, NULL for all: those of the options, without unchanged terms if these
 * are to be hidden. A table leaves unchanged terms out itself, because it tells their number. */
static MpVisibleSet *
find_visible (MpAgreement *agreement, const MpFigureOptions *options)
{
  g_autoptr (MpBits) changed = NULL;
  MpDate today = { .earliest = options->today, .after = options->today + MP_SECONDS_PER_DAY };

  if (is_table (options) || options->before == NULL || !options->hide_unchanged)
    return options->visible != NULL ? mp_visible_set_ref (options->visible) : NULL;
  changed = mp_compare_changed (agreement, options->before,
                                options->as_of != NULL ? options->as_of : &today);
  return mp_visible_set_with_terms (options->visible, agreement, changed);
}

/* Makes the figure as high as its content. If a picture cannot have as many pixels, everything is
 * made smaller; if even that is not enough, the height is the one that would be needed. */
static void
follow_content (MpFigureWindow *figure, const MpFigureOptions *options)
{
  MpFigureOptions limited = *options;

  figure->size = figure->inner;
  limited.height =
    floor (MIN (MP_FIGURE_MAX_PIXEL_SIDE / options->scale,
                MP_FIGURE_MAX_PIXELS / (options->scale * options->scale) / options->width));
  if (figure->inner.height <= limited.height || limited.height < MP_FIGURE_MIN_SIDE)
    return;
  if (shrink_to_fit (figure, &limited)) {
    fill_height (figure, &limited);
    figure->size.height = limited.height;
  } else {
    lay_out (figure, &limited, options->width / figure->shrink);
    figure->size.height = ceil (figure->inner.height * figure->shrink);
  }
}

MpFigureWindow *
mp_figure_window_new (MpAgreement *agreement, const MpFigureOptions *options)
{
  MpFigureWindow *figure = g_new0 (MpFigureWindow, 1);

  g_return_val_if_fail (options->width > 0, NULL);

  figure->agreement = g_object_ref (agreement);
  figure->text = mp_text_new (options->font, options->text_size);
  mp_text_set_direction (figure->text, options->direction);
  figure->style = mp_style_get (options->theme);
  figure->selection = options->selection;
  figure->legend_keys =
    mp_legend_keys_of (agreement) | (options->before != NULL ? MP_LEGEND_COMPARISON : 0);
  figure->visible = find_visible (agreement, options);
  figure->milestone = mp_figure_milestone (agreement, options);
  figure->subtitle = mp_figure_subtitle (agreement, options, figure->visible, figure->milestone);
  figure->headline = g_strdup (options->headline != NULL && *options->headline != '\0'
                                 ? options->headline
                                 : mp_agreement_get_title (agreement));
  figure->is_transparent = options->is_transparent;
  figure->shrink = 1;
  if (options->height <= 0) {
    lay_out (figure, options, options->width);
    follow_content (figure, options);
    return figure;
  }
  if (!lay_out_to_fit (figure, options, options->width))
    shrink_to_fit (figure, options);
  fill_height (figure, options);
  figure->size = (MpSize) { options->width, options->height };
  return figure;
}

void
mp_figure_window_free (MpFigureWindow *figure)
{
  if (figure == NULL)
    return;
  g_clear_pointer (&figure->scene, mp_scene_unref);
  mp_table_free (figure->table);
  g_clear_pointer (&figure->visible, mp_visible_set_unref);
  mp_references_free (figure->references);
  mp_text_free (figure->text);
  g_object_unref (figure->agreement);
  g_free (figure->headline);
  g_free (figure->subtitle);
  g_free (figure->notes);
  g_free (figure);
}

MpSize
mp_figure_window_get_size (const MpFigureWindow *figure)
{
  return figure->size;
}

const MpScene *
mp_figure_window_get_scene (const MpFigureWindow *figure)
{
  return figure->scene;
}

const MpTable *
mp_figure_window_get_table (const MpFigureWindow *figure)
{
  return figure->table;
}

const MpReferences *
mp_figure_window_get_references (const MpFigureWindow *figure)
{
  return figure->references;
}

const guint32 *
mp_figure_window_get_sources (const MpFigureWindow *figure, guint *n_sources)
{
  const MpNumbering *numbering =
    figure->table != NULL ? figure->table->numbering : figure->scene->numbering;

  *n_sources = figure->n_sources;
  return numbering->sources;
}

const char *
mp_figure_window_get_notes (const MpFigureWindow *figure)
{
  return figure->notes;
}

double
mp_figure_window_get_shrink (const MpFigureWindow *figure)
{
  return figure->shrink;
}

static void
paint_chart (const MpFigureWindow *figure, cairo_t *cr, double y)
{
  mp_canvas_save (cr);
  cairo_translate (cr, figure->table != NULL ? MARGIN : 0, y);
  cairo_rectangle (cr, 0, 0, figure->inner.width, figure->chart_height);
  mp_canvas_clip (cr);
  if (figure->table != NULL) {
    mp_table_paint (cr, figure->table, figure->style, figure->text, figure->chart_height);
  } else {
    mp_paint_scene_under (cr, figure->scene, figure->style, figure->text, figure->selection);
    mp_paint_selection (cr, figure->scene, figure->style, figure->text, figure->selection);
  }
  mp_canvas_restore (cr);
}

const char *
mp_figure_window_get_headline (const MpFigureWindow *figure)
{
  return figure->headline;
}

const char *
mp_figure_window_get_subtitle (const MpFigureWindow *figure)
{
  return figure->subtitle;
}

void
mp_figure_window_paint (const MpFigureWindow *figure, cairo_t *cr)
{
  const MpStyle *style = figure->style;
  double width = figure->inner.width, room = width - 2 * MARGIN;
  double y = MARGIN;

  mp_canvas_save (cr);
  if (!figure->is_transparent) {
    cairo_set_source_rgb (cr, style->background.red, style->background.green,
                          style->background.blue);
    cairo_rectangle (cr, 0, 0, figure->size.width + MP_FIGURE_BLEED,
                     figure->size.height + MP_FIGURE_BLEED);
    mp_canvas_fill (cr);
  }
  cairo_scale (cr, figure->shrink, figure->shrink);
  mp_mirror_paint (cr, mp_text_get_direction (figure->text), width);

  mp_text_draw (figure->text, cr, MP_TEXT_TITLE, figure->headline,
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
  mp_canvas_fill (cr);
  y += BLOCK_GAP;
  if (figure->legend_height > 0)
    mp_legend_paint (cr, style, figure->text, figure->legend_keys, MARGIN, y, room);
  y += figure->legend_height;
  if (figure->notes_height > 0)
    mp_text_draw_paragraph (figure->text, cr, MP_TEXT_NOTE, figure->notes,
                            (MpRect) { MARGIN, y, room, figure->notes_height }, style->dim_text);
  if (figure->notes_height > 0)
    y += figure->notes_height + NOTES_GAP;
  mp_references_paint (cr, figure->references, style, figure->text, MARGIN, y);
  mp_canvas_restore (cr);
}
