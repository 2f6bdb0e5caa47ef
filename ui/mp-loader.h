/* mp-loader.h: loads agreements without holding the window up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-reader.h"

G_BEGIN_DECLS

/* What came of loading a file; problems are there either way. */
typedef struct {
  MpAgreement *agreement; /* NULL where there was an error */
  MpProblems *problems;
} MpLoaded;

void mp_loaded_free (MpLoaded *loaded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpLoaded, mp_loaded_free)

/* Loads in a thread. A file that can be read but is wrong is no error here: its problems say so. */
void mp_loader_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data);
MpLoaded *mp_loader_load_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
