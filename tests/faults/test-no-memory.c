/* test-no-memory.c: the reader when Jansson gets no memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GLib ends the program when there is none; Jansson gives up, and the reader must then say why.
 * Every allocation of a file is refused in turn.
 *
 * One thing is known to be amiss: Jansson 2.14 does not notice where the buffer of its lexer cannot
 * grow, and loses a character (lex_save () ignores what strbuffer_append_byte () returns). A file
 * grows that buffer a few times at most.
 */
#include "mp-reader.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* How often the buffer grows: from 16 bytes to the longest string of a file here. */
#define MAX_UNNOTICED 4

static guint n_allocations; /* so far */
static guint n_living;
static guint refuse_from; /* the first that is refused, counted from 1; 0 for none */
static guint refuse_until;

static void *
allocate (size_t size)
{
  void *block;

  n_allocations++;
  if (n_allocations >= refuse_from && n_allocations <= refuse_until)
    return NULL;
  block = malloc (size);
  n_living += block != NULL;
  return block;
}

static void
release (void *block)
{
  n_living -= block != NULL;
  free (block);
}

/* Loads the file, with the given number of allocations refused from the first one on. */
static MpAgreement *
load (const char *name, guint first, guint count, MpProblems *problems)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "agreements", name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);

  n_allocations = 0;
  refuse_from = first;
  refuse_until = first > 0 ? first + count - 1 : 0;
  return mp_reader_load_bytes (bytes, problems);
}

static void
refuse_each (const char *name, guint count)
{
  g_autoptr (MpProblems) none = mp_problems_new ();
  g_autoptr (MpAgreement) whole = load (name, 0, 0, none);
  guint n = n_allocations, n_unnoticed = 0;

  g_assert_nonnull (whole);
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (n_living, ==, 0);
  for (guint i = 1; i <= n; i++) {
    g_autoptr (MpProblems) problems = mp_problems_new ();
    g_autoptr (MpAgreement) agreement = load (name, i, count, problems);
    const MpProblem *problem;

    g_assert_cmpuint (n_living, ==, 0);
    if (agreement != NULL) {
      n_unnoticed++;
      continue;
    }
    g_assert_cmpuint (mp_problems_get_length (problems), ==, 1);
    problem = mp_problems_get (problems, 0);
    g_assert_cmpint (problem->severity, ==, MP_SEVERITY_ERROR);
    g_test_message ("%u: %u:%u: %s", i, problem->line, problem->column, problem->message);
    g_assert_nonnull (strstr (problem->message, "enough memory"));
  }
  g_assert_cmpuint (n_unnoticed, <=, MAX_UNNOTICED);
}

static void
test_once (void)
{
  refuse_each ("valid/all-keys.json", 1);
}

static void
test_from_then_on (void)
{
  refuse_each ("valid/all-keys.json", G_MAXUINT16);
}

static void
test_unknown_keys (void)
{
  refuse_each ("valid/unknown-keys.json", 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  json_set_alloc_funcs (allocate, release);
  /* The same tables every time. */
  json_object_seed (1);
  g_test_add_func ("/no-memory/once", test_once);
  g_test_add_func ("/no-memory/from-then-on", test_from_then_on);
  g_test_add_func ("/no-memory/unknown-keys", test_unknown_keys);
  return g_test_run ();
}
