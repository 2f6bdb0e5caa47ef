/* mp-session-object.c: the object and its properties, which all parts of a session use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-session-private.h"

G_DEFINE_FINAL_TYPE (MpSession, mp_session, G_TYPE_OBJECT)

GParamSpec *mp_session_props[MP_SESSION_N_PROPS];

static void
mp_session_dispose (GObject *object)
{
  MpSession *self = MP_SESSION (object);

  g_clear_object (&self->agreement);
  g_clear_object (&self->whole);
  g_clear_object (&self->history);
  g_clear_pointer (&self->filter, mp_filter_unref);
  g_clear_pointer (&self->visible, mp_visible_set_unref);
  g_clear_pointer (&self->matches, mp_matches_unref);
  g_clear_pointer (&self->told, mp_matches_unref);
  g_clear_pointer (&self->collapsed, mp_bits_unref);
  G_OBJECT_CLASS (mp_session_parent_class)->dispose (object);
}

static void
mp_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpSession *self = MP_SESSION (object);

  switch (id) {
  case MP_SESSION_PROP_AGREEMENT:
    g_value_set_object (value, self->agreement);
    break;
  case MP_SESSION_PROP_TODAY:
    g_value_set_int64 (value, self->today);
    break;
  case MP_SESSION_PROP_BEGIN:
    g_value_set_double (value, self->begin);
    break;
  case MP_SESSION_PROP_END:
    g_value_set_double (value, self->end);
    break;
  case MP_SESSION_PROP_GOAL:
    g_value_set_pointer (value, &self->goal);
    break;
  case MP_SESSION_PROP_SELECTION:
    g_value_set_boxed (value, &self->selection);
    break;
  case MP_SESSION_PROP_AS_OF:
    g_value_set_boxed (value, &self->as_of);
    break;
  case MP_SESSION_PROP_KNOWN:
    g_value_set_boxed (value, self->has_known ? &self->known : NULL);
    break;
  case MP_SESSION_PROP_BEFORE:
    g_value_set_boxed (value, self->has_before ? &self->before : NULL);
    break;
  case MP_SESSION_PROP_HIDE_UNCHANGED:
    g_value_set_boolean (value, self->hide_unchanged);
    break;
  case MP_SESSION_PROP_FILTER:
    g_value_set_boxed (value, self->filter);
    break;
  case MP_SESSION_PROP_VISIBLE_SET:
    g_value_set_boxed (value, self->visible);
    break;
  case MP_SESSION_PROP_MATCHES:
    g_value_set_boxed (value, self->matches);
    break;
  case MP_SESSION_PROP_TOLD:
    g_value_set_boxed (value, self->told);
    break;
  case MP_SESSION_PROP_COLLAPSED:
    g_value_set_boxed (value, self->collapsed);
    break;
  case MP_SESSION_PROP_MEASURED:
    g_value_set_boxed (value, &self->measured);
    break;
  case MP_SESSION_PROP_LIT:
    g_value_set_boxed (value, &self->lit);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mp_session_class_init (MpSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = mp_session_dispose;
  object_class->get_property = mp_session_get_property;

  mp_session_props[MP_SESSION_PROP_AGREEMENT] =
    g_param_spec_object ("agreement", NULL, NULL, MP_TYPE_AGREEMENT, flags);
  mp_session_props[MP_SESSION_PROP_TODAY] =
    g_param_spec_int64 ("today", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  mp_session_props[MP_SESSION_PROP_BEGIN] =
    g_param_spec_double ("begin", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  mp_session_props[MP_SESSION_PROP_END] =
    g_param_spec_double ("end", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  mp_session_props[MP_SESSION_PROP_GOAL] = g_param_spec_pointer ("goal", NULL, NULL, flags);
  mp_session_props[MP_SESSION_PROP_SELECTION] =
    g_param_spec_boxed ("selection", NULL, NULL, MP_TYPE_ITEM, flags);
  mp_session_props[MP_SESSION_PROP_AS_OF] =
    g_param_spec_boxed ("as-of", NULL, NULL, MP_TYPE_DATE, flags);
  mp_session_props[MP_SESSION_PROP_BEFORE] =
    g_param_spec_boxed ("before", NULL, NULL, MP_TYPE_DATE, flags);
  mp_session_props[MP_SESSION_PROP_KNOWN] =
    g_param_spec_boxed ("known", NULL, NULL, MP_TYPE_DATE, flags);
  mp_session_props[MP_SESSION_PROP_HIDE_UNCHANGED] =
    g_param_spec_boolean ("hide-unchanged", NULL, NULL, FALSE, flags);
  mp_session_props[MP_SESSION_PROP_FILTER] =
    g_param_spec_boxed ("filter", NULL, NULL, MP_TYPE_FILTER, flags);
  mp_session_props[MP_SESSION_PROP_VISIBLE_SET] =
    g_param_spec_boxed ("visible-set", NULL, NULL, MP_TYPE_VISIBLE_SET, flags);
  mp_session_props[MP_SESSION_PROP_MATCHES] =
    g_param_spec_boxed ("matches", NULL, NULL, MP_TYPE_MATCHES, flags);
  mp_session_props[MP_SESSION_PROP_TOLD] =
    g_param_spec_boxed ("told", NULL, NULL, MP_TYPE_MATCHES, flags);
  mp_session_props[MP_SESSION_PROP_COLLAPSED] =
    g_param_spec_boxed ("collapsed", NULL, NULL, MP_TYPE_BITS, flags);
  mp_session_props[MP_SESSION_PROP_MEASURED] =
    g_param_spec_boxed ("measured", NULL, NULL, MP_TYPE_ITEM, flags);
  mp_session_props[MP_SESSION_PROP_LIT] =
    g_param_spec_boxed ("lit", NULL, NULL, MP_TYPE_ITEM, flags);
  g_object_class_install_properties (object_class, MP_SESSION_N_PROPS, mp_session_props);
}

static void
mp_session_init (MpSession *self)
{
  self->history = mp_view_history_new ();
}
