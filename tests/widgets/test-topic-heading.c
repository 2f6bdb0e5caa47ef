/* test-topic-heading.c: collapsing topics by key and by a screen reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-fixture.h"

#include "mp-agreement.h"
#include "mp-paint.h"
#include "mp-theme.h"

#include <adwaita.h>

typedef MpTimelineFixture Fixture;

static guint32
topic_named (Fixture *f, const char *title)
{
  guint n_topics;
  const MpTopic *topics = mp_agreement_topics (f->agreement, &n_topics);

  for (guint32 i = 0; i < n_topics; i++)
    if (g_str_equal (mp_agreement_text (f->agreement, topics[i].title), title))
      return i;
  g_error ("no topic is called %s", title);
}

static GtkWidget *
heading_of (Fixture *f, guint32 topic)
{
  MpTopicHeading *heading = mp_timeline_get_heading (f->timeline, topic);

  g_assert_nonnull (heading);
  return GTK_WIDGET (heading);
}

static const MpSceneRow *
row_of (Fixture *f, guint32 topic)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);

  for (guint i = 0; i < scene->n_row_items; i++) {
    const MpSceneRow *row = &scene->row_items[i];

    if (row->kind == MP_ROW_TOPIC && row->index == topic)
      return row;
  }
  g_error ("topic %u has no row", topic);
}

/* Each topic in view has a heading widget that says what it is and is at its title, and there is no
 * other. */
static void
assert_headings (Fixture *f)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);
  guint rows = 0, headings = 0;

  for (guint i = 0; i < scene->n_row_items; i++)
    rows += scene->row_items[i].kind == MP_ROW_TOPIC;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    guint32 topic;
    graphene_rect_t bounds;
    const MpSceneRow *row;
    double x, y;

    if (!MP_IS_TOPIC_HEADING (child) || !gtk_widget_get_visible (child))
      continue;
    headings++;
    topic = mp_topic_heading_get_topic (MP_TOPIC_HEADING (child));
    row = row_of (f, topic);
    gtk_test_accessible_assert_role (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_ROLE_BUTTON);
    gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
      mp_agreement_text (f->agreement, mp_agreement_topics (f->agreement, NULL)[topic].title));
    gtk_test_accessible_assert_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_EXPANDED,
                                      row->n_collapsed == 0);
    g_assert_true (gtk_widget_get_focusable (child));
    g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (f->timeline), &bounds));
    x = bounds.origin.x + bounds.size.width / 2.0;
    y = bounds.origin.y + bounds.size.height / 2.0;
    g_assert_true (mp_scene_item_equal (mp_scene_pick (scene, x, y),
                                        (MpSceneItem) { MP_SCENE_ITEM_HEADING, topic }));
    g_assert_true (mp_rect_contains (row->title, x, y));
  }
  g_assert_cmpuint (rows, >, 0);
  g_assert_cmpuint (headings, ==, rows);
}

/* In a comparison, a collapsed topic says what became of its terms; an expanded one does not, as
 * its terms do. */
static void
test_compared (Fixture *f, gconstpointer data)
{
  guint32 cloud = topic_named (f, "Cloud");
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");

  (void) data;
  g_assert_true (mp_session_compare_milestone (f->session, reset.index));
  mp_timeline_rest (f);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (heading_of (f, cloud)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "5 terms");
  mp_session_set_topic_collapsed (f->session, cloud, TRUE);
  mp_timeline_rest (f);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (heading_of (f, cloud)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "5 terms · → Changed");
  mp_session_set_before (f->session, NULL);
  mp_timeline_rest (f);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (heading_of (f, cloud)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "5 terms");
}

static void
test_headings (Fixture *f, gconstpointer data)
{
  (void) data;
  assert_headings (f);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (heading_of (f, topic_named (f, "Cloud"))),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "5 terms");
  mp_session_set_topic_collapsed (f->session, topic_named (f, "Cloud"), TRUE);
  mp_timeline_rest (f);
  assert_headings (f);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (heading_of (f, topic_named (f, "Cloud"))),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "5 terms");
  mp_timeline_pan (f->timeline, 0, -60);
  mp_timeline_rest (f);
  assert_headings (f);
  /* Where titles are above their bars. */
  mp_timeline_resize (f, 420, 520);
  assert_headings (f);
}

/* By the action of an assistive technology; the heading stays the same widget, and keeps the focus.
 */
static void
test_action (Fixture *f, gconstpointer data)
{
  guint32 topic = topic_named (f, "Cloud");
  GtkWidget *heading = heading_of (f, topic);

  (void) data;
  gtk_widget_grab_focus (heading);
  for (guint i = 0; i < 2; i++) {
    gboolean collapsed = i == 0;

    g_assert_true (gtk_widget_activate_action (heading, "topic.toggle", NULL));
    mp_timeline_rest (f);
    g_assert_cmpint (row_of (f, topic)->n_collapsed > 0, ==, collapsed);
    gtk_test_accessible_assert_state (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_STATE_EXPANDED,
                                      !collapsed);
    g_assert_true (heading_of (f, topic) == heading);
    g_assert_true (mp_get_focus (f->timeline) == heading);
  }
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_space, GDK_KEY_KP_Enter };
  guint32 topic = topic_named (f, "Governance");
  gboolean collapsed = FALSE;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    gtk_widget_grab_focus (heading_of (f, topic));
    mp_input_key (keys[i]);
    mp_input_settle (f->window);
    mp_timeline_rest (f);
    collapsed = !collapsed;
    g_assert_cmpint (row_of (f, topic)->n_collapsed > 0, ==, collapsed);
  }
}

/* A click is handled by the timeline, which collapses the topic once, not there and back. */
static void
test_click (Fixture *f, gconstpointer data)
{
  guint32 topic = topic_named (f, "Cloud");
  MpRect title = row_of (f, topic)->title;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_input_click (f->timeline, title.x + 20, title.y + title.height / 2);
  mp_input_settle (f->window);
  mp_timeline_rest (f);
  g_assert_cmpuint (row_of (f, topic)->n_collapsed, >, 0);
}

/* Returns how many pixels of the picture differ from one without arrows. */
static guint
arrows (Fixture *f)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);
  const MpStyle *style = mp_style_get (mp_theme_get_current ());
  cairo_surface_t *with = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  cairo_surface_t *without = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  cairo_t *cr = cairo_create (without);
  guint pixels;

  cairo_rectangle (cr, 0, scene->rows.y, scene->row_items[0].title.x, scene->rows.height);
  cairo_clip (cr);
  mp_paint_scene (cr, scene, style, mp_timeline_get_text (f->timeline));
  cairo_destroy (cr);
  pixels = mp_picture_difference (with, without, 40);
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
  return pixels;
}

/* Each expanded topic has a triangle in the margin; a collapsed one has that of the picture. */
static void
test_sign (Fixture *f, gconstpointer data)
{
  guint n_topics, pixels = arrows (f);

  (void) data;
  mp_agreement_topics (f->agreement, &n_topics);
  g_assert_cmpuint (pixels, >, 8 * n_topics);
  g_assert_cmpuint (pixels, <, 80 * n_topics);
  for (guint32 i = 0; i < n_topics; i++)
    mp_session_set_topic_collapsed (f->session, i, TRUE);
  mp_timeline_rest (f);
  g_assert_cmpuint (arrows (f), ==, 0);
}

/* As one reads: a heading, and then the bars of its terms. */
static void
test_order (Fixture *f, gconstpointer data)
{
  const MpPhases *phases = mp_agreement_phases (f->agreement);
  const MpTerm *terms = mp_agreement_terms (f->agreement, NULL);
  guint32 topic = MP_NONE;
  guint bars = 0;

  (void) data;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    MpSceneItem item;

    if (!gtk_widget_get_visible (child))
      continue;
    if (MP_IS_TOPIC_HEADING (child))
      topic = mp_topic_heading_get_topic (MP_TOPIC_HEADING (child));
    if (!MP_IS_TIMELINE_ITEM (child))
      continue;
    item = mp_timeline_item_get_item (MP_TIMELINE_ITEM (child));
    if (item.kind != MP_SCENE_ITEM_PHASE) {
      g_assert_cmpuint (topic, ==, MP_NONE);
      continue;
    }
    g_assert_cmpuint (terms[phases->term[item.index]].topic, ==, topic);
    bars++;
  }
  g_assert_cmpuint (bars, >, 10);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func)                                                                            \
  g_test_add ("/topic-heading/" path, Fixture, NULL, mp_timeline_set_up, func,                     \
              mp_timeline_tear_down)
  ADD ("headings", test_headings);
  ADD ("compared", test_compared);
  ADD ("action", test_action);
  ADD ("keys", test_keys);
  ADD ("click", test_click);
  ADD ("sign", test_sign);
  ADD ("order", test_order);
#undef ADD
  return g_test_run ();
}
