/* test-neighbour.c: where the arrow keys lead
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-filter.h"
#include "mp-layout.h"

#include "mp-scale.h"
#include "mp-test-scene.h"

#define N_RANDOM 150
#define N_DIRECTIONS 6

static const char *const some_lines = "topic one blue One\n"
                                      "topic two green Two\n"
                                      "term a one A\n"
                                      "phase 2019/2026-04-27 stated Old\n"
                                      "phase 2026-04-27/2030 stated New\n"
                                      "term empty one Empty\n"
                                      "term b two B\n"
                                      "phase 2012/2014 stated Early\n"
                                      "phase 2016/2018 stated Middle\n"
                                      "phase 2024/.. stated Late\n"
                                      "milestone reset 2026-04-27 1 stated - Reset\n"
                                      "milestone end 2030 1 stated - End\n"
                                      "milestone begin 2012 2 stated - Begin\n";

/* The name of an item: a milestone's id, a phase's state, or "nothing". */
static const char *
name_of (const MpLayout *layout, MpItem item)
{
  MpAgreement *agreement = layout->agreement;

  if (item.kind == MP_ITEM_MILESTONE)
    return mp_agreement_text (agreement, mp_agreement_milestones (agreement)->id[item.index]);
  if (item.kind == MP_ITEM_PHASE)
    return mp_agreement_text (agreement, mp_agreement_phases (agreement)->state[item.index]);
  return "nothing";
}

static MpItem
item_of (const MpLayout *layout, const char *name)
{
  MpItem item = { MP_ITEM_MILESTONE, 0 };

  for (; item.index < mp_agreement_milestones (layout->agreement)->length; item.index++)
    if (g_str_equal (name_of (layout, item), name))
      return item;
  item = (MpItem) { MP_ITEM_PHASE, 0 };
  for (; item.index < mp_agreement_phases (layout->agreement)->length; item.index++)
    if (g_str_equal (name_of (layout, item), name))
      return item;
  return (MpItem) { MP_ITEM_NONE, 0 };
}

typedef struct {
  const char *from;
  MpMove direction;
  const char *day;
  const char *to;
} Step;

static void
check_steps (const Step *steps, gsize n_steps)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  MpTestView view = { .agreement = agreement };
  g_autoptr (MpLayout) layout = mp_test_layout (&view);

  for (gsize i = 0; i < n_steps; i++) {
    MpItem to = mp_layout_neighbour (layout, item_of (layout, steps[i].from), steps[i].direction,
                                     mp_day_from_instant (mp_test_instant (steps[i].day)));

    if (g_str_equal (name_of (layout, to), steps[i].to))
      continue;
    g_test_message ("from %s on %s in direction %d to %s, not %s", steps[i].from, steps[i].day,
                    (int) steps[i].direction, name_of (layout, to), steps[i].to);
    g_test_fail ();
  }
}

static void
test_from_nothing (void)
{
  static const Step steps[] = {
    { "", MP_MOVE_LATER, "2025", "reset" },
    { "", MP_MOVE_EARLIER, "2025", "reset" },
    { "", MP_MOVE_DOWN, "2031", "end" },
    { "", MP_MOVE_UP, "1990", "begin" },
  };

  check_steps (steps, G_N_ELEMENTS (steps));
}

static void
test_milestones (void)
{
  static const Step steps[] = {
    { "begin", MP_MOVE_LATER, "2025", "reset" },
    { "reset", MP_MOVE_LATER, "2025", "end" },
    { "end", MP_MOVE_LATER, "2025", "end" },
    { "end", MP_MOVE_EARLIER, "2025", "reset" },
    { "begin", MP_MOVE_EARLIER, "2025", "begin" },
    { "reset", MP_MOVE_FIRST, "2025", "begin" },
    { "begin", MP_MOVE_LAST, "2025", "end" },
    { "reset", MP_MOVE_UP, "2025", "reset" },
    /* Down is to the phase of the milestone's own day, whatever day is looked at. */
    { "end", MP_MOVE_DOWN, "2020", "New" },
    { "begin", MP_MOVE_DOWN, "2030", "Old" },
    /* On the day of a change, to the phase that begins. */
    { "reset", MP_MOVE_DOWN, "2030", "New" },
  };

  check_steps (steps, G_N_ELEMENTS (steps));
}

static void
test_phases (void)
{
  static const Step steps[] = {
    { "Old", MP_MOVE_LATER, "2025", "New" },
    { "New", MP_MOVE_LATER, "2025", "New" },
    { "New", MP_MOVE_EARLIER, "2028", "Old" },
    { "Old", MP_MOVE_EARLIER, "2025", "Old" },
    { "Middle", MP_MOVE_FIRST, "2025", "Early" },
    { "Middle", MP_MOVE_LAST, "2025", "Late" },
    { "Old", MP_MOVE_UP, "2025", "reset" },
    { "New", MP_MOVE_UP, "2029-12-01", "end" },
    { "Late", MP_MOVE_DOWN, "2025", "Late" },
    /* To a phase at about the same time, past a row without phases. */
    { "Old", MP_MOVE_DOWN, "2025", "Late" },
    { "Old", MP_MOVE_DOWN, "2019-06-01", "Middle" },
    { "Late", MP_MOVE_UP, "2025", "Old" },
    { "Late", MP_MOVE_UP, "2028", "New" },
    /* To the phase that is in force, though the next one begins within hours. */
    { "Late", MP_MOVE_UP, "2026-04-26T20:00:00", "Old" },
    { "Early", MP_MOVE_UP, "2013", "Old" },
    /* A day outside of the phase is moved into it. */
    { "Late", MP_MOVE_UP, "1999", "Old" },
    { "Early", MP_MOVE_UP, "2099", "Old" },
  };

  check_steps (steps, G_N_ELEMENTS (steps));
}

/* --- Walks ------------------------------------------------------------------------------------ */

static MpLayout *
random_layout (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_random_agreement (30);
  MpTestView view = mp_test_random_view (agreement);

  return mp_test_layout (&view);
}

static gboolean
is_there (const MpLayout *layout, MpItem item)
{
  if (item.kind == MP_ITEM_MILESTONE)
    return item.index < mp_agreement_milestones (layout->agreement)->length;
  return item.kind == MP_ITEM_PHASE && item.index < mp_agreement_phases (layout->agreement)->length;
}

/* Milestones first, phases after them. */
static guint
number_of (const MpLayout *layout, MpItem item)
{
  g_assert_true (is_there (layout, item));
  return item.kind == MP_ITEM_MILESTONE
           ? item.index
           : mp_agreement_milestones (layout->agreement)->length + item.index;
}

/* With nothing selected, the six keys reach everything that there is, and nothing else. */
static void
test_everything_is_reached (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpLayout) layout = random_layout ();
    double day = g_test_rand_double_range (layout->begin, layout->end);
    guint n_items = mp_agreement_milestones (layout->agreement)->length +
                    mp_agreement_phases (layout->agreement)->length;
    g_autofree gboolean *reached = g_new0 (gboolean, n_items + 1);
    g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (MpItem));
    MpItem from = { MP_ITEM_NONE, 0 };
    MpItem first = mp_layout_neighbour (layout, from, MP_MOVE_DOWN, day);

    if (n_items == 0) {
      g_assert_cmpint (first.kind, ==, MP_ITEM_NONE);
      continue;
    }
    g_array_append_val (queue, first);
    reached[number_of (layout, first)] = TRUE;
    for (guint i = 0; i < queue->len; i++) {
      for (guint direction = 0; direction < N_DIRECTIONS; direction++) {
        MpItem next =
          mp_layout_neighbour (layout, g_array_index (queue, MpItem, i), (MpMove) direction, day);

        if (reached[number_of (layout, next)])
          continue;
        reached[number_of (layout, next)] = TRUE;
        g_array_append_val (queue, next);
      }
    }
    g_assert_cmpuint (queue->len, ==, n_items);
  }
}

static void
test_earlier_undoes_later (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpLayout) layout = random_layout ();
    MpItem kinds[] = { { MP_ITEM_MILESTONE, 0 }, { MP_ITEM_PHASE, 0 } };

    for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++) {
      for (MpItem item = kinds[kind]; is_there (layout, item); item.index++) {
        MpItem later = mp_layout_neighbour (layout, item, MP_MOVE_LATER, 0);
        MpItem earlier = mp_layout_neighbour (layout, item, MP_MOVE_EARLIER, 0);

        if (!mp_item_equal (later, item))
          g_assert_true (
            mp_item_equal (mp_layout_neighbour (layout, later, MP_MOVE_EARLIER, 0), item));
        if (!mp_item_equal (earlier, item))
          g_assert_true (
            mp_item_equal (mp_layout_neighbour (layout, earlier, MP_MOVE_LATER, 0), item));
      }
    }
  }
}

/* Going down from the top passes every row that has phases, once. */
static void
test_down_passes_every_row (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpLayout) layout = random_layout ();
    const MpTerm *terms = mp_agreement_terms (layout->agreement, NULL);
    double day = g_test_rand_double_range (layout->begin, layout->end);
    MpItem item = mp_layout_neighbour (layout, (MpItem) { MP_ITEM_NONE, 0 }, MP_MOVE_DOWN, day);

    if (item.kind == MP_ITEM_MILESTONE)
      item = mp_layout_neighbour (layout, item, MP_MOVE_DOWN, day);
    if (item.kind != MP_ITEM_PHASE)
      continue;
    for (guint i = 0; i < layout->n_rows; i++) {
      const MpRow *row = &layout->rows[i];

      if (row->kind != MP_ROW_TERM || terms[row->index].phases.count == 0)
        continue;
      g_assert_cmpuint (mp_agreement_phases (layout->agreement)->term[item.index], ==, row->index);
      item = mp_layout_neighbour (layout, item, MP_MOVE_DOWN, day);
    }
  }
}

/* The keys lead from a hidden item to a visible one near it, and never to a hidden one. */
static void
test_hidden_is_passed_over (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autoptr (MpVisibleSet) visible = NULL;
  g_autoptr (MpLayout) layout = NULL;
  MpTestView view = { .agreement = agreement };
  double day = mp_day_from_instant (mp_test_instant ("2025"));

  filter->topics = mp_bits_new (2);
  mp_bits_set (filter->topics, 1, TRUE);
  filter->importances = 1u << 2;
  visible = mp_filter_apply (filter, agreement, 0, 1);
  /* Milestones have the topic of the last line that names one, so all of them have that of "b". */
  view.visible = visible;
  layout = mp_test_layout (&view);
  for (MpMove direction = 0; direction < N_DIRECTIONS; direction++) {
    MpItem to = mp_layout_neighbour (layout, item_of (layout, "reset"), direction, day);

    g_assert_cmpstr (name_of (layout, to), ==, "begin");
    to = mp_layout_neighbour (layout, item_of (layout, "Old"), direction, day);
    g_assert_cmpstr (name_of (layout, to), ==, "begin");
    to = mp_layout_neighbour (layout, item_of (layout, "begin"), direction, day);
    g_assert_cmpstr (name_of (layout, to), ==, direction == MP_MOVE_DOWN ? "Early" : "begin");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/neighbour/from-nothing", test_from_nothing);
  g_test_add_func ("/neighbour/milestones", test_milestones);
  g_test_add_func ("/neighbour/phases", test_phases);
  g_test_add_func ("/neighbour/everything-is-reached", test_everything_is_reached);
  g_test_add_func ("/neighbour/earlier-undoes-later", test_earlier_undoes_later);
  g_test_add_func ("/neighbour/down-passes-every-row", test_down_passes_every_row);
  g_test_add_func ("/neighbour/hidden-is-passed-over", test_hidden_is_passed_over);
  return g_test_run ();
}
