/* mp-cli-export-private.h: what the files of the command "export" share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-cli-private.h"
#include "mp-export.h"
#include "mp-figure-step.h"
#include "mp-payments-term.h"

G_BEGIN_DECLS

/* The options as they were given. What was not given is NULL or FALSE. */
typedef struct {
  char **outputs;
  char *format;
  char *preset;
  char *size;
  char *height;
  char *scale;
  char *dpi;
  char *text_size;
  char *theme;
  char *colour;
  char *ground;
  char *headline;
  char *subtitle;
  gboolean with_agreement;
  gboolean outlines;
  char *direction;
  char *from;
  char *to;
  char *as_of;
  char *known;
  char *compare;
  char *chart;
  gboolean hide_unchanged;
  char *select;
  char *payments;
  char *assumed[MP_N_ASSUMPTIONS]; /* as typed */
  char *step;
  char *today;
  char *jobs;
  char *verify;
  gboolean list_presets;
  gboolean json;
} MpCliExportOptions;

/* The options of a figure, and the dates that they point to. A plain value, which must not be
 * copied once a date is in it. */
typedef struct {
  MpFigureOptions options;
  MpDate as_of;
  MpDate before;
  MpFigureStep step; /* that it shows */
} MpCliFigure;

/* --- Options ---------------------------------------------------------------------------------- */

/* Sets what the options of the command line say of the figure, but for what depends on the
 * agreement. has_view says that the figure has a layout and a size already, which stay where no
 * option changes them. Where an option is wrong, reports that, sets *code to the exit code and
 * returns FALSE. */
gboolean mp_cli_export_read (const MpCliExportOptions *options, gboolean has_view,
                             MpCliFigure *figure, int *code);

/* Sets what depends on the agreement: span, selection and comparison. Fails as mp_cli_export_read
 * () does. */
gboolean mp_cli_export_complete (const MpCliExportOptions *options, MpAgreement *agreement,
                                 MpCliFigure *figure, int *code);

/* Checks what can be known of --payments without the agreement. Returns FALSE after a report. */
gboolean mp_cli_export_check_payments (const MpCliExportOptions *options);

/* Returns what --payments and what is assumed say, or NULL after a report, with *code set. Free
 * with mp_what_if_free (). */
MpWhatIf *mp_cli_export_what_if (const MpCliExportOptions *options, MpAgreement *agreement,
                                 int *code) G_GNUC_WARN_UNUSED_RESULT;

/* --- Steps of the story ----------------------------------------------------------------------- */

/* Whether --step is a number from 1 or "all", and stands with no option that says what it says
 * itself. Reports what is wrong. */
gboolean mp_cli_export_check_step (const MpCliExportOptions *options);

/* Whether --step asks for all steps. */
gboolean mp_cli_export_has_all_steps (const MpCliExportOptions *options);

/* Stores the steps that --step asks for, from 0: first, and how many. Where the story has none of
 * them, reports that, sets *code and returns FALSE. */
gboolean mp_cli_export_find_steps (const MpCliExportOptions *options, MpAgreement *agreement,
                                   guint *first, guint *count, int *code);

/* Makes the figure that of a step, but for the headline and the subtitle that are given. Returns
 * the agreement to draw, borrowed: where the step says so, what was known on a day. Reports that
 * the options ask for a picture with its agreement then, and returns NULL. */
MpAgreement *mp_cli_export_set_step (const MpCliExportOptions *options, MpAgreement *agreement,
                                     guint step, MpCliFigure *figure);

/* Returns the name of a file for one of several steps: "chart-3.png". Free with g_free (). */
char *mp_cli_export_step_name (const char *name, guint step,
                               guint n_steps) G_GNUC_WARN_UNUSED_RESULT;

/* --- Outputs ---------------------------------------------------------------------------------- */

/* A file to write. */
typedef struct {
  char *name;  /* as given, with {name} replaced; "-" is standard output */
  GFile *file; /* NULL for standard output */
  const MpExportFormat *format;
} MpCliOutput;

/* Returns the outputs of all files as an array of arrays of MpCliOutput, one for each path, or NULL
 * after a report. A path of NULL is the shipped agreement. Free with g_ptr_array_unref (). */
GPtrArray *mp_cli_export_outputs (const MpCliExportOptions *options, char *const *paths,
                                  guint n_paths) G_GNUC_WARN_UNUSED_RESULT;

/* Returns what the files of all formats end in, ".png, .svg", or their names for --format, "png,
 * svg". Free with g_free (). */
char *mp_cli_export_extensions (void) G_GNUC_WARN_UNUSED_RESULT;
char *mp_cli_export_formats (void) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the names of all themes: "light, dark". Free with g_free (). */
char *mp_cli_export_themes (void) G_GNUC_WARN_UNUSED_RESULT;

/* --- Progress --------------------------------------------------------------------------------- */

/* How far the writing of many files is, on standard error. Any thread may tell it. It is shown only
 * on a terminal, and only where it takes long. */
typedef struct _MpCliProgress MpCliProgress;

/* Starts to watch n_steps files being written, and takes over SIGINT and SIGTERM unless they are
 * ignored. Free with mp_cli_progress_finish (), which gives them back. */
MpCliProgress *mp_cli_progress_start (guint n_steps) G_GNUC_WARN_UNUSED_RESULT;
void mp_cli_progress_finish (MpCliProgress *progress);

/* Adds a share of a file that is written now. */
void mp_cli_progress_add (MpCliProgress *progress, double steps);

/* Takes away the line that shows it, before something else is printed. */
void mp_cli_progress_interrupt (MpCliProgress *progress);

/* Stand before and after writing a file, which must not be left half done. A signal between them
 * makes mp_cli_progress_is_stopped () TRUE, whereupon writing must be cancelled; then, as at any
 * other time, it ends the process. */
void mp_cli_progress_begin_file (void);
void mp_cli_progress_end_file (MpCliProgress *progress);
gboolean mp_cli_progress_is_stopped (void);

/* --- What the command does -------------------------------------------------------------------- */

/* Exports all files, as many at a time as --jobs says, and returns the worst exit code. What is
 * reported of a file names it if there are several, and is printed in the order of the files. */
int mp_cli_export_files (const MpCliExportOptions *options, const MpCliContext *context,
                         char *const *paths, guint n_paths);

/* Draws what a picture carries again, and prints whether it is the picture. */
int mp_cli_export_verify (const char *path);

/* Prints the table of presets, as JSON if is_json. */
void mp_cli_export_list_presets (gboolean is_json);

/* Reports a value that is not one of these. */
void mp_cli_export_refuse_choice (const char *option, const char *value, const char *choices);

G_END_DECLS
