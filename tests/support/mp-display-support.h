/* mp-display-support.h: what tests with a display share: waiting, finding, looking, real input
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing here sleeps for a given time: it waits until a condition is true, and fails after a
 * while.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"
#include "mp-test-support.h"
#include "mp-timeline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The day that counts as today in these tests: 23 November 2026. */
MpInstant mp_today (void);

/* --- Agreements --- */

/* Returns an agreement with the given number of terms of one topic, "term-1" and so on, and of
 * milestones, "m-1" and so on, within one month: too many for labels. A new reference. */
MpAgreement *mp_agreement_of_size (guint n_terms, guint n_milestones) G_GNUC_WARN_UNUSED_RESULT;

MpItem mp_item_milestone (MpAgreement *agreement, const char *id);

/* Returns a phase of a term, counted from 0. */
MpItem mp_item_phase (MpAgreement *agreement, const char *term, guint phase);

/* --- Waiting --- */

#define MP_PATIENCE (10 * G_USEC_PER_SEC)

/* Lets the main loop do one thing. Returns after a moment even if there is nothing to do. */
void mp_iterate (void);

/* Lets the main loop do everything that is ready. */
void mp_drain (void);

/* Waits for the next frame of the window that the widget is in. */
void mp_wait_for_frame (GtkWidget *widget);

#define mp_wait_until(condition)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 deadline_ = g_get_monotonic_time () + MP_PATIENCE;                                      \
                                                                                                   \
    while (!(condition) && g_get_monotonic_time () < deadline_)                                    \
      mp_iterate ();                                                                               \
    if (!(condition))                                                                              \
      g_assertion_message (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC,                            \
                           "waited in vain for: " #condition);                                     \
  }                                                                                                \
  G_STMT_END

/* --- Windows and widgets --- */

/* Shows a widget in a window of this size, in logical pixels, and waits until it is drawn. */
GtkWindow *mp_show (GtkWidget *widget, int width, int height);

/* Whether the display has a pointer, which popovers need; if not, the test is marked as skipped. */
gboolean mp_can_open_popovers (void);

/* Destroys a window. Fails unless that finalizes it. */
void mp_close (GtkWindow *window);

/* Releases an object that a thread may still hold for a moment. Fails unless it is finalized. */
void mp_let_go (gpointer object);

/* Returns the first widget in the tree for which the function returns TRUE, or NULL. */
typedef gboolean (*MpMatchFunc) (GtkWidget *widget, gconstpointer data);
GtkWidget *mp_find (GtkWidget *root, MpMatchFunc match, gconstpointer data);

/* Return the first widget of a type, with an action name, or with a text as its label; or NULL.
 * Invisible widgets are skipped with everything in them. */
gpointer mp_find_type (gpointer root, GType type);
gpointer mp_find_action (gpointer root, const char *action);
GtkWidget *mp_find_label (gpointer root, const char *text);
GtkWidget *mp_find_button (gpointer root, const char *text);

/* Returns an object of a template by its id. */
gpointer mp_template_child (gpointer widget, const char *id);

/* Returns a controller of this type, which the widget owns. */
gpointer mp_find_controller (gpointer widget, GType type);

/* Returns a visible window of this type, or NULL. */
gpointer mp_find_window (GType type);

/* Whether a file dialog shows its folder already. It reads the folders on the way there one after
 * the other, and GTK 4.18 crashes if the dialog is closed before it has read them. */
gboolean mp_chooser_is_settled (GtkFileChooser *chooser);

/* Returns the widget with the focus in the same window, or NULL. */
GtkWidget *mp_get_focus (gpointer widget);

/* Returns the visible texts of all labels in the tree, one on a line, without markup and mnemonics.
 * Free with g_free (). */
char *mp_read_labels (gpointer root) G_GNUC_WARN_UNUSED_RESULT;

/* --- Pictures --- */

/* Returns a picture of a widget, with scale pixels for each logical pixel. Free with
 * cairo_surface_destroy (). */
cairo_surface_t *mp_picture_of (GtkWidget *widget, double scale) G_GNUC_WARN_UNUSED_RESULT;

/* Returns how many pixels have a colour that differs by more than the given number of its 255
 * levels; all of them if the sizes differ. */
guint mp_picture_difference (cairo_surface_t *a, cairo_surface_t *b, int levels);

/* Fails if a pixel differs by more than the given number of levels, and then leaves both pictures
 * in the build folder. With levels > 0 one pixel in 50,000 may differ: Cairo rounds the positions
 * of the letters that it keeps, and can lose the last column of one. */
void mp_picture_assert_same (cairo_surface_t *is, cairo_surface_t *expected, int levels,
                             const char *name);

/* --- Real input: a second client of the X server, as a mouse and a keyboard --- */

/* Prepares to send events to the window: gives it the keyboard focus, and moves the pointer far
 * away. Returns FALSE, and marks the test as skipped, if the display is not an X server. */
gboolean mp_input_begin (gpointer window);
void mp_input_end (void);

/* Moves the pointer to a point of a widget. */
void mp_input_point (gpointer widget, double x, double y);

void mp_input_button (guint button, gboolean pressed);

/* Moves the pointer and releases the first button at the same time, whatever else the machine does:
 * a pause in between would end a flick. */
void mp_input_release_at (gpointer widget, double x, double y);
void mp_input_click (gpointer widget, double x, double y);

/* Turns the wheel; positive is down. */
void mp_input_wheel (int clicks);

/* Press or release a key, such as a modifier; or both. */
void mp_input_hold (guint keyval, gboolean pressed);
void mp_input_key (guint keyval);

/* Waits until everything that was sent has arrived in the window. */
void mp_input_settle (gpointer window);

G_END_DECLS
