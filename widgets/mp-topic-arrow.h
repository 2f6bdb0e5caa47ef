/* mp-topic-arrow.h: the arrows beside the titles of expanded topics
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-scene.h"
#include "mp-style.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Paints, over a painted scene, an arrow beside the title of each expanded topic in view, which
 * says that a click collapses it. It is not part of a scene, because a picture in a file has
 * nothing to collapse. */
void mp_topic_arrows_paint (cairo_t *cr, const MpScene *scene, const MpStyle *style);

G_END_DECLS
