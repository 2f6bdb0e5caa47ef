/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-legend-bar.h"

#include "mp-legend.h"
#include "mp-list.h"
#include "mp-reading.h"
#include "mp-theme.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PADDING_X 16
#define PADDING_Y 7
#define MIN_WIDTH 160

struct _MpLegendBar {
  GtkWidget parent_instance;

  /* Owned */
  MpText *text;
  MpSession *session;

  MpSigns of_agreement;
  MpSigns signs; /* with those of a comparison */
};

G_DEFINE_FINAL_TYPE (MpLegendBar, mp_legend_bar, GTK_TYPE_WIDGET)

static void
mp_legend_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  MpLegendBar *self = MP_LEGEND_BAR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
  else
    *minimum = *natural =
      (int) ceil (mp_legend_height (self->text, self->signs,
                                    (for_size > 0 ? for_size : MIN_WIDTH) - 2 * PADDING_X)) +
      2 * PADDING_Y;
  *minimum_baseline = *natural_baseline = -1;
}

static GtkSizeRequestMode
mp_legend_bar_get_request_mode (GtkWidget *widget)
{
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mp_legend_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpLegendBar *self = MP_LEGEND_BAR (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  mp_mirror_paint (cr, mp_reading_direction (self), width);
  mp_legend_paint (cr, mp_style_get (mp_theme_get_current ()), self->text, self->signs, PADDING_X,
                   PADDING_Y, width - 2 * PADDING_X);
  cairo_destroy (cr);
}

static void
fonts_changed_cb (MpLegendBar *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  g_autofree char *font = mp_theme_get_font (settings);

  g_clear_pointer (&self->text, mp_text_free);
  self->text = mp_text_new (font, mp_theme_get_text_scale (settings));
  mp_text_set_direction (self->text, mp_reading_direction (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
mp_legend_bar_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  mp_text_set_direction (MP_LEGEND_BAR (widget)->text, mp_reading_direction (widget));
  GTK_WIDGET_CLASS (mp_legend_bar_parent_class)->direction_changed (widget, before);
}

static void
mp_legend_bar_dispose (GObject *object)
{
  MpLegendBar *self = MP_LEGEND_BAR (object);

  g_clear_object (&self->session);
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
  widget_class->snapshot = mp_legend_bar_snapshot;
  widget_class->direction_changed = mp_legend_bar_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

/* The samples are for the eye; what they tell is said of each mark. */
static char *
join_words (MpSigns signs)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (MpSign i = 0; i < MP_N_SIGNS; i++)
    if (mp_signs_have (signs, i))
      g_ptr_array_add (words, (gpointer) mp_legend_words (i));
  g_ptr_array_add (words, NULL);
  return mp_list_words (MP_LIST_ITEMS, (const char *const *) words->pdata);
}

static void
set_signs (MpLegendBar *self, MpSigns signs)
{
  g_autofree char *words = join_words (signs);

  self->signs = signs;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
before_changed_cb (MpLegendBar *self)
{
  MpSigns more = mp_session_get_before (self->session) != NULL ? MP_SIGNS_COMPARISON : 0;

  /* A date that only moves leaves the legend as it is. */
  if (self->signs != (self->of_agreement | more))
    set_signs (self, self->of_agreement | more);
}

static void
agreement_changed_cb (MpLegendBar *self)
{
  MpAgreement *agreement = mp_session_get_agreement (self->session);

  self->of_agreement = agreement != NULL ? mp_signs_of (agreement) : 0;
  before_changed_cb (self);
}

static void
mp_legend_bar_init (MpLegendBar *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
  set_signs (self, 0);
  fonts_changed_cb (self);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (fonts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (fonts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  mp_theme_connect_changed (G_CALLBACK (gtk_widget_queue_draw), self);
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
  g_signal_connect_object (session, "notify::agreement", G_CALLBACK (agreement_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::before", G_CALLBACK (before_changed_cb), self,
                           G_CONNECT_SWAPPED);
  agreement_changed_cb (self);
}
