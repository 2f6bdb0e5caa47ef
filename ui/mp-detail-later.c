/* mp-detail-later.c: tells what became known later
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-detail-later.h"

#include "mp-agreement.h"
#include "mp-difference.h"

#include <glib/gi18n-lib.h>

#define DIFFERENCES "mp-differences"

/* Returns the differences between what is shown and all that is known, which are found once:
 * neither agreement changes. They belong to the agreement that is shown. */
static const GArray *
find_differences (MpAgreement *shown, MpAgreement *whole)
{
  GArray *differences = g_object_get_data (G_OBJECT (shown), DIFFERENCES);

  if (differences == NULL) {
    differences = mp_differences (shown, whole);
    g_object_set_data_full (G_OBJECT (shown), DIFFERENCES, differences,
                            (GDestroyNotify) g_array_unref);
  }
  return differences;
}

/* Sources, steps of the story and the like are not listed: they are seen where they are cited. */
static gboolean
is_listed (const MpDifference *difference)
{
  return difference->thing == MP_THING_TERM || difference->thing == MP_THING_PHASE ||
         difference->thing == MP_THING_MILESTONE;
}

/* The entry itself, as far as it was known; and its colour. */
static MpItem
find_item (const MpDifference *difference)
{
  if (difference->before == MP_NONE || difference->thing == MP_THING_TERM)
    return (MpItem) { MP_ITEM_NONE, 0 };
  return (MpItem) { difference->thing == MP_THING_PHASE ? MP_ITEM_PHASE : MP_ITEM_MILESTONE,
                    difference->before };
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

void
mp_detail_add_later (MpDetailRows *rows, MpSession *session)
{
  MpAgreement *shown = mp_session_get_agreement (session);
  MpAgreement *whole = mp_session_get_whole_agreement (session);
  const GArray *differences;
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_now;

  if (mp_session_get_known (session) == NULL)
    return;
  differences = find_differences (shown, whole);
  for (guint i = 0; i < differences->len; i++)
    if (is_listed (&g_array_index (differences, MpDifference, i)))
      g_array_append_val (listed, i);
  if (listed->len > 0)
    mp_detail_rows_add_heading (rows, _ ("Became known later"));
  n_now = mp_detail_rows_begin_list (rows, MP_DETAIL_CARDS, listed->len);
  for (guint i = 0; i < n_now; i++) {
    const MpDifference *difference =
      &g_array_index (differences, MpDifference, g_array_index (listed, guint, i));
    g_autofree char *name = mp_difference_name (shown, whole, difference);
    g_autofree char *words = mp_difference_words (difference);

    mp_detail_rows_add_card (rows, find_item (difference), find_color (shown, whole, difference),
                             name, NULL, words, NULL)
      ->look = MP_DETAIL_BRIEF;
  }
  mp_detail_rows_end_list (rows);
}
