/* mp-cli.h: the command line, which needs no display
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"
#include "mp-mirror.h"

G_BEGIN_DECLS

typedef enum {
  MP_EXIT_DONE = 0,
  MP_EXIT_WRONG = 1, /* a file or a date is wrong */
  MP_EXIT_USAGE = 2, /* the command line is wrong */
  MP_EXIT_IO = 3,    /* something cannot be read or written */
} MpExit;

/* The resource path of the agreement that is opened where no file is given. */
#define MP_SHIPPED_AGREEMENT "/dev/milepost/Milepost/agreements/microsoft-openai.json"

/* The resource path of a fictitious agreement, which shows everything that a file can say. */
#define MP_SAMPLE_AGREEMENT "/dev/milepost/Milepost/agreements/orchard-sample.json"

/* Whether a word is the name of a command. */
gboolean mp_cli_is_command (const char *word);

/* Returns FALSE for a word that is neither a command nor a file, and reports which command may be
 * meant. Options and addresses are left to others and give TRUE. */
gboolean mp_cli_check_word (const char *argument);

/* The descriptor that an argument stands for: that of "-", /dev/stdin and the like; -1 for a file.
 */
int mp_cli_descriptor (const char *argument);

/* Makes the process end with a sentence and MP_EXIT_IO, rather than by a signal, when GLib gets no
 * memory. Call it once, before a command is run. */
void mp_cli_end_with_sentence (void);

/* What the commands take from their surroundings unless an option says otherwise. */
typedef struct {
  MpInstant today;           /* the start of the day that counts as today */
  MpTextDirection direction; /* in which the user's language is read */
} MpCliContext;

/* Runs the command that argv[1] names, and returns the exit code. */
int mp_cli_run (int argc, char **argv, const MpCliContext *context);

/* Parses the value of an option that is a date: one day for "--today", a date with a beginning and
 * an end for the others. Where it is wrong, reports that, sets *code to the exit code and returns
 * FALSE. */
gboolean mp_cli_date_option (const char *option, const char *text, MpDate *date, int *code);

/* The list of commands for --help. Free with g_free (). */
char *mp_cli_describe_commands (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
