/* mp-distance.h: how far two milestones are apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The distance between two days is a number. If a date is vague the distance is a range: at least
 * from the end of the earlier date to the beginning of the later one, at most from the beginning of
 * the earlier to the end of the later.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"

G_BEGIN_DECLS

typedef struct {
  gint64 least; /* days */
  gint64 most;
  MpInstant least_from; /* least is counted from least_from to least_until, most likewise */
  MpInstant least_until;
  MpInstant most_from;
  MpInstant most_until;
} MpDistance;

/* Measures how far two milestones are apart. Returns FALSE and stores nothing if the date of one
 * has no bound on one side. */
gboolean mp_distance_between (MpAgreement *agreement, guint32 milestone, guint32 other,
                              MpDistance *distance);

/* Returns "7 years, 2 months and 5 days"; for a range "at least 11 months, at most 2 years". Free
 * with g_free (). */
char *mp_distance_words (const MpDistance *distance) G_GNUC_WARN_UNUSED_RESULT;

/* Returns "2,622 days"; for a range "334 to 730 days". Free with g_free (). */
char *mp_distance_days (const MpDistance *distance) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
