/* mp-print.c: prints a figure, laid out for the paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-print.h"

#include "mp-agreement.h"

#define POINTS_PER_INCH 72.0
#define PIXELS_PER_INCH 96.0 /* logical pixels, as in presets */

#define DATA_KEY "mp-print"

/* What an operation prints. */
typedef struct {
  MpAgreement *agreement;
  MpFigureOptions *options;
  MpFigure *figure; /* for the paper; NULL before it is known */
  char *refusal;    /* or NULL */
} Printed;

static void
printed_free (gpointer data)
{
  Printed *printed = data;

  g_clear_pointer (&printed->figure, mp_figure_free);
  mp_figure_options_free (printed->options);
  g_object_unref (printed->agreement);
  g_free (printed->refusal);
  g_free (printed);
}

/* Makes the figure of the paper inside its margins. Returns NULL and sets refusal if that has no
 * room for it. */
static MpFigure *
make_figure (const Printed *printed, const MpFigureOptions *options, char **refusal)
{
  g_autoptr (MpFigure) figure = NULL;
  g_autoptr (GError) error = NULL;

  if (!mp_export_check (options, &error)) {
    *refusal = g_strdup (error->message);
    return NULL;
  }
  figure = mp_figure_new (printed->agreement, options);
  *refusal = g_strdup (mp_figure_get_refusal (figure));
  return *refusal == NULL ? g_steal_pointer (&figure) : NULL;
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Printed *printed)
{
  MpFigureOptions options = *printed->options;

  options.width = gtk_print_context_get_width (context) * PIXELS_PER_INCH / POINTS_PER_INCH;
  options.height = gtk_print_context_get_height (context) * PIXELS_PER_INCH / POINTS_PER_INCH;
  options.scale = 1;
  g_clear_pointer (&printed->refusal, g_free);
  g_clear_pointer (&printed->figure, mp_figure_free);
  printed->figure = make_figure (printed, &options, &printed->refusal);
  if (printed->figure == NULL)
    gtk_print_operation_cancel (operation);
  else
    gtk_print_operation_set_n_pages (operation, (int) mp_figure_get_n_pages (printed->figure));
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Printed *printed)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  const double scale = POINTS_PER_INCH / PIXELS_PER_INCH;

  (void) operation;
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  mp_figure_paint (printed->figure, (guint) page, cr);
  cairo_restore (cr);
}

/* The figure belongs to the fonts of this thread, and to nobody after the last page. */
static void
end_cb (GtkPrintOperation *operation, GtkPrintContext *context, Printed *printed)
{
  (void) operation;
  (void) context;
  g_clear_pointer (&printed->figure, mp_figure_free);
}

static GtkPageSetup *
landscape_new (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  return setup;
}

GtkPrintOperation *
mp_print_operation_new (MpAgreement *agreement, const MpFigureOptions *options)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = landscape_new ();
  MpFigureOptions printed_options = *options;
  Printed *printed = g_new0 (Printed, 1);

  mp_preset_apply (mp_preset_find ("page"), &printed_options);
  printed_options.theme = MP_THEME_PRINT;
  printed_options.is_transparent = FALSE;
  printed_options.font = NULL;
  printed->agreement = g_object_ref (agreement);
  printed->options = mp_figure_options_copy (&printed_options);
  g_object_set_data_full (G_OBJECT (operation), DATA_KEY, printed, printed_free);
  gtk_print_operation_set_job_name (operation, mp_agreement_get_title (agreement));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), printed);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), printed);
  g_signal_connect (operation, "end-print", G_CALLBACK (end_cb), printed);
  return operation;
}

const char *
mp_print_get_refusal (GtkPrintOperation *operation)
{
  const Printed *printed = g_object_get_data (G_OBJECT (operation), DATA_KEY);

  return printed->refusal;
}
