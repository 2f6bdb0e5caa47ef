/* mp-distance.h: how far two milestones are apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between two days the distance is a number. Where a date is vague it is a stretch: at least from
 * the end of the one to the beginning of the other, at most from beginning to end.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"

G_BEGIN_DECLS

typedef struct {
  gint64 least; /* days */
  gint64 most;
  MpInstant least_from; /* the days between which the least lies, and the most */
  MpInstant least_until;
  MpInstant most_from;
  MpInstant most_until;
} MpDistance;

/* Returns FALSE, and stores nothing, where a date has no bound on one side. */
gboolean mp_distance_between (MpAgreement *agreement, guint32 milestone, guint32 other,
                              MpDistance *distance);

/* "7 years, 2 months and 5 days"; of a stretch "at least 11 months, at most 2 years". Free with
 * g_free (). */
char *mp_distance_words (const MpDistance *distance) G_GNUC_WARN_UNUSED_RESULT;

/* "2,622 days"; of a stretch "334 to 730 days". Free with g_free (). */
char *mp_distance_days (const MpDistance *distance) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
