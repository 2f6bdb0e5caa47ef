/* test-loader.c: loading in the background
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-display-support.h"
#include "mp-loader.h"

typedef struct {
  MpLoaded *loaded;
  GError *error;
  gboolean done;
} Outcome;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  g_assert_null (source);
  outcome->loaded = mp_loader_load_finish (result, &outcome->error);
  outcome->done = TRUE;
}

static void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->loaded, mp_loaded_free);
  g_clear_error (&outcome->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static GFile *
file_of (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL);

  return g_file_new_for_path (path);
}

static Outcome
load (GFile *file, GCancellable *cancellable)
{
  Outcome outcome = { NULL, NULL, FALSE };

  mp_loader_load_async (file, cancellable, loaded_cb, &outcome);
  /* The result comes through the main loop, never from within the call. */
  g_assert_false (outcome.done);
  mp_wait_until (outcome.done);
  g_assert_true ((outcome.loaded == NULL) == (outcome.error != NULL));
  return outcome;
}

static void
test_good (void)
{
  g_autoptr (GFile) file = file_of ("../resources/agreements", "microsoft-openai.json");
  g_auto (Outcome) outcome = load (file, NULL);

  g_assert_no_error (outcome.error);
  g_assert_nonnull (outcome.loaded->agreement);
  g_assert_cmpuint (mp_problems_count (outcome.loaded->problems, MP_SEVERITY_ERROR), ==, 0);
}

/* A file with problems was read: the problems are its result. */
static void
test_mistakes (void)
{
  g_autoptr (GFile) file = file_of ("agreements/invalid", "several-mistakes.json");
  g_auto (Outcome) outcome = load (file, NULL);

  g_assert_no_error (outcome.error);
  g_assert_null (outcome.loaded->agreement);
  g_assert_cmpuint (mp_problems_count (outcome.loaded->problems, MP_SEVERITY_ERROR), >, 1);
}

static void
test_no_file (void)
{
  g_autoptr (GFile) missing = file_of ("agreements", "no-such-file.json");
  g_autoptr (GFile) folder = file_of ("agreements", "valid");
  g_auto (Outcome) outcome = load (missing, NULL);
  g_auto (Outcome) other = load (folder, NULL);

  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (other.error);
  g_assert_cmpint (other.error->domain, ==, G_IO_ERROR);
}

static void
test_cancelled (void)
{
  g_autoptr (GFile) file = file_of ("../resources/agreements", "microsoft-openai.json");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GCancellable) later = g_cancellable_new ();
  Outcome outcome = { NULL, NULL, FALSE };

  g_cancellable_cancel (cancellable);
  {
    g_auto (Outcome) before = load (file, cancellable);

    g_assert_error (before.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
  /* Whatever result the thread has, it is no longer wanted. */
  mp_loader_load_async (file, later, loaded_cb, &outcome);
  g_cancellable_cancel (later);
  mp_wait_until (outcome.done);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  outcome_clear (&outcome);
}

static void
test_many_at_once (void)
{
  g_autoptr (GFile) good = file_of ("../resources/agreements", "microsoft-openai.json");
  g_autoptr (GFile) bad = file_of ("agreements/invalid", "several-mistakes.json");
  Outcome outcomes[24] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    mp_loader_load_async (i % 2 == 0 ? good : bad, NULL, loaded_cb, &outcomes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++) {
    mp_wait_until (outcomes[i].done);
    g_assert_no_error (outcomes[i].error);
    g_assert_true ((outcomes[i].loaded->agreement != NULL) == (i % 2 == 0));
    outcome_clear (&outcomes[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mp_loaded_free (NULL);
  g_test_add_func ("/loader/good", test_good);
  g_test_add_func ("/loader/mistakes", test_mistakes);
  g_test_add_func ("/loader/no-file", test_no_file);
  g_test_add_func ("/loader/cancelled", test_cancelled);
  g_test_add_func ("/loader/many-at-once", test_many_at_once);
  return g_test_run ();
}
