/* mp-problem.h: what is wrong with a file, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MP_SEVERITY_WARNING, /* the file is used as it is */
  MP_SEVERITY_ERROR,   /* the file is not used */
} MpSeverity;

typedef struct {
  MpSeverity severity;
  guint line;    /* from 1; 0 where no place can be named */
  guint column;  /* from 1, in characters; 0 where no place can be named */
  char *pointer; /* JSON Pointer (RFC 6901) of the value, "" for the whole; never NULL */
  char *message; /* one sentence, lower case, no full stop; valid UTF-8 on one line */
} MpProblem;

/* A growing list of problems. Beyond MP_PROBLEMS_MAX only the counts grow: a file that is wrong
 * throughout must not flood its reader. An error that comes then takes the place of a warning. */
typedef struct _MpProblems MpProblems;

#define MP_PROBLEMS_MAX 1000

MpProblems *mp_problems_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mp_problems_free (MpProblems *problems);

/* Adds a problem; pointer and message are copied, characters in them that would disturb a terminal
 * made visible, and endless ones cut. */
void mp_problems_add (MpProblems *problems, MpSeverity severity, guint line, guint column,
                      const char *pointer, const char *message);

/* The problems kept, in the order of the text; the pointer lives as long as the list. */
guint mp_problems_get_length (const MpProblems *problems);
const MpProblem *mp_problems_get (const MpProblems *problems, guint index);

/* How many were added, kept or not. */
guint mp_problems_count (const MpProblems *problems, MpSeverity severity);

/* Sorts by line and column, keeping the order of those at one place. */
void mp_problems_sort (MpProblems *problems);

/* Returns "name:line:column: severity: message", the line that compilers print and editors read;
 * without ":line:column" where no place is known. Free with g_free (). */
char *mp_problem_to_string (const MpProblem *problem, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpProblems, mp_problems_free)

G_END_DECLS
