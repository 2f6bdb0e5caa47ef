/* mp-find-actions.h: the window's actions for finding things
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Search, filters, the two views, folded topics, the palette and the shortcuts: what mp-commands
 * names, as actions of a window.
 */
#pragma once

#include "mp-filter-button.h"
#include "mp-search-bar.h"

G_BEGIN_DECLS

/* What the actions act upon; all borrowed, and alive as long as the window's actions are. */
typedef struct {
  GtkWindow *window;
  MpSession *session;
  MpSearchBar *search;
  MpFilterButton *filter;
  GtkStack *views; /* with the pages "timeline" and "list" */
} MpFindParts;

/* Adds the actions to the window; keeps a copy of parts as long as the window lives. */
void mp_find_actions_add (const MpFindParts *parts);

/* Enables or disables those that need an agreement. */
void mp_find_actions_enable (GtkWindow *window, gboolean enabled);

G_END_DECLS
