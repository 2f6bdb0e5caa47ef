/* mp-window-private.h: the inside of a window, for its parts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * mp-window.c makes the window, with its title, its pages and most of its actions; mp-window-file.c
 * opens files and keeps where they were left; mp-window-find.c has the actions that search and
 * filter. To show another page, they set the visible child of the stack; the rest of the window
 * follows.
 */
#pragma once

#include "mp-announcements.h"
#include "mp-announcer.h"
#include "mp-as-of-button.h"
#include "mp-detail-pane.h"
#include "mp-entry-list.h"
#include "mp-filter-banner.h"
#include "mp-filter-button.h"
#include "mp-overview.h"
#include "mp-problem-page.h"
#include "mp-search-bar.h"
#include "mp-side-panel.h"
#include "mp-window.h"

G_BEGIN_DECLS

struct _MpWindow {
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwSplitButton *open;
  AdwSplitButton *open_small;
  AdwWindowTitle *title;
  MpAsOfButton *as_of;
  GtkToggleButton *compare;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwFlap *flap;
  MpTimeline *timeline;
  MpSearchBar *search;
  MpFilterBanner *filter_banner;
  MpFilterButton *filter;
  GtkStack *views; /* the two views of the agreement: "timeline" and "list" */
  MpEntryList *entries;
  MpOverview *overview;
  MpDetailPane *details;
  MpProblemPage *problems;
  GtkWidget *legend;
  GtkWidget *header;
  GtkMenuButton *menu;
  GtkSpinner *spinner;
  MpSidePanel *panel;
  GMenu *main_menu;
  GMenu *file_section;
  GMenu *recent_menu;
  MpAnnouncer *announcer;

  /* Owned */
  MpSession *session;
  MpAnnouncements *announcements;
  GSettings *settings;       /* or NULL: nothing is stored */
  char *uri;                 /* of the agreement that is shown; NULL if its view is not stored */
  GCancellable *cancellable; /* of the file that is being loaded */
  GtkFileChooserNative *chooser;
};

/* Stores the view of the agreement that is shown, if it has a URI. */
void mp_window_keep_view (MpWindow *self);

/* The actions that open files, the menu of recent files, and dropping files on the window. */
void mp_window_file_class_init (GtkWidgetClass *widget_class);
void mp_window_file_init (MpWindow *self);

/* The actions that search, filter, collapse topics and switch views, and those that open the
 * command palette and the window of shortcuts. */
void mp_window_find_class_init (GtkWidgetClass *widget_class);

G_END_DECLS
