/* mp-detail-later.c: tells what became known later
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-later.h"

#include "mp-agreement.h"
#include "mp-difference.h"
#include "mp-known.h"

#include <glib/gi18n-lib.h>

#define LATER "mp-became-known-later"
#define BETWEEN "mp-became-known-between"

/* What became known from one agreement to another, both of the same file. */
typedef struct {
  char *day;           /* the other day, or NULL for today */
  MpAgreement *before; /* borrowed if it is the one that is shown, which owns this; else owned */
  MpAgreement *after;
  MpAgreement *shown; /* borrowed */
  GArray *differences;
} Became;

static void
became_free (gpointer data)
{
  Became *self = data;

  if (self->before != self->shown)
    g_object_unref (self->before);
  if (self->after != self->shown)
    g_object_unref (self->after);
  g_array_unref (self->differences);
  g_free (self->day);
  g_free (self);
}

/* Finds the differences of what is shown to another agreement, which it takes, and keeps them with
 * what is shown: neither changes. */
static Became *
became_new (MpAgreement *shown, const char *name, MpAgreement *other, gboolean is_other_later,
            const char *day)
{
  Became *self = g_new0 (Became, 1);

  self->day = g_strdup (day);
  self->shown = shown;
  self->before = is_other_later ? shown : other;
  self->after = is_other_later ? other : shown;
  self->differences = mp_differences (self->before, self->after);
  g_object_set_data_full (G_OBJECT (shown), name, self, became_free);
  return self;
}

/* Sources, steps of the story and the like are not listed: they are seen where they are cited. */
static gboolean
is_listed (const MpDifference *difference)
{
  return difference->thing == MP_THING_TERM || difference->thing == MP_THING_PHASE ||
         difference->thing == MP_THING_MILESTONE;
}

/* The entry itself, as far as it is shown; and its colour. */
static MpItem
find_item (const Became *became, const MpDifference *difference)
{
  guint32 index = became->before == became->shown ? difference->before : difference->after;

  if (index == MP_NONE || difference->thing == MP_THING_TERM)
    return (MpItem) { MP_ITEM_NONE, 0 };
  return (MpItem) { difference->thing == MP_THING_PHASE ? MP_ITEM_PHASE : MP_ITEM_MILESTONE,
                    index };
}

static MpColor
find_color (MpAgreement *shown, MpAgreement *whole, const MpDifference *difference)
{
  MpAgreement *agreement = difference->after != MP_NONE ? whole : shown;
  guint32 index = difference->after != MP_NONE ? difference->after : difference->before;
  guint32 topic;

  if (difference->thing == MP_THING_MILESTONE)
    topic = mp_agreement_milestones (agreement)->topic[index];
  else if (difference->thing == MP_THING_PHASE)
    topic = mp_item_topic (agreement, (MpItem) { MP_ITEM_PHASE, index });
  else
    topic = mp_agreement_terms (agreement, NULL)[index].topic;
  return mp_agreement_topics (agreement, NULL)[topic].color;
}

/* Adds a card for each entry of which something became known, under a heading. Where there is none,
 * says so, unless these words are NULL. */
static void
add_entries (MpDetailRows *rows, const Became *became, const char *heading, const char *none)
{
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_now;

  for (guint i = 0; i < became->differences->len; i++)
    if (is_listed (&g_array_index (became->differences, MpDifference, i)))
      g_array_append_val (listed, i);
  if (listed->len > 0 || none != NULL)
    mp_detail_rows_add_heading (rows, heading);
  if (listed->len == 0)
    mp_detail_rows_add_text (rows, none, "dim-label");
  n_now = mp_detail_rows_begin_list (rows, MP_DETAIL_CARDS, listed->len);
  for (guint i = 0; i < n_now; i++) {
    const MpDifference *difference =
      &g_array_index (became->differences, MpDifference, g_array_index (listed, guint, i));
    g_autofree char *name = mp_difference_name (became->before, became->after, difference);
    g_autofree char *words = mp_difference_words (difference);

    mp_detail_rows_add_card (rows, find_item (became, difference),
                             find_color (became->before, became->after, difference), name, NULL,
                             words, NULL)
      ->look = MP_DETAIL_BRIEF;
  }
  mp_detail_rows_end_list (rows);
}

void
mp_detail_add_later (MpDetailRows *rows, MpSession *session)
{
  MpAgreement *shown = mp_session_get_agreement (session);
  Became *became = g_object_get_data (G_OBJECT (shown), LATER);

  if (mp_session_get_known (session) == NULL)
    return;
  if (became == NULL)
    became = became_new (shown, LATER, g_object_ref (mp_session_get_whole_agreement (session)),
                         TRUE, NULL);
  add_entries (rows, became, _ ("Became known later"), NULL);
}

void
mp_detail_add_known_between (MpDetailRows *rows, MpSession *session)
{
  MpAgreement *shown = mp_session_get_agreement (session);
  const MpDate *known = mp_session_get_known (session), *other = mp_session_get_before (session);
  Became *became = g_object_get_data (G_OBJECT (shown), BETWEEN);
  g_autofree char *first = NULL, *second = NULL, *heading = NULL;
  gboolean is_other_later;

  if (known == NULL || other == NULL || other->kind != MP_DATE_KNOWN ||
      other->after == known->after)
    return;
  is_other_later = other->after > known->after;
  if (became == NULL || !g_str_equal (became->day, other->text))
    became = became_new (shown, BETWEEN,
                         mp_agreement_as_known (mp_session_get_whole_agreement (session), other),
                         is_other_later, other->text);
  first = mp_date_words (is_other_later ? known : other);
  second = mp_date_words (is_other_later ? other : known);
  /* Translators: two dates, the earlier one first. */
  heading = g_strdup_printf (_ ("Became known between %s and %s"), first, second);
  add_entries (rows, became, heading, _ ("Nothing became known in that time."));
}
