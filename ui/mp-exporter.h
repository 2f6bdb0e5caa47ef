/* mp-exporter.h: writes a figure to a file in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-export.h"

G_BEGIN_DECLS

#define MP_TYPE_EXPORTER (mp_exporter_get_type ())
G_DECLARE_FINAL_TYPE (MpExporter, mp_exporter, MP, EXPORTER, GObject)

/* Creates an exporter, which writes once. What it is given is copied or referred to, so that it
 * outlives the window. */
MpExporter *mp_exporter_new (const MpExportFormat *format, MpAgreement *agreement,
                             const MpFigureOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/* Writes a file, all or nothing, as mp_export_to_file () does. */
void mp_exporter_save_async (MpExporter *self, GFile *file, GAsyncReadyCallback callback,
                             gpointer data);

/* Writes a file into a folder, under a name that is made of the agreement's title and is not taken
 * yet. */
void mp_exporter_save_in_async (MpExporter *self, GFile *folder, GAsyncReadyCallback callback,
                                gpointer data);

/* Returns whether the file was written; if not, sets error. */
gboolean mp_exporter_save_finish (MpExporter *self, GAsyncResult *result, GError **error);

/* The file that is written; NULL before. Borrowed. */
GFile *mp_exporter_get_file (MpExporter *self);

/* Gives up: the result is G_IO_ERROR_CANCELLED, unless the file is written already. */
void mp_exporter_cancel (MpExporter *self);

/* Returns which share of the work is done, from 0 to 1. */
double mp_exporter_get_share (MpExporter *self);

G_END_DECLS
