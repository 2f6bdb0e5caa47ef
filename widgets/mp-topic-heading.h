/* mp-topic-heading.h: the heading of a topic, which collapses and expands it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline draws the title. This widget stands in the same place: a button for keys and for
 * screen readers, which are told whether the topic is expanded. Beside the title of an expanded
 * topic it draws an arrow. The arrow is not part of the scene, because a picture in a file has
 * nothing to collapse.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-compare.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_TOPIC_HEADING (mp_topic_heading_get_type ())
G_DECLARE_FINAL_TYPE (MpTopicHeading, mp_topic_heading, MP, TOPIC_HEADING, GtkWidget)

/* Signals: "toggled", when the user collapses or expands the topic by key or by an assistive
 * technology. Clicks are handled by the timeline. */
GtkWidget *mp_topic_heading_new (guint32 topic);

guint32 mp_topic_heading_get_topic (MpTopicHeading *self);

/* Sets its accessible name and description: the topic, its number of terms, whether it is
 * collapsed, and what became of its terms between two dates; comparison is NULL where the row has
 * no badge. */
void mp_topic_heading_describe (MpTopicHeading *self, MpAgreement *agreement, guint n_terms,
                                gboolean collapsed, const MpComparison *comparison);

/* Tells it where the middle of the title is, from its top in logical pixels, and how many logical
 * pixels one pixel of the design has. */
void mp_topic_heading_set_place (MpTopicHeading *self, double middle, double unit);

G_END_DECLS
