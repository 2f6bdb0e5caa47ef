/* mp-certainty.c: how well a fact is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-certainty.h"

#include <glib/gi18n-lib.h>

const MpCertaintyInfo mp_certainties[MP_N_CERTAINTIES] = {
  [MP_CERTAINTY_STATED] = {
    .word = "stated",
    .words = N_ ("Stated by the parties"),
    .is_confirmed = TRUE,
    .is_expected = TRUE,
  },
  [MP_CERTAINTY_OFFICIAL] = {
    .word = "official",
    /* Translators: how well a fact is known: a court, a regulator or the like says so */
    .words = N_ ("Official"),
    .is_confirmed = TRUE,
  },
  [MP_CERTAINTY_REPORTED] = {
    .word = "reported",
    .words = N_ ("Reported by the press"),
    .legend = N_ ("Reported by the press"),
    .line = MP_LINE_DASHED,
    .body = MP_BODY_HALF,
  },
  [MP_CERTAINTY_CLAIMED] = {
    .word = "claimed",
    .words = N_ ("Claimed by one source"),
    .legend = N_ ("Claimed by one source"),
    .line = MP_LINE_DOTTED,
    .body = MP_BODY_OUTLINE,
    .is_doubtful = TRUE,
  },
  [MP_CERTAINTY_DISPUTED] = {
    .word = "disputed",
    .words = N_ ("Disputed: sources disagree"),
    .legend = N_ ("Sources disagree"),
    .symbol = "≠",
    .line = MP_LINE_DOTTED,
    .body = MP_BODY_OUTLINE,
    .is_doubtful = TRUE,
  },
};

const MpVocabulary mp_certainty_vocabulary = MP_VOCABULARY (mp_certainties);

int
mp_certainty_compare (MpCertainty a, MpCertainty b)
{
  return (a > b) - (a < b);
}
