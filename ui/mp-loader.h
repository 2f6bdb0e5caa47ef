/* mp-loader.h: loads agreements in a thread, so that the window stays responsive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-reader.h"

G_BEGIN_DECLS

/* The result of loading a file. It always has problems, of which there may be none. */
typedef struct {
  MpAgreement *agreement; /* NULL if there was an error */
  MpProblems *problems;
} MpLoaded;

void mp_loaded_free (MpLoaded *loaded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpLoaded, mp_loaded_free)

/* Load a file, or a stream such as standard input, in a thread. One that can be read but has errors
 * is a success: its problems name them. */
void mp_loader_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data);
void mp_loader_load_stream_async (GInputStream *stream, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
MpLoaded *mp_loader_load_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
