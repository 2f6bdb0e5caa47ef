/* mp-problem.c: what is wrong with a file, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-problem.h"

#include "mp-untrusted-text.h"

/* A pointer or message longer than this many characters is cut: both may quote a text of many
 * megabytes, and nobody reads more of it. */
#define TEXT_MAX_CHARACTERS 1000

#define N_SEVERITIES 2

struct _MpProblems {
  GArray *kept;              /* of MpProblem */
  guint count[N_SEVERITIES]; /* kept or not */
};

static void
clear_problem (gpointer data)
{
  MpProblem *problem = data;

  g_free (problem->pointer);
  g_free (problem->message);
}

/* Makes room for an error in a full list by removing a warning. */
static gboolean
drop_last_warning (MpProblems *problems)
{
  for (guint i = problems->kept->len; i > 0; i--) {
    if (g_array_index (problems->kept, MpProblem, i - 1).severity == MP_SEVERITY_WARNING) {
      g_array_remove_index (problems->kept, i - 1);
      return TRUE;
    }
  }
  return FALSE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MpProblem *left = a;
  const MpProblem *right = b;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  return 0;
}

MpProblems *
mp_problems_new (void)
{
  MpProblems *problems = g_new0 (MpProblems, 1);

  problems->kept = g_array_new (FALSE, FALSE, sizeof (MpProblem));
  g_array_set_clear_func (problems->kept, clear_problem);
  return problems;
}

void
mp_problems_free (MpProblems *problems)
{
  if (problems == NULL)
    return;
  g_array_unref (problems->kept);
  g_free (problems);
}

void
mp_problems_add (MpProblems *problems, MpSeverity severity, guint line, guint column,
                 const char *pointer, const char *message)
{
  MpProblem problem = { .severity = severity, .line = line, .column = column };

  g_return_if_fail (problems != NULL);
  g_return_if_fail ((guint) severity < N_SEVERITIES);
  g_return_if_fail (pointer != NULL && message != NULL);

  problems->count[severity]++;
  if (problems->kept->len == MP_PROBLEMS_MAX &&
      (severity == MP_SEVERITY_WARNING || !drop_last_warning (problems)))
    return;

  problem.pointer = mp_untrusted_text_escape (pointer, TEXT_MAX_CHARACTERS);
  problem.message = mp_untrusted_text_escape (message, TEXT_MAX_CHARACTERS);
  g_array_append_val (problems->kept, problem);
}

guint
mp_problems_get_length (const MpProblems *problems)
{
  return problems->kept->len;
}

const MpProblem *
mp_problems_get (const MpProblems *problems, guint index)
{
  g_return_val_if_fail (index < problems->kept->len, NULL);

  return &g_array_index (problems->kept, MpProblem, index);
}

guint
mp_problems_count (const MpProblems *problems, MpSeverity severity)
{
  g_return_val_if_fail ((guint) severity < N_SEVERITIES, 0);

  return problems->count[severity];
}

void
mp_problems_sort (MpProblems *problems)
{
  /* g_array_sort () is stable. */
  g_array_sort (problems->kept, compare_places);
}

char *
mp_problem_to_string (const MpProblem *problem, const char *name)
{
  g_autofree char *visible = mp_untrusted_text_escape (name, TEXT_MAX_CHARACTERS);
  GString *string = g_string_new (visible);

  if (problem->line > 0) {
    g_string_append_printf (string, ":%u", problem->line);
    if (problem->column > 0)
      g_string_append_printf (string, ":%u", problem->column);
  }
  /* Programs read these words too, so they are not translated. */
  g_string_append_printf (string, ": %s: %s",
                          problem->severity == MP_SEVERITY_ERROR ? "error" : "warning",
                          problem->message);
  return g_string_free (string, FALSE);
}
