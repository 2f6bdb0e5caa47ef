/* mp-descriptor-stream.h: an output stream to a descriptor of this process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MP_TYPE_DESCRIPTOR_STREAM (mp_descriptor_stream_get_type ())
G_DECLARE_FINAL_TYPE (MpDescriptorStream, mp_descriptor_stream, MP, DESCRIPTOR_STREAM,
                      GOutputStream)

/* Creates a stream that writes to a descriptor, which stays open when the stream is closed or
 * freed. Its errors are sentences for the user, as mp_descriptor_set_error () makes them. */
GOutputStream *mp_descriptor_stream_new (int descriptor) G_GNUC_WARN_UNUSED_RESULT;

/* Sets error (G_IO_ERROR) to what a value of errno means for somebody who wants to write a file.
 * The message names neither path nor descriptor. */
void mp_descriptor_set_error (GError **error, int number);

G_END_DECLS
