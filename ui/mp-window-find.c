/* mp-window-find.c: the actions of a window that search, filter, collapse and switch views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-window-private.h"

#include "mp-agreement.h"
#include "mp-command-palette.h"
#include "mp-shortcuts-window.h"

/* --- Search and filters ----------------------------------------------------------------------- */

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  mp_search_bar_open (MP_WINDOW (widget)->search);
}

static void
find_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  mp_search_bar_step (MP_WINDOW (widget)->search, 1);
}

static void
find_previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  mp_search_bar_step (MP_WINDOW (widget)->search, -1);
}

static void
filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  mp_filter_button_open (MP_WINDOW (widget)->filter);
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  mp_session_set_filter (MP_WINDOW (widget)->session, NULL);
}

/* --- Topics ----------------------------------------------------------------------------------- */

static void
collapse_topic_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  MpAgreement *agreement = mp_session_get_agreement (self->session);
  MpItem item = mp_session_get_selection (self->session);

  (void) name;
  (void) parameter;
  if (item.kind != MP_ITEM_NONE)
    mp_session_toggle_topic (self->session, mp_item_topic (agreement, item));
  else
    gtk_widget_error_bell (widget);
}

static void
expand_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  guint n_topics;

  (void) name;
  (void) parameter;
  mp_agreement_topics (mp_session_get_agreement (self->session), &n_topics);
  g_object_freeze_notify (G_OBJECT (self->session));
  for (guint32 topic = 0; topic < n_topics; topic++)
    mp_session_set_topic_collapsed (self->session, topic, FALSE);
  g_object_thaw_notify (G_OBJECT (self->session));
}

/* --- Views and windows ------------------------------------------------------------------------ */

static void
view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  gboolean list = g_str_equal (name, "win.view-list");

  (void) parameter;
  gtk_stack_set_visible_child_name (self->views, list ? "list" : "timeline");
  if (list)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->views));
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->views), GTK_DIR_TAB_FORWARD);
}

static void
show_commands_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  gtk_window_present (GTK_WINDOW (mp_command_palette_new (GTK_WINDOW (widget))));
}

static void
show_shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  gtk_window_present (mp_shortcuts_window_new (GTK_WINDOW (widget)));
}

/* --- All of them ------------------------------------------------------------------------------ */

static const struct {
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.find", find_action },
  { "win.find-next", find_next_action },
  { "win.find-previous", find_previous_action },
  { "win.filter", filter_action },
  { "win.show-all", show_all_action },
  { "win.collapse-topic", collapse_topic_action },
  { "win.expand-all", expand_all_action },
  { "win.view-timeline", view_action },
  { "win.view-list", view_action },
  { "win.show-commands", show_commands_action },
  { "win.show-shortcuts", show_shortcuts_action },
};

void
mp_window_find_class_init (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}
