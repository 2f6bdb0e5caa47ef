/* mp-regions.c: moves the focus between the parts of a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-regions.h"

/* The index of the region with the focus, or n_regions if none has it. */
static guint
find_focus (GtkWidget *const *regions, guint n_regions)
{
  GtkRoot *root = gtk_widget_get_root (regions[0]);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < n_regions; i++)
    if (focus == regions[i] || gtk_widget_is_ancestor (focus, regions[i]))
      return i;
  return n_regions;
}

gboolean
mp_regions_go (GtkWidget *const *regions, guint n_regions, int step)
{
  guint at = find_focus (regions, n_regions);
  /* Without a focus, the first or the last region is next. */
  guint from = at < n_regions ? at : step > 0 ? n_regions - 1 : 0;

  for (guint i = 1; i <= n_regions; i++) {
    guint next = (guint) ((int) from + (int) n_regions + step * (int) i) % n_regions;

    if (next != at && gtk_widget_get_mapped (regions[next]) &&
        gtk_widget_is_sensitive (regions[next]) &&
        gtk_widget_child_focus (regions[next], GTK_DIR_TAB_FORWARD))
      return TRUE;
  }
  return FALSE;
}
