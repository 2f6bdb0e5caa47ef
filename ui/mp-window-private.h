/* mp-window-private.h: the inside of a window, for its parts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * mp-window.c makes the window, with its title, its pages and most of its actions; mp-window-load.c
 * loads files and keeps where they were left; mp-window-file.c has the ways to choose one;
 * mp-window-figure.c has the ways in which a figure leaves; mp-window-find.c has the actions that
 * search and filter; mp-window-story.c plays the story. To show another page, they set the
 * visible child of the stack; the rest of the window follows that, and the session.
 */
#pragma once

#include "mp-announcements.h"
#include "mp-announcer.h"
#include "mp-as-of-button.h"
#include "mp-detail-pane.h"
#include "mp-entry-list.h"
#include "mp-filter-banner.h"
#include "mp-filter-button.h"
#include "mp-known-banner.h"
#include "mp-load-bar.h"
#include "mp-loader.h"
#include "mp-overview.h"
#include "mp-player.h"
#include "mp-problem-page.h"
#include "mp-rest.h"
#include "mp-search-bar.h"
#include "mp-side-panel.h"
#include "mp-story-bar.h"
#include "mp-window.h"

G_BEGIN_DECLS

/* How the window was before a story. */
typedef struct {
  gboolean is_set; /* a story is played */
  gboolean has_panel;
  gboolean has_list; /* the list of entries was shown, not the timeline */
  gboolean is_full;  /* the story has made the window full screen */
  char *query;       /* owned: what was searched, or NULL */
} MpStage;

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
  MpLoadBar *load_bar;
  MpFilterBanner *filter_banner;
  MpKnownBanner *known_banner;
  MpFilterButton *filter;
  GtkStack *views; /* the two views of the agreement: "timeline" and "list" */
  MpEntryList *entries;
  MpOverview *overview;
  GtkWidget *foot; /* the overview and the legend */
  MpStoryBar *story;
  MpDetailPane *details;
  MpProblemPage *problems;
  GtkWidget *legend;
  GtkWidget *header;
  GtkWidget *export;
  GtkWidget *export_middle; /* of a narrower window */
  GtkWidget *export_small;
  GtkMenuButton *menu;
  GtkSpinner *spinner;
  MpSidePanel *panel;
  GMenu *main_menu;
  GMenu *file_section;
  GMenu *recent_menu;
  MpAnnouncer *announcer;

  /* Owned */
  MpSession *session;
  MpPlayer *player;
  MpAnnouncements *announcements;
  MpRest *as_of_rest;
  GSettings *settings; /* or NULL: nothing is stored */
  char *uri;           /* of the agreement that is shown; NULL if its view is not stored */
  MpLoader *loader;    /* of the file that is being loaded, or NULL */
  char *page_before;   /* the page that loading began on; NULL while nothing is loaded */
  GtkFileChooserNative *chooser;
  GtkPrintSettings *print_settings; /* those of the last print, or NULL */

  MpStage stage;
  gboolean wants_story; /* the next agreement is played */
  gboolean is_partial;  /* the agreement that is shown is a part of the one that is being loaded */
};

/* Gives up what is being loaded, if anything is: what was shown before is shown again. */
void mp_window_stop_loading (MpWindow *self);

/* Stores the view of the agreement that is shown, if it has a URI. */
void mp_window_keep_view (MpWindow *self);

/* The action that gives up loading. */
void mp_window_load_class_init (GtkWidgetClass *widget_class);

/* The actions that open files, the menu of recent files, and dropping files on the window. */
void mp_window_file_class_init (GtkWidgetClass *widget_class);
void mp_window_file_init (MpWindow *self);

/* The actions by which a figure leaves the window. */
void mp_window_figure_class_init (GtkWidgetClass *widget_class);
void mp_window_figure_init (MpWindow *self);

/* Asks for a file, and writes all steps of the story into it, as a PDF that looks as what was
 * exported last. */
void mp_window_export_story (MpWindow *self);

/* Opens the dialog that exports the figure of a step of the story. */
void mp_window_export_step (MpWindow *self, const MpStep *step);

/* The actions that search, filter, collapse topics and switch views, and those that open the
 * command palette and the window of shortcuts. */
void mp_window_find_class_init (GtkWidgetClass *widget_class);

/* The actions of the story, and its keys. */
void mp_window_story_class_init (GtkWidgetClass *widget_class);
void mp_window_story_init (MpWindow *self);

/* Whether a story is played, be it paused. */
gboolean mp_window_is_playing (MpWindow *self);

/* An agreement is shown whole: plays its story if that was asked for. */
void mp_window_story_loaded (MpWindow *self);

G_END_DECLS
