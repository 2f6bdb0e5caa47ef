/* test-page.c: a page keeps its words clear of its lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-page.h"

#include "mp-test-scene.h"

typedef struct {
  MpText *text;
  MpPage *page;
} Fixture;

static void
fixture_clear (Fixture *fixture)
{
  mp_page_free (fixture->page);
  mp_text_free (fixture->text);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static Fixture
fixture_new (void)
{
  MpText *text = mp_text_new (NULL, 1);

  mp_text_set_size (text, MP_TEXT_STATE, 20);
  return (Fixture) { text, mp_page_new (text, 400) };
}

static guint
count (const MpPage *page, MpPagePartKind kind)
{
  guint n = 0;

  for (guint i = 0; i < page->n_parts; i++)
    n += page->parts[i].kind == kind;
  return n;
}

static const MpPageFace face = { .role = MP_TEXT_STATE, .tone = MP_TONE_INK, .source = MP_NONE };

static void
test_words (void)
{
  g_auto (Fixture) self = fixture_new ();
  double width = mp_page_measure (self.page, MP_TEXT_STATE, "Exclusive");
  MpLineSize line = mp_page_line (self.page, MP_TEXT_STATE);
  const MpPagePart *part;

  g_assert_cmpfloat (mp_page_add_words (self.page, &face, "Exclusive", 10, 50), ==, width);
  g_assert_cmpfloat (mp_page_add_words_ending (self.page, &face, "Exclusive", 400, 90), ==, width);
  g_assert_cmpfloat (mp_page_add_words (self.page, &face, "", 10, 50), ==, 0);
  g_assert_cmpuint (count (self.page, MP_PAGE_WORDS), ==, 2);
  part = &self.page->parts[0];
  g_assert_cmpfloat (part->rect.x, ==, 10);
  g_assert_cmpfloat_with_epsilon (part->rect.y + line.baseline, 50, 0.01);
  g_assert_cmpfloat_with_epsilon (part[1].rect.x + part[1].rect.width, 400, 0.01);
  g_assert_true (mp_page_has_words_in (self.page, (MpRect) { 0, 40, 20, 5 }));
  g_assert_false (mp_page_has_words_in (self.page, (MpRect) { 0, 40, 9, 5 }));
}

/* An upright line is cut at words and, behind bars, at bars and boxes; what is left keeps its
 * place. */
static void
test_cut (void)
{
  g_auto (Fixture) self = fixture_new ();
  MpPageBar bar = { .rect = { 0, 200, 400, 30 }, .solid_x1 = 400 };
  double x, y = 0;

  mp_page_add_line (self.page, (MpRect) { 20, 0, 2, 400 }, MP_TONE_GRID, MP_COLOR_GRAY);
  mp_page_add_line_over (self.page, (MpRect) { 30, 0, 2, 400 }, MP_TONE_ACCENT, MP_COLOR_GRAY);
  mp_page_add_line (self.page, (MpRect) { 0, 300, 400, 1 }, MP_TONE_RULE, MP_COLOR_GRAY);
  mp_page_add_bar (self.page, &bar);
  mp_page_add_words (self.page, &face, "Exclusive", 10, 100);
  mp_page_finish (self.page, 400);

  g_assert_cmpfloat (self.page->size.height, ==, 400);
  /* Three stretches between words and bar, two around the words, and the level one as it was. */
  g_assert_cmpuint (count (self.page, MP_PAGE_LINE), ==, 6);
  for (guint i = 0; i < self.page->n_parts; i++) {
    const MpPagePart *part = &self.page->parts[i];

    if (part->kind != MP_PAGE_LINE || part->rect.width > part->rect.height)
      continue;
    x = part->rect.x;
    g_assert_false (mp_page_has_words_in (self.page, mp_rect_grow (part->rect, 3)));
    g_assert_true (part->is_over || !mp_rect_intersects (part->rect, bar.rect));
    g_assert_true (x == 20 || x == 30);
    y = MAX (y, part->rect.y + part->rect.height);
  }
  g_assert_cmpfloat (y, ==, 400);
  /* Behind stands first, over last. */
  g_assert_cmpint (self.page->parts[0].kind, ==, MP_PAGE_LINE);
  g_assert_true (self.page->parts[self.page->n_parts - 1].is_over);
}

/* Random words and lines: no line crosses any words, and no stretch without words lacks its line.
 */
static void
test_cut_random (void)
{
  for (guint round = 0; round < 200; round++) {
    g_auto (Fixture) self = fixture_new ();
    guint n_lines = 0;

    for (guint i = 0; i < 25; i++)
      mp_page_add_words (self.page, &face, i % 2 == 0 ? "W" : "Between",
                         g_test_rand_double_range (0, 350), g_test_rand_double_range (0, 1000));
    for (guint i = 0; i < 10; i++) {
      mp_page_add_line (self.page, (MpRect) { g_test_rand_double_range (0, 400), 0, 1.5, 1000 },
                        MP_TONE_GRID, MP_COLOR_GRAY);
      n_lines++;
    }
    mp_page_finish (self.page, 1000);
    g_assert_cmpuint (count (self.page, MP_PAGE_LINE), >=, n_lines / 2);
    for (guint i = 0; i < self.page->n_parts; i++)
      if (self.page->parts[i].kind == MP_PAGE_LINE)
        g_assert_false (mp_page_has_words_in (self.page, self.page->parts[i].rect));
  }
}

/* What has no size is not added. */
static void
test_empty (void)
{
  g_auto (Fixture) self = fixture_new ();
  MpPageBar bar = { .rect = { 0, 0, 0, 30 } };
  g_autofree char *dump = NULL;

  mp_page_add_bar (self.page, &bar);
  mp_page_add_box (self.page, (MpRect) { 0, 0, 0, 3 }, 0, MP_TONE_INK, MP_COLOR_GRAY);
  mp_page_add_line (self.page, (MpRect) { 0, 0, 3, 0 }, MP_TONE_INK, MP_COLOR_GRAY);
  mp_page_add_line_over (self.page, (MpRect) { 0, 0, 0, 3 }, MP_TONE_INK, MP_COLOR_GRAY);
  mp_page_finish (self.page, 10);
  g_assert_cmpuint (self.page->n_parts, ==, 0);
  dump = mp_page_dump (self.page);
  g_assert_cmpstr (dump, ==, "");
}

/* Parts belong to the entry for which they are drawn. */
static void
test_item (void)
{
  g_auto (Fixture) self = fixture_new ();

  mp_page_set_item (self.page, (MpItem) { MP_ITEM_PHASE, 7 });
  mp_page_add_words (self.page, &face, "One", 0, 50);
  mp_page_set_item (self.page, (MpItem) { MP_ITEM_NONE, 0 });
  mp_page_add_words (self.page, &face, "Two", 100, 50);
  mp_page_finish (self.page, 100);
  g_assert_cmpint (self.page->parts[0].item.kind, ==, MP_ITEM_PHASE);
  g_assert_cmpuint (self.page->parts[0].item.index, ==, 7);
  g_assert_cmpint (self.page->parts[1].item.kind, ==, MP_ITEM_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/words", test_words);
  g_test_add_func ("/page/cut", test_cut);
  g_test_add_func ("/page/cut-random", test_cut_random);
  g_test_add_func ("/page/empty", test_empty);
  g_test_add_func ("/page/item", test_item);
  return mp_test_run_with_fonts ();
}
