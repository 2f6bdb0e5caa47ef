/* test-loader.c: loading in the background
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-display-support.h"
#include "mp-loader.h"
#include "mp-test-stream.h"

typedef struct {
  MpLoaded *loaded;
  GError *error;
  gboolean done;
} Outcome;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  outcome->loaded = mp_loader_load_finish (MP_LOADER (source), result, &outcome->error);
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
load (GFile *file)
{
  g_autoptr (MpLoader) loader = mp_loader_new (file);
  Outcome outcome = { NULL, NULL, FALSE };

  mp_loader_load_async (loader, NULL, NULL, loaded_cb, &outcome);
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
  g_auto (Outcome) outcome = load (file);

  g_assert_no_error (outcome.error);
  g_assert_nonnull (outcome.loaded->agreement);
  g_assert_cmpuint (mp_problems_count (outcome.loaded->problems, MP_SEVERITY_ERROR), ==, 0);
}

/* A file with problems was read: the problems are its result. */
static void
test_mistakes (void)
{
  g_autoptr (GFile) file = file_of ("agreements/invalid", "several-mistakes.json");
  g_auto (Outcome) outcome = load (file);

  g_assert_no_error (outcome.error);
  g_assert_null (outcome.loaded->agreement);
  g_assert_cmpuint (mp_problems_count (outcome.loaded->problems, MP_SEVERITY_ERROR), >, 1);
}

static void
test_no_file (void)
{
  g_autoptr (GFile) missing = file_of ("agreements", "no-such-file.json");
  g_autoptr (GFile) folder = file_of ("agreements", "valid");
  g_auto (Outcome) outcome = load (missing);
  g_auto (Outcome) other = load (folder);

  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (other.error);
  g_assert_cmpint (other.error->domain, ==, G_IO_ERROR);
}

/* Before it begins, while the thread is at work, and while reading waits for ever. */
static void
test_cancelled (void)
{
  g_autoptr (GFile) file = file_of ("../resources/agreements", "microsoft-openai.json");
  g_autoptr (MpTestStream) stream = mp_test_stream_new ();

  for (guint i = 0; i < 3; i++) {
    g_autoptr (MpLoader) loader =
      i < 2 ? mp_loader_new (file) : mp_loader_new_for_stream (G_INPUT_STREAM (stream));
    g_auto (Outcome) outcome = { NULL, NULL, FALSE };

    if (i == 0)
      mp_loader_cancel (loader);
    mp_loader_load_async (loader, NULL, NULL, loaded_cb, &outcome);
    if (i > 0)
      mp_loader_cancel (loader);
    mp_wait_until (outcome.done);
    g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
  mp_test_stream_end (stream);
}

static void
test_many_at_once (void)
{
  g_autoptr (GFile) good = file_of ("../resources/agreements", "microsoft-openai.json");
  g_autoptr (GFile) bad = file_of ("agreements/invalid", "several-mistakes.json");
  Outcome outcomes[24] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++) {
    g_autoptr (MpLoader) loader = mp_loader_new (i % 2 == 0 ? good : bad);

    mp_loader_load_async (loader, NULL, NULL, loaded_cb, &outcomes[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++) {
    mp_wait_until (outcomes[i].done);
    g_assert_no_error (outcomes[i].error);
    g_assert_true ((outcomes[i].loaded->agreement != NULL) == (i % 2 == 0));
    outcome_clear (&outcomes[i]);
  }
}

/* --- While reading ---------------------------------------------------------------------------- */

#define HEAD                                                                                       \
  "{\"milepost\":1,\"title\":\"T\",\"topics\":[{\"id\":\"t\",\"title\":\"T\"}],"                   \
  "\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"press\"}],\"milestones\":["

/* Gives a stream milestones with these numbers. */
static void
give_milestones (MpTestStream *stream, guint from, guint until)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = from; i < until; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"m%u\",\"date\":\"2026\",\"title\":\"M\",\"topic\":\"t\","
                            "\"importance\":1,\"certainty\":\"stated\",\"sources\":[\"s\"]}",
                            i > 0 ? "," : "", i);
  mp_test_stream_give (stream, text->str);
}

typedef struct {
  guint n_parts;
  guint n_milestones; /* of the last */
} Parts;

static void
part_cb (MpLoader *loader, MpAgreement *agreement, gpointer data)
{
  Parts *parts = data;

  g_assert_true (MP_IS_LOADER (loader));
  parts->n_parts++;
  parts->n_milestones = mp_agreement_milestones (agreement)->length;
}

static guint
entries_of (MpLoader *loader)
{
  return mp_loader_get_progress (loader).n_entries;
}

/* A part comes as soon as there is enough for a window, and then whenever there is twice as much;
 * progress goes on meanwhile. */
static void
test_parts (void)
{
  g_autoptr (MpTestStream) stream = mp_test_stream_new ();
  g_autoptr (MpLoader) loader = mp_loader_new_for_stream (G_INPUT_STREAM (stream));
  g_auto (Outcome) outcome = { NULL, NULL, FALSE };
  Parts parts = { 0 };

  g_assert_cmpint (mp_loader_get_progress (loader).time, ==, 0);
  mp_loader_load_async (loader, part_cb, &parts, loaded_cb, &outcome);
  mp_test_stream_give (stream, HEAD);
  give_milestones (stream, 0, 999);
  mp_wait_until (entries_of (loader) == 999);
  mp_drain ();
  g_assert_cmpuint (parts.n_parts, ==, 0);

  give_milestones (stream, 999, 1000);
  mp_wait_until (parts.n_parts == 1);
  g_assert_cmpuint (parts.n_milestones, ==, 1000);
  give_milestones (stream, 1000, 1999);
  mp_wait_until (entries_of (loader) == 1999);
  mp_drain ();
  g_assert_cmpuint (parts.n_parts, ==, 1);
  give_milestones (stream, 1999, 2500);
  mp_wait_until (parts.n_parts == 2);
  g_assert_cmpuint (parts.n_milestones, >=, 2000);
  g_assert_cmpint (mp_loader_get_progress (loader).n_bytes, >, 0);
  g_assert_cmpint (mp_loader_get_progress (loader).size, ==, 0);
  g_assert_cmpint (mp_loader_get_progress (loader).time, >, 0);

  mp_test_stream_give (stream, "]}");
  mp_test_stream_end (stream);
  mp_wait_until (outcome.done);
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (mp_agreement_milestones (outcome.loaded->agreement)->length, ==, 2500);
}

/* Of a file with an error there are no more parts, and of one that is given up none arrives. */
static void
test_no_parts (void)
{
  for (guint i = 0; i < 2; i++) {
    g_autoptr (MpTestStream) stream = mp_test_stream_new ();
    g_autoptr (MpLoader) loader = mp_loader_new_for_stream (G_INPUT_STREAM (stream));
    g_auto (Outcome) outcome = { NULL, NULL, FALSE };
    Parts parts = { 0 };

    mp_loader_load_async (loader, part_cb, &parts, loaded_cb, &outcome);
    mp_test_stream_give (stream, HEAD);
    if (i == 0)
      mp_test_stream_give (stream, "{}");
    give_milestones (stream, i == 0 ? 1 : 0, 5000);
    /* Without the main loop, nothing is handed over yet. */
    while (entries_of (loader) != 5000)
      g_thread_yield ();
    if (i == 1)
      mp_loader_cancel (loader);
    else
      mp_test_stream_end (stream);
    mp_wait_until (outcome.done);
    mp_drain ();
    g_assert_cmpuint (parts.n_parts, ==, 0);
    mp_test_stream_end (stream);
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
  g_test_add_func ("/loader/parts", test_parts);
  g_test_add_func ("/loader/no-parts", test_no_parts);
  return g_test_run ();
}
