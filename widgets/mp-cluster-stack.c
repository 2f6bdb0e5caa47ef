/* mp-cluster-stack.c: the milestones of a small cluster, told apart where they stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-cluster-stack.h"

#include "mp-agreement.h"
#include "mp-follow.h"
#include "mp-untrusted-text.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>

#define TITLE_CHARS 36

struct _MpClusterStack {
  GtkWidget parent_instance;

  GtkWidget *scroller; /* the only child, owned by the widget tree */
  GtkWidget *column;
  MpSession *session; /* owned; NULL until something is shown */
  guint32 milestones[MP_CLUSTER_STACK_MAX];
  GtkWidget *buttons[MP_CLUSTER_STACK_MAX];
  guint length;
};

G_DEFINE_FINAL_TYPE (MpClusterStack, mp_cluster_stack, GTK_TYPE_WIDGET)

/* --- Entries ---------------------------------------------------------------------------------- */

static guint
find (MpClusterStack *self, guint32 milestone)
{
  guint i = 0;

  while (i < self->length && self->milestones[i] != milestone)
    i++;
  return i;
}

static guint
find_selected (MpClusterStack *self)
{
  MpItem item = mp_session_get_selection (self->session);

  return item.kind == MP_ITEM_MILESTONE ? find (self, item.index) : self->length;
}

static void
clicked_cb (GtkButton *button, MpClusterStack *self)
{
  for (guint i = 0; i < self->length; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      mp_session_set_selection (self->session, (MpItem) { MP_ITEM_MILESTONE, self->milestones[i] });
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* One entry: its number, its title, and its date where the stack has several. */
static GtkWidget *
entry_new (MpClusterStack *self, guint at, gboolean has_date)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  guint32 milestone = self->milestones[at];
  g_autofree char *number = g_strdup_printf ("%u", at + 1);
  g_autofree char *words = mp_words_milestone (agreement, milestone);
  /* Translators: an entry of a stack for a screen reader, as "2 of 9: Bedrock preview". */
  g_autofree char *name = g_strdup_printf (_ ("%u of %u: %s"), at + 1, self->length, words);
  g_autofree char *thin =
    mp_untrusted_text_limit_combining (mp_agreement_text (agreement, milestones->title[milestone]));
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = label_new (thin, "title"), *disc = label_new (number, "number");

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (title), TITLE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (disc), 0.5);
  gtk_widget_set_valign (disc, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), disc);
  gtk_box_append (GTK_BOX (box), title);
  if (has_date) {
    g_autofree char *date = mp_words_date (agreement, milestones->date[milestone]);

    gtk_box_append (GTK_BOX (box), label_new (date, "dim-label"));
  }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  return button;
}

static void
selection_changed_cb (MpClusterStack *self)
{
  guint selected = find_selected (self);

  for (guint i = 0; i < self->length; i++) {
    if (i == selected)
      gtk_widget_add_css_class (self->buttons[i], "selected");
    else
      gtk_widget_remove_css_class (self->buttons[i], "selected");
    gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_STATE_PRESSED,
      i == selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  }
}

static gboolean
has_one_date (MpClusterStack *self)
{
  const MpMilestones *milestones =
    mp_agreement_milestones (mp_session_get_agreement (self->session));

  for (guint i = 1; i < self->length; i++)
    if (milestones->earliest[self->milestones[i]] != milestones->earliest[self->milestones[0]] ||
        milestones->after[self->milestones[i]] != milestones->after[self->milestones[0]])
      return FALSE;
  return TRUE;
}

/* --- The widget ------------------------------------------------------------------------------- */

static void
set_session (MpClusterStack *self, MpSession *session)
{
  if (self->session == session)
    return;
  mp_unfollow (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    mp_follow (session, self, G_CALLBACK (selection_changed_cb), "selection", NULL);
}

/* The arrow keys go from entry to entry, as in a list; the ends stop them. */
static gboolean
mp_cluster_stack_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidgetClass *parent = GTK_WIDGET_CLASS (mp_cluster_stack_parent_class);
  gboolean moved = parent->focus (widget, direction);

  return moved || ((direction == GTK_DIR_UP || direction == GTK_DIR_DOWN) &&
                   gtk_widget_get_focus_child (widget) != NULL);
}

static void
mp_cluster_stack_dispose (GObject *object)
{
  MpClusterStack *self = MP_CLUSTER_STACK (object);

  set_session (self, NULL);
  self->length = 0;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (mp_cluster_stack_parent_class)->dispose (object);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkDirectionType direction = g_str_equal (name, "stack.up") ? GTK_DIR_UP : GTK_DIR_DOWN;

  (void) parameter;
  gtk_widget_child_focus (widget, direction);
}

static void
mp_cluster_stack_class_init (MpClusterStackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_cluster_stack_dispose;
  widget_class->focus = mp_cluster_stack_move_focus;
  gtk_widget_class_set_css_name (widget_class, "stackbox");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "stack.up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "stack.down", NULL, move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, 0, "stack.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, 0, "stack.down", NULL);
}

static void
mp_cluster_stack_init (MpClusterStack *self)
{
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
mp_cluster_stack_new (void)
{
  return g_object_new (MP_TYPE_CLUSTER_STACK, NULL);
}

void
mp_cluster_stack_show (MpClusterStack *self, MpSession *session, const guint32 *milestones,
                       guint length)
{
  g_autofree char *name = NULL;
  gboolean has_date;

  g_return_if_fail (MP_IS_CLUSTER_STACK (self));
  g_return_if_fail (length <= MP_CLUSTER_STACK_MAX);

  for (guint i = 0; i < self->length; i++)
    gtk_box_remove (GTK_BOX (self->column), self->buttons[i]);
  set_session (self, session);
  self->length = length;
  for (guint i = 0; i < length; i++)
    self->milestones[i] = milestones[i];
  has_date = !has_one_date (self);
  for (guint i = 0; i < length; i++) {
    self->buttons[i] = entry_new (self, i, has_date);
    gtk_box_append (GTK_BOX (self->column), self->buttons[i]);
  }
  name = g_strdup_printf (ngettext ("%'u milestone", "%'u milestones", length), length);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  selection_changed_cb (self);
}

void
mp_cluster_stack_focus (MpClusterStack *self)
{
  guint selected;

  g_return_if_fail (MP_IS_CLUSTER_STACK (self));

  if (self->length == 0)
    return;
  selected = find_selected (self);
  gtk_widget_grab_focus (self->buttons[selected < self->length ? selected : 0]);
}

gboolean
mp_cluster_stack_has (MpClusterStack *self, guint32 milestone)
{
  g_return_val_if_fail (MP_IS_CLUSTER_STACK (self), FALSE);
  return find (self, milestone) < self->length;
}
