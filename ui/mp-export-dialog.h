/* mp-export-dialog.h: how a chart leaves the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_EXPORT_DIALOG (mp_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MpExportDialog, mp_export_dialog, MP, EXPORT_DIALOG, AdwWindow)

/* Signals: "saved" (GFile), once a chart has been written.
 * Exports what the session shows, as it was when the dialog was opened. */
MpExportDialog *mp_export_dialog_new (GtkWindow *parent, MpSession *session);

/* Chooses the table of before and after; the session must compare dates. */
void mp_export_dialog_choose_table (MpExportDialog *self);

/* Writes the chart as it is chosen now, in a thread; the dialog closes when it is done. Fails if
 * the file cannot be written, and then says so. */
void mp_export_dialog_save_to (MpExportDialog *self, GFile *file);

G_END_DECLS
