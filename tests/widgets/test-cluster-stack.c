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

static MpClusterStack *
show (Fixture *f, GtkWidget *widget, guint32 *members, const char *const *names, guint length)
{
  for (guint i = 0; i < length; i++)
    members[i] = mp_item_milestone (f->agreement, names[i]).index;
  mp_cluster_stack_show (MP_CLUSTER_STACK (widget), f->session, members, length);
  return MP_CLUSTER_STACK (widget);
}

static GtkWidget *
button_of (Fixture *f, GtkWidget *widget, guint32 milestone)
{
  return mp_find_button (
    widget,
    mp_agreement_text (f->agreement, mp_agreement_milestones (f->agreement)->title[milestone]));
}

static void
assert_marked (GtkWidget *button, gboolean marked)
{
  g_assert_cmpint (gtk_widget_has_css_class (button, "selected"), ==, marked);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                                    marked ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                           : GTK_ACCESSIBLE_TRISTATE_FALSE);
}

/* Each can be chosen, by the name that a screen reader says, and the stack marks which one it is.
 */
static void
test_day (Fixture *f, gconstpointer data)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (mp_cluster_stack_new ());
  guint32 members[G_N_ELEMENTS (ids)];
  MpClusterStack *stack = show (f, widget, members, ids, G_N_ELEMENTS (ids));

  (void) data;
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "9 milestones");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    MpItem item = { MP_ITEM_MILESTONE, members[i] };
    GtkWidget *button = button_of (f, widget, members[i]);
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    g_autofree char *name = NULL;

    g_assert_nonnull (button);
    name = g_strdup_printf (
      "%s of 9: %s, 27 April 2026", number,
      mp_agreement_text (f->agreement, mp_agreement_milestones (f->agreement)->title[members[i]]));
    g_test_message ("%s", name);
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         name);
    g_assert_nonnull (mp_find_label (button, number));
    g_assert_true (mp_cluster_stack_has (stack, item.index));
    assert_marked (button, FALSE);
    g_signal_emit_by_name (button, "clicked");
    mp_timeline_assert_selection (f, item);
    assert_marked (button, TRUE);
    if (i > 0)
      assert_marked (button_of (f, widget, members[i - 1]), FALSE);
  }
  g_assert_false (mp_cluster_stack_has (stack, mp_item_milestone (f->agreement, "bedrock").index));
  /* Whoever selects, the stack says so; and it says so from the start. */
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_MILESTONE, members[1] });
  assert_marked (button_of (f, widget, members[1]), TRUE);
  mp_cluster_stack_show (stack, f->session, members, 2);
  assert_marked (button_of (f, widget, members[1]), TRUE);
  /* Other entries took the place of these. */
  g_assert_false (mp_cluster_stack_has (stack, members[2]));
  g_assert_null (button_of (f, widget, members[2]));
}

/* The dates stand where there are several. */
static void
test_dates (Fixture *f, gconstpointer data)
{
  static const char *const several[] = { "reset-2026", "bedrock" };
  g_autoptr (GtkWidget) widget = g_object_ref_sink (mp_cluster_stack_new ());
  guint32 members[G_N_ELEMENTS (ids)];

  (void) data;
  show (f, widget, members, ids, G_N_ELEMENTS (ids));
  g_assert_null (mp_find_label (widget, "27 April 2026"));
  show (f, widget, members, several, G_N_ELEMENTS (several));
  g_assert_nonnull (mp_find_label (widget, "27 April 2026"));
  g_assert_nonnull (mp_find_label (widget, "1 June 2026"));
}

/* The focus begins at what is selected, walks from entry to entry, and stops at the ends. */
static void
test_focus (Fixture *f, gconstpointer data)
{
  GtkWidget *widget = mp_cluster_stack_new ();
  GtkWindow *window = mp_show (widget, 400, 500);
  guint32 members[G_N_ELEMENTS (ids)];
  MpClusterStack *stack = show (f, widget, members, ids, G_N_ELEMENTS (ids));
  static const struct {
    guint key;
    const char *action;
    guint at;
  } steps[] = { { GDK_KEY_Up, "stack.up", 1 },
                { GDK_KEY_Up, "stack.up", 0 },
                { GDK_KEY_Up, "stack.up", 0 },
                { GDK_KEY_Down, "stack.down", 1 } };
  gboolean has_keys = mp_input_begin (window);

  (void) data;
  mp_wait_for_frame (widget);
  mp_cluster_stack_focus (stack);
  g_assert_true (mp_get_focus (window) == button_of (f, widget, members[0]));
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_MILESTONE, members[2] });
  mp_cluster_stack_focus (stack);
  g_assert_true (mp_get_focus (window) == button_of (f, widget, members[2]));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    if (has_keys) {
      mp_input_key (steps[i].key);
      mp_input_settle (window);
    } else {
      gtk_widget_activate_action (widget, steps[i].action, NULL);
    }
    g_assert_true (mp_get_focus (window) == button_of (f, widget, members[steps[i].at]));
  }
  if (has_keys)
    mp_input_end ();
  mp_close (window);
}

/* What somebody else wrote does not run over its neighbours. */
static void
test_untrusted (Fixture *f, gconstpointer data)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (mp_cluster_stack_new ());
  g_autoptr (GString) tower = g_string_new ("a");
  g_autofree char *lines = NULL, *text = NULL;
  g_autoptr (MpAgreement) agreement = NULL;
  g_autoptr (MpSession) session = NULL;
  const guint32 members[] = { 0, 1 };

  (void) f;
  (void) data;
  for (guint i = 0; i < 100; i++)
    g_string_append (tower, "\xcc\x81");
  lines = g_strdup_printf ("milestone a 2020 1 stated - %s\ncite a\n"
                           "milestone b 2020-01-01 1 stated - Other\ncite a\n",
                           tower->str);
  agreement = mp_test_agreement (lines);
  session = mp_session_new (mp_today ());
  mp_session_set_agreement (session, agreement);
  mp_cluster_stack_show (MP_CLUSTER_STACK (widget), session, members, 2);
  text = mp_read_labels (widget);
  g_assert_null (g_strstr_len (text, -1, tower->str));
  /* A year and its first day begin at the same instant, and are two dates. */
  g_assert_nonnull (mp_find_label (widget, "2020"));
}

/* As the window opens, the cluster that holds most of that day opens as a stack of all of it. */
static void
test_at_first (Fixture *f, gconstpointer data)
{
  MpSceneItem item =
    mp_scene_stand_in (f->scene, mp_item_milestone (f->agreement, "article-agents"));
  const MpSceneCluster *cluster = &f->scene->clusters[item.index];
  GtkWidget *stack;

  (void) data;
  g_assert_cmpint (item.kind, ==, MP_SCENE_ITEM_CLUSTER);
  g_assert_cmpuint (cluster->of.count, >, 16);
  mp_timeline_click (f->timeline, cluster->rect.x + cluster->rect.width / 2,
                     cluster->rect.y + cluster->rect.height / 2);
  stack = mp_find_type (f->timeline, MP_TYPE_CLUSTER_STACK);
  g_assert_nonnull (stack);
  g_assert_true (gtk_widget_get_visible (stack));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (mp_cluster_stack_has (MP_CLUSTER_STACK (stack),
                                         mp_item_milestone (f->agreement, ids[i]).index));
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
  ADD ("dates", test_dates);
  ADD ("focus", test_focus);
  ADD ("untrusted", test_untrusted);
  ADD ("at-first", test_at_first);
#undef ADD
  return g_test_run ();
}
