/* mp-legend-bar.c: the legend under the timeline, which scrolls where it has little room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-legend-bar.h"

#include "mp-direction.h"
#include "mp-follow.h"
#include "mp-join.h"
#include "mp-legend.h"
#include "mp-theme.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PADDING_X 16
#define PADDING_Y 7
#define MIN_WIDTH 160

/* The legend takes at most this share of the window's height, and scrolls where it needs more. It
 * then ends in half a line that fades, which shows that it goes on. */
#define SHARE (1.0 / 6)
#define PART_OF_LINE 0.5

struct _MpLegendBar {
  GtkWidget parent_instance;

  /* Owned */
  MpText *text;
  MpSession *session;
  GtkAdjustment *scroll;
  GtkWidget *scrollbar; /* a child */

  /* Of the window that the widget is in; NULL while it is in none. */
  GdkSurface *surface;

  MpLegendKeys of_agreement;
  MpLegendKeys keys; /* the same, with those of a comparison */
};

G_DEFINE_FINAL_TYPE (MpLegendBar, mp_legend_bar, GTK_TYPE_WIDGET)

/* --- Its height ------------------------------------------------------------------------------- */

static int
whole_height (MpLegendBar *self, int width)
{
  return (int) ceil (mp_legend_height (self->text, self->keys, width - 2 * PADDING_X)) +
         2 * PADDING_Y;
}

/* The height of a number of lines and a part of the next. */
static int
height_of_lines (MpLegendBar *self, double n_lines)
{
  return PADDING_Y + (int) ceil ((n_lines + PART_OF_LINE) * mp_legend_line_height (self->text));
}

/* The height that the legend may take in a window of a height, both in logical pixels. */
static int
share_of (MpLegendBar *self, int height)
{
  double line = mp_legend_line_height (self->text);

  return height_of_lines (self,
                          MAX (1, floor ((height * SHARE - PADDING_Y) / line - PART_OF_LINE)));
}

static void
mp_legend_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  MpLegendBar *self = MP_LEGEND_BAR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = *natural = MIN_WIDTH;
  } else {
    int whole = whole_height (self, for_size > 0 ? for_size : MIN_WIDTH);
    int window = self->surface != NULL ? gdk_surface_get_height (self->surface) : 0;

    *natural = window > 1 ? MIN (whole, share_of (self, window)) : whole;
    *minimum = MIN (*natural, height_of_lines (self, 1));
  }
  *minimum_baseline = *natural_baseline = -1;
}

static GtkSizeRequestMode
mp_legend_bar_get_request_mode (GtkWidget *widget)
{
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mp_legend_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpLegendBar *self = MP_LEGEND_BAR (widget);
  int whole = whole_height (self, width), thickness;
  gboolean scrolls = whole > height;
  double line = mp_legend_line_height (self->text);
  GtkAllocation place;

  (void) baseline;
  gtk_adjustment_configure (self->scroll,
                            MIN (gtk_adjustment_get_value (self->scroll), whole - height), 0,
                            MAX (whole, height), line, MAX (line, height - line), height);
  gtk_widget_set_child_visible (self->scrollbar, scrolls);
  /* Keys can scroll it, too. Where it does not scroll, Tab passes it by. */
  gtk_widget_set_focusable (widget, scrolls);
  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_HORIZONTAL, -1, &thickness, NULL, NULL,
                      NULL);
  place =
    (GtkAllocation) { gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 0 : width - thickness,
                      0, thickness, height };
  if (scrolls)
    gtk_widget_size_allocate (self->scrollbar, &place, -1);
}

/* --- Painting --------------------------------------------------------------------------------- */

/* Fades the lines into the background, which shows that there are more of them. */
static void
fade (GtkSnapshot *snapshot, double from, double to, int width)
{
  MpRgb ground = mp_style_get (mp_theme_get_current ())->background;
  GdkRGBA color = { (float) ground.red, (float) ground.green, (float) ground.blue, 0 };
  GskColorStop stops[] = { { 0, color }, { 1, color } };

  stops[1].color.alpha = 1;
  gtk_snapshot_append_linear_gradient (
    snapshot,
    &GRAPHENE_RECT_INIT (0, (float) MIN (from, to), (float) width, (float) fabs (to - from)),
    &GRAPHENE_POINT_INIT (0, (float) from), &GRAPHENE_POINT_INIT (0, (float) to), stops,
    G_N_ELEMENTS (stops));
}

static void
mp_legend_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpLegendBar *self = MP_LEGEND_BAR (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double value = round (gtk_adjustment_get_value (self->scroll));
  double line = mp_legend_line_height (self->text);
  cairo_t *cr = mp_direction_append_cairo (widget, snapshot, width, height);

  mp_legend_paint (cr, mp_style_get (mp_theme_get_current ()), self->text, self->keys, PADDING_X,
                   PADDING_Y - value, width - 2 * PADDING_X);
  cairo_destroy (cr);
  if (value > 0)
    fade (snapshot, line / 2, 0, width);
  if (value + height < gtk_adjustment_get_upper (self->scroll) - PADDING_Y)
    fade (snapshot, height - line, height, width);
  gtk_widget_snapshot_child (widget, self->scrollbar, snapshot);
}

/* --- Scrolling -------------------------------------------------------------------------------- */

static gboolean
scroll_by (MpLegendBar *self, double distance)
{
  double value = gtk_adjustment_get_value (self->scroll);

  gtk_adjustment_set_value (self->scroll, value + distance);
  return gtk_widget_get_focusable (GTK_WIDGET (self));
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, MpLegendBar *self)
{
  gboolean is_touchpad =
    gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;

  (void) dx;
  return scroll_by (self, is_touchpad ? dy : dy * mp_legend_line_height (self->text));
}

/* The arguments are a number of steps, and whether they are pages rather than lines. */
static gboolean
key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  MpLegendBar *self = MP_LEGEND_BAR (widget);
  gboolean by_page;
  int steps;

  (void) data;
  g_variant_get (arguments, "(ib)", &steps, &by_page);
  return scroll_by (self, steps * (by_page ? gtk_adjustment_get_page_increment (self->scroll)
                                           : gtk_adjustment_get_step_increment (self->scroll)));
}

/* --- Where it is ------------------------------------------------------------------------------ */

static void
mp_legend_bar_realize (GtkWidget *widget)
{
  MpLegendBar *self = MP_LEGEND_BAR (widget);

  GTK_WIDGET_CLASS (mp_legend_bar_parent_class)->realize (widget);
  self->surface = g_object_ref (gtk_native_get_surface (gtk_widget_get_native (widget)));
  mp_follow (self->surface, self, G_CALLBACK (gtk_widget_queue_resize), "height", NULL);
}

static void
mp_legend_bar_unrealize (GtkWidget *widget)
{
  MpLegendBar *self = MP_LEGEND_BAR (widget);

  mp_unfollow (self->surface, self);
  g_clear_object (&self->surface);
  GTK_WIDGET_CLASS (mp_legend_bar_parent_class)->unrealize (widget);
}

static void
fonts_changed_cb (MpLegendBar *self)
{
  g_clear_pointer (&self->text, mp_text_free);
  self->text = mp_theme_text_new (GTK_WIDGET (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
mp_legend_bar_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  mp_text_set_direction (MP_LEGEND_BAR (widget)->text, mp_direction_of (widget));
  GTK_WIDGET_CLASS (mp_legend_bar_parent_class)->direction_changed (widget, before);
}

static void
mp_legend_bar_dispose (GObject *object)
{
  MpLegendBar *self = MP_LEGEND_BAR (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->scrollbar, gtk_widget_unparent);
  g_clear_object (&self->scroll);
  G_OBJECT_CLASS (mp_legend_bar_parent_class)->dispose (object);
}

static void
mp_legend_bar_finalize (GObject *object)
{
  MpLegendBar *self = MP_LEGEND_BAR (object);

  g_clear_pointer (&self->text, mp_text_free);
  G_OBJECT_CLASS (mp_legend_bar_parent_class)->finalize (object);
}

static void
mp_legend_bar_class_init (MpLegendBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_legend_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = mp_legend_bar_finalize;
  widget_class->measure = mp_legend_bar_measure;
  widget_class->get_request_mode = mp_legend_bar_get_request_mode;
  widget_class->size_allocate = mp_legend_bar_size_allocate;
  widget_class->snapshot = mp_legend_bar_snapshot;
  widget_class->direction_changed = mp_legend_bar_direction_changed;
  widget_class->realize = mp_legend_bar_realize;
  widget_class->unrealize = mp_legend_bar_unrealize;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, key_cb, "(ib)", -1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, key_cb, "(ib)", 1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, key_cb, "(ib)", -1, TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, key_cb, "(ib)", 1, TRUE);
  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

/* The samples cannot be seen with a screen reader, which reads these words instead. */
static char *
join_words (MpLegendKeys keys)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (MpLegendKey i = 0; i < MP_N_LEGEND_KEYS; i++)
    if (mp_legend_keys_have (keys, i))
      g_ptr_array_add (words, (gpointer) mp_legend_words (i));
  g_ptr_array_add (words, NULL);
  return mp_join (MP_JOIN_ITEMS, (const char *const *) words->pdata);
}

static void
set_signs (MpLegendBar *self, MpLegendKeys keys)
{
  g_autofree char *words = join_words (keys);

  self->keys = keys;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
before_changed_cb (MpLegendBar *self)
{
  MpLegendKeys more = mp_session_get_before (self->session) != NULL ? MP_LEGEND_COMPARISON : 0;

  /* A date that only moves leaves the legend as it is. */
  if (self->keys != (self->of_agreement | more))
    set_signs (self, self->of_agreement | more);
}

static void
agreement_changed_cb (MpLegendBar *self)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);

  self->of_agreement = agreement != NULL ? mp_legend_keys_of (agreement) : 0;
  before_changed_cb (self);
}

static void
mp_legend_bar_init (MpLegendBar *self)
{
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->scroll = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->scroll);
  gtk_widget_set_parent (self->scrollbar, GTK_WIDGET (self));
  g_signal_connect_object (self->scroll, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (scroll_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
  set_signs (self, 0);
  fonts_changed_cb (self);
  mp_theme_follow_fonts (GTK_WIDGET (self), G_CALLBACK (fonts_changed_cb));
  mp_theme_follow (self, G_CALLBACK (gtk_widget_queue_draw));
}

GtkWidget *
mp_legend_bar_new (void)
{
  return g_object_new (MP_TYPE_LEGEND_BAR, NULL);
}

void
mp_legend_bar_set_session (MpLegendBar *self, MpSession *session)
{
  g_return_if_fail (MP_IS_LEGEND_BAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  mp_follow (session, self, G_CALLBACK (agreement_changed_cb), "agreement", NULL);
  mp_follow (session, self, G_CALLBACK (before_changed_cb), "before", NULL);
  agreement_changed_cb (self);
}
