/* mp-difference-match.h: which things of two lists are the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-difference.h"

G_BEGIN_DECLS

/* Returns for each key of the second list the index of the same key in the first, or MP_NONE. A key
 * that is there several times is matched in order. Free with g_free (). */
guint32 *mp_match_keys (const GPtrArray *before, const GPtrArray *after) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the indices (guint32) below n_before that nothing of a match has, in order. Free with
 * g_array_unref (). */
GArray *mp_match_gone (const guint32 *match, guint n_after,
                       guint n_before) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the keys of the things of one kind, which are not phases nor the agreement itself: their
 * ids and, of steps, their titles. The strings are the agreement's; free with g_ptr_array_unref ().
 */
GPtrArray *mp_match_thing_keys (MpAgreement *agreement, MpThing thing) G_GNUC_WARN_UNUSED_RESULT;

/* Returns for each phase of a term of the second agreement the same one of a term of the first,
 * both counted from the first phase of their terms: one with the same span and state; else with the
 * same state; else with the same start. MP_NONE for none. Free with g_free (). */
guint32 *mp_match_phases (MpAgreement *before, MpRun old_run, MpAgreement *after,
                          MpRun new_run) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
