/* mp-cli-export-files.c: exports files, several at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each file is read, exported to all of its outputs and forgotten before a thread takes the next
 * one, so that memory holds as many agreements as there are jobs. What is reported of a file is
 * kept until the files before it are done: the order does not depend on the threads.
 */
#include "config.h"

#include "mp-cli-export-private.h"
#include "mp-descriptor-stream.h"
#include "mp-known.h"

#include <glib/gi18n.h>
#include <unistd.h>

#define MAX_JOBS 64

/* --- One output ------------------------------------------------------------------------------- */

/* An output that is being written. */
typedef struct {
  MpCliProgress *progress;
  GCancellable *cancellable;
  double part;  /* what it is of the output */
  double share; /* of it that is written */
} Writing;

static void
progress_cb (double share, gpointer data)
{
  Writing *writing = data;

  mp_cli_progress_add (writing->progress, (share - writing->share) * writing->part);
  writing->share = share;
  if (mp_cli_progress_is_stopped ())
    g_cancellable_cancel (writing->cancellable);
}

/* Whether there is no figure of this size. A full disk is told apart by this, which has the same
 * error. */
static gboolean
is_refused (MpAgreement *agreement, const MpFigureOptions *options, const MpCliOutput *output,
            const GError *error)
{
  g_autoptr (MpFigure) figure = NULL;

  if (output->format->adapt != NULL || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return FALSE;
  figure = mp_figure_new (agreement, options);
  return !mp_export_check_height (figure, options, NULL);
}

static int
report_failure (MpAgreement *agreement, const MpFigureOptions *options, const MpCliOutput *output,
                const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return MP_EXIT_IO;
  if (is_refused (agreement, options, output, error)) {
    mp_cli_report ("%s", error->message);
    return MP_EXIT_USAGE;
  }
  if (output->file == NULL)
    mp_cli_report (_ ("cannot write to standard output: %s"), error->message);
  else
    /* Translators: a file's name, and why it cannot be written */
    mp_cli_report (_ ("cannot write %s: %s"), output->name, error->message);
  return MP_EXIT_IO;
}

static int
write_output (MpAgreement *agreement, const MpFigureOptions *options, const MpCliOutput *output,
              double part, MpCliProgress *progress)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Writing writing = { progress, cancellable, part, 0 };
  gboolean is_written;

  if (output->file == NULL) {
    g_autoptr (GOutputStream) stream = mp_descriptor_stream_new (STDOUT_FILENO);

    is_written = mp_export_to_stream (output->format, agreement, options, stream, cancellable,
                                      progress_cb, &writing, &error);
  } else {
    mp_cli_progress_begin_file ();
    is_written = mp_export_to_file (output->format, agreement, options, output->file, cancellable,
                                    progress_cb, &writing, &error);
    mp_cli_progress_end_file (progress);
  }
  if (is_written)
    return MP_EXIT_DONE;
  return report_failure (agreement, options, output, error);
}

/* --- One file --------------------------------------------------------------------------------- */

/* The files of one command. */
typedef struct {
  const MpCliExportOptions *options;
  const MpCliContext *context;
  MpCliProgress *progress;
  gboolean has_many; /* reports name the file */
  GMutex mutex;
  GCond one_is_done;
} Batch;

/* A file, and what became of it. */
typedef struct {
  Batch *batch;
  const char *path; /* NULL is the shipped agreement */
  GPtrArray *outputs;
  MpCliReports reports;
  int code;
  gboolean is_done;
} Job;

/* Returns the view that a picture carries, or NULL after a report. Without it the agreement is
 * exported as from any other file. */
static MpFigureOptions *
get_view (const MpCarried *carried, MpAgreement *agreement)
{
  g_autoptr (GError) error = NULL;
  MpFigureOptions *view = mp_carried_get_view (carried, agreement, &error);

  if (view == NULL)
    mp_cli_report (_ ("what the picture shows is not known: %s"), error->message);
  return view;
}

/* Writes each step into a file of its own. */
static int
write_steps (const Batch *batch, MpAgreement *agreement, MpCliFigure *figure,
             const MpCliOutput *output, guint n_steps)
{
  int worst = MP_EXIT_DONE;

  if (output->file == NULL) {
    mp_cli_report (_ ("all steps of the story need files of their own, or --format pdf or html: "
                      "give -o a name"));
    return MP_EXIT_USAGE;
  }
  for (guint step = 0; step < n_steps && !mp_cli_progress_is_stopped (); step++) {
    g_autofree char *name = mp_cli_export_step_name (output->name, step, n_steps);
    g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
    MpCliOutput own = { name, file, output->format };
    MpAgreement *drawn = mp_cli_export_set_step (batch->options, agreement, step, figure);
    int code = MP_EXIT_USAGE;

    if (drawn != NULL)
      code = write_output (drawn, &figure->options, &own, 1.0 / n_steps, batch->progress);
    worst = MAX (worst, code);
  }
  return worst;
}

/* Writes one output: as it is, a step of the story, or all steps. */
static int
export_output (const Batch *batch, MpAgreement *agreement, MpCliFigure *figure,
               const MpCliOutput *output)
{
  gboolean has_all = mp_cli_export_has_all_steps (batch->options);
  guint first, count;
  int code;

  if (batch->options->step != NULL) {
    if (!mp_cli_export_find_steps (batch->options, agreement, &first, &count, &code))
      return code;
    if (has_all && !output->format->has_story)
      return write_steps (batch, agreement, figure, output, count);
    figure->options.has_story = has_all;
    if (!has_all)
      agreement = mp_cli_export_set_step (batch->options, agreement, first, figure);
    if (agreement == NULL)
      return MP_EXIT_USAGE;
  }
  return write_output (agreement, &figure->options, output, 1, batch->progress);
}

static int
export_output_as_asked (const Batch *batch, MpAgreement *agreement, const MpCliFigure *figure,
                        const MpCliOutput *output)
{
  MpCliFigure own = *figure;
  int code = export_output (batch, agreement, &own, output);

  mp_figure_step_clear (&own.step);
  return code;
}

/* Puts what was known on the date of --known in the place of an agreement. */
static gboolean
restrict_to_known (const MpCliExportOptions *options, MpAgreement **agreement, int *code)
{
  g_autoptr (MpAgreement) whole = NULL;
  MpDate date;

  if (options->with_agreement) {
    mp_cli_report (_ ("--with-agreement puts the whole file into the picture: leave --known out"));
    *code = MP_EXIT_USAGE;
    return FALSE;
  }
  if (!mp_cli_date_option ("--known", options->known, &date, code))
    return FALSE;
  whole = g_steal_pointer (agreement);
  *agreement = mp_agreement_as_known (whole, &date);
  return TRUE;
}

static int
export_file (Job *job)
{
  const Batch *batch = job->batch;
  MpCliFigure figure = { mp_figure_options_new (batch->context->today) };
  g_autoptr (MpAgreement) agreement = NULL;
  g_autoptr (MpCarried) carried = NULL;
  g_autoptr (MpFigureOptions) view = NULL;
  g_autoptr (MpWhatIf) what_if = NULL;
  int code = MP_EXIT_DONE, worst = MP_EXIT_DONE;

  figure.options.direction = batch->context->direction;
  agreement = mp_cli_load (job->path, stderr, &carried, &code);
  if (agreement == NULL)
    return code;
  if (batch->has_many)
    job->reports.subject = job->path;
  if (carried != NULL)
    view = get_view (carried, agreement);
  if (view != NULL)
    figure.options = *view;
  if (batch->options->known != NULL && !restrict_to_known (batch->options, &agreement, &code))
    return code;
  if (!mp_cli_export_read (batch->options, view != NULL, &figure, &code) ||
      !mp_cli_export_complete (batch->options, agreement, &figure, &code))
    return code;
  if (batch->options->payments != NULL) {
    figure.options.what_if = what_if = mp_cli_export_what_if (batch->options, agreement, &code);
    if (what_if == NULL)
      return code;
  }
  if (batch->options->headline != NULL)
    mp_cli_check_headline (agreement, batch->options->headline, job->path, stderr);
  for (guint i = 0; i < job->outputs->len && !mp_cli_progress_is_stopped (); i++) {
    code = export_output_as_asked (batch, agreement, &figure, g_ptr_array_index (job->outputs, i));
    worst = MAX (worst, code);
  }
  return worst;
}

static void
run_job (gpointer data, gpointer user_data)
{
  Job *job = data;

  (void) user_data;
  mp_cli_collect_reports (&job->reports);
  if (!mp_cli_progress_is_stopped ())
    job->code = export_file (job);
  mp_cli_collect_reports (NULL);
  g_mutex_lock (&job->batch->mutex);
  job->is_done = TRUE;
  g_cond_signal (&job->batch->one_is_done);
  g_mutex_unlock (&job->batch->mutex);
}

/* --- Many files ------------------------------------------------------------------------------- */

/* Sets n_jobs to what --jobs says: as many as there are processors, unless it is given. */
static gboolean
read_jobs (const char *text, guint *n_jobs)
{
  guint64 value;

  *n_jobs = g_get_num_processors ();
  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, MAX_JOBS, &value, NULL)) {
    mp_cli_report (_ ("--jobs %s: how many files are exported at a time is a number from 1 to %d"),
                   text, MAX_JOBS);
    return FALSE;
  }
  *n_jobs = (guint) value;
  return TRUE;
}

/* Waits for the jobs in their order, and prints what each has reported. */
static int
collect (Batch *batch, Job *jobs, guint n_jobs)
{
  int worst = MP_EXIT_DONE;

  for (guint i = 0; i < n_jobs; i++) {
    g_mutex_lock (&batch->mutex);
    while (!jobs[i].is_done)
      g_cond_wait (&batch->one_is_done, &batch->mutex);
    g_mutex_unlock (&batch->mutex);
    if (jobs[i].reports.text->len > 0) {
      mp_cli_progress_interrupt (batch->progress);
      g_printerr ("%s", jobs[i].reports.text->str);
    }
    worst = MAX (worst, jobs[i].code);
  }
  return worst;
}

/* Runs the jobs: a single one, or one at a time, in this thread, which saves starting another. */
static int
run_jobs (Batch *batch, Job *jobs, guint n_jobs, guint n_threads)
{
  GThreadPool *pool = NULL;
  int code;

  if (MIN (n_jobs, n_threads) > 1)
    pool = g_thread_pool_new (run_job, NULL, (int) MIN (n_jobs, n_threads), FALSE, NULL);
  for (guint i = 0; i < n_jobs; i++) {
    if (pool != NULL)
      g_thread_pool_push (pool, &jobs[i], NULL);
    else
      run_job (&jobs[i], NULL);
  }
  code = collect (batch, jobs, n_jobs);
  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
  return code;
}

int
mp_cli_export_files (const MpCliExportOptions *options, const MpCliContext *context,
                     char *const *paths, guint n_paths)
{
  g_autoptr (GPtrArray) outputs = mp_cli_export_outputs (options, paths, n_paths);
  g_autofree Job *jobs = g_new0 (Job, n_paths);
  Batch batch = { .options = options, .context = context, .has_many = n_paths > 1 };
  guint n_threads;
  int code;

  if (outputs == NULL || !read_jobs (options->jobs, &n_threads))
    return MP_EXIT_USAGE;
  g_mutex_init (&batch.mutex);
  g_cond_init (&batch.one_is_done);
  batch.progress = mp_cli_progress_start (n_paths * g_strv_length (options->outputs));
  for (guint i = 0; i < n_paths; i++)
    jobs[i] =
      (Job) { &batch,       paths[i], g_ptr_array_index (outputs, i), { g_string_new (NULL), NULL },
              MP_EXIT_DONE, FALSE };
  code = run_jobs (&batch, jobs, n_paths, n_threads);
  for (guint i = 0; i < n_paths; i++)
    g_string_free (jobs[i].reports.text, TRUE);
  g_mutex_clear (&batch.mutex);
  g_cond_clear (&batch.one_is_done);
  mp_cli_progress_finish (batch.progress);
  return code;
}
