/* test-compose-forms.c: pages, squares, tables, and pages that are read from the right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-compose-support.h"

static MpAgreement *
many_terms (guint n_terms, guint n_events)
{
  g_autoptr (GString) lines = g_string_new ("topic t blue Trade\n");

  for (guint i = 0; i < n_terms; i++) {
    g_string_append_printf (lines, "term a%u t Access %u\nphase %u/%u stated State %u\n", i, i,
                            2015 + i % 8, 2027 + i % 7, i);
    g_string_append_printf (lines, "cite s%u\n", i % 40);
  }
  for (guint i = 0; i < n_events; i++)
    g_string_append_printf (lines, "milestone m%u %u-%02u-03 3 official - Event %u\ncite e%u\n", i,
                            2016 + i % 10, i % 12 + 1, i, i);
  return mp_test_agreement (lines->str);
}

/* --- Pages ------------------------------------------------------------------------------------ */

/* Over all pages, each term has its name once. */
static void
assert_each_row_once (const Composed *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint p = 0; p < self->composition->pages->len; p++) {
    const MpPage *page = composed_page (self, p);

    for (guint i = 0; i < page->n_parts; i++) {
      const MpPagePart *part = &page->parts[i];

      if (part->kind == MP_PAGE_WORDS && part->role == MP_TEXT_SMALL_STRONG &&
          strstr (part->text, "Access ") != NULL) {
        g_assert_false (g_hash_table_contains (seen, part->text));
        g_hash_table_add (seen, (gpointer) part->text);
      }
    }
  }
  g_assert_cmpuint (g_hash_table_size (seen), ==, self->story->n_rows);
}

/* Each page says which one it is, of how many, and as of when. */
static void
assert_footers (const Composed *self)
{
  guint n_pages = self->composition->pages->len;

  for (guint i = 0; i < n_pages; i++) {
    g_autofree char *number = g_strdup_printf ("%u of %u", i + 1, n_pages);

    g_assert_true (page_has (composed_page (self, i), number));
    g_assert_true (page_has (composed_page (self, i), "As of 23 November 2026"));
  }
}

/* Behind the rows, all sources are listed in full, and all events that have no label. */
static void
assert_back (const Composed *self)
{
  g_autoptr (MpBits) listed = mp_bits_new (self->composition->numbering->n_sources + 1);
  gboolean is_behind = FALSE;

  for (guint p = 0; p < self->composition->pages->len; p++) {
    const MpPage *page = composed_page (self, p);
    g_autoptr (MpBits) here = NULL;

    is_behind = is_behind || !page_has (page, "Sources:");
    if (!is_behind)
      continue;
    here = listed_on (self, page);
    for (guint i = 0; i < here->length; i++)
      if (mp_bits_has (here, i)) {
        g_assert_false (mp_bits_has (listed, i));
        mp_bits_set (listed, i, TRUE);
      }
  }
  g_assert_true (is_behind);
  g_assert_cmpuint (mp_bits_count (listed), ==, self->composition->numbering->n_sources);
}

static void
test_pages (void)
{
  static const guint numbers[][2] = { { 1, 0 }, { 3, 5 }, { 25, 60 }, { 300, 0 }, { 300, 400 } };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_auto (Composed) self = composed_new (many_terms (numbers[i][0], numbers[i][1]));

    g_test_message ("%u terms, %u events", numbers[i][0], numbers[i][1]);
    composed_set_form (&self, MP_COMPOSE_PAGES);
    composed_make (&self);
    assert_composition (&self);
    assert_each_row_once (&self);
    assert_footers (&self);
    assert_back (&self);
    g_assert_cmpstr (self.composition->left_out, ==, "");
    g_assert_cmpuint (self.composition->pages->len, >, numbers[i][0] / 60);
  }
}

static void
test_pages_shipped (void)
{
  g_auto (Composed) self = composed_new (mp_test_shipped_agreement ());
  const MpMilestones *milestones = mp_agreement_milestones (self.agreement);

  composed_set_form (&self, MP_COMPOSE_PAGES);
  composed_make (&self);
  assert_composition (&self);
  assert_footers (&self);
  assert_back (&self);
  /* Every event is named, above the axis or behind. */
  for (guint32 m = 0; m < milestones->length; m++) {
    gboolean is_named = FALSE;

    for (guint p = 0; p < self.composition->pages->len && !is_named; p++) {
      const MpPage *page = composed_page (&self, p);

      for (guint i = 0; i < page->n_parts && !is_named; i++)
        is_named = page->parts[i].kind == MP_PAGE_WORDS &&
                   page->parts[i].item.kind == MP_ITEM_MILESTONE && page->parts[i].item.index == m;
    }
    g_assert_true (is_named);
  }
}

/* A page too small for one row is refused in words. */
static void
test_page_too_small (void)
{
  g_auto (Composed) self = composed_new (many_terms (3, 3));

  composed_set_form (&self, MP_COMPOSE_PAGES);
  self.request.height = 150;
  composed_make (&self);
  g_assert_nonnull (self.composition->refusal);
  g_assert_cmpuint (self.composition->pages->len, ==, 0);
}

/* --- Squares ---------------------------------------------------------------------------------- */

static guint
count_bars (const MpPage *page)
{
  guint n = 0;

  for (guint i = 0; i < page->n_parts; i++)
    n += page->parts[i].kind == MP_PAGE_BAR && page->parts[i].item.kind == MP_ITEM_PHASE;
  return n;
}

static void
test_square (void)
{
  static const guint numbers[] = { 1, 3, 4, 5, 12, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_auto (Composed) self = composed_new (many_terms (numbers[i], 0));
    guint n_bars;

    g_test_message ("%u terms", numbers[i]);
    composed_set_form (&self, MP_COMPOSE_SQUARE);
    composed_make (&self);
    assert_composition (&self);
    n_bars = count_bars (composed_page (&self, 0));
    g_assert_cmpuint (n_bars, >=, 1);
    g_assert_cmpuint (n_bars, <=, 4);
    if (numbers[i] <= 3)
      g_assert_cmpuint (n_bars, ==, numbers[i]);
    /* The others are named, or counted. */
    g_assert_cmpint (page_has (composed_page (&self, 0), "Also with a stated end:"), ==,
                     n_bars < numbers[i]);
  }
}

static void
test_square_shipped (void)
{
  g_auto (Composed) self = composed_new (mp_test_shipped_agreement ());

  composed_set_form (&self, MP_COMPOSE_SQUARE);
  composed_select (&self, "reset-2026");
  composed_make (&self);
  assert_composition (&self);
  g_assert_cmpuint (count_bars (composed_page (&self, 0)), <=, 4);
  g_assert_cmpuint (count_bars (composed_page (&self, 0)), >=, 2);
}

/* --- Tables ----------------------------------------------------------------------------------- */

static void
test_table (void)
{
  g_auto (Composed) self =
    composed_new (mp_test_agreement ("topic t blue Trade\n"
                                     "term a t Changes\nphase 2020-01-01/2026-04-27 stated Old\n"
                                     "phase 2026-04-27/2030 stated New\n"
                                     "term b t Ends\nphase 2020-01-01/2026-04-27 stated Seat\n"
                                     "term c t Begins\nphase 2026-04-27/.. stated Seat\n"
                                     "milestone reset 2026-04-27 1 official a,b,c The reset\n"));
  static const MpPageSign expected[] = { MP_PAGE_SIGN_CHANGED, MP_PAGE_SIGN_ENDED,
                                         MP_PAGE_SIGN_ADDED };
  const MpPage *page;

  composed_set_form (&self, MP_COMPOSE_TABLE);
  composed_select (&self, "reset");
  composed_make (&self);
  assert_composition (&self);
  page = composed_page (&self, 0);
  /* Each in its row and in the key. */
  for (guint e = 0; e < G_N_ELEMENTS (expected); e++) {
    guint n = 0;

    for (guint i = 0; i < page->n_parts; i++)
      n += page->parts[i].kind == MP_PAGE_SIGN && page->parts[i].sign == expected[e];
    g_assert_cmpuint (n, ==, 2);
  }
  g_assert_true (page_has (page, "changed"));
  g_assert_true (page_has (page, "ended"));
  g_assert_true (page_has (page, "added"));
}

static void
test_table_shipped (void)
{
  g_auto (Composed) self = composed_new (mp_test_shipped_agreement ());

  composed_set_form (&self, MP_COMPOSE_TABLE);
  composed_select (&self, "reset-2026");
  composed_make (&self);
  assert_composition (&self);
}

/* --- From right to left ----------------------------------------------------------------------- */

/* A page that is read from the right is the same page; only painting mirrors it. */
static void
test_mirrored (void)
{
  for (MpComposeForm form = MP_COMPOSE_ROWS; form <= MP_COMPOSE_TABLE; form++) {
    g_auto (Composed) left = composed_new (mp_test_shipped_agreement ());
    g_auto (Composed) right = composed_new (mp_test_shipped_agreement ());

    composed_set_form (&left, form);
    composed_set_form (&right, form);
    if (form == MP_COMPOSE_ROWS)
      left.request.height = right.request.height = 0;
    composed_select (&left, "reset-2026");
    composed_select (&right, "reset-2026");
    mp_text_set_direction (right.text, MP_TEXT_DIRECTION_RTL);
    composed_make (&left);
    composed_make (&right);
    assert_composition (&right);
    g_assert_cmpuint (left.composition->pages->len, ==, right.composition->pages->len);
    for (guint i = 0; i < left.composition->pages->len; i++) {
      g_autofree char *one = mp_page_dump (composed_page (&left, i));
      g_autofree char *other = mp_page_dump (composed_page (&right, i));

      mp_test_assert_same_text ("mirrored", one, other);
    }
  }
}

/* --- The same again --------------------------------------------------------------------------- */

static void
test_same_again (void)
{
  for (MpComposeForm form = MP_COMPOSE_ROWS; form <= MP_COMPOSE_TABLE; form++) {
    g_auto (Composed) self = composed_new (mp_test_shipped_agreement ());
    g_autofree char *one = NULL, *other = NULL;

    composed_set_form (&self, form);
    composed_select (&self, "reset-2026");
    if (form == MP_COMPOSE_ROWS)
      self.request.height = 0;
    composed_make (&self);
    one = mp_page_dump (composed_page (&self, 0));
    composed_make (&self);
    other = mp_page_dump (composed_page (&self, 0));
    g_assert_cmpstr (one, ==, other);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose-forms/pages", test_pages);
  g_test_add_func ("/compose-forms/pages-shipped", test_pages_shipped);
  g_test_add_func ("/compose-forms/page-too-small", test_page_too_small);
  g_test_add_func ("/compose-forms/square", test_square);
  g_test_add_func ("/compose-forms/square-shipped", test_square_shipped);
  g_test_add_func ("/compose-forms/table", test_table);
  g_test_add_func ("/compose-forms/table-shipped", test_table_shipped);
  g_test_add_func ("/compose-forms/mirrored", test_mirrored);
  g_test_add_func ("/compose-forms/same-again", test_same_again);
  return mp_test_run_with_fonts ();
}
