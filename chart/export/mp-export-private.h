/* mp-export-private.h: what the writers of the formats share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-export.h"

G_BEGIN_DECLS

/* Tells which share of the work is done. Returns FALSE and sets error (G_IO_ERROR_CANCELLED) if the
 * user has cancelled meanwhile. */
static inline gboolean
mp_export_step (const MpExport *export, double share, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (export->cancellable, error))
    return FALSE;
  if (export->progress != NULL)
    export->progress (share, export->progress_data);
  return TRUE;
}

/* Writes bytes to the stream of an export. Returns FALSE and sets error on failure. */
static inline gboolean
mp_export_write (const MpExport *export, GOutputStream *stream, gconstpointer bytes, gsize length,
                 GError **error)
{
  return g_output_stream_write_all (stream, bytes, length, NULL, export->cancellable, error);
}

G_END_DECLS
