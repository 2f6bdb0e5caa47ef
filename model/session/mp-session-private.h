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

#include "mp-agreement-types.h"
#include "mp-date.h"
#include "mp-session.h"

G_BEGIN_DECLS

struct _MpSession {
  GObject parent_instance;

  /* Owned */
  MpAgreement *agreement;
  MpAgreement *whole; /* or NULL: the agreement is the whole */
  MpViewHistory *history;
  MpFilter *filter;      /* or NULL */
  MpVisibleSet *visible; /* or NULL */
  MpMatches *matches;    /* or NULL */
  MpMatches *told;       /* or NULL */
  MpBits *collapsed;     /* or NULL */

  MpInstant today;
  double begin;
  double end;
  MpView goal; /* where the view is going; itself where it rests */
  double fit_begin;
  double fit_end;
  double far_begin; /* how far out the middle of a view may be */
  double far_end;
  MpItem selection;
  MpItem measured;
  MpItem lit;
  MpDate as_of;
  gboolean as_of_today;
  MpDate before;
  gboolean has_before;
  MpDate known;
  gboolean has_known;
  MpDate asked; /* the as-of date before a comparison changed it */
  gboolean has_asked;
  gboolean hide_unchanged;
  gboolean is_growing;
};

enum {
  MP_SESSION_PROP_0,
  MP_SESSION_PROP_AGREEMENT,
  MP_SESSION_PROP_TODAY,
  MP_SESSION_PROP_BEGIN,
  MP_SESSION_PROP_END,
  MP_SESSION_PROP_GOAL,
  MP_SESSION_PROP_SELECTION,
  MP_SESSION_PROP_AS_OF,
  MP_SESSION_PROP_BEFORE,
  MP_SESSION_PROP_KNOWN,
  MP_SESSION_PROP_HIDE_UNCHANGED,
  MP_SESSION_PROP_FILTER,
  MP_SESSION_PROP_VISIBLE_SET,
  MP_SESSION_PROP_MATCHES,
  MP_SESSION_PROP_TOLD,
  MP_SESSION_PROP_COLLAPSED,
  MP_SESSION_PROP_MEASURED,
  MP_SESSION_PROP_LIT,
  MP_SESSION_N_PROPS
};

extern GParamSpec *mp_session_props[MP_SESSION_N_PROPS];

/* Shows another agreement for the same file, in the same place: the selection is found again by its
 * id. A comparison, a filter and a search end. */
void mp_session_replace_agreement (MpSession *self, MpAgreement *agreement);

/* Shows all that is known from now on, without another agreement being shown for it. */
void mp_session_forget_known (MpSession *self);

/* Notifies that a date has changed. The visible set is brought up to date first. */
void mp_session_notify_date (MpSession *self, GParamSpec *pspec);

/* Computes again the view that fits, and how far out a view may lie. */
void mp_session_find_limits (MpSession *self);

/* Computes again which entries are shown, and notifies "visible-set" if the set is another one. */
void mp_session_update_visible_set (MpSession *self);

G_END_DECLS
