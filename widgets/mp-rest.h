/* mp-rest.h: tells when what moves has come to rest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While the view moves, each frame shows another. What is dear and not seen, such as the names for
 * screen readers, can wait until nothing has changed for some frames. Frames are counted, not
 * milliseconds: on a machine that needs long for a frame, a motion has no rests in between.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _MpRest MpRest;

/* Called once what moved has come to rest, before a frame is laid out. */
typedef void (*MpRestFunc) (gpointer data);

/* For a widget, which owns it; its frames count, and data must live as long. Free with mp_rest_free
 * (). */
MpRest *mp_rest_new (GtkWidget *widget, MpRestFunc rested, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void mp_rest_free (MpRest *self);

/* Something has moved, just now. */
void mp_rest_stir (MpRest *self);

/* Whether something has moved and is not known to rest yet. */
gboolean mp_rest_is_awaited (const MpRest *self);

/* Does now what would be done at rest. Does nothing where nothing is awaited. */
void mp_rest_hasten (MpRest *self);

G_END_DECLS
