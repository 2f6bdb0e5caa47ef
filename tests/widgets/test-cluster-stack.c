/* test-cluster-stack.c: the milestones of one day, told apart where they stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-cluster-stack.h"
#include "mp-timeline-fixture.h"

#include <adwaita.h>

typedef MpTimelineFixture Fixture;

/* The nine entries of 27 April 2026, in their order. */
static const char *const ids[] = {
  "reset-2026",      "reasons-given",       "amazon-dispute",
  "jassy-post",      "article-exclusivity", "article-independence",
  "article-copilot", "article-regulators",  "article-agents",
};

/* Each can be chosen, by the name that a screen reader says, and the stack marks which one it is.
 */
static void
test_day (Fixture *f, gconstpointer data)
{
  const MpMilestones *milestones = mp_agreement_milestones (f->agreement);
  g_autoptr (GtkWidget) widget = g_object_ref_sink (mp_cluster_stack_new ());
  MpClusterStack *stack = MP_CLUSTER_STACK (widget);
  guint32 members[G_N_ELEMENTS (ids)];

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    members[i] = mp_item_milestone (f->agreement, ids[i]).index;
  mp_cluster_stack_show (stack, f->session, members, G_N_ELEMENTS (ids));
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    MpItem item = { MP_ITEM_MILESTONE, members[i] };
    const char *title = mp_agreement_text (f->agreement, milestones->title[item.index]);
    g_autofree char *name = g_strdup_printf ("%u of 9: %s, 27 April 2026", (guint) i + 1, title);
    GtkWidget *button = mp_find_button (widget, title);

    g_test_message ("%s", title);
    g_assert_nonnull (button);
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         name);
    g_assert_true (mp_cluster_stack_has (stack, item.index));
    g_assert_false (gtk_widget_has_css_class (button, "selected"));
    g_signal_emit_by_name (button, "clicked");
    mp_timeline_assert_selection (f, item);
    g_assert_true (gtk_widget_has_css_class (button, "selected"));
  }
  g_assert_false (mp_cluster_stack_has (stack, mp_item_milestone (f->agreement, "bedrock").index));
  /* Other entries take the place of these. */
  mp_cluster_stack_show (stack, f->session, members, 2);
  g_assert_false (mp_cluster_stack_has (stack, members[2]));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func)                                                                            \
  g_test_add ("/cluster-stack/" path, Fixture, NULL, mp_timeline_set_up, func,                     \
              mp_timeline_tear_down)
  ADD ("day", test_day);
#undef ADD
  return g_test_run ();
}
