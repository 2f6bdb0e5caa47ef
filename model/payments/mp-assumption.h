/* mp-assumption.h: numbers that people assume, as they type them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number, or two with "to", a dash or ".." between them; after it, in round brackets, words on
 * where it comes from: "30 to 40 billion (my guess)". A number may have a sign, a decimal point or
 * comma, the name of a large number in English or in the language of the program ("billion", "bn"),
 * and its unit, or for a share "%". A name after the second number holds for both.
 */
#pragma once

#include "mp-payments.h"

G_BEGIN_DECLS

/* What is assumed. */
typedef enum {
  MP_ASSUME_BASE,   /* money in the first year */
  MP_ASSUME_GROWTH, /* in percent a year */
  MP_ASSUME_RATE,   /* in percent of the base */
} MpAssumptionKind;
#define MP_N_ASSUMPTIONS 3

typedef struct {
  MpRange range; /* of a share: 0.2 for 20 percent */
  char *words;   /* owned: where it comes from, "" if that is not said */
} MpAssumption;

/* The assumptions for one term. All or none are set. */
typedef struct {
  MpAssumption of[MP_N_ASSUMPTIONS];
} MpAssumptions;

/* Reads an assumption. unit is that of money, or "". Returns FALSE, stores nothing and sets error
 * (G_IO_ERROR_INVALID_ARGUMENT), a sentence that says what to do, if it cannot be read, if it could
 * be read in two ways, as "1,500" can, or if it is not within bounds: a base from 0 to 10^15, a
 * growth from -100 to 1000 percent, a rate from 0 to 100 percent. Free with mp_assumption_clear ().
 */
gboolean mp_assumption_parse (MpAssumptionKind kind, const char *text, const char *unit,
                              MpAssumption *assumption, GError **error);
void mp_assumption_clear (MpAssumption *assumption);

/* Reads all assumptions, by kind, as above. Sets *wrong to the kind of the first that is wrong. */
gboolean mp_assumptions_parse (const char *const *texts, const char *unit,
                               MpAssumptions *assumptions, MpAssumptionKind *wrong, GError **error);
void mp_assumptions_clear (MpAssumptions *assumptions);

/* Makes a copy that owns its words. */
MpAssumptions mp_assumptions_copy (const MpAssumptions *assumptions);

/* The numbers, for mp_payments_new (). */
MpAssumed mp_assumptions_get (const MpAssumptions *assumptions);

/* Returns the share of an assumption in words, "15 to 20 percent". Free with g_free (). */
char *mp_assumption_share_words (const MpAssumption *assumption) G_GNUC_WARN_UNUSED_RESULT;

/* What is assumed, translated, with a capital: "Growth a year". */
const char *mp_assumption_title (MpAssumptionKind kind);

G_END_DECLS
