/* test-window.c: the window and what can be done in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-window-support.h"

#include "mp-detail-pane.h"
#include "mp-export-dialog.h"
#include "mp-legend-bar.h"
#include "mp-problem-page.h"

/* --- Templates -------------------------------------------------------------------------------- */

/* Warnings are fatal here: a template that names what does not exist cannot pass. */
static void
test_templates (void)
{
  const GType types[] = { MP_TYPE_DETAIL_PANE, MP_TYPE_PROBLEM_PAGE, MP_TYPE_LEGEND_BAR,
                          MP_TYPE_TIMELINE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

    g_test_message ("%s", g_type_name (types[i]));
    g_assert_finalize_object (widget);
  }
  mp_close (g_object_new (MP_TYPE_EXPORT_DIALOG, NULL));
  mp_close (GTK_WINDOW (mp_window_new (NULL, mp_today ())));
}

/* A closed window is finalized with everything in it: nothing in it keeps it alive. */
static void
test_closed (void)
{
  MpWindow *window = mp_window_new (NULL, mp_today ());
  GObject *parts[] = { G_OBJECT (mp_window_get_timeline (window)),
                       G_OBJECT (mp_window_get_session (window)),
                       mp_template_child (window, "legend"), mp_template_child (window, "flap") };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_object_add_weak_pointer (parts[i], (gpointer *) &parts[i]);
  mp_window_load_resource (window, SHIPPED);
  gtk_window_present (GTK_WINDOW (window));
  mp_wait_for_frame (GTK_WIDGET (window));
  mp_close (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_null (parts[i]);
}

static gboolean
is_nameless_button (GtkWidget *widget, gconstpointer data)
{
  g_autofree char *text = NULL;

  (void) data;
  if (!GTK_IS_BUTTON (widget) && !GTK_IS_MENU_BUTTON (widget))
    return FALSE;
  /* A menu button contains a button, which must have its name, too. */
  if (gtk_widget_get_ancestor (gtk_widget_get_parent (widget), GTK_TYPE_MENU_BUTTON) != NULL)
    return FALSE;
  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  text = mp_read_labels (widget);
  return *g_strstrip (text) == '\0';
}

static void
assert_buttons_are_named (gpointer root)
{
  GtkWidget *nameless = mp_find (root, is_nameless_button, NULL);

  if (nameless != NULL)
    g_test_message ("%s without a name: %s", G_OBJECT_TYPE_NAME (nameless),
                    gtk_widget_get_tooltip_text (nameless));
  g_assert_null (nameless);
}

static void
test_buttons_are_named (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) bad = write_file (f, "bad.json", "{");

  (void) data;
  assert_buttons_are_named (f->window);
  load_shipped (f);
  mp_session_set_selection (mp_window_get_session (f->window),
                            mp_item_milestone (agreement (f), "reset-2026"));
  mp_wait_for_frame (GTK_WIDGET (f->window));
  assert_buttons_are_named (f->window);
  act (f, "win.export");
  mp_wait_until (mp_find_window (MP_TYPE_EXPORT_DIALOG) != NULL);
  assert_buttons_are_named (mp_find_window (MP_TYPE_EXPORT_DIALOG));
  load_file (f, bad);
  mp_wait_for_frame (GTK_WIDGET (f->window));
  assert_buttons_are_named (f->window);
}

/* --- Using it --------------------------------------------------------------------------------- */

static void
test_selection (Fixture *f, gconstpointer data)
{
  MpSession *session = mp_window_get_session (f->window);

  (void) data;
  load_shipped (f);
  mp_session_set_selection (session, mp_item_milestone (agreement (f), "reset-2026"));
  g_assert_true (says (f, "The 2026 reset\n27 April 2026\n"));
  act (f, "win.clear");
  g_assert_cmpint (mp_session_get_selection (session).kind, ==, MP_ITEM_NONE);
  g_assert_true (says (f, "What ends next"));
}

/* What was known on a day: the window says so everywhere, and leads back. */
static void
test_known (Fixture *f, gconstpointer data)
{
  MpSession *session = mp_window_get_session (f->window);
  MpDate date;

  (void) data;
  load_shipped (f);
  g_assert_true (mp_date_parse ("2026-04-30", -1, &date, NULL, NULL));
  mp_session_set_known (session, &date);
  mp_wait_until (g_str_has_suffix (subtitle (f), " · as known on 30 April 2026"));
  g_assert_true (says (f, "As known on 30 April 2026. Published later, and left out: "));
  g_assert_nonnull (
    mp_find_button (GTK_WIDGET (f->window), "As of Today, as known on 30 April 2026"));
  /* What became known between that day and today. */
  mp_wait_until (mp_detail_pane_is_complete (mp_template_child (f->window, "details")));
  g_assert_true (says (f, "Became known later"));
  g_assert_true (says (f, "Cap put at USD 38 billion\nAdded\n"));
  mp_session_set_selection (session, mp_item_phase (agreement (f), "openai-pays-microsoft", 2));
  /* The cap was not known yet; its figure came on 11 May. */
  g_assert_true (says (f, "Same rate, total cap"));
  g_assert_false (says (f, "USD 38 billion"));
  act (f, "win.clear");
  g_assert_nonnull (mp_session_get_known (session));
  act (f, "win.clear");
  g_assert_null (mp_session_get_known (session));
  mp_session_set_known (session, &date);
  act (f, "win.known-today");
  mp_wait_until (strstr (subtitle (f), "known") == NULL);
  mp_session_set_selection (session, mp_item_phase (agreement (f), "openai-pays-microsoft", 2));
  g_assert_true (says (f, "USD 38 billion"));
  g_assert_true (says (f, "Known since 27 April 2026"));
}

/* Choosing something in the panel by keys leaves the focus in the panel. */
static void
test_card_by_keys (Fixture *f, gconstpointer data)
{
  MpSession *session = mp_window_get_session (f->window);
  GtkWidget *details = mp_template_child (f->window, "details");

  (void) data;
  load_shipped (f);
  mp_session_set_selection (session, mp_item_milestone (agreement (f), "reset-2026"));
  mp_wait_until (mp_find_button (details, "Models and products") != NULL);
  gtk_widget_grab_focus (mp_find_button (details, "Models and products"));
  g_signal_emit_by_name (mp_find_button (details, "Models and products"), "clicked");
  g_assert_cmpint (mp_session_get_selection (session).kind, ==, MP_ITEM_PHASE);
  mp_wait_for_frame (GTK_WIDGET (f->window));
  g_assert_nonnull (mp_get_focus (f->window));
  g_assert_true (gtk_widget_is_ancestor (mp_get_focus (f->window), details));
}

static void
test_zoom (Fixture *f, gconstpointer data)
{
  MpSession *session = mp_window_get_session (f->window);
  double span;

  (void) data;
  load_shipped (f);
  mp_wait_until (mp_timeline_get_scene (mp_window_get_timeline (f->window)) != NULL);
  span = mp_session_get_end (session) - mp_session_get_begin (session);
  act (f, "win.zoom-in");
  g_assert_cmpfloat (mp_session_get_end (session) - mp_session_get_begin (session), <, span);
  act (f, "win.zoom-out");
  act (f, "win.zoom-out");
  g_assert_cmpfloat (mp_session_get_end (session) - mp_session_get_begin (session), >, span);
  act (f, "win.fit");
  /* It glides there. */
  mp_wait_until (mp_session_get_end (session) - mp_session_get_begin (session) == span);
}

static void
test_panels (Fixture *f, gconstpointer data)
{
  GtkWidget *legend = mp_template_child (f->window, "legend");
  AdwFlap *flap = mp_template_child (f->window, "flap");

  (void) data;
  load_shipped (f);
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "show-panel", NULL);
  g_assert_false (adw_flap_get_reveal_flap (flap));
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "show-panel", NULL);
  g_assert_true (adw_flap_get_reveal_flap (flap));
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "show-legend", NULL);
  g_assert_false (gtk_widget_get_visible (legend));
}

/* In a narrow window the panel covers the timeline, and opens when it has something to show. */
static void
test_narrow (Fixture *f, gconstpointer data)
{
  AdwFlap *flap = mp_template_child (f->window, "flap");

  (void) data;
  load_shipped (f);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 420, 640);
  mp_wait_until (adw_flap_get_folded (flap));
  adw_flap_set_reveal_flap (flap, FALSE);
  mp_session_set_selection (mp_window_get_session (f->window),
                            mp_item_milestone (agreement (f), "reset-2026"));
  g_assert_true (adw_flap_get_reveal_flap (flap));
}

/* From the action to the file, and an announcement that it is written. */
static void
test_export (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "a & b.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  (void) data;
  load_shipped (f);
  act (f, "win.export");
  mp_wait_until (mp_find_window (MP_TYPE_EXPORT_DIALOG) != NULL);
  mp_export_dialog_save_to (mp_find_window (MP_TYPE_EXPORT_DIALOG), file);
  mp_wait_until (mp_find_window (MP_TYPE_EXPORT_DIALOG) == NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_true (says (f, "Chart saved as “a & b.png”"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/window/" path, Fixture, NULL, set_up, func, tear_down)
  g_test_add_func ("/window/templates", test_templates);
  g_test_add_func ("/window/closed", test_closed);
  ADD ("buttons-are-named", test_buttons_are_named);
  ADD ("selection", test_selection);
  ADD ("known", test_known);
  ADD ("card-by-keys", test_card_by_keys);
  ADD ("zoom", test_zoom);
  ADD ("panels", test_panels);
  ADD ("narrow", test_narrow);
  ADD ("export", test_export);
#undef ADD
  return g_test_run ();
}
