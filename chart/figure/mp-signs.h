/* mp-signs.h: which signs a picture of an agreement has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A legend shows these and no others: what is not in the picture need not be understood. They are
 * those of the whole agreement, so that the legend stays the same while panning and zooming.
 */
#pragma once

#include "mp-agreement.h"

G_BEGIN_DECLS

typedef enum {
  MP_SIGN_IN_FORCE,
  MP_SIGN_TO_COME,
  MP_SIGN_OVER,
  MP_SIGN_POSSIBLE,  /* at some time within what is hatched */
  MP_SIGN_ABOUT,     /* soft edges */
  MP_SIGN_UNCERTAIN, /* "?" */
  MP_SIGN_UNKNOWN,   /* fades */
  MP_SIGN_OPEN,      /* an arrow */
  MP_SIGN_ONE_OF,
  MP_SIGN_ALL_OF,
  MP_SIGN_ENDS_EARLY,
  MP_SIGN_NOTICE,
  MP_SIGN_REPORTED,
  MP_SIGN_CLAIMED,
  MP_SIGN_DISPUTED,
  MP_SIGN_OTHER, /* what another source says */
  MP_SIGN_WAS,   /* these are of a comparison */
  MP_SIGN_ADDED,
  MP_SIGN_CHANGED,
  MP_SIGN_ENDED,
  MP_SIGN_UNCHANGED,
  MP_SIGN_PERHAPS, /* a verdict that the dates leave open */
  MP_N_SIGNS,
} MpSign;

/* A set of signs: 1 << MpSign each. */
typedef guint32 MpSigns;

#define MP_SIGNS_ALL ((MpSigns) ((G_GUINT64_CONSTANT (1) << MP_N_SIGNS) - 1))

/* What two dates that are compared add to a picture. */
#define MP_SIGNS_COMPARISON ((MpSigns) ((1u << (MP_SIGN_PERHAPS + 1)) - (1u << MP_SIGN_WAS)))

static inline gboolean
mp_signs_have (MpSigns signs, MpSign sign)
{
  return (signs >> sign & 1) != 0;
}

/* The signs that a picture of the agreement can have, whatever part of it is shown, and whatever
 * date is asked about. */
MpSigns mp_signs_of (MpAgreement *agreement);

G_END_DECLS
