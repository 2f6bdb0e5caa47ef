/* mp-export-dialog.h: the dialog that exports a chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It shows the figure that would be saved, and what is saved is the figure that it shows.
 */
#pragma once

#include "mp-session.h"
#include "mp-step.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_EXPORT_DIALOG (mp_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpExportDialog, mp_export_dialog, MP, EXPORT_DIALOG, AdwWindow)

/* A dialog that exports what the session shows at this moment. It begins with what was chosen last.
 * Signals: "saved" (GFile), after a chart was written. */
MpExportDialog *mp_export_dialog_new (GtkWindow *parent, MpSession *session);

/* Selects the table that compares two dates. The session must have a date to compare with. */
void mp_export_dialog_choose_table (MpExportDialog *self);

/* Shows the figure of a step of the story of an agreement in place of what the session shows. Its
 * headline and its subtitle can be changed. */
void mp_export_dialog_choose_step (MpExportDialog *self, MpAgreement *agreement,
                                   const MpStep *step);

/* Writes the chart that is shown, once it is the one of the latest choices, to a file, in a thread.
 * The dialog closes afterwards; if the file cannot be written, it stays and says why. */
void mp_export_dialog_save_to (MpExportDialog *self, GFile *file);

G_END_DECLS
