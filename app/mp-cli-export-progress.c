/* mp-cli-export-progress.c: how far "export" is, and what stops it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-cli-export-private.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <unistd.h>

/* In microseconds: what takes less is not shown, and what is shown changes no more often. */
#define FIRST_SHOWN G_GINT64_CONSTANT (500000)
#define NEXT_SHOWN G_GINT64_CONSTANT (100000)

struct _MpCliProgress {
  GMutex mutex;
  guint n_steps;
  double done; /* in steps */
  gint64 next; /* when it is shown next */
  gboolean is_terminal;
  gboolean is_shown;
  struct sigaction before[2];
};

static const int signals[] = { SIGINT, SIGTERM };

/* The signal that asks the process to stop, and how many files are being written. */
static volatile sig_atomic_t stopped;
static int n_writing;

/* Only what is being written has to be cleared away first. The signal has its usual effect again
 * because of SA_RESETHAND: raised here, or sent a second time where writing hangs, as to a pipe
 * that nobody reads, it ends the process. */
static void
stopped_cb (int number)
{
  stopped = number;
  if (g_atomic_int_get (&n_writing) == 0)
    raise (number);
}

static void
catch_signals (struct sigaction *before)
{
  const struct sigaction ours = { .sa_handler = stopped_cb, .sa_flags = (int) SA_RESETHAND };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++) {
    sigaction (signals[i], NULL, &before[i]);
    /* What a shell has started in the background, or nohup, ignores it and goes on to. */
    if (before[i].sa_handler != SIG_IGN)
      sigaction (signals[i], &ours, NULL);
  }
}

MpCliProgress *
mp_cli_progress_start (guint n_steps)
{
  MpCliProgress *self = g_new0 (MpCliProgress, 1);

  g_mutex_init (&self->mutex);
  self->n_steps = n_steps;
  self->is_terminal = isatty (STDERR_FILENO) != 0;
  self->next = g_get_monotonic_time () + FIRST_SHOWN;
  catch_signals (self->before);
  return self;
}

gboolean
mp_cli_progress_is_stopped (void)
{
  return stopped != 0;
}

static void
clear_line (MpCliProgress *self)
{
  /* Back to the start of the line, which is then erased: ECMA-48, EL. */
  if (self->is_shown)
    g_printerr ("\r\033[K");
  self->is_shown = FALSE;
}

void
mp_cli_progress_add (MpCliProgress *self, double steps)
{
  gint64 now;

  g_mutex_lock (&self->mutex);
  self->done += steps;
  now = self->is_terminal ? g_get_monotonic_time () : 0;
  if (self->is_terminal && now >= self->next) {
    self->next = now + NEXT_SHOWN;
    clear_line (self);
    /* Translators: how much of the files is written, on a terminal */
    g_printerr (_ ("%.0f %% written"), self->done / self->n_steps * 100);
    self->is_shown = TRUE;
  }
  g_mutex_unlock (&self->mutex);
}

void
mp_cli_progress_interrupt (MpCliProgress *self)
{
  g_mutex_lock (&self->mutex);
  clear_line (self);
  g_mutex_unlock (&self->mutex);
}

void
mp_cli_progress_begin_file (void)
{
  g_atomic_int_inc (&n_writing);
}

void
mp_cli_progress_end_file (MpCliProgress *self)
{
  if (!g_atomic_int_dec_and_test (&n_writing) || stopped == 0)
    return;
  mp_cli_progress_interrupt (self);
  raise (stopped);
}

void
mp_cli_progress_finish (MpCliProgress *self)
{
  clear_line (self);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &self->before[i], NULL);
  g_mutex_clear (&self->mutex);
  g_free (self);
}
