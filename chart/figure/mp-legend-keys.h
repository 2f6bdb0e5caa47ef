/* mp-legend-keys.h: finds the keys of an agreement's legend
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A legend explains only signs that the chart of an agreement can have. It depends on the whole
 * agreement, not on the part in view, so it stays the same while panning and zooming.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-certainty.h"

G_BEGIN_DECLS

typedef enum {
  MP_LEGEND_IN_FORCE,
  MP_LEGEND_TO_COME,
  MP_LEGEND_OVER,
  MP_LEGEND_POSSIBLE,  /* at some time within a hatched stretch */
  MP_LEGEND_ABOUT,     /* soft edges */
  MP_LEGEND_UNCERTAIN, /* "?" */
  MP_LEGEND_UNKNOWN,   /* fades */
  MP_LEGEND_OPEN,      /* an arrow */
  MP_LEGEND_ONE_OF,
  MP_LEGEND_ALL_OF,
  MP_LEGEND_ENDS_EARLY,
  MP_LEGEND_NOTICE,
  MP_LEGEND_CROWD,     /* phases too many to draw apart */
  MP_LEGEND_CERTAINTY, /* + MpCertainty: a key for each of them */
  MP_LEGEND_OTHER = MP_LEGEND_CERTAINTY + MP_N_CERTAINTIES, /* the date from another source */
  MP_LEGEND_WAS,                                            /* the first key of comparisons */
  MP_LEGEND_ADDED,
  MP_LEGEND_CHANGED,
  MP_LEGEND_ENDED,
  MP_LEGEND_UNCHANGED,
  MP_LEGEND_PERHAPS, /* a change of which the dates do not tell whether it has happened */
  MP_N_LEGEND_KEYS,
} MpLegendKey;

/* A set of keys; each is the bit 1 << MpLegendKey. */
typedef guint32 MpLegendKeys;

#define MP_LEGEND_ALL ((MpLegendKeys) ((G_GUINT64_CONSTANT (1) << MP_N_LEGEND_KEYS) - 1))

/* The keys that only a comparison of two dates has. */
#define MP_LEGEND_COMPARISON                                                                       \
  ((MpLegendKeys) ((1u << (MP_LEGEND_PERHAPS + 1)) - (1u << MP_LEGEND_WAS)))

static inline gboolean
mp_legend_keys_have (MpLegendKeys keys, MpLegendKey key)
{
  return (keys >> key & 1) != 0;
}

/* Returns the keys that a picture of the agreement can need, whichever part of it is shown and
 * whatever the as-of date is. Takes time in proportion to the number of entries. */
MpLegendKeys mp_legend_keys_of (MpAgreement *agreement);

G_END_DECLS
