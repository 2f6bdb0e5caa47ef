/* mp-display-support.h: what tests with a display share: waiting, finding, looking, real input
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing here sleeps: whatever takes time is waited for, until it is so or the patience is over.
 */
#pragma once

#include "mp-agreement.h"
#include "mp-timeline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The day that counts as today in these tests: 23 November 2026. */
MpInstant mp_today (void);

/* --- Agreements --- */

/* The agreement in this text, which must be without a mistake. A new reference. */
MpAgreement *mp_agreement_from_json (const char *json) G_GNUC_WARN_UNUSED_RESULT;

/* The shipped agreement. A new reference. */
MpAgreement *mp_agreement_shipped (void) G_GNUC_WARN_UNUSED_RESULT;

/* The fictitious one, which shows conditions. A new reference. */
MpAgreement *mp_agreement_sample (void) G_GNUC_WARN_UNUSED_RESULT;

/* An agreement with so many terms of one topic, "term-1" and so on, and so many milestones, "m-1"
 * and so on, within one month: too many for labels. A new reference. */
MpAgreement *mp_agreement_of_size (guint n_terms, guint n_milestones) G_GNUC_WARN_UNUSED_RESULT;

MpItem mp_item_milestone (MpAgreement *agreement, const char *id);

/* The phase of a term, counted from 0. */
MpItem mp_item_phase (MpAgreement *agreement, const char *term, guint phase);

/* --- Waiting --- */

#define MP_PATIENCE (10 * G_USEC_PER_SEC)

/* Lets the main loop do one thing; returns soon even where there is nothing to do. */
void mp_iterate (void);

/* Does everything that is ready to be done. */
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

/* Shows a widget in a window of this size, and waits until it is drawn. */
GtkWindow *mp_show (GtkWidget *widget, int width, int height);

/* Whether the display has the pointer that popovers ask for; if not, the test is marked as
 * skipped. */
gboolean mp_can_open_popovers (void);

/* Destroys a window, and fails unless it is finalized then. */
void mp_close (GtkWindow *window);

/* Lets go of an object that a thread may hold for a moment still; fails unless it is finalized
 * then. */
void mp_let_go (gpointer object);

/* The first widget in the tree for which the function returns TRUE, or NULL. */
typedef gboolean (*MpMatchFunc) (GtkWidget *widget, gconstpointer data);
GtkWidget *mp_find (GtkWidget *root, MpMatchFunc match, gconstpointer data);

/* The first that has this type, this action name, or this text as a label; or NULL. Those that
 * cannot be seen are passed over, with all in them. */
gpointer mp_find_type (gpointer root, GType type);
gpointer mp_find_action (gpointer root, const char *action);
GtkWidget *mp_find_label (gpointer root, const char *text);
GtkWidget *mp_find_button (gpointer root, const char *text);

/* An object of a template, by its id. */
gpointer mp_template_child (gpointer widget, const char *id);

/* The controller of this type, which the widget keeps. */
gpointer mp_find_controller (gpointer widget, GType type);

/* A window of this type that is shown, or NULL. */
gpointer mp_find_window (GType type);

/* Whether a file dialog shows in which folder it is: it asks for the folders on the way there one
 * after the other, and GTK 4.18 ends in SIGSEGV where the dialog goes before the answers come. */
gboolean mp_chooser_is_settled (GtkFileChooser *chooser);

/* The widget with the focus in the window that the widget is in, or NULL. */
GtkWidget *mp_get_focus (gpointer widget);

/* The visible texts of all labels in the tree, a line each, without marks and mnemonics. */
char *mp_read_labels (gpointer root) G_GNUC_WARN_UNUSED_RESULT;

/* --- Pictures --- */

/* What a widget looks like, at so many pixels a logical pixel. Free with
 * cairo_surface_destroy (). */
cairo_surface_t *mp_picture_of (GtkWidget *widget, double scale) G_GNUC_WARN_UNUSED_RESULT;

/* How many pixels have a colour that differs by more than so many of its 255 levels; all of them
 * where the sizes differ. */
guint mp_picture_difference (cairo_surface_t *a, cairo_surface_t *b, int levels);

/* Fails if a pixel differs by more than so many levels, and leaves both pictures in the build
 * folder to be looked at. With levels > 0 a pixel in 50,000 may: what Cairo keeps of a letter is
 * rounded, and can lose the last column of one. */
void mp_picture_assert_same (cairo_surface_t *is, cairo_surface_t *expected, int levels,
                             const char *name);

/* --- Real input: a second client of the X server, as a mouse and a keyboard --- */

/* Gets ready to send events to the window: it has the keyboard's focus then, and the pointer is far
 * off. Returns FALSE, and marks the test as skipped, where the display is not an X server. */
gboolean mp_input_begin (gpointer window);
void mp_input_end (void);

/* Puts the pointer at a place of a widget. */
void mp_input_point (gpointer widget, double x, double y);

void mp_input_button (guint button, gboolean pressed);
void mp_input_click (gpointer widget, double x, double y);

/* Turns the wheel; positive is down, towards the hand. */
void mp_input_wheel (int clicks);

/* Holds or releases a key, such as a modifier; or hits it. */
void mp_input_hold (guint keyval, gboolean pressed);
void mp_input_key (guint keyval);

/* Waits until everything that was sent has arrived in the window. */
void mp_input_settle (gpointer window);

G_END_DECLS
