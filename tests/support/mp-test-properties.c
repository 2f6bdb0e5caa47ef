/* mp-test-properties.c: tests that properties notify once when they change, and never in vain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-test-properties.h"

/* Those that its parent classes have installed are not looked at. */
static gboolean
is_own (gpointer object, GParamSpec *pspec)
{
  return pspec->owner_type == G_OBJECT_TYPE (object);
}

static void
notified_cb (gpointer object, GParamSpec *pspec, GPtrArray *notified)
{
  if (is_own (object, pspec))
    g_ptr_array_add (notified, (gpointer) g_param_spec_get_name (pspec));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The names in the order of the alphabet, with spaces between them. */
static char *
join_sorted (GPtrArray *names)
{
  GString *joined = g_string_new (NULL);

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "",
                            (const char *) g_ptr_array_index (names, i));
  return g_string_free (joined, FALSE);
}

static void
assert_notifies (gpointer object, void (*change) (gpointer object), const char *expected)
{
  g_autoptr (GPtrArray) notified = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  gulong handler = g_signal_connect (object, "notify", G_CALLBACK (notified_cb), notified);

  change (object);
  joined = join_sorted (notified);
  g_assert_cmpstr (joined, ==, expected);
  g_signal_handler_disconnect (object, handler);
}

void
mp_test_properties (gpointer object, const MpPropertyStep *steps, guint n_steps)
{
  g_autoptr (GHashTable) tested = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;

  for (guint i = 0; i < n_steps; i++) {
    g_autoptr (GPtrArray) expected = g_ptr_array_new ();
    g_auto (GStrv) names = g_strsplit (steps[i].notified, " ", -1);
    g_autofree char *joined = NULL;

    for (guint j = 0; names[j] != NULL; j++) {
      g_ptr_array_add (expected, names[j]);
      g_hash_table_add (tested, g_strdup (names[j]));
    }
    joined = join_sorted (expected);
    g_test_message ("step %u: %s", i, joined);
    assert_notifies (object, steps[i].change, joined);
    assert_notifies (object, steps[i].change, "");
  }
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    if (is_own (object, pspecs[i]) && !g_hash_table_contains (tested, pspecs[i]->name))
      g_error ("no step notifies \"%s\"", pspecs[i]->name);
}
