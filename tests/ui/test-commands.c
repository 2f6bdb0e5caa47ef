/* test-commands.c: every command exists, has a name, and its keys do what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole application is linked in, for its own actions and for its keys.
 */
#include "mp-application.h"
#include "mp-cluster-stack.h"
#include "mp-commands.h"
#include "mp-display-support.h"
#include "mp-export-dialog.h"
#include "mp-window.h"

#include <math.h>
#include <string.h>

typedef struct {
  MpApplication *application;
  MpWindow *window;
  MpSession *session;
} Fixture;

typedef struct {
  const char *path;
  void (*check) (Fixture *f);
} Test;

typedef struct {
  Fixture fixture;
  const Test *test;
} Run;

/* To be called within the running application, with its first window shown. */
static gboolean
check_cb (gpointer data)
{
  Run *run = data;
  Fixture *f = &run->fixture;
  GList *windows;

  mp_wait_until (mp_find_window (MP_TYPE_WINDOW) != NULL);
  f->window = mp_find_window (MP_TYPE_WINDOW);
  f->session = mp_window_get_session (f->window);
  mp_wait_until (mp_timeline_get_scene (mp_window_get_timeline (f->window)) != NULL);
  run->test->check (f);
  mp_input_end ();
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (f->application))) != NULL)
    mp_close (windows->data);
  return G_SOURCE_REMOVE;
}

static void
activated_cb (GApplication *application, gpointer run)
{
  (void) application;
  g_idle_add (check_cb, run);
}

/* The application starts, opens the shipped agreement, and ends with its last window. */
static void
run_test (gconstpointer data)
{
  char name[] = "milepost";
  char *arguments[] = { name, NULL };
  Run run = { .test = data };

  run.fixture.application = mp_application_new (mp_today, NULL);
  g_application_set_flags (G_APPLICATION (run.fixture.application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_signal_connect_after (run.fixture.application, "activate", G_CALLBACK (activated_cb), &run);
  g_assert_cmpint (g_application_run (G_APPLICATION (run.fixture.application), 1, arguments), ==,
                   0);
  g_assert_finalize_object (run.fixture.application);
}

/* --- The table -------------------------------------------------------------------------------- */

static gboolean
window_has_action (MpWindow *window, const char *action)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (window);
  const GVariantType *parameter;
  const char *name, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, &parameter, &property);
       i++)
    if (g_str_equal (name, action))
      return parameter == NULL;
  return g_action_group_has_action (G_ACTION_GROUP (window), action + strlen ("win."));
}

static void
test_actions_exist (Fixture *f)
{
  guint length;
  const MpCommand *commands = mp_commands_get (&length);

  g_assert_cmpuint (length, >, 5);
  for (guint i = 0; i < length; i++) {
    g_test_message ("%s", commands[i].action);
    g_assert_cmpuint (strlen (commands[i].title), >, 3);
    if (g_str_has_prefix (commands[i].action, "app."))
      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (f->application),
                                                commands[i].action + strlen ("app.")));
    else
      g_assert_true (window_has_action (f->window, commands[i].action));
  }
}

/* No two commands have the same name or key, and GTK understands every key. */
static void
test_unique (Fixture *f)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint length;
  const MpCommand *commands = mp_commands_get (&length);

  for (guint i = 0; i < length; i++) {
    g_auto (GStrv) keys =
      gtk_application_get_accels_for_action (GTK_APPLICATION (f->application), commands[i].action);

    g_assert_true (g_hash_table_add (seen, g_strdup (commands[i].action)));
    /* A letter is text wherever the focus is not on a canvas. */
    g_assert_cmpuint (g_strv_length (keys), ==,
                      (commands[i].flags & MP_COMMAND_ON_CANVAS) != 0
                        ? 0
                        : g_strv_length ((char **) commands[i].keys));
    for (guint j = 0; commands[i].keys[j] != NULL; j++) {
      GdkModifierType modifiers;
      guint key;

      g_test_message ("%s %s", commands[i].action, commands[i].keys[j]);
      g_assert_true (gtk_accelerator_parse (commands[i].keys[j], &key, &modifiers));
      g_assert_cmpuint (key, !=, 0);
      g_assert_true (g_hash_table_add (seen, gtk_accelerator_name (key, modifiers)));
    }
  }
}

/* Whether the timeline itself binds this key to this action. */
static gboolean
timeline_binds (MpWindow *window, const MpCommand *key)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (mp_window_get_timeline (window)));
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (key->keys[0]);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

    if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
      continue;
    for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
      GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);
      const char *name;

      if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
        continue;
      /* The arrows to the sides are bound to a function, with what they do from left to right and
       * from right to left. */
      if (GTK_IS_CALLBACK_ACTION (action))
        g_variant_get (gtk_shortcut_get_arguments (shortcut), "(&s&s)", &name, NULL);
      else
        name = gtk_named_action_get_action_name (GTK_NAMED_ACTION (action));
      if (g_str_equal (name, key->action))
        return TRUE;
    }
  }
  return FALSE;
}

/* What the window of shortcuts says of the timeline is what the timeline does. */
static void
test_canvas_keys (Fixture *f)
{
  guint length;
  const MpCommand *keys = mp_commands_get_canvas (&length);

  g_assert_cmpuint (length, >, 0);
  for (guint i = 0; i < length; i++) {
    g_test_message ("%s", keys[i].action);
    g_assert_true (timeline_binds (f->window, &keys[i]));
  }
}

/* Fails unless the key that opens an item is of no other item; letters holds the keys so far. */
static void
assert_mnemonic_is_free (GMenuModel *menu, int place, GString *letters)
{
  g_autofree char *label = NULL;
  const char *sign;

  if (!g_menu_model_get_item_attribute (menu, place, G_MENU_ATTRIBUTE_LABEL, "s", &label))
    return;
  g_test_message ("%s", label);
  sign = strchr (label, '_');
  g_assert_nonnull (sign);
  g_assert_null (strchr (letters->str, g_ascii_tolower (sign[1])));
  g_string_append_c (letters, g_ascii_tolower (sign[1]));
}

static void
assert_menu_is_alive (Fixture *f, GMenuModel *menu, guint *items, GString *letters)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++) {
    g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
    g_autofree char *action = NULL;

    if (section != NULL)
      assert_menu_is_alive (f, section, items, letters);
    assert_mnemonic_is_free (menu, i, letters);
    if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
      continue;
    g_test_message ("%s", action);
    if (g_str_has_prefix (action, "app."))
      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (f->application), action + 4));
    else
      g_assert_true (window_has_action (f->window, action));
    ++*items;
  }
}

static void
test_menu (Fixture *f)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  guint items = 0;

  assert_menu_is_alive (f, mp_template_child (f->window, "main_menu"), &items, letters);
  g_assert_cmpuint (items, >, 3);
}

/* --- The keys --------------------------------------------------------------------------------- */

static double
span_of (Fixture *f)
{
  return mp_session_get_end (f->session) - mp_session_get_begin (f->session);
}

static void
press_control_and (guint key)
{
  mp_input_hold (GDK_KEY_Control_L, TRUE);
  mp_input_key (key);
  mp_input_hold (GDK_KEY_Control_L, FALSE);
}

/* Presses a key, with Ctrl or without, that leaves the focus in the window. */
static void
hit (Fixture *f, gboolean control, guint key)
{
  if (control)
    press_control_and (key);
  else
    mp_input_key (key);
  mp_input_settle (f->window);
}

static void
select_reset (Fixture *f)
{
  MpAgreement *agreement = mp_session_get_agreement (f->session);

  mp_session_set_selection (f->session, mp_item_milestone (agreement, "reset-2026"));
  mp_wait_for_frame (GTK_WIDGET (f->window));
}

static void
test_zoom_keys (Fixture *f)
{
  double span = span_of (f), near;

  if (!mp_input_begin (f->window))
    return;
  hit (f, TRUE, GDK_KEY_plus);
  near = span_of (f);
  g_assert_cmpfloat (near, <, span * 0.9);
  hit (f, TRUE, GDK_KEY_equal);
  g_assert_cmpfloat (span_of (f), <, near * 0.9);
  hit (f, TRUE, GDK_KEY_KP_Add);
  hit (f, TRUE, GDK_KEY_minus);
  hit (f, TRUE, GDK_KEY_KP_Subtract);
  g_assert_cmpfloat_with_epsilon (span_of (f), near, 1e-6);
  hit (f, TRUE, GDK_KEY_0);
  /* It glides there. */
  mp_wait_until (span_of (f) == span);
}

static void
hit_with_alt (Fixture *f, guint key)
{
  mp_input_hold (GDK_KEY_Alt_L, TRUE);
  mp_input_key (key);
  mp_input_hold (GDK_KEY_Alt_L, FALSE);
  mp_input_settle (f->window);
}

/* F to the selection, Alt and arrows through the views, Ctrl+T to today. */
static void
test_view_keys (Fixture *f)
{
  double span = span_of (f);
  double today = (double) mp_today () / (double) MP_SECONDS_PER_DAY + 0.5;

  if (!mp_input_begin (f->window))
    return;
  select_reset (f);
  gtk_widget_grab_focus (GTK_WIDGET (mp_window_get_timeline (f->window)));
  hit (f, FALSE, GDK_KEY_f);
  mp_wait_until (span_of (f) < span / 6);
  hit_with_alt (f, GDK_KEY_Left);
  mp_wait_until (span_of (f) == span);
  hit_with_alt (f, GDK_KEY_Right);
  mp_wait_until (span_of (f) < span / 6);
  hit (f, TRUE, GDK_KEY_t);
  mp_wait_until (fabs (mp_view_middle (mp_session_get_view (f->session)) - today) < 0.1);
}

/* From right to left, which can change at any time, back is to the right. */
static void
test_view_keys_mirrored (Fixture *f)
{
  double span = span_of (f);

  if (!mp_input_begin (f->window))
    return;
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  select_reset (f);
  gtk_widget_grab_focus (GTK_WIDGET (mp_window_get_timeline (f->window)));
  hit (f, FALSE, GDK_KEY_f);
  mp_wait_until (span_of (f) < span / 6);
  hit_with_alt (f, GDK_KEY_Right);
  mp_wait_until (span_of (f) == span);
  hit_with_alt (f, GDK_KEY_Left);
  mp_wait_until (span_of (f) < span / 6);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  hit_with_alt (f, GDK_KEY_Left);
  mp_wait_until (span_of (f) == span);
}

/* Where a letter is text, it is not a command. */
static void
test_letters_are_text (Fixture *f)
{
  double span = span_of (f);

  if (!mp_input_begin (f->window))
    return;
  select_reset (f);
  press_control_and (GDK_KEY_l);
  mp_wait_until (GTK_IS_TEXT (mp_get_focus (f->window)));
  mp_input_key (GDK_KEY_f);
  mp_wait_until (strchr (gtk_editable_get_text (GTK_EDITABLE (mp_get_focus (f->window))), 'f') !=
                 NULL);
  g_assert_cmpfloat (span_of (f), ==, span);
  mp_input_key (GDK_KEY_Escape);
  mp_wait_until (!GTK_IS_TEXT (mp_get_focus (f->window)));
}

static void
test_panel_keys (Fixture *f)
{
  AdwFlap *flap = mp_template_child (f->window, "flap");
  GtkWidget *legend = mp_template_child (f->window, "legend");
  gboolean revealed = adw_flap_get_reveal_flap (flap);

  if (!mp_input_begin (f->window))
    return;
  hit (f, FALSE, GDK_KEY_F9);
  g_assert_cmpint (adw_flap_get_reveal_flap (flap), !=, revealed);
  hit (f, FALSE, GDK_KEY_F9);
  g_assert_cmpint (adw_flap_get_reveal_flap (flap), ==, revealed);
  hit (f, FALSE, GDK_KEY_F8);
  g_assert_false (gtk_widget_get_visible (legend));
  hit (f, FALSE, GDK_KEY_F8);
  g_assert_true (gtk_widget_get_visible (legend));
}

static void
test_escape (Fixture *f)
{
  if (!mp_input_begin (f->window))
    return;
  select_reset (f);
  hit (f, FALSE, GDK_KEY_Escape);
  g_assert_cmpint (mp_session_get_selection (f->session).kind, ==, MP_ITEM_NONE);
}

/* Escape closes what is open above the timeline, and only that. */
static void
test_escape_closes_menu (Fixture *f)
{
  GtkMenuButton *button = mp_template_child (f->window, "menu");
  GtkWidget *popover;

  if (!mp_input_begin (f->window))
    return;
  select_reset (f);
  mp_input_key (GDK_KEY_F10);
  mp_wait_until (gtk_menu_button_get_popover (button) != NULL);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  mp_wait_until (gtk_widget_get_mapped (popover));
  mp_wait_for_frame (popover);
  mp_input_key (GDK_KEY_Escape);
  mp_wait_until (!gtk_widget_get_mapped (popover));
  g_assert_cmpint (mp_session_get_selection (f->session).kind, ==, MP_ITEM_MILESTONE);
}

static void
test_escape_closes_cluster (Fixture *f)
{
  MpTimeline *timeline = mp_window_get_timeline (f->window);
  MpSceneItem cluster = { MP_SCENE_ITEM_CLUSTER, 0 };
  GtkWidget *stack;

  if (!mp_input_begin (f->window))
    return;
  select_reset (f);
  mp_wait_until (mp_timeline_get_item (timeline, cluster) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (mp_timeline_get_item (timeline, cluster)),
                              "item.activate", NULL);
  mp_wait_until (mp_find_type (timeline, MP_TYPE_CLUSTER_STACK) != NULL);
  stack = mp_find_type (timeline, MP_TYPE_CLUSTER_STACK);
  mp_wait_until (gtk_widget_get_mapped (stack));
  mp_wait_for_frame (stack);
  mp_input_key (GDK_KEY_Escape);
  mp_wait_until (!gtk_widget_get_mapped (stack));
  g_assert_cmpint (mp_session_get_selection (f->session).kind, ==, MP_ITEM_MILESTONE);
}

static void
test_export_key (Fixture *f)
{
  if (!mp_input_begin (f->window))
    return;
  press_control_and (GDK_KEY_e);
  mp_wait_until (mp_find_window (MP_TYPE_EXPORT_DIALOG) != NULL);
  mp_input_end ();
  if (!mp_input_begin (mp_find_window (MP_TYPE_EXPORT_DIALOG)))
    return;
  mp_input_key (GDK_KEY_Escape);
  mp_wait_until (mp_find_window (MP_TYPE_EXPORT_DIALOG) == NULL);
}

static void
test_window_keys (Fixture *f)
{
  GtkApplication *application = GTK_APPLICATION (f->application);

  if (!mp_input_begin (f->window))
    return;
  press_control_and (GDK_KEY_n);
  mp_wait_until (g_list_length (gtk_application_get_windows (application)) == 2);
  mp_input_end ();
  if (!mp_input_begin (f->window))
    return;
  press_control_and (GDK_KEY_w);
  mp_wait_until (g_list_length (gtk_application_get_windows (application)) == 1);
  mp_input_end ();
  mp_wait_until (mp_find_window (MP_TYPE_WINDOW) != NULL);
  if (!mp_input_begin (mp_find_window (MP_TYPE_WINDOW)))
    return;
  press_control_and (GDK_KEY_q);
  mp_wait_until (gtk_application_get_windows (application) == NULL);
}

/* --- The application -------------------------------------------------------------------------- */

static void
test_about (Fixture *f)
{
  g_action_group_activate_action (G_ACTION_GROUP (f->application), "about", NULL);
  mp_wait_until (mp_find_window (ADW_TYPE_ABOUT_WINDOW) != NULL);
  g_assert_cmpstr (adw_about_window_get_application_name (mp_find_window (ADW_TYPE_ABOUT_WINDOW)),
                   ==, "Milepost");
  g_assert_cmpint (adw_about_window_get_license_type (mp_find_window (ADW_TYPE_ABOUT_WINDOW)), ==,
                   GTK_LICENSE_GPL_3_0);
  mp_close (mp_find_window (ADW_TYPE_ABOUT_WINDOW));
}

/* Each file has one window. */
static void
test_open (Fixture *f)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "agreements", "valid", "minimal.json", NULL);
  g_autofree char *bad_path =
    g_test_build_filename (G_TEST_DIST, "agreements", "invalid", "empty.json", NULL);
  g_autoptr (GFile) good = g_file_new_for_path (path), bad = g_file_new_for_path (bad_path);
  GFile *files[] = { good, bad };
  MpWindow *windows[2];

  g_application_open (G_APPLICATION (f->application), files, 2, "");
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (f->application))),
                    ==, 3);
  windows[1] = gtk_application_get_windows (GTK_APPLICATION (f->application))->data;
  windows[0] = gtk_application_get_windows (GTK_APPLICATION (f->application))->next->data;
  mp_wait_until (g_str_equal (mp_window_get_page (windows[0]), "agreement"));
  mp_wait_until (g_str_equal (mp_window_get_page (windows[1]), "problems"));
}

static const Test tests[] = {
  { "/commands/actions-exist", test_actions_exist },
  { "/commands/unique", test_unique },
  { "/commands/canvas-keys", test_canvas_keys },
  { "/commands/menu", test_menu },
  { "/commands/keys/zoom", test_zoom_keys },
  { "/commands/keys/views", test_view_keys },
  { "/commands/keys/views-mirrored", test_view_keys_mirrored },
  { "/commands/keys/letters-are-text", test_letters_are_text },
  { "/commands/keys/panels", test_panel_keys },
  { "/commands/keys/escape", test_escape },
  { "/commands/keys/escape-closes-menu", test_escape_closes_menu },
  { "/commands/keys/escape-closes-cluster", test_escape_closes_cluster },
  { "/commands/keys/export", test_export_key },
  { "/commands/keys/windows", test_window_keys },
  { "/commands/about", test_about },
  { "/commands/open", test_open },
};

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].path, &tests[i], run_test);
  return g_test_run ();
}
