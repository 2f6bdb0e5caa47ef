/* mp-announcements.c: puts what changed in a session into sentences for screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-announcements.h"

#include "mp-entry-list.h"
#include "mp-join.h"
#include "mp-search-bar.h"
#include "mp-session-words.h"
#include "mp-story-words.h"
#include "mp-timeline-item.h"
#include "mp-topic-heading.h"

#include <glib/gi18n-lib.h>

/* Changes that are no further apart than this, in milliseconds, are announced together. */
#define QUIET_MS 250

typedef enum {
  CHANGED_AGREEMENT = 1 << 0,
  CHANGED_SELECTION = 1 << 1,
  CHANGED_AS_OF = 1 << 2,
  CHANGED_BEFORE = 1 << 3,
  CHANGED_FILTER = 1 << 4,
  CHANGED_MATCHES = 1 << 5,
  CHANGED_MEASURED = 1 << 6,
  CHANGED_COLLAPSED = 1 << 7,
  CHANGED_STEP = 1 << 8,
  CHANGED_PAUSED = 1 << 9,
} Changed;

struct _MpAnnouncements {
  MpSession *session;     /* owned */
  MpPlayer *player;       /* owned */
  MpAnnouncer *announcer; /* borrowed */
  Changed changed;        /* what has changed since the last sentence */
  guint source;           /* a timeout that will announce it, or 0 */
};

/* --- Sentences -------------------------------------------------------------------------------- */

static void
take (GPtrArray *sentences, char *sentence)
{
  g_ptr_array_add (sentences, sentence);
}

static void
add_dates (MpAnnouncements *self, GPtrArray *sentences)
{
  if (mp_session_get_before (self->session) != NULL) {
    take (sentences, mp_session_words_dates (self->session));
    take (sentences, mp_session_words_changed (self->session));
    return;
  }
  if (self->changed & CHANGED_BEFORE)
    take (sentences, g_strdup (_ ("Comparison ended")));
  take (sentences, mp_session_words_in_force (self->session));
}

static void
add_filter (MpAnnouncements *self, GPtrArray *sentences)
{
  MpVisibleSet *visible = mp_session_get_visible_set (self->session);

  take (sentences,
        visible != NULL ? mp_visible_set_words (visible) : g_strdup (_ ("Everything is shown")));
}

/* Adds what is selected; during a search, also its place among what was found. */
static void
add_selection (MpAnnouncements *self, GPtrArray *sentences)
{
  MpItem item = mp_session_get_selection (self->session);
  MpMatches *matches = mp_session_get_matches (self->session);
  g_autofree char *name = NULL;

  if (matches != NULL &&
      (self->changed & CHANGED_MATCHES || mp_matches_find (matches, item) >= 0)) {
    take (sentences, mp_session_words_found_item (self->session));
  } else if (item.kind != MP_ITEM_NONE) {
    name = mp_session_words_item (self->session, item);
    /* Translators: the name of what is selected. */
    take (sentences, g_strdup_printf (_ ("Selected: %s"), name));
  } else if (self->changed & CHANGED_SELECTION) {
    take (sentences, g_strdup (_ ("Nothing is selected")));
  }
}

static void
add_measured (MpAnnouncements *self, GPtrArray *sentences)
{
  MpItem item = mp_session_get_measured (self->session);
  g_autofree char *name = NULL;
  g_autofree char *distance = NULL;

  if (item.kind == MP_ITEM_NONE)
    return;
  name = mp_session_words_item (self->session, item);
  distance = mp_session_words_distance (self->session);
  /* Translators: the name of a milestone, and a length of time. */
  take (sentences, g_strdup_printf (_ ("Distance to %s: %s"), name, distance));
}

static void
add_collapsed (MpAnnouncements *self, GPtrArray *sentences)
{
  MpBits *collapsed = mp_session_get_collapsed (self->session);
  guint count = collapsed != NULL ? mp_bits_count (collapsed) : 0;

  take (sentences, count == 0 ? g_strdup (_ ("All topics are expanded"))
                              : g_strdup_printf (ngettext ("%'u topic is collapsed",
                                                           "%'u topics are collapsed", count),
                                                 count));
}

/* A step says all that there is to say of what it shows. */
static char *
make_step_sentence (MpAnnouncements *self)
{
  if (mp_player_get_step (self->player) < 0)
    return g_strdup (_ ("The story has ended. Everything is as it was before"));
  return mp_story_words_spoken (self->player);
}

static void
add_paused (MpAnnouncements *self, GPtrArray *sentences)
{
  g_autofree char *place = mp_story_words_place (self->player);

  /* Translators: "Step 3 of 7" */
  take (sentences, g_strdup_printf (_ ("The story is paused: %s"), place));
}

static char *
make_sentence (MpAnnouncements *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  gboolean comparing = mp_session_get_before (self->session) != NULL;

  if (self->changed & CHANGED_FILTER)
    add_filter (self, sentences);
  if (self->changed & CHANGED_COLLAPSED)
    add_collapsed (self, sentences);
  /* A comparison clears the selection to make room for its table, and with it what is measured;
   * only the comparison itself is worth a sentence. */
  if (self->changed & (CHANGED_SELECTION | CHANGED_MATCHES) &&
      !(comparing && self->changed & CHANGED_BEFORE))
    add_selection (self, sentences);
  if (self->changed & CHANGED_MEASURED)
    add_measured (self, sentences);
  if (self->changed & (CHANGED_AS_OF | CHANGED_BEFORE))
    add_dates (self, sentences);
  if (self->changed & CHANGED_PAUSED && mp_player_is_paused (self->player))
    add_paused (self, sentences);
  g_ptr_array_add (sentences, NULL);
  return mp_join (MP_JOIN_CLAUSES, (const char *const *) sentences->pdata);
}

/* --- Saying them ------------------------------------------------------------------------------ */

static gboolean
is_within (GtkWidget *widget, GType type)
{
  return widget != NULL && gtk_widget_get_ancestor (widget, type) != NULL;
}

/* Whether a screen reader already reads all that has changed, because it is part of the focused
 * widget: the selected item or row, the entry of a search, the heading of a collapsed topic. */
static gboolean
focus_tells (MpAnnouncements *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->announcer));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  Changed told = 0;

  if (MP_IS_TIMELINE_ITEM (focus) && mp_timeline_item_is_selected (MP_TIMELINE_ITEM (focus)))
    told |= CHANGED_SELECTION;
  if (MP_IS_TOPIC_HEADING (focus))
    told |= CHANGED_COLLAPSED;
  if (is_within (focus, MP_TYPE_SEARCH_BAR))
    told |= CHANGED_SELECTION | CHANGED_MATCHES;
  if (is_within (focus, MP_TYPE_ENTRY_LIST))
    told |= CHANGED_SELECTION;
  return (self->changed & ~told) == 0;
}

static gboolean
quiet_cb (gpointer data)
{
  MpAnnouncements *self = data;
  g_autofree char *sentence = NULL;

  self->source = 0;
  if (self->changed & CHANGED_STEP)
    sentence = make_step_sentence (self);
  else if (mp_session_get_agreement (self->session) != NULL)
    sentence = make_sentence (self);
  if (sentence != NULL && *sentence != '\0')
    mp_announcer_say (self->announcer, sentence, !focus_tells (self));
  self->changed = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
forget_cb (gpointer data)
{
  MpAnnouncements *self = data;

  self->source = 0;
  self->changed = 0;
  return G_SOURCE_REMOVE;
}

/* Schedules a sentence for when the changes have ended. A new agreement needs none: the title of
 * the window tells of it, and everything else is reset. */
static void
schedule (MpAnnouncements *self)
{
  if (self->source != 0)
    g_source_remove (self->source);
  if (self->changed & CHANGED_AGREEMENT)
    self->source = g_idle_add (forget_cb, self);
  else
    self->source = g_timeout_add (QUIET_MS, quiet_cb, self);
}

static void
changed_cb (MpAnnouncements *self, GParamSpec *pspec)
{
  static const struct {
    const char *property;
    Changed changed;
  } followed[] = {
    { "agreement", CHANGED_AGREEMENT }, { "selection", CHANGED_SELECTION },
    { "as-of", CHANGED_AS_OF },         { "before", CHANGED_BEFORE },
    { "visible-set", CHANGED_FILTER },  { "matches", CHANGED_MATCHES },
    { "measured", CHANGED_MEASURED },   { "collapsed", CHANGED_COLLAPSED },
    { "step", CHANGED_STEP },           { "paused", CHANGED_PAUSED },
  };
  Changed changed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    if (g_str_equal (followed[i].property, pspec->name))
      changed = followed[i].changed;
  if (changed == 0)
    return;
  /* Going on with a step is as good as coming to it. */
  if (changed == CHANGED_PAUSED && !mp_player_is_paused (self->player))
    changed = mp_player_get_step (self->player) >= 0 ? CHANGED_STEP : 0;
  self->changed |= changed;
  schedule (self);
}

MpAnnouncements *
mp_announcements_new (MpSession *session, MpPlayer *player, MpAnnouncer *announcer)
{
  MpAnnouncements *self = g_new0 (MpAnnouncements, 1);

  self->session = g_object_ref (session);
  self->player = g_object_ref (player);
  self->announcer = announcer;
  g_signal_connect_swapped (session, "notify", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (player, "notify", G_CALLBACK (changed_cb), self);
  return self;
}

void
mp_announcements_free (MpAnnouncements *self)
{
  if (self->source != 0)
    g_source_remove (self->source);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->player, self);
  g_object_unref (self->player);
  g_object_unref (self->session);
  g_free (self);
}
