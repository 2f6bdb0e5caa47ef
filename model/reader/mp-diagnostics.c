/* mp-diagnostics.c: problems on their way to their place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-diagnostics.h"

#include "mp-position.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  MpSeverity severity;
  gboolean at_key; /* the place is that of the key */
  char *pointer;
  char *sentence;
  char *other; /* JSON Pointer of what it clashes with, or NULL */
} Diagnostic;

struct _MpDiagnostics {
  GString *pointer; /* of the value entered last */
  GArray *kept;     /* of Diagnostic; at most MP_PROBLEMS_MAX of each severity */
  guint n_errors;   /* kept or not */
  guint n_warnings;
};

static void
clear_diagnostic (gpointer data)
{
  Diagnostic *diagnostic = data;

  g_free (diagnostic->pointer);
  g_free (diagnostic->sentence);
  g_free (diagnostic->other);
}

static void
append_key (GString *pointer, const char *key)
{
  g_string_append_c (pointer, '/');
  for (; *key != '\0'; key++) {
    if (*key == '~')
      g_string_append (pointer, "~0");
    else if (*key == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, *key);
  }
}

static char *
make_pointer (const MpDiagnostics *diagnostics, const char *key)
{
  GString *pointer =
    g_string_new_len (diagnostics->pointer->str, (gssize) diagnostics->pointer->len);

  if (key != NULL)
    append_key (pointer, key);
  return g_string_free (pointer, FALSE);
}

/* Counts a problem. Returns FALSE if there are too many to keep it. */
static gboolean
count_one (MpDiagnostics *diagnostics, MpSeverity severity)
{
  gboolean wanted = mp_diagnostics_wants (diagnostics, severity);

  if (severity == MP_SEVERITY_ERROR)
    diagnostics->n_errors++;
  else
    diagnostics->n_warnings++;
  return wanted;
}

/* Takes the sentence and other. */
static void
keep (MpDiagnostics *diagnostics, MpSeverity severity, gboolean at_key, const char *key,
      char *sentence, char *other)
{
  Diagnostic diagnostic = {
    .severity = severity,
    .at_key = at_key,
    .pointer = make_pointer (diagnostics, key),
    .sentence = sentence,
    .other = other,
  };

  g_array_append_val (diagnostics->kept, diagnostic);
}

static void
place (const MpPositions *positions, const Diagnostic *diagnostic, MpProblems *problems)
{
  MpPosition position = { 0, 0 };
  MpPosition other = { 0, 0 };
  g_autofree char *sentence = NULL;

  mp_positions_find (positions, diagnostic->pointer, diagnostic->at_key, &position);
  if (diagnostic->other != NULL && mp_positions_find (positions, diagnostic->other, FALSE, &other))
    /* Translators: what is wrong, and the line that it is in conflict with */
    sentence = g_strdup_printf (_ ("%s; see line %u"), diagnostic->sentence, other.line);
  mp_problems_add (problems, diagnostic->severity, position.line, position.column,
                   diagnostic->pointer, sentence != NULL ? sentence : diagnostic->sentence);
}

MpDiagnostics *
mp_diagnostics_new (void)
{
  MpDiagnostics *diagnostics = g_new0 (MpDiagnostics, 1);

  diagnostics->pointer = g_string_new (NULL);
  diagnostics->kept = g_array_new (FALSE, FALSE, sizeof (Diagnostic));
  g_array_set_clear_func (diagnostics->kept, clear_diagnostic);
  return diagnostics;
}

void
mp_diagnostics_free (MpDiagnostics *diagnostics)
{
  if (diagnostics == NULL)
    return;
  g_string_free (diagnostics->pointer, TRUE);
  g_array_unref (diagnostics->kept);
  g_free (diagnostics);
}

gsize
mp_diagnostics_enter_key (MpDiagnostics *diagnostics, const char *key)
{
  gsize mark = diagnostics->pointer->len;

  append_key (diagnostics->pointer, key);
  return mark;
}

gsize
mp_diagnostics_enter_item (MpDiagnostics *diagnostics, gsize index)
{
  gsize mark = diagnostics->pointer->len;

  g_string_append_printf (diagnostics->pointer, "/%" G_GSIZE_FORMAT, index);
  return mark;
}

void
mp_diagnostics_leave (MpDiagnostics *diagnostics, gsize mark)
{
  g_string_truncate (diagnostics->pointer, mark);
}

void
mp_diagnostics_add_error (MpDiagnostics *diagnostics, const char *key, const char *format, ...)
{
  va_list arguments;

  if (!count_one (diagnostics, MP_SEVERITY_ERROR))
    return;
  va_start (arguments, format);
  keep (diagnostics, MP_SEVERITY_ERROR, FALSE, key, g_strdup_vprintf (format, arguments), NULL);
  va_end (arguments);
}

void
mp_diagnostics_add_warning (MpDiagnostics *diagnostics, const char *key, const char *format, ...)
{
  va_list arguments;

  if (!count_one (diagnostics, MP_SEVERITY_WARNING))
    return;
  va_start (arguments, format);
  keep (diagnostics, MP_SEVERITY_WARNING, FALSE, key, g_strdup_vprintf (format, arguments), NULL);
  va_end (arguments);
}

void
mp_diagnostics_add_key_warning (MpDiagnostics *diagnostics, const char *key, const char *format,
                                ...)
{
  va_list arguments;

  if (!count_one (diagnostics, MP_SEVERITY_WARNING))
    return;
  va_start (arguments, format);
  keep (diagnostics, MP_SEVERITY_WARNING, TRUE, key, g_strdup_vprintf (format, arguments), NULL);
  va_end (arguments);
}

void
mp_diagnostics_add_clash (MpDiagnostics *diagnostics, const char *key, gsize other,
                          const char *format, ...)
{
  const char *here = diagnostics->pointer->str;
  GString *pointer;
  va_list arguments;

  if (!count_one (diagnostics, MP_SEVERITY_ERROR))
    return;
  pointer = g_string_new_len (here, strrchr (here, '/') - here);
  g_string_append_printf (pointer, "/%" G_GSIZE_FORMAT, other);
  if (key != NULL)
    append_key (pointer, key);

  va_start (arguments, format);
  keep (diagnostics, MP_SEVERITY_ERROR, FALSE, key, g_strdup_vprintf (format, arguments),
        g_string_free (pointer, FALSE));
  va_end (arguments);
}

gboolean
mp_diagnostics_wants (const MpDiagnostics *diagnostics, MpSeverity severity)
{
  return (severity == MP_SEVERITY_ERROR ? diagnostics->n_errors : diagnostics->n_warnings) <
         MP_PROBLEMS_MAX;
}

guint
mp_diagnostics_count_errors (const MpDiagnostics *diagnostics)
{
  return diagnostics->n_errors;
}

void
mp_diagnostics_place (MpDiagnostics *diagnostics, const char *text, gsize length,
                      MpProblems *problems)
{
  g_autoptr (MpPositions) positions = NULL;

  if (diagnostics->kept->len == 0)
    return;
  positions = mp_positions_new (text, length);
  for (guint i = 0; i < diagnostics->kept->len; i++)
    place (positions, &g_array_index (diagnostics->kept, Diagnostic, i), problems);

  /* Problems that were not kept are only counted; problems is full of that severity by now and will
   * not keep them either. */
  for (guint i = MP_PROBLEMS_MAX; i < diagnostics->n_errors; i++)
    mp_problems_add (problems, MP_SEVERITY_ERROR, 0, 0, "", "");
  for (guint i = MP_PROBLEMS_MAX; i < diagnostics->n_warnings; i++)
    mp_problems_add (problems, MP_SEVERITY_WARNING, 0, 0, "", "");
  mp_problems_sort (problems);
}
