/* mp-cli-private.h: what the commands share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-cli.h"

G_BEGIN_DECLS

/* Prints "milepost: " and a sentence to standard error, what could upset a terminal made visible.
 */
void mp_cli_report (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Parses the options of a command; those that are left in argv are its arguments. On FALSE *code is
 * the exit code, after a complaint. */
gboolean mp_cli_parse (int *argc, char ***argv, const GOptionEntry *entries, const char *arguments,
                       const char *summary, int *code);

/* Loads an agreement: from a path, "-" for standard input, or NULL for the shipped one. Problems go
 * to standard error. On NULL *code is the exit code. */
MpAgreement *mp_cli_load (const char *path, int *code) G_GNUC_WARN_UNUSED_RESULT;

int mp_cli_export (int argc, char **argv, const MpCliContext *here);
int mp_cli_show (int argc, char **argv, const MpCliContext *here);

/* What show tells of. */
typedef struct {
  MpAgreement *agreement; /* borrowed */
  MpDate as_of;           /* the as-of date */
  MpInstant today;        /* the beginning of the day that counts as today */
} MpShow;

/* Prints it as JSON. */
void mp_cli_show_json (const MpShow *show);

G_END_DECLS
