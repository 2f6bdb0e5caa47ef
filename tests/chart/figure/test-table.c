/* test-table.c: before and after, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-figure.h"

#include "mp-test-image.h"
#include "mp-test-scene.h"

#define N_RANDOM 25

static MpTable *
table_of (MpAgreement *agreement, MpText *text, const char *from, const char *to, double width,
          gboolean hide)
{
  MpDate before = mp_test_date (from), after = mp_test_date (to);
  MpTableRequest request = { .agreement = agreement,
                             .before = &before,
                             .after = &after,
                             .milestone = MP_NONE,
                             .hide_unchanged = hide,
                             .width = width,
                             .text = text };

  return mp_table_new (&request);
}

/* --- What it says ----------------------------------------------------------------------------- */

/* Sources are numbered in the order in which they are cited; within a cell the numbers are sorted.
 */
static void
test_reset (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  g_autoptr (MpTable) table = table_of (agreement, text, "2026-04-26", "2026-04-28", 1200, TRUE);
  g_autofree char *dump = mp_table_dump (table);

  mp_test_assert_golden ("reset.table", dump);
}

static void
test_rows (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("topic one blue One\ntopic two green Two\ntopic three red Three\n"
                       "term same one Same\nphase 2000/2040 stated As ever\n"
                       "term new two New\nphase 2015/2040 reported Fresh\n"
                       "term gone two Gone\nphase 2000/2015 stated Stale\n"
                       "term none three Neither\nphase 1990/1995 stated Old\n");
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  g_autoptr (MpTable) all = table_of (agreement, text, "2010", "2020", 800, FALSE);
  g_autoptr (MpTable) changed = table_of (agreement, text, "2010", "2020", 800, TRUE);
  g_autoptr (MpTable) none = table_of (agreement, text, "2020", "2021", 800, TRUE);
  g_autofree char *all_dump = mp_table_dump (all);
  g_autofree char *changed_dump = mp_table_dump (changed);

  g_assert_cmpstr (all_dump, ==,
                   "Before: 2010 | After: 2020\n"
                   "One\n"
                   "  Same: unchanged | As ever (2000 to 2040) | As ever (2000 to 2040)\n"
                   "Two\n"
                   "  New: added | - | Fresh (2015 to 2040 · Reported by the press)\n"
                   "  Gone: ended | Stale (2000 to 2015) | -\n");
  g_assert_cmpstr (changed_dump, ==,
                   "Before: 2010 | After: 2020\n"
                   "Two\n"
                   "  New: added | - | Fresh (2015 to 2040 · Reported by the press)\n"
                   "  Gone: ended | Stale (2000 to 2015) | -\n"
                   "1 unchanged left out\n");
  g_assert_cmpuint (none->n_rows, ==, 0);
  g_assert_cmpuint (none->n_left_out, ==, 2);
  g_assert_cmpfloat (none->size.height, >, none->head_height);
}

/* --- Places ----------------------------------------------------------------------------------- */

static void
assert_row_is_sound (const MpTable *table, const MpTableRow *row)
{
  MpRect term = row->title_rect, left = row->before.rect, right = row->after.rect;

  g_assert_true (mp_test_rect_is_within (row->title_rect, row->rect));
  if (row->kind == MP_ROW_TOPIC)
    return;
  g_assert_true (mp_test_rect_is_within (row->badge, row->rect));
  g_assert_true (mp_test_rect_is_within (left, row->rect));
  g_assert_true (mp_test_rect_is_within (right, row->rect));
  g_assert_cmpfloat (term.y + term.height, <=, row->badge.y);
  g_assert_cmpfloat (MAX (term.x + term.width, row->badge.x + row->badge.width), <=, left.x);
  g_assert_cmpfloat (left.x + left.width, <=, right.x);
  g_assert_cmpfloat (right.x + right.width, <=, table->size.width);
}

/* Rows follow each other without a gap, each term has one row at most, and nothing leaves its row.
 */
static void
test_places (void)
{
  for (guint round = 0; round < N_RANDOM; round++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (10);
    double unit = g_test_rand_double_range (1, 2);
    g_autoptr (MpText) text = mp_text_new (NULL, unit);
    g_autoptr (MpTable) table =
      table_of (agreement, text, "2010-05", "2024", g_test_rand_double_range (200, 1600), FALSE);
    double y = table->head_height;

    for (guint i = 0; i < table->n_rows; i++) {
      const MpTableRow *row = &table->rows[i];

      g_assert_cmpfloat (row->rect.y, ==, y);
      assert_row_is_sound (table, row);
      y += row->rect.height;
    }
    if (table->n_rows > 0)
      g_assert_cmpfloat (y, ==, table->size.height);
    g_assert_cmpuint (mp_table_count_below (table, table->size.height), ==, 0);
  }
}

/* --- The figure ------------------------------------------------------------------------------- */

static MpFigure *
figure_of (MpAgreement *agreement, const MpDate *before, const MpDate *after, double width,
           double height)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));

  options.chart = MP_CHART_TABLE;
  options.width = width;
  options.height = height;
  options.before = before;
  options.as_of = after;
  return mp_figure_new (agreement, &options);
}

static cairo_surface_t *
paint (const MpFigure *figure, double height)
{
  cairo_surface_t *image = mp_test_image_new (mp_figure_get_size (figure).width, height, 1);
  cairo_t *cr = cairo_create (image);

  mp_figure_paint (figure, 0, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return image;
}

/* Without a given height the picture is as high as the table. In a given height all of the table
 * fits, as long as it can be read. */
static void
test_figure_sizes (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate before = mp_test_date ("2026-04-26"), after = mp_test_date ("2026-04-28");
  g_autoptr (MpFigure) natural = figure_of (agreement, &before, &after, 1200, 0);
  double height = mp_figure_get_size (natural).height;
  g_autoptr (MpFigure) lower = figure_of (agreement, &before, &after, 1200, height * 0.8);
  g_autoptr (MpFigure) low = figure_of (agreement, &before, &after, 1200, height * 0.2);

  g_assert_null (mp_figure_get_scene (natural));
  g_assert_nonnull (mp_figure_get_table (natural));
  g_assert_cmpfloat (height, ==, (int) height);
  g_assert_cmpfloat (mp_figure_get_shrink (natural), ==, 1);
  g_assert_cmpfloat (mp_figure_get_shrink (lower), <, 1);
  g_assert_cmpfloat (mp_figure_get_shrink (low), ==, 0.5);
}

/* The background reaches to the last line of pixels, and nothing is painted past it. */
static void
test_figure_fills_its_size (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate before = mp_test_date ("2026-04-26"), after = mp_test_date ("2026-04-28");
  g_autoptr (MpFigure) figure = figure_of (agreement, &before, &after, 900, 0);
  double height = mp_figure_get_size (figure).height;
  cairo_surface_t *image = paint (figure, height + 40);
  MpRect ink = mp_test_image_ink (image);

  g_assert_cmpfloat (ink.y + ink.height, <, height - 10);
  g_assert_cmpfloat (ink.width, >, 700);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/reset", test_reset);
  g_test_add_func ("/table/rows", test_rows);
  g_test_add_func ("/table/places", test_places);
  g_test_add_func ("/table/figure/sizes", test_figure_sizes);
  g_test_add_func ("/table/figure/fills-its-size", test_figure_fills_its_size);

  return mp_test_run_with_fonts ();
}
