/* mp-player.c: plays a story, notices when the user goes elsewhere, and leads back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-player.h"

#include "mp-session-state.h"

struct _MpPlayer {
  GObject parent_instance;

  /* Owned */
  MpSession *session;
  MpSessionState *before; /* what to restore; NULL while nothing is played */
  MpAgreement *whole;     /* whose story is played, with all that is known; or NULL */

  int step;
  gboolean is_paused;
  gboolean is_setting; /* the session is being set from here */
  MpStepShown shown;   /* what the step shows */
};

G_DEFINE_FINAL_TYPE (MpPlayer, mp_player, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_STEP,
  PROP_PAUSED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const MpStep *
get_steps (MpPlayer *self, guint *length)
{
  MpAgreement *agreement = mp_session_get_whole_agreement (self->session);

  *length = 0;
  return agreement != NULL ? mp_agreement_story (agreement, length) : NULL;
}

static void
set_paused (MpPlayer *self, gboolean paused)
{
  if (self->is_paused == paused)
    return;
  self->is_paused = paused;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAUSED]);
}

static void
set_step (MpPlayer *self, int step)
{
  if (self->step == step)
    return;
  self->step = step;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STEP]);
}

/* --- What the session shows ------------------------------------------------------------------- */

static gboolean
same_date (const MpDate *a, const MpDate *b)
{
  return a->earliest == b->earliest && a->after == b->after && g_str_equal (a->text, b->text);
}

static gboolean
shows_dates (MpPlayer *self)
{
  const MpDate *before = mp_session_get_before (self->session);
  const MpDate *known = mp_session_get_known (self->session);

  if ((known != NULL) != self->shown.has_known ||
      (known != NULL && !same_date (known, &self->shown.known)))
    return FALSE;

  if ((before != NULL) != self->shown.has_before ||
      (before != NULL && !same_date (before, &self->shown.before)))
    return FALSE;
  return self->shown.has_as_of
           ? same_date (mp_session_get_as_of (self->session), &self->shown.as_of)
           : mp_session_is_as_of_today (self->session);
}

static MpView
get_view (MpPlayer *self)
{
  return self->shown.has_view ? mp_session_limit_view (self->session, self->shown.view)
                              : mp_session_get_fit_view (self->session);
}

static gboolean
shows_step (MpPlayer *self)
{
  return mp_view_is_near (mp_session_get_goal (self->session), get_view (self)) &&
         mp_item_equal (mp_session_get_selection (self->session), self->shown.selection) &&
         mp_session_get_measured (self->session).kind == MP_ITEM_NONE &&
         mp_session_get_filter (self->session) == NULL &&
         mp_session_get_matches (self->session) == NULL &&
         mp_session_get_collapsed (self->session) == NULL &&
         !mp_session_get_hide_unchanged (self->session) && shows_dates (self);
}

static void
session_changed_cb (MpPlayer *self)
{
  if (self->step >= 0 && !self->is_setting)
    set_paused (self, !shows_step (self));
}

static void
end (MpPlayer *self)
{
  g_clear_pointer (&self->before, mp_session_state_free);
  g_clear_object (&self->whole);
  g_object_freeze_notify (G_OBJECT (self));
  set_step (self, -1);
  set_paused (self, FALSE);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Another day of knowledge shows another agreement, but its story is the same. */
static void
agreement_changed_cb (MpPlayer *self)
{
  if (!self->is_setting && mp_session_get_whole_agreement (self->session) != self->whole)
    end (self);
}

/* --- Playing ---------------------------------------------------------------------------------- */

static void
show (MpPlayer *self, const MpStep *step)
{
  MpSession *session = self->session;
  g_autoptr (MpMatches) told = NULL;
  MpStepShown *shown = &self->shown;

  mp_step_read (self->whole, step, mp_session_get_today (session), shown);
  g_object_freeze_notify (G_OBJECT (session));
  mp_session_set_known (session, shown->has_known ? &shown->known : NULL);
  if (shown->has_known)
    mp_step_find_again (self->whole, shown, mp_session_get_today (session),
                        mp_session_get_agreement (session));
  told = mp_step_told (mp_session_get_agreement (session), shown);
  mp_session_set_filter (session, NULL);
  mp_session_set_matches (session, NULL);
  mp_session_set_hide_unchanged (session, FALSE);
  mp_session_set_collapsed (session, NULL);
  mp_session_set_before (session, shown->has_before ? &shown->before : NULL);
  mp_session_set_as_of (session, shown->has_as_of ? &shown->as_of : NULL);
  mp_session_set_selection (session, shown->selection);
  mp_session_set_measured (session, (MpItem) { MP_ITEM_NONE, 0 });
  mp_session_set_told (session, told);
  mp_session_go (session, get_view (self));
  g_object_thaw_notify (G_OBJECT (session));
}

MpAgreement *
mp_player_get_agreement (MpPlayer *self)
{
  g_return_val_if_fail (MP_IS_PLAYER (self), NULL);
  return mp_session_get_whole_agreement (self->session);
}

guint
mp_player_get_n_steps (MpPlayer *self)
{
  guint length;

  g_return_val_if_fail (MP_IS_PLAYER (self), 0);
  get_steps (self, &length);
  return length;
}

void
mp_player_go (MpPlayer *self, int step)
{
  guint length;
  const MpStep *steps;

  g_return_if_fail (MP_IS_PLAYER (self));

  steps = get_steps (self, &length);
  if (length == 0)
    return;
  step = CLAMP (step, 0, (int) length - 1);
  if (self->before == NULL)
    self->before = mp_session_state_new (self->session);
  g_set_object (&self->whole, mp_session_get_whole_agreement (self->session));
  /* Whoever follows the session may ask which step it shows. */
  self->is_setting = TRUE;
  g_object_freeze_notify (G_OBJECT (self));
  set_step (self, step);
  show (self, &steps[step]);
  self->is_setting = FALSE;
  set_paused (self, FALSE);
  g_object_thaw_notify (G_OBJECT (self));
}

void
mp_player_leave (MpPlayer *self)
{
  g_autoptr (MpSessionState) before = NULL;

  g_return_if_fail (MP_IS_PLAYER (self));

  if (self->step < 0)
    return;
  before = g_steal_pointer (&self->before);
  self->is_setting = TRUE;
  g_object_freeze_notify (G_OBJECT (self));
  end (self);
  g_object_freeze_notify (G_OBJECT (self->session));
  mp_session_set_told (self->session, NULL);
  mp_session_state_restore (before, self->session);
  g_object_thaw_notify (G_OBJECT (self->session));
  self->is_setting = FALSE;
  g_object_thaw_notify (G_OBJECT (self));
}

int
mp_player_get_step (MpPlayer *self)
{
  g_return_val_if_fail (MP_IS_PLAYER (self), -1);
  return self->step;
}

const MpStep *
mp_player_get_words (MpPlayer *self)
{
  guint length;
  const MpStep *steps;

  g_return_val_if_fail (MP_IS_PLAYER (self), NULL);
  steps = get_steps (self, &length);
  return self->step >= 0 && (guint) self->step < length ? &steps[self->step] : NULL;
}

gboolean
mp_player_is_paused (MpPlayer *self)
{
  g_return_val_if_fail (MP_IS_PLAYER (self), FALSE);
  return self->is_paused;
}

/* --- The class -------------------------------------------------------------------------------- */

static void
mp_player_dispose (GObject *object)
{
  MpPlayer *self = MP_PLAYER (object);

  g_clear_pointer (&self->before, mp_session_state_free);
  g_clear_object (&self->whole);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mp_player_parent_class)->dispose (object);
}

static void
mp_player_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpPlayer *self = MP_PLAYER (object);

  switch (id) {
  case PROP_STEP:
    g_value_set_int (value, self->step);
    break;
  case PROP_PAUSED:
    g_value_set_boolean (value, self->is_paused);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mp_player_class_init (MpPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = mp_player_dispose;
  object_class->get_property = mp_player_get_property;
  props[PROP_STEP] = g_param_spec_int ("step", NULL, NULL, -1, G_MAXINT, -1, flags);
  props[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
mp_player_init (MpPlayer *self)
{
  self->step = -1;
}

MpPlayer *
mp_player_new (MpSession *session)
{
  MpPlayer *self = g_object_new (MP_TYPE_PLAYER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::agreement", G_CALLBACK (agreement_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
