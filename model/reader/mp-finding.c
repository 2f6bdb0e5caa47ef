/* mp-finding.c: problems on their way to their place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-finding.h"

#include "mp-position.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  MpSeverity severity;
  gboolean at_key; /* the place is that of the key */
  char *pointer;
  char *sentence;
  char *other; /* JSON Pointer of what it clashes with, or NULL */
} Finding;

struct _MpFindings {
  GString *pointer; /* of the value entered last */
  GArray *kept;     /* of Finding; at most MP_PROBLEMS_MAX of each severity */
  guint n_errors;   /* kept or not */
  guint n_warnings;
};

static void
clear_finding (gpointer data)
{
  Finding *finding = data;

  g_free (finding->pointer);
  g_free (finding->sentence);
  g_free (finding->other);
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
make_pointer (const MpFindings *findings, const char *key)
{
  GString *pointer = g_string_new_len (findings->pointer->str, (gssize) findings->pointer->len);

  if (key != NULL)
    append_key (pointer, key);
  return g_string_free (pointer, FALSE);
}

/* Counts a problem; returns FALSE if it is one too many to keep. */
static gboolean
count_one (MpFindings *findings, MpSeverity severity)
{
  gboolean wanted = mp_findings_wants (findings, severity);

  if (severity == MP_SEVERITY_ERROR)
    findings->n_errors++;
  else
    findings->n_warnings++;
  return wanted;
}

/* Takes the sentence and other. */
static void
keep (MpFindings *findings, MpSeverity severity, gboolean at_key, const char *key, char *sentence,
      char *other)
{
  Finding finding = {
    .severity = severity,
    .at_key = at_key,
    .pointer = make_pointer (findings, key),
    .sentence = sentence,
    .other = other,
  };

  g_array_append_val (findings->kept, finding);
}

static void
place (const MpPositions *positions, const Finding *finding, MpProblems *problems)
{
  MpPosition position = { 0, 0 };
  MpPosition other = { 0, 0 };
  g_autofree char *sentence = NULL;

  mp_positions_find (positions, finding->pointer, finding->at_key, &position);
  if (finding->other != NULL && mp_positions_find (positions, finding->other, FALSE, &other))
    /* Translators: what is wrong, and the line that it is in conflict with */
    sentence = g_strdup_printf (_ ("%s; see line %u"), finding->sentence, other.line);
  mp_problems_add (problems, finding->severity, position.line, position.column, finding->pointer,
                   sentence != NULL ? sentence : finding->sentence);
}

MpFindings *
mp_findings_new (void)
{
  MpFindings *findings = g_new0 (MpFindings, 1);

  findings->pointer = g_string_new (NULL);
  findings->kept = g_array_new (FALSE, FALSE, sizeof (Finding));
  g_array_set_clear_func (findings->kept, clear_finding);
  return findings;
}

void
mp_findings_free (MpFindings *findings)
{
  if (findings == NULL)
    return;
  g_string_free (findings->pointer, TRUE);
  g_array_unref (findings->kept);
  g_free (findings);
}

gsize
mp_findings_enter_key (MpFindings *findings, const char *key)
{
  gsize mark = findings->pointer->len;

  append_key (findings->pointer, key);
  return mark;
}

gsize
mp_findings_enter_item (MpFindings *findings, gsize index)
{
  gsize mark = findings->pointer->len;

  g_string_append_printf (findings->pointer, "/%" G_GSIZE_FORMAT, index);
  return mark;
}

void
mp_findings_leave (MpFindings *findings, gsize mark)
{
  g_string_truncate (findings->pointer, mark);
}

void
mp_findings_add_error (MpFindings *findings, const char *key, const char *format, ...)
{
  va_list arguments;

  if (!count_one (findings, MP_SEVERITY_ERROR))
    return;
  va_start (arguments, format);
  keep (findings, MP_SEVERITY_ERROR, FALSE, key, g_strdup_vprintf (format, arguments), NULL);
  va_end (arguments);
}

void
mp_findings_add_warning (MpFindings *findings, const char *key, const char *format, ...)
{
  va_list arguments;

  if (!count_one (findings, MP_SEVERITY_WARNING))
    return;
  va_start (arguments, format);
  keep (findings, MP_SEVERITY_WARNING, FALSE, key, g_strdup_vprintf (format, arguments), NULL);
  va_end (arguments);
}

void
mp_findings_add_key_warning (MpFindings *findings, const char *key, const char *format, ...)
{
  va_list arguments;

  if (!count_one (findings, MP_SEVERITY_WARNING))
    return;
  va_start (arguments, format);
  keep (findings, MP_SEVERITY_WARNING, TRUE, key, g_strdup_vprintf (format, arguments), NULL);
  va_end (arguments);
}

void
mp_findings_add_clash (MpFindings *findings, const char *key, gsize other, const char *format, ...)
{
  const char *here = findings->pointer->str;
  GString *pointer;
  va_list arguments;

  if (!count_one (findings, MP_SEVERITY_ERROR))
    return;
  pointer = g_string_new_len (here, strrchr (here, '/') - here);
  g_string_append_printf (pointer, "/%" G_GSIZE_FORMAT, other);
  if (key != NULL)
    append_key (pointer, key);

  va_start (arguments, format);
  keep (findings, MP_SEVERITY_ERROR, FALSE, key, g_strdup_vprintf (format, arguments),
        g_string_free (pointer, FALSE));
  va_end (arguments);
}

gboolean
mp_findings_wants (const MpFindings *findings, MpSeverity severity)
{
  return (severity == MP_SEVERITY_ERROR ? findings->n_errors : findings->n_warnings) <
         MP_PROBLEMS_MAX;
}

guint
mp_findings_count_errors (const MpFindings *findings)
{
  return findings->n_errors;
}

void
mp_findings_place (MpFindings *findings, const char *text, gsize length, MpProblems *problems)
{
  g_autoptr (MpPositions) positions = NULL;

  if (findings->kept->len == 0)
    return;
  positions = mp_positions_new (text, length);
  for (guint i = 0; i < findings->kept->len; i++)
    place (positions, &g_array_index (findings->kept, Finding, i), problems);

  /* Those that were not kept here will not be kept there either, for there are too many. */
  for (guint i = MP_PROBLEMS_MAX; i < findings->n_errors; i++)
    mp_problems_add (problems, MP_SEVERITY_ERROR, 0, 0, "", "");
  for (guint i = MP_PROBLEMS_MAX; i < findings->n_warnings; i++)
    mp_problems_add (problems, MP_SEVERITY_WARNING, 0, 0, "", "");
  mp_problems_sort (problems);
}
