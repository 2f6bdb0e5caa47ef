/* mp-hash.h: a hash of strings that come from files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns the hash of a string, for GHashTable and the like. It differs from run to run: with one
 * that can be foreseen, as g_str_hash () can, a file could choose ids that all fall in one slot,
 * and reading it would take hours. So no order may ever come from it. */
guint mp_hash_string (gconstpointer string);

G_END_DECLS
