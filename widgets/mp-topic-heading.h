/* mp-topic-heading.h: the heading of a topic, which collapses and expands it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline draws the title and the arrow beside it. This widget stands in the same place: a
 * button for keys and for screen readers, which are told whether the topic is expanded. The pointer
 * goes through it to the timeline. It can stand for one topic after the other.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-compare.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_TOPIC_HEADING (mp_topic_heading_get_type ())
G_DECLARE_FINAL_TYPE (MpTopicHeading, mp_topic_heading, MP, TOPIC_HEADING, GtkWidget)

/* Signals: "toggled", when the user collapses or expands the topic by key or by an assistive
 * technology. */
GtkWidget *mp_topic_heading_new (void);

/* The topic that it stands for; MP_NONE until it is described. */
guint32 mp_topic_heading_get_topic (MpTopicHeading *self);

/* Makes it stand for a topic. Sets its accessible name and description: the topic, its number of
 * terms, whether it is collapsed, and what became of its terms between two dates; comparison is
 * NULL where the row has no badge. */
void mp_topic_heading_describe (MpTopicHeading *self, MpAgreement *agreement, guint32 topic,
                                guint n_terms, gboolean collapsed, const MpComparison *comparison);

G_END_DECLS
