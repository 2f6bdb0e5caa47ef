/* mp-topic-heading.h: the heading of a topic, which folds it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline draws the title. This stands where it is: a button for keys and for screen readers,
 * which are told whether the topic is open. Beside an open title it draws the sign that it can be
 * folded; a picture that leaves the window has nothing to fold, and no sign.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-compare.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_TOPIC_HEADING (mp_topic_heading_get_type ())
G_DECLARE_FINAL_TYPE (MpTopicHeading, mp_topic_heading, MP, TOPIC_HEADING, GtkWidget)

/* Signals: "toggled", when the topic is to be folded or unfolded, by key or by an assistive
 * technology. The pointer is the timeline's own. */
GtkWidget *mp_topic_heading_new (guint32 topic);

guint32 mp_topic_heading_get_topic (MpTopicHeading *self);

/* Gives it the words for its topic, of which so many terms are shown or folded away, and for what
 * became of those between two dates; comparison is NULL where no badge says that. */
void mp_topic_heading_describe (MpTopicHeading *self, MpAgreement *agreement, guint n_terms,
                                gboolean collapsed, const MpComparison *comparison);

/* Where the title stands on the widget's height, and how large one pixel of the design is. */
void mp_topic_heading_set_place (MpTopicHeading *self, double middle, double unit);

G_END_DECLS
