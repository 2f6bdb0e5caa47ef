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

/* A growing list of problems. It keeps at most MP_PROBLEMS_MAX; the others are only counted, so
 * that a file that is wrong throughout does not flood the user. When the list is full, an error
 * takes the place of a warning. */
typedef struct _MpProblems MpProblems;

#define MP_PROBLEMS_MAX 1000

MpProblems *mp_problems_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mp_problems_free (MpProblems *problems);

/* Adds a problem. pointer and message are copied; characters that would disturb a terminal are made
 * visible, and very long texts are cut. */
void mp_problems_add (MpProblems *problems, MpSeverity severity, guint line, guint column,
                      const char *pointer, const char *message);

/* Returns the number of problems that are kept, at most MP_PROBLEMS_MAX. */
guint mp_problems_get_length (const MpProblems *problems);

/* Returns one of the problems that are kept: index counts from 0, in the order in which they were
 * added or, after mp_problems_sort (), that of the text. It belongs to the list and is valid until
 * a problem is added or the list is sorted or freed. */
const MpProblem *mp_problems_get (const MpProblems *problems, guint index);

/* Returns how many problems of a severity were added, whether they were kept or not. */
guint mp_problems_count (const MpProblems *problems, MpSeverity severity);

/* Sorts by line and column. Problems at the same place keep their order. */
void mp_problems_sort (MpProblems *problems);

/* Returns "name:line:column: severity: message", the line that compilers print and editors read;
 * without ":line:column" where no place is known. Free with g_free (). */
char *mp_problem_to_string (const MpProblem *problem, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpProblems, mp_problems_free)

G_END_DECLS
