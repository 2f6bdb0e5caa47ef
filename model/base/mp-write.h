/* mp-write.h: writes files, all or nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes bytes to a file, all or nothing. Whoever reads the file, and whenever the process or the
 * machine stops, finds either its old contents or all of the new: the bytes are written to a
 * temporary file beside it and flushed to the disk, and then the temporary file takes its place.
 * The mode and the owner are kept. If the path is a symbolic link, the file that it points to is
 * written. A temporary file that a killed process has left behind is removed by the next call for
 * the same file.
 *
 * Some files cannot be replaced and are written to directly: pipes, devices, descriptors of this
 * process (/dev/stdout), files in a folder that does not allow it, and files whose owner could not
 * be kept. Of these a failure can leave half of the bytes.
 *
 * Returns FALSE and sets error (G_IO_ERROR) on failure; the message names neither path nor URI. The
 * function blocks. Any thread may call it. */
gboolean mp_write_file (GFile *file, GBytes *bytes, GError **error);

G_END_DECLS
