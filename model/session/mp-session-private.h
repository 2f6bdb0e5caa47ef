/* mp-session-private.h: the inside of a session, for its parts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * mp-session-object.c has the object and its properties. Each of these uses the ones before it:
 * mp-session-selection.c, what is selected; mp-session-visible.c, which entries are shown and
 * found; mp-session-date.c, the as-of date and what it is compared with; mp-session-view.c, the
 * days in view; mp-session.c, the agreement and today.
 */
#pragma once

#include "mp-session.h"

G_BEGIN_DECLS

struct _MpSession {
  GObject parent_instance;

  /* Owned */
  MpAgreement *agreement;
  MpViewHistory *history;
  MpFilter *filter;      /* or NULL */
  MpVisibleSet *visible; /* or NULL */
  MpMatches *matches;    /* or NULL */
  MpBits *collapsed;     /* or NULL */

  MpInstant today;
  double begin;
  double end;
  double fit_begin;
  double fit_end;
  double far_begin; /* how far out the middle of a view may lie */
  double far_end;
  MpItem selection;
  MpItem measured;
  MpDate as_of;
  gboolean as_of_today;
  MpDate before;
  gboolean has_before;
  MpDate asked; /* what as_of was before a comparison moved it */
  gboolean has_asked;
  gboolean hide_unchanged;
};

enum {
  MP_SESSION_PROP_0,
  MP_SESSION_PROP_AGREEMENT,
  MP_SESSION_PROP_TODAY,
  MP_SESSION_PROP_BEGIN,
  MP_SESSION_PROP_END,
  MP_SESSION_PROP_SELECTION,
  MP_SESSION_PROP_AS_OF,
  MP_SESSION_PROP_BEFORE,
  MP_SESSION_PROP_HIDE_UNCHANGED,
  MP_SESSION_PROP_FILTER,
  MP_SESSION_PROP_MATCHES,
  MP_SESSION_PROP_COLLAPSED,
  MP_SESSION_PROP_MEASURED,
  MP_SESSION_N_PROPS
};

extern GParamSpec *mp_session_props[MP_SESSION_N_PROPS];

/* Notifies that a date has changed, together with the entries that go with it. */
void mp_session_notify_date (MpSession *self, GParamSpec *pspec);

/* Finds anew the view that fits, and how far one can look. */
void mp_session_find_limits (MpSession *self);

/* Finds anew which entries are shown; notifies nothing. */
void mp_session_apply_filter (MpSession *self);

G_END_DECLS
