/* test-compose.c: slides: words in their places, sources, what gives way, vague dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-compose-support.h"

#include "mp-scale.h"

#include "mp-test-hostile.h"

/* --- The agreement that comes with the program ------------------------------------------------ */

static void
test_shipped (void)
{
  static const char *const milestones[] = { "reset-2026", NULL };
  static const double widths[] = { 1920, 1500 };

  for (guint i = 0; i < G_N_ELEMENTS (milestones); i++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++) {
      g_auto (Composed) self = composed_new (mp_test_shipped_agreement ());

      if (milestones[i] != NULL)
        composed_select (&self, milestones[i]);
      self.request.width = widths[w];
      self.request.height = milestones[i] != NULL && w == 0 ? 1080 : 0;
      composed_make (&self);
      assert_composition (&self);
      g_assert_cmpuint (self.composition->pages->len, ==, 1);
      g_assert_cmpuint (self.composition->numbering->n_sources, >, 0);
      g_assert_true (page_has (composed_page (&self, 0), "As of 23 November 2026"));
    }
}

/* What each milestone changed, as high as it must be. */
static void
test_all_milestones (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  for (guint32 i = 0; i < mp_agreement_milestones (agreement)->length; i++) {
    g_auto (Composed) self = composed_new (g_object_ref (agreement));

    self.telling.selection = (MpItem) { MP_ITEM_MILESTONE, i };
    self.request.height = 0;
    composed_make (&self);
    g_test_message ("%s", self.story->headline);
    assert_composition (&self);
  }
}

/* --- Any agreement ---------------------------------------------------------------------------- */

static void
test_random (void)
{
  for (guint round = 0; round < 30; round++) {
    MpTestCrowd crowd = { .n_terms = (guint) g_test_rand_int_range (0, 16),
                          .max_phases = (guint) g_test_rand_int_range (1, 5),
                          .n_milestones = (guint) g_test_rand_int_range (0, 25),
                          .first_year = 1990,
                          .last_year = g_test_rand_int_range (2000, 2060) };
    g_autofree char *lines = mp_test_random_lines (&crowd);
    g_auto (Composed) self = composed_new (mp_test_agreement (lines));

    self.request.height = 0;
    composed_make (&self);
    assert_composition (&self);
  }
}

static void
test_few (void)
{
  static const char *const agreements[] = {
    "topic t blue Trade\n",
    "topic t blue Trade\nmilestone one 2024 1 official - Only\n",
    "topic t blue Trade\nterm a t Access\nphase 2020/2030 stated Held\n",
    "topic t blue Trade\nterm a t Access\nphase 2020/2030 stated Held\n"
    "milestone one 2024-05-06 1 official a One\n",
    "topic t blue Trade\nterm a t Access\nphase 2020/2024-05-06 stated Held\n"
    "phase 2024-05-06/.. stated Ours\nmilestone one 2024-05-06 1 official a One\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (agreements); i++)
    for (MpComposeForm form = MP_COMPOSE_ROWS; form <= MP_COMPOSE_TABLE; form++) {
      g_auto (Composed) self = composed_new (mp_test_agreement (agreements[i]));

      g_test_message ("agreement %u, form %d", i, form);
      composed_set_form (&self, form);
      composed_make (&self);
      /* A table has two sides. */
      if (form == MP_COMPOSE_TABLE) {
        g_assert_nonnull (self.composition->refusal);
        continue;
      }
      assert_composition (&self);
      g_assert_cmpuint (self.composition->numbering->n_sources, ==, 0);
      g_assert_false (page_has (composed_page (&self, 0), "Sources:"));
    }
}

static void
test_empty_span (void)
{
  g_auto (Composed) self = composed_new (mp_test_shipped_agreement ());

  self.telling.has_span = TRUE;
  self.telling.begin = mp_day_from_instant (mp_test_instant ("1990"));
  self.telling.end = mp_day_from_instant (mp_test_instant ("1991"));
  composed_make (&self);
  assert_composition (&self);
  g_assert_cmpuint (self.story->n_outside, >, 10);
  g_assert_true (page_has (composed_page (&self, 0), "Nothing in this span"));
  g_assert_cmpstr (self.composition->left_out, !=, "");
}

/* Wherever in the span the change is, its words stay on the page. */
static void
test_pivot_in_span (void)
{
  static const char *const spans[][2] = {
    { "2026-04-20", "2026-12-01" },
    { "2025-01-01", "2026-06-01" },
    { "2010-01-01", "2027-01-01" },
    { "2026-01-01", "2026-05-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++) {
    g_auto (Composed) self = composed_new (mp_test_shipped_agreement ());

    g_test_message ("%s to %s", spans[i][0], spans[i][1]);
    composed_select (&self, "reset-2026");
    self.request.height = 0;
    self.telling.has_span = TRUE;
    self.telling.begin = mp_day_from_instant (mp_test_instant (spans[i][0]));
    self.telling.end = mp_day_from_instant (mp_test_instant (spans[i][1]));
    composed_make (&self);
    assert_composition (&self);
  }
}

static void
test_text_size (void)
{
  g_auto (Composed) self = composed_new (mp_test_shipped_agreement ());

  composed_select (&self, "reset-2026");
  self.request.text_size = 2;
  self.request.height = 0;
  composed_make (&self);
  assert_composition (&self);
}

/* --- Hostile words ---------------------------------------------------------------------------- */

static void
test_hostile (void)
{
  MpDate before = mp_test_date ("2019-01-01"), after = mp_test_date (MP_TEST_TODAY);

  for (guint kind = 0; kind < mp_test_hostile_count (); kind++)
    for (guint form = 0; form < 4; form++) {
      g_autofree char *title = mp_test_hostile_title (kind);
      g_autofree char *json = mp_test_hostile_json (title);
      g_auto (Composed) self = composed_new (mp_test_agreement_from_json (json));
      const MpPage *page;

      g_test_message ("%s, form %u", mp_test_hostile_name (kind), form);
      composed_set_form (&self, form);
      if (form != MP_COMPOSE_PAGES)
        self.request.height = 0;
      if (form == MP_COMPOSE_TABLE) {
        self.telling.before = &before;
        self.telling.as_of = &after;
      }
      composed_make (&self);
      g_assert_cmpstr (self.composition->refusal, ==, NULL);
      page = composed_page (&self, 0);
      for (guint i = 0; i < page->n_parts; i++)
        if (page->parts[i].kind == MP_PAGE_WORDS) {
          MpRect rect = page->parts[i].rect;

          if (rect.x < -NEAR || rect.x + rect.width > page->size.width + NEAR)
            g_error ("\"%s\" is not on its page", page->parts[i].text);
        }
    }
}

/* --- What gives way --------------------------------------------------------------------------- */

/* A term that is over, one that holds, and events of each importance. */
static MpAgreement *
crowded (guint n_rows, guint n_events)
{
  g_autoptr (GString) lines = g_string_new ("topic t blue Trade\n");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (lines,
                            "term a%u t Access %u\nphase 2015/2020 stated Old\n"
                            "phase 2020/2030 stated New\n",
                            i, i);
  g_string_append (lines, "term over t Deposit\nphase 2015/2017 stated Paid\n");
  for (guint i = 0; i < n_events; i++)
    g_string_append_printf (lines, "milestone m%u %u-%02u-03 %u official - Event %u\n", i,
                            2016 + i / 12, i % 12 + 1, i % 3 + 1, i);
  return mp_test_agreement (lines->str);
}

/* The lower the page, the less is on it: first events go, then what is over, which is named; at
 * last the words stand in the bars, and nothing has to go. */
static void
test_gives_way (void)
{
  guint n_labels = G_MAXUINT;
  gboolean was_over = FALSE, was_dense = FALSE, was_refused = FALSE;
  double whole;
  g_auto (Composed) self = composed_new (crowded (7, 30));

  self.request.height = 0;
  composed_make (&self);
  whole = composed_page (&self, 0)->size.height;
  for (double height = whole + 50; height > 200; height -= 20) {
    const MpPage *page;
    guint n = 0;

    self.request.height = height;
    composed_make (&self);
    if (self.composition->refusal != NULL) {
      was_refused = TRUE;
      g_assert_true (was_dense);
      continue;
    }
    g_assert_false (was_refused);
    assert_composition (&self);
    page = composed_page (&self, 0);
    if (page_has (page, "more event")) {
      was_dense = TRUE;
      g_assert_true (was_over);
      continue;
    }
    g_assert_false (was_dense);
    for (guint i = 0; i < page->n_parts; i++)
      n += page->parts[i].kind == MP_PAGE_DISC && page->parts[i].item.kind == MP_ITEM_MILESTONE;
    g_assert_cmpuint (n, <=, n_labels);
    n_labels = n;
    /* What is not drawn is counted in words. */
    if (n < self.story->n_events) {
      g_autofree char *count = g_strdup_printf ("%u event", self.story->n_events - n);

      g_assert_true (page_has (page, count));
      g_assert_nonnull (strstr (self.composition->left_out, count));
    }
    if (page_has (page, "Over, so not drawn:")) {
      was_over = TRUE;
      g_assert_true (page_has (page, "Deposit"));
      g_assert_nonnull (strstr (self.composition->left_out, "1 term is not drawn."));
    } else {
      g_assert_false (was_over);
    }
  }
  g_assert_true (was_refused);
}

/* A refusal names a height, and that has room. */
static void
test_refusal (void)
{
  static const double heights[] = { 100, 300, 500, 700 };
  static const guint numbers[] = { 5, 9, 30, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    for (guint j = 0; j < G_N_ELEMENTS (numbers); j++) {
      g_auto (Composed) self = composed_new (crowded (numbers[j], 20));
      const char *would;
      double width, height;

      self.request.height = heights[i];
      composed_make (&self);
      if (self.composition->refusal == NULL)
        continue;
      g_assert_cmpuint (self.composition->pages->len, ==, 0);
      would = strrchr (self.composition->refusal, ';');
      g_assert_nonnull (would);
      width = g_ascii_strtod (would + 1, (char **) &would);
      height = g_ascii_strtod (strstr (would, "×") + strlen ("×"), NULL);
      g_assert_cmpfloat (width, ==, self.request.width);
      g_test_message ("%s", self.composition->refusal);
      self.request.height = height;
      composed_make (&self);
      assert_composition (&self);
    }
}

/* What cannot have room is refused before it is tried. */
static void
test_refuses_quickly (void)
{
  g_auto (Composed) self = composed_new (crowded (10000, 2000));

  composed_make (&self);
  g_assert_nonnull (self.composition->refusal);
  for (guint i = 0; i < self.story->n_rows; i++)
    g_assert_null (self.story->rows[i].title);
}

/* More than ten rows have their words in their bars, which has room for more of them. */
static void
test_dense (void)
{
  g_auto (Composed) wide = composed_new (crowded (9, 0)), dense = composed_new (crowded (10, 0));

  wide.request.height = dense.request.height = 0;
  composed_make (&wide);
  composed_make (&dense);
  assert_composition (&wide);
  assert_composition (&dense);
  g_assert_cmpuint (dense.story->n_rows, ==, 11);
  g_assert_cmpfloat (composed_page (&dense, 0)->size.height, <,
                     composed_page (&wide, 0)->size.height * 0.75);
}

/* --- Vague dates ------------------------------------------------------------------------------ */

static const MpPageBar *
only_bar (const Composed *self)
{
  const MpPage *page = composed_page (self, 0);

  for (guint i = 0; i < page->n_parts; i++)
    if (page->parts[i].kind == MP_PAGE_BAR && page->parts[i].item.kind == MP_ITEM_PHASE)
      return &page->parts[i].bar;
  g_assert_not_reached ();
}

static void
test_vague_ends (void)
{
  static const struct {
    const char *span;
    MpPageEdge start;
    MpPageEdge end;
    const char *words; /* NULL: none that must be there */
  } cases[] = {
    { "2010-01-01/2030-05-06", MP_PAGE_EDGE_SHARP, MP_PAGE_EDGE_SHARP, "ends on 6 May 2030" },
    { "2010-01-01/2030", MP_PAGE_EDGE_SHARP, MP_PAGE_EDGE_HATCHED, "ends in 2030" },
    { "2010-01-01/2032~", MP_PAGE_EDGE_SHARP, MP_PAGE_EDGE_ABOUT, "ends about 2032" },
    { "2010-01-01/2027-04-27?", MP_PAGE_EDGE_SHARP, MP_PAGE_EDGE_DOUBTED,
      "ends 27 April 2027 (uncertain)" },
    { "2010-01-01/..", MP_PAGE_EDGE_SHARP, MP_PAGE_EDGE_POINT, "no end published" },
    { "2010-01-01/", MP_PAGE_EDGE_SHARP, MP_PAGE_EDGE_FADED, "end not known" },
    { "2010/2030-05-06", MP_PAGE_EDGE_HATCHED, MP_PAGE_EDGE_SHARP, NULL },
    { "2010~/2030-05-06", MP_PAGE_EDGE_ABOUT, MP_PAGE_EDGE_SHARP, NULL },
    { "2010-03-04?/2030-05-06", MP_PAGE_EDGE_DOUBTED, MP_PAGE_EDGE_SHARP, NULL },
    { "/2030-05-06", MP_PAGE_EDGE_FADED, MP_PAGE_EDGE_SHARP, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lines = g_strdup_printf (
      "topic t blue Trade\nterm a t Access\nphase %s stated Held\n", cases[i].span);
    g_auto (Composed) self = composed_new (mp_test_agreement (lines));
    g_autofree char *words = NULL;

    composed_make (&self);
    assert_composition (&self);
    g_test_message ("%s", cases[i].span);
    g_assert_cmpint (only_bar (&self)->start, ==, cases[i].start);
    g_assert_cmpint (only_bar (&self)->end, ==, cases[i].end);
    words = page_words (composed_page (&self, 0));
    if (cases[i].words != NULL && strstr (words, cases[i].words) == NULL)
      g_error ("\"%s\" is not in \"%s\"", cases[i].words, words);
  }
}

/* A hatched end is solid only as far as it is certain; beyond the span a bar is torn. */
static void
test_vague_stretch (void)
{
  g_auto (Composed) self = composed_new (
    mp_test_agreement ("topic t blue Trade\nterm a t Access\nphase 2010-01-01/2030 stated Held\n"));
  const MpPageBar *bar;

  composed_make (&self);
  bar = only_bar (&self);
  g_assert_cmpfloat (bar->solid_x1, <, bar->rect.x + bar->rect.width - 10);
  self.telling.has_span = TRUE;
  self.telling.begin = mp_day_from_instant (mp_test_instant ("2015"));
  self.telling.end = mp_day_from_instant (mp_test_instant ("2020"));
  composed_make (&self);
  assert_composition (&self);
  bar = only_bar (&self);
  g_assert_cmpint (bar->start, ==, MP_PAGE_EDGE_TORN);
  g_assert_cmpint (bar->end, ==, MP_PAGE_EDGE_TORN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose/shipped", test_shipped);
  g_test_add_func ("/compose/all-milestones", test_all_milestones);
  g_test_add_func ("/compose/random", test_random);
  g_test_add_func ("/compose/few", test_few);
  g_test_add_func ("/compose/empty-span", test_empty_span);
  g_test_add_func ("/compose/pivot-in-span", test_pivot_in_span);
  g_test_add_func ("/compose/text-size", test_text_size);
  g_test_add_func ("/compose/hostile", test_hostile);
  g_test_add_func ("/compose/gives-way", test_gives_way);
  g_test_add_func ("/compose/refusal", test_refusal);
  g_test_add_func ("/compose/refuses-quickly", test_refuses_quickly);
  g_test_add_func ("/compose/dense", test_dense);
  g_test_add_func ("/compose/vague-ends", test_vague_ends);
  g_test_add_func ("/compose/vague-stretch", test_vague_stretch);
  return mp_test_run_with_fonts ();
}
