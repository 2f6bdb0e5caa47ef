/* mp-loader.h: loads an agreement in a thread, so that the window stays responsive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While a long file is read, the loader tells how far it is, and can hand over what is whole so
 * far: an agreement of some entries, then one of twice as many, and so on. So what all of them cost
 * together is a small multiple of what the last one costs. A short file comes at once.
 *
 * A picture that carries an agreement is read like the agreement's file.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-figure.h"
#include "mp-reader.h"

G_BEGIN_DECLS

#define MP_TYPE_LOADER (mp_loader_get_type ())
G_DECLARE_FINAL_TYPE (MpLoader, mp_loader, MP, LOADER, GObject)

/* The result of loading a file. It always has problems, of which there may be none. */
typedef struct {
  MpAgreement *agreement; /* NULL if there was an error */
  MpProblems *problems;
  gboolean is_picture;   /* the agreement was inside a picture */
  MpFigureOptions *view; /* what the picture shows; NULL if it is none, or that cannot be read: */
  char *view_problem;    /* then a sentence says why; else NULL */
} MpLoaded;

void mp_loaded_free (MpLoaded *loaded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpLoaded, mp_loaded_free)

/* How far a loader is. */
typedef struct {
  goffset n_bytes; /* that have been read */
  goffset size;    /* of the file; 0 where it is not known */
  guint n_entries; /* terms, phases and milestones that have been read */
  gint64 time;     /* since it began, in microseconds */
} MpLoaderProgress;

/* Is given what is whole of an agreement so far, in the main loop. The agreement is borrowed. */
typedef void (*MpLoaderFunc) (MpLoader *loader, MpAgreement *agreement, gpointer data);

/* A loader for a file, or for a stream such as standard input, of which it takes a reference. It
 * loads once. */
MpLoader *mp_loader_new (GFile *file) G_GNUC_WARN_UNUSED_RESULT;
MpLoader *mp_loader_new_for_stream (GInputStream *stream) G_GNUC_WARN_UNUSED_RESULT;

/* Loads. func may be NULL; it is called neither after the result has arrived nor after the loader
 * was cancelled. A file that can be read but has errors is a success: its problems name them. */
void mp_loader_load_async (MpLoader *self, MpLoaderFunc func, gpointer func_data,
                           GAsyncReadyCallback callback, gpointer data);
MpLoaded *mp_loader_load_finish (MpLoader *self, GAsyncResult *result,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Gives up: the result is G_IO_ERROR_CANCELLED, and comes soon, even while reading waits. */
void mp_loader_cancel (MpLoader *self);

MpLoaderProgress mp_loader_get_progress (MpLoader *self);

G_END_DECLS
