/* mp-window.c: the window: its title, its pages and its commands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-commands.h"
#include "mp-follow.h"
#include "mp-legend-bar.h"
#include "mp-regions.h"
#include "mp-session-words.h"
#include "mp-settings.h"
#include "mp-story-words.h"
#include "mp-untrusted-text.h"
#include "mp-window-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MpWindow, mp_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Title ------------------------------------------------------------------------------------ */

static void
update_title (MpWindow *self)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);
  g_autofree char *subtitle = NULL, *isolated = NULL, *thin = NULL;

  if (agreement == NULL) {
    adw_window_title_set_title (self->title, _ ("Milepost"));
    adw_window_title_set_subtitle (self->title, "");
    gtk_window_set_title (GTK_WINDOW (self), _ ("Milepost"));
    return;
  }
  isolated = mp_untrusted_text_isolate (mp_agreement_get_title (agreement), 0);
  /* What is in force cannot be counted yet. */
  if (self->is_partial)
    subtitle = g_strdup (_ ("Still being read"));
  else if (mp_window_is_playing (self))
    subtitle = mp_story_words_subtitle (self->player);
  else
    subtitle = mp_session_words_subtitle (self->session);
  thin = mp_untrusted_text_limit_combining (mp_agreement_get_title (agreement));
  adw_window_title_set_title (self->title, thin);
  adw_window_title_set_subtitle (self->title, subtitle);
  /* The desktop may put other words beside the title, so it is isolated. */
  gtk_window_set_title (GTK_WINDOW (self), isolated);
}

static void
as_of_rested_cb (gpointer window)
{
  update_title (window);
}

/* While the user drags the date, neither the count of terms nor a desktop that shows titles need
 * follow each step. */
static void
as_of_changed_cb (MpWindow *self)
{
  mp_rest_stir (self->as_of_rest);
}

/* Whether a command that needs an agreement has all that it needs. */
static gboolean
is_enabled (MpWindow *self, const MpCommand *command)
{
  MpViewHistory *history = mp_session_get_history (self->session);
  const char *action = command->action;

  if (!g_str_equal (mp_window_get_page (self), "agreement") ||
      (self->is_partial && (command->flags & MP_COMMAND_NEEDS_ALL) != 0))
    return FALSE;
  if (g_str_equal (action, "win.view-back"))
    return mp_view_history_can_go_back (history);
  if (g_str_equal (action, "win.view-forward"))
    return mp_view_history_can_go_forward (history);
  if (g_str_equal (action, "win.export-table"))
    return mp_session_get_before (self->session) != NULL;
  if (g_str_equal (action, "win.play-story"))
    return mp_player_get_n_steps (self->player) > 0;
  return TRUE;
}

static void
update_actions (MpWindow *self)
{
  guint length;
  const MpCommand *commands = mp_commands_get (&length);

  for (guint i = 0; i < length; i++)
    if ((commands[i].flags & (MP_COMMAND_NEEDS_AGREEMENT | MP_COMMAND_NEEDS_ALL)) != 0)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), commands[i].action,
                                     is_enabled (self, &commands[i]));
}

/* A window suggests one thing: to play the story where there is one, else to export. */
static void
suggest (MpWindow *self)
{
  GtkWidget *const buttons[] = { self->export, self->export_middle, self->export_small };
  gboolean has_story = mp_player_get_n_steps (self->player) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++) {
    if (has_story)
      gtk_widget_remove_css_class (buttons[i], "suggested-action");
    else
      gtk_widget_add_css_class (buttons[i], "suggested-action");
  }
}

static void
shown_changed_cb (MpWindow *self)
{
  gboolean showing = g_str_equal (mp_window_get_page (self), "agreement");

  update_actions (self);
  suggest (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->as_of), showing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filter), showing && !self->is_partial);
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare), showing && !self->is_partial);
}

/* The panel is revealed for a comparison, because the result is there. A story says itself what
 * there is to see. */
static void
before_changed_cb (MpWindow *self)
{
  gboolean comparing = mp_session_get_before (self->session) != NULL;

  update_actions (self);
  update_title (self);
  gtk_toggle_button_set_active (self->compare, comparing);
  if (comparing && !mp_window_is_playing (self))
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

/* The button follows the session. A click on it runs the command, which changes the session. */
static void
compare_clicked_cb (MpWindow *self)
{
  gboolean comparing = mp_session_get_before (self->session) != NULL;

  if (gtk_toggle_button_get_active (self->compare) != comparing)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.compare", NULL);
}

/* A folded panel lies over the timeline, and is revealed for a selection. */
static void
selection_changed_cb (MpWindow *self)
{
  if (adw_flap_get_folded (self->flap) && !mp_window_is_playing (self) &&
      mp_session_get_selection (self->session).kind != MP_ITEM_NONE)
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

/* --- Actions ---------------------------------------------------------------------------------- */

/* Passes "win.X" on to the timeline's own action "timeline.X". */
static void
timeline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *action = g_strconcat ("timeline.", name + strlen ("win."), NULL);

  (void) parameter;
  gtk_widget_activate_action (GTK_WIDGET (MP_WINDOW (widget)->timeline), action, NULL);
}

/* Closes the search first, then leaves the story; the next Escape clears the selection. */
static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  if (mp_search_bar_is_open (self->search))
    mp_search_bar_close (self->search);
  else if (mp_window_is_playing (self) && !mp_timeline_cancel_drag (self->timeline))
    mp_player_leave (self->player);
  else if (mp_session_get_selection (self->session).kind == MP_ITEM_NONE &&
           mp_session_get_known (self->session) != NULL)
    mp_session_set_known (self->session, NULL);
  else
    timeline_action (widget, name, parameter);
}

static void
as_of_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  mp_as_of_button_open (MP_WINDOW (widget)->as_of);
}

static void
as_of_today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  mp_session_set_as_of (MP_WINDOW (widget)->session, NULL);
}

static void
known_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  mp_as_of_button_open_known (MP_WINDOW (widget)->as_of);
}

static void
known_today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  mp_session_set_known (MP_WINDOW (widget)->session, NULL);
}

static void
compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpSession *session = MP_WINDOW (widget)->session;

  (void) name;
  (void) parameter;
  if (mp_session_get_before (session) != NULL)
    mp_session_set_before (session, NULL);
  else
    mp_session_compare (session);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);

  (void) name;
  (void) parameter;
  gtk_stack_set_visible_child_name (
    self->stack, mp_session_get_agreement (self->session) != NULL ? "agreement" : "empty");
}

static void
show_problems_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  gtk_stack_set_visible_child_name (MP_WINDOW (widget)->stack, "problems");
}

/* Moves the focus between the parts of the window, in reading order. Tab may need a hundred steps
 * for the same way. */
static void
region_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  GtkWidget *const regions[] = {
    self->header,
    GTK_WIDGET (self->load_bar),
    GTK_WIDGET (self->search),
    GTK_WIDGET (self->known_banner),
    GTK_WIDGET (self->filter_banner),
    GTK_WIDGET (self->timeline),
    GTK_WIDGET (self->entries),
    GTK_WIDGET (self->overview),
    GTK_WIDGET (self->story),
    GTK_WIDGET (self->details),
    GTK_WIDGET (self->problems),
  };

  (void) parameter;
  if (!mp_regions_go (regions, G_N_ELEMENTS (regions),
                      g_str_equal (name, "win.next-region") ? 1 : -1))
    gtk_widget_error_bell (widget);
}

static void
show_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  gtk_menu_button_popup (MP_WINDOW (widget)->menu);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  gtk_window_close (GTK_WINDOW (widget));
}

static const struct {
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.zoom-in", timeline_action },
  { "win.zoom-out", timeline_action },
  { "win.fit", timeline_action },
  { "win.frame", timeline_action },
  { "win.show-today", timeline_action },
  { "win.view-back", timeline_action },
  { "win.view-forward", timeline_action },
  { "win.clear", clear_action },
  { "win.as-of", as_of_action },
  { "win.as-of-today", as_of_today_action },
  { "win.known", known_action },
  { "win.known-today", known_today_action },
  { "win.compare", compare_action },
  { "win.back", back_action },
  { "win.show-problems", show_problems_action },
  { "win.next-region", region_action },
  { "win.previous-region", region_action },
  { "win.show-menu", show_menu_action },
  { "win.close", close_action },
};

/* --- The class -------------------------------------------------------------------------------- */

/* Every way to close the window unmaps it, while it still has its size. */
static void
mp_window_unmap (GtkWidget *widget)
{
  MpWindow *self = MP_WINDOW (widget);

  mp_player_leave (self->player);
  mp_window_keep_view (self);
  if (self->settings != NULL)
    mp_settings_keep_window (self->settings, GTK_WINDOW (self));
  GTK_WIDGET_CLASS (mp_window_parent_class)->unmap (widget);
}

static void
mp_window_dispose (GObject *object)
{
  MpWindow *self = MP_WINDOW (object);

  /* These actions hold references to widgets of the window, and the window to them: break the
   * cycle. */
  if (self->session != NULL) {
    g_action_map_remove_action (G_ACTION_MAP (self), "show-panel");
    g_action_map_remove_action (G_ACTION_MAP (self), "show-legend");
  }
  if (self->loader != NULL)
    mp_loader_cancel (self->loader);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->page_before, g_free);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->announcements, mp_announcements_free);
  g_clear_pointer (&self->as_of_rest, mp_rest_free);
  g_clear_object (&self->player);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->stage.query, g_free);
  g_clear_object (&self->print_settings);
  g_clear_pointer (&self->uri, g_free);
  G_OBJECT_CLASS (mp_window_parent_class)->dispose (object);
}

static void
mp_window_class_init (MpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_window_dispose;
  widget_class->unmap = mp_window_unmap;
  g_type_ensure (MP_TYPE_ANNOUNCER);
  g_type_ensure (MP_TYPE_AS_OF_BUTTON);
  g_type_ensure (MP_TYPE_TIMELINE);
  g_type_ensure (MP_TYPE_SEARCH_BAR);
  g_type_ensure (MP_TYPE_LOAD_BAR);
  g_type_ensure (MP_TYPE_FILTER_BANNER);
  g_type_ensure (MP_TYPE_KNOWN_BANNER);
  g_type_ensure (MP_TYPE_FILTER_BUTTON);
  g_type_ensure (MP_TYPE_ENTRY_LIST);
  g_type_ensure (MP_TYPE_LEGEND_BAR);
  g_type_ensure (MP_TYPE_OVERVIEW);
  g_type_ensure (MP_TYPE_STORY_BAR);
  g_type_ensure (MP_TYPE_DETAIL_PANE);
  g_type_ensure (MP_TYPE_SIDE_PANEL);
  g_type_ensure (MP_TYPE_PROBLEM_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MpWindow, open);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, open_small);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, as_of);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, compare);
  gtk_widget_class_bind_template_callback (widget_class, compare_clicked_cb);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, search);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, load_bar);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, filter_banner);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, known_banner);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, filter);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, views);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, entries);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, foot);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, story);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, details);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, problems);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, legend);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, header);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, export);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, export_middle);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, export_small);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, announcer);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, file_section);
  gtk_widget_class_bind_template_child (widget_class, MpWindow, recent_menu);
  mp_window_load_class_init (widget_class);
  mp_window_figure_class_init (widget_class);
  mp_window_file_class_init (widget_class);
  mp_window_find_class_init (widget_class);
  mp_window_story_class_init (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static void
mp_window_init (MpWindow *self)
{
  g_autoptr (GPropertyAction) panel = NULL, legend = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  panel = g_property_action_new ("show-panel", self->flap, "reveal-flap");
  legend = g_property_action_new ("show-legend", self->legend, "visible");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (panel));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (legend));
  mp_window_figure_init (self);
  mp_window_file_init (self);
  self->settings = mp_settings_new ();
  if (self->settings == NULL)
    return;
  mp_settings_restore_window (self->settings, GTK_WINDOW (self));
  g_settings_bind (self->settings, "panel-width", self->panel, "width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "show-legend", self->legend, "visible", G_SETTINGS_BIND_DEFAULT);
}

MpWindow *
mp_window_new (GtkApplication *application, MpInstant today)
{
  MpWindow *self = g_object_new (MP_TYPE_WINDOW, "application", application, NULL);

  self->session = mp_session_new (today);
  mp_timeline_set_session (self->timeline, self->session);
  mp_overview_set_session (self->overview, self->session);
  mp_commands_add_canvas_keys (GTK_WIDGET (self->timeline));
  mp_search_bar_set_session (self->search, self->session);
  mp_filter_banner_set_session (self->filter_banner, self->session);
  mp_known_banner_set_session (self->known_banner, self->session);
  mp_filter_button_set_session (self->filter, self->session);
  mp_entry_list_set_session (self->entries, self->session);
  mp_legend_bar_set_session (MP_LEGEND_BAR (self->legend), self->session);
  mp_detail_pane_set_session (self->details, self->session);
  mp_as_of_button_set_session (self->as_of, self->session);
  mp_window_story_init (self);
  self->announcements = mp_announcements_new (self->session, self->player, self->announcer);
  self->as_of_rest = mp_rest_new (GTK_WIDGET (self), as_of_rested_cb, self);
  mp_follow (self->session, self, G_CALLBACK (update_title), "agreement", NULL);
  mp_follow (self->session, self, G_CALLBACK (as_of_changed_cb), "as-of", NULL);
  mp_follow (self->session, self, G_CALLBACK (shown_changed_cb), "agreement", NULL);
  mp_follow (self->session, self, G_CALLBACK (before_changed_cb), "before", NULL);
  mp_follow (self->session, self, G_CALLBACK (selection_changed_cb), "selection", NULL);
  mp_follow (self->player, self, G_CALLBACK (update_title), "step", NULL);
  g_signal_connect_object (mp_session_get_history (self->session), "notify",
                           G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_title (self);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  g_signal_connect_object (self->stack, "notify::visible-child-name", G_CALLBACK (shown_changed_cb),
                           self, G_CONNECT_SWAPPED);
  shown_changed_cb (self);
  return self;
}

MpSession *
mp_window_get_session (MpWindow *self)
{
  g_return_val_if_fail (MP_IS_WINDOW (self), NULL);
  return self->session;
}

MpTimeline *
mp_window_get_timeline (MpWindow *self)
{
  g_return_val_if_fail (MP_IS_WINDOW (self), NULL);
  return self->timeline;
}

const char *
mp_window_get_page (MpWindow *self)
{
  g_return_val_if_fail (MP_IS_WINDOW (self), NULL);
  return gtk_stack_get_visible_child_name (self->stack);
}
