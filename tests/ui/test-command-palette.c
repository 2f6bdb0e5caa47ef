/* test-command-palette.c: the windows of commands and of keys, both made from one table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-command-palette.h"
#include "mp-commands.h"
#include "mp-window-fixture.h"

#include <string.h>

typedef MpWindowFixture Fixture;

static void
test_palette (Fixture *f, gconstpointer data)
{
  MpCommandPalette *palette;
  GtkListBox *list;
  GtkListBoxRow *row;
  guint length;

  (void) data;
  mp_window_fixture_act (f, "win.show-commands");
  palette = mp_find_window (MP_TYPE_COMMAND_PALETTE);
  g_assert_nonnull (palette);
  mp_wait_for_frame (GTK_WIDGET (palette));
  list = mp_template_child (palette, "list");
  mp_commands_get (&length);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, (int) length - 1));
  g_assert_null (gtk_list_box_get_row_at_index (list, (int) length));
  gtk_editable_set_text (GTK_EDITABLE (mp_template_child (palette, "entry")), "LIST entries");
  row = gtk_list_box_get_selected_row (list);
  g_assert_nonnull (row);
  g_assert_nonnull (mp_find_label (row, "Show the list of entries"));
  g_signal_emit_by_name (mp_template_child (palette, "entry"), "activate");
  mp_wait_until (mp_find_window (MP_TYPE_COMMAND_PALETTE) == NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (mp_template_child (f->window, "views")), ==,
                   "list");
  mp_window_fixture_act (f, "win.view-timeline");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (mp_template_child (f->window, "views")), ==,
                   "timeline");
}

static void
test_palette_closes (Fixture *f, gconstpointer data)
{
  MpCommandPalette *palette;

  (void) data;
  mp_window_fixture_act (f, "win.show-commands");
  palette = mp_find_window (MP_TYPE_COMMAND_PALETTE);
  gtk_editable_set_text (GTK_EDITABLE (mp_template_child (palette, "entry")), "no such command");
  g_assert_null (gtk_list_box_get_selected_row (mp_template_child (palette, "list")));
  g_signal_emit_by_name (mp_template_child (palette, "entry"), "activate");
  g_assert_nonnull (mp_find_window (MP_TYPE_COMMAND_PALETTE));
  g_signal_emit_by_name (mp_template_child (palette, "entry"), "stop-search");
  mp_wait_until (mp_find_window (MP_TYPE_COMMAND_PALETTE) == NULL);
}

/* Whether a section of the window of shortcuts has a command. */
static gboolean
has_shortcut (GtkWindow *shortcuts, const char *section, const MpCommand *command)
{
  g_object_set (shortcuts, "section-name", section, NULL);
  mp_wait_for_frame (GTK_WIDGET (shortcuts));
  return mp_find_label (shortcuts, command->title) != NULL;
}

/* Every command with a key is listed, in a window that is not higher than a screen. */
static void
test_shortcuts (Fixture *f, gconstpointer data)
{
  GtkWindow *shortcuts;
  guint length;
  const MpCommand *commands = mp_commands_get (&length);

  (void) data;
  mp_window_fixture_act (f, "win.show-shortcuts");
  mp_wait_until (mp_find_window (GTK_TYPE_SHORTCUTS_WINDOW) != NULL);
  shortcuts = mp_find_window (GTK_TYPE_SHORTCUTS_WINDOW);
  mp_wait_for_frame (GTK_WIDGET (shortcuts));
  for (guint i = 0; i < length; i++)
    if (commands[i].keys[0] != NULL) {
      g_test_message ("%s", commands[i].title);
      g_assert_true (has_shortcut (shortcuts, commands[i].group == MP_COMMAND_VIEW ? "view" : "all",
                                   &commands[i]));
    }
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (shortcuts)), <=, 860);
  mp_close (shortcuts);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, NULL, mp_window_fixture_set_up, func, mp_window_fixture_tear_down)
  ADD ("/command-palette/run", test_palette);
  ADD ("/command-palette/closes", test_palette_closes);
  ADD ("/command-palette/shortcuts", test_shortcuts);
#undef ADD
  return g_test_run ();
}
