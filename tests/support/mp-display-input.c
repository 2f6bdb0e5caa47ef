/* mp-display-input.c: real input for tests: another client of the X server
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-display-support.h"

#ifdef HAVE_XTEST
#include <X11/XKBlib.h>
#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>

/* Nothing is bound to this key: its arrival shows that all events before it have arrived. */
#define LAST_KEY GDK_KEY_Pause

/* The connection of the second client, while there is input. */
static Display *server;

static GdkSurface *
surface_of (gpointer widget)
{
  return gtk_native_get_surface (gtk_widget_get_native (widget));
}

gboolean
mp_input_begin (gpointer window)
{
  if (!GDK_IS_X11_DISPLAY (gdk_display_get_default ())) {
    g_test_skip ("real input needs an X server");
    return FALSE;
  }
  g_assert_null (server);
  server = XOpenDisplay (gdk_display_get_name (gdk_display_get_default ()));
  g_assert_nonnull (server);
  /* Without a window manager nobody else sets the focus. */
  XSetInputFocus (server, gdk_x11_surface_get_xid (surface_of (window)), RevertToParent,
                  CurrentTime);
  XTestFakeMotionEvent (server, -1, DisplayWidth (server, 0) - 1, DisplayHeight (server, 0) - 1, 0);
  XSync (server, False);
  mp_wait_until (gtk_window_is_active (window));
  mp_input_settle (window);
  return TRUE;
}

void
mp_input_end (void)
{
  g_clear_pointer (&server, XCloseDisplay);
}

/* Asks the server to move the pointer; it does so once it is told to go on. */
static void
move_pointer (gpointer widget, double x, double y)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  double surface_x, surface_y, native_x, native_y;
  int root_x, root_y;
  Window child;

  gtk_native_get_surface_transform (GTK_NATIVE (native), &surface_x, &surface_y);
  g_assert_true (gtk_widget_translate_coordinates (widget, native, x, y, &native_x, &native_y));
  XTranslateCoordinates (server, gdk_x11_surface_get_xid (surface_of (widget)),
                         DefaultRootWindow (server), (int) (native_x + surface_x),
                         (int) (native_y + surface_y), &root_x, &root_y, &child);
  XTestFakeMotionEvent (server, -1, root_x, root_y, 0);
}

void
mp_input_point (gpointer widget, double x, double y)
{
  move_pointer (widget, x, y);
  XSync (server, False);
}

void
mp_input_release_at (gpointer widget, double x, double y)
{
  move_pointer (widget, x, y);
  mp_input_button (1, FALSE);
}

void
mp_input_button (guint button, gboolean pressed)
{
  XTestFakeButtonEvent (server, button, pressed, 0);
  XSync (server, False);
}

void
mp_input_click (gpointer widget, double x, double y)
{
  mp_input_point (widget, x, y);
  mp_input_button (1, TRUE);
  mp_input_button (1, FALSE);
}

void
mp_input_wheel (int clicks)
{
  guint button = clicks > 0 ? 5 : 4;

  for (int i = 0; i < ABS (clicks); i++) {
    mp_input_button (button, TRUE);
    mp_input_button (button, FALSE);
  }
}

void
mp_input_hold (guint keyval, gboolean pressed)
{
  KeyCode code = XKeysymToKeycode (server, keyval);

  g_assert_cmpuint (code, !=, 0);
  XTestFakeKeyEvent (server, code, pressed, 0);
  XSync (server, False);
}

void
mp_input_key (guint keyval)
{
  KeyCode code = XKeysymToKeycode (server, keyval);
  /* A character that needs Shift on its key. */
  gboolean shifted = XkbKeycodeToKeysym (server, code, 0, 0) != keyval &&
                     XkbKeycodeToKeysym (server, code, 0, 1) == keyval;

  if (shifted)
    mp_input_hold (GDK_KEY_Shift_L, TRUE);
  mp_input_hold (keyval, TRUE);
  mp_input_hold (keyval, FALSE);
  if (shifted)
    mp_input_hold (GDK_KEY_Shift_L, FALSE);
}

static void
released_cb (GtkEventControllerKey *controller, guint keyval, guint code, GdkModifierType state,
             gpointer seen)
{
  (void) controller;
  (void) keyval;
  (void) state;
  /* By key code: with a modifier held the key has another name. */
  if (code == XKeysymToKeycode (server, LAST_KEY))
    *(gboolean *) seen = TRUE;
}

void
mp_input_settle (gpointer window)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  gboolean seen = FALSE;

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-released", G_CALLBACK (released_cb), &seen);
  gtk_widget_add_controller (window, controller);
  mp_input_key (LAST_KEY);
  mp_wait_until (seen);
  gtk_widget_remove_controller (window, controller);
  mp_drain ();
}

#else

gboolean
mp_input_begin (gpointer window)
{
  (void) window;
  g_test_skip ("built without the library to send real input, libXtst");
  return FALSE;
}

void
mp_input_end (void)
{
}

void
mp_input_point (gpointer widget, double x, double y)
{
  (void) widget;
  (void) x;
  (void) y;
  g_assert_not_reached ();
}

void
mp_input_release_at (gpointer widget, double x, double y)
{
  (void) widget;
  (void) x;
  (void) y;
  g_assert_not_reached ();
}

void
mp_input_button (guint button, gboolean pressed)
{
  (void) button;
  (void) pressed;
  g_assert_not_reached ();
}

void
mp_input_click (gpointer widget, double x, double y)
{
  mp_input_point (widget, x, y);
}

void
mp_input_wheel (int clicks)
{
  (void) clicks;
  g_assert_not_reached ();
}

void
mp_input_hold (guint keyval, gboolean pressed)
{
  (void) keyval;
  (void) pressed;
  g_assert_not_reached ();
}

void
mp_input_key (guint keyval)
{
  (void) keyval;
  g_assert_not_reached ();
}

void
mp_input_settle (gpointer window)
{
  (void) window;
  g_assert_not_reached ();
}

#endif
