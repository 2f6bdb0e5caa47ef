/* mp-window-story.c: how a window plays the story of its agreement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The player sets the session; here the window makes room for the story, takes its keys, and puts
 * everything back when it is left.
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-direction.h"
#include "mp-follow.h"
#include "mp-story-words.h"
#include "mp-window-private.h"

#include <glib/gi18n-lib.h>

gboolean
mp_window_is_playing (MpWindow *self)
{
  return mp_player_get_step (self->player) >= 0;
}

/* --- Room for the story ----------------------------------------------------------------------- */

/* The focus stays where it is, unless that is hidden. */
static void
keep_focus (MpWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus == NULL || !gtk_widget_get_mapped (focus) ||
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panel)) ||
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->story)))
    gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
}

/* Must come before the player remembers what the session shows: the search is begun anew, and not
 * restored. */
static void
make_room (MpWindow *self)
{
  MpStage *stage = &self->stage;

  stage->is_set = TRUE;
  stage->has_panel = adw_flap_get_reveal_flap (self->flap);
  stage->has_list = g_str_equal (gtk_stack_get_visible_child_name (self->views), "list");
  stage->query = mp_search_bar_take_query (self->search);
  gtk_stack_set_visible_child_name (self->views, "timeline");
  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_set_visible (self->foot, FALSE);
  keep_focus (self);
}

static void
clear_stage (MpWindow *self)
{
  MpStage *stage = &self->stage;

  keep_focus (self);
  gtk_widget_set_visible (self->foot, TRUE);
  adw_flap_set_reveal_flap (self->flap, stage->has_panel);
  if (stage->has_list)
    gtk_stack_set_visible_child_name (self->views, "list");
  if (stage->is_full)
    gtk_window_unfullscreen (GTK_WINDOW (self));
  if (stage->query != NULL)
    mp_search_bar_restore_query (self->search, stage->query);
  g_free (stage->query);
  *stage = (MpStage) { 0 };
}

static void
go (MpWindow *self, int step)
{
  if (!self->stage.is_set)
    make_room (self);
  /* A search of the user's while the story was paused ends, with its bar. */
  mp_search_bar_close (self->search);
  mp_player_go (self->player, step);
}

/* The story may also end because another agreement is shown. */
static void
step_changed_cb (MpWindow *self)
{
  if (!mp_window_is_playing (self) && self->stage.is_set)
    clear_stage (self);
}

void
mp_window_story_loaded (MpWindow *self)
{
  AdwToast *toast;

  if (!self->wants_story)
    return;
  self->wants_story = FALSE;
  if (mp_player_get_n_steps (self->player) > 0) {
    gtk_window_fullscreen (GTK_WINDOW (self));
    go (self, 0);
    self->stage.is_full = TRUE;
    return;
  }
  toast = adw_toast_new (_ ("This agreement has no story to play"));
  adw_toast_overlay_add_toast (self->toasts, toast);
  mp_announcer_say (self->announcer, adw_toast_get_title (toast), TRUE);
}

void
mp_window_play_story (MpWindow *self)
{
  g_return_if_fail (MP_IS_WINDOW (self));

  self->wants_story = TRUE;
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "agreement") &&
      !self->is_partial)
    mp_window_story_loaded (self);
}

/* --- Actions ---------------------------------------------------------------------------------- */

/* Begins the story, or goes back to the step at which it was left for something else. */
static void
play_story_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  (void) name;
  (void) parameter;
  go (self, MAX (mp_player_get_step (self->player), 0));
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  (void) parameter;
  if (mp_window_is_playing (self))
    go (self, mp_player_get_step (self->player) + (g_str_equal (name, "win.story-next") ? 1 : -1));
}

static void
story_go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  if (mp_window_is_playing (MP_WINDOW (widget)))
    go (MP_WINDOW (widget), g_variant_get_int32 (parameter));
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  mp_player_leave (MP_WINDOW (widget)->player);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  g_autofree char *words = NULL;

  (void) name;
  (void) parameter;
  if (!mp_window_is_playing (self))
    return;
  words = mp_story_words_copied (self->player);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Text copied")));
  mp_announcer_say (self->announcer, _ ("Text copied"), TRUE);
}

/* Opens the dialog for the figure of the step, which begins with its words. */
static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  (void) name;
  (void) parameter;
  if (mp_window_is_playing (self))
    mp_window_export_step (self, mp_player_get_words (self->player));
}

static void
export_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  if (mp_window_is_playing (MP_WINDOW (widget)))
    mp_window_export_story (MP_WINDOW (widget));
}

/* --- Keys ------------------------------------------------------------------------------------- */

/* What a key does. Left and right are those of a window from left to right. */
typedef enum {
  KEY_NEXT,
  KEY_PREVIOUS,
  KEY_FIRST,
  KEY_LAST,
} Turn;

static const struct {
  guint key;
  Turn turn;
  gboolean resumes; /* while the story is paused, it goes back to the step; other keys are not taken
                       then */
} keys[] = {
  { GDK_KEY_space, KEY_NEXT, TRUE },       { GDK_KEY_KP_Space, KEY_NEXT, TRUE },
  { GDK_KEY_Page_Down, KEY_NEXT, TRUE },   { GDK_KEY_KP_Page_Down, KEY_NEXT, TRUE },
  { GDK_KEY_Right, KEY_NEXT, FALSE },      { GDK_KEY_KP_Right, KEY_NEXT, FALSE },
  { GDK_KEY_Page_Up, KEY_PREVIOUS, TRUE }, { GDK_KEY_KP_Page_Up, KEY_PREVIOUS, TRUE },
  { GDK_KEY_Left, KEY_PREVIOUS, FALSE },   { GDK_KEY_KP_Left, KEY_PREVIOUS, FALSE },
  { GDK_KEY_Home, KEY_FIRST, FALSE },      { GDK_KEY_KP_Home, KEY_FIRST, FALSE },
  { GDK_KEY_End, KEY_LAST, FALSE },        { GDK_KEY_KP_End, KEY_LAST, FALSE },
};

static guint
mirrored (MpWindow *self, guint key)
{
  if (mp_direction_of (self) != MP_TEXT_DIRECTION_RTL)
    return key;
  switch (key) {
  case GDK_KEY_Left:
    return GDK_KEY_Right;
  case GDK_KEY_Right:
    return GDK_KEY_Left;
  case GDK_KEY_KP_Left:
    return GDK_KEY_KP_Right;
  case GDK_KEY_KP_Right:
    return GDK_KEY_KP_Left;
  default:
    return key;
  }
}

static void
turn (MpWindow *self, Turn how)
{
  int step = mp_player_get_step (self->player);

  switch (how) {
  case KEY_NEXT:
    go (self, step + 1);
    break;
  case KEY_PREVIOUS:
    go (self, step - 1);
    break;
  case KEY_FIRST:
    go (self, 0);
    break;
  case KEY_LAST:
  default:
    go (self, (int) mp_player_get_n_steps (self->player) - 1);
  }
}

/* Whether keys are the story's: not those of a text, of the panel or of a button elsewhere. */
static gboolean
takes_keys (MpWindow *self, guint key)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (!mp_window_is_playing (self) ||
      !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "agreement"))
    return FALSE;
  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->timeline)) ||
      focus == GTK_WIDGET (self->timeline))
    return TRUE;
  if (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT (focus) ||
      gtk_widget_get_native (focus) != GTK_NATIVE (self) ||
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panel)) ||
      !gtk_widget_get_mapped (GTK_WIDGET (self->timeline)))
    return FALSE;
  return key != GDK_KEY_space && key != GDK_KEY_KP_Space;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                MpWindow *self)
{
  gboolean paused = mp_player_is_paused (self->player);

  (void) controller;
  (void) code;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0 ||
      !takes_keys (self, key))
    return GDK_EVENT_PROPAGATE;
  if (key >= GDK_KEY_1 && key <= GDK_KEY_9 &&
      key - GDK_KEY_1 < mp_player_get_n_steps (self->player)) {
    go (self, (int) (key - GDK_KEY_1));
    return GDK_EVENT_STOP;
  }
  key = mirrored (self, key);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    if (keys[i].key != key || (paused && !keys[i].resumes))
      continue;
    if (paused)
      go (self, mp_player_get_step (self->player));
    else
      turn (self, keys[i].turn);
    return GDK_EVENT_STOP;
  }
  return GDK_EVENT_PROPAGATE;
}

/* --- All of it -------------------------------------------------------------------------------- */

void
mp_window_story_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.play-story", NULL, play_story_action);
  gtk_widget_class_install_action (widget_class, "win.story-next", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "win.story-previous", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "win.story-leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "win.story-copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "win.story-export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.story-export-all", NULL, export_all_action);
  gtk_widget_class_install_action (widget_class, "win.story-go", "i", story_go_action);
}

void
mp_window_story_init (MpWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->player = mp_player_new (self->session);
  mp_story_bar_set_player (self->story, self->player);
  mp_follow (self->player, self, G_CALLBACK (step_changed_cb), "step", NULL);
  /* Before the canvas, which has other uses for the same keys. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
