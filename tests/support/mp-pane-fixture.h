/* mp-pane-fixture.h: the detail panel alone in a window, for its tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-detail-pane.h"
#include "mp-display-support.h"

G_BEGIN_DECLS

typedef struct {
  MpSession *session;
  MpAgreement *agreement; /* the first one that it shows */
  MpDetailPane *pane;
  GtkWindow *window;
} MpPaneFixture;

/* Shows an agreement, and takes ownership of it, in 360 × 700 logical pixels. */
void mp_pane_fixture_open (MpPaneFixture *f, MpAgreement *agreement);

/* Closes it all; fails unless everything is finalized. For g_test_add (); data is not read. */
void mp_pane_fixture_tear_down (MpPaneFixture *f, gconstpointer data);

/* Return the pane, or the box with its contents, once it shows the present state of the session. */
MpDetailPane *mp_pane_fixture_visible (MpPaneFixture *f);
GtkWidget *mp_pane_fixture_content (MpPaneFixture *f);

G_END_DECLS
