/* mp-test-properties.h: tests that properties notify once when they change, and never in vain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A step changes the object, and says what is notified: the names of properties, with spaces
 * between them. Doing the same again must notify nothing. */
typedef struct {
  void (*change) (gpointer object);
  const char *notified;
} MpPropertyStep;

/* Takes the steps one after another, and asserts of each that it notifies what it says, each
 * property once, and nothing when it is repeated. All properties that the object's own class has
 * installed must occur in one step at least. */
void mp_test_properties (gpointer object, const MpPropertyStep *steps, guint n_steps);

G_END_DECLS
