/* test-compose-support.h: what the tests of composing share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement.h"
#include "mp-compose.h"
#include "mp-story.h"

#include "mp-test-scene.h"

#include <stdlib.h>
#include <string.h>

/* Parts whose rectangles were computed along different ways differ by no more, in design pixels. */
#define NEAR 1.0

/* What a test composes. Before composed_make () it may change the two requests. */
typedef struct {
  MpAgreement *agreement;
  MpText *text;
  MpStoryRequest telling;
  MpComposeRequest request;
  MpStory *story;
  MpComposition *composition;
} Composed;

static inline void
composed_clear (Composed *self)
{
  mp_composition_free (self->composition);
  mp_story_free (self->story);
  mp_text_free (self->text);
  g_clear_object (&self->agreement);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Composed, composed_clear)

/* A slide of an agreement, which it takes over. */
static inline Composed
composed_new (MpAgreement *agreement)
{
  return (Composed) { .agreement = agreement,
                      .text = mp_text_new (NULL, 1),
                      .telling = { .agreement = agreement,
                                   .today = mp_test_instant (MP_TEST_TODAY),
                                   .milestone = MP_NONE },
                      .request = { .form = MP_COMPOSE_ROWS,
                                   .medium = MP_MEDIUM_SCREEN,
                                   .text_size = 1,
                                   .width = 1920,
                                   .height = 1080,
                                   .unit = 1 } };
}

/* Makes it one of pages, of a square or of a table. */
static inline void
composed_set_form (Composed *self, MpComposeForm form)
{
  self->request.form = form;
  switch (form) {
  case MP_COMPOSE_PAGES:
    self->telling.kind = MP_STORY_WHOLE;
    self->request.medium = MP_MEDIUM_PRINT;
    self->request.height = 1358;
    break;
  case MP_COMPOSE_SQUARE:
    self->telling.kind = MP_STORY_ENDINGS;
    self->request.medium = MP_MEDIUM_SQUARE;
    self->request.width = self->request.height = 1080;
    break;
  case MP_COMPOSE_TABLE:
    self->request.height = 0;
    break;
  case MP_COMPOSE_ROWS:
  default:
    break;
  }
}

static inline void
composed_select (Composed *self, const char *milestone)
{
  self->telling.selection =
    (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (self->agreement, milestone) };
}

static inline void
composed_make (Composed *self)
{
  mp_composition_free (self->composition);
  mp_story_free (self->story);
  self->story = self->request.story = mp_story_new (&self->telling);
  self->request.text = self->text;
  self->composition = mp_compose (&self->request);
}

static inline const MpPage *
composed_page (const Composed *self, guint i)
{
  g_assert_cmpuint (i, <, self->composition->pages->len);
  return g_ptr_array_index (self->composition->pages, i);
}

static inline gboolean
page_has (const MpPage *page, const char *words)
{
  for (guint i = 0; i < page->n_parts; i++)
    if (page->parts[i].kind == MP_PAGE_WORDS && strstr (page->parts[i].text, words) != NULL)
      return TRUE;
  return FALSE;
}

/* All words of a page, with a space between two parts. */
static inline char *
page_words (const MpPage *page)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < page->n_parts; i++)
    if (page->parts[i].kind == MP_PAGE_WORDS)
      g_string_append_printf (words, "%s ", page->parts[i].text);
  return g_string_free (words, FALSE);
}

/* --- What holds for every page ---------------------------------------------------------------- */

/* The part of a line that letters can cover: without what is above capitals and below commas. */
static inline MpRect
ink_of (const MpPagePart *part)
{
  double above = part->baseline - part->rect.y, below = part->rect.height - above;

  return (MpRect) { part->rect.x + NEAR / 2, part->baseline - 0.72 * above, part->rect.width - NEAR,
                    0.72 * above + 0.3 * below };
}

static inline void
assert_words_apart (const MpPage *page)
{
  for (guint i = 0; i < page->n_parts; i++) {
    const MpPagePart *part = &page->parts[i];

    if (part->kind != MP_PAGE_WORDS)
      continue;
    if (part->rect.x < -NEAR || part->rect.y < -NEAR ||
        part->rect.x + part->rect.width > page->size.width + NEAR ||
        part->rect.y + part->rect.height > page->size.height + NEAR)
      g_error ("\"%s\" is not on its page", part->text);
    for (guint j = 0; j < i; j++)
      if (page->parts[j].kind == MP_PAGE_WORDS &&
          mp_rect_intersects (ink_of (part), ink_of (&page->parts[j])))
        g_error ("\"%s\" lies over \"%s\"", part->text, page->parts[j].text);
  }
}

/* Neither lines nor stems, which are narrow boxes, cross words. */
static inline void
assert_words_not_crossed (const MpPage *page)
{
  for (guint i = 0; i < page->n_parts; i++) {
    const MpPagePart *line = &page->parts[i];

    if (line->rect.width > 4 || line->rect.height < line->rect.width ||
        (line->kind != MP_PAGE_LINE && line->kind != MP_PAGE_BOX))
      continue;
    for (guint j = 0; j < page->n_parts; j++)
      if (page->parts[j].kind == MP_PAGE_WORDS &&
          mp_rect_intersects (ink_of (&page->parts[j]), line->rect))
        g_error ("a line crosses \"%s\"", page->parts[j].text);
  }
}

/* No words are smaller than the medium's smallest, nor cut off. */
static inline void
assert_legible (const Composed *self, const MpPage *page)
{
  const MpType *type = mp_type_get (self->request.medium);
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  double small, reference;

  mp_text_set_size (text, MP_TEXT_SMALL, type->small * self->request.text_size);
  mp_text_set_size (text, MP_TEXT_REFERENCE, type->reference * self->request.text_size);
  small = mp_text_measure_line (text, MP_TEXT_SMALL, "1").height;
  reference = mp_text_measure_line (text, MP_TEXT_REFERENCE, "1").height;
  for (guint i = 0; i < page->n_parts; i++) {
    const MpPagePart *part = &page->parts[i];

    if (part->kind != MP_PAGE_WORDS)
      continue;
    g_assert_cmpfloat (part->rect.height, >=,
                       (part->role == MP_TEXT_REFERENCE ? reference : small) - NEAR);
    g_assert_null (strstr (part->text, "..."));
    g_assert_false (g_str_has_suffix (part->text, "…"));
  }
}

/* Returns the numbers in the list of sources of a page, as bits of numbers; and fails unless each
 * has its own source. */
static inline MpBits *
listed_on (const Composed *self, const MpPage *page)
{
  const MpNumbering *numbering = self->composition->numbering;
  MpBits *listed = mp_bits_new (numbering->n_sources + 1);
  const MpPagePart *before = NULL;

  for (guint i = 0; i < page->n_parts; i++) {
    const MpPagePart *part = &page->parts[i];

    if (part->kind != MP_PAGE_WORDS)
      continue;
    if (part->role == MP_TEXT_SMALL && part->source != MP_NONE && before != NULL &&
        before->role == MP_TEXT_SMALL_STRONG) {
      int number = atoi (before->text);

      g_assert_cmpint (number, >=, 1);
      g_assert_cmpint (number, <=, (int) numbering->n_sources);
      g_assert_cmpuint (numbering->sources[number - 1], ==, part->source);
      g_assert_false (mp_bits_has (listed, (guint) number));
      mp_bits_set (listed, (guint) number, TRUE);
    }
    before = part;
  }
  return listed;
}

/* Returns the numbers at marks and bars; and fails unless they come as 1, 2 and so on, last being
 * the last one of the pages before. */
static inline MpBits *
cited_on (const Composed *self, const MpPage *page, guint *last)
{
  const MpNumbering *numbering = self->composition->numbering;
  MpBits *cited = mp_bits_new (numbering->n_sources + 1);

  for (guint i = 0; i < page->n_parts; i++) {
    const MpPagePart *part = &page->parts[i];
    int number;

    if (part->kind != MP_PAGE_WORDS || part->role != MP_TEXT_REFERENCE || part->source == MP_NONE)
      continue;
    number = atoi (part->text);
    g_assert_cmpint (number, >=, 1);
    g_assert_cmpint (number, <=, (int) *last + 1);
    g_assert_cmpuint (numbering->sources[number - 1], ==, part->source);
    g_assert_cmpint (part->item.kind, !=, MP_ITEM_NONE);
    *last = MAX (*last, (guint) number);
    mp_bits_set (cited, (guint) number, TRUE);
  }
  return cited;
}

/* Everything that holds for any composition; ends the test if anything does not. */
static inline void
assert_composition (const Composed *self)
{
  guint last = 0;

  g_assert_cmpstr (self->composition->refusal, ==, NULL);
  g_assert_cmpuint (self->composition->pages->len, >, 0);
  for (guint i = 0; i < self->composition->pages->len; i++) {
    const MpPage *page = composed_page (self, i);
    g_autoptr (MpBits) listed = listed_on (self, page);
    g_autoptr (MpBits) cited = cited_on (self, page, &last);

    if (self->request.height > 0)
      g_assert_cmpfloat (page->size.height, ==, self->request.height);
    assert_words_apart (page);
    assert_words_not_crossed (page);
    assert_legible (self, page);
    if (page_has (page, "Sources:") || self->composition->pages->len == 1)
      g_assert_true (mp_bits_equal (listed, cited));
  }
  g_assert_cmpuint (last, ==, self->composition->numbering->n_sources);
}
