/* mp-hash.h: a hash of strings that come from files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns the hash of a string, for GHashTable and the like. It differs from run to run. If a file
 * could foresee it, as it can foresee g_str_hash (), it could choose ids that all fall into one
 * slot, and reading it would take hours. So nothing may depend on the order that hashes give. */
guint mp_hash_string (gconstpointer string);

G_END_DECLS
