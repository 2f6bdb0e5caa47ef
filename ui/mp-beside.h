/* mp-beside.h: two widgets beside each other, or one above the other where that is too narrow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_BESIDE (mp_beside_get_type ())
G_DECLARE_FINAL_TYPE (MpBeside, mp_beside, MP, BESIDE, GtkWidget)

/* Properties, set in templates: "main", the widget that takes the room; "side", the one that has a
 * column of its own, or the lower part. Both scroll what has no room. */

/* Whether they are beside each other now. */
gboolean mp_beside_is_wide (MpBeside *self);

G_END_DECLS
