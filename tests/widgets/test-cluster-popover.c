/* test-cluster-popover.c: the list of the milestones that a cluster stands for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-timeline-fixture.h"
#include "mp-words.h"

#include <adwaita.h>
#include <string.h>

typedef MpTimelineFixture Fixture;

/* Returns the child widget of a cluster, which must exist. */
static MpTimelineItem *
cluster_child (Fixture *f, guint index)
{
  MpTimelineItem *child =
    mp_timeline_get_item (f->timeline, (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, index });

  g_assert_nonnull (child);
  return child;
}

static void
test_activate (Fixture *f, gconstpointer data)
{
  MpRect at = f->scene->clusters[0].target;
  gboolean has_tooltip = TRUE;
  GtkPopover *popover;

  (void) data;
  if (!mp_can_open_popovers ())
    return;
  g_assert_null (mp_find_type (f->timeline, GTK_TYPE_POPOVER));
  gtk_widget_activate_action (GTK_WIDGET (cluster_child (f, 0)), "item.activate", NULL);
  mp_wait_until (mp_find_type (f->timeline, GTK_TYPE_POPOVER) != NULL);
  popover = mp_find_type (f->timeline, GTK_TYPE_POPOVER);
  mp_wait_until (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  /* No tooltip hides it. */
  g_signal_emit_by_name (f->timeline, "query-tooltip", (int) (at.x + at.width / 2),
                         (int) (at.y + at.height / 2), FALSE, NULL, &has_tooltip);
  g_assert_false (has_tooltip);
  /* Opening a cluster is not selecting it. */
  g_assert_cmpint (mp_session_get_selection (f->session).kind, ==, MP_ITEM_NONE);
  /* GTK 4.8 leaks a popover that is open when its window is destroyed. */
  gtk_popover_popdown (popover);
}

/* The list of a cluster names all of its milestones, each with its date. */
static void
test_list (Fixture *f, gconstpointer data)
{
  MpSceneCluster *cluster = &f->scene->clusters[0];
  g_autofree guint32 *members = mp_scene_list_members (f->scene, cluster);
  GtkWidget *popover;
  g_autofree char *labels = NULL;

  (void) data;
  g_assert_cmpuint (f->scene->n_clusters, ==, 1);
  g_assert_cmpuint (cluster->of.count + f->scene->n_marks, ==, 40);
  gtk_widget_activate_action (GTK_WIDGET (cluster_child (f, 0)), "item.activate", NULL);
  popover = mp_find_type (f->timeline, GTK_TYPE_POPOVER);
  labels = mp_read_labels (popover);
  for (guint i = 0; i < cluster->of.count; i++) {
    guint32 milestone = members[i];
    const MpMilestones *milestones = mp_agreement_milestones (f->agreement);
    g_autofree char *date = mp_words_date (f->agreement, milestones->date[milestone]);
    g_autofree char *lines = g_strdup_printf (
      "%s\n%s\n", mp_agreement_text (f->agreement, milestones->title[milestone]), date);

    g_assert_nonnull (strstr (labels, lines));
  }
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
set_up_many (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_timeline_set_up_sized (f, 1, 5000);
}

static guint
count_descendants (GtkWidget *widget)
{
  guint count = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_descendants (child);
  return count;
}

/* However many milestones a cluster has, the list makes widgets for some of them; it begins at the
 * one that is selected. */
static void
test_long_list (Fixture *f, gconstpointer data)
{
  guint most = 0;
  g_autofree guint32 *members = NULL;
  GtkWidget *popover;
  g_autofree char *labels = NULL;

  (void) data;
  if (!mp_can_open_popovers ())
    return;
  for (guint i = 0; i < f->scene->n_clusters; i++)
    if (f->scene->clusters[i].of.count > f->scene->clusters[most].of.count)
      most = i;
  members = mp_scene_list_members (f->scene, &f->scene->clusters[most]);
  g_assert_cmpuint (f->scene->clusters[most].of.count, >, 2000);
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_MILESTONE, members[1500] });
  mp_timeline_rest (f);
  gtk_widget_activate_action (GTK_WIDGET (cluster_child (f, most)), "item.activate", NULL);
  popover = mp_find_type (f->timeline, GTK_TYPE_POPOVER);
  mp_wait_until (gtk_widget_get_mapped (popover) && mp_get_focus (f->timeline) != NULL &&
                 gtk_widget_is_ancestor (mp_get_focus (f->timeline), popover));
  labels = mp_read_labels (mp_get_focus (f->timeline));
  g_assert_true (g_str_has_prefix (
    labels, mp_agreement_text (f->agreement,
                               mp_agreement_milestones (f->agreement)->title[members[1500]])));
  g_assert_cmpuint (count_descendants (popover), <, 1000);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* Nothing can be chosen from the list of an agreement that is closed. */
static void
test_closes (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAgreement) other = mp_agreement_of_size (1, 1);
  GtkWidget *popover;

  (void) data;
  if (!mp_can_open_popovers ())
    return;
  gtk_widget_activate_action (GTK_WIDGET (cluster_child (f, 0)), "item.activate", NULL);
  popover = mp_find_type (f->timeline, GTK_TYPE_POPOVER);
  mp_wait_until (gtk_widget_get_mapped (popover));
  mp_session_set_agreement (f->session, other);
  mp_wait_until (mp_find_type (f->timeline, GTK_TYPE_POPOVER) == NULL);
  mp_session_set_agreement (f->session, NULL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, up, func)                                                                        \
  g_test_add ("/cluster-popover/" path, Fixture, NULL, up, func, mp_timeline_tear_down)
  ADD ("activate", mp_timeline_set_up_crowd, test_activate);
  ADD ("list", mp_timeline_set_up_crowd, test_list);
  ADD ("long-list", set_up_many, test_long_list);
  ADD ("closes", mp_timeline_set_up_crowd, test_closes);
#undef ADD
  return g_test_run ();
}
