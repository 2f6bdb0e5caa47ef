/* mp-rest.c: counts the frames in which nothing moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-rest.h"

/* So many frames without a change are a rest: on most screens, an eighth of a second. A wheel that
 * is turned steadily has shorter pauses. */
#define QUIET_FRAMES 8

struct _MpRest {
  GtkWidget *widget; /* borrowed: it owns this */
  MpRestFunc rested;
  gpointer data;
  guint tick; /* a tick callback; 0 where nothing is awaited */
  guint n_quiet;
};

MpRest *
mp_rest_new (GtkWidget *widget, MpRestFunc rested, gpointer data)
{
  MpRest *self = g_new0 (MpRest, 1);

  self->widget = widget;
  self->rested = rested;
  self->data = data;
  return self;
}

static void
stop (MpRest *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

void
mp_rest_free (MpRest *self)
{
  stop (self);
  g_free (self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MpRest *self = data;

  (void) widget;
  (void) clock;
  if (self->n_quiet++ >= QUIET_FRAMES)
    mp_rest_hasten (self);
  /* At rest the callback has been removed already. */
  return G_SOURCE_CONTINUE;
}

void
mp_rest_stir (MpRest *self)
{
  self->n_quiet = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

gboolean
mp_rest_is_awaited (const MpRest *self)
{
  return self->tick != 0;
}

void
mp_rest_hasten (MpRest *self)
{
  if (self->tick == 0)
    return;
  stop (self);
  self->rested (self->data);
}
