/* mp-write.h: writes files, all or nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes bytes to a file. Whoever looks at the file, and whenever the process or the machine stops,
 * finds what stood there before or all that is new: a temporary file beside it is written, flushed
 * to the disk, and takes its place. Mode and owner stay; of a symbolic link the file that it names
 * is written. A temporary file that a killed process has left goes with the next call for the same
 * file.
 *
 * Some things cannot be replaced, and are written to as they are: pipes, devices, descriptors of
 * this process (/dev/stdout), and files that may be written while their folder may not, or whose
 * owner could not be kept. There a failure can leave half of it.
 *
 * Returns FALSE and sets error (G_IO_ERROR) on failure; the message names neither path nor URI.
 * Blocks. Any thread may call it. */
gboolean mp_write_file (GFile *file, GBytes *bytes, GError **error);

G_END_DECLS
