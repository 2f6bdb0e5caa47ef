/* mp-pane-fixture.h: the detail panel alone in a window, for its tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-detail-pane.h"
#include "mp-display-support.h"

G_BEGIN_DECLS

typedef struct {
  MpSession *session;
  MpAgreement *agreement; /* the first one that it shows */
  MpDetailPane *pane;
  GtkWindow *window;
} MpPaneFixture;

/* Shows an agreement, which the fixture takes over, in 360 × 700 pixels. */
void mp_pane_fixture_open (MpPaneFixture *f, MpAgreement *agreement);

/* Fails unless all of it is finalized. For g_test_add (); data is not read. */
void mp_pane_fixture_tear_down (MpPaneFixture *f, gconstpointer data);

/* The pane, or the box that holds what it shows, once it shows what was done. */
MpDetailPane *mp_pane_fixture_visible (MpPaneFixture *f);
GtkWidget *mp_pane_fixture_content (MpPaneFixture *f);

G_END_DECLS
