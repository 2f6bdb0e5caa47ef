/* mp-command-palette.c: the window in which commands are typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-command-palette.h"

#include "mp-casefold.h"
#include "mp-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MpCommandPalette {
  AdwWindow parent_instance;

  /* Template */
  GtkSearchEntry *entry;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MpCommandPalette, mp_command_palette, ADW_TYPE_WINDOW)

static const MpCommand *
command_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "mp-command");
}

/* --- Choosing --------------------------------------------------------------------------------- */

static gboolean
has_all_words (GtkListBoxRow *row, gpointer data)
{
  MpCommandPalette *self = data;
  g_autofree char *typed = mp_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *title = mp_casefold (_ (command_of (row)->title));
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);

  for (char **word = words; *word != NULL; word++)
    if (strstr (title, *word) == NULL)
      return FALSE;
  return TRUE;
}

static GtkListBoxRow *
next_visible (MpCommandPalette *self, int from, int step)
{
  GtkListBoxRow *row;

  do {
    from += step;
    row = from >= 0 ? gtk_list_box_get_row_at_index (self->list, from) : NULL;
  } while (row != NULL && !gtk_widget_get_child_visible (GTK_WIDGET (row)));
  return row;
}

static void
choose (MpCommandPalette *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  /* The focus stays in the entry; the active descendant tells a screen reader which row is chosen.
   */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
}

static void
typed_cb (MpCommandPalette *self)
{
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_unselect_all (self->list);
  choose (self, next_visible (self, -1, 1));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, MpCommandPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  (void) controller;
  (void) keycode;
  (void) state;
  if (step == 0)
    return GDK_EVENT_PROPAGATE;
  choose (self, next_visible (self, row != NULL ? gtk_list_box_row_get_index (row) : -1, step));
  return GDK_EVENT_STOP;
}

/* --- Running ---------------------------------------------------------------------------------- */

static void
run (MpCommandPalette *self, GtkListBoxRow *row)
{
  const MpCommand *command = command_of (row);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent == NULL)
    return;
  g_object_ref (parent);
  /* Close this window first, so that the focus is back in the parent, where the command expects it.
   */
  gtk_window_destroy (GTK_WINDOW (self));
  if (!gtk_widget_activate_action (GTK_WIDGET (parent), command->action, NULL))
    gtk_widget_error_bell (GTK_WIDGET (parent));
  g_object_unref (parent);
}

static void
activate_cb (MpCommandPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    run (self, row);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->entry));
}

static void
row_activated_cb (MpCommandPalette *self, GtkListBoxRow *row)
{
  run (self, row);
}

static void
close_cb (MpCommandPalette *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* --- Rows ------------------------------------------------------------------------------------- */

static GtkWidget *
row_new (const MpCommand *command)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ (command->title));
  GtkWidget *keys = gtk_label_new (NULL);
  g_autofree char *key = mp_command_get_key (command, 0, gtk_widget_get_default_direction ());
  guint keyval;
  GdkModifierType modifiers;

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (keys, "dim-label");
  if (key != NULL && gtk_accelerator_parse (key, &keyval, &modifiers)) {
    g_autofree char *words = gtk_accelerator_get_label (keyval, modifiers);

    gtk_label_set_label (GTK_LABEL (keys), words);
  }
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), keys);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title,
                                  NULL, -1);
  g_object_set_data (G_OBJECT (row), "mp-command", (gpointer) command);
  return row;
}

/* --- The class -------------------------------------------------------------------------------- */

static void
mp_command_palette_class_init (MpCommandPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-command-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, MpCommandPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, MpCommandPalette, list);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
mp_command_palette_init (MpCommandPalette *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  guint length;
  const MpCommand *commands = mp_commands_get (&length);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < length; i++)
    gtk_list_box_append (self->list, row_new (&commands[i]));
  gtk_list_box_set_filter_func (self->list, has_all_words, self, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  typed_cb (self);
}

MpCommandPalette *
mp_command_palette_new (GtkWindow *parent)
{
  return g_object_new (MP_TYPE_COMMAND_PALETTE, "transient-for", parent, "modal", TRUE, NULL);
}
