/* mp-picture-view.c: shows in a window what a picture shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-picture-view.h"

#include "mp-agreement.h"

/* On the day on which a picture was made, the window goes on to follow today. */
static void
show_dates (const MpFigureOptions *options, MpSession *session)
{
  if (options->as_of != NULL)
    mp_session_set_as_of (session, options->as_of);
  else if (options->today != mp_session_get_today (session))
    mp_session_set_as_of_day (session, options->today);
  if (options->before != NULL) {
    mp_session_set_before (session, options->before);
    mp_session_set_hide_unchanged (session, options->hide_unchanged);
  }
}

static void
show_entries (const MpFigureOptions *options, MpSession *session)
{
  g_autoptr (MpFilter) filter = NULL;
  guint n_topics;

  if (options->visible != NULL) {
    filter = mp_filter_new ();
    filter->terms = mp_bits_ref (options->visible->terms);
    filter->milestones = mp_bits_ref (options->visible->milestones);
    mp_session_set_filter (session, filter);
  }
  mp_agreement_topics (mp_session_get_agreement (session), &n_topics);
  for (guint32 i = 0; options->collapsed != NULL && i < n_topics; i++)
    if (mp_bits_has (options->collapsed, i))
      mp_session_set_topic_collapsed (session, i, TRUE);
}

void
mp_picture_view_show (const MpFigureOptions *options, MpSession *session)
{
  show_dates (options, session);
  show_entries (options, session);
  if (options->has_span)
    mp_session_set_view (session, options->begin, options->end);
  mp_session_set_selection (session, options->selection);
}
