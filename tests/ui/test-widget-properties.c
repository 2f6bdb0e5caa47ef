/* test-widget-properties.c: the properties of the widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-as-of-button.h"
#include "mp-date-entry.h"
#include "mp-detail-pane.h"
#include "mp-entry-list.h"
#include "mp-entry-model.h"
#include "mp-filter-banner.h"
#include "mp-filter-button.h"
#include "mp-legend-bar.h"
#include "mp-overview.h"
#include "mp-search-bar.h"
#include "mp-side-panel.h"
#include "mp-test-properties.h"
#include "mp-timeline-fixture.h"

#include <adwaita.h>

/* --- The timeline ----------------------------------------------------------------------------- */

static MpTimelineFixture fixture;

static void
set_view_and_wait (double days)
{
  double today = (double) mp_today () / MP_SECONDS_PER_DAY;

  mp_session_set_view (fixture.session, today - days / 2, today + days / 2);
  mp_timeline_rest (&fixture);
}

static void
zoom_in (gpointer timeline)
{
  (void) timeline;
  set_view_and_wait (60);
}

static void
scroll_down (gpointer timeline)
{
  mp_timeline_pan (timeline, 0, -100000);
  mp_timeline_rest (&fixture);
}

static MpAgreement *shipped;

static void
show_shipped (gpointer timeline)
{
  (void) timeline;
  mp_session_set_agreement (fixture.session, shipped);
  mp_timeline_rest (&fixture);
}

static void
focus_cursor (gpointer timeline)
{
  gtk_widget_grab_focus (mp_find_type (timeline, MP_TYPE_DATE_CURSOR));
}

static void
glide (gpointer timeline)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_widget_activate_action (timeline, "timeline.fit", NULL);
}

/* Setting the view stops the glide. The next frame is not waited for. */
static void
set_view (gpointer timeline)
{
  (void) timeline;
  mp_session_set_view (fixture.session, 0, 1000);
}

static void
forget_session (gpointer timeline)
{
  mp_timeline_set_session (timeline, NULL);
}

static void
test_timeline (void)
{
  static const MpPropertyStep steps[] = {
    { zoom_in, "begin end pixels-per-day n-items settled settled" },
    { scroll_down, "scroll n-items settled settled" },
    { show_shipped, "begin end pixels-per-day scroll n-lanes n-items n-items settled settled" },
    { focus_cursor, "focus-child" },
    { glide, "moving" },
    { set_view, "moving" },
    { forget_session, "session" },
  };

  shipped = mp_test_shipped_agreement ();
  mp_timeline_set_up_sized (&fixture, 80, 40);
  mp_test_properties (fixture.timeline, steps, G_N_ELEMENTS (steps));
  mp_timeline_tear_down (&fixture, NULL);
  g_assert_finalize_object (shipped);
}

/* --- The other widgets ------------------------------------------------------------------------ */

static void
set_child (gpointer panel)
{
  static GtkWidget *child;

  if (child == NULL)
    child = gtk_label_new ("child");
  g_object_set (panel, "child", child, NULL);
}

static void
set_width (gpointer panel)
{
  g_object_set (panel, "width", MP_SIDE_PANEL_MOST, NULL);
}

static void
test_panel (void)
{
  static const MpPropertyStep steps[] = { { set_child, "child" }, { set_width, "width" } };
  GtkWidget *panel = g_object_ref_sink (g_object_new (MP_TYPE_SIDE_PANEL, NULL));

  mp_test_properties (panel, steps, G_N_ELEMENTS (steps));
  g_assert_finalize_object (panel);
}

/* Properties that can only be written, as those of MpDateEntry, are never notified. */
static void
test_others_have_none (void)
{
  const GType types[] = { MP_TYPE_AS_OF_BUTTON,  MP_TYPE_DATE_CURSOR, MP_TYPE_DATE_ENTRY,
                          MP_TYPE_LEGEND_BAR,    MP_TYPE_OVERVIEW,    MP_TYPE_DETAIL_PANE,
                          MP_TYPE_ENTRY_LIST,    MP_TYPE_ENTRY_MODEL, MP_TYPE_FILTER_BANNER,
                          MP_TYPE_FILTER_BUTTON, MP_TYPE_SEARCH_BAR,  MP_TYPE_TIMELINE_ITEM,
                          MP_TYPE_TOPIC_HEADING };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    GObjectClass *class = g_type_class_ref (types[i]);
    g_autofree GParamSpec **pspecs = NULL;
    guint n_pspecs;

    pspecs = g_object_class_list_properties (class, &n_pspecs);
    for (guint j = 0; j < n_pspecs; j++)
      if (pspecs[j]->owner_type == types[i] && (pspecs[j]->flags & G_PARAM_READABLE))
        g_error ("\"%s\" of %s is not tested", pspecs[j]->name, g_type_name (types[i]));
    g_type_class_unref (class);
  }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/widget-properties/timeline", test_timeline);
  g_test_add_func ("/widget-properties/panel", test_panel);
  g_test_add_func ("/widget-properties/others-have-none", test_others_have_none);
  return g_test_run ();
}
