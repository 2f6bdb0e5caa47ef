/* mp-export-dialog-private.h: the inside of the dialog that exports a chart, for its parts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * mp-export-dialog-rows.c has the rows; mp-export-dialog-save.c saves; mp-export-dialog.c makes the
 * dialog, and lets the preview follow the rows.
 */
#pragma once

#include "mp-date-entry.h"
#include "mp-export-choices.h"
#include "mp-export-dialog.h"
#include "mp-exporter.h"
#include "mp-figure-preview.h"

G_BEGIN_DECLS

struct _MpExportDialog {
  AdwWindow parent_instance;

  /* Template */
  MpFigurePreview *preview;
  GtkButton *save;
  GtkButton *copy;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress;
  AdwToastOverlay *toasts;
  GtkWidget *rows;
  GtkWidget *status;
  GtkImage *status_icon;
  GtkLabel *status_words;
  AdwPreferencesGroup *purpose;
  AdwComboRow *preset;
  AdwComboRow *chart;
  AdwExpanderRow *size;
  GtkSpinButton *width;
  GtkSwitch *follows_content;
  GtkWidget *height_row;
  GtkSpinButton *height;
  GtkSpinButton *scale;
  AdwComboRow *range;
  GtkWidget *from_row;
  MpDateEntry *from;
  GtkWidget *to_row;
  MpDateEntry *to;
  GtkEntry *headline;
  GtkEntry *subtitle;
  AdwComboRow *text_size;
  AdwComboRow *theme;
  AdwComboRow *coloring;
  GtkSwitch *transparent;
  AdwComboRow *format;
  GtkWidget *has_agreement_row;
  GtkSwitch *has_agreement;
  GtkWidget *has_outlines_row;
  GtkSwitch *has_outlines;

  /* Owned */
  MpAgreement *agreement;
  MpFigureOptions *shown;        /* what the window shows; the rows say the rest */
  GSettings *settings;           /* or NULL: nothing is kept */
  GtkFileChooserNative *chooser; /* or NULL */
  MpExporter *exporter;          /* while it saves, or NULL */
  GFile *next_file;              /* to be saved as soon as the preview is the latest, or NULL */
  char *problem;                 /* why there is no figure of the latest choices, or NULL */
  guint watch;                   /* looks how far saving is; 0 for none */

  MpDate from_date; /* the last that could be read */
  MpDate to_date;
  gboolean is_filling; /* the rows are being set, so that their signals mean nothing */
  gboolean wants_file; /* a file is to be chosen as soon as the preview is the latest */
};

/* Returns what the rows say. It borrows from the dialog. */
MpExportChoices mp_export_dialog_get_choices (MpExportDialog *self);

/* Sets the rows to what was chosen last. */
void mp_export_dialog_fill_rows (MpExportDialog *self);

/* Shows the rows that the choices ask for. */
void mp_export_dialog_update_rows (MpExportDialog *self);

/* Lets the theme follow a preset that was chosen. */
void mp_export_dialog_follow_preset (MpExportDialog *self);

/* Lets the row of the format follow the figure that is shown. */
void mp_export_dialog_update_format (MpExportDialog *self);

/* Reads the dates, if they are asked for. Returns FALSE if one of them cannot be read. */
gboolean mp_export_dialog_read_dates (MpExportDialog *self);

/* Whether the figure in the preview may be saved now: it is the one of the latest choices. */
gboolean mp_export_dialog_is_ready (MpExportDialog *self);

/* Lets the buttons follow what can be done. */
void mp_export_dialog_update_buttons (MpExportDialog *self);

/* Lets the user choose a file, to which the figure is then saved. */
void mp_export_dialog_choose_file (MpExportDialog *self);

/* Goes on with what waited for the preview. */
void mp_export_dialog_go_on (MpExportDialog *self);

/* Gives up saving. Returns whether there was anything to give up. */
gboolean mp_export_dialog_stop_saving (MpExportDialog *self);

G_END_DECLS
