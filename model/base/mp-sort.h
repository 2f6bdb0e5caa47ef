/* mp-sort.h: sorts indices by numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sorts n indices by the key that each has, keys[index], from the lowest to the highest. Indices of
 * equal keys keep their order. The time grows with n alone: a radix sort, from the least
 * significant digit (Knuth, The Art of Computer Programming, 5.2.5). */
void mp_sort_by_key (guint32 *indices, guint n, const gint64 *keys);

G_END_DECLS
