/* mp-window-fixture.h: a window that shows the shipped agreement, for its tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-display-support.h"
#include "mp-window.h"

G_BEGIN_DECLS

#define MP_SHIPPED_RESOURCE "/dev/milepost/Milepost/agreements/microsoft-openai.json"

typedef struct {
  MpWindow *window;
  MpSession *session;     /* borrowed, as the agreement is */
  MpAgreement *agreement; /* the first one that it shows */
} MpWindowFixture;

/* For g_test_add (). The window is drawn when the test begins. */
void mp_window_fixture_set_up (MpWindowFixture *f, gconstpointer data);
void mp_window_fixture_tear_down (MpWindowFixture *f, gconstpointer data);

/* Activates an action of the window. */
void mp_window_fixture_act (MpWindowFixture *f, const char *action);

/* Returns an object of the template of a part of the window, by the ids of both. */
gpointer mp_window_fixture_child (MpWindowFixture *f, const char *part, const char *id);

G_END_DECLS
