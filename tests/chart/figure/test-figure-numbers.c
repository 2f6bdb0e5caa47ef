/* test-figure-numbers.c: the numbers of sources, at the marks of a figure and under it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-figure.h"
#include "mp-filter.h"

#include "mp-test-image.h"
#include "mp-test-scene.h"

#include <math.h>
#include <string.h>

#define N_RANDOM 40

static MpFigureOptions
new_options (double width, double height)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));

  options.width = width;
  options.height = height;
  return options;
}

/* A random agreement in which everything that can cite a source does so or not, by chance. */
static MpAgreement *
random_agreement (void)
{
  MpTestCrowd crowd = { .n_terms = (guint) g_test_rand_int_range (0, 14),
                        .max_phases = (guint) g_test_rand_int_range (1, 6),
                        .n_milestones = (guint) g_test_rand_int_range (0, 30),
                        .first_year = 1990,
                        .last_year = g_test_rand_int_range (2000, 2060) };
  g_autofree char *lines = mp_test_random_lines (&crowd);
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);
  g_autoptr (GString) cited = g_string_new (NULL);
  gint32 n_sources = g_test_rand_int_range (1, 120);

  for (char **line = split; *line != NULL; line++) {
    g_string_append_printf (cited, "%s\n", *line);
    if (**line == '\0' || g_str_has_prefix (*line, "topic") || g_str_has_prefix (*line, "term"))
      continue;
    for (gint32 n = g_test_rand_int_range (0, 5); n > 0; n--)
      g_string_append_printf (cited, "cite s%d\n", g_test_rand_int_range (0, n_sources));
    if (g_test_rand_int_range (0, 5) == 0)
      g_string_append_printf (cited, "amount 3 Price\ncite s%d\n",
                              g_test_rand_int_range (0, n_sources));
  }
  return mp_test_agreement (cited->str);
}

/* --- What is drawn ---------------------------------------------------------------------------- */

static void
set_cited (MpAgreement *agreement, MpRun run, MpBits *sources)
{
  for (guint32 i = run.first; i < run.first + run.count; i++)
    mp_bits_set (sources, mp_agreement_citations (agreement)[i].source, TRUE);
}

/* The sources of an entry: its own, those of its amounts, and those of its alternatives. */
static void
set_sources_of (MpAgreement *agreement, MpItem item, MpBits *sources)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpPhases *phases = mp_agreement_phases (agreement);
  gboolean is_phase = item.kind == MP_ITEM_PHASE;
  MpRun amounts = (is_phase ? phases->amounts : milestones->amounts)[item.index];
  MpRun others = (is_phase ? phases->alternatives : milestones->alternatives)[item.index];

  set_cited (agreement, (is_phase ? phases->citations : milestones->citations)[item.index],
             sources);
  for (guint32 i = amounts.first; i < amounts.first + amounts.count; i++)
    set_cited (agreement, mp_agreement_amounts (agreement)[i].citations, sources);
  for (guint32 i = others.first; i < others.first + others.count; i++)
    set_cited (agreement, mp_agreement_alternatives (agreement)[i].citations, sources);
}

static MpBits *
sources_new (MpAgreement *agreement)
{
  guint n_sources;

  mp_agreement_sources (agreement, &n_sources);
  return mp_bits_new (n_sources);
}

/* The sources of all the marks and bars of a scene. */
static MpBits *
drawn_sources (const MpScene *scene)
{
  MpAgreement *agreement = scene->layout->agreement;
  MpBits *sources = sources_new (agreement);

  for (guint i = 0; i < scene->n_marks; i++)
    set_sources_of (agreement, (MpItem) { MP_ITEM_MILESTONE, scene->marks[i].milestone }, sources);
  for (guint i = 0; i < scene->n_bars; i++)
    set_sources_of (agreement, (MpItem) { MP_ITEM_PHASE, scene->bars[i].phase }, sources);
  for (guint i = 0; i < scene->n_tracks; i++)
    set_sources_of (agreement, (MpItem) { MP_ITEM_PHASE, scene->tracks[i].bar.phase }, sources);
  return sources;
}

/* The numbers at the marks are 1, 2 and so on in the order of reading. The list under the chart has
 * each of them and no other. Together they are the sources of what is drawn. */
static void
assert_numbers (const MpFigure *figure)
{
  const MpScene *scene = mp_figure_get_scene (figure);
  const MpReferences *references = mp_figure_get_references (figure);
  const MpNumbering *numbering = scene->numbering;
  g_autoptr (MpBits) drawn = drawn_sources (scene), listed = sources_new (scene->layout->agreement);
  guint next = 1;

  for (guint i = 0; i < scene->n_numbers; i++) {
    const MpSceneNumbers *numbers = &scene->numbers[i];
    guint last = 0;

    g_assert_cmpuint (numbers->numbers.count, >, 0);
    for (guint32 j = 0; j < numbers->numbers.count; j++) {
      guint number = scene->cited[numbers->numbers.first + j];

      g_assert_cmpuint (number, >, last);
      g_assert_cmpuint (number, <=, next);
      next += number == next;
      last = number;
    }
  }
  g_assert_cmpuint (next - 1, ==, numbering->n_sources);
  g_assert_cmpuint (references->n_entries + references->n_left_out, ==, numbering->n_sources);
  for (guint i = 0; i < numbering->n_sources; i++) {
    g_assert_true (mp_bits_has (drawn, numbering->sources[i]));
    g_assert_false (mp_bits_has (listed, numbering->sources[i]));
    mp_bits_set (listed, numbering->sources[i], TRUE);
  }
  if (scene->n_unnumbered == 0)
    g_assert_true (mp_bits_equal (drawn, listed));
}

/* The numbers at a mark or a bar are those of its own sources. */
static void
assert_own_sources (const MpScene *scene)
{
  MpAgreement *agreement = scene->layout->agreement;

  for (guint i = 0; i < scene->n_numbers; i++) {
    const MpSceneNumbers *numbers = &scene->numbers[i];
    g_autoptr (MpBits) own = sources_new (agreement), named = sources_new (agreement);

    set_sources_of (agreement, numbers->item, own);
    for (guint32 j = 0; j < numbers->numbers.count; j++) {
      guint number = scene->cited[numbers->numbers.first + j];

      mp_bits_set (named, scene->numbering->sources[number - 1], TRUE);
    }
    if (numbers->ground != MP_GROUND_PAPER || numbers->item.kind == MP_ITEM_MILESTONE) {
      g_assert_true (mp_bits_equal (own, named));
    } else {
      /* The numbers after a title may be those of several phases. */
      mp_bits_keep (named, own);
      g_assert_true (mp_bits_equal (own, named));
    }
  }
}

/* --- Where they stand ------------------------------------------------------------------------- */

static void
assert_apart (MpRect a, MpRect b)
{
  if (a.width <= 0 || b.width <= 0 || !mp_rect_intersects (mp_rect_grow (a, -0.5), b))
    return;
  g_error ("%g %g %g×%g is over %g %g %g×%g", a.x, a.y, a.width, a.height, b.x, b.y, b.width,
           b.height);
}

static void
assert_on_label (const MpScene *scene, const MpSceneNumbers *numbers)
{
  const MpSceneMark *own = &scene->marks[numbers->index];

  g_assert_cmpuint (own->milestone, ==, numbers->item.index);
  g_assert_true (mp_test_rect_is_within (numbers->rect, own->label));
  for (guint i = 0; i < scene->n_marks; i++) {
    const MpSceneMark *mark = &scene->marks[i];

    if (mark != own)
      assert_apart (own->label, mark->label);
  }
}

static void
assert_on_bar (const MpScene *scene, const MpSceneNumbers *numbers)
{
  const MpSceneBar *bar = &scene->bars[numbers->index];

  g_assert_cmpuint (bar->phase, ==, numbers->item.index);
  g_assert_true (mp_test_rect_is_within (numbers->rect, mp_rect_grow (bar->visible, 0.5)));
  assert_apart (numbers->rect, bar->label);
  assert_apart (numbers->rect, bar->start_doubt);
  assert_apart (numbers->rect, bar->end_doubt);
  assert_apart (numbers->rect, bar->early);
  if (scene->today_visible)
    assert_apart (numbers->rect,
                  (MpRect) { scene->today_x - 1, scene->plot.y, 2, scene->plot.height });
  if (scene->as_of.visible)
    assert_apart (numbers->rect, scene->as_of.at);
}

static void
assert_on_paper (const MpScene *scene, const MpSceneNumbers *numbers)
{
  for (guint i = 0; i < scene->n_bars; i++)
    assert_apart (numbers->rect, scene->bars[i].visible);
  for (guint i = 0; i < scene->n_tracks; i++)
    assert_apart (numbers->rect, scene->tracks[i].bar.visible);
  for (guint i = 0; i < scene->n_marks; i++)
    assert_apart (numbers->rect, scene->marks[i].label);
  for (guint i = 0; i < scene->n_points; i++)
    assert_apart (numbers->rect, scene->points[i].rect);
  for (guint i = 0; i < scene->n_clusters; i++)
    assert_apart (numbers->rect, scene->clusters[i].rect);
  for (guint i = 0; i < scene->n_row_items; i++)
    assert_apart (numbers->rect, scene->row_items[i].badge);
}

static void
assert_places (const MpScene *scene)
{
  MpRect all = { 0, 0, scene->width, scene->height };

  for (guint i = 0; i < scene->n_numbers; i++) {
    const MpSceneNumbers *numbers = &scene->numbers[i];

    g_assert_true (mp_test_rect_is_within (numbers->rect, all));
    for (guint j = 0; j < i; j++)
      assert_apart (numbers->rect, scene->numbers[j].rect);
    if (numbers->ground == MP_GROUND_LABEL)
      assert_on_label (scene, numbers);
    else if (numbers->ground == MP_GROUND_BAR)
      assert_on_bar (scene, numbers);
    else
      assert_on_paper (scene, numbers);
  }
}

/* Labels by time, then the other marks by time, then the rows from the top, each from its start. */
static void
assert_reading_order (const MpScene *scene)
{
  double last_x = -INFINITY, last_y = -INFINITY;
  guint last_line = 0;

  for (guint i = 0; i < scene->n_numbers; i++) {
    const MpSceneNumbers *numbers = &scene->numbers[i];
    guint line = numbers->ground == MP_GROUND_LABEL        ? 0
                 : numbers->item.kind == MP_ITEM_MILESTONE ? 1
                                                           : 2;
    double x = numbers->rect.x, y = 0;

    if (numbers->item.kind == MP_ITEM_MILESTONE)
      x = scene->layout->stems->days[numbers->item.index];
    else
      y = mp_scene_find_row (
            scene, MP_ROW_TERM,
            mp_agreement_phases (scene->layout->agreement)->term[numbers->item.index])
            ->rect.y;
    g_assert_cmpuint (line, >=, last_line);
    if (line == last_line) {
      g_assert_cmpfloat (y, >=, last_y);
      /* Where the numbers of a title and of a bar stand one over the other, each is centred by
       * itself. */
      if (y == last_y && line == 2)
        g_assert_cmpfloat (x, >=, last_x - 4);
      /* The order of stems in the same pixel does not matter. */
      if (line < 2)
        g_assert_cmpfloat (x, >=, last_x - 1.5 / scene->layout->per_day);
    }
    last_line = line;
    last_x = x;
    last_y = y;
  }
}

static void
assert_figure (const MpFigure *figure)
{
  assert_numbers (figure);
  assert_own_sources (mp_figure_get_scene (figure));
  assert_places (mp_figure_get_scene (figure));
  assert_reading_order (mp_figure_get_scene (figure));
}

/* --- The shipped agreement -------------------------------------------------------------------- */

/* In the usual sizes nothing is left out: no term, no number, no source. */
static void
test_shipped (void)
{
  static const double sizes[][2] = {
    { 1600, 0 }, { 1600, 1000 }, { 1920, 1080 }, { 1200, 1200 }, { 1100, 800 },
  };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    MpFigureOptions options = new_options (sizes[i][0], sizes[i][1]);
    g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);

    g_test_message ("%g × %g", sizes[i][0], sizes[i][1]);
    assert_figure (figure);
    g_assert_cmpstr (mp_figure_get_notes (figure), ==, "");
    g_assert_cmpuint (mp_figure_get_references (figure)->n_left_out, ==, 0);
    g_assert_cmpuint (mp_figure_get_scene (figure)->numbering->n_sources, >, 40);
  }
}

static void
test_widths (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  for (double width = 300; width < 2600; width *= 1.21) {
    MpFigureOptions options = new_options (width, 0);
    g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);

    assert_figure (figure);
    options.selection = (MpItem) { MP_ITEM_MILESTONE, 3 };
    options.height = width;
    mp_figure_free (g_steal_pointer (&figure));
    figure = mp_figure_new (agreement, &options);
    assert_figure (figure);
  }
}

/* What is not drawn brings no source: another span, hidden entries, a collapsed topic. */
static void
test_parts (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options (1600, 0);
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autoptr (MpFigure) all = mp_figure_new (agreement, &options), part = NULL, collapsed = NULL;
  g_autoptr (MpVisibleSet) visible = NULL;
  guint n_topics, n_all = mp_figure_get_scene (all)->numbering->n_sources;

  mp_agreement_topics (agreement, &n_topics);
  filter->importances = 1 << 1;
  filter->topics = mp_bits_new (n_topics);
  mp_bits_set (filter->topics, 1, TRUE);
  visible = mp_filter_apply (filter, agreement, options.today, options.today + 1);
  options.visible = visible;
  part = mp_figure_new (agreement, &options);
  assert_figure (part);
  g_assert_cmpuint (mp_figure_get_scene (part)->numbering->n_sources, <, n_all / 2);
  options.visible = NULL;
  options.collapsed = filter->topics;
  collapsed = mp_figure_new (agreement, &options);
  assert_figure (collapsed);
  g_assert_cmpuint (mp_figure_get_scene (collapsed)->numbering->n_sources, <, n_all);
}

/* --- At random -------------------------------------------------------------------------------- */

static void
test_random (void)
{
  guint n_numbers = 0;

  for (guint round = 0; round < N_RANDOM; round++) {
    g_autoptr (MpAgreement) agreement = random_agreement ();
    MpFigureOptions options =
      new_options (g_test_rand_int_range (250, 2000),
                   g_test_rand_bit () ? 0 : g_test_rand_int_range (250, 1500));
    MpDate before = mp_test_date ("2001"), after = mp_test_date ("2019-05");
    g_autoptr (MpFigure) figure = NULL;

    if (g_test_rand_int_range (0, 3) == 0) {
      options.before = &before;
      options.as_of = &after;
    }
    if (g_test_rand_bit ()) {
      options.has_span = TRUE;
      options.begin = g_test_rand_int_range (7000, 14000);
      options.end = options.begin + g_test_rand_int_range (20, 15000);
    }
    figure = mp_figure_new (agreement, &options);
    assert_figure (figure);
    n_numbers += mp_figure_get_scene (figure)->n_numbers;
  }
  g_assert_cmpuint (n_numbers, >, 10 * N_RANDOM);
}

/* --- Single cases ----------------------------------------------------------------------------- */

/* The sources of amounts and of alternatives count as those of what is drawn. */
static void
test_all_that_cites (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term t - T\nphase 2019/2030 stated S\ncite b,a\namount 3 Price\ncite d\n"
                       "alternative 2019/2031 reported Because\ncite c\n"
                       "milestone m 2026 1 stated t M\ncite b\namount 4 Cost\ncite e,b\n"
                       "term u - U\nphase 2019/2020 stated No source\n");
  MpFigureOptions options = new_options (1200, 0);
  g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);
  const MpScene *scene = mp_figure_get_scene (figure);
  g_autofree char *dump = mp_references_dump (mp_figure_get_references (figure));

  assert_figure (figure);
  g_assert_cmpuint (scene->n_numbers, ==, 2);
  g_assert_cmpstr (scene->numbers[0].text, ==, "1, 2");
  g_assert_cmpstr (scene->numbers[1].text, ==, "1, 3, 4, 5");
  g_assert_true (g_str_has_prefix (dump, "1 Publisher, “b”"));
  g_assert_nonnull (strstr (dump, "\n5 Publisher, “c”"));
}

/* In the window there are no numbers, and labels keep no room for them. */
static void
test_none_in_the_window (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpScene) scene = mp_test_scene (&(MpTestView) { .agreement = agreement });

  g_assert_null (scene->numbering);
  g_assert_cmpuint (scene->n_numbers, ==, 0);
  for (guint i = 0; i < mp_agreement_milestones (agreement)->length; i++)
    g_assert_cmpfloat (mp_layout_place_of (scene->layout, i)->numbers, ==, 0);
}

/* A few sources are named in full, more of them in short, before any term is left out; of too many
 * only their number is given. */
static void
test_what_gives_way (void)
{
  g_autoptr (GString) lines = g_string_new ("term t - T\nphase 2019/2030 stated S\n");
  g_autoptr (MpAgreement) few = mp_test_agreement ("term t - T\nphase 2019/2030 stated S\ncite a");
  g_autoptr (MpAgreement) many = NULL;
  MpFigureOptions options = new_options (900, 400), large = new_options (900, 0);
  g_autoptr (MpFigure) full = mp_figure_new (few, &options), cut = NULL, whole = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (lines, "term t%u - T\nphase 20%02u/2050 stated S\ncite s%u\n", i,
                            i % 30, i);
  many = mp_test_agreement (lines->str);
  cut = mp_figure_new (many, &options);
  whole = mp_figure_new (many, &large);
  g_assert_false (mp_figure_get_references (full)->is_short);
  g_assert_cmpstr (mp_figure_get_notes (full), ==, "");
  assert_figure (cut);
  g_assert_true (mp_figure_get_references (cut)->is_short);
  g_assert_nonnull (strstr (mp_figure_get_notes (cut), "terms do not fit into this size"));
  g_assert_cmpfloat (mp_figure_get_references (cut)->size.height, <, 400 * 2 * 0.36);
  assert_figure (whole);
  g_assert_false (mp_figure_get_references (whole)->is_short);
  g_assert_cmpuint (mp_figure_get_references (whole)->n_entries, ==, 400);
}

/* A list without room for all says how many sources it leaves out. */
static void
test_too_many_sources (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (MpAgreement) agreement = NULL;
  MpFigureOptions options = new_options (1600, 500);
  g_autoptr (MpFigure) figure = NULL;
  const MpReferences *references;

  for (guint i = 0; i < 480; i++) {
    if (i % 40 == 0)
      g_string_append_printf (lines, "term t%u - T\nphase 2010/2030 stated S\n", i);
    g_string_append_printf (lines, "cite s%u\n", i);
  }
  agreement = mp_test_agreement (lines->str);
  figure = mp_figure_new (agreement, &options);
  references = mp_figure_get_references (figure);
  assert_figure (figure);
  g_assert_cmpuint (mp_figure_get_scene (figure)->numbering->n_sources, ==, 480);
  g_assert_cmpuint (references->n_left_out, >, 0);
  g_assert_cmpuint (references->n_left_out, <, 480);
  g_assert_nonnull (strstr (mp_figure_get_notes (figure), "numbered sources are not listed"));
}

/* --- The table -------------------------------------------------------------------------------- */

/* Rows that do not fit into the table bring no sources. */
static void
test_table (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate before = mp_test_date ("2026-04-26"), after = mp_test_date ("2026-04-28");
  MpFigureOptions options = new_options (1200, 0);
  g_autoptr (MpFigure) whole = NULL, low = NULL;
  const MpTable *table;
  guint n_cited;

  options.chart = MP_CHART_TABLE;
  options.before = &before;
  options.as_of = &after;
  whole = mp_figure_new (agreement, &options);
  table = mp_figure_get_table (whole);
  g_assert_cmpuint (mp_figure_get_references (whole)->n_entries, ==, table->numbering->n_sources);
  options.height = 330;
  low = mp_figure_new (agreement, &options);
  table = mp_figure_get_table (low);
  n_cited = mp_figure_get_references (low)->n_entries + mp_figure_get_references (low)->n_left_out;
  g_assert_cmpuint (n_cited, >, 0);
  g_assert_cmpuint (n_cited, <, table->numbering->n_sources);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure-numbers/shipped", test_shipped);
  g_test_add_func ("/figure-numbers/widths", test_widths);
  g_test_add_func ("/figure-numbers/parts", test_parts);
  g_test_add_func ("/figure-numbers/random", test_random);
  g_test_add_func ("/figure-numbers/all-that-cites", test_all_that_cites);
  g_test_add_func ("/figure-numbers/none-in-the-window", test_none_in_the_window);
  g_test_add_func ("/figure-numbers/what-gives-way", test_what_gives_way);
  g_test_add_func ("/figure-numbers/too-many-sources", test_too_many_sources);
  g_test_add_func ("/figure-numbers/table", test_table);
  return mp_test_run_with_fonts ();
}
