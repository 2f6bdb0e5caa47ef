/* mp-cli.h: the command line; no display needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement.h"
#include "mp-date.h"
#include "mp-mirror.h"

G_BEGIN_DECLS

typedef enum {
  MP_EXIT_DONE = 0,
  MP_EXIT_WRONG = 1, /* the file or the date is wrong */
  MP_EXIT_USAGE = 2,
  MP_EXIT_IO = 3, /* something cannot be read or written */
} MpExit;

/* Where the shipped agreement lies among the resources. */
#define MP_SHIPPED_AGREEMENT "/dev/milepost/Milepost/agreements/microsoft-openai.json"

/* And the fictitious one, which shows what a file can say. */
#define MP_SAMPLE_AGREEMENT "/dev/milepost/Milepost/agreements/orchard-sample.json"

/* Whether a word is one of the commands. */
gboolean mp_cli_is_command (const char *word);

/* Whether an argument can be meant: FALSE, after a complaint that names the nearest command, for a
 * word that is neither a command nor a file. Options and addresses can be meant. */
gboolean mp_cli_check_word (const char *argument);

/* The descriptor that an argument stands for: that of "-", /dev/stdin and the like; -1 for a file.
 */
int mp_cli_descriptor (const char *argument);

/* Has the process end with a sentence and MP_EXIT_IO where GLib gets no memory, rather than by a
 * signal. To be called once, before a command runs. */
void mp_cli_end_with_sentence (void);

/* What the commands are told of where they run; options can say otherwise. */
typedef struct {
  MpInstant today;           /* the start of the day that counts as today */
  MpTextDirection direction; /* of the language */
} MpCliContext;

/* Runs the command in argv[1] and returns the exit code. */
int mp_cli_run (int argc, char **argv, const MpCliContext *here);

/* Reads the value of an option that is a date: for "--today" one day, for others a date with a
 * beginning and an end. On FALSE *code is the exit code, after a complaint. */
gboolean mp_cli_date_option (const char *option, const char *text, MpDate *date, int *code);

/* The table of commands for --help. Free with g_free (). */
char *mp_cli_describe_commands (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
