/* mp-timeline-focus.c: how the keyboard focus moves through the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

/* An item that has the focus keeps it. GTK 4.18 gives the focus to the parent of a popover in a
 * frame after it has closed, which would take it from where the timeline has put it.
 */
gboolean
mp_timeline_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (MP_IS_TIMELINE_ITEM (focus) && gtk_widget_is_ancestor (focus, widget))
    return TRUE;
  return GTK_WIDGET_CLASS (g_type_class_peek_parent (GTK_WIDGET_GET_CLASS (widget)))
    ->grab_focus (widget);
}

void
mp_timeline_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  gboolean changes = child != gtk_widget_get_focus_child (widget);

  GTK_WIDGET_CLASS (g_type_class_peek_parent (GTK_WIDGET_GET_CLASS (widget)))
    ->set_focus_child (widget, child);
  if (changes)
    g_object_notify (G_OBJECT (widget), "focus-child");
}

static gboolean
focus_child (GtkWidget *child, GtkDirectionType direction)
{
  return gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child) &&
         gtk_widget_child_focus (child, direction);
}

/* The timeline itself comes before its children. */
static gboolean
focus_self (GtkWidget *widget)
{
  gtk_root_set_focus (gtk_widget_get_root (widget), widget);
  return TRUE;
}

/* GTK would order the children by their places, and so go through the labels of the milestones lane
 * by lane. Here the focus goes in the order of the children, in which they are read. */
gboolean
mp_timeline_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *current, *child;
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;

  /* The next child may not be there yet. */
  mp_rest_hasten (MP_TIMELINE (widget)->rest);
  current = gtk_widget_get_focus_child (widget);
  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (g_type_class_peek_parent (GTK_WIDGET_GET_CLASS (widget)))
      ->focus (widget, direction);
  if (current == NULL && forward && !gtk_widget_is_focus (widget))
    return focus_self (widget);
  if (current == NULL && !forward && gtk_widget_is_focus (widget))
    return FALSE;
  if (current != NULL && focus_child (current, direction))
    return TRUE;
  if (current != NULL)
    child = forward ? gtk_widget_get_next_sibling (current) : gtk_widget_get_prev_sibling (current);
  else
    child = forward ? gtk_widget_get_first_child (widget) : gtk_widget_get_last_child (widget);
  while (child != NULL && !focus_child (child, direction))
    child = forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child);
  return child != NULL || (!forward && focus_self (widget));
}
