/* test-listing.c: what of a scene a screen reader is told, and in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-scene-listing.h"

#include "mp-agreement.h"
#include "mp-test-scene.h"

#define N_RANDOM 150
#define NO_LIMIT 100000

static const MpListed *
at (const GArray *listed, guint i)
{
  return &g_array_index (listed, MpListed, i);
}

static const MpListed *
find (const GArray *listed, MpSceneItem item)
{
  for (guint i = 0; i < listed->len; i++)
    if (mp_scene_item_equal (at (listed, i)->item, item))
      return at (listed, i);
  return NULL;
}

/* What an entry says that stands for a row; MP_NONE where there is none. */
static guint
count_of (const GArray *listed, MpSceneItem item)
{
  const MpListed *entry = find (listed, item);

  return entry != NULL ? entry->count : MP_NONE;
}

static MpSceneItem
milestone (MpAgreement *agreement, const char *id)
{
  return (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, mp_test_milestone (agreement, id) };
}

static MpSceneItem
phase (MpAgreement *agreement, const char *term, guint which)
{
  MpRun run = mp_agreement_terms (agreement, NULL)[mp_test_term (agreement, term)].phases;

  return (MpSceneItem) { MP_SCENE_ITEM_PHASE, run.first + which };
}

static MpSceneItem
row (MpAgreement *agreement, const char *term)
{
  return (MpSceneItem) { MP_SCENE_ITEM_ROW,
                         term != NULL ? mp_test_term (agreement, term) : MP_NONE };
}

/* --- What an independent look at the scene says ----------------------------------------------- */

/* The width of a phase in view; 0 if none of it is. */
static double
width_in_view (const MpScene *scene, const MpSceneBar *bar)
{
  MpRect part = mp_rect_clip_x (bar->visible, scene->plot.x, scene->width);

  return mp_rect_intersects (part, scene->rows) ? part.width : 0;
}

static double
width_of (const MpScene *scene, guint32 index)
{
  for (guint i = 0; i < scene->n_bars; i++)
    if (scene->bars[i].phase == index)
      return width_in_view (scene, &scene->bars[i]);
  return 0;
}

/* Goes through all phases of a term. */
static guint
count_in_time (const MpScene *scene, guint32 term)
{
  const MpPhases *phases = mp_agreement_phases (scene->layout->agreement);
  MpInstant from = mp_day_to_instant (scene->scale.begin);
  MpInstant until = mp_day_to_instant (mp_scale_to_day (scene->scale, scene->plot.width));
  guint count = 0;

  for (guint32 i = 0; i < phases->length; i++)
    count +=
      phases->term[i] == term && phases->earliest_start[i] < until && phases->latest_end[i] > from;
  return count;
}

static guint
count_phases (const MpScene *scene, guint32 term)
{
  const MpPhases *phases = mp_agreement_phases (scene->layout->agreement);
  guint count = 0;

  for (guint i = 0; i < scene->n_crowds; i++)
    if (scene->crowds[i].term == term)
      return count_in_time (scene, term);
  for (guint i = 0; i < scene->n_bars; i++)
    count +=
      phases->term[scene->bars[i].phase] == term && width_in_view (scene, &scene->bars[i]) > 0;
  return count;
}

static guint
count_listed_phases (const MpScene *scene, const GArray *listed, guint32 term)
{
  const MpPhases *phases = mp_agreement_phases (scene->layout->agreement);
  guint count = 0;

  for (guint i = 0; i < listed->len; i++)
    count += at (listed, i)->item.kind == MP_SCENE_ITEM_PHASE &&
             phases->term[at (listed, i)->item.index] == term && at (listed, i)->rect.width > 0;
  return count;
}

/* --- Without a limit -------------------------------------------------------------------------- */

/* All that is drawn is listed, each once. */
static void
test_everything (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpScene) scene = mp_test_scene (&(MpTestView) { .agreement = agreement });
  g_autoptr (GArray) listed = mp_scene_list (scene, NO_LIMIT, NULL, 0);
  guint expected = scene->n_marks + scene->n_clusters + scene->n_bars;

  for (guint i = 0; i < scene->n_row_items; i++)
    expected += scene->row_items[i].kind == MP_ROW_TOPIC;
  g_assert_cmpuint (listed->len, ==, expected);
  for (guint i = 0; i < listed->len; i++) {
    MpRect rect;

    g_assert_true (mp_scene_find_in_view (scene, at (listed, i)->item, &rect));
    g_assert_cmpmem (&rect, sizeof rect, &at (listed, i)->rect, sizeof rect);
    g_assert_true (find (listed, at (listed, i)->item) == at (listed, i));
  }
}

/* A phase of some days is listed if all of its row is; else its row says that there is more. */
static void
test_narrow (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (
    "term t - Term\nphase 2010/2019 stated S\nphase 2020-01-01 stated T\n"
    "phase 2020-01-02/2030 stated U\nterm u - Other\nphase 2010/2030 stated V\n");
  g_autoptr (MpScene) scene = mp_test_scene (&(MpTestView) { .agreement = agreement });
  MpSceneItem wanted = phase (agreement, "t", 1);
  /* A heading, four phases; the one that is wanted is kept room for. */
  g_autoptr (GArray) all = mp_scene_list (scene, 5, NULL, 0);
  g_autoptr (GArray) listed = mp_scene_list (scene, 4, NULL, 0);
  g_autoptr (GArray) with = mp_scene_list (scene, 5, &wanted, 1);

  g_assert_cmpuint (all->len, ==, 5);
  g_assert_nonnull (find (all, phase (agreement, "t", 1)));
  g_assert_cmpuint (listed->len, ==, 4);
  g_assert_null (find (listed, phase (agreement, "t", 0)));
  g_assert_null (find (listed, phase (agreement, "t", 1)));
  g_assert_nonnull (find (listed, phase (agreement, "t", 2)));
  g_assert_cmpuint (count_of (listed, row (agreement, "t")), ==, 3);
  g_assert_null (find (listed, row (agreement, "u")));
  g_assert_null (find (listed, row (agreement, NULL)));
  g_assert_cmpuint (with->len, ==, 5);
  g_assert_nonnull (find (with, wanted));
}

/* --- With a limit ----------------------------------------------------------------------------- */

/* Of milestones the important ones are listed; the entry of the milestones counts all of them. */
static void
test_importance (void)
{
  g_autoptr (GString) lines = g_string_new ("");
  g_autoptr (MpAgreement) agreement = NULL;
  g_autoptr (MpScene) scene = NULL;
  g_autoptr (GArray) listed = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (lines, "milestone m%u %u %u stated - M%u\n", i, 1960 + i,
                            i % 10 == 3 ? 1 : 2, i);
  agreement = mp_test_agreement (lines->str);
  scene = mp_test_scene (&(MpTestView) { .agreement = agreement });
  g_assert_cmpuint (scene->n_marks, >, 20);
  listed = mp_scene_list (scene, 6, NULL, 0);
  g_assert_cmpuint (listed->len, ==, 6);
  for (guint i = 0; i < 4; i++) {
    g_autofree char *id = g_strdup_printf ("m%u", 3 + 10 * i);

    g_assert_nonnull (find (listed, milestone (agreement, id)));
  }
  g_assert_true (mp_scene_item_equal (at (listed, 5)->item, row (agreement, NULL)));
  g_assert_cmpuint (at (listed, 5)->count, ==, 40);
}

/* Of phases the wide ones are listed. */
static void
test_width (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (
    "term t - Term\nphase 2000/2001 stated A\nphase 2002/2010 stated B\nphase 2011/2013 stated C\n"
    "phase 2014/2020 stated D\nterm u - Other\nphase 2000/2020 stated E\n");
  g_autoptr (MpScene) scene = mp_test_scene (&(MpTestView) { .agreement = agreement });
  g_autoptr (GArray) listed = mp_scene_list (scene, 5, NULL, 0);

  g_assert_cmpuint (listed->len, ==, 5);
  g_assert_cmpint (at (listed, 0)->item.kind, ==, MP_SCENE_ITEM_HEADING);
  g_assert_true (mp_scene_item_equal (at (listed, 1)->item, phase (agreement, "t", 1)));
  g_assert_true (mp_scene_item_equal (at (listed, 2)->item, phase (agreement, "t", 3)));
  g_assert_true (mp_scene_item_equal (at (listed, 3)->item, row (agreement, "t")));
  g_assert_cmpuint (at (listed, 3)->count, ==, 4);
  g_assert_true (mp_scene_item_equal (at (listed, 4)->item, phase (agreement, "u", 0)));
}

/* Where there is room for no phase, each row still has its entry; and what there is no room for at
 * all are the lowest rows. */
static void
test_more_rows_than_room (void)
{
  g_autoptr (GString) lines = g_string_new ("");
  g_autoptr (MpAgreement) agreement = NULL;
  g_autoptr (MpScene) scene = NULL;
  g_autoptr (GArray) listed = NULL;

  for (guint i = 0; i < 10; i++)
    g_string_append_printf (
      lines, "term t%u - T\nphase 2000/2005 stated A\nphase 2006/2010 stated B\n", i);
  agreement = mp_test_agreement (lines->str);
  scene = mp_test_scene (&(MpTestView) { .agreement = agreement });
  listed = mp_scene_list (scene, 8, NULL, 0);
  g_assert_cmpuint (listed->len, ==, 8);
  for (guint i = 1; i < 8; i++) {
    g_autofree char *id = g_strdup_printf ("t%u", i - 1);

    g_assert_true (mp_scene_item_equal (at (listed, i)->item, row (agreement, id)));
  }
}

/* --- Wanted items ----------------------------------------------------------------------------- */

/* A wanted item is listed in its place even out of view, unless it is hidden. */
static void
test_out_of_view (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term t - Term\nphase 1990/1991 stated A\nphase 2002/2010 stated B\n"
                       "milestone m 1990 1 stated - M\nmilestone n 2004 1 stated - N\n"
                       "milestone o 2030 1 stated - O\n");
  MpVisibleSet *visible = mp_visible_set_new (1, 3);
  MpSceneItem wanted[] = { milestone (agreement, "o"), phase (agreement, "t", 0) };
  g_autoptr (MpScene) scene = NULL, filtered = NULL;
  g_autoptr (GArray) listed = NULL, fewer = NULL;
  MpTestView view = { .agreement = agreement, .begin = 11000, .end = 13000 };

  scene = mp_test_scene (&view);
  listed = mp_scene_list (scene, NO_LIMIT, wanted, G_N_ELEMENTS (wanted));
  g_assert_cmpuint (listed->len, ==, 5);
  g_assert_true (mp_scene_item_equal (at (listed, 0)->item, milestone (agreement, "n")));
  g_assert_true (mp_scene_item_equal (at (listed, 1)->item, wanted[0]));
  g_assert_cmpfloat (at (listed, 1)->rect.width, ==, 0);
  g_assert_cmpint (at (listed, 2)->item.kind, ==, MP_SCENE_ITEM_HEADING);
  g_assert_true (mp_scene_item_equal (at (listed, 3)->item, wanted[1]));
  g_assert_true (mp_scene_item_equal (at (listed, 4)->item, phase (agreement, "t", 1)));

  mp_bits_set (visible->terms, 0, FALSE);
  mp_bits_set (visible->milestones, 0, FALSE);
  mp_bits_set (visible->milestones, 2, FALSE);
  mp_visible_set_count (visible);
  view.visible = visible;
  filtered = mp_test_scene (&view);
  fewer = mp_scene_list (filtered, NO_LIMIT, wanted, G_N_ELEMENTS (wanted));
  g_assert_cmpuint (fewer->len, ==, 1);
  mp_visible_set_unref (visible);
}

/* So are a row, a phase and a heading that are scrolled away. */
static void
test_scrolled_away (void)
{
  g_autoptr (GString) lines = g_string_new ("topic a red A\nterm t - T\nphase 2000 stated S\n");
  g_autoptr (MpAgreement) agreement = NULL;
  g_autoptr (MpScene) scene = NULL;
  g_autoptr (GArray) listed = NULL;
  MpSceneItem wanted[3];

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (lines, "topic b%u red B\nterm u%u b%u U\nphase 2000 stated S\n", i, i,
                            i);
  agreement = mp_test_agreement (lines->str);
  wanted[0] = row (agreement, "u19");
  wanted[1] = phase (agreement, "u18", 0);
  wanted[2] = (MpSceneItem) { MP_SCENE_ITEM_HEADING, 19 };
  scene = mp_test_scene (&(MpTestView) { .agreement = agreement, .height = 200 });
  listed = mp_scene_list (scene, NO_LIMIT, wanted, G_N_ELEMENTS (wanted));
  g_assert_cmpuint (listed->len, >, 4);
  g_assert_true (mp_scene_item_equal (at (listed, listed->len - 3)->item, wanted[2]));
  g_assert_true (mp_scene_item_equal (at (listed, listed->len - 2)->item, wanted[1]));
  g_assert_true (mp_scene_item_equal (at (listed, listed->len - 1)->item, wanted[0]));
  for (guint i = 0; i < listed->len; i++)
    g_assert_cmpint (at (listed, i)->rect.width > 0, ==, i + 3 < listed->len);
}

/* --- Any scene -------------------------------------------------------------------------------- */

/* A phase that is listed is wide enough, or all of its row is listed. */
static void
assert_phase_is_wide (const MpScene *scene, const GArray *listed, MpSceneItem item,
                      MpSceneItem wanted)
{
  guint32 term;

  if (item.kind != MP_SCENE_ITEM_PHASE || mp_scene_item_equal (item, wanted) ||
      width_of (scene, item.index) >= MP_LISTING_LEAST_WIDTH)
    return;
  term = mp_agreement_phases (scene->layout->agreement)->term[item.index];
  g_assert_cmpuint (count_listed_phases (scene, listed, term), ==, count_phases (scene, term));
}

/* A row whose phases are not all listed has an entry with their number, and no other row has. */
static void
assert_rows (const MpScene *scene, const GArray *listed, MpSceneItem wanted)
{
  for (guint i = 0; i < scene->n_row_items; i++) {
    const MpSceneRow *here = &scene->row_items[i];
    MpSceneItem item = { MP_SCENE_ITEM_ROW, here->index };
    guint count;

    if (here->kind != MP_ROW_TERM || mp_scene_item_equal (item, wanted))
      continue;
    count = count_phases (scene, here->index);
    if (count > count_listed_phases (scene, listed, here->index))
      g_assert_cmpuint (count_of (listed, item), ==, count);
    else
      g_assert_null (find (listed, item));
  }
}

static MpSceneItem
random_item (const MpScene *scene)
{
  const MpAgreement *agreement = scene->layout->agreement;
  guint n_phases = mp_agreement_phases ((MpAgreement *) agreement)->length;
  guint n_rows = scene->n_row_items;

  switch (g_test_rand_int_range (0, 4)) {
  case 0:
    if (n_phases > 0)
      return (MpSceneItem) { MP_SCENE_ITEM_PHASE,
                             (guint32) g_test_rand_int_range (0, (gint32) n_phases) };
    break;
  case 1:
    if (scene->n_marks > 0)
      return (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, scene->marks[0].milestone };
    break;
  case 2:
    if (n_rows > 0 && scene->row_items[n_rows - 1].kind == MP_ROW_TERM)
      return (MpSceneItem) { MP_SCENE_ITEM_ROW, scene->row_items[n_rows - 1].index };
    break;
  default:
    break;
  }
  return (MpSceneItem) { MP_SCENE_ITEM_ROW, MP_NONE };
}

static void
test_random (void)
{
  for (guint i = 0; i < N_RANDOM; i++) {
    MpTestCrowd crowd = { (guint) g_test_rand_int_range (1, 9),
                          (guint) g_test_rand_int_range (1, 300), 60, 1700, 2000 };
    g_autofree char *lines = mp_test_random_lines (&crowd);
    g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpScene) scene = mp_test_scene (&view);
    MpSceneItem wanted = random_item (scene);
    guint max = (guint) g_test_rand_int_range (4, 80);
    g_autoptr (GArray) listed = mp_scene_list (scene, max, &wanted, 1);

    g_assert_cmpuint (listed->len, <=, max);
    g_assert_cmpint (find (listed, wanted) != NULL, ==,
                     wanted.index != MP_NONE || scene->layout->n_order > 0);
    for (guint j = 0; j < listed->len; j++) {
      g_assert_true (find (listed, at (listed, j)->item) == at (listed, j));
      assert_phase_is_wide (scene, listed, at (listed, j)->item, wanted);
    }
    if (max > 2 * scene->n_row_items + 2)
      assert_rows (scene, listed, wanted);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/listing/everything", test_everything);
  g_test_add_func ("/listing/narrow", test_narrow);
  g_test_add_func ("/listing/importance", test_importance);
  g_test_add_func ("/listing/width", test_width);
  g_test_add_func ("/listing/more-rows-than-room", test_more_rows_than_room);
  g_test_add_func ("/listing/out-of-view", test_out_of_view);
  g_test_add_func ("/listing/scrolled-away", test_scrolled_away);
  g_test_add_func ("/listing/random", test_random);
  return g_test_run ();
}
