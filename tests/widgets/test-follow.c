/* test-follow.c: following the properties of another object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-follow.h"

#include <gtk/gtk.h>

static void
count_cb (GObject *follower)
{
  guint count = GPOINTER_TO_UINT (g_object_get_data (follower, "count"));

  g_object_set_data (follower, "count", GUINT_TO_POINTER (count + 1));
}

static void
assert_count (GObject *follower, guint count)
{
  g_assert_cmpuint (GPOINTER_TO_UINT (g_object_get_data (follower, "count")), ==, count);
}

static void
test_named_properties (void)
{
  g_autoptr (GtkAdjustment) source = g_object_ref_sink (gtk_adjustment_new (0, 0, 100, 1, 10, 10));
  g_autoptr (GObject) follower = g_object_new (G_TYPE_OBJECT, NULL);

  mp_follow (source, follower, G_CALLBACK (count_cb), "lower", "upper", NULL);
  gtk_adjustment_set_lower (source, 1);
  assert_count (follower, 1);
  gtk_adjustment_set_upper (source, 99);
  assert_count (follower, 2);
  gtk_adjustment_set_page_size (source, 5);
  assert_count (follower, 2);
  mp_unfollow (source, follower);
  gtk_adjustment_set_upper (source, 98);
  assert_count (follower, 2);
  mp_unfollow (NULL, follower);
}

static void
test_follower_goes_first (void)
{
  g_autoptr (GtkAdjustment) source = g_object_ref_sink (gtk_adjustment_new (0, 0, 100, 1, 10, 10));
  g_autoptr (GObject) follower = g_object_new (G_TYPE_OBJECT, NULL);

  mp_follow (source, follower, G_CALLBACK (count_cb), "upper", NULL);
  g_clear_object (&follower);
  gtk_adjustment_set_upper (source, 99);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/follow/named-properties", test_named_properties);
  g_test_add_func ("/follow/follower-goes-first", test_follower_goes_first);
  return g_test_run ();
}
