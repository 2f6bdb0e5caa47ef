/* mp-payments-view.c: paints the small chart of what would be paid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-payments-view.h"

#include "mp-agreement.h"
#include "mp-direction.h"
#include "mp-payments-chart.h"
#include "mp-theme.h"

/* Logical pixels for a design pixel, so that small letters are as large as those of a caption. */
#define UNIT 0.64
#define SMALL 18

/* Logical pixels, at the usual size of text. */
#define HEIGHT 210
#define LEAST_WIDTH 160
#define PADDING 4

struct _MpPaymentsView {
  GtkWidget parent_instance;

  /* Owned */
  MpAgreement *agreement;
  MpWhatIf *what_if; /* NULL: nothing is shown */
  MpText *text;      /* NULL until it is needed, and after the fonts have changed */
};

G_DEFINE_FINAL_TYPE (MpPaymentsView, mp_payments_view, GTK_TYPE_WIDGET)

static MpPage *
page_new (MpPaymentsView *self, const MpPayments *payments, double width, double height)
{
  MpPage *page = mp_page_new (self->text, width);
  guint32 term = mp_agreement_phases (self->agreement)->term[self->what_if->phase];
  guint32 topic = mp_agreement_terms (self->agreement, NULL)[term].topic;
  MpPaymentsChart chart = { self->agreement,
                            mp_payments_term_get (self->agreement, self->what_if->phase), payments,
                            mp_agreement_topics (self->agreement, NULL)[topic].color };

  mp_payments_chart_add (page, &chart,
                         (MpRect) { PADDING, PADDING, width - 2 * PADDING, height - 2 * PADDING });
  mp_page_finish (page, height);
  return page;
}

static void
mp_payments_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpPaymentsView *self = MP_PAYMENTS_VIEW (widget);
  MpPalette palette = mp_palette_get (mp_theme_get_current (), MP_COLORING_TOPICS);
  MpRgb ground = mp_palette_color (&palette, MP_TONE_GROUND, MP_COLOR_GRAY);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (MpPayments) payments = NULL;
  g_autoptr (MpPage) page = NULL;
  cairo_t *cr;

  if (self->what_if == NULL)
    return;
  if (self->text == NULL) {
    self->text = mp_theme_text_new (widget);
    mp_text_set_size (self->text, MP_TEXT_SMALL, SMALL);
    mp_text_set_size (self->text, MP_TEXT_SMALL_STRONG, SMALL);
  }
  payments = mp_payments_of (self->agreement, self->what_if);
  page = page_new (self, payments, width / UNIT, height / UNIT);
  cr = mp_direction_append_cairo (widget, snapshot, width, height);
  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);
  cairo_scale (cr, UNIT, UNIT);
  mp_page_paint (page, cr, self->agreement, &palette);
  cairo_destroy (cr);
}

static void
mp_payments_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  double scale = mp_theme_get_text_scale (gtk_widget_get_settings (widget));

  (void) for_size;
  (void) minimum_baseline;
  (void) natural_baseline;
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                          ? LEAST_WIDTH
                          : (int) (HEIGHT * (1 + MAX (scale, 1)) / 2);
}

static void
fonts_changed_cb (MpPaymentsView *self)
{
  g_clear_pointer (&self->text, mp_text_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
mp_payments_view_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  (void) before;
  fonts_changed_cb (MP_PAYMENTS_VIEW (widget));
}

static void
mp_payments_view_dispose (GObject *object)
{
  MpPaymentsView *self = MP_PAYMENTS_VIEW (object);

  g_clear_object (&self->agreement);
  g_clear_pointer (&self->what_if, mp_what_if_free);
  g_clear_pointer (&self->text, mp_text_free);
  G_OBJECT_CLASS (mp_payments_view_parent_class)->dispose (object);
}

static void
mp_payments_view_class_init (MpPaymentsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_payments_view_dispose;
  widget_class->snapshot = mp_payments_view_snapshot;
  widget_class->measure = mp_payments_view_measure;
  widget_class->direction_changed = mp_payments_view_direction_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "payments");
}

static void
mp_payments_view_init (MpPaymentsView *self)
{
  mp_theme_follow_fonts (GTK_WIDGET (self), G_CALLBACK (fonts_changed_cb));
  mp_theme_follow (self, G_CALLBACK (gtk_widget_queue_draw));
}

GtkWidget *
mp_payments_view_new (void)
{
  return g_object_new (MP_TYPE_PAYMENTS_VIEW, NULL);
}

void
mp_payments_view_show (MpPaymentsView *self, MpAgreement *agreement, const MpWhatIf *what_if,
                       const char *words)
{
  g_return_if_fail (MP_IS_PAYMENTS_VIEW (self));

  g_set_object (&self->agreement, agreement);
  mp_what_if_free (self->what_if);
  self->what_if = mp_what_if_copy (what_if);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
