/* mp-legend-keys.h: which signs a picture of an agreement has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A legend shows these and no others: what is not in the picture need not be understood. They are
 * those of the whole agreement, so that the legend stays the same while panning and zooming.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-certainty.h"

G_BEGIN_DECLS

typedef enum {
  MP_LEGEND_IN_FORCE,
  MP_LEGEND_TO_COME,
  MP_LEGEND_OVER,
  MP_LEGEND_POSSIBLE,  /* at some time within what is hatched */
  MP_LEGEND_ABOUT,     /* soft edges */
  MP_LEGEND_UNCERTAIN, /* "?" */
  MP_LEGEND_UNKNOWN,   /* fades */
  MP_LEGEND_OPEN,      /* an arrow */
  MP_LEGEND_ONE_OF,
  MP_LEGEND_ALL_OF,
  MP_LEGEND_ENDS_EARLY,
  MP_LEGEND_NOTICE,
  MP_LEGEND_CERTAINTY, /* how well it is known: this + MpCertainty, one key each */
  MP_LEGEND_OTHER = MP_LEGEND_CERTAINTY + MP_N_CERTAINTIES, /* what another source says */
  MP_LEGEND_WAS,                                            /* these are of a comparison */
  MP_LEGEND_ADDED,
  MP_LEGEND_CHANGED,
  MP_LEGEND_ENDED,
  MP_LEGEND_UNCHANGED,
  MP_LEGEND_PERHAPS, /* a verdict that the dates leave open */
  MP_N_LEGEND_KEYS,
} MpLegendKey;

/* A set of signs: 1 << MpLegendKey each. */
typedef guint32 MpLegendKeys;

#define MP_LEGEND_ALL ((MpLegendKeys) ((G_GUINT64_CONSTANT (1) << MP_N_LEGEND_KEYS) - 1))

/* What two dates that are compared add to a picture. */
#define MP_LEGEND_COMPARISON                                                                       \
  ((MpLegendKeys) ((1u << (MP_LEGEND_PERHAPS + 1)) - (1u << MP_LEGEND_WAS)))

static inline gboolean
mp_legend_keys_have (MpLegendKeys signs, MpLegendKey sign)
{
  return (signs >> sign & 1) != 0;
}

/* The signs that a picture of the agreement can have, whatever part of it is shown, and whatever
 * date is asked about. */
MpLegendKeys mp_legend_keys_of (MpAgreement *agreement);

G_END_DECLS
