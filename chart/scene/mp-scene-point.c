/* mp-scene-point.c: the points of a milestone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date has one point, a set of dates has a point for each of them, and the dates of other sources
 * add their own.
 */
#include "config.h"

#include "mp-scene-private.h"

#include "mp-agreement.h"

#include <math.h>

/* In design pixels. */
#define MIN_STRETCH 14 /* a vague date narrower than this is drawn as a dot */
#define DOUBT_SIZE 14  /* of a dot with "?" in it */

/* The size of a dot for the date of another source, as a share of the usual size. */
#define OTHER_SHARE 0.85

/* What all points of one milestone share. */
typedef struct {
  MpScene *scene;
  double y;
  double size;
} Line;

static double
x_of_day (const MpScene *scene, double day)
{
  return scene->plot.x + mp_scale_to_x (scene->scale, day);
}

static MpEdge
edge_of (const MpDate *date, gboolean is_open)
{
  if (date->kind == MP_DATE_UNKNOWN)
    return MP_EDGE_UNKNOWN;
  if (date->kind == MP_DATE_OPEN || is_open)
    return MP_EDGE_OPEN;
  return date->approximate ? MP_EDGE_SOFT : MP_EDGE_SHARP;
}

/* Adds the dot or the stretch of one date, one interval or one member of a set. */
static void
add_point (const Line *line, const MpSpan *date, MpPointKind kind, MpCertainty certainty)
{
  MpScene *scene = line->scene;
  const MpMetrics *metrics = &scene->layout->metrics;
  MpView reach = mp_scene_get_reach (scene);
  MpInstant earliest = date->start.earliest, after = date->end.after;
  double from = MAX (mp_day_from_instant (earliest), reach.begin);
  double until = MIN (mp_day_from_instant (after), reach.end);
  double x0 = x_of_day (scene, from), x1 = x_of_day (scene, until);
  double size = line->size;
  MpScenePoint point = {
    .kind = kind,
    .is_uncertain = date->start.uncertain || date->end.uncertain,
    .start = edge_of (&date->start, earliest == MP_INSTANT_MIN),
    .end = edge_of (&date->end, after == MP_INSTANT_MAX),
    .certainty = certainty,
  };

  point.is_stretch =
    x1 - x0 >= MIN_STRETCH * metrics->unit && x1 - x0 > scene->scale.per_day * 1.001;
  point.x =
    mp_scene_near_view (scene, round (x_of_day (scene, mp_stems_day_between (earliest, after))));
  if (kind == MP_POINT_OTHER)
    size = MAX (5, round (size * OTHER_SHARE));
  if (point.is_stretch) {
    x0 = mp_scene_near_view (scene, x0);
    x1 = mp_scene_near_view (scene, x1);
    point.rect = (MpRect) { x0, line->y - size / 2, x1 - x0, size };
  } else {
    if (point.is_uncertain)
      size = MAX (size, ceil (DOUBT_SIZE * metrics->unit));
    point.rect = (MpRect) { point.x - size / 2, line->y - size / 2, size, size };
  }
  point.target = mp_rect_at_least (point.rect, metrics->target);
  mp_array_append (scene->points, scene->n_points, point);
}

static void
add_date (const Line *line, const MpSpan *date, MpPointKind kind, MpCertainty certainty)
{
  MpSpan member;
  gsize at = 0;

  if (date->start.set == MP_DATE_SET_NONE) {
    add_point (line, date, kind, certainty);
    return;
  }
  if (kind == MP_POINT_DATE && date->start.n_members > 1)
    kind = date->start.set == MP_DATE_SET_ONE_OF ? MP_POINT_ONE_OF : MP_POINT_ALL_OF;
  while (mp_date_next_member (&date->start, &at, &member))
    add_point (line, &member, kind, certainty);
}

MpRun
mp_scene_add_points (MpScene *scene, guint32 milestone, double y, double size)
{
  MpAgreement *agreement = scene->layout->agreement;
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  MpRun alternatives = milestones->alternatives[milestone];
  MpRun run = { scene->n_points, 0 };
  Line line = { scene, y, size };
  MpSpan date;

  mp_agreement_get_milestone_date (agreement, milestone, &date);
  add_date (&line, &date, MP_POINT_DATE, milestones->certainty[milestone]);
  for (guint32 i = alternatives.first; i < alternatives.first + alternatives.count; i++) {
    mp_agreement_get_alternative_date (agreement, i, &date);
    add_date (&line, &date, MP_POINT_OTHER, mp_agreement_alternatives (agreement)[i].certainty);
  }
  run.count = scene->n_points - run.first;
  return run;
}
