/* bench-agreement.h: agreements of any size to measure with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint n_terms;
  guint n_phases; /* of each term */
  guint n_milestones;
  guint n_changes; /* how many terms each milestone changes */
  guint n_sources; /* at least one; each phase and milestone cites one of them */
} BenchSize;

/* Makes an agreement of ten topics over thirty years, 2000 to 2030, as JSON. For the same size it
 * is the same every time. Free with g_bytes_unref (). */
GBytes *bench_agreement_new (const BenchSize *size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
