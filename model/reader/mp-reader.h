/* mp-reader.h: reads an agreement from its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The format is documented in docs/format.md. All problems of a file are reported at once; a file
 * with an error is not read at all. Fetching is in mp-reader-fetch.c.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-problem.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest file that is read, in bytes. */
#define MP_READER_MAX_SIZE (G_GINT64_CONSTANT (256) * 1024 * 1024)

/* Reads an agreement. Returns a new reference, or NULL if and only if at least one error was added
 * to problems. Warnings are added in both cases. Any thread may call it. */
MpAgreement *mp_reader_load_bytes (GBytes *bytes, MpProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the bytes of a regular file. A folder, a device, a FIFO, a file that is larger than
 * MP_READER_MAX_SIZE and a file that changes while it is read are refused. On failure returns NULL
 * and sets error (G_IO_ERROR), whose message names neither path nor URI. Blocks. cancellable may be
 * NULL. */
GBytes *mp_reader_fetch (GFile *file, GCancellable *cancellable,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a stream, such as standard input, of which only the size is checked. */
GBytes *mp_reader_fetch_stream (GInputStream *stream, GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
