/* bench-agreement.h: agreements of any size to measure with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes an agreement over thirty years, 2000 to 2030, as JSON. Half of its n_entries are phases,
 * shared among n_rows terms, the others are milestones; where there are fewer phases than rows,
 * each phase has a row. For the same numbers it is the same every time. Free with
 * g_bytes_unref (). */
GBytes *bench_agreement_new (guint n_rows, guint n_entries) G_GNUC_WARN_UNUSED_RESULT;

/* How many rows an agreement with that many entries has where it has many: one for each 20 entries,
 * from 5 to 1,000. */
guint bench_many_rows (guint n_entries);

G_END_DECLS
