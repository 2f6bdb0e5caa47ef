/* mp-beside.c: two widgets beside each other, or one above the other where that is too narrow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-beside.h"

/* In logical pixels: the widths of the column, and the least that is left beside it. */
#define LEAST_SIDE 320
#define MOST_SIDE 420
#define LEAST_MAIN 280

/* The part of the height that the main widget has above the other. */
#define MAIN_SHARE 0.4

struct _MpBeside {
  GtkWidget parent_instance;

  GtkWidget *main; /* children */
  GtkWidget *side;
  gboolean is_wide;
};

G_DEFINE_FINAL_TYPE (MpBeside, mp_beside, GTK_TYPE_WIDGET)

enum {
  PROP_MAIN = 1,
  PROP_SIDE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static int
least (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Returns the width of the column in a width, or 0 if there is no room for a column. */
static int
column_width (MpBeside *self, int width)
{
  int needed = least (self->side, GTK_ORIENTATION_HORIZONTAL, -1);
  int side = CLAMP (width * 2 / 5, MAX (needed, LEAST_SIDE), MAX (needed, MOST_SIDE));
  int main = MAX (least (self->main, GTK_ORIENTATION_HORIZONTAL, -1), LEAST_MAIN);

  return width >= side + main ? side : 0;
}

static GtkSizeRequestMode
mp_beside_get_request_mode (GtkWidget *widget)
{
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mp_beside_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  MpBeside *self = MP_BESIDE (widget);
  int main = least (self->main, orientation, -1), side = least (self->side, orientation, -1);

  if (orientation == GTK_ORIENTATION_VERTICAL &&
      (for_size < 0 || column_width (self, for_size) == 0))
    *minimum = main + side;
  else
    *minimum = MAX (main, side);
  *natural = MAX (*minimum, main + side);
  *minimum_baseline = *natural_baseline = -1;
}

static void
mp_beside_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpBeside *self = MP_BESIDE (widget);
  int side = column_width (self, width);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation main_place, side_place;

  self->is_wide = side > 0;
  if (self->is_wide) {
    main_place = (GtkAllocation) { is_mirrored ? side : 0, 0, width - side, height };
    side_place = (GtkAllocation) { is_mirrored ? 0 : width - side, 0, side, height };
  } else {
    int main_least = least (self->main, GTK_ORIENTATION_VERTICAL, width);
    int side_least = least (self->side, GTK_ORIENTATION_VERTICAL, width);
    int main =
      CLAMP ((int) (height * MAIN_SHARE), main_least, MAX (main_least, height - side_least));

    main_place = (GtkAllocation) { 0, 0, width, main };
    side_place = (GtkAllocation) { 0, main, width, MAX (height - main, side_least) };
  }
  gtk_widget_size_allocate (self->main, &main_place, baseline);
  gtk_widget_size_allocate (self->side, &side_place, baseline);
}

static void
mp_beside_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MpBeside *self = MP_BESIDE (object);
  GtkWidget **child = id == PROP_MAIN ? &self->main : &self->side;

  if (id != PROP_MAIN && id != PROP_SIDE) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_clear_pointer (child, gtk_widget_unparent);
  *child = g_value_get_object (value);
  /* The focus goes to them in the order of reading, whichever is set first. */
  if (id == PROP_MAIN)
    gtk_widget_insert_after (*child, GTK_WIDGET (self), NULL);
  else
    gtk_widget_insert_before (*child, GTK_WIDGET (self), NULL);
}

static void
mp_beside_dispose (GObject *object)
{
  MpBeside *self = MP_BESIDE (object);

  g_clear_pointer (&self->main, gtk_widget_unparent);
  g_clear_pointer (&self->side, gtk_widget_unparent);
  G_OBJECT_CLASS (mp_beside_parent_class)->dispose (object);
}

static void
mp_beside_class_init (MpBesideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = mp_beside_set_property;
  object_class->dispose = mp_beside_dispose;
  widget_class->get_request_mode = mp_beside_get_request_mode;
  widget_class->measure = mp_beside_measure;
  widget_class->size_allocate = mp_beside_size_allocate;
  props[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_SIDE] = g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
mp_beside_init (MpBeside *self)
{
  (void) self;
}

gboolean
mp_beside_is_wide (MpBeside *self)
{
  g_return_val_if_fail (MP_IS_BESIDE (self), FALSE);
  return self->is_wide;
}
