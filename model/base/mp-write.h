/* mp-write.h: writes files, all or nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes the content of a file to a stream, from its beginning to its end, and does not close it.
 * Returns FALSE and sets error on failure. */
typedef gboolean (*MpWriteFunc) (GOutputStream *stream, gpointer data, GError **error);

/* Writes what func writes to a file, all or nothing. Whoever reads the file, and whenever func
 * fails, or the process or the machine stops, finds either its old contents or all of the new: the
 * content goes to a temporary file beside it and is flushed to the disk, and then the temporary
 * file takes its place. The mode and the owner are kept. If the path is a symbolic link, the file
 * that it points to is written. A temporary file that a killed process has left behind is removed
 * by the next call for the same file.
 *
 * Some files cannot be replaced and are written to directly: pipes, devices, descriptors of this
 * process (/dev/stdout), files in a folder that does not allow it, and files whose owner could not
 * be kept. Of these a failure to write can leave half of the content, and of pipes, devices and
 * descriptors a failure of func as well. Where it turns out late that a file cannot be replaced,
 * func is called a second time.
 *
 * Returns FALSE and sets error on failure: that of func, or one of G_IO_ERROR, whose message names
 * neither path nor URI. The function blocks. Any thread may call it. */
gboolean mp_write_file_with (GFile *file, MpWriteFunc func, gpointer data, GError **error);

/* Writes bytes to a file in the same way. */
gboolean mp_write_file (GFile *file, GBytes *bytes, GError **error);

G_END_DECLS
