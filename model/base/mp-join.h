/* mp-join.h: several texts in one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language decides what stands between them. Free the returned strings with g_free ().
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MP_JOIN_ITEMS,     /* "27 April 2026, USD 38 billion" */
  MP_JOIN_LONG,      /* "The reset, 27 April 2026; The talks, May 2026": items that have commas
                        themselves */
  MP_JOIN_FACTS,     /* "Microsoft · 27 April 2026 · primary source" */
  MP_JOIN_CLAUSES,   /* "Reported by the press. Another source: 2030": without full stops */
  MP_JOIN_SENTENCES, /* "2 terms are left out. Sources: 1 Microsoft": with full stops */
} MpJoinKind;

/* Joins strings, the last of which is followed by NULL. */
char *mp_join (MpJoinKind kind, const char *const *parts) G_GNUC_WARN_UNUSED_RESULT;

/* Joins numbers, such as those of sources: "1, 2". */
char *mp_join_numbers (const guint *numbers, guint length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
