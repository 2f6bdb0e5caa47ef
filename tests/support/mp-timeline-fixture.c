/* mp-timeline-fixture.c: a timeline in a window, for the tests of the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-fixture.h"

#include "mp-session.h"

static void
open (MpTimelineFixture *f, MpAgreement *agreement)
{
  /* Animations are off here; they have tests of their own, and other tests look at where they end.
   */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  f->agreement = agreement;
  f->session = mp_session_new (mp_today ());
  f->timeline = MP_TIMELINE (mp_timeline_new ());
  mp_timeline_set_session (f->timeline, f->session);
  mp_session_set_agreement (f->session, agreement);
  f->window = mp_show (GTK_WIDGET (f->timeline), 1000, 640);
  f->scene = mp_scene_ref (mp_timeline_get_scene (f->timeline));
  mp_timeline_rest (f);
}

void
mp_timeline_set_up (MpTimelineFixture *f, gconstpointer data)
{
  (void) data;
  open (f, mp_test_shipped_agreement ());
}

void
mp_timeline_set_up_tall (MpTimelineFixture *f, gconstpointer data)
{
  (void) data;
  open (f, mp_agreement_of_size (80, 3));
}

void
mp_timeline_set_up_crowd (MpTimelineFixture *f, gconstpointer data)
{
  (void) data;
  open (f, mp_agreement_of_size (3, 40));
}

void
mp_timeline_set_up_crowded_row (MpTimelineFixture *f, gconstpointer data)
{
  g_autoptr (GString) json = g_string_new (
    "{\"milepost\":1,\"title\":\"Crowd\",\"topics\":[{\"id\":\"t\",\"title\":\"T\",\"color\":"
    "\"red\"}],\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"press\"}],\"terms\":[{"
    "\"id\":\"x\",\"title\":\"Deliveries\",\"topic\":\"t\",\"phases\":[");

  for (guint i = 0; i < MP_TIMELINE_N_PHASES; i++)
    g_string_append_printf (json,
                            "%s{\"span\":\"%u-%02u/%u-%02u\",\"state\":\"S%u\",\"certainty\":"
                            "\"stated\",\"sources\":[\"s\"]}",
                            i > 0 ? "," : "", 1950 + i / 6, 2 * (i % 6) + 1, 1950 + i / 6,
                            2 * (i % 6) + 2, i);
  g_string_append (json, "]}]}");
  (void) data;
  open (f, mp_test_agreement_from_json (json->str));
}

void
mp_timeline_set_up_sized (MpTimelineFixture *f, guint n_terms, guint n_milestones)
{
  open (f, mp_agreement_of_size (n_terms, n_milestones));
}

void
mp_timeline_tear_down (MpTimelineFixture *f, gconstpointer data)
{
  (void) data;
  mp_input_end ();
  mp_scene_unref (f->scene);
  g_object_add_weak_pointer (G_OBJECT (f->timeline), (gpointer *) &f->timeline);
  mp_close (f->window);
  g_assert_null (f->timeline);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->agreement);
}

void
mp_timeline_wait (MpTimelineFixture *f)
{
  mp_wait_for_frame (GTK_WIDGET (f->timeline));
}

static gboolean
is_settled (MpTimelineFixture *f)
{
  gboolean settled;

  g_object_get (f->timeline, "settled", &settled, NULL);
  return settled;
}

void
mp_timeline_rest (MpTimelineFixture *f)
{
  mp_timeline_wait (f);
  mp_wait_until (is_settled (f));
  mp_timeline_wait (f);
}

void
mp_timeline_resize (MpTimelineFixture *f, int width, int height)
{
  gtk_window_set_default_size (f->window, width, height);
  mp_wait_until (gtk_widget_get_width (GTK_WIDGET (f->timeline)) == width &&
                 gtk_widget_get_height (GTK_WIDGET (f->timeline)) == height);
  mp_timeline_rest (f);
}

double
mp_timeline_day_at (MpTimelineFixture *f, double x)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);

  return mp_scale_to_day (scene->scale, x - scene->plot.x);
}

double
mp_timeline_span (MpTimelineFixture *f)
{
  return mp_session_get_end (f->session) - mp_session_get_begin (f->session);
}

GdkRectangle
mp_timeline_place_of (MpTimelineFixture *f, gpointer child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (f->timeline), &bounds));
  return (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                          (int) bounds.size.height };
}

MpRect
mp_timeline_rect_of (MpTimelineFixture *f, MpItem item)
{
  MpRect rect;

  g_assert_true (
    mp_scene_find (mp_timeline_get_scene (f->timeline), mp_scene_item_new (item), &rect));
  return rect;
}

void
mp_timeline_assert_selection (MpTimelineFixture *f, MpItem item)
{
  MpItem is = mp_session_get_selection (f->session);

  g_assert_cmpint (is.kind, ==, item.kind);
  if (item.kind != MP_ITEM_NONE)
    g_assert_cmpuint (is.index, ==, item.index);
}
