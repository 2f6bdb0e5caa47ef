/* bench-floor.c: the least that a frame of GTK can cost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-floor.h"

#define BENCH_TYPE_COLOR (bench_color_get_type ())
G_DECLARE_FINAL_TYPE (BenchColor, bench_color, BENCH, COLOR, GtkWidget)

struct _BenchColor {
  GtkWidget parent_instance;
  float level; /* of gray */
};

G_DEFINE_FINAL_TYPE (BenchColor, bench_color, GTK_TYPE_WIDGET)

static void
bench_color_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float level = BENCH_COLOR (widget)->level;
  GdkRGBA color = { level, level, level, 1 };
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                             (float) gtk_widget_get_height (widget));

  gtk_snapshot_append_color (snapshot, &color, &area);
}

static void
bench_color_class_init (BenchColorClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_color_snapshot;
}

static void
bench_color_init (BenchColor *self)
{
  (void) self;
}

GtkWindow *
bench_floor_new (GtkWindow *window, GtkWidget *widget)
{
  GtkWidget *fixed = gtk_fixed_new (), *color = g_object_new (BENCH_TYPE_COLOR, NULL);
  GtkWindow *floor = GTK_WINDOW (gtk_window_new ());
  double x, y;

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (window), 0, 0, &x, &y);
  gtk_widget_set_size_request (color, gtk_widget_get_width (widget),
                               gtk_widget_get_height (widget));
  gtk_fixed_put (GTK_FIXED (fixed), color, x, y);
  gtk_window_set_decorated (floor, FALSE);
  gtk_window_set_default_size (floor, gtk_widget_get_width (GTK_WIDGET (window)),
                               gtk_widget_get_height (GTK_WIDGET (window)));
  gtk_window_set_child (floor, fixed);
  return floor;
}

GtkWidget *
bench_floor_get_widget (GtkWindow *floor)
{
  return gtk_widget_get_first_child (gtk_window_get_child (floor));
}

void
bench_floor_step (gpointer widget, guint i)
{
  BenchColor *self = BENCH_COLOR (widget);

  (void) i;
  self->level = self->level > 0.85f ? 0.8f : 0.9f;
  gtk_widget_queue_draw (widget);
}
