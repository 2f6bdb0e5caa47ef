/* mp-known-private.h: how the sources of a claim say together whether it was known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many claims cite the same sources. Whoever asks for all of them reads the date of each source
 * once.
 */
#pragma once

#include "mp-known.h"

G_BEGIN_DECLS

/* When a source was published. */
typedef struct {
  MpInstant earliest;
  MpInstant after;
  gboolean is_dated;
} MpSourceDay;

/* What the sources of a claim say. All zeros before the first. */
typedef struct {
  MpKnown best;
  gboolean any_dated;
} MpKnownSum;

MpSourceDay mp_known_source_day (MpAgreement *agreement, guint32 source);
void mp_known_add_source (MpKnownSum *sum, MpSourceDay day, const MpDate *date);
MpKnown mp_known_sum (const MpKnownSum *sum, MpInstant begins, const MpDate *date);

G_END_DECLS
