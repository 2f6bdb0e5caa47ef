/* bench-scripts.c: what a user does in the window while its frames are measured
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-scripts.h"

#include "mp-agreement.h"
#include "mp-display-support.h"

#include <math.h>

#define OCTAVES 10
#define STEPS_AN_OCTAVE 3

#define DRAG_PIXELS 7 /* from one frame to the next */
#define WHEEL_PIXELS 60

static void
act (BenchSubject *subject, const char *action)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (subject->window), action, NULL))
    g_error ("there is no action %s", action);
}

static double
width_of (BenchSubject *subject)
{
  return gtk_widget_get_width (GTK_WIDGET (subject->timeline));
}

/* --- Moving the view -------------------------------------------------------------------------- */

#define ZOOM_STEPS (OCTAVES * STEPS_AN_OCTAVE)

/* In and out again, about three places. */
static void
zoom (BenchSubject *subject, guint i)
{
  static const double places[] = { 0.25, 0.5, 0.85 };
  double x = width_of (subject) * places[i / (2 * ZOOM_STEPS) % G_N_ELEMENTS (places)];
  gboolean in = i % (2 * ZOOM_STEPS) < ZOOM_STEPS;

  mp_timeline_zoom (subject->timeline, x, pow (2, (in ? 1.0 : -1.0) / STEPS_AN_OCTAVE));
}

#define PAN_STEPS 60

/* To and fro at three zooms, as a drag moves the view, then as a wheel does. */
static void
pan (BenchSubject *subject, guint i)
{
  static const double zooms[] = { 4, 32, 256 };
  guint step = i % PAN_STEPS;
  double pixels = step < PAN_STEPS * 2 / 3 ? DRAG_PIXELS : WHEEL_PIXELS;

  if (step == 0) {
    mp_session_fit (subject->session);
    mp_timeline_zoom (subject->timeline, width_of (subject) / 2,
                      zooms[i / PAN_STEPS % G_N_ELEMENTS (zooms)]);
  }
  mp_timeline_pan (subject->timeline, step % 20 < 10 ? pixels : -pixels, 0);
}

/* Down the rows, and up again. */
static void
scroll (BenchSubject *subject, guint i)
{
  mp_timeline_pan (subject->timeline, 0, i < 20 ? -WHEEL_PIXELS : WHEEL_PIXELS);
}

static void
fit (BenchSubject *subject)
{
  mp_session_fit (subject->session);
}

/* --- Asking ----------------------------------------------------------------------------------- */

#define DRAG_STEPS 60

static void
drag_as_of (BenchSubject *subject, guint i)
{
  double part = 0.3 + 0.5 * i / DRAG_STEPS;

  mp_timeline_ask (subject->timeline, MP_CURSOR_AS_OF, width_of (subject) * part);
}

static void
ask_about_today (BenchSubject *subject)
{
  mp_session_set_as_of (subject->session, NULL);
}

/* Milestones and phases in turn, from all over the agreement. */
static void
select_item (BenchSubject *subject, guint i)
{
  guint n_milestones = mp_agreement_milestones (subject->agreement)->length;
  guint n_phases = mp_agreement_phases (subject->agreement)->length;
  double part = fmod (i * 0.618, 1);
  MpItem item = i % 2 == 0 ? (MpItem) { MP_ITEM_MILESTONE, (guint32) (n_milestones * part) }
                           : (MpItem) { MP_ITEM_PHASE, (guint32) (n_phases * part) };

  mp_session_set_selection (subject->session, item);
}

static void
select_nothing (BenchSubject *subject)
{
  mp_session_set_selection (subject->session, (MpItem) { MP_ITEM_NONE, 0 });
}

static void
compare (BenchSubject *subject, guint i)
{
  switch (i % 4) {
  case 0:
    act (subject, "win.compare");
    break;
  case 1:
    mp_session_set_hide_unchanged (subject->session, TRUE);
    break;
  case 2:
    mp_session_set_hide_unchanged (subject->session, FALSE);
    break;
  default:
    act (subject, "win.compare");
    break;
  }
}

static void
point (BenchSubject *subject, guint i)
{
  double height = gtk_widget_get_height (GTK_WIDGET (subject->timeline));

  mp_input_point (subject->timeline, width_of (subject) * (0.3 + 0.01 * i),
                  height * (0.3 + 0.01 * i));
}

static void
begin_input (BenchSubject *subject)
{
  mp_input_begin (subject->window);
}

static void
end_input (BenchSubject *subject)
{
  (void) subject;
  mp_input_end ();
}

/* --- Narrowing down --------------------------------------------------------------------------- */

static const char typed[] = "new supply";

#define TYPED_STEPS (2 * (sizeof typed - 1))

static void
type (BenchSubject *subject, guint length)
{
  gpointer bar = mp_template_child (subject->window, "search");
  g_autofree char *text = g_strndup (typed, length);

  gtk_editable_set_text (mp_template_child (bar, "entry"), text);
}

/* The words are typed letter by letter, and deleted in the same way. */
static void
type_letter (BenchSubject *subject, guint i)
{
  type (subject, i < TYPED_STEPS / 2 ? i + 1 : TYPED_STEPS - i);
}

static void
open_search (BenchSubject *subject)
{
  act (subject, "win.find");
  type (subject, 1);
  /* Looking for the first time makes an index. */
  while (mp_session_get_matches (subject->session) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
close_search (BenchSubject *subject)
{
  type (subject, 0);
  act (subject, "win.clear");
}

static void
filter (BenchSubject *subject, guint i)
{
  g_autoptr (MpFilter) criteria = mp_filter_new ();

  switch (i % 4) {
  case 0:
    criteria->certainties = 1 << MP_CERTAINTY_STATED;
    break;
  case 1:
    criteria->importances = 1 << 1 | 1 << 2;
    break;
  case 2:
    criteria->in_force = TRUE;
    break;
  default:
    break;
  }
  mp_session_set_filter (subject->session, criteria);
}

static void
end_filter (BenchSubject *subject)
{
  mp_session_set_filter (subject->session, NULL);
}

/* Each topic is collapsed to one row and expanded again. */
static void
fold (BenchSubject *subject, guint i)
{
  guint n_topics;

  mp_agreement_topics (subject->agreement, &n_topics);
  mp_session_toggle_topic (subject->session, i / 2 % n_topics);
}

static const BenchScript scripts[] = {
  { "zoom", 3 * 2 * ZOOM_STEPS, NULL, zoom, fit },
  { "pan", 3 * PAN_STEPS, NULL, pan, fit },
  { "scroll the rows", 40, NULL, scroll, NULL },
  { "hover", 40, begin_input, point, end_input },
  { "drag the as-of date", DRAG_STEPS, NULL, drag_as_of, ask_about_today },
  { "select", 40, NULL, select_item, select_nothing },
  { "compare", 20, NULL, compare, NULL },
  { "search keystroke", TYPED_STEPS, open_search, type_letter, close_search },
  { "filter", 20, NULL, filter, end_filter },
  { "fold a topic", 20, NULL, fold, NULL },
};

const BenchScript *
bench_scripts_get (guint *n_scripts)
{
  *n_scripts = G_N_ELEMENTS (scripts);
  return scripts;
}
