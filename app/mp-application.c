/* mp-application.c: the application: its windows, actions and options
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-application.h"

#include "mp-address.h"
#include "mp-cli.h"
#include "mp-commands.h"
#include "mp-theme.h"
#include "mp-toolkit.h"
#include "mp-window.h"

#include <glib/gi18n.h>

/* Seconds between two looks at the date. */
#define CLOCK_SECONDS 60

struct _MpApplication {
  AdwApplication parent_instance;

  /* Owned */
  GInputStream *input; /* to be opened, or NULL */

  MpTodayFunc ask_today; /* NULL if --today gave the day */
  MpInstant today;
  guint clock; /* a timeout, or 0 */
  gboolean plays_story;
  gboolean options_are_known;
};

G_DEFINE_FINAL_TYPE (MpApplication, mp_application, ADW_TYPE_APPLICATION)

/* Accelerators belong to the application, so they follow the window that changed its direction
 * last. */
static void
direction_changed_cb (GtkWidget *window, GtkTextDirection before, MpApplication *self)
{
  (void) before;
  mp_commands_set_accels (GTK_APPLICATION (self), gtk_widget_get_direction (window));
}

static MpWindow *
new_window (MpApplication *self)
{
  MpWindow *window = mp_window_new (GTK_APPLICATION (self), self->today);

  g_signal_connect_object (window, "direction-changed", G_CALLBACK (direction_changed_cb), self, 0);
  if (self->plays_story)
    mp_window_play_story (window);
  return window;
}

/* Opens an agreement from the resources in a new window. */
static void
open_resource (MpApplication *self, const char *path)
{
  MpWindow *window = new_window (self);

  mp_window_load_resource (window, path);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (void) action;
  (void) parameter;
  open_resource (data, MP_SHIPPED_AGREEMENT);
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (void) action;
  (void) parameter;
  open_resource (data, MP_SAMPLE_AGREEMENT);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (void) action;
  (void) parameter;
  adw_show_about_window (
    gtk_application_get_active_window (GTK_APPLICATION (data)), "application-name", _ ("Milepost"),
    "application-icon", MP_APPLICATION_ID, "version", MP_VERSION, "comments",
    _ ("An agreement over time: what binds, since when, until when, and who says so"),
    "license-type", GTK_LICENSE_GPL_3_0, "developer-name", _ ("The Milepost developers"), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows;

  (void) action;
  (void) parameter;
  /* Each window is destroyed by itself, so that it stores its state. The application ends with the
   * last one. */
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (data))) != NULL)
    gtk_window_destroy (windows->data);
}

/* A window that is open at midnight must change to the new day. */
static gboolean
look_at_clock_cb (gpointer data)
{
  MpApplication *self = data;

  self->today = self->ask_today ();
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (MP_IS_WINDOW (l->data))
      mp_session_set_today (mp_window_get_session (l->data), self->today);
  return G_SOURCE_CONTINUE;
}

static void
mp_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "new-window", .activate = new_window_cb },
    { .name = "open-sample", .activate = open_sample_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };
  MpApplication *self = MP_APPLICATION (application);

  G_APPLICATION_CLASS (mp_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  mp_commands_set_accels (GTK_APPLICATION (application), gtk_widget_get_default_direction ());
  mp_theme_install (gdk_display_get_default ());
  gtk_window_set_default_icon_name (MP_APPLICATION_ID);
  if (self->ask_today != NULL)
    self->clock = g_timeout_add_seconds (CLOCK_SECONDS, look_at_clock_cb, self);
}

/* What an option asks for is for the windows of this command only: a process of its own. */
static void
stay_alone (MpApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_set_flags (application,
                           g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
}

/* Handles --today: the day stays as it is. */
static gboolean
take_today (MpApplication *self, const char *day, int *code)
{
  MpDate date;

  if (!mp_cli_date_option ("--today", day, &date, code))
    return FALSE;
  self->ask_today = NULL;
  self->today = date.earliest;
  stay_alone (self);
  return TRUE;
}

/* Handles the options that need no display. Returns -1 to go on. */
static int
mp_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  MpApplication *self = MP_APPLICATION (application);
  const char *day;
  int code;

  self->options_are_known = TRUE;
  if (g_variant_dict_contains (options, "version")) {
    g_print ("Milepost %s\n", MP_VERSION);
    return MP_EXIT_DONE;
  }
  if (g_variant_dict_lookup (options, "today", "&s", &day) && !take_today (self, day, &code))
    return code;
  if (g_variant_dict_contains (options, "story")) {
    self->plays_story = TRUE;
    stay_alone (self);
  }
  /* The desktop finds the icon and the name of the windows by the application id. This must come
   * after --help, which shows the name of the program. */
  g_set_prgname (MP_APPLICATION_ID);
  if (mp_toolkit_start ())
    return -1;
  g_printerr ("milepost: %s\n",
              _ ("there is no display to open a window on; \"milepost export -o chart.png\" writes "
                 "the chart to a file"));
  return MP_EXIT_IO;
}

/* Files may be passed to a running instance over D-Bus, which takes only UTF-8. Paths are encoded
 * by GLib; this encodes addresses. */
static void
encode_addresses (char **arguments)
{
  for (char **argument = arguments; *argument != NULL; argument++) {
    g_autofree char *given = NULL;

    if (g_utf8_validate (*argument, -1, NULL) || g_uri_peek_scheme (*argument) == NULL)
      continue;
    given = *argument;
    *argument = mp_address_plain (given);
  }
}

/* GApplication returns 1 for a wrong option, which here means a wrong file or date. */
static gboolean
mp_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  gboolean done;

  encode_addresses (*arguments);
  done = G_APPLICATION_CLASS (mp_application_parent_class)
           ->local_command_line (application, arguments, status);

  if (done && *status == 1 && !MP_APPLICATION (application)->options_are_known)
    *status = MP_EXIT_USAGE;
  return done;
}

static void
open_input (MpApplication *self)
{
  g_autoptr (GInputStream) input = g_steal_pointer (&self->input);
  MpWindow *window = new_window (self);

  mp_window_load_stream (window, input, _ ("standard input"));
  gtk_window_present (GTK_WINDOW (window));
}

static void
mp_application_activate (GApplication *application)
{
  MpApplication *self = MP_APPLICATION (application);

  if (self->input != NULL)
    open_input (self);
  else
    open_resource (self, MP_SHIPPED_AGREEMENT);
}

static void
mp_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  MpApplication *self = MP_APPLICATION (application);

  (void) hint;
  for (int i = 0; i < n_files; i++) {
    MpWindow *window = new_window (self);

    mp_window_load_file (window, files[i]);
    gtk_window_present (GTK_WINDOW (window));
  }
  if (self->input != NULL)
    open_input (self);
}

static void
mp_application_finalize (GObject *object)
{
  MpApplication *self = MP_APPLICATION (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_object (&self->input);
  G_OBJECT_CLASS (mp_application_parent_class)->finalize (object);
}

static void
mp_application_class_init (MpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mp_application_finalize;
  application_class->handle_local_options = mp_application_handle_local_options;
  application_class->startup = mp_application_startup;
  application_class->activate = mp_application_activate;
  application_class->open = mp_application_open;
  application_class->local_command_line = mp_application_local_command_line;
}

static void
mp_application_init (MpApplication *self)
{
  (void) self;
}

MpApplication *
mp_application_new (MpTodayFunc ask_today, GInputStream *input)
{
  static const GOptionEntry entries[] = {
    { "today", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("The day that counts as today"), N_ ("DATE") },
    { "story", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Play the story of the agreement, full screen"),
      NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
    { NULL },
  };
  g_autofree char *commands = mp_cli_describe_commands ();
  MpApplication *self =
    g_object_new (MP_TYPE_APPLICATION, "application-id", MP_APPLICATION_ID, "flags",
                  G_APPLICATION_HANDLES_OPEN | (input != NULL ? G_APPLICATION_NON_UNIQUE : 0),
                  "resource-base-path", "/dev/milepost/Milepost", NULL);

  self->ask_today = ask_today;
  self->today = ask_today ();
  self->input = input != NULL ? g_object_ref (input) : NULL;
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  /* Translators: a placeholder in the help for the command line; what stands in brackets can be
   * left out */
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_application_set_option_context_summary (
    G_APPLICATION (self),
    _ ("Shows agreements over time. Without FILE it opens the one that it ships with."));
  g_application_set_option_context_description (G_APPLICATION (self), commands);
  return self;
}
