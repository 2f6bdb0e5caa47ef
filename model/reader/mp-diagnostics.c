/* mp-diagnostics.c: problems, with their place in the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-diagnostics.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_SEVERITIES 2

/* No value of the format is further from the whole. */
#define MAX_STEPS 16

/* One part of the way to a value. */
typedef struct {
  const char *key; /* borrowed; NULL for an item */
  gsize index;
} Step;

typedef struct {
  MpPosition place;
  char *pointer;
  char *sentence;
} Diagnostic;

struct _MpDiagnostics {
  Step way[MAX_STEPS]; /* to the value that was entered last */
  guint n_steps;
  const MpExcerpt *excerpt; /* the text that is being read, borrowed, or NULL */
  guint depth;              /* how many steps lead to the value that it is */
  MpPositions *positions;   /* of the excerpt; NULL until a place is looked for. Owned */

  /* Of each severity those that are kept, at most MP_PROBLEMS_MAX, and how many there are in all.
   * As soon as there are so many, they are in the order of their places. */
  GArray *kept[N_SEVERITIES];
  guint count[N_SEVERITIES];
};

/* --- Places ----------------------------------------------------------------------------------- */

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

/* Returns the pointer from the value at a depth to a member, if key is not NULL, of the value at
 * the end of the way. */
static char *
make_pointer (const MpDiagnostics *self, guint from, guint to, const char *key)
{
  GString *pointer = g_string_new (NULL);

  for (guint i = from; i < to; i++) {
    const Step *step = &self->way[i];

    if (step->key != NULL)
      append_key (pointer, step->key);
    else
      g_string_append_printf (pointer, "/%" G_GSIZE_FORMAT, step->index);
  }
  if (key != NULL)
    append_key (pointer, key);
  return g_string_free (pointer, FALSE);
}

static MpPosition
find_place (MpDiagnostics *self, const char *pointer, gboolean of_key)
{
  MpPosition place = { 0, 0 };

  g_return_val_if_fail (self->excerpt != NULL, place);

  if (self->positions == NULL)
    self->positions = mp_positions_new (self->excerpt);
  mp_positions_find (self->positions, pointer, of_key, &place);
  return place;
}

MpPosition
mp_diagnostics_get_place (MpDiagnostics *self, const char *key)
{
  g_autofree char *pointer = make_pointer (self, self->depth, self->n_steps, key);

  return find_place (self, pointer, FALSE);
}

MpPosition
mp_diagnostics_get_place_of_item (MpDiagnostics *self, gsize index)
{
  g_autofree char *array = make_pointer (self, self->depth, self->n_steps - 1, NULL);
  g_autofree char *pointer = g_strdup_printf ("%s/%" G_GSIZE_FORMAT, array, index);

  return find_place (self, pointer, FALSE);
}

char *
mp_diagnostics_get_pointer (MpDiagnostics *self, const char *key)
{
  return make_pointer (self, 0, self->n_steps, key);
}

/* --- Keeping ---------------------------------------------------------------------------------- */

static void
clear_diagnostic (gpointer data)
{
  Diagnostic *diagnostic = data;

  g_free (diagnostic->pointer);
  g_free (diagnostic->sentence);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return mp_position_compare (((const Diagnostic *) a)->place, ((const Diagnostic *) b)->place);
}

/* Whether a problem at a place would be among those that are kept. */
static gboolean
is_wanted (const MpDiagnostics *self, MpSeverity severity, MpPosition place)
{
  const GArray *kept = self->kept[severity];

  return kept->len < MP_PROBLEMS_MAX ||
         mp_position_compare (place, g_array_index (kept, Diagnostic, kept->len - 1).place) < 0;
}

/* Keeps or frees a problem. Takes its strings. */
static void
keep (MpDiagnostics *self, MpSeverity severity, Diagnostic diagnostic)
{
  GArray *kept = self->kept[severity];
  guint at;

  self->count[severity]++;
  if (!is_wanted (self, severity, diagnostic.place)) {
    clear_diagnostic (&diagnostic);
    return;
  }
  if (kept->len < MP_PROBLEMS_MAX) {
    g_array_append_val (kept, diagnostic);
    /* This sort is stable. */
    if (kept->len == MP_PROBLEMS_MAX)
      g_array_sort (kept, compare_places);
    return;
  }
  g_array_set_size (kept, kept->len - 1);
  for (at = kept->len; at > 0; at--)
    if (compare_places (&g_array_index (kept, Diagnostic, at - 1), &diagnostic) <= 0)
      break;
  g_array_insert_val (kept, at, diagnostic);
}

static char *
add_line (char *sentence, guint line)
{
  g_autofree char *alone = sentence;

  if (line == 0)
    return g_steal_pointer (&alone);
  /* Translators: what is wrong, and the line that it is in conflict with */
  return g_strdup_printf (_ ("%s; see line %u"), alone, line);
}

static void G_GNUC_PRINTF (6, 0)
  add (MpDiagnostics *self, MpSeverity severity, gboolean of_key, const char *key, guint line,
       const char *format, va_list arguments)
{
  g_autofree char *inner = NULL;
  Diagnostic diagnostic;

  if (!mp_diagnostics_wants (self, severity)) {
    self->count[severity]++;
    return;
  }
  inner = make_pointer (self, self->depth, self->n_steps, key);
  diagnostic.place = find_place (self, inner, of_key);
  diagnostic.pointer = make_pointer (self, 0, self->n_steps, key);
  diagnostic.sentence = add_line (g_strdup_vprintf (format, arguments), line);
  keep (self, severity, diagnostic);
}

/* --- Diagnostics ------------------------------------------------------------------------------ */

MpDiagnostics *
mp_diagnostics_new (void)
{
  MpDiagnostics *self = g_new0 (MpDiagnostics, 1);

  for (guint i = 0; i < N_SEVERITIES; i++) {
    self->kept[i] = g_array_new (FALSE, FALSE, sizeof (Diagnostic));
    g_array_set_clear_func (self->kept[i], clear_diagnostic);
  }
  return self;
}

void
mp_diagnostics_free (MpDiagnostics *self)
{
  if (self == NULL)
    return;
  mp_positions_free (self->positions);
  for (guint i = 0; i < N_SEVERITIES; i++)
    g_array_unref (self->kept[i]);
  g_free (self);
}

static guint
enter (MpDiagnostics *self, Step step)
{
  g_assert (self->n_steps < MAX_STEPS);
  self->way[self->n_steps] = step;
  return self->n_steps++;
}

guint
mp_diagnostics_enter_key (MpDiagnostics *self, const char *key)
{
  return enter (self, (Step) { key, 0 });
}

guint
mp_diagnostics_enter_item (MpDiagnostics *self, gsize index)
{
  return enter (self, (Step) { NULL, index });
}

void
mp_diagnostics_leave (MpDiagnostics *self, guint mark)
{
  self->n_steps = mark;
}

void
mp_diagnostics_begin (MpDiagnostics *self, const MpExcerpt *excerpt)
{
  self->excerpt = excerpt;
  self->depth = self->n_steps;
}

void
mp_diagnostics_end (MpDiagnostics *self)
{
  self->excerpt = NULL;
  g_clear_pointer (&self->positions, mp_positions_free);
}

void
mp_diagnostics_add_error (MpDiagnostics *self, const char *key, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add (self, MP_SEVERITY_ERROR, FALSE, key, 0, format, arguments);
  va_end (arguments);
}

void
mp_diagnostics_add_warning (MpDiagnostics *self, const char *key, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add (self, MP_SEVERITY_WARNING, FALSE, key, 0, format, arguments);
  va_end (arguments);
}

void
mp_diagnostics_add_key_warning (MpDiagnostics *self, const char *key, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add (self, MP_SEVERITY_WARNING, TRUE, key, 0, format, arguments);
  va_end (arguments);
}

void
mp_diagnostics_add_clash (MpDiagnostics *self, const char *key, guint line, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add (self, MP_SEVERITY_ERROR, FALSE, key, line, format, arguments);
  va_end (arguments);
}

void
mp_diagnostics_add_placed (MpDiagnostics *self, const char *pointer, MpPosition place, guint line,
                           const char *format, ...)
{
  Diagnostic diagnostic = { place, g_strdup (pointer), NULL };
  va_list arguments;

  va_start (arguments, format);
  diagnostic.sentence = add_line (g_strdup_vprintf (format, arguments), line);
  va_end (arguments);
  keep (self, MP_SEVERITY_ERROR, diagnostic);
}

void
mp_diagnostics_drop (MpDiagnostics *self, guint n_errors, guint n_warnings)
{
  g_autofree char *value = make_pointer (self, 0, self->n_steps, NULL);
  gsize length = strlen (value);

  for (guint severity = 0; severity < N_SEVERITIES; severity++) {
    GArray *kept = self->kept[severity];

    for (guint i = kept->len; i-- > 0;) {
      const char *pointer = g_array_index (kept, Diagnostic, i).pointer;

      if (strncmp (pointer, value, length) == 0 && strchr ("/", pointer[length]) != NULL)
        g_array_remove_index (kept, i);
    }
  }
  self->count[MP_SEVERITY_ERROR] = n_errors;
  self->count[MP_SEVERITY_WARNING] = n_warnings;
}

gboolean
mp_diagnostics_wants (MpDiagnostics *self, MpSeverity severity)
{
  g_return_val_if_fail (self->excerpt != NULL, FALSE);

  return is_wanted (self, severity, self->excerpt->cuts[0].place);
}

guint
mp_diagnostics_count (const MpDiagnostics *self, MpSeverity severity)
{
  return self->count[severity];
}

void
mp_diagnostics_report (MpDiagnostics *self, MpProblems *problems)
{
  static const MpSeverity severities[N_SEVERITIES] = { MP_SEVERITY_ERROR, MP_SEVERITY_WARNING };

  /* Errors come first, so that no warning takes the room of one. */
  for (guint i = 0; i < N_SEVERITIES; i++) {
    GArray *kept = self->kept[severities[i]];

    g_array_sort (kept, compare_places);
    for (guint j = 0; j < kept->len; j++) {
      const Diagnostic *diagnostic = &g_array_index (kept, Diagnostic, j);

      mp_problems_add (problems, severities[i], diagnostic->place.line, diagnostic->place.column,
                       diagnostic->pointer, diagnostic->sentence);
    }
    /* Those that were not kept are only counted; problems is full by now and does not keep them
     * either. */
    for (guint j = kept->len; j < self->count[severities[i]]; j++)
      mp_problems_add (problems, severities[i], 0, 0, "", "");
  }
  mp_problems_sort (problems);
}
