/* mp-load-bar.c: the bar that says how far a file has been read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-load-bar.h"

#include "mp-join.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What is read sooner needs no bar; and how often the bar looks. In milliseconds. */
#define SHOW_AFTER_MS 300
#define LOOK_EVERY_MS 100

/* How long reading must have taken before it can be said how long it will take. */
#define MIN_TIME_US (G_USEC_PER_SEC / 2)

struct _MpLoadBar {
  AdwBin parent_instance;

  /* Template */
  GtkRevealer *revealer;
  GtkLabel *title;
  GtkProgressBar *bar;
  GtkLabel *words;

  /* Owned */
  MpLoader *loader; /* or NULL */
  guint source;     /* a timeout, or 0 */

  MpAnnouncer *announcer; /* borrowed */
};

G_DEFINE_FINAL_TYPE (MpLoadBar, mp_load_bar, ADW_TYPE_BIN)

/* Returns the time that is left, or NULL if it cannot be said. */
static char *
time_words (const MpLoaderProgress *progress)
{
  double left;
  guint seconds;

  if (progress->size == 0 || progress->n_bytes == 0 || progress->time < MIN_TIME_US)
    return NULL;
  left = (double) progress->time * (double) (progress->size - progress->n_bytes) /
         (double) progress->n_bytes;
  seconds = (guint) ceil (MAX (left, 0) / G_USEC_PER_SEC);
  if (seconds < 60)
    return g_strdup_printf (ngettext ("%u second left", "%u seconds left", seconds), seconds);
  return g_strdup_printf (ngettext ("%u minute left", "%u minutes left", (seconds + 59) / 60),
                          (seconds + 59) / 60);
}

char *
mp_load_bar_words (const MpLoaderProgress *progress)
{
  g_autofree char *read = g_format_size ((guint64) progress->n_bytes);
  g_autofree char *size = g_format_size ((guint64) progress->size);
  g_autofree char *bytes = progress->size > 0
                             /* Translators: sizes: 34 MB of 111 MB */
                             ? g_strdup_printf (_ ("%s of %s"), read, size)
                             : g_strdup (read);
  g_autofree char *entries = g_strdup_printf (
    ngettext ("%'u entry", "%'u entries", progress->n_entries), progress->n_entries);
  g_autofree char *left = time_words (progress);

  return mp_join (MP_JOIN_FACTS, (const char *[]) { bytes, entries, left, NULL });
}

static void
look (MpLoadBar *self)
{
  MpLoaderProgress progress = mp_loader_get_progress (self->loader);
  g_autofree char *words = mp_load_bar_words (&progress);

  gtk_label_set_label (self->words, words);
  if (progress.size > 0)
    gtk_progress_bar_set_fraction (self->bar, (double) progress.n_bytes / (double) progress.size);
  else
    gtk_progress_bar_pulse (self->bar);
}

static gboolean
look_cb (gpointer data)
{
  look (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
show_cb (gpointer data)
{
  MpLoadBar *self = data;

  look (self);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  mp_announcer_say (self->announcer, gtk_label_get_label (self->title), TRUE);
  self->source = g_timeout_add (LOOK_EVERY_MS, look_cb, self);
  return G_SOURCE_REMOVE;
}

static void
stop (MpLoadBar *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->loader);
}

static void
mp_load_bar_dispose (GObject *object)
{
  stop (MP_LOAD_BAR (object));
  G_OBJECT_CLASS (mp_load_bar_parent_class)->dispose (object);
}

static void
mp_load_bar_class_init (MpLoadBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_load_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "loadbar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-load-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MpLoadBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, MpLoadBar, title);
  gtk_widget_class_bind_template_child (widget_class, MpLoadBar, bar);
  gtk_widget_class_bind_template_child (widget_class, MpLoadBar, words);
}

static void
mp_load_bar_init (MpLoadBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mp_load_bar_watch (MpLoadBar *self, MpLoader *loader, const char *name, MpAnnouncer *announcer)
{
  g_autofree char *title = NULL;

  g_return_if_fail (MP_IS_LOAD_BAR (self));

  stop (self);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (loader == NULL)
    return;
  self->loader = g_object_ref (loader);
  self->announcer = announcer;
  /* Translators: a file's name */
  title = g_strdup_printf (_ ("Opening “%s”"), name);
  gtk_label_set_label (self->title, title);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  self->source = g_timeout_add (SHOW_AFTER_MS, show_cb, self);
}

gboolean
mp_load_bar_is_shown (MpLoadBar *self)
{
  g_return_val_if_fail (MP_IS_LOAD_BAR (self), FALSE);
  return gtk_revealer_get_reveal_child (self->revealer);
}
