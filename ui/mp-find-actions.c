/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-find-actions.h"

#include "mp-command-palette.h"
#include "mp-shortcuts.h"

/* --- Search and filters ----------------------------------------------------------------------- */

static void
find_action (GSimpleAction *action, GVariant *parameter, gpointer parts)
{
  (void) action;
  (void) parameter;
  mp_search_bar_open (((MpFindParts *) parts)->search);
}

static void
find_next_action (GSimpleAction *action, GVariant *parameter, gpointer parts)
{
  (void) action;
  (void) parameter;
  mp_search_bar_step (((MpFindParts *) parts)->search, 1);
}

static void
find_previous_action (GSimpleAction *action, GVariant *parameter, gpointer parts)
{
  (void) action;
  (void) parameter;
  mp_search_bar_step (((MpFindParts *) parts)->search, -1);
}

static void
filter_action (GSimpleAction *action, GVariant *parameter, gpointer parts)
{
  (void) action;
  (void) parameter;
  mp_filter_button_open (((MpFindParts *) parts)->filter);
}

static void
show_all_action (GSimpleAction *action, GVariant *parameter, gpointer parts)
{
  (void) action;
  (void) parameter;
  mp_session_set_filter (((MpFindParts *) parts)->session, NULL);
}

/* --- Topics ----------------------------------------------------------------------------------- */

static void
collapse_topic_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MpFindParts *parts = data;
  MpAgreement *agreement = mp_session_get_agreement (parts->session);
  MpItem item = mp_session_get_selection (parts->session);

  (void) action;
  (void) parameter;
  if (item.kind != MP_ITEM_NONE)
    mp_session_toggle_topic (parts->session, mp_item_topic (agreement, item));
  else
    gtk_widget_error_bell (GTK_WIDGET (parts->window));
}

static void
expand_all_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MpFindParts *parts = data;
  guint n_topics;

  (void) action;
  (void) parameter;
  mp_agreement_topics (mp_session_get_agreement (parts->session), &n_topics);
  g_object_freeze_notify (G_OBJECT (parts->session));
  for (guint32 topic = 0; topic < n_topics; topic++)
    mp_session_set_topic_collapsed (parts->session, topic, FALSE);
  g_object_thaw_notify (G_OBJECT (parts->session));
}

/* --- Views and windows ------------------------------------------------------------------------ */

static void
view_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MpFindParts *parts = data;
  gboolean list = g_str_equal (g_action_get_name (G_ACTION (action)), "view-list");

  (void) parameter;
  gtk_stack_set_visible_child_name (parts->views, list ? "list" : "timeline");
  if (list)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (parts->views));
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (parts->views), GTK_DIR_TAB_FORWARD);
}

static void
show_commands_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MpFindParts *parts = data;

  (void) action;
  (void) parameter;
  gtk_window_present (GTK_WINDOW (mp_command_palette_new (parts->window)));
}

static void
show_shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  MpFindParts *parts = data;

  (void) action;
  (void) parameter;
  gtk_window_present (mp_shortcuts_new (parts->window));
}

/* --- All of them ------------------------------------------------------------------------------ */

static const GActionEntry entries[] = {
  { .name = "find", .activate = find_action },
  { .name = "find-next", .activate = find_next_action },
  { .name = "find-previous", .activate = find_previous_action },
  { .name = "filter", .activate = filter_action },
  { .name = "show-all", .activate = show_all_action },
  { .name = "collapse-topic", .activate = collapse_topic_action },
  { .name = "expand-all", .activate = expand_all_action },
  { .name = "view-timeline", .activate = view_action },
  { .name = "view-list", .activate = view_action },
  { .name = "show-commands", .activate = show_commands_action },
  { .name = "show-shortcuts", .activate = show_shortcuts_action },
};

/* The last ones work without an agreement. */
#define N_WITHOUT_AGREEMENT 2

void
mp_find_actions_add (const MpFindParts *parts)
{
  MpFindParts *kept = g_memdup2 (parts, sizeof *parts);

  g_object_set_data_full (G_OBJECT (parts->window), "mp-finding-parts", kept, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (parts->window), entries, G_N_ELEMENTS (entries),
                                   kept);
}

void
mp_find_actions_enable (GtkWindow *window, gboolean enabled)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries) - N_WITHOUT_AGREEMENT; i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (window), entries[i].name)),
      enabled);
}
