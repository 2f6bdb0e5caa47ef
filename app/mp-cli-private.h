/* mp-cli-private.h: what the commands share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-carried.h"
#include "mp-cli.h"
#include "mp-date.h"

#include <stdio.h>

G_BEGIN_DECLS

/* A command of the command line. Its texts are not translated yet. */
typedef struct MpCliCommand {
  const char *name;
  const char *title;     /* what it does, for the list in --help */
  const char *arguments; /* what comes after its options, such as "[FILE]" */
  const char *summary;   /* what it does, in sentences, for its own --help */
  /* Runs it with its name in argv[0], and returns the exit code. */
  int (*run) (const struct MpCliCommand *command, int argc, char **argv,
              const MpCliContext *context);
} MpCliCommand;

int mp_cli_export (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context);
int mp_cli_check (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context);
int mp_cli_show (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context);
int mp_cli_list (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context);
int mp_cli_diff (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context);
int mp_cli_date (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context);

/* Prints "milepost: " and a sentence to standard error. Characters that could upset a terminal are
 * escaped. */
void mp_cli_report (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* What is reported in a thread, for threads that work side by side. */
typedef struct {
  GString *text;       /* sentences and problems, each on a line */
  const char *subject; /* what sentences begin with, such as the name of a file; or NULL */
} MpCliReports;

/* From now on this thread appends to reports, which is borrowed, what would go to standard error.
 * NULL ends that. */
void mp_cli_collect_reports (MpCliReports *reports);

/* Returns the width of a text in cells of a terminal: two for a Chinese character, none for an
 * accent. */
int mp_cli_count_cells (const char *text);

/* Prints a text and at least two spaces, so that what follows stands in a column. */
void mp_cli_print_padded (const char *text, int width);

/* Parses the options of a command and answers --help; entries may be NULL. What stays in argv are
 * the arguments, from argv[1] on. Where the options are wrong it reports that, sets *code to the
 * exit code and returns FALSE. */
gboolean mp_cli_parse (const MpCliCommand *command, int *argc, char ***argv,
                       const GOptionEntry *entries, int *code);

/* Reads an agreement from a path, from standard input for "-", or from the resources, where path is
 * NULL. Its problems are printed to out, one a line; where out is stderr, they are reported.
 * A picture that carries an agreement is read as well; what it carries is stored in *carried, to be
 * freed with mp_carried_free (), unless carried is NULL.
 * Returns NULL and sets *code to the exit code where there is no agreement. The caller owns the
 * result. */
MpAgreement *mp_cli_load (const char *path, FILE *out, MpCarried **carried,
                          int *code) G_GNUC_WARN_UNUSED_RESULT;

/* Prints a warning to out for each entry in doubt that shares words with a headline, as mp_cli_load
 * () prints problems. The headline must be UTF-8. name is that of the file, or NULL for the
 * resource. */
void mp_cli_check_headline (MpAgreement *agreement, const char *headline, const char *name,
                            FILE *out);

/* Whether a text that is given for an option is one line of UTF-8, or NULL; if not, reports that.
 */
gboolean mp_cli_check_line (const char *option, const char *text);

/* The same, as it was known on a date, the value of --known; all of it where that is NULL. */
MpAgreement *mp_cli_load_known (const char *path, const char *known,
                                int *code) G_GNUC_WARN_UNUSED_RESULT;

/* What "show" shows. */
typedef struct {
  MpAgreement *agreement; /* borrowed */
  MpDate as_of;           /* the as-of date */
  MpInstant today;        /* the beginning of the day that counts as today */
} MpShow;

/* Prints it as JSON. */
void mp_cli_show_json (const MpShow *show);

G_END_DECLS
