/* first-frame.c: ends a program as soon as its first frame is on the screen, for start-up times
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preloaded into the program (LD_PRELOAD). The first window that is presented counts: once a frame
 * of it has been painted, and the display server has done what it was told, the program ends with
 * 0. If MP_FIRST_FRAME_OF is set, it goes on until there is a widget of this type in the window,
 * which has a scale by then, such as "MpTimeline" with an agreement. MP_FIRST_FRAME is a file into
 * which what the window shows is written, if it is set.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdlib.h>
#include <unistd.h>

static void
write_picture (GtkWidget *widget, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                         node, NULL);
  gdk_texture_save_to_png (texture, path);
  gsk_render_node_unref (node);
}

/* Whether the widget, or one in it, is of the type and shows days. */
static gboolean
has_scale (GtkWidget *widget, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type)) {
    double scale = 0;

    g_object_get (widget, "pixels-per-day", &scale, NULL);
    return scale > 0;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_scale (child, type))
      return TRUE;
  return FALSE;
}

static void
painted_cb (GdkFrameClock *clock, GtkWidget *widget)
{
  const char *path = getenv ("MP_FIRST_FRAME"), *type = getenv ("MP_FIRST_FRAME_OF");

  (void) clock;
  /* A frame may pass before the window has its final size. */
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) == 0)
    return;
  if (type != NULL && !has_scale (widget, type))
    return;
  if (path != NULL)
    write_picture (widget, path);
  gdk_display_sync (gtk_widget_get_display (widget));
  _exit (0);
}

void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow * window) = NULL;

  *(void **) &present = dlsym (RTLD_NEXT, "gtk_window_present");
  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (painted_cb), window);
  present (window);
}
